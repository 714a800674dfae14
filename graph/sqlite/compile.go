package sqlite

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Compile turns a query into the one statement that answers it: one row with a
// column of JSON for each root, which decode reads. The text depends on the
// query's shape alone; values, limits and lists are args, by number. It is
// pure. An ill-formed query gives graph.ErrInvalid.
//
// Objects are written as arrays, in an order that the Selection gives, since
// names would be most of the answer. A JSON subquery stands inside json(): a
// scalar subquery loses its subtype, and would be quoted as a text.
func Compile(q *graph.Query) (text string, args []any, err error) {
	if err := q.Validate(); err != nil {
		return "", nil, fmt.Errorf("compiling a query: %w", err)
	}
	c := &compiler{}
	columns := make([]string, len(q.Roots))
	for i := range q.Roots {
		columns[i] = c.root(&q.Roots[i])
	}
	if len(columns) == 0 {
		c.fail("a query without roots")
	}
	if c.err != nil {
		return "", nil, fmt.Errorf("compiling a query: %w", c.err)
	}
	text = "SELECT " + strings.Join(columns, ",\n")
	if len(c.cores) > 0 {
		text = "WITH core(" + strings.Join(numbered("c", len(c.cores)), ", ") + ") AS MATERIALIZED (SELECT " +
			strings.Join(c.cores, ",\n") + ")" + c.keptTable() + "\n" + text + "\nFROM " + c.front()
	}
	return text, c.args, nil
}

// compiler writes SQL. The first error stays; what is written after it is of
// no use.
type compiler struct {
	args  []any
	names int
	cores []string
	kept  []string
	err   error
}

// core adds a subquery that is answered before all else, once, and returns the
// column that holds its answer: the keys that a root has found, say, as JSON.
// What is wanted of these is read by the root itself. So all tables by name
// (WITH) stand at the front: SQLite refuses one that comes after the 1,000th
// table of a statement, which a query with many connections has.
func (c *compiler) core(subquery string) string {
	c.cores = append(c.cores, "("+subquery+")")
	return "c" + strconv.Itoa(len(c.cores)-1)
}

// keep adds a subquery over what the cores have found, answered once too, and
// returns the column that holds its answer.
func (c *compiler) keep(subquery string) string {
	c.kept = append(c.kept, "("+subquery+")")
	return "k" + strconv.Itoa(len(c.kept)-1)
}

// keptTable writes the table of all that is kept, and all that the cores found.
func (c *compiler) keptTable() string {
	if len(c.kept) == 0 {
		return ""
	}
	names := append(numbered("c", len(c.cores)), numbered("k", len(c.kept))...)
	columns := append(numbered("c", len(c.cores)), c.kept...)
	return ",\nkept(" + strings.Join(names, ", ") + ") AS MATERIALIZED (SELECT " + strings.Join(columns, ",\n") + " FROM core)"
}

// front is the table that the roots read.
func (c *compiler) front() string {
	if len(c.kept) > 0 {
		return "kept"
	}
	return "core"
}

// numbered lists n names.
func numbered(prefix string, n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = prefix + strconv.Itoa(i)
	}
	return names
}

func (c *compiler) fail(format string, args ...any) {
	if c.err == nil {
		c.err = invalid(format, args...)
	}
}

// arg adds a value and returns its place in the text, which may be used often.
func (c *compiler) arg(v any) string {
	c.args = append(c.args, v)
	return "?" + strconv.Itoa(len(c.args))
}

// list adds a list as one value and returns it as a set for IN.
func (c *compiler) list(values any) string {
	return "(SELECT value FROM json_each(" + c.jsonArg(values) + "))"
}

func (c *compiler) jsonArg(values any) string {
	text, err := json.Marshal(values)
	if err != nil {
		c.fail("%v is no list of values: %v", values, err)
	}
	if string(text) == "null" {
		text = []byte("[]")
	}
	return c.arg(string(text))
}

// name makes an alias that stands nowhere else in the statement.
func (c *compiler) name(prefix string) string {
	c.names++
	return prefix + strconv.Itoa(c.names)
}

func (c *compiler) root(r *graph.Root) string {
	switch {
	case r.Lookup != nil:
		return c.lookup(r.Lookup)
	case r.Nodes != nil:
		return "(SELECT " + array(c.page(r.Nodes, "", nil)) + ")"
	case r.Search != nil:
		return c.search(r.Search)
	case r.Path != nil:
		return c.path(r.Path)
	case r.Subgraph != nil:
		return c.subgraph(r.Subgraph)
	case r.Timeline != nil:
		return c.timeline(r.Timeline)
	case r.Stats:
		return statsText
	}
	return "NULL"
}

// statsText reads what Apply keeps count of.
const statsText = `(SELECT json_array(
 json((SELECT json_group_array(json_array(name, count)) FROM tally WHERE of = 'node' AND count > 0)),
 json((SELECT json_group_array(json_array(name, count)) FROM tally WHERE of = 'relationship' AND count > 0))))`

