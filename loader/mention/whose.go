package mention

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// untold is a title with a name beside it that does not say whose it is:
// "Prime Minister X", as a state's own press has it.
type untold struct {
	person     int
	title      string
	lone       bool // the title alone says nothing of a state
	with       int  // whom the title is listed with, -1 where with nobody
	former     bool
	regional   bool   // of a part of a state
	partner    bool   // "his counterpart"
	couple     bool   // stands before "and his Kenyan counterpart"
	owner      string // "his", "whose" before an office that is no partner's
	passage    int
	start, end int // bytes: title and name
}

// whose finds whose the untold titles are. A leader of the lexicon has the
// lexicon's state where the document names it. Others are told apart by what
// the document implies; where that is not plain they stay untold.
func (c *composer) whose() {
	var first []untold // of each person without an office
	for _, u := range c.untold {
		if c.without(u) && !slices.ContainsFunc(first, func(x untold) bool { return x.person == u.person }) {
			first = append(first, u)
		}
	}
	if len(first) == 0 {
		return
	}
	n := c.naming()
	var home []string // states whose own people go without them
	var strangers []untold
	for _, u := range first {
		l := &c.page.People[u.person]
		switch {
		case l.State == "" && l.Organization == "":
			strangers = append(strangers, u)
		case c.people.known[u.person] >= 0:
			if m := n.of(l.State, l.Organization); m != nil {
				c.imply(u, l.State, l.Organization, m)
				if slices.Contains(n.main[:min(2, len(n.main))], l.State) && !slices.Contains(home, l.State) && !u.partner && !c.opposite(u) {
					home = append(home, l.State)
				}
			}
		}
	}
	n.home, n.issued = c.writesFrom()
	c.hinted(n)
	strangers = slices.DeleteFunc(strangers, func(u untold) bool { return !c.without(u) || u.lone })
	c.atHome(strangers, n, home)
	strangers = slices.DeleteFunc(strangers, func(u untold) bool { return !c.without(u) })
	c.atHome(strangers, n, home) // by what has become plain
	c.hinted(n)
}

// without reports whether the document has not told an office of the person.
func (c *composer) without(u untold) bool { return len(c.page.People[u.person].Offices) == 0 }

// imply notes an office whose state another mention names.
func (c *composer) imply(u untold, state, body string, m *Mention) {
	u = c.foremost(u)
	l := &c.page.People[u.person]
	if l.State == "" && l.Organization == "" {
		l.State, l.Organization = state, body
	}
	l.Offices = append(l.Offices, Office{Title: u.title, State: state, Organization: body, Former: u.former, Passage: u.passage, Start: u.start, End: u.end, Implied: m})
}

// foremost is, of the titles that a person bears without a state, the most
// senior: "Foreign Minister X" rather than "Minister X".
func (c *composer) foremost(u untold) untold {
	rank := func(title string) int {
		for _, o := range lexicon.Offices() {
			if o.Title == title {
				if title == "minister" || title == "leader" {
					return o.Rank + 1
				}
				return o.Rank
			}
		}
		return 4
	}
	for _, v := range c.untold {
		if v.person == u.person && v.former == u.former && !v.partner && rank(v.title) < rank(u.title) {
			u = v
		}
	}
	return u
}

// naming is which states and bodies a document names, how often, and where first.
type naming struct {
	states map[string]*Mention
	bodies map[string]*Mention
	times  map[string]int // of states
	home   string         // the state that the document writes from, where it is plain
	issued bool           // by its own office or outlet
	main   []string       // states named most, most first; those named in passing are left out
	titled []string       // states in the document's title
}

func (n *naming) of(state, body string) *Mention {
	if state != "" {
		return n.states[state]
	}
	return n.bodies[body]
}

