package syntax

// enumerate finds lists of noun phrases: "A, B and C".
func (s *Sentence) enumerate() {
	s.list = make([]int, len(s.Phrases))
	for i := range s.list {
		s.list[i] = -1
	}
	for c := range s.Phrases {
		if s.Phrases[c].Kind != Conjunction || !s.listing(c) {
			continue
		}
		right := s.next(c)
		left := s.partner(s.previous(c), right)
		if left < 0 {
			right = s.nameBehind(right)
			left = s.partner(s.previous(c), right)
		}
		if left < 0 {
			right = s.next(c)
			left = s.beforeRelative(c, right)
		}
		if left < 0 {
			s.joinNamed(c, right)
			continue
		}
		if s.joinsClauses(left, right) {
			continue
		}
		s.join(left, right)
	}
}

// joinNamed makes a list of people, or of states and bodies, that commas part,
// where the conjunction at phrase c adds some that are not named: "X, Y and other
// ministers", "by Kenya, Norway and two banks".
func (s *Sentence) joinNamed(c, right int) {
	last := s.previous(c)
	if last < 2 || right < 0 || s.list[last] >= 0 || s.Words[s.Phrases[last].Head].Class == 0 || s.Phrases[last-1].Kind != Comma || s.verbBehind(right) {
		return
	}
	if first := s.partner(last-2, last); first >= 0 && s.list[first] < 0 && s.Phrases[last-2].Kind == NounPhrase {
		s.join(first, last)
	}
}

// frontedBy reports whether a phrase hangs on the words that open the sentence
// before its subject, so that the comma behind it ends them: "Invited by X, Y and
// Z came", "At the invitation of X, Y and Z came".
func (s *Sentence) frontedBy(p, right int) bool {
	if s.Prep(p) < 0 || !s.verbAhead(right) {
		return false
	}
	for q := 0; q < p; q++ {
		switch ph := &s.Phrases[q]; ph.Kind {
		case Comma, Stop, Relative, Subordinator:
			return false
		case VerbGroup:
			if q > 0 {
				return false
			}
		case NounPhrase:
			if q == 0 {
				return false
			}
		}
	}
	return true
}

// verbAhead reports whether a finite verb follows a phrase, past adverbs, times
// and what "of" leads to.
func (s *Sentence) verbAhead(p int) bool {
	for p+2 < len(s.Phrases) && s.Phrases[p+1].Kind == Preposition && s.Words[s.Phrases[p+1].Head].Fold == "of" {
		p += 2
	}
	return s.verbBehind(p)
}

// beforeRelative is the person behind whose relative clause a conjunction joins
// another: "X, who had come by train, and Y"; -1 where there is none.
func (s *Sentence) beforeRelative(c, right int) int {
	if right < 0 || c < 4 || s.Phrases[c-1].Kind != Comma || s.Words[s.Phrases[right].Head].Class != 'L' {
		return -1
	}
	open := s.opening(c - 1)
	if open < 1 || s.Phrases[open+1].Kind != Relative || s.Phrases[open-1].Kind != NounPhrase || s.Words[s.Phrases[open-1].Head].Class != 'L' {
		return -1
	}
	return open - 1
}

// listing reports whether a conjunction may join members of a list.
func (s *Sentence) listing(c int) bool {
	switch s.Words[s.Phrases[c].Head].Fold {
	case "but", "neither", "either", "both", "yet", "so":
		return false
	}
	return true
}

// next is the noun phrase that begins right behind phrase c, past an insertion
// ("and, for the first time, X"), or -1.
func (s *Sentence) next(c int) int {
	q := s.pastInsertion(c + 1)
	for end := q + 2; q < len(s.Phrases) && q < end; q++ {
		switch s.Phrases[q].Kind {
		case Adverb, Preposition: // "and later", "to A and to B"
			continue
		case NounPhrase:
			return q
		}
		return -1
	}
	return -1
}

// pastInsertion is the phrase behind an insertion between commas that begins at
// phrase q, or q.
func (s *Sentence) pastInsertion(q int) int {
	if q >= len(s.Phrases) || s.Phrases[q].Kind != Comma {
		return q
	}
	for k := q + 1; k < len(s.Phrases) && k < q+14; k++ {
		switch s.Phrases[k].Kind {
		case Comma:
			if k+1 < len(s.Phrases) && s.Words[s.Phrases[k+1].Head].Class == 'L' {
				return k + 1
			}
			return q
		case Stop:
			if w := s.Words[s.Phrases[k].Head].Fold; w == "." || w == ";" || w == ":" {
				return q
			}
		}
	}
	return q
}

// nameBehind is the name behind a comma that says who the noun phrase at p is: "X
// and her host, Y, met". It is -1 where there is none.
func (s *Sentence) nameBehind(p int) int {
	if p < 0 || p+2 >= len(s.Phrases) || s.Words[s.Phrases[p].Head].Class != 0 || s.Phrases[p+1].Kind != Comma {
		return -1
	}
	if n := &s.Phrases[p+2]; n.Kind == NounPhrase && s.Words[n.Head].Class == 'L' {
		return p + 2
	}
	return -1
}

