package mention

// listed reads the states and names behind a plural office: "the presidents of
// Kenya and Norway, X and Y".
func (f *finder) listed(t *titled) {
	k := t.officeTo + 1
	if f.fold(t.officeTo) != "of" {
		return
	}
	var states []string
	for k < len(f.ts) {
		h := f.officeAt(k)
		switch w := f.fold(k); {
		case h != nil && h.kind == nameState:
			states = append(states, h.code)
			k = h.to
			continue
		case (w == "," || w == "and") && len(states) > 0 && (f.officeAt(k+1) != nil || f.fold(k+1) == "the" || f.fold(k+1) == "and"), w == "the":
			k++
			continue
		}
		break
	}
	if f.fold(k) == "," || f.fold(k) == ":" || f.fold(k) == "(" || dash(f.fold(k)) || f.fold(k) == "—" {
		k++
	}
	k = f.skipStyles(k)
	if end := f.nameEnd(k); len(states) > 1 && end > k+1 {
		t.states, t.state, t.nameFrom, t.nameTo, t.to = states, "", k, end, end
	}
}

// eachOwn reads a plural office whose holders stand with their own states:
// "the foreign ministers of Kenya, X, of Norway, Y", "of Kenya – X, Norway – Y".
func (f *finder) eachOwn(t *titled) []titled {
	k := t.officeTo
	var out []titled
	for len(out) < 40 {
		i := k
		for n := 0; n < 4 && (f.fold(i) == "," || f.fold(i) == ";" || f.fold(i) == "and" || f.fold(i) == "of" || f.fold(i) == "the" || f.fold(i) == ")"); n++ {
			i++
		}
		h := f.officeAt(i)
		if h == nil || h.kind != nameState {
			break
		}
		j := h.to
		if w := f.fold(j); w == "," || w == ":" || w == "(" || dash(w) || w == "—" {
			j++
		}
		j = f.skipStyles(j)
		end := f.nameEnd(j)
		if end < j+2 && !known(f.fold(j)) {
			break
		}
		n := titled{from: i, to: end, office: t.office, post: t.post, public: t.public, state: h.code, nameFrom: j, nameTo: end, former: t.former}
		if len(out) == 0 {
			n.from = t.from
		}
		out = append(out, n)
		k = end
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// sided finds whose a bare office is by the side that it stands for: "the
// Kenyan side was represented by Foreign Minister X", "Norway's delegation,
// headed by Prime Minister Y".
func (f *finder) sided(t *titled) {
	if t.state != "" || t.body != "" {
		return
	}
	if s := f.headed(t); s != "" {
		t.state = s
		return
	}
	if t.from < 3 {
		return
	}
	k := t.from - 1
	if f.fold(k) == "where" { // "travelled to Norway, where Prime Minister X"
		if h := f.ending(k); h != nil && h.kind == nameState {
			t.state = h.code
		} else if h := f.ending(k - 1); h != nil && (h.kind == nameState || h.kind == nameCapital) && f.fold(k-1) == "," {
			t.state = h.code
		}
		return
	}
	if f.fold(k) == "the" || f.fold(k) == "its" {
		k--
	}
	if w := f.fold(k); w == "comprised" || w == "comprises" || w == "includes" || w == "included" {
		t.state = f.delegation(k)
	}
	if f.fold(k) != "by" {
		return
	}
	switch f.fold(k - 1) {
	case "led", "headed", "represented", "chaired":
	default:
		return
	}
	for j := k - 2; j >= 0 && j >= k-9; j-- {
		switch w := f.fold(j); {
		case w == "." || w == ";":
			return
		case f.hit(j) != nil && (f.hit(j).kind == nameDemonym || f.hit(j).kind == nameState):
			t.state = f.hit(j).code
			return
		case f.hit(j) != nil && f.hit(j).kind == nameBody:
			t.body = f.hit(j).body
			return
		}
	}
}

// delegation is the state of the delegation that is the subject of a verb at
// token k: "The Kenyan delegation led by X comprised".
func (f *finder) delegation(k int) string {
	for j := k - 1; j > 0 && j >= k-18 && f.fold(j) != "."; j-- {
		if w := f.fold(j); w == "delegation" || w == "side" || w == "team" {
			if h := f.ending(j); h != nil && (h.kind == nameDemonym || h.kind == nameState) {
				return h.code
			}
		}
	}
	return ""
}

// headed is the state that a list's item begins with: "Kenya: H.E. President X".
func (f *finder) headed(t *titled) string {
	for i := 0; i < len(f.ts) && i < 3; i++ {
		h := f.officeAt(i)
		if h == nil || h.kind != nameState {
			continue
		}
		if w := f.fold(h.to); (w == ":" || dash(w)) && t.from-h.to < 8 && f.skipStyles(h.to+1) >= t.from {
			return h.code
		}
		return ""
	}
	return ""
}
