package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// project is an undertaking as far as it has been told.
type project struct {
	name     string
	sector   string
	status   string
	expected string
	amount   float64
	money    string
	head     []string
	states   []party
	under    *agreement
	named    bool
	noun     string // "interconnector"
	last     int    // passage in which it was last told
	told
}

// readProjects finds the undertakings that a sentence names or describes.
// Named ones ("the Northern Corridor") count wherever two states stand by;
// described ones ("a power cable") only where somebody builds or plans them.
func (r *reader) readProjects(s *sentence) {
	if !s.has["J"] {
		return
	}
	for k := 0; k < len(s.slots); k++ {
		if s.slots[k].kind != slotProject {
			continue
		}
		for k+1 < len(s.slots) && s.slots[k+1].kind == slotProject { // "railway route"
			k++
		}
		np := s.projectPhrase(k)
		k = np.to - 1
		if np.refers {
			r.enlarge(s, &np)
			continue
		}
		if np.plural || !np.named && !s.undertakes(np.from, np.to) {
			continue
		}
		p := &project{name: np.title(s), sector: s.slots[np.head].value, noun: s.slots[np.head].word, named: np.named, head: headWords(np.title(s)), last: s.passage, told: told{rule: "project.described"}}
		if np.named {
			p.rule = "project.named"
		}
		if len(p.head) == 0 || s.slots[np.head].word == "airport" && !s.undertakes(np.from, np.to) {
			continue
		}
		p.under = r.agreementAt(s, np.head)
		r.participants(s, &np, p)
		s.progress(&np, p)
		r.keepProject(s, &np, p)
	}
}

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
	for n.from < head && (s.slots[n.from].kind == slotMark || s.slots[n.from].word == "new" || s.slots[n.from].word == "existing" || s.slots[n.from].kind == slotDemonym && n.from+1 == head) {
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
	if n.from >= 3 && s.slots[n.from-2].word == "," && (s.slots[n.from-1].word == "a" || s.slots[n.from-1].word == "an") && s.slots[n.from-3].kind == slotWord && s.slots[n.from-3].capital && !projectStop(s.slots[n.from-3].word) {
		n.from, n.named = n.from-3, true // "ELMED, an undersea cable"
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
				if sl.word == "to" && k > start && s.namesParty(k-1) && k+1 < len(s.slots) && s.namesParty(k+1) {
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
		case "build", "building", "built", "builds", "construct", "constructing", "construction", "constructed", "lay", "laying", "laid", "install", "installing", "launch", "launched", "launching", "commission", "commissioned", "establish", "established", "establishing", "create", "created", "creating", "develop", "developing", "plan", "plans", "planned", "planning", "mean", "project", "projects", "commence", "commencing", "commenced", "consider", "considering", "finance", "financing", "implement", "implementing", "implementation", "extend", "extending", "inaugurated", "opened", "joint", "complete", "completed", "speed", "revive", "proposed", "propose", "connect", "link":
			if s.slots[k].kind == slotWord || s.slots[k].kind == slotProject {
				return true
			}
		}
	}
	return false
}

// agreementAt is the agreement whose evidence in the passage holds a slot.
func (r *reader) agreementAt(s *sentence, k int) *agreement {
	at := r.evidence(s, k, k+1)
	for i := len(r.agreements) - 1; i >= 0; i-- {
		for _, e := range r.agreements[i].evidence {
			if e.Passage == at.Passage && e.Start <= at.Start && at.End <= e.End && strings.Contains(r.agreements[i].title, s.text[s.slots[k].start:s.slots[k].end]) {
				return r.agreements[i]
			}
		}
	}
	return nil
}

// participants finds the states that take part: those of the name, of "between
// X and Y", of the agreement it stands in, of the sentence, or the two sides
// in mind.
func (r *reader) participants(s *sentence, np *projectPhrase, p *project) {
	if len(np.parties) >= 2 {
		p.states = np.parties
		return
	}
	if ps := r.between(s, np.from, len(s.slots)); len(ps) >= 2 {
		p.states = ps
		return
	}
	if p.under != nil && len(p.under.parties) >= 2 {
		p.states = slices.Clone(p.under.parties)
		return
	}
	var ps []party
	both := -1
	for k := range s.slots {
		switch sl := &s.slots[k]; {
		case sl.kind == slotLeader && sl.m.Entity >= 0:
			ps = addParty(ps, r.side(sl.m.Entity))
		case sl.kind == slotBoth:
			both = k
		case sl.kind != slotBody:
			ps = addParty(ps, s.partyOf(k))
		}
	}
	if both >= 0 && len(ps) < 2 {
		for _, x := range r.bothSides(s, both) {
			ps = addParty(ps, x)
		}
	}
	if len(ps) == 1 && len(r.focus.pair) == 2 && slices.Contains(r.focus.pair, ps[0].state) && strings.Contains(strings.ToLower(s.text), "joint") {
		for _, st := range r.focus.pair {
			ps = addParty(ps, party{state: st})
		}
		p.weaken("inherited-parties")
	}
	if len(ps) <= 6 {
		p.states = ps
	}
}

