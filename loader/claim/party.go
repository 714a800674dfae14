package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/syntax"
)

// partyOf is the party that a slot names, if any.
func (s *sentence) partyOf(k int) party {
	sl := &s.slots[k]
	if s.brokers(k) {
		return party{}
	}
	switch sl.kind {
	case slotState, slotDemonym:
		return party{state: sl.m.State}
	case slotCapital:
		if !sl.m.City {
			return party{state: sl.m.State}
		}
	case slotBody:
		return party{body: lexicon.Whole(sl.m.Name)}
	}
	return party{}
}

func addParty(ps []party, p party) []party {
	if p.none() || slices.Contains(ps, p) {
		return ps
	}
	return append(ps, p)
}

// parties finds whom an agreement binds: those it names itself ("between X and
// Y"), the signing people's states, "with Z", the demonyms before its noun; else
// the visit of the sentence, the text before it in the sentence, or the two
// sides in mind.
func (r *reader) parties(s *sentence, g *signing, np *textPhrase, a *agreement, vs []*visit, first *agreement) {
	if g.mentions() {
		a.parties = r.mentionedParties(s, g, np, a, first)
		return
	}
	if g.rule == "agreement.include" && len(a.parties) > 1 {
		if ps := r.between(s, np.from, np.to); len(ps) > 1 {
			a.parties = ps
		}
		return
	}
	belongs := a.parties
	ps := r.between(s, np.from, min(len(s.slots), np.to+10))
	if len(ps) < 2 {
		if ps = r.gathering(s, g, np); len(ps) > 0 {
			a.parties, a.gathered = ps, true
			return
		}
	}
	if len(ps) < 2 {
		ps = r.named(s, g, np, a)
	}
	if len(ps) < 2 && len(belongs) > 1 {
		ps = belongs
	}
	if about := r.ofTheme(s, g, ps); len(ps) < 2 && len(about) == 2 && !s.outsider(np) {
		ps = about
		a.weaken("inherited-parties")
	}
	if len(ps) < 2 && s.outsider(np) {
		a.parties = ps
		return
	}
	ps = r.withHome(s, ps, vs)
	if len(ps) < 2 && first != nil && len(first.parties) > 1 {
		ps = slices.Clone(first.parties)
	}
	if len(ps) < 2 {
		ps = r.likeLast(s, np, ps)
	}
	if len(ps) < 2 {
		ps = r.occasional(s, g, a, ps)
	}
	if len(ps) < 2 && !(len(ps) == 1 && ps[0].body != "" && a.kind == "declaration") {
		if v := r.visitOf(s, vs); v != nil && g.rule != "agreement.held" && r.concerns(s, v, ps) {
			ps = r.visitParties(v, ps)
			a.weaken("inherited-parties")
		}
	}
	if len(ps) < 2 && !r.stranger(s) && !(r.page.Speaker >= 0 && s.has["we"]) {
		ps = r.inherited(s, g, np, ps)
		a.weaken("inherited-parties")
	}
	a.parties = ps
}

// concerns reports whether a sentence that names states, or the party found so
// far, names one of a visit's.
func (r *reader) concerns(s *sentence, v *visit, ps []party) bool {
	sides := r.visitParties(v, nil)
	named := ps
	if len(named) == 0 {
		named = r.aroundText(s, &textPhrase{}, 0, len(s.slots))
	}
	return len(named) == 0 || slices.ContainsFunc(named, func(p party) bool { return slices.Contains(sides, p) })
}

// ownParties are the parties that a text's own phrase names, and nobody else.
func (r *reader) ownParties(s *sentence, g *signing, np *textPhrase, a *agreement) []party {
	if ps := r.between(s, np.from, min(len(s.slots), np.to+3)); len(ps) > 1 {
		return ps
	}
	for k := np.head + 1; k < np.to; k++ {
		if s.slots[k].kind == slotBoth {
			return r.bothSides(s, k)
		}
	}
	return r.named(s, g, np, a)
}

// withHome adds the state whose own office writes to the one party that a
// sentence names, where it names no other and tells of no visit: "an agreement
// with Kenya will be signed".
func (r *reader) withHome(s *sentence, ps []party, vs []*visit) []party {
	home := party{state: r.page.Home}
	if r.page.Speaker >= 0 {
		home = r.side(r.page.Speaker)
	}
	if len(ps) != 1 || home.none() || len(vs) > 0 || s.has["L"] && r.page.Speaker < 0 || s.has["B"] {
		return ps
	}
	for _, p := range r.sentenceStates(s) {
		if p != ps[0] && p != home {
			return ps
		}
	}
	return addParty(ps, home)
}

