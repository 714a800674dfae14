package execute

import (
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

// trace writes the chain that a lookup brought, null where the id was neither
// an agreement's nor a visit's.
func (w *writer) trace(f *plan.Field, o *graph.Object) {
	if o == nil || f.Traces[o.Label] == nil {
		w.null()
		return
	}
	t := f.Traces[o.Label]
	c := t.Read(o)
	object(w, t.Fields, func(g *plan.Field) {
		switch g.Name {
		case "__typename":
			w.string(g.Type)
		case "agreement":
			w.node(c.Agreement, g.NodeFields)
		case "visit":
			w.node(c.Visit, g.NodeFields)
		case "leaders":
			list(w, c.Leaders, func(l *graph.Object) { w.node(l, g.NodeFields) })
		case "agreements":
			list(w, c.Agreements, func(a *graph.Object) { w.node(a, g.NodeFields) })
		case "evidence":
			list(w, c.Proofs(f.Limit), func(p *plan.Proof) { w.proof(p, g.Fields) })
		}
	})
}

func (w *writer) proof(p *plan.Proof, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "__typename":
			w.string(f.Type)
		case "passage":
			w.node(p.Passage, f.NodeFields)
		case "document":
			w.node(only(p.Passage.Pages[f.Key]), f.NodeFields)
		case "citations":
			var rows []graph.Row
			if page := p.Passage.Pages[f.Key]; page != nil {
				rows = page.Rows
			}
			list(w, rows, func(r graph.Row) { w.node(r.Node, f.NodeFields) })
		case "spans":
			w.strings(p.Spans)
		}
	})
}
