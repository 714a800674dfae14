package syntax

// inverted is the name behind a verb that is its subject where something else
// opens the clause: "Round the table sat X and Y", "Also present were X and
// Y". It is -1 where the subject stands before the verb.
func (s *Sentence) inverted(i int) int {
	v := &s.Verbs[i]
	switch s.Words[v.Head].Fold {
	case "is", "was", "are", "were", "sat", "sit", "sits", "stood", "stands", "came", "comes", "went", "goes", "followed", "arrived":
	default:
		return -1
	}
	if v.Passive || v.From != v.Head || !s.opensBare(v.phrase) {
		return -1
	}
	for q := v.phrase + 1; q < len(s.Phrases); q++ {
		switch p := &s.Phrases[q]; p.Kind {
		case Adverb, When:
			continue
		case Stop: // "Accompanying her are: X and Y"
			if q == v.phrase+1 && s.Words[p.Head].Fold == ":" {
				continue
			}
		case NounPhrase:
			if s.Words[p.Head].Class == 'L' || (s.Words[p.Head].Kind == Name || s.Words[p.Head].Tag == "NNP") && s.accompanies(v.phrase) {
				return q
			}
		}
		return -1
	}
	return -1
}

// accompanies reports whether a clause opens with who goes along, so that the
// first name behind its verb may be a stranger's: "Accompanying her were".
func (s *Sentence) accompanies(k int) bool {
	for j := k - 1; j >= 0; j-- {
		if p := &s.Phrases[j]; p.Kind == VerbGroup {
			return p.Head >= 0 && s.formOf(p) == Gerund
		}
	}
	return false
}

// opensBare reports whether nothing that could be a subject stands between the
// beginning of a clause and phrase k: only adverbs, what hangs on prepositions,
// and words such as "present".
func (s *Sentence) opensBare(k int) bool {
	said := false
	for j := k - 1; j >= 0; j-- {
		switch p := &s.Phrases[j]; p.Kind {
		case Adverb, When, Preposition:
		case VerbGroup: // "Accompanying her were X and Y"
			if p.Head < 0 || s.formOf(p) != Gerund {
				return false
			}
		case NounPhrase:
			if j > 0 && s.Phrases[j-1].Kind == VerbGroup {
				continue
			}
			if s.Prep(j) < 0 && s.Words[p.Head].Fold != "present" && s.Words[p.Head].Fold != "next" {
				return false
			}
		case Stop:
			return said && s.Words[p.Head].Fold == ";"
		default:
			return false
		}
		said = true
	}
	return said
}
