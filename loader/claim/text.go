package claim

import "strings"

// textPhrase is a noun phrase that names a text or a package of texts.
type textPhrase struct {
	from, to int // slots: title without article; end exclusive
	head     int // slot of the noun
	kind     string
	count    int
	plural   bool
	definite bool // "the", "this"
	bare     bool // nothing but article and noun
	amount   float64
	currency string
	starts   string
	ends     string
}

// refers reports whether the phrase only points to a text told before.
func (n *textPhrase) refers() bool { return n.definite && n.bare }

// title is the phrase as written.
func (n *textPhrase) title(s *sentence) string {
	if n.from >= n.to {
		return ""
	}
	t := s.text[s.slots[n.from].start:s.slots[n.to-1].end]
	return strings.Trim(strings.Join(strings.Fields(t), " "), " ,;:.“”\"'")
}

// texts returns the noun phrases between two slots that name texts, in order.
func (s *sentence) texts(from, to int) []textPhrase {
	var out []textPhrase
	at := from
	for k := from; k < to; k++ {
		if s.slots[k].kind != slotAgreement || s.notText(k) {
			continue
		}
		start, opened := s.textStart(k, at)
		if !opened {
			continue
		}
		np := s.textPhrase(start, k, to)
		out = append(out, np)
		k = np.to - 1
		at = np.to
	}
	return out
}

// notText reports whether a noun of the lexicon means something else here:
// "no agreement", "in agreement", "a nuclear program", "travel documents".
func (s *sentence) notText(k int) bool {
	if k > 0 {
		switch s.slots[k-1].word {
		case "that", "which", "who":
			if k+1 < len(s.slots) && s.slots[k].word == "deals" && s.slots[k+1].word == "with" {
				return true
			}
		case "(":
			return true
		case "no", "in", "nuclear", "missile", "space", "weapons", "exchange", "training", "travel", "without", "peace" + "keeping", "any":
			return true
		}
		if s.slots[k-1].kind == slotNumber && s.slots[k].word == "minutes" || s.slots[k].word == "minutes" {
			return true
		}
	}
	return k+1 < len(s.slots) && (s.slots[k+1].word == "'s" || s.slots[k+1].word == "-")
}

// textStart walks left from the noun over what modifies it. The phrase counts
// only where it opens after a verb, a comma or a joining word, not inside
// another's complement.
func (s *sentence) textStart(head, least int) (int, bool) {
	k := head
	for k > least {
		b := &s.slots[k-1]
		switch b.kind {
		case slotDemonym, slotNumber, slotAgreement, slotProject, slotState, slotCapital, slotBody, slotMoney, slotVisit:
			k--
			continue
		case slotDate:
			if b.m.Period != nil && len(b.m.Period.From) == 4 {
				k--
				continue
			}
			return k, true
		case slotMark:
			if b.word == "-" || b.word == "–" || b.word == "'s" || b.word == "“" || b.word == "\"" || b.word == "‘" || b.word == "$" || b.word == "/" {
				k--
				continue
			}
			if b.word == "," && k-2 >= least && s.modifierList(k-1, head) {
				k--
				continue
			}
			return k, true
		case slotWord:
			switch b.word {
			case "and":
				if s.andModifier(k-1, head) {
					k--
					continue
				}
				return k, true
			case "of", "on", "for", "to", "in", "with", "from", "by", "at", "under", "between", "into", "about":
				// "a number of agreements", "a package of 12 documents"
				if b.word == "of" && k >= 2 && counting(s.slots[k-2].word) {
					k -= 2
					continue
				}
				if b.word == "to" && k >= 2 && s.slots[k-2].word == "addition" || b.word == "with" && k >= 2 && (s.slots[k-2].word == "along" || s.slots[k-2].word == "together") {
					return k, true
				}
				return k, b.word == "of" || k-1 <= least || s.slots[head].kind == slotAgreement && k-1 == least
			case "including", "a", "an", "the", "this", "these", "their", "its", "another", "several", "some", "various", "many", "signed", "both", "also", "as", "that", "which":
				return k, true
			}
			if strong(b.word) || b.word == "is" || b.word == "was" || b.word == "were" || b.word == "include" || b.word == "includes" || b.word == "included" {
				return k, true
			}
			k--
		default:
			return k, true
		}
	}
	return k, true
}

