package mention

import "strings"

// nameEnd is the end of a person's name that begins at token i, or i where
// none does. A name is capitalized words with particles ("bin", "von der"),
// hyphenated parts ("Jong-un") and initials between them.
func (f *finder) nameEnd(i int) int {
	if i >= len(f.ts) || i < 0 {
		return i
	}
	end := i
	if h := f.hit(i); h != nil && h.from == i && h.kind == nameLeader {
		if w := f.fold(h.to); !ofFather([]string{w}) && !(w == "al" && dash(f.fold(h.to+1))) {
			return f.suffixEnd(h.to)
		}
		i, end = h.to, h.to // "… bin Salman", of a lexicon's "Mohammed"
	}
	particles, parts := words("particle"), 0
	for k := i; k < len(f.ts) && parts < 9; k++ {
		t := &f.ts[k]
		switch {
		case f.taken[k]:
			return f.suffixEnd(end)
		case f.nameWord(k, i):
			end = k + 1
			parts++
		case k > i && f.ofParent(k):
			end = k + 3
			k += 2
		case t.Text == "." && k == end && k > i && (len(f.ts[k-1].Text) == 1 || f.shortened(k-1)):
		case particles.has(t.Fold) && !t.Capital() && (t.Fold != "as" || dash(f.fold(k+1))) && f.particleLeads(k):
		case dash(t.Text) && t.Glued && k+1 < len(f.ts) && (f.ts[k+1].Glued || particles.has(f.fold(k-1))) && f.ts[k+1].Word() && (k == end && k > i || particles.has(f.fold(k-1))):
			if k == end && !f.ts[k+1].Capital() && f.at[k+1] < 0 { // "Jong-un"
				end = k + 2
				k++
			}
		default:
			return f.suffixEnd(end)
		}
	}
	return f.suffixEnd(end)
}

func dash(s string) bool { return s == "-" || s == "‑" || s == "–" }

// suffixEnd takes "Jr." and "III" into a name that ends at token i, "I" only
// before a realm, as it is a pronoun too.
func (f *finder) suffixEnd(i int) int {
	if i < len(f.ts) && f.ts[i].Text == "I" && f.fold(i+1) == "of" {
		return i + 1
	}
	switch strings.TrimSuffix(f.fold(i), ".") {
	case "jr", "sr", "ii", "iii", "iv", "vi":
		i++
		if f.fold(i) == "." && f.ts[i].Glued {
			i++
		}
	}
	return i
}

// ofParent reports whether the letters that lead to a parent's name begin at
// token k: "A/L", "S/O".
func (f *finder) ofParent(k int) bool {
	if f.fold(k+1) != "/" || k+2 >= len(f.ts) || !f.ts[k].Capital() || !f.ts[k+2].Capital() {
		return false
	}
	switch f.fold(k) + f.fold(k+2) {
	case "al", "ap", "so", "do":
		return true
	}
	return false
}

// address reports whether a word only addresses the bearer of the name behind it.
func address(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "mr", "mrs", "ms", "dr", "h.e", "hon", "prof", "engr", "shri", "smt":
		return true
	}
	return false
}

// nameWord reports whether token k may be a word of the name that begins at i.
func (f *finder) nameWord(k, i int) bool {
	t := &f.ts[k]
	if !t.Capital() || words("notname").has(t.Fold) && !(k > i && f.ofFamily(k)) && !f.surnamed(k, i) || k > i && address(t.Fold) {
		return false
	}
	h := f.hit(k)
	switch {
	case h == nil:
	case h.kind == nameLeader:
	case h.kind == nameOffice && f.givenAs(k): // "Prince Sultan bin …", "bin Sultan"
	case h.kind == nameOffice && k > i && h.to-h.from == 1 && t.Fold != "president" && t.Fold != "minister": // "Prince", "King" as names
		return f.hit(k-1) == nil && t.Fold == "king" && (k+1 == len(f.ts) || !f.ts[k+1].Capital())
	default:
		return false
	}
	if k == i && words("organ").has(t.Fold) && (k == 0 || f.skipStyles(k-1) != k) { // "H.E. Duma Moro"
		return false
	}
	return !shouted(t.Text) || f.shouting(k) // no acronyms
}

// shouted reports whether a word is written in capitals, as acronyms are.
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			letters++
		}
	}
	return letters >= 4 && len(s) <= letters
}

