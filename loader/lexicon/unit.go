package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// Unit is what a number is measured in.
type Unit struct {
	Name string // "tons"
	Kind string // mass, length, area, volume, power, energy, voltage, capacity, rate, share, time; name where it measures nothing
	// Scale is the magnitude that an abbreviation of it holds, a billion in "bcm".
	Scale float64
}

//go:embed data/units.tsv
var unitData string

var loadUnits = sync.OnceValue(func() map[string]Unit {
	out := map[string]Unit{}
	for _, cells := range rowsOf(unitData, 3) {
		for _, f := range formsOf(cells[2]) {
			out[f] = Unit{cells[0], cells[1], 1}
		}
		for _, f := range strings.Fields(cell(cells, 3)) {
			form, scale, _ := strings.Cut(f, "=")
			out[form] = Unit{cells[0], cells[1], number(scale)}
		}
	}
	return out
})

// UnitOf gives the unit that a folded form of one to four words ("cubic
// meters") stands for.
func UnitOf(form string) (Unit, bool) {
	u, ok := loadUnits()[form]
	return u, ok
}

// number reads a magnitude of a table; one that cannot be read is none.
func number(s string) float64 {
	if x, err := strconv.ParseFloat(s, 64); err == nil && x > 0 {
		return x
	}
	return 1
}

// rowsOf splits a table into rows of at least n cells, without comments.
func rowsOf(data string, n int) [][]string {
	var out [][]string
	for _, line := range strings.Split(data, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if cells := strings.Split(strings.TrimRight(line, "\r"), "\t"); len(cells) >= n {
			out = append(out, cells)
		}
	}
	return out
}

// formsOf lists the forms of a cell: words by spaces, then phrases by bars.
func formsOf(cell string) []string {
	parts := strings.Split(cell, "|")
	return append(strings.Fields(parts[0]), parts[1:]...)
}
