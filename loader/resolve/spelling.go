package resolve

import (
	"strings"

	"github.com/entente-graph/entente/graph"
)

// skeletons undo what transliterations do differently. In order: what is longer first.
var skeletons = strings.NewReplacer(
	"dzh", "j", "zh", "j", "kh", "h", "gh", "g", "q", "k", "w", "v",
	"iy", "y", "yy", "y", "ye", "e", "ii", "y",
)

// skeleton folds the spelling of a name: "Zhaparov" and "Japarov", "Toqaev"
// and "Tokayev" are alike.
func skeleton(word string) string {
	s := skeletons.Replace(graph.Fold(word))
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// words splits a name or title into its folded words.
func words(s string) []string { return graph.Terms(s) }

// folded is a text by its folded words alone, for comparing.
func folded(s string) string { return strings.Join(words(s), " ") }
