package mention

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// standIn is the length in tokens of a phrase at token k that stands for
// somebody in mind without a name or office, and what kind of one it is: "His
// Majesty", "his guest", "the latter". It is 0 where there is none.
func (f *finder) standIn(k int) (n int, kind string) {
	own, next := f.fold(k), f.fold(k+1)
	switch own {
	case "his", "her", "their", "the":
	default:
		return 0, ""
	}
	if own != "the" && f.ts[min(k+1, len(f.ts)-1)].Capital() {
		n = 2
		if next == "royal" || next == "imperial" || next == "serene" {
			n, next = 3, f.fold(k+2)
		}
		if honorific(next) {
			return n, next
		}
		return 0, ""
	}
	switch next {
	case "host", "guest", "visitor":
		if next == "visitor" {
			next = "guest"
		}
		if f.fold(k+2) == "of" || own == "the" && !f.alone(k+2) {
			return 0, ""
		}
		return 2, next
	case "latter":
		if own == "the" && f.alone(k+2) {
			return 2, next
		}
	}
	if own == "the" {
		return f.epithet(k)
	}
	return 0, ""
}

// honorific reports whether a word is a style that stands for its bearer.
func honorific(w string) bool { return w == "majesty" || w == "highness" || w == "excellency" }

// stylePlace is how many bytes before a name its style stands: "His Majesty
// the Sultan X".
const stylePlace = 60

// stylish matches the styles before a name that a stop ends.
var stylish = regexp.MustCompile(`\b(?:Dr|Mr|Mrs|Ms|Hon|Prof|H\.E|Gen|Amb|Eng)\.`)

// bearer is the person whose name the style that ends at a byte leads to, with
// nothing but titles between, or -1.
func bearer(t string, ms []Mention, end int) int {
	for k := range ms {
		m := &ms[k]
		if m.Kind != Person || m.Entity < 0 || m.Start < end || m.Start > end+stylePlace {
			continue
		}
		if strings.ContainsAny(stylish.ReplaceAllString(t[end:m.Start], ""), ".;:()") || strings.Contains(t[end:m.Start], " and ") {
			return -1
		}
		for _, w := range strings.Fields(t[end:m.Start]) {
			if c := strings.Trim(w, ","); c != "the" && c != "of" && c != "bin" && w != "," && (c == "" || c[0] < 'A' || c[0] > 'Z') {
				return -1
			}
		}
		return m.Entity
	}
	return -1
}

// alone reports whether what stands at token k is no noun that the words before
// it go with: a mark, a verb, a function word.
func (f *finder) alone(k int) bool {
	w := f.fold(k)
	if k >= len(f.ts) || !f.ts[k].Word() || strings.HasSuffix(w, "ed") {
		return true
	}
	switch w {
	case "said", "says", "told", "spoke", "took", "gave", "made", "held", "wrote", "would", "could", "may", "hopes", "wants", "was", "is", "has", "had", "will", "who", "also", "to", "in", "and", "at", "for", "went", "came", "met", "left", "flew", "then", "on", "with", "by":
		return true
	}
	return false
}

