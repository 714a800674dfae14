package sqlite

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// term is one sort key of a page: an expression over its tables.
type term struct {
	expr   string
	desc   bool
	number bool // decoded as one
}

// terms writes the sort keys of a page: the orders, the node's id, and the
// relationship's where two may lead to one node; ids says how many of them are
// ids. rel is the relationship, where the page has one.
func (c *compiler) terms(orders []graph.Order, rel scope, node string) (terms []term, ids int) {
	for _, o := range orders {
		terms = append(terms, c.term(o, rel, node))
	}
	terms = append(terms, term{expr: node + ".id"})
	if rel.edge != nil && len(rel.edge.Key) > 0 {
		return append(terms, term{expr: rel.alias + ".id"}), 2
	}
	return terms, 1
}

func (c *compiler) term(o graph.Order, rel scope, node string) term {
	switch {
	case o.Count != nil:
		w := c.walk(o.Count, node, nil)
		return term{expr: "(SELECT count(*) FROM " + w.counted(nil) + ")", desc: o.Desc, number: true}
	case o.Edge != "":
		return term{expr: rel.column(o.Edge), desc: o.Desc, number: isNumber(o.Edge, rel.edge)}
	}
	return term{expr: scope{alias: node}.column(o.Property), desc: o.Desc, number: isNumber(o.Property, nil)}
}

// isNumber tells whether a property of a node, or of a relationship, is one.
func isNumber(name string, edge *schema.Relationship) bool {
	if edge != nil {
		p := edge.Property(name)
		return name == "confidence" || p != nil && (p.Kind == schema.Int || p.Kind == schema.Float)
	}
	p, _ := nodeProperty(name)
	return p.Kind == schema.Int || p.Kind == schema.Float
}

// orderBy sorts by terms, missing values last; backward turns all of it round.
func orderBy(terms []term, backward bool) string {
	out := make([]string, len(terms))
	for i, t := range terms {
		way, missing := " ASC", " NULLS LAST"
		if t.desc != backward {
			way = " DESC"
		}
		if backward {
			missing = " NULLS FIRST"
		}
		out[i] = t.expr + way + missing
	}
	return strings.Join(out, ", ")
}

// beyond is the condition of lying strictly after (or before) the row that has
// these keys. It may be NULL where it is not true. A key that is nil is a
// missing value: it is a value like others here, so that the text stays. The
// last terms, as many as ids says, are never missing.
func (c *compiler) beyond(terms []term, ids int, keys []any, before bool) string {
	if len(keys) != len(terms) {
		c.fail("a place in this order has %d keys, not %d", len(terms), len(keys))
		return "0"
	}
	out := ""
	for i := len(terms) - 1; i >= 0; i-- {
		t, key := terms[i], c.arg(c.key(keys[i]))
		sign := " > "
		if t.desc != before {
			sign = " < "
		}
		strictly := t.expr + sign + key
		switch {
		case i >= len(terms)-ids:
		case before:
			strictly += " OR (" + key + " IS NULL AND " + t.expr + " IS NOT NULL)"
		default:
			strictly += " OR (" + key + " IS NOT NULL AND " + t.expr + " IS NULL)"
		}
		if out == "" {
			out = strictly
			continue
		}
		out = "(" + strictly + " OR (" + t.expr + " IS " + key + " AND " + out + "))"
	}
	return out
}

// key checks a key that came from outside.
func (c *compiler) key(v any) any {
	switch v := v.(type) {
	case nil, string, float64:
		return v
	case int:
		return float64(v)
	case int64:
		return float64(v)
	}
	c.fail("%v is no sort key", v)
	return nil
}
