package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var files embed.FS

// rows reads a table of the data folder: cells by row, comments left out. A
// table that is not there has no rows; the tests see to it that all are.
func rows(name string) [][]string {
	data, _ := files.ReadFile("data/" + name)
	var out [][]string
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, strings.Split(line, "\t"))
	}
	return out
}

// cell is a row's cell, empty where the row is shorter.
func cell(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[i])
}

// list is a cell of several values.
func list(row []string, i int) []string {
	c := cell(row, i)
	if c == "" {
		return nil
	}
	return strings.Split(c, "|")
}

// States returns all states in order of their codes.
var States = sync.OnceValue(func() []State {
	var out []State
	for _, r := range rows("states.tsv") {
		out = append(out, State{
			Code: cell(r, 0), Name: cell(r, 1), Official: cell(r, 2), Capital: cell(r, 3), Acts: cell(r, 4) == "y",
			Forms: list(r, 5), Demonyms: list(r, 6), Capitals: list(r, 7),
		})
	}
	return out
})

var statesByCode = sync.OnceValue(func() map[string]State {
	out := map[string]State{}
	for _, s := range States() {
		out[s.Code] = s
	}
	return out
})

// StateOf returns the state of an ISO 3166-1 alpha-2 code in lower case.
func StateOf(code string) (State, bool) {
	s, ok := statesByCode()[code]
	return s, ok
}

// Organizations returns all intergovernmental bodies.
var Organizations = sync.OnceValue(func() []Organization {
	var out []Organization
	for _, r := range rows("organizations.tsv") {
		out = append(out, Organization{Name: cell(r, 0), Acronym: cell(r, 1), Forms: list(r, 2), Metonym: cell(r, 3), Whole: cell(r, 4)})
	}
	return out
})

var organizationsByName = sync.OnceValue(func() map[string]Organization {
	out := map[string]Organization{}
	for _, o := range Organizations() {
		out[o.Name] = o
	}
	return out
})

// OrganizationOf returns the body of a canonical name.
func OrganizationOf(name string) (Organization, bool) {
	o, ok := organizationsByName()[name]
	return o, ok
}

// Whole is the body that an organ belongs to, or the body itself: whoever acts
// for the European Commission acts for the European Union.
func Whole(name string) string {
	if o, ok := OrganizationOf(name); ok && o.Whole != "" {
		return o.Whole
	}
	return name
}

// Offices returns all titles of office.
var Offices = sync.OnceValue(func() []Office {
	var out []Office
	for _, r := range rows("offices.tsv") {
		rank := 9
		if c := cell(r, 2); len(c) == 1 {
			rank = int(c[0] - '0')
		}
		out = append(out, Office{Title: cell(r, 0), Forms: list(r, 1), Rank: rank, Head: cell(r, 3) == "y"})
	}
	return out
})

// Cities returns cities that are no capitals.
var Cities = sync.OnceValue(func() []City {
	var out []City
	for _, r := range rows("cities.tsv") {
		out = append(out, City{Name: cell(r, 0), State: cell(r, 1), Forms: list(r, 2)})
	}
	return out
})

// Shares returns the names that more than one state bears.
var Shares = sync.OnceValue(func() []Share {
	var out []Share
	for _, r := range rows("shares.tsv") {
		out = append(out, Share{Name: cell(r, 0), Demonym: cell(r, 1) == "y", States: list(r, 2)})
	}
	return out
})

// Guards returns folded phrases that hold a state's name without naming it.
var Guards = sync.OnceValue(func() []string {
	var out []string
	for _, r := range rows("guards.tsv") {
		out = append(out, cell(r, 0))
	}
	return out
})

// Words returns the words of diplomatic prose.
var Words = sync.OnceValue(func() []Word {
	var out []Word
	for _, r := range rows("words.tsv") {
		for _, form := range list(r, 2) {
			out = append(out, Word{Class: cell(r, 0), Value: cell(r, 1), Form: form})
		}
	}
	return out
})
