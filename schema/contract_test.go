package schema_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/entente-graph/entente/schema"
)

// The contract stands beside the repository on the developers' machines; where
// it does not, the golden file alone is held.
const contractPath = "../../shared/CONTRACT.md"

func contract(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(contractPath)
	if err != nil {
		t.Skip("the contract is not beside the repository")
	}
	return string(text)
}

func api(t *testing.T) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "api.graphql", Input: schema.SDL})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// table gives the cells of the table whose heading begins with a word.
func table(t *testing.T, text, heading string) [][]string {
	t.Helper()
	_, rest, ok := strings.Cut(text, "\n| "+heading+" |")
	if !ok {
		t.Fatalf("the contract has no table %q", heading)
	}
	lines := strings.Split(rest, "\n")
	var rows [][]string
	for _, line := range lines[2:] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

var (
	quoted      = regexp.MustCompile("`([^`]+)`")
	parentheses = regexp.MustCompile(`\([^)]*\)`)
)

func TestContractLabelsAndProperties(t *testing.T) {
	type label struct {
		Name       string
		Properties []string
	}
	var want, got []label
	for _, row := range table(t, contract(t), "label") {
		names := strings.Split(parentheses.ReplaceAllString(row[1], ""), ",")
		for i := range names {
			names[i] = strings.TrimSpace(names[i])
		}
		want = append(want, label{strings.Trim(row[0], "`"), names})
	}
	for _, l := range schema.Labels() {
		var names []string
		for _, p := range l.Properties {
			names = append(names, p.Name)
		}
		got = append(got, label{l.Name, names})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("labels: got the right, want the left:\n%s", diff)
	}
}

func TestContractEnums(t *testing.T) {
	text := contract(t)
	for _, row := range table(t, text, "label") {
		l, ok := schema.LabelOf(strings.Trim(row[0], "`"))
		if !ok {
			t.Fatalf("got no label %s", row[0])
		}
		for _, m := range regexp.MustCompile("(\\w+) \\((`[a-z_]+`(?:, `[a-z_]+`)+)\\)").FindAllStringSubmatch(row[1], -1) {
			var want []string
			for _, v := range quoted.FindAllStringSubmatch(m[2], -1) {
				want = append(want, strings.ToUpper(v[1]))
			}
			if got := schema.EnumValues(l.Property(m[1]).Enum); !slices.Equal(got, want) {
				t.Errorf("%s.%s: got %v, want %v", l.Name, m[1], got, want)
			}
		}
	}
}

func TestContractRelationships(t *testing.T) {
	type relationship struct {
		Type       string
		From, To   []string
		Properties []string
	}
	all := func(ends string) []string {
		if ends != "any but Document, Passage, Citation" {
			return strings.Split(ends, " or ")
		}
		return schema.Facts()
	}
	var want, got []relationship
	for _, row := range table(t, contract(t), "relationship") {
		from, to, _ := strings.Cut(row[1], " → ")
		r := relationship{Type: strings.Trim(row[0], "`"), From: all(from), To: all(to)}
		if row[2] != "" {
			r.Properties = strings.Split(row[2], ", ")
		}
		if n := len(want); n > 0 && want[n-1].Type == r.Type { // CITES stands twice
			want[n-1].From = append(want[n-1].From, r.From...)
			continue
		}
		want = append(want, r)
	}
	for _, r := range schema.Relationships() {
		var names []string
		for _, p := range r.Properties {
			names = append(names, p.Name)
		}
		got = append(got, relationship{r.Type, r.From, r.To, names})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relationships: got the right, want the left:\n%s", diff)
	}
}

// TestContractFields holds every field of the contract's table of connections.
// In it `name` (TYPE) is a walk of a type, and a bare name one that the target
// or a row above makes plain.
func TestContractFields(t *testing.T) {
	s := api(t)
	cell := regexp.MustCompile("`([a-zA-Z]+)`(?: \\(([^)]*)\\))?")
	for _, row := range table(t, contract(t), "on") {
		labels := []string{strings.Trim(row[0], "`")}
		if strings.HasPrefix(row[0], "every label but") {
			labels = schema.Facts()
		}
		fields := cell.FindAllStringSubmatch(row[1], -1)
		if len(fields) == 0 {
			t.Errorf("got no fields of %q", row[0])
		}
		for _, name := range labels {
			l, ok := schema.LabelOf(name)
			if !ok {
				t.Fatalf("got no label %q", name)
			}
			for _, f := range fields {
				if s.Types[name].Fields.ForName(f[1]) == nil {
					t.Errorf("got no field %s.%s in the API", name, f[1])
				}
				if f[1] == "supports" {
					continue
				}
				checkWalk(t, l, f[1], f[2])
			}
		}
	}
}

func checkWalk(t *testing.T, l *schema.Label, name, says string) {
	t.Helper()
	walk := l.Field(name)
	if walk == nil {
		t.Errorf("got no walk %s.%s", l.Name, name)
		return
	}
	for _, word := range quoted.FindAllStringSubmatch(says, -1) {
		if walk.Target != word[1] {
			t.Errorf("%s.%s leads to %s, want %s", l.Name, name, walk.Target, word[1])
		}
	}
	if kind := regexp.MustCompile(`^[A-Z_]{2,}`).FindString(says); kind != "" && walk.Type != kind {
		t.Errorf("%s.%s walks %s, want %s", l.Name, name, walk.Type, kind)
	}
	if one := strings.HasPrefix(says, "one,"); walk.One != one {
		t.Errorf("%s.%s leads to one: got %v, want %v", l.Name, name, walk.One, one)
	}
}

// block gives the indented text that follows a line of the contract.
func block(t *testing.T, text, after string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, after)
	if !ok {
		t.Fatalf("the contract has no %q", after)
	}
	var out []string
	for _, line := range strings.Split(rest, "\n")[1:] {
		switch {
		case strings.HasPrefix(line, "    "):
			out = append(out, line)
		case line != "":
			return strings.Join(out, "\n")
		}
	}
	return strings.Join(out, "\n")
}

