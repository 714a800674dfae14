package resolve

import (
	"maps"
	"slices"
	"strconv"
)

// What is remembered of stays, so that an undated visit can be placed among
// all of its leader's at its destination without reading them:
//
//	stay/<leader, state> → outlines of the clusters of dated visits, as many as clusters have it
//	outline/<outline>    → the clusters' representatives

// outline is what it takes to see whether an undated visit fits a cluster of
// dated ones. No more differ than there are months with stays in them.
type outline struct {
	Stays  []string  `json:"s"` // leader and destination of each, sorted
	Months [2]string `json:"m"` // the first and the last
	Took   bool      `json:"t,omitempty"`
	Off    bool      `json:"o,omitempty"`
}

// undated places the visits without a date, after all others.
type undated struct {
	visits   *packed[visit]
	outlines *packed[outline]
	noted    [2]map[string]string // representative → outline, as far as remembered
}

func newUndated(visits *packed[visit]) *undated {
	return &undated{visits, newPacked[outline](nil), [2]map[string]string{{}, {}}}
}

func stayKey(stay string) string { return key("stay", stay) }

func outlineKey(line string) string { return key("outline", line) }

// place decides the undated members of the given clusters, and those of the
// stays where clusters of dated members have changed.
func (u *undated) place(w *world, clusters *[2]map[string]string) error {
	clusters[after] = maps.Clone(clusters[after]) // may be the same as before
	stays := u.note(w, clusters)
	for _, side := range clusters {
		for m := range side {
			if v := u.visits.one(m); v.Start == "" {
				stays = append(stays, v.stays...)
			}
		}
	}
	all, err := u.explore(w, stays)
	if err != nil || len(all.members) == 0 {
		return err
	}
	var placed [2]map[string]string
	var keys []string
	for side := range placed {
		placed[side] = u.partition(w, all, side)
		for _, rep := range placed[side] {
			if all.outlines[rep] != "" {
				keys = append(keys, outlineKey(rep))
			}
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	for side := range placed {
		for m, rep := range placed[side] {
			if all.outlines[rep] != "" { // one cluster alone has it
				for rep = range w.view.read(outlineKey(rep), side) {
				}
			}
			clusters[side][m] = rep
		}
	}
	return nil
}

// note remembers the outlines of clusters of dated members, each once a step,
// and lists the stays of those that are not alike on both sides.
func (u *undated) note(w *world, clusters *[2]map[string]string) (changed []string) {
	var lines [2]map[string]string
	for side := range lines {
		lines[side] = u.draw(clusters[side])
		for rep, line := range lines[side] {
			had, ok := u.noted[side][rep]
			if ok && had == line {
				continue
			}
			if ok {
				u.remember(w, had, rep, 1-2*side)
			}
			u.remember(w, line, rep, 2*side-1)
			u.noted[side][rep] = line
		}
	}
	for side, other := range [2]map[string]string{lines[after], lines[before]} {
		for rep, line := range lines[side] {
			if other[rep] != line {
				changed = append(changed, u.outlines.one(line).Stays...)
			}
		}
	}
	return changed
}

func (u *undated) remember(w *world, line, representative string, n int) {
	w.view.add(outlineKey(line), representative, n)
	for _, stay := range u.outlines.one(line).Stays {
		w.view.add(stayKey(stay), line, n)
	}
}

// draw makes the outlines of clusters, by representative.
func (u *undated) draw(clusters map[string]string) map[string]string {
	drawn := map[string][]*visit{}
	for m, rep := range clusters {
		if v := u.visits.one(m); v.Start != "" {
			drawn[rep] = append(drawn[rep], v)
		}
	}
	lines := make(map[string]string, len(drawn))
	for rep, visits := range drawn {
		var o outline
		for _, v := range visits {
			o.Stays = append(o.Stays, v.stays...)
			o.Took = o.Took || v.Fate == tookPlace
			o.Off = o.Off || v.Fate == calledOff
		}
		slices.Sort(o.Stays)
		o.Stays = slices.Compact(o.Stays)
		o.Months[0], o.Months[1] = monthsOf(visits)
		lines[rep] = pack(o)
	}
	return lines
}

// connected is what can bear on each other: undated members, and outlines with
// a stay under which each was read.
type connected struct {
	members  map[string]bool
	outlines map[string]string
}

// explore finds what is connected with stays, on either side. Where no undated
// visit is, nothing more is read.
func (u *undated) explore(w *world, stays []string) (*connected, error) {
	all := &connected{map[string]bool{}, map[string]string{}}
	seen := map[string]bool{}
	for len(stays) > 0 {
		var fresh, keys, next []string
		for _, s := range stays {
			if !seen[s] {
				seen[s] = true
				fresh = append(fresh, s)
				keys = append(keys, key("group", "Visit", s))
			}
		}
		if err := w.view.fetch(keys...); err != nil {
			return nil, err
		}
		var known []string
		for i, s := range fresh {
			n := len(next)
			for side := before; side <= after; side++ {
				for m := range w.view.read(keys[i], side) {
					all.members[m] = true
					next = append(next, u.visits.one(m).stays...)
				}
			}
			if len(next) > n {
				known = append(known, s)
			}
		}
		keys = keys[:0]
		for _, s := range known {
			keys = append(keys, stayKey(s))
		}
		if err := w.view.fetch(keys...); err != nil {
			return nil, err
		}
		for _, s := range known {
			for side := before; side <= after; side++ {
				for line := range w.view.read(stayKey(s), side) {
					all.outlines[line] = s
					next = append(next, u.outlines.one(line).Stays...)
				}
			}
		}
		stays = next
	}
	return all, nil
}

// partition places the undated members of one side among the outlines; one
// that several clusters have is there twice, so that it is never what alone
// fits. Members come under a member, or under an outline.
func (u *undated) partition(w *world, all *connected, side int) map[string]string {
	var members []string
	var visits []*visit
	there := map[string]bool{}
	for _, m := range slices.Sorted(maps.Keys(all.members)) {
		for _, stay := range u.visits.one(m).stays {
			there[m] = there[m] || w.view.count(key("group", "Visit", stay), m, side) > 0
		}
		if there[m] {
			members = append(members, m)
			visits = append(visits, u.visits.one(m))
		}
	}
	for _, line := range slices.Sorted(maps.Keys(all.outlines)) {
		for i := range min(2, w.view.count(stayKey(all.outlines[line]), line, side)) {
			for _, fate := range u.outlines.one(line).fates() {
				members = append(members, line)
				o := u.outlines.one(line)
				visits = append(visits, &visit{Fate: fate, stays: o.Stays, first: o.Months[0], last: o.Months[1], of: line + strconv.Itoa(i)})
			}
		}
	}
	out := partitionVisits(members, visits)
	maps.DeleteFunc(out, func(m, _ string) bool { return !there[m] })
	return out
}

func (o *outline) fates() []int {
	switch {
	case o.Took && o.Off:
		return []int{tookPlace, calledOff}
	case o.Took:
		return []int{tookPlace}
	case o.Off:
		return []int{calledOff}
	}
	return []int{onlyPlanned}
}
