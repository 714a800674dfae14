package mention

import (
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
)

// namedStates counts on with each state that a document names, so that a name
// which two share means the one named last.
type namedStates struct {
	count int
	last  map[string]int
}

// meant is the name as the document means it, of those that share it.
func (b *namedStates) meant(n *name) *name {
	if b == nil {
		return n
	}
	if len(n.shared) == 0 {
		if n.code != "" && n.kind != nameCity {
			b.count++
			b.last[n.code] = b.count
		}
		return n
	}
	own := *n
	for _, code := range n.shared {
		if b.last[code] > b.last[own.code] {
			own.code = code
		}
	}
	return &own
}

// guarded is the end of a phrase at token i that holds a name and names no
// state and nobody: a language, a company, an outlet, a street; i where none does.
func (f *finder) guarded(n *name, i int) int {
	if o := outletNames().match(f.ts, i); o != nil && (n == nil || len(o.words) > len(n.words)) && capitals(f.ts[i:i+len(o.words)]) {
		return i + len(o.words)
	}
	if n == nil {
		return i
	}
	to := i + len(n.words)
	if n.words[0] == "the" && i+1 < len(f.ts) { // "the Netherlands Antilles"
		if o := gazetteers().match(f.ts, i+1); o != nil && o.kind == nameNothing && i+1+len(o.words) > to {
			return i + 1 + len(o.words)
		}
	}
	switch n.kind {
	case nameLeader:
		return f.namedAfter(i, to)
	case nameDemonym:
		if f.spoken(i, to) {
			return to
		}
		fallthrough
	case nameState, nameCapital:
		switch next := f.fold(to); {
		case guardedBefore()[next] && !f.taken[to] && (n.kind == nameDemonym || f.ts[to].Capital()):
			return to + 1
		case n.kind == nameState && !n.upper && f.company(to), f.broadcaster(i - 1), f.namesake(n, to):
			return to
		}
	}
	return i
}

// namesake reports whether a name before token i is a town's of the same name
// in a part of a great state: "Lima, Ohio". Washington stands in lists of parts.
func (f *finder) namesake(n *name, i int) bool {
	if f.fold(i) != "," || n.kind == nameDemonym || n.words[0] == "washington" {
		return false
	}
	part := words("part")
	return i+1 < len(f.ts) && f.ts[i+1].Capital() && (part.has(f.fold(i+1)) || part.has(f.fold(i+1)+" "+f.fold(i+2)))
}

// guardedBefore are the words of guards that any state's name or people may
// stand before: "* language".
var guardedBefore = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, phrase := range lexicon.Guards() {
		if rest, ok := strings.CutPrefix(phrase, "* "); ok {
			out[rest] = true
		}
	}
	return out
})

// outletNames are the names of outlets in several words that hold the name of
// a state, its people or a capital, and name none of them.
var outletNames = sync.OnceValue(func() gazetteer {
	g, all := gazetteer{}, gazetteers()
	for _, s := range lexicon.OutletNames() {
		ts := Tokens(strings.TrimPrefix(s, "The "))
		for i := range ts {
			n := all.match(ts, i)
			if n != nil && len(n.words) < len(ts) && (n.kind == nameState || n.kind == nameDemonym || n.kind == nameCapital) {
				g.add(strings.TrimPrefix(s, "The "), name{kind: nameNothing})
				break
			}
		}
	}
	return g
})

// capitals reports whether all longer words are written with a capital.
func capitals(ts []Token) bool {
	return !slices.ContainsFunc(ts, func(t Token) bool { return t.Word() && len(t.Text) > 3 && !t.Capital() })
}

// spoken reports whether a demonym names a language: "in Russian.", "speaks
// Kazakh and Uzbek", "translated from French".
func (f *finder) spoken(i, to int) bool {
	switch f.fold(i - 1) {
	case "in", "into", "speak", "speaks", "spoke", "speaking":
	case "from":
		if !strings.HasPrefix(f.fold(i-2), "translat") {
			return false
		}
	case "and", "or", ",":
		if h := f.ending(i - 1); h == nil || h.kind != nameNothing {
			return false
		}
	default:
		return false
	}
	g := gazetteers()
	for to+1 < len(f.ts) && (f.fold(to) == "and" || f.fold(to) == "or" || f.fold(to) == ",") {
		n := g.match(f.ts, to+1)
		if n == nil || n.kind != nameDemonym {
			break
		}
		to += 1 + len(n.words)
	}
	switch next := f.fold(to); next {
	case "", "to", "with", "on", "at", "for", "as", "by", "during", "but", "before", "after", "when", "while", "that", "since", "into", "from", "and", "or":
		return true
	default:
		return guardedBefore()[next] || !f.ts[to].Word() && next != "-" && next != "'s" && next != "–"
	}
}

