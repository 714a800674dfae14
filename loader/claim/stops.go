package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// freshTour is how many days after its beginning a journey through several
// states may still be under way, where nothing tells its end.
const freshTour = 7

// stopOf settles what a list of stops leaves open for one of them: a journey
// that has only begun still lies ahead behind the first stop, and a day told of
// all is that of none.
func (r *reader) stopOf(s *sentence, v *visit, h *hit, legs []leg, i int) {
	dated := legs[i].period != nil
	begins := s.beginsJourney(h)
	if !dated && s.tourOf(h.verb) >= 0 && !s.datesBetween(s.shape().Verbs[h.verb].From, s.shape().Verbs[h.verb].End) { // the day on which the whole began or went on
		v.coarse()
	}
	first := s.dayOfFirst(h) || begins || v.status == "planned"
	if !dated && (i > 0 && first || len(legs) > 2 && !first && h.frame.sense == "visit") {
		v.coarse()
	}
	if begins && v.status == "completed" && len(legs) > 1 && r.fresh(s, h) && (i > 0 || !s.shape().Verbs[h.verb].Past && s.departs(h.verb)) {
		v.status = "planned"
	}
	r.endsOf(s, v, h, legs, i)
}

// endsOf gives the first stop of a journey of which all days are told its first
// day, and the last its last: "Between 5 and 10 May she visited X, Y and Z".
func (r *reader) endsOf(s *sentence, v *visit, h *hit, legs []leg, i int) {
	if h.verb < 0 || len(legs) < 2 || h.frame.sense != "visit" || h.frame.kind == "noun" || slices.ContainsFunc(legs, func(l leg) bool { return l.period != nil }) {
		return
	}
	d := s.clauseDate(h)
	if d == nil || len(d.From) != 10 || len(d.To) != 10 || len(v.start) != 7 {
		return
	}
	switch i {
	case 0:
		v.start = d.From
	case len(legs) - 1:
		v.end = d.To
	}
}

// beginsJourney reports whether a trigger tells the beginning of a journey:
// "embarked on a tour of", "begins a visit to".
func (s *sentence) beginsJourney(h *hit) bool {
	if h.verb < 0 || h.frame.sense != "visit" {
		return false
	}
	v := &s.shape().Verbs[h.verb]
	return v.Form == syntax.Finite && (s.departs(h.verb) || formOf(s.slots[v.Head].word, "begin", "began", "begun", "start", "open", "launch"))
}

// looksAhead reports whether a trigger stands in the present tense of what may
// still be to come: "The minister then visits Oslo", "where his trip begins".
func (s *sentence) looksAhead(h *hit) bool {
	if h.verb < 0 {
		return false
	}
	v := &s.shape().Verbs[h.verb]
	if v.Past || v.Modal != "" || v.Form != syntax.Finite || s.holds([]string{"has", "have"}, v.From, v.Head) {
		return false
	}
	if h.frame.kind == "noun" {
		return s.leading(h.slot) != "on"
	}
	return !s.verb(v.Head, "state")
}

// departs reports whether a verb tells that somebody leaves.
func (s *sentence) departs(verb int) bool {
	return formOf(s.slots[s.shape().Verbs[verb].Head].word, "embark", "leave", "left", "depart", "set", "kick", "jet")
}

// fresh reports whether what a clause tells is news: its day lies right before
// publication, or it has none and is told as present.
func (r *reader) fresh(s *sentence, h *hit) bool {
	if d := s.clauseDate(h); d != nil {
		return len(d.From) == 10 && len(r.page.Published) == 10 && daysBetween(d.From, r.page.Published) <= freshTour
	}
	v := &s.shape().Verbs[h.verb]
	return !v.Past || s.holds([]string{"has", "have"}, v.From, v.Head)
}

// stopInMind puts the stop of a journey in focus that a paragraph opens with:
// "She visited Kenya and Rwanda. … In Kigali the programme was denser."
func (r *reader) stopInMind(s *sentence, vs []*visit) {
	if len(vs) > 0 || r.sameParagraph(s.passage) {
		return
	}
	for k := 0; k < len(s.slots) && k < 3; k++ {
		if sl := &s.slots[k]; sl.kind != slotState && sl.kind != slotCapital {
			continue
		}
		pl, _ := s.place(k)
		if v := r.stopAt(pl.state); v != nil {
			r.focus.visit, r.focus.at, r.focus.place = v, s.passage, pl
			r.focus.pair = nil
			for _, p := range r.visitParties(v, nil) {
				r.focus.pair = append(r.focus.pair, p.state)
			}
		}
		return
	}
}

// stopAt is the only stop in a state of a journey of several stops that one
// sentence told, nil where there is none.
func (r *reader) stopAt(state string) *visit {
	var at *visit
	for _, v := range r.visits {
		if v.to != state || v.status != "completed" || !r.severalStops(v) {
			continue
		}
		if at != nil {
			return nil
		}
		at = v
	}
	return at
}

// severalStops reports whether the sentence that told a visit first told of
// another by the same people.
func (r *reader) severalStops(v *visit) bool {
	return slices.ContainsFunc(r.visits, func(o *visit) bool {
		return o != v && o.to != v.to && overlap(o.leaders, v.leaders) && o.evidence[0].Passage == v.evidence[0].Passage
	})
}
