package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// mostHops are the limits that graph.Query sets: the text must not depend on
// how many hops are asked for.
const (
	mostPathHops     = 10
	mostSubgraphHops = 4
)

// ground is what walks may tread: the types between nodes of the labels, and
// a label predicate, empty where the types lead to no other labels anyway.
type ground struct {
	labels    []string
	types     []string
	predicate string
}

func groundOf(labels []string) ground {
	g := ground{labels: labels}
	inside := func(label string) bool { return slices.Contains(labels, label) }
	outside := func(label string) bool { return !inside(label) }
	leaves := false
	for _, r := range schema.Relationships() {
		if slices.ContainsFunc(r.From, inside) && slices.ContainsFunc(r.To, inside) {
			g.types = append(g.types, r.Type)
			leaves = leaves || slices.ContainsFunc(r.From, outside) || slices.ContainsFunc(r.To, outside)
		}
	}
	if leaves {
		g.predicate = labelPredicate(labels)
	}
	return g
}

// ambiguous compiles the candidates of those ids of a list that fit several nodes.
func (c *compiler) ambiguous(ids string, labels []string) string {
	id, n, several := c.fresh("id"), c.fresh("n"), c.fresh("c")
	return fmt.Sprintf("COLLECT { %s WITH %s, %s WHERE size(%s) > 1 RETURN [%s, [x IN %s | x.id]] }",
		c.find(id, n, several, ids, labels), id, several, several, id, several)
}

func readAmbiguous(v any, to *graph.Result) {
	for _, row := range list(v) {
		got := reader{list(row)}
		id := text(got.next())
		note(to, id, strs(got.next()))
	}
}

// found compiles a subquery that binds name to the list of nodes that ids lead to, each once.
func (c *compiler) found(name, ids string, labels []string) string {
	id, n, several := c.fresh("id"), c.fresh("n"), c.fresh("c")
	return fmt.Sprintf("CALL () { %s RETURN collect(DISTINCT %s) AS %s }", c.find(id, n, several, ids, labels), n, name)
}

// links compiles the relationships of a list (or pattern) to links.
func (c *compiler) walkLink(r string, g ground, want *graph.LinkSelection) (string, func(any) *graph.Link) {
	a, b := c.fresh("a"), c.fresh("b")
	link, read := c.link(linkOf{r: r, from: a, to: b, types: g.types, fromLabels: g.labels, toLabels: g.labels}, want)
	return fmt.Sprintf("WITH %[1]s, startNode(%[1]s) AS %[2]s, endNode(%[1]s) AS %[3]s RETURN %[4]s", r, a, b, link), read
}

// path compiles a shortest path. Neo4j's shortestPath throws where both ends
// are one node, so that this case is a branch of its own.
func (c *compiler) path(q *graph.PathQuery) (string, func(any, *graph.Result)) {
	g := groundOf(q.Labels)
	ids := c.value(distinct([]string{q.From, q.To}))
	a, b, p, n, r := c.fresh("a"), c.fresh("b"), c.fresh("p"), c.fresh("n"), c.fresh("r")
	object, readObject := c.object(n, q.Labels, &q.Node)
	link, readLink := "RETURN 0", func(any) *graph.Link { return nil }
	ways := fmt.Sprintf("WITH %[1]s, %[2]s WHERE %[1]s = %[2]s RETURN [%[1]s] AS nodes%[3]s, [] AS links%[3]s", a, b, p)
	if len(g.types) > 0 {
		link, readLink = c.walkLink(r, g, &q.Link)
		all := ""
		if g.predicate != "" {
			all = fmt.Sprintf(" WHERE all(x IN nodes(%s) WHERE x%s)", p, g.predicate)
		}
		ways += fmt.Sprintf(" UNION WITH %[1]s, %[2]s WHERE %[1]s <> %[2]s "+
			"MATCH %[3]s = shortestPath((%[1]s)-[:%[4]s*..%[5]d]-(%[2]s))%[6]s "+
			"RETURN nodes(%[3]s) AS nodes%[3]s, relationships(%[3]s) AS links%[3]s",
			a, b, p, strings.Join(g.types, "|"), mostPathHops, all)
	}
	found := fmt.Sprintf("%s %s WITH %s, %s WHERE size(%s) > 0 AND size(%s) > 0 WITH head(%s) AS %s, head(%s) AS %s ",
		c.found("from"+p, c.value([]string{q.From}), q.Labels), c.found("to"+p, c.value([]string{q.To}), q.Labels),
		"from"+p, "to"+p, "from"+p, "to"+p, "from"+p, a, "to"+p, b)
	expression := fmt.Sprintf("[%[1]s, COLLECT { %[2]sCALL (%[3]s, %[4]s) { %[5]s } "+
		"WITH nodes%[6]s, links%[6]s WHERE size(links%[6]s) <= %[7]s "+
		"RETURN [COLLECT { UNWIND nodes%[6]s AS %[8]s RETURN %[9]s }, COLLECT { UNWIND links%[6]s AS %[10]s %[11]s }] }]",
		c.ambiguous(ids, q.Labels), found, a, b, ways, p, c.value(int64(q.MaxHops)), n, object, r, link)
	return expression, func(v any, to *graph.Result) {
		got := reader{list(v)}
		readAmbiguous(got.next(), to)
		paths := list(got.next())
		if len(paths) == 0 {
			return
		}
		path := reader{list(paths[0])}
		to.Walked = &graph.Walked{Nodes: []*graph.Object{}, Links: []*graph.Link{}}
		for _, row := range list(path.next()) {
			to.Walked.Nodes = append(to.Walked.Nodes, readObject(row))
		}
		for _, row := range list(path.next()) {
			to.Walked.Links = append(to.Walked.Links, readLink(row))
		}
	}
}

