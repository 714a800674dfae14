package claim

import "slices"

// attend makes whoever signed a text abroad a companion of the visit during
// which it was signed: a minister of the visitor's state who signs there has
// come along.
func (r *reader) attend() {
	for _, a := range r.agreements {
		v := a.visit
		if v == nil || v.status != "completed" {
			continue
		}
		for l, t := range a.signers {
			state := r.leaderState(l)
			if state == "" || state == v.to || slices.Contains(v.leaders, l) || !r.actsFor(v.leaders, state) {
				continue
			}
			t.rule = "visit.signer"
			t.weak = slices.Clone(a.link.weak)
			v.leaders = append(v.leaders, l)
			v.made[l] = t
			for _, e := range t.evidence {
				v.add(e)
			}
		}
		slices.Sort(v.leaders[min(1, len(v.leaders)):]) // the order of a map is nobody's
	}
}

// actsFor reports whether one of some people acts for a state.
func (r *reader) actsFor(who []int, state string) bool {
	return slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == state })
}
