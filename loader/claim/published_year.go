package claim

import (
	"strconv"
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
// it before the latest day or month that the text names with its year, where
// that lies shortly before; else the earliest by what is firm of the text's
// time, in which it is the weekday, or the day after, that the first sentences
// tell. From a year of history alone it is only the weekday that leads to one.
func placeDay(doc *text.Document, day string) string {
	times := timesOf(doc)
	if at := lastBefore(times.ahead, day); at != "" && at >= times.told && fitsWeekday(doc, at) {
		return at
	}
	if at := firstAfter(times.told, day); at != "" && daysBetween(times.told, at) < near && fitsWeekday(doc, at) {
		return at
	}
	told, ok := weekdayTold(doc)
	if at := firstAfter(times.firm, day); at != "" && ok {
		return firstOf(onWeekday(at, told, 0), onWeekday(at, told, 1), at) // printed on the day itself, or on the next
	} else if at != "" || !ok {
		return at
	}
	return onWeekday(firstAfter(max(times.told, times.bare), day), told, 0)
}

// onWeekday is the first of the years of a day, and those that follow, in which
// the day so many days before it is of a name; empty for none.
func onWeekday(day string, name time.Weekday, late int) string {
	t, err := time.Parse(time.DateOnly, day)
	for y := 0; err == nil && y < yearsAhead; y++ {
		if at := t.AddDate(y, 0, 0); at.Day() == t.Day() && at.AddDate(0, 0, -late).Weekday() == name {
			return at.Format(time.DateOnly)
		}
	}
	return ""
}

// firstAfter is the first time that a day "--05-06" comes that is not before a
// date; empty for none.
func firstAfter(date, day string) string {
	if len(date) < 4 || len(day) < 7 {
		return ""
	}
	at := date[:4] + day[1:]
	if len(date) > 4 && at < date {
		at = nextYear(date[:4]) + day[1:]
	}
	if _, _, err := graph.Days(at); err != nil {
		return ""
	}
	return at
}

// lastBefore is the last time that a day "--05-06" came before a date; empty
// for none.
func lastBefore(date, day string) string {
	if len(date) < 7 || len(day) < 7 {
		return ""
	}
	year, err := strconv.Atoi(date[:4])
	if err != nil {
		return ""
	}
	if date[4:] <= day[1:] {
		year--
	}
	return strconv.Itoa(year) + day[1:]
}

// fitsWeekday reports whether a day is the weekday, or the day after, that the
// first sentences tell, if they tell any.
func fitsWeekday(doc *text.Document, day string) bool {
	told, ok := weekdayTold(doc)
	t, err := time.Parse(time.DateOnly, day)
	return err == nil && (!ok || t.Weekday() == told || t.AddDate(0, 0, -1).Weekday() == told)
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
