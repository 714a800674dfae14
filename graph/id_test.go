package graph_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/entente-graph/entente/graph"
)

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Leader Sadyr Japarov":         "leader-sadyr-japarov",
		"  O'Neil & Söhne, Inc. ":      "o-neil-söhne-inc",
		"ERDOĞAN":                      "erdoğan",
		"Straße":                       "strasse",
		"e\u0301":                      "é",
		"Жапаров С.":                   "жапаров-с",
		"हिन्दी भाषा":                  "हिन्दी-भाषा",
		"中文 2024":                      "中文-2024",
		"\u0301a":                      "a",
		"---":                          "",
		"":                             "",
		strings.Repeat("ab ", 40):      strings.TrimSuffix(strings.Repeat("ab-", 27)[:80], "-"),
		strings.Repeat("é", 100):       strings.Repeat("é", 80),
		strings.Repeat("a", 79) + " b": strings.Repeat("a", 79),
	} {
		if got := graph.Slug(text); got != want {
			t.Errorf("Slug(%q): got %q, want %q", text, got, want)
		}
	}
}

func TestNewID(t *testing.T) {
	if got, want := graph.NewID("Visit", "sadyr japarov", "", "az", "2024-04-24"), "visit-sadyr-japarov-az-2024-04-24"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := graph.NewID("Leader", "?!"), "leader"; got != want {
		t.Errorf("got %q of nothing but signs, want %q", got, want)
	}
}

func TestDistinct(t *testing.T) {
	a, b := graph.Distinct("visit-x", "one", "two"), graph.Distinct("visit-x", "one", "three")
	if a == b || !strings.HasPrefix(a, "visit-x-") || len(a) != len("visit-x-")+6 {
		t.Errorf("got %q and %q, want two ids that begin with visit-x- and end in six digits", a, b)
	}
	if again := graph.Distinct("visit-x", "one", "two"); again != a {
		t.Errorf("got %q and %q, want the same", a, again)
	}
	if joined := graph.Distinct("visit-x", "onetwo"); joined == a {
		t.Errorf("got %q of other fields, want another id", joined)
	}
	long := graph.Distinct(strings.Repeat("é", 80), "one")
	if n := utf8.RuneCountInString(long); n != 80 {
		t.Errorf("got %d code points, want 80", n)
	}
	if cut := graph.Distinct(strings.Repeat("a", 72)+"-bcdefgh", "one"); strings.Contains(cut, "--") {
		t.Errorf("got %q, want no hyphen doubled by the cut", cut)
	}
}

func TestSlugLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		checkSlug(t, text)
		id := graph.Distinct(graph.Slug(text), text)
		if n := utf8.RuneCountInString(id); n > 80 {
			t.Fatalf("got %q of %d code points, want at most 80", id, n)
		}
	})
}

func checkSlug(t reporter, text string) {
	slug := graph.Slug(text)
	switch {
	case !utf8.ValidString(slug):
		t.Errorf("Slug(%q): got %q, want UTF-8", text, slug)
	case utf8.RuneCountInString(slug) > 80:
		t.Errorf("Slug(%q): got %d code points, want at most 80", text, utf8.RuneCountInString(slug))
	case strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--"):
		t.Errorf("Slug(%q): got %q, want single hyphens, between words alone", text, slug)
	case strings.ContainsAny(slug, "/ \"\\\n"):
		t.Errorf("Slug(%q): got %q, want letters, digits and hyphens", text, slug)
	case norm.NFC.String(slug) != slug:
		t.Errorf("Slug(%q): got %q, want NFC", text, slug)
	case graph.Slug(slug) != slug:
		t.Errorf("Slug(%q): got %q, and of it again %q", text, slug, graph.Slug(slug))
	}
}

func FuzzSlug(f *testing.F) {
	for _, text := range []string{"Leader Sadyr Japarov", "İstanbul", "\u0345\u0345", "ﬁ", "\xff", "a\u0301\u0327", strings.Repeat("ŉ", 90)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSlug(t, text) })
}
