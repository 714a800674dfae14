package sqlite_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/schema"
)

// whole selects all properties, and what else a node has of its own.
func whole() graph.Selection {
	sel := graph.Selection{FormerIDs: true, Disagreements: true}
	for _, p := range schema.Columns() {
		if p.Name != "id" {
			sel.Properties = append(sel.Properties, p.Name)
		}
	}
	return sel
}

// wholeLink selects a relationship with its passages.
func wholeLink() graph.LinkSelection {
	sel := whole()
	return graph.LinkSelection{Evidence: &sel}
}

// withWalks is whole with every walk of every label, a page of each.
func withWalks() graph.Selection {
	sel := whole()
	link := wholeLink()
	seen := map[string]bool{}
	for _, l := range schema.Labels() {
		for _, f := range l.Fields {
			key := f.Type + string(f.Direction)
			if seen[key] {
				continue
			}
			seen[key] = true
			rel, _ := schema.RelationshipOf(f.Type)
			targets := rel.To
			if f.Direction == schema.In {
				targets = rel.From
			}
			sel.Connections = append(sel.Connections, graph.Connection{
				Key: key, Walk: &graph.Walk{Type: f.Type, Direction: string(f.Direction), Labels: targets},
				First: 3, Count: true, Keys: true, Ends: true, Node: whole(), Link: &link,
			})
		}
	}
	sel.Supports = &link
	return sel
}

func labels() []string {
	var out []string
	for _, l := range schema.Labels() {
		out = append(out, l.Name)
	}
	return out
}

// asks are questions about the fixture that together use every part of the compiler.
func asks() map[string]graph.Root {
	signed := func(op graph.Op, date string) graph.Filter {
		return graph.Filter{Compare: &graph.Compare{Property: "signedOn", Kind: "date", Op: op, Values: []any{date}}}
	}
	parties := graph.Walk{Type: "PARTY_TO", Direction: "IN", Labels: []string{"State", "Organization"}}
	states := graph.Walk{Type: "PARTY_TO", Direction: "IN", Labels: []string{"State"}}
	id := func(v string) graph.Filter {
		return graph.Filter{Compare: &graph.Compare{Property: "id", Kind: "id", Op: graph.OpEq, Values: []any{v}}}
	}
	agreements := func(where *graph.Filter, order ...graph.Order) graph.Connection {
		return graph.Connection{Labels: []string{"Agreement"}, Where: where, Order: order, First: 3, Count: true, Keys: true, Ends: true, Node: whole()}
	}
	root := func(c graph.Connection) graph.Root { return graph.Root{Nodes: &c} }
	out := map[string]graph.Root{
		"lookup":         {Lookup: &graph.Lookup{IDs: []string{"az", "leader-japarov", "visit-sadyr-japarov-az", "nothing", "az"}, Node: withWalks()}},
		"every":          root(graph.Connection{Labels: labels(), First: 1000, Node: withWalks()}),
		"stats":          {Stats: true},
		"path":           {Path: &graph.PathQuery{From: "leader-xi-jinping", To: "visit-xi-jinping-uz", MaxHops: 6, Labels: schema.Facts(), Node: whole(), Link: wholeLink()}},
		"path to itself": {Path: &graph.PathQuery{From: "az", To: "az", MaxHops: 0, Labels: schema.Facts()}},
		"path too far":   {Path: &graph.PathQuery{From: "leader-xi-jinping", To: "leader-japarov", MaxHops: 1, Labels: schema.Facts()}},
		"timeline":       {Timeline: &graph.Timeline{Of: []string{"az", "leader-japarov"}, First: 4, Count: true, Node: whole()}},
		"timeline after": {Timeline: &graph.Timeline{Of: []string{"uz", "leader-japarov"}, First: 9, After: []any{"2022-10-11", ""}, From: "2022", Node: whole()}},
		"counted order":  root(agreements(nil, graph.Order{Count: &parties, Desc: true}, graph.Order{Property: "signedOn"})),
		"edge order": {Lookup: &graph.Lookup{IDs: []string{"kg"}, Node: graph.Selection{Connections: []graph.Connection{{
			Key: "agreements", Walk: &graph.Walk{Type: "PARTY_TO", Direction: "OUT", Labels: []string{"Agreement"}},
			Edge:  &graph.Filter{Compare: &graph.Compare{Property: "confidence", Kind: "float", Op: graph.OpGte, Values: []any{0.8}}},
			Order: []graph.Order{{Edge: "confidence", Desc: true}}, First: 2, Backward: true, Keys: true, Ends: true, Count: true,
		}}}}},
	}
	for _, limit := range []int{0, 1, 3, 7, 100} {
		out["subgraph of "+string(rune('a'+limit%26))] = graph.Root{Subgraph: &graph.Walkabout{
			Centers: []string{"kg", "visit-sadyr-japarov-az", "uz"}, Hops: 2, Labels: schema.Facts(), Limit: limit, Cut: true, Node: whole(), Link: wholeLink()}}
	}
	out["subgraph of all"] = graph.Root{Subgraph: &graph.Walkabout{Centers: []string{"kg"}, Hops: 4, Labels: labels(), Limit: 20, Cut: true}}
	for _, op := range []graph.Op{graph.OpEq, graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte, graph.OpOverlaps} {
		for _, date := range []string{"2022", "2022-04", "2024-04-01", "2022-10-11"} {
			f := signed(op, date)
			out["signed "+string(op)+" "+date] = root(agreements(&f))
			out["not signed "+string(op)+" "+date] = root(agreements(&graph.Filter{Not: &f}))
		}
	}
	for _, q := range []graph.Quantifier{graph.Some, graph.Every, graph.None, graph.Single} {
		for _, w := range []graph.Walk{parties, states} {
			out["parties "+string(q)+w.Labels[len(w.Labels)-1]] = root(agreements(&graph.Filter{Related: &graph.Related{Walk: w, Conditions: []graph.Condition{{Quantifier: q, Where: id("az")}}}}))
		}
	}
	for _, op := range []graph.Op{graph.OpEq, graph.OpIn, graph.OpContains, graph.OpStartsWith, graph.OpEndsWith} {
		for _, v := range []string{"TURKIYE", "türk", "ye", "", "%"} {
			out["name "+string(op)+" "+v] = root(graph.Connection{Labels: []string{"State"}, First: 9, Where: &graph.Filter{
				Compare: &graph.Compare{Property: "name", Kind: "text", Op: op, Values: []any{v}}}})
			out["aliases "+string(op)+" "+v] = root(graph.Connection{Labels: []string{"Leader"}, First: 9, Where: &graph.Filter{
				Compare: &graph.Compare{Property: "aliases", Kind: "text_list", Op: op, Values: []any{v}}}})
		}
	}
	in := graph.Filter{Compare: &graph.Compare{Property: "signedOn", Kind: "date", Op: graph.OpIn, Values: []any{"2022-10", "2024"}}}
	out["signed in"] = root(agreements(&in))
	count := graph.Filter{Related: &graph.Related{Walk: states, Counts: []graph.Compare{{Property: "count", Kind: "int", Op: graph.OpGte, Values: []any{float64(3)}}}}}
	out["counted"] = root(agreements(&graph.Filter{Or: &[]graph.Filter{count, id("x")}}))
	for _, desc := range []bool{false, true} {
		for _, backward := range []bool{false, true} {
			c := agreements(nil, graph.Order{Property: "amount", Desc: desc}, graph.Order{Property: "signedOn", Desc: !desc})
			c.Backward = backward
			c.After = []any{nil, "2022-10-11", "agreement-b"}
			out["after missing"+yesNo(desc)+yesNo(backward)] = root(c)
			c.After, c.Before = nil, []any{nil, "2024-04", "agreement-2"}
			out["before missing"+yesNo(desc)+yesNo(backward)] = root(c)
			c.Before = []any{25e6, nil, "agreement-2"}
			out["before"+yesNo(desc)+yesNo(backward)] = root(c)
		}
	}
	return out
}

