package syntax

// lean finds the subject of a verb that has none of its own: an infinitive, a
// gerund or a participle.
func (s *Sentence) lean(i int) {
	v := &s.Verbs[i]
	k := v.phrase - 1
	for k >= 0 && (s.Phrases[k].Kind == Adverb || s.Phrases[k].Kind == When) {
		k--
	}
	if k >= 0 && s.Phrases[k].Kind == NounPhrase {
		if v.Form != Infinitive { // "documents signed in", "leaders attending"
			v.Subject = s.Members(k)
			return
		}
		if g := s.verbBefore(k); g >= 0 && s.steers(g, k) {
			v.Governor, v.Subject = g, s.Members(k)
			return
		} else if g < 0 { // a headline's future: "X to visit Y"
			v.Subject = s.Members(s.outermost(k))
			return
		}
	}
	if k >= 0 && s.Phrases[k].Kind == Comma && v.Form == Participle {
		if q := k - 1; q >= 0 && s.Phrases[q].Kind == NounPhrase { // "X, accompanied by Y, …"
			v.Subject = s.Members(s.outermost(q))
			v.Governor = s.verbBefore(v.phrase)
			return
		}
	}
	v.Governor = s.governor(i)
	if v.Governor >= 0 {
		v.Subject = s.Verbs[v.Governor].Subject
	}
	if p := s.thanked(i, k); p >= 0 {
		v.Subject = s.Members(p)
	}
}

// thanked is the person who is thanked or praised for what a gerund says, or -1:
// "thanked X for coming", "gratitude to X, Y's president, for having come".
func (s *Sentence) thanked(i, prep int) int {
	v := &s.Verbs[i]
	if v.Form != Gerund || v.Governor < 0 || v.Governor >= i || prep < 1 || s.Phrases[prep].Kind != Preposition || s.Words[s.Phrases[prep].Head].Fold != "for" || s.Verbs[v.Governor].Passive {
		return -1
	}
	for p := prep - 1; p > s.Verbs[v.Governor].phrase; p-- {
		if s.Phrases[p].Kind == NounPhrase && s.Words[s.Phrases[p].Head].Class == 'L' {
			return p
		}
	}
	return -1
}

// outermost is the noun phrase on which a chain of "of" and other phrases hangs.
func (s *Sentence) outermost(k int) int {
	for {
		prep := s.Prep(k)
		if prep < 1 || s.Phrases[prep-1].Kind != NounPhrase {
			return k
		}
		k = prep - 1
	}
}

// governor is the verb that a verb without subject hangs on: the last before
// it, or, at the beginning of a sentence, the next finite one.
func (s *Sentence) governor(i int) int {
	for j := i - 1; j >= 0; j-- {
		if len(s.Verbs[j].Subject) > 0 && !s.stopBetween(s.Verbs[j].phrase, s.Verbs[i].phrase) {
			return j
		}
	}
	for j := i + 1; j < len(s.Verbs); j++ {
		if s.Verbs[j].Form == Finite && len(s.Verbs[j].Subject) > 0 {
			return j
		}
	}
	return -1
}

func (s *Sentence) stopBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if p := &s.Phrases[k]; p.Kind == Stop {
			switch s.Words[p.Head].Fold {
			case ";", ".":
				return true
			}
		}
	}
	return false
}

// verbBefore is the last verb before a phrase, or -1.
func (s *Sentence) verbBefore(phrase int) int {
	for j := len(s.Verbs) - 1; j >= 0; j-- {
		if s.Verbs[j].phrase < phrase {
			return j
		}
	}
	return -1
}

// steers reports whether the object of a verb, not its subject, is to do what
// the infinitive says: "invited X to visit".
func (s *Sentence) steers(g, object int) bool {
	if s.Prep(object) >= 0 && s.PrepWord(object) != "on" && s.PrepWord(object) != "for" {
		return false
	}
	switch s.Words[s.Verbs[g].Head].Fold {
	case "invite", "invited", "invites", "inviting", "ask", "asked", "asks", "asking", "urge", "urged", "urges", "urging",
		"allow", "allowed", "allows", "allowing", "call", "called", "calls", "calling", "send", "sent", "sends", "sending",
		"lead", "led", "tell", "told", "order", "ordered", "instruct", "instructed", "instructs", "want", "wants", "wanted",
		"expect", "expects", "expected", "force", "forced", "encourage", "encouraged", "enable", "enabled", "enables",
		"help", "helped", "authorize", "authorized", "task", "tasked", "appoint", "appointed", "persuade", "persuaded":
		return true
	}
	return false
}

