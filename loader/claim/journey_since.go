package claim

import (
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// since is who went last before the one told of: "the first since X in 2016",
// "the first since that of X", "no king since X in 1981". A date must stand
// behind the name, and what is compared before the word.
func (r *reader) since(s *sentence, at int) ([]int, string) {
	if !s.holds([]string{"first", "no", "none", "nobody", "last"}, 0, at) {
		return nil, ""
	}
	k := at + 1
	if s.foldAt(k) == "that" && s.foldAt(k+1) == "of" {
		k += 2
	}
	if k >= len(s.slots) || s.slots[k].kind != slotLeader || s.slots[k].m.Kind != mention.Person {
		return nil, ""
	}
	if s.nextDate(k) == nil {
		return nil, ""
	}
	return r.people(s, k, k+1)
}

// nextDate is the date right behind a slot: "X, in October 2016".
func (s *sentence) nextDate(k int) *mention.Period {
	for j := k + 1; j < len(s.slots) && j < k+6; j++ {
		if s.shape().VerbAt(j) >= 0 {
			return nil
		}
		if s.slots[j].kind == slotDate && s.slots[j].m.Period != nil && s.slots[j].m.Period.From != "" {
			return s.slots[j].m.Period
		}
	}
	return nil
}

// soFar is where the journey leads that a "since" compares with an earlier
// one: the place last named before it, or right behind it ("the first since X
// in 1981 to visit Kenya"), else that of the visit in mind.
func (r *reader) soFar(s *sentence, h *hit) []leg {
	sh := s.shape()
	for i := range sh.Verbs { // "no king has visited X since"
		if v := &sh.Verbs[i]; v.Head < h.slot && h.slot <= v.End && s.verb(v.Head, "visit") {
			if out := s.placesOf(s.object(i)); len(out) > 0 {
				return out
			}
		}
	}
	for p := len(sh.Phrases) - 1; p >= 0; p-- {
		ph := &sh.Phrases[p]
		if ph.Kind != syntax.NounPhrase || ph.From >= h.slot {
			continue
		}
		if w := sh.PrepWord(p); w == "to" || w == "in" || w == "at" {
			if out := s.placesOf([]int{p}); len(out) > 0 {
				return out
			}
		}
	}
	for i := range sh.Verbs {
		if v := &sh.Verbs[i]; v.From > h.slot && v.From < h.slot+8 && v.Form == syntax.Infinitive {
			if out := s.placesOf(s.object(i)); len(out) > 0 {
				return out
			}
		}
	}
	if v := r.focus.visit; v != nil && s.passage-r.focus.at <= 2 {
		return []leg{{place: place{state: v.to, slot: -1}}}
	}
	return nil
}

// direct is the city in which a verb's own doing is said to take place: right
// behind the verb, or behind an object that is done where its doer is ("wept in
// X", "reviewed a parade in X", "signed a treaty in X").
func (s *sentence) direct(h *hit) []leg {
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	if v.Passive || v.Negated || v.Modal != "" || !v.Past {
		return nil
	}
	for p := sh.PhraseOf(v.Head) + 1; p < len(sh.Phrases) && sh.Phrases[p].From < v.End; p++ {
		ph := &sh.Phrases[p]
		switch ph.Kind {
		case syntax.Adverb, syntax.When:
			continue
		case syntax.NounPhrase:
			if p == sh.PhraseOf(v.Head)+1 && s.doneHere(ph.Head) {
				continue
			}
		case syntax.Preposition:
			if w := s.slots[ph.Head].word; (w == "in" || w == "at") && p+1 < len(sh.Phrases) && sh.Phrases[p+1].Kind == syntax.NounPhrase {
				return s.placesOf([]int{p + 1})
			}
		}
		return nil
	}
	return nil
}

// doneHere reports whether an object is of those that are only where their
// doer is: a text, a speech, a parade.
func (s *sentence) doneHere(k int) bool {
	sl := &s.slots[k]
	switch sl.kind {
	case slotAgreement:
		return true
	case slotWord:
		switch sl.word {
		case "parade", "guard", "wreath", "ribbon", "plant", "factory", "speech", "lecture", "address", "dinner", "lunch", "banquet", "lectern", "credentials", "ceremony", "service", "congregation", "crowd", "crowds", "rally", "audience", "conference", "session", "summit", "forum", "meeting", "meetings", "talks", "round", "consultations", "negotiations", "cornerstone", "stone", "monument", "statue", "mosque", "church", "temple", "exhibition", "fair", "museum", "school", "hospital", "university", "troops", "ground", "hands":
			return true
		}
	}
	return false
}
