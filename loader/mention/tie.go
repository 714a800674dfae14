package mention

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// tied notes whom well-known leaders act for where the document names them and
// their state or body side by side and gives no office: "Belgium's X and Y of
// Greece", a table's row of a country and those met there. Such an office has
// a title only where the document gives the person one.
func (c *composer) tied() {
	n := c.naming()
	for i := range c.page.People {
		l := &c.page.People[i]
		c.entitle(i)
		if c.people.known[i] < 0 || l.serves() || l.State == "" && l.Organization == "" {
			continue
		}
		at, by := c.beside(i)
		if at == nil {
			continue
		}
		o := Office{Title: c.titleOf(i), State: l.State, Organization: l.Organization, Passage: at.Passage, Start: at.Whole[0], End: at.Whole[1], Implied: by}
		if by == nil {
			if o.Implied = n.of(l.State, l.Organization); o.Implied == nil {
				continue
			}
		}
		l.Offices = append(l.Offices, o)
	}
}

// inTitle are the states that a title "X-Y relations" puts side by side.
func (c *composer) inTitle() []string {
	if len(c.page.Mentions) == 0 || len(c.page.Document.Passages[0].Text) > 90 || !strings.Contains(c.page.Document.Passages[0].Text, "elations") {
		return nil
	}
	var out []string
	for k := range c.page.Mentions[0] {
		if m := &c.page.Mentions[0][k]; (m.Kind == State || m.Kind == Demonym) && !slices.Contains(out, m.State) {
			out = append(out, m.State)
		}
	}
	return out
}

// entitle gives an office without a title the one that the document has
// elsewhere, and drops it where there is one with a title beside it.
func (c *composer) entitle(person int) {
	l := &c.page.People[person]
	all := slices.Clone(l.Offices)
	l.Offices = slices.DeleteFunc(l.Offices, func(o Office) bool {
		return o.Title == "" && slices.ContainsFunc(all, func(x Office) bool { return x.Title != "" && x.State == o.State && x.Organization == o.Organization })
	})
	for k := range l.Offices {
		if l.Offices[k].Title == "" {
			l.Offices[k].Title = c.titleOf(person)
		}
	}
}

// serves reports whether the document gives a leader an office for their own
// state or body.
func (l *Leader) serves() bool {
	return slices.ContainsFunc(l.Offices, func(o Office) bool {
		return o.State != "" && o.State == l.State || o.State == "" && lexicon.Whole(o.Organization) == lexicon.Whole(l.Organization)
	})
}

// beside is where a person is named beside their state or body: in one
// sentence or row, else in one paragraph or the one before; else where they are named first, and
// nil for the state.
func (c *composer) beside(person int) (name, whose *Mention) {
	l := &c.page.People[person]
	ps := c.page.Document.Passages
	for i, ms := range c.page.Mentions {
		for k := range ms {
			m := &ms[k]
			if m.Kind != Person || m.Entity != person {
				continue
			}
			if name == nil {
				name = m
			}
			if by := whoseOf(ms, l); by != nil {
				return m, by
			}
			for back := 0; back < 2 && whose == nil; back++ {
				if by := c.inParagraph(ps[i].Paragraph-back, l); by != nil {
					name, whose = m, by
				}
			}
		}
	}
	return name, whose
}

// inParagraph is where a paragraph names a leader's state or body first.
func (c *composer) inParagraph(paragraph int, l *Leader) *Mention {
	for j, ms := range c.page.Mentions {
		if c.page.Document.Passages[j].Paragraph != paragraph {
			continue
		}
		if by := whoseOf(ms, l); by != nil {
			return by
		}
	}
	return nil
}

// whoseOf is the first of a passage's mentions that names a leader's state or body.
func whoseOf(ms []Mention, l *Leader) *Mention {
	for k := range ms {
		switch m := &ms[k]; m.Kind {
		case State, Demonym, Capital:
			if l.State != "" && m.State == l.State && !m.City {
				return m
			}
		case Organization:
			if l.Organization != "" && lexicon.Whole(m.Name) == lexicon.Whole(l.Organization) {
				return m
			}
		}
	}
	return nil
}
