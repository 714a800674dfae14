package syntax

import "strings"

// reduced takes past tenses for the participles that they are where a clause is
// cut down to them: "ten boats, announced in Oslo by Moro", "a visit, pencilled
// in for May, was put off", "Moro, welcomed with a parade, signed a treaty".
func (s *Sentence) reduced() {
	for i := range s.Verbs {
		v := &s.Verbs[i]
		if v.Form != Finite || v.To-v.From > 1 || v.phrase < 1 || s.Words[v.Head].Tag != "VBD" || !strings.HasSuffix(s.Words[v.Head].Fold, "ed") || s.objectBehind(v.phrase) {
			continue
		}
		if s.Phrases[v.phrase-1].Kind != Comma || v.phrase < 2 || s.Phrases[v.phrase-2].Kind != NounPhrase {
			continue
		}
		if s.doneBy(i) || s.goesOnBehind(i) {
			v.Form, v.Passive, v.Past = Participle, true, false
			s.Words[v.Head].Tag = "VBN"
		}
	}
}

// objectBehind reports whether a verb group has an object right behind it.
func (s *Sentence) objectBehind(phrase int) bool {
	for q := phrase + 1; q < len(s.Phrases); q++ {
		switch s.Phrases[q].Kind {
		case Adverb, When:
			continue
		case NounPhrase, Saying:
			return true
		}
		return false
	}
	return false
}

// doneBy reports whether "by" and a name stand behind a verb in its clause.
func (s *Sentence) doneBy(i int) bool {
	for q := s.Verbs[i].phrase + 1; q+1 < len(s.Phrases); q++ {
		switch s.Phrases[q].Kind {
		case VerbGroup, Relative, Subordinator, Stop, Comma:
			return false
		case Preposition:
			if s.Words[s.Phrases[q].Head].Fold == "by" && s.Phrases[q+1].Kind == NounPhrase && s.Words[s.Phrases[q+1].Head].Class == 'L' {
				return i > 0
			}
		}
	}
	return false
}

// goesOnBehind reports whether a comma closes what a verb opens, and a finite
// verb without a subject of its own stands right behind that comma.
func (s *Sentence) goesOnBehind(i int) bool {
	if i+1 >= len(s.Verbs) || s.Verbs[i+1].Form != Finite {
		return false
	}
	next := s.Verbs[i+1].phrase - 1
	if next <= s.Verbs[i].phrase+1 || s.Phrases[next].Kind != Comma {
		return false
	}
	for q := s.Verbs[i].phrase + 1; q < next; q++ {
		switch s.Phrases[q].Kind {
		case Comma, Stop, Conjunction, Relative, Subordinator:
			return false
		}
	}
	for j := i - 1; j >= 0; j-- { // the verb before has its own: "X came, stayed in Y, left"
		if s.Verbs[j].Form == Finite && !s.stopBetween(s.Verbs[j].phrase, s.Verbs[i].phrase) {
			return false
		}
	}
	return true
}

// asClause reports whether "as" at phrase p opens a clause rather than a
// phrase: a finite verb stands right before it, "looked on as two texts were".
func (s *Sentence) asClause(p int) bool {
	if s.Words[s.Phrases[p].Head].Fold != "as" {
		return false
	}
	for p--; p > 0; p-- {
		switch k := s.Phrases[p].Kind; {
		case k == VerbGroup:
			return s.formOf(&s.Phrases[p]) == Finite
		case k != Adverb && k != Preposition:
			return false
		}
	}
	return false
}
