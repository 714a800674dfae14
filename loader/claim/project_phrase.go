package claim

import "strings"

// projectPhrase is a noun phrase that names an undertaking.
type projectPhrase struct {
	from, to, head int
	named          bool // begins with a name of its own
	plural         bool
	definite       bool // "the", "this"
	refers         bool // "the plant", "this route"
	parties        []party
}

func (n *projectPhrase) title(s *sentence) string {
	t := s.text[s.slots[n.from].start:s.slots[n.to-1].end]
	return strings.Trim(strings.Join(strings.Fields(t), " "), " ,;:.“”\"'")
}

// projectPhrase reads the phrase whose noun is at slot head.
func (s *sentence) projectPhrase(head int) projectPhrase {
	n := projectPhrase{from: head, head: head, plural: strings.HasSuffix(s.slots[head].word, "s") && !strings.HasSuffix(s.slots[head].word, "ss")}
	names := 0
	for n.from > 0 {
		b := &s.slots[n.from-1]
		switch {
		case b.kind == slotState, b.kind == slotCapital, b.kind == slotBody:
			names++
		case s.numbered(n.from - 1): // "Kambara-1"
		case b.kind == slotDemonym, b.kind == slotProject, b.kind == slotNumber && n.from > 1 && s.slots[n.from-2].kind != slotNumber && b.capital:
		case b.kind == slotMark && (b.word == "-" || b.word == "–" || b.word == "/"):
		case b.kind == slotWord && b.capital && !projectStop(b.word):
			names++
		case b.kind == slotWord && !b.capital && !projectStop(b.word) && b.value == "" && !strings.HasSuffix(b.word, "ing") && !finite(b.word) && head-n.from < 5:
		default:
			goto done
		}
		n.from--
	}
done:
	for n.from < head && (s.slots[n.from].kind == slotMark || measure(s.slots[n.from].word) || s.slots[n.from].word == "new" || s.slots[n.from].word == "existing" || s.slots[n.from].kind == slotDemonym && n.from+1 == head) {
		n.from++
	}
	n.named = names > 0 && s.namedFrom(&n)
	if n.from > 1 && s.slots[n.from-1].word != "," && (s.slots[n.from-1].word == "the" || s.slots[n.from-1].word == "this" || s.slots[n.from-1].word == "that") {
		n.refers = n.from == head && !s.slots[head].capital && !s.described(head+1)
	}
	if n.from == 1 && (s.slots[0].word == "the" || s.slots[0].word == "this") {
		n.refers = n.from == head && !s.described(head+1)
	}
	if n.from > 0 {
		n.definite = s.slots[n.from-1].word == "the" || s.slots[n.from-1].word == "this"
	}
	n.to = s.projectEnd(head + 1)
	if k := s.apposedName(n.from); k < n.from {
		n.from, n.named = k, true // "ELMED, an undersea cable"
	}
	for k := n.from; k < head; k++ {
		if s.slots[k].kind == slotState || s.slots[k].kind == slotDemonym && k+1 < head && s.slots[k+1].kind == slotMark {
			n.parties = addParty(n.parties, s.partyOf(k))
		}
	}
	return n
}

// namedFrom reports whether the phrase has a name: a capitalized word that
// does not merely open the sentence.
func (s *sentence) namedFrom(n *projectPhrase) bool {
	for k := n.from; k <= n.head; k++ {
		sl := &s.slots[k]
		if sl.capital && (k > 0 || k+1 <= n.head && s.slots[k+1].capital) && sl.kind != slotDemonym {
			return true
		}
	}
	return false
}

func projectStop(w string) bool {
	switch w {
	case "the", "a", "an", "of", "and", "in", "on", "to", "for", "with", "by", "from", "at", "as", "its", "their", "his", "her", "this", "that", "these", "through", "via", "along", "into", "between", "or", "than", "is", "was", "are", "were", "be", "also", "has", "have", "will", "would", "using", "including", "both", "namely", "which", "where", "while", "such", "other", "more", "several", "many", "further", "under", "over", "after", "during", "build", "lay", "construct", "install", "launch", "open", "develop", "plan", "create", "establish", "it", "they", "we", "not", "no", "any", "each", "every", "like", "towards", "toward", "across", "against":
		return true
	}
	return false
}

