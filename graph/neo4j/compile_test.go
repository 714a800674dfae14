package neo4j_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
)

func compiled(t *testing.T, q *graph.Query) string {
	t.Helper()
	text, params, err := neo4j.Compile(q)
	if err != nil {
		t.Fatalf("compiling: %v", err)
	}
	if _, ok := params["p"]; !ok || len(params) != 1 {
		t.Errorf("parameters: got %v, want one map p", params)
	}
	return text
}

// shaped is a query with a value of each kind, made of one seed.
func shaped(s string, n int) *graph.Query {
	compare := func(property, kind string, op graph.Op, values ...any) graph.Filter {
		return graph.Filter{Compare: &graph.Compare{Property: property, Kind: kind, Op: op, Values: values}}
	}
	parties := graph.Walk{Type: "PARTY_TO", Direction: "IN", Labels: []string{"State", "Organization"}}
	date := []string{"2024", "2023-04", "2022-12-31"}[n%3]
	facts := []string{"State", "Leader", "Visit"}
	return &graph.Query{Roots: []graph.Root{
		{Lookup: &graph.Lookup{IDs: make([]string, n), Labels: []string{"State"}}},
		{Nodes: &graph.Connection{
			Labels: []string{"Agreement"}, First: n, Count: true, Ends: true, Keys: true,
			Order: []graph.Order{{Property: "signedOn", Desc: true}, {Count: &parties}},
			After: []any{s, float64(n), s},
			Where: &graph.Filter{And: []graph.Filter{
				compare("title", "text", graph.OpContains, s),
				compare("signedOn", "date", graph.OpGte, date),
				compare("signedOn", "date", graph.OpIn, date),
				{Not: &graph.Filter{Related: &graph.Related{
					Walk:       parties,
					Conditions: []graph.Condition{{Quantifier: graph.Some, Where: compare("id", "id", graph.OpEq, s)}},
					Counts:     []graph.Compare{{Property: "count", Kind: "int", Op: graph.OpGte, Values: []any{float64(n)}}},
				}}},
			}},
		}},
		{Search: &graph.Search{Terms: graph.Terms(s), Labels: facts, First: n, Count: true}},
		{Path: &graph.PathQuery{From: s, To: s, MaxHops: n, Labels: facts}},
		{Subgraph: &graph.Walkabout{Centers: []string{s}, Hops: n % 5, Limit: n, Labels: facts}},
		{Timeline: &graph.Timeline{Of: []string{s}, From: date, First: n}},
		{Stats: true},
	}}
}

// TestCompileKeepsValuesOut holds texts of one shape and many values against
// each other: only the shape may show.
func TestCompileKeepsValuesOut(t *testing.T) {
	want := compiled(t, shaped("plain", 1))
	for i, s := range []string{"planted-secret", "'", "`", `\u0060`, "}) DETACH DELETE n //", "$p", "İ", ""} {
		got := compiled(t, shaped(s, i+2))
		if got != want {
			t.Errorf("value %q: got another statement than for a plain value:\n%s\nwant\n%s", s, got, want)
		}
	}
}

// FuzzCompile wants that no query, however odd, brings a value into the text.
func FuzzCompile(f *testing.F) {
	f.Add("plain", 1)
	f.Add("`)-[]-() //", 9)
	known := regexp.MustCompile(`^[A-Za-z0-9_.,:;|(){}\[\]<>=+*$'\-\s]*$`)
	f.Fuzz(func(t *testing.T, s string, n int) {
		n = min(max(n, 0), 10)
		text, params, err := neo4j.Compile(shaped(s, n))
		if err != nil {
			t.Skip()
		}
		if plain, _, _ := neo4j.Compile(shaped("plain", n)); text != plain {
			t.Errorf("value %q: got %s, want %s", s, text, plain)
		}
		if !known.MatchString(text) || strings.Contains(text, "``") {
			t.Errorf("value %q: got odd characters in %s", s, text)
		}
		if _, err := json.Marshal(params); err != nil {
			t.Errorf("parameters: got %v, want plain values", err)
		}
	})
}

func TestCompileRefusesWhatIsNotWellFormed(t *testing.T) {
	for _, q := range []*graph.Query{
		{Roots: []graph.Root{{}}},
		{Roots: []graph.Root{{Nodes: &graph.Connection{Labels: []string{"Leader) DETACH DELETE n //"}}}}},
		{Roots: []graph.Root{{Nodes: &graph.Connection{Labels: []string{"Leader"}, Order: []graph.Order{{Property: "name DESC"}}}}}},
	} {
		if text, _, err := neo4j.Compile(q); err == nil {
			t.Errorf("compiling %+v: got %s, want an error", q, text)
		}
	}
}
