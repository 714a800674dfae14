package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// who are the people that fill a frame's first role, by the first alternative
// that yields any, and the weak step of finding them.
func (r *reader) who(s *sentence, h *hit) ([]int, string) {
	for _, alternative := range h.frame.who {
		var out []int
		weak := ""
		for _, source := range alternative {
			more, w := r.peopleFrom(s, h, source)
			for _, p := range more {
				if !slices.Contains(out, p) {
					out = append(out, p)
				}
			}
			if w != "" {
				weak = w
			}
		}
		if len(out) > 0 {
			return out, weak
		}
	}
	return nil, ""
}

// peopleFrom are the people that one source gives.
func (r *reader) peopleFrom(s *sentence, h *hit, source string) ([]int, string) {
	sh := s.shape()
	switch source {
	case "subject":
		return r.subject(s, h)
	case "object":
		if h.verb < 0 {
			return nil, ""
		}
		return r.peopleOf(s, s.object(h.verb))
	case "owner":
		return r.owner(s, h.slot)
	case "of", "by", "between", "with", "from", "to", "for":
		return r.peopleOf(s, s.hanging(h, source))
	case "together":
		out, weak := r.peopleOf(s, s.together(h))
		return append(out, r.escorted(s, h)...), weak
	case "clause":
		return r.ofClause(s, h)
	case "toured": // "a tour that will take him to X"
		if h.verb < 0 || !s.pronounObject(h.verb) {
			return nil, ""
		}
		return r.tourer(s, h.verb)
	case "tourer":
		return r.tourer(s, h.verb)
	case "left":
		return r.leftOf(s, h.slot)
	case "behind": // "At the table sat X and Y"
		if h.verb < 0 || len(sh.Verbs[h.verb].Subject) > 0 && !s.fronts(h) {
			return nil, ""
		}
		return r.peopleOf(s, s.object(h.verb))
	case "roster":
		return r.roster(s, h)
	case "firstof":
		return r.firstFor(s, h)
	case "after":
		return r.since(s, h.slot)
	case "flanking":
		return r.flanking(s, h.slot)
	case "composed":
		return r.composed(s, h.slot)
	case "member":
		return r.member(s, h)
	case "mind":
		if v := r.focus.visit; v != nil && s.passage-r.focus.at <= 2 {
			return v.leaders, "inherited-people"
		}
	}
	return nil, ""
}

// peopleOf are the people whom phrases name as their heads: not who only owns
// what a phrase names, save where that travels with its owner ("X's plane").
func (r *reader) peopleOf(s *sentence, phrases []int) (out []int, weak string) {
	for _, p := range phrases {
		ph := &s.shape().Phrases[p]
		head := ph.Head
		if k := s.slots[head].kind; k != slotLeader && k != slotBoth && (k != slotOwner || ph.From < head) { // "took her to"
			if head = s.escort(ph); head < 0 {
				continue
			}
		}
		more, w := r.people(s, head, head+1)
		for _, l := range more {
			if !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
		if w != "" {
			weak = w
		}
	}
	return out, weak
}

// escort is the person with whom a plane or delegation travels: its owner, or
// who leads it; -1 where there is none.
func (s *sentence) escort(ph *syntax.Phrase) int {
	switch w := s.slots[ph.Head].word; w {
	case "delegation", "entourage", "team", "party":
	default:
		if !vehicle(w) {
			return -1
		}
	}
	for k := ph.From; k < ph.Head; k++ {
		if s.slots[k].kind == slotLeader || s.slots[k].kind == slotOwner {
			return k
		}
	}
	for k := ph.Head + 1; k+2 < len(s.slots) && k < ph.Head+6; k++ {
		switch s.slots[k].word {
		case "led", "headed", "chaired":
			if s.slots[k+1].word == "by" && s.slots[k+2].kind == slotLeader {
				return k + 2
			}
		case "of", "carrying":
			if s.slots[k+1].kind == slotLeader {
				return k + 1
			}
		}
	}
	return -1
}

// object is the noun phrase right behind a verb, with those listed beside it.
func (s *sentence) object(verb int) []int {
	sh := s.shape()
	v := &sh.Verbs[verb]
	for p := sh.PhraseOf(v.Head) + 1; p > 0 && p < len(sh.Phrases) && sh.Phrases[p].From < v.End; p++ {
		switch sh.Phrases[p].Kind {
		case syntax.Adverb, syntax.When:
			continue
		case syntax.NounPhrase:
			return sh.Members(p)
		case syntax.Preposition:
			if sh.Phrases[p].From > v.To+2 {
				return nil
			}
			if s.beforeObject(p) {
				p++
				continue // "hosted on Monday X"
			}
			if s.slots[sh.Phrases[p].Head].word == "along" {
				continue // "brought along X"
			}
		}
		return nil
	}
	return nil
}

// hanging are the noun phrases that hang by a preposition on a trigger: on a
// verb within its clause, on a noun right behind it.
func (s *sentence) hanging(h *hit, prep string) []int {
	sh := s.shape()
	from, to := 0, 0
	if h.frame.kind == "noun" {
		from, to = h.slot+1, s.nounEnd(h)
	} else {
		from, to = sh.Verbs[h.verb].Head+1, sh.Verbs[h.verb].End
	}
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		if ph.Kind == syntax.NounPhrase && ph.From >= from && ph.From < to && sh.PrepWord(p) == prep && s.shape().Phrases[sh.Prep(p)].From >= from && !(h.frame.kind == "noun" && s.ofAnother(sh.Prep(p), h.slot)) {
			return sh.Members(p)
		}
	}
	return nil
}

