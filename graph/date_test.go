package graph_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/entente-graph/entente/graph"
)

func TestDays(t *testing.T) {
	for date, want := range map[string][2]string{
		"2024":       {"2024-01-01", "2024-12-31"},
		"2024-02":    {"2024-02-01", "2024-02-29"},
		"2023-02":    {"2023-02-01", "2023-02-28"},
		"2024-12":    {"2024-12-01", "2024-12-31"},
		"2024-04-24": {"2024-04-24", "2024-04-24"},
		"0001":       {"0001-01-01", "0001-12-31"},
		"9999-12":    {"9999-12-01", "9999-12-31"},
	} {
		first, last, err := graph.Days(date)
		if err != nil || first != want[0] || last != want[1] {
			t.Errorf("Days(%q): got %q, %q, %v, want %q, %q", date, first, last, err, want[0], want[1])
		}
	}
	for _, date := range []string{"", "24", "2024-4", "2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024/04", "abcd", "2024-04-24T00:00:00Z", "+024", "-024", " 024", "2024-04-2x", "20240424", "２０２４"} {
		if _, _, err := graph.Days(date); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("Days(%q): got error %v, want ErrInvalid", date, err)
		}
	}
}

func TestPrecision(t *testing.T) {
	for date, want := range map[string]string{"2024": "year", "2024-04": "month", "2024-04-24": "day", "": ""} {
		if got := graph.Precision(date); got != want {
			t.Errorf("Precision(%q): got %q, want %q", date, got, want)
		}
	}
}

// TestDateFits holds the contract's own examples, and the edges of each operator.
func TestDateFits(t *testing.T) {
	for _, test := range []struct {
		op           graph.Op
		stored, date string
		want         bool
	}{
		{graph.OpGte, "2022-04", "2022", true},
		{graph.OpLte, "2022-04", "2022", true},
		{graph.OpGte, "2022", "2022-04", false},
		{graph.OpGte, "2022", "2022-01-01", true},
		{graph.OpLte, "2022", "2022-12", true},
		{graph.OpLte, "2022", "2022-11", false},
		{graph.OpGt, "2023", "2022", true},
		{graph.OpGt, "2022-12-31", "2022", false},
		{graph.OpGt, "2022-05", "2022-04-30", true},
		{graph.OpLt, "2021-12-31", "2022", true},
		{graph.OpLt, "2022", "2022-01-02", false},
		{graph.OpLt, "2021", "2022-01-01", true},
		{graph.OpEq, "2022-04-20", "2022-04", true},
		{graph.OpEq, "2022", "2022-04", false},
		{graph.OpEq, "2022", "2022", true},
		{graph.OpOverlaps, "2022", "2022-04", true},
		{graph.OpOverlaps, "2022-04", "2022-05", false},
		{graph.OpOverlaps, "2022-04-20", "2022", true},
		{graph.OpEq, "spring", "2022", false},
		{graph.OpEq, "2022", "spring", false},
		{graph.OpContains, "2022", "2022", false},
	} {
		if got := graph.DateFits(test.op, test.stored, test.date); got != test.want {
			t.Errorf("%s %s %s: got %v, want %v", test.stored, test.op, test.date, got, test.want)
		}
	}
}

func dateOps() []graph.Op {
	return []graph.Op{graph.OpEq, graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte, graph.OpOverlaps}
}

// inRange is what a store does with a DateRange.
func inRange(r graph.DateRange, stored string) bool {
	if slices.Contains(r.Also, stored) {
		return true
	}
	return (r.From == "" || stored >= r.From) && (r.To == "" || stored <= r.To) && !slices.Contains(r.Except, stored)
}

// drawDate draws a date of any precision; nearby dates are common.
func drawDate(t *rapid.T, name string) string {
	year := rapid.SampledFrom([]int{1, 2021, 2022, 2023, 2024, 9998, 9999}).Draw(t, name+" year")
	month := rapid.IntRange(1, 12).Draw(t, name+" month")
	switch rapid.IntRange(0, 2).Draw(t, name+" precision") {
	case 0:
		return fmt.Sprintf("%04d", year)
	case 1:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	_, last, _ := graph.Days(fmt.Sprintf("%04d-%02d", year, month))
	return last[:8] + fmt.Sprintf("%02d", rapid.SampledFrom([]int{1, 2, 15, int(last[8]-'0')*10 + int(last[9]-'0')}).Draw(t, name+" day"))
}

// TestDateRangeLaw: what NewDateRange makes of a comparison fits just the dates
// that DateFits does, for every operator and precision.
func TestDateRangeLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stored, date := drawDate(t, "stored"), drawDate(t, "asked")
		for _, op := range dateOps() {
			r, err := graph.NewDateRange(op, date)
			if err != nil {
				t.Fatalf("NewDateRange(%s, %s): got error %v", op, date, err)
			}
			if got, want := inRange(r, stored), graph.DateFits(op, stored, date); got != want {
				t.Fatalf("%s %s %s: got %v by %+v, want %v", stored, op, date, got, r, want)
			}
		}
	})
}

func TestDateRangeRefuses(t *testing.T) {
	if _, err := graph.NewDateRange(graph.OpContains, "2022"); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("got error %v for an operator of texts, want ErrInvalid", err)
	}
	if _, err := graph.NewDateRange(graph.OpEq, "2022-13"); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("got error %v for a broken date, want ErrInvalid", err)
	}
}

func FuzzDays(f *testing.F) {
	for _, date := range []string{"2024", "2024-04", "2024-04-24", "0000", "9999-12", "2024-02-30"} {
		f.Add(date, "2023")
	}
	f.Fuzz(func(t *testing.T, date, stored string) {
		first, last, err := graph.Days(date)
		if err != nil {
			if !errors.Is(err, graph.ErrInvalid) {
				t.Fatalf("Days(%q): got error %v, want ErrInvalid", date, err)
			}
			return
		}
		if len(first) != 10 || len(last) != 10 || first > last || first[:len(date)] != date || last[:len(date)] != date {
			t.Fatalf("Days(%q): got %q, %q, want its first and last day", date, first, last)
		}
		if _, _, err := graph.Days(stored); err != nil {
			return
		}
		for _, op := range dateOps() {
			r, err := graph.NewDateRange(op, date)
			if err != nil || inRange(r, stored) != graph.DateFits(op, stored, date) {
				t.Fatalf("%q %s %q: got %+v, %v, want as DateFits", stored, op, date, r, err)
			}
		}
	})
}
