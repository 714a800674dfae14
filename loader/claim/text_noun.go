package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// notText reports whether a noun of the lexicon means something else here:
// "no agreement", "in agreement", "a nuclear program", "travel documents".
func (s *sentence) notText(k int) bool {
	w := s.slots[k].word
	before := ""
	if k > 0 {
		before = s.slots[k-1].word
	}
	switch before {
	case "no", "any", "without", "every", "each", "neither":
		return true
	case "(":
		return true
	case "in":
		return k+1 >= len(s.slots) || s.slots[k+1].kind == slotMark || s.slots[k+1].word == "with"
	case "nuclear", "missile", "space", "weapons", "travel", "identity", "court", "government", "peacekeeping", "working", "secret", "classified":
		return s.slots[k].value == "program" || s.slots[k].value == "package"
	case "exchange", "training": // but "the Cultural Exchange Programme for 2021-2025"
		return s.slots[k].value == "program" && !s.slots[k].capital
	case "that", "which", "who":
		if w == "deals" && k+1 < len(s.slots) && s.slots[k+1].word == "with" {
			return true
		}
	}
	if s.yearly(k) {
		return false
	}
	if s.slots[k].value == "other" && !s.titled(k) && !s.underSigned(k) || s.internal(k) {
		return true
	}
	switch w {
	case "deal", "deals": // "has to deal with", "who deals with"
		if before == "to" && s.shape().Phrases[s.shape().PhraseOf(k)].Kind == syntax.VerbGroup || k+1 < len(s.slots) && s.slots[k+1].word == "with" && before == "to" {
			return true
		}
	case "concession", "concessions", "lease", "leases":
		return !s.underSigned(k) && !s.amongSigned(k)
	case "agreement": // "reached agreement": not a text but a state of minds
		if before == "reached" || before == "reach" || before == "reaching" || before == "reaches" {
			return true
		}
	case "minutes":
		return before != "agreed" && !s.slots[k].capital
	case "act": // "signed the Act of Oslo", not "acts", "the Tax Act"
		return !s.slots[k].capital || k+2 >= len(s.slots) || s.slots[k+1].word != "of" || !s.slots[k+2].capital || !s.underSigned(k)
	case "acts": // "six acts", not "acts of terror"
		return k == 0 || s.slots[k-1].kind != slotNumber || k+1 < len(s.slots) && s.slots[k+1].word == "of"
	case "papers", "texts", "instruments":
		if before == "ratification" {
			return true
		}
		return k+2 < len(s.slots) && s.slots[k+1].word == "of" && s.slots[k+2].word != "cooperation" && s.slots[k+2].word != "understanding"
	case "understanding":
		return !strings.Contains(s.text[s.slots[k].start:s.slots[k].end], " ") && (k == 0 || k+1 >= len(s.slots) || before != "an" && before != "the" || s.slots[k+1].word != "on" && s.slots[k+1].word != "with")
	}
	return false
}

// amongSigned reports whether what stands at slot k is said to be among texts: "a
// lease was among the documents exchanged".
func (s *sentence) amongSigned(k int) bool {
	for j := k + 1; j+1 < len(s.slots) && j < k+8; j++ {
		if s.slots[j].word == "among" && s.verb(j-1, "state") {
			return slices.ContainsFunc(s.slots[j+1:min(len(s.slots), j+5)], func(sl slot) bool { return sl.kind == slotAgreement })
		}
	}
	return false
}

// yearly reports whether the noun at slot k is a statement known by its year:
// "the 2008 statement".
func (s *sentence) yearly(k int) bool {
	if k < 2 || s.slots[k].word != "statement" || s.slots[k-1].kind != slotDate || !s.article(k-2) {
		return false
	}
	d := s.slots[k-1].m.Period
	return d != nil && len(d.From) == 4 && d.To == ""
}

// titled reports whether the noun at slot k, which names a text only in a
// title of its own, stands in one: "the Framework for Tea", "the Oslo Vision".
func (s *sentence) titled(k int) bool {
	if !s.slots[k].capital || strings.ToUpper(s.text) == s.text {
		return false
	}
	if k > 0 && s.slots[k-1].capital && s.slots[k-1].kind != slotLeader {
		return true
	}
	return k+2 < len(s.slots) && (s.slots[k+1].word == "for" || s.slots[k+1].word == "on") && s.slots[k+2].capital
}

// modifier reports whether the noun at slot k only describes another: "the
// agreement signing ceremony", "treaty documents".
func (s *sentence) modifier(k int) bool {
	if k+1 >= len(s.slots) {
		return false
	}
	n := &s.slots[k+1]
	switch {
	case n.kind == slotAgreement:
		return true
	case n.word == "-":
		return s.tight(k + 1)
	case s.pastNumber(k+1) > k+1:
		return false
	case n.word == "'s":
		return true
	}
	p := s.shape()
	return p.PhraseOf(k+1) == p.PhraseOf(k) && strings.HasPrefix(p.Words[k+1].Tag, "NN") && n.kind == slotWord && !tells(n.word)
}

