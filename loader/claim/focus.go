package claim

import "strings"

// saysForum reports whether the sentence sets its own scene that is no visit:
// "During the first forum in X", "At the summit".
func (s *sentence) saysForum() bool {
	for k := 0; k < len(s.slots) && k < 9; k++ {
		switch s.slots[k].word {
		case "forum", "summit", "conference", "session", "exhibition", "congress", "assembly", "meeting":
			return k > 0 && strings.Contains("during at on within sidelines after", strings.ToLower(s.slots[0].word))
		}
	}
	return false
}

// visitOf is the visit that an agreement of the sentence may come from: one of
// the sentence itself, else the one that "the visit" means, else the one told
// just before.
func (r *reader) visitOf(s *sentence, vs []*visit) *visit {
	if n := len(vs); n > 0 && !(vs[n-1].rule == "visit.attable" && r.focus.visit != nil && r.near(s.passage, 2)) { // who only sits by
		return vs[n-1]
	}
	if v, ok := r.theVisit(s); ok {
		return v
	}
	if s.saysForum() {
		return nil
	}
	if v := r.focus.visit; v != nil && r.near(s.passage, 2) {
		return v
	}
	return nil
}

// near reports whether the visit in focus was told at most n passages before,
// in the same paragraph or list.
func (r *reader) near(passage, n int) bool {
	d := r.page.Document
	p, q := d.Passages[passage], d.Passages[r.focus.at]
	if p.Paragraph == q.Paragraph {
		return passage-r.focus.at <= n+1
	}
	return passage-r.focus.at <= n && p.Paragraph-q.Paragraph <= 1
}

// theVisit is what "during the visit" or "during the latest visit" means: of
// the visits whose leaders or states the sentence names, the latest.
func (r *reader) theVisit(s *sentence) (*visit, bool) {
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind != slotVisit || k == 0 {
			continue
		}
		latest, pointing := false, false
		for j := k - 1; j >= 0 && j >= k-4; j-- {
			switch s.slots[j].word {
			case "latest", "last", "recent", "most":
				latest = true
			case "the", "this", "that", "his", "her", "same":
				pointing = true
			}
			if s.slots[j].kind == slotOwner || s.slots[j].word == "'s" {
				pointing = true
			}
		}
		if !pointing && !latest {
			continue
		}
		if latest {
			return r.latest(s), true
		}
		return r.inMind(s), r.focus.visit != nil
	}
	return nil, false
}

// inMind is the visit last told of the people whom the sentence, or else the
// one before, names; the one in focus where none is.
func (r *reader) inMind(s *sentence) *visit {
	people, _ := r.people(s, 0, len(s.slots))
	if len(people) == 0 {
		people = r.focus.recent
	}
	if r.focus.visit == nil || len(people) == 0 || overlap(r.focus.visit.leaders, people) || overlap(r.focus.visit.hosts, people) {
		return r.focus.visit
	}
	for i := len(r.visits) - 1; i >= 0; i-- {
		if v := r.visits[i]; v.status == "completed" && overlap(v.leaders, people) {
			return v
		}
	}
	return r.focus.visit
}

// latest is, of the visits of the people whom the sentence names, the one with
// the latest date.
func (r *reader) latest(s *sentence) *visit {
	people := map[int]bool{}
	states := map[string]bool{}
	for k := range s.slots {
		if sl := &s.slots[k]; sl.namesPerson() {
			people[sl.m.Entity] = true
			states[r.leaderState(sl.m.Entity)] = true
		} else if p := s.partyOf(k); p.state != "" {
			states[p.state] = true
		}
	}
	if len(people) == 0 && len(states) < 2 {
		for _, st := range r.focus.pair {
			states[st] = true
		}
	}
	var best *visit
	for _, v := range r.visits {
		if v.status != "completed" || !states[v.to] && len(states) > 1 || v.several {
			continue
		}
		mine := len(people) == 0
		for _, l := range v.leaders {
			mine = mine || people[l]
		}
		if mine && (best == nil || v.start > best.start) {
			best = v
		}
	}
	return best
}
