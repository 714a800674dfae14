package claim

import (
	"slices"
	"strings"
)

// visit is a stay as far as it has been told.
type visit struct {
	leaders    []int
	to         string // ISO code
	place      string
	start, end string
	until      string // last day on which somebody is told to be there; the end may be later
	kind       string
	status     string
	occasion   string
	hosts      []int
	several    bool // "on three occasions": no single stay
	oneDay     bool
	yearless   bool         // the date was told without its year
	passing    bool         // last told by something done there, not as a stay
	present    bool         // told in the present tense, which may look ahead
	earlier    bool         // "had last visited": before the one in mind
	same       *visit       // told before, where it is known to be that
	made       map[int]told // by leader
	hosted     map[int]told
	told
}

// readVisits finds the visits that a sentence tells of.
func (r *reader) readVisits(s *sentence) []*visit {
	r.speakers(s)
	if !s.has["L"] && !s.has["B"] && !s.has["H"] {
		if out := r.earlierTours(s); len(out) > 0 {
			return out
		}
		r.trace.nobody(s)
		return r.accepting(s)
	}
	var out []*visit
	done := map[int]bool{} // verbs and nouns read already
	hits := s.hits()
	for _, joins := range []bool{false, true} { // who came along is known when who went is
		for i := range hits {
			h := &hits[i]
			if done[h.slot] || joins != (h.frame.sense == "join") {
				continue
			}
			vs, why := r.visiting(s, h)
			if len(vs) == 0 {
				if !h.frame.aside() {
					r.trace.missedVisit(r, s, h, why)
				}
				continue
			}
			done[h.slot] = true
			out = append(out, vs...)
		}
	}
	out = append(out, r.company(s, out)...)
	if len(out) == 0 {
		out = r.accepting(s)
	}
	return out
}

// visiting reads a trigger with the people and places around it, or says why
// it tells of no visit.
func (r *reader) visiting(s *sentence, h *hit) ([]*visit, miss) {
	status := s.statusOf(h)
	if status == "" && s.invites(h) {
		r.noteInvitation(s, h)
	}
	if why := s.noJourney(h, status); why != "" {
		return nil, why
	}
	who, weak := r.who(s, h)
	who = r.movable(h, who)
	switch {
	case len(who) == 0:
		return nil, missVisitor
	case len(who) > 8:
		return nil, missCrowd
	}
	if h.frame.sense == "join" {
		return r.joining(s, h, who, weak), missCompanion
	}
	legs, step := r.whereOf(s, h, who)
	hosts := r.hostsOf(s, h)
	if h.frame.sense == "host" && len(legs) == 1 {
		if out := r.hostedInTurn(s, h, legs, hosts, status); len(out) > 0 {
			return out, ""
		}
	}
	var out []*visit
	why := missPlace
	for i := range legs {
		pl := &legs[i]
		if !s.settled(h, pl) && !(i > 0 && len(out) > 0 && h.frame.sense == "stay") {
			why = missSettled
			continue
		}
		guests := r.foreign(who, pl.state)
		if pl.stay != nil {
			guests = r.countrymen(guests, pl.stay.leaders[0])
		}
		guests = r.yetToCome(r.notAtHome(s, h, guests), h, pl, status)
		if len(guests) == 0 || h.frame.sense == "left" && i > 0 && h.frame.name != "home" {
			why = missAbroad
			continue
		}
		v := &visit{leaders: guests, to: pl.state, place: pl.city, status: status, passing: h.frame.passing(), present: s.looksAhead(h), told: told{rule: "visit." + h.frame.name}}
		v.weaken(weak)
		v.weaken(step)
		v.hosts = r.hostsAt(h, pl.state, hosts, who)
		why = r.describe(s, v, h, pl, len(legs) > 1)
		r.stopOf(s, v, h, legs, i)
		if pl.stay != nil && why == "" && !v.share(pl.stay) {
			why = missCompanion
		}
		if why == "" {
			v = r.keep(s, v, s.span(h, pl))
			out = append(out, v)
			r.setScene(s, h, v, pl)
		}
	}
	return out, why
}

