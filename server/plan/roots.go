package plan

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// roots plans the operation's root fields.
func (p *planner) roots(op *ast.OperationDefinition) ([]*Field, error) {
	groups, err := p.collect(place{position: op.Position}, []ast.SelectionSet{op.SelectionSet}, "Query")
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, g := range groups {
		at := place{}.enter(g)
		f, root, err := p.root(at, g)
		if err != nil {
			return nil, err
		}
		f.Alias, f.Name, f.Root = g.alias, g.name(), -1
		if root != nil {
			f.Root = len(p.query.Roots)
			p.query.Roots = append(p.query.Roots, *root)
		}
		if len(p.query.Roots) > MaxRoots {
			return nil, at.fault(CostLimit, "the request asks for more than %d root fields", MaxRoots)
		}
		out[i] = f
	}
	return out, nil
}

// root plans one root field; the root is nil where the store is not asked.
func (p *planner) root(at place, g group) (*Field, *graph.Root, error) {
	switch g.name() {
	case "__typename":
		return &Field{Type: "Query"}, nil, nil
	case "__schema", "__type":
		f, err := p.meta(place{position: at.position}, g, "Query")
		return f, nil, err
	}
	a, err := p.arguments(at, g.fields[0])
	if err != nil {
		return nil, nil, err
	}
	switch g.name() {
	case "node":
		return p.lookup(a, g, "id", allLabels())
	case "nodes":
		return p.lookup(a, g, "ids", allLabels())
	case "search":
		return p.search(a, g)
	case "path":
		return p.path(a, g)
	case "subgraph":
		return p.subgraph(a, g)
	case "timeline":
		return p.timeline(a, g)
	case "trace":
		return p.trace(a, g)
	case "stats":
		return p.stats(at, g)
	}
	for _, l := range schema.Labels() {
		switch g.name() {
		case l.Plural:
			c := graph.Connection{Labels: []string{l.Name}}
			f, err := p.page(a, g, &c, c.Labels, nil)
			return f, &graph.Root{Nodes: &c}, err
		case singular(l.Name):
			return p.lookup(a, g, "id", []string{l.Name})
		}
	}
	return nil, nil, at.fault(ValidationFailed, "there is no %s", g.name())
}

// singular is the root field of one node of a label.
func singular(label string) string {
	return string(label[0]|0x20) + label[1:]
}

func allLabels() []string {
	labels := schema.Labels()
	out := make([]string, len(labels))
	for i, l := range labels {
		out[i] = l.Name
	}
	return out
}

// lookup plans a node by its id, or nodes by their ids.
func (p *planner) lookup(a arguments, g group, argument string, labels []string) (*Field, *graph.Root, error) {
	l := &graph.Lookup{}
	var err error
	if l.IDs, err = a.ids(argument); err != nil {
		return nil, nil, err
	}
	if len(labels) < len(schema.Labels()) {
		l.Labels = labels
	}
	nodes, err := p.node(a.at, g.sets(), labels, labels, &l.Node)
	return &Field{NodeFields: nodes, One: argument == "id"}, &graph.Root{Lookup: l}, err
}

func (p *planner) search(a arguments, g group) (*Field, *graph.Root, error) {
	text, err := a.text("text")
	if err != nil {
		return nil, nil, err
	}
	s := &graph.Search{Terms: graph.Terms(text)}
	if len(s.Terms) > maxTerms {
		return nil, nil, a.at.fault(BadUserInput, "text has %d words, at most %d are searched for", len(s.Terms), maxTerms)
	}
	if s.Labels, err = a.labels(); err != nil {
		return nil, nil, err
	}
	print := fingerprint("search", nil)
	if s.After, err = a.cursor("after", print, []schema.Kind{schema.Float, schema.ID}); err != nil {
		return nil, nil, err
	}
	f, err := p.ranked(a, g, print, s.Labels, &s.Node, &s.First, &s.Count)
	return f, &graph.Root{Search: s}, err
}

