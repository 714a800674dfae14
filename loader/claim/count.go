package claim

import (
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// ordinal reports whether the number at slot k counts something else: a year,
// "two-year".
func (s *sentence) ordinal(k int) bool {
	return k+1 < len(s.slots) && (s.slots[k+1].word == "-" || s.slots[k+1].word == "year" || s.slots[k+1].word == "years" || s.slots[k+1].word == "%")
}

// countAt is the value of the number at slot k, 0 where it is none.
func (s *sentence) countAt(k int) int {
	w := s.slots[k].word
	if n := lexicon.Number(w); n > 0 {
		if w == "dozen" && k > 0 {
			if m := lexicon.Number(s.slots[k-1].word); m > 0 {
				return m * 12
			}
		}
		return n
	}
	n, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
	if err != nil || n < 0 || n > 999 {
		return 0
	}
	return n
}

// countWithin is how many the slots between two say that there are: "seven",
// "a pair of"; 0 where they do not.
func (s *sentence) countWithin(from, to int) int {
	count := 0
	for k := from; k < to; k++ {
		switch s.slots[k].word {
		case "pair":
			count = 2
		case "trio":
			count = 3
		}
		if s.slots[k].kind == slotNumber && !s.ordinal(k) {
			if c := s.countAt(k); c > 0 {
				count = c
			}
		}
	}
	return count
}

// complement reads amount and term of a text from its phrase and what stands
// right behind it.
func (s *sentence) complement(n *textPhrase, limit int) {
	for k := n.from; k < min(limit, n.to+4); k++ {
		sl := &s.slots[k]
		if k >= n.to && sl.kind == slotAgreement {
			break
		}
		switch {
		case sl.kind == slotMoney && n.amount == 0 && sl.m.Amount != nil && n.kind != "package":
			n.amount, n.currency = sl.m.Amount.Value, sl.m.Amount.Currency
		case sl.kind == slotDate && sl.m.Period != nil && sl.m.Period.To != "" && len(sl.m.Period.From) == 4 && n.starts == "":
			n.starts, n.ends = sl.m.Period.From, sl.m.Period.To
		}
	}
	for k := n.from; k < n.to; k++ { // "an agreement creating a joint fund"
		if sl := &s.slots[k]; sl.kind == slotWord && (sl.word == "creating" || sl.word == "establishing" || sl.word == "establish" || sl.word == "create") {
			for j := k; j < n.to; j++ {
				if s.slots[j].word == "fund" {
					n.kind = "fund"
				}
			}
		}
	}
}
