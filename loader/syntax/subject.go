package syntax

import "slices"

// finiteSubject walks left from a finite verb to what it is said of. The
// second value is the verb that it shares its subject with, or -1.
func (s *Sentence) finiteSubject(i int) ([]int, int) {
	w := walk{s: s, verb: i, at: s.Verbs[i].phrase - 1, by: -1}
	for w.at >= 0 && !w.done {
		w.step()
	}
	if w.subject == nil && w.fallback == nil && w.joined {
		return s.shared(i)
	}
	if w.subject == nil {
		return w.fallback, w.by
	}
	return w.subject, w.by
}

// walk is a way left from a verb in search of its subject.
type walk struct {
	s        *Sentence
	verb, at int
	aside    []int // people of an apposition passed on the way
	fallback []int // what stood between commas, if nothing else is found
	subject  []int
	by       int  // verb whose subject it is too, or -1
	joined   bool // a conjunction of adjuncts was passed
	done     bool
}

func (w *walk) found(subject []int, by int) { w.subject, w.by, w.done = subject, by, true }

// step looks at one phrase and goes on before it, or ends the way.
func (w *walk) step() {
	s := w.s
	w.by = -1
	switch p := &s.Phrases[w.at]; p.Kind {
	case Relative:
		if f := s.Words[p.Head].Fold; f == "where" || f == "when" {
			w.found(nil, -1)
			return
		}
		w.found(s.antecedent(w.at), -1)
	case Conjunction:
		if s.joinsAdjuncts(w.at) {
			w.joined = true
			w.at--
			return
		}
		w.found(s.shared(w.verb))
	case Comma:
		w.comma()
	case Dash:
		if open := s.before(w.at, Dash); open >= 0 {
			w.pass(open)
			return
		}
		w.at--
	case NounPhrase:
		if prep := s.Prep(w.at); prep >= 0 && !s.asClause(prep) {
			w.at = prep - 1
			return
		}
		if rel := s.objectInside(w.at); rel >= 0 { // "the deal that governs it was"
			w.at = rel - 1
			return
		}
		if p := s.apposed(w.at); p >= 0 {
			w.at = p
		}
		w.found(s.withNames(s.Members(w.at), w.aside), -1)
	case VerbGroup: // "the documents signed in X were", "the decision to visit X was"
		if p.Head >= 0 && s.formOf(p) == Finite {
			if w.at = s.aside(w.at); w.at < 0 {
				w.found(nil, -1)
			}
		}
		w.at--
	case Stop:
		if open := s.bracket(w.at); open >= 0 {
			w.at = open - 1
			return
		}
		w.found(nil, -1)
	case Subordinator:
		w.found(nil, -1)
	default:
		w.at--
	}
}

// joinsAdjuncts reports whether a conjunction joins two phrases that hang by
// prepositions: "memoranda on crops and on the coast were".
func (s *Sentence) joinsAdjuncts(c int) bool {
	return c > 0 && c+2 < len(s.Phrases) && s.Phrases[c+1].Kind == Preposition && s.Phrases[c+2].Kind == NounPhrase &&
		s.Phrases[c-1].Kind == NounPhrase && s.Prep(c-1) >= 0
}

// comma passes what stands between commas, or ends where the verb goes on a
// list of verbs.
func (w *walk) comma() {
	s := w.s
	if w.at > 0 && s.Prep(w.at-1) < 0 && s.Words[s.Phrases[w.at-1].Head].Apposed { // closes "the president, X,"
		w.at--
		return
	}
	if open := s.opening(w.at); open >= 0 {
		w.pass(open)
		return
	}
	if subject, by := s.shared(w.verb); by >= 0 && !s.newClause(w.verb) {
		w.found(subject, by)
		return
	}
	w.at--
}

// newClause reports whether a clause opens between a verb and the one before
// it, so that they cannot share a subject: "flew to X, where Y, the mayor, met".
func (s *Sentence) newClause(i int) bool {
	for k := s.Verbs[i].phrase - 1; k >= 0; k-- {
		switch s.Phrases[k].Kind {
		case Relative, Subordinator:
			return true
		case VerbGroup:
			return false
		}
	}
	return false
}

