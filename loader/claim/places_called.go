package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
)

// calleePlace is the place, named anywhere in the sentence behind "in" or "at",
// that lies at home with whom somebody called on: "was signed in Oslo in May, when
// X called on the prime minister". An appeal ("called on X to resign") is no call.
func (r *reader) calleePlace(s *sentence, h *hit) []leg {
	if h.verb < 0 || s.foldAt(h.slot+1) != "on" {
		return nil
	}
	hosts, _ := r.peopleOf(s, s.hanging(h, "on"))
	if len(hosts) != 1 || r.leaderState(hosts[0]) == "" || s.appeals(h) {
		return nil
	}
	for k := len(s.slots) - 2; k >= 0; k-- {
		if w := s.slots[k].word; w != "in" && w != "at" {
			continue
		}
		p, end := s.place(k + 1)
		if end == k+1 && s.foldAt(k+1) == "the" && k+3 < len(s.slots) && s.slots[k+2].kind == slotDemonym && s.foldAt(k+3) == "capital" {
			p, end = place{state: s.slots[k+2].m.State, slot: k + 2}, k+4
		}
		if end > k+1 && p.state == r.leaderState(hosts[0]) {
			return []leg{{place: p}}
		}
	}
	return nil
}

// appeals reports whether the object of a verb is asked to do something: "to" and a
// plain word follow it.
func (s *sentence) appeals(h *hit) bool {
	for k := h.slot + 2; k+1 < len(s.slots) && k < h.slot+10; k++ {
		if s.slots[k].word == "to" && s.slots[k+1].kind == slotWord && !s.slots[k+1].capital {
			return true
		}
	}
	return false
}

// cityOfOne is the city behind a verb of two people or more that is at home with
// one of them: "X and Y discussed the treaty in Oslo". A state, or a city of
// others, may be what they spoke about.
func (r *reader) cityOfOne(s *sentence, h *hit, who []int) []leg {
	if len(who) < 2 {
		return nil
	}
	for _, prep := range []string{"in", "at"} {
		for _, l := range s.placesBehind(h, prep) {
			if l.city != "" && slices.ContainsFunc(who, func(p int) bool { return r.leaderState(p) == l.state }) {
				return []leg{l}
			}
		}
	}
	return nil
}

// sameRoad is where the visit went that the paragraph told last, for one whom
// another follows there: "X flew to Kenya. … Y took the same road."
func (r *reader) sameRoad(s *sentence, who []int) []leg {
	v := r.focus.visit
	if v == nil || len(who) == 0 || v.status != "completed" || s.passage-r.focus.at > 6 {
		return nil
	}
	ps := r.page.Document.Passages
	if ps[s.passage].Paragraph != ps[r.focus.at].Paragraph || r.leaderState(who[0]) == v.to {
		return nil
	}
	return []leg{{place: place{state: v.to, slot: -1}}}
}

// pairBefore are the two people whom a sentence has named before a slot, where
// they are two: "X was received by Y in Oslo, where they signed".
func (s *sentence) pairBefore(k int) []int {
	var out []int
	for j := 0; j < k; j++ {
		sl := &s.slots[j]
		if sl.kind != slotLeader {
			continue
		}
		if sl.m.Entity < 0 || sl.m.Kind == mention.Pronoun {
			return nil
		}
		if !slices.Contains(out, sl.m.Entity) {
			out = append(out, sl.m.Entity)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}
