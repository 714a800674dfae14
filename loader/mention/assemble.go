package mention

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/spelling"
)

// places notes states, demonyms, capitals and bodies of a passage.
func (c *composer) places(i int) {
	f, p := c.finders[i], c.page
	s := p.Document.Passages[i].Text
	for k := range f.hits {
		h := &f.hits[k]
		m := Mention{Passage: i, Start: f.ts[h.from].Start, End: f.ts[h.to-1].End, State: h.code, Entity: -1}
		m.Surface = s[m.Start:m.End]
		switch h.kind {
		case nameState:
			m.Kind = State
		case nameDemonym:
			m.Kind = Demonym
		case nameCapital, nameCity:
			m.Kind, m.City = Capital, h.kind == nameCity
			if o := metonym(m.Surface); o != "" && f.acts(h) {
				m.Kind, m.Name, m.State = Organization, o, ""
			}
		case nameBody:
			if f.fold(h.from-1) == "-" && f.fold(h.from-2) == "non" { // "a non-NATO ally" is of none
				continue
			}
			m.Kind, m.Name = Organization, h.body
		default:
			continue
		}
		p.Mentions[i] = append(p.Mentions[i], m)
	}
}

// metonym is the body that a city stands for when it acts.
func metonym(city string) string {
	for _, o := range lexicon.Organizations() {
		if o.Metonym == city {
			return o.Name
		}
	}
	return ""
}

// persons notes names and roles of a passage.
func (c *composer) persons(i int) {
	f := c.finders[i]
	s := c.page.Document.Passages[i].Text
	used := make([]bool, len(f.ts))
	holders := map[int]int{} // by office
	for k := range c.titled[i] {
		t := &c.titled[i][k]
		if t.nameTo > t.nameFrom {
			styled := f.text(s, max(t.nameFrom-1, 0), t.nameTo) // "King Olaf"
			who := c.people.crowned(t, f.text(s, t.nameFrom, t.nameTo), styled)
			if who >= 0 && f.ending(t.nameFrom) != nil {
				c.people.alias(who, styled)
			}
			if who < 0 {
				who = c.who(f.text(s, t.nameFrom, t.nameTo), t.state, t.body)
			}
			if who >= 0 {
				c.person(f, s, t.nameFrom, t.nameTo, who, t)
				mark(used, t.from, t.to)
				holders[k] = who
				continue
			}
		}
		if t.plain {
			continue
		}
		if t.untold() && !t.possessive && f.predicate(t) {
			c.predicates = append(c.predicates, untold{person: -1, title: t.title(), lone: t.lone(), with: -1, former: t.former, passage: i, start: f.ts[t.from].Start, end: f.ts[t.to-1].End})
		}
		if t.definite || t.possessive || t.state != "" || t.body != "" || f.bareOffice(t) {
			c.role(f, s, t)
		}
	}
	c.together(i, holders)
	for k := 0; k < len(f.ts); k++ {
		if used[k] || f.taken[k] || !f.ts[k].Capital() {
			continue
		}
		if to, who := c.nameAt(f, s, k); who >= 0 && !used[to-1] {
			from := c.particlesBefore(f, k, who)
			c.person(f, s, from, to, who, nil)
			mark(used, from, to)
		}
	}
}

// bareOffice reports whether an office without article or name is somebody's, as
// a state's own press writes: "Prime Minister observed that …".
func (f *finder) bareOffice(t *titled) bool {
	if t.office < 0 || t.several || t.partner || t.lone() || !f.ts[t.from].Capital() || !f.ts[t.officeTo-1].Capital() || t.to >= len(f.ts) {
		return false
	}
	if w := f.fold(t.from - 1); t.from > 0 && w != "," && w != "." && w != "that" && w != "and" {
		return false
	}
	switch w := f.fold(t.to); w {
	case "said", "also", "spoke", "met", "held", "made", "paid", "took", "gave", "told", "thanked", "will", "has", "had", "was", "is", "undertook":
		return true
	default:
		return strings.HasSuffix(w, "ed") && len(w) > 4
	}
}

// particlesBefore takes "von der" and "al-" of a person's name into a mention
// that begins at token k.
func (c *composer) particlesBefore(f *finder, k, who int) int {
	particles := words("particle")
	part := func(i int) bool {
		return i >= 0 && particles.has(f.fold(i)) && !f.ts[i].Capital() && slices.Contains(c.people.names[who], f.fold(i))
	}
	for {
		switch {
		case part(k - 1):
			k--
		case k > 1 && dash(f.ts[k-1].Text) && f.ts[k].Glued && part(k-2):
			k -= 2
		default:
			return k
		}
	}
}

func mark(used []bool, from, to int) {
	for k := from; k < to; k++ {
		used[k] = true
	}
}

func (c *composer) who(surface, state, body string) int {
	if is := c.people.find(nameTokens(surface), state, body); len(is) > 0 {
		return is[0]
	}
	if is := c.people.find(nameTokens(surface), "", ""); len(is) == 1 {
		return is[0]
	}
	return -1
}