// setScene keeps where people gathered, for who "also attended": where they are
// said to have met, or to have gone for what people gather for. Who is told to
// have gone there too keeps the gathering in mind.
func (r *reader) setScene(s *sentence, h *hit, v *visit, pl *leg) {
	f := &r.focus
	switch h.frame.sense {
	case "meeting", "attended", "speech", "presence":
		if pl.city != "" && !strings.HasPrefix(h.frame.name, "sign") {
			f.venue, f.met = pl.place, s.passage
			f.venueFrom, f.venueTo = v.start, v.end
		}
	case "visit", "stay":
		if body := s.comesToGather(h); body != "" {
			f.meetings = append(f.meetings, meeting{body, pl.place, v.start[:min(len(v.start), 7)]})
		}
		switch {
		case pl.city == "" || v.off():
		case f.venue.state == pl.state && f.venue.city == pl.city && s.passage-f.met <= 6:
			f.met = s.passage
		case s.holdsOccasion(h.slot):
			f.venue, f.met = pl.place, s.passage
			f.venueFrom, f.venueTo = v.start, v.end
		}
	}
}

// hostedInTurn reads guests who came on days of their own: "hosted X on 3 May
// and Y on 5 May".
func (r *reader) hostedInTurn(s *sentence, h *hit, legs []leg, hosts []int, status string) []*visit {
	guests := s.object(h.verb)
	if len(guests) < 2 {
		return nil
	}
	var out []*visit
	for i, p := range guests {
		end := len(s.slots)
		if i+1 < len(guests) {
			end = s.shape().Phrases[guests[i+1]].From
		}
		d := s.nearest(s.shape().Phrases[p].Head, s.shape().Phrases[p].Head, end)
		who, weak := r.peopleOf(s, []int{p})
		who = r.foreign(who, legs[0].state)
		if d == nil || len(who) == 0 {
			return out
		}
		v := &visit{leaders: who, to: legs[0].state, place: legs[0].city, status: status, start: d.From, end: d.To, told: told{rule: "visit." + h.frame.name}}
		v.weaken(weak)
		v.weaken(d.Weak)
		v.hosts = r.home(hosts, v.to)
		r.settleStatus(s, v, h)
		out = append(out, r.keep(s, v, &match{from: h.slot, verb: h.slot, to: s.shape().Phrases[p].Head + 1}))
	}
	return out
}

// describe gives a visit its kind, dates and occasion, or says why it is not
// one stay.
func (r *reader) describe(s *sentence, v *visit, h *hit, pl *leg, several bool) miss {
	at := h.slot
	if s.slots[at].kind == slotVisit {
		v.kind = s.visitKind(at, at+1)
	} else {
		v.kind = s.visitKind(at, min(len(s.slots), at+8))
	}
	if d, _ := s.legDate(pl.slot + 1); d != nil && pl.period == nil && pl.slot > at && s.datesBetween(at, pl.slot) {
		pl.period = d // "came to X in May and to Y in June"
	}
	if pl.period != nil {
		v.start, v.end = pl.period.From, pl.period.To
		if v.status == "planned" && len(v.start) == 10 && max(v.start, v.end) < r.page.Published { // they were to come, and it took place
			v.status = "completed"
		}
		v.weaken(pl.period.Weak)
	} else {
		r.dateVisit(s, v, h, several)
	}
	r.settleStatus(s, v, h)
	v.earlier = v.earlier || s.verb(at, "state") && s.foldAt(at+1) == "last"
	for k := at - 1; k >= 0 && k >= at-4; k-- {
		had := s.slots[k].word == "had" && s.slots[at].word != "arrived" && s.slots[at].word != "landed" // before the talks, not before the visit
		v.earlier = v.earlier || had || s.slots[k].word == "last" || s.slots[k].word == "previously"
	}
	if v.several = s.manyStays(h) && len(v.start) < 5; v.several && v.start == "" {
		r.focus.trip = v
		return missSeveral
	}
	switch h.frame.sense {
	case "attended":
		v.occasion = s.occasionAt(at+1, max(at+1, pl.slot-1))
	case "again":
		if v.start == "" {
			return missDate
		}
	}
	return ""
}

// settleStatus lets the date decide: what lies after publication is planned.
func (r *reader) settleStatus(s *sentence, v *visit, h *hit) {
	day := r.page.Published
	if day := r.page.Published; v.status == "planned" && s.foretells() && len(day) == 10 && len(v.start) == 10 && v.start < day && daysBetween(v.start, day) < 7 {
		v.start, v.end = addDays(v.start, 7), addDays(v.end, 7) // "Next up: … on Monday"
	}
	r.ahead(v)
	if v.status != "completed" || len(day) < 7 || len(v.start) < 7 {
		return
	}
	leaves := s.slots[h.slot].word == "leaves" || s.slots[h.slot].word == "departs" || s.slots[h.slot].word == "flies"
	if v.start[:7] > day[:7] || len(day) == 10 && (v.start > day || v.start == day && leaves) {
		v.status = "planned"
	}
}

