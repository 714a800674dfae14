package resolve

import (
	"strings"

	"github.com/entente-graph/entente/graph"
)

// words splits a name or title into its folded words.
func words(s string) []string { return graph.Terms(s) }

// folded is a text by its folded words alone, for comparing.
func folded(s string) string { return strings.Join(words(s), " ") }
