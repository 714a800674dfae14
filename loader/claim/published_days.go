package claim

import (
	"regexp"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// daysTold are the days and months that the sentences of a text name, and what
// they say of its year.
type daysTold struct {
	latest   string         // latest with a year, of the past
	ahead    string         // earliest with a year that is looked forward to, past the latest
	opening  string         // latest that the opening tells
	years    map[string]int // how many have each year
	bare     string         // latest year told alone, of the past
	yearless bool           // whether any stands without a year
}

// openingPassages is how many passages of the body open a text: its news.
const openingPassages = 3

// background is what parts a date from what its sentence tells: it is that of
// a clause which says who somebody is, or of what was before.
var background = regexp.MustCompile(`(?i)\b(?:which|who|whose|whom|that|when|where|since|until|till|before|after|following|ago|had|anniversary|elected|appointed|elections?|from office|took office|in office|founded|established|independence|born|last|previous(?:ly)?|former(?:ly)?|first)\b|\bof $`)

// weekdayFirst opens a date that tells its weekday, as the news of the day does.
var weekdayFirst = regexp.MustCompile(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`)

// daysOf gathers the days and months of a text's sentences.
func daysOf(doc *text.Document) daysTold {
	t := daysTold{years: map[string]int{}}
	body := 0
	var coming []string
	for i := range doc.Passages {
		p := &doc.Passages[i]
		if p.Kind == text.Sentence || p.Kind == text.Item {
			body++
		}
		s := outsideBrackets(p.Text)
		if p.Kind == text.Heading && i == 0 {
			t.opening = titleYear(p.Text)
		}
		scene := false
		for _, m := range mention.Dates(p.Text, mention.Anchor{}) {
			scene = scene || m.Period.Scene
			d := max(m.Period.From, m.Period.To)
			switch {
			case len(d) == 10 && weekdayFirst.MatchString(m.Surface): // "on Friday (May 3, 2024)"
				t.opening, t.latest = max(t.opening, d), max(t.latest, d)
			case s[m.Start] != p.Text[m.Start]: // in brackets
			case m.Period.Yearless:
				t.yearless = t.yearless || !scene
			case m.Period.Relative || d == "" || len(m.Period.To) == 4:
			case ahead.MatchString(s[max(0, m.Start-80):m.Start]):
				if len(m.Period.From) > 4 {
					coming = append(coming, m.Period.From)
				}
			case len(d) == 4:
				t.bare = max(t.bare, d)
			default:
				t.latest = max(t.latest, d)
				t.years[d[:4]]++
				if body <= openingPassages && newsDay(s, m) {
					t.opening = max(t.opening, d)
				}
			}
		}
	}
	for _, d := range coming {
		if d > t.latest && (t.ahead == "" || d < t.ahead) {
			t.ahead = d
		}
	}
	return t
}

// titleYear is the year that a title prints beside days or months without one:
// "week 50 of 2024 (9-15 December)".
func titleYear(title string) string {
	year, yearless := "", false
	for _, m := range mention.Dates(title, mention.Anchor{}) {
		yearless = yearless || m.Period.Yearless
		if len(m.Period.From) == 4 && m.Period.To == "" && year == "" {
			year = m.Period.From
		}
	}
	if !yearless {
		return ""
	}
	return year
}

// newsDay reports whether a date in an opening sentence is that of its news: a
// day in its main clause, or the month with which it begins.
func newsDay(s string, m mention.Mention) bool {
	if len(m.Period.From) == 7 {
		return m.Start < 20 && !background.MatchString(s[:m.Start])
	}
	return !background.MatchString(s[:m.Start])
}

// firm is the date that says of which year the text is: the opening's, unless a
// later year is told as past; or the latest, where nothing is told without a
// year and its year is told more than once. It is empty where none does.
func (t *daysTold) firm() string {
	switch {
	case t.opening != "" && t.opening >= t.latest[:min(len(t.latest), 4)] && nextYear(t.opening[:4]) >= t.bare:
		return t.opening
	case t.latest != "" && !t.yearless && t.years[t.latest[:4]] > 1 && t.latest >= t.bare:
		return t.latest
	}
	return ""
}
