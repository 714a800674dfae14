package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
	"github.com/entente-graph/entente/loader/text"
)

// readItem reads a list item or table row that names a text, where its lead-in
// says that texts were signed ("The following were signed:"). It reports
// whether it did.
func (r *reader) readItem(s *sentence) bool {
	p := &r.page.Document.Passages[s.passage]
	if p.Lead < 0 || r.sameParagraph(s.passage) || strings.HasSuffix(strings.TrimSpace(s.text), ":") {
		return false
	}
	whole, ok := r.opening(p.Lead)
	if !ok {
		return false
	}
	np, ok := s.itemText()
	thing := false
	if !ok && whole.count > 1 && p.Kind == text.Item && strings.HasSuffix(strings.TrimSpace(r.page.Document.Passages[p.Lead].Text), ":") {
		np, ok = s.itemThing()
		thing = ok
	}
	if !ok || p.Kind != text.Row && s.tellsBefore(np.head) {
		return false
	}
	g := s.itemSigning(&np)
	g.rule, g.status = "agreement.item", whole.status
	a := r.agreement(s, g, &np)
	if a == nil {
		return false
	}
	a.lead = p.Lead + 1
	a.parties = r.itemParties(s, g, &np, a, whole)
	a.signed, a.hint, a.context, a.whole = whole.signed, whole.hint, whole.context, whole.whole
	if thing && len(whole.parties) > 1 {
		a.parties = slices.Clone(whole.parties)
	}
	if d, _ := s.dateOf(np.head, np.head+1); d != nil && len(d.From) > 4 && d.To == "" && !thing {
		a.signed = d.From
	} else if a.signed != "" {
		a.weaken("inherited-date")
	}
	r.hear(s, g, a, nil)
	if why := a.unsound(); why != "" {
		r.trace.missedText(s, &np, g, a, why)
		return false
	}
	r.keepAgreement(s, g, &np, a)
	return true
}

// sameParagraph reports whether a passage stands in the paragraph of the one
// before it: a later sentence of an item is prose, not what the item names.
func (r *reader) sameParagraph(i int) bool {
	ps := r.page.Document.Passages
	return i > 0 && ps[i-1].Paragraph == ps[i].Paragraph
}

// opening is what the lead of a list tells of all texts in it; false where it
// opens no list of texts.
func (r *reader) opening(lead int) (*agreement, bool) {
	if lead < 0 {
		return nil, false
	}
	ls := newSentence(r.page, lead)
	status, ok := r.listStatus(ls)
	told := r.focus.included
	if told != nil && r.focus.listed != lead {
		told = nil
	}
	if !ok && told == nil {
		return nil, false
	}
	whole := &agreement{status: status}
	if told != nil {
		*whole = *told
		whole.whole = told
		if ok {
			whole.status = status
		}
	} else if o := r.packageBefore(lead); o != nil {
		whole.parties, whole.signed, whole.hint, whole.context, whole.whole = o.parties, o.signed, o.hint, o.context, o
	}
	if ps := r.sentenceStates(ls); len(whole.parties) < 2 && len(ps) == 2 {
		whole.parties = ps
	}
	if whole.status == "ratified" {
		whole.signed = ""
	}
	return whole, true
}

// packageBefore is the package of texts that the paragraph before a list's head
// told of, nil where there is none.
func (r *reader) packageBefore(lead int) *agreement {
	ps := r.page.Document.Passages
	if ps[lead].Kind != text.Heading || lead == 0 || len(r.agreements) == 0 {
		return nil
	}
	for i := len(r.agreements) - 1; i >= 0; i-- {
		o := r.agreements[i]
		at := o.lastTold()
		if lead-at > 4 {
			return nil
		}
		if o.count > 1 && ps[at].Kind == text.Sentence {
			return o
		}
	}
	return nil
}

// itemParties are whom an item's text binds: those that it names, else those of
// all that the list holds, else the two sides in mind.
func (r *reader) itemParties(s *sentence, g *signing, np *textPhrase, a, whole *agreement) []party {
	ps := r.between(s, 0, len(s.slots))
	if len(ps) < 2 {
		ps = r.named(s, g, np, a)
	}
	if len(ps) >= 2 {
		return ps
	}
	rest := whole.parties
	if v := r.focus.visit; len(rest) < 2 && v != nil {
		rest = r.visitParties(v, nil)
		a.weaken("inherited-parties")
	}
	if len(rest) < 2 && len(r.focus.pair) == 2 {
		rest = []party{{state: r.focus.pair[0]}, {state: r.focus.pair[1]}}
		a.weaken("inherited-parties")
	}
	if len(ps) == 0 || slices.Contains(rest, ps[0]) || len(rest) == 0 && r.page.Home == "" {
		return slices.Clone(rest)
	}
	if home := (party{state: r.page.Home}); slices.Contains(rest, home) || !home.none() && len(whole.parties) < 2 {
		return addParty(ps, home)
	}
	return addParty(ps, rest[0])
}

