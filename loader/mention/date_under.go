package mention

import "github.com/entente-graph/entente/loader/text"

// setDay takes from a heading the day that what stands below it is told of,
// and leaves it where what is to come begins.
func (c *composer) setDay(i int) {
	p := &c.page.Document.Passages[i]
	switch {
	case p.Kind != text.Heading:
	case text.Ahead(p.Text):
		c.anchor.Under = ""
	case text.Day(p.Text):
		c.anchor.Under = ""
		for _, m := range c.page.Mentions[i] {
			if m.Kind == When && m.Period != nil && len(m.Period.From) == 10 {
				c.anchor.Under = lastDay(m.Period)
			}
		}
	}
}

// underDay lets what a paragraph tells hang on the day of its heading, not on
// a day that the paragraph before named: "a week earlier".
func (a *Anchor) underDay() {
	if a.Under != "" {
		a.Last, a.Month = a.Under[:10], a.Under[:7]
	}
}

// underWeekday is the day of a name that lies next to that of the heading
// above, on it or after: "on the Friday"; "" where no heading tells a day.
func (p *dateParser) underWeekday(wd int) string {
	if p.anchor.Under == "" {
		return ""
	}
	t := partOf(p.anchor.Under[:10]).time()
	return dayOf(t.AddDate(0, 0, (wd-int(t.Weekday())+7)%7)).String()
}
