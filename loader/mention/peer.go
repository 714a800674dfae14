package mention

// peers finds people without a title whose state stands by their name in a
// passage about leaders: "Six leaders, among them Kenya's X and Y of Norway",
// "He took over from X of Kenya".
func (f *finder) peers(ts []titled) []titled {
	if !f.aboutLeaders() {
		return nil
	}
	var out []titled
	for k := range f.hits {
		h := &f.hits[k]
		if h.kind != nameState {
			continue
		}
		t, ok := f.peerBehind(h)
		if !ok {
			t, ok = f.peerBefore(h)
		}
		if ok && !taken(ts, &t) && f.personal(&t) && f.fold(t.nameFrom-1) != "the" {
			out = append(out, t)
		}
	}
	return out
}

// aboutLeaders reports whether a passage speaks of leaders, and of no companies.
func (f *finder) aboutLeaders() bool {
	leaders := false
	for i := range f.ts {
		switch f.ts[i].Fold {
		case "leaders", "presidents", "premiers", "summit", "counterparts", "succeeded", "succeeds", "statesmen":
			leaders = true
		case "over":
			leaders = leaders || f.fold(i-1) == "took" && f.fold(i+1) == "from"
		case "company", "companies", "firm", "firms", "bank", "banks", "group", "corporation", "businessmen", "club", "team", "university":
			return false
		}
	}
	return leaders
}

// peerBehind reads "Kenya's X Y".
func (f *finder) peerBehind(h *hit) (titled, bool) {
	if w := f.fold(h.to); w != "'s" && w != "’s" {
		return titled{}, false
	}
	from := f.skipStyles(h.to + 1)
	end := f.nameEnd(from)
	return titled{from: h.from, to: end, office: -1, plain: true, state: h.code, nameFrom: from, nameTo: end}, end > from+1
}

// peerBefore reads "X Y of Kenya".
func (f *finder) peerBefore(h *hit) (titled, bool) {
	i := h.from - 1
	if f.fold(i) == "the" {
		i--
	}
	if f.fold(i) != "of" {
		return titled{}, false
	}
	start := i
	for k := i - 1; k >= 0 && k >= i-6 && (f.ts[k].Word() || dash(f.fold(k))); k-- {
		if f.nameEnd(k) == i && f.skipStyles(k) == k {
			start = k
		}
	}
	return titled{from: start, to: h.to, office: -1, plain: true, state: h.code, nameFrom: start, nameTo: i}, i > start+1
}

// taken reports whether an office that has been read holds the name.
func taken(ts []titled, t *titled) bool {
	for k := range ts {
		if ts[k].from < t.to && t.from < ts[k].to {
			return true
		}
	}
	return false
}

// personal reports whether a name is a person's, as far as its words and what
// follows tell: no institution's word, and a mark or a verb behind it.
func (f *finder) personal(t *titled) bool {
	for k := t.nameFrom; k < t.nameTo; k++ {
		w := f.fold(k)
		if words("organ").has(w) || words("portfolio").has(w) || words("institution").has(w) {
			return false
		}
	}
	switch f.fold(t.to) {
	case "", ",", ".", ";", "and", "said", "told", "met", "was", "were", "also", "attended", "arrived", "flew", "landed", "came", "who", "had", "will", "has", "in", "to", "at", "on", "(":
		return true
	}
	return false
}
