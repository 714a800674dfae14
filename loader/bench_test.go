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
// skew. The cost should hardly grow: "ratio" is that of the medians. Each run
// makes the same number of loads, whatever -benchtime says: give it 1x.
//
// Loads into the two SQLite stores take turns, so that whatever else the
// machine does slows both. A Neo4j server has one database: it is filled on.
func BenchmarkLoadOne(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) {
		var all [2]*meter
		for i, size := range sizes {
			store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
			if err != nil {
				b.Fatal(err)
			}
			defer func() { _ = store.Close() }()
			fill(b, store, 0, size)
			all[i] = newMeter(store, 1e6)
		}
		for n := range rounds {
			all[n%2].load(b)
			all[1-n%2].load(b)
		}
		report(b, all)
	})
	b.Run("neo4j", func(b *testing.B) {
		store, err := neo4j.Open(b.Context(), neo4jtest.Fresh(b))
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = store.Close() }()
		var all [2]*meter
		filled := 0
		for i, size := range sizes {
			fill(b, store, filled, size)
			filled = size
			warm := newMeter(store, uint64(2*i+1)*1e6) // the server compiles what it runs often
			for range rounds {
				warm.load(b)
			}
			all[i] = newMeter(store, uint64(2*i+2)*1e6)
			for range rounds {
				all[i].load(b)
			}
		}
		report(b, all)
	})
}

var sizes = [2]int{1000, 10000}

// rounds is how many loads a median is taken of.
const rounds = 150

// meter loads documents into one store, one after the other.
type meter struct {
	store  *counted
	loader *loader.Loader
	next   uint64 // number of the next document
	took   []time.Duration
}

func newMeter(store graph.Store, from uint64) *meter {
	counting := &counted{Store: store}
	return &meter{store: counting, loader: loader.New(counting), next: from}
}

func (m *meter) load(b *testing.B) {
	r := short(m.next, true)
	m.next++
	start := time.Now()
	if out, err := m.loader.Load(b.Context(), r); err != nil || out.Known {
		b.Fatalf("got %+v, %v, want a load that changes something", out, err)
	}
	m.took = append(m.took, time.Since(start))
}

func (m *meter) median() float64 {
	slices.Sort(m.took)
	return float64(m.took[len(m.took)/2].Microseconds()) / 1000
}

func report(b *testing.B, all [2]*meter) {
	for i, m := range all {
		metric := func(value float64, what string) { b.ReportMetric(value, fmt.Sprintf("%s@%d", what, sizes[i])) }
		n := float64(len(m.took))
		metric(m.median(), "median-ms")
		metric(float64(m.store.reads)/n, "reads/op")
		metric(float64(m.store.values)/n, "values/op")
		metric(float64(m.store.writes)/n, "writes/op")
	}
	b.ReportMetric(all[1].median()/all[0].median(), "ratio")
	b.ReportMetric(0, "ns/op") // of all of it: says nothing
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

// fill loads documents, many at a time, until a store that holds the first
// ones holds as many as it is to.
func fill(b *testing.B, store graph.Store, from, size int) {
	const many = 200 // as many as a Neo4j of little memory takes in one transaction
	for ; from < size; from += many {
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
	agreement := d.entity("Agreement", graph.Properties{"title": fmt.Sprintf("Agreement on Subject%d", title), "kind": "treaty", "status": "signed", "signedOn": date[:7]})
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
