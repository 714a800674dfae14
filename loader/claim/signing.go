package claim

import "strings"

// strong are verbs that make a text binding, or hand it over, whatever stands
// around them; others need more.
func strong(w string) bool {
	switch w {
	case "signed", "signs", "sign", "signing", "inked", "inks", "ink", "inking", "initialled", "initialed", "concluded", "adopted", "adopts", "adopting", "adopt", "exchanged", "exchanges", "exchanging", "exchange", "ratified", "ratifies", "finalised", "finalized", "sealed", "seals", "struck", "clinched", "penned", "issued", "released", "conclude", "initial", "concluding", "ratify", "approved", "reached", "endorsed", "formalised", "formalized", "secured", "conclusion", "signature", "ratification":
		return true
	}
	return false
}

// signings finds the statements of a sentence that texts were, are or will be
// signed: "X and Y signed A", "A was signed", "the signing of A", "agreed to
// sign A".
func (s *sentence) signings() []signing {
	if !s.has["A"] {
		return nil
	}
	var out []signing
	for v := range s.slots {
		sl := &s.slots[v]
		if sl.kind != slotWord || !strong(sl.word) && !s.settles(v) || s.negated(v) {
			continue
		}
		if g, ok := s.signingAt(v); ok {
			out = append(out, g)
		}
	}
	if len(out) == 0 || s.has["include"] || s.has["includes"] || s.has["included"] {
		out = append(out, s.copulas()...)
	}
	if len(out) == 0 {
		out = s.inForce()
	}
	return out
}

// settles reports whether the verb at slot v makes a text where a noun for one
// is its object: "agreed on a roadmap", "entered into a treaty".
func (s *sentence) settles(v int) bool {
	w := s.slots[v].word
	switch w {
	case "agreed", "agree", "entered", "make", "makes", "made":
	default:
		return false
	}
	if v+2 >= len(s.slots) {
		return false
	}
	k := v + 1
	switch s.slots[k].word {
	case "on", "upon", "into":
		k++
	default:
		if w == "entered" {
			return false
		}
	}
	if a := s.slots[k].word; a != "a" && a != "an" {
		return false
	}
	for j := k + 1; j < len(s.slots) && j < k+6; j++ {
		switch sl := &s.slots[j]; {
		case sl.kind == slotAgreement:
			return w[0] != 'm' || sl.value == "declaration"
		case sl.kind == slotMark && sl.word != "-" && sl.word != "$", sl.word == "of", sl.word == "to", sl.word == "on", sl.word == "in":
			return false
		}
	}
	return false
}

// inForce reads a text that is only said to bind: "the treaty entered into
// force", "under a 2019 agreement with X".
func (s *sentence) inForce() []signing {
	for k := range s.slots {
		switch w := s.slots[k].word; w {
		case "entered", "came", "enters":
			if k+2 < len(s.slots) && s.slots[k+1].word == "into" && (s.slots[k+2].word == "force" || s.slots[k+2].word == "effect") && k > 0 {
				return []signing{{rule: "force", verb: k, objects: [2]int{s.clauseStart(k), k}, status: "signed"}}
			}
		case "under":
			if k+1 < len(s.slots) && (s.slots[k+1].word == "a" || s.slots[k+1].word == "an") {
				return []signing{{rule: "force", verb: k, objects: [2]int{k + 1, s.clauseEnd(k + 1)}, status: "signed"}}
			}
		}
	}
	return nil
}

func (s *sentence) signingAt(v int) (signing, bool) {
	g := signing{verb: v, status: s.signingStatus(v)}
	w := s.slots[v].word
	nominal := v > 0 && (s.slots[v-1].word == "the" || s.slots[v-1].word == "a" || s.slots[v-1].word == "after" || s.slots[v-1].word == "ceremonial") && handing(w)
	switch {
	case nominal, handing(w) && v+1 < len(s.slots) && s.slots[v+1].word == "of":
		g.rule = "signing"
		g.objects = [2]int{v + 1, s.clauseEnd(v + 1)}
		g.from, g.to = s.subject(v)
	case handing(w) && w != "signing":
		return g, false
	case s.passive(v) || s.participle(v):
		g.rule = "passive"
		g.objects = [2]int{s.clauseStart(v), v}
		if len(s.texts(g.objects[0], g.objects[1])) == 0 {
			return g, false
		}
		if s.slots[0].word == "among" { // "Among the documents signed was A"
			g.objects = [2]int{v + 1, s.clauseEnd(v + 1)}
		}
		if k := s.colonBehind(v); k > 0 { // "the following were signed: A; B"
			g.objects[1] = len(s.slots)
		}
		// "…, including A and B" after the verb.
		if k := s.including(v); k > 0 {
			g.objects[1] = s.clauseEnd(k)
		}
	default:
		g.rule = "signed"
		g.from, g.to = s.subject(v)
		g.objects = [2]int{v + 1, s.clauseEnd(v + 1)}
	}
	return g, true
}

// handing reports whether a word is a noun for what is done with texts.
func handing(w string) bool {
	switch w {
	case "signing", "exchange", "conclusion", "signature", "ratification":
		return true
	}
	return false
}

// participle reports whether the verb only describes the noun before it:
// "documents signed in Minsk".
func (s *sentence) participle(v int) bool {
	if v == 0 {
		return false
	}
	b := &s.slots[v-1]
	return b.kind == slotAgreement || b.word == "also" && v > 1 && s.passive(v-1)
}

