package mention

// prior is the tokens of a name that stands in apposition before an
// office, empty where none does.
type prior struct{ from, to int }

// free reports whether there is such a name, and no office before explains it.
func (p prior) free(claimed int) bool { return p.to > p.from && p.from >= claimed }

// prior finds a name of two words or more before an office that a comma, a
// bracket or "became" links it to: "Narendra Modi, the Prime Minister of
// India"; or the one word that stands for somebody named in full elsewhere.
func (f *finder) prior(t *titled) prior {
	if t.several || t.possessive && (t.partner || f.fold(t.to) != ",") || t.from < 2 {
		return prior{}
	}
	end := f.linked(t.from)
	if end < 1 {
		return prior{}
	}
	start := end
	for k := end - 1; k >= 0 && k >= end-12; k-- {
		if f.nameEnd(k) == end && f.skipStyles(k) == k && !words("former").has(f.fold(k)) && f.skipStyles(k-1) <= k {
			start = k
		}
		if !f.ts[k].Word() && f.fold(k) != "-" && !(f.fold(k) == "." && k < end-1) {
			break
		}
	}
	return prior{start, end}
}

// apposed gives an office the name before it: "Kaja Kallas, EU foreign policy
// chief". An office that does not say whose it is must end its clause.
func (f *finder) apposed(t *titled, p prior) {
	n := p.to - p.from
	if n < 1 || n == 1 && (t.untold() || t.lone() && t.post == "") {
		return
	}
	if t.untold() && (t.lone() || !f.closes(t.to) && !words("going").has(f.fold(t.to)) || f.employed(t.to)) {
		return
	}
	t.nameFrom, t.nameTo, t.from, t.bare = p.from, p.to, p.from, n == 1
}

// employed reports whether an institution that is no state's stands behind a
// comma at token i: "X, vice-president, School of Music".
func (f *finder) employed(i int) bool {
	if f.fold(i) != "," {
		return false
	}
	for k := i + 1; k < i+6 && k < len(f.ts) && (f.ts[k].Capital() || f.fold(k) == "of" || f.fold(k) == "for"); k++ {
		switch f.fold(k) {
		case "school", "university", "institute", "institution", "college", "centre", "center", "group", "company", "corporation", "bank", "foundation", "association", "society", "forum", "limited", "ltd", "inc":
			return f.at[i+1] < 0
		}
	}
	return false
}

// linked is where the words end that an office behind them may belong to: "X,
// the president", "X (president of …)", "X became president", or -1.
func (f *finder) linked(office int) int {
	for n := 0; n < 2 && (words("former").has(f.fold(office-1)) || f.fold(office-1) == "now" || f.fold(office-1) == "currently" || f.fold(office-1) == "formerly"); n++ {
		office--
	}
	if f.fold(office-1) == "time" && f.fold(office-2) == "the" && f.fold(office-3) == "at" { // "X, at the time president"
		office -= 3
	}
	if w := f.fold(office - 1); w == "," || w == "(" {
		return office - 1
	}
	k := office - 1
	for ; k >= 0 && k >= office-4; k-- {
		switch f.fold(k) {
		case "became", "is", "was", "been", "elected", "remains", "appointed", "as", "named":
			continue
		case "has", "who", ",", "also":
			continue
		}
		break
	}
	switch f.fold(k + 1) {
	case "became", "is", "was", "has", "remains", ",":
		if k+1 < office {
			return k + 1
		}
	}
	return -1
}
