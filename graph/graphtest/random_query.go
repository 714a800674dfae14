package graphtest

import (
	"slices"
	"strconv"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// query draws a well-formed query over the graph that was drawn before.
func (d *dice) query() *graph.Query {
	q := &graph.Query{}
	for range 1 + d.IntN(2) {
		q.Roots = append(q.Roots, d.root())
	}
	return q
}

func (d *dice) labels(most int) []string {
	var all []string
	for _, l := range schema.Labels() {
		all = append(all, l.Name)
	}
	return some(d, all, most)
}

func (d *dice) root() graph.Root {
	switch n := d.IntN(20); {
	case n < 11:
		labels := d.labels(1)
		if d.chance(0.25) {
			labels = d.labels(3)
		}
		c := d.connection(labels, nil, 2)
		return graph.Root{Nodes: &c}
	case n < 13:
		return graph.Root{Lookup: d.lookup()}
	case n < 14:
		return graph.Root{Search: &graph.Search{Terms: graph.Terms(pick(d, texts())), Labels: d.labels(11), First: 1000, Count: d.chance(0.5), Node: d.selection(d.labels(3), 0)}}
	case n < 16:
		return graph.Root{Path: &graph.PathQuery{From: d.anyID(), To: d.anyID(), MaxHops: d.IntN(7), Labels: d.walkLabels(), Node: d.selection(d.labels(3), 0), Link: d.linkSelection(0)}}
	case n < 18:
		return graph.Root{Subgraph: &graph.Walkabout{Centers: d.someIDs(), Hops: d.IntN(4), Labels: d.walkLabels(), Limit: d.IntN(30), Cut: d.chance(0.5),
			Node: d.selection(d.labels(3), 0), Link: d.linkSelection(0)}}
	case n < 19:
		return graph.Root{Timeline: d.timeline()}
	}
	return graph.Root{Stats: true}
}

func (d *dice) walkLabels() []string {
	if d.chance(0.6) {
		return schema.Facts()
	}
	return d.labels(11)
}

func (d *dice) someIDs() []string {
	out := []string{}
	for range d.IntN(4) {
		out = append(out, d.anyID())
	}
	return out
}

func (d *dice) lookup() *graph.Lookup {
	l := &graph.Lookup{IDs: d.someIDs()}
	for range 2 {
		l.IDs = append(l.IDs, graph.NewID(pick(d, d.labels(11)), "former", strconv.Itoa(d.IntN(4))))
	}
	labels := d.labels(11)
	if d.chance(0.3) {
		l.Labels = labels
	}
	l.Node = d.selection(labels, 2)
	return l
}

func (d *dice) timeline() *graph.Timeline {
	t := &graph.Timeline{Of: d.someIDs(), First: d.IntN(8), Count: d.chance(0.5), Node: d.selection([]string{"Visit", "Agreement", "Statement"}, 1)}
	if d.chance(0.4) {
		t.From = pick(d, dates())
	}
	if d.chance(0.4) {
		t.To = pick(d, dates())
	}
	if d.chance(0.4) {
		t.After = []any{pick(d, dates()), d.anyID()}
		if d.chance(0.3) {
			t.After[0] = nil
		}
	}
	return t
}

// selection draws what is wanted of nodes of the labels, with connections at
// most so deep.
func (d *dice) selection(labels []string, depth int) graph.Selection {
	s := graph.Selection{FormerIDs: d.chance(0.2), Disagreements: d.chance(0.2)}
	for range d.IntN(4) {
		if p := d.nodeProperty(labels); p.Kind != schema.ID {
			s.Properties = append(s.Properties, p.Name)
		}
	}
	slices.Sort(s.Properties)
	s.Properties = slices.Compact(s.Properties)
	if depth > 0 {
		for i := range d.IntN(3) {
			w := d.walkFrom(labels)
			if w == nil {
				continue
			}
			c := d.connection(w.Labels, w, depth-1)
			c.Key = "c" + strconv.Itoa(i)
			if d.chance(0.3) {
				c.On = some(d, labels, 2)
			}
			s.Connections = append(s.Connections, c)
		}
	}
	if slices.Contains(labels, "Passage") && d.chance(0.3) {
		s.Supports = &graph.LinkSelection{}
	}
	return s
}

func (d *dice) linkSelection(depth int) graph.LinkSelection {
	var l graph.LinkSelection
	if d.chance(0.5) {
		s := d.selection([]string{"Passage"}, depth)
		s.Supports = nil
		l.Evidence = &s
	}
	return l
}

// connection draws a connection to nodes of the labels; w is nil at the root.
func (d *dice) connection(labels []string, w *graph.Walk, depth int) graph.Connection {
	c := graph.Connection{Walk: w, First: d.IntN(6), Backward: d.chance(0.3), Count: d.chance(0.4), Keys: d.chance(0.5), Ends: d.chance(0.5), Node: d.selection(labels, depth)}
	if w == nil {
		c.Labels = labels
	}
	if d.chance(0.5) {
		c.Where = d.filter(labels, 2)
	}
	if w != nil && d.chance(0.3) {
		c.Edge = d.edgeFilter(w.Type, 1)
	}
	if w != nil && d.chance(0.5) {
		l := d.linkSelection(min(depth, 1))
		c.Link = &l
	}
	for range d.IntN(3) {
		c.Order = append(c.Order, d.order(labels, w))
	}
	if d.chance(0.3) {
		c.After = d.keys(&c)
	}
	if d.chance(0.3) {
		c.Before = d.keys(&c)
	}
	return c
}

func (d *dice) order(labels []string, w *graph.Walk) graph.Order {
	o := graph.Order{Desc: d.chance(0.5)}
	if counted := d.walkFrom(labels); counted != nil && d.chance(0.2) {
		o.Count = counted
		return o
	}
	if w != nil && d.chance(0.3) {
		rel, _ := schema.RelationshipOf(w.Type)
		names := []string{"confidence"}
		for _, p := range rel.Properties {
			names = append(names, p.Name)
		}
		o.Edge = pick(d, names)
		return o
	}
	p := d.nodeProperty(labels)
	for p.Kind == schema.TextList {
		p = d.nodeProperty(labels)
	}
	o.Property = p.Name
	return o
}

// keys draws the sort keys of a row that may be there.
func (d *dice) keys(c *graph.Connection) []any {
	keys := []any{}
	for _, o := range c.Order {
		p := schema.Property{Name: o.Property, Kind: schema.Int}
		switch {
		case o.Property == "id":
			p.Kind = schema.ID
		case o.Property != "":
			for _, column := range schema.Columns() {
				if column.Name == o.Property {
					p = column
				}
			}
		case o.Edge == "confidence":
			p = schema.Property{Name: "confidence", Kind: schema.Float}
		case o.Edge != "":
			rel, _ := schema.RelationshipOf(c.Walk.Type)
			p = *rel.Property(o.Edge)
		}
		var key any
		switch {
		case o.Count != nil:
			key = float64(d.IntN(4))
		case d.chance(0.2) && p.Kind != schema.ID:
		case p.Kind == schema.Text || p.Kind == schema.Date || p.Kind == schema.Enum:
			key = d.value(p)
		default:
			key = d.operand(p)
		}
		keys = append(keys, key)
	}
	keys = append(keys, d.anyID())
	if c.Walk != nil && hasKey(c.Walk.Type) {
		keys = append(keys, pick(d, d.links[c.Walk.Type]))
	}
	return keys
}
