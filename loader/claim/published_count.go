package claim

import (
	"regexp"
	"strconv"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

var (
	// sinceYear is a year from which a count of years before it runs: "60 years
	// since the treaty of June 22, 1965".
	sinceYear = regexp.MustCompile(`^ (?:have passed |had passed )?since\b[^.;]{0,120}?\b(1[5-9]\d\d|20\d\d)\b`)
	// anniversary counts the years from one: "the 30th anniversary of the ties
	// set up in 1995".
	anniversary = regexp.MustCompile(`\b(\d{1,3})(?:st|nd|rd|th) anniversary of\b([^.;]{0,120}?)\b(1[5-9]\d\d|20\d\d)\b`)
	// began is what happened in the year that an anniversary counts from, while
	// "of the founding of relations in 2026" is the year of the feast.
	began = regexp.MustCompile(`\b(?:\p{L}+ed|set up|won|held|made|begun|born|concluded) (?:in|on) (?:\p{L}+ )?(?:\d{1,2},? )?$|\bthe $`)
	// shifted are words that make an anniversary one of another year.
	shifted = regexp.MustCompile(`(?i)\b(?:next|last|coming|upcoming|previous) year\b`)
	// firstIn and firstSince tell one thing in two ways: "the first in 17
	// years", "the first since 2008".
	firstIn    = regexp.MustCompile(`(?i)\bfirst\b[^.;]{0,60}? (?:in|for) $`)
	firstSince = regexp.MustCompile(`(?i)\bfirst\b[^.;]{0,80}? since (?:\p{Lu}\p{L}+ )?(1[5-9]\d\d|20\d\d)\b`)
)

// longestCount is how many years a text may count back.
const longestCount = 300

// countedYear is the year of a text by its own counting from another year:
// "17 years since 2008" is told in 2025. It is 0 where the text counts none.
func countedYear(doc *text.Document) int {
	best, span, from := 0, 0, 0
	for i := range doc.Passages {
		t := outsideBrackets(doc.Passages[i].Text)
		for _, m := range mention.Quantities(t) {
			n := int(m.Amount.Value)
			if m.Amount.Unit != "years" || n < 2 || n > longestCount || ahead.MatchString(t[max(0, m.Start-80):m.Start]) {
				continue
			}
			if y := sinceYear.FindStringSubmatch(t[m.End:]); y != nil {
				best = max(best, yearOf(y[1])+n)
			}
			if span == 0 && firstIn.MatchString(t[:m.Start]) {
				span = n
			}
		}
		for _, a := range anniversary.FindAllStringSubmatchIndex(t, -1) {
			if n := yearOf(t[a[2]:a[3]]); n < longestCount && began.MatchString(t[a[4]:a[5]]) && !shifted.MatchString(t) && !ahead.MatchString(t[max(0, a[0]-80):a[0]]) {
				best = max(best, yearOf(t[a[6]:a[7]])+n)
			}
		}
		if f := firstSince.FindStringSubmatch(t); f != nil && from == 0 {
			from = yearOf(f[1])
		}
	}
	if span > 0 && from > 0 {
		best = max(best, from+span)
	}
	return best
}

func yearOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
