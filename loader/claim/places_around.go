package claim

import "github.com/entente-graph/entente/loader/mention"

// placeAround is where the clause is set on which a noun hangs, unless a stay
// there was told just before that whoever the noun names can share: "signed in
// Oslo in the presence of X", "the summit in Oslo will be hosted by Y, in the
// presence of X".
func (r *reader) placeAround(s *sentence, h *hit) []leg {
	if h.verb < 0 {
		return nil
	}
	sh := s.shape()
	v := &sh.Verbs[h.verb]
	over := hit{frame: &frame{kind: "verb"}, slot: v.Head, verb: h.verb}
	out := s.cityOf(s.placesBehind(&over, "in"))
	if len(out) == 0 {
		out = s.cityOf(s.fronted(&over))
	}
	if len(out) == 0 && len(v.Subject) > 0 {
		from := sh.Phrases[v.Subject[0]].To
		for p := range sh.Phrases {
			if ph := &sh.Phrases[p]; len(out) == 0 && ph.From >= from && ph.From < v.From && (sh.PrepWord(p) == "in" || sh.PrepWord(p) == "at") {
				out = s.cityOf(s.placesOf([]int{p}))
			}
		}
	}
	if o := r.focus.visit; len(out) > 0 && o != nil && o.to == out[0].state && s.passage-r.focus.at <= 2 {
		return nil
	}
	return out
}

// atGathering is where people are told, in the same breath, to gather, to
// which somebody comes whose own clause names no place: "The forum opens in
// Oslo on 3 May. X arrives a day later."
func (r *reader) atGathering(s *sentence, h *hit, who []int) []leg {
	ps := r.page.Document.Passages
	if h.verb < 0 || s.namesGoal(h) || s.passage-r.focus.met > 3 || s.passage-r.focus.met > 1 && ps[s.passage].Paragraph != ps[r.focus.met].Paragraph {
		return nil
	}
	if d := s.clauseDate(h); d != nil && r.focus.venueFrom != "" && len(d.From) == 10 && !datesFit(d.From, r.focus.venueFrom) {
		if last := max(r.focus.venueTo, r.focus.venueFrom); d.From < addDays(r.focus.venueFrom, -3) || d.From > addDays(last, 3) {
			return nil
		}
	}
	return r.atVenue(s, h, who)
}

// farthestMeeting is how many passages before a gathering may have been told
// beside which people meet.
const farthestMeeting = 30

// besideMeeting is where people meet "on the margins of our meeting": where
// that took place, with its days where the clause has none of its own.
func (r *reader) besideMeeting(s *sentence, h *hit) []leg {
	if r.focus.venue.state == "" || s.passage-r.focus.met > farthestMeeting || !s.besideIt() {
		return nil
	}
	l := leg{place: r.focus.venue}
	l.slot = -1
	if r.focus.venueFrom != "" && s.clauseDate(h) == nil {
		l.period = &mention.Period{From: r.focus.venueFrom, To: r.focus.venueTo, Weak: "inherited-date"}
	}
	return []leg{l}
}

// besideIt reports whether a sentence tells of what went on beside the
// gathering in mind, and not beside another that it names.
func (s *sentence) besideIt() bool {
	for k := 0; k+3 < len(s.slots); k++ {
		switch s.slots[k].word {
		case "margins", "sidelines", "fringes", "fringe", "margin":
			if of, the := s.slots[k+1].word, s.slots[k+2].word; of == "of" && (the == "the" || the == "our" || the == "their" || the == "this") && (occasion(s.slots[k+3].word) || s.slots[k+3].word == "event") {
				return true
			}
		}
	}
	return false
}

// namesGoal reports whether a verb's clause names a place that nobody comes
// from.
func (s *sentence) namesGoal(h *hit) bool {
	v := &s.shape().Verbs[h.verb]
	for k := v.Start; k < v.End; k++ {
		if s.namesPlace(k, k+1) && s.foldAt(k-1) != "from" {
			return true
		}
		if w := s.slots[k].word; (w == "to" || w == "in" || w == "into") && k+1 < len(s.slots) && s.slots[k+1].kind == slotWord && s.slots[k+1].capital { // a place that nobody knows
			return true
		}
	}
	return false
}

// cityOf are the places of some of which a city is told.
func (s *sentence) cityOf(legs []leg) []leg {
	if len(legs) == 0 || legs[0].city == "" {
		return nil
	}
	return legs
}
