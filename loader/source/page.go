package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/text"
)

var (
	notesHeading = regexp.MustCompile(`(?i)^(?:notes?|endnotes|footnotes|references|sources|citations|works cited|notes and references)\s*:?$`)
	noteMark     = regexp.MustCompile(`^(?:\[\^?\w{1,4}\]|\d{1,3}[.)]|[¹²³⁰⁴-⁹]+)\s*\S`)
)

// writer renders blocks to one clean text.
type writer struct {
	b      strings.Builder
	blocks []text.Block
	links  []text.Link

	// quotes is how many quotations, set off as blocks, are open
	quotes int
	notes  bool // under a heading such as "References"
	start  int  // of the block being written, -1 outside one
	space  bool // white space is owed before the next word
	href   int  // start of the link being written, -1 outside one
	url    string
}

func newWriter() *writer { return &writer{start: -1, href: -1} }

// text adds words to the block being written; runs of white space become one
// space, and none stands at the ends of a block.
func (w *writer) text(s string) {
	for _, r := range s {
		if unicode.IsSpace(r) {
			w.space = true
			continue
		}
		if r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == utf8.RuneError || r < 0x20 {
			continue
		}
		if w.start < 0 {
			w.start = w.b.Len()
		} else if w.space {
			w.b.WriteByte(' ')
		}
		w.space = false
		if w.url != "" && w.href < 0 {
			w.href = w.b.Len()
		}
		w.b.WriteRune(r)
	}
}

// open begins a link; close ends it.
func (w *writer) open(url string) { w.close(); w.url = url }

func (w *writer) close() {
	if w.url != "" && w.href >= 0 {
		w.links = append(w.links, text.Link{Start: w.href, End: w.b.Len(), URL: w.url})
	}
	w.url, w.href = "", -1
}

// end closes the block being written, if any.
func (w *writer) end(kind text.Kind, marker string) {
	url := w.url
	w.close()
	if w.start >= 0 {
		switch words := w.b.String()[w.start:]; {
		case kind == text.Heading:
			w.notes = notesHeading.MatchString(words)
		case w.notes && (kind == text.Item || kind == text.Sentence && noteMark.MatchString(words)):
			kind = text.Note
		}
		w.blocks = append(w.blocks, text.Block{Start: w.start, End: w.b.Len(), Kind: kind, Marker: marker, Links: w.links, Quote: w.quotes > 0 && kind == text.Sentence})
		if kind == text.Item || kind == text.Row {
			w.b.WriteString("\n")
		} else {
			w.b.WriteString("\n\n")
		}
	}
	w.start, w.space, w.links = -1, false, nil
	w.url = url
}

// page gives what was written.
func (w *writer) page() *Page {
	return &Page{Content: strings.TrimRight(w.b.String(), "\n") + "\n", Blocks: w.blocks}
}
