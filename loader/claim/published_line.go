package claim

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// headLine reports whether a line is one of a head, run together from lines of
// its own: it closes with the day, is no sentence, and all else that stands in
// it are names ("Ministry of Trade Department of Roads 3 May 2024").
func headLine(p *text.Passage) bool {
	if len(p.Text) > 160 || p.Kind == text.Heading || p.Kind == text.Item || p.Kind == text.Row {
		return false
	}
	ms := mention.Dates(p.Text, mention.Anchor{})
	if len(ms) == 0 {
		return false
	}
	last := &ms[len(ms)-1]
	if last.End < len(strings.TrimRight(p.Text, " ·|•*_")) || len(last.Period.From) != 10 {
		return false
	}
	for _, w := range strings.Fields(beside.ReplaceAllString(p.Text[:last.Start], " ")) {
		switch w {
		case "of", "the", "and", "for", "de", "la", "&", "|", "·":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// lineBelow is the day of a line that stands below a passage, and holds nothing
// else: what stood above it was a subtitle, however much like a sentence.
func lineBelow(doc *text.Document, at int) string {
	for i := at + 1; i < len(doc.Passages) && i <= at+3; i++ {
		p := &doc.Passages[i]
		if d := headerDate(p.Text); len(d) == 10 && d[0] != '-' && len(p.Text) < 60 && wordsBeside(p.Text, false) == 0 {
			return d
		}
		if len(p.Text) > 100 {
			return ""
		}
	}
	return ""
}

// openings are the ways in which a first sentence gives the day of its text: a
// place in capitals and a date; a place, a date and an agency in brackets; a
// greeting with the day.
var openings = []*regexp.Regexp{
	regexp.MustCompile(`^\p{Lu}[\p{Lu} .'’-]{2,25}(?:,\s*[\p{L} ]{2,20})?[,./]\s*([^.]{3,25}?\d[^.]{0,8}?)\s*[./(–—-]`),
	regexp.MustCompile(`^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}, ([^,(]{3,12},? \d{4}) ?\(`),
	regexp.MustCompile(`^(?:Good [a-z]+[.,!] )?(?:It is|It’s|It's|Today is) (\p{Lu}[a-z]+day,? [^,.]{3,16},? \d{4})`),
}

// openingDate is the day that a first sentence opens with, or "".
func openingDate(s string) string {
	for _, o := range openings {
		if m := o.FindStringSubmatch(s[:min(len(s), 100)]); m != nil {
			if d := headerDate(m[1]); d != "" {
				return d
			}
		}
	}
	return ""
}
