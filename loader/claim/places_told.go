package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// placesTold are the places of a source that looks beyond the words around the
// trigger: to what the text has told, and to where people are at home. It
// reports whether there is such a source.
func (r *reader) placesTold(s *sentence, h *hit, who []int, source string) (out []leg, step string, ok bool) {
	switch source {
	case "sofar":
		return r.soFar(s, h), "inherited-place", true
	case "there":
		if out := s.antecedentPlace(h); len(out) > 0 {
			return out, "", true
		}
		return r.thereBefore(s, h), "inherited-place", true
	case "country":
		return r.theCountry(s, h, who), "inherited-place", true
	case "mind":
		return r.mindPlace(s, h, who), "inherited-place", true
	case "venue":
		if !s.gathers(h) {
			return nil, "", true
		}
		return r.atVenue(s, h, who), "inherited-place", true
	case "margins":
		return r.besideMeeting(s, h), "inherited-place", true
	case "gathering":
		return r.atGathering(s, h, who), "inherited-place", true
	case "homeward":
		return r.homeward(s, h, who), "inherited-place", true
	case "companion":
		return r.companionPlace(s, h), "inherited-place", true
	case "inviter":
		return r.inviterState(s, h), "", true
	case "guest":
		return r.guestPlaces(s, h), "", true
	case "payee":
		return r.payee(s, h), "", true
	case "inviting":
		out := r.inviting(s, h)
		if len(out) == 1 && s.slots[out[0].slot].kind == slotOwner && r.focus.venue.state != "" && s.passage-r.focus.met <= 3 { // "accepted his invitation"
			return r.atVenue(s, h, who), "inherited-place", true
		}
		return out, "", true
	case "guests":
		return r.guestHome(s, who), "inherited-place", true
	case "scene":
		return r.scene(s, who), "inherited-place", true
	case "road":
		return r.sameRoad(s, who), "inherited-place", true
	case "paired":
		return r.pairedPlace(s, who), "inherited-place", true
	case "spot":
		return r.spotOf(s, h), "inherited-place", true
	case "home":
		return r.filedPlace(s, h, who), "inherited-place", true
	case "here":
		if s.saysHere(h) || r.focus.spot.state != "" && s.holds([]string{"in_town"}, 0, len(s.slots)) {
			return r.filedHere(s), "inherited-place", true
		}
		return nil, "", true
	}
	return nil, "", false
}

// mindPlace is the place in mind for a trigger. A noun means another one where
// its journey goes abroad or elsewhere, or where somebody else comes here.
func (r *reader) mindPlace(s *sentence, h *hit, who []int) []leg {
	if h.frame.kind == "noun" && (s.goesElsewhere(h.slot) || r.hereAt(s.passage).state != "" && !r.onTheWay(who)) {
		return nil
	}
	return r.placeInMind(s, who)
}

// goesElsewhere reports whether a noun's journey goes "abroad", or to a place
// that nobody knows.
func (s *sentence) goesElsewhere(noun int) bool {
	for k := noun + 1; k+1 < len(s.slots) && k < noun+6; k++ {
		next := &s.slots[k+1]
		switch w := s.slots[k].word; {
		case k == noun+1 && (w == "abroad" || w == "overseas"):
			return true
		case w == "to" && next.kind == slotWord && next.capital:
			return true
		case w == ",", w == "and":
			return false
		}
	}
	return false
}

// theCountry is what "the country" means: the state last named that is not the
// traveller's.
func (r *reader) theCountry(s *sentence, h *hit, who []int) []leg {
	found := false
	for k := h.slot; k < len(s.slots) && k < h.slot+7; k++ {
		if w := s.slots[k].word; w == "country" || w == "republic" || w == "kingdom" || w == "capital" {
			found = true
		}
	}
	if !found || len(who) == 0 {
		return nil
	}
	if out := r.ownCountry(s, h, who); len(out) > 0 {
		return out
	}
	for k := len(s.slots) - 1; k >= 0; k-- {
		if sl := &s.slots[k]; sl.kind == slotState || sl.kind == slotCapital {
			if !slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == sl.m.State }) {
				return []leg{{place: place{state: sl.m.State, slot: k}}}
			}
		}
	}
	return r.placeInMind(s, who)
}

// ownCountry is what an official text means by "the Kingdom" or "our country":
// the state where it was filed, of guests from abroad.
func (r *reader) ownCountry(s *sentence, h *hit, who []int) []leg {
	state, _ := r.filed()
	if state == "" || !slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) != state }) {
		return nil
	}
	for k := h.slot; k+1 < len(s.slots) && k < h.slot+7; k++ {
		switch w := s.slots[k+1].word; w {
		case "kingdom", "republic", "sultanate", "emirate", "country":
			if s.slots[k].word == "our" || s.slots[k].word == "the" && s.slots[k+1].capital && w != "country" {
				return []leg{{place: place{state: state, slot: k + 1}}}
			}
		}
	}
	return nil
}

