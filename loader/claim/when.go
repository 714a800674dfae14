package claim

import "github.com/entente-graph/entente/loader/mention"

// dateOf is the date of an event told between two slots: one within them, else
// the nearest after them in the clause, else one before, else the only one.
// The second value is a weak step where the choice was loose.
func (s *sentence) dateOf(from, to int) (*mention.Period, string) {
	var inside, behind, before []int
	for k := range s.slots {
		if s.slots[k].kind != slotDate || !s.eventDate(k) || s.measured(from, k) {
			continue
		}
		switch {
		case k >= from && k < to:
			inside = append(inside, k)
		case k >= to:
			behind = append(behind, k)
		default:
			before = append(before, k)
		}
	}
	for _, k := range inside {
		if p := s.slots[k].m.Period; len(p.From) > 4 || len(inside) == 1 {
			return p, p.Weak
		}
	}
	if len(behind) > 0 && s.clear(to, behind[0]) {
		p := s.slots[behind[0]].m.Period
		return p, p.Weak
	}
	if n := len(before); n > 0 {
		if s.hasWord(";", before[n-1]+1, from) {
			return nil, ""
		}
		if s.relative(before[n-1]+1, from) || s.hasWord("before", before[n-1]+1, from) {
			return nil, ""
		}
		p := s.slots[before[n-1]].m.Period
		if !s.clear(before[n-1]+1, from) && n > 1 {
			p = s.slots[before[0]].m.Period
		}
		return p, p.Weak
	}
	if len(behind) == 1 && !s.hasWord("after", to, behind[0]) {
		return s.slots[behind[0]].m.Period, "date"
	}
	return nil, ""
}

// relative reports whether a date between two slots is only measured from
// ("a day after he signed").
func (s *sentence) relative(from, to int) bool {
	for k := from; k+1 < to; k++ {
		if n := s.slots[k+1].word; n != "after" && n != "before" {
			continue
		}
		switch s.slots[k].word {
		case "day", "days", "week", "weeks", "month", "months", "hours", "year", "years", "shortly", "soon":
			return true
		}
	}
	return false
}

// verbBetween reports whether a verb stands between two slots.
func (s *sentence) verbBetween(from, to int) bool {
	for i := range s.shape().Verbs {
		if h := s.shape().Verbs[i].Head; h > from && h < to {
			return true
		}
	}
	return false
}

func (s *sentence) hasWord(w string, from, to int) bool {
	for k := from; k < to; k++ {
		if s.slots[k].word == w {
			return true
		}
	}
	return false
}

// clear reports whether no other verb or person stands between two slots.
func (s *sentence) clear(from, to int) bool {
	for k := from; k < to; k++ {
		sl := &s.slots[k]
		switch {
		case sl.kind == slotMark && (sl.word == ";" || sl.word == ":"):
			return false
		case sl.kind == slotWord && sl.word == "and" && k+1 < to && s.slots[k+1].kind == slotWord && finite(s.slots[k+1].word):
			return false
		case sl.kind == slotWord && (sl.word == "said" || sl.word == "signed" || sl.word == "since"):
			return false
		}
	}
	return true
}

// eventDate reports whether the date at slot k can be that of an event: none
// that only bounds ("since 2019"), is a term ("for 2024–2029") or a deadline.
func (s *sentence) eventDate(k int) bool {
	p := s.slots[k].m.Period
	if p == nil || p.From == "" || s.foldAt(k+1) == "than" { // "a day earlier than planned"
		return false
	}
	if s.foldAt(k-2) == "effect" && s.foldAt(k-3) == "take" && s.foldAt(k-4) == "to" { // "sign an accord, to take effect on 1 March"
		return false
	}
	for j := k - 1; j >= 0 && j >= k-12 && s.slots[j].word != ","; j-- {
		if s.slots[j].word == "since" && !s.datesBetween(j, k) {
			return s.verbBetween(j, k) || s.hasWord("signing", j, k) // "since they met in 2019" dates the meeting
		}
	}
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		switch s.slots[j].word {
		case "since", "until", "till", "by", "before", "after", "of", "versus", "than":
			return s.slots[j].word == "of" && j == k-1 && (len(p.From) > 4 || partOfYear(s.foldAt(j-1)))
		case "for", "through", "period", "covering":
			return len(p.From) == 10 && s.slots[j].word == "for"
		case "end", "beginning", "the", "year", "early", "late", "mid", "around", "about":
			continue
		}
		break
	}
	return true
}

// partOfYear reports whether a word names a stretch of a year, so that what
// happens in it happens in the year: "in the second half of 2025".
func partOfYear(w string) bool {
	switch w {
	case "half", "quarter", "third", "spring", "summer", "autumn", "fall", "winter", "end", "beginning", "start", "middle", "course", "months", "weeks":
		return true
	}
	return false
}

// deadline is the month or year before whose end somebody is to go: "before
// the end of the year", "by June".
func (s *sentence) deadline(h *hit) *mention.Period {
	from, to := 0, len(s.slots)
	if h.verb >= 0 {
		from, to = s.shape().Verbs[h.verb].Start, s.shape().Verbs[h.verb].End
	}
	for k := from; k < to; k++ {
		if sl := &s.slots[k]; sl.kind == slotDate && sl.m.Period != nil && sl.m.Period.From != "" && len(sl.m.Period.From) <= 7 && s.bounded(k) {
			return sl.m.Period
		}
	}
	return nil
}

// bounded reports whether a date at slot k is that by which something is done.
func (s *sentence) bounded(k int) bool {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s.slots[j].word {
		case "the", "end", "of":
			continue
		case "before", "by", "until", "within":
			return true
		}
		return false
	}
	return false
}

// datesFit reports whether two dates can be one: the coarser holds the finer.
func datesFit(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] == b[:n]
}

// last is the last day of the stay, as far as it is told.
func (v *visit) last() string { return max(v.end, v.until) }

// within reports whether a day or month can lie within a stay.
func (v *visit) within(date string) bool {
	if v.start == "" || date == "" {
		return true
	}
	last := v.last()
	if datesFit(v.start, date) || last != "" && datesFit(last, date) {
		return true
	}
	return last != "" && len(date) == 10 && v.start <= date && date <= last
}

// signing is the date that a text signed during the visit has: the day of a
// one-day visit, else the month, as far as told.
func (v *visit) signing() string {
	switch {
	case len(v.start) < 10, v.oneDay:
		return v.start
	case v.end == v.start:
		return v.start
	case v.end != "" && v.end[:7] != v.start[:7]:
		return v.start[:4]
	}
	return v.start[:7]
}
