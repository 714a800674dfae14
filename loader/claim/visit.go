package claim

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-graph/entente/loader/lexicon"
)

// visit is a stay as far as it has been told.
type visit struct {
	leaders    []int
	to         string // ISO code
	place      string
	start, end string
	kind       string
	status     string
	occasion   string
	hosts      []int
	several    bool // "on three occasions": no single stay
	oneDay     bool
	latest     string       // rule by which it was told last
	earlier    bool         // "had last visited": before the one in mind
	made       map[int]told // by leader
	hosted     map[int]told
	told
}

// readVisits finds the visits that a sentence tells of.
func (r *reader) readVisits(s *sentence) []*visit {
	var out []*visit
	done := map[int]bool{} // verbs or nouns read already
	for i := range patternsOf("visits") {
		p := &patternsOf("visits")[i]
		for _, m := range p.find(s) {
			at := s.anchorOf(&m)
			if done[at] || s.negated(at) {
				continue
			}
			var vs []*visit
			switch p.sense {
			case "host":
				vs = r.hosting(s, &m)
			case "received":
				vs = r.receiving(s, &m)
			case "country":
				vs = r.toTheCountry(s, &m)
			case "context":
				vs = r.inContext(s, &m)
			case "guest", "here", "attended":
				vs = r.atHost(s, p, &m)
			default:
				vs = r.visiting(s, p, &m)
			}
			if len(vs) > 0 {
				done[at] = true
				out = append(out, vs...)
			}
		}
	}
	out = append(out, r.meeting(s, out)...)
	return out
}

// anchorOf is the slot of the verb or noun that a match hangs on.
func (s *sentence) anchorOf(m *match) int {
	for k := m.verb; k < m.to; k++ {
		if s.slots[k].kind == slotVisit {
			return k
		}
	}
	for k := m.verb; k < m.to; k++ {
		for _, c := range []string{"visit", "go", "pay", "host", "attend", "state"} {
			if s.verb(k, c) {
				return k
			}
		}
	}
	return m.verb
}

// negated reports whether a verb is denied by a "not" or "never" before it.
func (s *sentence) negated(at int) bool {
	for k := at - 1; k >= 0 && k >= at-4; k-- {
		switch s.slots[k].word {
		case "not", "never", "no", "n't", "without", "didn't", "cannot":
			return true
		}
	}
	return false
}

// visiting reads a match of who and where.
func (r *reader) visiting(s *sentence, p *pattern, m *match) []*visit {
	who, weak := r.people(s, m.captures["who"][0], m.captures["who"][1])
	if with, ok := m.captures["with"]; ok {
		more, _ := r.people(s, with[0], with[1])
		who = append(who, more...)
	}
	to := m.captures["to"]
	places := s.itinerary(to[0])
	if len(who) == 0 || len(places) == 0 || s.invited(m) || s.figurative(m) {
		return nil
	}
	var out []*visit
	for _, pl := range places {
		var guests []int
		for _, l := range who {
			if st := r.leaderState(l); st != pl.state {
				guests = append(guests, l)
			}
		}
		if len(guests) == 0 {
			continue
		}
		v := &visit{leaders: guests, to: pl.state, place: pl.city, told: told{rule: "visit." + p.name}}
		v.weaken(weak)
		r.style(s, v, m)
		if pl.period != nil {
			v.start, v.end = pl.period.From, pl.period.To
			v.weaken(pl.period.Weak)
		} else {
			r.date(s, v, m, len(places) > 1)
		}
		if p.name == "summit" || p.name == "attended" {
			v.occasion = s.occasionAt(s.anchorOf(m)+1, to[0]-1)
		}
		if p.sense == "planned" || p.sense == "cancelled" {
			v.status = p.sense
		}
		if v.status == "" {
			continue
		}
		out = append(out, r.keep(s, v, m))
	}
	return out
}

// invited reports whether the visit is one that somebody was only invited to.
func (s *sentence) invited(m *match) bool {
	for k := m.to - 1; k >= 0 && k >= m.from-6; k-- {
		switch s.slots[k].word {
		case "invited", "invites", "inviting", "invitation", "invite", "urged":
			for j := range s.slots {
				if s.slots[j].word == "accepted" || s.slots[j].word == "accept" || s.slots[j].word == "accepts" {
					return false
				}
			}
			// "at the invitation of X" tells of a visit made.
			return s.slots[k].word != "invitation" || k+1 < len(s.slots) && s.slots[k+1].word == "to"
		}
	}
	return false
}

