// Package text turns the text of a document into passages: sentences, list
// items, table rows, headings and captions, each an exact slice, which do not
// overlap and leave nothing but white space between them.
//
// It knows punctuation, abbreviations and the shapes of lists; it knows no
// leader, state or agreement.
//
//	text.Split("He left.\n\n- a memorandum\n", blocks) // two passages: a Sentence, an Item
package text

import "unicode/utf8"

// Kind is what a passage is.
type Kind string

// The kinds of passage.
const (
	Sentence Kind = "sentence"
	Heading  Kind = "heading"  // titles and the lines of a header too
	Item     Kind = "item"     // of a list
	Row      Kind = "row"      // of a table: cells joined by " | "
	Caption  Kind = "caption"  // of a picture, photo credits too
	Note     Kind = "note"     // a footnote or endnote
	Dateline Kind = "dateline" // "MOSCOW, July 9, 2024 (Agency) -" before the first sentence
)

// Document is a text with its passages and what its file says about it.
type Document struct {
	Content  string
	Passages []Passage
	Meta     Meta
}

// Passage is one unit of evidence.
type Passage struct {
	Text  string
	Start int // code points into Content
	End   int // exclusive
	Kind  Kind
	// Paragraph numbers the block of the text that the passage stands in, from 0.
	Paragraph int
	// Lead is the passage that introduces a list item or row ("The following
	// were signed:"), or -1.
	Lead int
	// Head is the first row of the table that a row stands in; 0 elsewhere.
	Head int
	// Marker is the number or sign of a note or item ("1", "•"), if any.
	Marker string
	// Quote is set where the format sets the passage off as a quotation.
	Quote bool
	// Links are the addresses that words of the passage lead to (saved pages).
	Links []Link
}

// Link is an address behind words of a passage.
type Link struct {
	Start, End int // bytes within Passage.Text (of a Block: within the content)
	URL        string
}

// Meta is what a file's own metadata say; empty where they do not.
type Meta struct {
	Source      string // base name of the file
	SHA256      string // of the bytes, lower-case hexadecimal
	URL         string // canonical address
	Title       string
	Publisher   string
	Author      string
	Language    string // ISO 639-1
	PublishedOn string // ISO 8601, as long as precise
	ModifiedOn  string
}

// Points turns a span in bytes of the passage's text into code points.
func (p *Passage) Points(start, end int) (from, to int) {
	from = utf8.RuneCountInString(p.Text[:start])
	return from, from + utf8.RuneCountInString(p.Text[start:end])
}
