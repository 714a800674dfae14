package plan

import (
	"slices"
	"sort"

	"github.com/entente-graph/entente/graph"
)

// Chain is what a trace found.
type Chain struct {
	Agreement, Visit    *graph.Object // nil where there is none
	Leaders, Agreements []*graph.Object
	links               []*graph.Link // all that state the chain
}

// Proof is a passage with the spans of all facts of a chain that it states.
type Proof struct {
	Passage *graph.Object
	Spans   []string
}

// Read gathers a chain from the node that a trace's lookup brought.
func (t *Trace) Read(o *graph.Object) *Chain {
	c := &Chain{}
	if o.Label == "Agreement" {
		c.Agreement = o
		c.Agreements = []*graph.Object{o}
		c.follow(o, t.Parties)
		if visits := c.follow(o, t.Visits); len(visits) > 0 {
			c.Visit = visits[0]
		}
	} else {
		c.Visit = o
		c.Agreements = c.follow(o, t.Agreements)
		for _, a := range c.Agreements {
			c.follow(a, t.Parties)
		}
	}
	if c.Visit != nil {
		c.Leaders = c.follow(c.Visit, t.Leaders)
		c.follow(c.Visit, t.To)
	}
	return c
}

// follow gives the nodes of a page and keeps the relationships that led there.
func (c *Chain) follow(o *graph.Object, key string) []*graph.Object {
	page := o.Pages[key]
	if key == "" || page == nil {
		return nil
	}
	nodes := make([]*graph.Object, len(page.Rows))
	for i, r := range page.Rows {
		nodes[i] = r.Node
		if r.Link != nil {
			c.links = append(c.links, r.Link)
		}
	}
	return nodes
}

// Proofs lists the passages of the chain by id, each once, at most so many.
func (c *Chain) Proofs(most int) []*Proof {
	byID := map[string]*Proof{}
	for _, l := range c.links {
		for _, o := range l.Passages {
			p := byID[o.ID]
			if p == nil {
				p = &Proof{Passage: o}
				byID[o.ID] = p
			}
			i := slices.Index(l.Evidence, o.ID)
			if i >= 0 && i < len(l.Spans) && !slices.Contains(p.Spans, l.Spans[i]) {
				p.Spans = append(p.Spans, l.Spans[i])
			}
		}
	}
	out := make([]*Proof, 0, len(byID))
	for _, p := range byID {
		sort.Slice(p.Spans, func(i, j int) bool { return graph.SpanLess(p.Spans[i], p.Spans[j]) })
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Passage.ID < out[j].Passage.ID })
	return out[:min(len(out), most)]
}
