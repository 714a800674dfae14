package sqlite_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/schema"
)

var documents = flag.Int("documents", 100, "how many documents of about 300 nodes the benchmarks' graph is made of")

// news makes documents about a few hundred leaders and fifty states, the first
// of which are in most of them.
type news struct {
	rand            *rand.Rand
	leaders, states *rand.Zipf
}

const (
	allLeaders = 400
	allStates  = 50
)

func newNews(seed uint64) *news {
	r := rand.New(rand.NewPCG(seed, 1))
	return &news{r, rand.NewZipf(r, 1.3, 4, allLeaders-1), rand.NewZipf(r, 1.3, 4, allStates-1)}
}

func (n *news) leader() graph.Ref {
	return graph.Ref{Label: "Leader", ID: fmt.Sprintf("leader-%d", n.leaders.Uint64())}
}

func (n *news) state() graph.Ref {
	return graph.Ref{Label: "State", ID: fmt.Sprintf("s%d", n.states.Uint64())}
}

func (n *news) day() string {
	return fmt.Sprintf("20%02d-%02d-%02d", 10+n.rand.IntN(15), 1+n.rand.IntN(12), 1+n.rand.IntN(28))
}

func (n *news) words(count int) string {
	text := ""
	for range count {
		text += fmt.Sprintf("word%d ", n.rand.IntN(20000))
	}
	return text
}

// world is what all documents speak of.
func (n *news) world() *graph.Changes {
	c := &graph.Changes{}
	for i := range allStates {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "State", ID: fmt.Sprintf("s%d", i), Properties: graph.Properties{"name": fmt.Sprintf("State %d", i)}})
	}
	for i := range allLeaders {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Leader", ID: fmt.Sprintf("leader-%d", i), Properties: graph.Properties{"name": fmt.Sprintf("Leader Number%d", i)}})
	}
	return c
}

// document makes the i-th: 250 passages, twenty visits and as many agreements.
func (n *news) document(i int) *graph.Changes {
	c := &graph.Changes{}
	seen := map[string]bool{}
	put := func(r graph.Relationship) {
		if id := r.ID(); !seen[id] {
			seen[id] = true
			c.PutRelationships = append(c.PutRelationships, graph.PutRelationship{Relationship: r})
		}
	}
	doc := graph.Ref{Label: "Document", ID: fmt.Sprintf("document-%d", i)}
	c.PutNodes = append(c.PutNodes, graph.Node{Label: doc.Label, ID: doc.ID, Properties: graph.Properties{"title": n.words(6), "publishedOn": n.day()}})
	var passages []graph.Ref
	for j := range 250 {
		p := graph.Ref{Label: "Passage", ID: fmt.Sprintf("passage-%d-%d", i, j)}
		passages = append(passages, p)
		c.PutNodes = append(c.PutNodes, graph.Node{Label: p.Label, ID: p.ID, Properties: graph.Properties{
			"text": n.words(20), "index": int64(j), "start": int64(j * 100), "end": int64(j*100 + 99)}})
		put(graph.Relationship{Type: "PART_OF", From: p, To: doc})
		put(graph.Relationship{Type: "MENTIONS", From: p, To: n.state(), Properties: graph.Properties{"start": int64(0), "end": int64(5), "surface": "word"}})
	}
	fact := func(kind string, from, to graph.Ref) {
		put(graph.Relationship{Type: kind, From: from, To: to, Confidence: 0.9,
			Evidence: []string{passages[n.rand.IntN(len(passages))].ID}, Spans: []string{"0-9"}})
	}
	for j := range 20 {
		v := graph.Ref{Label: "Visit", ID: fmt.Sprintf("visit-%d-%d", i, j)}
		a := graph.Ref{Label: "Agreement", ID: fmt.Sprintf("agreement-%d-%d", i, j)}
		day := n.day()
		c.PutNodes = append(c.PutNodes,
			graph.Node{Label: v.Label, ID: v.ID, Properties: graph.Properties{"name": n.words(4), "startDate": day, "startDatePrecision": "day", "status": "completed"}},
			graph.Node{Label: a.Label, ID: a.ID, Properties: graph.Properties{"title": n.words(4), "signedOn": day, "signedOnPrecision": "day", "kind": "treaty"}})
		fact("MADE", n.leader(), v)
		fact("TO", v, n.state())
		fact("SIGNED_DURING", a, v)
		fact("PARTY_TO", n.state(), a)
		fact("PARTY_TO", n.state(), a)
	}
	return c
}

