package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// signing is a statement of what became of a text: the word that tells it, and
// whom it is said of.
type signing struct {
	rule    string
	verb    int   // slot of the word
	at      int   // index of the verb that governs, or -1
	subject []int // phrases that the verb is said of
	agents  bool  // they stand behind "by"
	status  string
	new     bool // the text must be a new one: "reached an agreement"
	yields  bool // the subject is a visit or talks, not who signed
	member  bool // of a package told before
	joined  bool // it stands in one list with the text before
	alone   bool // its title stands alone, as in a list that goes on
}

// fate is what is said to have become of a text, or why nothing is known of it.
type fate struct {
	signing *signing
	why     miss
}

// signings finds, for each text of a sentence, what is said of it; texts of
// which nothing is said that would make or bind them have none.
func (s *sentence) signings(texts []textPhrase) []fate {
	out := make([]fate, len(texts))
	for i := range texts {
		var before *signing
		last := -1
		for j := i - 1; j >= 0 && last < 0; j-- {
			last = j
			before = out[j].signing
		}
		g, ok := s.signingOf(&texts[i])
		if ok && g == nil {
			out[i].why = missDenied
			continue
		}
		if !ok && before != nil && s.joined(texts[last].to, texts[i].open, before.verb) {
			same := *before
			g = &same
			g.new, g.joined = false, true
		}
		if g == nil && before != nil && texts[last].plural && s.spelled(texts[last].to, texts[i].open, before.at) {
			same := *before
			g = &same
			g.member = true
		}
		if g == nil && before != nil && s.accompanies(&texts[i]) {
			same := *before
			g = &same
			g.new = false
		}
		if g == nil {
			g = s.memberOf(&texts[i], before)
		}
		if g == nil {
			g = s.mentioned(&texts[i])
		}
		switch {
		case g == nil:
			out[i].why = missWord
		case g.new && !s.newText(&texts[i]):
			out[i].why = missNew
		case texts[i].apposed && out[i-1].signing != nil:
			out[i].why = missPointed
		default:
			out[i].signing = g
		}
	}
	return out
}

// newText reports whether a phrase brings a text forward for the first time.
func (s *sentence) newText(n *textPhrase) bool {
	return !n.definite || n.from < n.head && !n.plural && s.slots[n.from].capital && s.slots[n.head].capital && !s.dated(n) && n.owner.none() // "launched the Oslo Vision"
}

// signingOf is what the sentence's verbs and nouns say of a text. The second
// value is true, with nothing, where they say that it was not made.
func (s *sentence) signingOf(n *textPhrase) (*signing, bool) {
	for _, look := range []func(*textPhrase) (*signing, bool){s.negotiatedOf, s.objectOf, s.passiveOf, s.nominalOf, s.clauseOf, s.participleOf, s.subjectOf, s.readyOf, s.outcomeOf, s.likewiseOf, s.putFirstOf, s.instrumentOf, s.declaredOf, s.amongOf, s.existsOf, s.followsOf} {
		if g, ok := look(n); ok {
			return g, true
		}
	}
	return nil, false
}

// objectOf reads a text that is a verb's object: "signed A", "agreed on A",
// "put their signatures to A".
func (s *sentence) objectOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	open := n.open
	if c := s.carrier(n); c >= 0 { // "agreed on the text of a treaty"
		open = p.Phrases[p.PhraseOf(c)].From
	}
	k, prep := s.before(open)
	if k < 0 {
		return nil, false
	}
	if prep == "to" || prep == "on" || prep == "under" || prep == "below" || prep == "beneath" {
		if g, ok := s.throughOf(k); ok {
			return g, ok
		}
	}
	v := p.VerbAt(k)
	if v < 0 && prep == "" {
		for _, look := range []func(*textPhrase) (*signing, bool){s.participleOf, s.passiveOf} { // "A, signed in May, B, signed in June"
			if g, ok := look(n); ok {
				return g, ok
			}
		}
		v = s.verbOver(open)
	}
	if v < 0 || p.Verbs[v].Passive && p.Verbs[v].Form != syntax.Participle {
		return nil, false
	}
	f := frameFor("object", s.slots[p.Verbs[v].Head].word, prep)
	if f == nil {
		return s.invertedOf(n, v)
	}
	if f.name == "held" && (n.plural || n.kind == "other" || (n.to >= len(s.slots) || s.slots[n.to].word != "with") && !((prolongs(s.slots[p.Verbs[v].Head].word) || formOf(s.slots[p.Verbs[v].Head].word, "have") && !n.definite) && len(p.Verbs[v].Subject) > 1)) {
		return nil, false
	}
	if formOf(s.slots[p.Verbs[v].Head].word, "count", "tally") && (n.count < 2 || s.hasWord("or", n.from, n.to)) {
		return nil, false
	}
	g := s.told(f, v)
	if g == nil {
		return nil, f.name != "held"
	}
	if s.issues(p.Verbs[v].Head) && s.slots[n.head].value != "declaration" {
		return nil, false
	}
	if open != n.open && g.status == "signed" && !putsToPaper(s.slots[g.verb].word) {
		g.status = "planned" // the text stands, and is yet to be signed
	}
	if f.name == "welcomed" && !s.slots[n.head].capital && s.slots[n.head].value != "memorandum" {
		return nil, false
	}
	return g, true
}

