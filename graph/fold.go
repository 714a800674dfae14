package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// letters are those that Unicode does not decompose into a base and a mark.
var letters = strings.NewReplacer(
	"ə", "e", "ı", "i", "ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe",
	"ħ", "h", "ŋ", "ng", "ŧ", "t", "ĸ", "k", "ʻ", "'", "ʼ", "'", "’", "'", "‘", "'",
)

// Fold takes case and accents off a text, so that `Türkiye` and `TURKIYE` are
// one. Filters, search and the names of things compare folded texts; stores
// keep them beside the originals, made by this function alone, so that all
// stores agree.
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	s = letters.Replace(foldCase(s))
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	// Decomposition can bring out capitals and letters again (ℳ, ǆ).
	return norm.NFC.String(letters.Replace(foldCase(b.String())))
}

// foldCase takes case off a text as Unicode's full case folding does, and only
// once: x/text turns Cherokee letters round whichever they are, where Unicode
// has the capitals stay.
func foldCase(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x13f8 && r <= 0x13fd:
			return r - 8
		case r >= 0xab70 && r <= 0xabbf:
			return r - 0xab70 + 0x13a0
		}
		return r
	}, cases.Fold().String(s))
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || 'A' <= s[i] && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

// Terms splits a text into the folded words that full-text search knows:
// unbroken runs of letters and digits, at most 64 code points each. Both what
// is indexed and what is asked goes through it, so no store's query syntax
// ever comes from outside.
func Terms(s string) []string {
	words := strings.FieldsFunc(Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	for i, w := range words {
		words[i] = cut(w, 64)
	}
	return words
}
