package sqlite

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// steps are the rows of a walk: relationships of one type from a node, and
// what they lead to.
type steps struct {
	rel, node  string // aliases
	kind       *schema.Relationship
	near, far  string   // columns of the relationship
	join       string   // how the node is reached
	conditions []string // on the relationship
	labels     string   // condition on the node's label, "" where none is needed
}

// walk writes the steps from the node `from`, narrowed by a filter on the
// relationships.
func (c *compiler) walk(w *graph.Walk, from string, edge *graph.Filter) steps {
	s := steps{rel: c.name("r"), node: c.name("n"), kind: &schema.Relationship{}}
	kind, ok := schema.RelationshipOf(w.Type)
	if !ok {
		c.fail("there is no relationship %q", w.Type)
		return s
	}
	s.kind = kind
	s.near, s.far = "src", "dst"
	targets := kind.To
	if schema.Direction(w.Direction) == schema.In {
		s.near, s.far, targets = "dst", "src", kind.From
	} else if schema.Direction(w.Direction) != schema.Out {
		c.fail("%q is no direction", w.Direction)
	}
	s.join = " CROSS JOIN node " + s.node + " ON " + s.node + ".key = " + s.rel + "." + s.far
	s.conditions = []string{s.rel + "." + s.near + " = " + from + ".key", s.rel + ".type = " + literal(kind.Type)}
	if edge != nil {
		s.conditions = append(s.conditions, c.filter(edge, scope{alias: s.rel, edge: kind}))
	}
	if len(w.Labels) == 0 {
		c.fail("a walk along %s leads to no label", w.Type)
	} else if !covers(w.Labels, targets) {
		s.labels = oneOf(s.node+".label", w.Labels)
	}
	return s
}

func covers(labels, targets []string) bool {
	return !slices.ContainsFunc(targets, func(t string) bool { return !slices.Contains(labels, t) })
}

// tables writes the steps as a FROM and WHERE with further conditions.
func (s steps) tables(more []string) string {
	conditions := slices.Clone(s.conditions)
	if s.labels != "" {
		conditions = append(conditions, s.labels)
	}
	conditions = append(conditions, more...) // last: what may be deep stands highest
	return "relationship " + s.rel + s.join + " WHERE " + strings.Join(conditions, " AND ")
}

// counted is tables where only the number of rows matters: the nodes are left
// alone where no condition speaks of them.
func (s steps) counted(more []string) string {
	more = slices.DeleteFunc(slices.Clone(more), func(m string) bool { return m == "1" })
	if len(more) == 0 && s.labels == "" {
		return "relationship " + s.rel + " WHERE " + strings.Join(s.conditions, " AND ")
	}
	return s.tables(more)
}

// hanging writes the page of a connection of the node n, which is of no use
// where n's label does not have it. labels are those that n can have, nil
// where that is not known.
func (c *compiler) hanging(conn *graph.Connection, n string, labels []string) []string {
	having := havingWalk(conn)
	if len(labels) > 0 && covers(having, labels) {
		return c.page(conn, n, nil)
	}
	return c.page(conn, n, having)
}

// havingWalk lists the labels that have a connection's walk, of those that it
// is asked on.
func havingWalk(conn *graph.Connection) []string {
	kind, ok := schema.RelationshipOf(conn.Walk.Type)
	if !ok {
		return nil
	}
	ends := kind.From
	if schema.Direction(conn.Walk.Direction) == schema.In {
		ends = kind.To
	}
	var out []string
	for _, l := range ends {
		if len(conn.On) == 0 || slices.Contains(conn.On, l) {
			out = append(out, l)
		}
	}
	return out
}

// page writes a page's parts: rows, total, is there a row up to After, is
// there one from Before, the last three where they are asked for. A row is its
// keys, the parts of the node, the parts of the link. It hangs from the node
// `from`, if that has one of the labels `having`, where these are given. The
// page is found first, by keys alone, and what is wanted of it is read then:
// else all that is sorted would be read.
func (c *compiler) page(conn *graph.Connection, from string, having []string) []string {
	base := c.base(conn, from, having)
	var bounds []string
	if conn.After != nil {
		bounds = append(bounds, c.beyond(base.terms, base.ids, conn.After, false))
	}
	if conn.Before != nil {
		bounds = append(bounds, c.beyond(base.terms, base.ids, conn.Before, true))
	}
	parts := []string{"json((" + c.rows(conn, base, bounds, from) + "))"}
	if conn.Count {
		parts = append(parts, "(SELECT count(*) FROM "+base.counted+")")
	}
	if conn.Ends {
		for i, b := range bounds {
			beyond := "SELECT 1 FROM " + base.tables + " AND (" + b + ") IS NOT TRUE"
			// The page stands at one bound: what is left out at the other
			// counts if it lies on the page's side of that one.
			if len(bounds) == 2 && (i == 0) == conn.Backward {
				beyond += " AND (" + bounds[1-i] + ")"
			}
			parts = append(parts, "EXISTS ("+beyond+")")
		}
	}
	return parts
}

// pageWidth is how many parts a page has.
func pageWidth(c *graph.Connection) int {
	return 1 + flag(c.Count) + flag(c.Ends && c.After != nil) + flag(c.Ends && c.Before != nil)
}

// base is what a page is taken from.
type base struct {
	rel, node string // aliases; rel is "" at the root
	kind      *schema.Relationship
	tables    string // FROM and WHERE, of all rows
	counted   string // the same, to count by
	terms     []term // of the order, the ids last
	ids       int    // how many of terms are ids
	labels    []string
}

