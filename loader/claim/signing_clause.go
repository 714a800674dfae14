package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// participleOf reads a participle behind a text: "A, signed by X in May", "A
// with Kenya, signed in May".
func (s *sentence) participleOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.pastMarks(n.to)
	if q := s.pastParties(n.to); q > n.to && s.pastMarks(q) > q {
		k = s.pastMarks(q)
	}
	i := p.VerbAt(k)
	if i < 0 || p.Verbs[i].From != k {
		return nil, false
	}
	v := &p.Verbs[i]
	f := frameFor("participle", s.slots[v.Head].word, "")
	if f == nil || v.From != v.Head || s.issues(v.Head) && s.slots[n.head].value != "declaration" {
		return nil, false
	}
	if v.Form != syntax.Participle && !s.adjoins(v.To) {
		return nil, false
	}
	g := &signing{rule: "agreement." + f.name, verb: v.Head, at: i, status: f.status, subject: s.agentsOf(v.To), agents: true}
	n.clause = n.clause || v.From == n.to && !n.plural // "the memorandum signed in May" need not have been told before
	return g, true
}

// pastMarks is the slot at or behind k, past commas, closing brackets,
// quotation marks and adverbs.
func (s *sentence) pastMarks(k int) int {
	p := s.shape()
	for from := k; k < len(s.slots) && k < from+4; k++ {
		if w := s.slots[k].word; w != "," && w != ")" && !quoteMark(w) && p.Phrases[p.PhraseOf(k)].Kind != syntax.Adverb {
			return k
		}
	}
	return k
}

// pastParties is the slot behind the parties that stand behind a text: "with
// Kenya and Norway", "between the two states"; k where there are none.
func (s *sentence) pastParties(k int) int {
	if k+1 >= len(s.slots) || s.slots[k].word != "with" && s.slots[k].word != "between" {
		return k
	}
	j := k + 1
	for j < len(s.slots) && (s.linksParties(j) && s.slots[j].word != "," || !s.partyOf(j).none() || s.slots[j].kind == slotBoth || s.slots[j].kind == slotLeader) {
		j++
	}
	if j == k+1 {
		return k
	}
	return j
}

// adjoins reports whether what follows at slot k can hang on a participle, but
// is no object of an active verb.
func (s *sentence) adjoins(k int) bool {
	if k >= len(s.slots) {
		return true
	}
	sl := &s.slots[k]
	if sl.kind == slotDate || sl.kind == slotMark {
		return true
	}
	switch sl.word {
	case "by", "in", "on", "at", "during", "after", "between", "with", "last", "earlier", "here", "there", "this", "and", "before", "under", "among", "as", "when", "while", "following", "but", "only":
		return true
	}
	p := s.shape()
	i := p.VerbAt(k)
	return i >= 0 && p.Verbs[i].Form == syntax.Finite
}

// clauseOf reads a clause that hangs on a text: "that was signed in May", "which
// the two leaders signed", "to which they put their names", "they issued".
func (s *sentence) clauseOf(n *textPhrase) (*signing, bool) {
	k := s.pastApposition(s.pastParties(n.to))
	for end := k + 3; k < len(s.slots) && k < end; k++ {
		switch w := s.slots[k].word; {
		case s.slots[k].kind == slotAgreement && k >= n.to:
			continue
		case w == "which" || w == "that":
			return s.relativeOf(n, k)
		case w == "," || w == ")" || quoteMark(w) || w == "to" || w == "on" || w == "under":
			continue
		}
		break
	}
	return s.contactOf(n)
}

// contactOf reads a clause without a pronoun: "the statement they issued", "a
// pact Kenya struck with Norway".
func (s *sentence) contactOf(n *textPhrase) (*signing, bool) {
	if n.to >= len(s.slots) || !s.namesParty(n.to) {
		return nil, false
	}
	p := s.shape()
	i := s.verbBehind(n.to)
	if i < 0 || p.Verbs[i].Form != syntax.Finite || p.Verbs[i].Passive || !slices.Contains(p.Verbs[i].Subject, p.PhraseOf(n.to)) {
		return nil, false
	}
	f := frameFor("object", s.slots[p.Verbs[i].Head].word, "")
	if f == nil || f.name != "signed" && f.name != "settled" {
		return nil, false
	}
	n.clause = true
	g := s.told(f, i)
	if g != nil {
		g.new = false
	}
	return g, true
}

// pastApposition is the slot of the comma behind an insertion that tells what a
// text is called or is, before a relative clause: ", known as X, which"; k where
// there is none.
func (s *sentence) pastApposition(k int) int {
	if k+2 >= len(s.slots) || s.slots[k].word != "," || s.slots[k+1].word == "which" {
		return k
	}
	for j := k + 1; j+1 < len(s.slots) && j < k+10; j++ {
		if s.slots[j].kind == slotAgreement && (s.slots[j+1].word == "that" || s.slots[j+1].word == "which") { // ", a document that"
			return j
		}
		if s.slots[j].word == "," {
			if s.slots[j+1].word == "which" {
				return j
			}
			return k
		}
		if i := s.shape().VerbAt(j); i >= 0 && s.shape().Verbs[i].Form == syntax.Finite {
			return k
		}
	}
	return k
}

