package execute

import (
	"slices"
	"sort"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

// trace writes the chain that a lookup brought, null where the id was neither
// an agreement's nor a visit's.
func (w *writer) trace(f *plan.Field, o *graph.Object) {
	if o == nil {
		w.null()
		return
	}
	t := f.Traces[o.Label]
	if t == nil {
		w.null()
		return
	}
	c := readChain(o, t)
	object(w, t.Fields, func(g *plan.Field) {
		switch g.Name {
		case "__typename":
			w.string(g.Type)
		case "agreement":
			w.node(c.agreement, g.NodeFields)
		case "visit":
			w.node(c.visit, g.NodeFields)
		case "leaders":
			list(w, c.leaders, func(l *graph.Object) { w.node(l, g.NodeFields) })
		case "agreements":
			list(w, c.agreements, func(a *graph.Object) { w.node(a, g.NodeFields) })
		case "evidence":
			proofs := c.proofs()
			list(w, proofs[:min(len(proofs), f.Limit)], func(p *proof) { w.proof(p, g.Fields) })
		}
	})
}

// chain is what a trace found.
type chain struct {
	agreement, visit    *graph.Object
	leaders, agreements []*graph.Object
	links               []*graph.Link // all that state the chain
}

func readChain(o *graph.Object, t *plan.Trace) *chain {
	c := &chain{}
	if o.Label == "Agreement" {
		c.agreement = o
		c.agreements = []*graph.Object{o}
		c.parties(o, t)
		if visits := c.follow(o, t.Visits); len(visits) > 0 {
			c.visit = visits[0]
		}
	} else {
		c.visit = o
		c.agreements = c.follow(o, t.Agreements)
		for _, a := range c.agreements {
			c.parties(a, t)
		}
	}
	if c.visit != nil {
		c.leaders = distinct(c.follow(c.visit, t.Leaders))
		c.follow(c.visit, t.To)
	}
	return c
}

func (c *chain) parties(agreement *graph.Object, t *plan.Trace) { c.follow(agreement, t.Parties) }

// follow gives the nodes of a page and keeps the relationships that led there.
func (c *chain) follow(o *graph.Object, key string) []*graph.Object {
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

func distinct(nodes []*graph.Object) []*graph.Object {
	seen := map[string]bool{}
	return slices.DeleteFunc(nodes, func(o *graph.Object) bool {
		was := seen[o.ID]
		seen[o.ID] = true
		return was
	})
}

// proof is a passage with the spans of all facts of the chain that it states.
type proof struct {
	passage *graph.Object
	spans   []string
}

// proofs lists the passages of the chain by id, each once.
func (c *chain) proofs() []*proof {
	byID := map[string]*proof{}
	for _, l := range c.links {
		for _, o := range l.Passages {
			p := byID[o.ID]
			if p == nil {
				p = &proof{passage: o}
				byID[o.ID] = p
			}
			i := slices.Index(l.Evidence, o.ID)
			if i >= 0 && i < len(l.Spans) && !slices.Contains(p.spans, l.Spans[i]) {
				p.spans = append(p.spans, l.Spans[i])
			}
		}
	}
	out := make([]*proof, 0, len(byID))
	for _, p := range byID {
		sort.Slice(p.spans, func(i, j int) bool { return graph.SpanLess(p.spans[i], p.spans[j]) })
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].passage.ID < out[j].passage.ID })
	return out
}

func (w *writer) proof(p *proof, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "__typename":
			w.string(f.Type)
		case "passage":
			w.node(p.passage, f.NodeFields)
		case "document":
			w.node(only(p.passage.Pages[f.Key]), f.NodeFields)
		case "citations":
			var rows []graph.Row
			if page := p.passage.Pages[f.Key]; page != nil {
				rows = page.Rows
			}
			list(w, rows, func(r graph.Row) { w.node(r.Node, f.NodeFields) })
		case "spans":
			w.strings(p.spans)
		}
	})
}
