package loader_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/resolve"
)

// BenchmarkLoadOne measures what it costs to load one short document (ten
// passages, ten claims), which names the busiest leader and pair of states,
// into stores that hold a thousand and ten thousand like it, drawn with Zipf's
// skew. The cost should hardly grow: compare the two lines of a store.
func BenchmarkLoadOne(b *testing.B) {
	stores := []struct {
		name string
		open func(b *testing.B) (graph.Store, error)
	}{
		{"sqlite", func(b *testing.B) (graph.Store, error) {
			return sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
		}},
		{"neo4j", func(b *testing.B) (graph.Store, error) {
			return neo4j.Open(b.Context(), neo4jtest.Fresh(b))
		}},
	}
	for _, s := range stores {
		for _, size := range []int{1000, 10000} {
			b.Run(fmt.Sprintf("%s/%d", s.name, size), func(b *testing.B) {
				store, err := s.open(b)
				if err != nil {
					b.Fatal(err)
				}
				defer func() { _ = store.Close() }()
				fill(b, store, size)
				measure(b, store, 1e6)
			})
		}
	}
}

func measure(b *testing.B, store graph.Store, from uint64) {
	counting := &counted{Store: store}
	l, n := loader.New(counting), 0
	var took []time.Duration
	for b.Loop() {
		r := short(from+uint64(n), true)
		start := time.Now()
		if _, err := l.Load(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		n++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(counting.reads)/float64(n), "reads/op")
	b.ReportMetric(float64(counting.values)/float64(n), "values/op")
	b.ReportMetric(float64(counting.writes)/float64(n), "writes/op")
}

// counted counts what a store is asked.
type counted struct {
	graph.Store
	reads, values, writes int
}

func (c *counted) Groups(ctx context.Context, keys []string) (*graph.Groups, error) {
	g, err := c.Store.Groups(ctx, keys)
	c.reads++
	if g != nil {
		for _, values := range g.ByKey {
			c.values += len(values)
		}
	}
	return g, err
}

func (c *counted) Apply(ctx context.Context, changes *graph.Changes) error {
	c.writes += len(changes.Memory) + len(changes.PutNodes) + len(changes.PutRelationships)
	return c.Store.Apply(ctx, changes)
}

// fill loads documents, many at a time.
func fill(b *testing.B, store graph.Store, size int) {
	const many = 200 // as many as a Neo4j of little memory takes in one transaction
	for from := 0; from < size; from += many {
		var step resolve.Step
		for n := from; n < min(size, from+many); n++ {
			step.Put = append(step.Put, short(uint64(n), false))
		}
		recall := func(keys []string) (map[string][]graph.Remembered, error) {
			g, err := store.Groups(b.Context(), keys)
			if err != nil {
				return nil, err
			}
			return g.ByKey, nil
		}
		result, err := resolve.Update(resolve.NewView(recall), step)
		if err != nil {
			b.Fatal(err)
		}
		if err := store.Apply(b.Context(), &result.Changes); err != nil {
			b.Fatal(err)
		}
	}
}

// A corpus of so many leaders of so many states, outlets and titles; the
// first of each are in most documents.
const (
	manyLeaders = 400
	manyStates  = 100
	manyOutlets = 200
	manyTitles  = 300
	manyDays    = 3000
)

// short is a short document: two leaders with their offices, a visit, an
// agreement signed during it, a statement, a figure, a citation.
func short(number uint64, busiest bool) *claim.Reading {
	d := &drawing{Rand: rand.New(rand.NewPCG(number, 1)), n: map[string]int{}, r: &claim.Reading{}}
	at := 0
	for i := range 10 {
		t := fmt.Sprintf("Sentence %d of document %d tells what came to pass between the two.", i, number)
		d.r.Passages = append(d.r.Passages, claim.Passage{Text: t, Start: at, End: at + len(t)})
		at += len(t) + 1
	}
	zipf := func(n uint64) int { return int(rand.NewZipf(d.Rand, 1.2, 2, n-1).Uint64()) }
	guest, host, title := zipf(manyLeaders), zipf(manyLeaders), zipf(manyTitles)
	if busiest {
		guest, host = 0, 1
	}
	if host == guest {
		host++
	}
	day := d.IntN(manyDays)
	date := fmt.Sprintf("%04d-%02d-%02d", 2015+day/360, 1+day/30%12, 1+day%28)
	d.r.Document = claim.Document{Source: fmt.Sprintf("%d.txt", number), Title: fmt.Sprintf("Report %d", number), PublishedOn: date}
	if outlet := zipf(manyOutlets); outlet > 0 {
		d.r.Document.Publisher = fmt.Sprintf("Outlet %d", outlet)
	}
	from, to := d.land(guest), d.land(host)
	visitor, receiver := d.person(guest, from), d.person(host, to)
	visit := d.entity("Visit", graph.Properties{"startDate": date[:pick(d, []int{4, 7, 10, 10})], "status": "completed"})
	d.fact("MADE", visitor, visit, nil)
	d.fact("TO", visit, to, nil)
	d.fact("FROM", visit, from, nil)
	d.fact("HOSTED", receiver, visit, nil)
	agreement := d.entity("Agreement", graph.Properties{"title": fmt.Sprintf("Agreement on Subject %d", title), "kind": "treaty", "status": "signed", "signedOn": date[:7]})
	d.fact("PARTY_TO", from, agreement, nil)
	d.fact("PARTY_TO", to, agreement, nil)
	d.fact("SIGNED_DURING", agreement, visit, nil)
	said := d.entity("Statement", graph.Properties{"text": fmt.Sprintf("We are friends number %d.", d.IntN(500)), "kind": "direct"})
	d.fact("SAID", visitor, said, nil)
	figure := d.entity("Figure", graph.Properties{"name": "trade", "value": float64(d.IntN(1000)), "unit": "USD"})
	d.fact("ABOUT", figure, to, nil)
	d.entity("Citation", graph.Properties{"outlet": fmt.Sprintf("Outlet %d", zipf(manyOutlets)), "publishedOn": date, "raw": "(Outlet)"})
	for i, e := range d.r.Entities {
		d.r.Mentions = append(d.r.Mentions, claim.Mention{Passage: i % 10, Start: 0, End: 8, Surface: d.r.Passages[i%10].Text[:8], Of: e.Ref})
	}
	return sealed(d.r)
}

func (d *drawing) land(leader int) claim.Ref {
	n := leader % manyStates
	ref := claim.Ref(fmt.Sprintf("state:%c%c", 'a'+n/10, 'a'+n%10))
	for _, e := range d.r.Entities {
		if e.Ref == ref {
			return ref
		}
	}
	d.r.Entities = append(d.r.Entities, claim.Entity{Ref: ref, Label: "State", Properties: graph.Properties{"name": fmt.Sprintf("State %d", n)},
		Evidence: d.evidence(), Support: d.support()})
	return ref
}

func (d *drawing) person(n int, of claim.Ref) claim.Ref {
	names := []string{fmt.Sprintf("First%d Last%d", n, n), fmt.Sprintf("First%d Last%d", n, n), fmt.Sprintf("Last%d", n)}
	ref := d.entity("Leader", graph.Properties{"name": pick(d, names)})
	d.fact("HOLDS_OFFICE", ref, of, graph.Properties{"title": "president"})
	return ref
}
