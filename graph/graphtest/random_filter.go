package graphtest

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// filter draws a filter on nodes of the labels, at most so deep.
func (d *dice) filter(labels []string, depth int) *graph.Filter {
	var f graph.Filter
	if depth <= 0 {
		f.Compare = d.compare(d.nodeProperty(labels))
		return &f
	}
	switch d.IntN(12) {
	case 0:
		for range d.IntN(4) {
			f.And = append(f.And, *d.filter(labels, depth-1))
		}
	case 1, 2:
		either := []graph.Filter{}
		for range d.IntN(4) {
			either = append(either, *d.filter(labels, depth-1))
		}
		f.Or = &either
	case 3, 4:
		f.Not = d.filter(labels, depth-1)
	case 5, 6, 7, 8:
		f.Related = d.related(labels, depth)
		if f.Related == nil {
			f.Compare = d.compare(d.nodeProperty(labels))
		}
	default:
		f.Compare = d.compare(d.nodeProperty(labels))
	}
	return &f
}

// nodeProperty draws a property of one of the labels that no other of them has
// as another kind (a status is an enum here and a text there).
func (d *dice) nodeProperty(labels []string) schema.Property {
	l, _ := schema.LabelOf(pick(d, labels))
	p := pick(d, l.Properties)
	for _, label := range labels {
		other, _ := schema.LabelOf(label)
		if q := other.Property(p.Name); q != nil && q.Kind != p.Kind {
			return l.Properties[0] // the id
		}
	}
	return p
}

// edgeFilter draws a filter on relationships of a type.
func (d *dice) edgeFilter(kind string, depth int) *graph.Filter {
	rel, _ := schema.RelationshipOf(kind)
	properties := append([]schema.Property{{Name: "confidence", Kind: schema.Float}}, rel.Properties...)
	switch {
	case depth > 0 && d.chance(0.15):
		return &graph.Filter{Not: d.edgeFilter(kind, depth-1)}
	case depth > 0 && d.chance(0.15):
		return &graph.Filter{And: []graph.Filter{*d.edgeFilter(kind, depth-1), *d.edgeFilter(kind, depth-1)}}
	}
	return &graph.Filter{Compare: d.compare(pick(d, properties))}
}

func (d *dice) compare(p schema.Property) *graph.Compare {
	c := &graph.Compare{Property: p.Name, Kind: string(p.Kind)}
	ops := map[schema.Kind][]graph.Op{
		schema.Text:     {graph.OpContains, graph.OpStartsWith, graph.OpEndsWith},
		schema.TextList: {graph.OpContains, graph.OpStartsWith, graph.OpEndsWith},
		schema.Int:      {graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte},
		schema.Float:    {graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte},
		schema.Date:     {graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte, graph.OpOverlaps},
	}[p.Kind]
	c.Op = pick(d, append([]graph.Op{graph.OpEq, graph.OpIn, graph.OpExists}, ops...))
	switch c.Op {
	case graph.OpExists:
		c.Values = []any{d.chance(0.5)}
	case graph.OpIn:
		c.Values = []any{}
		for range d.IntN(4) {
			c.Values = append(c.Values, d.operand(p))
		}
	default:
		c.Values = []any{d.operand(p)}
	}
	return c
}

// operand draws what a property is held against.
func (d *dice) operand(p schema.Property) any {
	switch p.Kind {
	case schema.ID:
		return d.anyID()
	case schema.Int:
		return float64(pick(d, ints()))
	case schema.Float:
		if p.Name == "confidence" {
			return float64(d.IntN(101)) / 100
		}
		return pick(d, floats())
	case schema.Text, schema.TextList:
		text := []rune(pick(d, texts()))
		if len(text) > 0 && d.chance(0.5) { // a part of it, in other case
			from := d.IntN(len(text))
			return strings.ToUpper(string(text[from : from+1+d.IntN(len(text)-from)]))
		}
		return string(text)
	}
	return d.value(p)
}

// anyID draws the id of a node, seldom one that is a former id or nobody's.
func (d *dice) anyID() string {
	labels := schema.Labels()
	label := labels[d.IntN(len(labels))].Name
	switch {
	case d.chance(0.1):
		return "nobody"
	case d.chance(0.1):
		return graph.NewID(label, "former", "1")
	}
	return pick(d, d.ids[label])
}

// walkFrom draws a walk that one of the labels has, nil where none has any.
func (d *dice) walkFrom(labels []string) *graph.Walk {
	l, _ := schema.LabelOf(pick(d, labels))
	if len(l.Fields) == 0 {
		return nil
	}
	f := pick(d, l.Fields)
	w := &graph.Walk{Type: f.Type, Direction: string(f.Direction), Labels: f.Targets}
	if d.chance(0.2) {
		w.Labels = some(d, f.Targets, 2)
	}
	return w
}

func (d *dice) related(labels []string, depth int) *graph.Related {
	w := d.walkFrom(labels)
	if w == nil {
		return nil
	}
	r := &graph.Related{Walk: *w}
	if d.chance(0.4) {
		r.Edge = d.edgeFilter(w.Type, 1)
	}
	for range d.IntN(3) {
		c := graph.Condition{Quantifier: pick(d, []graph.Quantifier{graph.Some, graph.Every, graph.None, graph.Single})}
		if !d.chance(0.2) {
			c.Where = *d.filter(w.Labels, depth-1)
		}
		r.Conditions = append(r.Conditions, c)
	}
	if len(r.Conditions) == 0 || d.chance(0.2) {
		op := pick(d, []graph.Op{graph.OpEq, graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte})
		r.Counts = append(r.Counts, graph.Compare{Property: "count", Kind: "int", Op: op, Values: []any{float64(d.IntN(4))}})
	}
	return r
}
