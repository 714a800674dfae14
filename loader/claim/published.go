package claim

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

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
// line, or its address; else inferred. Inferred means: a day of the opening's
// news, the text's own counting ("60 years since 1965"), or dates with a year
// where none is without gives the year; a year of history, a term or a target
// gives none. Where sources are cited without a year, these lie in the earliest
// year that is consistent with those cited with one, and the latest of them
// gives the month. Both are empty where nothing tells.
func Published(doc *text.Document) (date, basis string) {
	if d := doc.Meta.PublishedOn; d != "" && graph.Precision(d) != "" {
		return d, basisMetadata
	}
	d := statedDate(doc)
	if len(d) > 4 && d[0] != '-' {
		return d, basisStated
	}
	if at := mention.DayInAddress(doc.Meta.URL); at != "" {
		return at, basisMetadata
	}
	if full := placeDay(doc, d); full != "" {
		return full, basisStated
	} else if len(d) == 4 { // "03/04/2024"
		return d, basisStated
	}
	if d := inferredDate(doc); d != "" {
		return d, basisInferred
	}
	return "", ""
}

// beside are the words that may stand beside a date in a header line.
var beside = regexp.MustCompile(`(?i)\b(?:published|posted|updated|last|issued|released?|date|dated|on|at|by|press|communique|time|gmt|utc|[ap]\.?m|[cem][es]?[sd]?t|ist|msk|news|the|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|local|hrs?|edition|no|and|for|immediate|embargoed until|min(?:ute)?s? read)\b|\d[\d:.]*[ap]\.?m\b|[\d:|•·,;()/—–-]+|\.`)

// headerLines is how many lines from the top may be those of a header.
const headerLines = 15

// statedDate is the date in the lines before the body, in the dateline, or in
// a line of its own at the end. One without a year is "--05-06".
func statedDate(doc *text.Document) string {
	title, loose := "", ""
	for i := range doc.Passages[:min(len(doc.Passages), headerLines)] {
		p := &doc.Passages[i]
		listed := (p.Kind == text.Row || p.Kind == text.Item) && i+1 < len(doc.Passages) && doc.Passages[i+1].Kind == p.Kind
		if p.Kind == text.Caption || p.Kind == text.Note || listed {
			continue
		}
		day := firstOf(headerDate(p.Text), openOrder(doc, p.Text))
		whole := day != "" && (p.Kind == text.Dateline || isDateLine(p) || headLine(p))
		switch {
		case whole && len(day) == 7 && day[0] != '-' && coversMonths(p.Text):
			loose = firstOf(loose, day) // "July – September 2024": what it covers, if nothing else is printed
		case whole && loose == "" && laterOnly(p.Text):
			loose = day // "Updated: 4 May", if nothing else is printed
		case whole:
			return day
		case p.Kind == text.Dateline:
		case p.Kind == text.Heading:
			if title == "" && len(day) == 10 && day[0] != '-' {
				title = day
			}
		default:
			if d := firstOf(openingDate(p.Text), lineBelow(doc, i)); d != "" {
				return d
			}
			if title != "" {
				return title
			}
			if len(p.Text) > 100 && endsLine(p) {
				return firstOf(loose, closingDate(doc))
			}
		}
	}
	return firstOf(title, loose, closingDate(doc))
}

func firstOf(dates ...string) string {
	for _, d := range dates {
		if d != "" {
			return d
		}
	}
	return ""
}

// endsLine reports whether a passage is one of the body: it ends as a sentence
// does, while a subtitle does not.
func endsLine(p *text.Passage) bool {
	return strings.ContainsAny(p.Text[max(0, len(p.Text)-4):], ".!?:;”\"")
}

// laterOnly reports whether a line prints no date but that of a later state.
func laterOnly(s string) bool { return later.MatchString(s) }

// later opens a line that tells when a page was changed.
var later = regexp.MustCompile(`(?i)^\W*(?:last )?(?:updated?|modified|revised)\b[^\d]*\d[^|•·]*$`)

// byline is a line of authors and a date, "By X and Y | 22 April 2024", parted
// by a mark.
var byline = regexp.MustCompile(`(?i)^\W*by\s|\s[|•·–—-]\s|\x{a0}`)

// printed opens a line that tells when a page was put out, whatever else stands in
// it: "Posted on 3 May 2024 by X | Filed under: Wool | 14 comments".
var printed = regexp.MustCompile(`(?i)^\W*(?:this entry was |first )?(?:posted|published)(?: on)?:? (?:\pL+,? )?\d`)

// isDateLine reports whether a line with a date is there to print it: little
// else stands in it, or only the names of a byline.
func isDateLine(p *text.Passage) bool {
	switch {
	case len(p.Text) > 160:
		return false
	case printed.MatchString(p.Text) && !endsLine(p):
		return true
	case len(p.Text) < 90 && wordsBeside(p.Text, false) <= mostBeside(p):
		return true
	}
	return byline.MatchString(p.Text) && wordsBeside(p.Text, false) <= 14 && wordsBeside(p.Text, true) <= 1 && mostBeside(p) > 2
}

// mostBeside is how many words may stand beside the date of a line: few where
// the line is a sentence.
func mostBeside(p *text.Passage) int {
	if p.Kind == text.Sentence && strings.HasSuffix(strings.TrimRight(p.Text, ")"), ".") {
		return 2
	}
	return 4
}

// done opens the line by which a text tells where and when it was adopted.
var done = regexp.MustCompile(`(?i)^(?:done|signed|adopted|issued|given|executed)\s+(?:at|in|on)\s`)

// edited opens the line by which a page tells when it was written last.
var edited = regexp.MustCompile(`(?i)^\W*(?:this |the )?(?:page|article|document|list|text|story|report|release)?\s*(?:was |has been )?(?:first |last )?(?:edited|updated|modified|revised|published|posted|issued|released)\b.{0,20}\d`)

// closingDate is the date in one of the last lines, where such a line holds
// little else, or tells where the text was done.
func closingDate(doc *text.Document) string {
	n := len(doc.Passages)
	for i := n - 1; i >= 0 && i >= n-4; i-- {
		p := &doc.Passages[i]
		d := headerDate(p.Text)
		if len(p.Text) > 240 || len(d) != 10 || d[0] == '-' {
			continue
		}
		if done.MatchString(p.Text) || edited.MatchString(p.Text) {
			return d
		}
		if p.Kind != text.Note && i >= n-3 && len(p.Text) <= 90 && wordsBeside(p.Text, false) <= min(3, mostBeside(p)) {
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
		return "-" + max(ms[0].Period.From, ms[0].Period.To)[4:]
	}
	return ""
}

// wordsBeside counts the words that a line with a date holds besides it, or
// only those without a capital.
func wordsBeside(s string, small bool) int {
	rest := s
	for _, m := range mention.Dates(s, mention.Anchor{}) {
		rest = strings.Replace(rest, m.Surface, " ", 1)
	}
	n := 0
	for _, w := range strings.Fields(beside.ReplaceAllString(rest, " ")) {
		if r, _ := utf8.DecodeRuneInString(w); !small || !unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// coversMonths reports whether a line prints a span of months, as the head of a
// chronology does.
func coversMonths(s string) bool {
	ms := mention.Dates(s, mention.Anchor{})
	return len(ms) == 1 && len(ms[0].Period.To) == 7
}
