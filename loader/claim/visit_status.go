package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// verbStatus tells planned, cancelled and denied stays from those made, by the
// verb that tells of them; empty where nothing is due or the verb is negated.
func (s *sentence) verbStatus(i int) string {
	if s.asks() {
		return ""
	}
	sh := s.shape()
	for steps := 0; steps < 6; steps++ {
		v := &sh.Verbs[i]
		if v.Negated || s.supposed(v) || s.guessed(v.From) || s.unreal(v) || s.yetTo(v) || s.nobody(v) {
			return ""
		}
		switch v.Modal {
		case "will", "shall", "'ll", "would":
			if s.refuted(v.From) || s.ownStatus(v.Start) == "denied" {
				return "denied"
			}
			return s.stillPlanned(i)
		case "may", "might", "could", "can", "should", "must":
			return ""
		}
		if v.Form != syntax.Infinitive && v.Form != syntax.Gerund {
			if w := s.slots[v.Head].word; (w == "is" || w == "are") && s.foldAt(v.To) == "to" && s.verbBetween(v.To, v.To+4) { // "In Oslo he is to meet"
				return s.stillPlanned(i)
			}
			return s.ownStatus(v.From)
		}
		if v.Governor < 0 {
			if v.Form == syntax.Infinitive {
				return "planned"
			}
			return "completed"
		}
		status, decided := s.governed(i)
		if decided {
			if status == "planned" && s.scrapped(v.Head) {
				return "cancelled"
			}
			return status
		}
		i = v.Governor
	}
	return "completed"
}

// governed is what the verb before an infinitive or gerund makes of it: "plans
// to visit", "declined to visit"; not decided where it only leads to it ("came
// to attend").
func (s *sentence) governed(i int) (string, bool) {
	sh := s.shape()
	v := &sh.Verbs[i]
	g := &sh.Verbs[v.Governor]
	w := s.slots[g.Head].word
	if v.Form == syntax.Infinitive && formOf(w, "call", "foresee", "envisage") && len(g.Subject) == 1 && s.plan(g.Subject[0]) { // "Plans call for X to visit"
		return "planned", true
	}
	if v.Form == syntax.Infinitive && s.holds([]string{"invitation", "invitations", "offer", "proposal", "request", "call", "calls"}, g.Head, v.From) && !formOf(w, "accept") && !s.accepts(g.Head) {
		return "", true
	}
	switch {
	case s.holds([]string{"yet"}, g.From, v.From) && formOf(w, "have", "has", "is", "are"): // "has yet to visit"
		return "", true
	case v.Form == syntax.Infinitive && (w == "was" || w == "were") && s.holds([]string{"have"}, v.From, v.Head): // "was to have gone"
		return "cancelled", true
	case formOf(w, "refuse", "decline"):
		return "cancelled", true
	case formOf(w, "deny", "denied"):
		return "denied", true
	case formOf(w, "invite") && s.accepts(g.Head):
		return "planned", true
	case formOf(w, "invite", "urge", "ask", "call", "propose", "offer", "consider", "fail", "want", "encourage", "allow", "suggest", "seek", "sought", "threaten", "wish"):
		return "", v.Form == syntax.Infinitive || g.Head+3 >= v.Head // not ", arriving in"
	case v.Form == syntax.Infinitive && s.verb(g.Head, "state") && s.foldAt(v.From+1) == "have": // "was to have been"
		return "", true
	case v.Form == syntax.Infinitive && formOf(w, "agree", "plan", "expect", "schedule", "intend", "hope", "promise", "pledge", "prepare", "decide", "slate", "poise", "accept", "aim", "announce", "tap", "confirm", "arrange"):
		return "planned", true
	}
	if v.Form == syntax.Infinitive && (s.verb(g.Head, "state") || w == "set" || w == "ready") && g.Head+6 > v.From {
		if s.refuted(g.From) {
			return "denied", true
		}
		if g.Past && (s.foldAt(v.From+1) == "have" || s.pluperfect(&hit{verb: v.Governor})) { // "was to have visited"
			return "cancelled", true
		}
		return "planned", true
	}
	return "", false
}

// unreal reports whether a form of "be" only leads to what did not come to
// pass: "was to have been received".
func (s *sentence) unreal(v *syntax.Verb) bool {
	return s.verb(v.Head, "state") && s.foldAt(v.Head+1) == "to" && s.foldAt(v.Head+2) == "have"
}

// accepts reports whether an invitation is accepted behind a slot.
func (s *sentence) accepts(at int) bool {
	for k := at + 1; k < len(s.slots); k++ {
		if formOf(s.slots[k].word, "accept") {
			return true
		}
	}
	return false
}

// formOf reports whether a word is a form of one of some verbs.
func formOf(w string, verbs ...string) bool {
	own := stem(w)
	return slices.ContainsFunc(verbs, func(v string) bool { return stem(v) == own })
}

