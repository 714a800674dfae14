package claim

import (
	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
)

// mentions notes every place where a passage names a leader, a state or a body.
func (r *reader) mentions() {
	known := map[string]Ref{} // what is named often is added once
	add := func(key string, make func() Ref) Ref {
		if _, ok := known[key]; !ok {
			known[key] = make()
		}
		return known[key]
	}
	for i, ms := range r.page.Mentions {
		for _, m := range ms {
			at := evidenceOf(r.page, i, m.Start, m.End)
			var of Ref
			switch {
			case (m.Kind == mention.Person || m.Kind == mention.Role) && m.Entity >= 0:
				of = add(itoa(m.Entity), func() Ref { return leaderRef(r.page, r.b, m.Entity, at) })
			case m.Kind == mention.State, m.Kind == mention.Demonym, m.Kind == mention.Capital && !m.City && names(m.State):
				of = add(m.State, func() Ref { return stateRef(r.b, m.State, at) })
			case m.Kind == mention.Organization:
				of = add(m.Name, func() Ref { return organizationRef(r.b, m.Name, at) })
			default:
				continue
			}
			r.b.Mention(Mention{Passage: i, Start: at.Start, End: at.End, Surface: m.Surface, Of: of})
		}
	}
}

// names reports whether a capital's name stands for its state.
func names(code string) bool {
	_, ok := lexicon.StateOf(code)
	return ok
}
