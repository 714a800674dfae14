package mention

import (
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
)

// wordSet leads from a folded word to the value that a class of words.tsv
// gives it.
type wordSet map[string]string

func (w wordSet) has(fold string) bool { _, ok := w[fold]; return ok }

var wordSets = sync.OnceValue(func() map[string]wordSet {
	out := map[string]wordSet{}
	for _, w := range lexicon.Words() {
		if out[w.Class] == nil {
			out[w.Class] = wordSet{}
		}
		if _, ok := out[w.Class][w.Form]; !ok {
			out[w.Class][w.Form] = w.Value
		}
	}
	return out
})

func words(class string) wordSet { return wordSets()[class] }
