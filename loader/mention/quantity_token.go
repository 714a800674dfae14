package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/lexicon"
)

// apart cuts what a number is printed in one with off it: a currency's letters
// before it ("R2.3bn", "USD1.5") and a unit behind it ("2GW"). Tokens that it
// does not touch stay as they are.
func apart(s string, ts []Token) []Token {
	if !slices.ContainsFunc(ts, mixed) {
		return ts
	}
	out := make([]Token, 0, len(ts)+4)
	for i := 0; i < len(ts); i++ {
		t := ts[i]
		if !mixed(t) {
			out = append(out, t)
			continue
		}
		if t.Word() {
			n := strings.IndexFunc(t.Text, unicode.IsDigit)
			end := numberEnd(s, t.Start+n)
			if _, ok := lexicon.CurrencySign(t.Text[:n]); !ok || brief(t.Text[:n]) && !amounts(s[t.Start+n:end], s[end:]) {
				out = append(out, t)
				continue
			}
			out = append(out, piece(s, t.Start, t.Start+n, t.Glued))
			out = append(out, behind(s, t.Start+n, end, true)...)
			for i+1 < len(ts) && ts[i+1].Start < end {
				i++
			}
			continue
		}
		out = append(out, behind(s, t.Start, t.End, t.Glued)...)
	}
	return out
}

// amounts reports whether digits are a sum rather than the number of a type
// or a road: they go on with a fraction, thousands or a magnitude.
func amounts(digits, rest string) bool {
	if strings.ContainsAny(digits, ".,") || suffixScale(Fold(strings.TrimLeft(digits, "0123456789"))) > 0 {
		return true
	}
	word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	switch strings.Trim(Fold(word), ".,;") {
	case "thousand", "million", "billion", "trillion", "mn", "mln", "bn", "bln", "crore", "lakh":
		return true
	}
	return false
}

// mixed reports whether a token has both letters and digits.
func mixed(t Token) bool {
	return strings.ContainsFunc(t.Text, unicode.IsDigit) && strings.ContainsFunc(t.Text, unicode.IsLetter)
}

func piece(s string, from, to int, glued bool) Token {
	return Token{Start: from, End: to, Text: s[from:to], Fold: Fold(s[from:to]), Glued: glued}
}

// behind cuts a unit or a currency off the end of a number.
func behind(s string, from, to int, glued bool) []Token {
	n := strings.IndexFunc(s[from:to], unicode.IsLetter)
	if n > 0 {
		f := Fold(s[from+n : to])
		_, unit := lexicon.UnitOf(f)
		_, money := lexicon.CurrencyWord(f)
		if (unit || money) && suffixScale(f) == 0 {
			return []Token{piece(s, from, from+n, glued), piece(s, from+n, to, true)}
		}
	}
	return []Token{piece(s, from, to, glued)}
}

// brief reports whether a currency's sign is one or two letters that might
// mean anything else before a small number: "R", "KD".
func brief(sign string) bool {
	return utf8.RuneCountInString(sign) <= 2 && !strings.ContainsFunc(sign, func(r rune) bool { return !unicode.IsLetter(r) }) &&
		sign != "Rs" && sign != "RM" && sign != "Rp" && sign != "Tk"
}
