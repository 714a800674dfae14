package read

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
	"github.com/entente-graph/entente/server/plan"
)

// page is a page with the field that it answers.
type page struct {
	*graph.Page
	field *plan.Field
}

// edge is a row of a page.
type edge struct {
	graph.Row
	field *plan.Field
}

// info is where a page lies.
type info struct{ page }

// count is how much there is of a label or a type.
type count struct {
	name string
	n    int
}

// chain is a trace with how many passages it shows at most.
type chain struct {
	*plan.Chain
	limit int
}

func node(o *graph.Object, f *plan.Field) Value {
	if o == nil {
		return Value{}
	}
	return Value{o, f.NodeFields[o.Label]}
}

func nodes(list []*graph.Object, f *plan.Field) []Value {
	out := make([]Value, len(list))
	for i, o := range list {
		out[i] = node(o, f)
	}
	return out
}

func connection(p *graph.Page, f *plan.Field) Value {
	if p == nil {
		p = &graph.Page{}
	}
	return Value{page{p, f}, f.Fields}
}

// object is the one object that a field leads to.
func object(source any, f *plan.Field) (Value, bool) {
	var v Value
	switch s := source.(type) {
	case *graph.Answer:
		v = rootObject(&s.Results[f.Root], f)
	case *graph.Object:
		p := s.Pages[f.Key]
		if !f.One {
			v = connection(p, f)
		} else if p != nil && len(p.Rows) > 0 {
			v = node(p.Rows[0].Node, f)
		}
	case page:
		v = Value{info{s}, f.Fields}
	case edge:
		v = node(s.Node, f)
	case chain:
		if f.Name == "visit" {
			v = node(s.Visit, f)
		} else {
			v = node(s.Agreement, f)
		}
	case *plan.Proof:
		if f.Name == "passage" {
			v = node(s.Passage, f)
		} else if p := s.Passage.Pages[f.Key]; p != nil && len(p.Rows) > 0 {
			v = node(p.Rows[0].Node, f)
		}
	}
	return v, v.source != nil
}

func rootObject(r *graph.Result, f *plan.Field) Value {
	switch f.Name {
	case "trace":
		if o := r.Objects[0]; o != nil {
			t := f.Traces[o.Label]
			return Value{chain{t.Read(o), f.Limit}, t.Fields}
		}
		return Value{}
	case "path", "subgraph":
		if r.Walked == nil {
			return Value{}
		}
		return Value{r.Walked, f.Fields}
	case "stats":
		return Value{r.Counts, f.Fields}
	}
	if f.NodeFields != nil {
		return node(r.Objects[0], f)
	}
	return connection(r.Page, f)
}

// objects are those of a list.
func objects(source any, f *plan.Field) []Value {
	switch s := source.(type) {
	case *graph.Answer:
		return nodes(s.Results[f.Root].Objects, f)
	case *graph.Object:
		if f.Name == "supports" {
			return links(s.Supports, f)
		}
		return each(s.Disagreements, f, func(d graph.Disagreement) any { return &d })
	case page:
		if f.Name == "edges" {
			return each(s.Rows, f, func(r graph.Row) any { return edge{r, s.field} })
		}
		list := make([]*graph.Object, len(s.Rows))
		for i, r := range s.Rows {
			list[i] = r.Node
		}
		return nodes(list, f)
	case edge:
		if s.Link != nil {
			return nodes(s.Link.Passages, f)
		}
	case *graph.Link:
		return nodes(s.Passages, f)
	case *graph.Walked:
		if f.Name == "edges" {
			return links(s.Links, f)
		}
		return nodes(s.Nodes, f)
	case *graph.Counts:
		return counts(s, f)
	case chain:
		switch f.Name {
		case "leaders":
			return nodes(s.Leaders, f)
		case "agreements":
			return nodes(s.Agreements, f)
		}
		return each(s.Proofs(s.limit), f, func(p *plan.Proof) any { return p })
	case *plan.Proof:
		if p := s.Passage.Pages[f.Key]; p != nil {
			return objects(page{p, f}, &plan.Field{Name: "nodes", NodeFields: f.NodeFields})
		}
	}
	return nil
}

