package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// mentioned reads a text of which no word tells that it was made, but that the
// sentence speaks of as of one that is: it names two parties itself ("a 1965
// accord between Kenya and Norway", "Kenya's treaty with Norway"), and nothing
// says that it is only wanted or talked about.
func (s *sentence) mentioned(n *textPhrase) *signing {
	if n.kind == "package" || n.kind == "other" || s.bindsWhom(n) < 2 || s.unmade(n) {
		return nil
	}
	if k := s.leftOf(n.open - 1); k > 0 && s.verb(k, "state") && (s.slots[k-1].word == "it" || s.slots[k-1].word == "this" || s.slots[k-1].word == "that") {
		return nil // "it is the first treaty between X and Y": one told before
	}
	g := &signing{rule: "agreement.mentioned", verb: n.head, at: s.verbNear(n), status: "signed"}
	if g.at >= 0 {
		v := &s.shape().Verbs[g.at]
		if f := frameFor("passive", s.slots[v.Head].word, ""); v.Negated && (f == nil || f.status != "ratified") || s.supposed(v) || meant(s.slots[v.Head].word) == "none" {
			return nil
		}
		if !n.definite && !s.dated(n) && (v.Modal != "" || v.Form == syntax.Infinitive) {
			return nil
		}
		g.subject = v.Subject
	}
	return g
}

// mentions reports whether a text is only mentioned.
func (g *signing) mentions() bool { return g.rule == "agreement.mentioned" }

// bindsWhom counts the parties that a text's own phrase names: before its noun,
// behind "between", "of" and "with", and, with one behind "with", who owns it.
func (s *sentence) bindsWhom(n *textPhrase) int {
	if s.dated(n) && (s.possessive(s.slots[n.open].word) || n.to < len(s.slots) && s.slots[n.to].word == "with") {
		return 2 // "their 2009 treaty", "a 2009 treaty with Kenya": whose it is stands around it
	}
	if len(s.theme) == 2 && s.ownName(n) {
		return 2
	}
	found := map[party]bool{}
	if !n.owner.none() {
		found[n.owner] = true
	}
	between, about := false, false
	for k := n.open; k < len(s.slots) && k < n.to+10; k++ {
		w := s.slots[k].word
		if k >= n.to && !between && w != "between" && w != "with" && w != "among" {
			break
		}
		switch {
		case k < n.head:
		case w == "between", w == "with", w == "among":
			between, about = true, false
		case w == "on", w == "for", w == "to":
			about = !between
		}
		if about {
			continue
		}
		if k >= n.to && finite(w) {
			break
		}
		if q := s.partyOf(k); !q.none() {
			found[q] = true
		} else if s.slots[k].kind == slotBoth && k > n.head {
			return 2
		}
		if w == "with" && n.open < n.head && s.possessive(s.slots[n.open].word) {
			found[party{body: "its owner"}] = true
		}
	}
	return len(found)
}

// possessive reports whether a word owns what follows for a state or body.
func (s *sentence) possessive(w string) bool { return w == "its" || w == "their" }

// dated reports whether a text's phrase tells the year that it is of.
func (s *sentence) dated(n *textPhrase) bool {
	return slices.ContainsFunc(s.slots[n.open:n.to], func(sl slot) bool { return sl.kind == slotDate })
}

// verbNear is the verb in whose stretch a text stands, or whose subject it is;
// -1 where there is none.
func (s *sentence) verbNear(n *textPhrase) int {
	p := s.shape()
	best := -1
	for i := range p.Verbs {
		v := &p.Verbs[i]
		if v.Head < n.head && v.End > n.head || slices.Contains(v.Subject, p.PhraseOf(n.head)) && v.From > n.head && best < 0 {
			best = i
		}
	}
	return best
}

// unmade reports whether the words before a text say that it is not, or not yet,
// there: "talks on a treaty", "a draft agreement".
func (s *sentence) unmade(n *textPhrase) bool {
	for k := n.open; k < n.head; k++ {
		if strings.HasPrefix(s.slots[k].word, "draft") || slices.Contains([]string{"possible", "proposed", "future", "potential", "planned", "prospective", "eventual", "similar"}, s.slots[k].word) {
			return true
		}
	}
	for k := n.open - 1; k >= 0 && k >= n.open-4; k-- {
		switch s.slots[k].word {
		case "talks", "negotiations", "negotiation", "negotiating", "consultations", "discussed", "discuss", "discusses", "discussing", "draft", "drafts", "drafting", "proposal", "proposals", "proposed", "propose", "possible", "possibility", "prospect", "prospects", "idea", "towards", "toward", "for", "without", "want", "wants", "wanted", "seek", "seeks", "seeking", "pursue", "possibilities", "preparing", "prepare", "preparation", "work", "working", "need", "needs", "needed", "call", "calls", "called", "hope", "hopes", "hoped", "no", "any", "like":
			return true
		}
		if s.slots[k].kind == slotMark {
			return false
		}
	}
	return false
}
