package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// saysSidelines reports whether the sentence opens with the occasion of a
// meeting: "On the sidelines of the summit in X, …".
func (s *sentence) saysSidelines() bool {
	return len(s.slots) > 2 && strings.Contains("on at during in", strings.ToLower(s.slots[0].word))
}

// filed is where the story was filed: the capital, or the city of a state that
// the text names, in its dateline.
func (r *reader) filed() (state, city string) {
	for i := range r.page.Document.Passages {
		if i > 6 {
			break
		}
		for _, m := range r.page.Mentions[i] {
			if m.Kind != mention.Capital || m.Start != 0 {
				continue
			}
			if r.page.Document.Passages[i].Kind == text.Dateline || m.Surface == strings.ToUpper(m.Surface) || r.placeAndDay(i, m.End) {
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

// hereAt is what "here" means in a passage: where the story was filed or the
// words were spoken, else the state of who speaks.
func (r *reader) hereAt(passage int) place {
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

// leg is a place of an itinerary, with its own date where one stands behind it.
type leg struct {
	place
	period *mention.Period
	stay   *visit // told before, of which this is a part
}

// itinerary reads the places of a journey from slot i on: "Kenya and Rwanda",
// "Kenya on 3 May, Rwanda on 5 May and Uganda on 7 May". Only where each of
// several places has a date of its own are the dates theirs.
func (s *sentence) itinerary(i int) []leg {
	places, end := s.places(i)
	var out []leg
	for _, p := range places {
		out = append(out, leg{place: p})
	}
	if len(places) != 1 {
		return out
	}
	for {
		k := end
		if k < len(s.slots) && (s.slots[k].word == "on" || s.slots[k].word == "from" || s.slots[k].word == "in" || s.slots[k].word == "(") {
			k++
		}
		if k >= len(s.slots) || s.slots[k].kind != slotDate || s.slots[k].m.Period == nil || s.slots[k].m.Period.From == "" {
			break
		}
		dated := s.slots[k].m.Period
		for k++; k < len(s.slots) && (s.joiner(k) || s.slots[k].word == "then" || s.slots[k].word == ")" || s.slots[k].word == "to"); k++ {
		}
		if k >= len(s.slots) {
			if len(out) > 1 {
				out[len(out)-1].period = dated
			}
			break
		}
		p, next := s.place(k)
		if next > k && len(out) > 1 || next > k && s.datedPlace(next) {
			out[len(out)-1].period = dated
			out, end = append(out, leg{place: p}), next
			continue
		}
		if len(out) > 1 {
			out[len(out)-1].period = dated
		}
		break
	}
	return out
}

// datedPlace reports whether a date stands behind a place that ends at slot k.
func (s *sentence) datedPlace(k int) bool {
	for j := k; j < len(s.slots) && j < k+2; j++ {
		if s.slots[j].kind == slotDate {
			return true
		}
	}
	return false
}

// meets keeps where a summit or conference took place, and when: "The summit
// was held in Nairobi on 3 May".
func (r *reader) meets(s *sentence) {
	occasions := false
	for k := range s.slots {
		sl := &s.slots[k]
		occasions = occasions || occasion(sl.word)
		from := k
		switch {
		case sl.word == "gathered", occasions && (sl.word == "held" || sl.word == "place" || sl.word == "convened" || sl.word == "met" || sl.word == "opened"):
		case occasion(sl.word) && k+2 < len(s.slots) && s.slots[k+1].word == "in": // "the summit in Nairobi"
		default:
			continue
		}
		for j := from + 1; j+1 < len(s.slots) && j < k+9; j++ {
			if s.slots[j].word != "in" && s.slots[j].word != "at" {
				continue
			}
			p, end := s.place(j + 1)
			if end == j+1 {
				continue
			}
			r.focus.venue, r.focus.met = p, s.passage
			r.focus.venueFrom, r.focus.venueTo = "", ""
			if d, _ := s.dateOf(k, end); d != nil {
				r.focus.venueFrom, r.focus.venueTo = d.From, d.To
			}
			return
		}
	}
}

// readAttendee reads a list item that names somebody who attended the meeting
// that the lead speaks of: "The summit was attended by:".
func (r *reader) readAttendee(s *sentence) {
	lead := r.page.Document.Passages[s.passage].Lead
	if lead < 0 || r.focus.venue.state == "" || lead-r.focus.met > 4 {
		return
	}
	attended := false
	for _, w := range wordsOf(r.page.Document.Passages[lead].Text) {
		attended = attended || w == "attended" || w == "participated" || w == "participants" || w == "present"
	}
	if !attended {
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
