package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// calledOff reports whether the verb at slot k takes an event back or puts it
// off: "cancelled", "called off", "put on hold", "is off".
func (s *sentence) calledOff(k int) bool {
	w := s.slots[k].word
	next, then := s.foldAt(k+1), s.foldAt(k+2)
	switch {
	case formOf(w, "call"), w == "put", w == "puts", w == "putting", w == "hold", w == "held", formOf(w, "push"):
		switch next {
		case "off", "back", "over":
			return true
		case "on":
			return then == "hold" || then == "ice"
		}
		return then == "off" || s.foldAt(k+3) == "off"
	case s.verb(k, "state"):
		return next == "off" && then != "to"
	case w == "fell" || w == "falls" || w == "fallen":
		return next == "through"
	}
	return s.verb(k, "cancel")
}

// moved reports whether the verb at slot k gives an event another day.
func (s *sentence) moved(k int) bool {
	if s.slots[k].word == "rescheduled" {
		return true
	}
	return formOf(s.slots[k].word, "move", "shift", "reschedule") && (s.foldAt(k+1) == "to" || s.foldAt(k+1) == "back")
}

// foldAt is the folded word of a slot, "" behind the last.
func (s *sentence) foldAt(k int) string {
	if k < 0 || k >= len(s.slots) {
		return ""
	}
	return s.slots[k].word
}

// putOff reports whether a line that opens by taking something back leads to
// the phrase at slot from: "Put off: the visit of …".
func (s *sentence) putOff(from int) bool {
	for k := from - 1; k >= 0 && k >= from-4; k-- {
		if s.slots[k].word == ":" {
			return s.calledOff(0) || s.verb(0, "deny")
		}
	}
	return false
}

// asks reports whether a sentence is a question, which tells nothing.
func (s *sentence) asks() bool {
	for k := len(s.slots) - 1; k >= 0 && k >= len(s.slots)-3; k-- {
		if s.slots[k].kind == slotMark && s.slots[k].word == "?" {
			return true
		}
	}
	return false
}

// refuted reports whether the clause at slot from is what a rumour says that
// the sentence takes back: "dismissed reports that he would come".
func (s *sentence) refuted(from int) bool {
	if s.deniedThat(from) || s.deniedBehind(from) {
		return true
	}
	rumour, said := -1, false
	for k := from - 1; k >= 0 && rumour < 0; k-- {
		switch s.slots[k].word {
		case "report", "reports", "news", "information", "rumour", "rumours", "rumor", "rumors", "claim", "claims", "story", "stories", "speculation", "allegation", "allegations", "gossip", "suggestion", "suggestions", "post", "posts", "talk", "article", "articles":
			rumour = k
		case "speculated", "claimed", "alleged", "wrote", "reported", "rumoured", "rumored":
			said = said || s.foldAt(k+1) == "that"
		case ";", ":":
			return false
		}
	}
	if said && s.takesBack() {
		return true
	}
	return rumour >= 0 && s.holds([]string{"that", "which", "of", "about"}, rumour, from) && (s.takesBack() || s.slots[0].word == "asked")
}

// deniedThat reports whether a verb of denying leads to the clause at slot
// from: "denied that the minister had been in".
func (s *sentence) deniedThat(from int) bool {
	for k := from - 1; k > 0; k-- {
		switch w := s.slots[k].word; {
		case w == ";" || w == "but" || w == "where" || w == "who" || w == "which" || s.verb(k, "say"):
			return false
		case w == "that":
			return s.verb(k-1, "deny")
		}
	}
	return false
}

// deniedBehind reports whether what the clause at slot from says is denied
// right behind it: "he would travel to Oslo, which his office denied".
func (s *sentence) deniedBehind(from int) bool {
	for k := from + 1; k+1 < len(s.slots); k++ {
		if s.slots[k].word != "which" || s.slots[k-1].word != "," {
			continue
		}
		for j := k + 1; j < len(s.slots) && j < k+7; j++ {
			if s.verb(j, "deny") && s.shape().VerbAt(j) >= 0 {
				return true
			}
		}
	}
	return false
}

// guessed reports whether the clause at slot from is only what people suppose:
// "speculated that he would".
func (s *sentence) guessed(from int) bool {
	for k := from - 1; k > 0 && s.slots[k].word != ";"; k-- {
		if s.slots[k].word == "that" {
			return formOf(s.slots[k-1].word, "speculate", "rumour", "rumor", "guess", "surmise", "wonder")
		}
	}
	return false
}

// scrapped reports whether a verb behind slot at calls off the journey that
// was meant: "had been due to fly on, but the trip was scrapped".
func (s *sentence) scrapped(at int) bool {
	sh := s.shape()
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		if v.Head <= at || !s.calledOff(v.Head) && !s.moved(v.Head) {
			continue
		}
		for _, q := range v.Subject {
			h := &s.slots[sh.Phrases[q].Head]
			if h.kind == slotVisit || h.word == "it" || h.word == "plan" || h.word == "plans" || h.word == "talks" || h.word == "meeting" {
				return true
			}
		}
	}
	return false
}