// bound sets the stretch of words that may hang on a verb.
func (s *Sentence) bound(i int) {
	v := &s.Verbs[i]
	v.Start, v.End = v.From, len(s.Words)
	for k := v.phrase + 1; k < len(s.Phrases); k++ {
		if s.opensClause(k) {
			v.End = s.Phrases[k].From
			break
		}
	}
	if v.Form != Finite {
		return
	}
	start := v.phrase
	if own := s.ownSubject(i); own >= 0 {
		start = s.fronted(own)
	}
	if len(v.Subject) > 0 && v.Subject[0] > v.phrase { // "Round the table sat X"
		start = s.fronted(v.phrase)
	}
	v.Start = s.Phrases[start].From
}

// fronted is the first of the phrases before a subject that belong to its
// clause: "On Monday, in Oslo, X …", but not those of the verb before ("said on
// Monday X …").
func (s *Sentence) fronted(subject int) int {
	parted := subject
	for k := subject - 1; k >= 0; k-- {
		p := &s.Phrases[k]
		switch {
		case p.Kind == VerbGroup && p.Head >= 0 && s.formOf(p) == Finite:
			return parted
		case p.Kind == Relative, p.Kind == Subordinator:
			return k + 1
		case p.Kind == Stop:
			if w := s.Words[p.Head].Fold; w == ";" || w == ":" || w == "." {
				return k + 1
			}
		case p.Kind == Comma, p.Kind == Conjunction:
			parted = k + 1
		}
	}
	return 0
}

// ownSubject is the first phrase of a verb's subject where it is not shared
// with another verb, or -1.
func (s *Sentence) ownSubject(i int) int {
	v := &s.Verbs[i]
	if len(v.Subject) == 0 || v.Governor >= 0 {
		return -1
	}
	if first := v.Subject[0]; first < v.phrase {
		return first
	}
	return -1
}

// opensClause reports whether a new clause begins at phrase k.
func (s *Sentence) opensClause(k int) bool {
	p := &s.Phrases[k]
	switch p.Kind {
	case Relative, Subordinator:
		return true
	case Stop:
		f := s.Words[p.Head].Fold
		return f == ";" || f == ":" && !s.adjunctsFrom(k+1) || f == "."
	case Conjunction, Comma:
		q := k + 1
		for q < len(s.Phrases) && (s.Phrases[q].Kind == Adverb || s.Phrases[q].Kind == When || s.Phrases[q].Kind == Conjunction || s.Phrases[q].Kind == Comma) {
			q++
		}
		if q >= len(s.Phrases) {
			return false
		}
		if n := &s.Phrases[q]; n.Kind == VerbGroup {
			return n.Head >= 0 && s.formOf(n) == Finite
		}
		return s.Phrases[q].Kind == NounPhrase && s.subjectOfNext(q)
	}
	return false
}

// adjunctsFrom reports whether nothing but where and when stands from phrase k
// on: "had met twice: in Oslo in May and in Bergen in June".
func (s *Sentence) adjunctsFrom(k int) bool {
	if k >= len(s.Phrases) || s.Phrases[k].Kind != Preposition || s.finiteBetween(k, len(s.Phrases)) {
		return false
	}
	switch s.Words[s.Phrases[k].Head].Fold {
	case "in", "at", "on":
		return true
	}
	return false
}

// subjectOfNext reports whether the noun phrase at q is the subject of the next
// finite verb.
func (s *Sentence) subjectOfNext(q int) bool {
	for i := range s.Verbs {
		v := &s.Verbs[i]
		if v.phrase < q || v.Form != Finite {
			continue
		}
		return len(v.Subject) > 0 && v.Subject[0] == q
	}
	return false
}