// named are the parties that stand around a text: whoever signs it, those
// behind "with", and those before its noun.
func (r *reader) named(s *sentence, g *signing, np *textPhrase, a *agreement) []party {
	var ps []party
	from, to := s.actors(g)
	if who, _ := r.people(s, from, to); slices.ContainsFunc(who, r.inferred) {
		a.weaken("inferred-state")
	}
	if !g.yields {
		ps = r.subjects(s, from, to)
	}
	if all := r.region(s, from, to); len(all) > 0 {
		ps = r.subjects(s, 0, from)
		for _, p := range all {
			ps = addParty(ps, p)
		}
	}
	if len(ps) < 2 && s.slots[0].word == "with" { // "With Kenya, they signed"
		for _, p := range r.withWhom(s, 0) {
			ps = addParty(ps, p)
		}
	}
	if g.status == "ratified" && len(ps) == 0 {
		ps = r.ratifier(s, g, np)
	}
	for _, p := range r.withWhom(s, np.to) {
		ps = addParty(ps, p)
	}
	if g.at >= 0 && (g.agents || s.shape().Verbs[g.at].From >= np.to) { // "concluded with Kenya"
		for _, p := range r.withWhom(s, s.shape().Verbs[g.at].To) {
			ps = addParty(ps, p)
		}
	}
	ps = addParty(ps, np.owner)
	for k := np.from; k < max(np.head, np.also) && len(ps) < 2; k++ {
		ps = addParty(ps, s.partyOf(k))
	}
	for k := np.from; k < np.to && len(ps) < 2; k++ { // "agreement of X and Y", "with X on tea"
		if w := s.slots[k].word; w == "of" || w == "with" {
			for j := k + 1; j < np.to && (s.linksParties(j) || !s.partyOf(j).none()); j++ {
				if s.slots[j].kind != slotCapital || w == "with" || k > np.head+1 || !s.slots[np.head].capital { // "the Act of Oslo" is called by where it was signed
					ps = addParty(ps, s.partyOf(j))
				}
			}
		}
	}
	if g.yields {
		for _, p := range r.subjects(s, from, to) {
			ps = addParty(ps, p)
		}
	}
	return ps
}

// linksParties reports whether the word at slot k may stand between parties.
func (s *sentence) linksParties(k int) bool {
	switch s.slots[k].word {
	case "and", ",", "the", "of", "government", "governments", "ministries", "ministry":
		return true
	}
	return false
}

// occasional adds what the place and the occasion of a signing tell.
func (r *reader) occasional(s *sentence, g *signing, a *agreement, ps []party) []party {
	from, _ := s.actors(g)
	if len(ps) == 1 && ps[0].state != "" {
		if p, ok := s.venue(from, g.verb); ok {
			ps = addParty(ps, party{state: p.state})
			a.weaken("venue")
		}
	}
	if st := r.focus.spot.state; len(ps) == 1 && ps[0].state != "" && st != "" && g.rule == "agreement.settled" && r.focus.spotOf >= 0 { // below "OSLO."
		ps = addParty(ps, party{state: st})
		a.weaken("venue")
	}
	if len(ps) < 2 && s.saysForum() {
		for k := 0; k < g.verb && k < len(s.slots); k++ {
			if s.slots[k].kind == slotDemonym || s.slots[k].kind == slotState {
				ps = addParty(ps, s.partyOf(k))
			}
		}
		a.weaken("occasion")
	}
	return ps
}

// actors are the slots of those of whom a signing is said, with what hangs on
// them: "the ministers of X and Y".
func (s *sentence) actors(g *signing) (from, to int) {
	p := s.shape()
	if len(g.subject) == 0 {
		return g.verb, g.verb
	}
	from, to = len(s.slots), 0
	for _, q := range g.subject {
		from, to = min(from, p.Phrases[q].From), max(to, p.Phrases[q].To)
	}
	for to < len(s.slots) && to != g.verb {
		q := p.PhraseOf(to)
		ph := &p.Phrases[q]
		switch w := s.slots[to].word; {
		case w == "and" || w == "of" || w == "'s" || w == "from" || w == "," && !g.agents:
			if q+1 >= len(p.Phrases) || p.Phrases[q+1].Kind != syntax.NounPhrase || p.Phrases[q+1].To > g.verb && !g.agents && to < g.verb {
				return from, to
			}
			to = p.Phrases[q+1].To
		case ph.Kind == syntax.NounPhrase && s.slots[to].kind == slotLeader:
			to = ph.To
		default:
			return from, to
		}
	}
	return from, to
}

