package claim

import (
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// next is the folded token behind token i, "" where none is.
func next(ts []mention.Token, i int) string {
	if i+1 >= len(ts) {
		return ""
	}
	return ts[i+1].Fold
}

// bothAt is the length of "the two sides", "both presidents", "the parties".
func bothAt(ts []mention.Token, i int) int {
	k, counted := i, false
	for ; k < len(ts) && k < i+4; k++ {
		switch w := ts[k].Fold; w {
		case "the", "same", "these":
		case "two", "both", "three", "four":
			counted = true
			if k > i && ts[k-1].Fold == "same" {
				return k - i + 1
			}
		case "leaders", "presidents", "ministers", "premiers", "generals", "statesmen", "sides", "parties", "pair", "duo", "foreign":
			if w == "foreign" {
				continue
			}
			if k > i && (counted || ts[i].Fold == "the") {
				return k - i + 1
			}
			return 0
		case "central", "defence", "defense":
			if w := next(ts, k); !counted || w != "banks" && w != "ministries" {
				return 0
			}
		case "banks", "ministries", "parliaments", "militaries", "navies", "armies", "delegations": // "the two central banks"
			if k > i && counted {
				return k - i + 1
			}
			return 0
		case "heads":
			if k > i && k+2 < len(ts) && ts[k+1].Fold == "of" && (ts[k+2].Fold == "state" || ts[k+2].Fold == "government") {
				return k + 3 - i
			}
			return 0
		case "men", "women": // "both men", who may be no leaders where they are "the two men"
			if k == i+1 && ts[i].Fold == "both" {
				return 2
			}
			return 0
		case "countries", "states", "nations", "governments", "neighbours", "neighbors", "capitals":
			if k > i && counted {
				return k - i + 1
			}
			return 0
		default:
			if counted && ts[k-1].Fold != "two" && ts[k-1].Fold != "both" && k+1 < len(ts) && ts[k+1].Fold == "ministers" && ts[k].Word() {
				continue // "the three energy ministers"
			}
			if counted && k == i+2 && (strings.HasSuffix(w, "ed") || w == "were" || w == "are" || w == "met" || w == "held" || w == "also" || w == "last" || w == "next" || w == "have" || w == "had" || w == "will") {
				return 2 // "The two met"
			}
			return 0
		}
	}
	return 0
}
