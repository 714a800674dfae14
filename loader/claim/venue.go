package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
)

// meets keeps where a summit or conference took place, and when: "The summit
// was held in Nairobi on 3 May", "Nairobi hosts the summit".
func (r *reader) meets(s *sentence) {
	if p, end, ok := s.gatheredIn(); ok {
		r.setVenue(s, p, end)
	} else if p, at := r.hostsGathering(s); p.state != "" {
		r.setVenue(s, p, at)
	} else if p, before := r.hostOfGathering(s); p.state != "" {
		r.setVenue(s, p, 0)
		r.dayOfVenue(before)
	} else if p := r.gatheringHead(s); p.state != "" {
		r.setVenue(s, p, 0)
	} else if r.focus.spot.state != "" && r.focus.spotOf >= 0 && r.focus.venueFrom == "" && r.focus.venue.state == r.focus.spot.state {
		r.dayOfVenue(s)
	}
}

// dayOfVenue takes the day of the gathering at the place that a label names from
// the sentence behind it that tells of it.
func (r *reader) dayOfVenue(s *sentence) {
	if !slices.ContainsFunc(s.slots, func(sl slot) bool { return occasion(sl.word) || sl.word == "gathered" || sl.word == "gathers" }) {
		return
	}
	for k := range s.slots {
		if sl := &s.slots[k]; sl.kind == slotDate && s.eventDate(k) {
			r.focus.venueFrom, r.focus.venueTo = sl.m.Period.From, sl.m.Period.To
			return
		}
	}
}

// setVenue takes a place for that of the gathering in mind, with the day told
// beside it or the section's.
func (r *reader) setVenue(s *sentence, p place, end int) {
	r.focus.venue, r.focus.met = p, s.passage
	r.focus.venueFrom, r.focus.venueTo = "", ""
	var d *mention.Period
	if d, _ = s.dateOf(max(end-2, 0), end); d != nil {
		r.focus.venueFrom, r.focus.venueTo = d.From, d.To
	} else if r.focus.day != "" {
		r.focus.venueFrom, r.focus.venueTo = r.focus.day, r.focus.dayEnd
	}
}

// gatheredIn is the place at which a sentence tells that people gathered, and
// where its words end.
func (s *sentence) gatheredIn() (place, int, bool) {
	occasions := false
	for k := range s.slots {
		sl := &s.slots[k]
		occasions = occasions || occasion(sl.word) || (sl.word == "met" || sl.word == "meet") && s.holdsOccasion(k)
		switch {
		case sl.word == "gathered", sl.word == "gather", sl.word == "assembled", sl.word == "together" && formOf(s.foldAt(k-1), "come", "came", "gather"):
		case occasions && (sl.word == "held" || sl.word == "host" || sl.word == "hosts" || sl.word == "met" && s.foldAt(k+1) != "with" || sl.word == "place" || sl.word == "convened" || sl.word == "convenes" || sl.word == "meets" || sl.word == "opened" || sl.word == "opens"):
		case occasion(sl.word) && k > 1 && s.slots[k-1].kind == slotCapital && (s.slots[k-2].word == "a" || s.slots[k-2].word == "an"): // "at a Nairobi ceremony"
			pl, _ := s.place(k - 1)
			return pl, k + 1, true
		case occasion(sl.word) && (s.foldAt(k+1) == "in" || s.foldAt(k+1) == "at" && s.slots[min(k+2, len(s.slots)-1)].kind == slotCapital): // "the summit in Nairobi"
		default:
			continue
		}
		for j := k + 1; j+1 < len(s.slots) && j < k+9; j++ {
			if w := s.slots[j].word; w != "in" && w != "at" {
				continue
			}
			if p, end := s.place(j + 1); end > j+1 {
				return p, end, true
			}
		}
		if p, end := s.opensIn(); end > 0 && end <= k {
			return p, k + 1, true
		}
		if p, ok := s.placedBefore(k); ok {
			return p, k + 1, true
		}
	}
	return place{}, 0, false
}