// between reads "between X and Y", "among X, Y and Z" within a stretch.
func (r *reader) between(s *sentence, from, to int) []party {
	for k := from; k < to; k++ {
		if w := s.slots[k].word; w != "between" && w != "among" && w != "amongst" {
			continue
		}
		var ps []party
		for j := k + 1; j < len(s.slots) && j < k+30; j++ {
			sl := &s.slots[j]
			switch {
			case sl.kind == slotBoth:
				return nil
			case sl.kind == slotLeader && sl.m.Entity < 0:
				ps = addParty(ps, party{state: sl.m.State})
			case sl.kind == slotLeader:
				ps = addParty(ps, r.sideAt(s, j))
			case !s.partyOf(j).none():
				ps = addParty(ps, s.partyOf(j))
			case sl.kind == slotMark && (sl.word == "," || sl.word == "-"), sl.word == "and", sl.word == "the", sl.word == "of", sl.word == "'s", sl.word == "for", sl.word == "its", sl.word == "member", sl.word == "states", sl.word == "one", sl.word == "a", sl.word == "an", sl.word == "other", sl.word == "part":
			case sl.capital || ofState(sl.word):
			default:
				j = len(s.slots)
			}
		}
		if len(ps) >= 2 {
			return ps
		}
	}
	return nil
}

// sideAt is the party of the person at slot k, whom the text may name by an
// office alone.
func (r *reader) sideAt(s *sentence, k int) party {
	m := s.slots[k].m
	if m.Entity < 0 {
		return party{state: m.State}
	}
	return r.side(m.Entity)
}

// subjects are the parties that the signing people and states stand for.
func (r *reader) subjects(s *sentence, from, to int) []party {
	var ps []party
	for k := from; k < to && k < len(s.slots); k++ {
		sl := &s.slots[k]
		switch sl.kind {
		case slotLeader, slotOwner:
			ps = addParty(ps, r.sideAt(s, k))
		case slotBoth:
			if st := r.bothSides(s, k); len(st) > 0 {
				for _, p := range st {
					ps = addParty(ps, p)
				}
			}
		default:
			if p := s.partyOf(k); !p.none() {
				ps = addParty(ps, p)
			} else if sl.word == "we" {
				ps = addParty(ps, r.side(r.page.Speaker))
			} else if (sl.word == "their" || sl.word == "two" && to-k > 1 || sl.word == "both") && len(ps) == 0 {
				ps = r.bothSides(s, k)
			}
		}
	}
	return ps
}

// withWhom reads "with X" behind a text phrase.
func (r *reader) withWhom(s *sentence, k int) []party {
	var ps []party
	for j := k; j < len(s.slots) && j < k+10; j++ {
		if s.slots[j].word != "with" {
			if s.slots[j].kind == slotMark && s.slots[j].word != "," || finite(s.slots[j].word) {
				return ps
			}
			continue
		}
		if j+1 < len(s.slots) && s.looksOn(j+1) {
			return ps
		}
		for i := j + 1; i < len(s.slots) && i < j+8; i++ {
			sl := &s.slots[i]
			if s.standsBy(i) {
				return ps
			}
			if sl.kind == slotLeader && sl.m.Entity >= 0 || sl.kind == slotOwner && sl.m.Entity >= 0 && (i+1 >= len(s.slots) || s.slots[i+1].kind == slotMark) { // "with her"
				ps = addParty(ps, r.side(sl.m.Entity))
			} else if p := s.partyOf(i); !p.none() {
				ps = addParty(ps, p)
			} else if sl.kind != slotMark && sl.word != "and" && sl.word != "the" && sl.word != "his" && sl.word != "its" && sl.kind != slotOwner {
				return ps
			}
		}
	}
	return ps
}

// visitParties are the states of a visit's leaders and its destination.
func (r *reader) visitParties(v *visit, ps []party) []party {
	for _, l := range v.leaders {
		ps = addParty(ps, r.side(l))
	}
	return addParty(ps, party{state: v.to})
}

// statesAmong are the states that the slots between two name, demonyms and
// people's sides among them.
func (r *reader) statesAmong(s *sentence, from, to int) []party {
	var ps []party
	for k := from; k < to; k++ {
		if s.slots[k].kind == slotLeader && s.slots[k].m.Entity >= 0 {
			ps = addParty(ps, r.side(s.slots[k].m.Entity))
			continue
		}
		ps = addParty(ps, s.partyOf(k))
	}
	return ps
}

// sentenceStates are the states that a sentence names, where there are no more
// than two.
func (r *reader) sentenceStates(s *sentence) []party {
	if ps := r.statesAmong(s, 0, len(s.slots)); len(ps) <= 2 {
		return ps
	}
	return nil
}
