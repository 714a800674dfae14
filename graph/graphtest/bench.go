package graphtest

import (
	"context"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Bench measures a store that holds so many documents of Skewed: one more
// document, the main questions about its busiest leader and state, and a scan.
// open gives an empty store. It asserts nothing: what is measured is compared
// between stores and sizes by whoever runs it.
//
//	func BenchmarkStore(b *testing.B) {
//		graphtest.Bench(b, 1000, func(b *testing.B) graph.Store { return openEmpty(b) })
//	}
func Bench(b *testing.B, documents int, open func(b *testing.B) graph.Store) {
	store, news := open(b), NewSkewed(1)
	for range documents {
		if err := store.Apply(b.Context(), news.Next()); err != nil {
			b.Fatalf("filling the store: %v", err)
		}
	}
	b.Run("apply one more document", func(b *testing.B) {
		for b.Loop() {
			if err := store.Apply(b.Context(), news.Next()); err != nil {
				b.Fatalf("applying a document: %v", err)
			}
		}
	})
	leader, state := news.Busiest()
	b.Run("groups of the busiest leader", func(b *testing.B) {
		for b.Loop() {
			if _, err := store.Groups(b.Context(), []string{"leader/" + state, "visit/" + leader + "/" + state}); err != nil {
				b.Fatalf("reading groups: %v", err)
			}
		}
	})
	for _, q := range benchQueries(leader, state) {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := store.Query(b.Context(), &graph.Query{Roots: []graph.Root{q.root}}); err != nil {
					b.Fatalf("asking a query: %v", err)
				}
			}
		})
	}
	b.Run("scan", func(b *testing.B) {
		for b.Loop() {
			if err := scanAll(b.Context(), store); err != nil {
				b.Fatalf("scanning: %v", err)
			}
		}
	})
}

func scanAll(ctx context.Context, s graph.Store) error {
	for _, err := range s.Scan(ctx) {
		if err != nil {
			return err
		}
	}
	return nil
}

type benchQuery struct {
	name string
	root graph.Root
}

func benchQueries(leader, state string) []benchQuery {
	names := graph.Selection{Properties: []string{"name", "title"}}
	connection := func(key, kind, direction string, node graph.Selection, labels ...string) graph.Connection {
		return graph.Connection{Key: key, Walk: walk(kind, direction, labels...), First: 10, Count: true, Keys: true, Ends: true, Node: node}
	}
	with := func(cs ...graph.Connection) graph.Selection {
		return graph.Selection{Properties: names.Properties, Connections: cs}
	}
	offices := connection("offices", "HOLDS_OFFICE", "OUT", names, "State")
	leaders := connection("leaders", "MADE", "IN", with(offices), "Leader")
	visits := connection("visits", "TO", "IN", with(leaders), "Visit")
	during := connection("visits", "SIGNED_DURING", "OUT", with(leaders), "Visit")
	during.Link = &graph.LinkSelection{Evidence: &graph.Selection{Properties: []string{"text"}, Connections: []graph.Connection{connection("document", "PART_OF", "OUT", names, "Document")}}}
	traced := graph.Filter{Related: &graph.Related{Walk: *walk("PARTY_TO", "IN", "State"), Conditions: []graph.Condition{{Quantifier: graph.Some, Where: compare("id", "id", graph.OpEq, state)}}}}
	page := graph.Connection{Labels: []string{"Agreement"}, First: 20, Count: true, Keys: true, Ends: true, Order: []graph.Order{{Property: "signedOn", Desc: true}}, Where: &traced, Node: with(during)}
	return []benchQuery{
		{"lookup", graph.Root{Lookup: &graph.Lookup{IDs: []string{leader}, Node: names}}},
		{"four levels from the busiest state", graph.Root{Lookup: &graph.Lookup{IDs: []string{state}, Node: with(visits)}}},
		{"agreements of the busiest state with their evidence", graph.Root{Nodes: &page}},
		{"search for a common word", graph.Root{Search: &graph.Search{Terms: []string{"word1"}, Labels: []string{"Passage"}, First: 10, Node: names}}},
		{"search for two words", graph.Root{Search: &graph.Search{Terms: []string{"word7", "word11"}, Labels: []string{"Passage"}, First: 10, Count: true, Node: names}}},
		{"path", graph.Root{Path: &graph.PathQuery{From: "leader-12", To: "leader-20", MaxHops: 6, Labels: schema.Facts(), Node: names}}},
		{"subgraph of one hop", graph.Root{Subgraph: &graph.Walkabout{Centers: []string{state}, Hops: 1, Limit: 500, Labels: schema.Facts(), Cut: true, Node: names}}},
		{"subgraph of two hops", graph.Root{Subgraph: &graph.Walkabout{Centers: []string{state}, Hops: 2, Limit: 500, Labels: schema.Facts(), Cut: true, Node: names}}},
		{"timeline", graph.Root{Timeline: &graph.Timeline{Of: []string{leader}, First: 50, Count: true, Node: names}}},
		{"stats", graph.Root{Stats: true}},
	}
}
