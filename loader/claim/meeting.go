package claim

import "slices"

// meetingVerb reports whether the verb at slot k is something that leaders do
// abroad, so that it shows that they were there.
func (s *sentence) meetingVerb(k int) bool {
	if s.slots[k].kind != slotWord || s.nominal(k) && s.slots[k].word != "talks" {
		return false
	}
	switch s.slots[k].word {
	case "meet", "hold", "sign":
		return true
	case "met", "signed", "inked", "held", "meets", "signs", "oversaw", "witnessed", "discussed", "attended", "addressed", "spoke", "chaired", "exchanged", "adopted", "agreed", "opened", "launched", "inaugurated", "gathered", "sat", "laid", "delivered", "presided", "convened":
		return true
	}
	return false
}

// meeting reads a meeting or a signing in a city: whoever is from elsewhere
// made a visit there.
func (r *reader) meeting(s *sentence, vs []*visit) []*visit {
	for v := range s.slots {
		if !s.meetingVerb(v) || s.negated(v) {
			continue
		}
		from, to := s.subject(v)
		who, weak := r.people(s, from, to)
		if len(who) == 0 {
			continue
		}
		for k := v + 1; k < len(s.slots) && k < v+5; k++ { // "met X", "met with X"
			if s.slots[k].kind == slotLeader && (s.slots[v].word == "met" || s.slots[v].word == "meets" || s.slots[k-1].word == "with") {
				more, _ := r.people(s, k, s.group(k))
				who = append(who, more...)
				break
			}
		}
		pl, ok := s.venue(from, v)
		step := ""
		if !ok {
			if pl, ok = r.scene(s, v, who); !ok {
				continue
			}
			step, pl.slot = "inherited-place", v
		}
		dest, c := pl.state, pl.slot
		var guests []int
		for _, l := range who {
			if r.leaderState(l) != dest && !slices.Contains(guests, l) {
				guests = append(guests, l)
			}
		}
		if len(guests) == 0 || len(who) > 6 || slices.ContainsFunc(vs, func(o *visit) bool { return o.to == dest || o.to == r.leaderState(guests[0]) }) {
			continue
		}
		m := &match{from: min(from, c), to: max(c, v) + 1}
		vis := &visit{leaders: guests, to: dest, place: pl.city, told: told{rule: "visit.meeting"}}
		vis.weaken(weak)
		vis.weaken(step)
		if vis.status = s.visitStatus(v, m); vis.status == "" {
			continue
		}
		r.date(s, vis, &match{from: v, to: v + 1}, false)
		return []*visit{r.keep(s, vis, m)}
	}
	return nil
}

// venue is where a verb's event took place: "In Minsk, X …", "X met Y in
// Minsk"; a state only right behind the verb ("met in Finland").
func (s *sentence) venue(subject, verb int) (place, bool) {
	for k := 0; k+1 < len(s.slots); k++ {
		if w := s.slots[k].word; w != "in" && w != "at" || s.slots[k].kind != slotWord {
			continue
		}
		p, end := s.place(k + 1)
		if end == k+1 {
			continue
		}
		switch {
		case p.city == "" && k < subject && k > 0 && occasion(s.slots[k-1].word) && s.saysSidelines():
			return p, true
		case p.city == "":
			if k > verb && (k <= verb+2 || k < verb+24 && occasion(s.slots[k-1].word)) {
				return p, true
			}
		case k > 0 && k < subject && occasion(s.slots[k-1].word) && s.saysSidelines():
			return p, true
		case k < subject && (k == 0 || s.slots[k-1].kind == slotDate || s.slots[k-1].word == "," || s.slots[k].capital):
			return p, true
		case k > verb && k < verb+24 && s.clear(verb+1, k):
			return p, true
		}
	}
	return place{}, false
}

// occasion reports whether a word names what people gather for.
func occasion(w string) bool {
	switch w {
	case "summit", "forum", "conference", "talks", "meeting", "session", "ceremony", "congress", "assembly":
		return true
	}
	return false
}

// occasionAt is the words between two slots, where they name what people
// gather for, without the article.
func (s *sentence) occasionAt(from, to int) string {
	named := false
	for k := from; k < to; k++ {
		named = named || occasion(s.slots[k].word)
	}
	for from < to && (s.slots[from].word == "the" || s.slots[from].word == "a" || s.slots[from].word == "an" || s.slots[from].word == "in" || s.slots[from].word == "at") {
		from++
	}
	if !named || from >= to {
		return ""
	}
	return s.text[s.slots[from].start:s.slots[to-1].end]
}
