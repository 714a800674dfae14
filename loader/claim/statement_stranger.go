package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// farBack is how many passages before a pronoun its person's words may stand.
const farBack = 4

// stranger finds, between two bytes of a passage, the name of somebody whom
// the page does not list: capitals that belong to no mention and to no
// institution. It returns the byte that the last such name begins at.
func stranger(page *mention.Page, passage, from, to int) (start, end int, ok bool) {
	ts := page.Tokens[passage]
	for i := 0; i < len(ts); {
		if ts[i].Start < from || ts[i].End > to || !nameWord(&ts[i]) || mentioned(page, passage, ts[i].Start) {
			i++
			continue
		}
		j := i + 1
		for j < len(ts) && ts[j].End <= to && (nameWord(&ts[j]) || ts[j].Text == "-" && ts[j].Glued) && !mentioned(page, passage, ts[j].Start) {
			j++
		}
		opening := i == 0 || strings.ContainsRune("“\"‘", rune(ts[i-1].Text[0])) || ts[i-1].Text == "."
		if (!opening || j > i+1 || j < len(ts) && saying.MatchString(ts[j].Text)) && !institution(page.Document.Passages[passage].Text[ts[i].Start:ts[j-1].End]) {
			start, end, ok = ts[i].Start, ts[j-1].End, true
		}
		i = j
	}
	return start, end, ok
}

// nameWord reports whether a token can be part of a person's name.
func nameWord(t *mention.Token) bool {
	if !t.Word() || !t.Capital() || lexicon.Opener(t.Text) {
		return false
	}
	switch t.Text {
	case "I", "We", "Mr", "Ms", "Mrs", "Dr", "X":
		return false
	}
	return len(t.Text) < 2 || t.Text != strings.ToUpper(t.Text)
}

// institution reports whether capitals name a body, an office or a place
// rather than a person.
func institution(name string) bool {
	for _, w := range strings.Fields(name) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if institutional(w) || institutional(strings.TrimSuffix(w, "s")) {
			return true
		}
	}
	return false
}

func institutional(w string) bool {
	switch w {
	case "Ministry", "Ministries", "Office", "Department", "House", "Council", "Government", "Embassy", "Commission", "Committee", "Parliament", "Congress", "Senate", "Kremlin", "Palace",
		"Agency", "New", "News", "Television", "Radio", "TV", "Party", "Bank", "Fund", "Court", "Forum", "Summit", "Union", "Foreign", "State", "University", "Institute", "Center", "Centre",
		"Administration", "Twitter", "Facebook", "Telegram", "Hall", "Street", "Airport", "Republic", "Association", "Company", "Group", "Corporation", "Minister", "President", "Prime",
		"Secretary", "Ambassador", "General", "Chancellor", "King", "Queen", "Highness", "Majesty", "Excellency", "Sheikh":
		return true
	}
	return false
}

// mentioned reports whether a byte of a passage stands in something that is
// named there.
func mentioned(page *mention.Page, passage, at int) bool {
	for _, m := range page.Mentions[passage] {
		start, end := m.Start, m.End
		if m.Whole[1] > m.Whole[0] {
			start, end = min(start, m.Whole[0]), max(end, m.Whole[1])
		}
		if start <= at && at < end {
			return true
		}
	}
	return false
}

// opens is how many bytes from a sentence's beginning its subject stands.
const opens = 40

// strangerSpoke reports whether the nearest attribution before a pronoun, in
// its sentence or one shortly before, is to somebody whom the page does not
// list: then "he said" is not a leader's.
func strangerSpoke(page *mention.Page, he mention.Mention) bool {
	ps := page.Document.Passages
	for i := he.Passage; i >= 0 && i > he.Passage-farBack; i-- {
		if ps[i].Kind == text.Heading {
			break
		}
		t := ps[i].Text
		end := len(t)
		if i == he.Passage {
			end = he.Start
		}
		if (i == he.Passage || i == he.Passage-1 && ps[i].Paragraph == ps[he.Passage].Paragraph) && opensWithStranger(page, i, end) {
			return true
		}
		verbs := saying.FindAllStringIndex(t[:end], -1)
		for k := len(verbs) - 1; k >= 0; k-- {
			v := verbs[k]
			if page.Quoted(i, v[0]) {
				continue
			}
			if m, ok := subject(page, i, v[0], false); ok || m.Kind != "" {
				return m.Kind == mention.Pronoun && m.Entity < 0
			}
			if _, e, ok := stranger(page, i, 0, v[0]); ok && (v[0]-e < 160) {
				return true
			}
			if s, _, ok := stranger(page, i, v[1], min(end, v[1]+40)); ok && s-v[1] < 3 {
				return true
			}
			for _, m := range page.In(i, v[1], min(len(t), v[1]+60)) {
				if isSpeaker(m) && m.Entity >= 0 && m.Start-v[1] < 30 {
					return false
				}
			}
		}
		for _, m := range page.In(i, 0, min(end, opens)) {
			if m.Kind == mention.Person && m.Entity == he.Entity && !page.Quoted(i, m.Start) {
				return false // the person of whom the paragraph speaks
			}
		}
	}
	return false
}

// opensWithStranger reports whether a sentence begins by giving the view of
// somebody whom the page does not list: "For Ann Other, a professor, …".
func opensWithStranger(page *mention.Page, passage, end int) bool {
	t := page.Document.Passages[passage].Text
	if !strings.HasPrefix(t, "For ") && !strings.HasPrefix(t, "To ") {
		return false
	}
	start, _, ok := stranger(page, passage, 0, min(end, opens))
	return ok && start <= len("For Mr ")
}
