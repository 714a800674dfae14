package graph

import (
	"math"
	"slices"

	"github.com/entente-graph/entente/schema"
)

// validate holds a filter on nodes (walk is nil) or on relationships of a walk
// against the ontology; a nil filter is well formed.
func (f *Filter) validate(walk *Walk) error {
	if f == nil {
		return nil
	}
	set := 0
	for _, is := range []bool{len(f.And) > 0, f.Or != nil, f.Not != nil, f.Compare != nil, f.Related != nil} {
		if is {
			set++
		}
	}
	switch {
	case set > 1:
		return invalid("a filter says one thing, not %d", set)
	case f.Or != nil:
		return validateAll(*f.Or, walk)
	case f.Not != nil:
		return f.Not.validate(walk)
	case f.Compare != nil && walk != nil:
		if edgeKind(walk, f.Compare.Property) == "" {
			return invalid("%s has no property %q", walk.Type, f.Compare.Property)
		}
		return f.Compare.validate()
	case f.Compare != nil:
		if nodeKind(f.Compare.Property) == "" {
			return invalid("no property %q", f.Compare.Property)
		}
		return f.Compare.validate()
	case f.Related != nil && walk != nil:
		return invalid("a relationship has no relationships")
	case f.Related != nil:
		return f.Related.validate()
	}
	return validateAll(f.And, walk)
}

func validateAll(filters []Filter, walk *Walk) error {
	for i := range filters {
		if err := filters[i].validate(walk); err != nil {
			return err
		}
	}
	return nil
}

func (r *Related) validate() error {
	if err := first(r.Walk.validate(), r.Edge.validate(&r.Walk)); err != nil {
		return err
	}
	for i := range r.Conditions {
		c := &r.Conditions[i]
		if !slices.Contains([]Quantifier{Some, Every, None, Single}, c.Quantifier) {
			return invalid("no quantifier %q", c.Quantifier)
		}
		if err := c.Where.validate(nil); err != nil {
			return err
		}
	}
	for i := range r.Counts {
		if r.Counts[i].Property != "count" || r.Counts[i].Kind != string(schema.Int) {
			return invalid("%q of kind %q is no count", r.Counts[i].Property, r.Counts[i].Kind)
		}
		if err := r.Counts[i].validate(); err != nil {
			return err
		}
		for _, value := range r.Counts[i].Values {
			if n, ok := value.(float64); ok && !isCount(math.Abs(n)) {
				return invalid("%v is no number of relationships", n)
			}
		}
	}
	return nil
}

// operators lists what suits a kind of property, beside OpEq, OpIn and OpExists.
func operators(kind schema.Kind) ([]Op, bool) {
	switch kind {
	case schema.ID, schema.Enum:
		return nil, true
	case schema.Text, schema.TextList:
		return []Op{OpContains, OpStartsWith, OpEndsWith}, true
	case schema.Int, schema.Float:
		return []Op{OpLt, OpLte, OpGt, OpGte}, true
	case schema.Date:
		return []Op{OpLt, OpLte, OpGt, OpGte, OpOverlaps}, true
	}
	return nil, false
}

func (c *Compare) validate() error {
	more, ok := operators(schema.Kind(c.Kind))
	if !ok {
		return invalid("no kind %q", c.Kind)
	}
	if !slices.Contains(append(more, OpEq, OpIn, OpExists), c.Op) {
		return invalid("%s does not compare a %s", c.Op, c.Kind)
	}
	if c.Op != OpIn && len(c.Values) != 1 {
		return invalid("%s takes one value, not %d", c.Op, len(c.Values))
	}
	for _, value := range c.Values {
		if err := c.validateValue(value); err != nil {
			return err
		}
	}
	return nil
}

func (c *Compare) validateValue(value any) error {
	switch v := value.(type) {
	case bool:
		if c.Op == OpExists {
			return nil
		}
	case float64:
		if c.Op != OpExists && (c.Kind == string(schema.Int) || c.Kind == string(schema.Float)) {
			return nil
		}
	case string:
		switch {
		case c.Op == OpExists || c.Kind == string(schema.Int) || c.Kind == string(schema.Float):
		case c.Kind == string(schema.Date):
			_, _, err := Days(v)
			return err
		default:
			return nil
		}
	}
	return invalid("%s of %s cannot take %#v", c.Op, c.Property, value)
}
