package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// fronts reports whether a clause opens with a preposition right before its
// verb, so that its subject stands behind: "Round the table sat X".
func (s *sentence) fronts(h *hit) bool {
	sh := s.shape()
	p := sh.PhraseOf(sh.Verbs[h.verb].From) - 1
	return p >= 1 && sh.Phrases[p].Kind == syntax.NounPhrase && sh.Prep(p) >= 0
}

// escorted are those of the traveller's own state with whom somebody is said
// to go: "flew to Oslo with Minister X".
func (r *reader) escorted(s *sentence, h *hit) []int {
	if h.verb < 0 || h.frame.name != "went" && (h.frame.name != "stay" || s.foldAt(h.slot+1) != "with") {
		return nil
	}
	who, _ := r.peopleOf(s, s.shape().Verbs[h.verb].Subject)
	if len(who) == 0 || r.leaderState(who[0]) == "" {
		return nil
	}
	with, _ := r.peopleOf(s, s.hanging(h, "with"))
	return r.countrymen(with, who[0])
}

// member is who is said to be of the delegation that a noun names: "also part
// of the delegation, X signed", "X, a member of her delegation".
func (r *reader) member(s *sentence, h *hit) ([]int, string) {
	if !s.holds([]string{"part", "member", "members", "among", "in", "included"}, max(0, h.slot-5), h.slot) {
		return nil, ""
	}
	if out, weak := r.leftOf(s, h.slot); len(out) > 0 {
		return out, weak
	}
	return r.ofClause(s, h)
}

// flanking are those of whom it is said in passing that they sat by: "with X at
// the table", "with X and Y in attendance", "with X present".
func (r *reader) flanking(s *sentence, noun int) ([]int, string) {
	k := noun - 1
	for k > 0 && k > noun-5 && s.holds([]string{"at", "in", "the", "her", "his", "also", "round", "around"}, k, k+1) {
		k--
	}
	if k < 1 || s.slots[k].kind != slotLeader || s.shape().PrepWord(s.shape().PhraseOf(k)) != "with" {
		return nil, ""
	}
	return r.peopleOf(s, s.shape().Members(s.shape().PhraseOf(k)))
}

// guestPlaces is whose guest somebody is: "the guest of Kenya", "as a guest of
// President X", "the president's guest".
func (r *reader) guestPlaces(s *sentence, h *hit) []leg {
	v := &s.shape().Verbs[h.verb]
	for k := v.Start; k < v.End; k++ {
		if w := s.slots[k].word; w == "guest" && (s.foldAt(k-1) == "our" || s.foldAt(k-1) == "my") {
			return r.filedHere(s)
		}
		if w := s.slots[k].word; w != "guest" && w != "guests" || s.slots[max(k-1, 0)].word == "no" {
			continue
		}
		if out := r.ownedGuest(s, k); len(out) > 0 {
			return out
		}
		if s.foldAt(k+1) != "of" {
			continue
		}
		if pl, end := s.place(k + 2); end > k+2 {
			return []leg{{place: pl}}
		}
		for j := k + 2; j < len(s.slots) && j < k+9; j++ {
			if s.slots[j].kind != slotLeader {
				continue
			}
			if st := r.leaderState(s.slots[j].m.Entity); st != "" {
				return []leg{{place: place{state: st, slot: k}}}
			}
			return nil
		}
	}
	return nil
}

// ownedGuest is whose guest the word at a slot is by its owner: "King X's
// guest", "her guest", "Oslo's guests".
func (r *reader) ownedGuest(s *sentence, k int) []leg {
	at := k - 1
	if at > 0 && s.slots[at].word == "'s" {
		at--
	}
	if at < 0 {
		return nil
	}
	switch sl := &s.slots[at]; sl.kind {
	case slotWord:
		if sl.word == "our" {
			return r.filedHere(s)
		}
	case slotLeader, slotOwner:
		if sl.kind == slotOwner || at == k-2 {
			if st := r.leaderState(sl.m.Entity); st != "" {
				return []leg{{place: place{state: st, slot: k}}}
			}
		}
	case slotState, slotCapital:
		if at == k-2 {
			return []leg{{place: place{state: sl.m.State, slot: k}}}
		}
	}
	return nil
}

// payee is whom a visit is paid: "paid Kenya a visit", "will pay the Danes a
// return visit", "paid her a call".
func (r *reader) payee(s *sentence, h *hit) []leg {
	sh := s.shape()
	if h.verb < 0 || !formOf(s.slots[sh.Verbs[h.verb].Head].word, "pay", "paid") {
		return nil
	}
	p := sh.PhraseOf(sh.Verbs[h.verb].Head) + 1
	for p < len(sh.Phrases) && sh.Phrases[p].Kind == syntax.When {
		p++
	}
	if p >= len(sh.Phrases) || sh.Phrases[p].Kind != syntax.NounPhrase || sh.Phrases[p].From > h.slot {
		return nil
	}
	for k := sh.Phrases[p].From; k < sh.Phrases[p].To && k < h.slot; k++ {
		switch sl := &s.slots[k]; sl.kind {
		case slotState, slotCapital:
			pl, _ := s.place(k)
			return []leg{{place: pl}}
		case slotDemonym:
			return []leg{{place: place{state: sl.m.State, slot: k}}}
		case slotLeader:
			if st := r.leaderState(sl.m.Entity); st != "" {
				return []leg{{place: place{state: st, slot: k}}}
			}
		}
	}
	return nil
}

