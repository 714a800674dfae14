package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

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
		if !s.setsEvent(sh.Prep(p)) || s.verb(v.Head, "state") && s.infinitiveBetween(v.Head, ph.From) {
			continue
		}
		if out := s.placesOf([]int{p}); len(out) > 0 {
			return out
		}
	}
	return nil
}

// infinitiveBetween reports whether what a verb leads to stands between two
// slots: "was to have been in Oslo" sets nothing there.
func (s *sentence) infinitiveBetween(from, to int) bool {
	for i := range s.shape().Verbs {
		if v := &s.shape().Verbs[i]; v.Form == syntax.Infinitive && v.Head > from && v.Head < to {
			return true
		}
	}
	return false
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

// governingPlace is where the clause is set on which a gerund hangs: "spoke in
// Oslo before meeting X".
func (s *sentence) governingPlace(h *hit) []leg {
	if h.verb < 0 {
		return nil
	}
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	if v.Form != syntax.Gerund || v.Governor < 0 {
		return nil
	}
	over := hit{frame: h.frame, slot: sh.Verbs[v.Governor].Head, verb: v.Governor}
	if out := s.setting(&over); len(out) > 0 {
		return out
	}
	return s.fronted(&over)
}

// saysHere reports whether "here", "with us" or "this capital" stands with a
// trigger.
func (s *sentence) saysHere(h *hit) bool {
	for k := max(0, h.slot-4); k < len(s.slots) && k < h.slot+9; k++ {
		next := s.foldAt(k + 1)
		switch s.slots[k].word {
		case "here":
			return true
		case "with", "among":
			if next == "us" {
				return true
			}
		case "this":
			if next == "capital" || next == "city" || next == "country" {
				return true
			}
		case "our", "my":
			if next == "country" || next == "capital" {
				return true
			}
		}
	}
	return false
}

// filedHere is what "here" means in a sentence.
func (r *reader) filedHere(s *sentence) []leg {
	if pl := r.hereAt(s.passage); pl.state != "" {
		return []leg{{place: pl}}
	}
	return nil
}

// filedPlace is where a story was filed, or who speaks is at home, to which
// somebody from elsewhere comes where the sentence names no other place: "will
// come on 3 May".
func (r *reader) filedPlace(s *sentence, h *hit, who []int) []leg {
	from, to := 0, len(s.slots)
	if h.verb >= 0 {
		from, to = s.shape().Verbs[h.verb].Start, s.shape().Verbs[h.verb].End
	}
	if len(who) == 0 || s.namesPlace(from, to) {
		return nil
	}
	if voice := r.page.Voice(s.passage); voice >= 0 && slices.Contains(who, voice) { // who speaks abroad has come there
		if state, _ := r.filed(); state == "" || state == r.leaderState(voice) {
			return nil
		}
	} else if r.leaderState(who[0]) == "" {
		return nil
	}
	if h.frame.kind == "noun" && (h.verb < 0 || !s.pays(h.verb)) {
		return nil
	}
	return r.filedHere(s)
}

// namesPlace reports whether a place is named between two slots.
func (s *sentence) namesPlace(from, to int) bool {
	for k := from; k < to; k++ {
		if sl := &s.slots[k]; (sl.kind == slotState || sl.kind == slotCapital) && s.foldAt(k+1) != "'s" {
			return true
		}
	}
	return false
}

// pays reports whether a verb makes a visit of the noun that is its object.
func (s *sentence) pays(verb int) bool {
	return s.verb(s.shape().Verbs[verb].Head, "pay")
}

// homeward is where people leave from who go to their own state: where the
// story was filed, if that is abroad.
func (r *reader) homeward(s *sentence, h *hit, who []int) []leg {
	here := r.hereAt(s.passage)
	if here.state == "" || len(who) == 0 || r.page.Voice(s.passage) >= 0 {
		return nil
	}
	for _, prep := range []string{"to", "for"} {
		ps := s.placesBehind(h, prep)
		switch {
		case len(ps) == 0:
			continue
		case ps[0].state == r.leaderState(who[0]) && ps[0].state != here.state:
			return []leg{{place: here}}
		}
		return nil
	}
	return nil
}
