package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word, a number, a mark or a possessive ending of a passage.
type Token struct {
	Start, End int    // bytes within the passage's text
	Text       string // as written
	Fold       string // lower case, without accents; what lexicons are matched by
	Glued      bool   // no white space between it and the one before
}

// Word reports whether the token begins with a letter.
func (t *Token) Word() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsLetter(r)
}

// Capital reports whether the token begins with a capital letter.
func (t *Token) Capital() bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.Text, "ʻʼ"))
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// Tokens cuts a text into words, numbers and single marks. Hyphens and dashes
// are tokens of their own ("Kassym", "-", "Jomart"), so is a possessive "'s";
// "U.S." and "O'Brien" are one token each.
func Tokens(s string) []Token {
	out := make([]Token, 0, len(s)/5+1)
	end := -1
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		j := i + n
		switch {
		case unicode.IsLetter(r):
			j = wordEnd(s, i)
		case unicode.IsDigit(r):
			j = numberEnd(s, i)
		case apostrophe(r):
			if k := possessiveEnd(s, i+n); k > 0 {
				j = k
			}
		}
		out = append(out, Token{Start: i, End: j, Text: s[i:j], Fold: Fold(s[i:j]), Glued: i == end})
		i, end = j, j
	}
	return out
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// possessiveEnd is the end of the "s" after an apostrophe that ends at i, or of a
// verb shortened there, or 0.
func possessiveEnd(s string, i int) int {
	if strings.HasPrefix(s[i:], "ll") || strings.HasPrefix(s[i:], "ve") { // "he'll", "they've"
		if r, _ := utf8.DecodeRuneInString(s[i+2:]); i+2 == len(s) || !unicode.IsLetter(r) {
			return i + 2
		}
	}
	if i < len(s) && s[i] == 's' {
		if r, _ := utf8.DecodeRuneInString(s[i+1:]); i+1 == len(s) || !unicode.IsLetter(r) {
			return i + 1
		}
	}
	return 0
}

func wordEnd(s string, i int) int {
	start := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, m := utf8.DecodeRuneInString(s[min(i+n, len(s)):])
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(next) && runsOn(s[start:i]):
			return i
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		case apostrophe(r) && unicode.IsLetter(next) && possessiveEnd(s, i+n) == 0:
		case r == '.' && abbreviating(s, i) && (unicode.IsUpper(next) || !unicode.IsLetter(next)):
			if !unicode.IsUpper(next) || m == 0 {
				return i + 1 // the last dot of "U.S."
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// runsOn reports whether a word is one that a name often follows without the
// space that a page has lost: "AffairsAda".
func runsOn(word string) bool {
	switch word {
	case "Affairs", "Minister", "President", "Secretary", "Chancellor", "Ambassador", "Premier", "minister", "president":
		return true
	}
	return false
}

// abbreviating reports whether the dot at i follows a single capital letter
// that itself begins a word or follows a dot, as in "U.S." or "J.".
func abbreviating(s string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(s[:i])
	if !unicode.IsUpper(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i-n])
	return i == n || before == '.' || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

func numberEnd(s string, i int) int {
	start := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if (r == '.' || r == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			if r == ',' && i-start <= 2 && yearAt(s, i+1) { // "May 15,2022"
				return i
			}
			i += n
			continue
		}
		if !unicode.IsDigit(r) && !unicode.IsLetter(r) {
			return i
		}
		i += n
	}
	return i
}

// yearAt reports whether four digits stand at a byte that are no part of a
// longer number.
func yearAt(s string, i int) bool {
	n := 0
	for i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9' {
		n++
	}
	return n == 4 && (s[i] == '1' || s[i] == '2')
}

// Fold is the form of a word that lexicons are matched by: lower case, without
// accents, curly apostrophes straightened ("Erdoğan" → "erdogan").
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		foldRune(&b, r)
	}
	return b.String()
}
