package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// guestList is one guest, or several, of a hosting sentence with the date told
// of them.
type guestList struct {
	from, to, end int // slots of the names; end takes the date in
	date          *mention.Period
}

// receivesThing reports whether the object of a hosting verb is no person:
// "received an audience with", "welcomed the decision of".
func (s *sentence) receivesThing(v int) bool {
	for k := v + 1; k < len(s.slots) && k < v+4; k++ {
		switch s.slots[k].word {
		case "audience", "audiences", "decision", "statement", "award", "medal", "letter", "credentials", "call", "proposal", "initiative", "support", "news", "efforts", "message", "congratulations":
			return true
		}
	}
	return false
}

// guests reads the objects of a hosting verb: people up to the end of the
// clause, each group with the date that stands right behind it.
func (s *sentence) guests(k int) []guestList {
	var out []guestList
	for ; k < len(s.slots); k++ {
		sl := &s.slots[k]
		if sl.kind == slotMark && (sl.word == ";" || sl.word == ":" || sl.word == "." && k+1 == len(s.slots)) {
			break
		}
		if sl.kind == slotWord && len(out) > 0 && (finite(sl.word) || sl.word == "who" || sl.word == "where" || sl.word == "by" || sl.word == "with") {
			break
		}
		if sl.kind == slotWord && len(out) == 0 && (sl.word == "by" || strings.HasPrefix(sl.word, "summit")) {
			break
		}
		if sl.kind != slotLeader || k+1 < len(s.slots) && s.slots[k+1].word == "'s" {
			continue
		}
		g := guestList{from: k, to: s.group(k)}
		g.end = g.to
		for j := g.to; j < len(s.slots) && j < g.to+10; j++ {
			if s.slots[j].kind == slotLeader || s.slots[j].kind == slotWord && finite(s.slots[j].word) {
				break
			}
			if s.slots[j].kind == slotDate && s.eventDate(j) {
				g.date, g.end = s.slots[j].m.Period, j+1
				break
			}
		}
		out = append(out, g)
		k = g.end - 1
	}
	return out
}

// cityIn is the slot of a city of a state after "in" or "at" between two slots, or -1.
func (s *sentence) cityIn(from, to int, state string) int {
	for k := max(from, 1); k < to; k++ {
		if s.slots[k].kind == slotCapital && s.slots[k].m.State == state && (s.slots[k-1].word == "in" || s.slots[k-1].word == "to" || s.slots[k-1].word == "at") {
			return k
		}
	}
	return -1
}

// receiving reads "Y was received in Baku by X".
func (r *reader) receiving(s *sentence, m *match) []*visit {
	sub := m.captures["who"]
	who, weak := r.people(s, sub[0], sub[1])
	verb := m.to
	var hosts []int
	dest, city := "", ""
	for k := verb; k < len(s.slots) && k < verb+14; k++ {
		sl := &s.slots[k]
		if sl.word == "by" && len(hosts) == 0 {
			for j := k + 1; j < len(s.slots) && j < k+4; j++ {
				if s.slots[j].kind == slotLeader {
					hosts, _ = r.people(s, j, j+1)
					break
				}
			}
		}
		if (sl.kind == slotCapital || sl.kind == slotState) && k > 0 && (s.slots[k-1].word == "in" || s.slots[k-1].word == "at" || s.slots[k-1].word == "to") && dest == "" {
			dest = sl.m.State
			if sl.kind == slotCapital {
				city = sl.m.Surface
			}
		}
	}
	if len(hosts) > 0 && r.leaderState(hosts[0]) != "" {
		if st := r.leaderState(hosts[0]); dest == "" || dest == st {
			dest = st
		} else {
			hosts = nil
		}
	}
	who = slices.DeleteFunc(who, func(l int) bool { return r.leaderState(l) == dest })
	if dest == "" || len(who) == 0 {
		return nil
	}
	v := &visit{leaders: who, to: dest, place: city, hosts: hosts, told: told{rule: "visit.received"}}
	v.weaken(weak)
	if r.style(s, v, m); v.status == "" {
		return nil
	}
	r.date(s, v, &match{from: m.from, to: min(len(s.slots), verb+1)}, false)
	return []*visit{r.keep(s, v, &match{from: m.from, to: min(len(s.slots), verb+8)})}
}

