package mention

import (
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// unit reads what a number counts at token j: a unit of measure, whose span
// then belongs to the quantity, or the plural noun of a count.
func (q *quantities) unit(j int) (name string, next int, measure bool) {
	k := j
	if q.fold(k) == "-" && q.glued(k) && k+1 < len(q.ts) && q.ts[k+1].Glued {
		k++ // "a 300-kilometer line"
	}
	for n := 4; n > 0; n-- {
		form, next := q.phrase(k, n), k+n
		if q.fold(k+1) == "." && q.glued(k+1) && n > 1 {
			form, next = q.fold(k)+" "+q.phrase(k+2, n-1), k+n+1 // "sq. km"
		}
		if n == 1 && q.glued(next) && (q.ts[next].Text == "²" || q.ts[next].Text == "³") {
			form, next = form+q.ts[next].Text, next+1 // "km²"
		}
		if u, ok := lexicon.UnitOf(form); ok {
			return u.Name, next, true
		}
	}
	if k > j {
		return "", j, false
	}
	return q.noun(j), j, false
}

// noun is the noun phrase that a count at token j counts, without the words
// that only order or compare: "joint ventures" of "238 new joint ventures";
// empty where no plural stands near.
func (q *quantities) noun(j int) string {
	var words []string
	plural := 0
	for k := j; k < len(q.ts) && k < j+10 && len(words) < 6; k++ {
		t := &q.ts[k]
		if t.Fold == "and" && plural == 0 && len(words) > 0 {
			words = append(words, t.Text) // "micro and small enterprises"
			continue
		}
		if t.Text == "-" && t.Glued && k+1 < len(q.ts) && q.ts[k+1].Glued && len(words) > 0 {
			k++
			words[len(words)-1] += "-" + q.ts[k].Text
			continue
		}
		if !t.Word() || t.Text == "'s" || stopsNoun(t.Fold) {
			break
		}
		if plural > 0 && !isPlural(t.Fold) && !t.Capital() {
			break
		}
		if len(words) == 0 && fillsNoun(t.Fold) {
			continue
		}
		words = append(words, t.Text)
		if isPlural(t.Fold) {
			plural = len(words)
		}
	}
	return strings.Join(words[:plural], " ")
}

// isPlural reports whether a folded word looks like a plural noun.
func isPlural(w string) bool {
	switch w {
	case "people", "troops", "aircraft", "men", "women", "children", "personnel", "staff", "cattle", "sheep", "police", "memoranda", "media":
		return true
	case "this", "was", "is", "has", "its", "his", "various", "previous", "numerous", "does", "as", "us", "plus", "serious", "across", "less":
		return false
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "ous") && !strings.HasSuffix(w, "us")
}

// fillsNoun reports whether a word may stand between a number and its noun
// without being part of what is counted.
func fillsNoun(w string) bool {
	switch w {
	case "more", "new", "other", "additional", "further", "different", "such", "separate", "extra", "key", "major", "main", "important", "of":
		return true
	}
	return false
}

// stopsNoun reports whether a word ends the search for a count's noun.
func stopsNoun(w string) bool {
	switch w {
	case "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "the", "a", "an", "that", "which", "who", "is", "are", "was", "were", "be",
		"has", "have", "had", "will", "would", "than", "as", "between", "during", "after", "before", "since", "until", "were signed", "it", "he", "she",
		"they", "this", "these", "those", "its", "his", "her", "their", "under", "over", "into", "against", "via", "per", "but", "when", "while", "if":
		return true
	}
	return false
}
