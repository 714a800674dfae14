package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/text"
)

// readTitle reads the title of a document that is itself a joint statement
// ("Joint Statement of Kenya and Norway"): the title serves as evidence. What it
// lacks may stand in the lines below ("JOINT STATEMENT", "on the Founding of …").
func (r *reader) readTitle(s *sentence) {
	if s.passage > 3 || len(r.agreements) > 0 || !s.has["A"] {
		return
	}
	head := s.titleNoun()
	if head < 0 {
		return
	}
	title := strings.Join(strings.Fields(s.text), " ")
	at := s
	ps := r.statesAmong(s, 0, len(s.slots))
	if len(ps) == 0 && head == len(s.slots)-1 {
		if at = r.titleGoesOn(s.passage + 1); at == nil {
			return
		}
		title += " " + strings.Join(strings.Fields(at.text), " ")
		ps = r.statesAmong(at, 0, len(at.slots))
	}
	if len(ps) < 2 || len(ps) > 8 {
		return
	}
	np := at.textPhrase(0, min(head, len(at.slots)-1))
	np.from, np.to = 0, len(at.slots)
	a := &agreement{title: strings.Trim(title, " ."), kind: "declaration", status: "signed", parties: ps, told: told{rule: "agreement.title"}}
	a.head = HeadWords(a.title)
	g := signing{rule: "agreement.title", verb: min(head, len(at.slots)-1), at: -1}
	r.keepAgreement(at, &g, &np, a)
}

// titleNoun is the slot of the noun for a joint statement that a title is made
// about; -1 where the title tells of one or is about something else.
func (s *sentence) titleNoun() int {
	head := -1
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind == slotAgreement && (sl.value == "declaration" || sl.value == "treaty") && s.shape().Phrases[s.shape().PhraseOf(k)].Head == k {
			head = k
			break
		}
		if s.partyOf(k).none() && sl.kind != slotMark && sl.kind != slotNumber && sl.kind != slotAgreement && !sl.capital && !slices.Contains([]string{"and", "joint", "the", "full", "text", "of"}, sl.word) || s.tellsText(k) {
			return -1
		}
	}
	if head < 0 || s.slots[head].value != "declaration" || pluralText(s.slots[head].word) || !s.isJoint(&textPhrase{open: 0, head: head}) && s.slots[head].word != "declaration" && s.slots[head].word != "communique" {
		return -1
	}
	for k := head + 1; k < len(s.slots); k++ {
		if s.tellsText(k) {
			return -1 // "Joint statement signed by …" tells of one
		}
	}
	return head
}

// tellsText reports whether the word at slot k is a verb that makes a title a
// piece of news.
func (s *sentence) tellsText(k int) bool {
	w := s.slots[k].word
	if s.slots[k].kind != slotWord || w == "meeting" || w == "talks" {
		return false
	}
	return frameFor("object", w, "") != nil || s.verb(k, "state") || s.verb(k, "meet")
}

// titleGoesOn is the line at passage i where it goes on with the title of a
// joint statement, and names its parties.
func (r *reader) titleGoesOn(i int) *sentence {
	if i >= len(r.page.Document.Passages) {
		return nil
	}
	s := newSentence(r.page, i)
	if len(s.slots) == 0 {
		return nil
	}
	switch s.slots[0].word {
	case "on", "of", "between", "by", "regarding", "concerning", "following", "for", "adopted":
		return s
	}
	if r.page.Document.Passages[i].Kind == text.Heading && !s.has["A"] {
		return s
	}
	return nil
}
