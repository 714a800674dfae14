package graph

import (
	"fmt"
	"math"

	"github.com/entente-graph/entente/schema"
)

// Validate gives ErrInvalid, and why, where a query is not well formed: not
// exactly one question in a root, a name that the ontology does not have, a
// comparison that does not suit its kind, sort keys of another ordering.
// Every store asks it first, so that all refuse the same.
func (q *Query) Validate() error {
	for i := range q.Roots {
		if err := q.Roots[i].validate(); err != nil {
			return fmt.Errorf("root %d: %w", i, err)
		}
	}
	return nil
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrInvalid}, args...)...)
}

func (r *Root) validate() error {
	set := 0
	for _, is := range []bool{r.Lookup != nil, r.Nodes != nil, r.Search != nil, r.Path != nil, r.Subgraph != nil, r.Timeline != nil, r.Stats} {
		if is {
			set++
		}
	}
	if set != 1 {
		return invalid("a root asks one question, not %d", set)
	}
	switch {
	case r.Lookup != nil:
		return first(labels(r.Lookup.Labels, true), r.Lookup.Node.validate())
	case r.Nodes != nil:
		return r.Nodes.validateRoot()
	case r.Search != nil:
		return r.Search.validate()
	case r.Path != nil:
		return r.Path.validate()
	case r.Subgraph != nil:
		return r.Subgraph.validate()
	case r.Timeline != nil:
		return r.Timeline.validate()
	}
	return nil
}

func (s *Search) validate() error {
	if len(s.Terms) > 32 {
		return invalid("%d search terms: at most 32", len(s.Terms))
	}
	for _, term := range s.Terms {
		if words := Terms(term); len(words) != 1 || words[0] != term {
			return invalid("search term %q is not one that Terms gives", term)
		}
	}
	return first(rows(s.First), labels(s.Labels, false), keys(s.After, 1, 1), s.Node.validate())
}

func (p *PathQuery) validate() error {
	if p.MaxHops < 0 || p.MaxHops > 10 {
		return invalid("a path has 0 to 10 hops, not %d", p.MaxHops)
	}
	return first(labels(p.Labels, false), p.Node.validate(), p.Link.validate())
}

func (w *Walkabout) validate() error {
	if w.Hops < 0 || w.Hops > 4 {
		return invalid("a subgraph has 0 to 4 hops, not %d", w.Hops)
	}
	return first(rows(w.Limit), labels(w.Labels, false), w.Node.validate(), w.Link.validate())
}

func (t *Timeline) validate() error {
	for _, date := range []string{t.From, t.To} {
		if date == "" {
			continue
		}
		if _, _, err := Days(date); err != nil {
			return err
		}
	}
	return first(rows(t.First), keys(t.After, 1, 1), t.Node.validate())
}

func (s *Selection) validate() error {
	seen := map[string]bool{}
	for i := range s.Connections {
		c := &s.Connections[i]
		if seen[c.Key] {
			return invalid("two connections have the key %q", c.Key)
		}
		seen[c.Key] = true
		if c.Walk == nil {
			return invalid("connection %q has no walk", c.Key)
		}
		if err := first(c.Walk.validate(), labels(c.On, true), c.validate()); err != nil {
			return fmt.Errorf("connection %q: %w", c.Key, err)
		}
	}
	return s.Supports.validate()
}

func (l *LinkSelection) validate() error {
	if l == nil || l.Evidence == nil {
		return nil
	}
	return l.Evidence.validate()
}

func (c *Connection) validateRoot() error {
	if c.Walk != nil || c.Edge != nil || c.Link != nil {
		return invalid("nodes at the root come from no relationship")
	}
	return first(labels(c.Labels, false), c.validate())
}

