package plan

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// oneNode plans a walk that leads to one node at most.
func (p *planner) oneNode(at place, g group, walk *schema.Field) (*Field, graph.Connection, error) {
	w := walkOf(walk)
	c := graph.Connection{Walk: &w, First: 1}
	if err := p.countConnection(at); err != nil {
		return nil, c, err
	}
	nodes, err := p.node(at, g.sets(), walk.Targets, walk.Targets, &c.Node)
	return &Field{Alias: g.alias, Name: g.name(), Root: -1, One: true, NodeFields: nodes}, c, err
}

// related plans the connection of a walk.
func (p *planner) related(at place, g group, walk *schema.Field) (*Field, graph.Connection, error) {
	w := walkOf(walk)
	c := graph.Connection{Walk: &w}
	rel, _ := schema.RelationshipOf(walk.Type)
	a, err := p.arguments(at, g.fields[0])
	if err != nil {
		return nil, c, err
	}
	if c.Edge, err = p.filter(a, "edge", p.inputOf(g, "edge"), subject{relationship: rel}); err != nil {
		return nil, c, err
	}
	f, err := p.page(a, g, &c, walk.Targets, rel)
	return f, c, err
}

// inputOf names the input type of a field's argument.
func (p *planner) inputOf(g group, argument string) string {
	if d := g.fields[0].Definition.Arguments.ForName(argument); d != nil {
		return d.Type.Name()
	}
	return ""
}

// page plans the arguments of a connection to nodes of the labels and what is
// asked of its rows.
func (p *planner) page(a arguments, g group, c *graph.Connection, labels []string, rel *schema.Relationship) (*Field, error) {
	if err := p.countConnection(a.at); err != nil {
		return nil, err
	}
	var err error
	if c.Where, err = p.filter(a, "where", p.inputOf(g, "where"), subject{labels: labels}); err != nil {
		return nil, err
	}
	if c.Order, err = order(a, labels, rel); err != nil {
		return nil, err
	}
	print := fingerprint("nodes", c.Order)
	kinds := keyKinds(c.Order, labels, rel)
	if c.After, err = a.cursor("after", print, kinds); err != nil {
		return nil, err
	}
	if c.Before, err = a.cursor("before", print, kinds); err != nil {
		return nil, err
	}
	if c.First, c.Backward, err = a.size(); err != nil {
		return nil, err
	}
	f := &Field{Alias: g.alias, Name: g.name(), Root: -1, Order: print}
	r := rows{planner: p, labels: labels, node: &c.Node, count: &c.Count, keys: &c.Keys, ends: &c.Ends}
	if c.Walk != nil {
		r.link = &c.Link
	}
	if f.Fields, err = r.connection(a.at, g); err != nil {
		return nil, err
	}
	if !r.shown {
		c.First = 0
	}
	return f, nil
}

// cursor opens a cursor argument.
func (a arguments) cursor(name, order string, kinds []schema.Kind) ([]any, error) {
	if !a.has(name) {
		return nil, nil
	}
	text, err := a.text(name)
	if err != nil {
		return nil, err
	}
	keys, err := decodeCursor(text, order, kinds)
	if err != nil {
		return nil, a.at.fault(BadCursor, "%s %v", name, err)
	}
	return keys, nil
}

// size reads `first` and `last`.
func (a arguments) size() (n int, backward bool, err error) {
	if a.has("first") && a.has("last") {
		return 0, false, a.at.fault(BadUserInput, "first and last cannot both be given")
	}
	if a.has("last") {
		n, err = a.whole("last", 0, MaxFirst, 0)
		return n, true, err
	}
	n, err = a.whole("first", 0, MaxFirst, DefaultFirst)
	return n, false, err
}

func (p *planner) countConnection(at place) error {
	if p.connections++; p.connections > MaxConnections {
		return at.fault(CostLimit, "the request asks for more than %d connections", MaxConnections)
	}
	return nil
}

// rows plans what is asked of a connection's rows, whatever gives them.
type rows struct {
	*planner
	labels []string
	node   *graph.Selection
	link   **graph.LinkSelection // nil where no relationship leads to the nodes
	count  *bool
	keys   *bool
	ends   *bool
	shown  bool // rows or what lies around them are wanted
}

func (r *rows) connection(at place, g group) ([]*Field, error) {
	typeName := g.fields[0].Definition.Type.Name()
	groups, err := r.collect(at, g.sets(), typeName)
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, c := range groups {
		f := &Field{Alias: c.alias, Name: c.name(), Type: typeName, Root: -1}
		below := at.enter(c)
		switch f.Name {
		case "totalCount":
			*r.count = true
		case "pageInfo":
			r.shown = true
			f.Fields, err = r.pageInfo(below, c)
		case "nodes":
			r.shown = true
			f.NodeFields, err = r.planner.node(below, c.sets(), r.labels, r.labels, r.node)
		case "edges":
			r.shown = true
			f.Fields, err = r.edges(below, c)
		}
		if err != nil {
			return nil, err
		}
		out[i] = f
	}
	return out, nil
}

func (r *rows) pageInfo(at place, g group) ([]*Field, error) {
	fields, err := r.plain(at, g, "PageInfo")
	for _, f := range fields {
		switch f.Name {
		case "hasNextPage", "hasPreviousPage":
			*r.ends = true
		case "startCursor", "endCursor":
			*r.keys = true
		}
	}
	return fields, err
}

func (r *rows) edges(at place, g group) ([]*Field, error) {
	typeName := g.fields[0].Definition.Type.Name()
	groups, err := r.collect(at, g.sets(), typeName)
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, c := range groups {
		if out[i], err = r.edgeField(at.enter(c), c, typeName); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *rows) edgeField(at place, g group, typeName string) (*Field, error) {
	f := &Field{Alias: g.alias, Name: g.name(), Type: typeName, Root: -1}
	var err error
	switch f.Name {
	case "__typename", "score", "snippet", "date":
	case "cursor":
		*r.keys = true
	case "node":
		f.NodeFields, err = r.planner.node(at, g.sets(), r.labels, r.labels, r.node)
	default: // of the relationship
		if r.link == nil {
			break
		}
		if *r.link == nil {
			*r.link = &graph.LinkSelection{}
		}
		if f.Name == "evidence" {
			f.NodeFields, err = r.evidence(at, g, *r.link)
		} else if f.Name != "spans" && f.Name != "confidence" {
			f.Property = edgeProperty(g.fields[0], typeName)
		}
	}
	return f, err
}

// edgeProperty finds the property of a relationship by the edge type that
// shows it.
func edgeProperty(f *ast.Field, typeName string) *schema.Property {
	for _, r := range schema.Relationships() {
		if r.Edge != "" && strings.HasSuffix(typeName, r.Edge+"Edge") {
			return r.Property(f.Name)
		}
	}
	return nil
}
