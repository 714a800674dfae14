package claim

import (
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// slotKind says what a slot of a sentence is. Patterns name slots by it.
type slotKind byte

// The kinds of slot. Words that are of none of these are Word.
const (
	slotLeader    slotKind = 'L' // a person by name, role or "he"
	slotOwner     slotKind = 'H' // "his", "her": a person who owns what follows
	slotBoth      slotKind = 'B' // "the two sides", "both leaders", "they"
	slotState     slotKind = 'S'
	slotCapital   slotKind = 'C' // a city
	slotDemonym   slotKind = 'M'
	slotBody      slotKind = 'O' // an organization
	slotDate      slotKind = 'D'
	slotMoney     slotKind = 'F'
	slotNumber    slotKind = 'N'
	slotAgreement slotKind = 'A' // a noun for a text
	slotVisit     slotKind = 'V' // a noun for a visit
	slotProject   slotKind = 'J' // a noun for an undertaking
	slotQuote     slotKind = 'Q' // words in quotation marks, whatever they are
	slotWord      slotKind = 'w'
	slotMark      slotKind = ',' // punctuation
)

// slot is one typed token of a sentence.
type slot struct {
	kind       slotKind
	word       string // folded text
	value      string // of a word of the lexicon: what it stands for
	start, end int    // bytes within the passage
	capital    bool   // begins with a capital letter
	m          *mention.Mention
}

// namesPerson reports whether a slot names somebody, not by a role or pronoun.
func (sl *slot) namesPerson() bool {
	return sl.kind == slotLeader && sl.m.Kind == mention.Person && sl.m.Entity >= 0
}

// phrase is a word or phrase of the lexicon as folded tokens.
type phrase struct {
	words []string
	kind  slotKind
	value string
}

// phrases lead from a first word to the noun phrases that begin with it,
// longest first.
var phrases = sync.OnceValue(func() map[string][]phrase {
	kinds := map[string]slotKind{"agreement": slotAgreement, "visit": slotVisit, "project": slotProject}
	out := map[string][]phrase{}
	for _, w := range lexicon.Words() {
		k, ok := kinds[w.Class]
		if !ok {
			continue
		}
		var ws []string
		for _, t := range mention.Tokens(w.Form) {
			ws = append(ws, t.Fold)
		}
		list := out[ws[0]]
		i := 0
		for i < len(list) && len(list[i].words) >= len(ws) {
			i++
		}
		list = append(list, phrase{})
		copy(list[i+1:], list[i:])
		list[i] = phrase{ws, k, w.Value}
		out[ws[0]] = list
	}
	return out
})

// verbs leads from a folded verb form to its classes, space-separated.
var verbs = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, w := range lexicon.Words() {
		switch w.Class {
		case "verb", "attend", "plan", "cancel", "deny":
			out[w.Form] = strings.TrimSpace(out[w.Form] + " " + w.Value)
		}
	}
	return out
})

// sentence is a passage rewritten as slots.
type sentence struct {
	passage int
	text    string
	slots   []slot
	has     map[string]bool // words and kinds, for a first look
	parsed  *syntax.Sentence
	theme   []party // two states whose relations the document is about
}

// newSentence rewrites a passage. Sources are left out, quotations become one
// slot, so that nothing said in them is taken for an event.
func newSentence(page *mention.Page, passage int) *sentence {
	s := &sentence{passage: passage, text: page.Document.Passages[passage].Text, has: map[string]bool{}}
	ts, ms := page.Tokens[passage], page.Mentions[passage]
	quotes := quotesOf(page, passage)
	for i, k := 0, 0; i < len(ts); {
		t := &ts[i]
		if q := covering(quotes, t.Start); q != nil {
			s.add(slot{kind: slotQuote, start: t.Start, end: min(q.End, len(s.text)), m: q})
			i = after(ts, i, q.End)
			continue
		}
		for k < len(ms) && ms[k].End <= t.Start {
			k++
		}
		if m := at(ms, k, ts, t.Start); m != nil {
			if sl, ok := slotOf(m, ts, i); ok {
				s.add(sl)
				i = after(ts, i, sl.end)
				continue
			} else if m.Kind == mention.Source {
				i = after(ts, i, m.End)
				continue
			}
		}
		if n := max(styleAt(ts, i), pictured(ts, i)); n > 0 {
			i += n
			continue
		}
		if n, sl := phraseAt(ts, i); n > 0 {
			s.add(sl)
			i += n
			continue
		}
		s.add(s.single(t))
		i++
	}
	return s
}

// single is the slot of a token that may be a single quotation mark, which looks
// like what follows an owner in the plural: "the 'Cod Pact'", "ministers' pact".
func (s *sentence) single(t *mention.Token) slot {
	sl := plainSlot(t)
	if t.Text != "'" && t.Text != "’" {
		return sl
	}
	switch {
	case t.Start == 0 || strings.ContainsRune(" (\u00a0", rune(s.text[t.Start-1])):
		sl.word, s.has["‘"] = "‘", true
	case s.has["‘"] && (t.End == len(s.text) || strings.ContainsRune(" ,.;:)", rune(s.text[t.End]))):
		sl.word = "’"
		delete(s.has, "‘")
	}
	return sl
}

func (s *sentence) add(sl slot) {
	s.slots = append(s.slots, sl)
	s.has[string(rune(sl.kind))] = true
	if sl.m == nil {
		s.has[sl.word] = true
	}
}

