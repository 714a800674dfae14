package claim

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// The ways in which a date of publication is known.
const (
	basisMetadata = "metadata"
	basisStated   = "stated"
	basisInferred = "inferred"
)

// Published is the date of a document's publication, as long as precise, and
// how it is known: from metadata; else from a header, dateline or closing
// line; else inferred. Inferred means: the latest date in the text that is not
// of the future gives the year, and where sources are cited without a year,
// these lie in the earliest year that is consistent with those cited with one,
// and the latest of them gives the month. Both are empty where nothing tells.
func Published(doc *text.Document) (date, basis string) {
	if d := doc.Meta.PublishedOn; d != "" && graph.Precision(d) != "" {
		return d, basisMetadata
	}
	if d := statedDate(doc); d != "" {
		if len(d) > 4 && d[0] != '-' {
			return d, basisStated
		}
		if full := placeDay(doc, d); full != "" {
			return full, basisStated
		}
	}
	if d := inferredDate(doc); d != "" {
		return d, basisInferred
	}
	return "", ""
}

// beside are the words that may stand beside a date in a header line.
var beside = regexp.MustCompile(`(?i)\b(?:published|posted|updated|last|issued|released|date|dated|on|at|by|press|release|communique|time|gmt|utc|am|pm|news|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|local|hrs?|edition|no)\b|[\d:|•·,;()/—–-]+|\.`)

// statedDate is the date in the lines before the body, in the dateline, or in
// a line of its own at the end. One without a year is "--05-06".
func statedDate(doc *text.Document) string {
	title := ""
	for i := range doc.Passages {
		p := &doc.Passages[i]
		if i > 14 {
			break
		}
		if p.Kind == text.Caption {
			continue
		}
		day := headerDate(p.Text)
		switch {
		case p.Kind == text.Dateline, day != "" && len(p.Text) < 90 && fewWords(p.Text, mostBeside(p)):
			if day != "" {
				return day
			}
		case p.Kind == text.Heading:
			if title == "" && len(day) == 10 && day[0] != '-' {
				title = day
			}
		default:
			if d := openingDate(p.Text); d != "" {
				return d
			}
			if title != "" {
				return title
			}
			if len(p.Text) > 100 {
				return closingDate(doc)
			}
		}
	}
	if title != "" {
		return title
	}
	return closingDate(doc)
}

// mostBeside is how many words may stand beside the date of a line: few where
// the line is a sentence.
func mostBeside(p *text.Passage) int {
	if p.Kind == text.Sentence && strings.HasSuffix(strings.TrimRight(p.Text, ")"), ".") {
		return 2
	}
	return 4
}

// closingDate is the date in one of the last lines, where such a line holds
// little else.
func closingDate(doc *text.Document) string {
	n := len(doc.Passages)
	for i := n - 1; i >= 0 && i >= n-3; i-- {
		p := &doc.Passages[i]
		if p.Kind == text.Note || len(p.Text) > 90 {
			continue
		}
		if d := headerDate(p.Text); len(d) == 10 && d[0] != '-' && fewWords(p.Text, min(3, mostBeside(p))) {
			return d
		}
	}
	return ""
}

// updated is what leads to the date of a later state of the page.
var updated = regexp.MustCompile(`(?i)\d.*\b(?:last )?(?:updated?|modified)\b`)

// headerDate is the last day that a line names, without a year as "--05-06".
func headerDate(s string) string {
	out := ""
	for _, m := range mention.Dates(s, mention.Anchor{}) {
		if len(out) == 10 && out[0] != '-' && updated.MatchString(s[:m.Start]) {
			break // "3 May 2024 - Last update: 4 May 2024"
		}
		d := m.Period.From
		if m.Period.To != "" {
			d = m.Period.To
		}
		if d == "" {
			d = yearlessDay(m.Surface)
		}
		if len(d) == 10 || len(d) == 7 && d[0] == '-' || len(d) == 7 && out == "" {
			out = d
		}
	}
	return out
}

// yearlessDay reads a day without a year as "--05-06".
func yearlessDay(surface string) string {
	ms := mention.Dates(surface, mention.Anchor{Year: "2000"}) // a leap year has every day
	if len(ms) == 1 && len(ms[0].Period.From) == 10 {
		return "-" + ms[0].Period.From[4:]
	}
	return ""
}

// fewWords reports whether a line with a date holds at most n other words.
func fewWords(s string, n int) bool {
	rest := s
	for _, m := range mention.Dates(s, mention.Anchor{}) {
		rest = strings.Replace(rest, m.Surface, " ", 1)
	}
	return len(strings.Fields(beside.ReplaceAllString(rest, " "))) <= n
}

// opening is a place in capitals and a date before the first sentence.
var opening = regexp.MustCompile(`^\p{Lu}[\p{Lu} .'’-]{2,25}(?:,\s*[\p{L} ]{2,20})?[,./]\s*([^.]{3,25}?\d[^.]{0,8}?)\s*[./(–—-]`)

func openingDate(s string) string {
	m := opening.FindStringSubmatch(s[:min(len(s), 100)])
	if m == nil {
		return ""
	}
	return headerDate(m[1])
}

// placeDay finds the year of a day "--05-06": the earliest that does not put
// it before the latest day or month that the text names with its year.
func placeDay(doc *text.Document, day string) string {
	latest := timesOf(doc).latest
	if len(latest) < 4 || len(day) < 7 {
		return ""
	}
	at := latest[:4] + day[1:]
	if len(latest) > 4 && at < latest {
		at = nextYear(latest[:4]) + day[1:]
	}
	if _, _, err := graph.Days(at); err != nil {
		return ""
	}
	return at
}

func nextYear(y string) string {
	b := []byte(y)
	for i := 3; i >= 0; i-- {
		if b[i] < '9' {
			b[i]++
			break
		}
		b[i] = '0'
	}
	return string(b)
}
