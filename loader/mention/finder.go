package mention

import "sort"

// hit is a phrase of the gazetteer found in a passage.
type hit struct {
	from, to int // tokens
	*name
}

// finder works through one passage.
type finder struct {
	passage int
	ts      []Token
	taken   []bool // tokens of sources, dates and quantities
	hits    []hit  // in order, not overlapping
	at      []int  // index of the hit that holds a token, or -1
}

// newFinder finds the names of a passage. What the document named before says
// which of the states that share a name it means, and is added to; it is nil
// for a line of another kind, where no name is guarded.
func newFinder(passage int, ts []Token, taken []bool, before *namedStates) *finder {
	f := &finder{passage: passage, ts: ts, taken: taken, at: make([]int, len(ts))}
	for i := range f.at {
		f.at[i] = -1
	}
	g := gazetteers()
	for i := 0; i < len(ts); {
		if taken[i] {
			i++
			continue
		}
		n := g.match(ts, i)
		to := i
		if n != nil {
			to = i + len(n.words)
		}
		if before != nil {
			if end := f.guarded(n, i); end > i {
				n, to = &name{kind: nameNothing}, end
			}
		}
		if n == nil || (n.kind == nameState || n.kind == nameCapital || n.kind == nameCity) && lookAlike(ts, i, len(n.words)) ||
			n.kind == nameLeader && i > 1 && ofFather([]string{ts[i-1].Fold}) && ts[i-2].Capital() { // somebody's father
			i++
			continue
		}
		n = before.meant(n)
		for k := i; k < to; k++ {
			f.at[k] = len(f.hits)
		}
		f.hits = append(f.hits, hit{from: i, to: to, name: n})
		i = to
	}
	return f
}

// hit returns the phrase that holds token i, nil where none does.
func (f *finder) hit(i int) *hit {
	if i < 0 || i >= len(f.at) || f.at[i] < 0 {
		return nil
	}
	return &f.hits[f.at[i]]
}

// ending returns the phrase that ends just before token i.
func (f *finder) ending(i int) *hit {
	if h := f.hit(i - 1); h != nil && h.to == i {
		return h
	}
	return nil
}

func (f *finder) fold(i int) string {
	if i < 0 || i >= len(f.ts) {
		return ""
	}
	return f.ts[i].Fold
}

// acts reports whether the capital at a hit acts rather than being a
// place: no preposition or verb of motion leads to it.
func (f *finder) acts(h *hit) bool {
	switch f.fold(h.from - 1) {
	case "in", "to", "at", "from", "near", "of", "visit", "visited", "visiting", "via", "toward", "towards", "for", "leave", "left", "outside", "reached", "central", "downtown", ",":
		if f.fold(h.from-1) != "," {
			return false
		}
	}
	next := f.fold(h.to)
	if month, _ := monthNumber(f.fold(h.to + 1)); next == "," && month == 0 && h.from == 0 && h.to+1 < len(f.ts) && f.ts[h.to+1].Word() && !f.ts[h.to+1].Capital() {
		return true // "Brussels, for its part, …"
	}
	return next != "," || f.fold(h.from-1) == "," // "Brussels, May 3" is a dateline
}

// ordered puts mentions in order and drops those that overlap an earlier, longer one.
func ordered(ms []Mention) []Mention {
	sort.SliceStable(ms, func(i, j int) bool {
		if ms[i].Start != ms[j].Start {
			return ms[i].Start < ms[j].Start
		}
		return ms[i].End > ms[j].End
	})
	out := ms[:0]
	for _, m := range ms {
		if n := len(out); n > 0 && m.Start < out[n-1].End || m.Start >= m.End {
			continue
		}
		out = append(out, m)
	}
	return out
}
