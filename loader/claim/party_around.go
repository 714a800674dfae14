package claim

import (
	"slices"
	"strings"
)

// inherited adds the two states that the sentence names anywhere but in the
// text's own subject, else the two in mind, to parties that are not enough.
func (r *reader) inherited(s *sentence, g *signing, np *textPhrase, ps []party) []party {
	var named []party
	for k := range s.slots {
		if k < np.head || k >= np.to || !s.topical(k) {
			for _, p := range r.statesAmong(s, k, k+1) {
				named = addParty(named, p)
			}
		}
	}
	if len(named) > 2 {
		named = nil
	}
	if named == nil && g.at >= 0 {
		v := &s.shape().Verbs[g.at]
		if near := r.statesAmong(s, v.Start, v.End); len(near) <= 2 {
			named = near
		}
	}
	for _, p := range named {
		ps = addParty(ps, p)
	}
	if g.rule == "agreement.held" && len(ps) == 1 && len(r.focus.recent) == 1 { // "There is a treaty with X", of whom the text speaks
		ps = addParty(ps, r.side(r.focus.recent[0]))
	}
	if len(ps) < 2 && len(r.focus.pair) == 2 && (len(ps) == 0 || slices.Contains(r.focus.pair, ps[0].state)) {
		for _, st := range r.focus.pair {
			ps = addParty(ps, party{state: st})
		}
	}
	return ps
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