// previous is the noun phrase that ends right before phrase c, past a comma.
func (s *Sentence) previous(c int) int {
	q := c - 1
	if q >= 0 && s.Phrases[q].Kind == Comma {
		q--
	}
	for q >= 0 && s.Phrases[q].Kind == When { // "X on 3 May and Y on 4 May"
		q--
		if q >= 0 && s.Phrases[q].Kind == Preposition {
			q--
		}
	}
	if q = s.pastBracket(q); q >= 0 && s.Phrases[q].Kind == NounPhrase {
		return q
	}
	return -1
}

// pastBracket is the phrase before the bracket that ends at phrase q, or q: "X
// (Norway), Y (Kenya) and Z".
func (s *Sentence) pastBracket(q int) int {
	if q < 0 || s.Phrases[q].Kind != Stop {
		return q
	}
	if open := s.bracket(q); open > 0 {
		return open - 1
	}
	return q
}

// partner is the phrase that ends at left which may stand in a list with
// right: the last, or one that it hangs on ("the president of A and the prime
// minister of B").
func (s *Sentence) partner(left, right int) int {
	if left < 0 || right < 0 {
		return -1
	}
	for q, steps := left, 0; q >= 0 && steps < 4; steps++ {
		if s.alike(q, right) && s.led(q, right) {
			return q
		}
		prep := s.Prep(q)
		if prep < 1 || s.Phrases[prep-1].Kind != NounPhrase {
			break
		}
		q = prep - 1
	}
	return -1
}

// led reports whether a phrase stands beside another that a conjunction and a
// preposition lead to: "of A and of B", not "ministers of A and of the isles".
func (s *Sentence) led(left, right int) bool {
	prep := s.Prep(right)
	if prep < 0 || right-prep > 2 || s.Words[s.Phrases[prep].Head].Fold != "of" {
		return true
	}
	return s.PrepWord(left) == "of"
}

// alike reports whether two phrases name things of one sort.
func (s *Sentence) alike(a, b int) bool {
	x, y := &s.Words[s.Phrases[a].Head], &s.Words[s.Phrases[b].Head]
	if x.Class != 0 || y.Class != 0 {
		return x.Class == y.Class || x.Class == 'L' && company(y) || y.Class == 'L' && company(x)
	}
	return x.Kind != Name && y.Kind != Name
}

// company reports whether a word means people who may stand beside one who is
// named: "X and several ministers flew", "X and the head of the bank, Y, were".
func company(w *Word) bool {
	switch w.Fold {
	case "members", "ministers", "officials", "fms", "pms", "diplomats", "representatives", "aides", "advisers", "advisors", "deputies", "lawmakers",
		"generals", "dignitaries", "leaders", "counterparts", "ambassadors", "businessmen", "executives", "wife", "husband", "spouse", "head", "chief",
		"chairman", "chairperson", "director", "others":
		return w.Class == 0
	}
	return false
}

// joinsClauses reports whether a conjunction joins clauses, not nouns: a verb
// stands behind the right phrase, and the left one is not a subject itself.
func (s *Sentence) joinsClauses(left, right int) bool {
	if !s.verbBehind(right) {
		return false
	}
	switch s.PrepWord(left) {
	case "between", "of", "among":
		return false
	case "":
	default:
		return true
	}
	for q := s.Members(left)[0] - 1; q >= 0; q-- {
		switch s.Phrases[q].Kind {
		case VerbGroup:
			return true
		case Adverb, When:
			continue
		}
		return false
	}
	return false
}

// verbBehind reports whether a finite verb follows a phrase, past adverbs.
func (s *Sentence) verbBehind(p int) bool {
	for q := p + 1; q < len(s.Phrases); q++ {
		ph := &s.Phrases[q]
		switch ph.Kind {
		case Adverb, When:
			continue
		case VerbGroup:
			return s.formOf(ph) == Finite
		case Preposition: // "B of C flew"
			if s.Words[ph.Head].Fold == "of" {
				q++
				continue
			}
		}
		return false
	}
	return false
}

// join makes a list of two phrases and of those before the left one that only
// commas part.
func (s *Sentence) join(left, right int) {
	var members []int
	if l := s.list[left]; l >= 0 { // "A and B and C"
		members = append(append([]int{}, s.lists[l]...), right)
	} else {
		members = []int{left, right}
		for q := left - 1; q > 0 && s.Phrases[q].Kind == Comma; {
			before := s.pastBracket(q - 1)
			p := s.partner(before, left)
			if p < 0 {
				p = s.beforeRelative(q+1, left)
				before = p
			}
			if before < 0 || s.Phrases[before].Kind != NounPhrase || p < 0 || s.list[p] >= 0 || s.Prep(left) < 0 && s.frontedBy(p, right) {
				break
			}
			members = append([]int{p}, members...)
			q = p - 1
		}
	}
	for _, m := range members {
		s.list[m] = len(s.lists)
	}
	s.lists = append(s.lists, members)
}
