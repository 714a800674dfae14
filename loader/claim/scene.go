package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// saysSidelines reports whether the sentence opens with the occasion of a
// meeting: "On the sidelines of the summit in X, …".
func (s *sentence) saysSidelines() bool {
	switch s.foldAt(0) {
	case "on", "at", "during", "in":
		return len(s.slots) > 2
	}
	return false
}

// filed is where the story was filed: the capital, or the city of a state that
// the text names, in its dateline.
func (r *reader) filed() (state, city string) {
	for i := range r.page.Document.Passages {
		if i > 6 {
			break
		}
		for _, m := range r.page.Mentions[i] {
			line := r.page.Document.Passages[i].Kind == text.Dateline // "State House, Nairobi, 30 May"
			if m.Kind != mention.Capital || m.Start != 0 && !line {
				continue
			}
			if line || m.Surface == strings.ToUpper(m.Surface) || r.placeAndDay(i, m.End) {
				return m.State, m.Surface
			}
		}
	}
	return "", ""
}

// placeAndDay reports whether a passage holds nothing but a place, which ends
// at a byte, and a day: "Oslo, 3 May 2024".
func (r *reader) placeAndDay(i, end int) bool {
	if t := r.page.Document.Passages[i].Text; len(t) > 60 || len(t) < end+4 || t[end] != ',' {
		return false
	}
	for _, m := range r.page.Mentions[i] {
		if m.Kind == mention.When && m.Start <= end+16 && m.Period != nil && len(m.Period.From) == 10 && len(r.page.Document.Passages[i].Text) <= m.End+1 {
			return true
		}
	}
	return false
}

// hereAt is what "here" means in a passage: where its section is set, where the
// story was filed or the words were spoken, else the state of who speaks.
func (r *reader) hereAt(passage int) place {
	if r.focus.spot.state != "" {
		return place{state: r.focus.spot.state, city: r.focus.spot.city, slot: -1}
	}
	if state, city := r.filed(); state != "" {
		return place{state: state, city: mention.Capitalized(city), slot: -1}
	}
	if who := r.page.Voice(passage); who >= 0 {
		return place{state: r.leaderState(who), slot: -1}
	}
	return place{}
}

// headlines reads the visits that only a headline tells.
func (r *reader) headlines() {
	for i := range r.page.Document.Passages {
		if r.page.Document.Passages[i].Kind != text.Heading || i > 3 && r.entry(i) {
			continue
		}
		r.late = true
		r.focus.venue, r.focus.spot, r.focus.day, r.focus.dayEnd = place{}, place{}, "", "" // of the end of the text
		r.readVisits(newSentence(r.page, i))
		r.late = false
	}
}

// toldAlready is a visit of the same people to the same state, whenever it was.
func (r *reader) toldAlready(v *visit) *visit {
	for _, o := range r.visits {
		if o.to == v.to && overlap(o.leaders, v.leaders) {
			return o
		}
	}
	return nil
}
