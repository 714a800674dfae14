package execute

import (
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
	"github.com/entente-graph/entente/server/plan"
)

// page writes a connection. A page that a store left out is empty.
func (w *writer) page(f *plan.Field, p *graph.Page) {
	if p == nil {
		p = &graph.Page{}
	}
	object(w, f.Fields, func(c *plan.Field) {
		switch c.Name {
		case "__typename":
			w.string(c.Type)
		case "totalCount":
			w.int(p.Total)
		case "nodes":
			list(w, p.Rows, func(r graph.Row) { w.node(r.Node, c.NodeFields) })
		case "edges":
			list(w, p.Rows, func(r graph.Row) { w.edge(&r, c.Fields, f) })
		case "pageInfo":
			w.pageInfo(p, c.Fields, f)
		}
	})
}

func (w *writer) edge(r *graph.Row, fields []*plan.Field, page *plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "__typename":
			w.string(f.Type)
		case "cursor":
			w.string(cursorOf(r, page))
		case "node":
			w.node(r.Node, f.NodeFields)
		case "score":
			w.number(r.Score)
		case "snippet":
			w.string(r.Snippet)
		case "date":
			if r.Date == "" {
				w.null()
				return
			}
			w.string(r.Date)
		default:
			w.linkField(r.Link, f)
		}
	})
}

// cursorOf is the place of a row. Search and timeline give no keys: score or
// date, and the id, are theirs.
func cursorOf(r *graph.Row, page *plan.Field) string {
	keys := r.Keys
	switch {
	case page.Name == "search":
		keys = []any{r.Score, r.Node.ID}
	case page.Name == "timeline" && r.Date == "":
		keys = []any{nil, r.Node.ID}
	case page.Name == "timeline":
		keys = []any{r.Date, r.Node.ID}
	}
	return plan.EncodeCursor(page.Order, keys)
}

func (w *writer) pageInfo(p *graph.Page, fields []*plan.Field, page *plan.Field) {
	end := func(i int) {
		if len(p.Rows) == 0 {
			w.null()
			return
		}
		w.string(cursorOf(&p.Rows[i], page))
	}
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "__typename":
			w.string(f.Type)
		case "hasNextPage":
			w.bool(p.HasNext)
		case "hasPreviousPage":
			w.bool(p.HasPrevious)
		case "startCursor":
			end(0)
		case "endCursor":
			end(len(p.Rows) - 1)
		}
	})
}

// walked writes a path, null where there is none, or a subgraph.
func (w *writer) walked(f *plan.Field, a *graph.Walked) {
	if a == nil {
		if f.Name == "path" {
			w.null()
			return
		}
		a = &graph.Walked{}
	}
	object(w, f.Fields, func(c *plan.Field) {
		switch c.Name {
		case "__typename":
			w.string(c.Type)
		case "length":
			w.int(len(a.Links))
		case "cut":
			w.int(a.Cut)
		case "nodes":
			list(w, a.Nodes, func(o *graph.Object) { w.node(o, c.NodeFields) })
		case "edges":
			list(w, a.Links, func(l *graph.Link) { w.link(l, c.Fields) })
		}
	})
}

// stats writes how much there is of every label and type, none too.
func (w *writer) stats(f *plan.Field, c *graph.Counts) {
	if c == nil {
		c = &graph.Counts{}
	}
	object(w, f.Fields, func(s *plan.Field) {
		switch s.Name {
		case "__typename":
			w.string(s.Type)
		case "nodes":
			list(w, schema.Labels(), func(l schema.Label) { w.count(s.Fields, "label", l.Enum, c.Nodes[l.Name]) })
		case "relationships":
			list(w, schema.Relationships(), func(r schema.Relationship) { w.count(s.Fields, "type", r.Type, c.Relationships[r.Type]) })
		}
	})
}

func (w *writer) count(fields []*plan.Field, of, name string, n int) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case of:
			w.string(name)
		case "count":
			w.int(n)
		default:
			w.string(f.Type)
		}
	})
}
