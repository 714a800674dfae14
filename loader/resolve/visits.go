package resolve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
)

// visit is a member: who went where and when, and whether it came to pass.
type visit struct {
	Leaders []string `json:"l,omitempty"` // clusters, sorted
	To      []string `json:"t,omitempty"` // codes, sorted
	Start   string   `json:"s,omitempty"`
	End     string   `json:"e,omitempty"`
	Fate    int      `json:"f,omitempty"` // took place, did not, planned
	On      string   `json:"o,omitempty"` // where no day is known: one on which a text was signed on it
	Told    string   `json:"d,omitempty"` // where no month is known: that of the document's publication
	Alone   string   `json:"a,omitempty"` // set where leader or destination is missing: document and entity

	stays       []string // leader and destination, of each
	first, last string   // days; months where it stands for a cluster
	of          string   // set where it stands for a cluster of dated visits
}

// The fates of a visit, as far as they tell visits apart: one that did not
// take place is none that did; a planned one may turn out either way.
const (
	tookPlace = iota
	calledOff
	onlyPlanned
)

func visitMember(s *said, e *claim.Entity) string {
	v := visit{Start: text(e, "startDate"), End: text(e, "endDate")}
	if v.Start == "" {
		v.Start, v.End = v.End, ""
	}
	switch text(e, "status") {
	case "cancelled", "denied":
		v.Fate = calledOff
	case "planned":
		v.Fate = onlyPlanned
	}
	v.Leaders = s.related(e.Ref, "MADE", false)
	v.To = s.related(e.Ref, "TO", true)
	if len(v.Leaders) == 0 || len(v.To) == 0 {
		v.Alone = s.sha + " " + string(e.Ref)
	}
	if p := precision(v.Start); p == 1 || p == 2 {
		v.On = s.signedOn(e)
	}
	if precision(v.Start) < 2 {
		if v.Told = s.toldIn(v.Fate); v.Start != "" && v.Fate == tookPlace && !strings.HasPrefix(v.Told, v.Start) {
			v.Told = "" // an earlier year: whenever it is told
		}
	}
	return pack(v)
}

// signedOn is the one day within what is known of a visit on which, as the
// document has it, texts were signed on it.
func (s *said) signedOn(e *claim.Entity) string {
	day := ""
	for _, f := range s.to[e.Ref] {
		signed := text(s.entities[f.From], "signedOn")
		if f.Type != "SIGNED_DURING" || precision(signed) < 3 || !strings.HasPrefix(signed, text(e, "startDate")) {
			continue
		}
		if day != "" && day != signed {
			return ""
		}
		day = signed
	}
	return day
}

// toldIn is the month of a document's publication, of those that it may be the
// one that bounds least: what took place did so by then, what is planned is
// yet to come.
func (s *said) toldIn(fate int) string {
	first, last, err := graph.Days(s.Document.PublishedOn)
	switch {
	case err != nil:
		return ""
	case fate == onlyPlanned:
		return first[:7]
	}
	return last[:7]
}

