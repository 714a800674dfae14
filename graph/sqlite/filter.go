package sqlite

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// scope is what a filter speaks of: a node, or a relationship of a known type.
type scope struct {
	alias string
	edge  *schema.Relationship // nil for a node
	// first is set where the filter may say which nodes are looked at, not only
	// which of those at hand are kept: at the root, and beyond it in turn.
	first bool
}

// filter writes a condition that is true or false, never NULL, so that NOT
// holds for what lacks the property.
func (c *compiler) filter(f *graph.Filter, s scope) string {
	switch {
	case f == nil:
		return "1"
	case f.Compare != nil:
		return c.compare(f.Compare, s)
	case f.Not != nil:
		return "NOT (" + c.filter(f.Not, s) + ")"
	case f.Or != nil:
		return balance(c.filters(*f.Or, s), " OR ", "0")
	case f.Related != nil:
		return c.related(f.Related, s)
	}
	return balance(c.filters(f.And, s), " AND ", "1")
}

func (c *compiler) filters(fs []graph.Filter, s scope) []string {
	out := make([]string, len(fs))
	for i := range fs {
		out[i] = c.filter(&fs[i], s)
	}
	return out
}

// balance joins terms as a tree of little depth, since SQLite limits depth to
// 1,000 and reads a chain as a list.
func balance(terms []string, operator, none string) string {
	switch len(terms) {
	case 0:
		return none
	case 1:
		return terms[0]
	case 2, 3, 4:
		return "(" + strings.Join(terms, operator) + ")"
	}
	half := len(terms) / 2
	return "(" + balance(terms[:half], operator, none) + operator + balance(terms[half:], operator, none) + ")"
}

// compare holds a property of the scope against values.
func (c *compiler) compare(p *graph.Compare, s scope) string {
	column := s.column(p.Property)
	if p.Op == graph.OpExists {
		return "((" + column + " IS NOT NULL) = " + c.arg(p.Values[0]) + ")"
	}
	switch schema.Kind(p.Kind) {
	case schema.ID, schema.Enum:
		return c.compareExact(column, p, func(s string) string { return s })
	case schema.Text:
		return c.compareText(column, p)
	case schema.TextList:
		return "EXISTS (SELECT 1 FROM json_each(" + column + ") AS element WHERE " + c.compareText("element.value", p) + ")"
	case schema.Int, schema.Float:
		return c.compareNumber(column, p)
	case schema.Date:
		return c.compareDate(column, p)
	}
	c.fail("%q is no kind of property", p.Kind)
	return "0"
}

// column names a property's column: NULL where what the scope speaks of does
// not have it.
func (s scope) column(name string) string {
	has := name == "id"
	if s.edge != nil {
		has = name == "confidence" || s.edge.Property(name) != nil
	} else if !has {
		_, has = nodeProperty(name)
	}
	if !has {
		return "NULL"
	}
	return s.alias + "." + quote(name)
}

// texts gives the values of a comparison as texts, each altered.
func (c *compiler) texts(p *graph.Compare, alter func(string) string) []string {
	out := make([]string, len(p.Values))
	for i, v := range p.Values {
		s, ok := v.(string)
		if !ok {
			c.fail("%s of %s takes texts, not %v", p.Op, p.Property, v)
		}
		out[i] = alter(s)
	}
	return out
}

// compareExact compares a column, or an expression of it, as it is.
func (c *compiler) compareExact(expr string, p *graph.Compare, alter func(string) string) string {
	texts := c.texts(p, alter)
	switch {
	case p.Op == graph.OpIn:
		return "(" + expr + " IS NOT NULL AND " + expr + " IN " + c.list(texts) + ")"
	case p.Op == graph.OpEq && len(texts) == 1:
		return "(" + expr + " IS NOT NULL AND " + expr + " = " + c.arg(texts[0]) + ")"
	}
	c.fail("%s does not compare %s", p.Op, p.Property)
	return "0"
}

func (c *compiler) compareText(column string, p *graph.Compare) string {
	folded := "fold(" + column + ")"
	var test string
	switch p.Op {
	case graph.OpEq, graph.OpIn:
		return c.compareExact(folded, p, graph.Fold)
	case graph.OpContains:
		test = "instr(" + folded + ", " + c.arg(c.texts(p, graph.Fold)[0]) + ") > 0"
	case graph.OpStartsWith:
		test = "instr(" + folded + ", " + c.arg(c.texts(p, graph.Fold)[0]) + ") = 1"
	case graph.OpEndsWith:
		end := c.arg(c.texts(p, graph.Fold)[0])
		test = "(" + end + " = '' OR substr(" + folded + ", -length(" + end + ")) = " + end + ")"
	default:
		c.fail("%s does not compare %s, a text", p.Op, p.Property)
	}
	return "(" + column + " IS NOT NULL AND " + test + ")"
}

func (c *compiler) compareNumber(column string, p *graph.Compare) string {
	if p.Op == graph.OpIn {
		return "(" + column + " IS NOT NULL AND " + column + " IN " + c.list(p.Values) + ")"
	}
	return "(" + column + " IS NOT NULL AND " + column + c.sign(p) + c.arg(p.Values[0]) + ")"
}

// sign is SQL's for an operator that compares with one value.
func (c *compiler) sign(p *graph.Compare) string {
	switch p.Op {
	case graph.OpEq:
		return " = "
	case graph.OpLt:
		return " < "
	case graph.OpLte:
		return " <= "
	case graph.OpGt:
		return " > "
	case graph.OpGte:
		return " >= "
	}
	c.fail("%s does not compare %s, a number", p.Op, p.Property)
	return " = "
}

