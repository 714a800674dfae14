package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/syntax"
)

// company reads who else was where the text is set, from sentences that only
// list them: "Those who attended included X (Kenya) and Y (Norway)", "Among
// those expected are X and Y", "Also on the trip were X and Y", "Taking part on
// the Kenyan side were X and Y".
func (r *reader) company(s *sentence, told []*visit) []*visit {
	if v := r.likewise(s, told); v != nil {
		return []*visit{v}
	}
	k, along := s.listsPeople()
	if k < 0 {
		return nil
	}
	who := s.listedFrom(k)
	for _, v := range told {
		who = slices.DeleteFunc(who, func(l int) bool { return slices.Contains(v.leaders, l) })
	}
	if len(who) == 0 {
		return nil
	}
	h := &hit{frame: &frame{name: "company", kind: "noun", sense: "join"}, slot: k, verb: -1}
	if along {
		return r.joining(s, h, who, "")
	}
	return r.attending(s, h, who, told)
}

// listsPeople is where the list begins that a sentence consists of, behind
// words that say what its people have in common, or -1; along is set where they
// travel with somebody.
func (s *sentence) listsPeople() (at int, along bool) {
	cue := false
	for k := 0; k+1 < len(s.slots) && k < 16; k++ {
		switch w := s.slots[k].word; w {
		case "came", "attend", "attending", "attended", "attendance", "present", "participants", "participating", "attendees", "expected", "guests", "speakers", "delegates", "dignitaries":
			cue = true
		case "with": // "With the president were X and Y"
			if k == 0 && !strings.Contains(strings.ToLower(s.text), "ambassador") { // who lives there
				cue, along = true, true
			}
		case "summit", "forum", "conference", "congress":
			cue = cue || s.slots[0].word == "also" || s.slots[0].word == "at"
		case "trip", "delegation", "entourage", "accompanying", "travelling", "traveling", "side":
			cue, along = true, true
		case ":", "are", "is", "were", "was", "include", "includes", "included", "as":
			first := s.leaderBehind(k+1, 2)
			if cue && first > 0 && !(w == ":" && s.acts(first)) {
				return first, along
			}
			if w == "as" && s.slots[max(k-1, 0)].word != "welcomed" {
				continue
			}
			if w == "as" && s.welcomesGuests(k) > 0 {
				return s.welcomesGuests(k), false
			}
		}
		if s.slots[k].kind == slotLeader && s.slots[k].m.Kind == mention.Person && s.slots[0].word != "with" && s.slots[0].word != "accompanying" {
			return -1, false
		}
	}
	return -1, false
}

// acts reports whether the person at a slot does something, and is not only
// listed: "Oslo came next: X was there on Monday".
func (s *sentence) acts(k int) bool {
	p := s.shape().PhraseOf(k)
	return slices.ContainsFunc(s.shape().Verbs, func(v syntax.Verb) bool {
		return v.Form == syntax.Finite && v.From <= k+2 && slices.Contains(v.Subject, p)
	})
}

// welcomesGuests is the first person of "welcomed as special guests X and Y"
// whose "as" stands at a slot, or -1.
func (s *sentence) welcomesGuests(as int) int {
	guests := false
	for k := as + 1; k < len(s.slots) && k < as+12; k++ {
		guests = guests || s.slots[k].word == "guests" || s.slots[k].word == "guest"
		if sl := &s.slots[k]; guests && sl.namesPerson() {
			return k
		}
	}
	return -1
}

// listedFrom are the people named from a slot on, up to a clause of its own.
func (s *sentence) listedFrom(k int) []int {
	var out []int
	for ; k < len(s.slots); k++ {
		switch sl := &s.slots[k]; {
		case sl.namesPerson():
			if !slices.Contains(out, sl.m.Entity) {
				out = append(out, sl.m.Entity)
			}
		case sl.word == "who" && s.nextItem(k) > k: // "X, who came on Monday; Y; and Z"
			k = s.nextItem(k)
		case sl.word == "who", sl.word == "while", sl.word == "but", sl.word == "when", sl.word == "where", sl.word == "as":
			return out
		}
	}
	return out
}

// nextItem is the semicolon that ends the item in which slot k stands, or -1.
func (s *sentence) nextItem(k int) int {
	for j := k; j < len(s.slots); j++ {
		if s.slots[j].word == ";" {
			return j
		}
	}
	return -1
}

// attending takes people to the gathering in mind, beside those of whom the
// sentence has been found to tell it.
func (r *reader) attending(s *sentence, h *hit, who []int, before []*visit) []*visit {
	legs := r.placeOfVenue(s)
	if len(legs) != 1 {
		return nil
	}
	v := &visit{leaders: r.foreign(who, legs[0].state), to: legs[0].state, place: legs[0].city, status: "completed", start: r.focus.venueFrom, end: r.focus.venueTo, told: told{rule: "visit.attendee"}}
	if len(v.leaders) == 0 {
		return nil
	}
	v.weaken("inherited-place")
	for _, o := range before {
		if o.to == v.to && o.start == v.start {
			v.same = o
		}
	}
	if v.start == "" && s.has["expected"] {
		v.status = "planned"
	}
	r.settleStatus(s, v, h)
	return []*visit{r.keep(s, v, &match{from: h.slot, verb: h.slot, to: h.slot + 1})}
}

// likewise is the stay that somebody shares who is said to have done the same:
// "X was in Oslo on 3 May, as was Y", "and so did Y".
func (r *reader) likewise(s *sentence, before []*visit) *visit {
	if len(before) == 0 {
		return nil
	}
	for k := 1; k+2 < len(s.slots); k++ {
		if w := s.slots[k].word; w != "as" && w != "so" || s.slots[k-1].word != "," && s.slots[k-1].word != "and" {
			continue
		}
		switch s.slots[k+1].word {
		case "had", "has", "have", "did", "does", "do", "was", "were", "is", "are", "will", "would":
		default:
			continue
		}
		first := s.leaderBehind(k+2, 5)
		if first < 0 {
			continue
		}
		o := before[len(before)-1]
		who, _ := r.peopleOf(s, s.shape().Members(s.shape().PhraseOf(first)))
		if len(who) == 0 {
			who = []int{s.slots[first].m.Entity}
		}
		who = slices.DeleteFunc(r.foreign(who, o.to), func(l int) bool { return slices.Contains(o.leaders, l) })
		if len(who) == 0 || o.off() {
			return nil
		}
		v := &visit{leaders: who, to: o.to, status: o.status, start: o.start, end: o.end, same: o, told: told{rule: "visit.company"}}
		return r.keep(s, v, &match{from: k, verb: k, to: first + 1})
	}
	return nil
}

// speakers keeps who speak together, where a sentence says so: "We, the
// president of Kenya, X, and the prime minister of Norway, Y, met".
func (r *reader) speakers(s *sentence) {
	if len(s.slots) < 4 || s.slots[0].word != "we" || s.slots[1].word != "," {
		return
	}
	to := len(s.slots)
	for i := range s.shape().Verbs {
		if v := &s.shape().Verbs[i]; v.From > 2 {
			to = min(to, v.From)
		}
	}
	if who, _ := r.people(s, 2, to); len(who) > 1 {
		r.we = who
	}
}

// leaderBehind is the first person named within some slots from one on, or -1.
func (s *sentence) leaderBehind(k, within int) int {
	for j := k; j < len(s.slots) && j < k+within; j++ {
		if sl := &s.slots[j]; sl.namesPerson() {
			return j
		}
	}
	return -1
}
