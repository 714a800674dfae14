package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// extent walks right from a noun for a text over its complement ("on trade and
// transport between the two countries"), phrase by phrase.
type extent struct {
	s      *sentence
	p      *syntax.Sentence
	n      *textPhrase
	open   bool // a preposition, "and" or a gerund wants what follows
	gerund bool // "on promoting and protecting investments"
	aims   bool // "to promote and protect investments"
	pact   bool // within "between A and B"
	ranged bool // "from a memorandum … to a protocol"
}

// textEnd is where the phrase's complement ends.
func (s *sentence) textEnd(n *textPhrase) int {
	e := extent{s: s, p: s.shape(), n: n, ranged: n.open > 0 && s.slots[n.open-1].word == "from"}
	k := s.pastNumber(n.head + 1)
	if k+1 < len(s.slots) && s.slots[k].word == "and" && s.slots[k+1].kind == slotAgreement && (n.plural || !pluralText(s.slots[k+1].word)) && (k+2 >= len(s.slots) || s.slots[k+2].word != "on" || n.plural) {
		k += 2 // "memorandums and agreements"
	}
	for k < len(s.slots) {
		next := e.step(k)
		if next <= k {
			break
		}
		k = next
	}
	for k > n.head+1 && e.dangling(k-1) {
		k--
	}
	return k
}

// dangling reports whether the word at slot k cannot end a title.
func (e *extent) dangling(k int) bool {
	switch e.p.Phrases[e.p.PhraseOf(k)].Kind {
	case syntax.Comma, syntax.Conjunction, syntax.Preposition, syntax.Dash:
		return true
	}
	w := e.s.slots[k].word
	if e.s.slots[k].kind == slotState { // "the Philippines"
		return false
	}
	return w == "(" || w == "such" || w == "the" || w == "a" || w == "an"
}

// step is where the part of the complement that begins at slot k ends; k where
// the complement does not go on.
func (e *extent) step(k int) int {
	s, sl := e.s, &e.s.slots[k]
	q := e.p.PhraseOf(k)
	ph := &e.p.Phrases[q]
	switch {
	case sl.kind == slotMark && sl.word == "(":
		return e.acronym(k)
	case sl.kind == slotMark && quoteMark(sl.word):
		return e.quotation(k)
	case sl.word == "'s" || (sl.word == "&" || sl.word == "/") || (sl.word == "-" || sl.word == "–" || sl.word == "—") && s.tight(k):
		e.open = true
		return k + 1
	case sl.kind == slotQuote && (e.open || s.article(k-1)) && sl.end-sl.start < 80: // "on building a 'shared future'"
		e.open = false
		return k + 1
	case sl.kind == slotLeader || sl.kind == slotOwner || sl.kind == slotQuote:
		return k
	case sl.word == "worth" && k+1 < len(s.slots):
		e.open = true
		return k + 1
	case sl.kind == slotMoney && e.open:
		return k + 1
	}
	if sl.word == "concerning" || sl.word == "regarding" { // also where they look like participles
		return e.preposition(k)
	}
	switch ph.Kind {
	case syntax.Preposition, syntax.Subordinator:
		return e.preposition(k)
	case syntax.NounPhrase:
		return e.noun(k, ph)
	case syntax.VerbGroup:
		return e.verb(k, ph)
	case syntax.Conjunction:
		return e.conjunction(k)
	case syntax.Comma:
		return e.comma(k)
	case syntax.Adverb:
		if e.open && q+1 < len(e.p.Phrases) && e.p.Phrases[q+1].Kind == syntax.NounPhrase {
			return k + 1
		}
	}
	return k
}

// article reports whether the word at slot k is an article.
func (s *sentence) article(k int) bool {
	w := s.foldAt(k)
	return w == "a" || w == "an" || w == "the"
}

func quoteMark(w string) bool {
	switch w {
	case "“", "”", "\"", "‘", "’", "«", "»":
		return true
	}
	return false
}

// acronym passes a bracket that only shortens the title: "(MoU)".
func (e *extent) acronym(k int) int {
	for j := k + 1; j < len(e.s.slots) && j < k+6; j++ {
		sl := &e.s.slots[j]
		if sl.word == ")" {
			if j == k+1 { // of a source, which has been left out
				return k
			}
			return j + 1
		}
		if !quoteMark(sl.word) && sl.word != "-" && !sl.capital && sl.kind != slotAgreement || sl.kind == slotDate || sl.kind == slotLeader {
			return k
		}
	}
	return k
}

// quotation passes a title in quotation marks, or closes one.
func (e *extent) quotation(k int) int {
	if e.n.quoted {
		e.n.quoted, e.open = false, false
		return k + 1
	}
	for j := k + 1; j < len(e.s.slots) && j < k+24; j++ {
		if quoteMark(e.s.slots[j].word) {
			e.open = false
			return j + 1
		}
	}
	return k
}

// noun passes a noun phrase, up to a person's name within it.
func (e *extent) noun(k int, ph *syntax.Phrase) int {
	if !e.open && !(k > 0 && e.s.slots[k].capital && e.s.slots[k-1].capital) {
		return k
	}
	e.open = false
	for j := k; j < ph.Core; j++ {
		if kind := e.s.slots[j].kind; kind == slotLeader || kind == slotOwner && j > k {
			return j
		}
	}
	return max(ph.Core, k+1)
}

