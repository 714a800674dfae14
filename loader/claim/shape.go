package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// shape is the sentence's phrases and verbs; word i is slot i.
func (s *sentence) shape() *syntax.Sentence {
	if s.parsed == nil {
		words := make([]syntax.Word, len(s.slots))
		for i := range s.slots {
			words[i] = s.wordOf(i)
		}
		s.parsed = syntax.Parse(words)
	}
	return s.parsed
}

// wordOf is a slot as the grammar sees it.
func (s *sentence) wordOf(i int) syntax.Word {
	sl := &s.slots[i]
	w := syntax.Word{Text: s.text[sl.start:sl.end], Fold: sl.word, Acts: sl.kind == slotWord && sl.value != ""}
	switch sl.kind {
	case slotLeader, slotBoth:
		w.Kind, w.Class = syntax.Name, 'L'
		w.Apposed = strings.Contains(w.Text, ", ")
	case slotOwner:
		w.Kind = syntax.Owner
	case slotState, slotCapital, slotBody:
		w.Kind, w.Class = syntax.Name, 'P'
	case slotDemonym:
		w.Kind = syntax.Adjective
	case slotDate:
		w.Kind = syntax.Date
	case slotMoney, slotNumber:
		w.Kind = syntax.Number
	case slotAgreement:
		w.Kind, w.Class, w.Like = syntax.Noun, byte(sl.kind), "agreement"
		if pluralText(sl.word) {
			w.Like = "agreements"
		}
	case slotVisit, slotProject:
		w.Kind, w.Class = syntax.Noun, byte(sl.kind)
	case slotQuote:
		w.Kind = syntax.Quote
	case slotMark:
		w.Kind = syntax.Mark
		if sl.word == "-" && sl.start > 0 && s.text[sl.start-1] == ' ' {
			w.Fold = "–" // a dash, not a hyphen
		}
		if sl.word == "–" && s.tight(i) && s.slots[i-1].m != nil && s.slots[i+1].m != nil && !s.partyOf(i-1).none() && !s.partyOf(i+1).none() {
			w.Fold = "-" // "the Kenya–Norway treaty"
		}
	}
	return w
}
