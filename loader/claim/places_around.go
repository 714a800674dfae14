package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
)

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
	if m := r.besideBody(s, h); m != nil {
		l := leg{place: m.place}
		l.slot = -1
		if m.month != "" && s.clauseDate(h) == nil {
			l.period = &mention.Period{From: m.month, Weak: "inherited-date"}
		}
		return []leg{l}
	}
	if r.focus.venue.state == "" || s.passage-r.focus.met > farthestMeeting || !s.besideIt(h) {
		return nil
	}
	l := leg{place: r.focus.venue}
	l.slot = -1
	if r.focus.venueFrom != "" && s.clauseDate(h) == nil {
		l.period = &mention.Period{From: r.focus.venueFrom, To: r.focus.venueTo, Weak: "inherited-date"}
	}
	return []leg{l}
}

// besideBody is the meeting of a body beside which something went on, where
// somebody was told to go to it: "on the sidelines of the forum's meeting".
func (r *reader) besideBody(s *sentence, h *hit) *meeting {
	for k := s.clauseStart(h); k < s.clauseEnd(h); k++ {
		switch s.slots[k].word {
		case "margins", "sidelines", "fringes", "fringe", "margin":
			for j := k + 2; j < len(s.slots) && j < k+6; j++ {
				if sl := &s.slots[j]; sl.kind == slotBody {
					for i := len(r.focus.meetings) - 1; i >= 0; i-- {
						if m := &r.focus.meetings[i]; m.body == sl.m.Name {
							return m
						}
					}
				}
			}
		}
	}
	return nil
}

// yetToCome are those of some people who have not come yet to where a meeting
// is planned with who is there already; all of them where none is.
func (r *reader) yetToCome(guests []int, h *hit, pl *leg, status string) []int {
	if h.frame.sense != "meeting" || status != "planned" || pl.slot >= 0 || len(guests) < 2 {
		return guests
	}
	rest := slices.DeleteFunc(slices.Clone(guests), func(l int) bool {
		return slices.ContainsFunc(r.visits, func(v *visit) bool {
			return v.to == pl.state && v.status == "completed" && len(v.start) == 10 && slices.Contains(v.leaders, l) && daysBetween(v.start, r.page.Published) <= freshTour
		})
	})
	if len(rest) == 0 {
		return guests
	}
	return rest
}

// clauseStart and clauseEnd bound the clause of a trigger's verb, with what
// stands before a verb that it hangs on.
func (s *sentence) clauseStart(h *hit) int {
	from := 0
	if h.verb >= 0 {
		from = s.shape().Verbs[h.verb].Start
		for g := s.shape().Verbs[h.verb].Governor; g >= 0; g = s.shape().Verbs[g].Governor {
			from = min(from, s.shape().Verbs[g].Start)
		}
	}
	return from
}

func (s *sentence) clauseEnd(h *hit) int {
	if h.verb < 0 {
		return len(s.slots)
	}
	return s.shape().Verbs[h.verb].End
}

// besideIt reports whether a sentence tells of what went on beside the
// gathering in mind, and not beside another that it names.
func (s *sentence) besideIt(h *hit) bool {
	for k := s.clauseStart(h); k+3 < s.clauseEnd(h); k++ {
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
