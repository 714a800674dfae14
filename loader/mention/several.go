package mention

// known reports whether a folded word is the family name of one well-known
// leader.
func known(fold string) bool {
	_, ok := distinctiveNames()[fold]
	return ok
}

// apart takes a plural office apart: "French and German foreign ministers X
// and Y", "presidents X of Kenya and Y of Norway". Each name gets its own
// state; where the text does not tell whose is whose, it gets none.
func (f *finder) apart(t *titled) []titled {
	whose := f.statesBefore(t)
	if len(whose) == 0 {
		whose = t.states
	}
	var out []titled
	for i := t.nameFrom; ; {
		end := f.nameEnd(i)
		if end == i {
			break
		}
		n := titled{from: i, to: end, office: t.office, post: t.post, public: t.public, nameFrom: i, nameTo: end, former: t.former}
		if f.fold(end) == "of" {
			if h := f.officeAt(end + 1); h != nil && f.whose(&n, h) {
				n.to = h.to
			}
		}
		if end := f.bracketed(n.to); end > n.to {
			n.to, n.listed = end, len(out) > 0
		}
		if n.untold() && t.post != "" { // "Members of the Kenyan parliament X and Y"
			n.state, n.body = t.state, t.body
		}
		out = append(out, n)
		i = n.to
		for k := 0; k < 2 && (f.fold(i) == "," || f.fold(i) == "and"); k++ {
			i++
		}
		if i == n.to {
			break
		}
		i = f.skipStyles(i)
	}
	if len(out) == 0 {
		return []titled{*t}
	}
	for k := range out {
		if out[k].state == "" && out[k].body == "" {
			switch len(whose) {
			case len(out):
				out[k].state = whose[k]
			case 1:
				out[k].state = whose[0]
			}
		}
	}
	out[0].from = t.from
	return out
}

// bracketed is the end of a bracket at token i that names a minister's field:
// "X (Trade), Y (Foreign Affairs)"; i where none is.
func (f *finder) bracketed(i int) int {
	if end := f.portfolioEnd(i + 1); f.fold(i) == "(" && end > i+1 && f.fold(end) == ")" {
		return end + 1
	}
	return i
}

// statesBefore are the states named right before a plural office, in order.
func (f *finder) statesBefore(t *titled) []string {
	var out []string
	i := t.from
	if h := f.hit(i); h != nil && (h.kind == nameDemonym || h.kind == nameState) {
		i = h.to
	}
	for i > 0 {
		if h := f.ending(i); h != nil && (h.kind == nameDemonym || h.kind == nameState) {
			out = append([]string{h.code}, out...)
			i = h.from
			continue
		}
		if w := f.fold(i - 1); (w == "and" || w == "," || w == "'s" || w == "the") && len(out) > 0 {
			i--
			continue
		}
		return out
	}
	return out
}
