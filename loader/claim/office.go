package claim

import (
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/lexicon"
)

// offices states who holds or held which office, where the document says so.
func (r *reader) offices() {
	for i := range r.page.People {
		for _, o := range r.page.People[i].Offices {
			at := evidenceOf(r.page, o.Passage, o.Start, o.End)
			p := party{state: o.State, body: lexicon.Whole(o.Organization)}
			if p.none() {
				continue
			}
			f := Fact{
				Type: "HOLDS_OFFICE", From: leaderRef(r.page, r.b, i, at), To: r.partyRef(p, at),
				Evidence: []Evidence{at}, Support: supportOf("office"),
			}
			if o.Title != "" {
				f.Properties = graph.Properties{"title": o.Title}
			}
			if m := o.Implied; m != nil {
				f.Evidence = append(f.Evidence, evidenceOf(r.page, m.Passage, m.Start, m.End))
				f.Weak = append(f.Weak, "inferred-state")
			}
			if o.Former {
				f.Weak = append(f.Weak, "former")
			}
			r.b.Fact(f)
		}
	}
}
