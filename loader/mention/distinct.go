package mention

import (
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
)

// distinctiveNames leads from a family name of at least five letters, borne by
// one leader of the lexicon alone and by no state or city, to that leader.
var distinctiveNames = sync.OnceValue(func() map[string]int {
	count, at := map[string]int{}, map[string]int{}
	for i, l := range lexicon.Leaders() {
		f := nameTokens(l.Family)
		if len(f) != 1 {
			continue
		}
		count[f[0]]++
		at[f[0]] = i
		for _, s := range l.Spellings { // "Zelensky" as well as "Zelenskyy"
			if w := lastWord(s); w != f[0] && len(w) > 4 && len(f[0]) > 4 && w[:4] == f[0][:4] && count[w] == 0 {
				count[w], at[w] = 1, i
			}
		}
	}
	g := gazetteers()
	out := map[string]int{}
	for f, n := range count {
		if n == 1 && (len(f) >= 4 && len(g[f]) == 0 || f == "xi") {
			out[f] = at[f]
		}
	}
	return out
})
