package mention

import (
	"regexp"
	"strings"
)

// epithet is the length in tokens of a phrase at token k, "the", that stands for
// somebody by what they are: "the 44-year-old", "the former metalworker", "the
// party's founder", "the distinguished guest", "the Ghanaian"; and its kind.
func (f *finder) epithet(k int) (n int, kind string) {
	if f.aged(k+1) && f.alone(k+6) {
		return 6, "epithet"
	}
	if h := f.officeAt(k + 1); h != nil && h.kind == nameDemonym && h.to == k+2 && f.someone(k+1) {
		return 2, "leader"
	}
	former := words("former").has(f.fold(k + 1))
	for j := k + 1; j < len(f.ts) && j < k+6; j++ {
		w := f.fold(j)
		if kind := words("epithet")[w]; kind != "" && f.hit(j) == nil && f.alone(j+1) && f.fold(j+1) != "of" && f.fold(j+1) != "and" {
			return j + 1 - k, kind
		}
		if former && j > k+1 && f.alone(j+1) && f.personNoun(j) {
			return j + 1 - k, "epithet"
		}
		if !f.ts[j].Word() && w != "-" && w != "'s" && w != "’s" && w != "'" && w != "’" || picking(w) || f.hit(j) != nil && f.hit(j).kind != nameDemonym || f.taken[j] || f.alone(j) && j > k+1 && !strings.HasSuffix(w, "ed") {
			return 0, ""
		}
	}
	return 0, ""
}

// picking reports whether a word picks one of several, who need not be known.
func picking(w string) bool {
	switch w {
	case "next", "first", "last", "only", "other", "main", "chief", "special", "second", "third", "another", "new":
		return true
	}
	return false
}

// aged reports whether "44-year-old" begins at token i.
func (f *finder) aged(i int) bool {
	return f.fold(i+2) == "year" && dash(f.fold(i+1)) && f.fold(i+4) == "old" && dash(f.fold(i+3))
}

// someone reports whether a people's name at token i stands for one person of
// it, as the verb behind it shows: "the Ghanaian said".
func (f *finder) someone(i int) bool {
	w := f.fold(i)
	for _, many := range []string{"ese", "sh", "ch", "ss", "s"} {
		if strings.HasSuffix(w, many) {
			return false
		}
	}
	switch f.fold(i + 1) {
	case "said", "says", "told", "spoke", "took", "gave", "made", "held", "wrote", "hopes", "wants", "was", "is", "has", "had", "will", "would", "who", "went", "came", "met", "left", "flew", "arrived", "returned", "visited", "signed", "replied", "added", "travelled", "traveled", "himself", "herself":
		return true
	}
	return false
}

// personNoun reports whether a noun may be what somebody was by trade: it ends
// as such nouns do, and names no office.
func (f *finder) personNoun(i int) bool {
	w := f.fold(i)
	if f.hit(i) != nil || f.ts[i].Capital() {
		return false
	}
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "woman", "ant", "eer", "general", "colonel", "captain", "guerrilla", "spy", "priest", "host"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// traveller is whom a guest is: the stranger to the writer's own state last named, or
// the person last named who is said to have gone to another state; or -1.
func (c *composer) traveller(before []int) int {
	home := c.page.Home
	for _, who := range before[:min(len(before), 8)] {
		if s := c.page.People[who].State; s != "" && s != home && home != "" {
			return who
		}
	}
	n := c.naming()
	for _, who := range before[:min(len(before), 12)] {
		if own := c.page.People[who].State; own != "" && c.goesAbroad(who, own, n) {
			return who
		}
	}
	return -1
}

// described is whom an epithet means: the one said to be of that age; the
// sentence's last named, or the subject before it in the paragraph; else the
// one whom the text is about.
func (c *composer) described(m *Mention, before []int, first, subject int) int {
	if age := strings.Split(m.Surface, "-")[0]; strings.HasSuffix(m.Surface, "-old") {
		if who := c.ofAge(strings.TrimPrefix(strings.ToLower(age), "the ")); who >= 0 {
			return who
		}
	}
	switch {
	case first >= 0 && len(before) > 0:
		return before[0]
	case subject >= 0 && c.subjectAt == c.page.Document.Passages[m.Passage].Paragraph:
		return subject
	}
	best := subject
	for who, n := range c.counted {
		if best < 0 || n > c.counted[best] || n == c.counted[best] && who < best {
			best = who
		}
	}
	return best
}

// agedBehind matches an age behind a name: "X, 44, said", "X (44)".
var agedBehind = regexp.MustCompile(`^,? \(?(\d{1,3})[,).]`)

// ofAge is the person behind whose name an age stands first, or -1.
func (c *composer) ofAge(age string) int {
	if c.ages == nil {
		c.ages = map[string]int{}
		for i, ms := range c.page.Mentions {
			for k := range ms {
				m := &ms[k]
				if m.Kind != Person || m.Entity < 0 {
					continue
				}
				told := agedBehind.FindStringSubmatch(c.page.Document.Passages[i].Text[m.End:])
				if told == nil {
					continue
				}
				if _, ok := c.ages[told[1]]; !ok {
					c.ages[told[1]] = m.Entity
				}
			}
		}
	}
	if who, ok := c.ages[age]; ok {
		return who
	}
	return -1
}
