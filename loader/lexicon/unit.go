package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// Unit is what a number is measured in.
type Unit struct {
	Name string // "tons"
	Kind string // mass, length, area, volume, power, energy, voltage, capacity, rate, share, time; name where it measures nothing
}

//go:embed data/units.tsv
var unitData string

var loadUnits = sync.OnceValue(func() map[string]Unit {
	out := map[string]Unit{}
	for _, cells := range rowsOf(unitData, 3) {
		for _, f := range formsOf(cells[2]) {
			out[f] = Unit{Name: cells[0], Kind: cells[1]}
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
