package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/lexicon"
)

// reach is how far, in bytes, a bracket may be from its match.
const reach = 500

// sentenceEnd returns where the sentence that begins at from ends: after its
// stop, closing marks and the brackets that cite for it. A marker ("1.") at
// the beginning of an item is no sentence.
func sentenceEnd(s string, from int, marked bool) int {
	i := from
	if marked {
		i += markerLength(s[from:])
	}
	for i < len(s) {
		n := strings.IndexAny(s[i:], ".!?…(")
		if n < 0 {
			return len(s)
		}
		i += n
		if s[i] == '(' {
			i = afterBracket(s, i)
			continue
		}
		stop := i
		for i < len(s) && strings.IndexByte(".!?", s[i]) >= 0 || strings.HasPrefix(s[i:], "…") {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
		end := afterClosing(s, i)
		if end >= len(s) {
			return len(s)
		}
		next, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsSpace(next) || size == 0 {
			continue
		}
		if ends(s, from, stop, i, end) {
			return afterCitation(s, end)
		}
	}
	return len(s)
}

func markerLength(s string) int {
	if m := numberedLine.FindStringSubmatchIndex(s[:min(len(s), 40)]); m != nil {
		return m[3]
	}
	return 0
}

// afterBracket returns the byte after the bracket that closes the one at i, or
// after i itself where none closes it near.
func afterBracket(s string, i int) int {
	depth := 0
	for j := i; j < len(s) && j < i+reach; j++ {
		switch s[j] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				// "(… ended.) The": the stop is inside
				if j > 0 && strings.IndexByte(".!?", s[j-1]) >= 0 && bracketEnds(s, i, j) {
					return j - 1
				}
				return j + 1
			}
		}
	}
	return i + 1
}

// bracketEnds reports whether a bracket with a stop inside is a sentence of
// its own: it stands after a stop, or a capital follows it.
func bracketEnds(s string, open, end int) bool {
	rest := strings.TrimLeft(s[end+1:], " \t\n\r\u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && (unicode.IsUpper(r) || strings.ContainsRune("\"“‘«", r)) && end-open > 3
}

// afterClosing skips quotation marks, brackets and note marks after a stop.
func afterClosing(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case strings.ContainsRune("\"'”’»)]¹²³⁰⁴⁵⁶⁷⁸⁹", r):
			i += size
		case r == '[':
			n := strings.IndexByte(s[i:], ']')
			if n < 1 || n > 5 || strings.ContainsAny(s[i+1:i+n], " .") {
				return i
			}
			i += n + 1
		case r == ' ' && i > 0 && s[i-1] == ']' && strings.HasPrefix(s[i+1:], "["):
			i++
		default:
			return i
		}
	}
	return i
}

// ends reports whether the marks at stop:after, closed at end, end a sentence.
func ends(s string, from, stop, after, end int) bool {
	rest := strings.TrimLeftFunc(s[end:], unicode.IsSpace)
	word, opened := firstWord(rest)
	r, _ := utf8.DecodeRuneInString(word)
	if word == "" {
		return true
	}
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && (unicode.IsLower(r) || !unicode.IsLetter(r)) && !opened && !caseless(r) {
		return strings.HasPrefix(rest, "•") || strings.HasPrefix(rest, "$") || strings.HasPrefix(rest, "€") || strings.HasPrefix(rest, "£")
	}
	if unicode.IsLower(r) {
		return false
	}
	quoted := end > after
	if s[stop] != '.' || after-stop > 1 {
		return !(quoted && saidAfter(rest))
	}
	if quoted && strings.ContainsRune("\"”»’", lastRune(s[:end])) {
		return !saidAfter(rest)
	}
	return !abbreviated(s[from:stop], word, rest, quoted)
}

