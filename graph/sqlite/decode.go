package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// decode reads the columns of the one row that a compiled query answers. The
// query says what stands where.
func decode(q *graph.Query, columns []string) (*graph.Answer, error) {
	answer := &graph.Answer{Results: make([]graph.Result, len(columns))}
	for i, text := range columns {
		root, err := parse(text)
		if err != nil {
			return nil, fmt.Errorf("reading the answer of root %d: %w", i, err)
		}
		d := &decoder{}
		answer.Results[i] = d.root(&q.Roots[i], root)
		if d.err != nil {
			return nil, fmt.Errorf("reading the answer of root %d: %w", i, d.err)
		}
	}
	return answer, nil
}

// decoder reads JSON. The first error stays.
type decoder struct{ err error }

func (d *decoder) root(r *graph.Root, v any) graph.Result {
	at := d.list(v)
	switch {
	case r.Lookup != nil:
		out := graph.Result{Objects: make([]*graph.Object, len(r.Lookup.IDs)), Ambiguous: d.ambiguous(get(at, 1))}
		for _, found := range d.list(get(at, 0)) {
			pair := d.list(found)
			out.Objects[int(d.number(get(pair, 0)))] = d.object(&r.Lookup.Node, get(pair, 1))
		}
		return out
	case r.Nodes != nil:
		return graph.Result{Page: d.page(r.Nodes, d.parts(v, pageWidth(r.Nodes)))}
	case r.Search != nil:
		return graph.Result{Page: d.search(r.Search, at)}
	case r.Path != nil:
		return graph.Result{Walked: d.path(r.Path, get(at, 0)), Ambiguous: d.ambiguous(get(at, 1))}
	case r.Subgraph != nil:
		return graph.Result{Walked: d.subgraph(r.Subgraph, at), Ambiguous: d.ambiguous(get(at, 3))}
	case r.Timeline != nil:
		return graph.Result{Page: d.timeline(r.Timeline, at), Ambiguous: d.ambiguous(get(at, 2))}
	}
	return graph.Result{Counts: &graph.Counts{Nodes: d.counts(get(at, 0)), Relationships: d.counts(get(at, 1))}}
}

// object reads what compiler.object writes; nil where there is none.
func (d *decoder) object(sel *graph.Selection, v any) *graph.Object {
	if v == nil {
		return nil
	}
	return d.objectParts(sel, d.parts(v, objectWidth(sel)))
}

// objectWidth is how many parts compiler.objectParts writes.
func objectWidth(sel *graph.Selection) int {
	n := 2 + flag(sel.FormerIDs) + flag(sel.Disagreements) + len(sel.Properties) + flag(sel.Supports != nil)
	for i := range sel.Connections {
		n += pageWidth(&sel.Connections[i])
	}
	return n
}

// objectParts reads what compiler.objectParts writes; nil where it is of no node.
func (d *decoder) objectParts(sel *graph.Selection, at *reader) *graph.Object {
	if at.peek() == nil {
		at.skip(objectWidth(sel))
		return nil
	}
	o := &graph.Object{}
	o.Label, o.ID = d.text(at.next()), d.text(at.next())
	if sel.FormerIDs {
		o.FormerIDs = d.texts(at.next())
	}
	if sel.Disagreements {
		o.Disagreements = d.disagreements(at.next())
	}
	for _, name := range sel.Properties {
		p, _ := nodeProperty(name)
		d.property(&o.Properties, p, at.next())
	}
	for i := range sel.Connections {
		c := &sel.Connections[i]
		if !slices.Contains(havingWalk(c), o.Label) {
			at.skip(pageWidth(c))
			continue
		}
		if o.Pages == nil {
			o.Pages = make(map[string]*graph.Page, len(sel.Connections))
		}
		o.Pages[c.Key] = d.page(c, at)
	}
	if sel.Supports != nil {
		for _, l := range d.list(at.next()) {
			o.Supports = append(o.Supports, d.link(sel.Supports, nil, l))
		}
	}
	return o
}

// property keeps a value in the type that graph.Properties promises.
func (d *decoder) property(into *graph.Properties, p schema.Property, v any) {
	if v == nil {
		return
	}
	if *into == nil {
		*into = graph.Properties{}
	}
	switch p.Kind {
	case schema.Int:
		(*into)[p.Name] = int64(d.integer(v))
	case schema.Float:
		(*into)[p.Name] = d.number(v)
	case schema.TextList:
		(*into)[p.Name] = d.texts(v)
	default:
		(*into)[p.Name] = d.text(v)
	}
}

// page reads what compiler.page writes.
func (d *decoder) page(c *graph.Connection, at *reader) *graph.Page {
	rows := d.list(at.next())
	more := c.Ends && len(rows) > c.First
	if more {
		rows = rows[:c.First]
	}
	page := &graph.Page{Rows: make([]graph.Row, len(rows))}
	for i, row := range rows {
		page.Rows[i] = d.row(c, row)
	}
	if c.Backward {
		slices.Reverse(page.Rows)
	}
	if c.Count {
		page.Total = d.integer(at.next())
	}
	if !c.Ends {
		return page
	}
	upTo := c.After != nil && d.integer(at.next()) == 1
	from := c.Before != nil && d.integer(at.next()) == 1
	page.HasPrevious, page.HasNext = upTo, more || from
	if c.Backward {
		page.HasPrevious, page.HasNext = more || upTo, from
	}
	return page
}

