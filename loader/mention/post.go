package mention

import (
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
)

// A post is an office that is known by where it is held, not by a name of its
// own: "head of the security service", "Central Bank governor", "Speaker of the
// Mazhilis". Its title is put together from the passage's words.

// seated reads the institution of a post behind or before its noun. It reports
// false where the word is no post or nothing says of what.
func (f *finder) seated(t *titled) bool {
	i := t.from
	if t.title() == "speaker" {
		t.public = t.to-i > 1 || f.ts[i].Capital()
	}
	if end := f.diplomacy(t); end > 0 {
		t.office, t.post, t.to = foreignMinister(), "", end
		return true
	}
	last := f.fold(t.to - 1)
	noun, ok := words("post")[last]
	if !ok {
		return false
	}
	if w := f.fold(t.to); w == "of" || w == "for" {
		if o := f.organ(t.to+1, noun == "seat"); o.to > 0 && (noun != "member" || f.parliament(o.from, o.named)) {
			f.seat(t, i, o)
			return true
		}
	}
	if noun == "seat" && t.office >= 0 { // "Speaker X" is an office by itself
		return true
	}
	if noun == "member" {
		return false
	}
	from := f.organBefore(i, noun == "field")
	if from == i || t.office >= 0 && lexicon.Offices()[t.office].Head && !f.parliament(from, i) {
		return t.office >= 0
	}
	t.from, t.post, t.office = from, f.lower(from, t.to), -1
	t.public = noun == "field" || f.public(from, i)
	return true
}

// seat gives a post its institution and whose that is.
func (f *finder) seat(t *titled, from int, o organ) {
	of := " of "
	if o.from > t.to+1 {
		of = " of the "
	}
	t.post, t.office = strings.TrimSuffix(f.lower(from, t.to), "s")+of+f.lower(o.from, o.named), -1
	t.public, t.to = o.public, o.to
	if t.untold() {
		t.state, t.body = o.state, o.body
	}
}

// organ is an institution as a passage names it.
type organ struct {
	from, named int // tokens of its name
	to          int // token behind all, whose it is included; 0 where there is none
	state, body string
	public      bool
}

// organ reads the institution that begins at token i: "Tajikistan's security
// service", "the National Security Committee of Kyrgyzstan". Native words that
// close a clause are one too where the post is a seat in parliament: "the
// Mazhilis, Mr. X".
func (f *finder) organ(i int, seat bool) organ {
	if w := f.fold(i); w == "the" || w == "its" || w == "their" {
		i++
	}
	o := organ{from: i}
	i = f.owner(&o, i)
	o.from = i
	end := f.organEnd(i)
	if end == i && seat {
		end = f.nativeEnd(i)
	}
	if end > i && f.fold(end) == "al" && dash(f.fold(end+1)) && f.ts[end-1].Capital() { // "the Majlis Al-Shura"
		end = min(end+3, len(f.ts))
	}
	if end == i {
		return organ{}
	}
	o.named, o.to, o.public = end, end, seat || f.public(i, end)
	if f.fold(end) == "of" || f.fold(end) == "in" {
		k := f.pastThe(end + 1)
		if g := f.officeAt(k); g != nil && o.state == "" && o.body == "" {
			switch g.kind {
			case nameState:
				o.state, o.to = g.code, g.to
			case nameBody:
				o.body, o.to = g.body, g.to
			case nameDemonym: // "of the Japanese People's Army"
				if end := f.organEnd(g.to); end > g.to {
					o.state, o.to = g.code, end
				}
			}
			if o.to == g.to {
				o.to = f.organEnd(g.to)
			}
		}
	}
	return o
}

// owner reads "Tajikistan's", "the Kyrgyz" before an institution's name.
func (f *finder) owner(o *organ, i int) int {
	h := f.officeAt(i)
	if h == nil {
		if s, to := f.country(i); to > i {
			o.state = s
			return to
		}
		return i
	}
	switch h.kind {
	case nameState, nameDemonym:
		o.state = h.code
	case nameBody:
		o.body = h.body
	default:
		return i
	}
	if w := f.fold(h.to); w == "'s" || w == "’s" || w == "'" || w == "’" {
		return h.to + 1
	}
	return h.to
}

// country reads "country's", "republic's" at token i: the state last named
// before it in the passage.
func (f *finder) country(i int) (state string, to int) {
	switch f.fold(i) {
	case "country", "nation", "republic", "kingdom", "sultanate", "emirate":
	default:
		return "", i
	}
	if w := f.fold(i + 1); w != "'s" && w != "’s" {
		return "", i
	}
	if s := f.landBefore(i); s != "" {
		return s, i + 2
	}
	return "", i
}

// thisLand reads "this country", "that country" at token i: the state last named
// before it in the passage, or "".
func (f *finder) thisLand(i int) string {
	if w := f.fold(i); w != "this" && w != "that" && w != "the" {
		return ""
	}
	switch f.fold(i + 1) {
	case "country", "nation":
		return f.landBefore(i)
	}
	return ""
}

// landBefore is the state last named before token i in the passage, or "".
func (f *finder) landBefore(i int) string {
	for k := len(f.hits) - 1; k >= 0; k-- {
		if h := &f.hits[k]; h.to <= i && (h.kind == nameState || h.kind == nameCapital) {
			return h.code
		}
	}
	return ""
}

