package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// whereOf are the places that fill a frame's second role, by the first source
// that yields any, and the weak step of finding them.
func (r *reader) whereOf(s *sentence, h *hit, who []int) ([]leg, string) {
	var first []leg
	step := ""
	for _, source := range h.frame.where {
		out, weak := r.placesFrom(s, h, who, source)
		if len(out) > 0 && slices.ContainsFunc(out, func(l leg) bool { return len(r.foreign(who, l.state)) > 0 }) {
			return out, weak
		}
		if first == nil { // at home there: what the sentence was about, or no journey
			first, step = out, weak
		}
	}
	return first, step
}

// placesFrom are the places that one source gives.
func (r *reader) placesFrom(s *sentence, h *hit, who []int, source string) ([]leg, string) {
	switch source {
	case "object":
		return s.placesOf(s.object(h.verb)), ""
	case "aside":
		return s.placeAside(h), ""
	case "stops": // "set off for Africa: Kenya on the 3rd, Uganda on the 5th"
		if legs := s.placesBehindColon(h.slot); len(legs) > 1 && legs[0].period != nil {
			return legs, ""
		}
		return nil, ""
	case "colon":
		return s.placesBehindColon(h.slot), ""
	case "direct":
		return s.direct(h), ""
	case "before":
		return s.placeBefore(h.slot), ""
	case "fronted":
		return s.fronted(h), ""
	case "host":
		return r.hostState(s, h), ""
	case "fronting":
		return s.placeInFront(h), ""
	case "held":
		return s.placesHeld(h), ""
	case "is":
		return s.complementPlace(h), ""
	case "setting":
		return s.setting(h), ""
	case "around":
		return r.placeAround(s, h), ""
	case "governing":
		return s.governingPlace(h), ""
	case "callee":
		return r.calleePlace(s, h), ""
	case "ofone":
		return r.cityOfOne(s, h, who), ""
	}
	if out, step, ok := r.placesTold(s, h, who, source); ok {
		return out, step
	}
	return s.placesBehind(h, source), ""
}

// placesOf are the places that phrases name.
func (s *sentence) placesOf(phrases []int) []leg {
	var out []leg
	for _, p := range phrases {
		ph := &s.shape().Phrases[p]
		pl, end := s.place(ph.From)
		if end == ph.From || end < ph.Core && s.slots[ph.Head].kind == slotWord && !locality(s.slots[ph.Head].word) {
			if pl = s.qualified(ph); pl.state == "" {
				pl = s.addressed(p)
			}
			if pl.state == "" {
				out = append(out, s.listed(ph)...)
				continue
			}
		}
		if n := len(out); n > 0 && out[n-1].state == pl.state && out[n-1].city != "" { // "in Oslo and Bergen" is one stay
			continue
		}
		out = append(out, leg{place: pl})
	}
	return out
}

// qualified is the place at the end of a phrase, whatever is said of it before
// ("a rain-soaked Oslo"), or the part of a state that it names.
func (s *sentence) qualified(ph *syntax.Phrase) place {
	if k := s.slots[ph.Head].kind; k == slotCapital || k == slotState {
		plain := true
		for j := ph.From; j < ph.Head; j++ {
			sl := &s.slots[j]
			plain = plain && (sl.kind == slotWord && !sl.capital || sl.word == "-" || sl.word == "the")
		}
		if plain {
			pl, _ := s.place(ph.Head)
			return pl
		}
	}
	return place{state: s.regionOf(ph), slot: ph.Head}
}

// regionOf is the state of which a phrase names a part: "Iraq's Kurdish
// region", "the Norwegian Arctic".
func (s *sentence) regionOf(ph *syntax.Phrase) string {
	if !locality(s.slots[ph.Head].word) {
		return ""
	}
	for k := ph.From; k < min(ph.To, len(s.slots)); k++ {
		switch sl := &s.slots[k]; sl.kind {
		case slotState, slotCapital, slotDemonym:
			return sl.m.State
		}
	}
	return ""
}

// locality reports whether a word names a part of a country.
func locality(w string) bool {
	switch w {
	case "capital", "city", "town", "port", "resort", "region", "province", "island", "village", "republic", "district", "coast", "territory", "soil", "peninsula", "enclave", "side", "base", "airport", "embassy", "parliament", "palace":
		return true
	}
	return false
}

// placesBehind are the places that hang on a trigger by a preposition. A noun's
// must stand right behind its phrase, dates, brackets and people aside ("the
// visit of X to Y", "a trip, his first, to Y").
func (s *sentence) placesBehind(h *hit, prep string) []leg {
	sh := s.shape()
	from, to := h.slot+1, 0
	if h.frame.kind == "noun" {
		to = s.nounEnd(h)
	} else {
		to = sh.Verbs[h.verb].End
	}
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		if ph.Kind != syntax.NounPhrase || ph.From < from || ph.From >= to || sh.PrepWord(p) != prep || sh.Phrases[sh.Prep(p)].From < from {
			continue
		}
		out := s.placesOf(sh.Members(p))
		if legs := s.itinerary(ph.From); len(legs) > 1 && legs[0].period != nil || len(legs) > len(out) && len(out) > 0 {
			out = legs
		}
		if len(out) > 0 && !s.belongs(sh.Prep(p), h) {
			return out
		}
	}
	return nil
}