// shouting reports whether a word in capitals is no acronym: others in capitals
// stand by it, or a style before and a name behind ("Mr. HOLM Nils").
func (f *finder) shouting(k int) bool {
	name := func(j int) bool {
		return j >= 0 && j < len(f.ts) && f.at[j] < 0 && f.ts[j].Word() && !words("notname").has(f.ts[j].Fold)
	}
	loud := func(j int) bool {
		return name(j) && len(f.ts[j].Text) > 1 && f.ts[j].Text == strings.ToUpper(f.ts[j].Text)
	}
	style := f.fold(k - 1)
	if style == "." {
		style = f.fold(k - 2)
	}
	return loud(k-1) || loud(k+1) || address(style) && name(k+1) && f.ts[k+1].Capital()
}

// shortened reports whether token k is a name cut short, as its stop and the
// name behind it show: "Md. Abdul".
func (f *finder) shortened(k int) bool {
	t := &f.ts[k]
	return len(t.Text) < 5 && !strings.ContainsAny(t.Fold[1:], "aeiouy") && k+2 < len(f.ts) && f.ts[k+1].Glued && f.ts[k+2].Capital()
}

// ofFamily reports whether a particle makes a common word a name: "Al Said".
func (f *finder) ofFamily(k int) bool {
	return f.fold(k-1) == "al" || ofFather([]string{f.fold(k - 1)})
}

// hangs reports whether the word at token i ends a longer name that particles
// lead back to: "Said" of "Faisal bin Turki al-Said".
func (f *finder) hangs(i int) bool {
	k, particles := i, words("particle")
	for k > 0 && (particles.has(f.fold(k-1)) && (!f.ts[k-1].Capital() || k < i) || dash(f.fold(k-1)) && (f.ts[k].Glued || particles.has(f.fold(k-2)))) {
		k--
	}
	if k == i || k == 0 || f.fold(k) == "-" {
		return false
	}
	t := &f.ts[k-1]
	return t.Capital() && t.Word() && f.at[k-1] < 0 && !words("style").has(t.Fold) && !words("notname").has(t.Fold)
}

// givenAs reports whether a word that is a title too is a name here, as a style
// or "bin" before it shows: "Dr. Sultan Al …".
func (f *finder) givenAs(k int) bool {
	h := f.hit(k)
	if k == 0 || h == nil || h.kind != nameOffice || h.to-h.from != 1 || !f.ts[k].Capital() {
		return false
	}
	switch f.fold(k) {
	case "sultan", "prince", "amir", "emir", "king", "queen", "chief", "head", "regent", "president":
	default:
		return false
	}
	if ofFather([]string{f.fold(k - 1)}) {
		return true
	}
	if f.fold(k) == "sultan" && ofFather([]string{f.fold(k + 1)}) {
		return true
	}
	style := f.fold(k - 1)
	if style == "." {
		style = f.fold(k - 2)
	}
	return f.fold(k) == "sultan" && (address(style) || style == "prince" || style == "sheikh" || style == "minister") && words("particle").has(f.fold(k+1))
}

// particleLeads reports whether a particle is followed by the rest of a name.
func (f *finder) particleLeads(k int) bool {
	particles := words("particle")
	for n := 0; n < 4 && k < len(f.ts); n, k = n+1, k+1 {
		t := &f.ts[k]
		if particles.has(t.Fold) && !t.Capital() || dash(t.Text) && t.Glued {
			continue
		}
		return t.Capital() && (f.at[k] < 0 || f.givenAs(k)) && (!words("notname").has(t.Fold) || f.ofFamily(k))
	}
	return false
}

// text is the passage's words from one token to another, as written.
func (f *finder) text(s string, from, to int) string {
	if from >= to {
		return ""
	}
	return s[f.ts[from].Start:f.ts[to-1].End]
}

// surnamed reports whether a word that is a pronoun too is a family name here:
// "the ambassador, He Wei, …".
func (f *finder) surnamed(k, i int) bool {
	if k != i || f.ts[k].Text != "He" || k == 0 || k+1 >= len(f.ts) || !f.ts[k+1].Capital() || f.at[k+1] >= 0 || words("notname").has(f.fold(k+1)) {
		return false
	}
	return f.fold(k-1) == "," && k > 1 && f.officeLed(k-2) || f.officeLed(k-1)
}
