// Package lexicon holds the words and names that reading is steered by, each
// row a checkable fact: states, organizations, offices, leaders, cities, and
// the nouns and verbs of diplomatic prose. They stand in data/*.tsv.
//
// It knows no document. A row steers reading, but never makes an office, a
// state or a date that a document does not give.
//
//	s, ok := lexicon.StateOf("kg") // s.Name == "Kyrgyzstan", s.Capital == "Bishkek"
package lexicon

// State is a row of states.tsv.
type State struct {
	Code     string   // ISO 3166-1 alpha-2, lower case
	Name     string   // short English name
	Official string   // full English name
	Capital  string   // seat of government as commonly named
	Acts     bool     // whether the capital's name may stand for the government
	Forms    []string // other and former names and spellings
	Demonyms []string // adjectives and nouns for its people
	Capitals []string // other spellings of the capital
}

// Organization is a row of organizations.tsv.
type Organization struct {
	Name    string
	Acronym string
	Forms   []string
	Metonym string // a city that stands for it when it acts
	Whole   string // the body that it is an organ of, if any
}

// Office is a row of offices.tsv.
type Office struct {
	Title string   // canonical, lower case
	Forms []string // folded
	Rank  int      // seniority, 1 the highest
	Head  bool     // of state or government
}

// Leader is a person of leaders.tsv.
type Leader struct {
	Name      string
	Spellings []string // other than Name, transliterations and orders among them
	Term               // the one that the name alone calls to mind
	Terms     []Term   // all
	Family    string   // the name that stands alone; empty where it is a common word
	Families  []string // it in all its spellings
	Woman     bool
}

// Term is a row of leaders.tsv: an office that a person held.
type Term struct {
	State        string // ISO code, or empty
	Organization string // canonical name, or empty
	Office       string // canonical title
	From, To     string // years; To is empty while in office
}

// City is a row of cities.tsv.
type City struct {
	Name  string
	State string
	Forms []string
}

// Share is a row of shares.tsv: a name or people of more than one state.
type Share struct {
	Name    string
	Demonym bool
	States  []string // ISO codes, the likeliest first
}

// Word is a word or phrase of words.tsv: its class ("agreement"), what it
// stands for within the class ("memorandum"), and one folded form.
type Word struct{ Class, Value, Form string }
