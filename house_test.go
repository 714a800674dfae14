package main_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "github.com/entente-graph/entente"

// mayImport says which of the house's rooms a room may know, besides its own
// sub-folders. A room is the longest prefix that stands here.
var mayImport = map[string][]string{
	"":                {"cmd"},
	"schema":          {},
	"schema/generate": {},
	"graph":           {"schema"},
	"graph/sqlite":    {"schema", "graph"},
	"graph/neo4j":     {"schema", "graph"},
	"graph/graphtest": {"schema", "graph"},
	"graph/exchange":  {"schema", "graph"},
	"loader":          {"schema", "graph"},
	"server":          {"schema", "graph", "graph/exchange"},
	"seeds":           {},
	"cmd":             {"schema", "graph", "graph/sqlite", "graph/neo4j", "graph/exchange", "loader", "server", "seeds"},
}

// onlyImporter says which rooms may import a module at all.
var onlyImporter = map[string][]string{
	"modernc.org/sqlite":                  {"graph/sqlite"},
	"github.com/neo4j/neo4j-go-driver":    {"graph/neo4j"},
	"github.com/99designs/gqlgen":         {"server"},
	"github.com/spf13/cobra":              {"cmd"},
	"codeberg.org/readeck/go-readability": {"loader"},
	"github.com/yuin/goldmark":            {"loader"},
	"github.com/jdkato/prose":             {"loader"},
	"testing":                             {"graph/graphtest", "graph/neo4j/neo4jtest"},
	"github.com/google/go-cmp":            {"graph/graphtest"},
	"pgregory.net/rapid":                  {"graph/graphtest"},
	"github.com/chromedp/chromedp":        {},
	"github.com/rogpeppe/go-internal":     {},
	"github.com/stretchr/testify":         {},
}

type goPackage struct {
	ImportPath string
	Dir        string
	Imports    []string
	GoFiles    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var ps []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p goPackage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	return ps
}

func room(path string) string {
	for path != "" {
		if _, ok := mayImport[path]; ok {
			return path
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return path
		}
		path = path[:i]
	}
	return path
}

func within(path, room string) bool { return path == room || strings.HasPrefix(path, room+"/") }

func local(importPath string) string {
	return strings.TrimPrefix(strings.TrimPrefix(importPath, module), "/")
}

func TestWhoMayImportWhom(t *testing.T) {
	for _, p := range packages(t) {
		here := room(local(p.ImportPath))
		may, ok := mayImport[here]
		if !ok {
			t.Errorf("got package %s outside every room, want it in one of the table", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if within(i, module) {
				there := local(i)
				if !within(there, here) && !slices.Contains(may, room(there)) {
					t.Errorf("%s imports %s, want only %v", p.ImportPath, there, may)
				}
				continue
			}
			for mod, rooms := range onlyImporter {
				if within(i, mod) && !slices.ContainsFunc(rooms, func(r string) bool { return within(local(p.ImportPath), r) }) {
					t.Errorf("%s imports %s, want it only in %v", p.ImportPath, i, rooms)
				}
			}
		}
	}
}

// The limits of DESIGN: generated code and tables of cases aside.
const (
	maxFile     = 400
	maxFunction = 60
)

func TestFilesAndFunctionsStayShort(t *testing.T) {
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, src, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			if ast.IsGenerated(file) {
				continue
			}
			if n := bytes.Count(src, []byte("\n")); n > maxFile {
				t.Errorf("%s/%s: got %d lines, want at most %d", local(p.ImportPath), name, n, maxFile)
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				if n := set.Position(f.End()).Line - set.Position(f.Pos()).Line; n > maxFunction {
					t.Errorf("%s/%s: %s: got %d lines, want at most %d", local(p.ImportPath), name, f.Name.Name, n, maxFunction)
				}
			}
		}
	}
}

func TestEveryPackageSaysWhatItKnows(t *testing.T) {
	for _, p := range packages(t) {
		said, generated := 0, false
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.PackageClauseOnly)
			if err != nil {
				t.Fatal(err)
			}
			generated = generated || ast.IsGenerated(file)
			if file.Doc != nil {
				said = max(said, strings.Count(file.Doc.Text(), "\n"))
			}
		}
		if said < 2 && len(p.GoFiles) > 0 && !generated {
			t.Errorf("%s: got a package comment of %d lines, want 3 to 15", p.ImportPath, said)
		}
	}
}

// TestGeneratedFilesAreFresh derives everything again and compares.
func TestGeneratedFilesAreFresh(t *testing.T) {
	if testing.Short() {
		t.Skip("generates code")
	}
	before := sums(t)
	if out, err := exec.Command("go", "generate", "./schema", "./server/...").CombinedOutput(); err != nil {
		t.Fatalf("go generate: %v\n%s", err, out)
	}
	if diff := cmp.Diff(before, sums(t)); diff != "" {
		t.Errorf("generated files change when generated again; commit them (-committed +generated):\n%s", diff)
	}
}

func sums(t *testing.T) map[string][32]byte {
	t.Helper()
	out := map[string][32]byte{}
	for _, dir := range []string{"schema/generated", "server/gql"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil //nolint:nilerr // a folder that is not there holds nothing generated
			}
			data, err := os.ReadFile(path)
			out[path] = sha256.Sum256(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestRepositorySpeaksOfItselfAlone looks for paths of somebody's machine and
// addresses of package registries in what is tracked.
func TestRepositorySpeaksOfItselfAlone(t *testing.T) {
	out, err := exec.Command("git", "ls-files", "-z").Output()
	if err != nil {
		t.Skipf("not a git checkout: %v", err)
	}
	foreign := regexp.MustCompile(`/(home|root|Users|work|farm)/[a-z.]+/|registry\.npmjs|proxy\.golang|repo1?\.maven`)
	for _, path := range strings.Split(strings.TrimRight(string(out), "\x00"), "\x00") {
		data, err := os.ReadFile(path)
		if err != nil || path == "house_test.go" || bytes.IndexByte(data, 0) >= 0 {
			continue
		}
		if m := foreign.Find(data); m != nil {
			t.Errorf("%s: got %q, want no machine's path or registry", path, m)
		}
	}
}

// TestReadmeCommandsExist holds the commands of the README's code blocks
// against what make and the program know.
func TestReadmeCommandsExist(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	targets := regexp.MustCompile(`(?m)^make ([a-z]+)`).FindAllSubmatch(readme, -1)
	if len(targets) < 2 {
		t.Fatalf("README.md: got %d make commands, want the demo and the tests at least", len(targets))
	}
	for _, m := range targets {
		if !regexp.MustCompile(`(?m)^` + string(m[1]) + `:`).Match(makefile) {
			t.Errorf("README.md: make %s: no such target", m[1])
		}
	}
}
