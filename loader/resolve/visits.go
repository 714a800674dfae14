package resolve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	Alone   string   `json:"a,omitempty"` // set where leader or destination is missing: document and entity

	stays       []string // leader and destination, of each
	first, last string   // days
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
	return pack(v)
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
	if end := v.last[:4]; end != years[0] { // the next one: no stay is longer
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
			if m >= v.last[:7] {
				break
			}
		}
	}
	return out
}

func nextMonth(month string) string {
	year, _ := strconv.Atoi(month[:4])
	m, _ := strconv.Atoi(month[5:])
	if m == 12 {
		year, m = year+1, 0
	}
	return fmt.Sprintf("%04d-%02d", year, m+1)
}

// partitionVisits places the members in order: the more precise date first,
// of one precision those that took place, then those that did not, then the
// planned. Those alike are one: by overlapping days where they are known, else
// by the same period. Each such set joins what is there already where exactly
// one stay fits it, and is a stay of its own otherwise.
func partitionVisits(members []string, all []*visit) map[string]string {
	p := placing{n: len(all)}
	p.level = func(i int) int {
		if all[i].of != "" {
			return -1
		}
		return (3-precision(all[i].Start))*3 + all[i].Fate
	}
	p.alike = func(i, j int) bool {
		a, b := all[i], all[j]
		if a.of != "" {
			return a.of == b.of
		}
		switch precision(a.Start) {
		case 3:
			return a.first <= b.last && b.first <= a.last && shareAny(a.stays, b.stays)
		case 2:
			return a.Start == b.Start && shareAny(a.stays, b.stays)
		}
		return a.Start == b.Start && slices.Equal(a.Leaders, b.Leaders) && shareAny(a.stays, b.stays)
	}
	p.near = func(i int) []string { return all[i].near() }
	p.fits = func(i int, stay []int) bool { return visitFits(all, i, stay) }
	return p.run().assign(members, func(a, b int) bool {
		if x, y := p.level(a), p.level(b); x != y {
			return x < y
		}
		return members[a] < members[b]
	})
}

// visitFits reports whether a member can be told of a stay: it took place or
// did not like it, some day is common, and, where days are not known to the
// month, all of its leaders were on it.
func visitFits(all []*visit, i int, stay []int) bool {
	v := all[i]
	meets := v.Start == ""
	for _, j := range stay {
		o := all[j]
		if v.Fate+o.Fate == tookPlace+calledOff && v.Fate != o.Fate {
			return false
		}
		meets = meets || o.Start != "" && v.first <= o.last && o.first <= v.last
	}
	if !meets {
		return false
	}
	made := func(pair string) bool {
		return slices.ContainsFunc(stay, func(j int) bool { return slices.Contains(all[j].stays, pair) })
	}
	if precision(v.Start) >= 2 {
		return slices.ContainsFunc(v.stays, made)
	}
	return !slices.ContainsFunc(v.stays, func(pair string) bool { return !made(pair) })
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