// hostState is the state of a verb's subject: "X hosted Y", "Oslo welcomed Y";
// in the passive that of its agent.
func (r *reader) hostState(s *sentence, h *hit) []leg {
	sh := s.shape()
	if h.verb < 0 {
		return nil
	}
	phrases := sh.Verbs[h.verb].Subject
	if len(phrases) == 1 && s.ours(&sh.Phrases[phrases[0]]) {
		return r.filedHere(s)
	}
	if sh.Verbs[h.verb].Passive && h.frame.name != "hostto" {
		phrases = s.hanging(h, "by")
	}
	if hosts, _ := r.peopleOf(s, phrases); len(hosts) > 0 {
		if st := r.leaderState(hosts[0]); st != "" {
			return []leg{{place: place{state: st, slot: h.slot}}}
		}
		return nil
	}
	return s.placesOf(phrases)
}

// placeInMind is where the visit last told of one of some people went.
func (r *reader) placeInMind(s *sentence, who []int) []leg {
	if v := r.focus.visit; v != nil && r.focus.at == s.passage && (len(r.legsOf(v)) > 1 || r.severalStops(v)) {
		return nil // "visits to Kenya and Uganda, her first journey in years"
	}
	if v := r.focus.visit; v != nil && r.focus.at == s.passage && overlap(v.leaders, who) { // "heads to Kenya for a three-day visit"
		return []leg{{place: place{state: v.to, slot: -1}}}
	}
	for i := len(r.visits) - 1; i >= 0; i-- {
		v := r.visits[i]
		if overlap(v.leaders, who) && s.passage-v.lastTold() <= 8 {
			return []leg{{place: place{state: v.to, slot: -1}}}
		}
	}
	if v := r.focus.trip; v != nil && overlap(v.leaders, who) {
		return []leg{{place: place{state: v.to, slot: -1}}}
	}
	if v := r.focus.visit; v != nil && s.passage-r.focus.at <= 2 && !slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == v.to }) {
		return []leg{{place: place{state: v.to, slot: -1}}}
	}
	return nil
}

// placeOfVenue is where the summit took place that was last told of.
func (r *reader) placeOfVenue(s *sentence) []leg {
	if r.focus.venue.state == "" || s.passage-r.focus.met > 6 {
		return nil
	}
	pl := r.focus.venue
	pl.slot = -1
	return []leg{{place: pl}}
}

// thereBefore is what "there" behind a verb means: the place last named before.
func (r *reader) thereBefore(s *sentence, h *hit) []leg {
	said := false
	for k := h.slot + 1; k < len(s.slots) && k < h.slot+4; k++ {
		said = said || s.slots[k].word == "there"
	}
	if !said {
		return nil
	}
	for k := h.slot - 1; k >= 0; k-- {
		if pl, end := s.place(k); end > k {
			return []leg{{place: pl}}
		}
	}
	if v := r.focus.visit; v != nil && s.passage-r.focus.at == 1 && !v.off() && r.focus.met <= r.focus.at {
		return []leg{{place: place{state: v.to, city: v.place, slot: -1}}}
	}
	if r.focus.place.state != "" {
		pl := r.focus.place
		pl.slot = -1
		return []leg{{place: pl}}
	}
	return nil
}

// placesHeld are the places of the clause that a noun is in: "talks were held in
// Oslo".
func (s *sentence) placesHeld(h *hit) []leg {
	if h.verb < 0 {
		return nil
	}
	if w := s.leading(h.slot); h.frame.sense == "visit" && (w == "before" || w == "after" || w == "ahead" || w == "following") { // "A day before his arrival, X was in"
		return nil
	}
	if formOf(s.slots[s.shape().Verbs[h.verb].Head].word, "welcome", "note", "praise", "hail", "recall", "mention", "condemn", "support", "criticise", "criticize", "follow", "await", "comment") {
		return nil
	}
	verb := *h
	verb.frame, verb.slot = &frame{kind: "verb"}, s.shape().Verbs[h.verb].Head
	preps := []string{"in", "at"}
	if s.verb(verb.slot, "state") { // "his next journeys were to Oslo"
		preps = append(preps, "to")
	}
	for _, prep := range preps {
		if out := s.placesBehind(&verb, prep); len(out) > 0 {
			return out
		}
	}
	return s.fronted(h)
}

