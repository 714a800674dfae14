package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/entente-graph/entente/graph"
)

// Skewed makes the changes of one document after another, as a loader would:
// ten passages, two visits and two agreements each. Who travels where is drawn
// with Zipf's skew from 400 leaders and 50 states, so that the first of them
// are in most documents.
type Skewed struct {
	rand            *rand.Rand
	leaders, states *rand.Zipf
	next            int
}

// NewSkewed begins the documents of a seed; the same seed makes the same ones.
func NewSkewed(seed uint64) *Skewed {
	r := rand.New(rand.NewPCG(seed, 7))
	return &Skewed{rand: r, leaders: rand.NewZipf(r, 1.3, 4, 399), states: rand.NewZipf(r, 1.3, 4, 49)}
}

// Busiest names the leader and the state that most documents speak of.
func (s *Skewed) Busiest() (leader, state string) { return "leader-0", "state-0" }

// Next makes the changes of the next document.
func (s *Skewed) Next() *graph.Changes {
	d := document{Skewed: s, number: s.next, changes: &graph.Changes{}, put: map[string]bool{}}
	s.next++
	d.begin()
	for range 2 {
		d.visit()
	}
	return d.changes
}

func (s *Skewed) day() string {
	return fmt.Sprintf("20%02d-%02d-%02d", 10+s.rand.IntN(15), 1+s.rand.IntN(12), 1+s.rand.IntN(28))
}

func (s *Skewed) words(n int) string {
	text := ""
	for range n {
		// The smaller the number, the more common the word.
		text += "word" + strconv.Itoa(s.rand.IntN(1+s.rand.IntN(5000))) + " "
	}
	return text[:len(text)-1] + "."
}

// document is one that is being made.
type document struct {
	*Skewed
	number   int
	passages []string
	changes  *graph.Changes
	put      map[string]bool // ids of nodes and relationships that are in changes
}

func (d *document) node(label, id string, properties graph.Properties) graph.Ref {
	if !d.put[id] {
		d.put[id] = true
		d.changes.PutNodes = append(d.changes.PutNodes, graph.Node{Label: label, ID: id, Properties: properties})
	}
	return graph.Ref{Label: label, ID: id}
}

func (d *document) relate(kind string, from, to graph.Ref, properties graph.Properties, fact bool) {
	r := graph.Relationship{Type: kind, From: from, To: to, Properties: properties}
	if d.put[r.ID()] {
		return
	}
	d.put[r.ID()] = true
	if fact {
		r.Evidence, r.Spans, r.Confidence = []string{d.passages[d.rand.IntN(len(d.passages))]}, []string{"0-20"}, float64(50+d.rand.IntN(50))/100
	}
	d.changes.PutRelationships = append(d.changes.PutRelationships, graph.PutRelationship{Relationship: r})
}

func (d *document) begin() {
	self := d.node("Document", fmt.Sprintf("document-%d", d.number), graph.Properties{"title": d.words(6), "publishedOn": d.day()})
	source := d.node("Citation", fmt.Sprintf("citation-%d", d.number/3), graph.Properties{"outlet": fmt.Sprintf("Outlet %d", d.number%20), "publishedOn": d.day()})
	d.relate("CITES", self, source, nil, false)
	for i := range 10 {
		p := d.node("Passage", fmt.Sprintf("passage-%d-%d", d.number, i), graph.Properties{"text": d.words(18), "index": int64(i)})
		d.passages = append(d.passages, p.ID)
		d.relate("PART_OF", p, self, nil, false)
	}
}

func (d *document) leader() graph.Ref {
	n := d.leaders.Uint64()
	return d.node("Leader", fmt.Sprintf("leader-%d", n), graph.Properties{"name": fmt.Sprintf("Leader Number%d", n)})
}

func (d *document) state() graph.Ref {
	n := d.states.Uint64()
	return d.node("State", fmt.Sprintf("state-%d", n), graph.Properties{"name": fmt.Sprintf("State Number%d", n)})
}

// visit adds a visit and what was signed during it.
func (d *document) visit() {
	who, from, to, date := d.leader(), d.state(), d.state(), d.day()
	visit := d.node("Visit", fmt.Sprintf("visit-%s-%s-%s", who.ID, to.ID, date), graph.Properties{"name": who.ID + " to " + to.ID, "startDate": date, "kind": "state", "status": "completed"})
	d.relate("HOLDS_OFFICE", who, from, graph.Properties{"title": "president"}, true)
	d.relate("MADE", who, visit, nil, true)
	d.relate("FROM", visit, from, nil, true)
	d.relate("TO", visit, to, nil, true)
	agreement := d.node("Agreement", "agreement-"+visit.ID, graph.Properties{"title": "agreement on " + d.words(3), "kind": "treaty", "signedOn": date, "amount": float64(d.rand.IntN(1000)) * 1e6})
	d.relate("SIGNED_DURING", agreement, visit, nil, true)
	d.relate("PARTY_TO", from, agreement, nil, true)
	d.relate("PARTY_TO", to, agreement, nil, true)
	for _, named := range []graph.Ref{who, from, to, visit} {
		p := graph.Ref{Label: "Passage", ID: d.passages[d.rand.IntN(len(d.passages))]}
		d.relate("MENTIONS", p, named, graph.Properties{"start": int64(0), "end": int64(6), "surface": "word"}, false)
	}
	pair := []string{from.ID, to.ID}
	slices.Sort(pair)
	for _, key := range []string{"leader/" + from.ID, "visit/" + who.ID + "/" + to.ID, "pair/" + pair[0] + "/" + pair[1]} {
		d.changes.Memory = append(d.changes.Memory, graph.Memory{Key: key, Value: fmt.Sprintf("claim of document %d: %s", d.number, visit.ID), Delta: 1})
	}
}
