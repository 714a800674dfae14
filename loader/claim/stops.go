package claim

import "slices"

// stopInMind puts the stop of a journey in focus that a paragraph opens with:
// "She visited Kenya and Rwanda. … In Kigali the programme was denser."
func (r *reader) stopInMind(s *sentence, vs []*visit) {
	if len(vs) > 0 || r.sameParagraph(s.passage) {
		return
	}
	for k := 0; k < len(s.slots) && k < 3; k++ {
		if sl := &s.slots[k]; sl.kind != slotState && sl.kind != slotCapital {
			continue
		}
		pl, _ := s.place(k)
		if v := r.stopAt(pl.state); v != nil {
			r.focus.visit, r.focus.at, r.focus.place = v, s.passage, pl
			r.focus.pair = nil
			for _, p := range r.visitParties(v, nil) {
				r.focus.pair = append(r.focus.pair, p.state)
			}
		}
		return
	}
}

// stopAt is the only stop in a state of a journey of several stops that one
// sentence told, nil where there is none.
func (r *reader) stopAt(state string) *visit {
	var at *visit
	for _, v := range r.visits {
		if v.to != state || v.status != "completed" || !r.severalStops(v) {
			continue
		}
		if at != nil {
			return nil
		}
		at = v
	}
	return at
}

// severalStops reports whether the sentence that told a visit first told of
// another by the same people.
func (r *reader) severalStops(v *visit) bool {
	return slices.ContainsFunc(r.visits, func(o *visit) bool {
		return o != v && o.to != v.to && overlap(o.leaders, v.leaders) && o.evidence[0].Passage == v.evidence[0].Passage
	})
}
