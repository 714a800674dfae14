package plan

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// subject is what a condition speaks of: nodes of some labels, or
// relationships of a type.
type subject struct {
	labels       []string // of nodes; what all of them have can be asked
	relationship *schema.Relationship
}

// confidence is a property of every relationship that states a fact.
var confidence = schema.Property{Name: "confidence", Kind: schema.Float}

func (s subject) property(name string) *schema.Property {
	if s.relationship != nil {
		if name == confidence.Name {
			return &confidence
		}
		return s.relationship.Property(name)
	}
	for _, l := range s.labels {
		if label, ok := schema.LabelOf(l); ok {
			return label.Property(name)
		}
	}
	return nil
}

func (s subject) field(name string) *schema.Field {
	if s.relationship != nil || len(s.labels) == 0 {
		return nil
	}
	label, ok := schema.LabelOf(s.labels[0])
	if !ok {
		return nil
	}
	return label.Field(name)
}

// condition is where in a `where` planning is.
type condition struct {
	*planner
	at    place
	path  string // "where.parties.some"
	input string // the GraphQL input type
	depth int
}

func (c condition) below(name, input string) condition {
	c.path, c.input = c.path+"."+name, input
	return c
}

func (c condition) fault(format string, args ...any) error {
	return c.at.fault(BadUserInput, c.path+": "+format, args...)
}

// filter compiles an argument of a filter type; nil where it asks nothing.
func (p *planner) filter(a arguments, name, input string, s subject) (*graph.Filter, error) {
	if !a.has(name) {
		return nil, nil
	}
	c := condition{planner: p, at: a.at, path: name, input: input}
	f, err := c.all(a.values[name], s)
	if err != nil || isTrue(f) {
		return nil, err
	}
	return &f, nil
}

// all compiles an object of conditions, which must all hold. They are taken
// in the order of the schema, so that how a request writes them does not
// change the query.
func (c condition) all(value any, s subject) (graph.Filter, error) {
	object, ok := value.(map[string]any)
	if !ok {
		return graph.Filter{}, c.fault("must be an object, not null")
	}
	if c.depth++; c.depth > MaxFilterDepth {
		return graph.Filter{}, c.at.fault(DepthLimit, "%s: conditions are nested deeper than %d", c.path, MaxFilterDepth)
	}
	var parts []graph.Filter
	for _, f := range c.schema.Types[c.input].Fields {
		v, ok := object[f.Name]
		if !ok {
			continue
		}
		part, err := c.below(f.Name, f.Type.Name()).one(f.Name, v, s)
		if err != nil {
			return graph.Filter{}, err
		}
		parts = append(parts, part...)
	}
	return conjunction(parts), nil
}

// one compiles one field of an object of conditions.
func (c condition) one(name string, value any, s subject) ([]graph.Filter, error) {
	if value == nil {
		return nil, c.fault("must not be null: ask for what is missing with {exists: false}")
	}
	switch name {
	case "and", "or":
		parts, err := c.each(value, s)
		if err != nil {
			return nil, err
		}
		if name == "and" {
			return parts, nil
		}
		return []graph.Filter{{Or: &parts}}, nil
	case "not":
		f, err := c.all(value, s)
		return []graph.Filter{{Not: &f}}, err
	}
	if p := s.property(name); p != nil {
		return c.compare(*p, value)
	}
	if f := s.field(name); f != nil {
		return c.related(f, value)
	}
	return nil, c.fault("cannot be asked")
}

func (c condition) each(value any, s subject) ([]graph.Filter, error) {
	parts := []graph.Filter{}
	for _, v := range listOf(value) {
		f, err := c.all(v, s)
		if err != nil {
			return nil, err
		}
		parts = append(parts, f)
	}
	return parts, nil
}

// compare compiles the operators on a property.
func (c condition) compare(p schema.Property, value any) ([]graph.Filter, error) {
	object, ok := value.(map[string]any)
	if !ok {
		return nil, c.fault("must be an object of operators")
	}
	var parts []graph.Filter
	for _, f := range c.schema.Types[c.input].Fields {
		v, ok := object[f.Name]
		if !ok {
			continue
		}
		values, err := c.below(f.Name, "").operands(p, graph.Op(f.Name), v)
		if err != nil {
			return nil, err
		}
		parts = append(parts, graph.Filter{Compare: &graph.Compare{
			Property: p.Name, Kind: string(p.Kind), Op: graph.Op(f.Name), Values: values,
		}})
	}
	return parts, nil
}

