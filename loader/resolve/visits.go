package resolve

import (
	"slices"
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

func visitKeys(m string) []string {
	v := one[visit](m)
	if v.Alone != "" {
		return nil
	}
	return v.pairs()
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
	if _, end, err := graph.Days(v.End); err == nil && end > v.last {
		v.last = end
	}
}

// partitionVisits places the members in order: the more precise date first,
// of one precision those that took place, then those that did not, then the
// planned. Those alike are one: by overlapping days where they are known, else
// by the same period. Each such set joins what is there already where exactly
// one stay fits it, and is a stay of its own otherwise.
func partitionVisits(members []string) map[string]string {
	all := unpack[visit](members)
	for i := range all {
		all[i].prepare()
	}
	p := placing{n: len(all)}
	p.level = func(i int) int { return (3-precision(all[i].Start))*3 + all[i].Fate }
	p.alike = func(i, j int) bool {
		a, b := &all[i], &all[j]
		switch precision(a.Start) {
		case 3:
			return a.first <= b.last && b.first <= a.last && shareAny(a.stays, b.stays)
		case 2:
			return a.Start == b.Start && shareAny(a.stays, b.stays)
		}
		return a.Start == b.Start && slices.Equal(a.Leaders, b.Leaders) && shareAny(a.stays, b.stays)
	}
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
func visitFits(all []visit, i int, stay []int) bool {
	v := &all[i]
	meets := v.Start == ""
	for _, j := range stay {
		o := &all[j]
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

// placing sorts things that are compatible without being alike: compatible is
// not transitive, so the precise are placed first and the vague join only what
// alone fits them.
type placing struct {
	n     int
	level func(i int) int                // the lower are placed first
	alike func(i, j int) bool            // within one level: the same thing
	fits  func(i int, placed []int) bool // i can be told of what was placed before
}

// run gives the sets. They do not depend on the order of the numbers within a
// level: what is alike is joined first, and each set of a level looks only at
// the levels before it.
func (p *placing) run() union {
	u := newUnion(p.n)
	levels := map[int][]int{}
	var order []int
	for i := range p.n {
		l := p.level(i)
		if levels[l] == nil {
			order = append(order, l)
		}
		levels[l] = append(levels[l], i)
	}
	slices.Sort(order)
	var placed [][]int
	for _, l := range order {
		placed = p.place(u, levels[l], placed)
	}
	return u
}

func (p *placing) place(u union, level []int, placed [][]int) [][]int {
	for x, i := range level {
		for _, j := range level[:x] {
			if p.alike(i, j) {
				u.join(i, j)
			}
		}
	}
	bySet := map[int][]int{}
	var roots []int
	for _, i := range level {
		r := u.find(i)
		if bySet[r] == nil {
			roots = append(roots, r)
		}
		bySet[r] = append(bySet[r], i)
	}
	joined := make([][]int, len(placed))
	var fresh [][]int
	for _, r := range roots {
		var found []int
		for c := range placed {
			all := true
			for _, i := range bySet[r] {
				all = all && p.fits(i, placed[c])
			}
			if all {
				found = append(found, c)
			}
		}
		if len(found) != 1 {
			fresh = append(fresh, bySet[r])
			continue
		}
		u.join(r, placed[found[0]][0])
		joined[found[0]] = append(joined[found[0]], bySet[r]...)
	}
	for c := range placed {
		placed[c] = append(placed[c], joined[c]...)
	}
	return append(placed, fresh...)
}

// monthName is a date in words: "April 2022", "24 April 2024".
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
