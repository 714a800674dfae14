package mention

import (
	"sort"
	"strings"
)

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

func newFinder(passage int, ts []Token, taken []bool) *finder {
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
		if n == nil || n.kind == nameState && lookAlike(ts, i, len(n.words)) || n.kind == nameCapital && lookAlike(ts, i, len(n.words)) ||
			n.kind == nameLeader && i > 1 && ofFather([]string{ts[i-1].Fold}) && ts[i-2].Capital() { // somebody's father
			i++
			continue
		}
		for k := range n.words {
			f.at[i+k] = len(f.hits)
		}
		f.hits = append(f.hits, hit{from: i, to: i + len(n.words), name: n})
		i += len(n.words)
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

// givenName reports whether people bear the name of a state or capital too.
func givenName(fold string) bool {
	switch fold {
	case "jordan", "chad", "georgia", "israel", "sofia", "paris", "santiago", "victoria", "kingston", "wellington", "washington", "lincoln", "lima", "roseau", "dominica", "ireland", "holland", "france", "britain":
		return true
	}
	return false
}

// lookAlike reports whether the state's name at token i is part of a person's:
// "Michael Jordan", "Jordan Peterson".
func lookAlike(ts []Token, i, n int) bool {
	if n != 1 || !givenName(ts[i].Fold) {
		return false
	}
	g, not := gazetteers(), words("notname")
	stranger := func(k int) bool {
		return k >= 0 && k < len(ts) && ts[k].Capital() && len(ts[k].Text) > 2 && !ts[k].Glued && !not.has(ts[k].Fold) &&
			!words("style").has(ts[k].Fold) && !g.placeFirst(ts[k].Fold)
	}
	if stranger(i+1) && !ts[i+1].Glued {
		return true
	}
	if i == 1 { // "Landlocked Chad", "Neighbouring Jordan" open sentences
		for _, ending := range []string{"ing", "ed", "ly", "ern", "ful", "ous"} {
			if strings.HasSuffix(ts[0].Fold, ending) {
				return false
			}
		}
	}
	return stranger(i-1) && !ts[i].Glued
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
