package resolve

import (
	"slices"
	"strconv"

	"github.com/entente-graph/entente/loader/claim"
)

// project is a member: head words, and who takes part.
type project struct {
	Head    string   `json:"h,omitempty"`
	Members []string `json:"p,omitempty"` // clusters, sorted
	Alone   string   `json:"a,omitempty"` // without participants or a name of two words: the document
}

func projectMember(s *said, e *claim.Entity) string {
	p := project{Head: headWords(e, "name"), Members: s.related(e.Ref, "PARTICIPATES_IN", false)}
	if len(p.Members) == 0 && len(words(p.Head)) < 2 {
		p.Alone = s.sha
	}
	return pack(p)
}

func projectKeys(p *project) []string {
	if p.Alone != "" {
		return []string{"alone " + p.Alone + " " + p.Head}
	}
	var keys []string
	for _, q := range p.Members {
		keys = append(keys, q+" "+p.Head)
	}
	if len(words(p.Head)) > 1 {
		keys = append(keys, "head "+p.Head)
	}
	return keys
}

// partitionProjects places the members with more participants first. Alike are
// those with the same head words and two participants in common; one with
// fewer joins the one project that has all of its participants, if it is one.
func partitionProjects(members []string, all []*project) map[string]string {
	p := placing{n: len(all)}
	p.level = func(i int) int { return 2 - min(len(all[i].Members), 2) }
	p.alike = func(i, j int) bool {
		a, b := all[i], all[j]
		return a.Head == b.Head && a.Alone == b.Alone &&
			(shared(a.Members, b.Members) >= 2 || slices.Equal(a.Members, b.Members))
	}
	p.fits = func(i int, placed []int) bool {
		var known []string
		for _, j := range placed {
			if all[j].Head != all[i].Head || all[j].Alone != all[i].Alone {
				return false
			}
			known = append(known, all[j].Members...)
		}
		return shared(all[i].Members, known) == len(all[i].Members)
	}
	return p.run().assign(members, func(a, b int) bool {
		if x, y := len(all[a].Members), len(all[b].Members); x != y {
			return x > y
		}
		return members[a] < members[b]
	})
}

// A citation is its outlet, date and address.
func citationMember(_ *said, e *claim.Entity) string {
	c := []string{folded(text(e, "outlet")), text(e, "publishedOn"), text(e, "url")}
	if c[0] == "" && c[2] == "" {
		c = append(c, folded(text(e, "raw")))
	}
	return pack(c)
}

// A statement is its speakers and its folded words; without speakers it
// belongs to its document.
func statementMember(s *said, e *claim.Entity) string {
	m := struct{ Speakers, Words, Alone string }{Words: folded(text(e, "text"))}
	speakers := s.related(e.Ref, "SAID", false)
	if len(speakers) == 0 {
		m.Alone = s.sha
	}
	m.Speakers = pack(speakers)
	return pack(m)
}

// A figure is its number, unit, period and name, and the states and
// organizations that it is about.
func figureMember(s *said, e *claim.Entity) string {
	m := struct {
		Value, Unit, Currency, Period, Name string
		About                               []string
	}{Unit: folded(text(e, "unit")), Currency: text(e, "currency"), Period: text(e, "period"), Name: folded(text(e, "name"))}
	if v, ok := e.Properties["value"].(float64); ok {
		m.Value = strconv.FormatFloat(v, 'g', -1, 64)
	}
	for _, f := range s.from[e.Ref] {
		if to := s.entities[f.To]; f.Type == "ABOUT" && (to.Label == "State" || to.Label == "Organization") {
			m.About = append(m.About, s.clusters[f.To])
		}
	}
	slices.Sort(m.About)
	m.About = slices.Compact(m.About)
	return pack(m)
}
