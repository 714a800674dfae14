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
	closed, open, types, labels string // sets of types (types: both), and of labels
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
	return around{closed: c.list(closed), open: c.list(open), types: c.list(slices.Concat(closed, open)), labels: c.list(labels)}
}

// neighbours lists the keys of the nodes next to v.value, some of them often,
// for v from tables.
func (a around) neighbours(tables, v string) string {
	var out []string
	for _, way := range [][2]string{{"src", "dst"}, {"dst", "src"}} {
		near, far := way[0], way[1]
		from := "SELECT r." + far + " AS node FROM " + tables + " CROSS JOIN relationship r"
		out = append(out,
			from+" WHERE r."+near+" = "+v+" AND r.type IN "+a.closed,
			from+" CROSS JOIN node n ON n.key = r."+far+" WHERE r."+near+" = "+v+" AND r.type IN "+a.open+" AND n.label IN "+a.labels)
	}
	return strings.Join(out, "\n  UNION ALL ")
}

// beside is neighbours of one node, whatever their labels.
func (a around) beside(v string) string {
	return "SELECT dst FROM relationship WHERE src = " + v + " AND type IN " + a.types +
		" UNION ALL SELECT src FROM relationship WHERE dst = " + v + " AND type IN " + a.types
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
// `rings` is a state of the search: the last ring from either end and the one
// before it, JSON lists of keys, and lists of all rings. Two kinds of row take
// turns: one finds the fresh ring, the next puts it in place; a list that is
// used more than once would otherwise be found as often. What lies next to a
// ring is in it, in the one before or fresh, so that nothing else need be
// remembered. The table `line` reads the path back off the rings, from where
// they met to either end.
func (c *compiler) path(p *graph.PathQuery) string {
	a := c.around(p.Labels)
	asked := c.resolve([]string{p.From, p.To}, p.Labels)
	core := c.core("WITH RECURSIVE " + asked + ",\n" + a.rings(c.arg(p.MaxHops)) + "," +
		"\nline(side, hop, node, hops, all_rings) AS (" +
		"\n SELECT v.value, CASE v.value WHEN 0 THEN fore_hops ELSE aft_hops END, met, fore_hops + aft_hops, CASE v.value WHEN 0 THEN fores ELSE afts END" +
		" FROM rings CROSS JOIN json_each('[0,1]') v WHERE met IS NOT NULL" +
		"\n UNION ALL SELECT side, hop - 1, (" + a.beside("line.node") +
		"\n  INTERSECT SELECT value FROM json_each(all_rings, '$[' || (hop - 1) || ']') LIMIT 1), hops, all_rings FROM line WHERE hop > 0)," +
		"\nplaces(place, node) AS (SELECT DISTINCT CASE side WHEN 0 THEN hop ELSE hops - hop END, node FROM line)," +
		"\nsteps(place, node, before) AS (SELECT place, node, lag(node) OVER (ORDER BY place) FROM places)" +
		"\nSELECT json_array(json((SELECT json_group_array(json_array(node, (SELECT min(key) FROM relationship" +
		" WHERE src IN (before, node) AND type IN " + a.types + " AND dst IN (before, node) AND src <> dst)) ORDER BY place) FROM steps)), " + ambiguous + ")")
	n, r, src, dst := c.name("n"), c.name("r"), c.name("n"), c.name("n")
	return "(SELECT json_array(json((SELECT json_group_array(json_array(" + c.object(n, nil, &p.Node) +
		", CASE WHEN " + r + ".key IS NOT NULL THEN " + c.link(r, nil, src, dst, &p.Link) + " END))" +
		" FROM json_each(" + core + " ->> 0) s CROSS JOIN node " + n + " ON " + n + ".key = s.value ->> 0" +
		" LEFT JOIN relationship " + r + " ON " + r + ".key = s.value ->> 1" +
		" LEFT JOIN node " + src + " ON " + src + ".key = " + r + ".src" +
		" LEFT JOIN node " + dst + " ON " + dst + ".key = " + r + ".dst)), json(" + core + " -> 1)))"
}

// rings writes the table of a search from both ends.
func (a around) rings(hops string) string {
	smaller := "json_array_length(fore) <= json_array_length(aft)"
	fresh := "(SELECT json_group_array(node) FROM (" +
		a.neighbours("json_each(CASE WHEN "+smaller+" THEN fore ELSE aft END) v", "v.value") +
		"\n  EXCEPT SELECT value FROM json_each(CASE WHEN " + smaller + " THEN fore ELSE aft END)" +
		"\n  EXCEPT SELECT value FROM json_each(CASE WHEN " + smaller + " THEN fore0 ELSE aft0 END)))"
	// A ring, the one before it and the list of all, once fresh is in place.
	side := func(turn, ring string) string {
		return "CASE turn WHEN " + turn + " THEN fresh ELSE " + ring + " END," +
			" CASE turn WHEN " + turn + " THEN " + ring + " ELSE " + ring + "0 END," +
			" CASE turn WHEN " + turn + " THEN json_insert(" + ring + "s, '$[#]', json(fresh)) ELSE " + ring + "s END,"
	}
	return "rings(fore_hops, aft_hops, fore, fore0, fores, aft, aft0, afts, turn, fresh, met) AS (" +
		"\n SELECT 0, 0, json_array(f), '[]', json_array(json_array(f)), json_array(t), '[]', json_array(json_array(t)), 0, NULL, CASE WHEN f = t THEN f END" +
		" FROM (SELECT max(CASE place WHEN 0 THEN node END) AS f, max(CASE place WHEN 1 THEN node END) AS t FROM asked WHERE count = 1) WHERE f AND t" +
		"\n UNION ALL SELECT fore_hops + (turn = 1), aft_hops + (turn = 2), " + side("1", "fore") + " " + side("2", "aft") +
		"\n CASE WHEN turn > 0 THEN 0 WHEN " + smaller + " THEN 1 ELSE 2 END," +
		"\n CASE turn WHEN 0 THEN " + fresh + " END," +
		"\n CASE WHEN turn > 0 THEN (SELECT value FROM json_each(fresh) INTERSECT" +
		" SELECT value FROM json_each(CASE turn WHEN 1 THEN aft ELSE fore END) LIMIT 1) END" +
		"\n FROM rings WHERE met IS NULL AND (turn > 0 OR fore_hops + aft_hops < " + hops + " AND fore <> '[]' AND aft <> '[]'))"
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
	core := c.core("WITH RECURSIVE " + c.resolve(w.Centers, w.Labels) + "," +
		"\nrings(hop, nodes, before, nearer) AS (" +
		"\n SELECT 0, (SELECT json_group_array(DISTINCT node) FROM asked WHERE count = 1), '[]', 0" +
		"\n UNION ALL SELECT hop + 1, " + fresh + ", nodes, nearer + json_array_length(nodes)" +
		"\n FROM rings WHERE hop < " + hops + " AND nodes <> '[]' AND (" + cut + " OR nearer + json_array_length(nodes) < " + limit + "))" +
		"\nSELECT json_array(json(json_group_array(json_array(nearer, json_array_length(nodes)) ORDER BY hop)), " + ambiguous +
		",\n json(json_group_array(json(nodes) ORDER BY hop))) FROM rings")
	// The long lists stand apart from what is read of each ring for every node.
	beyond := "(s.value ->> 0) + (s.value ->> 1) > " + limit
	kept := c.keep("SELECT json_group_array(node) FROM (SELECT v.value AS node FROM json_each(" + core + " ->> 0) s" +
		" CROSS JOIN json_each(" + core + ", '$[2][' || s.key || ']') v CROSS JOIN node n ON n.key = v.value WHERE s.value ->> 0 < " + limit +
		"\n ORDER BY s.key, CASE WHEN " + beyond + " THEN -(" + a.degree("v.value") + ") END," +
		" CASE WHEN " + beyond + " THEN n.id END LIMIT " + limit + ")")
	n := c.name("n")
	r, src, dst := c.name("r"), c.name("n"), c.name("n")
	nodes := "SELECT json_group_array(" + c.object(n, nil, &w.Node) + " ORDER BY " + n + ".id)" +
		" FROM json_each(" + kept + ") k CROSS JOIN node " + n + " ON " + n + ".key = k.value"
	// Not `dst IN (…)`: of a list that stands in a row, that would be worked
	// out again for every relationship.
	among := func(end string) string {
		return "SELECT r.key AS key FROM json_each(" + kept + ") k CROSS JOIN relationship r ON r." + end + " = k.value" +
			" WHERE r.type IN " + a.types
	}
	links := "SELECT json_group_array(" + c.link(r, nil, src, dst, &w.Link) + " ORDER BY " + r + ".id)" +
		" FROM (" + among("src") + " INTERSECT " + among("dst") + ") l CROSS JOIN relationship " + r + " ON " + r + ".key = l.key" +
		" CROSS JOIN node " + src + " ON " + src + ".key = " + r + ".src CROSS JOIN node " + dst + " ON " + dst + ".key = " + r + ".dst"
	return "(SELECT json_array(json((" + nodes + ")),\n json((" + links + "))," +
		"\n (SELECT sum(value ->> 1) FROM json_each(" + core + " ->> 0)) - json_array_length(" + kept + "), json(" + core + " -> 1)))"
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
	total := "NULL"
	if t.Count {
		total = "(SELECT count(*) FROM event e WHERE " + where + ")"
	}
	core := c.core("WITH " + c.resolve(t.Of, nil) + "," +
		"\njoined(node) AS (SELECT r.dst FROM asked a CROSS JOIN relationship r ON r.src = a.node WHERE a.count = 1 AND " + oneOf("r.type", facts) +
		" UNION SELECT r.src FROM asked a CROSS JOIN relationship r ON r.dst = a.node WHERE a.count = 1 AND " + oneOf("r.type", facts) + ")," +
		"\nevent(node, id, date) AS MATERIALIZED (SELECT n.key, n.id, " + date +
		" FROM joined j CROSS JOIN node n ON n.key = j.node WHERE " + oneOf("n.label", labels) + ")" +
		"\nSELECT json_array(json((SELECT json_group_array(json_array(node, date)) FROM (SELECT e.node, e.date FROM event e WHERE " + page +
		" ORDER BY " + orderBy(terms, false) + " LIMIT " + c.arg(t.First+1) + "))), " + total + ", " + ambiguous + ")")
	n := c.name("n")
	row := array([]string{"e.value ->> 1", c.object(n, labels, &t.Node)})
	return "(SELECT json_array(json((SELECT json_group_array(" + row + ") FROM json_each(" + core + " ->> 0) e" +
		" CROSS JOIN node " + n + " ON " + n + ".key = e.value ->> 0)), " + core + " ->> 1, json(" + core + " -> 2)))"
}
