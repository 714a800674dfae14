package text

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longItem is the length in bytes from which a list item of several sentences
// is told sentence by sentence: a numbered paragraph rather than an item.
const longItem = 300

// dateline opens a wire story: a place in capitals or a place and an agency,
// a date, and a dash or colon before the first sentence.
var dateline = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’/, -]{1,60}?[,.]?\s*(?:\(?[\p{L}\d., ]{3,24}\)?)?\s*(?:\(\p{Lu}[^()]{1,40}\)|/[^/]{2,30}/)|\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,\s[\p{L}\d .,]{2,40})?|\p{Lu}[\p{L} .'’-]{2,30},\s(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s\p{Lu}\p{L}{2,8}\.?(?:\s\d{4})?)\.?(?:\s*/[^/]{2,30}/)?(?:\s*\([^()]{2,40}\))?|(?:\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3},\s){1,4}(?:\p{Lu}\p{L}{2,7}day,?\s)?(?:\d{1,2}\s\p{Lu}\p{L}{2,8},?\s\d{4}|\p{Lu}\p{L}{2,8}\s\d{1,2},?\s\d{4}))\s*(?:--|[-–—:]|\.\s?[-–—])\s+`)

// stopped is a dateline that ends in a full stop: "BAKU, Azerbaijan, April 4."
var stopped = regexp.MustCompile(`^\p{Lu}[\p{Lu} .'’-]{2,30}(?:,\s\p{Lu}[\p{L} ]{2,25})?[,.]\s(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s\p{Lu}\p{L}{2,8}(?:,?\s\d{4})?)(?:\s*\([^()]{2,30}\)|\s*/[^/]{2,30}/)?\s?\.\s+`)

// bracketed is a dateline that ends in the agency's brackets: "Lima, May 3,
// 2024 (Andean Wire) The ministers …".
var bracketed = regexp.MustCompile(`^\p{Lu}[\p{L} .'’-]{2,30}(?:,\s\p{Lu}[\p{L} ]{2,25})?[,.]\s(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s\p{Lu}\p{L}{2,8}\.?(?:,?\s\d{4})?)\.?,?\s*(?:\(\p{Lu}[^()]{1,30}\)|/\p{Lu}[^/]{1,30}/)\s+`)

// Split makes passages of the content's blocks (of Blocks(content), where
// there are none): exact slices in order, which do not overlap and leave
// nothing but white space between them, whatever the blocks.
func Split(content string, blocks []Block) []Passage {
	if len(blocks) == 0 {
		blocks = Blocks(content)
	}
	s := splitter{content: content}
	blocks = whole(content, blocks)
	for i, b := range blocks {
		s.block(i, b, i == 0 || i < 8 && s.onlyHeader())
	}
	s.place(blocks)
	return s.out
}

// whole sorts blocks, cuts overlaps off and makes paragraphs of what no block
// covers.
func whole(content string, blocks []Block) []Block {
	blocks = append([]Block(nil), blocks...)
	sort.SliceStable(blocks, func(i, j int) bool { return blocks[i].Start < blocks[j].Start })
	out := make([]Block, 0, len(blocks))
	at := 0
	add := func(b Block) {
		b.Start, b.End = trim(content, b.Start, b.End)
		if b.Start < b.End {
			out = append(out, b)
		}
	}
	for _, b := range blocks {
		b.Start, b.End = max(b.Start, at), min(b.End, len(content))
		if b.Start >= b.End {
			continue
		}
		add(Block{Start: at, End: b.Start, Kind: Sentence})
		for _, entry := range parted(content, b) {
			for _, part := range bulleted(content, entry) {
				add(part)
			}
		}
		at = b.End
	}
	add(Block{Start: at, End: len(content), Kind: Sentence})
	return out
}

type splitter struct {
	content string
	out     []Passage
	spans   [][2]int // of out, in bytes into the content
	points  int      // code points before the byte at
	at      int
}

// onlyHeader reports whether no sentence of the body was met so far.
func (s *splitter) onlyHeader() bool {
	for _, p := range s.out {
		if p.Kind == Sentence || p.Kind == Item {
			return false
		}
	}
	return true
}

// block adds the passages of one block; opening means that no sentence stands
// before it.
func (s *splitter) block(number int, b Block, opening bool) {
	start := b.Start
	if b.Kind == Sentence && opening {
		if m := datelineOf(s.content[start:min(b.End, start+160)]); m != "" && start+len(m) < b.End && hasLetters(m) {
			s.add(number, b, start, start+len(m), Dateline)
			start += len(m)
		}
	}
	if b.Kind != Sentence && (b.Kind != Item || b.End-b.Start < longItem) {
		s.add(number, b, start, b.End, b.Kind)
		return
	}
	body := s.content[start:b.End]
	from := 0
	for from < len(body) {
		to := sentenceEnd(body, from, b.Kind == Item && from == 0)
		s.add(number, b, start+from, start+to, b.Kind)
		from = to
	}
}

// datelineOf is the dateline that a paragraph begins with, or "".
func datelineOf(s string) string {
	if m := dateline.FindString(s); m != "" {
		return m
	}
	if m := stopped.FindString(s); m != "" {
		return m
	}
	m := bracketed.FindString(s)
	if r, _ := utf8.DecodeRuneInString(s[len(m):]); !unicode.IsUpper(r) {
		return ""
	}
	return m
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' || r > 127 })
}

// add appends the slice as a passage, without the white space at its ends.
func (s *splitter) add(number int, b Block, start, end int, kind Kind) {
	start, end = trim(s.content, start, end)
	if start >= end {
		return
	}
	s.points += utf8.RuneCountInString(s.content[s.at:start])
	p := Passage{Text: s.content[start:end], Start: s.points, Kind: kind, Paragraph: number, Lead: -1, Quote: b.Quote}
	s.points += utf8.RuneCountInString(p.Text)
	s.at = end
	p.End = s.points
	if start == b.Start {
		p.Marker = b.Marker
	}
	for _, l := range b.Links {
		from, to := max(l.Start, start), min(l.End, end)
		if from < to {
			p.Links = append(p.Links, Link{Start: from - start, End: to - start, URL: l.URL})
		}
	}
	s.out = append(s.out, p)
	s.spans = append(s.spans, [2]int{start, end})
}

// place gives items and rows their lead: the last passage before the list or
// table; rows after the first get the first row where nothing introduces them.
func (s *splitter) place(blocks []Block) {
	lead, listed, opener := -1, Kind(""), ""
	for i := range s.out {
		p := &s.out[i]
		if p.Kind != Item && p.Kind != Row {
			lead, listed, opener = i, "", ""
			if p.Kind == Caption || p.Kind == Note || p.Kind == Dateline {
				lead = -1
			}
			continue
		}
		if listed != "" && listed != p.Kind {
			lead = -1
		}
		if p.Kind == Item && i > 0 && s.out[i-1].Kind == Item && strings.HasSuffix(s.out[i-1].Text, ":") {
			lead, opener = i-1, s.out[i-1].Marker // "4. The following were signed:" leads the items below it
		} else if opener != "" && p.Kind == Item && numbered(p.Marker) && numbered(opener) && i > 0 && !numbered(s.out[i-1].Marker) {
			lead, opener = -1, ""
		}
		p.Lead = lead
		if p.Kind == Row {
			if p.Head = i; i > 0 && s.out[i-1].Kind == Row {
				p.Head = s.out[i-1].Head
			}
			if lead < 0 {
				lead = i
			}
		}
		listed = p.Kind
	}
}

// numbered reports whether an item's marker is a number.
func numbered(marker string) bool { return marker != "" && marker[0] >= '0' && marker[0] <= '9' }
