package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
	"github.com/entente-graph/entente/loader/text"
)

// register is a list of visits between two states, as embassies keep them: its
// heading says whereto or where from, its lines who and when.
type register struct {
	on       bool
	to, from string
	head     int // passage of the heading
}

// setRegister opens a register at its heading ("Important visits to Kenya",
// "High-level visits:") and ends it at the next one.
func (r *reader) setRegister(s *sentence) {
	p := &r.page.Document.Passages[s.passage]
	label := strings.HasSuffix(strings.TrimSpace(p.Text), ":")
	if p.Kind != text.Heading && !label || r.entry(s.passage) || yearAlone(p.Text) {
		return
	}
	reg, ok := s.registerHead()
	if !ok && p.Kind != text.Heading {
		return
	}
	if reg.head = s.passage; reg.on && reg.from != "" && reg.to == "" {
		reg.to = r.otherOfTitle(reg.from)
	}
	r.focus.register = reg
}

// yearAlone reports whether a line is nothing but a year.
func yearAlone(t string) bool {
	t = strings.TrimSuffix(strings.TrimSpace(t), ":")
	return len(t) == 4 && (strings.HasPrefix(t, "19") || strings.HasPrefix(t, "20"))
}

// registerHead is the register that a short line without people, days or a
// finite verb opens by the word "visits".
func (s *sentence) registerHead() (register, bool) {
	if len(s.slots) > 14 || len(s.shape().Verbs) > 0 && s.shape().Verbs[0].Head > 0 && !s.has["V"] || s.has["L"] || s.has["D"] {
		return register{}, false
	}
	reg := register{}
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind == slotVisit && sl.word == "visits" {
			reg.on = true
		}
		st := s.partyOf(k).state
		if st == "" {
			continue
		}
		switch w := s.leadWord(k); {
		case w == "to" || w == "in":
			reg.to = st
		case w == "from" || w == "by" || sl.kind == slotDemonym:
			reg.from = st
		}
	}
	return reg, reg.on
}

// leadWord is the word before a slot, articles aside.
func (s *sentence) leadWord(k int) string {
	for k--; k >= 0; k-- {
		if w := s.slots[k].word; w != "the" {
			return w
		}
	}
	return ""
}

// otherOfTitle is the state that the document's title names beside one, empty
// where it names no two.
func (r *reader) otherOfTitle(state string) string {
	for i := 0; i < len(r.page.Document.Passages) && i < 3; i++ {
		var states []string
		s := newSentence(r.page, i)
		for k := range s.slots {
			if st := s.partyOf(k).state; st != "" && !slices.Contains(states, st) {
				states = append(states, st)
			}
		}
		if at := slices.Index(states, state); at >= 0 && len(states) == 2 {
			return states[1-at]
		}
	}
	return ""
}

// readRegister reads a line of a register: "President X of
// Kenya, 11 to 14 January 2004", "Visit by Minister Y, in May 2012", "Minister
// Z's visit (July 2009)". Parts between semicolons are lines of their own.
func (r *reader) readRegister(s *sentence) (out []*visit) {
	reg := &r.focus.register
	if !reg.on || s.passage == reg.head || len(s.text) > 400 || s.passage-reg.head > 80 {
		return nil
	}
	if k := r.page.Document.Passages[s.passage].Kind; k == text.Sentence && s.verbOfLine(0, len(s.slots)) >= 0 {
		return nil
	}
	from := 0
	for k := 0; k <= len(s.slots); k++ {
		if k < len(s.slots) && s.slots[k].word != ";" {
			continue
		}
		if v := r.registered(s, from, k); v != nil {
			out = append(out, v)
		}
		from = k + 1
	}
	return out
}

// registered is the visit that the slots of a register's line tell of.
func (r *reader) registered(s *sentence, from, to int) *visit {
	who, at := r.firstPeople(s, from, to)
	if v := s.verbOfLine(from, to); v >= 0 {
		who, _ = r.peopleOf(s, s.shape().Verbs[v].Subject)
	}
	d := s.onlyDate(from, to)
	if len(who) == 0 || d == nil || s.tellsOther(from, to) {
		return nil
	}
	pl := s.registerPlace(at, to)
	if pl.state == "" {
		pl = place{state: r.registerTo(who), slot: -1}
	}
	if who = r.foreign(who, pl.state); pl.state == "" || len(who) == 0 {
		return nil
	}
	v := &visit{leaders: who, to: pl.state, place: pl.city, status: "completed", start: d.From, end: d.To, told: told{rule: "visit.register"}}
	if pl.slot < 0 {
		v.weaken("inherited-place")
	}
	v.weaken(d.Weak)
	v.kind = s.visitKind(from, to)
	r.settleStatus(s, v, &hit{frame: &frame{}, slot: at})
	return r.keep(s, v, &match{from: from, verb: at, to: to})
}

// verbOfLine is the first finite verb of a stretch of slots; -1 where it has none.
func (s *sentence) verbOfLine(from, to int) int {
	for i := range s.shape().Verbs {
		if v := &s.shape().Verbs[i]; v.Form == syntax.Finite && v.Head > from && v.Head < to {
			return i
		}
	}
	return -1
}

// firstPeople are the people whom a stretch of slots names first, and where.
func (r *reader) firstPeople(s *sentence, from, to int) ([]int, int) {
	for k := from; k < to; k++ {
		sl := &s.slots[k]
		if !sl.namesPerson() && !(sl.kind == slotLeader && sl.m.Kind == mention.Role && sl.m.Entity >= 0) {
			continue
		}
		end := k + 1
		for j := k + 1; j < to; j++ {
			if f, t := s.groupEnding(j); s.slots[j].kind == slotLeader && f <= k && t > end {
				end = t
			}
		}
		who, _ := r.people(s, k, end)
		return who, k
	}
	return nil, -1
}

// onlyDate is the date of a stretch of slots that holds no other.
func (s *sentence) onlyDate(from, to int) (d *mention.Period) {
	for k := from; k < to; k++ {
		if sl := &s.slots[k]; sl.kind == slotDate && sl.m.Period != nil && sl.m.Period.From != "" {
			if d != nil {
				return nil
			}
			d = sl.m.Period
		}
	}
	return d
}

// tellsOther reports whether a stretch of slots has a verb of its own that is
// none of coming: "Minister X met Minister Y in May".
func (s *sentence) tellsOther(from, to int) bool {
	for i := range s.shape().Verbs {
		v := &s.shape().Verbs[i]
		if v.Head < from || v.Head >= to || s.classed(v.Head, []string{"visit", "go", "come", "came", "paid", "led", "attend"}) {
			continue
		}
		if v.Head > from { // what opens the line is a noun
			return true
		}
	}
	return false
}

// registerPlace is the place that a register's line itself names by "to" or "in".
func (s *sentence) registerPlace(from, to int) place {
	for k := from; k+1 < to; k++ {
		if w := s.slots[k].word; w != "to" && w != "in" {
			continue
		}
		if pl, end := s.place(k + 1); end > k+1 {
			return pl
		}
	}
	return place{}
}

// registerTo is where the visits of a register go: whereto its heading says,
// else the state that the title names beside the travellers' own.
func (r *reader) registerTo(who []int) string {
	if to := r.focus.register.to; to != "" {
		return to
	}
	if st := r.leaderState(who[0]); st != "" {
		return r.otherOfTitle(st)
	}
	return ""
}