// described reports whether a complement follows that tells which one is meant.
func (s *sentence) described(k int) bool {
	if k >= len(s.slots) {
		return false
	}
	switch s.slots[k].word {
	case "between", "of", "from", "linking", "connecting", "through":
		return true
	}
	return false
}

// projectEnd walks right over "of cars", "between X and Y", "from X to Y",
// "linking X and Y", "along the bottom of the sea".
func (s *sentence) projectEnd(k int) int {
	for k < len(s.slots) {
		sl := &s.slots[k]
		switch sl.word {
		case "of", "between", "linking", "connecting", "along", "around", "under", "across":
			end := s.complementEnd(k + 1)
			if end == k+1 {
				return k
			}
			k = end
			continue
		case "from":
			if k+1 < len(s.slots) && s.namesParty(k+1) {
				k = s.complementEnd(k + 1)
				continue
			}
		case "to":
			if k+1 < len(s.slots) && carries(s.slots[k+1].word) { // "a corridor to carry gas"
				if end := s.complementEnd(k + 2); end > k+2 {
					k = end
					continue
				}
			}
		case "line", "link", "project", "company":
			k++
			continue
		}
		return k
	}
	return k
}

// complementEnd is the end of a short noun phrase at slot k.
func (s *sentence) complementEnd(k int) int {
	start := k
	for k < len(s.slots) && k < start+9 {
		sl := &s.slots[k]
		if sl.kind == slotMark && sl.word != "-" && sl.word != "–" || sl.kind == slotLeader || sl.kind == slotDate || sl.kind == slotQuote || sl.kind == slotAgreement {
			return k
		}
		if sl.kind == slotWord {
			switch sl.word {
			case "that", "which", "is", "was", "to", "in", "will", "has", "are", "were", "by", "via", "at", "with", "for", "as", "on", "through", "from", "using", "where", "while", "who", "into":
				if sl.word == "to" && k > start && s.namesParty(k-1) && s.placeAt(k+1) {
					break
				}
				return k
			case "and":
				if k+1 < len(s.slots) && !s.namesParty(k+1) && s.slots[k+1].kind != slotDemonym {
					return k
				}
			}
			if finite(sl.word) {
				return k
			}
		}
		k++
	}
	return k
}

// undertakes reports whether a sentence tells of building or planning around a
// phrase: a verb of doing within reach before it, or "joint" in it.
func (s *sentence) undertakes(from, to int) bool {
	for k := max(0, from-9); k < min(len(s.slots), to+4); k++ {
		if s.slots[k].kind == slotProject && s.slots[k].word == "production" {
			return true
		}
		switch s.slots[k].word {
		case "build", "building", "built", "builds", "construct", "constructing", "construction", "constructed", "lay", "laying", "laid", "install", "installing", "launch", "launched", "launching", "commission", "commissioned", "establish", "established", "establishing", "create", "created", "creating", "develop", "developing", "plan", "plans", "planned", "planning", "mean", "project", "projects", "commence", "commencing", "commenced", "consider", "considering", "finance", "financing", "implement", "implementing", "implementation", "extend", "extending", "inaugurated", "opened", "joint", "complete", "completed", "speed", "revive", "study", "studied", "studying", "repair", "repairs", "reconstruct", "reconstruction", "modernise", "modernize", "modernisation", "modernization", "upgrade", "works", "groundbreaking", "ground", "renovate", "renovation", "proposed", "propose", "connect", "link":
			if s.slots[k].kind == slotWord || s.slots[k].kind == slotProject {
				return true
			}
		}
	}
	return false
}

// noProject is why a phrase tells of no undertaking, whoever takes part; empty
// where it may.
func (s *sentence) noProject(np *projectPhrase) miss {
	switch {
	case np.refers:
		return missPointer
	case np.plural:
		return missPlural
	case s.slots[np.head].word == "enterprise" && !s.jointly(np.from), s.onlyPlace(np), s.apposedToProject(np),
		(!np.named || s.slots[np.head].word == "airport") && !s.undertakes(np.from, np.to) && !s.undertaking(np):
		return missDoer
	}
	return ""
}