// inContext reads "during his visit": whose is told, where is in mind.
func (r *reader) inContext(s *sentence, m *match) []*visit {
	who, weak := r.people(s, m.captures["who"][0], m.captures["who"][1])
	f := r.focus.visit
	if len(who) != 1 || f == nil || s.passage-r.focus.at > 6 || r.leaderState(who[0]) == f.to {
		return nil
	}
	mine := slices.Contains(f.leaders, who[0])
	if followed := s.slots[m.from].kind != slotOwner; followed && (mine || s.passage != r.focus.at) || !followed && !mine {
		return nil
	}
	v := &visit{leaders: who, to: f.to, told: told{rule: "visit.stay"}}
	v.weaken(weak)
	v.weaken("inherited-place")
	r.style(s, v, m)
	r.date(s, v, m, false)
	if v.start == "" && v.kind == "" || s.first(m) {
		return nil
	}
	if v.start == "" {
		v.start, v.end = f.start, f.end
	}
	return []*visit{r.keep(s, v, m)}
}

// toTheCountry reads "her visit to the country": the state that the sentence
// names and that is not the visitor's.
func (r *reader) toTheCountry(s *sentence, m *match) []*visit {
	who, weak := r.people(s, m.captures["who"][0], m.captures["who"][1])
	if len(who) != 1 || r.leaderState(who[0]) == "" {
		return nil
	}
	dest := ""
	for k := range s.slots {
		if sl := &s.slots[k]; sl.kind == slotState || sl.kind == slotCapital {
			if st := sl.m.State; st != r.leaderState(who[0]) && dest == "" {
				dest = st
			}
		}
	}
	if dest == "" {
		return nil
	}
	v := &visit{leaders: who, to: dest, told: told{rule: "visit.country"}}
	v.weaken(weak)
	v.weaken("inherited-place")
	r.style(s, v, m)
	r.date(s, v, m, false)
	return []*visit{r.keep(s, v, m)}
}

// first reports whether the visit is told of as one of a count: "his first
// visit in a decade" adds nothing to the one in mind.
func (s *sentence) first(m *match) bool {
	for k := m.from; k < m.to; k++ {
		switch s.slots[k].word {
		case "last", "previous", "next", "earlier":
			return true
		}
	}
	return false
}

// keep merges a visit into the one it is, or keeps it as new, and puts it in
// focus.
func (r *reader) keep(s *sentence, v *visit, m *match) *visit {
	if r.late {
		if o := r.toldAlready(v); o != nil {
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
	known.latest = v.rule
	r.focus.visit, r.focus.at = known, s.passage
	return known
}

// known is the visit told before that this one is: same leaders, same
// destination, a date that can be the same.
func (r *reader) known(v *visit) *visit {
	for i := len(r.visits) - 1; i >= 0; i-- {
		o := r.visits[i]
		if o.to != v.to || o.several || v.several || !overlap(o.leaders, v.leaders) {
			continue
		}
		if o.status != v.status && (o.status == "cancelled" || v.status == "cancelled" || o.status == "denied" || v.status == "denied") {
			continue
		}
		if len(v.leaders) > 1 && len(o.leaders) == 1 && v.start == "" && o.start != "" {
			continue
		}
		if v.earlier && o.start == "" {
			continue
		}
		if v.start == "" || o.start == "" || o.within(v.start) || v.within(o.start) {
			if len(o.start) == 4 && len(v.start) > 4 && o.status != v.status {
				continue
			}
			return o
		}
	}
	return nil
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
	if v.status == "planned" && o.status == "completed" {
		v.status = o.status
	}
	for _, e := range o.evidence {
		v.add(e)
	}
}