// figurative reports whether the motion is none of a person's body: "came to
// power in", "went to war", "return to talks".
func (s *sentence) figurative(m *match) bool {
	for k := m.from; k < m.to; k++ {
		switch s.slots[k].word {
		case "power", "war", "office", "agreement", "terms", "force", "end", "conclusion", "effect", "ballot", "polls", "troops", "aid", "weapons", "attention", "message", "congratulations", "condolences", "letter", "progress", "support", "ambassador", "investment", "investments", "changes", "trade", "exports", "imports", "supplies":
			return true
		}
	}
	return false
}

// style reads the kind, status, occasion and count of a visit.
func (r *reader) style(s *sentence, v *visit, m *match) {
	at := s.anchorOf(m)
	for k := at - 1; k >= 0 && k >= at-3; k-- {
		v.earlier = v.earlier || s.slots[k].word == "had" || s.slots[k].word == "last" || s.slots[k].word == "previously"
	}
	v.kind = s.visitKind(max(m.from, at-6), min(len(s.slots), m.to+12))
	v.status = s.visitStatus(at, m)
	for k := m.to; k+1 < len(s.slots) && k < m.to+6; k++ {
		if n := s.slots[k]; n.word == "occasions" || n.word == "times" {
			v.several = true
		}
	}
}

// visitKind is the style of the first visit noun between two slots.
func (s *sentence) visitKind(from, to int) string {
	for k := from; k < to; k++ {
		if s.slots[k].kind != slotVisit {
			continue
		}
		for j := k - 1; j >= 0 && j >= k-4; j-- {
			switch w := s.slots[j].word; w {
			case "state", "official", "working", "private":
				return w
			case "personal", "unofficial":
				return "private"
			}
		}
	}
	return ""
}

// visitStatus tells planned, cancelled and denied visits from those made.
func (s *sentence) visitStatus(at int, m *match) string {
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind != slotWord {
			continue
		}
		if strings.Contains(sl.value, "cancel") && (k == 0 || s.slots[k-1].word != "-") && (sl.word != "called" || k+1 < len(s.slots) && s.slots[k+1].word == "off") && (k > at-8 && k < m.to+8) {
			return "cancelled"
		}
		if strings.Contains(sl.value, "deny") && k > at-8 && k < at {
			return "denied"
		}
	}
	for k := at - 1; k >= 0 && k >= at-7; k-- {
		sl := &s.slots[k]
		if sl.kind == slotMark && sl.word != "," && sl.word != "-" {
			break
		}
		switch sl.word {
		case "will", "plans", "plan", "planning", "due", "scheduled", "expected", "intends", "upcoming", "forthcoming", "shall", "would", "slated", "hopes", "prepares", "preparing", "agreed", "next", "wants", "pledged", "promised", "announced", "announces":
			if sl.kind == slotWord && !(sl.word == "would" && k == 0) {
				return "planned"
			}
		case "might", "could", "may", "supposed", "possible", "potential", "considering":
			if sl.kind == slotWord {
				return "" // nothing is due yet
			}
		case "planned", "likely":
			return "planned"
		case "set":
			if k+1 < len(s.slots) && s.slots[k+1].word == "to" {
				return "planned"
			}
		case "is", "are":
			if k+1 < len(s.slots) && s.slots[k+1].word == "to" {
				return "planned"
			}
		}
	}
	for k := 0; k < at; k++ { // "will travel to X before heading to Y"
		if s.slots[k].word == "will" && strings.HasSuffix(s.slots[at].word, "ing") {
			return "planned"
		}
	}
	return "completed"
}

