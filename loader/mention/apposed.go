package mention

import (
	"regexp"
	"strings"
)

// partnerRole reports whether a role calls somebody another's partner: "his
// Kenyan counterpart", "my colleague".
func partnerRole(m *Mention) bool {
	words, own := words("partner"), strings.Fields(Fold(m.Surface))
	return len(own) > 0 && (words.has(own[len(own)-1]) || words.has(strings.Join(own, " ")))
}

var (
	// betweenThem stands between a name and a role in apposition to it.
	betweenThem = regexp.MustCompile(`^,? ?,(?: then| now| currently| formerly| himself| herself)? $`)
	// closed follows such a role.
	closed = regexp.MustCompile(`^(?:[,.;)]| and (?:prime minister|head of government|commander)|$)`)
)

// apposedTo is the person of the name right before a role that stands in
// apposition to it: "Prince X, the Crown Prince, …", "X, my Kenyan colleague".
// It is -1 where the role may be another's in a list.
func (c *composer) apposedTo(m *Mention) int {
	text := c.page.Document.Passages[m.Passage].Text
	if m.Whole[1] > len(text) || !closed.MatchString(strings.ToLower(text[m.Whole[1]:])) {
		return -1
	}
	for _, p := range c.page.Mentions[m.Passage] {
		if p.Kind != Person || p.Entity < 0 || p.Whole[1] > m.Whole[0] || !betweenThem.MatchString(text[p.Whole[1]:m.Whole[0]]) {
			continue
		}
		l := &c.page.People[p.Entity]
		same := l.State == "" || m.State == "" || m.State == l.State
		if partnerRole(m) && same || c.styledOnly(p.Entity) && throne(m.Title) && same {
			return p.Entity
		}
	}
	return -1
}

// styledOnly reports whether the document gives a person no office beside a
// prince's or princess's rank.
func (c *composer) styledOnly(who int) bool {
	for title := range c.styled[who] {
		if title != "prince" && title != "princess" {
			return false
		}
	}
	return len(c.styled[who]) > 0
}