// inviting is the state that invites: "accepted Kenya's invitation", "took up
// the invitation of President X".
func (r *reader) inviting(s *sentence, h *hit) []leg {
	v := &s.shape().Verbs[h.verb]
	for k := v.Head + 1; k < v.End; k++ {
		switch sl := &s.slots[k]; sl.kind {
		case slotState, slotCapital, slotDemonym:
			return []leg{{place: place{state: sl.m.State, slot: k}}}
		case slotLeader, slotOwner:
			if st := r.leaderState(sl.m.Entity); st != "" {
				return []leg{{place: place{state: st, slot: k}}}
			}
		}
	}
	return nil
}

// guestHome is where the guest of a visit told before is at home, whose call
// the host is to return.
func (r *reader) guestHome(s *sentence, who []int) []leg {
	if len(who) == 0 {
		return nil
	}
	for i := len(r.visits) - 1; i >= 0; i-- {
		v := r.visits[i]
		if s.passage-v.lastTold() > 10 || r.leaderState(who[0]) != v.to || v.status == "cancelled" {
			continue
		}
		if st := r.leaderState(v.leaders[0]); st != "" && st != v.to {
			return []leg{{place: place{state: st, slot: -1}}}
		}
	}
	return nil
}

// beforeObject reports whether the preposition at phrase p, with what hangs on
// it, stands between a verb and its object: "hosted on Monday X", "received in
// Oslo the king", "took with her X".
func (s *sentence) beforeObject(p int) bool {
	sh := s.shape()
	if p+1 >= len(sh.Phrases) {
		return false
	}
	next := &sh.Phrases[p+1]
	switch s.slots[sh.Phrases[p].Head].word {
	case "on", "by":
		return next.Kind == syntax.When
	case "in", "at", "to":
		if next.Kind != syntax.NounPhrase || p+2 >= len(sh.Phrases) || sh.Phrases[p+2].Kind != syntax.NounPhrase {
			return next.Kind == syntax.When
		}
		_, end := s.place(next.From)
		return end > next.From
	case "with":
		return next.Kind == syntax.NounPhrase && s.slots[next.Head].kind == slotLeader && s.slots[next.Head].m.Kind == mention.Pronoun
	}
	return false
}

// composed are the people of whom a delegation is said to consist: "a
// delegation including X and Y", "a party made up of X, Y and Z".
func (r *reader) composed(s *sentence, noun int) ([]int, string) {
	for k := noun + 1; k+1 < len(s.slots) && k < noun+9; k++ {
		switch w := s.slots[k].word; w {
		case "including", "comprising", "with", "of":
			if w == "of" && s.foldAt(k-1) != "up" && s.foldAt(k-1) != "composed" && s.foldAt(k-1) != "consisting" {
				continue
			}
			for j := k + 1; j < len(s.slots) && j < k+4; j++ {
				if s.slots[j].kind == slotLeader {
					return r.peopleOf(s, s.shape().Members(s.shape().PhraseOf(j)))
				}
			}
		}
	}
	return nil, ""
}

// holders are the two people of an office last named, whom "both presidents"
// and "the two ministers" mean.
func (r *reader) holders(s *sentence, k int) []int {
	sl := &s.slots[k]
	title := map[string]string{"presidents": "president", "premiers": "prime minister", "ministers": "minister"}[sl.word]
	if text := strings.ToLower(s.text[sl.start:sl.end]); title == "" || strings.Contains(text, "three") || strings.Contains(text, "four") {
		return nil
	}
	var out []int
	for i := s.passage; i >= 0 && i > s.passage-16; i-- {
		ms := r.page.Mentions[i]
		for k := len(ms) - 1; k >= 0; k-- {
			m := &ms[k]
			if (m.Kind != mention.Person && m.Kind != mention.Role) || m.Entity < 0 || slices.Contains(out, m.Entity) || !r.holds(m.Entity, title) {
				continue
			}
			if out = append(out, m.Entity); len(out) == 2 {
				slices.Reverse(out)
				return out
			}
		}
	}
	return nil
}

// otherOffice reports whether those last named side by side are known to hold
// no office of the kind that a word means: no "ministers" are two presidents.
func (r *reader) otherOffice(word string) bool {
	title := map[string]string{"presidents": "president", "ministers": "minister"}[word]
	return title != "" && slices.ContainsFunc(r.focus.leaders, func(l int) bool {
		return len(r.page.People[l].Offices) > 0 && !r.holds(l, title) && !r.holds(l, "prime minister")
	})
}

// holds reports whether the document gives a person an office of a kind.
func (r *reader) holds(person int, title string) bool {
	return slices.ContainsFunc(r.page.People[person].Offices, func(o mention.Office) bool {
		return o.Title == title || title == "minister" && (strings.HasSuffix(o.Title, " minister") || strings.HasPrefix(o.Title, "minister of")) && o.Title != "prime minister"
	})
}
