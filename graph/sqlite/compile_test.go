package sqlite

import (
	"errors"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// variants are queries of one shape: all that differs are values.
func variants() map[string][2]graph.Root {
	text := func(op graph.Op, property, kind string, values ...any) *graph.Filter {
		return &graph.Filter{Compare: &graph.Compare{Property: property, Kind: kind, Op: op, Values: values}}
	}
	page := func(first int, after []any, where *graph.Filter) graph.Root {
		return graph.Root{Nodes: &graph.Connection{Labels: []string{"Agreement"}, First: first, After: after, Where: where,
			Order: []graph.Order{{Property: "signedOn"}}, Keys: true, Ends: true, Count: true}}
	}
	out := map[string][2]graph.Root{
		"lookup": {{Lookup: &graph.Lookup{IDs: []string{"a"}}}, {Lookup: &graph.Lookup{IDs: []string{"b", "c", "d'"}}}},
		"page":   {page(1, []any{"2024", "a"}, nil), page(1000, []any{nil, "b"}, nil)},
		"in":     {page(1, nil, text(graph.OpIn, "id", "id", "a")), page(1, nil, text(graph.OpIn, "id", "id", "a", "b", "c"))},
		"dates":  {page(1, nil, text(graph.OpIn, "signedOn", "date", "2024")), page(1, nil, text(graph.OpIn, "signedOn", "date", "2024-01", "2023"))},
		"search": {{Search: &graph.Search{Terms: []string{"a"}, Labels: []string{"State"}, First: 1}},
			{Search: &graph.Search{Terms: []string{"b", "c"}, Labels: schema.Facts(), First: 9}}},
		"path": {{Path: &graph.PathQuery{From: "a", To: "b", MaxHops: 1, Labels: []string{"State"}}},
			{Path: &graph.PathQuery{From: "c", To: "d", MaxHops: 9, Labels: schema.Facts()}}},
		"subgraph": {{Subgraph: &graph.Walkabout{Centers: []string{"a"}, Labels: []string{"State"}}},
			{Subgraph: &graph.Walkabout{Centers: []string{"b", "c"}, Hops: 4, Limit: 9, Labels: schema.Facts()}}},
		"timeline": {{Timeline: &graph.Timeline{Of: []string{"a"}, From: "2024", First: 1}},
			{Timeline: &graph.Timeline{Of: []string{"b", "c"}, From: "2022-02-03", First: 7}}},
	}
	for _, op := range []graph.Op{graph.OpEq, graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte, graph.OpOverlaps} {
		out["date "+string(op)] = [2]graph.Root{page(1, nil, text(op, "signedOn", "date", "2024")), page(1, nil, text(op, "signedOn", "date", "2024-01-31"))}
	}
	return out
}

// TestTextFollowsFromShape shows that values never reach a statement's text.
func TestTextFollowsFromShape(t *testing.T) {
	for name, roots := range variants() {
		t.Run(name, func(t *testing.T) {
			var texts [2]string
			for i, root := range roots {
				text, _, err := Compile(&graph.Query{Roots: []graph.Root{root}})
				if err != nil {
					t.Fatal(err)
				}
				texts[i] = text
			}
			if texts[0] != texts[1] {
				t.Errorf("got two texts for one shape:\n%s\n\n%s", texts[0], texts[1])
			}
		})
	}
}

func TestCompileRefuses(t *testing.T) {
	for name, root := range map[string]graph.Root{
		"two questions":    {Stats: true, Lookup: &graph.Lookup{}},
		"no such label":    {Nodes: &graph.Connection{Labels: []string{"Planet'; DROP TABLE node"}}},
		"no such property": {Nodes: &graph.Connection{Labels: []string{"State"}, Order: []graph.Order{{Property: `x" DESC; --`}}}},
		"a broken date": {Nodes: &graph.Connection{Labels: []string{"Visit"}, Where: &graph.Filter{
			Compare: &graph.Compare{Property: "startDate", Kind: "date", Op: graph.OpEq, Values: []any{"2024-13"}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			if text, _, err := Compile(&graph.Query{Roots: []graph.Root{root}}); err == nil {
				t.Errorf("got %s, want an error", text)
			}
		})
	}
}

// TestLargeQueriesPrepare shows that what SQLite limits (depth, tables,
// arguments) leaves room for the largest operations that are let through.
func TestLargeQueriesPrepare(t *testing.T) {
	wide := graph.Selection{}
	for range 30 {
		for _, l := range schema.Labels() {
			for _, f := range l.Fields {
				wide.Connections = append(wide.Connections, graph.Connection{Key: strings.Repeat("k", len(wide.Connections)+1),
					Walk: &graph.Walk{Type: f.Type, Direction: string(f.Direction), Labels: f.Targets}, First: 1, Count: true, Ends: true, Link: &graph.LinkSelection{Evidence: &graph.Selection{}}})
				if len(wide.Connections) == 150 {
					break
				}
			}
		}
	}
	wide.Connections = wide.Connections[:150]
	about := graph.Walk{Type: "ABOUT", Direction: "OUT", Labels: []string{"Statement"}}
	nested := func(n int) *graph.Filter {
		where := &graph.Filter{Compare: &graph.Compare{Property: "id", Kind: "id", Op: graph.OpEq, Values: []any{"a"}}}
		for range n {
			where = &graph.Filter{Not: &graph.Filter{Related: &graph.Related{Walk: about, Conditions: []graph.Condition{{Quantifier: graph.Every, Where: *where}}}}}
		}
		return where
	}
	deep := func(n int, where *graph.Filter) (sel graph.Selection) {
		for range n {
			sel = graph.Selection{Connections: []graph.Connection{{Key: "k", Walk: &about, First: 1, Where: where, Keys: true, Ends: true, Count: true, Node: sel, Link: &graph.LinkSelection{}}}}
			where = nil
		}
		return sel
	}
	evidence := graph.Selection{}
	for range 8 {
		inner := evidence
		evidence = graph.Selection{Supports: &graph.LinkSelection{Evidence: &inner}}
	}
	var many []graph.Filter
	for range 2000 {
		many = append(many, graph.Filter{Compare: &graph.Compare{Property: "text", Kind: "text", Op: graph.OpContains, Values: []any{"a"}}})
	}
	lookup := func(sel graph.Selection) graph.Root {
		return graph.Root{Lookup: &graph.Lookup{IDs: []string{"a"}, Node: sel}}
	}
	statements := func(where *graph.Filter) graph.Root {
		return graph.Root{Nodes: &graph.Connection{Labels: []string{"Statement"}, First: 1, Where: where}}
	}
	twenty := func(root graph.Root) (out []graph.Root) {
		for range 20 {
			out = append(out, root)
		}
		return out
	}
	path := graph.Root{Path: &graph.PathQuery{From: "a", To: "b", MaxHops: 10, Labels: schema.Facts()}}
	subgraph := graph.Root{Subgraph: &graph.Walkabout{Centers: []string{"a"}, Hops: 4, Limit: 10, Labels: schema.Facts(), Cut: true}}
	store, err := Open(t.Context(), t.TempDir()+"/graph.db", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for name, roots := range map[string][]graph.Root{
		"wide":             {lookup(wide), lookup(wide), path},
		"deep":             {lookup(deep(15, nil))},
		"evidence":         {lookup(evidence)},
		"deep filter":      {lookup(deep(6, nested(9)))},
		"nested filters":   {statements(nested(15))},
		"many filters":     {statements(&graph.Filter{Or: &many}), statements(&graph.Filter{And: many})},
		"twenty lookups":   twenty(lookup(deep(5, nil))),
		"twenty paths":     twenty(path),
		"twenty subgraphs": twenty(subgraph),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := store.Query(t.Context(), &graph.Query{Roots: roots}); err != nil {
				t.Errorf("got %v, want nil", err)
			}
		})
	}
}

// TestTooLargeAQuery is refused, not a fault.
func TestTooLargeAQuery(t *testing.T) {
	var sel graph.Selection
	for range 40 {
		sel = graph.Selection{Connections: []graph.Connection{{Key: "k", Node: sel,
			Walk: &graph.Walk{Type: "ABOUT", Direction: "OUT", Labels: []string{"Statement"}}}}}
	}
	store, err := Open(t.Context(), t.TempDir()+"/graph.db", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	_, err = store.Query(t.Context(), &graph.Query{Roots: []graph.Root{{Lookup: &graph.Lookup{IDs: []string{"a"}, Node: sel}}}})
	if !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("got %v, want %v", err, graph.ErrInvalid)
	}
}
