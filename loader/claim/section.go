package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// wholeDay is the day, or the days, that a passage consists of ("Monday, 3
// May", "8-9 May."), nil where it says more.
func (r *reader) wholeDay(i int) *mention.Period {
	p := &r.page.Document.Passages[i]
	for _, m := range r.page.Mentions[i] {
		if m.Kind == mention.When && m.Period != nil && len(m.Period.From) == 10 && len(p.Text)-(m.End-m.Start) < 14 {
			return m.Period
		}
	}
	return nil
}

// headingDay is the day that a heading consists of, or the days where it is
// nothing but weekdays with their dates; nil for others.
func (r *reader) headingDay(i int) *mention.Period {
	p := &r.page.Document.Passages[i]
	if p.Kind != text.Heading {
		return nil
	}
	if d := r.wholeDay(i); d != nil && (d.To == "" || text.Day(p.Text)) {
		return d
	}
	return nil
}

// dailySections reports whether the document's sections are days: two
// different headings at least are nothing but a day.
func (r *reader) dailySections() bool {
	first := ""
	for i := range r.page.Document.Passages {
		switch d := r.headingDay(i); {
		case d == nil:
		case first == "":
			first = d.From
		case d.From != first:
			return true
		}
	}
	return false
}

// sectionDay takes the day of a section from its heading. Another heading that
// is no day leaves it, since digests set places or topics below days; one that
// announces what is to come ends it.
func (r *reader) sectionDay(i int) {
	ahead := text.Ahead(r.page.Document.Passages[i].Text)
	switch d := r.headingDay(i); {
	case !r.daily:
	case ahead:
		r.focus.day, r.focus.dayEnd, r.focus.ahead = "", "", true
	case d != nil:
		r.focus.day, r.focus.dayEnd, r.focus.ahead = d.From, d.To, false
	}
}

// paragraphDay takes the days of a paragraph that opens with nothing else, as
// entries of a chronicle do ("8-9 May. Working visit of …"). They end with it.
func (r *reader) paragraphDay(i int) {
	d := r.wholeDay(i)
	if ps := r.page.Document.Passages; d != nil && i > 0 && i+1 < len(ps) && ps[i+1].Paragraph == ps[i].Paragraph {
		r.focus.day, r.focus.dayEnd, r.focus.entry = d.From, d.To, true
	} else if r.focus.entry {
		r.focus.day, r.focus.dayEnd, r.focus.entry = "", "", false
	}
}

// entry reports whether a heading is an entry of a chronology: a line of its
// own without a stop that begins with its date ("2005 Premier X visits Y",
// "3 May: …").
func (r *reader) entry(i int) bool {
	if i == 0 {
		return false
	}
	for _, m := range r.page.Mentions[i] {
		if m.Kind == mention.When && m.Start == 0 && m.Period != nil && m.Period.From != "" {
			return len(r.page.Document.Passages[i].Text)-m.End > 14
		}
	}
	t := r.page.Document.Passages[i].Text // "2005 Premier …": a bare year is no date elsewhere
	return len(t) > 20 && t[4] == ' ' && (t[:2] == "19" || t[:2] == "20")
}

// stageDays gives the stays of a journey told before the days of a line that
// opens with nothing but a place and its days: "Oslo, April 21-22".
func (r *reader) stageDays(s *sentence) {
	var at *mention.Period
	var states []string
	other := 0
	for k := range s.slots {
		if s.slots[k].kind == slotMark && s.slots[k].word == "." && len(states) > 0 {
			break
		}
		switch sl := &s.slots[k]; {
		case sl.kind == slotDate && sl.m.Period != nil && len(sl.m.Period.From) == 10 && at == nil:
			at = sl.m.Period
		case sl.kind == slotCapital, sl.kind == slotState:
			states = append(states, sl.m.State)
		case sl.kind != slotMark && sl.word != "and" && sl.word != "in" && sl.word != "from" && sl.word != "to":
			other++
		}
	}
	if at == nil || len(states) == 0 || other > 2 {
		return
	}
	for _, v := range r.visits {
		told := len(v.start) == 10 && !(v.end != "" && v.within(at.From))
		if told || !slices.Contains(states, v.to) || v.off() || v.start != "" && !v.within(at.From) {
			continue
		}
		v.start, v.end, v.oneDay = at.From, at.To, at.To == ""
	}
}
