package plan_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/server/plan"
)

// statements compiles a query for both stores.
func statements(t *testing.T, q *graph.Query) map[string]string {
	t.Helper()
	sql, _, err := sqlite.Compile(q)
	if err != nil {
		t.Fatalf("sqlite: %v", err)
	}
	cypher, _, err := neo4j.Compile(q)
	if err != nil {
		t.Fatalf("neo4j: %v", err)
	}
	return map[string]string{"sqlite": sql, "neo4j": cypher}
}

// TestNoStringOfARequestReachesAStatement gives every place of a request that
// takes a text or a name a marked one, and looks for the mark.
func TestNoStringOfARequestReachesAStatement(t *testing.T) {
	mark := "zq9x'\"`\\])}--"
	cursor := plan.EncodeCursor("", []any{mark})
	literal, _ := json.Marshal(mark)
	m := string(literal)
	for _, request := range []string{
		`{ zq9x: leader(id: %[1]s) { zq9x1: visits(where: {name: {eq: %[1]s, in: [%[1]s], contains: %[1]s, startsWith: %[1]s, endsWith: %[1]s}}) { zq9x2: nodes { zq9x3: name } } } }`,
		`query zq9xOperation { nodes(ids: [%[1]s, "zq9x"]) { ... on Leader { offices(edge: {title: {eq: %[1]s}}, where: {id: {in: [%[1]s]}}) { totalCount } } } }`,
		`{ search(text: "zq9x zq9xword") { nodes { id } } path(from: %[1]s, to: "zq9x") { length } }`,
		`{ subgraph(centers: [%[1]s]) { cut } timeline(of: [%[1]s, "zq9x"]) { totalCount } trace(id: %[1]s) { agreements { zq9x: title } } }`,
		`{ agreements(where: {and: [{currency: {eq: %[1]s}}], parties: {none: {name: {eq: "zq9x"}}}}) { zq9x: totalCount } }`,
		`query ($zq9x: ID!) { ...zq9xF } fragment zq9xF on Query { node(id: $zq9x) { id } }`,
	} {
		text := request
		if strings.Contains(request, "%[1]s") {
			text = fmt.Sprintf(request, m)
		}
		q := compile(t, text, map[string]any{"zq9x": mark})
		for store, statement := range statements(t, q) {
			if strings.Contains(statement, "zq9x") {
				t.Errorf("%s\n%s: got a statement that holds the mark:\n%s", text, store, statement)
			}
		}
	}
	if got, _ := code(t, fmt.Sprintf("{ visits(after: %q) { nodes { id } } }", cursor), nil); got != plan.BadCursor {
		t.Errorf("got %s for a forged cursor, want %s", got, plan.BadCursor)
	}
}

// TestStatementDependsOnShapeAlone holds that other values and limits make the
// same statement.
func TestStatementDependsOnShapeAlone(t *testing.T) {
	request := `query ($id: ID!, $name: String, $n: Int, $date: Date, $ids: [ID!]!) {
		leader(id: $id) { visits(first: $n, where: {name: {contains: $name}, startDate: {gte: $date}}) { nodes { id } } }
		nodes(ids: $ids) { id } }`
	a := compile(t, request, map[string]any{"id": "a", "name": "b", "n": 1, "date": "2022", "ids": []any{"a"}})
	b := compile(t, request, map[string]any{"id": "c", "name": "dd", "n": 999, "date": "2023-04-24", "ids": []any{"a", "b", "c"}})
	one, two := statements(t, a), statements(t, b)
	for store := range one {
		if one[store] != two[store] {
			t.Errorf("%s: got two statements for one shape:\n%s\n%s", store, one[store], two[store])
		}
	}
}

// FuzzCompile holds that whatever is asked gives a query that is well formed
// and that both stores can compile, or an error with a code, and never a panic.
func FuzzCompile(f *testing.F) {
	files, err := filepath.Glob("../execute/testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			if file.Name == "request.graphql" {
				f.Add(string(file.Data), `{"id": "az"}`)
			}
		}
	}
	f.Add(`query ($w: VisitFilter) { visits(where: $w) { totalCount } }`, `{"w": {"or": [{"startDate": {"overlaps": "2022"}}]}}`)
	f.Fuzz(func(t *testing.T, request, variables string) {
		var values map[string]any
		_ = json.Unmarshal([]byte(variables), &values) // broken ones are none
		op, errs := plan.Request(request, "", values)
		for _, e := range errs {
			if e.Extensions["code"] == nil {
				t.Errorf("got %v without a code", e)
			}
		}
		if len(errs) > 0 {
			return
		}
		if err := op.Query.Validate(); err != nil {
			t.Fatalf("got a query that is not well formed: %v", err)
		}
		if len(op.Query.Roots) > 0 { // else no store is asked
			statements(t, op.Query)
		}
	})
}