// before is the slot of the word that a text's phrase, which opens at slot open,
// hangs on, and the preposition or adverb between; -1 where there is none.
func (s *sentence) before(open int) (k int, prep string) {
	p := s.shape()
	if k = s.leftOf(open - 1); k < 0 {
		return -1, ""
	}
	if p.Phrases[p.PhraseOf(k)].Kind == syntax.Preposition && k > 0 {
		prep = s.slots[k].word
		if k = s.leftOf(k - 1); k < 0 {
			return -1, ""
		}
	}
	if prep == "of" && (s.slots[k].word == "copies" || s.slots[k].word == "originals") { // "exchanged copies of A"
		prep, k = "", s.leftOf(p.Phrases[p.PhraseOf(k)].From-1)
	}
	if w := s.slots[open-1].word; prep == "" && (w == "home" || w == "back" || w == "over" && formOf(s.slots[k].word, "preside")) { // "took home A"
		prep = w
	}
	if prep == "with" && k > 0 && s.namesParty(k) && p.VerbAt(k-1) >= 0 { // "left Oslo with A"
		k--
	}
	return k, prep
}

// prolongs reports whether a verb says that a text is to bind for longer.
func prolongs(w string) bool {
	return formOf(w, "renew", "extend", "prolong")
}

// issues reports whether the verb at a slot is one of handing out a statement.
func (s *sentence) issues(k int) bool {
	switch s.slots[k].word {
	case "issued", "issue", "issues", "issuing", "released", "release", "releases", "releasing", "published", "publish", "publishes", "publishing":
		return true
	}
	return false
}

// throughOf reads "put his signature to" whose noun stands at slot k.
func (s *sentence) throughOf(k int) (*signing, bool) {
	switch w := s.slots[k].word; {
	case penName(w):
	case w == "letters", w == "notes": // "exchanged letters on a programme"
		j := s.leftOf(k - 1)
		if j < 0 || !formOf(s.slots[j].word, "exchange") || s.shape().VerbAt(j) < 0 {
			return nil, false
		}
		g := s.told(frameFor("object", "exchange", ""), s.shape().VerbAt(j))
		return g, g != nil
	case w == "paper": // "put pen to paper on"
		if k < 2 || s.slots[k-2].word != "pen" {
			return nil, false
		}
		k -= 2
	default:
		return nil, false
	}
	p := s.shape()
	j := s.leftOf(p.Phrases[p.PhraseOf(k)].From - 1)
	if j < 0 || p.VerbAt(j) < 0 {
		return nil, false
	}
	v := p.VerbAt(j)
	f := frameFor("through", s.slots[p.Verbs[v].Head].word, "")
	if f == nil {
		return nil, false
	}
	return s.told(f, v), true
}

// leftOf is the last slot at or before k that is no adverb, date or quotation
// mark, past insertions such as "in Oslo on Monday"; -1 where there is none.
func (s *sentence) leftOf(k int) int {
	p := s.shape()
	inserted := 0
	for k >= 0 && inserted < 4 {
		q := p.PhraseOf(k)
		ph := &p.Phrases[q]
		switch {
		case ph.Kind == syntax.Adverb, ph.Kind == syntax.When, quoteMark(s.slots[k].word), s.slots[k].word == "\"", s.slots[k].word == "there" && ph.From == k:
			k = ph.From - 1
			continue
		case ph.Kind == syntax.Comma && inserted > 0:
			k--
			continue
		case ph.Kind == syntax.Comma && q > 1 && s.insertion(q-1):
			k--
			inserted++
			continue
		case ph.Kind == syntax.Preposition && k+1 < len(s.slots) && s.slots[k+1].kind == slotDate:
			k--
			continue
		case ph.Kind == syntax.NounPhrase && s.insertion(q):
			k = p.Phrases[p.Prep(q)].From - 1
			inserted++
			continue
		}
		return k
	}
	return -1
}