func filled(b *testing.B) *sqlite.Store {
	b.Helper()
	s := open(b, filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
	n := newNews(1)
	if err := s.Apply(b.Context(), n.world()); err != nil {
		b.Fatal(err)
	}
	for i := range *documents {
		if err := s.Apply(b.Context(), n.document(i)); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

func BenchmarkApply(b *testing.B) {
	s := filled(b)
	n := newNews(2)
	b.Run("new", func(b *testing.B) {
		i := *documents
		for b.Loop() {
			if err := s.Apply(b.Context(), n.document(i)); err != nil {
				b.Fatal(err)
			}
			i++
		}
	})
	known := n.document(1 << 20)
	b.Run("known", func(b *testing.B) {
		for b.Loop() {
			if err := s.Apply(b.Context(), known); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkQuery(b *testing.B) {
	s := filled(b)
	walk := func(kind, direction string, labels ...string) *graph.Walk {
		return &graph.Walk{Type: kind, Direction: direction, Labels: labels}
	}
	hanging := func(w *graph.Walk, first int, order ...graph.Order) []graph.Connection {
		return []graph.Connection{{Key: "k", Walk: w, First: first, Order: order, Node: graph.Selection{Properties: []string{"name", "startDate", "title"}}}}
	}
	id := func(v string) graph.Filter {
		return graph.Filter{Related: &graph.Related{Walk: *walk("PARTY_TO", "IN", "State", "Organization"), Conditions: []graph.Condition{{
			Quantifier: graph.Some, Where: graph.Filter{Compare: &graph.Compare{Property: "id", Kind: "id", Op: graph.OpEq, Values: []any{v}}}}}}}
	}
	newest := graph.Order{Property: "startDate", Desc: true}
	signed := graph.Order{Property: "signedOn", Desc: true}
	after := graph.Filter{Compare: &graph.Compare{Property: "signedOn", Kind: "date", Op: graph.OpGte, Values: []any{"2020"}}}
	questions := []struct {
		name string
		root func(n *news) graph.Root
	}{
		{"leader", func(n *news) graph.Root {
			return graph.Root{Lookup: &graph.Lookup{IDs: []string{n.leader().ID}, Labels: []string{"Leader"}, Node: graph.Selection{Properties: []string{"name"}, Connections: hanging(walk("MADE", "OUT", "Visit"), 10, newest)}}}
		}},
		{"filter", func(n *news) graph.Root {
			return graph.Root{Nodes: &graph.Connection{Labels: []string{"Agreement"}, First: 20, Count: true, Order: []graph.Order{signed},
				Where: &graph.Filter{And: []graph.Filter{id(n.state().ID), id(n.state().ID), after}},
				Node:  graph.Selection{Properties: []string{"title"}, Connections: hanging(walk("PARTY_TO", "IN", "State", "Organization"), 100)}}}
		}},
		{"newest agreements", func(n *news) graph.Root {
			return graph.Root{Nodes: &graph.Connection{Labels: []string{"Agreement"}, First: 20, Order: []graph.Order{signed}, Node: graph.Selection{Properties: []string{"title"}}}}
		}},
		{"subgraph", func(n *news) graph.Root {
			return graph.Root{Subgraph: &graph.Walkabout{Centers: []string{n.state().ID}, Hops: 2, Limit: 500, Labels: schema.Facts(), Node: graph.Selection{Properties: []string{"name"}}}}
		}},
		{"path", func(n *news) graph.Root {
			return graph.Root{Path: &graph.PathQuery{From: n.leader().ID, To: n.leader().ID, MaxHops: 6, Labels: schema.Facts(), Node: graph.Selection{Properties: []string{"name"}}}}
		}},
		{"search", func(n *news) graph.Root {
			return graph.Root{Search: &graph.Search{Terms: []string{fmt.Sprintf("word%d", n.rand.IntN(20000))}, First: 20, Labels: []string{"Passage", "Visit", "Agreement"}}}
		}},
		{"stats", func(*news) graph.Root { return graph.Root{Stats: true} }},
		{"timeline", func(n *news) graph.Root {
			return graph.Root{Timeline: &graph.Timeline{Of: []string{n.state().ID}, First: 20, Count: true}}
		}},
	}
	for _, q := range questions {
		b.Run(q.name, func(b *testing.B) {
			n := newNews(3)
			for b.Loop() {
				if _, err := s.Query(b.Context(), &graph.Query{Roots: []graph.Root{q.root(n)}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
