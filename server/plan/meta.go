package plan

// meta plans introspection, which the store has no part in. Its depth is
// bounded by a rule of validation, not by MaxDepth: the usual question for a
// whole schema is deeper than any other.
func (p *planner) meta(at place, g group, typeName string) (*Field, error) {
	a, err := p.arguments(at, g.fields[0])
	if err != nil {
		return nil, err
	}
	f := &Field{Alias: g.alias, Name: g.name(), Type: typeName, Root: -1, Meta: a.values}
	sets := g.sets()
	if len(sets) == 0 {
		return f, nil
	}
	below := g.fields[0].Definition.Type.Name()
	groups, err := p.collect(at, sets, below)
	if err != nil {
		return nil, err
	}
	f.Fields = make([]*Field, len(groups))
	for i, c := range groups {
		if f.Fields[i], err = p.meta(at, c, below); err != nil {
			return nil, err
		}
	}
	return f, nil
}
