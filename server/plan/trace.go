package plan

import (
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// trace plans the chain of an agreement or a visit as one lookup, with
// connections that the response does not show as such. The chain is written
// otherwise from an agreement than from a visit, so both are planned; which of
// them is the answer, the label of the node tells.
func (p *planner) trace(a arguments, g group) (*Field, *graph.Root, error) {
	id, err := a.id("id")
	if err != nil {
		return nil, nil, err
	}
	first, err := a.whole("first", 0, MaxFirst, DefaultFirst)
	if err != nil {
		return nil, nil, err
	}
	groups, err := p.collect(a.at, g.sets(), "Trace")
	if err != nil {
		return nil, nil, err
	}
	l := &graph.Lookup{IDs: []string{id}, Labels: []string{"Visit", "Agreement"}}
	t := tracer{planner: p, at: a.at, groups: groups, first: first, root: &l.Node}
	f := &Field{One: true, Limit: first, Traces: map[string]*Trace{}}
	if f.Traces["Agreement"], err = t.fromAgreement(); err != nil {
		return nil, nil, err
	}
	if f.Traces["Visit"], err = t.fromVisit(); err != nil {
		return nil, nil, err
	}
	return f, &graph.Root{Lookup: l}, nil
}

// tracer plans the two ways of one trace field.
type tracer struct {
	*planner
	at     place
	groups []group
	first  int
	root   *graph.Selection
}

// chain is what is planned of one way: where the selections of its parts are.
type chain struct {
	*tracer
	trace    *Trace
	self     string // the label of the node that is traced
	visit    *graph.Selection
	leaders  graph.Connection
	evidence *graph.Selection
}

func (t *tracer) fromAgreement() (*Trace, error) {
	visits := t.hidden("Agreement", "visits", 1)
	visits.Order = []graph.Order{{Edge: confidence.Name, Desc: true}}
	c := &chain{tracer: t, trace: &Trace{}, self: "Agreement", visit: &visits.Node, leaders: t.hidden("Visit", "leaders", MaxFirst)}
	if err := c.fields(t.root, nil); err != nil {
		return nil, err
	}
	c.stay(nil)
	c.trace.Visits = c.hang(t.root, visits, []string{"Agreement"})
	if c.evidence != nil {
		c.trace.Parties = c.hang(t.root, t.hidden("Agreement", "parties", MaxFirst), []string{"Agreement"})
	}
	return c.trace, nil
}

func (t *tracer) fromVisit() (*Trace, error) {
	agreements := t.hidden("Visit", "agreements", t.first)
	c := &chain{tracer: t, trace: &Trace{}, self: "Visit", visit: t.root, leaders: t.hidden("Visit", "leaders", MaxFirst)}
	if err := c.fields(nil, &agreements.Node); err != nil {
		return nil, err
	}
	c.stay([]string{"Visit"})
	if c.evidence != nil {
		c.trace.Parties = c.hang(&agreements.Node, t.hidden("Agreement", "parties", MaxFirst), nil)
	}
	c.trace.Agreements = c.hang(t.root, agreements, []string{"Visit"})
	return c.trace, nil
}

// hidden is the connection of a walk of the label, of which nothing is asked yet.
func (t *tracer) hidden(label, field string, first int) graph.Connection {
	l, _ := schema.LabelOf(label)
	w := walkOf(l.Field(field))
	return graph.Connection{Key: field, Walk: &w, First: first}
}

// stay hangs from the visit who made it and, for evidence, where it went.
func (c *chain) stay(on []string) {
	c.trace.Leaders = c.hang(c.visit, c.leaders, on)
	if c.evidence != nil {
		c.trace.To = c.hang(c.visit, c.hidden("Visit", "to", MaxFirst), on)
	}
}

// hang adds a connection to a selection, with evidence where it is wanted, and
// gives its key.
func (c *chain) hang(sel *graph.Selection, hidden graph.Connection, on []string) string {
	hidden.Key, hidden.On = freeKey(sel, hidden.Key), on
	if c.evidence != nil {
		hidden.Link = &graph.LinkSelection{Evidence: c.evidence}
	}
	sel.Connections = append(sel.Connections, hidden)
	return hidden.Key
}

// fields plans what is asked of the trace. own is the selection of the
// agreement that is traced, others that of the agreements of a visit.
func (c *chain) fields(own, others *graph.Selection) error {
	all := []string{"Visit", "Agreement"}
	for _, g := range c.groups {
		f := &Field{Alias: g.alias, Name: g.name(), Type: "Trace", Root: -1}
		at := c.at.enter(g)
		var err error
		switch f.Name {
		case "agreement":
			if own != nil {
				f.NodeFields, err = c.node(at, g.sets(), []string{"Agreement"}, all, own)
			}
		case "visit":
			labels := []string{"Visit"}
			if c.self == "Visit" {
				labels = all
			}
			f.NodeFields, err = c.node(at, g.sets(), []string{"Visit"}, labels, c.visit)
		case "leaders":
			f.NodeFields, err = c.node(at, g.sets(), []string{"Leader"}, []string{"Leader"}, &c.leaders.Node)
		case "agreements":
			if own != nil {
				f.NodeFields, err = c.node(at, g.sets(), []string{"Agreement"}, all, own)
			} else {
				f.NodeFields, err = c.node(at, g.sets(), []string{"Agreement"}, []string{"Agreement"}, others)
			}
		case "evidence":
			f.Fields, err = c.proof(at, g)
		}
		if err != nil {
			return err
		}
		c.trace.Fields = append(c.trace.Fields, f)
	}
	return nil
}

// proof plans the passages of evidence.
func (c *chain) proof(at place, g group) ([]*Field, error) {
	if c.evidence == nil {
		c.evidence = &graph.Selection{}
	}
	groups, err := c.collect(at, g.sets(), "TraceEvidence")
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, e := range groups {
		f := &Field{Alias: e.alias, Name: e.name(), Type: "TraceEvidence", Root: -1}
		switch f.Name {
		case "passage":
			f.NodeFields, err = c.node(at.enter(e), e.sets(), []string{"Passage"}, []string{"Passage"}, c.evidence)
		case "document", "citations":
			err = c.source(at.enter(e), e, f)
		}
		if err != nil {
			return nil, err
		}
		out[i] = f
	}
	return out, nil
}

// source plans where a passage stands or what it cites.
func (c *chain) source(at place, g group, f *Field) error {
	n := MaxFirst
	if f.Name == "document" {
		n = 1
	}
	from := c.hidden("Passage", f.Name, n)
	from.Key = freeKey(c.evidence, from.Key)
	index := len(c.evidence.Connections)
	c.evidence.Connections = append(c.evidence.Connections, from)
	var err error
	f.NodeFields, err = c.node(at, g.sets(), from.Walk.Labels, from.Walk.Labels, &from.Node)
	f.Key = from.Key
	c.evidence.Connections[index] = from
	return err
}
