package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/text"
)

// writesFrom is the state that the document writes from: that of the office
// that issued it or of its outlet, or else of its dateline.
func (c *composer) writesFrom() (state string, issued bool) {
	if s := c.ownState(); s != "" {
		return s, true
	}
	if s := c.outletState(); s != "" {
		return s, true
	}
	if s := c.filedFrom(); s != "" && !c.guestsIn(s) {
		return s, false
	}
	return "", false
}

// ownState is the state whose office issued the document, as its publisher or
// a short line at its beginning or end says: "Ministry of Foreign Affairs of
// Kenya". Empty where nothing says so.
func (c *composer) ownState() string {
	d := c.page.Document
	if s := stateOfOffice(d.Meta.Publisher); s != "" {
		return s
	}
	for i := range d.Passages {
		p := &d.Passages[i]
		if i > 3 && i < len(d.Passages)-2 || len(p.Text) > 110 || p.Kind == text.Item {
			continue
		}
		if s := stateOfOffice(p.Text); s != "" {
			return s
		}
	}
	return ""
}

// stateOfOffice is the only state that a line names, where the line is the
// name of a state's office.
func stateOfOffice(line string) string {
	low := strings.ToLower(line)
	for _, said := range []string{" said", " met ", " visit", " and ", " with "} {
		low = strings.ReplaceAll(low, "foreign affairs and", "foreign affairs &")
		if strings.Contains(low, said) {
			return ""
		}
	}
	office := false
	for _, o := range []string{"ministry of", "foreign ministry", "ministry for", "presidency", "president's office", "office of the", "prime minister's office", "department of foreign affairs", "government of", "embassy of", "press service"} {
		office = office || strings.Contains(low, o)
	}
	if !office {
		return ""
	}
	ts := Tokens(line)
	f := newFinder(0, ts, make([]bool, len(ts)), nil)
	one := ""
	for _, h := range f.hits {
		switch h.kind {
		case nameState, nameDemonym:
			if one != "" && one != h.code {
				return ""
			}
			one = h.code
		}
	}
	return one
}

// outletState is the state that the name of the document's outlet or author
// has: "Oman News Agency", "Muscat Gazette". Empty where it has none.
func (c *composer) outletState() string {
	d := c.page.Document
	names := []string{d.Meta.Author, d.Meta.Publisher}
	for i := range d.Passages {
		if p := &d.Passages[i]; i < 5 && len(p.Text) < 90 && strings.HasPrefix(p.Text, "By ") {
			names = append(names, p.Text)
		}
	}
	for _, name := range names {
		ts := Tokens(name)
		press := slices.ContainsFunc(ts, func(t Token) bool { return pressWord(t.Fold) })
		if g := newFinder(0, ts, make([]bool, len(ts)), nil); press {
			for _, h := range g.hits {
				if h.kind == nameState || h.kind == nameDemonym || h.kind == nameCapital {
					return h.code
				}
			}
		}
	}
	return ""
}

// pressWord reports whether a word is one that outlets call themselves by.
func pressWord(w string) bool {
	switch w {
	case "agency", "news", "gazette", "times", "press", "daily", "post", "herald", "tribune", "observer", "television", "tv", "radio", "today", "journal", "mail", "standard", "monitor", "chronicle", "broadcasting", "star", "wire":
		return true
	}
	return false
}

// filedFrom is the state of the capital in the document's dateline.
func (c *composer) filedFrom() string {
	for i := range c.page.Document.Passages {
		if i > 6 {
			break
		}
		for _, m := range c.page.Mentions[i] {
			if m.Kind == State && m.Start == 0 && m.Surface == strings.ToUpper(m.Surface) && len(m.Surface) > 3 && strings.HasPrefix(c.page.Document.Passages[i].Text[m.End:], ":") {
				return m.State // "KUWAIT: …"
			}
			if m.Kind == Capital && !m.City && metonym(Capitalized(m.Surface)) == "" && m.Start == 0 && (c.page.Document.Passages[i].Kind == text.Dateline || m.Surface == strings.ToUpper(m.Surface)) {
				return m.State
			}
		}
	}
	return ""
}

// Capitalized writes what a dateline has in capitals as a name: "NEW DELHI" is
// New Delhi.
func Capitalized(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	ws := strings.Fields(strings.ToLower(s))
	for i, w := range ws {
		r, n := utf8.DecodeRuneInString(w)
		ws[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(ws, " ")
}

// guestsIn reports whether somebody with an untold title goes to a state, or
// comes "here".
func (c *composer) guestsIn(state string) bool {
	motion := words("going")
	for _, u := range c.untold {
		if c.goesTo(u.person, state) {
			return true
		}
		text := c.page.Document.Passages[u.passage].Text
		if end := min(len(text), u.end+60); strings.Contains(text[u.end:end], " here") && c.says(motion, u.passage, u.end, end) {
			return true
		}
	}
	return false
}

// whoseBeside takes the state that stands right by a name for the person's own,
// where no office has been told: "Kenya's X", "X of Kenya", "X (Kenya)".
func (c *composer) whoseBeside() {
	for i, ms := range c.page.Mentions {
		text := c.page.Document.Passages[i].Text
		for k := range ms {
			m := &ms[k]
			if m.Kind != Person || m.Entity < 0 || len(c.page.People[m.Entity].Offices) > 0 {
				continue
			}
			l := &c.page.People[m.Entity]
			for _, j := range []int{k - 1, k + 1} {
				if j < 0 || j >= len(ms) || ms[j].Kind != State && ms[j].Kind != Demonym {
					continue
				}
				if !beside(text, &ms[j], m) || l.State != "" && l.State != ms[j].State || l.State == "" && l.Organization != "" {
					continue
				}
				if title := c.titleOf(m.Entity); title != "" {
					l.State = ms[j].State
					l.Offices = append(l.Offices, Office{Title: title, State: ms[j].State, Passage: i, Start: min(m.Whole[0], ms[j].Start), End: max(m.Whole[1], ms[j].End)})
				}
				break
			}
		}
	}
}

// beside reports whether a state stands by a name as the person's own.
func beside(text string, state, name *Mention) bool {
	if state.End <= name.Whole[0] {
		between := text[state.End:name.Whole[0]]
		return state.Kind == State && (between == "'s " || between == "’s ")
	}
	if state.Kind != State || state.Start < name.End {
		return false
	}
	between := text[name.End:state.Start]
	return between == " of " || between == " of the " || between == " (" && strings.HasPrefix(text[state.End:], ")")
}

// titleOf is the title that the document gives a person anywhere, or "": the
// lexicon's would be an office that the document does not give.
func (c *composer) titleOf(person int) string {
	for _, u := range c.untold {
		if u.person == person {
			return u.title
		}
	}
	return ""
}
