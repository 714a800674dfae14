package mention

import (
	"fmt"
	"strconv"
	"time"

	"github.com/entente-graph/entente/loader/lexicon"
)

// part is a day, month or year; what is 0 is not known.
type part struct{ y, m, d int }

func (p part) zero() bool { return p == part{} }

// String is the part in ISO 8601, as long as precise; "" without a year.
func (p part) String() string {
	switch {
	case p.y == 0:
		return ""
	case p.m == 0:
		return fmt.Sprintf("%04d", p.y)
	case p.d == 0:
		return fmt.Sprintf("%04d-%02d", p.y, p.m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.y, p.m, p.d)
}

// partOf reads a date in ISO 8601; what is missing or broken stays 0.
func partOf(s string) part {
	var p part
	if len(s) >= 4 {
		p.y, _ = strconv.Atoi(s[:4])
	}
	if len(s) >= 7 {
		p.m, _ = strconv.Atoi(s[5:7])
	}
	if len(s) >= 10 {
		p.d, _ = strconv.Atoi(s[8:10])
	}
	return p
}

// time is the part's first day.
func (p part) time() time.Time {
	return time.Date(p.y, time.Month(max(p.m, 1)), max(p.d, 1), 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) part { return part{t.Year(), int(t.Month()), t.Day()} }

// valid reports whether the month has the day, in a leap year where the year
// is not known.
func (p part) valid() bool {
	if p.m < 0 || p.m > 12 || p.d < 0 || p.d > 31 {
		return false
	}
	if p.d == 0 {
		return true
	}
	y := p.y
	if y == 0 {
		y = 2000
	}
	return dayOf(time.Date(y, time.Month(p.m), p.d, 0, 0, 0, 0, time.UTC)) == part{y, p.m, p.d}
}

// monthNumber is the number of a folded month's name; short is set for an
// abbreviation.
func monthNumber(fold string) (n int, short bool) {
	switch fold {
	case "january":
		return 1, false
	case "february":
		return 2, false
	case "march":
		return 3, false
	case "april":
		return 4, false
	case "may":
		return 5, false
	case "june":
		return 6, false
	case "july":
		return 7, false
	case "august":
		return 8, false
	case "september":
		return 9, false
	case "october":
		return 10, false
	case "november":
		return 11, false
	case "december":
		return 12, false
	case "jan":
		return 1, true
	case "feb":
		return 2, true
	case "mar":
		return 3, true
	case "apr":
		return 4, true
	case "jun":
		return 6, true
	case "jul":
		return 7, true
	case "aug":
		return 8, true
	case "sep", "sept":
		return 9, true
	case "oct":
		return 10, true
	case "nov":
		return 11, true
	case "dec":
		return 12, true
	}
	return 0, false
}

// weekdayNumber is 0 for Sunday to 6, or -1.
func weekdayNumber(fold string) int {
	switch fold {
	case "sunday":
		return 0
	case "monday":
		return 1
	case "tuesday":
		return 2
	case "wednesday":
		return 3
	case "thursday":
		return 4
	case "friday":
		return 5
	case "saturday":
		return 6
	}
	return -1
}

// calendarWord reports whether a folded word can be part of a date without a
// number.
func calendarWord(fold string) bool {
	if n, _ := monthNumber(fold); n > 0 || weekdayNumber(fold) >= 0 || shortWeekday(fold) >= 0 {
		return true
	}
	switch fold {
	case "yesterday", "today", "tomorrow", "tonight", "day", "days", "week", "weeks", "month", "months", "year", "years",
		"spring", "summer", "autumn", "winter", "weekend", "fortnight", "christmas", "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

// smallNumber is the value of a number written out, or 0.
func smallNumber(fold string) int {
	if fold == "a" || fold == "an" {
		return 1
	}
	if n := lexicon.Number(fold); n > 0 {
		return n
	}
	n, err := strconv.Atoi(fold)
	if err != nil || n > 999 {
		return 0
	}
	return n
}
