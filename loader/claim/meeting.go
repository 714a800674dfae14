package claim

// venue is where a verb's event took place: "In Minsk, X …", "X met Y in
// Minsk"; a state only right behind the verb ("met in Finland").
func (s *sentence) venue(subject, verb int) (place, bool) {
	for k := 0; k+1 < len(s.slots); k++ {
		if w := s.slots[k].word; w != "in" && w != "at" || s.slots[k].kind != slotWord {
			continue
		}
		p, end := s.place(k + 1)
		if end == k+1 {
			continue
		}
		switch {
		case p.city == "" && k < subject && k > 0 && occasion(s.slots[k-1].word) && s.saysSidelines():
			return p, true
		case p.city == "":
			if k > verb && (k <= verb+2 || k < verb+24 && occasion(s.slots[k-1].word)) {
				return p, true
			}
		case k > 0 && k < subject && occasion(s.slots[k-1].word) && s.saysSidelines():
			return p, true
		case k < subject && (k == 0 || s.slots[k-1].kind == slotDate || s.slots[k-1].word == "," || s.slots[k].capital):
			return p, true
		case k > verb && k < verb+24 && s.clear(verb+1, k):
			return p, true
		}
	}
	return place{}, false
}

// occasion reports whether a word names what people gather for.
func occasion(w string) bool {
	switch w {
	case "summit", "forum", "conference", "talks", "meeting", "session", "ceremony", "congress", "assembly":
		return true
	}
	return false
}

// occasionAt is the words between two slots, where they name what people
// gather for, without the article.
func (s *sentence) occasionAt(from, to int) string {
	named := false
	for k := from; k < to; k++ {
		named = named || occasion(s.slots[k].word)
	}
	for from < to && (s.slots[from].word == "the" || s.slots[from].word == "a" || s.slots[from].word == "an" || s.slots[from].word == "in" || s.slots[from].word == "at") {
		from++
	}
	if !named || from >= to {
		return ""
	}
	return s.text[s.slots[from].start:s.slots[to-1].end]
}

// gathers reports whether what a verb is about may be a gathering: an object
// that names none leaves no doubt that it is not ("addressed a letter to").
func (s *sentence) gathers(h *hit) bool {
	switch h.frame.name {
	case "atthe":
		return s.standsAtOne(h)
	case "replaced":
		return s.staysAway(h)
	case "bilateral": // "during a summit in the North African country" is elsewhere
		return !s.holds([]string{"summit", "conference", "forum", "country", "capital", "city", "embassy"}, 0, len(s.slots))
	}
	if h.verb < 0 || h.frame.kind == "passive" || !formOf(s.slots[h.slot].word, "address") {
		return true
	}
	for _, p := range s.object(h.verb) {
		if w := s.slots[s.shape().Phrases[p].Head].word; !occasion(w) && w != "event" && w != "it" && w != "gathering" {
			return false
		}
	}
	return true
}

// standsAtOne reports whether somebody is said to be at what people gather for,
// or at the head of a delegation: not "at the airport".
func (s *sentence) standsAtOne(h *hit) bool {
	v := &s.shape().Verbs[h.verb]
	for k := v.Start; k+1 < v.End; k++ {
		if s.slots[k].word != "at" {
			continue
		}
		head := s.slots[s.shape().Phrases[s.shape().PhraseOf(k+1)].Head].word
		if occasion(head) || formOf(head, "event", "gathering", "funeral", "inauguration", "opening", "signing", "banquet", "dinner", "retreat", "table") {
			return true
		}
		if head == "head" {
			return s.holds([]string{"delegation", "team", "party", "entourage"}, k, min(k+9, len(s.slots)))
		}
	}
	return false
}

// staysAway reports whether the sentence tells, before a verb, that somebody does
// not attend, so that who replaces them does.
func (s *sentence) staysAway(h *hit) bool {
	for i := range s.shape().Verbs[:h.verb] {
		if v := &s.shape().Verbs[i]; v.Negated && s.classed(v.Head, []string{"attend", "go"}) {
			return true
		}
	}
	return false
}
