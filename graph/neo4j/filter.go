package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// subject is what a filter speaks of: a node's or a relationship's variable.
type subject struct{ variable string }

// filter compiles a condition. Where a property is missing a comparison may be
// null, which is as good as false wherever it is not denied; so NOT alone has
// to look out for it.
func (c *compiler) filter(f *graph.Filter, s subject) string {
	switch {
	case f.Or != nil:
		return c.balanced(*f.Or, s, " OR ", "false")
	case f.Not != nil:
		return fmt.Sprintf("NOT coalesce(%s, false)", c.filter(f.Not, s))
	case f.Compare != nil:
		return c.compare(f.Compare, s)
	case f.Related != nil:
		return c.related(f.Related, s)
	}
	return c.balanced(f.And, s, " AND ", "true")
}

// balanced joins conditions as a tree of little depth, which planners bear better.
func (c *compiler) balanced(filters []graph.Filter, s subject, word, empty string) string {
	switch len(filters) {
	case 0:
		return empty
	case 1:
		return c.filter(&filters[0], s)
	}
	half := len(filters) / 2
	return "(" + c.balanced(filters[:half], s, word, empty) + word + c.balanced(filters[half:], s, word, empty) + ")"
}

func (c *compiler) compare(f *graph.Compare, s subject) string {
	property := s.variable + "." + f.Property
	if f.Op == graph.OpExists {
		return fmt.Sprintf("(%s IS NOT NULL) = %s", property, c.value(f.Values[0]))
	}
	switch schema.Kind(f.Kind) {
	case schema.Text, schema.TextList:
		return c.compareText(f, s.variable+"._"+f.Property)
	case schema.Date:
		return c.compareDate(f, property)
	case schema.Int, schema.Float:
		return c.compareNumber(f, property)
	}
	if f.Op == graph.OpIn {
		return fmt.Sprintf("%s IN %s", property, c.value(f.Values))
	}
	return fmt.Sprintf("%s = %s", property, c.value(f.Values[0]))
}

// compareText compares the folded copy, each element of a list.
func (c *compiler) compareText(f *graph.Compare, folded string) string {
	values := make([]any, len(f.Values))
	for i, v := range f.Values {
		values[i] = graph.Fold(text(v))
	}
	one := folded
	isList := schema.Kind(f.Kind) == schema.TextList
	if isList {
		one = c.fresh("x")
	}
	var out string
	switch f.Op {
	case graph.OpIn:
		out = fmt.Sprintf("%s IN %s", one, c.value(values))
	case graph.OpContains:
		out = fmt.Sprintf("%s CONTAINS %s", one, c.value(values[0]))
	case graph.OpStartsWith:
		out = fmt.Sprintf("%s STARTS WITH %s", one, c.value(values[0]))
	case graph.OpEndsWith:
		out = fmt.Sprintf("%s ENDS WITH %s", one, c.value(values[0]))
	default:
		out = fmt.Sprintf("%s = %s", one, c.value(values[0]))
	}
	if isList {
		return fmt.Sprintf("any(%s IN %s WHERE %s)", one, folded, out)
	}
	return out
}

func sign(op graph.Op) string {
	switch op {
	case graph.OpLt:
		return "<"
	case graph.OpLte:
		return "<="
	case graph.OpGt:
		return ">"
	case graph.OpGte:
		return ">="
	}
	return "="
}

func (c *compiler) compareNumber(f *graph.Compare, property string) string {
	if f.Op == graph.OpIn {
		return fmt.Sprintf("%s IN %s", property, c.value(f.Values))
	}
	return fmt.Sprintf("%s %s %s", property, sign(f.Op), c.value(f.Values[0]))
}

