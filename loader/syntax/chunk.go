package syntax

import "strings"

// chunk cuts the sentence into phrases.
func (s *Sentence) chunk() {
	s.phrase = make([]int, len(s.Words))
	for i := 0; i < len(s.Words); {
		p := s.phraseAt(i)
		for k := p.From; k < p.To; k++ {
			s.phrase[k] = len(s.Phrases)
		}
		s.Phrases = append(s.Phrases, p)
		i = p.To
	}
	s.joinOf()
	s.verb = make([]int, len(s.Phrases))
	for i := range s.verb {
		s.verb[i] = -1
	}
}

func (s *Sentence) phraseAt(i int) Phrase {
	w := &s.Words[i]
	one := func(k PhraseKind) Phrase { return Phrase{Kind: k, From: i, To: i + 1, Head: i, Core: i + 1} }
	switch {
	case w.Kind == Date:
		return one(When)
	case w.Kind == Quote:
		return one(Saying)
	case w.Kind == Mark:
		return one(markKind(w.Fold))
	case strings.HasSuffix(w.Fold, "self") || strings.HasSuffix(w.Fold, "selves"):
		return one(Adverb) // "the president himself"
	case w.Tag == "CC":
		return one(Conjunction)
	case relative(s.Words, i):
		return one(Relative)
	case w.Tag == "TO" && !s.verbFollows(i+1), w.Tag == "IN" && !s.clauseFollows(i):
		return one(Preposition)
	case w.Tag == "IN", w.Tag == "WRB":
		return one(Subordinator)
	case s.opensVerb(i):
		return s.verbGroup(i)
	case nominal(w) || w.Tag == "JJ" || w.Tag == "JJR" || w.Tag == "JJS" || w.Tag == "VBG" || w.Tag == "VBN":
		p := s.nounPhrase(i)
		if p.To == i+1 && (w.Tag == "JJ" || w.Tag == "JJR") && w.Kind == Plain { // "X last came to Y"
			p.Kind = Adverb
		}
		return p
	}
	return one(Adverb) // adverbs, particles, and what else no phrase is made of
}

func markKind(fold string) PhraseKind {
	switch fold {
	case ",":
		return Comma
	case "-", "–", "—":
		return Dash
	}
	return Stop
}

func relative(ws []Word, i int) bool {
	switch ws[i].Tag {
	case "WP", "WDT", "WP$":
		return ws[i].Fold != "what"
	}
	return false
}

// nominal reports whether a word may stand in a noun phrase whatever follows.
func nominal(w *Word) bool {
	switch w.Tag {
	case "DT", "PDT", "PRP", "PRP$", "CD", "NN", "NNS", "NNP", "NNPS", "EX", "POS":
		return true
	}
	return w.Kind == Name
}

// verbFollows reports whether a verb's plain form stands at word i, past adverbs.
func (s *Sentence) verbFollows(i int) bool {
	for ; i < len(s.Words); i++ {
		switch s.Words[i].Tag {
		case "RB":
			continue
		case "VB", "VBP":
			return true
		}
		return false
	}
	return false
}

// clauseFollows reports whether a word that may be a preposition opens a
// clause: a subject and a finite verb stand behind it before the next comma.
func (s *Sentence) clauseFollows(i int) bool {
	switch s.Words[i].Fold {
	case "that", "because", "if", "although", "though", "while", "whereas", "unless", "whether":
		return true
	case "after", "before", "as", "since", "until", "than", "when":
	default:
		return false
	}
	for j := i + 1; j < len(s.Words); j++ {
		w := &s.Words[j]
		if w.Kind == Mark && w.Fold != "-" && w.Fold != "'s" {
			return w.Fold == "," && j > i+1 && (s.Words[i].Fold == "after" || s.Words[i].Fold == "before") && s.verbPastAside(j)
		}
		switch w.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return j > i+1
		case "VBG", "IN", "WP", "WDT":
			if j == i+1 || w.Tag != "IN" {
				return false
			}
		}
	}
	return false
}

