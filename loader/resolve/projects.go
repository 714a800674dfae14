package resolve

import (
	"slices"

	"github.com/entente-graph/entente/loader/claim"
)

// project is a member: head words, who takes part, and what of the name is a
// name of its own.
type project struct {
	Head    string   `json:"h,omitempty"`
	Members []string `json:"p,omitempty"` // clusters, sorted
	Noun    string   `json:"n,omitempty"` // what it is: "railway"
	Names   []string `json:"m,omitempty"` // words that name it: "rogun"; sorted
	Beside  []string `json:"b,omitempty"` // head words of the document's projects with the same names, sorted
	Alone   string   `json:"a,omitempty"` // without participants or a name of two words: the document
}

func projectMember(s *said, e *claim.Entity) string {
	p := project{Head: headWords(e, "name"), Members: s.related(e.Ref, "PARTICIPATES_IN", false)}
	p.Noun, p.Names = claim.ProjectName(text(e, "name"))
	for i := range s.Entities {
		o := &s.Entities[i]
		if o.Label != "Project" || o.Ref == e.Ref {
			continue
		}
		if _, names := claim.ProjectName(text(o, "name")); shareAny(names, p.Names) {
			p.Beside = append(p.Beside, headWords(o, "name"))
		}
	}
	slices.Sort(p.Beside)
	p.Beside = slices.Compact(p.Beside)
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
		for _, n := range p.Names {
			keys = append(keys, q+" name "+n)
		}
	}
	if len(words(p.Head)) > 1 {
		keys = append(keys, "head "+p.Head)
	}
	return keys
}

// partitionProjects places the members with longer names first, and those with
// more participants. Alike are those with the same head words and two
// participants in common; one with fewer joins the one project that has all of
// its participants, and one with a shorter name the one of which that is the
// name, if it is one.
func partitionProjects(members []string, all []*project) map[string]string {
	p := placing{n: len(all)}
	p.level = func(i int) int {
		return (99-min(len(words(all[i].Head)), 99))*3 + 2 - min(len(all[i].Members), 2)
	}
	p.alike = func(i, j int) bool {
		a, b := all[i], all[j]
		return a.Head == b.Head && a.Alone == b.Alone &&
			(shared(a.Members, b.Members) >= 2 || slices.Equal(a.Members, b.Members))
	}
	p.clash = func(i, j int) bool {
		return all[i].Head != all[j].Head && !all[i].shorter(all[j]) && !all[j].shorter(all[i])
	}
	p.fits = func(i int, placed []int) bool {
		var known []string
		shortened := false
		for _, j := range placed {
			if all[j].Alone != all[i].Alone || all[j].Head != all[i].Head && !all[i].shorter(all[j]) {
				return false
			}
			shortened = shortened || all[j].Head != all[i].Head
			known = append(known, all[j].Members...)
		}
		n := shared(all[i].Members, known)
		return n == len(all[i].Members) && (n > 0 || !shortened) || n >= 2 && shortened
	}
	return p.run().assign(members, func(a, b int) bool {
		if x, y := len(all[a].Members), len(all[b].Members); x != y {
			return x > y
		}
		return members[a] < members[b]
	})
}

// shorter reports whether a project's name may be another's, shortened: it is
// the same sort of thing, has no word that the other lacks, and some that only
// a name has; and no document has both.
func (p *project) shorter(o *project) bool {
	return p.Noun == o.Noun && len(p.Names) > 0 && within(words(p.Head), words(o.Head)) && within(p.Names, o.Names) &&
		!slices.Contains(p.Beside, o.Head) && !slices.Contains(o.Beside, p.Head)
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
