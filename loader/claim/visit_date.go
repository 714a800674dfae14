package claim

import (
	"strconv"
	"time"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// dateVisit gives a visit its first and last day, as far as the clause tells.
func (r *reader) dateVisit(s *sentence, v *visit, h *hit, several bool) {
	d := r.dayTold(s, v, h)
	if d == nil {
		if r.sceneDay(s, v, h) || r.onward(s, v, h) {
			return
		}
		if r.focus.day != "" && (v.status == "completed" || v.status == "planned" && r.focus.day >= r.page.Published) {
			v.start, v.end = r.focus.day, r.focus.dayEnd
			v.weaken("inherited-date")
		}
		return
	}
	v.weaken(d.Weak)
	v.start, v.end, v.yearless = d.From, d.To, d.Yearless
	if d.To != "" && len(d.From) < 10 && len(d.To) < 10 {
		v.start, v.end = common(d.From, d.To), ""
	}
	if s.onTour(h, d) || s.measuredStay(h, d) {
		v.coarse()
	}
	n := s.dayCount(h)
	switch s.stage(h) {
	case "end":
		if n > 0 && len(v.start) == 10 && v.end == "" {
			v.start, v.end = addDays(v.start, 1-n), v.start
			return
		}
		if len(v.start) == 10 && v.end == "" {
			v.start, v.end = firstOf(s.begun(h, v.start), v.start[:7]), v.start
		}
	case "within":
		if n != 1 && len(v.start) == 10 && v.end == "" {
			v.start = v.start[:7]
		}
	case "whole":
		v.oneDay = len(v.start) == 10 && v.end == ""
	}
	if several && v.end != "" && len(v.start) == 10 { // who was where on which day is not told
		v.start, v.end = common(v.start, v.end), ""
		if len(v.start) > 7 {
			v.start = v.start[:7]
		}
		v.weaken("date")
	}
	if n > 1 && len(v.start) == 10 && v.end == "" {
		v.end, v.oneDay = addDays(v.start, n-1), false
	} else if n == 1 && len(v.start) == 10 {
		v.oneDay = true
	}
}

// dayTold is the date that the sentence gives a visit; a plan told behind makes
// it one.
func (r *reader) dayTold(s *sentence, v *visit, h *hit) *mention.Period {
	if d := s.clauseDate(h); d != nil {
		return d
	}
	if d, plan := s.toldBehind(h.slot); d != nil {
		if plan && v.status == "completed" && (d.From >= r.page.Published || r.page.Published == "") {
			v.status = "planned"
		}
		return d
	}
	if d := s.deadline(h); d != nil && v.status == "planned" {
		return d
	}
	return r.dayBeside(s, h)
}

// stage says what part of a stay the clause's date is of: its beginning, its
// end, a day within it, or all of it.
func (s *sentence) stage(h *hit) string {
	verb := ""
	if h.verb >= 0 {
		verb = s.slots[s.shape().Verbs[h.verb].Head].word
	}
	switch verb {
	case "came", "comes", "got", "gets", "flew", "flies", "is":
		if h.frame.sense == "left" {
			return "end"
		}
	case "ended", "ends", "concluded", "concludes", "wrapped", "wraps", "completed", "concluding", "finished", "returned", "returns", "ending", "wound", "winds", "winding":
		return "end"
	case "left", "leaves", "departed", "departs", "leaving":
		if lead := s.leading(h.slot); h.frame.sense == "left" || h.frame.kind == "noun" && lead != "on" && lead != "for" && lead != "" {
			return "end"
		}
	case "visited", "visits", "was", "paid", "made", "pays":
		return "whole"
	}
	if h.frame.kind == "noun" && h.frame.sense == "visit" {
		switch s.leading(h.slot) {
		case "from":
			if h.verb >= 0 && s.goes(h.verb) {
				return "end"
			}
		case "during", "on", "in", "course", "part", "at":
			if d, inside := s.nounDate(h); d == nil || !inside {
				return "within"
			}
		}
	}
	return ""
}

// clauseDate is the date of what a trigger tells: for a noun the one that
// stands with it, for a verb the nearest of its clause, those behind it first.
func (s *sentence) clauseDate(h *hit) *mention.Period {
	if h.frame.sense == "since" {
		return s.nextDate(h.slot)
	}
	if k := s.lastToGo(h); k >= 0 {
		return s.nextDate(k)
	}
	if h.frame.kind == "noun" {
		if d, _ := s.nounDate(h); d != nil {
			return d
		}
		if h.verb < 0 {
			return s.nearest(h.slot, 0, len(s.slots))
		}
		if w := s.leading(h.slot); w == "ahead" || w == "before" || w == "after" && s.verb(s.shape().Verbs[h.verb].Head, "state") && s.holds([]string{"home", "back"}, s.shape().Verbs[h.verb].Head, h.slot) {
			return nil // "said on Monday ahead of a visit to", "is due home on Saturday after stops in"
		}
	}
	i := h.verb
	for steps := 0; i >= 0 && steps < 4; steps++ {
		v := &s.shape().Verbs[i]
		if d := s.nearest(h.slot, min(v.Start, h.slot), max(v.End, min(h.slot+1, len(s.slots)))); d != nil {
			return d
		}
		if h.frame.kind != "noun" && s.tourOf(h.verb) >= 0 { // "on 3 May she reached X, the second stop of a tour that began in Y"
			return nil
		}
		if k := s.whenBefore(v.Start); k >= 0 { // "on 3 May, when she was in Oslo"
			return s.slots[k].m.Period
		}
		if d := s.hoursAfter(v.Start); d != nil {
			return d
		}
		i = v.Governor
	}
	if k := max(s.opening(), s.cleftDate(h.slot)); k >= 0 {
		return s.slots[k].m.Period
	}
	return s.antecedentDate(h)
}

// hoursAfter is the day of what a clause at slot k happened shortly before:
// "opened the port on Thursday, hours after she had arrived".
func (s *sentence) hoursAfter(k int) *mention.Period {
	for j := k; j > 1 && j >= k-2; j-- {
		if s.slots[j].word != "after" && s.slots[j].word != "before" {
			continue
		}
		switch s.slots[j-1].word {
		case "hours", "shortly", "minutes", "soon", "immediately", "just", "moments":
			for i := j - 1; i >= 0; i-- {
				if s.slots[i].kind == slotDate && s.eventDate(i) {
					return s.slots[i].m.Period
				}
			}
		}
		return nil
	}
	return nil
}

// nounDate is a date within a noun's phrase ("her May visit") or right behind
// it, before any verb; the second value says that it is the stay's own.
func (s *sentence) nounDate(h *hit) (*mention.Period, bool) {
	ph := &s.shape().Phrases[s.shape().PhraseOf(h.slot)]
	for k := h.slot - 1; k >= ph.From && k >= h.slot-4; k-- {
		if s.slots[k].kind == slotDate && s.slots[k].m.Period != nil {
			return s.slots[k].m.Period, true
		}
	}
	for k := h.slot + 1; k < s.nounEnd(h); k++ {
		if s.slots[k].kind == slotDate && s.eventDate(k) && !s.apart(h.slot, k) {
			return s.slots[k].m.Period, true
		}
	}
	return nil, false
}

// nearest is the date nearest to a slot in a stretch, those behind it first.
func (s *sentence) nearest(at, from, to int) *mention.Period {
	for k := at + 1; k < to; k++ {
		if s.slots[k].kind != slotDate {
			continue
		}
		if s.eventDate(k) && !s.apart(at, k) {
			return s.slots[k].m.Period
		}
		if p := s.slots[k].m.Period; k < at+5 && (p == nil || p.From == "") { // its own, of which the year is not told
			return nil
		}
	}
	for k := min(at, to) - 1; k >= from; k-- {
		if s.slots[k].kind == slotDate && s.eventDate(k) && !s.apart(at, k) && !s.relative(k+1, at) && !s.insideRelative(from, k, at) {
			return s.slots[k].m.Period
		}
	}
	return nil
}

// insideRelative reports whether a date at slot k is that of a relative clause
// which opens behind a slot: "X, who had met Y on 3 May, flew to".
func (s *sentence) insideRelative(from, k, at int) bool {
	sh := s.shape()
	for p := sh.PhraseOf(k) - 1; p >= 0 && sh.Phrases[p].From > from; p-- {
		if sh.Phrases[p].Kind == syntax.Relative {
			return s.verbBetween(sh.Phrases[p].From, k) && s.slots[at].kind != slotVisit
		}
	}
	return false
}

// datesBetween reports whether a date stands between two slots.
func (s *sentence) datesBetween(from, to int) bool {
	for k := from + 1; k < to && k < len(s.slots); k++ {
		if s.slots[k].kind == slotDate {
			return true
		}
	}
	return false
}

// opening is the slot of a date with which the sentence opens and which so is
// that of all its clauses, or -1.
func (s *sentence) opening() int {
	for k := 0; k < len(s.slots) && k < 3; k++ {
		if s.slots[k].kind == slotDate {
			if s.eventDate(k) {
				return k
			}
			return -1
		}
	}
	return -1
}

// cleftDate is the slot of the date that a sentence brings forward for what
// stands from slot to on: "It was on 3 May that X met Y"; -1 where it does not.
func (s *sentence) cleftDate(to int) int {
	if s.foldAt(0) != "it" || !s.verb(1, "state") {
		return -1
	}
	at := -1
	for k := 2; k < to && k < 14 && s.slots[k].word != ";"; k++ {
		if sl := &s.slots[k]; sl.kind == slotDate && at < 0 && s.eventDate(k) {
			at = k
		} else if sl.kind == slotWord && sl.word == "that" {
			return at
		}
	}
	return -1
}

// dayCount is the n of "an n-day visit" in a trigger's clause, 0 where there
// is none.
func (s *sentence) dayCount(h *hit) int {
	for k := 0; k+2 < len(s.slots); k++ {
		if s.slots[k].kind != slotNumber || !(s.slots[k+1].word == "-" && s.slots[k+2].word == "day" || s.staysFor(k)) {
			continue
		}
		if h.slot-k > 8 || k-h.slot > 12 {
			continue
		}
		if n := lexicon.Number(s.slots[k].word); n > 0 {
			return n
		}
		if n, err := strconv.Atoi(s.slots[k].word); err == nil && n < 15 {
			return n
		}
	}
	return 0
}

// staysFor reports whether the number at slot k counts the days that somebody
// stayed: "spent three days", "a visit of two days".
func (s *sentence) staysFor(k int) bool {
	if s.foldAt(k+1) != "days" {
		return false
	}
	switch s.foldAt(k - 1) {
	case "spent", "spend", "spends", "spending":
		return true
	case "of":
		return k > 1 && s.slots[k-2].kind == slotVisit
	}
	return false
}

func addDays(day string, n int) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format("2006-01-02")
}

// common is the part that two dates share: their month, their year, or nothing.
func common(a, b string) string {
	for _, n := range []int{10, 7, 4} {
		if len(a) >= n && len(b) >= n && a[:n] == b[:n] {
			return a[:n]
		}
	}
	return ""
}
