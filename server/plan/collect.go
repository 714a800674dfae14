package plan

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// group is a field of the response with all places of the request that ask
// for it; validation holds that these agree.
type group struct {
	alias  string
	fields []*ast.Field
}

func (g group) name() string { return g.fields[0].Name }

// sets are the selections below the group.
func (g group) sets() []ast.SelectionSet {
	out := make([]ast.SelectionSet, 0, len(g.fields))
	for _, f := range g.fields {
		if len(f.SelectionSet) > 0 {
			out = append(out, f.SelectionSet)
		}
	}
	return out
}

// collect lists the fields that an object of the type shows, in the order of
// the request: fragments are put in their places, @skip and @include followed.
func (p *planner) collect(at place, sets []ast.SelectionSet, typeName string) ([]group, error) {
	c := &collector{planner: p, typeName: typeName, index: map[string]int{}, visited: map[string]bool{}}
	for _, s := range sets {
		if err := c.add(s); err != nil {
			return nil, err
		}
	}
	p.fields += len(c.groups)
	if p.fields > MaxFields {
		return nil, at.fault(CostLimit, "the request has more than %d fields once its fragments are put in their places", MaxFields)
	}
	if at.depth() >= MaxDepth && len(c.groups) > 0 {
		return nil, at.fault(DepthLimit, "the request is nested deeper than %d fields", MaxDepth)
	}
	return c.groups, nil
}

type collector struct {
	*planner
	typeName string
	groups   []group
	index    map[string]int
	visited  map[string]bool
}

func (c *collector) add(set ast.SelectionSet) error {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if ok, err := c.included(s.Directives, s.Position); err != nil || !ok {
				if err != nil {
					return err
				}
				continue
			}
			i, ok := c.index[s.Alias]
			if !ok {
				i = len(c.groups)
				c.index[s.Alias] = i
				c.groups = append(c.groups, group{alias: s.Alias})
			}
			c.groups[i].fields = append(c.groups[i].fields, s)
		case *ast.InlineFragment:
			if err := c.fragment(s.Directives, s.Position, s.TypeCondition, s.SelectionSet); err != nil {
				return err
			}
		case *ast.FragmentSpread:
			if c.visited[s.Name] {
				continue
			}
			if ok, err := c.included(s.Directives, s.Position); err != nil || !ok {
				if err != nil {
					return err
				}
				continue
			}
			c.visited[s.Name] = true
			f := c.doc.Fragments.ForName(s.Name)
			if err := c.fragment(nil, s.Position, f.TypeCondition, f.SelectionSet); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *collector) fragment(d ast.DirectiveList, at *ast.Position, condition string, set ast.SelectionSet) error {
	ok, err := c.included(d, at)
	if err != nil || !ok || !c.fits(condition) {
		return err
	}
	return c.add(set)
}

// fits tells whether an object of the type is of the fragment's type.
func (c *collector) fits(condition string) bool {
	if condition == "" || condition == c.typeName {
		return true
	}
	return slices.ContainsFunc(c.schema.Implements[c.typeName], func(d *ast.Definition) bool { return d.Name == condition })
}

func (p *planner) included(directives ast.DirectiveList, position *ast.Position) (bool, error) {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		arg := d.Arguments.ForName("if")
		v, err := arg.Value.Value(p.variables)
		if err != nil {
			return false, place{position: position}.fault(BadUserInput, "@%s(if:) cannot be read: %v", d.Name, err)
		}
		if on, ok := v.(bool); !ok {
			return false, place{position: position}.fault(BadUserInput, "@%s(if:) must be true or false", d.Name)
		} else if on == (d.Name == "skip") {
			return false, nil
		}
	}
	return true, nil
}
