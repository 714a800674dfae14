// Command generate derives from ontology.graphql what the rest of the house
// reads: generated/ontology.json (the tables) and generated/api.graphql (the
// API's SDL). It is run by `go generate ./schema`, in the folder schema.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

func main() {
	log.SetFlags(0)
	target := flag.String("o", "generated", "the folder to write to")
	flag.Parse()
	if err := run("ontology.graphql", "api.graphql", *target); err != nil {
		log.Fatalf("schema: deriving from ontology.graphql: %v", err)
	}
}

func run(source, handWritten, target string) error {
	text, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	doc, err := parser.ParseSchema(&ast.Source{Name: source, Input: string(text)})
	if err != nil {
		return err
	}
	o, err := tables(doc)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(o); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(target, "ontology.json"), buf.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the tables: %w", err)
	}
	return writeAPI(o, doc, handWritten, target)
}

func writeAPI(o *ontology, doc *ast.SchemaDocument, handWritten, target string) error {
	hand, err := os.ReadFile(handWritten)
	if err != nil {
		return err
	}
	var enums ast.DefinitionList
	for _, d := range doc.Definitions {
		if d.Kind == ast.Enum {
			enums = append(enums, d)
		}
	}
	sdl, err := api(o, enums, string(hand))
	if err != nil {
		return fmt.Errorf("deriving the API: %w", err)
	}
	if err := os.WriteFile(filepath.Join(target, "api.graphql"), []byte(sdl), 0o644); err != nil {
		return fmt.Errorf("writing the API: %w", err)
	}
	return nil
}