func links(list []*graph.Link, f *plan.Field) []Value {
	return each(list, f, func(l *graph.Link) any { return l })
}

func each[T any](list []T, f *plan.Field, source func(T) any) []Value {
	out := make([]Value, len(list))
	for i, e := range list {
		out[i] = Value{source(e), f.Fields}
	}
	return out
}

func counts(c *graph.Counts, f *plan.Field) []Value {
	if f.Name == "nodes" {
		return each(schema.Labels(), f, func(l schema.Label) any { return count{l.Enum, c.Nodes[l.Name]} })
	}
	return each(schema.Relationships(), f, func(r schema.Relationship) any { return count{r.Type, c.Relationships[r.Type]} })
}

// scalar is a value of a field, nil where it is missing.
func scalar(source any, f *plan.Field) any {
	switch s := source.(type) {
	case *graph.Object:
		return nodeScalar(s, f)
	case *graph.Disagreement:
		return map[string]any{"field": s.Field, "value": s.Value, "evidence": s.Evidence}[f.Name]
	case page:
		return s.Total
	case info:
		return infoScalar(s, f)
	case edge:
		return edgeScalar(s, f)
	case *graph.Link:
		if v, ok := map[string]any{"id": s.ID(), "type": s.Type, "source": s.From.ID, "target": s.To.ID}[f.Name]; ok {
			return v
		}
		return linkScalar(s, f)
	case *graph.Walked:
		return map[string]any{"length": len(s.Links), "cut": s.Cut}[f.Name]
	case count:
		if f.Name == "count" {
			return s.n
		}
		return s.name
	case *plan.Proof:
		return s.Spans
	}
	return nil
}

func nodeScalar(o *graph.Object, f *plan.Field) any {
	switch f.Name {
	case "id":
		return o.ID
	case "label":
		return strings.ToUpper(o.Label)
	case "name":
		return o.Name()
	case "formerIds":
		return o.FormerIDs
	}
	return o.Properties[f.Name]
}

func infoScalar(p info, f *plan.Field) any {
	switch f.Name {
	case "hasNextPage":
		return p.HasNext
	case "hasPreviousPage":
		return p.HasPrevious
	}
	if len(p.Rows) == 0 {
		return nil
	}
	row := p.Rows[0]
	if f.Name == "endCursor" {
		row = p.Rows[len(p.Rows)-1]
	}
	return cursor(edge{row, p.field})
}

func edgeScalar(e edge, f *plan.Field) any {
	switch f.Name {
	case "cursor":
		return cursor(e)
	case "score":
		return e.Score
	case "snippet":
		return e.Snippet
	case "date":
		if e.field.Name == "timeline" {
			if e.Date == "" {
				return nil
			}
			return e.Date
		}
	}
	if e.Link == nil {
		return nil
	}
	return linkScalar(e.Link, f)
}

func linkScalar(l *graph.Link, f *plan.Field) any {
	switch f.Name {
	case "spans":
		return l.Spans
	case "confidence":
		if r, ok := schema.RelationshipOf(l.Type); !ok || !r.Fact {
			return nil
		}
		return l.Confidence
	}
	return l.Properties[f.Name]
}

func cursor(e edge) string {
	switch e.field.Name {
	case "search":
		return plan.EncodeCursor(e.field.Order, []any{e.Score, e.Node.ID})
	case "timeline":
		if e.Date == "" {
			return plan.EncodeCursor(e.field.Order, []any{nil, e.Node.ID})
		}
		return plan.EncodeCursor(e.field.Order, []any{e.Date, e.Node.ID})
	}
	return plan.EncodeCursor(e.field.Order, e.Keys)
}
