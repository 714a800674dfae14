package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// gold is what a careful reader takes from a document, as far as it is learned from.
type gold struct {
	name       string   // of the file, without its ending
	files      []string // of the documents
	Doc        string
	Docs       []string
	Leaders    []goldLeader
	Visits     []goldVisit
	Agreements []goldAgreement
}

type goldLeader struct {
	Name         string
	Aliases      []string
	State        string
	Organization string
}

type goldVisit struct {
	Key        string
	Leaders    []string
	To         string
	Start, End string
	Status     string
	Optional   bool
	Evidence   string
}

type goldAgreement struct {
	Key           string
	Parties       []string
	Words         []string
	Alt           [][]string
	Kind          string
	Date          string
	Status        string
	Visit         string
	OptionalVisit []string
	DocumentCount int
	Optional      bool
	Evidence      string
}

// UnmarshalJSON takes an optional visit alone for a list of one.
func (a *goldAgreement) UnmarshalJSON(data []byte) error {
	type plain goldAgreement
	x := struct {
		*plain
		OptionalVisit any
	}{plain: (*plain)(a)}
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	switch v := x.OptionalVisit.(type) {
	case string:
		a.OptionalVisit = []string{v}
	case []any:
		for _, k := range v {
			a.OptionalVisit = append(a.OptionalVisit, fmt.Sprint(k))
		}
	}
	return nil
}

func readGold(path string) (*gold, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	g := &gold{name: strings.TrimSuffix(filepath.Base(path), ".json")}
	if err := json.Unmarshal(data, g); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if g.Doc != "" {
		g.Docs = []string{g.Doc}
	}
	dir := filepath.Dir(path)
	for _, d := range g.Docs {
		f, err := firstThere(filepath.Join(dir, d), filepath.Join(dir, "..", d), filepath.Join(dir, "..", "seeds", d))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		g.files = append(g.files, f)
	}
	return g, nil
}

// firstThere is the first of some paths at which there is a file.
func firstThere(paths ...string) (string, error) {
	for _, p := range paths {
		if _, err := os.Stat(p); err == nil {
			return p, nil
		}
	}
	return "", fmt.Errorf("none of %s is there: name gold files whose documents lie beside them", strings.Join(paths, ", "))
}

// learnable are the gold files that may be learned from: those of our own
// seeds and corpus, the first article, and documents that have had their first look, since
// what others say is kept to tell how well unseen texts are read.
func learnable(scores string, args []string) ([]string, error) {
	if len(args) > 0 {
		return args, nil
	}
	data, err := os.ReadFile(scores)
	if err != nil {
		return nil, err
	}
	paths, _ := filepath.Glob("seeds/gold/*.json")
	own, _ := filepath.Glob("loader/learn/corpus/*.json")
	paths = append(paths, own...)
	beside := []string{filepath.Join("..", "shared", "score", "seed.gold.json")}
	for _, m := range regexp.MustCompile(`(?m)^\| ([a-z]+[0-9]+) \|`).FindAllStringSubmatch(string(data), -1) {
		beside = append(beside, filepath.Join("..", "shared", "score", "dev", m[1]+".json"))
	}
	for _, p := range beside {
		if _, err := os.Stat(p); err == nil && !slices.Contains(paths, p) {
			paths = append(paths, p)
		}
	}
	if len(paths) == 0 {
		return nil, errors.New("no gold file found: run it at the repository's root, or name some")
	}
	sort.Strings(paths)
	return paths, nil
}

// words are the folded words of a text.
func words(s string) []string {
	var out []string
	for _, t := range mention.Tokens(s) {
		if t.Word() {
			out = append(out, t.Fold)
		}
	}
	return out
}

func squash(s string) string { return strings.Join(words(s), " ") }

// samePerson reports whether one name is the other or a shortening of it.
func samePerson(a, b string) bool {
	x, y := words(a), words(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return false
	}
	if len(x) == 1 {
		return x[0] == y[0] || x[0] == y[len(y)-1]
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) }) || x[len(x)-1] == y[len(y)-1] && x[0][0] == y[0][0]
}

func (g *gold) leader(name string) goldLeader {
	for _, l := range g.Leaders {
		if l.Name == name {
			return l
		}
	}
	return goldLeader{Name: name}
}

// is reports whether somebody whom a page names is the leader.
func (l goldLeader) is(who *mention.Leader) bool {
	return slices.ContainsFunc(append([]string{l.Name}, l.Aliases...), func(own string) bool {
		return samePerson(own, who.Name) || slices.ContainsFunc(who.Aliases, func(n string) bool { return samePerson(own, n) })
	})
}
