package mention

import "github.com/entente-graph/entente/loader/lexicon"

// whoseByRole takes the state of a role for that of the person whom it means,
// where nothing else says whose that person is: "the Kenyan president".
func (c *composer) whoseByRole() {
	for _, ms := range c.page.Mentions {
		for k := range ms {
			m := &ms[k]
			if m.Kind != Role || m.Entity < 0 || m.State == "" && m.Name == "" {
				continue
			}
			l := &c.page.People[m.Entity]
			if len(l.Offices) > 0 || l.State != m.State || l.Organization != m.Name {
				continue
			}
			title := m.Title
			if i := c.people.known[m.Entity]; (title == "counterpart" || title == "leader") && i >= 0 {
				if title = lexicon.Leaders()[i].Office; title == "" {
					title = "leader"
				}
			}
			if title == "counterpart" {
				continue
			}
			l.Offices = append(l.Offices, Office{Title: title, State: m.State, Organization: m.Name, Former: m.Former, Passage: m.Passage, Start: m.Whole[0], End: m.Whole[1]})
		}
	}
}
