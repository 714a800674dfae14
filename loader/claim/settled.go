package claim

import (
	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/syntax"
)

// inTown reports whether a place is a city, named or told ("the Norwegian
// capital"), or a state that is no more than one: Singapore.
func (s *sentence) inTown(pl *leg) bool {
	if st, ok := lexicon.StateOf(pl.state); ok && st.Name == st.Capital {
		return true
	}
	return pl.city != "" || pl.slot >= 0 && s.slots[pl.slot].kind == slotDemonym
}

// settled reports whether a place is where the event took place, and not what
// it was about ("discussed the war in X"): right behind the verb, a city, or in
// front of the clause.
func (s *sentence) settled(h *hit, pl *leg) bool {
	near := pl.slot < 0 || pl.slot < h.slot || pl.slot-h.slot <= 4
	switch h.frame.sense {
	case "stay":
		return (pl.slot-h.slot <= 5 || s.withPeople(h.slot+1, pl.slot)) && !s.verbBetween(h.slot, pl.slot)
	case "presence":
		return s.inTown(pl) && !formOf(s.slots[h.slot].word, "born", "study", "live", "grew", "raise", "educate", "serve", "work", "bury", "hope", "own", "remain", "note", "recall", "welcome", "hail", "commend", "regret", "deplore") && !s.shape().Verbs[h.verb].Negated
	case "planned":
		return h.verb < 0 || pl.slot < h.slot || h.frame.name != "due" && h.frame.name != "dueto" || !s.verbBetween(h.slot, pl.slot)
	case "speech":
		return s.inTown(pl) && (near || pl.slot-h.slot <= 7)
	case "infor":
		return h.verb < 0 && pl.slot < h.slot
	case "meeting":
		if s.inTown(pl) || near || s.locative(h.slot+1, pl.slot) {
			return true
		}
		switch before := &s.slots[max(0, pl.slot-2)]; before.kind {
		case slotLeader, slotDate, slotMark:
			return true
		default:
			return occasion(before.word) || before.word == "ceremony"
		}
	}
	return true
}

// withPeople reports whether nothing but companions stands between two slots:
// "will be with X and Y in".
func (s *sentence) withPeople(from, to int) bool {
	if s.foldAt(from) != "with" {
		return false
	}
	for k := from + 1; k < to; k++ {
		if w := s.slots[k].word; s.slots[k].kind != slotLeader && w != "and" && w != "," && w != "in" && w != "the" {
			return false
		}
	}
	return true
}

// locative reports whether what stands between two slots only says where: "in
// the old palace in", "at a hotel in".
func (s *sentence) locative(from, to int) bool {
	if from >= to || s.slots[from].word != "in" && s.slots[from].word != "at" {
		return false
	}
	for k := from; k < to; k++ {
		switch ph := &s.shape().Phrases[s.shape().PhraseOf(k)]; ph.Kind {
		case syntax.NounPhrase:
		case syntax.Preposition:
			if w := s.slots[k].word; w != "in" && w != "at" && w != "of" && w != "near" && w != "outside" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
