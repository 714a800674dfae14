package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// preposition passes a preposition that opens a part of the complement; k where
// what follows tells when, where or how instead.
func (e *extent) preposition(k int) int {
	s := e.s
	if k+1 >= len(s.slots) {
		return k
	}
	n := &s.slots[k+1]
	q := e.p.PhraseOf(k + 1)
	goes := false
	switch s.slots[k].word {
	case "of", "concerning", "regarding", "about", "against", "toward", "towards":
		goes = true
		if n.kind == slotDate {
			return k + 2
		}
	case "on", "upon":
		goes = n.kind != slotDate && !e.aside(q)
	case "to":
		goes = !(e.ranged && e.isText(q))
	case "from":
		goes = n.kind != slotDate && e.n.to == 0 && !e.pact
	case "for":
		if n.kind == slotDate {
			if p := n.m.Period; p != nil && len(p.From) == 4 {
				return k + 2
			}
			return k
		}
		goes = !s.phrased(k+1, "the", "first", "time") && !s.phrased(k+1, "the", "second", "time") && n.word != "now"
	case "until", "till", "through":
		if n.kind == slotDate && n.m.Period != nil && len(n.m.Period.From) == 4 {
			return k + 2
		}
		return k
	case "in":
		goes = e.field(k, q)
	case "at":
		goes = k > 0 && s.slots[k-1].word == "aimed"
	case "between", "among", "amongst":
		return e.between(k)
	case "with":
		return e.with(k)
	}
	if !goes {
		return k
	}
	e.open = true
	return k + 1
}

// phrased reports whether these words begin at slot k.
func (s *sentence) phrased(k int, words ...string) bool {
	for i, w := range words {
		if k+i >= len(s.slots) || s.slots[k+i].word != w {
			return false
		}
	}
	return true
}

// aside reports whether a noun phrase tells an occasion, not a subject.
func (e *extent) aside(q int) bool {
	ph := &e.p.Phrases[q]
	if ph.Kind == syntax.When {
		return true
	}
	if ph.Kind != syntax.NounPhrase {
		return ph.Kind != syntax.VerbGroup && ph.Kind != syntax.Adverb && ph.Kind != syntax.Stop
	}
	if h := &e.s.slots[ph.Head]; h.kind == slotVisit { // but "on visa-free trips"
		return e.p.Words[ph.From].Tag == "DT" || e.p.Words[ph.From].Tag == "PRP$" || !strings.HasSuffix(h.word, "s")
	}
	switch e.s.slots[ph.Head].word {
	case "sidelines", "margins", "occasion", "behalf", "day", "eve", "basis", "condition", "that", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// isText reports whether a noun phrase names a text.
func (e *extent) isText(q int) bool {
	ph := &e.p.Phrases[q]
	return ph.Kind == syntax.NounPhrase && e.s.slots[ph.Head].kind == slotAgreement
}

// field reports whether "in" at slot k opens a field of work, not a place or
// time.
func (e *extent) field(k, q int) bool {
	ph := &e.p.Phrases[q]
	if ph.Kind == syntax.VerbGroup { // "on cooperation in fighting crime"
		return formOf(e.s.foldAt(k-1), "cooperation", "collaboration", "assistance", "partnership") && e.p.Words[ph.From].Tag == "VBG"
	}
	if ph.Kind != syntax.NounPhrase {
		return false
	}
	for j := k + 1; j < ph.Core; j++ {
		sl := &e.s.slots[j]
		if sl.kind == slotCapital || sl.kind == slotDate || sl.kind == slotState && j+1 == ph.Core || hall(sl.word) || sl.kind == slotVisit || occasion(sl.word) {
			return false
		}
	}
	return !(e.s.slots[ph.Head].capital && e.s.slots[ph.Head].kind == slotWord && !e.s.slots[e.n.head].capital)
}

// hall reports whether a word opens the name of a place to sign in, or an
// adjunct.
func hall(w string) bool {
	switch w {
	case "presence", "capital", "kremlin", "palace", "framework", "course", "margins", "addition", "ceremony", "talks", "exchange", "return", "city", "house", "hall", "accordance", "line", "turn", "all", "total", "principle", "attendance", "order":
		return true
	}
	return false
}

// between passes the names of the parties.
func (e *extent) between(k int) int {
	e.pact = true
	defer func() { e.pact = false }()
	end, j, paired := k, k+1, false
	e.open = true
	for j < len(e.s.slots) {
		q := e.p.PhraseOf(j)
		ph := &e.p.Phrases[q]
		sl := &e.s.slots[j]
		switch {
		case sl.kind == slotLeader || sl.kind == slotDate:
			return end
		case sl.word == "(":
			if j = e.acronym(j); e.s.slots[j].word == "(" {
				return end
			}
			end = j
			continue
		case ph.Kind == syntax.NounPhrase:
			if e.isText(q) {
				return end
			}
			if j = e.noun(j, ph); j <= end {
				return end
			}
			end = j
			continue
		case ph.Kind == syntax.Conjunction, sl.word == "of", sl.word == "for", sl.word == "/", sl.word == "&", sl.word == "'s", sl.word == "-" && e.s.tight(j), sl.word == "–" && e.s.tight(j):
			if sl.word == "and" && !paired && q+1 < len(e.p.Phrases) && e.s.namesParty(e.p.Phrases[q+1].Head) && e.s.slots[e.p.Phrases[q+1].Head].kind != slotLeader {
				paired = true // "between A and B that had": B is no subject of its own
			} else if sl.word == "and" && !e.follows(q+1) {
				return end
			}
			e.open = true
			j++
		case ph.Kind == syntax.Comma:
			next := e.comma(j)
			if next == j {
				return end
			}
			e.open, j = true, next
			if e.s.slots[j-1].word == "part" || j > 1 && e.s.slots[j-2].word == "part" {
				end = j
			}
		default:
			return end
		}
	}
	return end
}

// follows reports whether a member of the list stands at phrase q.
func (e *extent) follows(q int) bool {
	return q < len(e.p.Phrases) && e.p.Phrases[q].Kind == syntax.NounPhrase && e.member(q)
}

// with passes "with Kenya" where the subject follows: "with Kenya on tea".
func (e *extent) with(k int) int {
	q := e.p.PhraseOf(k + 1)
	ph := &e.p.Phrases[q]
	if ph.Kind != syntax.NounPhrase {
		return k
	}
	for j := ph.From; j < ph.To; j++ {
		if e.s.slots[j].kind == slotLeader || e.s.slots[j].kind == slotOwner {
			return k
		}
	}
	after := ph.To
	if after < len(e.s.slots) {
		switch e.s.slots[after].word {
		case "on", "for", "to", "concerning", "regarding":
			if e.preposition(after) > after || e.p.Words[after].Tag == "TO" {
				e.open = false
				return after
			}
		}
	}
	return k
}