func counting(w string) bool {
	switch w {
	case "number", "series", "package", "total", "set", "range", "host", "raft", "slew", "batch", "dozens", "dozen", "handful", "string":
		return true
	}
	return false
}

// modifierList reports whether the comma at slot k stands within a list of
// adjectives before the noun: an article or number opens it further left.
func (s *sentence) modifierList(k, head int) bool {
	if head-k > 6 {
		return false
	}
	for j := k + 1; j < head; j++ {
		switch s.slots[j].word {
		case "a", "an", "the", "including", "its", "their":
			return false
		}
		if s.slots[j].kind == slotNumber || s.slots[j].kind == slotLeader {
			return false
		}
	}
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		sl := &s.slots[j]
		if sl.kind == slotNumber || sl.word == "several" || sl.word == "new" {
			return true
		}
		if sl.kind == slotAgreement || sl.kind == slotWord && (sl.value != "" || sl.word == "of" || sl.word == "on") || sl.kind == slotLeader {
			return false
		}
	}
	return false
}

// andModifier reports whether "and" at slot k joins adjectives of the noun:
// "a strategic and comprehensive agreement".
func (s *sentence) andModifier(k, head int) bool {
	if k > 0 && k+1 < head && s.slots[k-1].capital && s.slots[k+1].capital && s.slots[k-1].kind == slotWord && s.slots[k+1].kind == slotWord && s.slots[head].capital {
		return true // "Promotion and Protection Agreement"
	}
	if head-k > 3 || k < 2 {
		return false
	}
	for j := k + 1; j < head; j++ {
		if s.slots[j].kind != slotWord || s.slots[j].word == "a" || s.slots[j].word == "the" || s.slots[j].word == "an" {
			return false
		}
	}
	b := &s.slots[k-1]
	if b.kind != slotWord || b.value != "" || s.slots[head-1].kind != slotWord || head-1 == k {
		return false
	}
	switch s.slots[k-2].word {
	case "a", "an", "the", ",":
		return true
	}
	return s.slots[k-2].kind == slotNumber
}

// textPhrase reads a phrase whose noun is at slot head.
func (s *sentence) textPhrase(start, head, limit int) textPhrase {
	n := textPhrase{from: start, head: head, kind: s.slots[head].value, plural: strings.HasSuffix(s.slots[head].word, "s") && s.slots[head].word != "texts" || s.slots[head].word == "memoranda" || s.slots[head].word == "texts"}
	for n.from < head && leading(s.slots[n.from].word) {
		n.from++
	}
	if start > 0 {
		switch s.slots[start-1].word {
		case "the", "this", "these", "that", "those", "both":
			n.definite = true
		}
	}
	end := head + 1
	for end+1 < limit && s.slots[end].word == "and" && s.slots[end+1].kind == slotAgreement { // "memorandums and agreements"
		end += 2
	}
	for k := n.from; k < head; k++ {
		if c := s.countAt(k); c > 0 && s.slots[k].kind == slotNumber && !s.ordinal(k) {
			n.count = c
		}
	}
	n.to = s.textEnd(end, limit)
	n.bare = n.from == head && n.to == head+1
	if n.count > 1 || n.plural {
		n.kind = "package"
	}
	if n.count == 1 {
		n.count = 0
	}
	s.complement(&n, limit)
	return n
}

// leading words open a phrase without belonging to its title.
func leading(w string) bool {
	switch w {
	case "a", "an", "the", "also", "another", "their", "its", "-", ",", "and", "as", "well", "that", "which", "both", "jointly", "new", "formally", "officially":
		return w != "new"
	}
	return false
}

// textEnd walks right from the noun over its complement ("on trade and
// transport between the two countries").
func (s *sentence) textEnd(k, limit int) int {
	for ; k < limit; k++ {
		sl := &s.slots[k]
		switch sl.kind {
		case slotLeader, slotOwner:
			return k
		case slotMark:
			if sl.word == "," && s.goesOn(k, limit) {
				continue
			}
			if sl.word == "-" || sl.word == "–" || sl.word == "'s" || sl.word == "&" || sl.word == "/" || sl.word == "“" || sl.word == "”" || sl.word == "\"" || sl.word == "’" || sl.word == "‘" {
				continue
			}
			return k
		case slotWord:
			if s.stopsText(k, limit) {
				return k
			}
		case slotDate:
			if w := s.slots[k-1].word; w == "until" || w == "through" || w == "till" || w == "by" {
				continue
			}
			if p := sl.m.Period; p == nil || p.To == "" || len(p.From) != 4 {
				if k > 0 && s.slots[k-1].kind == slotWord && (s.slots[k-1].word == "on" || s.slots[k-1].word == "in") {
					return k - 1
				}
				return k
			}
		}
	}
	return k
}

