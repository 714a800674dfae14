package claim

import "slices"

// subject are the people of whom a verb is said, or who are thanked for what it
// says.
func (r *reader) subject(s *sentence, h *hit) ([]int, string) {
	if h.verb < 0 {
		return nil, ""
	}
	sh := s.shape()
	if sub := sh.Verbs[h.verb].Subject; len(sub) == 1 && s.slots[sh.Phrases[sub[0]].Head].word == "we" && (h.frame.sense == "visit" || h.frame.sense == "planned" || h.frame.sense == "again" || h.frame.name == "met") {
		return r.ourselves(s, sh.Phrases[sub[0]].Head)
	}
	if who, weak := r.thanked(s, h); len(who) > 0 {
		return who, weak
	}
	if k := s.lastToGo(h); k >= 0 {
		return r.people(s, k, k+1)
	}
	return r.peopleOf(s, s.aboard(h.verb))
}

// ourselves are who "we" at a slot are: those who speak together, in a speech
// the speaker with whom they have just named beside themselves ("the welcome
// that X and I were given since we landed").
func (r *reader) ourselves(s *sentence, k int) ([]int, string) {
	if len(r.we) > 0 {
		return r.we, "pronoun"
	}
	voice := r.page.Voice(s.passage)
	if voice < 0 || r.page.Quoted(s.passage, s.slots[k].start) {
		return nil, ""
	}
	if g := s.groupBefore(k); g[0] < g[1] {
		if who, _ := r.people(s, g[0], g[1]); slices.Contains(who, voice) {
			return who, "pronoun"
		}
	}
	return []int{voice}, "pronoun"
}

// thanked are the people who are thanked for what a gerund says: "I thank X for
// coming to Oslo"; with "you" those whom the sentence addresses: "President X,
// Minister Y: thank you for coming".
func (r *reader) thanked(s *sentence, h *hit) ([]int, string) {
	at := s.thanks(h)
	if at < 0 {
		return nil, ""
	}
	if who, weak := r.people(s, at+1, h.slot); len(who) > 0 {
		return who, weak
	}
	if s.foldAt(at+1) != "you" && s.foldAt(at+2) != "you" {
		return nil, ""
	}
	who, weak := r.people(s, 0, at)
	return slices.DeleteFunc(who, func(l int) bool { return l == r.page.Voice(s.passage) }), weak
}

// thanks is the slot of the word of thanks whose reason a gerund is; -1 where it
// is none's.
func (s *sentence) thanks(h *hit) int {
	k := h.slot - 1
	if s.foldAt(k) == "having" {
		k--
	}
	if k < 1 || s.foldAt(k) != "for" {
		return -1
	}
	for j := k - 1; j >= 0 && j > k-16; j-- {
		switch s.slots[j].word {
		case "thank", "thanks", "thanked", "thanking", "grateful", "gratitude", "applaud", "applauded":
			return j
		case ".", ";", ":":
			return -1
		}
	}
	return -1
}