// verbPastAside reports whether a finite verb stands right behind what the comma
// at word i parts from its subject: "after X, the minister, had left".
func (s *Sentence) verbPastAside(i int) bool {
	for j := i; j+1 < len(s.Words) && j < i+10; j++ { // the first comma closes where a title is part of the name
		switch w := &s.Words[j]; {
		case w.Fold == ",":
			switch s.Words[j+1].Tag {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
			if j > i {
				return false
			}
		case w.Kind == Mark && w.Fold != "-" && w.Fold != "'s":
			return false
		case w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD" || w.Tag == "VBG" || w.Tag == "VBN":
			return false
		}
	}
	return false
}

// opensVerb reports whether a verb group begins at word i.
func (s *Sentence) opensVerb(i int) bool {
	w := &s.Words[i]
	switch w.Tag {
	case "MD", "VBD", "VBZ", "VBP", "VB":
		return true
	case "TO":
		return s.verbFollows(i + 1)
	case "VBG", "VBN":
		return !s.modifies(i)
	}
	return false
}

// modifies reports whether a participle stands before the noun that it
// describes: "the signed documents", "a visiting delegation".
func (s *Sentence) modifies(i int) bool {
	if i == 0 || i+1 >= len(s.Words) {
		return false
	}
	b, n := &s.Words[i-1], &s.Words[i+1]
	inside := b.Tag == "DT" || b.Tag == "PRP$" || b.Tag == "JJ" || b.Tag == "CD" || b.Tag == "POS" || b.Tag == "'s" || b.Fold == "-"
	return inside && (strings.HasPrefix(n.Tag, "NN") || n.Tag == "JJ" || n.Tag == "VBG" || n.Tag == "CD" && s.Words[i].Tag == "VBG" || n.Fold == "-" || n.Kind == Name)
}

// verbGroup reads auxiliaries, adverbs and verbs up to the last verb: "has not
// yet been signed". "to" opens an infinitive.
func (s *Sentence) verbGroup(i int) Phrase {
	p := Phrase{Kind: VerbGroup, From: i, To: i + 1, Head: i}
	k := i
	if s.Words[i].Tag == "TO" {
		p.Head, k = -1, i+1
	}
	for ; k < len(s.Words); k++ {
		w := &s.Words[k]
		switch {
		case w.Tag == "RB" || (w.Kind == Date || w.Fold == "since" || w.Fold == "already") && s.auxAt(p.Head) || w.Fold == "n't":
			continue
		case strings.HasPrefix(w.Tag, "VB") || w.Tag == "MD":
			if p.Head >= 0 && !s.auxAt(p.Head) {
				break
			}
			p.Head, p.To = k, k+1
			continue
		}
		break
	}
	p.Core = p.To
	return p
}

// auxAt reports whether the word is an auxiliary, behind which the verb group
// goes on.
func (s *Sentence) auxAt(i int) bool {
	if i < 0 {
		return true
	}
	w := &s.Words[i]
	if w.Tag == "MD" {
		return true
	}
	switch w.Fold {
	case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "do", "does", "did", "am", "'s", "'ve", "'ll":
		return true
	}
	return false
}

// nounPhrase reads a run of words up to its last noun. A name ends it, unless
// nouns follow ("the Putin visit") or it owns what follows.
func (s *Sentence) nounPhrase(i int) Phrase {
	p := Phrase{Kind: NounPhrase, From: i, To: i + 1, Head: i}
	for k := i; k < len(s.Words); k++ {
		w := &s.Words[k]
		switch {
		case strings.HasPrefix(w.Tag, "NN") || w.Tag == "PRP" || w.Kind == Name:
			if k > i && (w.Tag == "PRP" || w.Kind == Name && s.parted(k)) {
				return p
			}
			p.Head, p.To = k, k+1
		case w.Tag == "CD" || w.Tag == "EX" || w.Tag == "DT" && k == i:
			if k > i && (s.Words[k-1].Kind == Name || w.Tag == "CD" && s.counts(k)) {
				return p
			}
			p.Head, p.To = k, k+1
		case w.Tag == "PRP$" || w.Tag == "DT" || w.Tag == "PDT":
			if k > i && !(s.Words[k-1].Tag == "PDT" || s.Words[k-1].Tag == "DT") {
				return p
			}
			p.To = k + 1
		case w.Tag == "JJ" || w.Tag == "JJR" || w.Tag == "JJS":
			if k > i && s.Words[k-1].Kind == Name && w.Fold != "-" {
				return p
			}
			p.To = max(p.To, k+1)
			if p.Head < k && s.Words[p.Head].Tag != "NN" {
				p.Head = k
			}
		case w.Tag == "VBG" || w.Tag == "VBN":
			if k > i && !s.modifies(k) {
				return p
			}
			p.To = max(p.To, k+1)
		case w.Fold == "'s" || w.Tag == "POS":
			if k == i {
				continue
			}
			p.To = k + 1
		case w.Tag == "CC" && k > i && s.sideBySide(k), w.Fold == "," && k > i && s.adjectives(k):
			continue
		case w.Fold == "-" && k > i && k+1 < len(s.Words), w.Fold == "/" && k > i && k+1 < len(s.Words):
			continue
		default:
			return p
		}
	}
	return p
}

// sideBySide reports whether "and" at word k joins two adjectives of one noun:
// "diplomatic and official passports".
func (s *Sentence) sideBySide(k int) bool {
	if k+2 >= len(s.Words) || s.Words[k-1].Tag != "JJ" || s.Words[k+1].Tag != "JJ" || s.Words[k-1].Kind != Plain || s.Words[k+1].Kind != Plain {
		return false
	}
	return strings.HasPrefix(s.Words[k+2].Tag, "NN") && s.Words[k+2].Kind != Name
}

// adjectives reports whether the comma at word k stands in a list of adjectives
// of one noun: "economic, commercial and technical cooperation".
func (s *Sentence) adjectives(k int) bool {
	for j := k; j+2 < len(s.Words) && s.Words[j-1].Tag == "JJ" && s.Words[j-1].Kind == Plain; j += 2 {
		if s.Words[j].Tag == "CC" {
			return j > k && s.sideBySide(j)
		}
		if s.Words[j].Fold != "," {
			return false
		}
	}
	return false
}

// parted reports whether a name opens a phrase of its own behind another noun:
// "From Oslo Moro flew", "at the end of the month Moro flew", "the text he
// signed", "whose talks Moro opened".
func (s *Sentence) parted(k int) bool {
	before := &s.Words[k-1]
	if before.Kind == Name {
		return true
	}
	if pronoun(s.Words[k].Fold) || strings.HasPrefix(strings.ToLower(s.Words[k].Text), "the ") && !styled(before.Fold) || s.Words[k-1].Kind == Noun {
		return true
	}
	if s.Words[k].Class != 'L' {
		return false
	}
	switch before.Fold {
	case "day", "night", "week", "weekend", "month", "year", "decade", "spring", "summer", "autumn", "winter", "morning", "afternoon", "evening", "time":
		return true
	}
	if k == 2 && before.Tag == "NNP" && before.Kind == Plain { // "From Tromso Moro flew"
		switch s.Words[0].Fold {
		case "from", "in", "at", "near", "outside":
			return true
		}
	}
	return before.Tag == "NNS" && before.Kind == Plain && k > 1 && s.Words[k-2].Tag == "WP"
}

// styled reports whether a title stands right behind a word: "His Majesty the King".
func styled(fold string) bool {
	switch fold {
	case "majesty", "majesties", "highness", "excellency", "holiness", "eminence", "honour", "grace":
		return true
	}
	return false
}

// counts reports whether the number at word k opens a phrase behind a noun: "in
// their presence 20 documents".
func (s *Sentence) counts(k int) bool {
	return k+1 < len(s.Words) && s.Words[k-1].Tag == "NN" && s.Words[k-1].Kind == Plain && s.Words[k+1].Tag == "NNS"
}

// pronoun reports whether a name is one that opens a phrase of its own.
func pronoun(fold string) bool {
	switch fold {
	case "he", "she", "they", "it":
		return true
	}
	return false
}

// joinOf lets a noun phrase take the "of" phrases behind it.
func (s *Sentence) joinOf() {
	for i := range s.Phrases {
		p := &s.Phrases[i]
		p.Core = p.To
		if p.Kind != NounPhrase {
			continue
		}
		for j := i + 1; j+1 < len(s.Phrases); j += 2 {
			if s.Phrases[j].Kind != Preposition || s.Words[s.Phrases[j].Head].Fold != "of" || s.Phrases[j+1].Kind != NounPhrase {
				break
			}
			p.To = s.Phrases[j+1].To
		}
	}
}
