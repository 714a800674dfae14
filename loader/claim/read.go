package claim

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// Read takes from a page all that it says. The document's own properties
// (title, date of publication) are the caller's to give.
func Read(page *mention.Page, d Document) *Reading {
	return read(page, d, nil).b.Reading()
}

// read reads a page, and tells a trace, if there is one, what it tries.
func read(page *mention.Page, d Document, t *trace) *reader {
	r := events(page, d, t)
	newTrust(r.b.reading).settle()
	citations(page, r.b)
	statements(page, r.b, t)
	figures(page, r.b, t)
	return r
}

// events makes claims of a page's visits, agreements and projects, tied to each
// other, before anything is known of how far they can be trusted.
func events(page *mention.Page, d Document, t *trace) *reader {
	r := gather(page, d, t)
	r.link()
	r.attend()
	r.emit()
	return r
}

// gather reads a page's visits, agreements and projects, not yet tied to each other.
func gather(page *mention.Page, d Document, t *trace) *reader {
	passages := make([]Passage, len(page.Document.Passages))
	for i, p := range page.Document.Passages {
		passages[i] = Passage{Text: p.Text, Start: p.Start, End: p.End}
	}
	r := &reader{page: page, b: NewBuilder(d, passages), trace: t}
	r.mentions()
	r.offices()
	r.daily, r.journal = r.dailySections(), r.placedSections()
	r.theme = r.relations()
	r.body()
	r.headlines()
	return r
}

// body goes through the passages in order of the text.
func (r *reader) body() {
	paragraph := -1
	for i := range r.page.Document.Passages {
		p := &r.page.Document.Passages[i]
		s := newSentence(r.page, i)
		if p.Paragraph != paragraph {
			paragraph = p.Paragraph
			r.focus.year = ""
			r.paragraphDay(i)
		}
		r.setSpot(s)
		r.setRegister(s)
		if p.Kind != text.Row && p.Kind != text.Note {
			r.stageDays(s)
		}
		switch p.Kind {
		case text.Heading, text.Caption, text.Note:
			if p.Kind == text.Heading {
				r.readTitle(s)
				r.sectionDay(i)
				r.readAttendee(s)
			}
			if p.Kind != text.Heading || !strings.HasSuffix(strings.TrimSpace(p.Text), ":") && !r.entry(i) {
				continue
			}
		case text.Item, text.Row:
			if p.Kind == text.Row {
				r.readRow(s)
				if r.readTexts(s) {
					r.readProjects(s)
					continue
				}
			} else {
				r.readAttendee(s)
				r.meets(s)
			}
			if r.readItem(s) || r.summarizes(i) {
				r.readProjects(s)
				continue
			}
		}
		if p.Kind == text.Sentence {
			if i < 2 && !s.tellsBefore(len(s.slots)) {
				r.readTitle(s)
			}
			r.readAttendee(s)
		}
		if p.Kind == text.Heading { // of a chronology: each entry stands by itself
			r.focus.visit = nil
		}
		r.meets(s)
		vs := r.readRegister(s)
		if len(vs) == 0 {
			vs = append(r.readEntries(s), r.readVisits(s)...)
		}
		r.stopInMind(s, vs)
		r.readAgreements(s, vs)
		r.readProjects(s)
		r.remember(s, vs)
	}
}

// summarizes reports whether a list item only sums up what the body tells:
// its lead is a heading ("Key points:").
func (r *reader) summarizes(i int) bool {
	lead := r.page.Document.Passages[i].Lead
	for j := i - 1; lead < 0 && j >= 0; j-- {
		switch p := &r.page.Document.Passages[j]; p.Kind {
		case text.Item:
			continue
		case text.Heading:
			lead = j
		}
		break
	}
	if lead < 0 {
		return false
	}
	t := strings.ToLower(r.page.Document.Passages[lead].Text)
	return strings.Contains(t, "summary") || strings.HasPrefix(t, "key ") || strings.Contains(t, " key ") || strings.Contains(t, "highlights") || strings.Contains(t, "takeaways")
}

// remember keeps what the sentences to come may point to.
func (r *reader) remember(s *sentence, vs []*visit) {
	var states []string
	var leaders []int
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind == slotState || sl.kind == slotCapital {
			r.focus.place, _ = s.place(k)
		}
		if st := s.partyOf(k).state; st != "" && !slices.Contains(states, st) {
			states = append(states, st)
		}
		if sl.kind == slotLeader && sl.m.Entity >= 0 && !slices.Contains(leaders, sl.m.Entity) {
			leaders = append(leaders, sl.m.Entity)
			if st := r.leaderState(sl.m.Entity); st != "" && !slices.Contains(states, st) {
				states = append(states, st)
			}
		}
	}
	r.rememberBody(s)
	if len(states) == 2 {
		r.focus.pair = states
	} else if r.strays(states) && len(vs) == 0 {
		r.focus.pair = nil
	} else if len(vs) > 0 {
		if ps := r.visitParties(vs[len(vs)-1], nil); len(ps) == 2 && ps[0].state != "" {
			r.focus.pair = []string{ps[0].state, ps[1].state}
		}
	}
	before := r.focus.recent
	if len(leaders) > 0 {
		r.focus.recent = leaders
	}
	switch {
	case len(leaders) >= 2 && len(leaders) <= 4:
		r.focus.leaders, r.focus.named = leaders, s.passage
	case len(leaders) == 1 && !slices.Contains(r.focus.leaders, leaders[0]):
		switch n := len(r.focus.leaders); {
		case n > 0 && s.passage-r.focus.named > 2:
		case len(before) == 1: // named by himself just before
			leaders = []int{before[0], leaders[0]}
		case n > 0:
			leaders = []int{r.focus.leaders[0], leaders[0]}
		}
		r.focus.leaders, r.focus.named = leaders, s.passage
	case len(leaders) == 1:
		r.focus.named = s.passage
	}
	if len(s.slots) > 1 && s.slots[1].kind == slotDate && s.slots[0].word == "in" && s.slots[1].m.Period != nil {
		r.focus.year = s.slots[1].m.Period.From
	}
}

// strays reports whether a sentence's states are not all of the two in mind.
func (r *reader) strays(states []string) bool {
	return len(states) > 0 && slices.ContainsFunc(states, func(st string) bool { return !slices.Contains(r.focus.pair, st) })
}

// wordsOf are the folded words of a text.
func wordsOf(s string) []string {
	var out []string
	for _, t := range mention.Tokens(s) {
		if t.Word() {
			out = append(out, t.Fold)
		}
	}
	return out
}

func itoa(i int) string { return strconv.Itoa(i) }