// subgraph compiles a walk ring by ring: what lies next to a ring and in
// no ring yet is the next. Rings beyond the hops asked for are walked from
// nothing, and so are those that cannot be kept, unless they are to be counted.
func (c *compiler) subgraph(q *graph.Walkabout) (string, func(any, *graph.Result)) {
	g := groundOf(q.Labels)
	s, n, r := c.fresh("s"), c.fresh("n"), c.fresh("r")
	ids, hops, limit := c.value(distinct(q.Centers)), c.value(int64(q.Hops)), c.value(int64(q.Limit))
	ring := func(i int) string { return fmt.Sprintf("%sring%d", s, i) }
	clauses := []string{c.found(ring(0), ids, q.Labels)}
	rings, sizes := []string{ring(0)}, []string{"size(" + ring(0) + ")"}
	for i := 1; i <= mostSubgraphHops && len(g.types) > 0; i++ {
		clauses = append(clauses, c.ring(g, rings, ring(i), fmt.Sprintf("%s >= %d", hops, i), strings.Join(sizes, " + "), limit, q.Cut))
		rings, sizes = append(rings, ring(i)), append(sizes, "size("+ring(i)+")")
	}
	total := strings.Join(sizes, " + ")
	clauses = append(clauses, c.nearest(g, s, rings, total, limit))

	object, readObject := c.object(n, q.Labels, &q.Node)
	links, readLink := "[]", func(any) *graph.Link { return nil }
	if len(g.types) > 0 {
		a, b := c.fresh("a"), c.fresh("b")
		var link string
		link, readLink = c.walkLink(r, g, &q.Link)
		links = fmt.Sprintf("COLLECT { UNWIND %[1]skept AS %[2]s MATCH (%[2]s)-[%[3]s:%[4]s]->(%[5]s) WHERE %[5]s IN %[1]skept %[6]s }",
			s, a, r, strings.Join(g.types, "|"), b, link)
	}
	expression := fmt.Sprintf("[%[1]s, COLLECT { %[2]s RETURN [%[3]stotal, COLLECT { UNWIND %[3]skept AS %[4]s RETURN %[5]s }, %[6]s] }]",
		c.ambiguous(ids, q.Labels), strings.Join(clauses, " "), s, n, object, links)
	return expression, func(v any, to *graph.Result) {
		got := reader{list(v)}
		readAmbiguous(got.next(), to)
		to.Walked = &graph.Walked{Nodes: []*graph.Object{}, Links: []*graph.Link{}}
		rows := list(got.next())
		if len(rows) == 0 {
			return
		}
		walked := reader{list(rows[0])}
		reached := number(walked.next())
		for _, row := range list(walked.next()) {
			to.Walked.Nodes = append(to.Walked.Nodes, readObject(row))
		}
		slices.SortFunc(to.Walked.Nodes, func(a, b *graph.Object) int { return strings.Compare(a.ID, b.ID) })
		to.Walked.Links = append(to.Walked.Links, sortedLinks(walked.next(), readLink)...)
		if q.Cut {
			to.Walked.Cut = reached - len(to.Walked.Nodes)
		}
	}
}

// nearest compiles what is kept of the rings. It stands in no CALL and lets go
// of the rings before it sorts, since Neo4j would count them as held by each
// row. One more than wanted is taken, so that a limit of 0 still gives a row.
func (c *compiler) nearest(g ground, s string, rings []string, total, limit string) string {
	pair, hop, m := c.fresh("pair"), c.fresh("hop"), c.fresh("m")
	pairs := make([]string, len(rings))
	for i, ring := range rings {
		pairs[i] = fmt.Sprintf("[x IN %s | [%d, x]]", ring, i)
	}
	return fmt.Sprintf("WITH %[1]s AS %[2]stotal, %[3]s AS pairs UNWIND pairs AS %[4]s "+
		"WITH %[2]stotal, %[4]s[0] AS %[5]s, %[4]s[1] AS %[6]s "+
		"WITH %[2]stotal, %[5]s, %[6]s, CASE WHEN %[2]stotal > %[7]s THEN %[8]s ELSE 0 END AS links "+
		"ORDER BY %[5]s, links DESC, %[6]s.id LIMIT %[7]s + 1 WITH %[2]stotal, collect(%[6]s)[..%[7]s] AS %[2]skept",
		total, s, strings.Join(pairs, " + "), pair, hop, m, limit, g.degree(m))
}

