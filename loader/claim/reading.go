// Package claim is what one document says, and how it is read out of passages:
// one file a grammar (visits, agreements, projects, offices, statements,
// figures, citations).
//
// A Reading is made from one document alone, without a store, and is never
// edited. It is a list of small typed statements: entities (a visit, a
// leader), facts (a leader MADE a visit) and mentions, each with the passages
// and spans that support it, the rule that read it, the rule's weak steps, and
// the confidence that the table of measured precisions gives to these. Which
// entities of which documents are one thing is decided later, by resolve.
package claim

import "github.com/entente-graph/entente/graph"

// Reading is all that one document says. As jsonl it is one line a Line.
type Reading struct {
	Document Document
	Passages []Passage // in order of the text
	Entities []Entity  // in order of first evidence
	Facts    []Fact
	Mentions []Mention // in order of the text
}

// Line is one line of a Reading's jsonl; exactly one field is set. A document
// line opens a Reading, which goes on to the next document line.
type Line struct {
	Document *Document `json:"document,omitempty"`
	Passage  *Passage  `json:"passage,omitempty"`
	Entity   *Entity   `json:"entity,omitempty"`
	Fact     *Fact     `json:"fact,omitempty"`
	Mention  *Mention  `json:"mention,omitempty"`
}

// Document is the document itself. Its identity is URL where there is one,
// else SHA256.
type Document struct {
	SHA256    string `json:"sha256"` // of the bytes, lower-case hexadecimal
	URL       string `json:"url,omitempty"`
	Source    string `json:"source,omitempty"` // base name of the file
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Author    string `json:"author,omitempty"`
	Language  string `json:"language,omitempty"`

	PublishedOn    string `json:"publishedOn,omitempty"`
	PublishedBasis string `json:"publishedOnBasis,omitempty"` // metadata, stated, inferred
	ModifiedOn     string `json:"modifiedOn,omitempty"`       // from metadata; tells versions apart
}

// Passage is a sentence, item, row, heading or caption.
type Passage struct {
	Text  string `json:"text"`
	Start int    `json:"start"` // code points into the document's text
	End   int    `json:"end"`   // exclusive
}

// Ref names an entity within its Reading: "visit:3", "leader:1", "state:kg",
// "citation:2", "document" for the document itself.
type Ref string

// Entity is a thing that the document speaks of. Properties are the
// ontology's, without id, in graph.Properties' types; a property that the
// document does not tell is left out. A State's come from the lexicon.
type Entity struct {
	Ref        Ref              `json:"ref"`
	Label      string           `json:"label"` // "Visit"
	Properties graph.Properties `json:"properties,omitempty"`
	// Head are the folded words that tell an agreement or a project from its
	// neighbours: "strategic", "partnership". Sorted. Of a leader they are the
	// words of the lexicon's name for the person, where the document's name is a
	// spelling of it.
	Head     []string   `json:"head,omitempty"`
	Evidence []Evidence `json:"evidence"` // of the properties; never empty
	Support
}

// Fact is a relationship between two entities of the Reading.
type Fact struct {
	Type       string           `json:"type"` // "SIGNED_DURING"
	From       Ref              `json:"from"`
	To         Ref              `json:"to"`
	Properties graph.Properties `json:"properties,omitempty"`
	Evidence   []Evidence       `json:"evidence"` // never empty
	Support
}

// Mention is a place where a passage names an entity (MENTIONS), or cites a
// source (CITES, where Of is a citation).
type Mention struct {
	Passage int    `json:"passage"`
	Start   int    `json:"start"` // code points within the passage
	End     int    `json:"end"`   // exclusive
	Surface string `json:"surface"`
	Of      Ref    `json:"of"`
}

// Evidence is a span of a passage that carries a claim, in code points within
// the passage, end exclusive, never empty.
type Evidence struct {
	Passage int `json:"passage"` // index into Reading.Passages
	Start   int `json:"start"`
	End     int `json:"end"`
}

// Support says how a claim was read.
type Support struct {
	Rule       string   `json:"rule"`           // name of the pattern that fired
	Weak       []string `json:"weak,omitempty"` // its weak steps: "pronoun", "inherited-date", …, sorted
	Confidence float64  `json:"confidence"`     // 0–1, two decimals, from the table
}
