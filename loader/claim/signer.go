package claim

import (
	"maps"
	"slices"
)

// attend makes whoever signed a text abroad a companion of the visit during
// which it was signed: a minister of the visitor's state who signs there has
// come along.
func (r *reader) attend() {
	for _, a := range r.agreements {
		v := a.visit
		if v == nil || v.status != "completed" {
			continue
		}
		for _, l := range slices.Sorted(maps.Keys(a.signers)) {
			t := a.signers[l]
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
	}
}

// signersBeside are the people whom a row or a list item names as those who
// signed its text: in a row's own cells, or behind "signed by".
func (s *sentence) signersBeside(head int) []int {
	var out []int
	row := slices.ContainsFunc(s.slots, func(sl slot) bool { return sl.kind == slotMark && sl.word == "|" })
	signed := false
	for k := head + 1; k < len(s.slots); k++ {
		switch sl := &s.slots[k]; {
		case sl.word == "by" && s.verb(k-1, "sign"), row && sl.word == "|":
			signed = true
		case sl.word == ";":
			signed = false
		case signed && sl.namesPerson() && !slices.Contains(out, sl.m.Entity):
			out = append(out, sl.m.Entity)
		}
	}
	return out
}

// actsFor reports whether one of some people acts for a state.
func (r *reader) actsFor(who []int, state string) bool {
	return slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == state })
}
