package claim

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// fewestWords is how many words make a quotation a statement.
const fewestWords = 4

// speech is one quotation, however often it is interrupted or whatever number
// of passages it runs over.
type speech struct {
	parts   []mention.Mention
	speaker int // index into page.People, -1 where unknown
	weak    string
	// attribution is the span that names the speaker: passage and bytes.
	at mention.Mention
}

// statements claims what named people are quoted as saying, and what they are
// reported to have said. Words in quotation marks without a speaker, and fewer
// than four, are none.
func statements(page *mention.Page, b *Builder, t *trace) {
	quoted := map[int]bool{}
	told := map[int][]string{} // folded, by speaker
	for _, s := range speeches(page) {
		if why := s.unclaimed(page, told); why != "" {
			t.missed(s.parts[0].Passage, "statement", s.parts[0].Surface, why)
			continue
		}
		for _, p := range s.parts {
			quoted[p.Passage] = true
		}
		s.claim(page, b)
	}
	for i := range page.Document.Passages {
		if !quoted[i] {
			indirect(page, b, i)
		}
	}
}

// unclaimed is why a quotation is no statement; empty where it is one, which is
// then noted as told.
func (s *speech) unclaimed(page *mention.Page, told map[int][]string) miss {
	switch {
	case s.speaker < 0:
		return missSpeaker
	case s.words(page) < fewestWords:
		return missShort
	case s.titled(page):
		return missTitled
	case s.again(page, told):
		return missAgain
	}
	return ""
}

// again reports whether the words stand in a heading or caption, or were told
// before as part of what the speaker said; else it notes them.
func (s *speech) again(page *mention.Page, told map[int][]string) bool {
	first := s.parts[0]
	switch p := &page.Document.Passages[first.Passage]; p.Kind {
	case text.Heading, text.Caption:
		if first.Start > 0 || !strings.ContainsAny(p.Text[first.Inner[1]-1:first.Inner[1]], ".!?") {
			return true // but “…” — X is a line of its own
		}
	}
	words := strings.Trim(graph.Fold(s.text(page)), " .,!?…")
	for _, t := range told[s.speaker] {
		if strings.Contains(t, words) {
			return true
		}
	}
	told[s.speaker] = append(told[s.speaker], words)
	return false
}

// speeches joins the page's quotations and finds who speaks.
func speeches(page *mention.Page) []*speech {
	var out []*speech
	for _, q := range page.Quotations {
		if n := len(out); n > 0 && continues(page, out[n-1], q) {
			last := out[n-1]
			last.parts = append(last.parts, q)
			if last.speaker < 0 || last.weak == "adjacent" {
				if who, at, weak := speaker(page, q); who >= 0 && weak != "adjacent" {
					last.speaker, last.at, last.weak = who, at, weak
				}
			}
			continue
		}
		s := &speech{parts: []mention.Mention{q}}
		s.speaker, s.at, s.weak = speaker(page, q)
		out = append(out, s)
	}
	return out
}

// continues reports whether a quotation goes on with a speech: from the passage
// before, behind an interruption ("…," he said, "…"), or in a sentence that
// opens with it right after one that quotes the same speaker.
func continues(page *mention.Page, s *speech, q mention.Mention) bool {
	last := s.parts[len(s.parts)-1]
	ps := page.Document.Passages
	open := last.Inner[1] == last.End && last.End == len(ps[last.Passage].Text)
	switch {
	case q.Passage == last.Passage+1 && q.Start == 0 && open:
		return true
	case q.Passage == last.Passage:
		between := ps[q.Passage].Text[last.End:q.Start]
		if len(between) > 120 || strings.ContainsAny(between, ".;:") && !strings.HasSuffix(strings.TrimSpace(between), ",") {
			return false
		}
		if s.speaker < 0 || !sayingVerb(between) {
			return false
		}
		other, at, _ := speaker(page, q)
		return other == s.speaker && at.Start >= last.End && at.Start < q.Start
	case q.Passage == last.Passage+1 && q.Start == 0 && ps[q.Passage].Paragraph == ps[last.Passage].Paragraph:
		// "…," he said. "…"
		own, _, weak := speaker(page, q)
		if weak == "adjacent" {
			own = -1
		}
		if own < 0 && sayingVerb(ps[q.Passage].Text[q.End:]) { // somebody unknown said it
			return false
		}
		return s.speaker >= 0 && s.at.Passage == last.Passage && s.at.Start >= s.parts[0].End && (own < 0 || own == s.speaker && s.words(page) < fewestWords)
	}
	return false
}

