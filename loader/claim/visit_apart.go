package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// apart reports whether the date at slot k is told of something else than what
// stands at another slot: what is only measured from ("his second since taking
// office in March"), or what a bracket tells of somebody ("X (to take office on
// 21 March)").
func (s *sentence) apart(at, k int) bool {
	return s.measured(at, k) || s.bracketed(at, k)
}

// measured reports whether the date at slot k is that of an act which "since"
// or, where it is a verb's, "after" and the like part from a slot.
func (s *sentence) measured(at, k int) bool {
	for j := k - 1; j > at; j-- {
		switch s.slots[j].word {
		case "since":
			return true
		case "after", "before", "following", "until", "upon":
			return s.foldAt(j-1) != "the" && (s.verbBetween(j, k) || j+1 < k && s.gerund(j+1)) // not "the following texts"
		}
	}
	for j := k - 1; at > k && j >= 0; j-- { // "since taking office in March, he has been to"
		if s.slots[j].word == "since" {
			return s.hasWord(",", k, at) || s.hasWord("and", k, at)
		}
	}
	return false
}

// gerund reports whether the word at a slot is a verb's "-ing", not a noun.
func (s *sentence) gerund(k int) bool {
	w := s.slots[k].word
	return s.slots[k].kind == slotWord && len(w) > 5 && w[len(w)-3:] == "ing" && w != "morning" && w != "evening" && w != "meeting"
}

// bracketed reports whether the date at slot k stands in a bracket that holds
// more than dates, while another slot does not stand there.
func (s *sentence) bracketed(at, k int) bool {
	from, to := k, k
	for ; from >= 0 && s.slots[from].word != "("; from-- {
		if s.slots[from].word == ")" {
			return false
		}
	}
	for to < len(s.slots) && s.slots[to].word != ")" {
		to++
	}
	if from < 0 || at > from && at < to {
		return false
	}
	for j := from + 1; j < to; j++ {
		switch sl := &s.slots[j]; {
		case sl.kind != slotWord:
		case sl.word == "from", sl.word == "until", sl.word == "till", sl.word == "through", len(sl.word) < 4:
		default:
			return true
		}
	}
	return false
}

// onTour reports whether a trigger stands in a clause that hangs on a journey of
// several stops ("her tour, during which she visited X and Y"), and a date does
// not: a day of the journey then is not that of each stop.
func (s *sentence) onTour(h *hit, d *mention.Period) bool {
	if h.verb < 0 {
		return false
	}
	sh := s.shape()
	rel := -1
	for p := sh.PhraseOf(sh.Verbs[h.verb].From) - 1; p >= 0 && rel < 0; p-- {
		switch sh.Phrases[p].Kind {
		case syntax.Relative:
			rel = p
		case syntax.Subordinator, syntax.Saying:
			return false
		}
	}
	if rel < 0 {
		return false
	}
	for k := sh.Phrases[rel].From; k < len(s.slots); k++ {
		if s.slots[k].kind == slotDate && s.slots[k].m.Period == d {
			return false
		}
	}
	for k := sh.Phrases[rel].From - 1; k >= 0 && k >= sh.Phrases[rel].From-9; k-- {
		switch s.slots[k].word {
		case "tour", "swing", "trip", "journey", "leg", "legs":
			return true
		}
	}
	return false
}

// measuredStay reports whether a trigger tells what somebody did before or after
// what a date is of: "landed in X yesterday after visiting Y".
func (s *sentence) measuredStay(h *hit, d *mention.Period) bool {
	if h.verb < 0 || h.frame.kind == "noun" {
		return false
	}
	v := &s.shape().Verbs[h.verb]
	if w := s.foldAt(v.From - 1); v.Form != syntax.Gerund || w != "after" && w != "before" && w != "following" {
		return false
	}
	for k := v.From; k < v.End; k++ {
		if s.slots[k].kind == slotDate && s.slots[k].m.Period == d {
			return false
		}
	}
	return true
}

