package claim

import "github.com/entente-graph/entente/loader/syntax"

// addressed is the city behind a building or hall that phrase p names: "at
// State House, Nairobi".
func (s *sentence) addressed(p int) place {
	sh := s.shape()
	if w := sh.PrepWord(p); w != "at" && w != "in" || p+2 >= len(sh.Phrases) || sh.Phrases[p+1].Kind != syntax.Comma {
		return place{}
	}
	head := &s.slots[sh.Phrases[p].Head]
	if head.kind != slotWord || !building(head.word) {
		return place{}
	}
	k := sh.Phrases[p+2].From
	if s.slots[k].kind != slotCapital {
		return place{}
	}
	pl, end := s.place(k)
	if end != sh.Phrases[p+2].To {
		return place{}
	}
	return pl
}

// building reports whether a word names a building or ground in which people
// meet.
func building(w string) bool {
	switch w {
	case "house", "palace", "hotel", "centre", "center", "hall", "lodge", "castle", "residence", "office", "headquarters", "airport", "ministry", "chancellery", "villa", "complex", "building", "embassy", "park", "base":
		return true
	}
	return false
}

// plan reports whether a phrase names what people mean to do: "Plans call for",
// "the programme foresees".
func (s *sentence) plan(p int) bool {
	switch s.slots[s.shape().Phrases[p].Head].word {
	case "plan", "plans", "schedule", "schedules", "itinerary", "programme", "program", "agenda":
		return true
	}
	return false
}

// spotOf is the place that a label or heading sets for what a paragraph lists
// without a verb: "OSLO. … Next up: X, on a state visit from Monday".
func (r *reader) spotOf(s *sentence, h *hit) []leg {
	if r.focus.spot.state == "" || s.leading(h.slot) != "on" || h.verb >= 0 {
		return nil
	}
	return []leg{{place: place{state: r.focus.spot.state, city: r.focus.spot.city, slot: -1}}}
}