// pass goes on before an insertion and keeps what it names.
func (w *walk) pass(open int) {
	s := w.s
	w.aside = s.named(open+1, w.at)
	if first := open + 1; w.fallback == nil && s.Phrases[first].Kind == NounPhrase && s.Prep(first) < 0 {
		w.fallback = s.Members(first)
	}
	w.at = open - 1
}

// aside is the comma before the relative clause of a finite verb at phrase k,
// or -1 where the verb stands in none.
func (s *Sentence) aside(k int) int {
	for j := k - 1; j > 0; j-- {
		switch s.Phrases[j].Kind {
		case Relative, Subordinator:
			if s.Phrases[j-1].Kind == Comma {
				return j - 1
			}
			return j
		case VerbGroup:
			return -1
		}
	}
	return -1
}

// withNames adds the people of an apposition to a subject that names none
// itself: "the presidents of A and B—X and Y—met".
func (s *Sentence) withNames(subject, aside []int) []int {
	for _, p := range subject {
		if w := &s.Words[s.Phrases[p].Head]; w.Class == 'L' || w.Kind == Name && len(aside) == 0 {
			return subject
		}
	}
	return append(slices.Clone(subject), aside...)
}

// named are the noun phrases with a name for head that open a stretch, past
// "among them" and "including".
func (s *Sentence) named(from, to int) []int {
	if from < to {
		switch s.Words[s.Phrases[from].Head].Fold {
		case "among", "including":
			from++
		}
	}
	if from < to && s.Phrases[from].Kind == NounPhrase && s.Words[s.Phrases[from].Head].Kind == Name {
		return s.Members(from)
	}
	return nil
}

// antecedent is what a relative pronoun stands for: the noun phrase before it;
// people for "who".
func (s *Sentence) antecedent(rel int) []int {
	who := s.Words[s.Phrases[rel].Head].Fold == "who"
	if it := s.cleft(rel); it >= 0 {
		return s.Members(it)
	}
	for k := rel - 1; k >= 0; k-- {
		switch p := &s.Phrases[k]; p.Kind {
		case Comma, Adverb, When, Dash:
		case Conjunction: // "the visit that he paid and that yielded"
			if other := s.before(k, Relative); k == rel-1 && other >= 0 {
				return s.antecedent(other)
			}
			return nil
		case Stop:
			open := s.bracket(k)
			if open < 0 {
				return nil
			}
			k = open
		case Preposition:
		case NounPhrase:
			w := &s.Words[p.Head]
			if who && w.Kind == Name && w.Class != 'L' && s.Prep(k) >= 0 {
				continue // "the president of Norway, who"
			}
			if p := s.apposed(k); p >= 0 {
				return []int{p}
			}
			if who && s.severalBehind(rel) {
				return s.Members(k)
			}
			return []int{k}
		default:
			return nil
		}
	}
	return nil
}

// severalBehind reports whether the verb of a relative clause is one of
// several: "X and Y, who were".
func (s *Sentence) severalBehind(rel int) bool {
	for k := s.Phrases[rel].To; k < len(s.Words) && k < s.Phrases[rel].To+3; k++ {
		switch s.Words[k].Fold {
		case "were", "are", "have":
			return true
		}
	}
	return false
}

// apposed is the person whom the noun phrase at k only describes, "Moro, the
// prime minister of Norway", or -1.
func (s *Sentence) apposed(k int) int {
	if k < 2 || s.Words[s.Phrases[k].Head].Tag != "NN" || s.Words[s.Phrases[k].Head].Kind != Plain || s.Phrases[k-1].Kind != Comma || len(s.Members(k)) > 1 {
		return -1
	}
	p := k - 2
	if s.Phrases[p].Kind != NounPhrase || s.Words[s.Phrases[p].Head].Class != 'L' || len(s.Members(p)) > 1 || s.Prep(p) >= 0 {
		return -1
	}
	if p > 0 && s.Phrases[p-1].Kind == VerbGroup {
		return -1
	}
	return p
}

