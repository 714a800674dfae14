package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// start compiles where the nodes of a root connection are looked for: at all
// nodes of the labels, or, where the filter wants them related to a node of a
// given id, at that node, which Neo4j would not think of by itself. The filter
// is asked all the same.
func (c *compiler) start(n string, conn *graph.Connection) string {
	labels := strings.Join(conn.Labels, "|")
	related, id := anchor(conn.Where)
	if related == nil || !slices.ContainsFunc(near(&related.Walk), func(label string) bool { return slices.Contains(conn.Labels, label) }) {
		return fmt.Sprintf("MATCH (%s:%s)", n, labels)
	}
	a := c.fresh("a")
	operator, value := "=", any(nil)
	if id.Op == graph.OpIn {
		operator, value = "IN", id.Values
	} else {
		value = id.Values[0]
	}
	left, right := "<-", "-"
	if related.Walk.Direction == string(schema.In) {
		left, right = "-", "->"
	}
	return fmt.Sprintf("MATCH (%[1]s:_Node) WHERE %[1]s.id %[2]s %[3]s MATCH (%[1]s)%[4]s[:%[5]s]%[6]s(%[7]s:%[8]s) WITH DISTINCT %[7]s",
		a, operator, c.value(value), left, related.Walk.Type, right, n, labels)
}

// result ends a subquery of rows that do not all come from one pattern, which
// has to say what it gives.
func result(rows string) string {
	if strings.Contains(rows, " WITH DISTINCT ") {
		return " RETURN 1"
	}
	return ""
}

// anchor finds in a filter, among what must hold in any case, that some
// related node has one of some ids.
func anchor(f *graph.Filter) (*graph.Related, *graph.Compare) {
	switch {
	case f == nil:
	case f.Related != nil:
		for i := range f.Related.Conditions {
			q := &f.Related.Conditions[i]
			if q.Quantifier != graph.Some {
				continue
			}
			if id := wantedID(&q.Where); id != nil {
				return f.Related, id
			}
		}
	default:
		for i := range f.And {
			if related, id := anchor(&f.And[i]); related != nil {
				return related, id
			}
		}
	}
	return nil, nil
}

// wantedID finds in a filter, among what must hold in any case, which id it wants.
func wantedID(f *graph.Filter) *graph.Compare {
	if f.Compare != nil && f.Compare.Property == "id" && (f.Compare.Op == graph.OpEq || f.Compare.Op == graph.OpIn) {
		return f.Compare
	}
	for i := range f.And {
		if id := wantedID(&f.And[i]); id != nil {
			return id
		}
	}
	return nil
}