// ring compiles the next ring of a subgraph.
func (c *compiler) ring(g ground, before []string, name, within, reached, limit string, all bool) string {
	a, m := c.fresh("a"), c.fresh("m")
	if !all {
		within += fmt.Sprintf(" AND %s < %s", reached, limit)
	}
	var fresh []string
	for _, ring := range before {
		fresh = append(fresh, fmt.Sprintf("NOT %s IN %s", m, ring))
	}
	return fmt.Sprintf("CALL (%[1]s) { UNWIND CASE WHEN %[2]s THEN %[3]s ELSE [] END AS %[4]s "+
		"MATCH (%[4]s)-[:%[5]s]-(%[6]s%[7]s) WITH DISTINCT %[6]s WHERE %[8]s RETURN collect(%[6]s) AS %[9]s }",
		strings.Join(before, ", "), within, before[len(before)-1], a, strings.Join(g.types, "|"), m, g.predicate,
		strings.Join(fresh, " AND "), name)
}

// degree counts a node's relationships to nodes of the labels: where the types
// allow, by counts that Neo4j keeps.
func (g ground) degree(n string) string {
	if len(g.types) == 0 {
		return "0"
	}
	return fmt.Sprintf("COUNT { (%s)-[:%s]-(%s) }", n, strings.Join(g.types, "|"), g.predicate)
}

// timeline compiles the events joined to nodes by facts. Only one of the dates
// stands on a label, so that the first that is there is the event's.
func (c *compiler) timeline(q *graph.Timeline) (string, func(any, *graph.Result)) {
	n, o, date := c.fresh("n"), c.fresh("o"), c.fresh("date")
	ids := c.value(distinct(q.Of))
	var conditions []string
	for _, bound := range []struct {
		op   graph.Op
		date string
	}{{graph.OpGte, q.From}, {graph.OpLte, q.To}} {
		if bound.date != "" {
			conditions = append(conditions, c.compareDate(&graph.Compare{Op: bound.op, Values: []any{bound.date}}, date))
		}
	}
	events := fmt.Sprintf("%[1]s UNWIND of%[2]s AS %[3]s MATCH (%[3]s)-[:%[4]s]-(%[2]s:%[5]s) "+
		"WITH DISTINCT %[2]s WITH %[2]s, coalesce(%[6]s) AS %[7]s%[8]s",
		c.found("of"+n, ids, nil), n, o, strings.Join(factTypes(), "|"), strings.Join(eventLabels(), "|"),
		strings.Join(eventDates(n), ", "), date, where(conditions))
	page := events
	if q.After != nil {
		ordering := order{terms: []term{{expression: date, name: date}}, ids: []string{n + ".id"}}
		page += fmt.Sprintf(" WITH %s, %s WHERE %s", n, date, c.beyond(ordering, q.After, true))
	}
	object, readObject := c.object(n, eventLabels(), &q.Node)
	rows := fmt.Sprintf("COLLECT { %[1]s WITH %[2]s, %[3]s ORDER BY %[3]s, %[2]s.id LIMIT %[4]s RETURN [%[3]s, %[5]s] }",
		page, n, date, c.value(int64(q.First+1)), object)
	cells := []string{c.ambiguous(ids, nil), rows}
	if q.Count {
		cells = append(cells, fmt.Sprintf("COUNT { %s RETURN %s }", events, n))
	}
	return "[" + strings.Join(cells, ", ") + "]", func(v any, to *graph.Result) {
		cells := reader{list(v)}
		readAmbiguous(cells.next(), to)
		to.Page = readRun(cells.cells, q.First, q.After != nil, q.Count, func(got *reader) graph.Row {
			var row graph.Row
			row.Date = text(got.next())
			row.Node = readObject(got.next())
			return row
		})
	}
}

// eventLabels are those of what a timeline lists.
func eventLabels() []string {
	var labels []string
	for _, e := range schema.Events() {
		labels = append(labels, e.Label)
	}
	return labels
}

// eventDates are the dates that place the events in a timeline.
func eventDates(n string) []string {
	var dates []string
	for _, e := range schema.Events() {
		dates = append(dates, n+"."+e.Date)
	}
	return dates
}