// nameAt is the longest name of a known person that begins at token k.
func (c *composer) nameAt(f *finder, s string, k int) (to, who int) {
	if h := f.hit(k); h != nil && h.kind == nameLeader && h.from == k {
		to = f.suffixEnd(h.to)
		return to, c.who(f.text(s, k, to), lexicon.Leaders()[h.leader].State, lexicon.Leaders()[h.leader].Organization)
	}
	if len(c.people.byToken[spelling.Sound(f.ts[k].Fold)]) == 0 || f.at[k] >= 0 {
		return k, -1
	}
	if end := f.nameEnd(k); end > k+1 {
		if who := c.who(f.text(s, k, end), "", ""); who >= 0 && f.standsAlone(k, end) {
			return end, who
		}
	}
	if is := c.people.alone(f.ts[k].Fold); len(is) > 0 && f.ts[k].Text != "He" && f.ts[k].Text != "Her" && f.standsAlone(k, k+1) {
		return k + 1, c.nearest(f.passage, is)
	}
	return k, -1
}

// nearest is, of several people of one name, the one named last.
func (c *composer) nearest(passage int, is []int) int {
	if len(is) == 1 {
		return is[0]
	}
	for i := passage; i >= 0; i-- {
		ms := c.page.Mentions[i]
		for k := len(ms) - 1; k >= 0; k-- {
			for _, who := range is {
				if ms[k].Kind == Person && ms[k].Entity == who {
					return who
				}
			}
		}
	}
	return is[0]
}

func (c *composer) person(f *finder, s string, from, to, who int, t *titled) {
	m := Mention{
		Passage: f.passage, Start: f.ts[from].Start, End: f.ts[to-1].End, Kind: Person, Entity: who,
	}
	m.Surface = s[m.Start:m.End]
	m.Name = m.Surface
	m.Whole = [2]int{m.Start, m.End}
	if t != nil {
		m.Whole = [2]int{f.ts[t.from].Start, f.ts[t.to-1].End}
		m.State, m.Former = t.state, t.former
		if m.Title = t.title(); m.Title != "" {
			if c.styled[who] == nil {
				c.styled[who] = map[string]bool{}
			}
			c.styled[who][m.Title] = true
			if t.untold() && !strings.HasSuffix(m.Title, "ministry spokesperson") { // who speak of all others
				c.untold = append(c.untold, untold{person: who, title: m.Title, lone: t.lone(), with: -1, former: t.former, regional: t.regional, partner: t.partner, couple: t.couple, owner: t.ownedBy(), passage: f.passage, start: m.Whole[0], end: m.Whole[1]})
			}
		}
	}
	c.people.alias(who, m.Surface)
	c.page.Mentions[f.passage] = append(c.page.Mentions[f.passage], m)
}

// role notes an office without a name: "the Kazakh president". Its span
// begins at the office's own words where a state stands before them, which is
// a mention of its own.
func (c *composer) role(f *finder, s string, t *titled) {
	if t.several && f.goesOn(t.to) {
		return // "the ministers of Kenya and Norway" are not Kenya's alone
	}
	from := t.to - 1
	for from > t.from {
		if h := f.hit(from - 1); h != nil && h.kind != nameOffice || f.fold(from-1) == "'s" || f.fold(from-1) == "the" || f.fold(from-1) == "of" {
			break
		}
		from--
	}
	if h := f.hit(from); h != nil && h.kind != nameOffice { // "President of Ukraine"
		from = t.from
		for from < t.to && (f.hit(from) == nil || f.hit(from).kind != nameOffice) {
			from++
		}
		if from == t.to {
			return
		}
	}
	to := from + 1
	if h := f.hit(from); h != nil && h.kind == nameOffice {
		to = h.to
	}
	for to < t.to && f.at[to] < 0 && f.fold(to) != "of" {
		to++
	}
	m := Mention{
		Passage: f.passage, Start: f.ts[from].Start, End: f.ts[to-1].End, Kind: Role, Entity: -1,
		State: t.state, Name: t.body, Former: t.former, Whole: [2]int{f.ts[t.from].Start, f.ts[t.to-1].End},
	}
	m.Surface = s[m.Start:m.End]
	if m.Title = t.title(); m.Title == "" {
		m.Title = "counterpart"
	}
	if t.several {
		m.Title += "s"
	}
	c.page.Mentions[f.passage] = append(c.page.Mentions[f.passage], m)
}

// goesOn reports whether a list of states goes on at token i: "and Norway".
func (f *finder) goesOn(i int) bool {
	if w := f.fold(i); w != "and" && w != "," || f.ending(i) == nil || f.ending(i).kind != nameState {
		return false
	}
	h := f.officeAt(f.pastThe(i + 1))
	return h != nil && h.kind == nameState
}

// cities drops cities of states that the document does not name, but for those
// where the world meets, which stand for no other.
func (c *composer) cities() {
	named := map[string]bool{}
	for _, ms := range c.page.Mentions {
		for _, m := range ms {
			if m.Kind == State || m.Kind == Demonym || m.Kind == Capital && !m.City {
				named[m.State] = true
			}
		}
	}
	for i, ms := range c.page.Mentions {
		out := ms[:0]
		for _, m := range ms {
			if !m.City || named[m.State] || words("worldseat").has(Fold(m.Surface)) {
				out = append(out, m)
			}
		}
		c.page.Mentions[i] = out
	}
}
