package mention

// share notes whose an office is that stands in a list behind one that says so:
// "met the Prime Minister of Kenya, X, and the Speaker of the Senate, Y", or
// before it: "received by President X and Prime Minister Y of Kenya".
func (f *finder) share(ts []titled) {
	for k := range ts {
		t := &ts[k]
		if !t.untold() || t.possessive || !t.named() {
			continue
		}
		if k > 0 && t.listed && ts[k-1].untold() && ts[k-1].named() {
			t.with = k
		} else if k > 0 && f.joined(&ts[k-1], t) && (f.third(ts, k) || f.governed(ts, k) || f.travels(t.to)) {
			t.with = k
		} else if k+1 < len(ts) && ts[k+1].state != "" && f.joined(t, &ts[k+1]) && f.trails(&ts[k+1]) && (f.governed(ts, k+1) || f.travels(ts[k+1].to)) {
			t.with = k + 2
		}
	}
}

// joined reports whether two offices stand side by side in a list.
func (f *finder) joined(a, b *titled) bool {
	if a.title() == b.title() && a.title() != "minister" || a.to > b.from || b.from-a.to > 6 {
		return false
	}
	comma := false
	for k := a.to; k < b.from; k++ {
		switch w := f.fold(k); w {
		case "mp", "mla", "mep", "pc", "kc", "qc": // "X MP, and Minister Y"
		case ",", ";", "and":
			comma = true
		case "as", "well", "also", "with", "the", "along", "together":
		default:
			return false
		}
	}
	return comma
}

// third reports whether the office at k is at least the third of a list.
func (f *finder) third(ts []titled, k int) bool {
	return k > 1 && f.joined(&ts[k-2], &ts[k-1]) || k > 0 && k+1 < len(ts) && f.joined(&ts[k], &ts[k+1]) && ts[k+1].untold()
}

// governed reports whether the list that ends at k hangs on a word that takes
// people of one side: "met with", "received by", "accompanied by".
func (f *finder) governed(ts []titled, k int) bool {
	for k > 0 && f.joined(&ts[k-1], &ts[k]) {
		k--
	}
	i := ts[k].from
	for i > 0 && (f.fold(i-1) == "the" || f.fold(i-1) == "." || f.fold(i-1) == "both" || words("style").has(f.fold(i-1))) {
		i--
	}
	switch f.fold(i - 1) {
	case "with":
		return true
	case "of":
		return f.fold(i-2) == "presence" || f.fold(i-2) == "invitation" || f.fold(i-2) == "composed"
	case "by":
		return !f.signedBefore(i - 1)
	case "met", "meet", "meets", "including", "includes", "include", "included", "included:", "received", "on", ":", "were", "came", "are", "from":
		return true
	}
	return false
}

// signedBefore reports whether "by" at token i names those who signed, who
// mostly are of two sides.
func (f *finder) signedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12 && f.fold(k) != ";"; k-- {
		switch f.fold(k) {
		case "signed", "inked", "initialled", "initialed", "exchanged", "concluded", "adopted", "agreed", "issued":
			return true
		}
	}
	return false
}

// travels reports whether what stands at token i is what people of one side do
// together: "flew into Oslo", "welcomed him".
func (f *finder) travels(i int) bool {
	if f.fold(i) == "," {
		i++
	}
	switch f.fold(i) {
	case "welcomed", "received", "greeted", "hosted":
		return true
	case "flew", "arrived", "travelled", "traveled", "landed", "came", "visited", "left", "departed", "fly", "arrive", "travel":
		return true
	}
	return false
}

// trails reports whether an office's state stands behind the name or the title.
func (f *finder) trails(t *titled) bool {
	h := f.ending(t.to)
	return h != nil && (h.kind == nameState) || t.officeTo < t.to && f.fold(t.officeTo) == "of"
}

// together notes of a passage's people without a state with whom they stand in
// a list.
func (c *composer) together(passage int, holders map[int]int) {
	for k := range c.titled[passage] {
		who, named := holders[k]
		t := &c.titled[passage][k]
		with, ok := holders[t.with-1]
		if t.with == 0 || !ok || !named {
			continue
		}
		mine, other := c.untoldIn(passage, who), c.untoldIn(passage, with)
		if mine == nil {
			continue
		}
		if mine.with = with; other != nil {
			mine.regional = mine.regional || other.regional
		}
	}
}

// untoldIn is the untold title of a person in a passage, nil where there is none.
func (c *composer) untoldIn(passage, person int) *untold {
	for j := range c.untold {
		if u := &c.untold[j]; u.passage == passage && u.person == person {
			return u
		}
	}
	return nil
}

// predicate reports whether an office is said of somebody without a name beside
// it: "as president", "when she was prime minister".
func (f *finder) predicate(t *titled) bool {
	switch f.fold(t.from - 1) {
	case "as", "was", "became", "being":
		return !t.several && !t.named() && f.fold(t.to) != "of"
	}
	return false
}

// predicated gives offices that are said of somebody to the last person named
// before them in the sentence, where nothing else tells an office of theirs.
func (c *composer) predicated() {
	for _, u := range c.predicates {
		ms := c.page.Mentions[u.passage]
		for k := len(ms) - 1; k >= 0; k-- {
			if m := &ms[k]; m.Kind == Person && m.Entity >= 0 && m.End < u.start {
				u.person = m.Entity
				break
			}
		}
		if u.person < 0 || c.titleOf(u.person) != "" || !c.without(u) {
			continue
		}
		if c.styled[u.person] == nil {
			c.styled[u.person] = map[string]bool{}
		}
		c.styled[u.person][u.title] = true
		c.untold = append(c.untold, u)
	}
}
