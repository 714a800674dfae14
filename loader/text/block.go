package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Block is a stretch of a document's text that no sentence leaves: a
// paragraph, a heading, an item. Readers of files make blocks; Split makes
// passages of them.
type Block struct {
	Start  int    `json:"start"` // bytes into the content
	End    int    `json:"end"`   // exclusive
	Kind   Kind   `json:"kind"`  // Sentence for a paragraph
	Marker string `json:"marker,omitempty"`
	Links  []Link `json:"links,omitempty"` // in bytes into the content
	Quote  bool   `json:"quote,omitempty"` // set off as a quotation, by other means than marks
}

var (
	bulletLine   = regexp.MustCompile(`^([•▪◦‣·●○■*–—-])[ \t\x{a0}]+\S`)
	numberedLine = regexp.MustCompile(`^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?)[ \t\x{a0}]+\S`)
	noteLine     = regexp.MustCompile(`^(?:\[\^?([\w*]{1,4})\]:?|([¹²³⁰⁴-⁹]+)|\^(\d{1,3}))[ \t\x{a0}]*\S`)
	creditLine   = regexp.MustCompile(`(?i)^\(?(?:source|photo|photos|image|picture|photo credit|image credit|credit|photograph|photo by|illustration)(?:\s*:|\s+by\s|/)\s*\S[^.]{0,90}(?:\.\w{2,6})?\)?\.?$`)
	tableLine    = regexp.MustCompile(`\S[ ]*(?:\t|[ ]\|[ ])[ ]*\S`)
	notesHeading = regexp.MustCompile(`(?i)^(?:#+\s*)?(?:notes|endnotes|footnotes|references|sources|works cited)\s*:?$`)
)

// line is one line of a plain text without the white space at its ends.
type line struct {
	start, end int // bytes into the content
	indent     int
	text       string
	kind       Kind
	marker     string
	alone      bool // between blank lines
}

// Blocks finds the blocks of a plain text: paragraphs (also of hard-wrapped
// lines), headings, list items, table rows, photo credits and notes.
func Blocks(content string) []Block {
	lines := splitLines(content)
	width := wrapWidth(lines)
	classify(lines, width)
	var out []Block
	for i := 0; i < len(lines); {
		l := lines[i]
		if l.text == "" {
			i++
			continue
		}
		j := i + 1
		for j < len(lines) && joins(lines[j-1], lines[j], l.kind, width) {
			j++
		}
		out = append(out, Block{Start: l.start, End: lines[j-1].end, Kind: l.kind, Marker: l.marker})
		i = j
	}
	return out
}

// splitLines lists all lines, blank ones with an empty text.
func splitLines(content string) []line {
	var out []line
	for at := 0; at < len(content); {
		n := strings.IndexAny(content[at:], "\n\r\u2028\u2029\v\f")
		end, next := len(content), len(content)
		if n >= 0 {
			end = at + n
			_, size := utf8.DecodeRuneInString(content[end:])
			next = end + size
			if content[end] == '\r' && next < len(content) && content[next] == '\n' {
				next++
			}
		}
		start, stop := trim(content, at, end)
		out = append(out, line{start: start, end: stop, indent: start - at, text: content[start:stop]})
		at = next
	}
	return out
}

// trim shrinks a span to leave no white space at its ends.
func trim(s string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for end > start {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}

// wrapWidth is the width that the text is wrapped at by hard line ends, or 0
// where a line is a paragraph. In a wrapped text nearly every line that is
// followed by another would have had no room for the other's first word.
func wrapWidth(lines []line) int {
	width, followed := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].text == "" || lines[i+1].text == "" {
			continue
		}
		followed++
		width = max(width, lines[i].indent+utf8.RuneCountInString(lines[i].text))
	}
	if followed < 3 || width < 45 || width > 110 {
		return 0
	}
	full := 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].text != "" && lines[i+1].text != "" && isFull(lines[i], lines[i+1], width) {
			full++
		}
	}
	if full*10 < followed*6 {
		return 0
	}
	return width
}

// isFull reports whether a wrapped line had little room for the next one's
// first word.
func isFull(l, next line, width int) bool {
	first, _, _ := strings.Cut(next.text, " ")
	return l.indent+utf8.RuneCountInString(l.text)+1+utf8.RuneCountInString(first) > width-12
}

// joins reports whether a line goes on the block of the kind given.
func joins(before, l line, kind Kind, width int) bool {
	if width == 0 || before.text == "" || l.text == "" || l.kind != Sentence || kind == Row || kind == Heading {
		return false
	}
	if kind != Sentence && l.indent <= before.indent && before.marker != "" && l.indent == 0 {
		return isFull(before, l, width)
	}
	return isFull(before, l, width)
}

// classify says what each line is.
func classify(lines []line, width int) {
	first, notes := true, false
	for i := range lines {
		l := &lines[i]
		if l.text == "" {
			continue
		}
		l.alone = (i == 0 || lines[i-1].text == "") && (i+1 == len(lines) || lines[i+1].text == "")
		wrapped := width > 0 && i+1 < len(lines) && lines[i+1].text != "" && isFull(*l, lines[i+1], width)
		l.kind, l.marker = lineKind(l.text, l.alone, first && !wrapped, notes)
		if l.kind == Heading {
			notes = notesHeading.MatchString(l.text)
		}
		first = false
	}
	diary(lines)
}

// lineKind says what a line is by its shape; first is the text's first line,
// notes means that the last heading announced notes.
func lineKind(s string, alone, first, notes bool) (Kind, string) {
	if s[0] < 'A' || s[0] > 'Z' { // what begins with a capital has no marker
		if kind, marker := markedLine(s[:min(len(s), 40)], notes); kind != "" {
			return kind, marker
		}
	}
	switch {
	case len(s) < 140 && strings.ContainsAny(s[:min(len(s), 2)], "sSpPiIcC") && creditLine.MatchString(s):
		return Caption, ""
	case notes && !isHeading(s, alone):
		return Note, ""
	case first && len(s) < 250 && !endsSentence(s) && sentenceEnd(s, 0, false) == len(s), isHeading(s, alone):
		return Heading, ""
	case len(s) < 2000 && isTable(s):
		return Row, ""
	}
	return Sentence, ""
}

// markedLine says what a line is by the mark that it begins with: a note, an
// item, or "".
func markedLine(head string, notes bool) (Kind, string) {
	if m := noteLine.FindStringSubmatch(head); m != nil {
		return Note, m[1] + m[2] + m[3]
	}
	if m := numberedLine.FindStringSubmatch(head); m != nil {
		if notes {
			return Note, strings.Trim(m[1], "().")
		}
		return Item, strings.Trim(m[1], "().")
	}
	if m := bulletLine.FindStringSubmatch(head); m != nil {
		if notes {
			return Note, ""
		}
		return Item, m[1]
	}
	return "", ""
}

// isTable reports whether a line has cells apart by tabs or bars.
func isTable(s string) bool {
	return (strings.Contains(s, "\t") || strings.Contains(s, " | ")) && tableLine.MatchString(s)
}

// isHeading reports whether a line has a heading's shape: short, alone,
// without a stop at its end, or marked with #.
func isHeading(s string, alone bool) bool {
	if strings.HasPrefix(s, "#") && strings.HasPrefix(strings.TrimLeft(s, "#"), " ") {
		return true
	}
	if strings.Trim(s, "=-_*~·—– ") == "" {
		return true
	}
	return alone && len(s) <= 120 && len(strings.Fields(s)) <= 16 && !endsSentence(s) &&
		!isTable(s) && sentenceEnd(s, 0, false) == len(s)
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?;,…", r)
}
