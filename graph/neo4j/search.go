package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// search asks the full-text index, which holds the words that graph.Terms
// makes of a node's texts, apart by spaces. The query string is a parameter in
// which each term stands in quotes, so that it is no one's query language.
func (c *compiler) search(s *graph.Search) (string, func(any, *graph.Result)) {
	n, score := c.fresh("n"), c.fresh("score")
	call := fmt.Sprintf("UNWIND %s AS q%s CALL db.index.fulltext.queryNodes('%s', q%s) YIELD node AS %s, score AS %s",
		c.value(lucene(s.Terms)), n, searchIndex, n, n, score)
	if predicate := labelPredicate(s.Labels); predicate != "" {
		call += " WITH " + n + ", " + score + " WHERE " + n + predicate
	}
	page := call
	if s.After != nil {
		o := order{terms: []term{{expression: score, name: score, desc: true}}, ids: []string{n + ".id"}}
		page += fmt.Sprintf(" WITH %s, %s WHERE %s", n, score, c.beyond(o, s.After, true))
	}
	object, readObject := c.object(n, s.Labels, &s.Node)
	searched := searchedProperties(s.Labels)
	texts := make([]string, len(searched))
	for i, p := range searched {
		texts[i] = n + "." + p
	}
	rows := fmt.Sprintf("COLLECT { %[1]s WITH %[2]s, %[3]s ORDER BY %[3]s DESC, %[2]s.id LIMIT %[4]s RETURN [%[3]s, [%[5]s], %[6]s] }",
		page, n, score, c.value(int64(s.First+1)), strings.Join(texts, ", "), object)
	cells := []string{rows}
	if s.Count {
		cells = append(cells, fmt.Sprintf("size(COLLECT { %s RETURN 1 })", call))
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
