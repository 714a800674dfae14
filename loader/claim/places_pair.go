package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
)

// farthestPair is how many passages before a visit may have been told whose two
// sides meet again without a word of where.
const farthestPair = 8

// pairedPlace is where a visit told before brought together the two sides whose
// people meet or sign now: ministers of the guest's and the host's state do so
// at the host's.
func (r *reader) pairedPlace(s *sentence, who []int) []leg {
	if len(who) < 2 {
		return nil
	}
	if v := r.stayOfPair(s, who); v != nil {
		return []leg{{place: place{state: v.to, slot: -1}, stay: v}}
	}
	return nil
}

// stayOfPair is the visit last told of a person's fellow countryman to the home
// of another of the people.
func (r *reader) stayOfPair(s *sentence, who []int) *visit {
	for i := len(r.visits) - 1; i >= 0; i-- {
		v := r.visits[i]
		if s.passage-v.lastTold() > farthestPair || v.status != "completed" {
			continue
		}
		home := slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == v.to })
		from := r.leaderState(v.leaders[0])
		if home && from != "" && (overlap(v.leaders, who) || s.mayTellOf(v)) && slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == from }) {
			return v
		}
	}
	return nil
}

// mayTellOf reports whether every day that the sentence names can be one of a
// visit's.
func (s *sentence) mayTellOf(v *visit) bool {
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind != slotDate || !s.eventDate(k) || v.start == "" {
			continue
		}
		d := visit{start: sl.m.Period.From, end: sl.m.Period.To, passing: true}
		if !v.within(d.start) && !d.within(v.start) && !d.continues(v) {
			return false
		}
	}
	return true
}

// countrymen are those of some people who act for the same state as another.
func (r *reader) countrymen(who []int, as int) []int {
	return slices.DeleteFunc(who, func(l int) bool { return r.leaderState(l) != r.leaderState(as) })
}

// delegates gives what is told of a gathering in mind to the stay of those whose
// ministers attended it.
func (r *reader) delegates(s *sentence, who []int, legs []leg) []leg {
	if len(legs) != 1 {
		return legs
	}
	for i := len(r.visits) - 1; i >= 0; i-- {
		v := r.visits[i]
		if v.to != legs[0].state || v.status != "completed" || s.passage-v.lastTold() > farthestPair || r.leaderState(v.leaders[0]) == "" {
			continue
		}
		if len(r.countrymen(slices.Clone(who), v.leaders[0])) == len(who) {
			legs[0].stay = v
			return legs
		}
	}
	return legs
}

// share makes what is told of a stay a part of it. It reports false where the
// days do not fit.
func (v *visit) share(o *visit) bool {
	if v.start != "" && o.start != "" && !o.within(v.start) && !v.within(o.start) && !v.continues(o) && !o.continues(v) {
		return false
	}
	v.same = o
	return v.status == o.status
}

// atVenue is where the gathering in mind took place, with its days where the
// clause has none of its own.
func (r *reader) atVenue(s *sentence, h *hit, who []int) []leg {
	if h.frame.name == "gathered" && s.namesPlace(h.slot, s.shape().Verbs[h.verb].End) {
		return nil
	}
	out := r.delegates(s, who, r.placeOfVenue(s))
	if len(out) == 1 && out[0].stay == nil && r.focus.venueFrom != "" && (h.frame.name == "firstfor" || s.clauseDate(h) == nil) { // "the first summit for X, sworn in on 3 May"
		out[0].period = &mention.Period{From: r.focus.venueFrom, To: r.focus.venueTo, Weak: "inherited-date"}
	}
	return out
}

// companionPlace is where somebody went with whom another travelled: "X, who
// came with Y".
func (r *reader) companionPlace(s *sentence, h *hit) []leg {
	with, _ := r.peopleOf(s, s.hanging(h, "with"))
	if v := r.lastOf(s, with); v != nil {
		return []leg{{place: place{state: v.to, slot: -1}, stay: v}}
	}
	return nil
}
