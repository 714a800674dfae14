package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// inherited adds the two states that the sentence names anywhere but in the
// text's own subject, else the two in mind, to parties that are not enough.
func (r *reader) inherited(s *sentence, g *signing, np *textPhrase, ps []party) []party {
	from, to := 0, len(s.slots)
	if len(ps) == 0 {
		from, to = s.stretch(g)
	}
	named := r.aroundText(s, np, from, to)
	for host := s.hostClause(from); len(named) == 0 && host < from; host = s.hostClause(from) {
		from = host
		named = r.aroundText(s, np, from, to)
	}
	if len(named) > 2 {
		named = nil
	}
	for _, p := range named {
		ps = addParty(ps, p)
	}
	if g.rule == "agreement.held" && len(ps) == 1 && len(r.focus.recent) == 1 { // "There is a treaty with X", of whom the text speaks
		ps = addParty(ps, r.side(r.focus.recent[0]))
	}
	if g.status == "planned" && len(ps) == 0 && !r.pairBefore(s) { // nobody says who is to sign it
		return ps
	}
	if len(ps) < 2 && len(r.focus.pair) == 2 && (len(ps) == 0 || slices.Contains(r.focus.pair, ps[0].state)) {
		for _, st := range r.focus.pair {
			ps = addParty(ps, party{state: st})
		}
	}
	return ps
}

// aroundText are the parties that the slots between two name, but for those that
// the text there is about.
func (r *reader) aroundText(s *sentence, np *textPhrase, from, to int) []party {
	var ps []party
	for k := from; k < to; k++ {
		if (k < np.head || k >= np.to || !s.topical(k)) && !s.looksOn(k) {
			for _, p := range r.statesAmong(s, k, k+1) {
				ps = addParty(ps, p)
			}
		}
	}
	return ps
}

// looksOn reports whether what stands at slot k is of somebody who is only there:
// "with Kenya's Ada Moro at the table", "with X looking on".
func (s *sentence) looksOn(k int) bool {
	from := k
	for from > 0 && from > k-5 && s.slots[from].word != "with" {
		from--
	}
	if s.slots[from].word != "with" {
		return false
	}
	for j := k + 1; j < len(s.slots) && j < k+7; j++ {
		switch s.slots[j].word {
		case "table", "attendance", "present", "looking", "watching", "room":
			return true
		}
		if sl := &s.slots[j]; sl.kind == slotMark && sl.word != "'s" {
			return false
		}
	}
	return false
}

// hostClause is where the clause opens on which the relative clause that opens
// at slot k hangs, or one of what people watch: "X and Y held talks, after
// which", "X and Y looked on as"; k where none opens there.
func (s *sentence) hostClause(k int) int {
	p := s.shape()
	if k == 0 {
		return k
	}
	relative := p.Phrases[p.PhraseOf(k-1)].Kind == syntax.Relative
	for i := len(p.Verbs) - 1; i >= 0; i-- {
		if v := &p.Verbs[i]; v.Head < k && v.Form == syntax.Finite {
			if relative || s.foldAt(k-1) == "as" && formOf(s.slots[v.Head].word, "look", "watch", "applaud", "stand", "stood") { // "X and Y looked on as a pact was signed"
				return min(v.Start, k)
			}
			return k
		}
	}
	return k
}

// pairBefore reports whether the sentence before names the two states in mind.
func (r *reader) pairBefore(s *sentence) bool {
	if s.passage == 0 {
		return false
	}
	b := newSentence(r.page, s.passage-1)
	ps := r.statesAmong(b, 0, len(b.slots))
	return len(ps) == 2 && slices.Contains(r.focus.pair, ps[0].state) && slices.Contains(r.focus.pair, ps[1].state)
}

