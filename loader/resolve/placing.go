package resolve

import "slices"

// placing sorts things that are compatible without being alike: compatible is
// not transitive, so the precise are placed first and the vague join only what
// alone fits them.
type placing struct {
	n     int
	level func(i int) int                // the lower are placed first
	alike func(i, j int) bool            // within one level: the same thing
	near  func(i int) []string           // where set: what is alike has one of these in common
	fits  func(i int, placed []int) bool // i can be told of what was placed before
	clash func(i, j int) bool            // where set: two of one level that cannot join the same
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
	p.joinAlike(u, level)
	bySet := map[int][]int{}
	var roots []int
	for _, i := range level {
		r := u.find(i)
		if bySet[r] == nil {
			roots = append(roots, r)
		}
		bySet[r] = append(bySet[r], i)
	}
	want := make([][]int, len(placed)) // roots of the sets that one alone fits
	var fresh [][]int
	for _, r := range roots {
		if c := p.home(bySet[r], placed); c >= 0 {
			want[c] = append(want[c], r)
		} else {
			fresh = append(fresh, bySet[r])
		}
	}
	for c, list := range want {
		to := placed[c][0]
		for _, r := range list {
			if p.clashes(r, list, bySet) {
				fresh = append(fresh, bySet[r])
				continue
			}
			u.join(r, to)
			placed[c] = append(placed[c][:len(placed[c]):len(placed[c])], bySet[r]...)
		}
	}
	return append(placed, fresh...)
}

// home is the one of what was placed that all of a set fit, -1 where it is none
// or several.
func (p *placing) home(set []int, placed [][]int) int {
	found := -1
	for c := range placed {
		if slices.ContainsFunc(set, func(i int) bool { return !p.fits(i, placed[c]) }) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c
	}
	return found
}

// clashes reports whether another set that wants the same home cannot share it.
func (p *placing) clashes(r int, others []int, bySet map[int][]int) bool {
	if p.clash == nil {
		return false
	}
	for _, o := range others {
		if o == r {
			continue
		}
		for _, i := range bySet[r] {
			if slices.ContainsFunc(bySet[o], func(j int) bool { return p.clash(i, j) }) {
				return true
			}
		}
	}
	return false
}

// joinAlike joins what is alike within a level.
func (p *placing) joinAlike(u union, level []int) {
	groups := map[string][]int{"": level}
	if p.near != nil {
		groups = map[string][]int{}
		for _, i := range level {
			for _, k := range p.near(i) {
				groups[k] = append(groups[k], i)
			}
		}
	}
	for _, group := range groups {
		for x, i := range group {
			for _, j := range group[:x] {
				if u.find(i) != u.find(j) && p.alike(i, j) {
					u.join(i, j)
				}
			}
		}
	}
}
