package claim

import "github.com/entente-graph/entente/loader/syntax"

// joined reports whether a text stands in one list with the one before it,
// which ends at slot from: only "and", commas and the like stand between, or
// "along with" opens it. What stands between may be the verb's own adjuncts.
func (s *sentence) joined(from, to, verb int) bool {
	if to >= 2 {
		switch s.slots[to-2].word + " " + s.slots[to-1].word {
		case "along with", "together with", "addition to", "well as", "coupled with":
			return true
		}
	}
	if verb >= 0 && s.inserted(from, to) {
		return true
	}
	joined := false
	for k := from; k < to; k++ {
		switch s.slots[k].word {
		case ",", "and", "&", "as", "well", "also", "plus", "separately", "then", ";", ":", "or", "”", "\"", "’", "»", ")", "|", "to":
			joined = true
		case "with", "the":
		default:
			if s.partyOf(k).none() {
				return false
			}
		}
	}
	return joined && verb >= 0
}

// spelled reports whether what stands between a package and a text opens a list
// of its members: "two papers with Kenya: a protocol …".
func (s *sentence) spelled(from, to, verb int) bool {
	k := to - 1
	for k > from && quoteMark(s.slots[k].word) {
		k--
	}
	if k < from || k-from > 12 {
		return false
	}
	switch s.slots[k].word {
	case ":", "–", "—":
	case "-":
		if s.tight(k) {
			return false
		}
	default:
		return false
	}
	for j := from; j < k; j++ {
		if v := s.shape().VerbAt(j); v >= 0 && v != verb && !formOf(s.slots[j].word, "matter") { // "but only two mattered:"
			return false
		}
	}
	return true
}

// inserted reports whether nothing but where, when or with whom stands between
// two members of a list: "a treaty on tea in Oslo, and a protocol".
func (s *sentence) inserted(from, to int) bool {
	p := s.shape()
	if to-from < 2 || to-from > 10 || s.slots[to-1].word != "," && s.slots[to-1].word != "and" || p.Phrases[p.PhraseOf(from)].Kind != syntax.Preposition {
		return false
	}
	for k := from; k < to; k++ {
		switch p.Phrases[p.PhraseOf(k)].Kind {
		case syntax.VerbGroup, syntax.Relative, syntax.Subordinator, syntax.Stop, syntax.Dash, syntax.Saying:
			return false
		}
	}
	return true
}

// memberOf reads a member of a package: "including A", "among them A", "They
// include A", "ranging from A to B".
func (s *sentence) memberOf(n *textPhrase, before *signing) *signing {
	p := s.shape()
	k := n.open - 1
	for k >= 0 && (quoteMark(s.slots[k].word) || s.slots[k].word == "," || p.Phrases[p.PhraseOf(k)].Kind == syntax.Adverb || p.Phrases[p.PhraseOf(k)].Kind == syntax.Dash || s.slots[k].word == ":") {
		k--
	}
	member := false
	verb := n.head
	switch {
	case k < 0:
		member = s.titleAlone(n)
	case joinsMembers(s.slots[k].word):
		member = true
	case k > 0 && (s.slots[k].word == "as" && s.slots[k-1].word == "such" || s.slots[k].word == "include" && s.slots[k-1].word == "to"):
		member = true
	case (s.slots[k].word == "them" || s.slots[k].word == "which" || s.slots[k].word == "these") && k > 0 && (s.slots[k-1].word == "among" || s.slots[k-1].word == "of"):
		member = true
	default:
		if k > 0 && s.slots[k].word == "from" {
			k--
		}
		i := p.VerbAt(k)
		if i < 0 {
			i = s.verbOver(n.open)
		}
		if i >= 0 && s.lists(&p.Verbs[i]) {
			member, verb = true, p.Verbs[i].Head
		}
	}
	if !member {
		return nil
	}
	if before != nil {
		same := *before
		same.member = true
		return &same
	}
	g := &signing{rule: "agreement.include", verb: verb, at: -1, member: true, alone: k < 0}
	for k := max(n.open-8, 0); k < n.open; k++ { // "among the documents signed were A and B"
		if f := frameFor("participle", s.slots[k].word, ""); f != nil && k > 0 && s.slots[k-1].kind == slotAgreement {
			g.status = f.status
		}
	}
	return g
}

// titleAlone reports whether a text opens a sentence that has nothing but titles,
// as a line of a list has.
func (s *sentence) titleAlone(n *textPhrase) bool {
	if n.definite || n.bare || s.slots[n.to-1].word == ":" {
		return false
	}
	for i := range s.shape().Verbs {
		if v := &s.shape().Verbs[i]; v.Form == syntax.Finite && v.Head >= n.to {
			return false
		}
	}
	if n.to == len(s.slots) {
		return true
	}
	w := s.slots[n.to].word
	return w == ";" || w == "." || w == ","
}

func joinsMembers(w string) bool {
	switch w {
	case "including", "notably", "namely", "like", "particularly":
		return true
	}
	return false
}

// lists reports whether a verb tells what a package holds: its subject is
// "they" or a noun for texts, or "among them" stands before.
func (s *sentence) lists(v *syntax.Verb) bool {
	is := s.verb(v.Head, "state")
	if frameFor("member", s.slots[v.Head].word, "") == nil && !is || v.Negated {
		return false
	}
	for k := v.From - 1; k >= 0 && k >= v.From-8; k-- {
		if w := s.slots[k].word; w == "among" || (w == "which" || w == "them" || w == "these") && k > 0 && s.slots[k-1].word == "of" {
			return true
		} else if w == ";" || w == ":" {
			break
		}
	}
	if s.slots[0].word == "among" {
		return true
	}
	for _, q := range v.Subject {
		h := &s.slots[s.shape().Phrases[q].Head]
		switch {
		case h.kind == slotAgreement:
			return !is || pluralText(h.word)
		case h.word == "they", h.word == "these", h.word == "those", h.word == "others":
			return true
		case h.word == "package", h.word == "list", h.word == "set", h.word == "harvest", h.word == "haul":
			return true
		}
	}
	return false
}
