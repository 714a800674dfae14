package mention

// coupled finds whoever stands before a partner with nothing but "and his"
// between, and no title of their own: "X Y and his Kenyan colleague, Z".
func (f *finder) coupled(ts []titled) []titled {
	var out []titled
	for k := range ts {
		t := &ts[k]
		if !t.partner || t.owner != "his" && t.owner != "her" || !t.named() || t.several {
			continue
		}
		i := t.from
		if f.fold(i) != "his" && f.fold(i) != "her" {
			i--
		}
		if f.fold(i) != t.owner || f.fold(i-1) != "and" {
			continue
		}
		start, end := i-1, i-1
		for j := end - 1; j >= 0 && j >= end-8 && (f.ts[j].Word() || dash(f.fold(j))); j-- {
			if f.nameEnd(j) == end && f.skipStyles(j) == j {
				start = j
			}
		}
		c := titled{from: start, to: end, officeTo: start, office: -1, nameFrom: start, nameTo: end, couple: true}
		if end > start+1 && !taken(ts, &c) && f.personal(&c) {
			out = append(out, c)
		}
	}
	return out
}