func caseless(r rune) bool {
	return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstWord returns the first word of s behind opening marks.
func firstWord(s string) (word string, opened bool) {
	t := strings.TrimLeft(s, "\"'“‘«([¿¡")
	end := strings.IndexFunc(t, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' })
	if end < 0 {
		end = len(t)
	}
	if end == 0 && t != "" {
		_, end = utf8.DecodeRuneInString(t)
	}
	return t[:end], len(t) < len(s)
}

// saidAfter reports whether a speaker and a verb of saying follow a quotation:
// "Why?" Putin asked.
func saidAfter(rest string) bool {
	words := strings.Fields(rest[:min(len(rest), 80)])
	for i, w := range words {
		if i > 4 {
			return false
		}
		w = strings.Trim(w, ",.;:")
		switch w {
		case "said", "asked", "told", "added", "wrote", "replied", "says", "asks", "stressed", "noted", "declared", "stated", "exclaimed", "concluded":
			return i > 0
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && w != "of" && w != "the" && w != "von" && w != "der" && w != "bin" && w != "al" && w != "de" {
			return false
		}
		if lexicon.Opener(w) && w != "He" && w != "She" && w != "They" && w != "The" {
			return false
		}
	}
	return false
}

// abbreviated reports whether the stop after before belongs to an abbreviation
// or an initial within the sentence that goes on with the word next.
func abbreviated(before, next, rest string, quoted bool) bool {
	word := before[strings.LastIndexFunc(before, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("(“‘\"«[–—/", r)
	})+1:]
	_, size := utf8.DecodeRuneInString(word)
	if i := strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }); i > 0 && i <= size {
		word = word[i:]
	}
	stop, known := lexicon.Abbreviation(word)
	if i := strings.LastIndexByte(word, '-'); !known && i > 0 {
		stop, known = lexicon.Abbreviation(word[i+1:]) // "Maj.-Gen."
	}
	digit := next != "" && next[0] >= '0' && next[0] <= '9'
	opener := lexicon.Opener(next)
	switch {
	case known && stop == lexicon.StopTitle:
		return word != "St" && word != "Gov" || !opener
	case known && stop == lexicon.StopNumber:
		return digit || !opener && !lower(word)
	case known && stop == lexicon.StopTime:
		return !opener && timeGoesOn(next, rest)
	case known:
		return !opener
	case isInitial(word):
		return !opener
	}
	return false
}

func lower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && len(word) > 2
}

// timeGoesOn reports whether what follows "3 p.m." belongs to the time.
func timeGoesOn(next, rest string) bool {
	switch next {
	case "GMT", "UTC", "EST", "EDT", "ET", "CET", "CEST", "BST", "PST", "PDT", "IST", "MSK",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	after := strings.TrimLeft(strings.TrimPrefix(rest, next), " ")
	return strings.HasPrefix(after, "time") || strings.HasPrefix(after, "local time")
}

// isInitial reports whether a word is one capital letter, or capitals with
// stops between ("J", "J.R", "U.S").
func isInitial(word string) bool {
	letters := 0
	for i, part := range strings.Split(word, ".") {
		r, n := utf8.DecodeRuneInString(part)
		if n != len(part) || !unicode.IsUpper(r) {
			return i > 0 && (part == "Ch" || part == "Sh" || part == "Zh" || part == "Yu" || part == "Ya")
		}
		letters++
	}
	return letters > 0
}

// afterCitation goes on past brackets that follow a sentence's stop and cite
// its source: "… left. (Agency, April 26, 2022.)"
func afterCitation(s string, end int) int {
	rest := strings.TrimLeft(s[end:], " \u00a0")
	if !strings.HasPrefix(rest, "(") {
		return end
	}
	open := len(s) - len(rest)
	n := strings.IndexByte(rest, ')')
	if n < 0 || n > 300 {
		return end
	}
	inner := rest[1:n]
	if !strings.ContainsAny(inner, "0123456789") && !strings.Contains(inner, ".") && !strings.HasPrefix(inner, "see ") || len(strings.Fields(inner)) > 25 {
		return end
	}
	if i := strings.IndexAny(inner, ".!?"); i >= 0 && i < len(inner)-1 && inner[i+1] == ' ' {
		return end
	}
	stop := open + n + 1
	for stop < len(s) && (s[stop] == '.' || s[stop] == ',') {
		stop++
	}
	if stop < len(s) && !unicode.IsSpace(rune(s[stop])) {
		return end
	}
	return stop
}
