package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// antecedentDate is the day told beside what a relative clause hangs on, which
// is that of the clause: "at the summit in Oslo on 3 May, where he met X".
func (s *sentence) antecedentDate(h *hit) *mention.Period {
	rel := s.whereClause(h)
	if rel < 0 || s.pluperfect(h) {
		return nil
	}
	sh := s.shape()
	for k := sh.Phrases[rel].From - 1; k >= 0 && k >= sh.Phrases[rel].From-24; k-- {
		switch sl := &s.slots[k]; {
		case sl.kind == slotCapital, sl.kind == slotState:
			if s.foldAt(k-1) == "from" { // "came home on Monday from Oslo, where"
				return nil
			}
		case sl.kind == slotDate:
			if !s.eventDate(k) {
				return nil
			}
			return sl.m.Period
		case sl.word == ";", sl.word == ":":
			return nil
		}
	}
	return nil
}

// whereClause is the phrase that opens the clause of a trigger's verb, where it
// is "where", "at which" or the like; -1 where it is none.
func (s *sentence) whereClause(h *hit) int {
	if h.verb < 0 {
		return -1
	}
	sh := s.shape()
	for p := sh.PhraseOf(sh.Verbs[h.verb].From) - 1; p >= 0 && sh.Phrases[p].From >= sh.Verbs[h.verb].Start-1; p-- {
		switch ph := &sh.Phrases[p]; ph.Kind {
		case syntax.Relative:
			w := s.slots[ph.Head].word
			if w == "where" || w == "which" && ph.From > 0 && placing(s.slots[ph.From-1].word) {
				return p
			}
			return -1
		case syntax.VerbGroup, syntax.Subordinator, syntax.Stop:
			return -1
		}
	}
	return -1
}

// placing reports whether a preposition before "which" makes the clause one of
// what went on there: "at which".
func placing(w string) bool {
	return w == "at" || w == "in" || w == "during" || w == "to"
}

// pluperfect reports whether a verb tells of what was before: "had met".
func (s *sentence) pluperfect(h *hit) bool {
	if h.verb < 0 {
		return false
	}
	v := &s.shape().Verbs[h.verb]
	return s.slots[v.From].word == "had" && v.Head > v.From
}

// sceneDay gives a stay of which no day is told those of the gathering just
// told of at the same place. It reports whether it did.
func (r *reader) sceneDay(s *sentence, v *visit, h *hit) bool {
	f := &r.focus
	if v.to != f.venue.state || f.venueFrom == "" || s.passage-f.met > 2 || s.passage == f.met || s.pluperfect(h) || v.earlier || h.frame.sense == "left" {
		return false
	}
	if v.status != "completed" && !(v.status == "planned" && f.venueFrom >= r.page.Published) {
		return false
	}
	if h.frame.kind == "noun" && f.visit != nil && f.visit.to == v.to && !overlap(f.visit.leaders, v.leaders) {
		return false // "the talks are to prepare Y's visit"
	}
	v.start, v.end = f.venueFrom, f.venueTo
	v.weaken("inherited-date")
	return true
}

// onward gives a stay to which somebody went on from one told just before the
// month of that: "From there she flew on to Oslo". It reports whether it did.
func (r *reader) onward(s *sentence, v *visit, h *hit) bool {
	if h.verb < 0 || h.frame.sense != "visit" || s.pluperfect(h) {
		return false
	}
	from := ""
	if g := &s.shape().Verbs[h.verb]; s.holds([]string{"later", "then", "next", "onward", "onwards", "afterwards"}, max(0, g.From-3), min(g.To+2, len(s.slots))) {
		from = "*"
	}
	for k := 0; k+1 < len(s.slots) && from == ""; k++ {
		if s.slots[k].word != "from" {
			continue
		}
		if s.slots[k+1].word == "there" {
			from = "*"
		}
		for j := k + 1; j < len(s.slots) && j < k+4; j++ {
			if sl := &s.slots[j]; sl.kind == slotCapital || sl.kind == slotState || sl.kind == slotDemonym {
				from = sl.m.State
			}
		}
	}
	for i := len(r.visits) - 1; i >= 0 && from != ""; i-- {
		o := r.visits[i]
		if s.passage-o.lastTold() > 2 || o.leaders[0] != v.leaders[0] || o.to == v.to || from != "*" && o.to != from || o.status != v.status && v.status != "planned" {
			continue
		}
		if len(o.last()) < 7 && len(o.start) < 7 {
			return false
		}
		v.start = max(o.last(), o.start)[:7]
		v.weaken("inherited-date")
		return true
	}
	return false
}