func (c *compiler) base(conn *graph.Connection, from string, having []string) base {
	if conn.Walk == nil {
		b := base{node: c.name("n"), labels: conn.Labels}
		if len(conn.Labels) == 0 {
			c.fail("a page of nodes without labels")
			return b
		}
		if conn.Edge != nil || conn.Link != nil {
			c.fail("a page of nodes has no relationships")
		}
		label := b.node + ".label"
		if anchored(conn.Where) {
			label = "+" + label // not by the index of labels
		}
		b.tables = "node " + b.node + " WHERE " + oneOf(label, conn.Labels) +
			" AND " + c.filter(conn.Where, scope{alias: b.node, first: true})
		b.counted = b.tables
		b.terms, b.ids = c.terms(conn.Order, scope{}, b.node)
		return b
	}
	w := c.walk(conn.Walk, from, conn.Edge)
	if having != nil {
		w.conditions = append(w.conditions, someOf(from+".label", having))
	}
	where := c.filter(conn.Where, scope{alias: w.node})
	b := base{rel: w.rel, node: w.node, kind: w.kind, labels: conn.Walk.Labels}
	b.tables, b.counted = w.tables([]string{where}), w.counted([]string{where})
	b.terms, b.ids = c.terms(conn.Order, scope{alias: w.rel, edge: w.kind}, w.node)
	return b
}

// rows writes the rows of a page that lie within bounds, in the order of
// reading: backward, where the page is the last one.
func (c *compiler) rows(conn *graph.Connection, b base, bounds []string, from string) string {
	columns := []string{b.node + ".key AS node"}
	if b.rel != "" {
		columns = append(columns, b.rel+".key AS rel")
	}
	page, n := c.name("p"), c.name("n")
	var row []string
	if conn.Keys {
		for i, t := range b.terms {
			key := "k" + strconv.Itoa(i)
			columns = append(columns, t.expr+" AS "+key)
			if t.number {
				row = append(row, "shortest("+page+"."+key+")")
			} else {
				row = append(row, page+"."+key)
			}
		}
	}
	limit := conn.First
	if conn.Ends {
		limit++ // to see whether there is one more
	}
	where := b.tables
	for _, bound := range bounds {
		where += " AND (" + bound + ")"
	}
	inner := "SELECT " + strings.Join(columns, ", ") + " FROM " + where +
		" ORDER BY " + orderBy(b.terms, conn.Backward) + " LIMIT " + c.arg(limit)
	tables := "(" + inner + ") " + page + " CROSS JOIN node " + n + " ON " + n + ".key = " + page + ".node"
	row = append(row, c.objectParts(n, b.labels, &conn.Node)...)
	if conn.Link != nil {
		r := c.name("r")
		tables += " CROSS JOIN relationship " + r + " ON " + r + ".key = " + page + ".rel"
		src, dst := from, n
		if schema.Direction(conn.Walk.Direction) == schema.In {
			src, dst = n, from
		}
		row = append(row, c.linkParts(r, b.kind, src, dst, conn.Link)...)
	}
	return "SELECT json_group_array(" + array(row) + ") FROM " + tables
}

// link writes a relationship as an array of linkParts.
func (c *compiler) link(r string, kind *schema.Relationship, src, dst string, sel *graph.LinkSelection) string {
	return array(c.linkParts(r, kind, src, dst, sel))
}

// linkParts writes what is wanted of a relationship: type, label and id of each end,
// confidence, the evidence, then the properties of its type, or of all types
// where the type is not known.
func (c *compiler) linkParts(r string, kind *schema.Relationship, src, dst string, sel *graph.LinkSelection) []string {
	out := []string{r + ".type", src + ".label", src + ".id", dst + ".label", dst + ".id", "shortest(" + r + ".confidence)"}
	if kind != nil && !kind.Fact {
		out = append(out, "NULL")
	} else {
		out = append(out, c.evidence(r, sel))
	}
	for _, p := range linkProperties(kind) {
		out = append(out, value(r+"."+quote(p.Name), p.Kind))
	}
	return out
}

func linkProperties(kind *schema.Relationship) []schema.Property {
	if kind != nil {
		return kind.Properties
	}
	return relationshipColumns()
}

// evidence writes [[passage's id, span, parts of the passage…]…] of the
// relationship r, in order of the index. Of a passage that is not in the store
// the parts are NULL.
func (c *compiler) evidence(r string, sel *graph.LinkSelection) string {
	e, q := c.name("e"), c.name("n")
	parts, tables := []string{e + ".passage", e + ".span"}, "evidence "+e
	if sel.Evidence != nil {
		parts = append(parts, c.objectParts(q, nil, sel.Evidence)...)
		tables += " LEFT JOIN node " + q + " ON " + q + ".id = " + e + ".passage"
	}
	return "json((SELECT json_group_array(" + array(parts) + " ORDER BY " + e + ".passage) FROM " + tables +
		" WHERE " + e + ".relationship = " + r + ".key))"
}

// supports writes the links that the node n is evidence of, by id.
func (c *compiler) supports(n string, sel *graph.LinkSelection) string {
	e, r, src, dst := c.name("e"), c.name("r"), c.name("n"), c.name("n")
	return "json((SELECT json_group_array(" + c.link(r, nil, src, dst, sel) + " ORDER BY " + r + ".id) FROM evidence " + e +
		" CROSS JOIN relationship " + r + " ON " + r + ".key = " + e + ".relationship" +
		" CROSS JOIN node " + src + " ON " + src + ".key = " + r + ".src" +
		" CROSS JOIN node " + dst + " ON " + dst + ".key = " + r + ".dst" +
		" WHERE " + e + ".passage = " + n + ".id))"
}
