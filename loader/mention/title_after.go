package mention

import (
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// after reads what follows an office: "of Kenya", "for Europe and Foreign
// Affairs", another office, styles, and the name. Where a name that nothing
// explains stands in apposition before the office, nothing behind a comma is
// the office's: "X, President of Kenya, President Y".
func (f *finder) after(t *titled, apposed bool) {
	i := t.to
	for steps := 0; steps < 6; steps++ {
		next := f.afterWhose(t, i)
		if next == i {
			next = f.afterOffice(t, i, apposed)
		}
		if next == i && !apposed {
			next = f.afterComma(t, i)
		}
		if next == i {
			break
		}
		i = next
	}
	i = f.skipStyles(i)
	t.nameFrom, t.nameTo = i, f.nameEnd(i)
	if !t.named() {
		t.nameFrom, t.nameTo = t.to, t.to
		return
	}
	if t.bare = t.nameTo-t.nameFrom == 1 && t.to > t.officeTo && (t.untold() || !throne(t.title()) && !strings.Contains(f.ts[i].Text, ".")); t.post != "" || f.namesPlace(t.nameTo) {
		t.bare = t.nameTo-t.nameFrom == 1 // "Investment Promotion", "King Salman Park"
	}
	t.to = t.nameTo
	if t.untold() && (f.fold(t.to) == "of" || f.fold(t.to) == "(") {
		k := f.pastThe(t.to + 1)
		if g := f.officeAt(k); g != nil && (g.kind == nameState || g.kind == nameBody) && f.whose(t, g) {
			t.to = g.to
		}
	}
}

// namesPlace reports whether a capitalized common noun at token i makes the
// words before it the name of a thing: "King Salman Park".
func (f *finder) namesPlace(i int) bool {
	return i < len(f.ts) && f.ts[i].Capital() && words("notname").has(f.fold(i)) && !f.taken[i]
}

// afterWhose reads "of Kenya", "-elect" and a minister's field behind an office.
func (f *finder) afterWhose(t *titled, i int) int {
	switch w := f.fold(i); {
	case (w == "to" || w == "in") && accredited(t.title()):
		k := f.pastThe(i + 1)
		if g := f.officeAt(k); g != nil && (g.kind == nameState || g.kind == nameBody) {
			return g.to
		}
	case dash(w) && (f.fold(i+1) == "elect" || f.fold(i+1) == "designate"):
		return i + 2
	case (w == "of" || w == "for" || w == "to") && f.portfolioEnd(i+1) > i+1:
		t.to = f.portfolioEnd(i + 1)
		return t.to
	case w == "from" && t.partner:
		if g := f.officeAt(i + 1); g != nil && g.kind == nameState && f.whose(t, g) {
			t.to = g.to
			return g.to
		}
	case w == "in" && t.title() == "leader" && t.untold():
		if g := f.officeAt(i + 1); g != nil && (g.kind == nameCapital || g.kind == nameState) {
			t.state, t.to = g.code, g.to
			return g.to
		}
	case (w == "of" || w == "for") && f.fieldEnd(t, i+1) > 0: // "Deputy Prime Minister for the Council of Ministers"
		t.to = f.fieldEnd(t, i+1)
		return t.to
	case w == "of" && t.untold() && f.fold(i+1) == "the" && realm(f.fold(i+2)) && f.fold(i+3) != "of":
		t.to = i + 3
		return t.to
	case w == "of" && t.untold() && f.thisLand(i+1) != "":
		t.state, t.to = f.thisLand(i+1), i+3
		return t.to
	case i == t.to && ministerial(t.title()) && f.inField(i): // "Minister of Energy" Affairs, "Minister External Affairs"
		t.to = f.portfolioEnd(i)
		return t.to
	case w == "of" || w == "at" && t.body == "":
		k := f.pastThe(i + 1)
		if g := f.officeAt(k); g != nil && g.kind != nameDemonym && f.whose(t, g) {
			t.to = g.to
			return g.to
		}
	case (w == "and" || w == ",") && i == t.to && strings.Contains(t.title(), "minister") && f.portfolioEnd(i+1) > i+1:
		return f.portfolioEnd(i + 1)
	}
	return i
}

// ministerial reports whether a title is of an office that has a field.
func ministerial(title string) bool {
	return strings.Contains(title, "minister") || title == "secretary" || strings.HasSuffix(title, "cabinet secretary")
}

// accredited reports whether a title is of somebody sent to a state that is not
// their own.
func accredited(title string) bool {
	return title == "ambassador" || title == "special envoy" || title == "high commissioner" || title == "consul general"
}

// fieldEnd is the end of the house that a minister heads, 0 where none is
// named: "Minister of the Diwan of Royal Court".
func (f *finder) fieldEnd(t *titled, i int) int {
	if !strings.Contains(t.title(), "minister") {
		return 0
	}
	i = f.pastThe(i)
	if end := f.organEnd(i); end > i {
		return end
	}
	return 0
}

// afterOffice reads a second office that the name behind both holds: "President
// and Commander-in-Chief X".
func (f *finder) afterOffice(t *titled, i int, apposed bool) int {
	w := f.fold(i)
	if w == "(" && f.fold(i+2) == ")" && f.nameEnd(i+3) > i+4 { // "President (Rais) X"
		return i + 3
	}
	if w == "and" || w == "&" || w == "cum" || w == "," && !apposed {
		if g := f.officeAt(i + 1); g != nil && g.kind == nameOffice {
			if f.nameEnd(g.to) > g.to || f.fold(g.to) == "of" || f.ranks(g.to) {
				t.further(g)
				return g.to
			}
		}
		return i
	}
	if h := f.officeAt(i); h != nil && h.kind == nameOffice && !f.givenAs(i) && !f.foreign(t, f.skipStyles(h.to)) && f.nameEnd(f.skipStyles(h.to)) > f.skipStyles(h.to) {
		return h.to
	}
	return i
}

// further takes the office that stands behind a partner's for the partner's own:
// "his counterpart, Foreign Minister X".
func (t *titled) further(h *hit) {
	if t.partner {
		t.office, t.post = h.office, ""
	}
}

// foreign reports whether the name at token i is that of a well-known leader who
// serves somebody else than an office says, so that the office is not theirs:
// "handed the French leader President X's letter".
func (f *finder) foreign(t *titled, i int) bool {
	h := f.officeAt(i)
	return h != nil && h.kind == nameLeader && !agrees(lexicon.Leaders()[h.leader], t)
}

// ranks reports whether one more office and a name stand behind those that end
// at token i: "…, Deputy Prime Minister and Minister of Defence X".
func (f *finder) ranks(i int) bool {
	if w := f.fold(i); w != "and" && w != "," {
		return false
	}
	g := f.officeAt(i + 1)
	return g != nil && g.kind == nameOffice && f.ts[i+1].Capital() && f.nameEnd(g.to) > g.to
}

// afterComma steps over a comma that the holder's name stands behind: "his
// counterpart, X,", "the Prime Minister of Kenya, Mr. X,".
func (f *finder) afterComma(t *titled, i int) int {
	if f.fold(i) != "," {
		return i
	}
	name := f.skipStyles(i + 1)
	end := f.nameEnd(name)
	styled := name > i+1
	switch {
	case t.partner && i == t.officeTo && (end > name+1 || end > name && known(f.fold(name))):
		return i + 1
	case end <= name || !f.apposition(end):
		return i
	case t.definite && !t.possessive && t.untold() && end > name+1 && f.closes(end) && (i > t.officeTo || f.fold(end) != "and"):
		return i + 1
	case t.several && t.untold() && end > name+1 && f.fold(end) == "of":
		return i + 1
	case t.possessive && !t.partner && t.title() != "" && t.untold() && (end > name+1 && f.closes(end) || styled):
		return i + 1
	case !t.untold() && (f.ending(i) != nil || i == t.to) && (end > name+1 || styled):
		return i + 1
	case t.post != "" && t.public && (end > name+1 || styled) && (f.closes(end) || styled):
		return i + 1
	case end > name+1 && t.untold() && !t.lone() && (styled || !t.definite && f.ts[t.officeTo-1].Capital()):
		return i + 1
	}
	return i
}

// pastThe is the token behind an article at token i, or i.
func (f *finder) pastThe(i int) int {
	if f.fold(i) == "the" {
		return i + 1
	}
	return i
}

func (f *finder) officeAt(i int) *hit {
	if h := f.hit(i); h != nil && h.from == i {
		return h
	}
	return nil
}

// apposition reports whether what stands at token i may follow an apposed
// name: a comma, a verb, the end; not another office, which would be its own.
func (f *finder) apposition(i int) bool {
	if f.officeLed(i) {
		return false
	}
	// "of Kenya, X and Y" is a list of names; "of Kenya, X, and the …" is not
	return f.fold(i) != "and" || f.fold(i+1) == "the" || f.officeLed(i+1)
}

// closes reports whether an apposed name ends at token i: a mark or the end.
func (f *finder) closes(i int) bool {
	w := f.fold(i)
	return w == "," || w == "." || w == ";" || w == "" || w == ")" || w == "(" || w == "and" || w == "|"
}

func (f *finder) officeLed(i int) bool { h := f.hit(i); return h != nil && h.kind == nameOffice }

// portfolioEnd is the end of the words of a minister's field that begin at i.
// One or two words that no lexicon has may stand before one that it has:
// "Municipal and Rural Affairs"; so may those whom the field is of: "Overseas
// Indian Affairs".
func (f *finder) portfolioEnd(i int) int {
	end, unknown := i, 0
	for k := i; k < len(f.ts) && k < i+14; k++ {
		switch w := f.fold(k); {
		case f.inField(k):
			end, unknown = k+1, 0
		case w == "and" || w == "the" || w == "of" || w == "," || w == "&" || dash(w) && f.ts[k].Glued && end == k:
		case f.at[k] >= 0 && f.hit(k).kind == nameDemonym && f.inField(f.hit(k).to):
		case unknown < 1 && f.ts[k].Capital() && f.at[k] < 0 && !words("style").has(w) && !words("notname").has(w) && f.fold(k-1) != ",":
			unknown++
		default:
			return end
		}
	}
	return end
}

// inField reports whether token k is a word of a minister's field: "Trade", the
// second of "Local Government", of "Co-operative".
func (f *finder) inField(k int) bool {
	if k >= len(f.ts) || !f.ts[k].Capital() && !dash(f.fold(k-1)) || f.at[k] >= 0 {
		return false
	}
	switch f.fold(k) {
	case "government", "governments", "councils":
		return f.fold(k-1) == "local" || f.fold(k-1) == "provincial"
	case "service", "services":
		return f.fold(k-1) == "public" || f.fold(k-1) == "civil"
	}
	return words("portfolio").has(f.fold(k))
}

// skipStyles is the token behind the styles that begin at token i: "H.E. Mr.",
// "His Majesty".
func (f *finder) skipStyles(i int) int {
	styles := words("style")
	for k := 0; k < 8 && i < len(f.ts); k++ {
		w := f.fold(i)
		two := w + " " + f.fold(i+1)
		three := two + " " + f.fold(i+2)
		switch {
		case styles.has(three):
			i += 3
		case styles.has(two):
			i += 2
		case i >= 0 && f.ts[i].Text == "HE":
			i++
		case f.letters(i) > 0:
			i += f.letters(i)
		case styles.has(w) && f.ts[i].Capital():
			i++
			if f.fold(i) == "." {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// letters is how many tokens from i on spell a style by its letters: "H. E.",
// "H E", "H. R. H.".
func (f *finder) letters(i int) int {
	spelt := ""
	for k := i; k < len(f.ts) && k < i+4; k++ {
		w := strings.Trim(f.fold(k), ".")
		if len(w) != 1 || !f.ts[k].Capital() {
			return 0
		}
		switch spelt += w; spelt {
		case "he", "hm", "hh", "hrh":
			return k + 1 - i
		}
	}
	return 0
}

// realm reports whether a word stands for the holder's own state: "President of
// the Republic".
func realm(w string) bool {
	switch w {
	case "republic", "nation", "federation", "kingdom", "union", "government":
		return true
	}
	return false
}