// itemSigning is what an item says itself of its text: "…, signed by Kenya".
func (s *sentence) itemSigning(np *textPhrase) *signing {
	if g, ok := s.participleOf(np); ok && g != nil {
		return g
	}
	return &signing{verb: np.head, at: -1}
}

// tellsBefore reports whether a finite verb stands before a slot: what it opens
// is a sentence, not a title.
func (s *sentence) tellsBefore(k int) bool {
	for i := range s.shape().Verbs {
		if v := &s.shape().Verbs[i]; v.Form == syntax.Finite && v.Head < k {
			return true
		}
	}
	return false
}

// listStatus tells whether a lead-in opens a list of texts, and what became of
// them.
func (r *reader) listStatus(s *sentence) (string, bool) {
	for k := len(s.slots) - 1; k >= 0; k-- { // the verb nearest to the list counts
		sl := &s.slots[k]
		if sl.kind != slotWord {
			continue
		}
		if frameFor("of", sl.word, "") != nil {
			return "signed", true
		}
		if v := s.shape().VerbAt(k); v >= 0 && frameFor("passive", sl.word, "") != nil {
			if s.foldAt(k+1) == "that" { // "announced that:" opens sentences
				return "", false
			}
			if st := s.signingStatus(v, "signed"); st != "" {
				return st, true
			}
			return "", false
		}
	}
	if k := r.page.Document.Passages[s.passage].Kind; k != text.Heading && k != text.Caption && k != text.Row && len(s.shape().Verbs) > 0 || len(s.slots) > 15 {
		return "", false
	}
	for k := range s.slots { // "List of documents", "Agreements and memoranda", "Outcomes of the visit"
		if s.slots[k].kind == slotAgreement && (pluralText(s.slots[k].word) || r.page.Document.Passages[s.passage].Kind == text.Row) || frameFor("outcome", s.slots[k].word, "") != nil {
			return "signed", true
		}
	}
	return "", false
}

// itemText is the text that an item names: the whole item up to its first
// sentence's end, where a noun for a text stands near its beginning.
func (s *sentence) itemText() (textPhrase, bool) {
	far := 12
	for k := range s.slots {
		if s.slots[k].kind != slotAgreement || s.notText(k) {
			if s.slots[k].kind == slotAgreement && s.internal(k) {
				far = k + 16
			}
			continue
		}
		if k > far {
			break
		}
		start := 0
		for j := range s.slots[:k] { // of a row, where its cell begins
			if s.slots[j].kind == slotMark && s.slots[j].word == "|" {
				start = j + 1
			}
		}
		for start < k && s.opensItem(start) {
			start++
		}
		if far > 12 {
			start = s.textPhrase(0, k).from
		}
		np := s.textPhrase(start, k)
		np.from = start
		if np.count == 0 {
			np.kind = s.slots[k].value
			np.plural = false
		}
		return np, true
	}
	return textPhrase{}, false
}

// itemThing is what an item of a list of so and so many texts names, whatever
// its noun: "ten documents, they are: … a decree on tolls".
func (s *sentence) itemThing() (textPhrase, bool) {
	from := 0
	for from < len(s.slots) && s.opensItem(from) {
		from++
	}
	to := from
	for to < len(s.slots) && s.slots[to].word != ";" && s.slots[to].word != "." && s.slots[to].word != "," {
		to++
	}
	np := textPhrase{open: from, from: from, to: to, head: from, kind: "other"}
	return np, to > from+1 && to < from+20 && s.slots[from].kind == slotWord && !s.tellsBefore(to)
}

// opensItem reports whether the slot at the beginning of an item is no part of
// its title: a mark, a number or letter of the list.
func (s *sentence) opensItem(k int) bool {
	sl := &s.slots[k]
	if sl.kind == slotMark || itemMark(sl.word) {
		return true
	}
	if k+1 >= len(s.slots) || s.slots[k+1].kind != slotMark {
		return false
	}
	next := s.slots[k+1].word
	return sl.kind == slotNumber && next != "-" || len(sl.word) < 5 && next == ")" || len(sl.word) < 3 && next == "."
}

// itemMark reports whether a word opens an item without belonging to its title.
func itemMark(w string) bool {
	switch w {
	case "the", "a", "an", "and", "also", "another", "their", "its", "-", ",", "as", "well", "that", "which", "both", "jointly", "formally", "officially":
		return true
	}
	return false
}