// stretch is the part of a sentence that a signing's verb and those over it rule:
// "ministers from X and Y met to sign".
func (s *sentence) stretch(g *signing) (from, to int) {
	if g.at < 0 {
		return 0, len(s.slots)
	}
	p := s.shape()
	v := &p.Verbs[g.at]
	from, to = v.Start, v.End
	if v.Form == syntax.Participle && v.Governor < 0 { // "the talks closed with pacts signed in Oslo"
		for i := range p.Verbs {
			if o := &p.Verbs[i]; o.Form == syntax.Finite && o.Start <= v.From && o.End > v.From {
				from, to = min(from, o.Start), max(to, o.End)
			}
		}
	}
	for steps := 0; v.Form != syntax.Finite && v.Governor >= 0 && steps < 4; steps++ {
		v = &p.Verbs[v.Governor]
		from, to = min(from, v.Start), max(to, v.End)
	}
	return from, to
}

// topical reports whether a text is about the state at slot k, or about what
// happens there: "on the transition in Mali".
func (s *sentence) topical(k int) bool {
	if k > 0 && s.slots[k-1].word == "the" {
		k--
	}
	if k == 0 {
		return false
	}
	switch s.slots[k-1].word {
	case "in", "on", "over", "about", "against", "into", "towards", "toward":
		return true
	}
	return false
}

// outsider reports whether a text's own words name somebody as its party who is
// none that is known: "a deal with Starwood", "between Acme and Globex".
func (s *sentence) outsider(np *textPhrase) bool {
	for k := np.head + 1; k < len(s.slots) && k < np.to+2; k++ {
		w := s.slots[k].word
		if w != "with" && w != "between" && w != "among" {
			continue
		}
		named := false
		for j := k + 1; j < len(s.slots) && j < k+12; j++ {
			sl := &s.slots[j]
			if s.namesParty(j) || sl.kind == slotDemonym || sl.kind == slotOwner || ofState(sl.word) {
				return false
			}
			if sl.kind == slotMark && sl.word != "'s" || finite(sl.word) {
				break
			}
			named = named || sl.kind == slotWord && sl.capital
		}
		return named
	}
	return false
}

// ofState reports whether a word is for a state's body or for states.
func ofState(w string) bool {
	switch w {
	case "ministry", "ministries", "minister", "ministers", "government", "governments", "countries", "states", "sides", "nations", "neighbours", "neighbors", "agency", "agencies", "parliaments", "authorities", "banks", "departments", "office", "offices", "bank", "department", "parliament", "companies", "firms", "university", "universities", "authority", "prime", "foreign", "defence", "defense", "central", "counterpart", "counterparts", "leader", "leaders":
		return true
	}
	return false
}

// stranger reports whether somebody in the sentence acts for a state that is
// not known, so that none may be guessed.
func (r *reader) stranger(s *sentence) bool {
	for k := range s.slots {
		if s.slots[k].kind == slotLeader && s.slots[k].m.Entity >= 0 && r.side(s.slots[k].m.Entity).none() {
			return true
		}
	}
	return false
}

// standsBy reports whether what follows a name behind "with" makes it one of an
// onlooker: "with Qatar mediating", "with Qatar as guarantor".
func (s *sentence) standsBy(k int) bool {
	if k+1 >= len(s.slots) || !s.namesParty(k) {
		return false
	}
	if w := s.slots[k+1].word; w != "as" || k+2 >= len(s.slots) {
		return strings.HasSuffix(w, "ing") && w != "following" && w != "during"
	}
	switch s.slots[k+2].word {
	case "a", "the", "mediator", "mediators", "guarantor", "guarantors", "witness", "witnesses", "host", "broker", "observer", "observers":
		return true
	}
	return false
}

// brokers reports whether the state at slot k only made a text possible: "a
// Kenya-brokered deal".
func (s *sentence) brokers(k int) bool {
	if k+2 >= len(s.slots) || s.slots[k+1].word != "-" || !s.tight(k+1) {
		return false
	}
	return strings.HasSuffix(s.slots[k+2].word, "ed") || s.slots[k+2].word == "led"
}