// verb passes an infinitive, a gerund that a preposition governs, and the
// participles that tell what a text is for or called.
func (e *extent) verb(k int, ph *syntax.Phrase) int {
	w := e.s.slots[max(ph.Head, k)].word
	switch tag := e.p.Words[ph.From].Tag; {
	case tag == "TO":
		switch w {
		case "be", "mark", "celebrate", "commemorate", "date", "take", "enter", "come", "replace", "sign", "conclude":
			return k
		}
		if e.passive(ph) {
			return k
		}
		e.open, e.aims = true, true
		return ph.To
	case tag == "VB" && e.open && e.aims:
		return ph.To
	case tag == "VBG" && (e.open || (k == e.n.head+1 || e.s.slots[k-1].word == ")") && founding(w)):
		e.open, e.gerund = true, true
		return ph.To
	case w == "called" || w == "named" || w == "titled" || w == "entitled" || w == "dubbed" || w == "aimed" || w == "related" || w == "relating":
		e.open = true
		return ph.To
	case tag == "VBN" && e.open: // "of sentenced persons"
		return ph.To
	}
	return k
}

func (e *extent) passive(ph *syntax.Phrase) bool {
	for k := ph.From; k < ph.Head; k++ {
		if e.s.slots[k].word == "be" {
			return true
		}
	}
	return false
}

// founding reports whether a gerund behind a text tells what it does.
func founding(w string) bool {
	switch w {
	case "following", "including", "marking", "pending", "starting", "beginning", "according", "ranging", "depending", "during", "notwithstanding", "being", "having":
		return false
	}
	return true
}

// conjunction passes "and" where it joins members of the complement.
func (e *extent) conjunction(k int) int {
	q := e.p.PhraseOf(k) + 1
	for q < len(e.p.Phrases) && e.p.Phrases[q].Kind == syntax.Adverb {
		q++
	}
	if q >= len(e.p.Phrases) || e.s.slots[k].word == "but" {
		return k
	}
	switch n := &e.p.Phrases[q]; n.Kind {
	case syntax.NounPhrase:
		if !e.member(q) {
			return k
		}
	case syntax.Preposition:
		if n.From != k+1 || e.preposition(n.From) <= n.From || n.From == 0 {
			return k
		}
	case syntax.VerbGroup:
		if e.aims && e.p.Words[n.From].Tag == "VB" { // "to build and operate a line"
			break
		}
		if !e.gerund || e.p.Words[n.From].Tag != "VBG" {
			return k
		}
	default:
		return k
	}
	e.open = true
	return k + 1
}

// member reports whether the noun phrase q may go on with the complement: it
// is no text, person or subject of its own.
func (e *extent) member(q int) bool {
	ph := &e.p.Phrases[q]
	for k := ph.From; k < ph.To; k++ {
		sl := &e.s.slots[k]
		named := e.s.article(ph.From) && e.s.titled(k) // "a Joint Statement and an Initiative for Regional Trade"
		if sl.kind == slotLeader || sl.kind == slotAgreement && (sl.value != "other" || named) && !e.s.notText(k) && !e.s.modifier(k) {
			return false
		}
	}
	if ph.From < len(e.s.slots) && e.s.slots[ph.From].kind == slotBoth && !e.pact {
		return false
	}
	for i := range e.p.Verbs {
		v := &e.p.Verbs[i]
		if v.Form == syntax.Finite && v.From >= ph.To && slices.Contains(v.Subject, q) {
			if !slices.Contains(v.Subject, e.p.PhraseOf(e.n.head)) && !e.within(v.Subject) {
				return false
			}
		}
	}
	return true
}

// within reports whether a phrase of a list stands in the complement already.
func (e *extent) within(list []int) bool {
	return len(list) > 1 && e.p.Phrases[list[0]].From > e.n.head && !e.s.namesParty(e.p.Phrases[list[0]].Head)
}

// comma passes a comma within a list of members, and "of the one part,".
func (e *extent) comma(k int) int {
	s := e.s
	if k+4 < len(s.slots) && s.slots[k+1].word == "of" && s.slots[k+4].word == "part" {
		if k+5 < len(s.slots) && s.slots[k+5].word == "," {
			e.open = true
			return k + 6
		}
		return k + 5
	}
	for q := e.p.PhraseOf(k) + 1; q < len(e.p.Phrases); q++ {
		switch ph := &e.p.Phrases[q]; ph.Kind {
		case syntax.NounPhrase:
			if t := e.p.Words[ph.From].Tag; !e.member(q) || t == "DT" && !e.pact {
				return k
			}
		case syntax.Preposition:
			if s.slots[ph.From].word != "of" && s.slots[ph.From].word != "for" || e.p.Phrases[q-1].Kind != syntax.NounPhrase {
				return k
			}
		case syntax.Comma, syntax.Adverb:
		case syntax.VerbGroup:
			if e.p.Words[ph.From].Tag != "VBG" || !e.gerund {
				return k
			}
		case syntax.Conjunction:
			if q+1 < len(e.p.Phrases) && (e.p.Phrases[q+1].Kind == syntax.NounPhrase && e.member(q+1) || e.gerund && e.p.Words[e.p.Phrases[q+1].From].Tag == "VBG") {
				e.open = true
				return k + 1
			}
			return k
		default:
			return k
		}
	}
	return k
}
