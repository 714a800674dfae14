package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// headingDay is the day that a heading consists of ("Monday, 3 May"), or "".
func (r *reader) headingDay(i int) string {
	p := &r.page.Document.Passages[i]
	if p.Kind != text.Heading {
		return ""
	}
	for _, m := range r.page.Mentions[i] {
		if m.Kind == mention.When && m.Period != nil && len(m.Period.From) == 10 && m.Period.To == "" && len(p.Text)-(m.End-m.Start) < 14 {
			return m.Period.From
		}
	}
	return ""
}

// dailySections reports whether the document's sections are days: two
// different headings at least are nothing but a day.
func (r *reader) dailySections() bool {
	first := ""
	for i := range r.page.Document.Passages {
		switch d := r.headingDay(i); {
		case d == "":
		case first == "":
			first = d
		case d != first:
			return true
		}
	}
	return false
}

// sectionDay takes the day of a section from its heading. Another heading that
// is no day leaves it, since digests set places or topics below days.
func (r *reader) sectionDay(i int) {
	if d := r.headingDay(i); r.daily && d != "" {
		r.focus.day = d
	}
}

// readRow reads a row of a table of visits: its first row or lead has a column
// for the destination. The row names who went, where, and mostly when.
func (r *reader) readRow(s *sentence) {
	head := s.passage
	for head > 0 && r.page.Document.Passages[head-1].Kind == text.Row {
		head--
	}
	if head == s.passage || !visitTable(r.page.Document.Passages[head].Text) {
		return
	}
	var who []int
	dest := place{}
	from, to := 0, 0
	for k := range s.slots {
		sl := &s.slots[k]
		switch {
		case sl.kind == slotLeader && sl.m.Kind == mention.Person && sl.m.Entity >= 0 && dest.state == "" && !slices.Contains(who, sl.m.Entity):
			who = append(who, sl.m.Entity)
			from, to = min(from, k), k+1
		case dest.state == "" && (k == 0 || s.slots[k-1].kind == slotMark && s.slots[k-1].word == "|"):
			if p, end := s.place(k); end > k {
				dest, to = p, max(to, end)
			}
		}
	}
	who = slices.DeleteFunc(who, func(l int) bool { return r.leaderState(l) == dest.state })
	if dest.state == "" || len(who) == 0 {
		return
	}
	v := &visit{leaders: who, to: dest.state, place: dest.city, status: "completed", told: told{rule: "visit.row"}}
	h := &hit{frame: &frame{name: "row", kind: "noun", sense: "visit"}, slot: from, verb: -1}
	v.kind = s.visitKind(0, len(s.slots))
	r.dateVisit(s, v, h, false)
	r.settleStatus(s, v, h)
	r.keep(s, v, &match{from: from, verb: from, to: to})
}

// visitTable reports whether the first row of a table has a column for where
// somebody went.
func visitTable(head string) bool {
	for _, w := range wordsOf(head) {
		switch w {
		case "destination", "destinations", "visited", "visit", "visits":
			return strings.Contains(head, "|") || strings.Contains(head, "\t")
		}
	}
	return false
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