// leaveEarlier takes from a visit of several those of whom it was told that
// they came on a day of their own, shortly before.
func (r *reader) leaveEarlier(v *visit) {
	if len(v.leaders) < 2 || len(v.start) != 10 || v.same != nil {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(v.leaders), func(l int) bool {
		return slices.ContainsFunc(r.visits, func(o *visit) bool {
			return len(o.leaders) == 1 && o.leaders[0] == l && o.to == v.to && o.status == v.status && len(o.start) == 10 && o.start < v.start && o.end == "" && v.start <= addDays(o.start, 2)
		})
	})
	if len(rest) > 0 {
		v.leaders = rest
	}
}

// dayBeside is the day that is told by how far it lies from a stay in mind: "a
// day before his arrival", "two days after that visit".
func (r *reader) dayBeside(s *sentence, h *hit) *mention.Period {
	for k := 1; k+2 < len(s.slots) && k < h.slot+8; k++ {
		if w := s.slots[k].word; w != "day" && w != "days" {
			continue
		}
		n := countOf(s.slots[k-1].word)
		next := s.slots[k+1].word
		if n == 0 || next != "before" && next != "after" || k > h.slot+1 && s.verbBetween(h.slot+1, k) {
			continue
		}
		noun := s.visitWithin(k+2, k+6)
		if noun < 0 || noun == h.slot {
			continue
		}
		v := r.stayTold(s, noun)
		if v == nil || len(v.start) != 10 {
			return nil
		}
		if next == "before" {
			return &mention.Period{From: addDays(v.start, -n), Weak: "anchor"}
		}
		return &mention.Period{From: addDays(max(v.last(), v.start), n), Weak: "anchor"}
	}
	return nil
}

// countOf is the number that a word means, 1 for an article, 0 where it means
// none.
func countOf(w string) int {
	if w == "a" || w == "the" {
		return 1
	}
	return lexicon.Number(w)
}

// visitWithin is the first noun of a visit between two slots, or -1.
func (s *sentence) visitWithin(from, to int) int {
	for k := from; k < min(to, len(s.slots)); k++ {
		if s.slots[k].kind == slotVisit || s.slots[k].word == "arrival" {
			return k
		}
	}
	return -1
}

// stayTold is the stay told before that a noun with an owner means: "his
// arrival", "X's visit"; that in mind where nobody owns it.
func (r *reader) stayTold(s *sentence, noun int) *visit {
	who, _ := r.owner(s, noun)
	if len(who) == 0 {
		return r.focus.visit
	}
	for i := len(r.visits) - 1; i >= 0; i-- {
		if v := r.visits[i]; overlap(v.leaders, who) && v.status == "completed" {
			return v
		}
	}
	return nil
}

// sameStay reports whether two tellings with one open day can be of the same
// stay: a plan without a day is not a stay long past.
func (r *reader) sameStay(v, o *visit) bool {
	if v.status == o.status || v.start != "" && o.start != "" || v.rule == "visit.nominal" && v.start == "" { // "before his arrival"
		return true
	}
	statuses := []string{v.status, o.status}
	if !slices.Contains(statuses, "planned") || !slices.Contains(statuses, "completed") {
		return true
	}
	day := r.page.Published
	for _, x := range []*visit{v, o} {
		if x.status == "completed" && len(x.start) >= 4 && len(day) >= 7 {
			return datesFit(x.start, day) || x.start >= day[:min(len(day), len(x.start))]
		}
	}
	return true
}
