package plan

import (
	"sort"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// order compiles `orderBy` for nodes that a relationship leads to, or none.
// Terms after the id say nothing, and a last one that is the default is left out.
func order(a arguments, labels []string, rel *schema.Relationship) ([]graph.Order, error) {
	var out []graph.Order
	for _, v := range listOf(a.values["orderBy"]) {
		if len(out) >= 10 {
			return nil, a.at.fault(BadUserInput, "orderBy has more than 10 terms")
		}
		o, err := orderTerm(a, v, labels, rel)
		if err != nil {
			return nil, err
		}
		if o.Property == "id" {
			if o.Desc {
				out = append(out, o)
			}
			break
		}
		out = append(out, o)
	}
	return out, nil
}

func orderTerm(a arguments, v any, labels []string, rel *schema.Relationship) (graph.Order, error) {
	object, ok := v.(map[string]any)
	if !ok || len(object) != 1 {
		names := make([]string, 0, len(object))
		for n := range object {
			names = append(names, n)
		}
		sort.Strings(names)
		return graph.Order{}, a.at.fault(BadUserInput, "each term of orderBy has exactly one field, not %d (%s): write [{a: ASC}, {b: DESC}]", len(names), strings.Join(names, ", "))
	}
	for name, way := range object {
		direction, ok := way.(string)
		if !ok {
			return graph.Order{}, a.at.fault(BadUserInput, "orderBy.%s must be ASC or DESC", name)
		}
		o, ok := orderBy(name, labels, rel)
		if !ok {
			return graph.Order{}, a.at.fault(BadUserInput, "orderBy.%s: nothing to sort by", name)
		}
		o.Desc = strings.EqualFold(direction, "DESC")
		return o, nil
	}
	return graph.Order{}, nil
}

// orderBy reads the name of a field of an order: a property, `…Count` of a
// walk, or `edge…` of the relationship.
func orderBy(name string, labels []string, rel *schema.Relationship) (graph.Order, bool) {
	s := subject{labels: labels}
	if p := s.property(name); p != nil {
		return graph.Order{Property: p.Name}, true
	}
	if walk, ok := strings.CutSuffix(name, "Count"); ok {
		if f := s.field(walk); f != nil {
			w := walkOf(f)
			return graph.Order{Count: &w}, true
		}
	}
	if edge, ok := strings.CutPrefix(name, "edge"); ok && rel != nil && edge != "" {
		if p := (subject{relationship: rel}).property(strings.ToLower(edge[:1]) + edge[1:]); p != nil {
			return graph.Order{Edge: p.Name}, true
		}
	}
	return graph.Order{}, false
}

// keyKinds are the kinds of the sort keys of an order: its terms, then the
// node's id, then the relationship's where several may lead to one node.
func keyKinds(order []graph.Order, labels []string, rel *schema.Relationship) []schema.Kind {
	kinds := make([]schema.Kind, 0, len(order)+1)
	for _, o := range order {
		var kind schema.Kind
		switch {
		case o.Count != nil:
			kind = schema.Int
		case o.Edge != "":
			kind = subject{relationship: rel}.property(o.Edge).Kind
		default:
			kind = subject{labels: labels}.property(o.Property).Kind
		}
		kinds = append(kinds, kind)
	}
	kinds = append(kinds, schema.ID)
	if rel != nil && len(rel.Key) > 0 {
		kinds = append(kinds, schema.ID)
	}
	return kinds
}