// organEnd is the end of the institution's words that begin at token i, or i:
// the last word of an institution, with its field ("State Committee for
// National Security").
func (f *finder) organEnd(i int) int {
	organs, portfolio := words("organ"), words("portfolio")
	end := i
	for k := i; k < len(f.ts) && k < i+10; k++ {
		switch w := f.fold(k); {
		case w == "ministers" && f.fold(k-1) == "of" && end == k-1: // "the Council of Ministers"
			end = k + 1
		case f.at[k] >= 0 && !organs.has(w):
			return end
		case organs.has(w), end > i && portfolio.has(w) && f.ts[k].Capital():
			end = k + 1
		case end > i && f.ts[k].Capital() && f.ts[k].Word() && (f.fold(k-1) == "national" || f.fold(k-1) == "for") && !f.nextCapital(k):
			end = k + 1 // "for National Reconciliation"
		case portfolio.has(w), organModifier(w), w == "'s" && f.fold(k-1) == "people", w == "’s" && f.fold(k-1) == "people":
		case end > i && (w == "for" || w == "of" || w == "on" || w == "and" || w == "the"):
		case end == i && f.ts[k].Capital() && f.ts[k].Word() && k < i+3 && !words("style").has(w) && w != "the":
		default:
			return end
		}
	}
	return end
}

// nextCapital reports whether a capitalized word follows token k.
func (f *finder) nextCapital(k int) bool {
	return k+1 < len(f.ts) && f.ts[k+1].Capital() && f.ts[k+1].Word()
}

// organModifier reports whether a word says what kind of an institution one is.
func organModifier(w string) bool {
	switch w {
	case "central", "national", "supreme", "upper", "lower", "federal", "general", "state", "constitutional", "intelligence", "military", "border", "presidential", "people", "people's", "peoples", "revolutionary", "standing", "great", "grand", "secret", "domestic", "spy", "anti", "corruption", "communist", "ruling", "executive", "republican", "high", "royal", "legislative", "electoral", "election", "armed", "joint", "customs", "drug", "guard", "atomic", "house", "deputy":
		return true
	}
	return false
}

// nativeEnd is the end of one or two capitalized words that no lexicon has and
// that close their clause or stand before whose they are, or i.
func (f *finder) nativeEnd(i int) int {
	for k := i; k < len(f.ts) && k < i+4; k++ {
		t := &f.ts[k]
		switch w := t.Fold; {
		case k > i && (w == "," || w == "of" || w == "." || f.skipStyles(k) > k):
			return k
		case dash(w) && t.Glued:
		case !t.Capital() || f.at[k] >= 0 || f.taken[k] || words("notname").has(w) || words("style").has(w):
			return i
		}
	}
	return i
}

// organBefore is where the institution's words begin that stand right before a
// post: "Central Bank governor", "intelligence chief"; i where none do. A field
// alone is enough for some: "home affairs commissioner".
func (f *finder) organBefore(i int, field bool) int {
	organs, portfolio := words("organ"), words("portfolio")
	k, named := i, false
	for k > 0 && k > i-5 {
		w := f.fold(k - 1)
		if f.at[k-1] >= 0 && !organs.has(w) || !organs.has(w) && !organModifier(w) && !portfolio.has(w) || w == "new" || w == "small" {
			break
		}
		named = named || organs.has(w)
		k--
	}
	if !named && !field && !f.public(k, i) {
		return i
	}
	return k
}

// public reports whether the words name what a state alone has: a parliament,
// a security service, an army; not any agency or bank.
func (f *finder) public(from, to int) bool {
	for k := from; k < to; k++ {
		if words("organ")[f.fold(k)] == "public" {
			return true
		}
		switch f.fold(k) {
		case "security", "intelligence", "central", "supreme", "constitutional", "armed", "military", "border", "spy", "secret":
			return true
		}
	}
	return false
}

// parliament reports whether a president "of" the words is no head of state.
func (f *finder) parliament(from, to int) bool {
	for k := from; k < to; k++ {
		if words("organ")[f.fold(k)] == "public" {
			return true
		}
	}
	return false
}

// lower is the folded words of a stretch of tokens.
func (f *finder) lower(from, to int) string {
	var b strings.Builder
	for k := from; k < to; k++ {
		if k > from && !f.ts[k].Glued {
			b.WriteByte(' ')
		}
		b.WriteString(f.ts[k].Fold)
	}
	return b.String()
}

// diplomacy reads "of Kenyan diplomacy" behind "head" or "chief": a foreign
// minister's office. It is where the phrase ends, or 0.
func (f *finder) diplomacy(t *titled) int {
	if w := f.fold(t.to - 1); w != "head" && w != "chief" && w != "boss" || f.fold(t.to) != "of" {
		return 0
	}
	k := f.pastThe(t.to + 1)
	h := f.officeAt(k)
	if h == nil || h.kind != nameDemonym && h.kind != nameState && h.kind != nameBody {
		return 0
	}
	end := h.to
	if w := f.fold(end); w == "'s" || w == "’s" {
		end++
	}
	if w := f.fold(end); w != "diplomacy" && w != "diplomats" && w != "foreign" {
		return 0
	}
	if f.fold(end) == "foreign" {
		if w := f.fold(end + 1); w != "ministry" && w != "policy" && w != "office" {
			return 0
		}
		end++
	}
	f.whose(t, h)
	return end + 1
}

// foreignMinister is the index of a foreign minister's office.
var foreignMinister = sync.OnceValue(func() int {
	return slices.IndexFunc(lexicon.Offices(), func(o lexicon.Office) bool { return o.Title == "foreign minister" })
})
