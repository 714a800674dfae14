package mention

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/text"
)

// refer resolves roles and pronouns to people by salience: the subject of the
// sentence so far, else that of the sentence before.
func (c *composer) refer() {
	c.page.Speaker = c.speaks()
	c.page.voices = c.voices()
	c.bears, c.counted = map[string]int{}, map[int]int{}
	var before []int // people of the passages before, last named first
	subject := -1
	c.subject = -1
	for i := range c.page.Mentions {
		if i > 3 && c.page.Document.Passages[i].Kind == text.Heading {
			clear(c.counted)
		}
		if owner := c.listOwner(); owner >= 0 && c.page.Document.Passages[i].Kind == text.Row {
			subject, before = owner, append([]int{owner}, before[:min(len(before), 30)]...)
		}
		c.standIns(i)
		c.pronouns(i)
		ms := c.page.Mentions[i]
		first, lesser := -1, -1
		for k := range ms {
			m := &ms[k]
			switch m.Kind {
			case Person:
			case Role:
				c.resolveRole(m, before, first, subject)
			case Pronoun:
				c.resolvePronoun(ms, k, before, first, subject)
			default:
				continue
			}
			if m.Entity < 0 || m.Start > 0 && c.page.Quoted(i, m.Start) { // whom somebody else's words name
				continue
			}
			c.counted[m.Entity]++
			switch {
			case first >= 0 || m.Kind == Pronoun && k == 0 && m.Surface != "he" && m.Surface != "she":
			case m.Kind != Pronoun && (c.acted(m) || c.invites(m)): // "Asked about X, …" is not of X
				if lesser < 0 {
					lesser = m.Entity
				}
			default:
				first = m.Entity
			}
			before = append([]int{m.Entity}, before[:min(len(before), 30)]...)
		}
		if first < 0 {
			first = lesser
		}
		if first >= 0 {
			subject, c.subject, c.subjectAt = first, first, c.page.Document.Passages[i].Paragraph
			c.counted[first]++
		}
	}
}

// listOwner is the one person whom the document's title names, of whom each row
// of a table speaks anew: "List of trips made by Ada Moro"; -1 where it names none
// or several.
func (c *composer) listOwner() int {
	owner := -1
	if len(c.page.Mentions) == 0 || c.page.Document.Passages[0].Kind != text.Heading {
		return -1
	}
	for _, m := range c.page.Mentions[0] {
		if m.Kind == Person && m.Entity >= 0 {
			if owner >= 0 && owner != m.Entity {
				return -1
			}
			owner = m.Entity
		}
	}
	return owner
}

// pronouns adds he, she, him, his and her to a passage's mentions.
func (c *composer) pronouns(i int) {
	f := c.finders[i]
	ms := c.page.Mentions[i]
	found := false
	for k := range f.ts {
		switch f.ts[k].Fold {
		case "i", "my", "me":
			who := c.page.Voice(i)
			if who < 0 || c.page.Quoted(i, f.ts[k].Start) || f.ts[k].Fold == "i" && f.ts[k].Text != "I" {
				continue
			}
			m := Mention{Passage: i, Start: f.ts[k].Start, End: f.ts[k].End, Kind: Pronoun, Surface: f.ts[k].Fold, Entity: who}
			m.Whole = [2]int{m.Start, m.End}
			if !overlaps(ms, m) {
				ms, found = append(ms, m), true
			}
		case "he", "she", "him", "his", "her":
			if f.ts[k].Text == "HE" { // His or Her Excellency
				continue
			}
			m := Mention{Passage: i, Start: f.ts[k].Start, End: f.ts[k].End, Kind: Pronoun, Surface: f.ts[k].Fold, Entity: -1}
			m.Whole = [2]int{m.Start, m.End}
			if !overlaps(ms, m) {
				ms, found = append(ms, m), true
			}
		}
	}
	if found {
		c.page.Mentions[i] = ordered(ms)
	}
}

func (c *composer) fits(m *Mention, who int) bool {
	if who < 0 {
		return false
	}
	l := &c.page.People[who]
	switch m.Surface {
	case "he", "him", "his":
		return !l.Woman
	}
	return !l.Man
}

