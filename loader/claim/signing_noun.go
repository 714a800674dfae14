package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// nominalOf reads "the signing of A".
func (s *sentence) nominalOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.leftOf(n.open - 1)
	if k < 1 {
		return nil, false
	}
	noun := k
	if s.slots[k].word == "of" || s.slots[k].word == "for" && s.slots[k-1].word == "ratification" {
		if noun = s.leftOf(k - 1); noun < 0 {
			return nil, false
		}
		for noun > 0 && p.Phrases[p.PhraseOf(noun)].Kind == syntax.Adverb {
			noun--
		}
	} else if s.slots[k].word != "signing" {
		return nil, false
	}
	f := frameFor("of", s.slots[noun].word, "")
	if f == nil {
		return nil, false
	}
	if s.slots[noun].word == "signing" && noun == k && p.VerbAt(noun) >= 0 && s.slots[max(noun-1, 0)].word != "the" {
		return nil, false // a gerund: its verb is read as such
	}
	g := &signing{rule: "agreement." + f.name, verb: noun, at: -1, status: f.status}
	if s.longAgo(noun) {
		g.rule = "agreement.mentioned"
		return g, true
	}
	if w := s.worked(noun); w != "" {
		if w == "planned" {
			g.status = w
			return g, true
		}
		return nil, true
	}
	s.over(g, p.PhraseOf(noun), noun)
	if g.status == "" {
		return nil, true
	}
	return g, true
}

// longAgo reports whether a signing is only what years are counted from: "60 years
// since the signing of".
func (s *sentence) longAgo(noun int) bool {
	k := noun - 1
	if k > 0 && s.article(k) {
		k--
	}
	if k < 1 || s.slots[k].word != "since" && s.slots[k].word != "of" {
		return false
	}
	switch s.slots[k-1].word {
	case "years", "decades", "year", "anniversary", "centenary":
		return true
	}
	return false
}

// worked tells a signing that is only worked on, or meant, by the word before
// it: "talks on the conclusion of", "ready for the signing of".
func (s *sentence) worked(noun int) string {
	for k := noun - 1; k >= 0 && k >= noun-4; k-- {
		switch s.slots[k].word {
		case "discussed", "discuss", "discussing", "negotiations", "negotiation", "consultations", "preventing", "blocked", "delayed", "possible", "possibility", "against", "rejected", "opposed":
			return "none"
		case "early", "swift", "speedy", "towards", "toward", "ready", "prepare", "preparing", "preparations", "planned", "expected", "forthcoming", "upcoming", "future", "propose", "proposed", "called", "calls", "urged", "facilitate", "accelerate", "expedite", "forward":
			if s.slots[k].word == "swift" {
				continue
			}
			return "planned"
		case "approved", "approves", "authorised", "authorized":
			return "planned"
		}
	}
	return ""
}

// over takes subject and status of a nominalization from the verb whose object
// or subject it is.
func (s *sentence) over(g *signing, q, noun int) {
	p := s.shape()
	for i := range p.Verbs {
		if v := &p.Verbs[i]; slices.Contains(v.Subject, q) && v.From > noun { // "the signing of A is expected"
			g.at = i
			if st := s.signingStatus(i, ""); st != "signed" {
				g.status = st
			}
			for k := v.Head; k < len(s.slots) && k < v.Head+3; k++ {
				switch s.slots[k].word {
				case "expected", "planned", "scheduled", "postponed", "foreseen", "envisaged", "envisioned", "anticipated", "awaited", "slated", "due", "timed", "hoped", "pending", "imminent":
					g.status = "planned"
				}
			}
			return
		}
	}
	for i := len(p.Verbs) - 1; i >= 0; i-- {
		v := &p.Verbs[i]
		if v.Head >= noun || v.End <= noun {
			continue
		}
		g.at = i
		st := s.signingStatus(i, "")
		if st == "" || st == "planned" && g.status == "signed" {
			g.status = st
		}
		if g.status != "" && !v.Passive {
			g.subject = v.Subject
		}
		return
	}
}

// subjectOf reads a text that is the subject of an active verb, of which words
// behind it tell the rest: "entered into force", "changed hands", "bears the
// signatures of X and Y".
func (s *sentence) subjectOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	q := p.PhraseOf(n.head)
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if v.From < n.head || v.Passive || !slices.Contains(v.Subject, q) && !s.behind(n, v) {
			continue
		}
		if f := frameFor("alone", s.slots[v.Head].word, ""); f != nil && s.standsAlone(v.To) && !n.definite {
			return s.told(f, i), true
		}
		for k := v.To; k < len(s.slots) && k < v.To+5; k++ {
			f := frameFor("subject", s.slots[v.Head].word, s.slots[k].word)
			if f == nil || v.Negated {
				continue
			}
			if f.name == "completed" {
				return &signing{rule: "agreement.include", verb: v.Head, at: -1, member: true}, true
			}
			if f.name == "force" {
				return &signing{rule: "agreement.force", verb: v.Head, at: i, status: f.status}, v.Modal == ""
			}
			g := s.told(f, i)
			if g != nil {
				g.subject, g.agents, g.new = s.ownersOf(k), true, f.name == "came"
			}
			return g, true
		}
	}
	return nil, false
}

