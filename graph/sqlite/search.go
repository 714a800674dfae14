package sqlite

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// search answers [[[score, text, object]…], total] of the nodes that hold all
// of the terms, and one row more than was asked for, to tell whether there is one.
func (c *compiler) search(s *graph.Search) string {
	terms := []term{{expr: "f.score", desc: true}, {expr: "n.id"}}
	match, labels := c.arg(matchAll(s.Terms)), c.list(s.Labels)
	where := "n.label IN " + labels
	if s.After != nil {
		where += " AND " + c.beyond(terms, 2, s.After, false)
	}
	core := c.core("WITH found(node, score) AS MATERIALIZED (SELECT rowid, -bm25(search) FROM search WHERE search MATCH " + match + ")" +
		"\nSELECT json_group_array(json_array(node, shortest(score))) FROM (SELECT f.node, f.score" +
		" FROM found f CROSS JOIN node n ON n.key = f.node WHERE " + where +
		" ORDER BY " + orderBy(terms, false) + " LIMIT " + c.arg(s.First+1) + ")")
	n := c.name("n")
	row := array([]string{"f.value ->> 1", searchText(n), c.object(n, nil, &s.Node)})
	parts := []string{"json((SELECT json_group_array(" + row + ") FROM json_each(" + core + ") f" +
		" CROSS JOIN node " + n + " ON " + n + ".key = f.value ->> 0))"}
	if s.Count {
		parts = append(parts, "(SELECT count(*) FROM search CROSS JOIN node n ON n.key = search.rowid WHERE search MATCH "+match+" AND n.label IN "+labels+")")
	}
	return "(SELECT " + array(parts) + ")"
}

// matchAll asks the index for rows that hold all of the terms: each quoted, so
// that none is read as an operator. What is no term of ours matches nothing.
func matchAll(terms []string) string {
	quoted := make([]string, len(terms))
	for i, t := range terms {
		if own := graph.Terms(t); len(own) != 1 || own[0] != t {
			return quote("")
		}
		quoted[i] = quote(t)
	}
	if len(quoted) == 0 {
		return quote("")
	}
	return strings.Join(quoted, " ")
}

// searchText writes what full-text search covers of the node n.
func searchText(n string) string {
	var b strings.Builder
	b.WriteString("CASE " + n + ".label")
	for _, l := range schema.Labels() {
		var parts []string
		for _, p := range searched(&l) {
			parts = append(parts, "coalesce("+n+"."+quote(p)+" || ' ', '')")
		}
		if len(parts) > 0 {
			b.WriteString(" WHEN " + literal(l.Name) + " THEN " + strings.Join(parts, " || "))
		}
	}
	return b.String() + " END"
}

// searched lists the properties of a label that full-text search covers.
func searched(l *schema.Label) []string {
	var out []string
	for _, p := range l.Properties {
		if p.Search {
			out = append(out, p.Name)
		}
	}
	return out
}

// indexed is what the index holds of a node: its words, folded and split by spaces.
func indexed(n *graph.Node) string {
	label, ok := schema.LabelOf(n.Label)
	if !ok {
		return ""
	}
	var words []string
	for _, name := range searched(label) {
		if text, ok := n.Properties[name].(string); ok {
			words = append(words, graph.Terms(text)...)
		}
	}
	return strings.Join(words, " ")
}