func (c *composer) resolvePronoun(ms []Mention, k int, before []int, first, subject int) {
	m := &ms[k]
	if m.Entity >= 0 { // the speaker's own
		return
	}
	// The opening "During his visit to X, Y …" looks forward, unless somebody
	// is in mind already.
	if first < 0 && subject < 0 {
		if m.Entity = c.ahead(ms, k); m.Entity >= 0 {
			return
		}
	}
	if m.Entity = c.ofRelative(ms, k); m.Entity >= 0 {
		return
	}
	candidates := append([]int{first, subject}, before...)
	if first < 0 && m.Kind == Pronoun && m.Surface != "him" && c.follows(ms, k) {
		candidates = append([]int{before[0]}, candidates...)
	}
	if m.Surface == "him" && !c.relative(m) { // the object is not the subject of its own clause
		actor := first
		for j := range ms[:k] {
			if (ms[j].Kind == Person || ms[j].Kind == Role) && ms[j].Entity >= 0 && !c.acted(&ms[j]) {
				actor = ms[j].Entity
			}
		}
		candidates = slices.DeleteFunc(candidates, func(who int) bool { return who == actor })
	}
	for _, who := range candidates {
		if c.fits(m, who) {
			m.Entity = who
			return
		}
	}
	m.Entity = c.ahead(ms, k)
}

// whoDoes matches what stands between somebody and what their relative clause says
// is theirs: "X, who recalled his visit".
var whoDoes = regexp.MustCompile(`^,? who (?:had |has |then |later |also )?\pL+ed (?:of |on |to )?$`)

// ofRelative is the person in whose relative clause "his" or "her" stands right
// behind the verb, -1 where it stands in none.
func (c *composer) ofRelative(ms []Mention, k int) int {
	m := &ms[k]
	if k == 0 || m.Surface != "his" && m.Surface != "her" {
		return -1
	}
	if b := &ms[k-1]; b.Kind == Person && b.Whole[1] < m.Start && c.fits(m, b.Entity) && whoDoes.MatchString(c.page.Document.Passages[m.Passage].Text[b.Whole[1]:m.Start]) {
		return b.Entity
	}
	return -1
}

// governing matches the words whose object the name behind them is.
var governing = regexp.MustCompile(`(?:\b\pL+ed|\b(?:met|saw|told|sent|gave|took|to|with|by|from|at|alongside|between|over))(?: (?:the|his|her|its))? $`)

// acted reports whether something is done to whom a mention names: they are an
// object of the words before.
func (c *composer) acted(m *Mention) bool {
	return governing.MatchString(c.page.Document.Passages[m.Passage].Text[max(0, m.Whole[0]-30):m.Whole[0]])
}

// adjunct matches the beginning of a sentence that speaks of others before its
// subject: "After talks with X, he left".
var adjunct = regexp.MustCompile(`^(?:After|Following|Before|In|At|During|On|Asked|Accompanied|With|Having|Speaking|Upon|Earlier|Later|Ahead|Besides|Together)\b`)

// follows reports whether a pronoun points to whom its own sentence named last,
// though not as its subject: "it was told to X when he was in Bern".
func (c *composer) follows(ms []Mention, k int) bool {
	text := c.page.Document.Passages[ms[k].Passage].Text
	for j := k - 1; j >= 0; j-- {
		if m := &ms[j]; (m.Kind == Person || m.Kind == Role) && m.Entity >= 0 {
			return c.fits(&ms[k], m.Entity) && !(adjunct.MatchString(text) && strings.Contains(text[m.End:ms[k].Start], ","))
		}
	}
	return false
}

// ahead is whom a pronoun looks forward to: the first named behind it, not in a
// clause of their own.
func (c *composer) ahead(ms []Mention, k int) int {
	for j := k + 1; j < len(ms); j++ {
		if ms[j].Kind == Person && c.fits(&ms[k], ms[j].Entity) && !c.aside(&ms[j]) {
			return ms[j].Entity
		}
	}
	return -1
}

// lesser matches the words that put a name into a clause of its own, or make
// it the other of whom a clause speaks.
var lesser = regexp.MustCompile(`(?:\bwhere|\bwhose|\bwhom|\bby|\bwith|\bfor|\bmet|\bmeet|\bmeeting)(?: the)? $`)

// aside reports whether a name stands where a pronoun before it does not look
// for whom it means: "where he was hosted by X".
func (c *composer) aside(m *Mention) bool {
	return lesser.MatchString(c.page.Document.Passages[m.Passage].Text[:m.Whole[0]])
}

// relative reports whether a pronoun stands in a clause that hangs on a thing
// ("a tour that took him to …"), whose subject is no person.
func (c *composer) relative(m *Mention) bool {
	before := c.page.Document.Passages[m.Passage].Text[max(0, m.Start-24):m.Start]
	return strings.Contains(before, " that ") || strings.Contains(before, " which ") || taking.MatchString(before) || carries.MatchString(c.page.Document.Passages[m.Passage].Text[:m.Start])
}

// taking matches what a journey does with its traveller: "the first having
// taken him to …", "a tour taking him".
var taking = regexp.MustCompile(`(?:taking|having taken|having brought|bringing|leading|carrying|to take|to bring) $`)