// date gives a visit its first and last day, as far as the sentence tells.
func (r *reader) date(s *sentence, v *visit, m *match, several bool) {
	d, weak := s.dateOf(max(m.from, m.verb), m.to)
	if d == nil {
		if r.focus.day != "" && v.status == "completed" {
			v.start = r.focus.day
			v.weaken("inherited-date")
		}
		return
	}
	v.weaken(weak)
	v.start, v.end = d.From, d.To
	if weak == "anchor" && len(v.start) == 10 && s.has["later"] { // "two days later": than what is a guess
		v.start = v.start[:7]
	}
	if d.To != "" && len(d.From) < 10 && len(d.To) < 10 {
		v.start, v.end = common(d.From, d.To), ""
	}
	at := s.anchorOf(m)
	verb := s.slots[at]
	for k := m.from; k < m.to; k++ {
		switch s.slots[k].word {
		case "ended", "ends", "concluded", "concludes", "wrapped", "completed", "concluding", "finished", "left", "leaves", "returned":
			verb = s.slots[k]
		}
	}
	switch verb.word {
	case "ended", "ends", "concluded", "concludes", "wrapped", "completed", "concluding", "finished", "returned":
		if len(v.start) == 10 && v.end == "" {
			v.start, v.end = v.start[:7], v.start
		}
	case "visited", "visits", "was":
		v.oneDay = len(v.start) == 10 && v.end == ""
	}
	if several && v.end != "" && len(v.start) == 10 { // who was where on which day is not told
		v.start, v.end = common(v.start, v.end), ""
		if len(v.start) > 7 {
			v.start = v.start[:7]
		}
		v.weaken("date")
	}
	if n := s.dayCount(); n > 1 && len(v.start) == 10 && v.end == "" {
		v.end, v.oneDay = addDays(v.start, n-1), false
	}
	if v.status == "completed" && r.page.Published != "" && len(v.start) == 10 && len(r.page.Published) == 10 && v.start > r.page.Published {
		v.status = "planned"
	}
}

// dayCount is the n of "an n-day visit", 0 where there is none.
func (s *sentence) dayCount() int {
	for k := 0; k+2 < len(s.slots); k++ {
		if s.slots[k].kind != slotNumber || s.slots[k+1].word != "-" || s.slots[k+2].word != "day" {
			continue
		}
		if n := lexicon.Number(s.slots[k].word); n > 0 {
			return n
		}
		if n, err := strconv.Atoi(s.slots[k].word); err == nil && n < 15 {
			return n
		}
	}
	return 0
}

func addDays(day string, n int) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format("2006-01-02")
}

// common is the part that two dates share: their month, their year, or nothing.
func common(a, b string) string {
	for _, n := range []int{10, 7, 4} {
		if len(a) >= n && len(b) >= n && a[:n] == b[:n] {
			return a[:n]
		}
	}
	return ""
}

// hosting reads "X hosted Y on May 3 and Z on May 5", "Baku welcomed Y".
func (r *reader) hosting(s *sentence, m *match) []*visit {
	sub := m.captures["who"]
	hosts, weak := r.people(s, sub[0], sub[1])
	verb := s.anchorOf(m)
	dest, city := "", ""
	if len(hosts) > 0 {
		dest = r.leaderState(hosts[0])
	} else if sl := s.slots[sub[0]]; sl.kind == slotState || sl.kind == slotCapital {
		dest = sl.m.State
		if sl.kind == slotCapital {
			city = sl.m.Surface
		}
	}
	if dest == "" || s.passive(verb) || s.receivesThing(verb) {
		return nil
	}
	if c := s.cityIn(verb, len(s.slots), dest); c >= 0 {
		city = s.slots[c].m.Surface
	}
	var out []*visit
	for _, g := range s.guests(verb + 1) {
		who, w := r.people(s, g.from, g.to)
		who = slices.DeleteFunc(who, func(l int) bool { return r.leaderState(l) == dest || slices.Contains(hosts, l) })
		if len(who) == 0 {
			continue
		}
		v := &visit{leaders: who, to: dest, place: city, hosts: hosts, told: told{rule: "visit.hosted"}}
		v.weaken(weak)
		v.weaken(w)
		gm := &match{from: verb, to: g.to}
		r.style(s, v, gm)
		if g.date != nil {
			v.start, v.end = g.date.From, g.date.To
		} else {
			r.date(s, v, gm, false)
		}
		out = append(out, r.keep(s, v, &match{from: m.from, to: g.end}))
	}
	return out
}

// passive reports whether the verb is a participle with a form of "be".
func (s *sentence) passive(v int) bool {
	if w := s.slots[v].word; !strings.HasSuffix(w, "ed") && w != "struck" && w != "met" {
		return false // "are expected to sign"
	}
	for k := v - 1; k >= 0 && k >= v-3; k-- {
		if s.verb(k, "state") || s.slots[k].word == "being" {
			return true
		}
	}
	return false
}
