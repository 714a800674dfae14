package claim

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// readEntries reads the entries of a diary that have no verb of their own: "X
// in Oslo, her first stop", "X to Oslo and Lima, 3–5 May", "Oslo: X and Y". In
// other texts only those that tell their day are read.
func (r *reader) readEntries(s *sentence) (out []*visit) {
	if !s.has["L"] || s.asks() {
		return r.readStops(s)
	}
	from := 0
	for k := 0; k <= len(s.slots); k++ {
		if k < len(s.slots) && s.slots[k].word != ";" && !s.nextEntry(k) {
			continue
		}
		vs := r.travelEntry(s, from, k)
		if len(vs) == 0 && r.inDiary() {
			vs = r.placeEntry(s, from, k)
		}
		out = append(out, vs...)
		if from = k; !s.nextEntry(k) {
			from = k + 1
		}
	}
	return out
}

// nextEntry reports whether an entry begins at a slot behind a month whose stop
// ends the one before: "X to Oslo, 3 Feb. Y to Lima".
func (s *sentence) nextEntry(k int) bool {
	return k > 0 && k < len(s.slots) && s.slots[k].kind == slotLeader && s.slots[k-1].kind == slotDate && strings.HasSuffix(s.text[:s.slots[k].start], ". ")
}

// inDiary reports whether the text stands below a day, or below what is to come.
func (r *reader) inDiary() bool { return r.focus.ahead || r.daily && r.focus.day != "" }

// travelEntry is the stay that slots tell of by a person and a place alone.
func (r *reader) travelEntry(s *sentence, from, to int) (out []*visit) {
	who, k := r.entryPeople(s, from, to)
	for k < to && entryWord(s.slots[k].word) {
		k++
	}
	if len(who) == 0 || k+1 >= to || s.slots[k].word != "in" && s.slots[k].word != "to" {
		return nil
	}
	legs := s.itinerary(k + 1)
	if len(legs) == 0 {
		return nil
	}
	last := legs[len(legs)-1].slot
	if s.verbOfLine(from, s.entryEnd(last+1, to)) >= 0 {
		return nil
	}
	d := s.dayBehind(last+1, to)
	if d == nil && !r.inDiary() {
		return nil
	}
	for i := range legs {
		if v := r.entered(s, who, &legs[i], d, len(legs)); v != nil {
			out = append(out, r.keep(s, v, &match{from: from, verb: k, to: last + 1}))
		}
	}
	return out
}

// entryPeople are the people with whom slots begin, and the slot behind them.
func (r *reader) entryPeople(s *sentence, from, to int) ([]int, int) {
	for from < to && s.slots[from].kind == slotMark {
		from++
	}
	k, named := from, false
	for k < to {
		switch sl := &s.slots[k]; {
		case sl.kind == slotLeader && sl.m.Kind != mention.Pronoun && sl.m.Entity >= 0:
			named = true
		case named && (sl.word == "," || sl.word == "and" || sl.word == "&"):
		default:
			who, _ := r.people(s, from, k)
			return who, k
		}
		k++
	}
	who, _ := r.people(s, from, k)
	return who, k
}

// entryWord reports whether a word may stand between a traveller and the place
// of an entry.
func entryWord(w string) bool {
	switch w {
	case "again", "off", "also", "then", "next", "today", "on", "for", "talks", "due", "still", "now":
		return true
	}
	return false
}

// entryEnd is the first mark that ends a clause between two slots, the comma
// before a date aside.
func (s *sentence) entryEnd(from, to int) int {
	for k := from; k < to; k++ {
		switch s.slots[k].word {
		case ",":
			if k+1 < to && s.slots[k+1].kind == slotDate {
				continue
			}
			return k
		case ";", ":", "(", ".":
			return k
		}
	}
	return to
}

// dayBehind is the day told right behind a slot, nil where none is.
func (s *sentence) dayBehind(from, to int) *mention.Period {
	for k := from; k < to && k < from+5; k++ {
		switch sl := &s.slots[k]; {
		case sl.kind == slotDate && sl.m.Period != nil && len(sl.m.Period.From) == 10 && s.eventDate(k):
			return sl.m.Period
		case sl.word != "," && sl.word != "on" && sl.word != "from" && sl.word != "the" && sl.word != "(":
			return nil
		}
	}
	return nil
}

// entered is the visit of people to one place of an entry, with its own day,
// that of all, or that of the section; nil where all are at home there.
func (r *reader) entered(s *sentence, who []int, pl *leg, d *mention.Period, legs int) *visit {
	guests := r.foreign(who, pl.state)
	if len(guests) == 0 || pl.state == "" {
		return nil
	}
	v := &visit{leaders: guests, to: pl.state, place: pl.city, status: "completed", told: told{rule: "visit.entry"}}
	v.hosts = r.home(who, pl.state)
	switch {
	case pl.period != nil:
		v.start, v.end = pl.period.From, pl.period.To
	case d != nil:
		if v.start, v.end = d.From, d.To; legs > 1 && (v.end == "" || v.end > addDays(v.start, 2)) {
			v.coarse()
		}
	case !r.focus.ahead && r.focus.day != "":
		v.start, v.end = r.focus.day, r.focus.dayEnd
		v.weaken("inherited-date")
	}
	if r.focus.ahead || r.page.Published != "" && v.start > r.page.Published {
		v.status = "planned"
	}
	return v
}