// compareDate compares as graph.DateRange says. The lists stand in the text
// even where they are empty, since that depends on the value.
func (c *compiler) compareDate(f *graph.Compare, property string) string {
	op := f.Op
	if op == graph.OpIn {
		op = graph.OpEq
	}
	ranges := make([]any, 0, len(f.Values))
	for _, v := range f.Values {
		r, err := graph.NewDateRange(op, text(v))
		if err != nil {
			continue // Validate has refused such a date
		}
		ranges = append(ranges, map[string]any{
			"from": r.From, "to": r.To, "also": texts(r.Also), "except": texts(r.Except),
			"low": slices.Min(append(r.Also, r.From)), "high": slices.Max(append(r.Also, r.To)),
		})
	}
	if f.Op == graph.OpIn {
		d := c.fresh("d")
		return fmt.Sprintf("any(%s IN %s WHERE %s)", d, c.value(ranges), dateWithin(property, d, true, true))
	}
	from := op == graph.OpEq || op == graph.OpGte || op == graph.OpGt || op == graph.OpOverlaps
	to := op == graph.OpEq || op == graph.OpLte || op == graph.OpLt || op == graph.OpOverlaps
	return dateWithin(property, c.value(ranges[0]), from, to)
}

// dateWithin holds a date against a map of a DateRange's fields. The bounds
// that hold all of it come first: they are what an index can be asked.
func dateWithin(property, d string, from, to bool) string {
	var wide, bounds []string
	if from {
		wide = append(wide, fmt.Sprintf("%s >= %s.low", property, d))
		bounds = append(bounds, fmt.Sprintf("%s >= %s.from", property, d))
	}
	if to {
		wide = append(wide, fmt.Sprintf("%s <= %s.high", property, d))
		bounds = append(bounds, fmt.Sprintf("%s <= %s.to", property, d))
	}
	bounds = append(bounds, fmt.Sprintf("NOT %s IN %s.except", property, d))
	return fmt.Sprintf("(%s AND ((%s) OR %s IN %s.also))", strings.Join(wide, " AND "), strings.Join(bounds, " AND "), property, d)
}

// related compiles conditions through relationships to EXISTS and COUNT.
func (c *compiler) related(f *graph.Related, s subject) string {
	var all []string
	for i := range f.Conditions {
		all = append(all, c.quantified(f, &f.Conditions[i], s))
	}
	for i := range f.Counts {
		pattern, conditions, _ := c.relatedRows(f, s)
		count := count(pattern + where(conditions))
		if f.Counts[i].Op == graph.OpExists {
			all = append(all, "true = "+c.value(f.Counts[i].Values[0]))
			continue
		}
		all = append(all, c.compareNumber(&f.Counts[i], count))
	}
	if len(all) == 0 {
		return "true"
	}
	return "(" + strings.Join(all, " AND ") + ")"
}

// count counts the rows of a pattern. Were it compared as it is, Neo4j would
// refuse numbers beyond 32 bits; hence the sum.
func count(rows string) string { return "(0 + COUNT { " + rows + " })" }

// relatedRows is the pattern of the relationships that a filter speaks of.
func (c *compiler) relatedRows(f *graph.Related, s subject) (pattern string, conditions []string, n string) {
	r, n := c.fresh("r"), c.fresh("n")
	if f.Edge != nil {
		conditions = append(conditions, c.filter(f.Edge, subject{variable: r}))
	}
	return "MATCH " + step(s.variable, r, n, &f.Walk), conditions, n
}

func (c *compiler) quantified(f *graph.Related, q *graph.Condition, s subject) string {
	pattern, conditions, n := c.relatedRows(f, s)
	condition := c.filter(&q.Where, subject{variable: n})
	if q.Quantifier == graph.Every {
		condition = fmt.Sprintf("NOT coalesce(%s, false)", condition)
	}
	rows := pattern + where(append(conditions, condition))
	switch q.Quantifier {
	case graph.Some:
		return fmt.Sprintf("EXISTS { %s }", rows)
	case graph.Single:
		return fmt.Sprintf("COUNT { %s } = 1", rows)
	}
	return fmt.Sprintf("NOT EXISTS { %s }", rows)
}
