package main

import "sort"

// connection is a type of connection: of a target, or of a target reached
// through a relationship that has properties of its own.
type connection struct {
	Name         string        // "Visit", "Office", "LeaderOffice"
	Target       string        // a label or an interface
	Fact         bool          // its edges may state facts
	Relationship *relationship // nil where a target's connection serves all
}

// edgeFilter names the input that narrows the connection's relationships, ""
// where there is nothing to narrow them by.
func (c connection) edgeFilter() string {
	switch {
	case c.Relationship != nil:
		return c.Relationship.Edge + "EdgeFilter"
	case c.Fact:
		return "FactEdgeFilter"
	}
	return ""
}

// connectionOf gives the connection of a walk. Where the relationship has
// properties, the walk along it takes the edge's plain name (OfficeEdge) and
// the walk against it that of its target before it (LeaderOfficeEdge), since
// the nodes at its ends are not of one type.
func (w *writer) connectionOf(f field) connection {
	r := w.relationship(f.Type)
	if r.Edge == "" {
		return connection{Name: f.Target, Target: f.Target, Fact: r.Fact}
	}
	name := r.Edge
	if f.Direction == "IN" {
		name = f.Target + r.Edge
	}
	return connection{Name: name, Target: f.Target, Fact: r.Fact, Relationship: r}
}

func (w *writer) relationship(kind string) *relationship {
	for i := range w.ontology.Relationships {
		if w.ontology.Relationships[i].Type == kind {
			return &w.ontology.Relationships[i]
		}
	}
	return nil
}

// connections lists every connection type once, by name. A target's edges
// have evidence as soon as one relationship that leads to it states a fact.
func (w *writer) connections() []connection {
	byName := map[string]connection{}
	for _, l := range w.ontology.Labels {
		byName[l.Name] = connection{Name: l.Name, Target: l.Name}
	}
	for _, l := range w.ontology.Labels {
		for _, f := range l.Fields {
			c := w.connectionOf(f)
			c.Fact = c.Fact || byName[c.Name].Fact
			byName[c.Name] = c
		}
	}
	out := make([]connection, 0, len(byName))
	for _, c := range byName {
		out = append(out, c)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// connection writes the connection, its edge, the relationship filter and the
// order of related nodes.
func (w *writer) connection(c connection) {
	w.describe("A page of " + things(c.Target) + ".")
	w.linef("type %sConnection {", c.Name)
	w.field("The nodes with what is known of how they are reached.", "edges: ["+c.Name+"Edge!]!")
	w.field("The nodes alone.", "nodes: ["+c.Target+"!]!")
	w.field("Where the page lies.", "pageInfo: PageInfo!")
	w.field("How many there are in all.", "totalCount: Int!")
	w.linef("}")

	about := "One of a page of " + things(c.Target) + "."
	if c.Relationship != nil {
		about = c.Relationship.Description
	}
	w.describe(about)
	w.linef("type %sEdge {", c.Name)
	w.field("Where the page after the edge begins, or the page before it ends.", "cursor: String!")
	w.field("What the edge leads to.", "node: "+c.Target+"!")
	if c.Relationship != nil {
		for _, p := range c.Relationship.Properties {
			w.field(propertyDescription(p), p.Name+": "+propertyType(p))
		}
	}
	if c.Fact {
		w.field("The passages that say so; none at the root, where nothing is said.", "evidence: [Passage!]!")
		w.field("For each passage the words that carry the fact, `start-end` in code points.", "spans: [String!]!")
		w.field("How sure it is, 0 to 1; null at the root.", "confidence: Float")
	}
	w.linef("}")

	w.relationFilter(c)
	properties, fields := w.common(c.Target)
	w.order(c.Name+"Edge", properties, fields, &c)
}

// common lists the properties and walks that all labels of a type have.
func (w *writer) common(target string) ([]property, []field) {
	var properties []property
	var fields []field
	for i, l := range w.targets(target) {
		if i == 0 {
			properties, fields = l.Properties, l.Fields
			continue
		}
		properties = keep(properties, func(p property) bool {
			return hasWhere(l.Properties, func(q property) bool { return q.Name == p.Name && q.Kind == p.Kind && q.Enum == p.Enum })
		})
		fields = keep(fields, func(f field) bool {
			return hasWhere(l.Fields, func(g field) bool {
				return g.Name == f.Name && g.Type == f.Type && g.Direction == f.Direction && g.Target == f.Target
			})
		})
	}
	return properties, fields
}

// targets lists the labels that an interface stands for in a walk, or the
// label itself.
func (w *writer) targets(target string) []label {
	var out []label
	seen := map[string]bool{}
	for _, l := range w.ontology.Labels {
		for _, f := range l.Fields {
			if f.Target == target {
				for _, t := range f.Targets {
					seen[t] = true
				}
			}
		}
	}
	for _, l := range w.ontology.Labels {
		if seen[l.Name] || l.Name == target {
			out = append(out, l)
		}
	}
	return out
}

func keep[T any](list []T, fits func(T) bool) []T {
	var out []T
	for _, v := range list {
		if fits(v) {
			out = append(out, v)
		}
	}
	return out
}

func hasWhere[T any](list []T, fits func(T) bool) bool { return len(keep(list, fits)) > 0 }
