package mention

import (
	"strings"

	"github.com/entente-graph/entente/loader/text"
)

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
	f := newFinder(0, ts, make([]bool, len(ts)))
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

// filedFrom is the state of the capital in the document's dateline.
func (c *composer) filedFrom() string {
	for i := range c.page.Document.Passages {
		if i > 6 {
			break
		}
		for _, m := range c.page.Mentions[i] {
			if m.Kind == Capital && !m.City && m.Start == 0 && (c.page.Document.Passages[i].Kind == text.Dateline || m.Surface == strings.ToUpper(m.Surface)) {
				return m.State
			}
		}
	}
	return ""
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
