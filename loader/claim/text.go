package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// textPhrase is a noun phrase that names a text or a package of texts.
type textPhrase struct {
	open     int // slot where the phrase begins, article included
	from, to int // slots of the title; end exclusive
	head     int // slot of the noun
	also     int // where another name of it ends, that stands behind it; 0 for none
	kind     string
	count    int
	plural   bool
	definite bool // "the", "this"
	another  bool // "another", "a second"
	bare     bool // nothing but article and noun
	quoted   bool
	apposed  bool   // it only calls the text before it by another name
	clause   bool   // a clause tells which: "the text they signed"
	noun     string // of "another on tea": the noun that it leaves out
	owner    party  // "Kenya's agreement"
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
	t = strings.Trim(strings.Join(strings.Fields(t), " "), " ,;:.“”\"'")
	if n.noun != "" {
		return n.noun + " " + t
	}
	return t
}

// texts returns the noun phrases that name texts, in order. What stands within
// another's complement is none of its own.
func (s *sentence) texts() []textPhrase {
	var out []textPhrase
	at := 0
	for k := range s.slots {
		if len(out) > 0 && k >= at && s.elliptic(k) {
			np := s.ellipsis(k, &out[len(out)-1])
			if np.to > k+2 {
				out, at = append(out, np), np.to
			}
			continue
		}
		if k < at || s.slots[k].kind != slotAgreement || s.notText(k) || s.modifier(k) {
			continue
		}
		np := s.textPhrase(at, k)
		if w := s.slots[np.open].word; w == "no" || w == "neither" { // "No joint declaration was adopted"
			at = np.to
			continue
		}
		if at = np.to; len(out) > 0 && s.continues(&out[len(out)-1], &np) {
			out[len(out)-1].to = np.to
			continue
		}
		out = append(out, np)
	}
	return s.renamed(out)
}

// renamed marks what only calls the text before it by another name: "the Cod Pact,
// a treaty on mutual aid". A list has "and" before its last member.
func (s *sentence) renamed(texts []textPhrase) []textPhrase {
	for i := 1; i < len(texts); i++ {
		b, n := &texts[i-1], &texts[i]
		if s.renames(b, n) && !(i+1 < len(texts) && n.to < len(s.slots) && (s.slots[n.to].word == "and" || texts[i+1].open == n.to+1)) {
			b.also, n.apposed = n.to, true
		}
	}
	return texts
}

// renames reports whether a text stands behind the name of another, one of its
// kind or of any, with nothing but a comma between.
func (s *sentence) renames(before, n *textPhrase) bool {
	if n.kind != before.kind && n.kind != "treaty" && before.kind != "other" || n.open != before.to+1 || s.slots[before.to].word != "," || before.plural || n.plural || before.bare || n.another {
		return false
	}
	named := before.definite && s.slots[before.head].capital || before.quoted
	return named && (s.article(n.open) && s.slots[n.open].word != "the" || n.definite && s.slots[n.head].capital && n.kind == before.kind && (before.to == before.head+1 || n.to == n.head+1))
}

// continues reports whether what looks like a text of its own is the rest of
// the title before it: "a Memorandum on a Strategic and | Global Partnership".
func (s *sentence) continues(before, n *textPhrase) bool {
	return n.kind == "other" && before.kind != "other" && !s.article(n.open) && n.open <= before.to+1 && n.from < n.head &&
		(n.open == before.to || s.slots[before.to].word == "and" && s.slots[before.to-1].capital)
}

// textPhrase reads the phrase whose noun is at slot head; nothing before slot
// least belongs to it.
func (s *sentence) textPhrase(least, head int) textPhrase {
	n := textPhrase{head: head, kind: s.slots[head].value, plural: pluralText(s.slots[head].word)}
	if n.open = s.textOpen(&n, least); n.open > 0 && s.slots[n.open].word == "over" && formOf(s.slots[n.open-1].word, "preside") {
		n.open++
	}
	n.from = n.open
	for n.from < head && s.opensText(&n, n.from) {
		n.from++
	}
	for k := n.from; k < head; k++ { // "Kenya's agreement on tea"
		if s.slots[k].word == "'s" && k > n.from && (s.namesParty(k-1) || s.slots[k-1].kind == slotDemonym) {
			if s.slots[k-1].kind != slotBoth && s.slots[k-1].kind != slotLeader {
				n.owner = s.partyOf(k - 1)
			}
			n.from, n.definite = k+1, true
		}
	}
	n.to = s.textEnd(&n)
	n.clause = n.to < len(s.slots) && s.slots[n.to].word == "that" || n.to+2 < len(s.slots) && s.slots[n.to].word == "with" && (!s.partyOf(n.to+1).none() || s.slots[n.to+1].word == "the" && !s.partyOf(n.to+2).none())
	n.count = s.countWithin(n.from, head)
	if s.yearly(head) {
		n.kind = "declaration"
	}
	n.clause = n.clause || n.open == 0 && n.to+1 < len(s.slots) && s.slots[n.to+1].word == "which" && (instrumental(s.slots[n.to].word) || s.slots[n.to].word == "in")
	n.bare = n.from == head && n.to == head+1
	if n.count > 1 || n.plural && !s.properPlural(&n) {
		n.kind = "package"
	} else {
		n.plural = false
	}
	if n.count == 1 {
		n.count = 0
	}
	s.complement(&n, len(s.slots))
	return n
}

