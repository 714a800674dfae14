package mention

import (
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// titled is an office in a passage, with whose it is and who holds it, as far
// as the words around it tell.
type titled struct {
	from, to   int    // tokens of the whole, name included
	officeTo   int    // token behind the office's own words
	office     int    // index into lexicon.Offices, -1 for "counterpart" and posts
	post       string // title of a post at an institution: "head of the security service"
	public     bool   // of a post: the institution is one that a state alone has
	state      string
	body       string
	nameFrom   int // tokens of the name; equal where there is none
	nameTo     int
	former     bool
	plain      bool     // no title stands with the name, but whose the person is
	regional   bool     // of a part of a state
	definite   bool     // "the president"
	several    bool     // plural
	possessive bool     // "his counterpart"
	owner      string   // the possessive's word: "his", "whose"
	partner    bool     // "counterpart", whose office is somebody else's
	bare       bool     // the name is one word, which somebody's full name must explain
	states     []string // of several, as listed behind the office: "of Kenya and Norway"
	couple     bool     // of the partner named behind, whose office it shares
	listed     bool     // not the first of several behind a plural office, each with a field in brackets
	with       int      // 1 + index of the office whose state it shares by standing in a list with it
}

// title is the office's canonical name, or "" for a counterpart's.
func (t *titled) title() string {
	switch {
	case t.post != "":
		return t.post
	case t.office >= 0:
		return lexicon.Offices()[t.office].Title
	}
	return ""
}

// lone reports whether the title says nothing of a state unless one stands by.
func (t *titled) lone() bool {
	return !t.public && (t.office < 0 || needsWhom(t.title()))
}

// untold reports whether nothing says whose the office is.
func (t *titled) untold() bool { return t.state == "" && t.body == "" }

// named reports whether a name stands with the office.
func (t *titled) named() bool { return t.nameTo > t.nameFrom }

// titles finds every office of the passage, from left to right.
func (f *finder) titles() []titled {
	var out []titled
	end, claimed := 0, 0 // claimed is where the last name with an office ends
	for i := 0; i < len(f.ts); i++ {
		if i < end {
			continue
		}
		t, ok := f.officeFrom(i, out)
		if !ok {
			continue
		}
		f.before(&t)
		prior := f.prior(&t)
		if f.holds(&t) {
			prior.to = prior.from
		}
		f.after(&t, prior.free(claimed))
		switch {
		case t.named():
			f.sided(&t)
		case prior.free(claimed) || !t.untold():
			f.apposed(&t, prior)
			if t.named() {
				f.sided(&t)
			}
		}
		more := f.many(&t)
		for _, m := range more {
			end = max(end, m.to)
			if m.named() {
				claimed = max(claimed, m.nameTo)
			}
		}
		out = append(out, more...)
	}
	f.share(out)
	out = append(out, f.successors(out)...)
	out = append(out, f.coupled(out)...)
	return append(out, f.peers(out)...)
}

// holds reports whether a comma leads from an office to a well-known holder of
// it: "…, Prime Minister, Narendra Modi, …".
func (f *finder) holds(t *titled) bool {
	h := f.officeAt(f.skipStyles(t.to + 1))
	return f.fold(t.to) == "," && h != nil && h.kind == nameLeader && lexicon.Leaders()[h.leader].Office == t.title()
}

// officeFrom is the office, counterpart or post whose own words begin at token i.
func (f *finder) officeFrom(i int, before []titled) (titled, bool) {
	h := f.hit(i)
	t := titled{from: i, to: i + 1, office: -1, several: strings.HasSuffix(f.ts[i].Fold, "s")}
	switch n := f.partner(i); {
	case n > 0 && h == nil:
		t.partner, t.to, t.several = true, i+n, strings.HasSuffix(f.fold(i+n-1), "s")
		if len(before) > 0 {
			t.office, t.post = before[len(before)-1].office, before[len(before)-1].post
		}
	case h != nil && (h.kind != nameOffice || h.from != i || f.givenAs(i) || f.hyphened(i)):
		return t, false
	case h != nil:
		t.to, t.office = h.to, h.office
		t.several = !singular(f.ts[h.from:h.to], lexicon.Offices()[h.office].Forms)
		if w := f.fold(i); t.title() == "commissioner" && (w == "european" || w == "eu") {
			t.body = "European Union"
		}
		f.seated(&t)
	default:
		if !f.seated(&t) {
			return t, false
		}
	}
	t.officeTo = t.to
	return t, true
}

// hyphened reports whether a word is part of a compound: "Gandhi-King".
func (f *finder) hyphened(i int) bool {
	return i > 1 && f.ts[i].Glued && f.ts[i-1].Text == "-" && f.ts[i-1].Glued && f.ts[i].Capital() && f.ts[i-2].Capital()
}

// many takes apart what a plural office stands for.
func (f *finder) many(t *titled) []titled {
	if t.several {
		if each := f.eachOwn(t); len(each) > 0 {
			return each
		}
	}
	if t.several && !t.named() {
		f.listed(t)
	}
	if t.several && t.named() {
		return f.apart(t)
	}
	return []titled{*t}
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

// before reads what stands before an office: portfolio, adjectives, styles,
// whose it is.
func (f *finder) before(t *titled) {
	i := t.from
	for steps := 0; i > 0 && steps < 8; steps++ {
		w := f.fold(i - 1)
		switch {
		case f.ending(i) != nil && f.whose(t, f.ending(i)):
			i = f.ending(i).from
			if w := f.fold(i - 1); w == "the" || w == "a" || w == "an" {
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
		case (w == "'s" || w == "’s") && i > 2 && f.fold(i-3) == "the" && t.untold():
			s, to := f.country(i - 2)
			if to == i {
				t.state = s
				t.from = i - 3
			}
			return
		case (w == "a" || w == "an") && !t.untold():
			t.from = i - 1
			return
		case w == "the" || possessive(w):
			t.from, t.definite, t.possessive = i-1, true, w != "the"
			if t.possessive {
				t.owner = w
			}
			return
		default:
			n := f.modifier(t, i)
			if n == 0 {
				t.from = i
				return
			}
			i -= n
		}
	}
	t.from = i
}

// modifier is how many tokens before token i only say more of an office:
// "former", "newly elected", "Trade and", "Hon.".
func (f *finder) modifier(t *titled, i int) int {
	w, former, portfolio := f.fold(i-1), words("former"), words("portfolio")
	style := func(k int) bool { return k >= 0 && f.ts[k].Capital() && words("style").has(f.fold(k)) }
	switch {
	case (w == "deputy" || w == "vice" || w == "assistant") && t.title() != "":
		t.post, t.public, t.office = "deputy "+t.title(), !t.lone(), -1
		return 1
	case former.has(w):
		t.former = t.former || w != "late"
		return 1
	case w == "old" && i > 5 && f.aged(i-5):
		return 5
	case w == "-" && former.has(f.fold(i-2)):
		t.former = true
		return 2
	case words("adjective").has(w):
		t.regional = t.regional || w == "regional"
		return 1
	case portfolio.has(w) && (f.ts[i-1].Capital() || f.fold(t.officeTo-1) == "minister"), w == "and" && portfolio.has(f.fold(i-2)) && f.ts[i-2].Capital():
		return 1
	case w == "." && style(i-2):
		return 2
	case style(i-1) && (f.fold(i-1) == "hon'ble" || f.fold(i-1) == "h.e." || f.fold(i-1) == "honourable" || f.fold(i-1) == "honorable"):
		return 1
	}
	return 0
}

func (f *finder) definiteAt(t *titled, i int) {
	if w := f.fold(i - 1); w == "the" {
		t.definite = true
	} else if possessive(w) {
		t.possessive, t.owner = true, w
	}
	if former := words("former"); former.has(f.fold(i-1)) || f.fold(i-1) == "-" && former.has(f.fold(i-2)) {
		t.former = true
	}
}

// whose takes the state or body of a phrase for the office's.
func (f *finder) whose(t *titled, h *hit) bool {
	switch h.kind {
	case nameState, nameDemonym:
		if t.untold() {
			t.state = h.code
		}
		return true
	case nameBody:
		if t.untold() {
			t.body = h.body
		}
		return true
	}
	return false
}

// partner is how many tokens from token i on call somebody the partner of
// another: "counterpart", "opposite number"; "colleague" only where whose it is
// stands before. It is 0 where none does.
func (f *finder) partner(i int) int {
	for n, w := 2, f.fold(i)+" "+f.fold(i+1); n > 0; n, w = n-1, f.fold(i) {
		switch words("partner")[w] {
		case "any":
			return n
		case "own":
			k := i
			for k > 0 && words("adjective").has(f.fold(k-1)) {
				k--
			}
			if h := f.ending(k); h != nil && (h.kind == nameDemonym || h.kind == nameBody) || possessive(f.fold(k-1)) {
				return n
			}
		}
	}
	return 0
}

// possessive reports whether a word says that what follows is somebody's.
func possessive(w string) bool {
	switch w {
	case "his", "her", "their", "its", "my", "our", "whose":
		return true
	}
	return false
}

// ownedBy is the possessive before an office of somebody's own people: "his"
// of "his foreign minister", not of "his counterpart".
func (t *titled) ownedBy() string {
	if t.partner {
		return ""
	}
	return t.owner
}
