package sqlite

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// around writes what neighbours are looked for along: relationships between
// nodes of given labels. Types of which both ends always have one of the
// labels are told apart from those where the far end must be looked at.
type around struct {
	closed, open, labels string // sets of types, and of labels
}

func (c *compiler) around(labels []string) around {
	var closed, open []string
	has := func(l string) bool { return slices.Contains(labels, l) }
	for _, r := range schema.Relationships() {
		switch {
		case covers(labels, r.From) && covers(labels, r.To):
			closed = append(closed, r.Type)
		case slices.ContainsFunc(r.From, has) && slices.ContainsFunc(r.To, has):
			open = append(open, r.Type)
		}
	}
	return around{closed: c.list(closed), open: c.list(open), labels: c.list(labels)}
}

// neighbours lists the keys of the nodes next to v.value, some of them often,
// for v from tables; where tables is empty, next to the node named.
func (a around) neighbours(tables, v string) string {
	var out []string
	for _, way := range [][2]string{{"src", "dst"}, {"dst", "src"}} {
		near, far := way[0], way[1]
		from := "SELECT r." + far + " AS node FROM "
		if tables != "" {
			from += tables + " CROSS JOIN "
		}
		out = append(out,
			from+"relationship r WHERE r."+near+" = "+v+" AND r.type IN "+a.closed,
			from+"relationship r CROSS JOIN node n ON n.key = r."+far+" WHERE r."+near+" = "+v+
				" AND r.type IN "+a.open+" AND n.label IN "+a.labels)
	}
	return strings.Join(out, "\n  UNION ALL ")
}

// degree counts the relationships of the node v to nodes of the labels.
func (a around) degree(v string) string {
	return "(SELECT count(*) FROM relationship r WHERE r.src = " + v + " AND r.type IN " + a.closed + ")" +
		" + (SELECT count(*) FROM relationship r WHERE r.dst = " + v + " AND r.src <> r.dst AND r.type IN " + a.closed + ")" +
		" + (SELECT count(*) FROM relationship r CROSS JOIN node n ON n.key = r.dst WHERE r.src = " + v +
		" AND r.type IN " + a.open + " AND n.label IN " + a.labels + ")" +
		" + (SELECT count(*) FROM relationship r CROSS JOIN node n ON n.key = r.src WHERE r.dst = " + v +
		" AND r.src <> r.dst AND r.type IN " + a.open + " AND n.label IN " + a.labels + ")"
}

// path answers [[[object, link to it from the one before]…], ambiguous], no
// objects where there is no path.
//
// It searches from both ends at once, a ring at a time, the smaller ring
// first, so that a busy node in the middle costs little. A row of the table
// `rings` is a state of the search, its rings JSON lists of keys. Two kinds of
// row take turns: one finds the fresh ring, the next puts it in place; a list
// that is used more than once would otherwise be found as often. What lies
// next to a ring is in it, in the one before or fresh, so that nothing else
// need be remembered. The path is read back off the rings.
func (c *compiler) path(p *graph.PathQuery) string {
	a := c.around(p.Labels)
	hops := c.arg(p.MaxHops)
	smaller := "json_array_length(fore) <= json_array_length(aft)"
	fresh := "(SELECT json_group_array(node) FROM (" +
		a.neighbours("json_each(CASE WHEN "+smaller+" THEN fore ELSE aft END) v", "v.value") +
		"\n  EXCEPT SELECT value FROM json_each(CASE WHEN " + smaller + " THEN fore ELSE aft END)" +
		"\n  EXCEPT SELECT value FROM json_each(CASE WHEN " + smaller + " THEN fore0 ELSE aft0 END)))"
	placed := func(whole, first string) string { // the ring once fresh is in place
		return "CASE turn WHEN " + first + " THEN fresh ELSE " + whole + " END"
	}
	rings := "rings(foreHops, aftHops, fore, fore0, aft, aft0, turn, fresh, met) AS (" +
		"\n SELECT 0, 0, json_array(f.node), '[]', json_array(t.node), '[]', 0, NULL, CASE WHEN f.node = t.node THEN f.node END" +
		" FROM single f, single t WHERE f.place = 0 AND t.place = 1" +
		"\n UNION ALL SELECT foreHops + (turn = 1), aftHops + (turn = 2)," +
		" " + placed("fore", "1") + ", " + strings.ReplaceAll(placed("fore0", "1"), "THEN fresh", "THEN fore") + "," +
		" " + placed("aft", "2") + ", " + strings.ReplaceAll(placed("aft0", "2"), "THEN fresh", "THEN aft") + "," +
		"\n CASE WHEN turn > 0 THEN 0 WHEN " + smaller + " THEN 1 ELSE 2 END," +
		"\n CASE turn WHEN 0 THEN " + fresh + " END," +
		"\n CASE WHEN turn > 0 THEN (SELECT value FROM json_each(" + placed("fore", "1") + ")" +
		" INTERSECT SELECT value FROM json_each(" + placed("aft", "2") + ") LIMIT 1) END" +
		"\n FROM rings WHERE met IS NULL AND (turn > 0 OR foreHops + aftHops < " + hops + " AND fore <> '[]' AND aft <> '[]'))"
	return "(WITH RECURSIVE " + c.resolve([]string{p.From, p.To}, p.Labels) + ",\n" + rings + "," +
		"\nback(node, hop) AS (SELECT met, foreHops FROM rings WHERE met IS NOT NULL UNION ALL " + a.backwards("back", "foreHops", "fore") + ")," +
		"\nforth(node, hop) AS (SELECT met, aftHops FROM rings WHERE met IS NOT NULL UNION ALL " + a.backwards("forth", "aftHops", "aft") + ")," +
		"\nline(place, node) AS (SELECT hop, node FROM back UNION ALL" +
		" SELECT (SELECT foreHops + aftHops FROM rings WHERE met IS NOT NULL) - hop, node FROM forth" +
		" WHERE hop < (SELECT aftHops FROM rings WHERE met IS NOT NULL))," +
		"\nstep(place, node, rel) AS (SELECT l.place, l.node, (SELECT min(key) FROM (" + a.joining("b.node", "l.node") + " UNION ALL " + a.joining("l.node", "b.node") + "))" +
		" FROM line l LEFT JOIN line b ON b.place = l.place - 1)" +
		"\nSELECT json_array(json((" + c.steps(p) + ")), " + ambiguous + "))"
}

