package claim

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
)

// undertakings are the words that say what sort of thing a project is.
var undertakings = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range lexicon.Words() {
		if w.Class == "project" {
			for _, one := range wordsOf(w.Form) {
				out[one] = true
			}
		}
	}
	return out
})

// ProjectName takes a project's name apart: the noun that says what it is
// ("railway"), and the words that are a name of its own, folded and sorted: of
// "Ungheni–Iași motorway bridge over the Prut" they are "bridge" and "iasi",
// "prut", "ungheni".
func ProjectName(name string) (noun string, names []string) {
	ended := false
	for _, t := range mention.Tokens(name) {
		if !t.Word() {
			continue
		}
		switch {
		case projectStop(t.Fold):
			ended = ended || noun != ""
		case undertakings()[t.Fold]:
			if !ended {
				noun = singular(t.Fold)
			}
		case len(t.Fold) > 2 && unicode.IsUpper([]rune(t.Text)[0]) && !slices.Contains(generic, t.Fold) && !slices.Contains(names, t.Fold):
			names = append(names, strings.Trim(t.Fold, ".'"))
		}
	}
	slices.Sort(names)
	return noun, names
}
