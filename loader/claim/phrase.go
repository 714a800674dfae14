package claim

import "strings"

// place is where something happens or somebody goes: a state, or a city of it.
type place struct {
	state string
	city  string // as written, where it is a city
	slot  int
}

// joiner reports whether slot k joins members of a list.
func (s *sentence) joiner(k int) bool {
	switch sl := &s.slots[k]; sl.word {
	case ",", "and", "&":
		return sl.kind == slotMark || sl.kind == slotWord
	}
	return false
}

// place reads one place at slot i.
func (s *sentence) place(i int) (place, int) {
	owner := ""
	for k := i; k < len(s.slots) && k < i+7; k++ {
		sl := &s.slots[k]
		switch sl.kind {
		case slotState:
			if k+1 < len(s.slots) && s.slots[k+1].word == "'s" && k+2 < len(s.slots) { // "Azerbaijan's capital, Baku", "Azerbaijan's regions"
				owner = sl.m.State
				if c := s.cityAfter(k+2, owner); c > 0 {
					return place{owner, s.slots[c].m.Surface, c}, c + 1
				}
				return place{state: sl.m.State, slot: k}, k + 1
			}
			return place{state: sl.m.State, slot: k}, k + 1
		case slotCapital:
			end := k + 1
			if end+1 < len(s.slots) && s.slots[end].word == "," && s.slots[end+1].kind == slotState && s.slots[end+1].m.State == sl.m.State {
				end += 2
			}
			return place{sl.m.State, sl.m.Surface, k}, end
		case slotDemonym: // "the Turkish capital, Ankara", "the Azerbaijani city of Shusha"
			if c := s.cityAfter(k+1, sl.m.State); c > 0 {
				return place{sl.m.State, s.slots[c].m.Surface, c}, c + 1
			}
			if k+1 < len(s.slots) {
				switch s.slots[k+1].word {
				case "capital", "city", "port", "resort", "town", "region", "soil", "territory":
					return s.unknownCity(k)
				}
			}
			return place{}, i
		case slotWord:
			switch sl.word {
			case "the", "neighboring", "neighbouring", "nearby", "central", "city", "capital", "of", "northern", "southern", "eastern", "western":
				if k == i || sl.word != "the" {
					continue
				}
			}
			return place{}, i
		default:
			return place{}, i
		}
	}
	return place{}, i
}

// cityAfter is the slot of a city of the state that follows "capital", "city
// of" and the like at slot k, or 0.
func (s *sentence) cityAfter(k int, state string) int {
	for n := 0; n < 5 && k < len(s.slots); n, k = n+1, k+1 {
		sl := &s.slots[k]
		if sl.kind == slotCapital && sl.m.State == state {
			return k
		}
		switch sl.word {
		case "capital", "city", "of", ",", "port", "resort", "town", "sea", "black", "coastal":
		default:
			return 0
		}
	}
	return 0
}

// unknownCity reads "the Norwegian city of X": a city that no
// lexicon has, of the demonym's state.
func (s *sentence) unknownCity(k int) (place, int) {
	state := s.slots[k].m.State
	e := k + 2
	for e < len(s.slots) && e < k+5 && (s.slots[e].word == "of" || s.slots[e].word == "city" || s.slots[e].word == ",") {
		e++
	}
	if e < len(s.slots) && s.slots[e].kind == slotWord && s.slots[e].capital {
		return place{state, s.text[s.slots[e].start:s.slots[e].end], e}, e + 1
	}
	return place{state: state, slot: k}, k + 2
}

// finite reports whether a word looks like a verb of the past.
func finite(w string) bool {
	if len(w) > 4 && strings.HasSuffix(w, "ed") {
		return true
	}
	switch w {
	case "said", "told", "is", "was", "are", "were", "gave", "took", "held", "made", "began", "spoke", "met", "went", "came", "saw", "has", "had", "have", "says", "will":
		return true
	}
	return false
}

// groupEnding is the list of names that ends with slot k.
func (s *sentence) groupEnding(k int) (from, to int) {
	from, to = k, k+1
	and := false
	for {
		j := from - 1
		if j > 0 && s.slots[j].word == "'s" && s.slots[j-1].kind == slotState { // "X and Japan's Y"
			j -= 2
		}
		start := j
		for j >= 0 && j > from-5 && (s.joiner(j) || s.slots[j].word == "the" && j > 0 && s.joiner(j-1)) {
			j--
		}
		if a := s.along(from); a >= 0 && person(s.slots[from].kind) {
			from, and = a, true
			continue
		}
		if j == start || j < 0 || !s.namesParty(j) || person(s.slots[j].kind) != person(s.slots[from].kind) {
			return from, to
		}
		for i := j + 1; i < from; i++ {
			and = and || s.slots[i].word == "and" || s.slots[i].word == "&"
		}
		if !and { // a comma alone makes no list
			return from, to
		}
		from = j
	}
}

func person(k slotKind) bool { return k == slotLeader || k == slotBoth }

func (s *sentence) namesParty(j int) bool {
	switch s.slots[j].kind {
	case slotLeader, slotState, slotCapital, slotBody, slotBoth:
		return true
	}
	return false
}

// along is the person before "along with" or "accompanied by" that leads to
// slot k, or -1.
func (s *sentence) along(k int) int {
	if k < 3 {
		return -1
	}
	switch s.slots[k-2].word + " " + s.slots[k-1].word {
	case "along with", "together with", "accompanied by", "as well":
	default:
		return -1
	}
	j := k - 3
	if s.slots[j].word == "," {
		j--
	}
	if j >= 0 && s.slots[j].kind == slotLeader {
		return j
	}
	return -1
}
