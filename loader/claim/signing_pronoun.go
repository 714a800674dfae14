package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// pronounText is the text that "it" or "they" at the head of a sentence means
// where the sentence says that it was signed: the one that the sentence before
// told of, or only named ("It was signed by X and Y in May").
func (r *reader) pronounText(s *sentence) (textPhrase, bool) {
	if len(s.slots) < 3 {
		return textPhrase{}, false
	}
	n := textPhrase{to: 1, definite: true, bare: true}
	switch s.slots[0].word {
	case "it":
	case "they", "both":
		n.plural, n.kind = true, "package"
	default:
		return n, false
	}
	v := slices.IndexFunc(s.shape().Verbs, func(v syntax.Verb) bool { return slices.Contains(v.Subject, 0) && v.Passive })
	if v < 0 || frameFor("passive", s.slots[s.shape().Verbs[v].Head].word, "") == nil {
		return n, false
	}
	if o := r.focus.noted; o != nil && !n.plural && s.passage-r.focus.notedAt == 1 {
		n.kind = o.kind
		return n, true
	}
	for i := len(r.agreements) - 1; i >= 0; i-- {
		o := r.agreements[i]
		if s.passage-o.lastTold() != 1 {
			continue
		}
		if many := o.count > 1 || o.vague; many == n.plural {
			if !many {
				n.kind = o.kind
			}
			return n, true
		}
	}
	return n, false
}
