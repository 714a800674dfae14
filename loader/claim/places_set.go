package claim

import "github.com/entente-graph/entente/loader/syntax"

// setting is where a verb's event is set: a place behind it that hangs on the
// verb and not on what the verb is about ("opened a forum in Oslo", "spoke on
// Monday in Oslo", not "discussed the war in Sudan").
func (s *sentence) setting(h *hit) []leg {
	sh := s.shape()
	if h.verb < 0 || sh.Verbs[h.verb].Form == syntax.Infinitive { // what somebody came to do may lie elsewhere
		return nil
	}
	v := &sh.Verbs[h.verb]
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		if ph.From <= v.Head || ph.From >= v.End || ph.Kind != syntax.NounPhrase {
			continue
		}
		if w := sh.PrepWord(p); w != "in" && w != "at" {
			continue
		}
		if !s.setsEvent(sh.Prep(p)) {
			continue
		}
		if out := s.placesOf([]int{p}); len(out) > 0 {
			return out
		}
	}
	return nil
}

// setsEvent reports whether the preposition at phrase q hangs on the verb: a
// verb, a person, a time or a comma stands before it, or a noun for what people
// come together for.
func (s *sentence) setsEvent(q int) bool {
	sh := s.shape()
	for q--; q >= 0; q-- {
		ph := &sh.Phrases[q]
		switch ph.Kind {
		case syntax.VerbGroup, syntax.Comma:
			return true
		case syntax.When, syntax.Adverb:
			continue
		case syntax.NounPhrase:
			k := ph.Head
			return s.slots[k].kind == slotLeader || gathering(s.slots[k].word)
		default:
			return false
		}
	}
	return false
}

// gathering reports whether a word names what people come together for, be it
// no summit.
func gathering(w string) bool {
	switch w {
	case "exhibition", "embassy", "consulate", "secretariat", "inauguration", "funeral", "coronation", "opening", "banquet", "dinner", "lunch", "event", "gathering", "parade", "celebrations", "anniversary", "reception", "press", "reporters", "journalists", "conversation", "roundtable", "round", "retreat", "festival", "expo", "fair", "games", "plenary", "panel", "media", "oath", "wreath", "speech", "lecture", "ministerial", "signing", "foundation", "stone":
		return true
	}
	return occasion(w)
}
