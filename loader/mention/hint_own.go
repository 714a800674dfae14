package mention

import (
	"regexp"
	"strings"
)

// owned is the state of whom the title's holder serves: "Kenya, whose minister
// X", "the president and his foreign minister, X", "our foreign minister, X".
func (c *composer) owned(u untold, n *naming) string {
	switch u.owner {
	case "":
		return ""
	case "my", "our":
		if who := c.speaks(); who >= 0 {
			return c.page.People[who].State
		}
		return n.home
	}
	for i := u.passage; i >= 0 && i >= u.passage-1; i-- {
		ms := c.page.Mentions[i]
		for k := len(ms) - 1; k >= 0; k-- {
			m := &ms[k]
			if i == u.passage && m.Start >= u.start || u.owner == "whose" && i < u.passage {
				continue
			}
			if s := c.serves(m, u.owner); s != "" {
				return s
			}
		}
	}
	return ""
}

// serves is the state of a mention that a possessive may point to: a person,
// or, of "its" and "whose", a state.
func (c *composer) serves(m *Mention, owner string) string {
	switch m.Kind {
	case Person:
		if l := &c.page.People[max(m.Entity, 0)]; m.Entity >= 0 && owner != "its" && !(owner == "her" && l.Man) && !(owner == "his" && l.Woman) {
			return l.State
		}
	case Role:
		if owner != "its" {
			return m.State
		}
	case State, Capital:
		if owner == "its" || owner == "whose" {
			return m.State
		}
	}
	return ""
}

// beside a partner: "X, and her Kenyan colleague, Y".
var andPartner = regexp.MustCompile(`^,? (?:and|with) (?:his|her) (?:\pL+ )?(?:counterpart|colleague|opposite number|homologue|peer)\b`)

// coupling is the state of whom the title's holder stands beside as a partner:
// the one that the document is about, of the two sides the one that the partner
// is not of.
func (c *composer) coupling(u untold, n *naming) string {
	if !u.couple && !andPartner.MatchString(c.page.Document.Passages[u.passage].Text[u.end:]) {
		return ""
	}
	for _, m := range c.page.Mentions[u.passage] {
		if m.Kind != Person || m.Start < u.end || m.Entity < 0 {
			continue
		}
		if s := c.page.People[m.Entity].State; s != "" && len(n.main) > 1 {
			if n.main[0] != s {
				return n.main[0]
			}
			return n.main[1]
		}
		break
	}
	return ""
}

// signedFor matches what somebody signs for their side.
var signedFor = regexp.MustCompile(`^,? (?:signed|initialled|initialed|inked|signing)\b[^.;:]{0,110}?\b(?:for|on behalf of)(?: the)? $`)

// signing is the state for which the title's holder is said to sign.
func (c *composer) signing(u untold, _ *naming) string {
	text := c.page.Document.Passages[u.passage].Text
	for _, m := range c.page.Mentions[u.passage] {
		if m.Kind == State && m.Start > u.end && signedFor.MatchString(text[u.end:m.Start]) {
			return m.State
		}
	}
	return ""
}

// envoy matches the words that lead to whom somebody sends or names.
var envoy = regexp.MustCompile(`(?i)\b(?:dispatch(?:es|ed)|sent|sends|deputed|deputes|appoint(?:s|ed)|replaced|sacked|dismissed|instructed|ordered|tasked)(?: (?:the|his|her|their|its))?\s*$`)

// sending is the state of whoever sends the title's holder: "The Kenyan prime
// minister sent Finance Minister X".
func (c *composer) sending(u untold, _ *naming) string {
	if !envoy.MatchString(c.before(u)) {
		return ""
	}
	for _, m := range c.page.Mentions[u.passage] {
		switch {
		case m.Start >= u.start:
			return ""
		case m.Kind == Person && m.Entity >= 0 && c.page.People[m.Entity].State != "":
			return c.page.People[m.Entity].State
		case (m.Kind == Role || m.Kind == State) && m.State != "":
			return m.State
		}
	}
	return ""
}

// succession leads from an office of one state to who held it before: "the
// first Kenyan premier since X", "by a Kenyan leader since that of X".
var succession = regexp.MustCompile(`(?i)\b(?:since|after|succeed(?:s|ed|ing)|before|replac(?:es|ed|ing))(?: (?:that|those|the (?:visit|trip|time|days|journey|one)|visits?)(?: (?:of|by))?)?(?: (?:the|then|late|former|his|her))*\s*$`)

// succeeding is the state of the role that the sentence speaks of before it
// names somebody who bore it: the holder of the title of long ago.
func (c *composer) succeeding(u untold, _ *naming) string {
	m := c.predecessor(u.passage, u.start)
	if m == nil || m.Title != u.title && m.Title != "leader" && !shortened(m.Title, u.title) && !shortened(u.title, m.Title) {
		return ""
	}
	return m.State
}

// predecessor is the role of a state whose earlier holder stands at a byte of
// a passage, nil where none does.
func (c *composer) predecessor(passage, at int) *Mention {
	text := c.page.Document.Passages[passage].Text
	if !succession.MatchString(text[:at]) {
		return nil
	}
	ms := c.page.Mentions[passage]
	for k := len(ms) - 1; k >= 0; k-- {
		m := &ms[k]
		if m.End > at {
			continue
		}
		if m.Kind == Person {
			break
		}
		if m.Kind == Role && m.State != "" && !strings.HasSuffix(m.Title, "s") {
			return m
		}
	}
	return nil
}