// standIns adds the phrases of a passage that stand for somebody in mind.
func (c *composer) standIns(i int) {
	f, text := c.finders[i], c.page.Document.Passages[i].Text
	ms := c.page.Mentions[i]
	found := false
	for k := range f.ts {
		n, kind := f.standIn(k)
		if n == 0 {
			continue
		}
		if who := bearer(text, ms, f.ts[k+n-1].End); who >= 0 && honorific(kind) {
			c.bears[kind] = who
			continue
		}
		if k+n < len(f.ts) && slices.ContainsFunc(ms, func(m Mention) bool {
			return (m.Kind == Person || m.Kind == Role) && m.Whole[0] <= f.ts[k+n].Start && f.ts[k].Start < m.Whole[1]
		}) {
			continue
		}
		m := Mention{Passage: i, Start: f.ts[k].Start, End: f.ts[k+n-1].End, Kind: Role, Title: kind, Entity: -1}
		m.Surface = text[m.Start:m.End]
		if kind == "leader" {
			m.State = f.hit(k + n - 1).code
		}
		if who, ok := c.bears[kind]; ok && (kind == "host" || c.fitsOwner(&m, who)) {
			m.Entity = who
		}
		if who := bearer(text, ms, m.End); who >= 0 && strings.HasPrefix(text[m.End:], ", ") { // "his host, President X"
			if m.Entity = who; kind == "host" && strings.EqualFold(m.Surface, "the host") {
				c.bears[kind] = who
			}
		}
		m.Whole = [2]int{m.Start, m.End}
		if kind == "epithet" || kind == "leader" || kind == "guest" {
			ms = slices.DeleteFunc(ms, func(o Mention) bool {
				return (o.Kind == Quantity || o.Kind == Demonym) && o.Start >= m.Start && o.End <= m.End
			})
		}
		if !overlaps(ms, m) {
			ms, found = append(ms, m), true
		}
	}
	if found {
		c.page.Mentions[i] = ordered(ms)
	}
}

// stoodFor is whom a stand-in means, -1 where that is not plain: whoever bears
// the style; of the people named before, the monarch; the other side of the sentence's subject; the one
// named last.
func (c *composer) stoodFor(m *Mention, before []int, first, subject int) int {
	switch m.Title {
	case "majesty", "highness":
		for _, who := range before {
			if c.reigns(who) && c.fitsOwner(m, who) {
				return who
			}
		}
	case "excellency":
		for _, who := range append([]int{first, subject}, before...) {
			if who >= 0 && c.fitsOwner(m, who) {
				return who
			}
		}
	case "latter":
		if len(before) > 0 {
			return before[0]
		}
	case "host", "guest", "counterpart":
		if who := c.otherSide(m, before, first, subject); who >= 0 || m.Title != "guest" {
			return who
		}
		return c.traveller(before)
	case "epithet":
		return c.described(m, before, first, subject)
	}
	return -1
}

// fitsOwner reports whether "his" or "her" may be said of somebody.
func (c *composer) fitsOwner(m *Mention, who int) bool {
	l := &c.page.People[who]
	switch strings.ToLower(m.Surface[:3]) {
	case "his":
		return !l.Woman
	case "her":
		return !l.Man
	}
	return true
}

// reigns reports whether the document or the lexicon has somebody on a throne.
func (c *composer) reigns(who int) bool {
	for title := range c.styled[who] {
		if throne(title) {
			return true
		}
	}
	if slices.ContainsFunc(c.page.People[who].Offices, func(o Office) bool { return throne(o.Title) }) {
		return true
	}
	k := c.people.known[who]
	return k >= 0 && throne(lexicon.Leaders()[k].Office)
}

// otherSide is whom "his guest" or "the host" means. "His" is the subject's, so
// that the other is somebody of another state; of "the guest" and "the host" the
// one has gone to the other's state.
func (c *composer) otherSide(m *Mention, before []int, first, subject int) int {
	if strings.HasPrefix(strings.ToLower(m.Surface), "the") {
		return c.guestOrHost(m.Title, before)
	}
	owner := first
	if owner < 0 {
		owner = subject
	}
	if owner < 0 {
		return -1
	}
	side := c.page.People[owner].State
	for _, who := range before[:min(len(before), 8)] {
		if s := c.page.People[who].State; who != owner && s != "" && s != side {
			return who
		}
	}
	return -1
}

// guestOrHost tells two people named before apart by who has gone to whom.
func (c *composer) guestOrHost(kind string, before []int) int {
	for i, a := range before[:min(len(before), 6)] {
		for _, b := range before[i+1 : min(len(before), 6)] {
			x, y := c.page.People[a].State, c.page.People[b].State
			if a == b || x == "" || y == "" || x == y {
				continue
			}
			toB, toA := c.goesTo(a, y), c.goesTo(b, x)
			if toB == toA {
				return -1
			}
			if toB == (kind == "guest") {
				return a
			}
			return b
		}
	}
	return -1
}
