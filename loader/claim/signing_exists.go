package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// instrumentOf reads a text by which something is agreed or settled: "set up a
// fund by a treaty", "the treaty, by which they settled their border".
func (s *sentence) instrumentOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	if k := s.pastMarks(n.to); k+1 < len(s.slots) && instrumental(s.slots[k].word) && s.slots[k+1].word == "which" {
		if i := s.verbBehind(k + 1); i >= 0 && frameFor("by", s.slots[p.Verbs[i].Head].word, "") != nil && p.Verbs[i].Modal == "" {
			g := s.told(frameFor("by", s.slots[p.Verbs[i].Head].word, ""), i)
			n.clause = true
			return g, g != nil
		}
	}
	k := n.open - 1
	if k < 1 || n.definite || !instrumental(s.slots[k].word) && s.slots[k].word != "with" {
		return nil, false
	}
	for i := len(p.Verbs) - 1; i >= 0; i-- {
		v := &p.Verbs[i]
		if v.Head >= k || v.End <= k {
			continue
		}
		f := frameFor("by", s.slots[v.Head].word, "")
		if f == nil || s.slots[k].word == "with" && !formOf(s.slots[v.Head].word, "seal") && !strings.HasPrefix(s.slots[v.Head].word, "formali") {
			return nil, false
		}
		g := s.told(f, i)
		return g, g != nil
	}
	return nil, false
}

func instrumental(w string) bool { return w == "by" || w == "through" || w == "under" || w == "via" }

// declaredOf reads a joint statement that says something, or in which something
// is said: it has been issued.
func (s *sentence) declaredOf(n *textPhrase) (*signing, bool) {
	if n.kind != "declaration" || n.definite || n.plural || !s.isJoint(n) {
		return nil, false
	}
	p := s.shape()
	q := p.PhraseOf(n.head)
	if k := n.open - 1; k >= 0 && k < 4 && (s.slots[k].word == "in" || s.slots[k].word == "to") && n.to < len(s.slots) {
		if i := s.verbBehind(n.to - 1); i >= 0 && p.Verbs[i].Form == syntax.Finite && !p.Verbs[i].Passive && p.Verbs[i].Modal == "" && len(p.Verbs[i].Subject) > 0 && s.plainlyJoint(n) {
			return &signing{rule: "agreement.declared", verb: p.Verbs[i].Head, at: i, status: "signed", subject: p.Verbs[i].Subject}, true
		}
	}
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if v.From < n.head || !slices.Contains(v.Subject, q) && !s.behind(n, v) {
			continue
		}
		f := frameFor("declare", s.slots[v.Head].word, "")
		if f == nil || v.Negated || v.Modal != "" {
			return nil, false
		}
		return &signing{rule: "agreement." + f.name, verb: v.Head, at: i, status: f.status}, true
	}
	return nil, false
}

// isJoint reports whether a text is said to be of several.
func (s *sentence) isJoint(n *textPhrase) bool {
	return slices.ContainsFunc(s.slots[n.open:n.head+1], func(sl slot) bool {
		return sl.word == "joint" || sl.word == "final" || sl.word == "common" || sl.kind == slotAgreement && len(s.text[sl.start:sl.end]) > len(sl.word)+5
	})
}

// plainlyJoint reports whether "joint" itself stands in a text's name.
func (s *sentence) plainlyJoint(n *textPhrase) bool {
	return strings.Contains(strings.ToLower(s.text[s.slots[n.open].start:s.slots[n.head].end]), "joint")
}

// amongOf reads a text that is said to be one of several that were signed: "A was
// among the eight accords signed by Kenya".
func (s *sentence) amongOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	q := p.PhraseOf(n.head)
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if v.From < n.head || !s.verb(v.Head, "state") || v.Negated || v.Modal != "" || !slices.Contains(v.Subject, q) && !s.behind(n, v) {
			continue
		}
		if v.To+1 >= len(s.slots) || s.slots[v.To].word != "among" && (s.slots[v.To].word != "one" || s.slots[v.To+1].word != "of") {
			return nil, false
		}
		for k := v.To + 1; k < len(s.slots) && k < v.To+10; k++ {
			if j := s.shape().VerbAt(k); j >= 0 && s.slots[k-1].kind == slotAgreement {
				if f := frameFor("participle", s.slots[p.Verbs[j].Head].word, ""); f != nil {
					return &signing{rule: "agreement." + f.name, verb: p.Verbs[j].Head, at: j, status: f.status, subject: s.agentsOf(p.Verbs[j].To), agents: true}, true
				}
			}
		}
	}
	return nil, false
}

// followsOf reads a new text that follows what happens: "The talks were followed by
// a joint statement".
func (s *sentence) followsOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.leftOf(n.open - 1)
	if k < 1 || s.slots[k].word != "by" || n.definite || p.VerbAt(k-1) < 0 {
		return nil, false
	}
	i := p.VerbAt(k - 1)
	f := frameFor("alone", s.slots[k-1].word, "")
	if f == nil || !p.Verbs[i].Passive || !s.occurs(&signing{subject: p.Verbs[i].Subject}) {
		return nil, false
	}
	g := s.told(f, i)
	if g == nil {
		return nil, true
	}
	g.subject, g.yields = nil, true
	return g, true
}

// existsOf reads "there is a treaty with Kenya".
func (s *sentence) existsOf(n *textPhrase) (*signing, bool) {
	p := s.shape()
	k := s.leftOf(n.open - 1)
	if k < 1 || n.definite || n.plural || n.to >= len(s.slots) || s.slots[n.to].word != "with" {
		return nil, false
	}
	i := p.VerbAt(k)
	if i < 0 || p.Verbs[i].Form != syntax.Finite || p.Verbs[i].Negated || p.Verbs[i].Modal != "" || p.Verbs[i].From == 0 || s.slots[p.Verbs[i].From-1].word != "there" {
		return nil, false
	}
	return &signing{rule: "agreement.held", verb: p.Verbs[i].Head, at: i, status: "signed"}, true
}
