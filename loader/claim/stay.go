package claim

import "slices"

// keep merges a visit into the one it is, or keeps it as new, and puts it in
// focus.
func (r *reader) keep(s *sentence, v *visit, m *match) *visit {
	r.leaveEarlier(v)
	if r.late {
		if o := r.toldAlready(v); o != nil {
			r.trace.missed(s.passage, v.rule, s.wordAt(m.verb), missTold)
			if len(v.start) == 10 && v.end != "" && o.start != "" && v.within(o.start) { // a title tells all the days
				o.start, o.end, o.oneDay = v.start, v.end, false
			}
			return o
		}
	}
	e := r.evidence(s, m.from, m.to)
	v.add(e)
	if v.status == "" {
		v.status = "completed"
	}
	for _, l := range append(v.leaders[:len(v.leaders):len(v.leaders)], v.hosts...) {
		if r.inferred(l) {
			v.weaken("inferred-state")
		}
	}
	if slices.Contains(v.weak, "inherited-date") {
		switch o := v.same; {
		case o == nil:
			v.same = r.toldHere(v)
		case r.focus.dayEnd != "" && len(o.start) == 10 && v.within(o.start): // of several days the heading's say less
			v.start, v.end = "", ""
		}
	}
	known := r.known(v)
	if known == nil {
		v.made, v.hosted = map[int]told{}, map[int]told{}
		r.visits = append(r.visits, v)
		known = v
	} else {
		known.merge(v)
	}
	for _, l := range v.leaders {
		t := known.made[l]
		if t.rule == "" {
			t.rule, t.weak = v.rule, v.weak
		}
		t.add(e)
		known.made[l] = t
	}
	for _, h := range v.hosts {
		t := known.hosted[h]
		if t.rule == "" {
			t.rule, t.weak = v.rule, v.weak
		}
		t.add(e)
		known.hosted[h] = t
	}
	r.trace.keptVisit(r, s, m.verb, v, known)
	if v.same == nil && (v.start != "" || known == v) {
		known.passing = v.passing
	}
	r.focus.visit, r.focus.at = known, s.passage
	return known
}

// known is the visit told before that this one is: same leaders, same
// destination, a date that can be the same.
func (r *reader) known(v *visit) *visit {
	if v.same != nil {
		return v.same
	}
	for i := len(r.visits) - 1; i >= 0; i-- {
		o := r.visits[i]
		if o.to != v.to || o.several || v.several || !overlap(o.leaders, v.leaders) {
			continue
		}
		if o.status != v.status && (o.off() || v.off()) {
			continue
		}
		if len(v.leaders) > 1 && len(o.leaders) == 1 && v.start == "" && o.start != "" && !sameSentence(v, o) {
			continue
		}
		if v.earlier && o.start == "" && !o.earlier || r.bygone(o, v) || !r.sameStay(v, o) {
			continue
		}
		if v.start == "" || o.start == "" || o.within(v.start) || v.within(o.start) || v.continues(o) || o.continues(v) {
			if len(o.start) == 4 && len(v.start) > 4 && o.status != v.status {
				continue
			}
			return o
		}
	}
	return nil
}

// off reports whether a stay is said not to be made.
func (v *visit) off() bool { return v.status == "cancelled" || v.status == "denied" }

// leadPassages are those in which a report tells its news.
const leadPassages = 6

// bygone reports whether a stay without a date is the news that the report
// opens with, and the other one of long ago: "He came in 2016."
func (r *reader) bygone(o, v *visit) bool {
	if o.start != "" || len(v.start) < 4 || len(o.evidence) == 0 || len(r.page.Published) < 7 {
		return false
	}
	if e := o.evidence[0].Passage; e >= leadPassages || len(v.evidence) > 0 && v.evidence[0].Passage-e < 2 {
		return false
	}
	return v.start[:4] < r.page.Published[:4] && daysBetween(v.start, r.page.Published) > near
}

// continues reports whether what was told is a day of a stay told before: a
// meeting there within the next days, or anything on the day after.
func (v *visit) continues(o *visit) bool {
	days := 6
	if !v.passing {
		days = 1
	}
	return len(v.start) == 10 && len(o.start) == 10 && v.start > o.start && v.start <= addDays(o.start, days)
}

func overlap(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

// merge adds to a visit what another telling of it knows better.
func (v *visit) merge(o *visit) {
	for _, l := range o.leaders {
		if !slices.Contains(v.leaders, l) {
			v.leaders = append(v.leaders, l)
		}
	}
	for _, h := range o.hosts {
		if !slices.Contains(v.hosts, h) {
			v.hosts = append(v.hosts, h)
		}
	}
	switch {
	case v.start == "":
		v.start, v.end, v.oneDay = o.start, o.end, o.oneDay
	case len(o.start) > len(v.start) && datesFit(o.start, v.start):
		v.start = o.start
		if o.end != "" {
			v.end = o.end
		}
		v.oneDay = o.oneDay && v.end == ""
	case o.continues(v):
		v.until = max(v.until, o.start)
	case v.continues(o): // a meeting told before the arrival
		v.start, v.until, v.oneDay = o.start, max(v.until, v.start), false
	case v.end == "" && o.end != "" && datesFit(o.start, v.start):
		v.end, v.oneDay = o.end, false
		if len(o.start) == 10 && len(v.start) == 10 {
			v.start = min(v.start, o.start)
		}
	}
	if v.kind == "" {
		v.kind = o.kind
	}
	if v.place == "" {
		v.place = o.place
	}
	if v.occasion == "" {
		v.occasion = o.occasion
	}
	if v.status == "planned" && o.status == "completed" && !(o.present && len(o.start) < 10) && !o.mentioned() {
		v.status = o.status
	}
	for _, e := range o.evidence {
		v.add(e)
	}
}

// mentioned reports whether what was told only points to a stay in mind, without
// a day: "on his eleventh trip to Asia".
func (v *visit) mentioned() bool {
	return v.rule == "visit.nominal" && v.start == "" && slices.Contains(v.weak, "inherited-place")
}

// sameSentence reports whether two visits were last told by one sentence.
func sameSentence(v, o *visit) bool {
	return len(v.evidence) > 0 && len(o.evidence) > 0 && v.lastTold() == o.lastTold()
}

// toldHere is the visit of the same people to the same state that the same
// sentence told, whose own day goes before one that is only the section's.
func (r *reader) toldHere(v *visit) *visit {
	for i := len(r.visits) - 1; i >= 0; i-- {
		if o := r.visits[i]; o.to == v.to && overlap(o.leaders, v.leaders) && sameSentence(v, o) {
			if o.start != "" {
				v.start, v.end = "", ""
			}
			return o
		}
	}
	return nil
}