func (c *composer) naming() *naming {
	n := &naming{states: map[string]*Mention{}, bodies: map[string]*Mention{}, times: map[string]int{}}
	for _, ms := range c.page.Mentions {
		for k := range ms {
			m := &ms[k]
			switch m.Kind {
			case State, Demonym, Capital:
				if m.City {
					continue
				}
				if n.states[m.State] == nil {
					n.states[m.State] = m
				}
				n.times[m.State]++
			case Organization:
				if n.bodies[m.Name] == nil {
					n.bodies[m.Name] = m
				}
			}
		}
	}
	n.titled = c.inTitle()
	for s := range n.times {
		n.main = append(n.main, s)
	}
	slices.SortFunc(n.main, func(a, b string) int {
		if d := n.times[b] - n.times[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for k, s := range n.main {
		if k >= 2 && n.times[s]*4 <= n.times[n.main[1]] {
			n.main = n.main[:k]
			break
		}
	}
	return n
}

// atHome gives people unknown to the lexicon the state that the document
// writes from. Between two states, whoever holds the same office as a person
// of the one, or goes to the one, is the other's.
func (c *composer) atHome(strangers []untold, n *naming, home []string) {
	if len(strangers) == 0 {
		return
	}
	if n.home != "" && (len(home) == 0 || n.issued || slices.Contains(home, n.home)) {
		home = []string{n.home}
	}
	proven := map[int]string{}
	if pair := n.pair(); pair != nil && (len(n.main) == 2 || len(n.titled) == 2) {
		for _, u := range strangers {
			a, b := pair[0], pair[1]
			if s := c.scene(u); s == a || s == b {
				proven[u.person] = s
				continue
			}
			notA := c.goesTo(u.person, a) || c.heldBy(u, a) && (c.leads(u) || c.opposite(u))
			notB := c.goesTo(u.person, b) || c.heldBy(u, b) && (c.leads(u) || c.opposite(u))
			switch {
			case notA && !notB:
				proven[u.person] = b
			case notB && !notA:
				proven[u.person] = a
			}
		}
	}
	for _, u := range strangers {
		if s := proven[u.person]; s != "" && !slices.Contains(home, s) && c.goesAbroad(u.person, s, n) {
			home = append(home, s)
		}
	}
	for _, u := range strangers {
		s := proven[u.person]
		if s == "" && len(home) == 1 && !c.heldBy(u, home[0]) && !c.goesTo(u.person, home[0]) {
			switch s = home[0]; {
			case !c.opposite(u):
			case len(n.main) == 2 && c.anyGoes(home[0], n):
				s = n.main[0]
				if s == home[0] {
					s = n.main[1]
				}
			default:
				s = ""
			}
		}
		if s == "" {
			s = c.scene(u)
		}
		if m := n.states[s]; s != "" && m != nil && (proven[u.person] == s && c.goesAbroad(u.person, s, n) || !c.heldBy(u, s)) && !c.besideOther(u, s) && c.crowned(u, s) {
			c.imply(u, s, "", m)
		}
	}
}

// leads reports whether the document speaks of a person from its beginning on,
// and more than once: no predecessor of somebody's.
func (c *composer) leads(u untold) bool { return u.passage < 5 && c.often(u.person) }

// often reports whether the document names a person more than once.
func (c *composer) often(person int) bool {
	times := 0
	for _, ms := range c.page.Mentions {
		for k := range ms {
			if ms[k].Kind == Person && ms[k].Entity == person {
				times++
			}
		}
	}
	return times > 1
}

// heldBy reports whether somebody else is said to hold the office for a state,
// one that a state has but once.
func (c *composer) heldBy(u untold, state string) bool {
	if u.regional {
		return false
	}
	switch u.title {
	case "minister", "deputy minister", "deputy foreign minister", "deputy prime minister", "minister of state", "ambassador", "special envoy", "adviser", "state councillor":
		return false
	}
	for i := range c.page.People {
		if i == u.person {
			continue
		}
		for _, o := range c.page.People[i].Offices {
			if o.State == state && o.Title == u.title && o.Former == u.former {
				return true
			}
		}
	}
	return false
}

// visitBy reports whether a passage has "a visit to" a state, and then "a visit
// by" the person: "the first visit to Kenya since the visit by X".
func (c *composer) visitBy(passage int, m *Mention, state string) bool {
	text := c.page.Document.Passages[passage].Text
	before := strings.TrimRight(text[:m.Whole[0]], " ")
	for _, style := range []string{" Dr.", " Mr.", " Mrs.", " Ms.", " H.E.", " Excellency", " Highness", " Majesty", " Royal", " His", " Her", " the"} {
		before = strings.TrimSuffix(before, style)
	}
	if !slices.ContainsFunc([]string{"visit by", "visit of", "that of", "trip by", "trip of", "tour by", "journey by", "journey of"}, func(w string) bool { return strings.HasSuffix(before, w) }) {
		return false
	}
	for _, o := range c.page.Mentions[passage] {
		if o.Start < m.Start && (o.Kind == State || o.Kind == Capital) && o.State == state && leadsTo(text[:o.Start]) {
			return true
		}
	}
	return false
}

// stayed matches what stands between a person and a place that they stayed at.
var stayed = regexp.MustCompile(`^(?:, who)? (?:was|were|had been|has been|has just been|is)(?: back)? in(?: the)? $`)

// goesTo reports whether the document says of a person that they go to a state
// or were received by its people: "X arrived in …", "X's visit to …".
func (c *composer) goesTo(person int, state string) bool {
	motion := words("going")
	for i, ms := range c.page.Mentions {
		for k := range ms {
			if ms[k].Kind != Person || ms[k].Entity != person || strings.HasSuffix(c.page.Document.Passages[i].Text[:ms[k].Whole[0]], "invited ") {
				continue
			}
			if c.visitBy(i, &ms[k], state) {
				return true
			}
			for j := k + 1; j < len(ms) && ms[j].Kind != Person && ms[j].Start-ms[k].End < 110; j++ {
				if ms[j].Kind != State && ms[j].Kind != Capital && !c.capitalOf(i, &ms[j]) || ms[j].State != state {
					continue
				}
				if c.says(motion, i, ms[k].End, ms[j].Start) {
					return true
				}
				// "the visit of X to …", "X, who was in …"
				between := c.page.Document.Passages[i].Text[ms[k].End:ms[j].Start]
				if stayed.MatchString(between) {
					return true
				}
				if (strings.Contains(between, " to ") || between == " in " || between == " in the ") && len(between) < 60 && c.says(motion, i, ms[k].Whole[0]-25, ms[k].Whole[0]) {
					return true
				}
			}
		}
	}
	return false
}

// capitalOf reports whether a demonym stands for its state's capital: "landed in
// the Kenyan capital".
func (c *composer) capitalOf(passage int, m *Mention) bool {
	return m.Kind == Demonym && strings.HasPrefix(c.page.Document.Passages[passage].Text[m.End:], " capital")
}

// scene is the state in which the sentence sets a meeting with somebody: "In
// Norway, she met Prime Minister X". Empty where it sets none.
func (c *composer) scene(u untold) string {
	ms := c.page.Mentions[u.passage]
	if len(ms) == 0 || ms[0].Kind != State && ms[0].Kind != Capital || ms[0].Start != 3 || !c.opposite(u) {
		return ""
	}
	if !strings.HasPrefix(c.page.Document.Passages[u.passage].Text, "In ") {
		return ""
	}
	return ms[0].State
}

// opposite reports whether the title stands where a host or a partner is
// named, who need not be of the writer's own state: "received by Prime Minister
// X", "at the invitation of President Y".
func (c *composer) opposite(u untold) bool {
	text := c.page.Document.Passages[u.passage].Text
	before := strings.TrimRight(text[:u.start], " ")
	for _, style := range []string{" the", " H.E.", " His Excellency", " Her Excellency"} {
		before = strings.TrimSuffix(before, style)
	}
	for _, words := range []string{"received by", "welcomed by", "greeted by", "hosted by", "invitation of", "called on", "talks with", "met with", " met", "meet with", "meets with", " meet", "meeting with", "meetings with", "invitation from", "seen off by", "guest of"} {
		if strings.HasSuffix(before, words) {
			return true
		}
	}
	return false
}

// anyGoes reports whether somebody of a state goes to the other of two.
func (c *composer) anyGoes(own string, n *naming) bool {
	for i := range c.page.People {
		if c.page.People[i].State == own && c.goesAbroad(i, own, n) {
			return true
		}
	}
	return false
}

// goesAbroad reports whether a person goes to the other of two states.
func (c *composer) goesAbroad(person int, own string, n *naming) bool {
	return slices.ContainsFunc(n.main, func(s string) bool { return s != own && c.goesTo(person, s) })
}

// besideOther reports whether the title is joined to somebody's of another
// state, which it may share: "President X and Prime Minister Y".
func (c *composer) besideOther(u untold, state string) bool {
	for _, m := range c.page.Mentions[u.passage] {
		if m.Kind != Person || m.Entity < 0 || m.Entity == u.person || m.State != "" {
			continue
		}
		near := m.Whole[0] >= u.end && m.Whole[0]-u.end <= 5 || u.start >= m.Whole[1] && u.start-m.Whole[1] <= 5
		if o := c.page.People[m.Entity].State; near && o != "" && o != state {
			return true
		}
	}
	return false
}

// says reports whether a word of a set stands between two bytes of a passage.
func (c *composer) says(set wordSet, passage, from, to int) bool {
	for _, t := range c.page.Tokens[passage] {
		if t.Start >= from && t.End <= to && set.has(t.Fold) {
			return true
		}
	}
	return false
}
