package claim

import "slices"

// joining lets people share the visit that the sentence, or the one before,
// tells of: "accompanied by X", "in the presence of X".
func (r *reader) joining(s *sentence, h *hit, who []int, weak string) []*visit {
	o := r.focus.visit
	if o == nil || s.passage-r.focus.at > 2 || o.off() {
		return nil
	}
	if o = r.joined(s, h, o, who); o == nil {
		return nil
	}
	if h.frame.name == "joinedby" { // at home, others join too
		if led, _ := r.peopleFrom(s, h, "subject"); !overlap(o.leaders, led) {
			return nil
		}
	}
	var guests []int
	for _, l := range r.foreign(who, o.to) {
		same := slices.ContainsFunc(o.leaders, func(m int) bool { return r.leaderState(m) == r.leaderState(l) })
		if h.frame.kind != "noun" || same || h.frame.name == "attable" {
			guests = append(guests, l)
		}
	}
	if len(guests) == 0 {
		return nil
	}
	if v := r.apart(s, h, o, guests, weak); v != nil {
		return []*visit{v}
	}
	var out []*visit
	step := ""
	if s.passage != r.focus.at {
		step = "inherited-place"
	}
	where := s.antecedentPlace(h)
	for _, leg := range r.legsOf(o) {
		if len(where) == 1 && where[0].state != leg.to { // "to X, where, accompanied by Y, she met"
			continue
		}
		v := &visit{leaders: append(slices.Clone(leg.leaders[:1]), r.foreign(guests, leg.to)...), to: leg.to, status: leg.status, start: leg.start, end: leg.end, told: told{rule: "visit." + h.frame.name}}
		if h.frame.name == "attable" { // who sat by need not have come for all of the stay
			v.leaders = guests
			v.coarse()
		}
		v.weaken(weak)
		v.weaken(step)
		out = append(out, r.keep(s, v, &match{from: h.slot, verb: h.slot, to: h.slot + 1}))
	}
	return out
}

// joined is the journey that somebody joins: o, the one in mind, unless the
// sentence speaks of another.
func (r *reader) joined(s *sentence, h *hit, o *visit, who []int) *visit {
	if h.frame.kind == "any" && !overlap(o.leaders, who) && len(who) > 1 && len(r.countrymen(slices.Clone(who), o.leaders[0])) == 0 { // "X was accompanied by Y" on another journey
		if o = r.lastOf(s, who); o == nil {
			return nil
		}
	}
	if obj := r.accompanied(s, h); len(obj) > 0 && !overlap(o.leaders, obj) { // "X, who came with Y, flew on to"
		if other := r.lastOf(s, obj); other != nil {
			o = other
		}
	}
	if h.frame.kind != "noun" && h.verb >= 0 && o.status == "completed" && s.statusOf(h) == "planned" { // "will be accompanied by Y": on the journey to come
		for i := len(r.visits) - 1; i >= 0; i-- {
			if v := r.visits[i]; v.status == "planned" && overlap(v.leaders, who) && s.passage-v.lastTold() <= 3 {
				return v
			}
		}
	}
	return o
}

// accompanied is who is accompanied by the subject of a verb.
func (r *reader) accompanied(s *sentence, h *hit) []int {
	if h.frame.name != "joined" || h.verb < 0 || s.shape().Verbs[h.verb].Passive {
		return nil
	}
	out, _ := r.peopleOf(s, s.object(h.verb))
	return out
}

// legsOf are the stays of the journey that a stay told last is of: those of the
// same person that the same sentence tells.
func (r *reader) legsOf(o *visit) []*visit {
	var out []*visit
	for _, v := range r.visits {
		if last := v.lastTold(); v != o && last == r.focus.at && v.leaders[0] == o.leaders[0] && v.status == o.status {
			out = append(out, v)
		}
	}
	return append(out, o)
}

// apart is a stay of its own at the same place, on a day that is none of the
// one in mind: "She came in April; in October she accompanied Y".
func (r *reader) apart(s *sentence, h *hit, o *visit, guests []int, weak string) *visit {
	d := s.clauseDate(h)
	if h.frame.kind == "noun" || d == nil || len(d.From) < 7 || o.start == "" || o.within(d.From) {
		return nil
	}
	own := visit{start: d.From, end: d.To, passing: true}
	if own.within(o.start) || own.continues(o) || o.continues(&own) {
		return nil
	}
	v := &visit{leaders: guests, to: o.to, status: s.statusOf(h), start: d.From, end: d.To, told: told{rule: "visit." + h.frame.name}}
	v.weaken(weak)
	v.weaken(d.Weak)
	v.weaken("inherited-place")
	r.settleStatus(s, v, h)
	return r.keep(s, v, &match{from: h.slot, verb: h.slot, to: h.slot + 1})
}

// lastOf is the visit last told of one of some people, not far before; nil
// where none was.
func (r *reader) lastOf(s *sentence, who []int) *visit {
	for i := len(r.visits) - 1; i >= 0; i-- {
		v := r.visits[i]
		if overlap(v.leaders, who) && s.passage-v.lastTold() <= farthestPair && !v.off() {
			return v
		}
	}
	return nil
}