func plainSlot(t *mention.Token) slot {
	sl := slot{kind: slotWord, word: t.Fold, start: t.Start, end: t.End, capital: t.Capital()}
	switch c := t.Text[0]; {
	case c >= '0' && c <= '9' || lexicon.Number(t.Fold) > 0:
		sl.kind = slotNumber
	case t.Fold == "they" || t.Fold == "both":
		sl.kind = slotBoth
	case t.Fold == "'s" || t.Fold == "’s" || t.Text == "’" || t.Text == "'":
		sl.word, sl.kind = "'s", slotMark
	case t.Fold == "'ll" || t.Fold == "’ll":
		sl.word = "will"
	case t.Fold == "'ve" || t.Fold == "’ve":
		sl.word = "have"
	case t.Word():
		sl.value = verbs()[t.Fold]
	default:
		sl.kind = slotMark
	}
	return sl
}

// quotesOf returns a passage's quotations, less those that only set a title or
// a term apart.
func quotesOf(page *mention.Page, passage int) []*mention.Mention {
	var out []*mention.Mention
	for i := range page.Quotations {
		q := &page.Quotations[i]
		if q.Passage != passage {
			continue
		}
		inner := strings.Fields(page.Document.Passages[passage].Text[max(q.Inner[0], 0):max(min(q.Inner[1], len(page.Document.Passages[passage].Text)), q.Inner[0])])
		if len(inner) < 4 || len(inner) < 14 && titleCase(inner) || titlesText(inner) {
			continue
		}
		out = append(out, q)
	}
	return out
}

// titlesText reports whether quoted words are a text's title: they begin with a
// capital and a noun for a text stands among the first ("Joint Statement on …").
func titlesText(ws []string) bool {
	if ws[0][0] < 'A' || ws[0][0] > 'Z' {
		return false
	}
	for i := 0; i < len(ws) && i < 4; i++ {
		if ws[i][0] < 'A' || ws[i][0] > 'Z' {
			return false
		}
		for _, p := range phrases()[strings.ToLower(ws[i])] {
			if p.kind == slotAgreement {
				return true
			}
		}
	}
	return false
}

// titleCase reports whether most longer words are capitalized.
func titleCase(ws []string) bool {
	long, capital := 0, 0
	for _, w := range ws {
		if len(w) > 3 {
			long++
			if w[0] >= 'A' && w[0] <= 'Z' {
				capital++
			}
		}
	}
	return long > 1 && capital*10 >= long*8
}

// at returns the mention that holds a byte, its titles included.
func at(ms []mention.Mention, k int, ts []mention.Token, start int) *mention.Mention {
	for j := k; j < len(ms) && j < k+4; j++ {
		m := &ms[j]
		if (m.Kind == mention.Person || m.Kind == mention.Role) && m.Whole[0] <= start && start < wholeEnd(m, ts) {
			return m
		}
	}
	if k < len(ms) && ms[k].Start <= start && start < ms[k].End {
		return &ms[k]
	}
	return nil
}

// wholeEnd is where a person's name and titles end: with the name where a verb
// links it to what follows, which then is said of them ("X was elected chairman").
func wholeEnd(m *mention.Mention, ts []mention.Token) int {
	if i := after(ts, 0, m.End); i < len(ts) && ts[i].Start < m.Whole[1] {
		switch ts[i].Fold {
		case "was", "is", "were", "became", "becomes", "has", "remains":
			return m.End
		}
	}
	return m.Whole[1]
}

func after(ts []mention.Token, i, end int) int {
	for i < len(ts) && ts[i].Start < end {
		i++
	}
	return i
}

// slotOf is the slot of a mention; quantities without a currency are read
// word by word.
func slotOf(m *mention.Mention, ts []mention.Token, i int) (slot, bool) {
	sl := slot{start: m.Start, end: m.End, m: m, capital: ts[i].Capital(), word: ts[i].Fold}
	switch m.Kind {
	case mention.Person, mention.Role:
		sl.kind, sl.start, sl.end = slotLeader, m.Whole[0], wholeEnd(m, ts)
		if m.Kind == mention.Role && m.Entity < 0 && (m.State == "" && m.Name == "") {
			return slot{}, false // "premier transit passage"
		}
	case mention.Pronoun:
		sl.kind = slotLeader
		if m.Surface == "his" || m.Surface == "her" && !objectAt(ts, i) || m.Surface == "my" {
			sl.kind = slotOwner
		}
	case mention.State:
		sl.kind = slotState
	case mention.Capital:
		sl.kind = slotCapital
	case mention.Demonym:
		sl.kind = slotDemonym
	case mention.Organization:
		sl.kind = slotBody
	case mention.When:
		sl.kind = slotDate
	case mention.Quantity:
		if m.Amount == nil || m.Amount.Currency == "" {
			return slot{}, false
		}
		sl.kind = slotMoney
	default:
		return slot{}, false
	}
	return sl, true
}

// phraseAt is the noun phrase of the lexicon at token i: a text, a visit, an
// undertaking; or "the two sides".
func phraseAt(ts []mention.Token, i int) (int, slot) {
	if n := bothAt(ts, i); n > 0 {
		word := ts[i+n-1].Fold
		if word == "state" || word == "government" { // "both heads of state"
			word = "leaders"
		}
		return n, slot{kind: slotBoth, word: word, start: ts[i].Start, end: ts[i+n-1].End, capital: ts[i].Capital()}
	}
	for _, p := range phrases()[ts[i].Fold] {
		if len(p.words) > len(ts)-i {
			continue
		}
		ok := true
		for k, w := range p.words {
			ok = ok && ts[i+k].Fold == w
		}
		if !ok {
			continue
		}
		n := len(p.words)
		head := n - 1
		if of := slices.Index(p.words, "of"); of > 0 { // "memoranda of understanding" are many
			head = of - 1
		}
		return n, slot{kind: p.kind, word: ts[i+head].Fold, value: p.value, start: ts[i].Start, end: ts[i+n-1].End, capital: ts[i].Capital()}
	}
	return 0, slot{}
}