// complementPlace is what a noun is said to be: "Her first stop was Kenya".
func (s *sentence) complementPlace(h *hit) []leg {
	if h.verb < 0 || !s.verb(s.shape().Verbs[h.verb].Head, "state") || s.shape().Verbs[h.verb].Head < h.slot {
		return nil
	}
	return s.placesOf(s.object(h.verb))
}

// inviterState is the state of who invited to the visit that a verb tells of:
// "Moro invited her to visit", "accepted Moro's invitation to visit".
func (r *reader) inviterState(s *sentence, h *hit) []leg {
	sh := s.shape()
	i := h.verb
	for steps := 0; i >= 0 && steps < 3; steps++ {
		v := &sh.Verbs[i]
		switch w := s.slots[v.Head].word; {
		case strings.HasPrefix(w, "invit"):
			if hosts, _ := r.peopleOf(s, v.Subject); len(hosts) > 0 && r.leaderState(hosts[0]) != "" {
				return []leg{{place: place{state: r.leaderState(hosts[0]), slot: -1}}}
			}
		case strings.HasPrefix(w, "accept"):
			if hosts := r.inviters(s); len(hosts) > 0 {
				return []leg{{place: place{state: r.leaderState(hosts[0]), slot: -1}}}
			}
			if s.holds([]string{"invitation"}, v.Head, v.End) {
				return r.inviting(s, &hit{frame: h.frame, slot: v.Head, verb: i})
			}
		}
		i = v.Governor
	}
	return nil
}

// scene is where a meeting took place that the sentence does not place, where
// one of those who met is at home there: where the section is set, where people
// were just told to gather, or at the story's dateline. Only the first sentences
// behind a dateline tell what happened at it.
func (r *reader) scene(s *sentence, who []int) []leg {
	var pl place
	switch {
	case r.focus.spot.state != "":
		pl = r.focus.spot
	case r.focus.venue.state != "" && s.passage-r.focus.met <= 2 && (s.passage > r.focus.met || r.focus.at == s.passage): // not of another clause
		pl = r.focus.venue
	case s.passage <= 5:
		state, city := r.filed()
		pl = place{state: state, city: mention.Capitalized(city)}
	}
	if pl.state == "" || len(who) < 2 && r.focus.spot.state == "" || len(who) == 0 {
		return nil
	}
	for k := range s.slots { // another place is named
		if sl := &s.slots[k]; (sl.kind == slotCapital || sl.kind == slotState) && sl.m.State != pl.state && k > 0 && s.slots[k-1].word == "in" {
			return nil
		}
	}
	if len(who) > 1 && !slices.ContainsFunc(who, func(l int) bool { return r.leaderState(l) == pl.state }) && !s.onMargins() && !r.justThere(s, who[0], pl.state) && !(r.inDiary() && pl == r.focus.spot) {
		return nil
	}
	pl.slot = -1
	return []leg{{place: pl}}
}

// justThere reports whether it was told just before that somebody went to the
// state of the gathering in mind, so that it was there that he met others.
func (r *reader) justThere(s *sentence, who int, state string) bool {
	v := r.focus.visit
	return v != nil && s.passage-r.focus.at <= 1 && v.to == state && r.focus.venue.state == state && slices.Contains(v.leaders, who) && !v.off()
}

// onMargins reports whether a sentence tells of what went on beside a gathering.
func (s *sentence) onMargins() bool {
	return s.holds([]string{"margins", "sidelines", "fringes"}, 0, len(s.slots))
}

// cleftPlace is the phrase that a sentence brings forward for the verb at slot
// to: "It was in Oslo, on 3 May, that X met Y"; -1 where it does not.
func (s *sentence) cleftPlace(to int) int {
	sh := s.shape()
	if len(sh.Phrases) < 5 || s.foldAt(0) != "it" || !s.verb(1, "state") || s.foldAt(2) != "in" && s.foldAt(2) != "at" {
		return -1
	}
	for k := 4; k < to && k < 14; k++ {
		if s.slots[k].word == "that" && s.slots[k].kind == slotWord {
			return sh.PhraseOf(3)
		}
	}
	return -1
}

// ours reports whether a phrase is the speaker's own side: "we", "my country".
func (s *sentence) ours(ph *syntax.Phrase) bool {
	w := s.slots[ph.Head].word
	return w == "we" || (w == "country" || w == "capital" || w == "government") && (s.slots[ph.From].word == "my" || s.slots[ph.From].word == "our" || s.slots[ph.From].kind == slotOwner && s.slots[ph.From].m.Surface == "my")
}

// onTheWay reports whether a visit, or a tour, of one of some people has been
// told.
func (r *reader) onTheWay(who []int) bool {
	if r.focus.trip != nil && overlap(r.focus.trip.leaders, who) {
		return true
	}
	return slices.ContainsFunc(r.visits, func(v *visit) bool { return overlap(v.leaders, who) })
}
