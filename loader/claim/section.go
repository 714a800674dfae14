package claim

import (
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
