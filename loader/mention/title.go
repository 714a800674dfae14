package mention

import (
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// titled is an office in a passage, with whose it is and who holds it, as far
// as the words around it tell.
type titled struct {
	from, to   int // tokens of the whole, name included
	officeTo   int // token behind the office's own words
	office     int // index into lexicon.Offices, -1 for "counterpart"
	state      string
	body       string
	nameFrom   int // tokens of the name; equal where there is none
	nameTo     int
	former     bool
	definite   bool     // "the president"
	several    bool     // plural
	possessive bool     // "his counterpart"
	states     []string // of several, as listed behind the office: "of Kenya and Norway"
}

// titles finds every office of the passage, from left to right.
func (f *finder) titles() []titled {
	var out []titled
	end := 0
	for i := 0; i < len(f.ts); i++ {
		h := f.hit(i)
		counterpart := h == nil && strings.HasPrefix(f.ts[i].Fold, "counterpart")
		if !counterpart && (h == nil || h.kind != nameOffice || h.from != i) || i < end {
			continue
		}
		t := titled{from: i, to: i + 1, office: -1, several: strings.HasSuffix(f.ts[i].Fold, "s")}
		if h != nil {
			t.to, t.office = h.to, h.office
			t.several = !singular(f.ts[h.from:h.to], lexicon.Offices()[h.office].Forms)
		}
		if counterpart && len(out) > 0 {
			t.office = out[len(out)-1].office
		}
		t.officeTo = t.to
		f.before(&t)
		f.after(&t)
		if t.nameFrom == t.nameTo {
			f.apposed(&t)
		} else {
			f.sided(&t)
		}
		if t.several && t.nameTo == t.nameFrom {
			if many := f.eachOwn(&t); len(many) > 0 {
				end = many[len(many)-1].to
				out = append(out, many...)
				continue
			}
			f.listed(&t)
		}
		if t.several && t.nameTo > t.nameFrom {
			many := f.apart(&t)
			end = many[len(many)-1].to
			out = append(out, many...)
			continue
		}
		end = t.to
		out = append(out, t)
	}
	return out
}

func singular(ts []Token, forms []string) bool {
	var b strings.Builder
	for i, t := range ts {
		if i > 0 && !t.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(t.Fold)
	}
	for _, f := range forms {
		if f == b.String() {
			return true
		}
	}
	return false
}

// before reads what stands before an office: portfolio, adjectives, another
// office ("President and Commander"), whose it is.
func (f *finder) before(t *titled) {
	i := t.from
	adjectives, former := words("adjective"), words("former")
	portfolio := words("portfolio")
	for steps := 0; i > 0 && steps < 8; steps++ {
		w := f.fold(i - 1)
		switch {
		case f.ending(i) != nil && f.whose(t, f.ending(i)):
			i = f.ending(i).from
			if f.fold(i-1) == "the" {
				i--
			}
			f.definiteAt(t, i)
			t.from = i
			return
		case (w == "'s" || w == "’s") && f.ending(i-1) != nil && f.whose(t, f.ending(i-1)):
			t.from = f.ending(i - 1).from
			if f.fold(t.from-1) == "the" {
				t.from--
			}
			return
		case former.has(w):
			t.former = t.former || w != "late"
			i--
		case w == "-" && former.has(f.fold(i-2)):
			t.former = true
			i -= 2
		case adjectives.has(w):
			i--
		case portfolio.has(w) && f.ts[i-1].Capital(), w == "and" && portfolio.has(f.fold(i-2)) && f.ts[i-2].Capital():
			i--
		case w == "the" || w == "his" || w == "her" || w == "their" || w == "its":
			t.from, t.definite, t.possessive = i-1, true, w != "the"
			return
		default:
			t.from = i
			return
		}
	}
	t.from = i
}

func (f *finder) definiteAt(t *titled, i int) {
	switch f.fold(i - 1) {
	case "the":
		t.definite = true
	case "his", "her", "their":
		t.possessive = true
	}
	if former := words("former"); former.has(f.fold(i-1)) || f.fold(i-1) == "-" && former.has(f.fold(i-2)) {
		t.former = true
	}
}

// whose takes the state or body of a phrase for the office's.
func (f *finder) whose(t *titled, h *hit) bool {
	switch h.kind {
	case nameState, nameDemonym:
		if t.state == "" && t.body == "" {
			t.state = h.code
		}
		return true
	case nameBody:
		if t.state == "" && t.body == "" {
			t.body = h.body
		}
		return true
	}
	return false
}

// after reads what follows an office: "of Kenya", "for Europe and Foreign
// Affairs", another office, styles, and the name.
func (f *finder) after(t *titled) {
	i := t.to
	for steps := 0; steps < 6; steps++ {
		h := f.hit(i)
		switch w := f.fold(i); {
		case dash(w) && (f.fold(i+1) == "elect" || f.fold(i+1) == "designate"):
			i += 2
			continue
		case (w == "of" || w == "for" || w == "to") && f.portfolioEnd(i+1) > i+1:
			i = f.portfolioEnd(i + 1)
			continue
		case w == "of" || w == "at" && t.body == "":
			k := i + 1
			if f.fold(k) == "the" {
				k++
			}
			if g := f.hit(k); g != nil && g.from == k && g.kind != nameDemonym && f.whose(t, g) {
				i = g.to
				t.to = i
				continue
			}
		case (w == "and" || w == ",") && i == t.to && t.office >= 0 && strings.Contains(lexicon.Offices()[t.office].Title, "minister") && f.portfolioEnd(i+1) > i+1:
			i = f.portfolioEnd(i + 1)
			continue
		case (w == "and" || w == "," || w == "&" || w == "cum") && f.officeAt(i+1) != nil && f.officeAt(i+1).kind == nameOffice:
			if k := f.officeAt(i + 1).to; f.nameEnd(k) > k || f.fold(k) == "of" {
				i = k
				continue
			}
		case h != nil && h.kind == nameOffice && h.from == i && f.nameEnd(h.to) > h.to:
			i = h.to
			continue
		case w == "," && strings.HasPrefix(f.fold(i-1), "counterpart") && (f.nameEnd(i+1) > i+2 || known(f.fold(i+1))):
			i++
			continue
		case w == "," && t.definite && !t.possessive && t.state == "" && t.body == "" && i > t.officeTo && f.nameEnd(f.skipStyles(i+1)) > f.skipStyles(i+1)+1 && f.closes(f.nameEnd(f.skipStyles(i+1))):
			i++
			continue
		case w == "," && f.nameEnd(i+1) > i+2 && (f.fold(i-1) != "" && f.ending(i) != nil) && f.apposition(f.nameEnd(i+1)):
			i++
			continue
		}
		break
	}
	i = f.skipStyles(i)
	t.nameFrom, t.nameTo = i, f.nameEnd(i)
	if t.nameTo > t.nameFrom {
		t.to = t.nameTo
		if t.state == "" && t.body == "" && (f.fold(t.to) == "of" || f.fold(t.to) == "(") {
			k := t.to + 1
			if f.fold(k) == "the" {
				k++
			}
			if g := f.hit(k); g != nil && g.from == k && (g.kind == nameState || g.kind == nameBody) && f.whose(t, g) {
				t.to = g.to
			}
		}
		return
	}
	t.nameFrom, t.nameTo = t.to, t.to
}

func (f *finder) officeAt(i int) *hit {
	if h := f.hit(i); h != nil && h.from == i {
		return h
	}
	return nil
}

// apposition reports whether what stands at token i may follow an apposed
// name: a comma, a verb, the end; not "and", which would make a list.
func (f *finder) apposition(i int) bool { return f.fold(i) != "and" && !f.officeLed(i) }

// closes reports whether an apposed name ends at token i: a mark or the end.
func (f *finder) closes(i int) bool {
	w := f.fold(i)
	return w == "," || w == "." || w == ";" || w == ""
}

func (f *finder) officeLed(i int) bool { h := f.hit(i); return h != nil && h.kind == nameOffice }

// portfolioEnd is the end of the words of a minister's field that begin at i.
func (f *finder) portfolioEnd(i int) int {
	end := i
	portfolio := words("portfolio")
	for k := i; k < len(f.ts) && k < i+12; k++ {
		switch w := f.fold(k); {
		case portfolio.has(w) && f.ts[k].Capital() && f.at[k] < 0:
			end = k + 1
		case w == "and" || w == "the" || w == "of" || w == "," || w == "&":
		default:
			return end
		}
	}
	return end
}

func (f *finder) skipStyles(i int) int {
	styles := words("style")
	for k := 0; k < 4 && i < len(f.ts); k++ {
		w := f.fold(i)
		two := w + " " + f.fold(i+1)
		three := two + " " + f.fold(i+2)
		switch {
		case styles.has(three):
			i += 3
		case styles.has(two):
			i += 2
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

// apposed finds a name before an office: "Narendra Modi, the Prime Minister of
// India", "Kaja Kallas, EU foreign policy chief".
func (f *finder) apposed(t *titled) {
	if t.several || t.possessive || t.from < 2 || t.state == "" && t.body == "" {
		return
	}
	end := f.linked(t.from)
	if end < 2 {
		return
	}
	start := end
	for k := end - 1; k >= 0 && k >= end-6; k-- {
		if f.nameEnd(k) == end && f.skipStyles(k) == k {
			start = k
		}
		if !f.ts[k].Word() && f.fold(k) != "-" {
			break
		}
	}
	if end-start < 2 {
		return
	}
	t.nameFrom, t.nameTo, t.from = start, end, start
}
