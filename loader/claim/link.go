package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/mention"
)

// when gives an agreement its date: one of the sentence, else that of the visit
// it was signed during, else the year that the paragraph speaks of.
func (r *reader) when(s *sentence, g *signing, np *textPhrase, a *agreement, vs []*visit) {
	from, to := g.verb, g.verb+1
	d, weak := s.dateOf(from, to)
	if g.rule == "force" { // the date is of force; of signing only where the text has it
		d, weak = s.dateWithin(np), ""
	}
	if d != nil && d.To != "" && len(d.From) == 4 {
		d = nil
	}
	if d != nil {
		a.signed = d.From
		if d.To != "" {
			a.signed = common(d.From, d.To)
		}
		a.weaken(weak)
	}
	if a.status == "planned" && d == nil {
		return
	}
	if a.status == "ratified" {
		a.ratified, a.signed = a.signed, ""
		return
	}
	for _, v := range vs { // "visited X on 3 and 4 May and signed": the visit's days
		if d != nil && v.end != "" && v.end != v.start && (d.From == v.start || d.From == v.end) && d.To != "" {
			a.signed = v.signing()
		}
		if d != nil && len(d.From) == 10 && d.From == v.start && !v.oneDay && v.latest != "visit.meeting" && g.verb > 0 && !s.clear(g.verb, len(s.slots)) {
			a.signed = v.signing()
		}
	}
}

// linkVisit ties an agreement to the visit during which it was signed, where
// the text says so or plainly implies it. A wrong tie is worse than none.
func (r *reader) linkVisit(s *sentence, g *signing, a *agreement, vs []*visit) {
	defer r.dateFromContext(s, a)
	if a.status == "planned" && g.rule != "item" || a.status == "reported" {
		return
	}
	v, step := r.candidate(s, g, a, vs)
	if v == nil || v.status == "cancelled" || v.status == "denied" || v.several || !r.agrees(v, a) {
		return
	}
	if a.signed != "" && (!v.within(a.signed) || v.start == "" && step == "near") || a.status == "ratified" && step != "said" {
		return
	}
	a.visit = v
	a.link = told{rule: "link." + step}
	if step == "near" {
		a.link.weaken("cross-sentence")
	}
	a.link.add(r.evidence(s, g.verb, g.verb+1))
	if d := r.page.Document; v == r.focus.visit && (step == "said" || d.Passages[s.passage].Paragraph == d.Passages[r.focus.at].Paragraph) {
		r.focus.at = s.passage
	}
	if a.signed == "" || len(a.signed) < 7 && len(v.start) >= 7 {
		if d := v.signing(); d != "" {
			a.signed = d
			a.weaken("inherited-date")
		}
	}
}

func (r *reader) candidate(s *sentence, g *signing, a *agreement, vs []*visit) (*visit, string) {
	if in := r.focus.included; g.rule == "include" && in != nil {
		return in.visit, "said"
	}
	for i := len(vs) - 1; i >= 0; i-- {
		if r.agrees(vs[i], a) {
			return vs[i], "same"
		}
	}
	if len(vs) > 0 {
		return nil, ""
	}
	if v, ok := r.theVisit(s); ok {
		return v, "said"
	}
	if r.saysForum(s) {
		return nil, ""
	}
	if v := r.focus.visit; v != nil && r.near(s.passage, 2) {
		return v, "near"
	}
	if a.signed != "" && len(a.signed) == 10 { // a day within a stay told before
		for i := len(r.visits) - 1; i >= 0; i-- {
			if v := r.visits[i]; len(v.start) == 10 && v.within(a.signed) && r.agrees(v, a) {
				return v, "near"
			}
		}
	}
	return nil, ""
}

// dateWithin is a year or day that stands within a text's phrase.
func (s *sentence) dateWithin(np *textPhrase) *mention.Period {
	for k := np.from; k < np.to; k++ {
		if s.slots[k].kind == slotDate && s.slots[k].m.Period != nil && s.slots[k].m.Period.To == "" {
			return s.slots[k].m.Period
		}
	}
	return nil
}

// agrees reports whether an agreement's parties can be those of a visit: its
// destination is one, and the visitors' state another.
func (r *reader) agrees(v *visit, a *agreement) bool {
	if !slices.Contains(a.parties, party{state: v.to}) {
		return false
	}
	for _, l := range v.leaders {
		if slices.Contains(a.parties, r.side(l)) {
			return true
		}
	}
	return false
}

// dateFromContext gives an undated text the year that the paragraph set.
func (r *reader) dateFromContext(s *sentence, a *agreement) {
	if a.signed == "" && a.status == "signed" && a.visit == nil && r.focus.day != "" {
		a.signed = r.focus.day
		a.weaken("inherited-date")
	}
	if a.signed == "" && a.status == "signed" && r.focus.year != "" {
		a.signed = r.focus.year
		a.weaken("inherited-date")
	}
}