func yesNo(is bool) string {
	if is {
		return " 1"
	}
	return " 0"
}

func TestAnswersAsNaive(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	naive := graphtest.NewNaive()
	for _, s := range []graph.Store{store, naive} {
		if err := s.Apply(t.Context(), graphtest.Fixture()); err != nil {
			t.Fatal(err)
		}
	}
	for name, root := range asks() {
		t.Run(name, func(t *testing.T) {
			q := &graph.Query{Roots: []graph.Root{root}}
			want, err := naive.Query(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			got, err := store.Query(t.Context(), q)
			if err != nil {
				text, _ := json.Marshal(q)
				t.Fatalf("asking %s: got %v, want an answer", text, err)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("got other than wanted (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSearch(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	if err := store.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	root := graph.Root{Search: &graph.Search{Terms: graph.Terms("Strategic partnership"), Labels: labels(), First: 10, Count: true, Node: whole()}}
	answer, err := store.Query(t.Context(), &graph.Query{Roots: []graph.Root{root}})
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Results[0].Page.Total; got != 2 {
		t.Errorf("got %d hits, want 2: %+v", got, answer.Results[0].Page)
	}
}

// TestPath looks at a path of which there are several as short.
func TestPath(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	if err := store.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	for _, hops := range []int{2, 3, 4, 5, 6, 10} {
		root := graph.Root{Path: &graph.PathQuery{From: "leader-xi-jinping", To: "leader-japarov", MaxHops: hops, Labels: schema.Facts(), Node: whole(), Link: wholeLink()}}
		answer, err := store.Query(t.Context(), &graph.Query{Roots: []graph.Root{root}})
		if err != nil {
			t.Fatal(err)
		}
		walked := answer.Results[0].Walked
		if hops < 5 {
			if walked != nil {
				t.Errorf("within %d hops: got a path of %d, want none", hops, len(walked.Links))
			}
			continue
		}
		if walked == nil || len(walked.Links) != 5 {
			t.Fatalf("within %d hops: got %+v, want a path of 5", hops, walked)
		}
		for i, l := range walked.Links {
			a, b := walked.Nodes[i].ID, walked.Nodes[i+1].ID
			if !(l.From.ID == a && l.To.ID == b || l.From.ID == b && l.To.ID == a) {
				t.Errorf("step %d: got a link %s, want one between %s and %s", i, l.ID(), a, b)
			}
		}
	}
}