// insertion reports whether a noun phrase hangs on a preposition of place, time
// or manner: "in Oslo", "in the presence of the two leaders", "with Kenya".
func (s *sentence) insertion(q int) bool {
	p := s.shape()
	if q < 0 || p.Phrases[q].Kind != syntax.NounPhrase {
		return false
	}
	switch p.PrepWord(q) {
	case "besides", "beside", "alongside", "beyond", "despite":
		return true
	case "to", "from": // "in addition to the pact", "apart from it"
		o := p.Prep(q)
		return o > 0 && (s.slots[p.Phrases[o].From-1].word == "addition" || s.slots[p.Phrases[o].From-1].word == "apart")
	}
	if s.slots[p.Phrases[q].Head].kind == slotAgreement {
		return false
	}
	switch p.PrepWord(q) {
	case "in", "at", "during", "after", "before", "with", "following", "on":
		return s.slots[p.Phrases[q].Head].kind != slotWord || p.PrepWord(q) != "on" && p.PrepWord(q) != "with"
	case "of": // "in the presence of"
		o := p.Prep(q)
		return o > 0 && s.insertion(o-1)
	}
	return false
}

// verbOver is the verb over a list whose later member begins at slot k:
// "include rules for meat, an agreement on …"; -1 where a text or a clause
// stands between.
func (s *sentence) verbOver(k int) int {
	p := s.shape()
	if k == 0 {
		return -1
	}
	if b := s.slots[k-1].word; b != "," && b != "and" {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		q := p.PhraseOf(j)
		switch ph := &p.Phrases[q]; ph.Kind {
		case syntax.VerbGroup:
			v := p.VerbAt(j)
			if v >= 0 && p.Verbs[v].End > k {
				return v
			}
			return -1
		case syntax.NounPhrase, syntax.Preposition, syntax.Comma, syntax.Conjunction, syntax.Adverb, syntax.When:
			if s.slots[j].kind == slotLeader {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// passiveOf reads a text that is the subject of a passive verb.
func (s *sentence) passiveOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	q := p.PhraseOf(n.head)
	c := s.carrier(n)
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if v.From < n.head || !v.Passive || v.Form == syntax.Participle {
			continue
		}
		if !slices.Contains(v.Subject, q) && !s.behind(n, v) && !s.opensClause(n, v) && (c < 0 || !slices.Contains(v.Subject, p.PhraseOf(c))) {
			continue
		}
		f := frameFor("passive", s.slots[v.Head].word, s.ontoPaper(v.To))
		if f == nil {
			continue
		}
		if s.issues(v.Head) && n.kind != "declaration" {
			continue
		}
		g := s.told(f, i)
		if g == nil {
			return nil, f.status != "ratified" // what was never ratified is there
		}
		g.subject, g.agents = s.agentsOf(v.To), true
		return g, true
	}
	return nil, false
}

// opensClause reports whether a text opens the clause of a finite verb, whatever
// of its complement stands nearer to the verb: "MoUs on areas such as tea, ports
// and cod were signed".
func (s *sentence) opensClause(n *textPhrase, v *syntax.Verb) bool {
	p := s.shape()
	q := p.PhraseOf(n.head)
	if p.Prep(q) >= 0 || v.Form != syntax.Finite || len(v.Subject) == 0 || v.Subject[0] < q || s.parts(n.to, v.From) {
		return false
	}
	from := 0
	for i := range p.Phrases[:q] {
		if p.Phrases[i].Kind == syntax.Relative {
			from = i + 1
		}
	}
	for i := from; i < p.PhraseOf(v.From); i++ {
		switch ph := &p.Phrases[i]; {
		case ph.Kind == syntax.Relative, ph.Kind == syntax.Subordinator, ph.Kind == syntax.Dash, i < q && ph.Kind == syntax.VerbGroup, i < q && ph.Kind == syntax.NounPhrase && p.Prep(i) < 0:
			return false
		case ph.Kind == syntax.VerbGroup && p.VerbAt(ph.Head) >= 0 && p.Verbs[p.VerbAt(ph.Head)].Form == syntax.Finite:
			return false
		}
	}
	return true
}

// ontoPaper is "paper" where "to paper" begins at slot k, else "".
func (s *sentence) ontoPaper(k int) string {
	if s.phrased(k, "to", "paper") || s.phrased(k, "on", "paper") {
		return "paper"
	}
	return ""
}

// behind reports whether a verb follows a text right behind its complement.
func (s *sentence) behind(n *textPhrase, v *syntax.Verb) bool {
	k := n.to
	for k < v.From && (s.slots[k].word == "," || s.slots[k].kind == slotDate || s.shape().Phrases[s.shape().PhraseOf(k)].Kind == syntax.Adverb) {
		k++
	}
	return k == v.From
}