// compareDate writes a graph.DateRange. Which ends it has follows from the
// operator alone, so the text does too. The outer bounds take in the range and
// what is in it besides: an index can serve them.
func (c *compiler) compareDate(column string, p *graph.Compare) string {
	if p.Op == graph.OpIn {
		return c.dateIn(column, p)
	}
	r, err := graph.NewDateRange(p.Op, c.texts(p, func(s string) string { return s })[0])
	if err != nil {
		c.fail("%v", err)
		return "0"
	}
	outer, inner := []string{column + " IS NOT NULL"}, []string{}
	if r.From != "" {
		outer = append(outer, column+" >= "+c.arg(slices.Min(append(slices.Clone(r.Also), r.From))))
		inner = append(inner, column+" >= "+c.arg(r.From))
	}
	if r.To != "" {
		outer = append(outer, column+" <= "+c.arg(slices.Max(append(slices.Clone(r.Also), r.To))))
		inner = append(inner, column+" <= "+c.arg(r.To))
	}
	inner = append(inner, column+" NOT IN "+c.list(r.Except))
	return "(" + strings.Join(outer, " AND ") + " AND (" + strings.Join(inner, " AND ") + " OR " + column + " IN " + c.list(r.Also) + "))"
}

// dateIn asks whether a date lies within one of several, of which there may be
// any number: the ranges travel as one value.
func (c *compiler) dateIn(column string, p *graph.Compare) string {
	ranges := []graph.DateRange{}
	for _, text := range c.texts(p, func(s string) string { return s }) {
		r, err := graph.NewDateRange(graph.OpEq, text)
		if err != nil {
			c.fail("%v", err)
		}
		// A null in JSON would be an element: an empty list must be one.
		r.Also, r.Except = append([]string{}, r.Also...), append([]string{}, r.Except...)
		ranges = append(ranges, r)
	}
	d := c.name("d")
	part := func(name string) string { return d + ".value ->> '$." + name + "'" }
	in := func(name string) string {
		return " IN (SELECT value FROM json_each(" + d + ".value, '$." + name + "'))"
	}
	return "(" + column + " IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(" + c.jsonArg(ranges) + ") " + d + " WHERE " +
		column + " >= " + part("From") + " AND " + column + " <= " + part("To") + " AND NOT (" + column + in("Except") + ")" +
		" OR " + column + in("Also") + "))"
}

// related writes a condition through relationships of one walk.
func (c *compiler) related(r *graph.Related, s scope) string {
	var terms []string
	for i := range r.Conditions {
		terms = append(terms, c.condition(r, &r.Conditions[i], s))
	}
	for i := range r.Counts {
		terms = append(terms, c.compareCount(r, &r.Counts[i], s.alias))
	}
	return balance(terms, " AND ", "1")
}

// compareCount compares the number of steps, which is never missing.
func (c *compiler) compareCount(r *graph.Related, p *graph.Compare, from string) string {
	if p.Op == graph.OpExists {
		return "(1 = " + c.arg(p.Values[0]) + ")"
	}
	w := c.walk(&r.Walk, from, r.Edge)
	count := "(SELECT count(*) FROM " + w.counted(nil) + ")"
	if p.Op == graph.OpIn {
		return count + " IN " + c.list(p.Values)
	}
	return count + c.sign(p) + c.arg(p.Values[0])
}

func (c *compiler) condition(r *graph.Related, q *graph.Condition, s scope) string {
	if s.first && q.Quantifier == graph.Some && anchored(&q.Where) {
		return c.fromAnchor(r, q, s)
	}
	from := s.alias
	w := c.walk(&r.Walk, from, r.Edge)
	where := c.filter(&q.Where, scope{alias: w.node})
	switch q.Quantifier {
	case graph.Some:
		return "EXISTS (SELECT 1 FROM " + w.counted([]string{where}) + ")"
	case graph.None:
		return "NOT EXISTS (SELECT 1 FROM " + w.counted([]string{where}) + ")"
	case graph.Every:
		return "NOT EXISTS (SELECT 1 FROM " + w.counted([]string{"NOT (" + where + ")"}) + ")"
	case graph.Single:
		return "(SELECT count(*) FROM (SELECT 1 FROM " + w.counted([]string{where}) + " LIMIT 2)) = 1"
	}
	c.fail("%q is no quantifier", q.Quantifier)
	return "0"
}

// anchored tells whether a filter holds for few nodes, which an index finds:
// those of given ids, or what is related to such.
func anchored(f *graph.Filter) bool {
	switch {
	case f == nil:
		return false
	case f.Compare != nil:
		return f.Compare.Property == "id" && (f.Compare.Op == graph.OpEq || f.Compare.Op == graph.OpIn)
	case f.Related != nil:
		return slices.ContainsFunc(f.Related.Conditions, func(q graph.Condition) bool {
			return q.Quantifier == graph.Some && anchored(&q.Where)
		})
	}
	return slices.ContainsFunc(f.And, func(one graph.Filter) bool { return anchored(&one) })
}

// fromAnchor writes `some` the other way round: from the few nodes that satisfy
// the condition back to the nodes at hand, so that not all of these are tried.
func (c *compiler) fromAnchor(r *graph.Related, q *graph.Condition, s scope) string {
	w := c.walk(&r.Walk, s.alias, r.Edge)
	where := c.filter(&q.Where, scope{alias: w.node, first: true})
	conditions := slices.Concat([]string{where, w.rel + "." + w.far + " = " + w.node + ".key"}, w.conditions[1:]) // without the near end
	if w.labels != "" {
		conditions = append(conditions, w.labels)
	}
	return s.alias + ".key IN (SELECT " + w.rel + "." + w.near + " FROM node " + w.node + " CROSS JOIN relationship " + w.rel +
		" WHERE " + strings.Join(conditions, " AND ") + ")"
}
