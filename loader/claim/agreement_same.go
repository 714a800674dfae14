package claim

import (
	"slices"
	"strings"
)

// knownAgreement is the agreement told before that this one is: the parties and
// dates can be one, and the count, or what the title tells, is the same.
func (r *reader) knownAgreement(a *agreement) *agreement {
	if a.another {
		return nil
	}
	for i := len(r.agreements) - 1; i >= 0; i-- {
		o := r.agreements[i]
		if !sharesParties(a.parties, o.parties) || a.signed != "" && o.signed != "" && !datesFit(a.signed, o.signed) {
			continue
		}
		if a.hint != nil && o.hint != nil && a.hint != o.hint || !occursOnce(a, o) || a.lead > 0 && a.lead == o.lead && a.title != o.title {
			continue
		}
		if r.same(a, o, i) {
			return o
		}
	}
	return nil
}

// occursOnce reports whether two tellings do not contradict each other on
// whether the text is still to come.
func occursOnce(a, o *agreement) bool {
	return a.status != "planned" || o.status != "ratified" || len(a.head) > 0
}

// same reports whether two texts of the same parties and date are one.
func (r *reader) same(a, o *agreement, i int) bool {
	if a.count > 1 || o.count > 1 {
		return a.count == o.count
	}
	if a.vague != o.vague || !kindsFit(a.kind, o.kind) || stated(a) != stated(o) && a.kind != o.kind || retitled(a.title, o.title) {
		return false
	}
	if a.hint != nil && a.hint == o.hint && (a.shorthand() || o.shorthand()) {
		return true
	}
	if len(a.head) == 0 && len(o.head) == 0 {
		return a.kind == o.kind
	}
	if len(a.head) == 0 {
		return i == len(r.agreements)-1 && a.kind == o.kind
	}
	if len(o.head) == 0 {
		return a.points && a.kind == o.kind && a.title[:1] == strings.ToLower(a.title[:1])
	}
	if !subset(a.head, o.head) && !subset(o.head, a.head) {
		return false
	}
	return a.kind == o.kind || a.points || o.points || len(a.head) > 1 && len(o.head) > 1
}

// stated reports whether a text is a statement, which nobody calls a treaty.
func stated(a *agreement) bool {
	return a.kind == "declaration" && slices.ContainsFunc(wordsOf(a.title), func(w string) bool { return w == "statement" || w == "communique" })
}

// retitled reports whether two titles are both a text's official one, and so
// name two texts where neither stands within the other.
func retitled(a, b string) bool {
	if !official(a) || !official(b) {
		return false
	}
	x, y := strings.Join(wordsOf(a), " "), strings.Join(wordsOf(b), " ")
	return !strings.Contains(x, y) && !strings.Contains(y, x)
}

// official reports whether a title is written as a name: its first words have
// capitals, and it says what it is about.
func official(title string) bool {
	ws := strings.Fields(title)
	if len(ws) < 4 {
		return false
	}
	for _, w := range ws[:2] {
		if w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return true
}

// kindsFit reports whether one text may be called by both kinds: any text is
// also called an agreement or a document.
func kindsFit(a, b string) bool {
	return a == b || a == "treaty" || b == "treaty" || a == "other" || b == "other"
}

// shorthand reports whether the title is a headline's word for a text that is
// named more fully elsewhere: "defence pact", "the deal".
func (a *agreement) shorthand() bool {
	ws := wordsOf(a.title)
	if len(ws) == 0 || len(ws) > 4 {
		return false
	}
	switch ws[len(ws)-1] {
	case "pact", "deal", "accord":
		return true
	}
	return false
}

// sharesParties reports whether all parties of the smaller set are in the other.
func sharesParties(a, b []party) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, p := range a {
		if !slices.Contains(b, p) {
			return false
		}
	}
	return true
}

// subset reports whether all words of a stand in b, number aside.
func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.ContainsFunc(b, func(x string) bool { return singular(x) == singular(w) }) {
			return false
		}
	}
	return true
}

func singular(w string) string { return strings.TrimSuffix(w, "s") }

// merge adds what another telling knows better.
func (a *agreement) merge(o *agreement) {
	a.recalled = a.recalled && o.recalled
	for _, p := range o.parties {
		if !slices.Contains(a.parties, p) {
			a.parties = append(a.parties, p)
		}
	}
	if len(o.signed) > len(a.signed) {
		a.signed = o.signed
	}
	if o.ratified != "" {
		a.ratified = o.ratified
	}
	if len(o.head) > len(a.head) && !o.points {
		a.head, a.title = o.head, o.title
	} else if a.shorthand() && !o.shorthand() {
		a.head, a.title = o.head, o.title
	}
	if a.amount == 0 {
		a.amount, a.money = o.amount, o.money
	}
	if a.starts == "" {
		a.starts, a.ends = o.starts, o.ends
	}
	if a.hint == nil {
		a.hint = o.hint
	}
	if a.context == "" {
		a.context = o.context
	}
	if rank := map[string]int{"planned": 1, "reported": 0, "signed": 2, "ratified": 3}; rank[o.status] > rank[a.status] {
		a.status = o.status
	}
	for _, e := range o.evidence {
		a.add(e)
	}
}

// resume takes what a later sentence tells of texts named before ("The
// agreements were signed on May 4 during the visit of X") for those texts.
func (r *reader) resume(s *sentence, g *signing, np *textPhrase, vs []*visit) *agreement {
	for i := len(r.agreements) - 1; i >= 0; i-- {
		o := r.agreements[i]
		if s.passage-o.lastTold() > 3 {
			return nil
		}
		if (o.count > 1 || o.vague) != np.plural || o.kind != np.kind && !np.plural {
			continue
		}
		a := &agreement{title: o.title, kind: o.kind, status: g.status, parties: o.parties, told: told{rule: "agreement.resumed"}}
		if g.status == "ratified" {
			continue
		}
		if d, weak := s.dateOfSigning(g, np); d != "" && g.rule != "agreement.force" {
			a.signed = d
			a.weaken(weak)
		}
		if a.signed != "" && o.signed != "" && !datesFit(a.signed, o.signed) {
			return nil
		}
		r.hear(s, g, a, vs)
		r.trace.keptAgreement(s, np.head, a, o)
		if a.signed == "" && a.hint == nil {
			return o
		}
		e := r.evidence(s, min(g.verb, np.from), max(g.verb+1, np.to))
		a.add(e)
		o.merge(a)
		r.sign(s, g, o, e)
		return o
	}
	return nil
}

// note keeps a text of which a sentence tells nothing in mind: the next may
// ("… laid the treaty with Kenya before parliament. The treaty was signed in May").
func (r *reader) note(s *sentence, np *textPhrase) {
	if np.refers() || np.plural || np.kind == "package" || np.kind == "other" {
		return
	}
	o := &agreement{title: np.title(s), kind: np.kind}
	if o.head = HeadWords(o.title); len(o.head) == 0 {
		return
	}
	if ps := r.ownParties(s, &signing{verb: np.head, at: -1}, np, o); len(ps) > 1 {
		o.parties = ps
	}
	r.focus.noted, r.focus.notedAt = o, s.passage
}

// meansNoted reports whether "the treaty" is the text of which only the name has
// been told so far.
func (r *reader) meansNoted(s *sentence, np *textPhrase) bool {
	o := r.focus.noted
	return o != nil && s.passage-r.focus.notedAt <= 2 && !np.plural && np.count == 0 && (o.kind == np.kind || np.kind == "treaty")
}