// ahead puts the day of a plan, told without its year, behind publication.
func (r *reader) ahead(v *visit) {
	day := r.page.Published
	if v.status != "planned" || !v.yearless || len(day) < 7 || len(v.start) < 7 || v.start[:7] >= day[:7] {
		return
	}
	shift := func(d string) string {
		if len(d) < 7 {
			return d
		}
		if at := day[:4] + d[4:]; at[:7] >= day[:7] {
			return at
		}
		return nextYear(day[:4]) + d[4:]
	}
	v.start, v.end = shift(v.start), shift(v.end)
}

// manyStays reports whether a trigger tells of several stays at once: "his
// visits", "went there three times".
func (s *sentence) manyStays(h *hit) bool {
	switch s.slots[h.slot].word {
	case "visits", "trips", "tours", "journeys":
		if h.frame.kind == "noun" {
			return true
		}
	}
	for k := h.slot; k < len(s.slots) && k < h.slot+8; k++ {
		if n := s.slots[k].word; n == "occasions" || n == "times" || n == "regularly" || n == "twice" || n == "often" || n == "frequently" {
			return true
		}
	}
	return false
}

// statusOf is the status that the words around a trigger give a visit.
func (s *sentence) statusOf(h *hit) string {
	st := s.toldStatus(h)
	if st == "completed" && s.courseAhead(h.verb) {
		return "planned"
	}
	return st
}

// toldStatus is the status by the verb or noun itself.
func (s *sentence) toldStatus(h *hit) string {
	if h.frame.kind == "noun" {
		st := s.nounStatus(h)
		if (st == "planned" || st == "completed") && s.fallsThrough(h.slot) {
			return "cancelled"
		}
		return st
	}
	st := s.verbStatus(h.verb)
	if s.lastToGo(h) >= 0 {
		return "completed"
	}
	switch {
	case h.frame.sense == "invite":
		return ""
	case st == "planned" && s.fallsThrough(h.slot):
		return "cancelled"
	case st != "" && h.frame.sense == "planned":
		return s.stillPlanned(h.verb)
	}
	return st
}

// foreign are the people who do not act for a state.
func (r *reader) foreign(who []int, state string) []int {
	return slices.DeleteFunc(slices.Clone(who), func(l int) bool { return r.leaderState(l) == state })
}

// home are the people who act for a state.
func (r *reader) home(who []int, state string) (out []int) {
	for _, l := range who {
		if r.leaderState(l) == state && !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// hostsAt are who receives guests in a state: who is said to, and whoever meets
// them there at home.
func (r *reader) hostsAt(h *hit, state string, hosts, who []int) []int {
	if len(hosts) > 0 || h.frame.sense != "visit" {
		return r.home(slices.Concat(hosts, who), state)
	}
	return r.home(hosts, state)
}

// hostsOf are the people who are said to host: who receives, and who invited.
func (r *reader) hostsOf(s *sentence, h *hit) []int {
	var out []int
	if h.verb >= 0 && h.frame.kind != "noun" && slices.Contains(h.frame.where, "host") {
		phrases := s.shape().Verbs[h.verb].Subject
		if h.frame.kind == "passive" {
			phrases = s.hanging(h, "by")
		}
		out, _ = r.peopleOf(s, phrases)
	}
	return append(out, r.inviters(s)...)
}

// span is the stretch of slots that tells a visit: from who to where.
func (s *sentence) span(h *hit, pl *leg) *match {
	m := &match{from: h.slot, verb: h.slot, to: h.slot + 1}
	if h.verb >= 0 {
		sh := s.shape()
		v := &sh.Verbs[h.verb]
		if len(v.Subject) > 0 {
			m.from = min(m.from, sh.Phrases[v.Subject[0]].From)
		}
		m.from = min(m.from, v.From)
	}
	m.from = max(min(m.from, h.slot), 0)
	if pl.slot >= 0 {
		m.from, m.to = min(m.from, pl.slot), max(m.to, pl.slot+1)
	}
	return m
}

// match is the stretch of slots that a claim was read from.
type match struct{ from, verb, to int }

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

// verb reports whether slot i is a word of a class of the lexicon.
func (s *sentence) verb(i int, class string) bool {
	sl := &s.slots[i]
	return sl.kind == slotWord && slices.Contains(strings.Fields(sl.value), class)
}
