package graph_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entente-graph/entente/graph"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Türkiye": "turkiye", "TURKIYE": "turkiye", "TÜRKİYE": "turkiye", "Erdoğan": "erdogan", "Əliyev": "eliyev", "ƏLİYEV": "eliyev",
		"Łódź": "lodz", "Straße": "strasse", "Ærø": "aero", "Жапаров": "жапаров", "ﬁ": "fi", "ℳ": "m", "Ǆ": "dz", "O’Neil": "o'neil",
		"plain text": "plain text", "": "", "ıI": "ii", "Ħ": "h", "中文": "中文", "e\u0301": "e",
	} {
		if got := graph.Fold(text); got != want {
			t.Errorf("Fold(%q): got %q, want %q", text, got, want)
		}
	}
}

func TestTerms(t *testing.T) {
	for text, want := range map[string][]string{
		"The TREATY, of 2024-04!": {"the", "treaty", "of", "2024", "04"},
		"O’Neil's e-mail":         {"o", "neil", "s", "e", "mail"},
		"İstanbul ŞƏKİ":           {"istanbul", "seki"},
		"中文 हिन्दी":               {"中文", graph.Fold("हिन्दी")},
		`"a AND b* (c:d)~2^9`:     {"a", "and", "b", "c", "d", "2", "9"},
		" \t\n-*?":                {},
		"":                        {},
		strings.Repeat("é", 70):   {strings.Repeat("e", 64)},
	} {
		if diff := cmp.Diff(want, graph.Terms(text)); diff != "" && len(want)+len(graph.Terms(text)) > 0 {
			t.Errorf("Terms(%q): got other than wanted (-want +got):\n%s", text, diff)
		}
	}
}

func TestFoldLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFold(t, rapid.String().Draw(t, "text")) })
}

// reporter is what fails a test, a law or a fuzz target.
type reporter interface{ Errorf(string, ...any) }

// checkFold wants of a fold that it is its own, and blind to case; of terms
// that each is its own only term.
func checkFold(t reporter, text string) {
	folded := graph.Fold(text)
	if again := graph.Fold(folded); again != folded {
		t.Errorf("Fold(%q): got %q, and of it again %q", text, folded, again)
	}
	for _, term := range graph.Terms(text) {
		if again := graph.Terms(term); len(again) != 1 || again[0] != term {
			t.Errorf("Terms(%q): got %q, and of it again %q", text, term, again)
		}
		if utf8.RuneCountInString(term) > 64 {
			t.Errorf("Terms(%q): got a term of %d code points, want at most 64", text, utf8.RuneCountInString(term))
		}
	}
}

// TestEveryLetter goes through all letters and marks that Unicode has.
func TestEveryLetter(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) && !unicode.Is(unicode.Han, r) && !unicode.Is(unicode.Hangul, r) {
			checkFold(t, string(r))
			checkSlug(t, "a"+string(r))
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range []string{"Türkiye", "İ", "ŉ", "ΐ", "ᾳ", "ǰ", "ẞ", "\u0345", "ﬃ", "ﷺ", "½", "🄰", "ͺ", "ϓ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			checkFold(t, text)
		}
	})
}