func TestContractSDL(t *testing.T) {
	s := api(t)
	text := block(t, contract(t), "**Root fields**")
	text = strings.ReplaceAll(text, "#", "\n#")
	roots, types, _ := strings.Cut(text, "    type Subgraph")
	var sdl strings.Builder
	sdl.WriteString("type Query {\n" + roots + "\n}\ntype Subgraph" + types + "\ninterface Node { id: ID! label: Label! name: String! formerIds: [ID!]! disagreements: [Disagreement!]! }")
	doc, err := parser.ParseSchema(&ast.Source{Name: "contract", Input: sdl.String()})
	if err != nil {
		t.Fatalf("reading the contract's SDL: %v\n%s", err, sdl.String())
	}
	for _, d := range doc.Definitions {
		got := s.Types[d.Name]
		if got == nil {
			t.Errorf("got no type %s", d.Name)
			continue
		}
		for _, f := range d.Fields {
			checkField(t, got, f)
		}
	}
}

func checkField(t *testing.T, got *ast.Definition, want *ast.FieldDefinition) {
	t.Helper()
	f := got.Fields.ForName(want.Name)
	if f == nil {
		t.Errorf("got no field %s.%s", got.Name, want.Name)
		return
	}
	if f.Type.String() != want.Type.String() {
		t.Errorf("%s.%s: got type %s, want %s", got.Name, want.Name, f.Type, want.Type)
	}
	for _, a := range want.Arguments {
		g := f.Arguments.ForName(a.Name)
		if g == nil {
			t.Errorf("got no argument %s.%s(%s:)", got.Name, want.Name, a.Name)
			continue
		}
		if g.Type.String() != a.Type.String() || g.DefaultValue.String() != a.DefaultValue.String() {
			t.Errorf("%s.%s(%s:): got %s = %s, want %s = %s", got.Name, want.Name, a.Name, g.Type, g.DefaultValue, a.Type, a.DefaultValue)
		}
	}
	if len(f.Arguments) != len(want.Arguments) {
		t.Errorf("%s.%s: got %d arguments, want %d", got.Name, want.Name, len(f.Arguments), len(want.Arguments))
	}
}
