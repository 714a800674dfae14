package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// readAttendee reads a line that names somebody who attended the meeting that
// the lead speaks of: "The summit was attended by:".
func (r *reader) readAttendee(s *sentence) {
	lead := r.attendeeLead(s.passage)
	if lead < 0 || r.focus.venue.state == "" || lead-r.focus.met > 4 {
		return
	}
	for k := range s.slots {
		sl := &s.slots[k]
		if sl.kind != slotLeader || sl.m.Kind != mention.Person || sl.m.Entity < 0 {
			continue
		}
		if st := r.leaderState(sl.m.Entity); st == r.focus.venue.state || st == "" {
			return
		}
		v := &visit{leaders: []int{sl.m.Entity}, to: r.focus.venue.state, place: r.focus.venue.city, status: "completed", start: r.focus.venueFrom, end: r.focus.venueTo, told: told{rule: "visit.attendee"}}
		v.weaken("inherited-place")
		r.keep(s, v, &match{from: k, verb: k, to: k + 1})
		return
	}
}

// attendeeLead is the passage that opens the list of those present in which a
// passage stands: the lead of its list, or the line ending in a colon above
// lines that each name somebody. It is -1 where there is none.
func (r *reader) attendeeLead(i int) int {
	ps := r.page.Document.Passages
	lead := ps[i].Lead
	for j := i; lead < 0 && j > 0 && j > i-40; j-- {
		if ps[j].Kind != text.Sentence && ps[j].Kind != text.Item && ps[j].Kind != text.Heading || len(ps[j].Text) > 200 {
			return -1
		}
		if strings.HasSuffix(strings.TrimSpace(ps[j-1].Text), ":") {
			lead = j - 1
		}
	}
	if lead < 0 || lead == i {
		return -1
	}
	for _, w := range wordsOf(ps[lead].Text) {
		switch w {
		case "attended", "participated", "participants", "present", "attendance", "attendees", "attending", "participating":
			return lead
		}
	}
	return -1
}
