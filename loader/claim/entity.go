package claim

import (
	"strconv"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
)

// evidenceOf turns a span in bytes of a passage into evidence. An empty span
// stands for the whole passage.
func evidenceOf(page *mention.Page, passage, start, end int) Evidence {
	p := &page.Document.Passages[passage]
	if start >= end {
		start, end = 0, len(p.Text)
	}
	from, to := p.Points(start, end)
	return Evidence{Passage: passage, Start: from, End: to}
}

// leaderRef gives the entity of a person of the page, adding it at the place
// given where it is new.
func leaderRef(page *mention.Page, b *Builder, person int, at Evidence) Ref {
	p := &page.People[person]
	properties := graph.Properties{"name": p.Name}
	if len(p.Aliases) > 0 {
		properties["aliases"] = append([]string(nil), p.Aliases...)
	}
	return b.Add("person/"+strconv.Itoa(person), Entity{
		Label: "Leader", Properties: properties, Head: knownAs(page, person),
		Evidence: []Evidence{at}, Support: supportOf("leader"),
	})
}

// stateRef gives the entity of a state by its ISO code.
func stateRef(b *Builder, code string, at Evidence) Ref {
	s, _ := lexicon.StateOf(code)
	properties := graph.Properties{"name": s.Name, "officialName": s.Official}
	if s.Capital != "" {
		properties["capital"] = s.Capital
	}
	return b.Add(code, Entity{
		Label: "State", Properties: properties,
		Evidence: []Evidence{at}, Support: supportOf("state"),
	})
}

// organizationRef gives the entity of a body by its canonical name.
func organizationRef(b *Builder, name string, at Evidence) Ref {
	properties := graph.Properties{"name": name}
	if o, ok := lexicon.OrganizationOf(name); ok && o.Acronym != "" {
		properties["acronym"] = o.Acronym
	}
	return b.Add(name, Entity{
		Label: "Organization", Properties: properties,
		Evidence: []Evidence{at}, Support: supportOf("organization"),
	})
}
