package plan

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// hung is a connection that some labels of a node show, while it is planned.
type hung struct {
	field  *Field
	index  int // within the selection's connections
	labels []string
}

// node plans what is asked of nodes of the labels, into the selection, and
// gives the fields that each label shows. The nodes of the selection may be of
// more labels than these: all names them.
func (p *planner) node(at place, sets []ast.SelectionSet, labels, all []string, sel *graph.Selection) (map[string][]*Field, error) {
	out := make(map[string][]*Field, len(labels))
	shared := map[string]*hung{}
	for _, l := range labels {
		label, ok := schema.LabelOf(l)
		if !ok {
			continue
		}
		groups, err := p.collect(at, sets, l)
		if err != nil {
			return nil, err
		}
		fields := make([]*Field, 0, len(groups))
		for _, g := range groups {
			f, err := p.nodeField(at.enter(g), g, label, sel, shared)
			if err != nil {
				return nil, err
			}
			fields = append(fields, f)
		}
		out[l] = fields
	}
	for _, h := range shared {
		if len(h.labels) < len(all) {
			sel.Connections[h.index].On = h.labels
		}
	}
	return out, nil
}

func (p *planner) nodeField(at place, g group, label *schema.Label, sel *graph.Selection, shared map[string]*hung) (*Field, error) {
	f := &Field{Alias: g.alias, Name: g.name(), Type: label.Name, Root: -1}
	switch f.Name {
	case "__typename", "id", "label":
		return f, nil
	case "name":
		want(sel, label.NameFrom...)
		return f, nil
	case "formerIds":
		sel.FormerIDs = true
		return f, nil
	case "disagreements":
		sel.Disagreements = true
		var err error
		f.Fields, err = p.plain(at, g, "Disagreement")
		return f, err
	case "supports":
		if sel.Supports == nil {
			sel.Supports = &graph.LinkSelection{}
		}
		var err error
		f.Fields, err = p.link(at, g, sel.Supports)
		return f, err
	}
	if property := label.Property(f.Name); property != nil {
		f.Property = property
		want(sel, property.Name)
		return f, nil
	}
	return p.walk(at, g, label.Field(f.Name), label, sel, shared)
}

// walk plans a relationship field. The labels that show the very same one
// share it.
func (p *planner) walk(at place, g group, walk *schema.Field, label *schema.Label, sel *graph.Selection, shared map[string]*hung) (*Field, error) {
	if walk == nil { // the schema is held against the ontology by tests
		return nil, at.fault(ValidationFailed, "there is no %s", g.name())
	}
	id := identity(g, walk)
	if h, ok := shared[id]; ok {
		h.labels = append(h.labels, label.Name)
		return h.field, nil
	}
	index := len(sel.Connections)
	sel.Connections = append(sel.Connections, graph.Connection{Key: freeKey(sel, walk.Name)})
	var f *Field
	var c graph.Connection
	var err error
	if walk.One {
		f, c, err = p.oneNode(at, g, walk)
	} else {
		f, c, err = p.related(at, g, walk)
	}
	if err != nil {
		return nil, err
	}
	c.Key = sel.Connections[index].Key
	f.Key = c.Key
	sel.Connections[index] = c
	shared[id] = &hung{field: f, index: index, labels: []string{label.Name}}
	return f, nil
}

// identity tells whether two labels show the same field: asked for at the same
// places of the request, along the same walk.
func identity(g group, walk *schema.Field) string {
	var b strings.Builder
	b.WriteString(g.alias)
	for _, f := range g.fields {
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(f.Position.Start))
	}
	b.WriteString(" " + walk.Type + " " + string(walk.Direction) + " " + strings.Join(walk.Targets, ","))
	return b.String()
}

// freeKey names a page of the selection after its walk: `visits`, `visits2`.
// The names of a request play no part, so its statement does not depend on them.
func freeKey(sel *graph.Selection, name string) string {
	taken := func(key string) bool {
		return slices.ContainsFunc(sel.Connections, func(c graph.Connection) bool { return c.Key == key })
	}
	key := name
	for n := 2; taken(key); n++ {
		key = name + strconv.Itoa(n)
	}
	return key
}

// want adds properties to a selection, sorted, each once.
func want(sel *graph.Selection, names ...string) {
	for _, n := range names {
		if n == "id" { // it always comes
			continue
		}
		i := sort.SearchStrings(sel.Properties, n)
		if i == len(sel.Properties) || sel.Properties[i] != n {
			sel.Properties = slices.Insert(sel.Properties, i, n)
		}
	}
}

// plain plans an object whose fields are all values.
func (p *planner) plain(at place, g group, typeName string) ([]*Field, error) {
	groups, err := p.collect(at, g.sets(), typeName)
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, c := range groups {
		out[i] = &Field{Alias: c.alias, Name: c.name(), Type: typeName, Root: -1}
	}
	return out, nil
}

// link plans a relationship that stands by itself.
func (p *planner) link(at place, g group, sel *graph.LinkSelection) ([]*Field, error) {
	groups, err := p.collect(at, g.sets(), "Link")
	if err != nil {
		return nil, err
	}
	out := make([]*Field, len(groups))
	for i, c := range groups {
		out[i] = &Field{Alias: c.alias, Name: c.name(), Type: "Link", Root: -1}
		if c.name() == "evidence" {
			if out[i].NodeFields, err = p.evidence(at.enter(c), c, sel); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// evidence plans the passages of a relationship.
func (p *planner) evidence(at place, g group, sel *graph.LinkSelection) (map[string][]*Field, error) {
	if sel.Evidence == nil {
		sel.Evidence = &graph.Selection{}
	}
	return p.node(at, g.sets(), []string{"Passage"}, []string{"Passage"}, sel.Evidence)
}
