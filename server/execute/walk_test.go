package execute_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
	"github.com/entente-graph/entente/server/plan"
)

// typeOf is a type as introspection shows it.
type typeOf struct {
	Kind, Name string
	OfType     *typeOf
	Fields     []struct {
		Name string
		Args []struct {
			Name string
			Type typeOf
		}
		Type typeOf
	}
}

func (t typeOf) named() string {
	for t.OfType != nil {
		t = *t.OfType
	}
	return t.Name
}

// introspected reads the API's types as a client would.
func introspected(t *testing.T, s graph.Store) map[string]typeOf {
	t.Helper()
	response, failed := execute.Run(context.Background(), s, `{ __schema { types { kind name fields {
		name type { ...t } args { name type { ...t } } } } } }
		fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`, "", nil)
	var r struct {
		Data struct {
			Schema struct{ Types []typeOf } `json:"__schema"`
		}
	}
	if err := json.Unmarshal(response, &r); err != nil || failed {
		t.Fatalf("got %s, want the schema (%v)", response, err)
	}
	out := map[string]typeOf{}
	for _, d := range r.Data.Schema.Types {
		out[d.Name] = d
	}
	return out
}

// leaves are the fields of a type that have neither arguments nor fields of
// their own.
func leaves(types map[string]typeOf, name string) string {
	var out []string
	for _, f := range types[name].Fields {
		if len(types[f.Type.named()].Fields) == 0 && len(f.Args) == 0 {
			out = append(out, f.Name)
		}
	}
	return strings.Join(append(out, "__typename"), " ")
}

// whole asks for all that a connection's rows show.
func whole(types map[string]typeOf, connection string) string {
	edge := ""
	for _, f := range types[connection].Fields {
		if f.Name == "edges" {
			edge = f.Type.named()
		}
	}
	var below []string
	for _, f := range types[edge].Fields {
		switch f.Name {
		case "node":
			below = append(below, "node { "+leaves(types, f.Type.named())+" disagreements { field value evidence } }")
		case "evidence":
			below = append(below, "evidence { "+leaves(types, "Passage")+" document { id } supports { "+leaves(types, "Link")+" } }")
		}
	}
	return fmt.Sprintf("{ totalCount pageInfo { %s } nodes { id } edges { %s %s } }",
		leaves(types, "PageInfo"), leaves(types, edge), strings.Join(below, " "))
}

// TestEveryConnection asks every connection field of the schema once, with all
// that its rows show, and holds the response against the schema.
func TestEveryConnection(t *testing.T) {
	store := fixture(t)
	types := introspected(t, store)
	asked := 0
	for _, name := range []string{"Document", "Passage", "State", "Organization", "Leader", "Visit", "Agreement", "Project", "Citation", "Statement", "Figure", "Party"} {
		for _, f := range types[name].Fields {
			connection := f.Type.named()
			if !strings.HasSuffix(connection, "Connection") {
				continue
			}
			root := rootOf(types, name)
			query := fmt.Sprintf("{ %s { ... on %s { id %s %s } } }", root, name, f.Name, whole(types, connection))
			if name != "Party" {
				query = fmt.Sprintf("{ %s { nodes { id %s %s } } }", root, f.Name, whole(types, connection))
			}
			t.Run(name+"."+f.Name, func(t *testing.T) { conforms(t, store, query) })
			asked++
		}
	}
	if asked < 60 {
		t.Errorf("got %d connection fields, want all of the schema's", asked)
	}
}

// rootOf is a root field that leads to nodes of a type.
func rootOf(types map[string]typeOf, name string) string {
	if name == "Party" {
		return `nodes(ids: ["az", "organization-european-union"])`
	}
	for _, f := range types["Query"].Fields {
		if f.Type.named() == name+"Connection" {
			return f.Name
		}
	}
	return ""
}

// conforms runs a query and holds its response against the schema: every field
// that was asked for is there, in order, and of its type.
func conforms(t *testing.T, store graph.Store, query string) {
	t.Helper()
	doc, errs := plan.Parse(query)
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", query, errs)
	}
	response, failed := execute.Run(context.Background(), store, query, "", nil)
	if failed {
		t.Fatalf("%s\ngot %s, want no error", query, response)
	}
	d := json.NewDecoder(strings.NewReader(string(response)))
	d.UseNumber()
	var r struct{ Data map[string]any }
	if err := d.Decode(&r); err != nil {
		t.Fatalf("got %s: %v", response, err)
	}
	checkObject(t, "", doc.Operations[0].SelectionSet, "Query", r.Data)
}

func checkObject(t *testing.T, path string, set ast.SelectionSet, typeName string, value map[string]any) {
	t.Helper()
	seen := 0
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			v, ok := value[s.Alias]
			if !ok {
				t.Errorf("%s.%s: got nothing, want a value", path, s.Alias)
				continue
			}
			seen++
			checkValue(t, path+"."+s.Alias, s, s.Definition.Type, v)
		case *ast.InlineFragment:
			return // of some types alone: the golden files hold them
		}
	}
	if seen != len(value) {
		t.Errorf("%s: got %d fields, want the %d asked for", path, len(value), seen)
	}
}

func checkValue(t *testing.T, path string, f *ast.Field, typ *ast.Type, v any) {
	t.Helper()
	if v == nil {
		if typ.NonNull {
			t.Errorf("%s: got null, want %s", path, typ)
		}
		return
	}
	if typ.Elem != nil {
		list, ok := v.([]any)
		if !ok {
			t.Errorf("%s: got %v, want %s", path, v, typ)
		}
		for i, e := range list {
			checkValue(t, fmt.Sprintf("%s[%d]", path, i), f, typ.Elem, e)
		}
		return
	}
	def := plan.Schema().Types[typ.NamedType]
	switch def.Kind {
	case ast.Enum:
		if s, _ := v.(string); def.EnumValues.ForName(s) == nil {
			t.Errorf("%s: got %v, want a %s", path, v, def.Name)
		}
	case ast.Scalar:
		_, isText := v.(string)
		_, isNumber := v.(json.Number)
		_, isBool := v.(bool)
		fits := isNumber && slices.Contains([]string{"Int", "Float"}, def.Name) || isBool && def.Name == "Boolean" ||
			isText && slices.Contains([]string{"ID", "String", "Date"}, def.Name)
		if !fits {
			t.Errorf("%s: got %v, want a %s", path, v, def.Name)
		}
	default:
		object, ok := v.(map[string]any)
		if !ok {
			t.Errorf("%s: got %v, want a %s", path, v, def.Name)
		}
		checkObject(t, path, f.SelectionSet, def.Name, object)
	}
}
