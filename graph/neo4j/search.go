package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// spare is how many hits more than a page's rows are read off the index before
// all of them are.
const spare = 200

// search asks the full-text index, which holds the words that graph.Terms
// makes of a node's texts, apart by spaces. The query string is a parameter in
// which each term stands in quotes, so that it is no one's query language.
func (c *compiler) search(s *graph.Search) (string, func(any, *graph.Result)) {
	n, score := c.fresh("n"), c.fresh("score")
	query := c.value(lucene(s.Terms))
	object, readObject := c.object(n, s.Labels, &s.Node)
	searched := searchedProperties(s.Labels)
	texts := make([]string, len(searched))
	for i, p := range searched {
		texts[i] = n + "." + p
	}
	rows := fmt.Sprintf("COLLECT { %[1]s WITH %[2]s, %[3]s ORDER BY %[3]s DESC, %[2]s.id LIMIT %[4]s RETURN [%[3]s, [%[5]s], %[6]s] }",
		c.hits(s, query, n, score), n, score, c.value(int64(s.First+1)), strings.Join(texts, ", "), object)
	cells := []string{rows}
	if s.Count {
		cells = append(cells, fmt.Sprintf("size(COLLECT { UNWIND %s AS q %s%s RETURN 1 })",
			query, callSearch("q", "", n, score), prefixed(" WITH "+n+" WHERE ", n, labelPredicate(s.Labels))))
	}
	return "[" + strings.Join(cells, ", ") + "]", func(v any, to *graph.Result) {
		to.Page = readRun(v, s.First, s.After != nil, s.Count, func(got *reader) graph.Row {
			row := graph.Row{Score: float(got.next())}
			row.Snippet = graph.Snippet(joined(got.next()), s.Terms)
			row.Node = readObject(got.next())
			return row
		})
	}
}

// hits compiles the hits that a page is cut from, bound to n and score. The
// index gives hits by score: where the best few hold the page, and the last of
// them is worse than the page's last, none of equal score is missed, and the
// others, which may be most of the store, are not read.
func (c *compiler) hits(s *graph.Search, query, n, score string) string {
	few, fit, enough, hit := c.fresh("few"), c.fresh("fit"), c.fresh("enough"), c.fresh("hit")
	top, first := c.value(int64(s.First+1+spare)), c.value(int64(s.First))
	wanted := []string{}
	if predicate := labelPredicate(s.Labels); predicate != "" {
		wanted = append(wanted, n+predicate)
	}
	if s.After != nil {
		o := order{terms: []term{{expression: score, name: score, desc: true}}, ids: []string{n + ".id"}}
		wanted = append(wanted, c.beyond(o, s.After, true))
	}
	filter := fmt.Sprintf(" WITH %s, %s%s", n, score, where(wanted))
	return fmt.Sprintf("CALL () { UNWIND %[1]s AS q %[2]s RETURN collect([%[4]s, %[5]s]) AS %[6]s } "+
		"CALL (%[6]s) { UNWIND %[6]s AS %[9]s WITH %[9]s[0] AS %[4]s, %[9]s[1] AS %[5]s%[3]s RETURN collect(%[5]s) AS %[7]s } "+
		"WITH %[6]s, size(%[6]s) < %[10]s OR coalesce(%[7]s[%[11]s] > last(%[6]s)[1], false) AS %[8]s "+
		"CALL (%[6]s, %[8]s) { UNWIND CASE WHEN %[8]s THEN %[6]s ELSE [] END AS %[9]s RETURN %[9]s[0] AS %[4]s, %[9]s[1] AS %[5]s "+
		"UNION ALL UNWIND CASE WHEN %[8]s THEN [] ELSE %[1]s END AS q %[12]s RETURN %[4]s, %[5]s }%[3]s",
		query, callSearch("q", top, n, score), filter, n, score, few, fit, enough, hit, top, first, callSearch("q", "", n, score))
}

// callSearch asks the index for the nodes of a query, all or the best few.
func callSearch(query, limit, n, score string) string {
	if limit != "" {
		limit = ", {limit: " + limit + "}"
	}
	return fmt.Sprintf("CALL db.index.fulltext.queryNodes('%s', %s%s) YIELD node AS %s, score AS %s", searchIndex, query, limit, n, score)
}

// lucene is the query for all of the terms, none for no terms.
func lucene(terms []string) []string {
	if len(terms) == 0 {
		return []string{}
	}
	var b strings.Builder
	for i, term := range terms {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(`+"` + escape(term) + `"`)
	}
	return []string{b.String()}
}

// escape keeps what could end a quoted term from doing so. Terms made by
// graph.Terms hold nothing of the kind.
func escape(term string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(term)
}

// searchedProperties lists the properties of the labels that search covers.
func searchedProperties(labels []string) []string {
	var out []string
	for _, label := range known(labels) {
		l, ok := schema.LabelOf(label)
		if !ok {
			continue
		}
		for _, p := range l.Properties {
			if p.Search && !slices.Contains(out, p.Name) {
				out = append(out, p.Name)
			}
		}
	}
	return out
}

// joined is one text of several, those that are missing left out.
func joined(v any) string {
	var out []string
	for _, cell := range list(v) {
		if s, ok := cell.(string); ok {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// readRun reads the page of a search or a timeline: rows, one more than asked
// for where there are more, and the total.
func readRun(v any, first int, after, count bool, readRow func(*reader) graph.Row) *graph.Page {
	got := reader{list(v)}
	rows := list(got.next())
	page := &graph.Page{Rows: []graph.Row{}, HasPrevious: after, HasNext: len(rows) > first}
	for _, row := range rows[:min(first, len(rows))] {
		page.Rows = append(page.Rows, readRow(&reader{list(row)}))
	}
	if count {
		page.Total = number(got.next())
	}
	return page
}
