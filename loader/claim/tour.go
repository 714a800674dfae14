package claim

import "github.com/entente-graph/entente/loader/syntax"

// tourOf is the slot of the journey whose course a verb tells: "a tour that
// includes stops in Oslo", "her trip, which began in Oslo"; -1 where it tells of
// none.
func (s *sentence) tourOf(verb int) int {
	if verb < 0 {
		return -1
	}
	sh := s.shape()
	v := &sh.Verbs[verb]
	if v.Form != syntax.Finite || v.Passive || v.Negated || !formOf(s.slots[v.Head].word, "start", "begin", "began", "include", "end", "cover", "take", "took", "bring", "brought", "feature", "span", "conclude") {
		return -1
	}
	for k := v.From - 1; k >= 0 && k > v.From-18; k-- {
		sl := &s.slots[k]
		if sl.kind != slotVisit || !course(sl.word) {
			continue
		}
		for _, p := range v.Subject {
			if p == sh.PhraseOf(k) {
				return k
			}
		}
		if s.holds([]string{"that", "which"}, k, v.From) {
			return k
		}
		return -1
	}
	return -1
}

// course reports whether a noun names a journey that may have several stops.
func course(w string) bool {
	switch w {
	case "tour", "trip", "visit", "journey", "swing", "voyage":
		return true
	}
	return false
}

// tourer is who makes the journey whose course a verb tells.
func (r *reader) tourer(s *sentence, verb int) ([]int, string) {
	k := s.tourOf(verb)
	if k < 0 {
		return nil, ""
	}
	if out, weak := r.owner(s, k); len(out) > 0 {
		return out, weak
	}
	sh := s.shape()
	for on := len(sh.Verbs) - 1; on >= 0; on-- {
		if v := &sh.Verbs[on]; on != verb && v.Head < k && v.Start <= k {
			return r.peopleOf(s, v.Subject)
		}
	}
	return nil, ""
}

// courseAhead reports whether a verb tells the course of a journey in the
// present tense: such a journey has hardly begun.
func (s *sentence) courseAhead(verb int) bool {
	return s.tourOf(verb) >= 0 && !s.shape().Verbs[verb].Past
}

// foretells reports whether a line without a verb opens by saying that what it
// lists is still to come: "Next up: X, on a visit to Oslo from Monday".
func (s *sentence) foretells() bool {
	for k := 0; k < len(s.slots) && k < 3; k++ {
		switch s.slots[k].word {
		case "next", "coming", "upcoming", "ahead", "expected", "awaited":
			return len(s.shape().Verbs) == 0 || s.foldAt(k+1) == "up" || s.foldAt(k+1) == ":"
		}
	}
	return false
}
