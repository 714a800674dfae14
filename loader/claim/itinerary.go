package claim

import (
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// leg is a place of an itinerary, with its own date where one stands behind it.
type leg struct {
	place
	period *mention.Period
	stay   *visit // told before, of which this is a part
}

// itinerary reads the places of a journey from slot i on: "Kenya and Rwanda",
// "Kenya on 3 May, Rwanda (5 May) and finally Uganda, where he arrived on 7
// May". A date behind a place is that place's.
func (s *sentence) itinerary(i int) []leg {
	var out []leg
	for k := i; k < len(s.slots); {
		p, end := s.place(k)
		if end == k {
			return out
		}
		n := len(out)
		if n == 0 || p.state != out[n-1].state { // "Oslo, Norway", "in Oslo on Monday and in Bergen on Tuesday"
			out, n = append(out, leg{place: p}), n+1
		}
		var d *mention.Period
		if d, end = s.legDate(end); out[n-1].period == nil {
			out[n-1].period = d
		}
		if k = s.nextLeg(end); k < 0 {
			break
		}
	}
	return monthsOf(out)
}

// monthsOf gives the places of an itinerary without a date of their own the
// month or year that those with one share.
func monthsOf(legs []leg) []leg {
	shared, dated := "", 0
	for i := range legs {
		if d := legs[i].period; d != nil {
			if dated++; dated == 1 {
				shared = d.From
			}
			shared = common(shared, d.From)
		}
	}
	if len(shared) > 7 {
		shared = shared[:7]
	}
	if n := len(legs); dated == 1 && n > 1 && legs[n-1].period != nil { // "A, B and C from 3 to 9 May": the journey's
		legs[n-1].period = nil
	}
	if dated < 2 && legs[0].period == nil || dated == len(legs) || shared == "" {
		return legs
	}
	for i := range legs {
		if legs[i].period == nil && (i < len(legs)-1 || dated > 1) {
			legs[i].period = &mention.Period{From: shared, Weak: "date"}
		}
	}
	return legs
}

// placesBehindColon are the places that a colon right behind a noun leads to:
// "a sweep of his own: Kenya on 3 May, then Uganda".
func (s *sentence) placesBehindColon(noun int) []leg {
	for k := noun + 1; k+1 < len(s.slots) && k < noun+7; k++ {
		if s.slots[k].word == ":" {
			return s.itinerary(k + 1)
		}
	}
	return nil
}

// legDate is the date right behind a place of an itinerary, and where it ends.
func (s *sentence) legDate(k int) (*mention.Period, int) {
	at := k
	for ; at < len(s.slots) && at < k+6; at++ {
		switch s.slots[at].word {
		case "on", "in", "from", "the", "(", ",", "where", "which", "he", "she", "they", "arrived", "arrives", "landed", "reached":
			continue
		}
		break
	}
	if at >= len(s.slots) || s.slots[at].kind != slotDate || s.slots[at].m.Period == nil || s.slots[at].m.Period.From == "" || s.foldAt(k) == "," && at == k+1 {
		return nil, k
	}
	end := at + 1
	if s.foldAt(end) == ")" {
		end++
	}
	return s.slots[at].m.Period, end
}

// nextLeg is where the next place of an itinerary begins, past the words that
// lead on to it; -1 where none does.
func (s *sentence) nextLeg(k int) int {
	from := k
	for ; k < len(s.slots) && k < from+8; k++ {
		switch s.slots[k].word {
		case ",", "and", "&", "then", "finally", "lastly", "later", "next", "thereafter", "afterwards", "on", "to", "via", "before", "followed", "by", "with", "also", "onward", "onwards", "through", "from", "there", "again", "once":
			continue
		case "a", "stop", "stops", "stopover", "visit", "stay", "in", "at":
			if k > from {
				continue
			}
		}
		break
	}
	if k == from || k >= len(s.slots) {
		return -1
	}
	k = s.pastOccasion(k)
	if _, end := s.place(k); end == k {
		return -1
	}
	return k
}

// pastOccasion is where the place of an occasion stands to which a list of
// dated places goes on at a slot: "in Oslo in May and again at the farm summit in
// Lima"; the slot itself where it is no occasion.
func (s *sentence) pastOccasion(k int) int {
	if s.foldAt(k-1) != "at" && s.foldAt(k-1) != "on" || s.foldAt(k) != "the" && s.foldAt(k) != "a" {
		return k
	}
	named := false
	for j := k + 1; j+1 < len(s.slots) && j < k+12; j++ {
		sl := &s.slots[j]
		named = named || gathering(sl.word)
		if _, end := s.place(j + 1); named && sl.word == "in" && end > j+1 {
			return j + 1
		}
		if sl.kind != slotWord && sl.kind != slotBody && sl.word != "'s" && sl.word != "-" || s.shape().VerbAt(j) >= 0 || sl.word == "and" {
			break
		}
	}
	return k
}

// placeAside is the place that stands between commas right behind a subject:
// "X, in Oslo for talks, said".
func (s *sentence) placeAside(h *hit) []leg {
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	if len(v.Subject) != 1 {
		return nil
	}
	p := v.Subject[0] + 1
	if p+4 < len(sh.Phrases) && sh.Phrases[p].Kind == syntax.Comma && sh.Phrases[p+1].Kind == syntax.Adverb { // "X, also in Oslo, met"
		return s.placeAsideAt(p + 1)
	}
	if p >= len(sh.Phrases) || sh.Phrases[p].Kind != syntax.Comma {
		return nil
	}
	return s.placeAsideAt(p)
}

// placeAsideAt is the place that a preposition behind phrase p leads to.
func (s *sentence) placeAsideAt(p int) []leg {
	sh := s.shape()
	if p+3 >= len(sh.Phrases) || sh.Phrases[p+1].Kind != syntax.Preposition || s.slots[sh.Phrases[p+1].Head].word != "in" || sh.Phrases[p+2].Kind != syntax.NounPhrase {
		return nil
	}
	return s.placesOf([]int{p + 2})
}

// dayOfFirst reports whether the day told of several stops is that of the
// first: "leaves tomorrow for Kenya and Uganda", "is in Oslo today and then in
// Bergen".
func (s *sentence) dayOfFirst(h *hit) bool {
	return h.frame.sense == "stay" || h.frame.kind != "noun" && formOf(s.slots[h.slot].word, "leave", "left", "depart", "set", "embark")
}

// coarse leaves of a visit's day the month.
func (v *visit) coarse() {
	if len(v.start) == 10 {
		v.start, v.end, v.oneDay = v.start[:7], "", false
	}
}
