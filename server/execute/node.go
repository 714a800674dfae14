package execute

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
	"github.com/entente-graph/entente/server/plan"
)

// node writes a node by the fields of its label, null where there is none.
func (w *writer) node(o *graph.Object, byLabel map[string][]*plan.Field) {
	if o == nil {
		w.null()
		return
	}
	object(w, byLabel[o.Label], func(f *plan.Field) { w.nodeField(o, f) })
}

func (w *writer) nodeField(o *graph.Object, f *plan.Field) {
	switch {
	case f.Property != nil && f.Name != "name" && f.Name != "id":
		w.property(f.Property, o.Properties[f.Name])
	case f.Key != "" && f.One:
		w.node(only(o.Pages[f.Key]), f.NodeFields)
	case f.Key != "":
		w.page(f, o.Pages[f.Key])
	default:
		w.common(o, f)
	}
}

// common writes what every node has.
func (w *writer) common(o *graph.Object, f *plan.Field) {
	switch f.Name {
	case "__typename":
		w.string(o.Label)
	case "id":
		w.string(o.ID)
	case "label":
		w.string(labelEnum(o.Label))
	case "name":
		w.string(o.Name())
	case "formerIds":
		w.strings(o.FormerIDs)
	case "disagreements":
		list(w, o.Disagreements, func(d graph.Disagreement) { w.disagreement(&d, f.Fields) })
	case "supports":
		list(w, o.Supports, func(l *graph.Link) { w.link(l, f.Fields) })
	default:
		w.null()
	}
}

func labelEnum(label string) string {
	if l, ok := schema.LabelOf(label); ok {
		return l.Enum
	}
	return strings.ToUpper(label)
}

// only is the one node of a page, nil where there is none.
func only(p *graph.Page) *graph.Object {
	if p == nil || len(p.Rows) == 0 {
		return nil
	}
	return p.Rows[0].Node
}

// property writes a value of a property, null where it is missing, save lists,
// which are empty then.
func (w *writer) property(p *schema.Property, v any) {
	switch p.Kind {
	case schema.TextList:
		w.texts(v)
	case schema.Int, schema.Float:
		w.number(v)
	case schema.Enum:
		if s, ok := v.(string); ok {
			w.string(strings.ToUpper(s))
			return
		}
		w.null()
	default:
		if s, ok := v.(string); ok {
			w.string(s)
			return
		}
		w.null()
	}
}

// texts writes a list of texts, whichever way a store gives it.
func (w *writer) texts(v any) {
	switch v := v.(type) {
	case []string:
		w.strings(v)
	case []any:
		list(w, v, func(e any) {
			s, _ := e.(string)
			w.string(s)
		})
	default:
		w.out = append(w.out, "[]"...)
	}
}

func (w *writer) disagreement(d *graph.Disagreement, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "field":
			w.string(d.Field)
		case "value":
			w.string(d.Value)
		case "evidence":
			w.strings(d.Evidence)
		default:
			w.string(f.Type)
		}
	})
}

// link writes a relationship that stands by itself.
func (w *writer) link(l *graph.Link, fields []*plan.Field) {
	object(w, fields, func(f *plan.Field) {
		switch f.Name {
		case "__typename":
			w.string(f.Type)
		case "id":
			w.string(l.ID())
		case "type":
			w.string(l.Type)
		case "source":
			w.string(l.From.ID)
		case "target":
			w.string(l.To.ID)
		default:
			w.linkField(l, f)
		}
	})
}

// linkField writes what edges and relationships have alike: the evidence of a
// fact. No relationship leads to the nodes of a root connection.
func (w *writer) linkField(l *graph.Link, f *plan.Field) {
	if l == nil {
		l = &graph.Link{}
	}
	switch {
	case f.Property != nil:
		w.property(f.Property, l.Properties[f.Name])
	case f.Name == "evidence":
		list(w, l.Passages, func(o *graph.Object) { w.node(o, f.NodeFields) })
	case f.Name == "spans":
		w.strings(l.Spans)
	case f.Name == "confidence" && isFact(l.Type):
		w.number(l.Confidence)
	default:
		w.null()
	}
}

func isFact(kind string) bool {
	r, ok := schema.RelationshipOf(kind)
	return ok && r.Fact
}