// cleft is the phrase that "It was X … that" brings forward, or -1.
func (s *Sentence) cleft(rel int) int {
	if rel < 3 || s.Words[s.Phrases[rel].Head].Fold != "that" && s.Words[s.Phrases[rel].Head].Fold != "who" {
		return -1
	}
	for k := rel - 3; k >= 0 && s.Phrases[k+2].Kind != Stop; k-- {
		be := &s.Phrases[k+1]
		if s.Words[s.Phrases[k].Head].Fold == "it" && be.Kind == VerbGroup && s.auxAt(be.Head) && s.Phrases[k+2].Kind == NounPhrase {
			return k + 2
		}
	}
	return -1
}

// shared is the subject of the verb before, which a second verb takes over.
func (s *Sentence) shared(i int) ([]int, int) {
	for j := i - 1; j >= 0; j-- {
		if s.Verbs[j].Form == Finite && len(s.Verbs[j].Subject) > 0 {
			return s.Verbs[j].Subject, j
		}
	}
	return nil, -1
}

// opening is the comma that opens the insertion which the comma at phrase k
// closes, or -1: a relative clause, an apposition, an adjunct.
func (s *Sentence) opening(k int) int {
	for j, commas := k-1, 0; j > 0 && commas < 4; j-- {
		if open := s.bracket(j); open > 0 && s.Phrases[j].Kind == Stop {
			j = open
			continue
		}
		if s.Phrases[j].Kind == Stop && s.Words[s.Phrases[j].Head].Fold != "'s" {
			return -1
		}
		if s.Phrases[j].Kind != Comma {
			continue
		}
		commas++
		switch n := &s.Phrases[j+1]; n.Kind {
		case Relative, Subordinator:
			if s.finiteBetween(j+1, k) {
				return j
			}
			return -1
		case VerbGroup:
			if f := s.formOf(n); f != Finite {
				return j
			}
			return -1
		default:
			if s.relativeOpen(j+1, k) {
				return -1
			}
			if !s.finiteBetween(j+1, k) || s.relativeBehind(j+1, k) {
				return j
			}
		}
	}
	return -1
}

// relativeBehind reports whether the stretch opens a relative clause by more
// than its pronoun: "on which", "the text of which".
func (s *Sentence) relativeBehind(from, to int) bool {
	for q := from; q < to && q < from+4; q++ {
		switch s.Phrases[q].Kind {
		case Relative:
			return q > from && s.Phrases[q-1].Kind == Preposition
		case Preposition, NounPhrase:
		default:
			return false
		}
	}
	return false
}

// objectInside is the relative pronoun of the clause in whose verb's object a
// noun phrase stands, where that clause is not set off by a comma; -1 where it
// stands in none.
func (s *Sentence) objectInside(k int) int {
	if k < 3 || s.Phrases[k-1].Kind != VerbGroup || s.Phrases[k-1].Head < 0 || s.formOf(&s.Phrases[k-1]) != Finite {
		return -1
	}
	if s.Phrases[k-2].Kind == Relative && s.Phrases[k-3].Kind == NounPhrase {
		return k - 2
	}
	return -1
}

func (s *Sentence) finiteBetween(from, to int) bool {
	for q := from; q < to; q++ {
		if p := &s.Phrases[q]; p.Kind == VerbGroup && p.Head >= 0 && s.formOf(p) == Finite {
			return true
		}
	}
	return false
}

// before is the last phrase of a kind before phrase k, or -1.
func (s *Sentence) before(k int, kind PhraseKind) int {
	for j := k - 1; j >= 0; j-- {
		if s.Phrases[j].Kind == kind {
			return j
		}
	}
	return -1
}

// bracket is where the bracket that ends at phrase k opens, or -1.
func (s *Sentence) bracket(k int) int {
	if s.Words[s.Phrases[k].Head].Fold != ")" {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		if p := &s.Phrases[j]; p.Kind == Stop && s.Words[p.Head].Fold == "(" {
			return j
		}
	}
	return -1
}

// relativeOpen reports whether a relative clause opens by a preposition in a
// stretch, "in which X and Y", and its verb is yet to come.
func (s *Sentence) relativeOpen(from, to int) bool {
	for q := from; q < to; q++ {
		if s.Phrases[q].Kind == Relative && q > 0 && s.Phrases[q-1].Kind == Preposition {
			return !s.finiteBetween(q, to)
		}
	}
	return false
}