// progress reads a project's state, cost and date of completion.
func (s *sentence) progress(np *projectPhrase, p *project) {
	for k := range s.slots {
		sl := &s.slots[k]
		switch sl.word {
		case "plan", "plans", "planned", "consider", "considering", "mean", "proposed", "will", "considered":
			p.status = "planned"
		case "laying", "building", "constructing", "commencing", "commenced":
			if k < np.head {
				p.status = "under construction"
			}
		case "opened", "inaugurated", "completed":
			if !s.expects(k) {
				p.status = "completed"
			}
		}
		if sl.kind == slotDate && s.expects(k) && sl.m.Period != nil && sl.m.Period.To == "" {
			p.expected = sl.m.Period.From
		}
		if sl.kind == slotMoney && sl.m.Amount != nil && k < np.head+12 && k > np.from-6 {
			p.amount, p.money = sl.m.Amount.Value, sl.m.Amount.Currency
		}
	}
}

// expects reports whether words of expectation lead to slot k.
func (s *sentence) expects(k int) bool {
	for j := k - 1; j >= 0 && j >= k-7; j-- {
		switch s.slots[j].word {
		case "expected", "due", "scheduled", "slated", "completed", "operational", "completion":
			return s.slots[j].word != "completed" || s.has["be"]
		case ";", "and", "signed":
			return false
		}
	}
	return false
}

// enlarge adds what a later sentence tells of "the plant" to the last project.
func (r *reader) enlarge(s *sentence, np *projectPhrase) {
	if len(r.projects) == 0 {
		return
	}
	p := r.projects[len(r.projects)-1]
	if s.passage-p.last > 2 || s.slots[np.head].value != p.sector {
		return
	}
	var later project
	s.progress(np, &later)
	if later.expected != "" && p.expected == "" {
		p.expected = later.expected
		p.add(r.evidence(s, np.from, len(s.slots)))
	}
	if p.status == "" {
		p.status = later.status
	}
}

// keepProject merges a project into the one it is, or keeps it as new.
func (r *reader) keepProject(s *sentence, np *projectPhrase, p *project) {
	p.add(r.evidence(s, np.from, np.to))
	for _, o := range r.projects {
		if !subset(p.head, o.head) && !subset(o.head, p.head) && !(np.definite && o.noun == p.noun && len(o.states) == len(p.states) && sharesParties(o.states, p.states)) || !o.named && !p.named && !sharesParties(o.states, p.states) {
			continue
		}
		if len(o.head) < len(p.head) && (p.named || !o.named) {
			o.head, o.name = p.head, p.name
		}
		if o.expected == "" {
			o.expected = p.expected
		}
		if o.under == nil {
			o.under = p.under
		}
		o.last = s.passage
		for _, e := range p.evidence {
			o.add(e)
		}
		return
	}
	if len(p.states) < 2 {
		return
	}
	r.projects = append(r.projects, p)
}

func (r *reader) emitProject(i int, p *project, agreements map[*agreement]Ref) {
	props := graph.Properties{"name": p.name}
	if p.sector != "" {
		props["sector"] = p.sector
	}
	if p.status != "" {
		props["status"] = p.status
	}
	dated(props, "expectedOn", p.expected)
	if p.amount > 0 {
		props["amount"], props["currency"] = p.amount, p.money
	}
	ref := r.b.Add("project/"+itoa(i), Entity{Label: "Project", Properties: props, Head: p.head, Evidence: p.evidence, Support: p.support()})
	for _, x := range p.states {
		r.b.Fact(Fact{Type: "PARTICIPATES_IN", From: r.partyRef(x, p.evidence[0]), To: ref, Evidence: p.evidence[:1], Support: p.support()})
	}
	if to, ok := agreements[p.under]; ok && p.under != nil {
		r.b.Fact(Fact{Type: "UNDER", From: ref, To: to, Evidence: p.evidence[:1], Support: p.support()})
	}
}
