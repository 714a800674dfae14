package gql_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/tools/txtar"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/schema"
	"github.com/entente-graph/entente/server/execute"
	"github.com/entente-graph/entente/server/gql"
	"github.com/entente-graph/entente/server/gql/read"
	"github.com/entente-graph/entente/server/plan"
)

func fixture(t *testing.T) graph.Store {
	t.Helper()
	s := graphtest.NewNaive()
	if err := s.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	return s
}

// byGqlgen answers a request as gqlgen's executor does, from the same answer
// of the store.
func byGqlgen(t *testing.T, store graph.Store, request string, variables map[string]any) string {
	t.Helper()
	op, errs := plan.Request(request, "", variables)
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", request, errs)
	}
	answer := &graph.Answer{}
	if len(op.Query.Roots) > 0 {
		var err error
		if answer, err = store.Query(t.Context(), op.Query); err != nil {
			t.Fatal(err)
		}
	}
	e := executor.New(gql.NewExecutableSchema(gql.Config{Resolvers: &gql.Root{Value: read.Root(op, answer)}}))
	ctx := graphql.StartOperationTrace(t.Context())
	operation, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: request, Variables: variables})
	if len(errs) > 0 {
		t.Fatalf("%s\n%v", request, errs)
	}
	operation.DisableIntrospection = false
	handler, ctx := e.DispatchOperation(ctx, operation)
	response := handler(ctx)
	if len(response.Errors) > 0 {
		t.Fatalf("%s\n%v", request, response.Errors)
	}
	return string(response.Data)
}

// same holds the direct writer against gqlgen's executor, byte by byte.
func same(t *testing.T, store graph.Store, request string, variables map[string]any) {
	t.Helper()
	response, _ := execute.Run(context.Background(), store, request, "", variables)
	var direct struct{ Data json.RawMessage }
	if err := json.Unmarshal(response, &direct); err != nil {
		t.Fatal(err)
	}
	want := byGqlgen(t, store, request, variables)
	if got := string(direct.Data); got != want {
		t.Errorf("%s\ngot the right, want the left:\n%s", request, cmp.Diff(pretty(want), pretty(got)))
	}
}

// pretty spreads JSON over lines for a diff.
func pretty(s string) string { return strings.NewReplacer(",", ",\n", "{", "{\n").Replace(s) }

func TestGoldenRequests(t *testing.T) {
	files, err := filepath.Glob("../execute/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got no golden files: %v", err)
	}
	store := fixture(t)
	for _, path := range files {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		request, variables := "", map[string]any(nil)
		for _, f := range archive.Files {
			switch f.Name {
			case "request.graphql":
				request = string(f.Data)
			case "variables.json":
				if err := json.Unmarshal(f.Data, &variables); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, errs := plan.Request(request, "", variables); len(errs) > 0 {
			continue // neither answers
		}
		t.Run(filepath.Base(path), func(t *testing.T) { same(t, store, request, variables) })
	}
}

// TestCorpus asks the requests that every store is held to.
func TestCorpus(t *testing.T) {
	store := fixture(t)
	for _, c := range graphtest.Corpus(t) {
		t.Run(c.Name, func(t *testing.T) {
			same(t, store, string(c.Section(graphtest.Request)), c.Variables(t))
		})
	}
}

// TestEveryField asks every field of every label, and every connection under
// two names with other arguments.
func TestEveryField(t *testing.T) {
	store := fixture(t)
	s := plan.Schema()
	for _, l := range schema.Labels() {
		var below []string
		for _, f := range s.Types[l.Name].Fields {
			named := s.Types[f.Type.Name()]
			switch {
			case strings.HasSuffix(named.Name, "Connection"):
				edge := s.Types[named.Fields.ForName("edges").Type.Name()]
				below = append(below, fmt.Sprintf("%[1]s { %[2]s } %[1]s1: %[1]s(last: 1) { %[2]s }", f.Name, rows(s, edge)))
			case named.Kind == ast.Object:
				below = append(below, f.Name+" { "+leaves(s, named)+" }")
			default:
				below = append(below, f.Name)
			}
		}
		t.Run(l.Name, func(t *testing.T) {
			same(t, store, fmt.Sprintf("{ %s(first: 5) { totalCount nodes { __typename %s } } }", l.Plural, strings.Join(below, " ")), nil)
		})
	}
}

// rows asks for all that a connection shows, short of what is below its nodes.
func rows(s *ast.Schema, edge *ast.Definition) string {
	var b strings.Builder
	b.WriteString("__typename totalCount pageInfo { " + leaves(s, s.Types["PageInfo"]) + " } edges { " + leaves(s, edge))
	for _, f := range edge.Fields {
		switch f.Name {
		case "node", "evidence":
			b.WriteString(" " + f.Name + " { __typename id name }")
		}
	}
	return b.String() + " } a: nodes { id } b: nodes { label }"
}

func leaves(s *ast.Schema, d *ast.Definition) string {
	out := []string{"__typename"}
	for _, f := range d.Fields {
		if kind := s.Types[f.Type.Name()].Kind; (kind == ast.Scalar || kind == ast.Enum) && !strings.HasPrefix(f.Name, "__") {
			out = append(out, f.Name)
		}
	}
	return strings.Join(out, " ")
}

// TestIntrospection asks what every client asks first. Of kinds of types that
// have no such list, the direct writer says null, as the specification wants,
// and gqlgen gives an empty one.
func TestIntrospection(t *testing.T) {
	request := `query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name }
		types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
		fragment FullType on __Type { kind name description specifiedByURL isOneOf
			fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
			inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
			enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
		fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
		fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`
	store := fixture(t)
	response, _ := execute.Run(t.Context(), store, request, "", nil)
	var direct struct{ Data any }
	if err := json.Unmarshal(response, &direct); err != nil {
		t.Fatal(err)
	}
	var want any
	if err := json.Unmarshal([]byte(byGqlgen(t, store, request, nil)), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(withoutEmpty(want), withoutEmpty(direct.Data)); diff != "" {
		t.Errorf("got the right, want the left:\n%s", diff)
	}
}

// withoutEmpty turns empty lists and false into nothing.
func withoutEmpty(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			v[k] = withoutEmpty(e)
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
		for i, e := range v {
			v[i] = withoutEmpty(e)
		}
	case bool:
		if !v {
			return nil
		}
	}
	return v
}

func TestTypesAreUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "types.go")
	if out, err := exec.Command("go", "run", "./generate", "-o", path).CombinedOutput(); err != nil {
		t.Fatalf("generating: %v\n%s", err, out)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("types.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("types.go: got an old one, want what `go generate ./server/gql` gives")
	}
}