// lookup answers [[place among the ids, object]…], [[ambiguous id, candidate]…].
func (c *compiler) lookup(l *graph.Lookup) string {
	core := c.core("WITH " + c.resolve(l.IDs, l.Labels) + "\nSELECT json_array(" +
		"json((SELECT json_group_array(CASE WHEN count = 1 THEN node END ORDER BY place) FROM asked)), " + ambiguous + ")")
	n := c.name("n")
	return "(SELECT json_array(json((SELECT json_group_array(json_array(o.key, " + c.object(n, l.Labels, &l.Node) + "))" +
		" FROM json_each(" + core + " ->> 0) o CROSS JOIN node " + n + " ON " + n + ".key = o.value)), json(" + core + " -> 1)))"
}

// ambiguous lists the former ids among those asked for that fit several nodes.
const ambiguous = `json((SELECT json_group_array(json_array(a.id, n.id)) FROM asked a
  CROSS JOIN json_each(a.former) f CROSS JOIN node n ON n.key = f.value WHERE a.count > 1))`

// resolve writes a table asked(place, id, former, count, node): of each id
// asked for how many nodes of the labels it could mean (of any label, where
// none is given), and where that is one, which. An id goes before a former one
// of the same text.
func (c *compiler) resolve(ids, labels []string) string {
	of := ""
	if len(labels) > 0 {
		of = " AND instr(" + c.jsonArg(labels) + ", json_quote(n.label)) > 0" // a set would be one more table
	}
	return "asked(place, id, former, count, node) AS (" +
		"SELECT place, id, former, CASE WHEN own IS NOT NULL THEN 1 ELSE json_array_length(former) END, coalesce(own, former ->> 0)" +
		"\n FROM (SELECT w.key AS place, w.value AS id, (SELECT n.key FROM node n WHERE n.id = w.value" + of + ") AS own," +
		"\n (SELECT json_group_array(f.node) FROM former_id f CROSS JOIN node n ON n.key = f.node WHERE f.id = w.value" + of + ") AS former" +
		" FROM json_each(" + c.jsonArg(ids) + ") w))"
}

// oneOf compares an expression with names of the schema.
func oneOf(expr string, names []string) string {
	if len(names) == 1 {
		return expr + " = " + literal(names[0])
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = literal(n)
	}
	return expr + " IN (" + strings.Join(quoted, ", ") + ")"
}

// someOf is oneOf, and false where there are no names.
func someOf(expr string, names []string) string {
	if len(names) == 0 {
		return "0"
	}
	return oneOf(expr, names)
}

// literal writes a name of the schema as an SQL string.
func literal(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// object writes the node n as an array of objectParts.
func (c *compiler) object(n string, labels []string, sel *graph.Selection) string {
	return array(c.objectParts(n, labels, sel))
}

// objectParts writes what is wanted of the node n: label, id, then what the
// selection asks for in the order of its fields. labels are those that n can
// have, nil where that depends on values. Parts stand side by side wherever
// they can, not as arrays in arrays: SQLite adds up the depths of expressions
// over all nested subqueries, and allows 1,000.
func (c *compiler) objectParts(n string, labels []string, sel *graph.Selection) []string {
	out := []string{n + ".label", n + ".id"}
	if sel.FormerIDs {
		out = append(out, "json((SELECT json_group_array(f.id ORDER BY f.id) FROM former_id f WHERE f.node = "+n+".key))")
	}
	if sel.Disagreements {
		out = append(out, "json("+n+".disagreements)")
	}
	for _, p := range sel.Properties {
		out = append(out, c.property(n, p))
	}
	for i := range sel.Connections {
		out = append(out, c.hanging(&sel.Connections[i], n, labels)...)
	}
	if sel.Supports != nil {
		out = append(out, c.supports(n, sel.Supports))
	}
	return out
}

// property writes a property of the node n, NULL where no label has it.
func (c *compiler) property(n, name string) string {
	p, ok := nodeProperty(name)
	if !ok {
		return "NULL"
	}
	return value(n+"."+quote(name), p.Kind)
}

// nodeProperty finds a property among those of all labels.
func nodeProperty(name string) (schema.Property, bool) {
	p, ok := nodeProperties()[name]
	return p, ok
}

// value writes a stored value so that JSON keeps all of it.
func value(column string, kind schema.Kind) string {
	switch kind {
	case schema.Float:
		return "shortest(" + column + ")"
	case schema.TextList:
		return "json(" + column + ")"
	}
	return column
}

// arrayLimit keeps calls below the number of arguments that SQLite allows.
const arrayLimit = 100

// array writes a JSON array, of arrays where it is longer than arrayLimit.
func array(exprs []string) string {
	if len(exprs) <= arrayLimit {
		return "json_array(" + strings.Join(exprs, ", ") + ")"
	}
	var parts []string
	for part := range slices.Chunk(exprs, arrayLimit) {
		parts = append(parts, array(part))
	}
	return array(parts)
}