// company reports whether the words from token i make a state's name the first
// of a company's: "China Bridge Corporation". An acronym, as in "the U.S.
// Finance Corporation", tells whose the body is instead.
func (f *finder) company(i int) bool {
	not := words("notname")
	for k := i; k < len(f.ts) && k < i+6; k++ {
		w := f.fold(k)
		switch w {
		case "corporation", "corp", "company", "co", "ltd", "limited", "inc", "plc", "jsc", "llc", "holding", "holdings":
			return k > i && f.ts[k].Capital()
		case "&", "and", "of":
			if k > i {
				continue
			}
		}
		if !f.ts[k].Capital() || f.taken[k] || not.has(w) && w != "national" && w != "international" && w != "energy" && w != "trade" {
			return false
		}
	}
	return false
}

// broadcaster reports whether the word at token i begins the name of a
// station that a state's name ends: "Sputnik Kyrgyzstan".
func (f *finder) broadcaster(i int) bool {
	return (f.fold(i) == "sputnik" || f.fold(i) == "radio") && f.ts[i].Capital()
}

// namedAfter is the end of the name of an institution, street or airport that
// is called after the leader of tokens i to to; i where none is.
func (f *finder) namedAfter(i, to int) int {
	for k := to; k < len(f.ts) && k < to+3 && f.ts[k].Capital(); k++ {
		switch f.fold(k) {
		case "memorial":
			i = k + 1
			continue
		case "international", "presidential", "state", "national", "cultural", "peace":
			continue
		case "university", "foundation", "centre", "center", "airport", "institute", "street", "avenue", "boulevard", "square", "stadium",
			"prize", "award", "city", "thought", "trail", "port", "hall", "doctrine", "house", "library", "school", "academy", "hospital", "museum", "bridge", "mausoleum", "mosque", "highway", "fund":
			return k + 1
		}
		break
	}
	return i
}

// givenName reports whether people bear the name of a state or city too.
func givenName(fold string) bool {
	switch fold {
	case "jordan", "chad", "georgia", "israel", "sofia", "paris", "santiago", "victoria", "kingston", "wellington", "washington", "lincoln", "lima", "roseau", "dominica", "ireland", "holland", "france", "britain",
		"aden", "milan", "sydney", "adelaide", "alexandria", "kobe", "houston", "boston", "windsor", "livingstone", "jericho", "medina", "lyon", "odessa", "granada", "hamilton":
		return true
	}
	return false
}

// lookAlike reports whether a state's or city's name at token i is part of a person's:
// "Michael Jordan", "Jordan Peterson".
func lookAlike(ts []Token, i, n int) bool {
	if n == 1 && i == 0 && ts[i].Text == "Male" { // "Male workers"
		return true
	}
	if n != 1 || !givenName(ts[i].Fold) {
		return false
	}
	g, not := gazetteers(), words("notname")
	if i > 1 && ts[i-1].Fold == "of" && governs(ts[i-2].Fold) { // "the Prime Minister of Georgia Ada Moro"
		return false
	}
	stranger := func(k int) bool {
		return k >= 0 && k < len(ts) && ts[k].Capital() && len(ts[k].Text) > 2 && !ts[k].Glued && !not.has(ts[k].Fold) &&
			!words("style").has(ts[k].Fold) && !g.placeFirst(ts[k].Fold)
	}
	if stranger(i+1) && !ts[i+1].Glued {
		return true
	}
	if i == 1 { // "Landlocked Chad", "Neighbouring Jordan" open sentences
		for _, ending := range []string{"ing", "ed", "ly", "ern", "ful", "ous"} {
			if strings.HasSuffix(ts[0].Fold, ending) {
				return false
			}
		}
	}
	return stranger(i-1) && !ts[i].Glued
}

// governs reports whether a word before "of" is what a state has.
func governs(w string) bool {
	switch w {
	case "minister", "president", "king", "queen", "republic", "kingdom", "state", "government", "ambassador", "parliament", "secretary", "speaker", "premier", "people", "citizens", "capital", "leader", "leaders", "ministers", "presidents", "affairs", "prince":
		return true
	}
	return false
}
