package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// bothSides are the parties that "the two sides", "they" or "their" at slot k
// means: two that the sentence has named, the people last named side by side,
// those of the visit in mind, or the two states in mind.
func (r *reader) bothSides(s *sentence, k int) []party {
	if n := s.howMany(k); n > 2 {
		return r.severalSides(s, k, n)
	}
	if ps := r.visitedBefore(s, k); len(ps) == 2 {
		return ps
	}
	people := false
	switch s.slots[k].word {
	case "leaders", "presidents", "ministers", "premiers", "generals", "statesmen", "men", "women", "they", "two", "pair", "duo", "both", "their":
		people = true
		if ps := r.peopleBefore(s, k); len(ps) == 2 {
			return ps
		}
	}
	if ps := r.statesAmong(s, 0, k); len(ps) == 2 && s.clear(0, k) {
		return ps
	}
	if s.slots[k].word == "their" && k < 4 && s.shape().Phrases[0].Kind == syntax.Subordinator {
		return r.statesAmong(s, k, len(s.slots)) // "Since their ministers signed it, X and Y have"
	}
	if people && s.passage-r.focus.named <= 3 {
		var ps []party
		for _, l := range r.focus.leaders {
			ps = addParty(ps, r.side(l))
		}
		if len(ps) > 1 {
			return ps
		}
	}
	if v := r.focus.visit; v != nil && s.passage-r.focus.at <= 1 {
		if ps := r.visitParties(v, nil); len(ps) == 2 {
			return ps
		}
	}
	if s.saysForum() || slices.ContainsFunc(r.statesAmong(s, 0, k), func(p party) bool { return p.state != "" && !slices.Contains(r.focus.pair, p.state) }) {
		return nil
	}
	var ps []party
	for _, st := range r.focus.pair {
		ps = addParty(ps, party{state: st})
	}
	return ps
}

// howMany is how many "the three ministers" at slot k says they are; 0 where it
// does not say.
func (s *sentence) howMany(k int) int {
	for _, w := range strings.Fields(s.text[s.slots[k].start:s.slots[k].end]) {
		if n := lexicon.Number(strings.ToLower(w)); n > 0 {
			return n
		}
	}
	return 0
}

// severalSides are the parties that "the three ministers" at slot k means: as
// many as the sentence has named before, or one of the two before it, or those
// of the people last named; none where there are more or fewer.
func (r *reader) severalSides(s *sentence, k, n int) []party {
	near := r.statesAmong(s, 0, k)
	if len(near) == n {
		return near
	}
	for i := s.passage - 1; i >= 0 && i >= s.passage-2; i-- {
		b := newSentence(r.page, i)
		ps := r.statesAmong(b, 0, len(b.slots))
		if len(ps) == n && sharesParties(near, ps) {
			return ps
		}
		near = append(near, ps...)
	}
	var ps []party
	for _, l := range r.focus.leaders {
		ps = addParty(ps, r.side(l))
	}
	if len(ps) != n || s.passage-r.focus.named > 3 {
		return nil
	}
	return ps
}

// visitedBefore are the sides of the visit that a sentence told last before slot
// k, in the part of it that k is in.
func (r *reader) visitedBefore(s *sentence, k int) []party {
	from := k
	for from > 0 && s.slots[from-1].word != ";" {
		from--
	}
	who, _ := r.people(s, from, k)
	for i := len(r.visits) - 1; i >= 0; i-- {
		v := r.visits[i]
		if v.lastTold() != s.passage {
			continue
		}
		if len(who) == 0 || overlap(v.leaders, who) {
			return r.visitParties(v, nil)
		}
	}
	return nil
}

// peopleBefore are the sides of the people whom a sentence names before slot k.
func (r *reader) peopleBefore(s *sentence, k int) []party {
	var ps []party
	for j := 0; j < k; j++ {
		if sl := &s.slots[j]; sl.kind == slotLeader && sl.m.Entity >= 0 && sl.m.Kind != mention.Pronoun {
			ps = addParty(ps, r.side(sl.m.Entity))
		}
	}
	return ps
}

// gathering is the body that a text binds which a meeting adopts: that whose
// meeting it is, named with the subject or told just before; none where states
// or people sign.
func (r *reader) gathering(s *sentence, g *signing, np *textPhrase) []party {
	from, to := s.actors(g)
	meets := false
	var ps []party
	for k := from; k < to && k < len(s.slots); k++ {
		switch sl := &s.slots[k]; sl.kind {
		case slotLeader, slotBoth, slotOwner, slotState, slotDemonym:
			if sl.kind == slotLeader && sl.m.Entity < 0 && sl.m.State == "" && sl.m.Name != "" { // "ASEAN leaders"
				ps = addParty(ps, party{body: lexicon.Whole(sl.m.Name)})
				meets = len(r.withWhom(s, np.to)) == 0
				continue
			}
			return nil
		case slotBody:
			ps = addParty(ps, s.partyOf(k))
		default:
			meets = meets || convenes(sl.word)
		}
	}
	if !np.owner.none() && np.owner.body != "" && len(ps) == 0 && from == to {
		return []party{np.owner}
	}
	if len(ps) == 0 {
		if p := r.shortBody(s, np.open, np.to); !p.none() {
			return []party{p}
		}
		if p := r.shortBody(s, from, to); !p.none() {
			return []party{p}
		}
	}
	if len(ps) == 1 && s.adoptsAlone(g, np) { // "ASEAN leaders adopted a declaration"
		return ps
	}
	if from == to { // "adopted at the summit", "adopted at its end"
		at, end := s.adoptedAt(g)
		if meets = end > at; meets {
			ps = s.bodiesAmong(at, end)
		}
	}
	if !meets || len(ps) > 1 || np.kind == "contract" {
		return nil
	}
	if len(ps) == 0 { // "the ASEAN Leaders' Declaration"
		if ps = s.bodiesAmong(np.open, np.head); len(ps) > 1 {
			return nil
		}
	}
	switch {
	case len(ps) > 0:
	case !r.focus.body.none() && s.passage-r.focus.bodyAt <= 4:
		ps = []party{r.focus.body}
	case !r.convener().none():
		ps = []party{r.convener()}
	}
	return ps
}

