package syntax

import (
	"slices"
	"strings"
)

// findVerbs makes a Verb of each verb group and finds what each is said of.
func (s *Sentence) findVerbs() {
	for i := range s.Phrases {
		p := &s.Phrases[i]
		if p.Kind != VerbGroup || p.Head < 0 {
			continue
		}
		s.verb[i] = len(s.Verbs)
		s.Verbs = append(s.Verbs, s.newVerb(i))
	}
	s.mainVerb()
	s.behindRelative()
	s.reduced()
	for i := range s.Verbs { // finite verbs first: others lean on them
		if s.Verbs[i].Form == Finite {
			s.Verbs[i].Subject, s.Verbs[i].Governor = s.finiteSubject(i)
			if q := s.inverted(i); q >= 0 {
				s.Verbs[i].Subject, s.Verbs[i].Governor = s.Members(q), -1
			}
		}
	}
	for i := range s.Verbs {
		if s.Verbs[i].Form != Finite {
			s.lean(i)
		}
	}
	for i := range s.Verbs {
		s.shareModal(i)
	}
}

// shareModal gives a verb that "and" joins to one behind a modal that modal: "will
// come to Oslo and sign".
func (s *Sentence) shareModal(i int) {
	v := &s.Verbs[i]
	if i > 0 && v.Form == Finite && v.Modal == "" && s.Words[v.Head].Tag == "VB" && v.From > 0 && s.Words[v.From-1].Tag == "CC" && s.Verbs[i-1].Form == Infinitive { // "are to meet and sign"
		v.Form, v.Subject, v.Governor = Infinitive, s.Verbs[i-1].Subject, s.Verbs[i-1].Governor
		return
	}
	if v.Form != Finite || v.Modal != "" || v.Governor < 0 || v.Governor >= i {
		return
	}
	g := &s.Verbs[v.Governor]
	if t := s.Words[v.Head].Tag; (t == "VB" || t == "VBP") && v.To-v.From == 1 && g.Modal != "" && slices.Equal(v.Subject, g.Subject) {
		v.Modal = g.Modal
	}
}

// mainVerb takes a participle for the finite verb of a sentence that has no
// other: the two look alike ("The mission, once small, learned of it").
func (s *Sentence) mainVerb() {
	for i := range s.Verbs {
		if s.Verbs[i].Form == Finite {
			return
		}
	}
	for i := range s.Verbs {
		if v := &s.Verbs[i]; v.Form == Participle && v.phrase > 0 && v.From+1 < len(s.Words) {
			v.Form, v.Passive, v.Past = Finite, false, true
			s.Words[v.Head].Tag = "VBD"
			return
		}
	}
}

// behindRelative takes a participle for the finite verb where it follows the
// comma that closes a relative clause, which parts it from its subject ("Moro,
// who had come alone, proposed a bridge").
func (s *Sentence) behindRelative() {
	for i := range s.Verbs {
		v := &s.Verbs[i]
		if v.Form != Participle || v.phrase < 3 || v.To-v.From > 1 || v.To < len(s.Words) && s.Words[v.To].Fold == "by" || s.Phrases[v.phrase-1].Kind != Comma {
			continue
		}
		open := s.opening(v.phrase - 1)
		if open < 1 || s.Phrases[open+1].Kind != Relative || s.Phrases[open-1].Kind != NounPhrase || s.Prep(open-1) >= 0 {
			continue
		}
		v.Form, v.Passive, v.Past = Finite, false, true
		s.Words[v.Head].Tag = "VBD"
	}
}

func (s *Sentence) newVerb(phrase int) Verb {
	p := &s.Phrases[phrase]
	v := Verb{Head: p.Head, From: p.From, To: p.To, Form: s.formOf(p), Governor: -1, phrase: phrase}
	be := false
	for k := p.From; k < p.To; k++ {
		w := &s.Words[k]
		switch w.Fold {
		case "is", "are", "was", "were", "be", "been", "being", "am":
			be = be || k < p.Head
		case "not", "n't", "never":
			v.Negated = true
		}
		if w.Tag == "MD" {
			v.Modal = w.Fold
		}
		v.Past = v.Past || w.Tag == "VBD"
	}
	for k := p.From - 1; k >= 0 && k >= p.From-2; k-- {
		switch s.Words[k].Fold {
		case "not", "never", "nor", "neither", "without":
			v.Negated = true
		}
	}
	if p.Head >= 0 && s.auxAt(p.Head) && p.To < len(s.Words) { // "was not in", "is “not on"
		k := p.To
		if w := s.Words[k].Kind; w == Quote || s.Words[k].Fold == "\"" || s.Words[k].Fold == "“" {
			k++
		}
		if k < len(s.Words) && (s.Words[k].Fold == "not" || s.Words[k].Fold == "never") && !(k+1 < len(s.Words) && s.Words[k+1].Fold == "only") {
			v.Negated = true
		}
	}
	v.Passive = s.Words[p.Head].Tag == "VBN" && be || v.Form == Participle
	return v
}

// formOf tells finite verbs from infinitives and participles.
func (s *Sentence) formOf(p *Phrase) Form {
	first := s.Words[p.From].Tag
	if first == "TO" {
		return Infinitive
	}
	if p.Head < 0 {
		return Finite
	}
	for k := p.From; k < p.To; k++ {
		if t := s.Words[k].Tag; t == "MD" || t == "VBD" || t == "VBZ" || t == "VBP" || t == "VB" {
			return Finite
		}
	}
	if strings.HasPrefix(first, "VBG") {
		return Gerund
	}
	return Participle
}
