package mention

import (
	"regexp"

	"github.com/entente-graph/entente/loader/text"
)

// visitsFrom and visitsTo match the heading of a list of visits up to the state
// that it names.
var (
	visitsFrom = regexp.MustCompile(`(?i)\bvisits? (?:\pL+ )?from(?: the)? $`)
	visitsTo   = regexp.MustCompile(`(?i)\bvisits? (?:\pL+ )?to(?: the)? $`)
)

// underHeading is the state of an item's people where the heading above says
// which way the visits of its list went: "Visits from Kenya", "Visits to Kenya"
// of a page on two states.
func (c *composer) underHeading(u untold, n *naming) string {
	ps := c.page.Document.Passages
	if ps[u.passage].Kind != text.Item && ps[u.passage].Kind != text.Row || u.lone {
		return ""
	}
	i := u.passage
	for i >= 0 && ps[i].Kind != text.Heading {
		i--
	}
	if i < 0 {
		return ""
	}
	for _, m := range c.page.Mentions[i] {
		if m.Kind != State {
			continue
		}
		if visitsFrom.MatchString(ps[i].Text[:m.Start]) {
			return m.State
		}
		if pair := n.pair(); pair != nil && visitsTo.MatchString(ps[i].Text[:m.Start]) {
			switch m.State {
			case pair[0]:
				return pair[1]
			case pair[1]:
				return pair[0]
			}
		}
	}
	return ""
}