// colonBehind is the slot of a colon soon after a verb, or 0.
func (s *sentence) colonBehind(v int) int {
	for k := v + 1; k < len(s.slots) && k < v+8; k++ {
		if s.slots[k].kind == slotMark && s.slots[k].word == ":" {
			return k
		}
	}
	return 0
}

// including is the slot behind "including" or "among them" after a verb, or 0.
func (s *sentence) including(v int) int {
	for k := v + 1; k < len(s.slots); k++ {
		switch s.slots[k].word {
		case "including", "among", "notably", "namely":
			return k
		case ";", ".":
			return 0
		}
	}
	return 0
}

// clauseEnd is where the stretch that begins at slot k stops: a full stop, a
// semicolon, or a new clause.
func (s *sentence) clauseEnd(k int) int {
	for ; k < len(s.slots); k++ {
		sl := &s.slots[k]
		if sl.kind == slotMark && (sl.word == ";" || sl.word == "." && k+1 == len(s.slots)) {
			return k
		}
		if sl.kind == slotWord && (sl.word == "said" || sl.word == "says") {
			return k
		}
	}
	return len(s.slots)
}

// clauseStart is where the clause of the verb at slot v begins.
func (s *sentence) clauseStart(v int) int {
	for k := v - 1; k >= 0; k-- {
		sl := &s.slots[k]
		if sl.kind == slotMark && (sl.word == ";" || sl.word == ":") {
			return k + 1
		}
		if sl.kind == slotWord && k < v-2 && (finite(sl.word) && !strings.HasPrefix(sl.word, "aimed") && !s.verb(k, "state") && sl.word != "has" && sl.word != "have" && sl.word != "had" && sl.word != "will" && !s.reduced(k)) {
			return k + 1
		}
	}
	return 0
}

// reduced reports whether a participle follows its noun ("a fund worth",
// "documents aimed at", "an agreement called X"), and so opens no clause.
func (s *sentence) reduced(k int) bool {
	return k > 0 && (s.slots[k-1].kind == slotAgreement || s.slots[k-1].word == "-" || s.slots[k].word == "united" || s.slots[k].word == "related" || s.slots[k].word == "named" || s.slots[k].word == "called")
}

// signingStatus tells planned and ratified texts from signed ones.
func (s *sentence) signingStatus(v int) string {
	w := s.slots[v].word
	if w == "ratified" || w == "ratifies" {
		return "ratified"
	}
	if w == "approved" || w == "endorsed" {
		for k := 0; k < v; k++ {
			switch s.slots[k].word {
			case "parliament", "lawmakers", "senate", "congress", "assembly", "legislature", "duma", "seimas", "sejm", "verkhovna":
				return "ratified"
			}
		}
	}
	for k := v - 1; k >= 0 && k >= v-6; k-- {
		sl := &s.slots[k]
		if sl.kind == slotMark && sl.word != "," {
			break
		}
		switch sl.word {
		case "will", "plan", "plans", "planned", "planning", "due", "expected", "scheduled", "intend", "intends", "shall", "would", "may", "could", "set", "hope", "hopes", "agreed", "ready", "prepare", "preparing", "want", "wants", "should", "pledged", "promised", "about", "going", "aim", "aims", "able":
			if sl.word == "set" && (k+1 >= len(s.slots) || s.slots[k+1].word != "to") {
				continue
			}
			return "planned"
		case "to":
			if k == v-1 && (w == "sign" || w == "conclude" || w == "adopt" || w == "ratify" || w == "ink") {
				return "planned"
			}
		}
	}
	switch w {
	case "sign", "adopt", "ink", "conclude":
		if s.presentPlural(v) {
			return "signed"
		}
		return "planned"
	case "ratify":
		return "planned"
	}
	return "signed"
}

// presentPlural reports whether the verb is a headline's or list's present:
// "Kenya and Norway sign", with the subject right before it.
func (s *sentence) presentPlural(v int) bool {
	if v == 0 {
		return false
	}
	switch b := &s.slots[v-1]; b.kind {
	case slotState, slotLeader, slotBoth, slotCapital, slotBody:
		return true
	}
	return false
}

// copulas finds texts that are only said to be: "the outcome is the agreement
// to export oil", "They include a memorandum on research".
func (s *sentence) copulas() []signing {
	for k := 0; k+1 < len(s.slots); k++ {
		switch s.slots[k].word {
		case "include", "includes", "included", "comprise", "comprised":
			return []signing{{rule: "include", verb: k, to: 0, objects: [2]int{k + 1, s.clauseEnd(k + 1)}, status: "signed"}}
		case "is", "was", "are", "were":
			if n := &s.slots[k+1]; n.word == "the" || n.word == "an" || n.word == "a" {
				if k+2 < len(s.slots) && s.outcome(k) {
					return []signing{{rule: "outcome", verb: k, objects: [2]int{k + 1, s.clauseEnd(k + 1)}, status: "reported"}}
				}
			}
		}
	}
	return nil
}

// outcome reports whether the subject before slot k is a result.
func (s *sentence) outcome(k int) bool {
	for j := 0; j < k; j++ {
		switch s.slots[j].word {
		case "outcome", "outcomes", "result", "results", "achievement", "fruit", "highlight", "deliverable", "deliverables", "centerpiece", "centrepiece":
			return true
		}
	}
	return false
}