// belongs reports whether a preposition hangs on another noun than the
// trigger: "the visit of the president of Norway", "a message to Norway".
func (s *sentence) belongs(prep int, h *hit) bool {
	sh := s.shape()
	word := s.slots[sh.Phrases[prep].Head].word
	for q := prep - 1; q >= 0; q-- {
		ph := &sh.Phrases[q]
		switch ph.Kind {
		case syntax.When, syntax.Adverb, syntax.Comma, syntax.Stop, syntax.Dash:
			continue
		case syntax.NounPhrase:
			if ph.From <= h.slot && h.slot < ph.To {
				return false
			}
			sl := &s.slots[ph.Head]
			if sl.kind == slotVisit { // "flew home from a visit to X"
				return true
			}
			if sl.kind != slotWord && sl.kind != slotAgreement && sl.kind != slotProject {
				return false
			}
			if (word == "in" || word == "at") && sl.kind == slotProject && h.frame.sense == "meeting" { // "signed a contract for a plant in Oslo"
				return true
			}
			if word == "on" && h.frame.name == "went" { // "a conference on Sudan"
				return true
			}
			switch sl.word {
			case "message", "letter", "ambassador", "envoy", "representative", "aid", "assistance", "exports", "support", "access", "threat", "end", "solution", "return", "answer", "invitation", "commitment", "contribution", "addition", "relation", "response", "link", "links", "loan", "route", "railway", "pipeline":
				return word == "to" || word == "for"
			}
		}
		return false
	}
	return false
}

// placeBefore is the place that stands before a noun: "his China visit".
func (s *sentence) placeBefore(noun int) []leg {
	for k := noun - 1; k >= 0 && k >= noun-4; k-- {
		switch sl := &s.slots[k]; sl.kind {
		case slotState, slotCapital:
			if k+1 < len(s.slots) && s.slots[k+1].word == "'s" {
				return nil
			}
			pl, _ := s.place(k)
			return []leg{{place: pl}}
		case slotWord:
			if sl.capital || sl.value != "" {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// placeInFront is the place before a noun of a line without a verb: "Also: X in
// Oslo for a summit".
func (s *sentence) placeInFront(h *hit) []leg {
	if h.verb >= 0 {
		return nil
	}
	sh := s.shape()
	for p := sh.PhraseOf(h.slot) - 1; p > 0; p-- {
		if sh.Phrases[p].Kind == syntax.NounPhrase && sh.PrepWord(p) == "in" {
			return s.placesOf([]int{p})
		}
	}
	return nil
}

// fronted is a place that opens the clause: "In Oslo, X met Y".
func (s *sentence) fronted(h *hit) []leg {
	sh := s.shape()
	if h.verb < 0 {
		return nil
	}
	v := &sh.Verbs[h.verb]
	subject := v.From
	if len(v.Subject) > 0 {
		subject = min(subject, sh.Phrases[v.Subject[0]].From)
	}
	if p := s.cleftPlace(v.From); p >= 0 {
		return s.placesOf([]int{p})
	}
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		if ph.From >= subject {
			break
		}
		if w := sh.PrepWord(p); ph.Kind != syntax.NounPhrase || ph.From < v.Start || w != "in" && w != "at" || s.ofOtherStay(sh.Prep(p)) {
			continue
		}
		if out := s.placesOf([]int{p}); len(out) > 0 {
			return out
		}
	}
	return s.placeInserted(subject, v.From)
}

// ofOtherStay reports whether a preposition hangs on a noun for a stay that is
// only measured from: "Ahead of her stop in Oslo, X had been to".
func (s *sentence) ofOtherStay(prep int) bool {
	if prep < 1 {
		return false
	}
	k := s.shape().Phrases[prep-1].Head
	if s.slots[k].kind != slotVisit {
		return false
	}
	switch s.leading(k) {
	case "ahead", "before", "after", "following", "since", "until":
		return true
	}
	return false
}

// placeInserted is a place set between commas behind a subject: "X, also in Oslo,
// met Y".
func (s *sentence) placeInserted(from, to int) []leg {
	sh := s.shape()
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		if ph.Kind != syntax.NounPhrase || ph.From <= from || ph.From >= to || sh.PrepWord(p) != "in" && sh.PrepWord(p) != "at" {
			continue
		}
		q := sh.Prep(p) - 1
		for q >= 0 && sh.Phrases[q].Kind == syntax.Adverb {
			q--
		}
		if q >= 0 && sh.Phrases[q].Kind == syntax.Comma && p+1 < len(sh.Phrases) && sh.Phrases[p+1].Kind == syntax.Comma {
			return s.placesOf([]int{p})
		}
	}
	return nil
}

// antecedentPlace is the place before "where" or "there": "to Oslo, where X met Y".
func (s *sentence) antecedentPlace(h *hit) []leg {
	sh := s.shape()
	if h.verb < 0 {
		return nil
	}
	for p := range sh.Phrases {
		ph := &sh.Phrases[p]
		if ph.Kind != syntax.Relative || ph.From > sh.Verbs[h.verb].From || ph.From+12 < sh.Verbs[h.verb].From {
			continue
		}
		if w := s.slots[ph.Head].word; w != "where" && (w != "which" && w != "that" || len(s.object(h.verb)) > 0 || !s.classed(h.slot, []string{"visit"})) {
			continue
		}
		for q := p - 1; q >= 0 && q >= p-8; q-- {
			if sh.Phrases[q].Kind == syntax.NounPhrase && s.slots[sh.Phrases[q].Head].kind != slotLeader {
				if out := s.placesOf([]int{q}); len(out) > 0 {
					return out
				}
			}
		}
	}
	return nil
}
