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
		}
		if why := s.noProject(&np); why != "" {
			r.trace.missed(s.passage, "project", s.wordAt(np.head), why)
			continue
		}
		p := &project{name: np.title(s), sector: s.slots[np.head].value, noun: s.slots[np.head].word, named: np.named, head: HeadWords(np.title(s)), last: s.passage, told: told{rule: "project.described"}}
		if np.named {
			p.rule = "project.named"
		}
		if len(p.head) == 0 {
			r.trace.missed(s.passage, p.rule, p.name, missName)
			continue
		}
		p.under = r.agreementAt(s, np.head)
		r.participants(s, &np, p)
		s.progress(&np, p)
		r.keepProject(s, &np, p)
	}
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
	if inPair := len(r.focus.pair) == 2 && (len(ps) == 0 || len(ps) == 1 && slices.Contains(r.focus.pair, ps[0].state)); inPair && (len(ps) == 1 && strings.Contains(strings.ToLower(s.text), "joint") || s.textOn(np.from) || s.has["projects"]) {
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
		if len(np.parties) > 1 { // its own name tells best
			o.states = p.states
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
		r.trace.keptProject(s, np.head, p, o)
		return
	}
	if len(p.states) < 2 {
		r.trace.missed(s.passage, p.rule, p.name, missSides)
		return
	}
	r.projects = append(r.projects, p)
	r.trace.keptProject(s, np.head, p, p)
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