// toldBehind is the date of a stay in a clause about it: "her visit to X, which
// is scheduled for 20 June". The second value says that it is a plan.
func (s *sentence) toldBehind(noun int) (*mention.Period, bool) {
	if s.slots[noun].kind != slotVisit {
		return nil, false
	}
	sh := s.shape()
	p := sh.PhraseOf(noun) + 1
	for p < len(sh.Phrases) && sh.Phrases[p].Kind != syntax.Relative {
		switch sh.Phrases[p].Kind {
		case syntax.NounPhrase, syntax.Preposition, syntax.Comma:
		default:
			return nil, false
		}
		p++
	}
	if p >= len(sh.Phrases) || s.slots[sh.Phrases[p].Head].word != "which" && s.slots[sh.Phrases[p].Head].word != "that" {
		return nil, false
	}
	plan, takes := false, false
	for k := sh.Phrases[p].From + 1; k < len(s.slots) && k < sh.Phrases[p].From+9; k++ {
		switch sl := &s.slots[k]; sl.word {
		case "scheduled", "planned", "due", "expected", "slated", "set", "will":
			plan = true
		case "takes", "took", "take", "begins", "began", "begin", "starts", "started", "start", "held":
			takes = true
		case ",", ";", "he", "she", "they":
			return nil, false
		default:
			if sl.kind == slotDate && (plan || takes) {
				return sl.m.Period, plan
			}
		}
	}
	return nil, false
}

// begun is the first day of a stay whose last day a trigger tells, where that is
// told behind its noun: "left on Friday after a visit that began on Monday";
// empty where it is not.
func (s *sentence) begun(h *hit, last string) string {
	for k := h.slot + 1; k < len(s.slots); k++ {
		if d, plan := s.toldBehind(k); d != nil && !plan && len(d.From) == 10 && d.From <= last {
			return d.From
		}
	}
	return ""
}

// lastToGo is the slot of who is named as the last or first to have gone, where
// a trigger is that "to visit": "the last king to visit X was Y in 2009"; -1
// where it is none.
func (s *sentence) lastToGo(h *hit) int {
	sh := s.shape()
	if h.verb < 0 || h.frame.kind == "noun" || sh.Verbs[h.verb].Form != syntax.Infinitive {
		return -1
	}
	ranked := false
	for k := h.slot - 1; k >= 0 && k >= h.slot-8 && !ranked; k-- {
		switch s.slots[k].word {
		case "last", "first", "only", "previous":
			ranked = true
		case ",", ";":
			return -1
		}
	}
	for k := h.slot + 1; ranked && k+1 < len(s.slots); k++ {
		switch sl := &s.slots[k]; {
		case sl.word == "was" || sl.word == "were" || sl.word == "been":
			for j := k + 1; j < len(s.slots) && j < k+4; j++ {
				if s.slots[j].kind == slotLeader && s.slots[j].m.Kind == mention.Person {
					return j
				}
			}
			if s.foldAt(k+1) == "the" && s.foldAt(k+2) == "late" { // somebody whom nothing else names
				return k
			}
			return -1
		case sl.word == ";", sl.word == ",", sh.VerbAt(k) >= 0:
			return -1
		}
	}
	return -1
}

// anyHolder reports whether the role at slot k is that of whoever held it
// before: "the last Kenyan president", "the last visit of a Kenyan president".
func (s *sentence) anyHolder(k int) bool {
	before := s.foldAt(k - 1)
	if k > 0 && s.slots[k-1].kind == slotDate { // "Last May the Kenyan president"
		before = ""
	}
	if at := s.slots[k].m.Whole[0]; strings.HasPrefix(s.text[at:], "a ") || strings.HasPrefix(s.text[at:], "an ") {
		before = "a"
	}
	switch before {
	case "last", "previous":
		return true
	case "a", "an", "any":
		for j := k - 2; j >= 0 && j >= k-7; j-- {
			if w := s.slots[j].word; w == "last" || w == "previous" || w == "latest" {
				return true
			}
		}
	}
	return false
}
