package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/text"
)

// Quotations finds the words in quotation marks, in order: curly, straight and
// angled double marks, and single ones that are no apostrophes. A quotation
// that runs over several passages is one mention a passage: the parts after
// the first have no opening mark, those before the last no closing one. An
// opening mark that no other closes within its paragraph, or that a paragraph
// beginning with one follows, is closed by the paragraph's end.
func Quotations(doc *text.Document) []Mention {
	var out []Mention
	ps := doc.Passages
	for i := 0; i < len(ps); {
		j := i + 1
		for j < len(ps) && ps[j].Paragraph == ps[i].Paragraph {
			j++
		}
		found := quotedIn(ps, i, j)
		if len(found) == 0 && ps[i].Quote && toldOfQuote(ps, i) {
			for k := i; k < j && !signed(ps[k].Text); k++ {
				found = append(found, quotation(k, ps[k].Text, 0, len(ps[k].Text), 0, 0))
			}
		}
		out = append(out, found...)
		i = j
	}
	return out
}

// toldOfQuote reports whether the block that begins with passage i, which the
// format sets off without marks, is somebody's words: a line before it opens
// them, or the last of it is signed.
func toldOfQuote(ps []text.Passage, i int) bool {
	k, last := i-1, i
	for k >= 0 && ps[k].Quote {
		k--
	}
	for last+1 < len(ps) && ps[last+1].Quote {
		last++
	}
	return last > i && signed(ps[last].Text) ||
		k >= 0 && strings.HasSuffix(strings.TrimSpace(ps[k].Text), ":") && (ps[k].Kind == text.Sentence || ps[k].Kind == text.Item)
}

// signed reports whether a line names whose words stand above it: "— X".
func signed(line string) bool {
	return strings.HasPrefix(line, "—") || strings.HasPrefix(line, "–") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "―")
}

// marks of quotation: what opens, and what closes it.
func closes(open, r rune) bool {
	switch open {
	case '“', '„':
		return r == '”' || r == '“' && open == '„' || r == '"'
	case '«':
		return r == '»'
	case '"':
		return r == '"' || r == '”'
	case '‘':
		return r == '’'
	case '\'':
		return r == '\''
	}
	return false
}

// closesSingle reports whether the single mark at a byte closes a quotation
// rather than being an apostrophe: no letter follows, and it is no possessive
// ("the ministers' visit").
func closesSingle(s string, at, n int) bool {
	if letterAt(s, at+n) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	if unicode.IsSpace(before) {
		return false
	}
	return before != 's' || !strings.HasPrefix(s[at+n:], " ") || strings.HasPrefix(s[at+n:], " (")
}

// quotedIn finds the quotations of one paragraph, passages i to j.
func quotedIn(ps []text.Passage, i, j int) []Mention {
	var out []Mention
	open, from, mark := rune(0), 0, 0 // the open quotation: its mark, the byte it begins at here, its mark's length here
	for k := i; k < j; k++ {
		s := ps[k].Text
		from, mark = 0, 0
		for at := 0; at < len(s); {
			r, n := utf8.DecodeRuneInString(s[at:])
			switch {
			case open == 0 && opens(s, at, r, n):
				open, from, mark = r, at, n
			case (open == '“' || open == '"') && (strings.HasPrefix(s[at:], "’’") || strings.HasPrefix(s[at:], "''")):
				n *= 2 // two single marks for a double one
				out = append(out, quotation(k, s, from, at+n, mark, n))
				open = 0
			case open != 0 && closes(open, r) && (r != '’' && r != '\'' || closesSingle(s, at, n)):
				out = append(out, quotation(k, s, from, at+n, mark, n))
				open = 0
			}
			at += n
		}
		if open != 0 {
			out = append(out, quotation(k, s, from, len(s), mark, 0))
		}
	}
	if open == '"' || open == '‘' || open == '\'' {
		// a straight mark that nothing closes is most likely none: inches, a slip
		return unclosed(out, ps, i, j)
	}
	return out
}

// unclosed takes off the quotation that was still open at the paragraph's end,
// unless the paragraph began with it.
func unclosed(out []Mention, ps []text.Passage, i, j int) []Mention {
	k := len(out)
	for k > 0 && out[k-1].End == len(ps[out[k-1].Passage].Text) && out[k-1].Inner[1] == out[k-1].End {
		k--
	}
	if k < len(out) && out[k].Passage == i && out[k].Start == 0 && j > i {
		return out
	}
	return out[:k]
}

func quotation(passage int, s string, from, to, opening, closing int) Mention {
	return Mention{Passage: passage, Start: from, End: to, Kind: Quotation, Surface: s[from:to], Entity: -1, Inner: [2]int{from + opening, to - closing}}
}

// opens reports whether the mark at a byte opens a quotation.
func opens(s string, at int, r rune, n int) bool {
	switch r {
	case '“', '„', '«':
		return true
	case '"':
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+n:])
		return at == 0 || unicode.IsSpace(before) && !unicode.IsSpace(after) || strings.ContainsRune("([—–-/", before)
	case '‘', '\'':
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		return (at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–", before)) && letterAt(s, at+n) && (s[at+n] < '0' || s[at+n] > '9') // ‘90s
	}
	return false
}

func letterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
