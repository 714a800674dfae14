package graphtest

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// subject is what a filter is held against: a node, or a relationship.
type subject struct {
	node string // id of the node, "" for a relationship
	// value is a property; false where it is missing.
	value func(property string) (any, bool)
}

func (g moment) nodeSubject(id string) subject {
	node := g.nodes[id]
	return subject{node: id, value: func(property string) (any, bool) {
		if property == "id" {
			return id, true
		}
		v, ok := node.Properties[property]
		return v, ok
	}}
}

func (g moment) linkSubject(id string) subject {
	link := g.links[id]
	return subject{value: func(property string) (any, bool) {
		if property == "confidence" {
			rel, ok := schema.RelationshipOf(link.Type)
			return link.Confidence, ok && rel.Fact
		}
		v, ok := link.Properties[property]
		return v, ok
	}}
}

// holds tells whether a filter holds; a nil one does.
func (g moment) holds(f *graph.Filter, s subject) bool {
	switch {
	case f == nil:
		return true
	case f.Or != nil:
		return slices.ContainsFunc(*f.Or, func(one graph.Filter) bool { return g.holds(&one, s) })
	case f.Not != nil:
		return !g.holds(f.Not, s)
	case f.Compare != nil:
		value, ok := s.value(f.Compare.Property)
		return compares(f.Compare, value, ok)
	case f.Related != nil:
		return g.related(f.Related, s.node)
	}
	for i := range f.And {
		if !g.holds(&f.And[i], s) {
			return false
		}
	}
	return true
}

func compares(c *graph.Compare, value any, there bool) bool {
	if c.Op == graph.OpExists {
		return there == c.Values[0].(bool)
	}
	if !there {
		return false
	}
	elements := []any{value}
	if list, ok := value.([]string); ok {
		elements = nil
		for _, s := range list {
			elements = append(elements, s)
		}
	}
	op := c.Op
	if op == graph.OpIn {
		op = graph.OpEq
	}
	for _, element := range elements {
		for _, wanted := range c.Values {
			if fits(schema.Kind(c.Kind), op, element, wanted) {
				return true
			}
		}
	}
	return false
}

// fits holds one value against one other. Values of a kind that the property
// does not have fit nothing.
func fits(kind schema.Kind, op graph.Op, value, wanted any) bool {
	switch v := value.(type) {
	case int64:
		w, ok := wanted.(float64)
		return ok && number(op, float64(v), w)
	case float64:
		w, ok := wanted.(float64)
		return ok && number(op, v, w)
	case string:
		w, ok := wanted.(string)
		return ok && text(kind, op, v, w)
	}
	return false
}

func number(op graph.Op, v, w float64) bool {
	switch op {
	case graph.OpEq:
		return v == w
	case graph.OpLt:
		return v < w
	case graph.OpLte:
		return v <= w
	case graph.OpGt:
		return v > w
	case graph.OpGte:
		return v >= w
	}
	return false
}

func text(kind schema.Kind, op graph.Op, v, w string) bool {
	switch kind {
	case schema.Date:
		return graph.DateFits(op, v, w)
	case schema.ID, schema.Enum:
		return op == graph.OpEq && v == w
	}
	v, w = graph.Fold(v), graph.Fold(w)
	switch op {
	case graph.OpEq:
		return v == w
	case graph.OpContains:
		return strings.Contains(v, w)
	case graph.OpStartsWith:
		return strings.HasPrefix(v, w)
	case graph.OpEndsWith:
		return strings.HasSuffix(v, w)
	}
	return false
}

// step is a relationship of a walk and the node that it leads to.
type step struct {
	link string // "" where rows come from no walk
	node string
}

// steps lists where a walk leads from a node, by relationship id.
func (g moment) steps(from string, w *graph.Walk) []step {
	var out []step
	for _, id := range g.linkIDs() {
		r := g.links[id]
		near, far := r.From, r.To
		if w.Direction == string(schema.In) {
			near, far = far, near
		}
		if r.Type == w.Type && near.ID == from && slices.Contains(w.Labels, far.Label) {
			out = append(out, step{link: id, node: far.ID})
		}
	}
	return out
}

func (g moment) related(r *graph.Related, from string) bool {
	var steps []step
	for _, s := range g.steps(from, &r.Walk) {
		if g.holds(r.Edge, g.linkSubject(s.link)) {
			steps = append(steps, s)
		}
	}
	for i := range r.Counts {
		if !compares(&r.Counts[i], int64(len(steps)), true) {
			return false
		}
	}
	for i := range r.Conditions {
		fit := 0
		for _, s := range steps {
			if g.holds(&r.Conditions[i].Where, g.nodeSubject(s.node)) {
				fit++
			}
		}
		if !quantified(r.Conditions[i].Quantifier, fit, len(steps)) {
			return false
		}
	}
	return true
}

func quantified(q graph.Quantifier, fit, all int) bool {
	switch q {
	case graph.Some:
		return fit > 0
	case graph.Every:
		return fit == all
	case graph.None:
		return fit == 0
	case graph.Single:
		return fit == 1
	}
	return false
}