// backwards goes from a node of a ring to one of the ring before it.
func (a around) backwards(table, hops, ring string) string {
	return "SELECT (" + a.neighbours("", table+".node") +
		" INTERSECT SELECT value FROM json_each((SELECT " + ring + " FROM rings WHERE " + hops + " = " + table + ".hop - 1 AND turn = 0 LIMIT 1))" +
		" LIMIT 1), " + table + ".hop - 1 FROM " + table + " WHERE " + table + ".hop > 0"
}

// joining lists the relationships from one node to another.
func (a around) joining(src, dst string) string {
	return "SELECT key FROM relationship WHERE src = " + src + " AND dst = " + dst +
		" AND (type IN " + a.closed + " OR type IN " + a.open + ")"
}

func (c *compiler) steps(p *graph.PathQuery) string {
	n, r, src, dst := c.name("n"), c.name("r"), c.name("n"), c.name("n")
	return "SELECT json_group_array(json_array(" + c.object(n, nil, &p.Node) +
		", CASE WHEN s.rel IS NOT NULL THEN " + c.link(r, nil, src, dst, &p.Link) + " END) ORDER BY s.place)" +
		" FROM step s CROSS JOIN node " + n + " ON " + n + ".key = s.node" +
		" LEFT JOIN relationship " + r + " ON " + r + ".key = s.rel" +
		" LEFT JOIN node " + src + " ON " + src + ".key = " + r + ".src" +
		" LEFT JOIN node " + dst + " ON " + dst + ".key = " + r + ".dst"
}

