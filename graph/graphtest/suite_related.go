package graphtest

import (
	"slices"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func related(w *graph.Walk, edge *graph.Filter, conditions []graph.Condition, counts ...graph.Compare) graph.Filter {
	return graph.Filter{Related: &graph.Related{Walk: *w, Edge: edge, Conditions: conditions, Counts: counts}}
}

func of(q graph.Quantifier, where graph.Filter) []graph.Condition {
	return []graph.Condition{{Quantifier: q, Where: where}}
}

func count(op graph.Op, values ...any) graph.Compare {
	return graph.Compare{Property: "count", Kind: "int", Op: op, Values: values}
}

// holdRelated asks for the nodes of a label in the fixture that satisfy each filter.
func holdRelated(label string, cases []filterCase) func(*testing.T, graph.Store) {
	return func(t *testing.T, s graph.Store) {
		withFixture(t, s)
		for _, c := range cases {
			page := nodes(t, s, graph.Connection{Labels: []string{label}, Where: &c.where, First: 100, Count: true})
			same(t, c.name, ids(page), slices.Sorted(slices.Values(c.want)))
			if page.Total != len(c.want) {
				t.Errorf("%s: got total %d, want %d", c.name, page.Total, len(c.want))
			}
		}
	}
}

func relatedPromises() []promise {
	made := walk("MADE", "OUT", "Visit")
	offices := walk("HOLDS_OFFICE", "OUT", "State", "Organization")
	stateVisit := compare("kind", "enum", graph.OpEq, "state")
	in2024 := compare("startDate", "date", graph.OpEq, "2024")
	everyone := []string{aliyev, erdogan, leyen, japarov, mirziyoyev, xi}
	confident := func(least float64) *graph.Filter {
		f := compare("confidence", "float", graph.OpGte, least)
		return &f
	}
	president := compare("title", "text", graph.OpEq, "PRESIDENT")
	return []promise{
		{"some, every, none and single of related nodes", holdRelated("Leader", []filterCase{
			{"some", related(made, nil, of(graph.Some, stateVisit)), []string{aliyev, japarov}},
			{"every, of nothing too", related(made, nil, of(graph.Every, in2024)), []string{erdogan, mirziyoyev}},
			{"none", related(made, nil, of(graph.None, stateVisit)), []string{erdogan, leyen, mirziyoyev, xi}},
			{"single", related(made, nil, of(graph.Single, in2024)), []string{japarov}},
			{"single of anything", related(made, nil, of(graph.Single, graph.Filter{})), []string{aliyev, leyen, xi}},
			{"not some", not(related(made, nil, of(graph.Some, in2024))), []string{aliyev, leyen, mirziyoyev, xi}},
			{"not every", not(related(made, nil, of(graph.Every, in2024))), []string{aliyev, leyen, japarov, xi}},
			{"every of a missing value", related(made, nil, of(graph.Every, compare("endDate", "date", graph.OpExists, false))), []string{aliyev, erdogan, leyen, mirziyoyev, xi}},
			{"every of not", related(made, nil, of(graph.Every, not(in2024))), []string{aliyev, leyen, mirziyoyev, xi}},
			{"none asked", related(made, nil, nil), everyone},
			{"two conditions", related(made, nil, append(of(graph.Some, in2024), of(graph.Some, not(in2024))...)), []string{japarov}},
			{"two walks", and(related(made, nil, of(graph.Some, in2024)), related(offices, nil, of(graph.Some, compare("id", "id", graph.OpEq, "kg")))), []string{japarov}},
		})},
		{"single and count tell two offices apart", holdRelated("Leader", []filterCase{
			{"single", related(offices, nil, of(graph.Single, graph.Filter{})), []string{aliyev, leyen, japarov}},
			{"count 2", related(offices, nil, nil, count(graph.OpEq, 2.0)), []string{mirziyoyev}},
		})},
		{"counts of related nodes", holdRelated("Leader", []filterCase{
			{"none", related(made, nil, nil, count(graph.OpEq, 0.0)), []string{mirziyoyev}},
			{"at least two", related(made, nil, nil, count(graph.OpGte, 2.0)), []string{erdogan, japarov}},
			{"between", related(made, nil, nil, count(graph.OpGt, 0.0), count(graph.OpLt, 2.0)), []string{aliyev, leyen, xi}},
			{"in", related(made, nil, nil, count(graph.OpIn, 0.0, 2.0)), []string{erdogan, japarov, mirziyoyev}},
			{"with a condition", related(made, nil, of(graph.Some, in2024), count(graph.OpLte, 1.0)), []string{}},
		})},
		{"an edge narrows what the others speak of", holdRelated("Leader", []filterCase{
			{"some", related(made, confident(0.95), of(graph.Some, graph.Filter{})), []string{japarov}},
			{"count", related(made, confident(0.9), nil, count(graph.OpEq, 1.0)), []string{aliyev, erdogan}},
			{"every", related(made, confident(0.9), of(graph.Every, in2024)), []string{erdogan, leyen, mirziyoyev, xi}},
			{"single", related(made, confident(0.95), of(graph.Single, stateVisit)), []string{japarov}},
			{"by a property", related(offices, &president, of(graph.Single, graph.Filter{})), []string{aliyev, japarov, mirziyoyev}},
			{"by a missing property", related(offices, pointer(compare("from", "date", graph.OpExists, false)), of(graph.Some, graph.Filter{})), []string{leyen, mirziyoyev}},
			{"by a date", related(offices, pointer(compare("from", "date", graph.OpLt, "2021")), of(graph.Some, graph.Filter{})), []string{aliyev}},
			{"not of the edge", related(offices, pointer(not(president)), nil, count(graph.OpGt, 0.0)), []string{leyen, mirziyoyev}},
			{"or of the edge", related(offices, pointer(or(president, compare("confidence", "float", graph.OpLt, 0.87))), nil, count(graph.OpEq, 2.0)), []string{mirziyoyev}},
		})},
	}
}

// furtherPromises are about filters through several relationships, and beside them.
func furtherPromises() []promise {
	made := walk("MADE", "OUT", "Visit")
	return []promise{
		{"filters go through several relationships", holdRelated("Leader", []filterCase{
			{"visits to kg", related(made, nil, of(graph.Some, related(walk("TO", "OUT", "State"), nil, of(graph.Some, compare("id", "id", graph.OpEq, "kg"))))), []string{aliyev, erdogan}},
			{"visits that brought a fund", related(made, nil, of(graph.Some, related(walk("SIGNED_DURING", "IN", "Agreement"), nil, of(graph.Some, compare("kind", "enum", graph.OpEq, "fund"))))), []string{aliyev}},
			{"every visit brought something", related(made, nil, of(graph.Every, related(walk("SIGNED_DURING", "IN", "Agreement"), nil, nil, count(graph.OpGte, 1.0)))), []string{aliyev, leyen, japarov, mirziyoyev}},
		})},
		{"walks lead to the labels given", holdRelated("Agreement", []filterCase{
			{"organizations", related(walk("PARTY_TO", "IN", "Organization"), nil, of(graph.Some, graph.Filter{})), []string{"agreement-memorandum-on-energy-az-european-union-2022-07"}},
			{"states", related(walk("PARTY_TO", "IN", "State"), nil, nil, count(graph.OpEq, 1.0)), []string{"agreement-memorandum-on-energy-az-european-union-2022-07"}},
			{"both", related(walk("PARTY_TO", "IN", "State", "Organization"), nil, nil, count(graph.OpEq, 3.0)), []string{"agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06"}},
			{"about it", related(walk("ABOUT", "IN", "Figure"), nil, of(graph.Some, compare("value", "float", graph.OpGt, 1e6))), []string{"agreement-joint-development-fund-az-kg-2022-10"}},
		})},
		{"a connection is filtered by node and by edge", filteredConnection},
	}
}

func filteredConnection(t *testing.T, s graph.Store) {
	withFixture(t, s)
	c := graph.Connection{Key: "p", Walk: walk("PARTICIPATES_IN", "IN", "State", "Organization"), First: 10, Edge: pointer(compare("role", "text", graph.OpExists, true))}
	project := "project-china-kyrgyzstan-uzbekistan-railway"
	same(t, "by edge", ids(below(t, s, project, c)), []string{"cn", turkic, "uz"})
	c.Where = pointer(related(walk("PARTY_TO", "OUT", "Agreement"), nil, nil, count(graph.OpGte, 1.0)))
	same(t, "by both", ids(below(t, s, project, c)), []string{"cn", "uz"})
	c.Edge = pointer(and(compare("confidence", "float", graph.OpGt, 0.5), not(compare("role", "text", graph.OpStartsWith, "Bui"))))
	same(t, "by several", ids(below(t, s, project, c)), []string{"kg", "uz"})
}

func pointer[T any](v T) *T { return &v }
