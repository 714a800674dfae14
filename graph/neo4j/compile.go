package neo4j

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Compile turns a query into one Cypher statement and its parameters, which
// stand in one map `p`, since Neo4j plans anew for each size of a list that is
// a parameter of its own. The text depends only on the query's shape. It
// begins and ends by reading which commits are over and which are announced,
// which shows an answer that one may have torn. The query must be valid, else ErrInvalid.
func Compile(q *graph.Query) (text string, params map[string]any, err error) {
	p, err := compile(q)
	if err != nil {
		return "", nil, err
	}
	return p.text, p.params, nil
}

// plan is a compiled query: what to send, and how to read what comes.
type plan struct {
	text   string
	params map[string]any
	// decode has a function for each root, which reads its column into a result.
	decode []func(any, *graph.Result)
}

func compile(q *graph.Query) (*plan, error) {
	if err := q.Validate(); err != nil {
		return nil, fmt.Errorf("compiling a query: %w", err)
	}
	c := &compiler{values: map[string]any{}}
	p := &plan{params: map[string]any{"p": c.values}}
	columns := make([]string, len(q.Roots))
	for i := range q.Roots {
		expression, decode := c.root(&q.Roots[i])
		columns[i] = fmt.Sprintf("%s AS a%d", expression, i)
		p.decode = append(p.decode, decode)
	}
	p.text = assemble(columns)
	return p, nil
}

// assemble reads which commits are over, then the answers, then which commits
// are announced. The planner keeps that order: each WITH ends what may be moved.
func assemble(columns []string) string {
	var b strings.Builder
	b.WriteString("MATCH (c:_Meta {id: 'commits'})\nWITH c.settled AS before\nWITH before")
	for _, column := range columns {
		b.WriteString(",\n" + column)
	}
	b.WriteString("\nMATCH (c:_Meta {id: 'commits'})\nRETURN before, c.announced AS after")
	for i := range columns {
		fmt.Fprintf(&b, ", a%d", i)
	}
	return b.String()
}

// compiler gathers the parameters and names the variables of one statement.
type compiler struct {
	values map[string]any
	names  int
}

// value puts a value among the parameters and gives how the text names it.
func (c *compiler) value(v any) string {
	name := "v" + strconv.Itoa(len(c.values))
	c.values[name] = v
	return "$p." + name
}

// fresh gives a variable that the statement does not have yet.
func (c *compiler) fresh(prefix string) string {
	c.names++
	return prefix + strconv.Itoa(c.names)
}

// root compiles one question to an expression.
func (c *compiler) root(r *graph.Root) (string, func(any, *graph.Result)) {
	switch {
	case r.Lookup != nil:
		return c.lookup(r.Lookup)
	case r.Nodes != nil:
		expression, decode := c.page("", nil, r.Nodes)
		return expression, func(v any, to *graph.Result) { to.Page = decode(v) }
	case r.Search != nil:
		return c.search(r.Search)
	case r.Path != nil:
		return c.path(r.Path)
	case r.Subgraph != nil:
		return c.subgraph(r.Subgraph)
	case r.Timeline != nil:
		return c.timeline(r.Timeline)
	}
	return c.stats()
}

// lookup finds nodes by id or former id, in the order of the ids.
func (c *compiler) lookup(l *graph.Lookup) (string, func(any, *graph.Result)) {
	id, n, several := c.fresh("id"), c.fresh("n"), c.fresh("c")
	object, decode := c.object(n, l.Labels, &l.Node)
	expression := fmt.Sprintf("COLLECT { %s RETURN [%s, [x IN %s | x.id], %s] }",
		c.find(id, n, several, c.value(distinct(l.IDs)), l.Labels), id, several, object)
	return expression, func(v any, to *graph.Result) {
		to.Objects = make([]*graph.Object, len(l.IDs))
		for _, row := range list(v) {
			found := reader{list(row)}
			id := text(found.next())
			note(to, id, strs(found.next()))
			object := decode(found.next())
			for i := range l.IDs {
				if object != nil && l.IDs[i] == id {
					to.Objects[i] = object
				}
			}
		}
	}
}

// find leads the ids of a list to nodes: to n, null where several are in
// question, which are then in several. Ids that lead to nothing give no row.
func (c *compiler) find(id, n, several, ids string, labels []string) string {
	f, m := c.fresh("f"), c.fresh("m")
	allowed := labelPredicate(labels)
	return fmt.Sprintf("UNWIND %[1]s AS %[2]s "+
		"OPTIONAL MATCH (%[3]s:_Node {id: %[2]s})%[7]s "+
		"OPTIONAL MATCH (%[4]s:_Former {id: %[2]s})-[:_FORMER]->(%[5]s:_Node) WHERE %[3]s IS NULL%[8]s "+
		"WITH %[2]s, %[3]s, collect(%[5]s) AS %[6]s "+
		"WITH %[2]s, CASE WHEN size(%[6]s) > 1 THEN %[6]s ELSE [] END AS %[6]s, "+
		"coalesce(%[3]s, CASE size(%[6]s) WHEN 1 THEN head(%[6]s) END) AS %[3]s "+
		"WHERE %[3]s IS NOT NULL OR size(%[6]s) > 1",
		ids, id, n, f, m, several,
		prefixed(" WHERE ", n, allowed), prefixed(" AND ", m, allowed))
}

// note keeps the candidates of an id that fits several nodes.
func note(to *graph.Result, id string, candidates []string) {
	if len(candidates) == 0 {
		return
	}
	if to.Ambiguous == nil {
		to.Ambiguous = map[string][]string{}
	}
	slices.Sort(candidates)
	to.Ambiguous[id] = candidates
}

// stats reads counts that Neo4j keeps.
func (c *compiler) stats() (string, func(any, *graph.Result)) {
	var counts []string
	for _, l := range schema.Labels() {
		counts = append(counts, fmt.Sprintf("COUNT { (:%s) }", l.Name))
	}
	for _, r := range schema.Relationships() {
		counts = append(counts, fmt.Sprintf("COUNT { ()-[:%s]->() }", r.Type))
	}
	return "[" + strings.Join(counts, ", ") + "]", func(v any, to *graph.Result) {
		got := reader{list(v)}
		to.Counts = &graph.Counts{Nodes: map[string]int{}, Relationships: map[string]int{}}
		for _, l := range schema.Labels() {
			if n := number(got.next()); n > 0 {
				to.Counts.Nodes[l.Name] = n
			}
		}
		for _, r := range schema.Relationships() {
			if n := number(got.next()); n > 0 {
				to.Counts.Relationships[r.Type] = n
			}
		}
	}
}

// labelPredicate writes labels as a label expression, "" for any.
func labelPredicate(labels []string) string {
	if len(labels) == 0 || len(labels) == len(schema.Labels()) {
		return ""
	}
	return ":" + strings.Join(labels, "|")
}

// prefixed is a label predicate on a variable after a word, "" where it is for any.
func prefixed(word, variable, predicate string) string {
	if predicate == "" {
		return ""
	}
	return word + variable + predicate
}

// distinct lists ids as a parameter, each once: find leads an id by the rows
// that it has.
func distinct(ids []string) []string {
	out := []string{}
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// texts keeps an empty list from becoming null.
func texts(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
