package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// columns are what the columns of a table of journeys hold, by number; -1 where
// there is none.
type columns struct{ who, country, city, day, trip int }

// readRow reads a row of a table of journeys: where somebody went and when. Who
// is in the row, or is whom the page or the section is about.
func (r *reader) readRow(s *sentence) {
	c, ok := r.columns(s.passage)
	if !ok {
		r.readExchange(s)
		return
	}
	cells := s.cells()
	at := func(i int) [2]int {
		if i < 0 || i >= len(cells) {
			return [2]int{}
		}
		return cells[i]
	}
	dest := s.cellPlace(at(c.country))
	if city := s.cellPlace(at(c.city)); city.state != "" && (dest.state == "" || dest.state == city.state) {
		dest = city
	}
	who, _ := r.people(s, at(c.who)[0], at(c.who)[1])
	if s.holds([]string{"same", "ditto", "idem"}, at(c.who)[0], at(c.who)[1]) {
		who = r.rowWho
	}
	r.rowWho = who
	weak := ""
	if c.trip >= 0 && dest.state == "" {
		who, dest = r.cellTrip(s, at(c.trip))
	} else if c.who < 0 {
		who, weak = r.traveller(s.passage), "inherited-people"
	}
	who = r.foreign(who, dest.state)
	d := s.cellDate(at(c.day))
	if d == nil && c.day >= 0 {
		d = r.rowDays(s, at(c.day))
	}
	if dest.state == "" || len(who) == 0 || c.day >= 0 && d == nil {
		r.trace.missed(s.passage, "visit.row", "", missRow)
		return
	}
	v := &visit{leaders: who, to: dest.state, place: dest.city, status: "completed", told: told{rule: "visit.row"}}
	v.weaken(weak)
	if slices.ContainsFunc(s.slots, func(sl slot) bool { return sl.kind == slotWord && slices.Contains(strings.Fields(sl.value), "cancel") }) {
		v.status = "cancelled"
	}
	v.kind = s.visitKind(0, len(s.slots))
	if d != nil {
		v.start, v.end = r.sectionYear(s.passage, d, d.From), r.sectionYear(s.passage, d, d.To)
	}
	r.settleStatus(s, v, &hit{frame: &frame{}, slot: 0})
	r.keep(s, v, &match{from: min(dest.slot, at(c.day)[0]), verb: dest.slot, to: max(dest.slot+1, at(c.day)[1])})
	if v.status == "completed" {
		r.metInRow(s, v)
	}
}

// columns reads the heads of the table that a row belongs to. It is one of
// journeys where it has a column for the place, and one for the day or the
// traveller, and is not one of guests received.
func (r *reader) columns(row int) (columns, bool) {
	c := columns{-1, -1, -1, -1, -1}
	heads := r.tableHeads(row)
	if heads == nil || r.aboutGuests(r.page.Document.Passages[row].Head) {
		return c, false
	}
	for i, ws := range heads {
		has := ws.has
		switch {
		case c.day < 0 && has("date", "dates", "when", "day", "days", "period"):
			c.day = i
		case c.country < 0 && has("country", "countries", "destination", "destinations", "state", "nation", "visited"):
			c.country = i
		case c.city < 0 && has("city", "cities", "place", "places", "locale", "locales", "location", "locations", "area", "areas", "venue", "where"):
			c.city = i
		case c.who < 0 && has("visitor", "leader", "official", "name", "president", "minister", "traveller", "traveler", "who", "delegation", "dignitary"):
			c.who = i
		case c.trip < 0 && has("trip", "trips", "journey", "journeys", "visit", "visits"):
			c.trip = i
		}
	}
	return c, (c.country >= 0 || c.city >= 0) && (c.day >= 0 || c.who >= 0) || c.trip >= 0 && c.day >= 0
}

// columnHead is the folded words of the head of a table's column.
type columnHead []string

// has reports whether one of some words is among the head's.
func (h columnHead) has(words ...string) bool {
	return slices.ContainsFunc(h, func(w string) bool { return slices.Contains(words, w) })
}

// tableHeads are the heads of the columns of the table that a row belongs to,
// nil for the row that holds them.
func (r *reader) tableHeads(row int) []columnHead {
	ps := r.page.Document.Passages
	if ps[row].Head == row {
		return nil
	}
	_, names := cellsOf(ps[ps[row].Head].Text)
	heads := make([]columnHead, len(names))
	for i, name := range names {
		heads[i] = wordsOf(name)
	}
	return heads
}

// aboutGuests reports whether the nearest heading above speaks of visits
// received, whose countries are where the guests came from.
func (r *reader) aboutGuests(head int) bool {
	for i := head - 1; i >= 0; i-- {
		if r.page.Document.Passages[i].Kind != text.Heading {
			continue
		}
		for _, w := range wordsOf(r.page.Document.Passages[i].Text) {
			switch w {
			case "received", "hosted", "incoming", "guests", "inbound":
				return true
			}
		}
		return false
	}
	return false
}

// traveller is whose journeys a table lists that has no column for them: the
// one person named by the nearest heading, caption or lead that speaks of
// journeys.
func (r *reader) traveller(row int) []int {
	for i := row - 1; i >= 0; i-- {
		p := &r.page.Document.Passages[i]
		if p.Kind == text.Row || p.Kind == text.Item {
			continue
		}
		journeys := false
		for _, w := range wordsOf(p.Text) {
			journeys = journeys || w == "trips" || w == "visits" || w == "travels" || w == "journeys" || w == "tours" || w == "visit" || w == "trip" || w == "travel"
		}
		if !journeys {
			continue
		}
		var who []int
		for _, m := range r.page.Mentions[i] {
			if (m.Kind == mention.Person || m.Kind == mention.Role) && m.Entity >= 0 && !slices.Contains(who, m.Entity) {
				who = append(who, m.Entity)
			}
		}
		if len(who) == 1 {
			return who
		}
	}
	return nil
}

// sectionYear gives a date without a year of its own that of the section, where
// its heading is one.
func (r *reader) sectionYear(row int, d *mention.Period, day string) string {
	if !d.Yearless || len(day) < 7 {
		return day
	}
	for i := row - 1; i >= 0; i-- {
		p := &r.page.Document.Passages[i]
		if p.Kind != text.Heading {
			continue
		}
		if t := strings.TrimSpace(p.Text); len(t) >= 4 && len(t) < 30 {
			for _, w := range wordsOf(t) {
				if len(w) == 4 && w >= "1900" && w < "2100" {
					return w + day[4:]
				}
			}
		}
		return day
	}
	return day
}

// cells are the stretches of slots between a row's bars.
func (s *sentence) cells() [][2]int {
	var out [][2]int
	from := 0
	for k := range s.slots {
		if s.slots[k].kind == slotMark && s.slots[k].word == "|" {
			out, from = append(out, [2]int{from, k}), k+1
		}
	}
	return append(out, [2]int{from, len(s.slots)})
}

// cellPlace is the first place that a cell names.
func (s *sentence) cellPlace(cell [2]int) place {
	for k := cell[0]; k < cell[1]; k++ {
		if p, end := s.place(k); end > k {
			return p
		}
	}
	return place{}
}

func (s *sentence) cellDate(cell [2]int) *mention.Period {
	for k := cell[0]; k < cell[1]; k++ {
		if s.slots[k].kind == slotDate && s.slots[k].m.Period != nil && s.slots[k].m.Period.From != "" {
			return s.slots[k].m.Period
		}
	}
	return nil
}