// bodiesAmong are the bodies that the slots between two name.
func (s *sentence) bodiesAmong(from, to int) []party {
	var ps []party
	for k := from; k < to && k < len(s.slots); k++ {
		if s.slots[k].kind == slotBody {
			ps = addParty(ps, s.partyOf(k))
		}
	}
	return ps
}

// convener is the body whose meeting the document's title tells of, as that of
// a communiqué does.
func (r *reader) convener() party {
	for i := 0; i < len(r.page.Document.Passages) && i < 2; i++ {
		s := newSentence(r.page, i)
		if ps := s.bodiesAmong(0, len(s.slots)); len(ps) == 1 && slices.ContainsFunc(s.slots, func(sl slot) bool { return convenes(sl.word) }) {
			return ps[0]
		}
	}
	return party{}
}

// shortBody is the body that a noun with a capital between two slots is short
// for: "the Forum" of one named before whose name has the word.
func (r *reader) shortBody(s *sentence, from, to int) party {
	for k := from; k < to; k++ {
		if sl := &s.slots[k]; sl.kind == slotWord && sl.capital && k > 0 && s.slots[k-1].word == "the" {
			for i := len(r.focus.bodies) - 1; i >= 0; i-- {
				if slices.Contains(wordsOf(r.focus.bodies[i].body), sl.word) {
					return r.focus.bodies[i]
				}
			}
		}
	}
	return party{}
}

// adoptsAlone reports whether a body makes a text that needs no other side.
func (s *sentence) adoptsAlone(g *signing, np *textPhrase) bool {
	switch np.kind {
	case "declaration", "program", "other":
	default:
		return false
	}
	for k := np.to; k < len(s.slots) && k < np.to+4; k++ {
		if s.slots[k].word == "with" {
			return false
		}
	}
	w := s.slots[g.verb].word
	return formOf(w, "adopt", "endorse", "approve")
}

// convenes reports whether a word names a meeting or those who meet.
func convenes(w string) bool {
	switch w {
	case "gathering", "council", "members", "participants", "attendees", "delegates", "countries", "nations", "heads", "retreat", "bloc", "organization", "organisation", "plenary":
		return true
	}
	return occasion(w) && w != "talks" && w != "ceremony"
}

// adoptedAt is the phrase behind the verb of a signing without a subject that
// names the meeting that did it: "at the Oslo summit", "at its end".
func (s *sentence) adoptedAt(g *signing) (from, to int) {
	if g.at < 0 {
		return 0, 0
	}
	v := &s.shape().Verbs[g.at]
	for k := v.To; k+1 < v.End && k < v.To+8; k++ {
		if s.slots[k].word != "at" && s.slots[k].word != "by" {
			continue
		}
		for j := k + 1; j < v.End && j < k+6; j++ {
			switch w := s.slots[j].word; {
			case person(s.slots[j].kind):
				return 0, 0
			case convenes(w), w == "end" && s.slots[j-1].word == "its":
				return k + 1, j + 1
			}
		}
	}
	return 0, 0
}

// rememberBody keeps in mind the one body whose meeting a sentence tells of.
func (r *reader) rememberBody(s *sentence) {
	var bodies []party
	meets := false
	for k := range s.slots {
		if s.slots[k].kind == slotBody && !slices.Contains(bodies, s.partyOf(k)) {
			bodies = append(bodies, s.partyOf(k))
		}
		meets = meets || convenes(s.slots[k].word)
	}
	for _, b := range bodies {
		if !slices.Contains(r.focus.bodies, b) {
			r.focus.bodies = append(r.focus.bodies, b)
		}
	}
	switch {
	case len(bodies) == 1 && meets:
		r.focus.body, r.focus.bodyAt = bodies[0], s.passage
	case len(bodies) > 0:
		r.focus.body = party{}
	}
}

// likeLast gives a further text the parties of the one told just before: "Two
// further papers were settled".
func (r *reader) likeLast(s *sentence, np *textPhrase, ps []party) []party {
	further := false
	for k := np.open; k < np.head; k++ {
		switch s.slots[k].word {
		case "further", "other", "another", "additional", "more", "remaining":
			further = k == 0 || s.slots[k].word != "other" || s.slots[k-1].word != "each"
		}
	}
	if !further || len(r.agreements) == 0 {
		return ps
	}
	o := r.agreements[len(r.agreements)-1]
	if s.passage-o.lastTold() > 3 || len(ps) == 1 && !slices.Contains(o.parties, ps[0]) {
		return ps
	}
	return slices.Clone(o.parties)
}