func (s *speech) words(page *mention.Page) int {
	n := 0
	for _, p := range s.parts {
		n += len(strings.Fields(page.Document.Passages[p.Passage].Text[p.Inner[0]:p.Inner[1]]))
	}
	return n
}

// titled reports whether the words are written as a title ("Belt and Road
// Forum for Cooperation") rather than as speech.
func (s *speech) titled(page *mention.Page) bool {
	capitals, small := 0, 0
	for _, w := range strings.Fields(s.text(page)) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘([«"))
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && len(w) > 3:
			small++
		}
	}
	return capitals > 2*small
}

// text joins the parts: a space between passages that follow each other, an
// ellipsis where something stands between.
func (s *speech) text(page *mention.Page) string {
	var b strings.Builder
	for i, p := range s.parts {
		t := page.Document.Passages[p.Passage].Text
		if i > 0 {
			last := s.parts[i-1]
			if p.Passage == last.Passage+1 && p.Inner[0] == 0 && last.Inner[1] == len(page.Document.Passages[last.Passage].Text) {
				b.WriteString(" ")
			} else {
				b.WriteString(" … ")
			}
		}
		inner := strings.Join(strings.Fields(t[p.Inner[0]:p.Inner[1]]), " ")
		if i == len(s.parts)-1 {
			inner = strings.TrimRight(inner, ",")
		}
		b.WriteString(inner)
	}
	return strings.TrimSpace(b.String())
}

func (s *speech) claim(page *mention.Page, b *Builder) {
	words := s.text(page)
	var evidence []Evidence
	for _, p := range s.parts {
		evidence = mergeEvidence(evidence, []Evidence{evidenceOf(page, p.Passage, p.Start, p.End)})
	}
	properties := graph.Properties{"text": words, "kind": "direct"}
	if d := saidOn(page, s.parts[0].Passage); d != "" {
		properties["saidOn"] = d
	}
	said := mergeEvidence(evidence, []Evidence{evidenceOf(page, s.at.Passage, s.at.Start, s.at.End)})
	support := supportOf("statement", s.weak)
	ref := b.Add(strconv.Itoa(s.speaker)+"\x00"+graph.Fold(words), Entity{Label: "Statement", Properties: properties, Evidence: evidence, Support: support})
	who := leaderRef(page, b, s.speaker, evidenceOf(page, s.at.Passage, s.at.Start, s.at.End))
	b.Fact(Fact{Type: "SAID", From: who, To: ref, Evidence: said, Support: support})
	for _, p := range s.parts {
		about(page, b, ref, p.Passage, p.Start, p.End)
	}
}

// about says which states are named in a span that a statement or figure
// stands in.
func about(page *mention.Page, b *Builder, ref Ref, passage, start, end int) {
	for _, m := range page.In(passage, start, end) {
		if m.State == "" || m.Kind != mention.State && m.Kind != mention.Demonym && m.Kind != mention.Capital {
			continue
		}
		at := evidenceOf(page, passage, m.Start, m.End)
		b.Fact(Fact{Type: "ABOUT", From: ref, To: stateRef(b, m.State, at), Evidence: []Evidence{at}, Support: supportOf("about")})
	}
}

// saidOn is the date that the sentence gives outside of quotation marks.
func saidOn(page *mention.Page, passage int) string {
	for _, m := range page.Mentions[passage] {
		if m.Kind == mention.When && m.Period != nil && m.Period.To == "" && len(m.Period.From) >= 7 && !page.Quoted(passage, m.Start) {
			return m.Period.From
		}
	}
	return ""
}