// stopsText reports whether the word at slot k ends a phrase.
func (s *sentence) stopsText(k, limit int) bool {
	switch w := s.slots[k].word; w {
	case "during", "after", "when", "while", "following", "which", "where", "that", "who", "was", "were", "is", "are", "has", "have", "had", "will", "including", "as", "at", "before", "but", "since", "under", "amid", "said", "told", "took", "takes", "entered", "alongside", "also", "would", "among":
		return true
	case "by":
		return k+1 < limit && (s.slots[k+1].kind == slotLeader || s.slots[k+1].kind == slotState)
	case "in":
		if k+1 >= limit {
			return true
		}
		n := &s.slots[k+1]
		return n.kind == slotCapital || n.kind == slotDate || n.word == "addition" || n.word == "the" && k+2 < limit && hall(s.slots[k+2].word)
	case "with":
		return k+1 < limit && s.namesParty(k+1)
	case "on":
		return k+1 < limit && (s.slots[k+1].kind == slotDate || k+2 < limit && (s.slots[k+2].word == "sidelines" || s.slots[k+2].word == "margins" || s.slots[k+2].word == "occasion"))
	case "and":
		return s.newClause(k, limit)
	case "along", "together":
		return true
	}
	return s.verb(k, "sign") && finite(s.slots[k].word) && strong(s.slots[k].word) && k > 0 && s.slots[k-1].kind != slotAgreement
}

// hall reports whether a word opens the name of a place to sign in.
func hall(w string) bool {
	switch w {
	case "presence", "capital", "kremlin", "great", "white", "presidential", "palace", "framework", "course", "margins":
		return true
	}
	return false
}

// newClause reports whether "and" at slot k begins another text or clause.
func (s *sentence) newClause(k, limit int) bool {
	if k+1 >= limit {
		return true
	}
	n := &s.slots[k+1]
	if n.kind == slotLeader || n.kind == slotBoth || n.kind == slotWord && (finite(n.word) && !strings.HasSuffix(n.word, "red") || n.word == "to" || n.word == "then" || n.word == "also") && n.word != "united" {
		return true
	}
	return s.opensText(k+1, limit)
}

// opensText reports whether a new text phrase begins at slot k: an article,
// number or capital with a noun for a text close behind and no preposition
// between.
func (s *sentence) opensText(k, limit int) bool {
	for j := k; j < limit && j < k+9; j++ {
		sl := &s.slots[j]
		if sl.kind == slotAgreement {
			return true
		}
		if j > k && (sl.kind == slotMark && sl.word != "-" && sl.word != "–" || sl.kind == slotLeader) {
			return false
		}
		switch sl.word {
		case "of", "on", "for", "in", "to", "between", "with", "and", "that", "which", "at", "from":
			return false
		}
	}
	return false
}

// goesOn reports whether a comma at slot k stands inside the complement: what
// follows is neither another text nor a new clause.
func (s *sentence) goesOn(k, limit int) bool {
	if k+1 >= limit {
		return false
	}
	n := &s.slots[k+1]
	switch {
	case n.kind == slotLeader, n.kind == slotBoth, n.kind == slotOwner, n.kind == slotDate, n.kind == slotQuote:
		return false
	case n.kind == slotWord && n.word == "and":
		return !s.newClause(k+1, limit)
	case n.kind == slotWord:
		switch n.word {
		case "which", "where", "who", "including", "with", "while", "as", "after", "but", "he", "she", "among", "in", "during", "the", "a", "an", "it", "on", "at", "according", "and", "marking", "making", "bringing", "paving", "when", "also", "both", "said", "to", "for", "by", "worth":
			return false
		}
		if finite(n.word) || strings.HasSuffix(n.word, "ing") && len(n.word) > 5 {
			return false
		}
	case n.kind == slotAgreement:
		return false
	}
	return !s.opensText(k+1, limit)
}
