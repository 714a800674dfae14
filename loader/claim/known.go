package claim

import (
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/spelling"
)

// spelled leads to the lexicon's people by how their names are written: whole,
// and by the family name that stands alone.
type spelled struct {
	whole  map[string]int   // folded words → index into lexicon.Leaders
	family map[string][]int // sound of one word → indices, in order
}

var spellings = sync.OnceValue(func() spelled {
	s := spelled{map[string]int{}, map[string][]int{}}
	for i, l := range lexicon.Leaders() {
		for _, name := range append([]string{l.Name}, l.Spellings...) {
			s.whole[strings.Join(nameWords(name), " ")] = i
		}
		for _, family := range l.Families {
			if ws := nameWords(family); len(ws) == 1 {
				if sound := spelling.Sound(ws[0]); !slices.Contains(s.family[sound], i) {
					s.family[sound] = append(s.family[sound], i)
				}
			}
		}
	}
	return s
})

// nameWords are the folded words of a name, without hyphens and dots.
func nameWords(name string) []string {
	var out []string
	for _, w := range wordsOf(name) {
		if w = strings.Trim(w, ".'"); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// knownAs are the words of the name that the lexicon has for a person, so that
// ways of spelling it can be seen to be one: the whole name is one of its
// spellings, or the family name alone stands with an office that one of that
// family alone has held by then, or without any where nobody else of the lexicon
// has the name and that one was in office. The offices of the document must be
// the lexicon's too, or it speaks of a namesake.
func knownAs(page *mention.Page, person int) []string {
	p := &page.People[person]
	ls := lexicon.Leaders()
	name := nameWords(p.Name)
	if len(name) > 1 {
		i, ok := spellings().whole[strings.Join(name, " ")]
		if !ok || len(p.Offices) > 0 && !slices.ContainsFunc(p.Offices, func(o mention.Office) bool { return servedThere(&ls[i], &o) }) {
			return nil
		}
		return nameWords(ls[i].Name)
	}
	if len(name) == 0 {
		return nil
	}
	bearers := spellings().family[spelling.Sound(name[0])]
	if len(p.Offices) == 0 {
		if len(name[0]) < distinct || len(bearers) != 1 || !inOffice(&ls[bearers[0]], page.Published) {
			return nil
		}
		return nameWords(ls[bearers[0]].Name)
	}
	var found []int
	for _, i := range bearers {
		if slices.ContainsFunc(p.Offices, func(o mention.Office) bool { return heldBy(&ls[i], &o, page.Published) }) {
			found = append(found, i)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return nameWords(ls[found[0]].Name)
}

// distinct is the least length of a family name that stands for its bearer
// without office or first name.
const distinct = 5

// inOffice reports whether a person of the lexicon held some office in the year
// of publication.
func inOffice(l *lexicon.Leader, published string) bool {
	return len(published) >= 4 && slices.ContainsFunc(l.Terms, func(t lexicon.Term) bool {
		return t.From <= published[:4] && (t.To == "" || published[:4] <= t.To)
	})
}

// servedThere reports whether a person of the lexicon has served the state or
// body of an office.
func servedThere(l *lexicon.Leader, o *mention.Office) bool {
	return slices.ContainsFunc(l.Terms, func(t lexicon.Term) bool { return placeOf(&t, o) })
}

func placeOf(t *lexicon.Term, o *mention.Office) bool {
	return t.State != "" && t.State == o.State || t.Organization != "" && t.Organization == o.Organization
}

// heldBy reports whether a person of the lexicon held an office on the day of
// publication, or before it where the text calls it a former one.
func heldBy(l *lexicon.Leader, o *mention.Office, published string) bool {
	if len(published) < 4 {
		return false
	}
	year := published[:4]
	return slices.ContainsFunc(l.Terms, func(t lexicon.Term) bool {
		if !placeOf(&t, o) || o.Title != t.Office || t.From > year {
			return false
		}
		return o.Former || t.To == "" || year <= t.To
	})
}
