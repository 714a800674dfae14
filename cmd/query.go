package cmd

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
	"github.com/spf13/cobra"
)

func (a *app) query() *cobra.Command {
	var variables, operation string
	c := &cobra.Command{
		Use:   "query FILE-OR-TEXT",
		Short: "Ask in GraphQL and print the answer as JSON",
		Long: `Ask the store in GraphQL and print the answer as JSON. The argument is a query, a
file that holds one, or - for standard input. Exits 1 if the answer has errors.`,
		Example: `  entente query '{ stats { nodes { label count } } }'
  entente query agreements.graphql --variables '{"id": "agreement-…"}'
  entente query '{ leaders(first: 5) { nodes { name } } }' | jq .data`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			text, err := a.queryText(args[0])
			if err != nil {
				return err
			}
			values, err := parseVariables(variables)
			if err != nil {
				return err
			}
			return a.with(c.Context(), toRead, func(store graph.Store) error {
				answer, failed := execute.Run(c.Context(), store, text, operation, values)
				if c.Context().Err() != nil {
					return c.Context().Err()
				}
				if err := a.printAnswer(answer); err != nil {
					return err
				}
				if failed {
					return errReported
				}
				return nil
			})
		},
	}
	c.Flags().StringVar(&variables, "variables", "", "variables as a `JSON` object, or @FILE")
	c.Flags().StringVar(&operation, "operation", "", "`NAME` of the operation, where there are several")
	return c
}

// queryText finds the query: what looks like one is one, else it is a file.
func (a *app) queryText(arg string) (string, error) {
	if arg == "-" {
		text, err := readAll(a.In)
		return string(text), err
	}
	if strings.Contains(arg, "{") {
		return arg, nil
	}
	text, err := os.ReadFile(arg)
	if err != nil {
		return "", fmt.Errorf("%s: %w", printable(arg), plainFault(err))
	}
	return string(text), nil
}

func parseVariables(text string) (map[string]any, error) {
	if text == "" {
		return nil, nil
	}
	if name, ok := strings.CutPrefix(text, "@"); ok {
		file, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", printable(name), plainFault(err))
		}
		text = string(file)
	}
	var values map[string]any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&values); err != nil {
		return nil, usage("--variables is not a JSON object")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, usage("--variables is more than one JSON object")
	}
	return values, nil
}

// printAnswer prints JSON with the members in the order that they came in.
func (a *app) printAnswer(answer []byte) error {
	var indented strings.Builder
	e := json.NewEncoder(&indented)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(json.RawMessage(answer)); err != nil {
		return fmt.Errorf("printing the answer: %w", err)
	}
	_, err := io.WriteString(a.Out, indented.String())
	return err
}
