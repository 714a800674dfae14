package claim

import (
	"github.com/entente-graph/entente/loader/syntax"
)

// told makes a statement of a frame and the verb that fits it; nil where the
// verb says that nothing was made.
func (s *sentence) told(f *signingFrame, v int) *signing {
	status := s.signingStatus(v, f.status)
	if status == "" {
		return nil
	}
	p := s.shape()
	g := &signing{rule: "agreement." + f.name, verb: p.Verbs[v].Head, at: v, status: status, subject: p.Verbs[v].Subject}
	if f.status == "ratified" && status == "planned" {
		g.status = "signed" // what is yet to be ratified has been signed
	}
	if f.status == "signed" && s.parliament(g) {
		g.status = "ratified"
	}
	g.new = f.name == "settled" || f.name == "yielded"
	g.yields = f.name == "yielded"
	if g.yields && s.homeward(v) {
		g.yields = false // "brought home a text"
	}
	if g.yields && !s.occurs(g) {
		return nil
	}
	return g
}

// homeward reports whether "home" or "back" stands behind a verb.
func (s *sentence) homeward(v int) bool {
	to := s.shape().Verbs[v].To
	return to < len(s.slots) && (s.slots[to].word == "home" || s.slots[to].word == "back" || s.slots[to].word == "behind")
}

// occurs reports whether the subject is a visit or talks.
func (s *sentence) occurs(g *signing) bool {
	for _, q := range g.subject {
		ph := &s.shape().Phrases[q]
		for k := ph.From; k < ph.To; k++ {
			sl := &s.slots[k]
			if sl.kind == slotVisit || occasion(sl.word) || sl.word == "signing" || sl.word == "talks" || sl.word == "negotiations" || sl.word == "day" || sl.word == "days" {
				return true
			}
		}
	}
	return false
}

// parliament reports whether the subject is one: what it approves is ratified.
func (s *sentence) parliament(g *signing) bool {
	switch s.slots[g.verb].word {
	case "approved", "approves", "endorsed", "endorses", "adopted":
	default:
		return false
	}
	for _, q := range g.subject {
		ph := &s.shape().Phrases[q]
		for k := ph.From; k < ph.To; k++ {
			switch s.slots[k].word {
			case "parliament", "lawmakers", "senate", "congress", "assembly", "legislature", "duma", "seimas", "sejm", "verkhovna", "deputies", "house", "chamber":
				return true
			}
		}
	}
	return false
}

// signingStatus tells what a verb makes of a text: status where it was done,
// "planned" where it is meant, "" where it was not done or only may have been.
func (s *sentence) signingStatus(v int, status string) string {
	if status == "" {
		status = "signed"
	}
	if s.refuted(s.shape().Verbs[v].From) {
		return ""
	}
	p := s.shape()
	for i, steps := v, 0; i >= 0 && steps < 4; steps++ {
		x := &p.Verbs[i]
		if x.Negated || s.supposed(x) {
			return ""
		}
		switch m := meant(s.slots[x.Head].word); {
		case m == "none":
			return ""
		case i != v && m == "planned" && s.vainly(x):
			return ""
		case i != v && m == "planned":
			return "planned"
		case i != v && m == "done":
			return status
		}
		if x.Modal != "" {
			return "planned"
		}
		if x.Form == syntax.Finite {
			return status
		}
		if x.Form == syntax.Infinitive || x.Form == syntax.Gerund {
			switch s.meaning(x) {
			case "done":
				return status
			case "planned":
				if x.Governor >= 0 && s.vainly(&p.Verbs[x.Governor]) {
					return ""
				}
				return "planned"
			case "none":
				return ""
			}
		}
		if x.Form == syntax.Infinitive && x.Passive && s.soughtFor(x) {
			return ""
		}
		if x.Form == syntax.Infinitive && (x.Governor < 0 || (x.Passive || p.Verbs[x.Governor].To == x.From) && s.verb(p.Verbs[x.Governor].Head, "state")) {
			return "planned"
		}
		if x.Form == syntax.Infinitive {
			g := &p.Verbs[x.Governor]
			if !g.Past && meant(s.slots[g.Head].word) == "" {
				return "planned"
			}
		}
		if i == x.Governor {
			break
		}
		i = x.Governor
	}
	return status
}

// vainly reports whether a verb says what somebody had wished for, and by that
// that it did not come: "had hoped to sign".
func (s *sentence) vainly(v *syntax.Verb) bool {
	return v.From < v.Head && s.slots[v.From].word == "had" && formOf(s.slots[v.Head].word, "hope", "want", "intend", "expect", "wish")
}

// soughtFor reports whether "pushing for", "calls for" or the like asks for what a
// passive infinitive says: "calls for a treaty to be signed".
func (s *sentence) soughtFor(v *syntax.Verb) bool {
	for k := v.From - 1; k > 0 && k > v.From-10; k-- {
		if s.slots[k].word != "for" {
			continue
		}
		for _, w := range []string{"push", "call", "press", "lobby", "campaign", "appeal", "plead", "argue"} {
			if formOf(s.slots[k-1].word, w) {
				return true
			}
		}
		return false
	}
	return false
}

// supposed reports whether "if" or the like opens the verb's clause.
func (s *sentence) supposed(v *syntax.Verb) bool {
	for k := v.From - 1; k >= 0 && k >= v.Start-2; k-- {
		switch s.slots[k].word {
		case "if", "unless", "whether", "should":
			return true
		case "until", "once":
			return !v.Past
		case "when":
			return !v.Past && v.To-v.From > 1 && v.Modal == "" // "when they have exchanged notes"
		}
	}
	return false
}

// meaning is what the word before an infinitive or gerund makes of it: "ready
// to sign" is planned, "after signing" done, "without signing" not done.
func (s *sentence) meaning(v *syntax.Verb) string {
	for k := v.From - 1; k >= 0 && k >= v.From-3; k-- {
		sl := &s.slots[k]
		switch sl.word {
		case "after", "by", "since", "following", "upon":
			return "done"
		case "without", "before", "against":
			return "none"
		case "on", "for", "of":
			continue
		}
		if m := meant(sl.word); m != "" {
			return m
		}
		if sl.kind != slotWord {
			return ""
		}
	}
	return ""
}

// meant sorts the words that a verb of signing may hang on: those of plans, of
// failing, and of what has been done.
func meant(w string) string {
	switch w {
	case "verge", "brink", "cusp", "agree", "agreed", "agrees", "plan", "plans", "planned", "planning", "expect", "expected", "expects", "intend", "intends", "intended", "intention", "hope", "hopes", "hoped", "hoping", "ready", "readiness", "prepare", "prepared", "preparing", "prepares", "preparations", "due", "scheduled", "slated", "set", "poised", "want", "wants", "wanted", "promise", "promised", "pledged", "aim", "aims", "aimed", "seek", "seeks", "seeking", "decided", "decision", "propose", "proposed", "need", "likely", "willing", "willingness", "about", "going", "able", "commitment", "committed", "desire", "interested", "look", "looking", "working", "efforts", "consider", "considering", "push", "need's", "trying", "try", "tried", "urged", "called", "postponed", "delayed", "opportunity", "approved":
		return "planned"
	case "fail", "failed", "fails", "failing", "failure", "refuse", "refused", "refuses", "decline", "declined", "unable", "refusal", "denied", "stopped", "rejected", "discussed", "discuss", "negotiate", "negotiated":
		return "none"
	case "managed", "helped", "returned", "travelled", "traveled", "met", "came", "went", "flew", "gathered", "proceeded", "arrived", "joined", "visited":
		return "done"
	}
	return ""
}