// subgraph answers [[object…], [link…], number left out, ambiguous].
//
// A row of the table `rings` is what lies a number of hops away, a JSON list
// of keys, and how many nodes lie nearer. Only of the ring that the limit cuts
// through need nodes be told apart by how connected they are.
func (c *compiler) subgraph(w *graph.Walkabout) string {
	a := c.around(w.Labels)
	limit, hops, cut := c.arg(w.Limit), c.arg(w.Hops), c.arg(w.Cut)
	fresh := "(SELECT json_group_array(node) FROM (" + a.neighbours("json_each(nodes) v", "v.value") +
		"\n  EXCEPT SELECT value FROM json_each(nodes) EXCEPT SELECT value FROM json_each(before)))"
	n := c.name("n")
	r, src, dst := c.name("r"), c.name("n"), c.name("n")
	nodes := "SELECT json_group_array(" + c.object(n, nil, &w.Node) + " ORDER BY " + n + ".id)" +
		" FROM kept k CROSS JOIN node " + n + " ON " + n + ".key = k.node"
	links := "SELECT json_group_array(" + c.link(r, nil, src, dst, &w.Link) + " ORDER BY " + r + ".id)" +
		" FROM kept k CROSS JOIN relationship " + r + " ON " + r + ".src = k.node" +
		" CROSS JOIN node " + src + " ON " + src + ".key = " + r + ".src CROSS JOIN node " + dst + " ON " + dst + ".key = " + r + ".dst" +
		" WHERE (" + r + ".type IN " + a.closed + " OR " + r + ".type IN " + a.open + ") AND " + r + ".dst IN (SELECT node FROM kept)"
	return "(WITH RECURSIVE " + c.resolve(w.Centers, w.Labels) + "," +
		"\nrings(hop, nodes, before, nearer) AS (" +
		"\n SELECT 0, (SELECT json_group_array(DISTINCT node) FROM single), '[]', 0" +
		"\n UNION ALL SELECT hop + 1, " + fresh + ", nodes, nearer + json_array_length(nodes)" +
		"\n FROM rings WHERE hop < " + hops + " AND nodes <> '[]' AND (" + cut + " OR nearer + json_array_length(nodes) < " + limit + "))," +
		"\nplaced(node, hop, whole) AS (SELECT v.value, hop, nearer + json_array_length(nodes) <= " + limit +
		" FROM rings CROSS JOIN json_each(nodes) v WHERE nearer < " + limit + ")," +
		"\nkept(node) AS MATERIALIZED (SELECT p.node FROM placed p CROSS JOIN node n ON n.key = p.node ORDER BY p.hop," +
		" CASE WHEN p.whole THEN 0 ELSE -(" + a.degree("p.node") + ") END, CASE WHEN p.whole THEN '' ELSE n.id END LIMIT " + limit + ")" +
		"\nSELECT json_array(json((" + nodes + ")),\n json((" + links + "))," +
		"\n (SELECT sum(json_array_length(nodes)) FROM rings) - (SELECT count(*) FROM kept)," +
		"\n " + ambiguous + "))"
}

// timeline answers [[[date, object]…], total, ambiguous], and one row more
// than was asked for, to tell whether there is one.
func (c *compiler) timeline(t *graph.Timeline) string {
	var facts, labels []string
	for _, r := range schema.Relationships() {
		if r.Fact {
			facts = append(facts, r.Type)
		}
	}
	date := "CASE n.label"
	for _, e := range schema.Events() {
		labels = append(labels, e.Label)
		date += " WHEN " + literal(e.Label) + " THEN n." + quote(e.Date)
	}
	date += " END"

	where := "1"
	if t.From != "" {
		where += " AND " + c.compareDate("e.date", &graph.Compare{Op: graph.OpGte, Values: []any{t.From}})
	}
	if t.To != "" {
		where += " AND " + c.compareDate("e.date", &graph.Compare{Op: graph.OpLte, Values: []any{t.To}})
	}
	terms := []term{{expr: "e.date"}, {expr: "e.id"}}
	page := where
	if t.After != nil {
		page += " AND " + c.beyond(terms, 1, t.After, false)
	}
	m := c.name("n")
	row := array([]string{"p.date", c.object(m, labels, &t.Node)})
	rows := "SELECT json_group_array(" + row + ") FROM (SELECT e.node AS node, e.date AS date FROM event e WHERE " + page +
		" ORDER BY " + orderBy(terms, false) + " LIMIT " + c.arg(t.First+1) + ") p CROSS JOIN node " + m + " ON " + m + ".key = p.node"
	total := "NULL"
	if t.Count {
		total = "(SELECT count(*) FROM event e WHERE " + where + ")"
	}
	return "(WITH " + c.resolve(t.Of, nil) + "," +
		"\njoined(node) AS (SELECT r.dst FROM single s CROSS JOIN relationship r ON r.src = s.node WHERE " + oneOf("r.type", facts) +
		" UNION SELECT r.src FROM single s CROSS JOIN relationship r ON r.dst = s.node WHERE " + oneOf("r.type", facts) + ")," +
		"\nevent(node, id, date) AS MATERIALIZED (SELECT n.key, n.id, " + date +
		" FROM joined j CROSS JOIN node n ON n.key = j.node WHERE " + oneOf("n.label", labels) + ")" +
		"\nSELECT json_array(json((" + rows + ")), " + total + ", " + ambiguous + "))"
}