// pastNumber is the slot behind the number that a text has ("No. 16") where it
// begins at slot k, else k.
func (s *sentence) pastNumber(k int) int {
	if k+1 >= len(s.slots) || s.slots[k].word != "no" && s.slots[k].word != "nr" && s.slots[k].word != "number" {
		return k
	}
	j := k + 1
	if s.slots[j].word == "." {
		j++
	}
	if j < len(s.slots) && s.slots[j].word != "" && s.slots[j].word[0] >= '0' && s.slots[j].word[0] <= '9' {
		return j + 1
	}
	return k
}

// tight reports whether a hyphen or dash at slot k joins without a space.
func (s *sentence) tight(k int) bool {
	if k == 0 || k+1 >= len(s.slots) {
		return false
	}
	return s.slots[k-1].end == s.slots[k].start && s.slots[k].end == s.slots[k+1].start
}

// tells reports whether a word that the grammar may take for a noun is mostly
// a verb where it stands behind a noun for a text.
func tells(w string) bool {
	switch w {
	case "cover", "covers", "include", "includes", "range", "aim", "aims", "provide", "provides", "number", "concern", "envisage", "deal", "set", "call", "calls":
		return true
	}
	return false
}

// underSigned reports whether the noun at slot k, which names much besides texts, is
// what somebody signs: "signed an arrangement on tea", "exchanged notes on".
func (s *sentence) underSigned(k int) bool {
	p := s.shape()
	q := p.PhraseOf(k)
	if p.Phrases[q].Head != k {
		return false
	}
	for i := range p.Verbs {
		v := &p.Verbs[i]
		w := s.slots[v.Head].word
		if frameFor("through", w, "") != nil && v.To < k && k < v.To+12 && s.penned(v.To) { // "put their names to a statement"
			return true
		}
		if !putsToPaper(w) && !(s.slots[k].word == "notes" && strings.HasPrefix(w, "exchang")) {
			continue
		}
		if v.Passive && slices.Contains(v.Subject, q) || v.Form == syntax.Participle && v.From == p.Phrases[q].Core {
			return true
		}
		if j := s.leftOf(p.Phrases[q].From - 1); j >= 0 && !v.Passive && p.VerbAt(j) == i {
			return true
		}
	}
	return false
}

// putsToPaper reports whether a verb's object can only be a text.
func putsToPaper(w string) bool {
	for _, stem := range []string{"sign", "initial", "ink", "countersign", "subscrib"} {
		if rest, ok := strings.CutPrefix(w, stem); ok && (rest == "" || rest == "s" || rest == "ed" || rest == "ing" || rest == "led" || rest == "ling" || rest == "e" || rest == "es") {
			return true
		}
	}
	return false
}

// internal reports whether the memorandum at slot k is a paper that a minister
// lays before a cabinet: "a memorandum of the Minister of Finance on an
// agreement with Kenya". What it is about is the text.
func (s *sentence) internal(k int) bool {
	if s.slots[k].value != "memorandum" || k+2 >= len(s.slots) {
		return false
	}
	switch s.slots[k+1].word {
	case "of", "from", "by", "submitted", "presented":
	default:
		return false
	}
	for j := k + 2; j < len(s.slots) && j < k+6; j++ {
		switch w := s.slots[j].word; {
		case s.slots[j].kind == slotLeader, w == "minister", w == "ministerial", w == "ministry", w == "committee", w == "cabinet", w == "secretariat":
			return true
		case w != "the" && w != "by" && w != "his" && w != "her" && w != "excellency":
			return false
		}
	}
	return false
}

// elliptic reports whether the word at slot k stands for a text like the one
// before: "a memorandum on tea, another on wool and one on ports".
func (s *sentence) elliptic(k int) bool {
	if k == 0 || k+2 >= len(s.slots) {
		return false
	}
	switch s.slots[k].word {
	case "another", "one":
	default:
		return false
	}
	switch s.slots[k-1].word {
	case ",", "and", ";", "plus":
	default:
		return false
	}
	switch s.slots[k+1].word {
	case "on", "about", "for", "concerning", "regarding", "covering":
		return s.slots[k+2].kind != slotDate
	}
	return false
}

// ellipsis is the phrase that opens with "another" or "one" at slot k, for a
// text of the kind of the one before it.
func (s *sentence) ellipsis(k int, before *textPhrase) textPhrase {
	n := textPhrase{open: k, from: k + 1, head: k, kind: before.kind, another: true}
	if before.plural || before.count > 1 {
		return n
	}
	if n.noun = before.noun; n.noun == "" {
		n.noun = s.text[s.slots[before.head].start:s.slots[before.head].end]
	}
	n.to = s.textEnd(&n)
	return n
}
