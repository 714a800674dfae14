package claim

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// ahead are words that put the dates of their clause into the future, or make
// them a plan's.
var ahead = regexp.MustCompile(`(?i)\b(?:will|expected|plans?|planned|planning|until|due|scheduled|target|program(?:me)?|strategy|roadmap|forecast|projected|by|aims?|goal|vision|agenda|through|would|beginning|starting|effective|shall|upcoming|forthcoming)\b`)

// evidenceOfTime is what a text tells of when it was written.
type evidenceOfTime struct {
	sources []mention.Mention
	told    string // latest day or month with a year that the text names as past, source or not
	firm    string // latest date that is surely near the text's own: of a source, the opening, its own counting
	bare    string // latest year told alone, of the past
	cited   string // latest date with a year of a source
	printed string // the same, but not of notes, which always print the year
	ahead   string // earliest month or day with a year that the text looks forward to, past the latest
}

// timesOf gathers the dates of a text: of its sources and of its sentences.
// Years alone, which are mostly those of history, of a target or of a term, do
// not count, nor does what lies ahead.
func timesOf(doc *text.Document) evidenceOfTime {
	e := evidenceOfTime{sources: mention.Sources(doc, "")}
	for _, m := range e.sources {
		d := m.Citation.Date
		if d == "" || d[0] == '-' {
			continue
		}
		e.cited = max(e.cited, d)
		if doc.Passages[m.Passage].Kind != text.Note {
			e.printed = max(e.printed, d)
		}
	}
	days := daysOf(doc)
	e.told, e.firm, e.bare = max(e.cited, days.latest), max(e.cited, days.firm()), days.bare
	if days.ahead != "" && days.ahead > e.told {
		e.ahead = days.ahead
	}
	if y := countedYear(doc); y > 1900 && y < 2200 {
		e.told, e.firm = max(e.told, strconv.Itoa(y)), max(e.firm, strconv.Itoa(y))
	}
	return e
}

// inferredDate is the date of publication to the month, where cited sources
// tell it, else to the year.
func inferredDate(doc *text.Document) string {
	e := timesOf(doc)
	latest, newest := e.firm, ""
	if slices.ContainsFunc(e.sources, func(m mention.Mention) bool { return len(m.Citation.Date) > 5 && m.Citation.Date[0] == '-' }) {
		latest = e.told // where sources are cited by their day, those of other years are too
	}
	if latest == "" {
		return ""
	}
	year := latest[:4]
	for _, m := range e.sources {
		if d := m.Citation.Date; len(d) > 5 && d[0] == '-' && d > newest && !spokenOfEarlier(doc, m, latest) {
			newest = d
		}
	}
	switch {
	case newest != "":
		// a text that prints the year of some sources leaves out its own year
		if len(e.printed) > 4 && e.printed[:4] == year || len(latest) > 4 && year+newest[1:] < latest {
			year = nextYear(year)
		}
		return year + newest[1:4]
	case len(e.cited) >= 7 && e.cited >= latest:
		return e.cited[:7]
	}
	return year
}

// spokenOfEarlier reports whether the sentence of a source without a year, or
// the one before it, speaks of its month in a year before the latest: then the
// source is most likely of that year.
func spokenOfEarlier(doc *text.Document, m mention.Mention, latest string) bool {
	for i := m.Passage; i >= 0 && i > m.Passage-2; i-- {
		if doc.Passages[i].Paragraph != doc.Passages[m.Passage].Paragraph {
			break
		}
		for _, d := range mention.Dates(outsideBrackets(doc.Passages[i].Text), mention.Anchor{}) {
			from := d.Period.From
			if len(from) >= 7 && !d.Period.Yearless && from[4:7] == m.Citation.Date[1:4] && from[:4] < latest[:4] {
				return true
			}
		}
	}
	return false
}

// outsideBrackets blanks what stands in round brackets.
func outsideBrackets(s string) string {
	b := []byte(s)
	depth := 0
	for i, c := range b {
		if c == '(' {
			depth++
		}
		if depth > 0 {
			b[i] = ' '
		}
		if c == ')' && depth > 0 {
			depth--
		}
	}
	return string(b)
}