// ofAnother reports whether a preposition hangs on a common noun that is not
// the one at a slot: "a visit at the invitation of X".
func (s *sentence) ofAnother(prep, noun int) bool {
	sh := s.shape()
	if prep < 1 || sh.Phrases[prep-1].Kind != syntax.NounPhrase {
		return false
	}
	ph := &sh.Phrases[prep-1]
	return ph.From > noun && s.slots[ph.Head].kind == slotWord && !locality(s.slots[ph.Head].word) && !s.slots[ph.Head].capital
}

// together are the people who do with the subject what a verb says: "X flew
// there together with Y". Whom somebody only met "with" others are not.
func (s *sentence) together(h *hit) []int {
	if h.verb < 0 {
		return nil
	}
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		prep := -1
		if ph.Kind == syntax.NounPhrase && ph.From >= v.Start && ph.From < v.End {
			prep = sh.Prep(p)
		}
		if prep < 0 {
			continue
		}
		switch k := sh.Phrases[prep].Head; s.slots[k].word {
		case "alongside":
			return sh.Members(p)
		case "with":
			if k > 0 && (s.slots[k-1].word == "together" || s.slots[k-1].word == "along" || s.slots[k-1].word == "jointly") {
				return sh.Members(p)
			}
		}
	}
	return nil
}

// nounEnd is where what hangs on a noun ends: at the next finite verb's
// clause, or a stop.
func (s *sentence) nounEnd(h *hit) int {
	sh := s.shape()
	for p := sh.PhraseOf(h.slot) + 1; p > 0 && p < len(sh.Phrases); p++ {
		ph := &sh.Phrases[p]
		switch ph.Kind {
		case syntax.VerbGroup, syntax.Relative, syntax.Subordinator, syntax.Saying:
			return ph.From
		case syntax.Stop:
			if w := s.slots[ph.Head].word; w != "(" && w != ")" && w != "'s" && !quoteMark(w) {
				return ph.From
			}
		}
	}
	return len(s.slots)
}

// owner is the person who owns a noun: "X's visit", "his visit", "the visit
// that X paid".
func (r *reader) owner(s *sentence, noun int) ([]int, string) {
	ph := &s.shape().Phrases[s.shape().PhraseOf(noun)]
	for k := noun - 1; k >= ph.From && k >= 0; k-- {
		switch sl := &s.slots[k]; {
		case sl.kind == slotOwner:
			return r.people(s, k, k+1)
		case sl.kind == slotLeader && k+1 < noun && s.slots[k+1].word == "'s":
			return r.people(s, s.listStart(k), k+1)
		case sl.kind == slotLeader && k+1 == noun: // "the Putin visit"
			return r.people(s, k, k+1)
		case sl.word == "'s" && k > 0 && s.slots[k-1].kind != slotLeader:
			return nil, ""
		}
	}
	return nil, ""
}

// listStart is the first slot of the list of people that ends with slot k.
func (s *sentence) listStart(k int) int {
	from, _ := s.groupEnding(k)
	return from
}

// ofClause are the people of the clause that a noun hangs on ("X signed it
// during a visit", "X, on a visit to …, said"): its subject, else its object.
func (r *reader) ofClause(s *sentence, h *hit) ([]int, string) {
	if h.verb < 0 || s.othersStay(h) {
		return nil, ""
	}
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	if out, weak := r.peopleOf(s, v.Subject); len(out) > 0 {
		return out, weak
	}
	if v.Passive {
		return nil, ""
	}
	if out, weak := r.tourer(s, h.verb); len(out) > 0 {
		return out, weak
	}
	return r.peopleOf(s, s.object(h.verb))
}

// othersStay reports whether a noun's clause only speaks of the stay of people
// who are not named: "They recalled the visit to X of a number of ministers".
func (s *sentence) othersStay(h *hit) bool {
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	if h.frame.name != "nominal" || v.Head > h.slot || s.leading(h.slot) != "" || !formOf(s.slots[v.Head].word, "recall", "welcome", "note", "hail", "praise", "mention", "await", "discuss", "describe", "cover") {
		return false
	}
	for k := sh.Phrases[sh.PhraseOf(h.slot)].From; k < h.slot; k++ {
		if s.slots[k].kind == slotOwner {
			return false
		}
	}
	return true
}

// leftOf is the last person named before a slot, with no verb between: a
// headline's or a list item's.
func (r *reader) leftOf(s *sentence, slot int) ([]int, string) {
	for k := slot - 1; k >= 0; k-- {
		if s.shape().VerbAt(k) >= 0 {
			return nil, ""
		}
		if s.slots[k].kind == slotLeader {
			return r.people(s, s.listStart(k), k+1)
		}
	}
	return nil, ""
}
