package claim

import "github.com/entente-graph/entente/loader/syntax"

// pronounObject reports whether a verb's object is "him", "her" or "them".
func (s *sentence) pronounObject(verb int) bool {
	for _, p := range s.object(verb) {
		switch s.slots[s.shape().Phrases[p].Head].word {
		case "him", "her", "them":
			return true
		}
	}
	return false
}

// othersTour reports whether a noun's phrase names somebody else whose it is: "the
// delegation's tour", "a tour by officials".
func (s *sentence) othersTour(noun int) bool {
	sh := s.shape()
	ph := &sh.Phrases[sh.PhraseOf(noun)]
	for k := ph.From; k < noun; k++ {
		if w := s.slots[k].word; w == "'s" || w == "their" || w == "its" || w == "our" {
			return true
		}
	}
	w := s.foldAt(noun + 1)
	return w == "by" || w == "of"
}

// earlierTours are the journeys that a sentence without people sets beside the
// one in mind: "Before that tour came a trip in February 2005 to X and Y; and
// one in June 2004 to Z", "The visit comes a month after a trip to X".
func (r *reader) earlierTours(s *sentence) (out []*visit) {
	v := r.focus.visit
	if v == nil || s.passage-r.focus.at > 1 || !s.pointsToTour() {
		return nil
	}
	for k := 1; k < len(s.slots); k++ {
		if !s.anotherTour(k) {
			continue
		}
		h := &hit{frame: tourFrame(), slot: k, verb: s.hangsOn(k)}
		for _, pl := range s.placesBehind(h, "to") {
			guests := r.foreign(v.leaders, pl.state)
			if len(guests) == 0 {
				continue
			}
			o := &visit{leaders: guests, to: pl.state, place: pl.city, status: "completed", kind: s.visitKind(k, k+1), told: told{rule: "visit.tour"}}
			o.weaken("inherited-people")
			if d := s.nearest(k, k, pl.slot); d != nil {
				o.start, o.end = d.From, d.To
				o.weaken(d.Weak)
			} else if pl.period != nil {
				o.start, o.end = pl.period.From, pl.period.To
			}
			o.earlier = true
			r.settleStatus(s, o, h)
			out = append(out, r.keep(s, o, s.span(h, &pl)))
		}
	}
	return out
}

// tourFrame is the frame by which the places behind a noun for a journey are
// found.
func tourFrame() *frame { return &frame{name: "tour", kind: "noun", sense: "visit"} }

// pointsToTour reports whether a sentence speaks of the journey in mind, and of
// what came before or after it.
func (s *sentence) pointsToTour() bool {
	points := false
	for k := 1; k < len(s.slots); k++ {
		if s.slots[k].kind == slotVisit {
			w := s.slots[k-1].word
			points = points || w == "the" || w == "that" || w == "this" || w == "latest"
		}
	}
	if len(s.slots) > 0 && s.slots[0].word == "it" {
		points = true
	}
	for i := range s.shape().Verbs {
		if v := &s.shape().Verbs[i]; points && v.Form == syntax.Finite && !v.Negated && formOf(s.slots[v.Head].word, "come", "came", "follow", "precede") {
			return true
		}
	}
	return false
}

// anotherTour reports whether slot k is a noun for a journey not told before,
// which is nobody's by the words around it: "a trip", "another two-day visit",
// "and one".
func (s *sentence) anotherTour(k int) bool {
	switch w := s.slots[k].word; {
	case w == "one", w == "another" && s.foldAt(k+1) != "visit":
		return s.foldAt(k+1) == "in" || s.foldAt(k+1) == "to" || s.foldAt(k+1) == "on"
	case s.slots[k].kind != slotVisit || s.othersTour(k):
		return false
	}
	ph := &s.shape().Phrases[s.shape().PhraseOf(k)]
	w := s.slots[ph.From].word
	return w == "a" || w == "an" || w == "another"
}

// listed are the countries that a phrase counts, where their names stand right
// behind it: "visited three Asian countries: X, Y and Z".
func (s *sentence) listed(ph *syntax.Phrase) []leg {
	switch s.slots[ph.Head].word {
	case "countries", "nations", "states", "capitals", "cities", "stops":
	default:
		return nil
	}
	switch s.foldAt(ph.Head + 1) {
	case "-", "–", "—", "--", ":", "(", ",", "including", "namely":
		return s.itinerary(ph.Head + 2)
	}
	return nil
}