// carries matches a journey that does so further on: "a tour that starts in Oslo
// and also takes him".
var carries = regexp.MustCompile(`(?:tour|trip|visit|journey|swing)\b[^.;]{0,80}\b(?:that|which)\b[^.;]{0,60}(?:take|takes|took|bring|brings|brought) $`)

// resolveRole finds whom "the Kazakh president" or "his counterpart" means.
func (c *composer) resolveRole(m *Mention, before []int, first, subject int) {
	if m.Entity >= 0 { // a style's bearer
		return
	}
	if who := c.stoodFor(m, before, first, subject); who >= 0 && m.State == "" && m.Name == "" {
		m.Entity = who
		return
	}
	if who := c.apposedTo(m); who >= 0 {
		m.Entity = who
		return
	}
	match := func(who int) bool {
		l := &c.page.People[who]
		if m.State != "" && l.State != m.State || m.Name != "" && l.Organization != m.Name {
			return false
		}
		if m.Title == "leader" || m.Title == "counterpart" || partnerRole(m) {
			return m.State != "" || m.Name != ""
		}
		for _, o := range l.Offices {
			if shortened(o.Title, m.Title) {
				return true
			}
		}
		return c.titledAs(who, m.Title)
	}
	if m.State == "" && m.Name == "" && m.Title == "head of state" { // a press service's own: the first it names
		for who := range c.page.People {
			if match(who) {
				m.Entity = who
				return
			}
		}
	}
	if who := c.foremostOf(m, before, match); who >= 0 {
		m.Entity = who
		return
	}
	if m.State == "" && m.Name == "" {
		return
	}
	if who := c.stranger(m, before); who >= 0 {
		m.Entity = who
		return
	}
	one := -1
	for who := range c.page.People {
		if match(who) {
			if one >= 0 {
				return
			}
			one = who
		}
	}
	m.Entity = one
}

// foremostOf is, of the people named before whom a role fits, the one last
// named; of "the Kenyan" alone the one whom the text speaks of most.
func (c *composer) foremostOf(m *Mention, before []int, match func(int) bool) int {
	best, alone := -1, strings.HasPrefix(strings.ToLower(m.Surface), "the ")
	if m.State == "" && m.Name == "" { // of several, the one in mind
		if c.subject >= 0 && match(c.subject) && (c.page.Home == "" || c.page.People[c.subject].State == c.page.Home) {
			return c.subject
		}
		fits := match
		home := func(who int) bool { return fits(who) && c.page.People[who].State == c.page.Home }
		if c.page.Home != "" && slices.ContainsFunc(before, home) {
			match = home
		}
		alone = true
	}
	for _, who := range before {
		switch {
		case !match(who):
		case !alone:
			return who
		case best < 0 || c.counted[who] > c.counted[best]:
			best = who
		}
	}
	return best
}

// shortened reports whether a role may stand for an office: "the general
// secretary" for the general secretary of a party, "the minister" for the
// minister of trade.
func shortened(office, role string) bool {
	if office == role || strings.HasPrefix(office, role+" of ") {
		return true
	}
	switch role {
	case "head of state":
		return rank(office) == 1
	case "minister", "secretary", "chairman", "chairwoman", "director", "chief", "governor", "commissioner", "speaker":
		return strings.HasSuffix(office, " "+role) && office != "prime minister"
	}
	return false
}

// stranger is the person last named who bears the role's title and whose state
// nothing has told, so that the role tells it: "President X arrived. The Kenyan
// president …". It is -1 where somebody is known to hold the office.
func (c *composer) stranger(m *Mention, before []int) int {
	if m.State == "" || m.Title == "leader" || m.Title == "counterpart" || needsWhom(m.Title) {
		return -1
	}
	for i := range c.page.People {
		if l := &c.page.People[i]; l.State == m.State && c.titledAs(i, m.Title) {
			return -1
		}
	}
	for _, who := range before[:min(len(before), 8)] {
		if l := &c.page.People[who]; l.State == "" && l.Organization == "" && c.styled[who][m.Title] {
			l.State = m.State
			return who
		}
	}
	return -1
}

// titledAs reports whether the document or the lexicon gives a person a title.
func (c *composer) titledAs(who int, title string) bool {
	for office := range c.styled[who] {
		if shortened(office, title) {
			return true
		}
	}
	if k := c.people.known[who]; k >= 0 {
		return lexicon.Leaders()[k].At(c.page.Published).Office == title
	}
	return false
}

// invites reports whether a sentence opens by naming somebody as who invited:
// "At the invitation of X, Y has come". Its subject is another.
func (c *composer) invites(m *Mention) bool {
	before := c.page.Document.Passages[m.Passage].Text[:m.Start]
	return len(before) < 60 && (strings.Contains(before, "invitation of ") || strings.Contains(before, "invitation from ") || strings.HasPrefix(before, "Invited by "))
}
