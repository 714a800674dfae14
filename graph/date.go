package graph

import (
	"fmt"
	"time"
)

// Days returns the first and the last day of a date that is as long as it is
// precise: Days("2024-02") is 2024-02-01, 2024-02-29. Years are 0001 to 9999.
// The error names what is wrong.
func Days(date string) (first, last string, err error) {
	switch len(date) {
	case 4:
		if _, err := time.Parse("2006", date); err != nil {
			return "", "", badDate(date)
		}
		return date + "-01-01", date + "-12-31", nil
	case 7:
		t, err := time.Parse("2006-01", date)
		if err != nil {
			return "", "", badDate(date)
		}
		return date + "-01", t.AddDate(0, 1, -1).Format("2006-01-02"), nil
	case 10:
		if _, err := time.Parse("2006-01-02", date); err != nil {
			return "", "", badDate(date)
		}
		return date, date, nil
	}
	return "", "", badDate(date)
}

func badDate(date string) error {
	return fmt.Errorf("%w: %q is not a date: write 2024, 2024-04 or 2024-04-24", ErrInvalid, date)
}

// Precision names how much of a date is known: "year", "month", "day", or ""
// where there is none.
func Precision(date string) string {
	return map[int]string{4: "year", 7: "month", 10: "day"}[len(date)]
}

// DateRange is what a date filter asks of the stored text of a date, in terms
// that every store has: order by code point, and membership of short lists.
// A stored date d fits where (From == "" or d >= From) and (To == "" or
// d <= To) and d is not in Except, or where d is in Also.
type DateRange struct {
	From, To     string
	Also, Except []string
}

// NewDateRange turns a comparison with a date into a DateRange. The operators
// are those of the contract, on the intervals of the dates' days: OpEq
// (within), OpGte (begins no earlier), OpGt (begins after the end), OpLte (ends
// no later), OpLt (ends before the beginning), OpOverlaps (shares a day).
func NewDateRange(op Op, date string) (DateRange, error) {
	first, last, err := Days(date)
	if err != nil {
		return DateRange{}, err
	}
	fits := func(d string) bool { return dateFits(op, d, first, last) }
	var r DateRange
	switch op {
	case OpEq:
		r.From, r.To = first, last
	case OpGte:
		r.From = first
	case OpGt:
		r.From = last
	case OpLte:
		r.To = last
	case OpLt:
		r.To = first
	case OpOverlaps:
		r.From, r.To = first, last
	default:
		return DateRange{}, fmt.Errorf("%w: %s does not compare dates", ErrInvalid, op)
	}
	// Only the prefixes of the bounds can be placed otherwise by code point
	// than by their days.
	for _, bound := range prefixes(first, last) {
		in := (r.From == "" || bound >= r.From) && (r.To == "" || bound <= r.To)
		switch {
		case fits(bound) && !in:
			r.Also = append(r.Also, bound)
		case !fits(bound) && in:
			r.Except = append(r.Except, bound)
		}
	}
	return r, nil
}

// prefixes lists the years, months and days of two bounds, each once.
func prefixes(first, last string) []string {
	var out []string
	seen := map[string]bool{}
	for _, d := range []string{first, last} {
		for _, n := range []int{4, 7, 10} {
			if !seen[d[:n]] {
				seen[d[:n]] = true
				out = append(out, d[:n])
			}
		}
	}
	return out
}

func dateFits(op Op, stored, first, last string) bool {
	from, to, err := Days(stored)
	if err != nil {
		return false
	}
	switch op {
	case OpEq:
		return from >= first && to <= last
	case OpGte:
		return from >= first
	case OpGt:
		return from > last
	case OpLte:
		return to <= last
	case OpLt:
		return to < first
	case OpOverlaps:
		return from <= last && to >= first
	}
	return false
}

// DateFits reports whether a stored date satisfies a comparison with another;
// it is the definition that NewDateRange serves. A broken date fits nothing.
func DateFits(op Op, stored, date string) bool {
	first, last, err := Days(date)
	return err == nil && dateFits(op, stored, first, last)
}
