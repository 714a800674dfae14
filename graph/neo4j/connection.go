package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// hanging compiles a connection of a node that may have any of the labels: null
// for those that have it not.
func (c *compiler) hanging(n string, labels []string, conn *graph.Connection) (string, func(any) *graph.Page) {
	var have []string
	for _, label := range labels {
		if (len(conn.On) == 0 || slices.Contains(conn.On, label)) && slices.Contains(near(conn.Walk), label) {
			have = append(have, label)
		}
	}
	if len(have) == 0 {
		return "null", func(any) *graph.Page { return nil }
	}
	expression, decode := c.page(n, have, conn)
	if len(have) < len(labels) {
		expression = fmt.Sprintf("CASE WHEN %s:%s THEN %s END", n, strings.Join(have, "|"), expression)
	}
	return expression, decode
}

// near lists the labels that a walk can begin at, far those it can lead to.
func near(w *graph.Walk) []string {
	r, ok := schema.RelationshipOf(w.Type)
	switch {
	case !ok:
		return nil
	case w.Direction == string(schema.Out):
		return r.From
	}
	return r.To
}

func far(w *graph.Walk) []string {
	r, ok := schema.RelationshipOf(w.Type)
	switch {
	case !ok:
		return nil
	case w.Direction == string(schema.Out):
		return r.To
	}
	return r.From
}

// step writes the pattern of a walk from one variable to another. Labels that
// the type leads to anyway are left out, so that degrees can be read as kept.
func step(from, r, to string, w *graph.Walk) string {
	target := to
	if slices.ContainsFunc(far(w), func(label string) bool { return !slices.Contains(w.Labels, label) }) {
		target += ":" + strings.Join(w.Labels, "|")
	}
	if w.Direction == string(schema.Out) {
		return fmt.Sprintf("(%s)-[%s:%s]->(%s)", from, r, w.Type, target)
	}
	return fmt.Sprintf("(%s)<-[%s:%s]-(%s)", from, r, w.Type, target)
}

// page compiles a connection to a list: its rows, then, as far as they are
// wanted, the total, and whether there are rows before and after. from is ""
// at the root; fromLabels are what it can be.
func (c *compiler) page(from string, fromLabels []string, conn *graph.Connection) (string, func(any) *graph.Page) {
	n, r := c.fresh("n"), ""
	labels := conn.Labels
	if conn.Walk != nil {
		r, labels = c.fresh("r"), conn.Walk.Labels
	}
	pattern := ""
	if conn.Walk == nil {
		pattern = c.start(n, conn)
	} else {
		pattern = "MATCH " + step(from, r, n, conn.Walk)
	}
	var conditions []string
	if conn.Where != nil {
		conditions = append(conditions, c.filter(conn.Where, subject{variable: n}))
	}
	if conn.Edge != nil {
		conditions = append(conditions, c.filter(conn.Edge, subject{variable: r}))
	}
	o := c.order(n, r, conn)
	rows, readRow := c.rows(pageOf{from, fromLabels, n, r, labels, pattern, conditions, o}, conn)
	cells := []string{rows}
	if conn.Count {
		cells = append(cells, fmt.Sprintf("COUNT { %s%s%s }", pattern, where(conditions), result(pattern)))
	}
	if conn.Ends {
		previous, next := c.ends(conn, o, pattern, conditions)
		cells = append(cells, previous, next)
	}
	return "[" + strings.Join(cells, ", ") + "]", func(v any) *graph.Page { return readPage(v, conn, readRow) }
}

// pageOf is what a page's rows are made of.
type pageOf struct {
	from       string // variable, "" at the root
	fromLabels []string
	n, r       string // variables of a row
	labels     []string
	pattern    string
	conditions []string
	order      order
}

func (c *compiler) rows(p pageOf, conn *graph.Connection) (string, func(any) graph.Row) {
	conditions := slices.Clone(p.conditions)
	if conn.After != nil {
		conditions = append(conditions, c.beyond(p.order, conn.After, true))
	}
	if conn.Before != nil {
		conditions = append(conditions, c.beyond(p.order, conn.Before, false))
	}
	object, readObject := c.object(p.n, p.labels, &conn.Node)
	cells := []string{object}
	var readLink func(any) *graph.Link
	if conn.Link != nil && conn.Walk != nil {
		l := linkOf{r: p.r, from: p.from, to: p.n, types: []string{conn.Walk.Type}, fromLabels: p.fromLabels, toLabels: p.labels}
		if conn.Walk.Direction == string(schema.In) {
			l.from, l.to, l.fromLabels, l.toLabels = l.to, l.from, l.toLabels, l.fromLabels
		}
		var link string
		link, readLink = c.link(l, conn.Link)
		cells = append(cells, link)
	}
	if conn.Keys {
		cells = append(cells, p.order.keys()...)
	}
	first := conn.First
	if conn.Ends {
		first++ // the row more tells that there is one
	}
	expression := fmt.Sprintf("COLLECT { %s%s WITH %s ORDER BY %s LIMIT %s RETURN [%s] }",
		p.pattern, where(conditions), p.order.with(p.n, p.r), p.order.by(conn.Backward), c.value(int64(first)), strings.Join(cells, ", "))
	return expression, func(v any) graph.Row {
		got := reader{list(v)}
		row := graph.Row{Node: readObject(got.next())}
		if readLink != nil {
			row.Link = readLink(got.next())
		}
		if conn.Keys {
			for _, cell := range got.cells {
				row.Keys = append(row.Keys, key(cell))
			}
		}
		return row
	}
}

// ends compiles what lies beyond the page's bounds, the row more aside. Where
// After does not come before Before the page is empty and stands at the one
// that it is read from; hence both bounds in each.
func (c *compiler) ends(conn *graph.Connection, o order, pattern string, conditions []string) (previous, next string) {
	previous, next = "false", "false"
	if conn.After != nil {
		all := append(slices.Clone(conditions), "NOT "+c.beyond(o, conn.After, true))
		if conn.Before != nil && conn.Backward {
			all = append(all, c.beyond(o, conn.Before, false))
		}
		previous = fmt.Sprintf("EXISTS { %s%s%s }", pattern, where(all), result(pattern))
	}
	if conn.Before != nil {
		all := append(slices.Clone(conditions), "NOT "+c.beyond(o, conn.Before, false))
		if conn.After != nil && !conn.Backward {
			all = append(all, c.beyond(o, conn.After, true))
		}
		next = fmt.Sprintf("EXISTS { %s%s%s }", pattern, where(all), result(pattern))
	}
	return previous, next
}

func readPage(v any, conn *graph.Connection, readRow func(any) graph.Row) *graph.Page {
	got := reader{list(v)}
	rows := list(got.next())
	page := &graph.Page{Rows: make([]graph.Row, 0, len(rows))}
	if conn.Count {
		page.Total = number(got.next())
	}
	more := len(rows) > conn.First
	if more {
		rows = rows[:conn.First]
	}
	if conn.Ends {
		page.HasPrevious = truth(got.next()) || more && conn.Backward
		page.HasNext = truth(got.next()) || more && !conn.Backward
	}
	if conn.Backward {
		slices.Reverse(rows)
	}
	for _, row := range rows {
		page.Rows = append(page.Rows, readRow(row))
	}
	return page
}

// where writes conditions that must all hold.
func where(conditions []string) string {
	if len(conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(conditions, " AND ")
}
