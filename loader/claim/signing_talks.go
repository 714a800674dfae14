package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/syntax"
)

// negotiatedOf reads a text that talks on it have brought to an end: it stands,
// and is yet to be signed ("concluded negotiations on A", "the end of talks on
// A", "talks on A have been completed").
func (s *sentence) negotiatedOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	if n.open < 2 || n.kind == "package" {
		return nil, false
	}
	switch s.slots[n.open-1].word {
	case "on", "for", "over", "about":
	default:
		return nil, false
	}
	talks := n.open - 2
	switch s.slots[talks].word {
	case "negotiations", "negotiation", "talks":
	default:
		return nil, false
	}
	q := p.PhraseOf(talks)
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if !ends(s.slots[v.Head].word) || v.Negated {
			continue
		}
		passive := v.Passive && v.From >= n.head && slices.Contains(v.Subject, q)
		if !passive && p.VerbAt(s.leftOf(p.Phrases[q].From-1)) != i {
			continue
		}
		if st := s.signingStatus(i, "signed"); st == "" || st == "planned" && !passive {
			return nil, true // "talks are expected to be wrapped up" tells of a text to come
		}
		return &signing{rule: "agreement.negotiated", verb: v.Head, at: i, status: "planned", subject: v.Subject, yields: passive}, true
	}
	for k := p.Phrases[q].Head; k >= 0 && k > talks-14; k-- {
		switch s.slots[k].word {
		case "conclusion", "completion", "end", "close", "finalisation", "finalization":
			return &signing{rule: "agreement.negotiated", verb: k, at: -1, status: "planned"}, true
		}
		if kind := p.Phrases[p.PhraseOf(k)].Kind; kind == syntax.VerbGroup || kind == syntax.Stop {
			break
		}
	}
	return nil, false
}

// ends reports whether a verb says that talks came to an end with a text.
func ends(w string) bool {
	return formOf(w, "conclude", "complete", "finalise", "finalize", "finish", "wrap") || w == "wrapped" || w == "wrapping"
}
