package mention

import (
	"sort"

	"github.com/entente-graph/entente/loader/text"
)

// Page is a document with everything that it names, and the people among that
// told apart.
type Page struct {
	Document  *text.Document
	Published string // ISO 8601, as long as precise; empty where unknown

	// Mentions are those of each passage, sorted by start and not overlapping:
	// people, roles, pronouns, states, demonyms, capitals, bodies, dates,
	// quantities, sources. Quotations, which hold others, stand apart.
	Mentions [][]Mention
	// Quotations are sorted by passage, then start.
	Quotations []Mention
	// Tokens are those of each passage.
	Tokens [][]Token
	// People are the office-holders that the document names; Mention.Entity
	// of a Person, Role or Pronoun is an index into it.
	People []Leader
	// Speaker is the person whose speech the document is, or -1.
	Speaker int
	// Home is the state that the document writes from: that of the office or
	// outlet that issued it, or of its dateline; empty where nothing tells.
	Home string
	// voices are the people whose words the passages are: see Voice.
	voices []int
}

// Leader is somebody of public office as the document names them.
type Leader struct {
	Name    string   // fullest form in the document, without titles
	Aliases []string // other forms in the document, sorted
	// State (or Organization) is whom the person acts for: by the document's
	// own words where Offices is not empty, else as the lexicon has it, which
	// steers reading and states nothing.
	State        string // ISO code
	Organization string // canonical name
	Offices      []Office
	Woman        bool // known from a pronoun, a style or the lexicon
	Man          bool
}

// Office is a title that the document gives to a person, and where it does.
type Office struct {
	Title        string // "president"; empty where the document gives none
	State        string // ISO code, or empty
	Organization string // canonical name, or empty
	Former       bool
	Passage      int
	Start, End   int // bytes within the passage: title, state and name
	// Implied is set where the title stands without its state: the mention
	// that names the state or body elsewhere in the document.
	Implied *Mention
}

// In returns the mentions of a passage that lie wholly within a span of bytes.
func (p *Page) In(passage, start, end int) []Mention {
	ms := p.Mentions[passage]
	i := sort.Search(len(ms), func(i int) bool { return ms[i].Start >= start })
	var out []Mention
	for ; i < len(ms) && ms[i].End <= end; i++ {
		out = append(out, ms[i])
	}
	return out
}

// Quoted reports whether a byte of a passage stands within quotation marks.
func (p *Page) Quoted(passage, at int) bool {
	i := sort.Search(len(p.Quotations), func(i int) bool { return p.Quotations[i].Passage >= passage })
	for ; i < len(p.Quotations) && p.Quotations[i].Passage == passage; i++ {
		if q := p.Quotations[i]; q.Start <= at && at < q.End {
			return true
		}
	}
	return false
}
