// Package invariant checks what must hold in any graph of the ontology,
// whatever its documents say: ends and labels, evidence and spans, exact
// slices, sorted lists, unique ids, dates and their precision.
//
// It reads a graph once, in the order of Store.Scan, and knows the ontology's
// tables; it knows no store. That a store's index agrees with its tables is
// the store's own Check.
//
//	for violation, err := range invariant.Check(store.Scan(ctx)) { … }
package invariant

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Check yields a violation for each invariant that does not hold, in the order
// of the records, those that need all nodes last. It ends at the first error
// of the records.
func Check(records iter.Seq2[graph.Record, error]) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) {
		c := checker{
			yield: func(v graph.Violation) bool { return yield(v, nil) },
			nodes: map[string]node{}, passages: map[string][]passage{}, spans: map[string]passage{},
		}
		for r, err := range records {
			if err != nil {
				yield(graph.Violation{}, err)
				return
			}
			c.record(r)
			if c.ended {
				return
			}
		}
		c.overlaps()
	}
}

// node is what must be remembered of a node to check relationships.
type node struct {
	label string
	text  string // of a passage
}

type passage struct {
	id         string
	index      int64
	start, end int64
}

type checker struct {
	yield    func(graph.Violation) bool
	ended    bool
	last     string // sort key of the record before
	nodes    map[string]node
	own      []disagreement
	passages map[string][]passage // by document
	spans    map[string]passage   // by passage, until its document is known
}

type disagreement struct {
	of       string
	evidence []string
}

// broken reports a violation; once nobody listens any more it does nothing.
func (c *checker) broken(rule, id, format string, args ...any) {
	if c.ended {
		return
	}
	c.ended = !c.yield(graph.Violation{Rule: rule, ID: id, What: fmt.Sprintf(format, args...)})
}

func (c *checker) record(r graph.Record) {
	switch {
	case r.Node != nil:
		c.inOrder("0", r.Node.ID)
		c.node(r.Node)
	case r.Relationship != nil:
		c.disagreements()
		c.inOrder("1", r.Relationship.ID())
		c.relationship(r.Relationship)
	}
}

func (c *checker) inOrder(kind, id string) {
	key := kind + id
	switch {
	case key == c.last:
		c.broken("id", id, "stands there twice")
	case key < c.last:
		c.broken("order", id, "comes after %q", c.last[1:])
	}
	c.last = key
}

func (c *checker) node(n *graph.Node) {
	if _, twice := c.nodes[n.ID]; twice {
		c.broken("id", n.ID, "is the id of two nodes")
	}
	text, _ := n.Properties["text"].(string)
	if n.Label != "Passage" {
		text = ""
	}
	c.nodes[n.ID] = node{label: n.Label, text: text}
	label, ok := schema.LabelOf(n.Label)
	if !ok {
		c.broken("label", n.ID, "there is no label %q", n.Label)
		return
	}
	if n.Label != "State" && !strings.HasPrefix(n.ID, strings.ToLower(n.Label)+"-") {
		c.broken("id", n.ID, "does not begin with its label %q", strings.ToLower(n.Label))
	}
	if utf8.RuneCountInString(n.ID) > 80 {
		c.broken("id", n.ID, "is longer than 80 code points")
	}
	c.properties(n.ID, label.Properties, n.Properties)
	c.sorted(n.ID, "formerIds", n.FormerIDs)
	for _, d := range n.Disagreements {
		c.sorted(n.ID, "evidence of the disagreement about "+d.Field, d.Evidence)
		c.own = append(c.own, disagreement{n.ID, d.Evidence})
		if label.Property(d.Field) == nil {
			c.broken("disagreement", n.ID, "there is no field %q", d.Field)
		}
	}
	if n.Label == "Passage" {
		c.passage(n)
	}
}

// passage checks that a passage is as long as its place says.
func (c *checker) passage(n *graph.Node) {
	start, hasStart := n.Properties["start"].(int64)
	end, hasEnd := n.Properties["end"].(int64)
	text, hasText := n.Properties["text"].(string)
	index, hasIndex := n.Properties["index"].(int64)
	if !hasStart || !hasEnd || !hasText || !hasIndex {
		c.broken("passage", n.ID, "has no text, index, start or end")
		return
	}
	if got := int64(utf8.RuneCountInString(text)); got == 0 || got != end-start || start < 0 {
		c.broken("passage", n.ID, "its text has %d code points, its place is %d-%d", got, start, end)
	}
	c.spans[n.ID] = passage{n.ID, index, start, end}
}

// disagreements are checked when all nodes are known.
func (c *checker) disagreements() {
	for _, d := range c.own {
		for _, p := range d.evidence {
			if c.nodes[p].label != "Passage" {
				c.broken("evidence", d.of, "a disagreement names %s, which is no passage", p)
			}
		}
	}
	c.own = nil
}

// overlaps checks that the passages of a document are numbered in order and
// do not overlap. An imported part of a graph need not have all of them.
func (c *checker) overlaps() {
	c.disagreements()
	var documents []string
	for d := range c.passages {
		documents = append(documents, d)
	}
	slices.Sort(documents)
	for _, d := range documents {
		ps := c.passages[d]
		slices.SortFunc(ps, func(a, b passage) int { return int(a.start - b.start) })
		for i, p := range ps {
			if i == 0 {
				continue
			}
			if p.index <= ps[i-1].index {
				c.broken("passage", p.id, "has index %d, comes after index %d of %s", p.index, ps[i-1].index, d)
			}
			if p.start < ps[i-1].end {
				c.broken("passage", p.id, "overlaps %s", ps[i-1].id)
			}
		}
	}
	for id := range c.spans {
		c.broken("passage", id, "stands in no document")
	}
}