// offOf reports whether a verb said of the noun calls it off, wherever in the
// sentence: "the visit, planned for May, has been put off".
func (s *sentence) offOf(noun int) bool {
	sh := s.shape()
	q := sh.PhraseOf(noun)
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		if slices.Contains(v.Subject, q) && (s.calledOff(v.Head) || s.moved(v.Head) || v.Negated && v.Modal != "" && formOf(s.slots[v.Head].word, "take", "happen", "go", "materialize", "materialise", "occur")) {
			return true
		}
	}
	return false
}

// takesBack reports whether the sentence says that something is not true.
func (s *sentence) takesBack() bool {
	for k := range s.slots {
		switch w := s.slots[k].word; {
		case s.verb(k, "deny") && w != "dismissed" || formOf(w, "dismiss", "rebut", "refute", "reject", "quash", "scotch", "deny"):
			return true
		case formOf(w, "reflect", "correspond") && s.holds([]string{"not"}, max(0, k-2), k):
			return true
		case (w == "true" || w == "correct" || w == "truth") && s.holds([]string{"not", "no", "nothing"}, max(0, k-3), k):
			return true
		case w == "untrue", w == "false", w == "unfounded", w == "baseless", w == "fake", w == "groundless":
			return true
		case formOf(w, "brush") && (s.foldAt(k+1) == "aside" || s.foldAt(k+1) == "off"), formOf(w, "wave") && s.foldAt(k+1) == "away":
			return true
		}
	}
	return false
}

// onlyWished reports whether a noun is only what is asked or hoped for: "no
// request for a visit", "the prospect of a trip".
func (s *sentence) onlyWished(noun int) bool {
	sh := s.shape()
	prep := sh.Prep(sh.PhraseOf(noun))
	if prep < 1 || sh.Phrases[prep-1].Kind != syntax.NounPhrase {
		return false
	}
	switch s.slots[sh.Phrases[prep-1].Head].word {
	case "request", "requests", "proposal", "proposals", "call", "calls", "hope", "hopes", "possibility", "prospect", "prospects", "idea", "rumour", "rumours", "rumor", "rumors", "chance", "likelihood", "question":
		return true
	}
	return false
}

// stillPlanned is the status of a plan that the verb at i tells: planned,
// unless the sentence goes on to say that whoever planned it stays at home
// ("who was expected in Oslo, has cancelled").
func (s *sentence) stillPlanned(i int) string {
	sh := s.shape()
	for j := i + 1; j < len(sh.Verbs); j++ {
		v := &sh.Verbs[j]
		if v.Negated || v.Form != syntax.Finite || !slices.Equal(v.Subject, sh.Verbs[i].Subject) || len(s.object(j)) > 0 {
			continue
		}
		switch w := s.slots[v.Head].word; {
		case s.verb(v.Head, "cancel"), w == "withdrew" || formOf(w, "withdraw"), w == "pulled" && s.foldAt(v.Head+1) == "out", w == "stayed" && s.foldAt(v.Head+1) == "away", w == "called" && s.foldAt(v.Head+1) == "off":
			return "cancelled"
		}
	}
	return "planned"
}

// yetTo reports whether a verb only says that something is still to be done:
// "has yet to visit".
func (s *sentence) yetTo(v *syntax.Verb) bool {
	return s.foldAt(v.Head+1) == "yet" && s.foldAt(v.Head+2) == "to"
}

// nobody reports whether a verb's subject is none: "no president has visited".
func (s *sentence) nobody(v *syntax.Verb) bool {
	if len(v.Subject) == 0 {
		return false
	}
	from := s.shape().Phrases[v.Subject[0]].From
	for _, w := range []string{s.foldAt(from), s.foldAt(from - 1)} {
		if w == "no" || w == "nobody" || w == "none" || w == "neither" {
			return true
		}
	}
	return false
}

// fallsThrough reports whether what a clause plans is taken back by the rest of
// its sentence: "was due in Oslo, but the trip was scrapped", "a visit to Oslo,
// planned for May, has been put off".
func (s *sentence) fallsThrough(at int) bool {
	sh := s.shape()
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		if v.Head < at || v.Form != syntax.Finite || !v.Passive && !v.Negated && !s.calledOff(v.Head) {
			continue
		}
		for _, p := range v.Subject {
			if k := sh.Phrases[p].Head; s.slots[k].kind == slotVisit && (v.Negated || s.calledOff(v.Head) || s.moved(v.Head)) {
				return true
			}
		}
	}
	return false
}