// related lists the clusters at the other ends of an entity's facts of a type,
// going out or coming in, sorted, each once.
func (s *said) related(ref claim.Ref, kind string, out bool) []string {
	facts := s.to[ref]
	if out {
		facts = s.from[ref]
	}
	var list []string
	for _, f := range facts {
		if f.Type != kind {
			continue
		}
		other := f.From
		if out {
			other = f.To
		}
		list = append(list, s.clusters[other])
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// visitKeys: each stay in each year of it, so that one more visit does not read
// all of a busy leader's; the undated are by themselves, and placed last.
func visitKeys(v *visit) []string {
	if v.Alone != "" {
		return nil
	}
	if v.Start == "" {
		return v.stays
	}
	years := []string{v.first[:4]}
	if end := v.until()[:4]; end != years[0] { // the next one: no stay is longer
		years = append(years, end)
	}
	var keys []string
	for _, stay := range v.stays {
		for _, year := range years {
			keys = append(keys, stay+" "+year)
		}
	}
	return keys
}

// until is the last day on which a stay may go on that is told otherwise: the
// one after its last, where days are known.
func (v *visit) until() string {
	if precision(v.Start) == 3 {
		return nextDay(v.last)
	}
	return v.last
}

func (v *visit) pairs() []string {
	var out []string
	for _, l := range v.Leaders {
		for _, t := range v.To {
			out = append(out, l+" "+t)
		}
	}
	return out
}

// prepare works out what is compared often.
func (v *visit) prepare() {
	v.stays = v.pairs()
	v.first, v.last, _ = graph.Days(v.Start)
	if v.On != "" {
		v.first, v.last = v.On, v.On
		return
	}
	_, end, err := graph.Days(v.End)
	if err != nil || end <= v.last {
		return
	}
	if year, _ := strconv.Atoi(v.first[:4]); end <= fmt.Sprintf("%04d%s", year+1, v.first[4:]) {
		v.last = end // no stay is longer than a year: such an end is misread
	}
}

// near lists what two members have in common if they are alike: a stay, and a
// month of it, or the same date.
func (v *visit) near() []string {
	if v.of != "" {
		return []string{v.of}
	}
	var out []string
	for _, stay := range v.stays {
		if precision(v.Start) < 3 {
			out = append(out, stay+" "+v.Start)
			continue
		}
		for m := v.first[:7]; ; m = nextMonth(m) {
			out = append(out, stay+" "+m)
			if m >= v.until()[:7] {
				break
			}
		}
	}
	return out
}

func nextMonth(month string) string {
	if month == "" {
		return ""
	}
	year, _ := strconv.Atoi(month[:4])
	m, _ := strconv.Atoi(month[5:])
	if m == 12 {
		year, m = year+1, 0
	}
	return fmt.Sprintf("%04d-%02d", year, m+1)
}

// nextDay is the day after one.
func nextDay(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// partitionVisits places the members in order: the more precise date first,
// of one precision those that took place, then those that did not, then the
// planned. Those alike are one: by overlapping or adjoining days where they are
// known, else by the same period. Each such set joins what is there already
// where exactly one stay fits it, and is a stay of its own otherwise.
func partitionVisits(members []string, all []*visit) map[string]string {
	p := placing{n: len(all)}
	p.level = func(i int) int { return all[i].vagueness() }
	p.alike = func(i, j int) bool { return all[i].alike(all[j]) }
	p.near = func(i int) []string { return all[i].near() }
	p.fits = func(i int, stay []int) bool { return visitFits(all, i, stay) }
	return p.run().assign(members, func(a, b int) bool {
		if x, y := p.level(a), p.level(b); x != y {
			return x < y
		}
		return members[a] < members[b]
	})
}

// vagueness orders visits: what is told more of has the lesser number.
func (v *visit) vagueness() int {
	if v.of != "" {
		return -1
	}
	p := precision(v.Start)
	n := ((3-p)*3 + v.Fate) * 4
	if p < 3 && v.On == "" {
		n += 2
	}
	if p < 2 && v.Told == "" {
		n++
	}
	return n
}

// alike reports whether two visits that are told equally precisely are one stay.
func (v *visit) alike(o *visit) bool {
	if v.of != "" {
		return v.of == o.of
	}
	if !shareAny(v.stays, o.stays) || v.On != o.On {
		return false
	}
	switch precision(v.Start) {
	case 3:
		return v.first <= o.until() && o.first <= v.until()
	case 2:
		return v.Start == o.Start
	}
	return v.Start == o.Start && slices.Equal(v.Leaders, o.Leaders) && (v.Told == o.Told || nextMonth(v.Told) == o.Told || nextMonth(o.Told) == v.Told)
}

// visitFits reports whether a member can be told of a stay: it took place or
// did not like it, some day is common, and the document is of a time that can
// tell of it. Where days are not known to the month, all of its leaders were on
// the stay, or it is news: of a stay that took place about when it was told.
func visitFits(all []*visit, i int, stay []int) bool {
	v := all[i]
	meets := v.Start == ""
	for _, j := range stay {
		o := all[j]
		if v.Fate+o.Fate == tookPlace+calledOff && v.Fate != o.Fate {
			return false
		}
		last := o.last
		if v.On != "" { // the day after one that is told may be of the same stay
			last = o.until()
		}
		meets = meets || o.Start != "" && v.first <= last && o.first <= v.last
	}
	told := make([]*visit, len(stay))
	for n, j := range stay {
		told[n] = all[j]
	}
	from, to := monthsOf(told)
	if !meets || !v.timely(from, to) {
		return false
	}
	made := func(pair string) bool {
		return slices.ContainsFunc(stay, func(j int) bool { return slices.Contains(all[j].stays, pair) })
	}
	news := v.Fate == tookPlace && v.Told != "" && (from == v.Told || nextMonth(from) == v.Told)
	if precision(v.Start) >= 2 || news {
		return slices.ContainsFunc(v.stays, made)
	}
	return !slices.ContainsFunc(v.stays, func(pair string) bool { return !made(pair) })
}

// monthsOf are the first and last month of a stay, by those of its visits that
// know best; of one without any date, the months in which it was told.
func monthsOf(stay []*visit) (from, to string) {
	best := -1
	for _, v := range stay {
		p, first, last := precision(v.Start), v.Told, v.Told
		if v.first != "" {
			first, last = v.first[:7], v.last[:7]
		}
		switch {
		case first == "" || p < best:
		case p > best:
			best, from, to = p, first, last
		default:
			from, to = min(from, first), max(to, last)
		}
	}
	return from, to
}

// timely reports whether a visit whose month is not known can be the stay of
// some months: one that took place did so by the month in which it was told, a
// planned one comes after it, within a year.
func (v *visit) timely(from, to string) bool {
	if v.Told == "" || from == "" {
		return true
	}
	switch v.Fate {
	case tookPlace:
		return from <= v.Told
	case onlyPlanned:
		year, _ := strconv.Atoi(v.Told[:4])
		return v.Told <= to && from <= fmt.Sprintf("%04d%s", year+1, v.Told[4:])
	}
	return true
}

// precision is 3 for a day, 2 for a month, 1 for a year, 0 for no date.
func precision(date string) int {
	switch len(date) {
	case 10:
		return 3
	case 7:
		return 2
	case 4:
		return 1
	}
	return 0
}

func shareAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// inWords is a date in words: "April 2022", "24 April 2024".
func inWords(date string) string {
	months := [...]string{"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December"}
	if precision(date) < 2 {
		return date
	}
	m := int(date[5]-'0')*10 + int(date[6]-'0')
	words := months[m-1] + " " + date[:4]
	if precision(date) == 3 {
		words = strings.TrimPrefix(date[8:], "0") + " " + words
	}
	return words
}