// standsAlone reports whether no object follows at slot k.
func (s *sentence) standsAlone(k int) bool {
	if k >= len(s.slots) || s.slots[k].kind == slotMark || s.slots[k].kind == slotDate {
		return true
	}
	switch s.slots[k].word {
	case "on", "in", "at", "from", "soon", "later", "shortly":
		return true
	}
	return false
}

// ownersOf are the phrases behind "of" at slot k+1: "the signatures of X and Y".
func (s *sentence) ownersOf(k int) []int {
	p := s.shape()
	if k+2 >= len(s.slots) || s.slots[k+1].word != "of" {
		return nil
	}
	return p.Members(p.PhraseOf(k + 2))
}

// readyOf reads a text that waits to be signed: "A is ready for signature", "A
// awaits signature", "the contract is ready".
func (s *sentence) readyOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	q := p.PhraseOf(n.head)
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if v.From < n.head || !slices.Contains(v.Subject, q) && !s.behind(n, v) {
			continue
		}
		ready := s.slots[v.Head].word == "awaits" || s.slots[v.Head].word == "await" || s.slots[v.Head].word == "wait" || s.slots[v.Head].word == "awaiting" || s.slots[v.Head].word == "waiting"
		due := false
		for k := v.To; k < len(s.slots) && k < v.To+6 && s.slots[k].kind != slotMark; k++ {
			switch s.slots[k].word {
			case "to":
				if awaitedVerb(v, s.slots[v.Head].word) {
					return nil, false // "is expected to boost trade"
				}
			case "ready":
				ready = s.verb(v.Head, "state")
			case "due":
				due = s.verb(v.Head, "state")
			case "ratification", "ratifications", "entry":
				return &signing{rule: "agreement.passive", verb: v.Head, at: i, status: "signed"}, ready && !v.Negated
			case "signature", "signing", "signed", "initialled", "initialed", "adoption", "conclusion":
				if (ready || due) && !v.Negated {
					return &signing{rule: "agreement.passive", verb: v.Head, at: i, status: "planned"}, true
				}
				return nil, ready
			}
		}
		if (ready && s.verb(v.Head, "state") || awaitedVerb(v, s.slots[v.Head].word) && !n.definite) && !v.Negated {
			return &signing{rule: "agreement.passive", verb: v.Head, at: i, status: "planned"}, true
		}
	}
	return nil, false
}

// awaitedVerb reports whether a passive verb says that its subject is to come.
func awaitedVerb(v *syntax.Verb, w string) bool {
	switch w {
	case "planned", "envisaged", "envisioned", "foreseen", "expected", "anticipated", "awaited", "scheduled", "prepared":
		return v.Passive && v.Form == syntax.Finite
	}
	return false
}

// outcomeOf reads "the outcome was A".
func (s *sentence) outcomeOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.leftOf(n.open - 1)
	if k < 0 || p.VerbAt(k) < 0 {
		return nil, false
	}
	i := p.VerbAt(k)
	v := &p.Verbs[i]
	if !s.verb(v.Head, "state") || v.Negated {
		return nil, false
	}
	for j := 0; j < v.From; j++ {
		if f := frameFor("outcome", s.slots[j].word, ""); f != nil {
			g := &signing{rule: "agreement." + f.name, verb: v.Head, at: i, status: f.status}
			if v.Modal != "" {
				g.status = "planned"
			}
			return g, true
		}
	}
	return nil, false
}

// invertedOf reads a text that stands behind the verb that it is the subject
// of: "Out of the talks came a protocol".
func (s *sentence) invertedOf(n *textPhrase, v int) (*signing, bool) {
	p := s.shape()
	f := frameFor("inverted", s.slots[p.Verbs[v].Head].word, "")
	if f == nil || p.Verbs[v].Passive || n.definite {
		return nil, false
	}
	for _, q := range p.Verbs[v].Subject {
		if p.Prep(q) < 0 {
			return nil, false
		}
	}
	g := s.told(f, v)
	if g == nil {
		return nil, true
	}
	g.subject = nil
	return g, true
}

// carrier is the slot of the noun that a text hangs on where it stands for the
// text itself: "the draft of a treaty"; -1 where there is none.
func (s *sentence) carrier(n *textPhrase) int {
	if n.open < 2 || s.slots[n.open-1].word != "of" {
		return -1
	}
	switch s.slots[n.open-2].word {
	case "text", "draft", "wording", "version", "language":
		return n.open - 2
	}
	return -1
}
