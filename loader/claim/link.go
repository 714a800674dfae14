package claim

import (
	"slices"
)

// hear keeps what a telling of an agreement leaves for the choice of its visit,
// which is made when all visits are known: the visit that its sentence seems to
// speak of, and the date that stands if no visit gives one.
func (r *reader) hear(s *sentence, g *signing, a *agreement, vs []*visit) {
	if a.status == "signed" && !a.recalled {
		if a.context = r.focus.day; a.context == "" {
			a.context = r.focus.year
		}
	}
	for i := len(vs) - 1; i >= 0 && a.hint == nil; i-- {
		if r.agrees(vs[i], a) {
			a.hint = vs[i]
		}
	}
	v := r.focus.visit
	if len(vs) > 0 || v == nil || !r.agrees(v, a) || !v.within(a.signed) || !r.near(s.passage, 2) && !s.duringVisit() {
		return
	}
	if a.hint == nil {
		a.hint = v
	}
	if d := r.page.Document; s.duringVisit() || d.Passages[s.passage].Paragraph == d.Passages[r.focus.at].Paragraph {
		r.focus.at = s.passage // what is signed during it keeps it in mind
	}
}

// link gives each agreement the visit during which it was signed, where one is
// likely enough. A wrong tie is worse than none.
func (r *reader) link() {
	k := r.ranking()
	r.trace.chose(r, k)
	for i, a := range r.agreements {
		if v, p := k.Choose(i, LinkWeights()); v >= 0 {
			r.tie(a, r.visits[v], k.pair(&k.Agreements[i], &k.Visits[v]), p)
		}
	}
	for i, a := range r.agreements {
		r.tieMember(a, &k.Agreements[i], k)
	}
	for _, a := range r.agreements {
		if a.signed == "" && a.status == "signed" && a.context != "" {
			a.signed = a.context
			a.weaken("inherited-date")
		}
	}
	r.agreements = slices.DeleteFunc(r.agreements, func(a *agreement) bool { return a.vague && a.visit == nil && a.signed == "" })
}

// tieMember ties a member of a package to the visit of the whole, where nothing
// it has tells against it.
func (r *reader) tieMember(a *agreement, x *RankedAgreement, k *Ranking) {
	w := a.whole
	if w == nil || w.visit == nil || a.visit != nil || a.status != w.status || !w.visit.within(a.signed) || !r.agrees(w.visit, a) {
		return
	}
	v := r.rankedVisit(w.visit)
	r.tie(a, w.visit, k.pair(x, &v), w.link.sure)
	a.link.weaken("cross-sentence")
}

// tie links an agreement to its visit, and lets each tell the other its date.
func (r *reader) tie(a *agreement, v *visit, p *pair, probability float64) {
	a.visit, a.link = v, told{rule: "link.ranked", sure: probability}
	a.link.add(p.at)
	if p.behind != 0 {
		a.link.weaken("cross-sentence")
	}
	if a.status == "signed" && (a.signed == "" || len(a.signed) < 7 && len(v.start) >= 7) {
		if d := v.signing(); d != "" {
			a.signed = d
			a.weaken("inherited-date")
		}
	}
	if v.start == "" && a.status == "signed" && (len(a.signed) == 10 || len(a.signed) == 7 && p.behind == 0) { // a month of its own may be another
		v.start = a.signed
		v.weaken("inherited-date")
	}
}

// ranking is what the choice of links needs to know of all that was gathered.
func (r *reader) ranking() *Ranking {
	var vs []RankedVisit
	for _, v := range r.visits {
		vs = append(vs, r.rankedVisit(v))
	}
	var as []RankedAgreement
	for _, a := range r.agreements {
		as = append(as, rankedAgreement(a))
	}
	return NewRanking(r.page, vs, as)
}

func (r *reader) rankedVisit(v *visit) RankedVisit {
	x := RankedVisit{People: v.leaders, Hosts: v.hosts, To: v.to, Start: v.start, End: v.last(), Status: v.status, Told: v.evidence}
	if v.several {
		x.Status = "cancelled" // no single stay that anything could come from
	}
	for _, l := range v.leaders {
		if s := r.side(l).name(); s != "" && !slices.Contains(x.From, s) {
			x.From = append(x.From, s)
		}
	}
	return x
}

func rankedAgreement(a *agreement) RankedAgreement {
	x := RankedAgreement{Title: a.title, Kind: a.kind, Status: a.status, Count: a.count, Date: a.signed, Told: a.evidence, Recalled: a.recalled}
	if a.status == "ratified" && a.signed == "" {
		x.Date = a.ratified
	}
	for _, p := range a.parties {
		x.Parties = append(x.Parties, p.name())
	}
	return x
}

// agrees reports whether an agreement's parties can be those of a visit: its
// destination is one, and whom its visitors act for another.
func (r *reader) agrees(v *visit, a *agreement) bool {
	x, y := r.rankedVisit(v), rankedAgreement(a)
	host, guest := x.binds(&y)
	return host && guest
}
