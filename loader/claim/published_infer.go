package claim

import (
	"regexp"
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
	latest  string // latest date with a year that the text names as past
	cited   string // latest date with a year of a source
	printed string // the same, but not of notes, which always print the year
	ahead   string // earliest month or day with a year that the text looks forward to, past the latest
}

// timesOf gathers the dates of a text: of its sources and of its sentences.
// Intervals of years, and what lies ahead, do not count.
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
	e.latest = e.cited
	var coming []string
	for i := range doc.Passages {
		s := outsideBrackets(doc.Passages[i].Text)
		for _, m := range mention.Dates(s, mention.Anchor{}) {
			d := max(m.Period.From, m.Period.To)
			if len(m.Period.To) == 4 || m.Period.Yearless || d <= e.latest {
				continue
			}
			if !ahead.MatchString(s[max(0, m.Start-80):m.Start]) {
				e.latest = d
			} else if len(m.Period.From) > 4 && !m.Period.Relative {
				coming = append(coming, m.Period.From)
			}
		}
	}
	for _, d := range coming {
		if d > e.latest && (e.ahead == "" || d < e.ahead) {
			e.ahead = d
		}
	}
	if y := countedYear(doc); y > 1900 && y < 2200 {
		e.latest = max(e.latest, strconv.Itoa(y))
	}
	return e
}

// inferredDate is the date of publication to the month, where cited sources
// tell it, else to the year.
func inferredDate(doc *text.Document) string {
	e := timesOf(doc)
	if e.latest == "" {
		return ""
	}
	year, newest := e.latest[:4], ""
	for _, m := range e.sources {
		if d := m.Citation.Date; len(d) > 5 && d[0] == '-' && d > newest && !spokenOfEarlier(doc, m, e.latest) {
			newest = d
		}
	}
	switch {
	case newest != "":
		// a text that prints the year of some sources leaves out its own year
		if len(e.printed) > 4 && e.printed[:4] == year || len(e.latest) > 4 && year+newest[1:] < e.latest {
			year = nextYear(year)
		}
		return year + newest[1:4]
	case len(e.cited) >= 7 && e.cited >= e.latest:
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