// stem is a verb's form without its ending, so that all forms compare equal.
func stem(w string) string {
	for _, end := range []string{"ing", "ed", "es", "s", "e"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+1 && (end != "s" || !strings.HasSuffix(w, "ss")) {
			w = strings.TrimSuffix(w, end)
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 'l' && w[n-1] != 's' {
		w = w[:n-1]
	}
	return w
}

// ownStatus is the status that a finite verb gives by itself: denied or
// cancelled where a word of these stands right before it ("denied that he
// visited"), denied too where it is what a rumour says that is taken back.
func (s *sentence) ownStatus(from int) string {
	if s.refuted(from) {
		return "denied"
	}
	for k := from - 1; k >= 0 && k >= from-6; k-- {
		switch {
		case s.verb(k, "deny") && (k >= from-3 || s.foldAt(k+1) == "that"):
			return "denied"
		case k < from-3:
		case s.verb(k, "cancel"):
			return "cancelled"
		}
	}
	return "completed"
}

// nounStatus is the status of a stay that a noun tells of: by what stands
// before the noun, else by the verb that it hangs on.
func (s *sentence) nounStatus(h *hit) string {
	if h.frame.sense == "since" { // whoever went before has been there
		return "completed"
	}
	sh := s.shape()
	ph := &sh.Phrases[sh.PhraseOf(h.slot)]
	if s.asks() || s.onlyWished(h.slot) || s.holds([]string{"no_date", "no_dates", "no_plan", "no_plans"}, max(0, h.slot-9), h.slot) {
		return ""
	}
	if s.putOff(ph.From) {
		return "cancelled"
	}
	for k := ph.From; k < h.slot; k++ {
		switch s.slots[k].word {
		case "planned", "upcoming", "forthcoming", "scheduled", "expected", "future", "coming", "impending", "next":
			return s.cancelledOr(h, "planned")
		case "possible", "potential", "proposed", "no", "any", "hypothetical", "eventual":
			return ""
		case "cancelled", "canceled", "postponed", "aborted", "scrapped", "delayed":
			return "cancelled"
		case "last", "recent", "latest", "previous", "past", "historic":
			return "completed"
		}
	}
	if h.verb < 0 {
		if s.foretells() {
			return s.cancelledOr(h, "planned")
		}
		return s.cancelledOr(h, "completed")
	}
	switch prep := s.leading(h.slot); prep {
	case "ahead", "before", "for", "about":
		if st := s.verbStatus(h.verb); prep != "for" && prep != "about" && st == "completed" && !s.goes(h.verb) && !s.pluperfect(h) {
			return "planned"
		}
	case "after", "following", "since", "from":
		return "completed"
	}
	return s.cancelledOr(h, s.verbStatus(h.verb))
}

func (s *sentence) goes(verb int) bool {
	h := s.shape().Verbs[verb].Head
	return s.verb(h, "go") || s.verb(h, "pay")
}

// cancelledOr is cancelled or denied where a verb of these hangs on the noun,
// planned where one of planning does, else the status given.
func (s *sentence) cancelledOr(h *hit, status string) string {
	if s.offOf(h.slot) {
		return "cancelled"
	}
	if h.verb < 0 {
		return status
	}
	v := &s.shape().Verbs[h.verb]
	word := s.slots[v.Head].word
	own := slices.Contains(v.Subject, s.shape().PhraseOf(h.slot))
	near := v.Head > h.slot-12 && v.Head < h.slot+12 || own
	if own && v.To < len(s.slots) && s.slots[v.To].kind == slotQuote && strings.HasPrefix(strings.ToLower(strings.Trim(s.text[s.slots[v.To].start:s.slots[v.To].end], "\"“”'‘’ ")), "not ") {
		return "denied" // "A visit is “not on the agenda”"
	}
	switch {
	case own && status != "" && (v.Negated || s.moved(v.Head)):
		return "cancelled"
	case !near:
	case s.calledOff(v.Head):
		return "cancelled"
	case s.verb(v.Head, "deny") && v.Head < h.slot:
		return "denied"
	}
	if near && (status == "completed" || status == "planned") && formOf(word, "plan", "schedule", "announce", "prepare", "expect", "arrange", "confirm", "await", "discuss", "propose") {
		return s.stillPlanned(h.verb)
	}
	return status
}

// leading is the preposition that leads a noun's phrase to the verb, past "the
// end of" and the like; "ahead" for "ahead of".
func (s *sentence) leading(noun int) string {
	sh := s.shape()
	p := sh.PhraseOf(noun)
	for steps := 0; steps < 4; steps++ {
		prep := sh.Prep(p)
		if prep < 0 {
			return ""
		}
		w := s.slots[sh.Phrases[prep].Head].word
		if w != "of" {
			return w
		}
		if prep == 0 {
			return w
		}
		if before := s.slots[sh.Phrases[prep-1].Head].word; before == "ahead" || before == "part" || before == "course" {
			return before
		}
		if sh.Phrases[prep-1].Kind != syntax.NounPhrase {
			return w
		}
		p = prep - 1
	}
	return ""
}
