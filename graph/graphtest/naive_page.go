package graphtest

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// keyed is a row that is not yet cut out, with its sort keys.
type keyed struct {
	step
	keys []any
}

// page answers a connection from a node, or the root's where from is "".
func (g moment) page(from string, c *graph.Connection) *graph.Page {
	rows := g.rows(from, c)
	desc := make([]bool, len(c.Order))
	for i, o := range c.Order {
		desc[i] = o.Desc
	}
	slices.SortFunc(rows, func(a, b keyed) int { return compareKeys(a.keys, b.keys, desc) })

	// The page is rows[begin:end].
	begin, end := 0, len(rows)
	if c.After != nil {
		begin = countRows(rows, func(r keyed) bool { return compareKeys(r.keys, c.After, desc) <= 0 })
	}
	if c.Before != nil {
		end = countRows(rows, func(r keyed) bool { return compareKeys(r.keys, c.Before, desc) < 0 })
	}
	if c.Backward {
		begin = min(end, max(begin, end-c.First))
	} else {
		end = max(begin, min(end, begin+c.First))
	}

	page := &graph.Page{Rows: []graph.Row{}}
	for _, r := range rows[begin:end] {
		row := graph.Row{Node: g.object(r.node, &c.Node)}
		if r.link != "" {
			row.Link = g.link(r.link, c.Link)
		}
		if c.Keys {
			row.Keys = r.keys
		}
		page.Rows = append(page.Rows, row)
	}
	if c.Count {
		page.Total = len(rows)
	}
	if c.Ends {
		page.HasPrevious, page.HasNext = begin > 0, end < len(rows)
	}
	return page
}

// rows lists all that satisfies the connection's filters.
func (g moment) rows(from string, c *graph.Connection) []keyed {
	var steps []step
	if c.Walk != nil {
		steps = g.steps(from, c.Walk)
	} else {
		for _, id := range g.nodeIDs() {
			if slices.Contains(c.Labels, g.nodes[id].Label) {
				steps = append(steps, step{node: id})
			}
		}
	}
	var rows []keyed
	for _, s := range steps {
		if !g.holds(c.Where, g.nodeSubject(s.node)) || s.link != "" && !g.holds(c.Edge, g.linkSubject(s.link)) {
			continue
		}
		rows = append(rows, keyed{step: s, keys: g.keys(s, c)})
	}
	return rows
}

func (g moment) keys(s step, c *graph.Connection) []any {
	var keys []any
	for _, o := range c.Order {
		var value any
		switch {
		case o.Count != nil:
			value = int64(len(g.steps(s.node, o.Count)))
		case o.Edge != "":
			value, _ = g.linkSubject(s.link).value(o.Edge)
			if o.Edge == "confidence" && !isFact(c.Walk.Type) {
				value = nil
			}
		default:
			value, _ = g.nodeSubject(s.node).value(o.Property)
		}
		if number, ok := value.(int64); ok {
			value = float64(number)
		}
		keys = append(keys, value)
	}
	keys = append(keys, s.node)
	if c.Walk != nil && hasKey(c.Walk.Type) {
		keys = append(keys, s.link)
	}
	return keys
}

func isFact(kind string) bool {
	rel, ok := schema.RelationshipOf(kind)
	return ok && rel.Fact
}

// hasKey tells whether two relationships of a type may join the same two nodes.
func hasKey(kind string) bool {
	rel, ok := schema.RelationshipOf(kind)
	return ok && len(rel.Key) > 0
}

func countRows(rows []keyed, fits func(keyed) bool) int {
	n := 0
	for _, r := range rows {
		if fits(r) {
			n++
		}
	}
	return n
}

// compareKeys orders rows: missing values last, whichever way; the keys beyond
// desc, ids, upwards.
func compareKeys(a, b []any, desc []bool) int {
	for i := range a {
		down := i < len(desc) && desc[i]
		switch {
		case a[i] == nil && b[i] == nil:
			continue
		case a[i] == nil:
			return 1
		case b[i] == nil:
			return -1
		}
		c := compareValues(a[i], b[i])
		if c != 0 && down {
			return -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// compareValues orders two values of one kind; UTF-8 sorts by code point.
func compareValues(a, b any) int {
	switch a := a.(type) {
	case string:
		b, _ := b.(string)
		return strings.Compare(a, b)
	case float64:
		b, _ := b.(float64)
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
	}
	return 0
}
