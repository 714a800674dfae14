package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/syntax"
)

// roster are the people listed behind the verb of a sentence that opens with
// where they were or whom they went with: "Also present were X, the mayor of
// Oslo, Y and Z (trade)", "Accompanying her are: X, Y". What is said of each
// may part them, so that all count who hang on no preposition, up to the next
// clause.
func (r *reader) roster(s *sentence, h *hit) ([]int, string) {
	sh := s.shape()
	if h.verb < 0 {
		return nil, ""
	}
	v := &sh.Verbs[h.verb]
	if v.Form == syntax.Gerund && v.Governor >= 0 { // "accompanying her are"
		v = &sh.Verbs[v.Governor]
	}
	if len(v.Subject) == 0 || sh.Phrases[v.Subject[0]].From < v.Head || !s.verb(v.Head, "state") {
		return nil, ""
	}
	var out []int
	weak := ""
	for p := sh.PhraseOf(v.Head) + 1; p < len(sh.Phrases); p++ {
		ph := &sh.Phrases[p]
		if ph.Kind == syntax.Relative || ph.Kind == syntax.VerbGroup || ph.Kind == syntax.Stop && s.slots[ph.Head].word == ";" {
			break
		}
		if ph.Kind != syntax.NounPhrase || s.slots[ph.Head].kind != slotLeader || sh.Phrases[p-1].Kind == syntax.Preposition { // "X, wife of Y"
			continue
		}
		more, w := r.people(s, ph.Head, ph.Head+1)
		for _, l := range more {
			if !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
		weak = max(weak, w)
	}
	return out, weak
}

// firstFor are those of whom it is told that a gathering was their first or
// last: "the first summit for X, sworn in in May; Y, in June". Whoever is said
// to be the host is none of them.
func (r *reader) firstFor(s *sentence, h *hit) ([]int, string) {
	sh := s.shape()
	at := -1
	for k := h.slot - 1; k >= 0 && k >= h.slot-5; k-- {
		if w := s.slots[k].word; w == "first" || w == "last" || w == "final" || w == "debut" || w == "maiden" {
			at = k
		}
	}
	if at < 1 || s.foldAt(h.slot+1) != "for" || !s.copulaBefore(at) {
		return nil, ""
	}
	var out, hosts []int
	weak := ""
	for p := sh.PhraseOf(h.slot) + 1; p < len(sh.Phrases); p++ {
		ph := &sh.Phrases[p]
		if ph.Kind == syntax.Relative || ph.Kind == syntax.Subordinator {
			break
		}
		if prep := sh.PrepWord(p); ph.Kind != syntax.NounPhrase || s.slots[ph.Head].kind != slotLeader || prep != "" && prep != "for" {
			continue
		}
		more, w := r.people(s, ph.Head, ph.Head+1)
		if strings.HasSuffix(strings.ToLower(s.text[:s.slots[ph.Head].end]), "host") {
			hosts = append(hosts, more...)
			continue
		}
		out, weak = append(out, more...), max(weak, w)
	}
	return slices.DeleteFunc(out, func(l int) bool { return slices.Contains(hosts, l) }), weak
}

// copulaBefore reports whether a form of "to be" stands right before the noun
// phrase that holds a slot: "It was the first".
func (s *sentence) copulaBefore(k int) bool {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		if s.verb(j, "state") || s.slots[j].word == "be" {
			return true
		}
		if s.slots[j].kind != slotWord || s.slots[j].word != "the" && s.slots[j].word != "also" && s.slots[j].word != "a" && s.slots[j].word != "his" && s.slots[j].word != "her" {
			return false
		}
	}
	return false
}
