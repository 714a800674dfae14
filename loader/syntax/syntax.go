// Package syntax finds the shape of a sentence: noun phrases, verb groups, and
// which noun is subject, object or adjunct of which verb.
//
// It is shallow on purpose: tags come from an averaged perceptron (prose/v3,
// after Honnibal), phrases are runs of tags, and who does what follows from
// the order of phrases and the words between them. It knows English word order
// and nothing of diplomacy: in "Putin, who met Xi in Kazan, flew to Baku" it
// finds that the subject of "flew" is "Putin", and that "Baku" hangs on it by
// "to". Words are given by the caller, names as one word each.
package syntax

// Word is one word of a sentence, or a name or a date of several words.
type Word struct {
	Text string // as written; of a name, its last word
	Fold string // lower case, no accents
	Kind Kind
	// Like is a common word of the same sort, by which the tagger knows one
	// that it may not know or take for a verb.
	Like string
	// Class tells nouns apart that may be listed together: people with people,
	// places with places. Zero where the caller does not know.
	Class byte
	// Apposed is set where a name holds an apposition behind a comma, so that
	// the comma behind it closes that.
	Apposed bool
	// Acts is set where the caller knows the word as a verb of its own.
	Acts bool
	Tag  string // Penn Treebank; filled in by Parse
}

// Kind says what the caller knows of a word.
type Kind byte

// The kinds of word.
const (
	Plain     Kind = iota
	Name           // a person, state, body: a noun phrase by itself
	Adjective      // "Kazakh"
	Noun           // surely a noun
	Number
	Date
	Quote
	Mark
	Owner // "his", "'s" of a name is a Mark of its own
)

// PhraseKind says what a phrase is.
type PhraseKind byte

// The kinds of phrase.
const (
	NounPhrase PhraseKind = iota
	VerbGroup
	Preposition
	Conjunction // and, or, but
	Comma
	Stop     // ; : . and brackets
	Dash     // – and —
	Relative // who, which, where, whose, that behind a noun
	Subordinator
	When // a date
	Adverb
	Saying // a quotation
)

// Phrase is a run of words. Of a noun phrase, Head is its last noun, and "of"
// phrases behind it belong to it: To is their end, Core the end before them.
type Phrase struct {
	Kind     PhraseKind
	From, To int
	Head     int
	Core     int
}

// Verb is a verb group with what hangs on it.
type Verb struct {
	Head     int // the last verb: "signed" of "has been signed"
	From, To int
	Form     Form
	Passive  bool
	Negated  bool
	Modal    string // will, would, may, …, or ""
	Past     bool
	// Governor is the verb on which this one hangs: "agreed" of "agreed to
	// sign", the main verb of a participle; -1 where there is none.
	Governor int
	// Subject are the phrases that the verb is said of, as indexes into
	// Phrases: several where they are listed. Empty where none was found.
	Subject []int
	// Start and End bound the words that may hang on the verb: from its
	// clause's first word to the next clause.
	Start, End int
	phrase     int
}

// Form says how a verb stands in its clause.
type Form byte

// The forms of a verb.
const (
	Finite Form = iota
	Infinitive
	Gerund     // arriving, signing
	Participle // accompanied, signed: without an auxiliary
)

// Sentence is what Parse finds.
type Sentence struct {
	Words   []Word
	Phrases []Phrase
	Verbs   []Verb
	phrase  []int   // of each word
	verb    []int   // of each phrase, or -1
	list    []int   // of each phrase: index into lists, or -1
	lists   [][]int // members of each list, in order
}

// Parse finds the phrases and verbs of a sentence. It fills in the tags of
// words.
func Parse(words []Word) *Sentence {
	tagWords(words)
	s := &Sentence{Words: words}
	s.chunk()
	s.enumerate()
	s.findVerbs()
	for i := range s.Verbs {
		s.bound(i)
	}
	return s
}

// PhraseOf is the index of the phrase that a word belongs to, or -1.
func (s *Sentence) PhraseOf(word int) int {
	if word < 0 || word >= len(s.phrase) {
		return -1
	}
	return s.phrase[word]
}

// VerbAt is the index of the verb whose group holds a word, or -1.
func (s *Sentence) VerbAt(word int) int {
	p := s.PhraseOf(word)
	if p < 0 {
		return -1
	}
	return s.verb[p]
}

// Members are the phrases of a list that a phrase is in: "A, B and C". A
// phrase alone is a list of one.
func (s *Sentence) Members(p int) []int {
	if l := s.list[p]; l >= 0 {
		return s.lists[l]
	}
	return []int{p}
}

// Prep is the index of the preposition phrase on which a noun phrase hangs, the
// list it is in taken into account, or -1.
func (s *Sentence) Prep(p int) int {
	for q := s.Members(p)[0] - 1; q >= 0; q-- {
		switch s.Phrases[q].Kind {
		case Adverb:
			continue
		case Preposition:
			return q
		}
		return -1
	}
	return -1
}

// PrepWord is the preposition on which a noun phrase hangs, or "".
func (s *Sentence) PrepWord(p int) string {
	if q := s.Prep(p); q >= 0 {
		return s.Words[s.Phrases[q].Head].Fold
	}
	return ""
}
