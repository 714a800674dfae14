package claim

import "github.com/entente-graph/entente/loader/syntax"

// agentsOf are the noun phrases behind "by" after a passive verb that ends at
// slot k, past when and where.
func (s *sentence) agentsOf(k int) []int {
	p := s.shape()
	for k < len(s.slots) {
		q := p.PhraseOf(k)
		ph := &p.Phrases[q]
		switch ph.Kind {
		case syntax.When, syntax.Adverb, syntax.Comma:
			k = ph.To
			continue
		case syntax.Preposition, syntax.Subordinator:
			if k+1 >= len(s.slots) {
				return nil
			}
			next := p.PhraseOf(k + 1)
			if s.slots[k].word == "by" && p.Phrases[next].Kind == syntax.NounPhrase {
				return p.Members(next)
			}
			if p.Phrases[next].Kind == syntax.NounPhrase || p.Phrases[next].Kind == syntax.When {
				k = p.Phrases[next].To
				continue
			}
		case syntax.NounPhrase:
			k = ph.To
			continue
		}
		return nil
	}
	return nil
}

// dateOfSigning is the date that the clause of a signing gives: within it,
// before or behind the verb, else that of the verb on which it hangs. A date
// within the title is a year or month of its own ("the 1998 treaty").
func (s *sentence) dateOfSigning(g *signing, n *textPhrase) (date string, weak string) {
	if g.rule != "agreement.force" {
		p := s.shape()
		for v, steps := g.at, 0; v >= 0 && v < len(p.Verbs) && steps < 3; steps++ {
			x := &p.Verbs[v]
			if k := s.dateAmong(x.To, x.End, n, g.rule == "agreement.described"); k >= 0 {
				return s.dateAt(k)
			}
			if k := s.dateAmong(x.Start, x.From, n, false); k >= 0 && g.rule != "agreement.described" {
				return s.dateAt(k)
			}
			if k := s.whenBefore(x.Start); k >= 0 {
				return s.dateAt(k)
			}
			if k := s.dateOfOccasion(x.Start, n); k >= 0 {
				return s.dateAt(k)
			}
			if g.rule == "agreement.described" {
				break
			}
			v = x.Governor
		}
		if g.at < 0 && g.rule == "agreement.signing" {
			if k := s.dateAmong(n.to, len(s.slots), n, false); k >= 0 {
				return s.dateAt(k)
			}
		}
		if k := s.cleftDate(n.open); k >= 0 {
			return s.dateAt(k)
		}
		if k := s.dateInFront(n); k >= 0 && g.rule != "agreement.described" && g.rule != "agreement.mentioned" {
			return s.dateAt(k)
		}
	}
	return s.dateOfTitle(n)
}

// dateOfTitle is the year or month of a text's own: "the 1998 treaty".
func (s *sentence) dateOfTitle(n *textPhrase) (date, weak string) {
	for k := n.open; k < n.to; k++ {
		if sl := &s.slots[k]; sl.kind == slotDate && sl.m.Period != nil && sl.m.Period.To == "" && sl.m.Period.From != "" && !s.term(k) {
			return s.dateAt(k)
		}
	}
	return "", ""
}

// term reports whether the date at slot k is a term or a bound: "for 2025",
// "until 2030".
func (s *sentence) term(k int) bool {
	if k == 0 {
		return false
	}
	switch s.slots[k-1].word {
	case "for", "until", "till", "through", "by", "since", "to":
		return true
	}
	return false
}

func (s *sentence) dateAt(k int) (string, string) {
	p := s.slots[s.toldCloser(k)].m.Period
	if p.To != "" && len(p.From) > 4 {
		return common(p.From, p.To), p.Weak
	}
	return p.From, p.Weak
}

// toldCloser is the slot of the date that tells the one at slot k more closely:
// "a month later, on 20 February"; k where none does.
func (s *sentence) toldCloser(k int) int {
	if j := k + 3; j < len(s.slots) && s.slots[k+1].word == "," && s.slots[k+2].word == "on" && s.slots[j].kind == slotDate {
		a, b := s.slots[k].m.Period, s.slots[j].m.Period
		if b != nil && a.To == "" && len(a.From) < len(b.From) && b.From[:len(a.From)] == a.From {
			return j
		}
	}
	return k
}

// dateAmong is the slot of the first date of an event between two slots that is
// not within the text's phrase, nor in another clause's; -1 for none.
func (s *sentence) dateAmong(from, to int, n *textPhrase, near bool) int {
	p := s.shape()
	for k := max(from, 0); k < to && k < len(s.slots); k++ {
		if near && p.Phrases[p.PhraseOf(k)].Kind == syntax.Conjunction && !(k+1 < len(s.slots) && (s.namesParty(k+1) || s.slots[k+1].kind == slotDemonym || s.slots[k+1].kind == slotOwner)) {
			return -1
		}
		if s.slots[k].kind != slotDate || k >= n.open && k < n.to || !s.eventDate(k) || s.relativeDate(k) || s.measured(n.open, k) {
			continue
		}
		if d := s.slots[k].m.Period; d.To != "" && len(d.From) == 4 || len(d.From) == 4 && s.term(k) {
			continue
		}
		return k
	}
	return -1
}

// relativeDate reports whether the date at slot k owns or describes something
// else: "Monday's talks", "the March summit".
func (s *sentence) relativeDate(k int) bool {
	if k+1 >= len(s.slots) {
		return false
	}
	n := &s.slots[k+1]
	if n.word == "'s" {
		return true
	}
	if k == 0 || n.kind != slotVisit && n.kind != slotAgreement && !occasion(n.word) {
		return false
	}
	switch s.slots[k-1].word {
	case "the", "a", "this", "its", "their", "his", "her", "that":
		return true
	}
	return false
}

// dateOfOccasion is the last date before a clause that "during which" or the like
// opens at slot k: that of what it hangs on; -1 where there is none.
func (s *sentence) dateOfOccasion(k int, n *textPhrase) int {
	for j := k; j > 0 && j >= k-2; j-- {
		if s.slots[j].word != "which" || s.slots[j-1].word == "," {
			continue
		}
		switch s.slots[j-1].word {
		case "during", "in", "at", "of":
		default:
			return -1
		}
		for i := j - 1; i >= 0; i-- {
			if s.slots[i].kind == slotDate && s.eventDate(i) && !s.relativeDate(i) {
				return i
			}
			if w := s.slots[i].word; w == ";" || w == ":" {
				return -1
			}
		}
	}
	return -1
}

// whenBefore is the date right before a clause that "when" opens at slot k.
func (s *sentence) whenBefore(k int) int {
	for j := k; j > 0 && j >= k-2; j-- {
		if s.slots[j].word != "when" {
			continue
		}
		if j--; j > 0 && s.slots[j].word == "," {
			j--
		}
		if s.slots[j].kind == slotDate && s.eventDate(j) {
			return j
		}
		return -1
	}
	return -1
}

// dateInFront is the date with which the sentence opens, where it is not the
// text's own: "On 3 May, …".
func (s *sentence) dateInFront(n *textPhrase) int {
	k := s.opening()
	if k < 0 || k >= n.open && k < n.to || k+1 < len(s.slots) && s.slots[k+1].word == "'s" || s.slots[k].m.Period.To != "" {
		return -1
	}
	return k
}