// operands reads what an operator compares with.
func (c condition) operands(p schema.Property, op graph.Op, value any) ([]any, error) {
	if c.conditions++; c.conditions > MaxConditions {
		return nil, c.at.fault(CostLimit, "the request makes more than %d conditions", MaxConditions)
	}
	if value == nil {
		return nil, c.fault("must not be null: ask for what is missing with {exists: false}")
	}
	if op == graph.OpExists {
		on, ok := value.(bool)
		if !ok {
			return nil, c.fault("must be true or false")
		}
		return []any{on}, nil
	}
	values := []any{value}
	if op == graph.OpIn {
		values = listOf(value)
	}
	if len(values) > MaxValues {
		return nil, c.fault("holds %d values, at most %d are taken", len(values), MaxValues)
	}
	out := make([]any, len(values))
	for i, v := range values {
		operand, err := operand(p, v)
		if err != nil {
			return nil, c.fault("%v", err)
		}
		out[i] = operand
	}
	return out, nil
}

// operand reads a value of the property's kind as the graph compares it.
func operand(p schema.Property, v any) (any, error) {
	switch p.Kind {
	case schema.Int, schema.Float:
		return numberOf(v)
	case schema.Date:
		return dateOf(v)
	case schema.Enum:
		s, err := idOf(v)
		return strings.ToLower(s), err
	}
	return idOf(v)
}

// related compiles a condition through relationships.
func (c condition) related(f *schema.Field, value any) ([]graph.Filter, error) {
	if c.conditions++; c.conditions > MaxConditions {
		return nil, c.at.fault(CostLimit, "the request makes more than %d conditions", MaxConditions)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, c.fault("must be an object")
	}
	r := graph.Related{Walk: walkOf(f)}
	for _, d := range c.schema.Types[c.input].Fields {
		v, ok := object[d.Name]
		if !ok {
			continue
		}
		below := c.below(d.Name, d.Type.Name())
		if v == nil {
			return nil, below.fault("must not be null")
		}
		if err := below.quantified(&r, f, d.Name, v); err != nil {
			return nil, err
		}
	}
	if len(r.Conditions) == 0 && len(r.Counts) == 0 {
		return nil, nil // of nothing is asked anything
	}
	return []graph.Filter{{Related: &r}}, nil
}

// quantified compiles one field of a relationship filter into it.
func (c condition) quantified(r *graph.Related, f *schema.Field, name string, value any) error {
	switch name {
	case "count":
		counts, err := c.compare(schema.Property{Name: "count", Kind: schema.Int}, value)
		for _, part := range counts {
			r.Counts = append(r.Counts, *part.Compare)
		}
		return err
	case "edge":
		rel, _ := schema.RelationshipOf(f.Type)
		edge, err := c.all(value, subject{relationship: rel})
		if err == nil && !isTrue(edge) {
			r.Edge = &edge
		}
		return err
	}
	where, err := c.all(value, subject{labels: f.Targets})
	r.Conditions = append(r.Conditions, graph.Condition{Quantifier: graph.Quantifier(name), Where: where})
	return err
}

func walkOf(f *schema.Field) graph.Walk {
	return graph.Walk{Type: f.Type, Direction: string(f.Direction), Labels: f.Targets}
}

// conjunction is the filter that holds where all parts do.
func conjunction(parts []graph.Filter) graph.Filter {
	kept := parts[:0:0]
	for _, f := range parts {
		if !isTrue(f) {
			kept = append(kept, f)
		}
	}
	switch len(kept) {
	case 0:
		return graph.Filter{}
	case 1:
		return kept[0]
	}
	return graph.Filter{And: kept}
}

// isTrue tells whether a filter is the zero filter, which always holds.
func isTrue(f graph.Filter) bool {
	return f.And == nil && f.Or == nil && f.Not == nil && f.Compare == nil && f.Related == nil
}