// comesToGather is the body to whose meeting a journey leads: "flew to Lima for a
// meeting of the forum", "to attend the forum leaders' meeting"; empty where it
// leads to none.
func (s *sentence) comesToGather(h *hit) string {
	if h.verb < 0 || h.frame.kind == "noun" {
		return ""
	}
	for k := h.slot + 1; k < len(s.slots) && k < h.slot+24; k++ {
		if !s.holds([]string{"for", "attend", "join"}, k, k+1) {
			continue
		}
		body := ""
		for j := k + 1; j < len(s.slots) && j < k+12; j++ {
			sl := &s.slots[j]
			if sl.m != nil && sl.m.Name != "" && (sl.kind == slotBody || sl.m.Kind == mention.Role) {
				body = sl.m.Name
			}
			switch w := sl.word; {
			case w == ",", w == "before", w == "with":
				j = len(s.slots)
			case body != "" && w != "talks" && occasion(w):
				return body
			}
		}
	}
	return ""
}

// meeting is where a body meets, and in which month.
type meeting struct {
	body  string
	place place
	month string
}

// holdsOccasion reports whether people meet for a gathering named behind the
// verb: "met in Oslo for their second summit".
func (s *sentence) holdsOccasion(k int) bool {
	for j := k + 1; j < len(s.slots) && j < k+20; j++ {
		if s.slots[j].word != "for" {
			continue
		}
		for i := j + 1; i < len(s.slots) && i < j+6; i++ {
			if occasion(s.slots[i].word) {
				return true
			}
		}
		return false
	}
	return false
}

// placedBefore is the place of a gathering that is named before it: "it was
// agreed in Oslo at the session of the council held on Thursday".
func (s *sentence) placedBefore(k int) (place, bool) {
	for j := k - 1; j > 1 && j > k-12; j-- {
		if !occasion(s.slots[j].word) {
			continue
		}
		for i := j - 1; i > 1 && i > j-5; i-- {
			if w := s.slots[i].word; w != "at" && w != "during" {
				continue
			}
			for b := i - 1; b > 0 && b > i-4; b-- {
				if p, end := s.place(b); end == i && s.slots[b-1].word == "in" {
					return p, true
				}
			}
		}
	}
	return place{}, false
}

// opensIn is the place with which a sentence opens: "In Oslo, …", and where its
// words end; 0 where it opens with none.
func (s *sentence) opensIn() (place, int) {
	if w := s.foldAt(0); w != "in" && w != "at" && w != "on" {
		return place{}, 0
	}
	for k := 1; k < len(s.slots) && k < 6 && s.slots[k].word != ","; k++ {
		if p, end := s.place(k); end > k {
			return p, end
		}
	}
	return place{}, 0
}

// hostsGathering is where a gathering is that somebody hosts or invites to, and
// the slot of the word for it: "Oslo hosts the forum", "X had invited his
// neighbours to the third summit".
func (r *reader) hostsGathering(s *sentence) (place, int) {
	sh := s.shape()
	for i := range sh.Verbs {
		v := &sh.Verbs[i]
		host := s.verb(v.Head, "host") && !v.Passive
		if !host && !formOf(s.slots[v.Head].word, "invite", "convene") || v.Negated || v.Modal != "" && v.Modal != "will" {
			continue
		}
		at := -1
		for k := v.Head + 1; k < v.End && k < v.Head+12 && at < 0; k++ {
			if occasion(s.slots[k].word) {
				at = k
			}
		}
		if at < 0 {
			continue
		}
		if p, end := s.opensIn(); end > 0 && end <= v.From {
			return p, at
		}
		h := hit{frame: &frame{kind: "verb"}, slot: v.Head, verb: i}
		if legs := r.hostState(s, &h); len(legs) > 0 {
			return place{state: legs[0].state, city: legs[0].city, slot: -1}, at
		}
	}
	return place{}, 0
}

// hostOfGathering is the home of whoever a sentence says was the host, where the one
// before it tells of a gathering: "They met at their first summit. Ada Moro was the
// host."; and that sentence.
func (r *reader) hostOfGathering(s *sentence) (place, *sentence) {
	for i := range s.shape().Verbs {
		v := &s.shape().Verbs[i]
		if !s.verb(v.Head, "state") || v.Negated || s.passage == 0 || s.foldAt(v.Head+1) != "the" || s.foldAt(v.Head+2) != "host" {
			continue
		}
		if next := s.foldAt(v.Head + 3); next != "." && next != "," && next != "" {
			continue
		}
		before := newSentence(r.page, s.passage-1)
		if !slices.ContainsFunc(before.slots, func(sl slot) bool { return occasion(sl.word) }) {
			continue
		}
		h := hit{frame: &frame{kind: "verb"}, slot: v.Head, verb: i}
		if legs := r.hostState(s, &h); len(legs) > 0 {
			return place{state: legs[0].state, city: legs[0].city, slot: -1}, before
		}
	}
	return place{}, nil
}