// properPlural reports whether a plural names one text: "the Camp David
// Accords".
func (s *sentence) properPlural(n *textPhrase) bool {
	return s.slots[n.head].capital && n.head > n.from && s.slots[n.head-1].capital && s.slots[n.head].word == "accords" && n.count == 0
}

func pluralText(w string) bool {
	return strings.HasSuffix(w, "s") && w != "minutes" && w != "notes" || w == "memoranda"
}

// opensText reports whether the word at slot k opens a phrase without belonging
// to its title.
func (s *sentence) opensText(n *textPhrase, k int) bool {
	switch sl := &s.slots[k]; sl.word {
	case "the", "this", "these", "that", "those", "both", "its", "their", "his", "her", "our", "such", "said":
		n.definite = n.definite || sl.word != "such"
		return true
	case "another", "additional", "further":
		n.another = true
		return sl.word == "another"
	case "a", "an", "also", "-", ",", "and", "as", "well", "which", "jointly", "formally", "officially", "all":
		return true
	case "“", "\"", "‘", "”", "«":
		n.quoted = true
		return true
	}
	return s.slots[k].kind == slotOwner
}

// textOpen walks left from the noun over what belongs to its phrase.
func (s *sentence) textOpen(n *textPhrase, least int) int {
	p := s.shape()
	from := s.countOpens(max(p.Phrases[p.PhraseOf(n.head)].From, least), n.head)
	for from > least {
		b := &s.slots[from-1]
		q := p.PhraseOf(from - 1)
		switch {
		case b.word == "“" || b.word == "\"" || b.word == "‘" || b.word == "«" || b.word == "$" || (b.word == "-" || b.word == "–") && s.tight(from-1):
			from--
		case s.slots[from].word == "-" && s.tight(from): // "a Kenya-brokered deal"
			from = max(p.Phrases[q].From, least)
		case b.kind == slotDate && s.slots[from].word != "a" && s.slots[from].word != "an" && s.slots[from].word != "the" && b.m.Period != nil && (len(b.m.Period.From) <= 7 && b.m.Period.To == "" || len(b.m.Period.From) == 4): // "the 1951 treaty"
			from--
		case b.word == "of" && from-2 >= least && counting(s.slots[from-2].word):
			from = max(p.Phrases[p.PhraseOf(from-2)].From, least)
		case b.word == "and" && from-2 >= least && s.slots[n.head].capital && s.slots[from].capital && s.slots[from-2].kind == slotWord && s.slots[from-2].capital: // "the Trade and Investment Agreement"
			from = max(p.Phrases[p.PhraseOf(from-2)].From, least)
		case approximate(b.word):
			from--
		case b.word == "than" && from-2 >= least && s.slots[from-2].word == "more":
			from -= 2
		case b.kind == slotWord && (p.Words[from-1].Tag == "DT" || p.Words[from-1].Tag == "PRP$" || strings.HasPrefix(p.Words[from-1].Tag, "JJ")) && p.Phrases[q].Kind == syntax.NounPhrase && p.Phrases[q].To == from:
			from = max(p.Phrases[q].From, least)
		case b.word == "," && from-2 >= least && p.Words[from-2].Tag == "JJ" && s.slots[from-2].kind == slotWord && p.Phrases[p.PhraseOf(from-2)].Kind == syntax.NounPhrase:
			from = max(p.Phrases[p.PhraseOf(from-2)].From, least)
		default:
			return from
		}
	}
	return from
}

// countOpens is where a counted phrase begins within slots that were taken for
// one phrase: at its number, where a noun stands right before that ("in their
// presence 20 documents", "after the talks three agreements").
func (s *sentence) countOpens(from, head int) int {
	p := s.shape()
	for k := head - 1; k > from; k-- {
		before := &s.slots[k-1]
		if s.slots[k].kind == slotNumber && !s.ordinal(k) && s.countAt(k) > 1 && pluralText(s.slots[head].word) &&
			(before.kind == slotWord || before.kind == slotVisit) && !before.capital && strings.HasPrefix(p.Words[k-1].Tag, "NN") {
			return k
		}
	}
	return from
}

func approximate(w string) bool {
	switch w {
	case "around", "about", "some", "over", "nearly", "almost", "roughly", "approximately", "least":
		return true
	}
	return false
}

func counting(w string) bool {
	switch w {
	case "number", "series", "package", "total", "set", "range", "host", "raft", "slew", "batch", "dozens", "dozen", "handful", "string", "scores", "couple", "pair", "trio", "bundle":
		return true
	}
	return false
}