// validate looks at what root and nested connections have in common.
func (c *Connection) validate() error {
	for _, o := range c.Order {
		if err := o.validate(c.Walk); err != nil {
			return err
		}
	}
	ids := 1
	if c.Walk != nil {
		if rel, ok := schema.RelationshipOf(c.Walk.Type); ok && len(rel.Key) > 0 {
			ids = 2
		}
	}
	return first(rows(c.First),
		keys(c.After, len(c.Order), ids), keys(c.Before, len(c.Order), ids),
		counts(c.Order, c.After), counts(c.Order, c.Before),
		c.Where.validate(nil), c.Edge.validate(c.Walk),
		c.Node.validate(), c.Link.validate())
}

func (o *Order) validate(walk *Walk) error {
	set := 0
	for _, is := range []bool{o.Property != "", o.Count != nil, o.Edge != ""} {
		if is {
			set++
		}
	}
	switch {
	case set != 1:
		return invalid("a term of an order names one value, not %d", set)
	case o.Count != nil:
		return o.Count.validate()
	case o.Edge != "" && walk == nil:
		return invalid("nodes at the root have no relationship to sort by")
	case o.Edge != "" && edgeKind(walk, o.Edge) == "":
		return invalid("%s has no property %q", walk.Type, o.Edge)
	case o.Property != "" && o.Property != "id" && nodeKind(o.Property) == "":
		return invalid("no property %q", o.Property)
	case o.Property != "" && nodeKind(o.Property) == schema.TextList:
		return invalid("%s is a list and has no order", o.Property)
	}
	return nil
}

func (w *Walk) validate() error {
	if _, ok := schema.RelationshipOf(w.Type); !ok {
		return invalid("no relationship %q", w.Type)
	}
	if w.Direction != string(schema.Out) && w.Direction != string(schema.In) {
		return invalid("no direction %q", w.Direction)
	}
	return labels(w.Labels, false)
}

// labels wants known labels, and some unless none may mean any.
func labels(names []string, none bool) error {
	if len(names) == 0 && !none {
		return invalid("no labels are given")
	}
	for _, name := range names {
		if _, ok := schema.LabelOf(name); !ok {
			return invalid("no label %q", name)
		}
	}
	return nil
}

func rows(n int) error {
	if n < 0 {
		return invalid("%d rows cannot be asked for", n)
	}
	return nil
}

// keys wants the sort keys of a row: values, then ids; nil is none.
func keys(row []any, values, ids int) error {
	if row == nil {
		return nil
	}
	if len(row) != values+ids {
		return invalid("sort keys %v are of another ordering: %d are wanted", row, values+ids)
	}
	for i, key := range row {
		switch key.(type) {
		case string:
		case float64, nil:
			if i >= values {
				return invalid("sort key %v is no id", key)
			}
		default:
			return invalid("%#v is no sort key", key)
		}
	}
	return nil
}

// counts wants numbers that rows can have where a key is a number of
// relationships.
func counts(order []Order, row []any) error {
	for i := range min(len(order), len(row)) {
		if n, ok := row[i].(float64); order[i].Count != nil && !(ok && isCount(n)) {
			return invalid("sort key %v is no number of relationships", row[i])
		}
	}
	return nil
}

// isCount tells whether there can be so many relationships.
func isCount(n float64) bool { return n >= 0 && n <= math.MaxInt32 && n == math.Trunc(n) }

// first is the first of several errors that there is.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// nodeKind is the kind of a node's property, "" where no label has it.
func nodeKind(name string) schema.Kind {
	if name == "id" {
		return schema.ID
	}
	for _, p := range schema.Columns() {
		if p.Name == name {
			return p.Kind
		}
	}
	return ""
}

// edgeKind is the kind of a property of the relationship walked.
func edgeKind(walk *Walk, name string) schema.Kind {
	rel, ok := schema.RelationshipOf(walk.Type)
	if !ok {
		return ""
	}
	if name == "confidence" {
		return schema.Float
	}
	if p := rel.Property(name); p != nil {
		return p.Kind
	}
	return ""
}
