package claim

import "slices"

// cellTrip is who goes where by a cell that tells a journey in a few words:
// "X to Oslo", "X in Oslo for talks".
func (r *reader) cellTrip(s *sentence, cell [2]int) ([]int, place) {
	for k := cell[0]; k < cell[1]; k++ {
		if s.slots[k].kind != slotLeader {
			continue
		}
		for j := k + 1; j+1 < cell[1] && j < k+4; j++ {
			if w := s.slots[j].word; w != "to" && w != "in" {
				continue
			}
			if p, end := s.place(j + 1); end > j+1 {
				who, _ := r.people(s, s.listStart(k), k+1)
				return who, p
			}
		}
		return nil, place{}
	}
	return nil, place{}
}

// readExchange reads a row of a table of texts that says who exchanged or
// signed them: ministers of the guest's state were with him.
func (r *reader) readExchange(s *sentence) {
	if !r.exchanges(s.passage) {
		return
	}
	states := map[string][]int{}
	for k := range s.slots {
		if sl := &s.slots[k]; sl.namesPerson() {
			if st := r.leaderState(sl.m.Entity); st != "" && !slices.Contains(states[st], sl.m.Entity) {
				states[st] = append(states[st], sl.m.Entity)
			}
		}
	}
	if len(states) != 2 {
		return
	}
	for _, o := range r.visits {
		guests := states[r.leaderState(o.leaders[0])]
		if len(states[o.to]) == 0 || len(guests) == 0 || o.status != "completed" {
			continue
		}
		v := &visit{leaders: append(slices.Clone(o.leaders[:1]), guests...), to: o.to, status: o.status, start: o.start, end: o.end, told: told{rule: "visit.exchange"}}
		v.weaken("inherited-place")
		r.keep(s, v, &match{from: 0, verb: 0, to: len(s.slots)})
		return
	}
}

// exchanges reports whether the heads of a row's table say who exchanged or
// signed what the rows name.
func (r *reader) exchanges(row int) bool {
	return slices.ContainsFunc(r.tableHeads(row), func(h columnHead) bool {
		return h.has("exchanged", "signed", "signatory", "signatories", "side", "representative", "representatives")
	})
}

// metInRow reads whom a traveller is said to have met at the place of a row who
// is not at home there: "Met with President X. Also met with Y of Norway". On
// which of the days is not told.
func (r *reader) metInRow(s *sentence, stay *visit) {
	for k := range s.slots {
		if !formOf(s.slots[k].word, "meet", "met") || s.foldAt(k+1) != "with" {
			continue
		}
		end := k + 2
		for end < len(s.slots) && s.slots[end].word != "." && s.slots[end].word != "|" && s.slots[end].word != ";" {
			end++
		}
		who, _ := r.people(s, k+2, end)
		who = slices.DeleteFunc(who, func(l int) bool { return r.leaderState(l) == "" || slices.Contains(stay.leaders, l) })
		if who = r.foreign(who, stay.to); len(who) == 0 {
			continue
		}
		v := &visit{leaders: who, to: stay.to, place: stay.place, status: stay.status, start: stay.start, passing: true, told: told{rule: "visit.row"}}
		if stay.end != "" && len(v.start) > 7 {
			v.start = v.start[:7]
		}
		v.weaken("inherited-place")
		r.keep(s, v, &match{from: k, verb: k, to: end})
	}
}
