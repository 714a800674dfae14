package neo4j

import (
	"fmt"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// order is the ordering of a connection: the terms asked for, then what tells
// rows apart, upwards: the node's id, and the relationship's where two of a
// type may lead to one node.
type order struct {
	terms []term
	ids   []string
}

// term is an expression to sort by, and the name that it has once computed.
type term struct {
	expression, name string
	desc             bool
}

func (c *compiler) order(n, r string, conn *graph.Connection) order {
	var o order
	for _, by := range conn.Order {
		t := term{desc: by.Desc, name: c.fresh("k")}
		switch {
		case by.Count != nil:
			t.expression = count(step(n, "", "", by.Count))
		case by.Edge != "":
			t.expression = r + "." + by.Edge
		default:
			t.expression = n + "." + by.Property
		}
		o.terms = append(o.terms, t)
	}
	o.ids = []string{n + ".id"}
	if conn.Walk != nil {
		if rel, ok := schema.RelationshipOf(conn.Walk.Type); ok && len(rel.Key) > 0 {
			o.ids = append(o.ids, r+"._id")
		}
	}
	return o
}

// with carries a row's variables and its sort keys on.
func (o order) with(n, r string) string {
	kept := []string{n}
	if r != "" {
		kept = append(kept, r)
	}
	for _, t := range o.terms {
		kept = append(kept, t.expression+" AS "+t.name)
	}
	return strings.Join(kept, ", ")
}

// by writes the ordering, turned round where backward. Cypher holds null for
// the greatest, so that it comes last by itself only upwards.
func (o order) by(backward bool) string {
	var out []string
	for _, t := range o.terms {
		switch {
		case !t.desc && !backward:
			out = append(out, t.name)
		case !t.desc:
			out = append(out, t.name+" DESC")
		case !backward:
			out = append(out, t.name+" IS NULL", t.name+" DESC")
		default:
			out = append(out, t.name+" IS NULL DESC", t.name)
		}
	}
	for _, id := range o.ids {
		if backward {
			id += " DESC"
		}
		out = append(out, id)
	}
	return strings.Join(out, ", ")
}

// keys lists a row's sort keys, once with has named them.
func (o order) keys() []string {
	var out []string
	for _, t := range o.terms {
		out = append(out, t.name)
	}
	return append(out, o.ids...)
}

// beyond compiles that a row lies strictly after the row of the given keys, or
// strictly before it. It is never null, so that it can be denied.
func (c *compiler) beyond(o order, keys []any, after bool) string {
	sign := "<"
	if after {
		sign = ">"
	}
	var rest string
	for i := len(o.ids) - 1; i >= 0; i-- {
		id, bound := o.ids[i], c.value(keys[len(o.terms)+i])
		if rest == "" {
			rest = fmt.Sprintf("%s %s %s", id, sign, bound)
			continue
		}
		rest = fmt.Sprintf("(%[1]s %[2]s %[3]s OR (%[1]s = %[3]s AND %[4]s))", id, sign, bound, rest)
	}
	for i := len(o.terms) - 1; i >= 0; i-- {
		rest = c.beyondTerm(o.terms[i], keys[i], after, rest)
	}
	return "(" + rest + ")"
}

// beyondTerm puts a term before the rest of the comparison. Whether the key is
// null is a value and so must not show in the text.
func (c *compiler) beyondTerm(t term, bound any, after bool, rest string) string {
	e, k := t.expression, c.value(bound)
	sign := ">"
	if t.desc == after {
		sign = "<"
	}
	strictly := fmt.Sprintf("%s %s %s", e, sign, k)
	if after { // missing values lie after all others
		strictly = fmt.Sprintf("%s OR (%s IS NULL AND %s IS NOT NULL)", strictly, e, k)
	} else {
		strictly = fmt.Sprintf("%s OR (%s IS NOT NULL AND %s IS NULL)", strictly, e, k)
	}
	return fmt.Sprintf("(coalesce(%s, false) OR (coalesce(%s = %s, %s IS NULL AND %s IS NULL) AND %s))",
		strictly, e, k, e, k, rest)
}
