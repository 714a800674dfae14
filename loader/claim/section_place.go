package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// firstSection is the first passage that may head a section: a place and a day
// before it are those of the document.
const firstSection = 4

// setSpot takes the place in which a section or a paragraph is set from its
// head: a heading ("Oslo, 3-4 May"), a first line or a label ("Oslo. …",
// "Oslo: …") that names one place and at most its days.
func (r *reader) setSpot(s *sentence) {
	p := &r.page.Document.Passages[s.passage]
	heading := p.Kind == text.Heading && !strings.HasSuffix(strings.TrimSpace(p.Text), ":")
	if heading || r.focus.spot.state != "" && r.focus.spotOf >= 0 && r.focus.spotOf != p.Paragraph {
		r.leaveSpot()
	}
	pl, day, ok := r.placeHead(s)
	if ok && heading && day != nil && !r.journal { // the document's own
		return
	}
	if !ok && !heading && len(s.slots) > 3 && s.slots[0].kind == slotCapital && s.slots[1].word == ":" {
		pl, _ = s.place(0)
		ok = true
	} else if !ok && !heading && r.inDiary() {
		if pl, _ = s.entryPlace(0, len(s.slots)); pl.state == "" {
			pl = r.sceneOf(s)
		}
		ok = pl.state != ""
	}
	if !ok || r.datesDocument(s.passage, day) {
		return
	}
	r.focus.spot, r.focus.spotOf = pl, p.Paragraph
	if heading {
		r.focus.spotOf = -1
	} else if shouts(s.text) { // whoever is said to gather does so there
		r.focus.venue, r.focus.met, r.focus.venueFrom, r.focus.venueTo = pl, s.passage, "", ""
	}
	if day != nil && (!heading || r.journal) {
		r.focus.day, r.focus.dayEnd, r.focus.spotDay = day.From, day.To, true
	}
}

// datesDocument reports whether a place and a day head the whole document,
// below its letterhead: no sentence stands before them, and the day is that of
// publication.
func (r *reader) datesDocument(i int, day *mention.Period) bool {
	if day == nil || day.From != r.page.Published || day.To != "" {
		return false
	}
	for j := range i {
		if p := &r.page.Document.Passages[j]; p.Kind == text.Sentence && len(p.Text) > 120 {
			return false
		}
	}
	return true
}

// leaveSpot ends a section or paragraph that was set in a place.
func (r *reader) leaveSpot() {
	r.focus.spot = place{}
	if r.focus.spotDay {
		r.focus.day, r.focus.dayEnd, r.focus.spotDay = "", "", false
	}
}

// placeHead is the city, and the days, that a passage consists of.
func (r *reader) placeHead(s *sentence) (pl place, day *mention.Period, ok bool) {
	if s.passage < firstSection || len(s.slots) == 0 || len(s.text) > 60 || s.slots[0].kind != slotCapital {
		return place{}, nil, false
	}
	pl, end := s.place(0)
	for k := end; k < len(s.slots); k++ {
		switch sl := &s.slots[k]; {
		case sl.kind == slotDate && day == nil && sl.m.Period != nil && len(sl.m.Period.From) == 10:
			day = sl.m.Period
		case sl.kind == slotState && sl.m.State == pl.state:
		case sl.kind == slotMark:
		case day == nil && shouts(s.text): // "OSLO FARM SUMMIT."
		default:
			return place{}, nil, false
		}
	}
	return pl, day, true
}

// shouts reports whether a line is a label set in capitals: it holds no other
// letters.
func shouts(line string) bool { return line == strings.ToUpper(line) && len(line) < 40 }

// placedSections reports whether several headings of the document are places
// with their days.
func (r *reader) placedSections() bool {
	n := 0
	for i := range r.page.Document.Passages {
		if r.page.Document.Passages[i].Kind != text.Heading || len(r.page.Document.Passages[i].Text) > 60 {
			continue
		}
		if _, day, ok := r.placeHead(newSentence(r.page, i)); ok && day != nil {
			n++
		}
	}
	return n > 1
}
