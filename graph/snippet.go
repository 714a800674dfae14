package graph

import (
	"slices"
	"unicode"
)

// snippetLength is the most code points of a Snippet.
const snippetLength = 160

// snippetBefore is how many code points of a Snippet may stand before the hit.
const snippetBefore = 60

// Snippet is the slice of a text around the first of its words that is one of
// terms (as Terms gives them), at most 160 code points long. It begins and
// ends between words where the text has spaces, and is the text itself where
// that is short. Without a hit it is the text's beginning.
func Snippet(text string, terms []string) string {
	runes := []rune(text)
	if len(runes) <= snippetLength {
		return text
	}
	start := max(0, firstHit(runes, terms)-snippetBefore)
	start = min(start, len(runes)-snippetLength)
	end := start + snippetLength
	if start > 0 {
		start += skipWord(runes[start-1 : start+snippetBefore/2])
	}
	if end < len(runes) {
		end -= skipWordBack(runes[end-snippetBefore/2 : end+1])
	}
	return string(runes[start:end])
}

// firstHit is where the first word of the text begins that is one of terms, 0
// where there is none.
func firstHit(text []rune, terms []string) int {
	begin := -1
	for i := 0; i <= len(text); i++ {
		in := i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) || unicode.IsMark(text[i]))
		switch {
		case in && begin < 0:
			begin = i
		case !in && begin >= 0:
			for _, word := range Terms(string(text[begin:i])) {
				if slices.Contains(terms, word) {
					return begin
				}
			}
			begin = -1
		}
	}
	return 0
}

// skipWord is how many of window's runes after the first belong to a word that
// the first or those before it began, 0 where the window has no space.
func skipWord(window []rune) int {
	for i, r := range window {
		if unicode.IsSpace(r) {
			return i
		}
	}
	return 0
}

// skipWordBack is how many runes before window's last belong to a word that
// goes on into the last, 0 where the window has no space.
func skipWordBack(window []rune) int {
	for i := len(window) - 1; i >= 0; i-- {
		if unicode.IsSpace(window[i]) {
			return len(window) - 1 - i
		}
	}
	return 0
}
