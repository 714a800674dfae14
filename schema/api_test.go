package schema_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/schema"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGeneratedFilesAreUpToDate(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "./generate", "-o", dir).CombinedOutput(); err != nil {
		t.Fatalf("generating: %v\n%s", err, out)
	}
	for _, name := range []string{"ontology.json", "api.graphql"} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("generated", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("generated/%s: got an old one, want what `go generate ./schema` gives", name)
		}
	}
}

// TestGolden shows a change of what is known and of what can be asked as one
// short diff.
func TestGolden(t *testing.T) {
	got := summary(api(t))
	path := filepath.Join("testdata", "summary.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("got the right, want the left (-update rewrites it):\n%s", diff)
	}
}

// summary lists labels with their properties, relationships with their ends,
// and every type of the API with its fields, a line each.
func summary(s *ast.Schema) string {
	var b strings.Builder
	for _, l := range schema.Labels() {
		fmt.Fprintf(&b, "label %s (%s):", l.Name, l.Plural)
		for _, p := range l.Properties {
			fmt.Fprintf(&b, " %s %s%s,", p.Name, p.Kind, p.Enum)
		}
		b.WriteString("\n")
		for _, f := range l.Fields {
			fmt.Fprintf(&b, "  %s -%s %s-> %s\n", f.Name, f.Type, f.Direction, strings.Join(f.Targets, ", "))
		}
	}
	for _, r := range schema.Relationships() {
		fmt.Fprintf(&b, "relationship %s: %s -> %s, fact %v, key %v:", r.Type, strings.Join(r.From, ", "), strings.Join(r.To, ", "), r.Fact, r.Key)
		for _, p := range r.Properties {
			fmt.Fprintf(&b, " %s %s,", p.Name, p.Kind)
		}
		b.WriteString("\n")
	}
	for _, d := range ours(s) {
		fmt.Fprintf(&b, "%s %s:", strings.ToLower(string(d.Kind)), d.Name)
		for _, i := range d.Interfaces {
			b.WriteString(" & " + i)
		}
		for _, v := range d.EnumValues {
			b.WriteString(" " + v.Name)
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			b.WriteString("\n  " + f.Name)
			for i, a := range f.Arguments {
				fmt.Fprintf(&b, "%s%s: %s", map[bool]string{true: "(", false: ", "}[i == 0], a.Name, a.Type)
				if a.DefaultValue != nil {
					b.WriteString(" = " + a.DefaultValue.String())
				}
			}
			if len(f.Arguments) > 0 {
				b.WriteString(")")
			}
			b.WriteString(": " + f.Type.String())
		}
		b.WriteString("\n")
	}
	return b.String()
}

// ours lists the types that are not GraphQL's own, by name.
func ours(s *ast.Schema) []*ast.Definition {
	var out []*ast.Definition
	for _, d := range s.Types {
		if !d.BuiltIn {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func TestEverythingIsDescribed(t *testing.T) {
	for _, d := range ours(api(t)) {
		if d.Description == "" {
			t.Errorf("got no description of %s", d.Name)
		}
		for _, v := range d.EnumValues {
			if v.Description == "" {
				t.Errorf("got no description of %s.%s", d.Name, v.Name)
			}
		}
		for _, f := range d.Fields {
			if f.Description == "" && !strings.HasPrefix(f.Name, "__") {
				t.Errorf("got no description of %s.%s", d.Name, f.Name)
			}
			for _, a := range f.Arguments {
				if a.Description == "" && !strings.HasPrefix(f.Name, "__") {
					t.Errorf("got no description of %s.%s(%s:)", d.Name, f.Name, a.Name)
				}
			}
		}
	}
}

func TestRootFields(t *testing.T) {
	query := api(t).Types["Query"]
	for _, l := range schema.Labels() {
		one := query.Fields.ForName(strings.ToLower(l.Name[:1]) + l.Name[1:])
		if one == nil || one.Type.String() != l.Name || one.Arguments.ForName("id").Type.String() != "ID!" {
			t.Errorf("got %+v for one %s, want it by id", one, l.Name)
		}
		many := query.Fields.ForName(l.Plural)
		if many == nil || many.Type.String() != l.Name+"Connection!" {
			t.Errorf("got %+v for %s, want a connection", many, l.Plural)
		}
	}
}

// TestEdges holds the contract's words: a connection belongs to its target,
// save where the relationship has properties of its own, and every edge of a
// fact has evidence.
func TestEdges(t *testing.T) {
	s := api(t)
	for _, l := range schema.Labels() {
		for _, f := range l.Fields {
			if f.One {
				continue
			}
			rel, _ := schema.RelationshipOf(f.Type)
			connection := s.Types[l.Name].Fields.ForName(f.Name).Type.Name()
			if rel.Edge == "" && connection != f.Target+"Connection" {
				t.Errorf("%s.%s: got %s, want %sConnection", l.Name, f.Name, connection, f.Target)
			}
			edge := s.Types[s.Types[connection].Fields.ForName("edges").Type.Name()]
			if rel.Edge != "" && !strings.HasSuffix(edge.Name, rel.Edge+"Edge") {
				t.Errorf("%s.%s: got %s, want a %sEdge", l.Name, f.Name, edge.Name, rel.Edge)
			}
			names := []string{"cursor", "node"}
			if rel.Fact {
				names = append(names, "evidence", "spans", "confidence")
			}
			for _, p := range rel.Properties {
				names = append(names, p.Name)
			}
			for _, n := range names {
				if edge.Fields.ForName(n) == nil {
					t.Errorf("got no %s.%s, want it for %s", edge.Name, n, f.Type)
				}
			}
		}
	}
}