func (d *decoder) row(c *graph.Connection, v any) graph.Row {
	var kind *schema.Relationship
	if c.Walk != nil {
		kind, _ = schema.RelationshipOf(c.Walk.Type)
	}
	var keys []bool // of each, whether it is a number
	if c.Keys {
		keys = keyKinds(c, kind)
	}
	width := len(keys) + objectWidth(&c.Node)
	if c.Link != nil {
		width += linkWidth(kind)
	}
	at := d.parts(v, width)
	var row graph.Row
	for _, number := range keys {
		key := at.next()
		if number && key != nil {
			key = d.number(key)
		}
		row.Keys = append(row.Keys, key)
	}
	row.Node = d.objectParts(&c.Node, at)
	if c.Link != nil {
		row.Link = d.linkParts(c.Link, kind, at)
	}
	return row
}

// keyKinds tells of each key of a row whether it is a number.
func keyKinds(c *graph.Connection, kind *schema.Relationship) []bool {
	var keys []bool
	for _, o := range c.Order {
		keys = append(keys, o.Count != nil || o.Edge != "" && isNumber(o.Edge, kind) || o.Property != "" && isNumber(o.Property, nil))
	}
	if kind != nil && len(kind.Key) > 0 {
		return append(keys, false, false)
	}
	return append(keys, false)
}

// linkWidth is how many parts compiler.linkParts writes.
func linkWidth(kind *schema.Relationship) int { return 7 + len(linkProperties(kind)) }

// link reads what compiler.link writes.
func (d *decoder) link(sel *graph.LinkSelection, kind *schema.Relationship, v any) *graph.Link {
	return d.linkParts(sel, kind, d.parts(v, linkWidth(kind)))
}

func (d *decoder) linkParts(sel *graph.LinkSelection, kind *schema.Relationship, at *reader) *graph.Link {
	l := &graph.Link{}
	l.Type = d.text(at.next())
	l.From = graph.Ref{Label: d.text(at.next()), ID: d.text(at.next())}
	l.To = graph.Ref{Label: d.text(at.next()), ID: d.text(at.next())}
	if confidence := at.next(); confidence != nil {
		l.Confidence = d.number(confidence)
	}
	width := 2
	if sel.Evidence != nil {
		width += objectWidth(sel.Evidence)
	}
	for _, e := range d.list(at.next()) {
		one := d.parts(e, width)
		l.Evidence, l.Spans = append(l.Evidence, d.text(one.next())), append(l.Spans, d.text(one.next()))
		if sel.Evidence == nil {
			continue
		}
		if passage := d.objectParts(sel.Evidence, one); passage != nil {
			l.Passages = append(l.Passages, passage)
		}
	}
	for _, p := range linkProperties(kind) {
		d.property(&l.Properties, p, at.next())
	}
	return l
}

func (d *decoder) search(s *graph.Search, at []any) *graph.Page {
	page, rows := d.forward(s.First, s.After, get(at, 0))
	for i, row := range rows {
		one := d.list(row)
		page.Rows[i] = graph.Row{
			Score:   d.number(get(one, 0)),
			Snippet: graph.Snippet(strings.TrimSpace(d.text(get(one, 1))), s.Terms),
			Node:    d.object(&s.Node, get(one, 2)),
		}
	}
	if s.Count {
		page.Total = d.integer(get(at, 1))
	}
	return page
}

func (d *decoder) timeline(t *graph.Timeline, at []any) *graph.Page {
	page, rows := d.forward(t.First, t.After, get(at, 0))
	for i, row := range rows {
		one := d.list(row)
		if date := get(one, 0); date != nil {
			page.Rows[i].Date = d.text(date)
		}
		page.Rows[i].Node = d.object(&t.Node, get(one, 1))
	}
	if t.Count {
		page.Total = d.integer(get(at, 1))
	}
	return page
}

// forward makes the page of rows of which one more than asked for may be there.
func (d *decoder) forward(first int, after []any, v any) (*graph.Page, []any) {
	rows := d.list(v)
	page := &graph.Page{HasPrevious: after != nil, HasNext: len(rows) > first}
	rows = rows[:min(first, len(rows))]
	page.Rows = make([]graph.Row, len(rows))
	return page, rows
}

func (d *decoder) path(p *graph.PathQuery, v any) *graph.Walked {
	steps := d.list(v)
	if len(steps) == 0 {
		return nil
	}
	walked := &graph.Walked{Nodes: make([]*graph.Object, len(steps)), Links: make([]*graph.Link, 0, len(steps)-1)}
	for i, step := range steps {
		one := d.list(step)
		walked.Nodes[i] = d.object(&p.Node, get(one, 0))
		if i > 0 {
			walked.Links = append(walked.Links, d.link(&p.Link, nil, get(one, 1)))
		}
	}
	return walked
}

func (d *decoder) subgraph(w *graph.Walkabout, at []any) *graph.Walked {
	nodes, links := d.list(get(at, 0)), d.list(get(at, 1))
	walked := &graph.Walked{Nodes: make([]*graph.Object, len(nodes)), Links: make([]*graph.Link, len(links))}
	for i, n := range nodes {
		walked.Nodes[i] = d.object(&w.Node, n)
	}
	for i, l := range links {
		walked.Links[i] = d.link(&w.Link, nil, l)
	}
	if w.Cut {
		walked.Cut = d.integer(get(at, 2))
	}
	return walked
}
