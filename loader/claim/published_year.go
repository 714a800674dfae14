package claim

import (
	"strings"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/text"
)

// near is how many days before a day without a year the text's latest date
// may lie, so that both are surely of one year; yearsAhead how many years
// after it that day may lie.
const (
	near       = 100
	yearsAhead = 4
)

// placeDay finds the year of a day "--05-06": the earliest that does not put
// it before the latest day or month that the text names with its year, and in
// which it is the weekday, or the day after, that the first sentences tell.
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
	if len(latest) > 4 && daysBetween(latest, at) < near {
		return at
	}
	told, ok := weekdayTold(doc)
	if !ok {
		return at
	}
	for _, late := range []int{0, 1} { // printed on the day itself, or on the next
		for y := 0; y < yearsAhead; y++ {
			t, err := time.Parse(time.DateOnly, at)
			if err != nil {
				return at
			}
			if t = t.AddDate(y, 0, -late); told == t.Weekday() {
				return t.AddDate(0, 0, late).Format(time.DateOnly)
			}
		}
	}
	return at
}

// daysBetween is how many days b begins after a.
func daysBetween(a, b string) int {
	first, _, err := graph.Days(a)
	if err != nil {
		return 0
	}
	last, _, err := graph.Days(b)
	if err != nil {
		return 0
	}
	from, _ := time.Parse(time.DateOnly, first)
	to, _ := time.Parse(time.DateOnly, last)
	return int(to.Sub(from).Hours() / 24)
}

// openingSentences is how many sentences of the body tell the day that a
// report is of.
const openingSentences = 2

// weekdayTold is the first weekday that the first sentences speak of.
func weekdayTold(doc *text.Document) (time.Weekday, bool) {
	n := 0
	for i := range doc.Passages {
		p := &doc.Passages[i]
		if p.Kind != text.Sentence {
			continue
		}
		if n++; n > openingSentences {
			break
		}
		words := strings.Fields(p.Text)
		for k, w := range words {
			for d := time.Sunday; d <= time.Saturday; d++ {
				if strings.Trim(w, ",.;:") == d.String() && (k == 0 || words[k-1] != "next" && words[k-1] != "last") {
					return d, true
				}
			}
		}
	}
	return 0, false
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
