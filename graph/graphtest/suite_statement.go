package graphtest

import (
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

func statementPromises() []promise {
	return []promise{
		{"one shape is one text, whatever its values and limits", func(t *testing.T, s graph.Store) {
			tracing, ok := s.(interface{ Texts() []string })
			if !ok {
				t.Skip("this store sends no statements")
			}
			withFixture(t, s)
			sent := func(roots []graph.Root) []string {
				before := len(tracing.Texts())
				ask(t, s, roots...)
				return tracing.Texts()[before:]
			}
			one := sent(shaped(values{ids: []string{"az"}, text: "a", terms: []string{"japarov"}, texts: []any{"x"}, number: 1, date: "2022", is: true,
				keys: []any{"2022", 1.0, "visit-a"}, first: 1, hops: 1}))
			other := sent(shaped(values{ids: []string{"kg", "uz", "it's; DROP TABLE node"}, text: `"$x' OR 1=1 --`, terms: []string{"the", "line", "must"}, texts: []any{}, number: 2.5, date: "2024-04-24",
				keys: []any{nil, 0.0, "visit-b"}, first: 200, hops: 3}))
			same(t, "statements", other, one)
		}},
	}
}

// values are what may differ between two queries of one shape.
type values struct {
	ids         []string
	text, date  string
	terms       []string
	texts       []any
	number      float64
	is          bool
	keys        []any
	first, hops int
}

// shaped makes a query of each kind of root and every operator.
func shaped(v values) []graph.Root {
	var all []graph.Filter
	for _, op := range []graph.Op{graph.OpEq, graph.OpContains, graph.OpStartsWith, graph.OpEndsWith} {
		all = append(all, compare("name", "text", op, v.text))
	}
	for _, op := range []graph.Op{graph.OpEq, graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte, graph.OpOverlaps} {
		all = append(all, compare("startDate", "date", op, v.date))
	}
	all = append(all,
		compare("name", "text", graph.OpIn, v.texts...),
		compare("place", "text", graph.OpExists, v.is),
		compare("kind", "enum", graph.OpEq, v.text),
		compare("id", "id", graph.OpIn, v.texts...),
		related(walk("MADE", "IN", "Leader"), pointer(compare("confidence", "float", graph.OpGte, v.number)),
			of(graph.Some, compare("aliases", "text_list", graph.OpEq, v.text)), count(graph.OpGte, float64(v.first))))
	visits := graph.Connection{Key: "v", Walk: walk("TO", "IN", "Visit"), First: v.first, After: v.keys, Before: v.keys, Count: true, Keys: true, Ends: true, Where: pointer(or(all...)),
		Edge:  pointer(compare("confidence", "float", graph.OpLt, v.number)),
		Order: []graph.Order{{Property: "startDate", Desc: true}, {Count: walk("MADE", "IN", "Leader")}}, Link: &graph.LinkSelection{Evidence: &graph.Selection{}}}
	return []graph.Root{
		{Lookup: &graph.Lookup{IDs: v.ids, Node: graph.Selection{Properties: []string{"name"}, Connections: []graph.Connection{visits}}}},
		{Nodes: &graph.Connection{Labels: []string{"Visit"}, First: v.first, Where: pointer(and(all...))}},
		{Search: &graph.Search{Terms: v.terms, Labels: schema.Facts(), First: v.first, After: []any{v.number, v.text}}},
		{Path: &graph.PathQuery{From: v.ids[0], To: v.text, MaxHops: v.hops, Labels: schema.Facts()}},
		{Subgraph: &graph.Walkabout{Centers: v.ids, Hops: v.hops, Labels: schema.Facts(), Limit: v.first}},
		{Timeline: &graph.Timeline{Of: v.ids, From: v.date, To: v.date, First: v.first, After: []any{v.keys[0], v.text}}},
	}
}
