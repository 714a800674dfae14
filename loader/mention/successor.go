package mention

// successors finds who held an office before, without a title of their own:
// "the first Kenyan premier since X Y in 1981", "no head of Kenyan diplomacy has
// come since X Y".
func (f *finder) successors(ts []titled) []titled {
	var out []titled
	for k := range f.ts {
		role := f.succeeded(ts, k)
		if role == nil {
			continue
		}
		from := f.skipStyles(f.pastVisit(k + 1))
		t := *role
		t.from, t.nameFrom, t.nameTo, t.to = from, from, f.nameEnd(from), f.nameEnd(from)
		t.former, t.definite, t.possessive, t.owner = true, false, false, ""
		if t.nameTo > from+1 && !taken(ts, &t) && f.personal(&t) {
			out = append(out, t)
		}
	}
	return out
}

// succeeded is the office of one state, nobody's by name, that a word of
// succession at token k leads from; nil where none does.
func (f *finder) succeeded(ts []titled, k int) *titled {
	switch f.fold(k) {
	case "since", "after", "succeed", "succeeds", "succeeded", "succeeding", "replaced", "replaces", "replacing":
	default:
		return nil
	}
	for x := len(ts) - 1; x >= 0; x-- {
		if t := &ts[x]; t.to <= k {
			if t.named() || t.untold() || t.several || t.partner || t.title() == "" || k-t.to > 12 {
				return nil
			}
			return t
		}
	}
	return nil
}

// pastVisit is the token behind "that of", "the visit by" and the like at token
// i, or i.
func (f *finder) pastVisit(i int) int {
	k := f.pastThe(i)
	switch f.fold(k) {
	case "that", "visit", "trip", "journey", "one", "time", "days", "stay":
		if w := f.fold(k + 1); w == "of" || w == "by" {
			i = k + 2
		}
	}
	for n := 0; n < 2 && (f.fold(i) == "the" || f.fold(i) == "late" || f.fold(i) == "then"); n++ {
		i++
	}
	return i
}
