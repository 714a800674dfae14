package claim

import (
	"regexp"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// ahead are words that put the dates of their clause into the future, or make
// them a plan's.
var ahead = regexp.MustCompile(`(?i)\b(?:will|expected|plans?|planned|planning|until|due|scheduled|target|program(?:me)?|strategy|roadmap|forecast|projected|by|aims?|goal|vision|agenda|through)\b`)

// latestDate is the latest date with a year that the text names as past: of
// its citations and of its sentences. Intervals of years do not count.
func latestDate(doc *text.Document) string {
	latest := latestCited(doc, true)
	for i := range doc.Passages {
		s := outsideBrackets(doc.Passages[i].Text)
		for _, m := range mention.Dates(s, mention.Anchor{}) {
			d := m.Period.From
			if len(m.Period.To) == 4 || m.Period.Yearless || d == "" {
				continue
			}
			if m.Period.To != "" {
				d = m.Period.To
			}
			before := s[max(0, m.Start-80):m.Start]
			if d > latest && !ahead.MatchString(before) {
				latest = d
			}
		}
	}
	return latest
}

// latestCited is the latest date with a year of the sources cited; notes,
// which always print the year, count where asked.
func latestCited(doc *text.Document, notes bool) string {
	latest := ""
	for _, m := range mention.Sources(doc, "") {
		if !notes && doc.Passages[m.Passage].Kind == text.Note {
			continue
		}
		if d := m.Citation.Date; d != "" && d[0] != '-' && d > latest {
			latest = d
		}
	}
	return latest
}

// inferredDate is the date of publication to the month, where cited sources
// tell it, else to the year.
func inferredDate(doc *text.Document) string {
	latest, cited := latestDate(doc), latestCited(doc, true)
	if latest == "" {
		return ""
	}
	newest := ""
	for _, m := range mention.Sources(doc, "") {
		if d := m.Citation.Date; len(d) > 5 && d[0] == '-' && !spokenOfEarlier(doc, m, latest) && d > newest {
			newest = d
		}
	}
	switch {
	case newest != "":
		// a text that prints the year of some sources leaves out its own year
		year := latest[:4]
		if printed := latestCited(doc, false); len(printed) > 4 && printed[:4] == year {
			year = nextYear(year)
		} else if at := year + newest[1:]; len(latest) > 4 && at < latest {
			year = nextYear(year)
		}
		return year + newest[1:4]
	case len(cited) >= 7 && cited >= latest:
		return cited[:7]
	}
	return latest[:4]
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
