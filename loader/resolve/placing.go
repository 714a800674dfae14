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
