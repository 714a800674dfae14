package claim

import "slices"

// invitation is one that was extended, and is no visit until it is accepted.
type invitation struct {
	visit   *visit
	passage int
}

// invites reports whether a trigger tells where somebody is invited to come.
func (s *sentence) invites(h *hit) bool {
	if h.verb < 0 {
		return false
	}
	if h.frame.sense == "invite" {
		return true
	}
	v := &s.shape().Verbs[h.verb]
	if s.holds([]string{"invitation"}, v.Start, v.From) {
		return true
	}
	return v.Governor >= 0 && formOf(s.slots[s.shape().Verbs[v.Governor].Head].word, "invite")
}

// noteInvitation keeps who is invited where, for the sentence that accepts.
func (r *reader) noteInvitation(s *sentence, h *hit) {
	if r.focus.invited.visit != nil && r.focus.invited.passage == s.passage { // the surest frame comes first
		return
	}
	who, weak := r.who(s, h)
	legs, step := r.whereOf(s, h, who)
	if len(legs) != 1 {
		return
	}
	who = r.foreign(who, legs[0].state)
	if len(who) == 0 {
		return
	}
	v := &visit{leaders: who, to: legs[0].state, status: "planned", kind: s.visitKind(h.slot, min(len(s.slots), h.slot+8)), told: told{rule: "visit.accepted"}}
	v.weaken(weak)
	v.weaken(step)
	r.focus.invited = invitation{v, s.passage}
}

// accepting reads "The invitation was accepted": the visit is then planned.
func (r *reader) accepting(s *sentence) []*visit {
	in := r.focus.invited
	if in.visit == nil || s.passage-in.passage > 2 || !s.has["invitation"] && s.passage != in.passage {
		return nil
	}
	at := slices.IndexFunc(s.slots, func(sl slot) bool { return sl.kind == slotWord && formOf(sl.word, "accept") })
	if at < 0 || s.negated(at) {
		return nil
	}
	r.focus.invited = invitation{}
	return []*visit{r.keep(s, in.visit, &match{from: max(at-2, 0), verb: at, to: at + 1})}
}

// negated reports whether a verb is denied by a "not" or "never" before it.
func (s *sentence) negated(at int) bool {
	return s.holds([]string{"not", "never", "no", "n't", "declined", "cannot"}, max(at-4, 0), at)
}

// inviters are the people at whose invitation somebody comes.
func (r *reader) inviters(s *sentence) (out []int) {
	for k := 1; k < len(s.slots); k++ {
		if before := s.slots[k-1].word; s.slots[k].word != "invitation" || before != "the" && before != "at" {
			continue
		}
		for j := k + 1; j < len(s.slots) && j < k+12; j++ {
			if s.slots[j].kind == slotLeader {
				more, _ := r.people(s, j, j+1)
				out = append(out, more...)
				break
			}
		}
	}
	return out
}
