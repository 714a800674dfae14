package mention

import (
	"slices"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
)

// distinctiveNames leads from a family name of at least four letters, borne by
// leaders of one state or body alone and by no place, to the foremost of them.
var distinctiveNames = sync.OnceValue(func() map[string]int {
	at, many := map[string]int{}, map[string]bool{}
	ls := lexicon.Leaders()
	for i, l := range ls {
		for _, family := range alone(l) {
			k, taken := at[family]
			switch {
			case !taken:
				at[family] = i
			case ls[k].State != l.State || ls[k].Organization != l.Organization:
				many[family] = true
			case foremost(l, ls[k]):
				at[family] = i
			}
		}
	}
	g := gazetteers()
	for f := range at {
		if many[f] || f != "xi" && len(f) < 4 || g.placeFirst(f) {
			delete(at, f)
		}
	}
	return at
})

// placeFirst reports whether a phrase that is no leader's name begins with a word.
func (g gazetteer) placeFirst(fold string) bool {
	return slices.ContainsFunc(g[fold], func(n name) bool { return n.kind != nameLeader })
}

// alone is a leader's family name as single tokens: in its spellings, and as
// the spellings of the whole name end ("Zelensky" as well as "Zelenskyy").
func alone(l lexicon.Leader) []string {
	var out []string
	for _, family := range l.Families {
		if f := nameTokens(family); len(f) == 1 {
			out = append(out, f[0])
		}
	}
	if len(out) == 0 {
		return nil
	}
	for _, s := range l.Spellings {
		if w := lastWord(s); len(w) > 4 && len(out[0]) > 4 && w[:4] == out[0][:4] {
			out = append(out, w)
		}
	}
	return out
}

// foremost reports whether a family name means the one rather than the other:
// who is in office before who is not, then the higher office, then the later.
func foremost(one, other lexicon.Leader) bool {
	if (one.To == "") != (other.To == "") {
		return one.To == ""
	}
	if a, b := rank(one.Office), rank(other.Office); a != b {
		return a < b
	}
	return one.From > other.From
}

func rank(title string) int {
	for _, o := range lexicon.Offices() {
		if o.Title == title {
			return o.Rank
		}
	}
	return 9
}

// shortNames leads from a family name of fewer than four letters and the office
// that stands with it to the one leader who bears both: "President Dan".
var shortNames = sync.OnceValue(func() map[string]int {
	at, many := map[string]int{}, map[string]bool{}
	for i, l := range lexicon.Leaders() {
		for _, family := range alone(l) {
			if len(family) > 3 {
				continue
			}
			key := family + " " + l.Office
			_, taken := at[key]
			many[key] = many[key] || taken
			at[key] = i
		}
	}
	for key := range many {
		if many[key] {
			delete(at, key)
		}
	}
	return at
})