func (p *planner) timeline(a arguments, g group) (*Field, *graph.Root, error) {
	t := &graph.Timeline{}
	var err error
	if t.Of, err = a.ids("of"); err != nil {
		return nil, nil, err
	}
	if t.From, err = a.date("from"); err != nil {
		return nil, nil, err
	}
	if t.To, err = a.date("to"); err != nil {
		return nil, nil, err
	}
	print := fingerprint("timeline", nil)
	if t.After, err = a.cursor("after", print, []schema.Kind{schema.Date, schema.ID}); err != nil {
		return nil, nil, err
	}
	var labels []string
	for _, d := range p.schema.GetPossibleTypes(p.schema.Types["Event"]) {
		labels = append(labels, d.Name)
	}
	f, err := p.ranked(a, g, print, labels, &t.Node, &t.First, &t.Count)
	return f, &graph.Root{Timeline: t}, err
}

// ranked plans the rows of a search or a timeline, whose order is their own
// and whose pages always say what lies around them.
func (p *planner) ranked(a arguments, g group, print string, labels []string, node *graph.Selection, first *int, count *bool) (*Field, error) {
	if err := p.countConnection(a.at); err != nil {
		return nil, err
	}
	var err error
	if *first, err = a.whole("first", 0, MaxFirst, DefaultFirst); err != nil {
		return nil, err
	}
	f := &Field{Order: print}
	r := rows{planner: p, labels: labels, node: node, count: count, keys: new(bool), ends: new(bool)}
	if f.Fields, err = r.connection(a.at, g); err != nil {
		return nil, err
	}
	if !r.shown {
		*first = 0
	}
	return f, nil
}

func (p *planner) path(a arguments, g group) (*Field, *graph.Root, error) {
	q := &graph.PathQuery{}
	var err error
	if q.From, err = a.id("from"); err != nil {
		return nil, nil, err
	}
	if q.To, err = a.id("to"); err != nil {
		return nil, nil, err
	}
	if q.MaxHops, err = a.whole("maxHops", 0, maxHopsOfPath, 6); err != nil {
		return nil, nil, err
	}
	if q.Labels, err = a.labels(); err != nil {
		return nil, nil, err
	}
	f := &Field{}
	f.Fields, err = p.walked(a.at, g, "Path", q.Labels, &q.Node, &q.Link, nil)
	return f, &graph.Root{Path: q}, err
}

func (p *planner) subgraph(a arguments, g group) (*Field, *graph.Root, error) {
	q := &graph.Walkabout{}
	var err error
	if q.Centers, err = a.ids("centers"); err != nil {
		return nil, nil, err
	}
	if q.Hops, err = a.whole("hops", 0, maxHopsOfSubgraph, 1); err != nil {
		return nil, nil, err
	}
	if q.Labels, err = a.labels(); err != nil {
		return nil, nil, err
	}
	if q.Limit, err = a.whole("limit", 1, maxLimit, 500); err != nil {
		return nil, nil, err
	}
	f := &Field{}
	f.Fields, err = p.walked(a.at, g, "Subgraph", q.Labels, &q.Node, &q.Link, &q.Cut)
	return f, &graph.Root{Subgraph: q}, err
}

// walked plans the nodes and relationships of a path or a subgraph.
func (p *planner) walked(at place, g group, typeName string, labels []string, node *graph.Selection, link *graph.LinkSelection, cut *bool) ([]*Field, error) {
	groups, err := p.collect(at, g.sets(), typeName)
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, c := range groups {
		f := &Field{Alias: c.alias, Name: c.name(), Type: typeName, Root: -1}
		switch f.Name {
		case "nodes":
			f.NodeFields, err = p.node(at.enter(c), c.sets(), labels, labels, node)
		case "edges":
			f.Fields, err = p.link(at.enter(c), c, link)
		case "cut":
			*cut = true
		}
		if err != nil {
			return nil, err
		}
		out[i] = f
	}
	return out, nil
}

func (p *planner) stats(at place, g group) (*Field, *graph.Root, error) {
	groups, err := p.collect(at, g.sets(), "Stats")
	if err != nil {
		return nil, nil, err
	}
	f := &Field{Fields: make([]*Field, len(groups))}
	for i, c := range groups {
		s := &Field{Alias: c.alias, Name: c.name(), Type: "Stats", Root: -1}
		switch s.Name {
		case "nodes":
			s.Fields, err = p.plain(at.enter(c), c, "NodeCount")
		case "relationships":
			s.Fields, err = p.plain(at.enter(c), c, "RelationshipCount")
		}
		if err != nil {
			return nil, nil, err
		}
		f.Fields[i] = s
	}
	return f, &graph.Root{Stats: true}, nil
}