// placeEntry is the stay that an entry tells of by its place and its people:
// "Oslo: X sees Y", "Oslo again: X and Y". Whoever is at home there is the host;
// an entry with a verb needs one.
func (r *reader) placeEntry(s *sentence, from, to int) []*visit {
	pl, k := s.entryPlace(from, to)
	if pl.state == "" {
		return nil
	}
	who, end := r.entryPeople(s, k, to)
	if len(who) == 0 || s.holds(farWords, k, to) {
		return nil
	}
	if end < to && s.slots[end].word != "." {
		rest, _ := r.people(s, end, to)
		hosts := r.home(append(slices.Clone(who), rest...), pl.state)
		if len(hosts) == 0 || s.elsewhere(s.verbOfLine(end-1, to)) {
			return nil
		}
		who = append(r.foreign(who, pl.state), hosts...)
	}
	v := r.entered(s, who, &leg{place: pl}, nil, 1)
	if v == nil {
		return nil
	}
	return []*visit{r.keep(s, v, &match{from: from, verb: k, to: end})}
}

// elsewhere reports whether a verb tells what need not happen in one place: it
// is negated, or its subject suffers it otherwise than as a guest.
func (s *sentence) elsewhere(verb int) bool {
	if verb < 0 {
		return false
	}
	v := &s.shape().Verbs[verb]
	return v.Negated || v.Passive && !s.classed(v.Head, []string{"host", "met", "greeted", "seen", "feted", "entertained"})
}

// farWords tell of what people at two places do with each other.
var farWords = []string{"phone", "phones", "phoned", "telephone", "telephones", "call", "calls", "called", "writes", "letter", "message", "video", "online", "by_phone", "says", "said", "tells", "told", "invites", "invited", "warns", "accuses", "not", "cancels", "cancelled", "postponed", "postpones", "sends", "back", "returns", "home"}

// entryPlace is the place that heads an entry before a colon or a dash, and the
// slot behind.
func (s *sentence) entryPlace(from, to int) (place, int) {
	for from < to && s.slots[from].kind == slotMark {
		from++
	}
	if from+1 >= to || s.slots[from].kind != slotCapital && s.slots[from].kind != slotState {
		return place{}, from
	}
	pl, k := s.place(from)
	if k < to && (s.slots[k].word == "again" || s.slots[k].word == "also") {
		k++
	}
	if k < to && (s.slots[k].word == ":" || s.slots[k].word == "–" || s.slots[k].word == "—") {
		return pl, k + 1
	}
	return place{}, from
}

// gatheringHead is the place that heads an entry together with what people
// gather there for: "Oslo: farm summit."
func (r *reader) gatheringHead(s *sentence) place {
	if !r.inDiary() || len(s.slots) > 12 || s.has["L"] || s.verbOfLine(0, len(s.slots)) >= 0 {
		return place{}
	}
	pl, k := s.entryPlace(0, len(s.slots))
	for ; pl.state != "" && k < len(s.slots); k++ {
		if occasion(s.slots[k].word) {
			return pl
		}
	}
	return place{}
}

// sceneOf is the place that a short sentence without people sets for the rest
// of its entry: "Oslo is busy."
func (r *reader) sceneOf(s *sentence) place {
	if r.sameParagraph(s.passage) || len(s.slots) < 3 || len(s.slots) > 8 || s.has["L"] || s.slots[0].kind != slotCapital || !s.verb(1, "state") {
		return place{}
	}
	pl, _ := s.place(0)
	return pl
}

// readStops reads the stops of the journey just told of: "Itinerary: Kenya,
// Uganda (22–23), Rwanda (24)".
func (r *reader) readStops(s *sentence) (out []*visit) {
	o := r.focus.visit
	if o == nil || s.passage-r.focus.at > 1 || len(s.slots) < 4 || s.slots[1].word != ":" || !slices.Contains(stopHeads, s.slots[0].word) || len(o.start) < 7 {
		return nil
	}
	for k := 2; k < len(s.slots); k++ {
		pl, end := s.place(k)
		if end == k {
			continue
		}
		k = end - 1
		l := &leg{place: pl, period: s.daysBeside(end, o.start)}
		if pl.state == o.to || l.period == nil {
			continue
		}
		v := r.entered(s, o.leaders, l, nil, 1)
		if v == nil {
			continue
		}
		v.weaken("pronoun")
		out = append(out, r.keep(s, v, &match{from: 0, verb: end - 1, to: end}))
	}
	return out
}

// stopHeads are words that open a list of a journey's stops.
var stopHeads = []string{"itinerary", "route", "stops", "programme", "program", "schedule"}

// daysBeside are the days that stand in brackets behind a place as bare
// numbers, in the month of another day or the one after; nil where none do.
func (s *sentence) daysBeside(k int, near string) *mention.Period {
	if s.foldAt(k) != "(" {
		return nil
	}
	day := func(at int) string {
		n, err := strconv.Atoi(s.foldAt(at))
		if err != nil || n < 1 || n > 31 {
			return ""
		}
		d := near[:8] + strings.Repeat("0", 2-len(strconv.Itoa(n))) + strconv.Itoa(n)
		if d < near {
			if d = addDays(near[:8]+"28", 4); n > 28 {
				return ""
			}
			d = d[:8] + strings.Repeat("0", 2-len(strconv.Itoa(n))) + strconv.Itoa(n)
		}
		return d
	}
	if len(near) != 10 {
		return nil
	}
	p := &mention.Period{From: day(k + 1)}
	if s.foldAt(k+2) != ")" {
		p.To = day(k + 3)
	}
	if p.From == "" || s.foldAt(k+2) != ")" && (p.To <= p.From || s.foldAt(k+4) != ")") {
		return nil
	}
	return p
}