// signedBefore is what hangs on a text that is ratified and tells of its
// signing: "ratified the treaty, signed in May"; nil where nothing does.
func (s *sentence) signedBefore(n *textPhrase, ratified *signing) *signing {
	for _, look := range []func(*textPhrase) (*signing, bool){s.participleOf, s.clauseOf} {
		if g, ok := look(n); ok && g != nil && g.status == "signed" && g.verb != ratified.verb {
			return g
		}
	}
	return nil
}

// verbBehind is the first verb behind slot k, or -1.
func (s *sentence) verbBehind(k int) int {
	for i := range s.shape().Verbs {
		if s.shape().Verbs[i].From > k {
			return i
		}
	}
	return -1
}

// relativeOf reads the relative clause that opens at slot k.
func (s *sentence) relativeOf(n *textPhrase, k int) (*signing, bool) {
	p := s.shape()
	i := s.verbBehind(k)
	for steps := 0; i >= 0 && i < len(p.Verbs) && steps < 3; steps++ {
		v := &p.Verbs[i]
		if s.parts(k, v.From) {
			return nil, false
		}
		if g, ok := s.relativeVerb(n, i); ok {
			n.clause = s.slots[n.to].word != ","
			return g, true
		}
		if !s.verb(v.Head, "state") && meant(s.slots[v.Head].word) != "planned" {
			return nil, false
		}
		i++ // "which they were to sign"
	}
	return nil, false
}

// relativeVerb reads a verb of a text's relative clause.
func (s *sentence) relativeVerb(n *textPhrase, i int) (*signing, bool) {
	v := &s.shape().Verbs[i]
	if v.Passive {
		f := frameFor("passive", s.slots[v.Head].word, "")
		if f == nil {
			return nil, false
		}
		g := s.told(f, i)
		if g != nil {
			g.subject, g.agents = s.agentsOf(v.To), true
		}
		return g, true
	}
	if f := frameFor("through", s.slots[v.Head].word, ""); f != nil && s.penned(v.To) {
		return s.told(f, i), true
	}
	f := frameFor("object", s.slots[v.Head].word, "")
	if f == nil || f.name != "signed" && f.name != "settled" && f.name != "ratified" || !s.adjoins(v.To) || formOf(s.slots[v.Head].word, "count", "tally") {
		return nil, false
	}
	g := s.told(f, i)
	if g != nil {
		g.new = false
	}
	return g, true
}

// parts reports whether a sentence or part of one ends between two slots.
func (s *sentence) parts(from, to int) bool {
	for k := from; k < to; k++ {
		switch s.slots[k].word {
		case ";", ":", ".":
			return true
		}
	}
	return false
}

// penned reports whether "their signatures", "his name" or the like stands at
// slot k.
func (s *sentence) penned(k int) bool {
	for j := k; j < len(s.slots) && j < k+5; j++ {
		if penName(s.slots[j].word) {
			return true
		}
	}
	return false
}

// penName reports whether a word is for what somebody puts to a text.
func penName(w string) bool {
	switch w {
	case "signature", "signatures", "name", "names", "initials", "pen":
		return true
	}
	return false
}

// putFirstOf reads a text behind a participle that is put first: "Also signed
// were A and B".
func (s *sentence) putFirstOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.leftOf(n.open - 1)
	if k < 1 || p.VerbAt(k) < 1 || !s.verb(k, "state") {
		return nil, false
	}
	i := p.VerbAt(k) - 1
	v := &p.Verbs[i]
	if v.To != p.Verbs[i+1].From || v.Form != syntax.Participle || v.From > 3 {
		return nil, false
	}
	f := frameFor("passive", s.slots[v.Head].word, "")
	if f == nil || p.Verbs[i+1].Negated || p.Verbs[i+1].Modal != "" {
		return nil, false
	}
	return &signing{rule: "agreement." + f.name, verb: v.Head, at: i + 1, status: f.status, agents: true}, true
}

// accompanies reports whether a text is what another "was accompanied by".
func (s *sentence) accompanies(n *textPhrase) bool {
	k := s.leftOf(n.open - 1)
	if k < 1 || s.slots[k].word != "by" {
		return false
	}
	switch s.slots[k-1].word {
	case "accompanied", "supplemented", "complemented", "followed", "flanked":
		return true
	}
	return false
}

// likewiseOf reads a text that is put beside one before: "A was signed, as was
// B", "so too was B".
func (s *sentence) likewiseOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.leftOf(n.open - 1)
	if k < 1 || p.VerbAt(k) < 1 || !s.verb(k, "state") {
		return nil, false
	}
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if w := s.slots[j].word; w == "as" || w == "so" {
			for i := p.VerbAt(k) - 1; i >= 0; i-- {
				if f := frameFor("passive", s.slots[p.Verbs[i].Head].word, ""); f != nil && p.Verbs[i].Passive {
					return s.told(f, i), true
				}
			}
		}
	}
	return nil, false
}
