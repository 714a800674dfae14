package loader_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/invariant"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
)

// texts are the folders of documents that the laws are held on: the seeds, and
// those that stand beside the repository on the developers' machines, where
// they do. What goes wrong is told without their words: some are to stay unread.
func texts() map[string]string {
	return map[string]string{"seeds": "../seeds", "dev": "../../shared/score/dev"}
}

// TestLawsOnTexts holds the laws of loading on what is read of whole documents:
// reading and loading twice changes nothing, the order does not matter, what is
// unloaded leaves no trace, claims can be carried over, and nothing is broken.
func TestLawsOnTexts(t *testing.T) {
	for name, folder := range texts() {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name != "seeds" {
				t.Skip("left out of short runs")
			}
			all := readAll(t, folder)
			if len(all) == 0 {
				t.Skip("there are no documents")
			}
			want := fresh(t, byKey(all))
			store := graphtest.NewNaive()
			l := loader.New(store)
			for _, r := range all {
				load(t, l, r)
			}
			holds(t, "loading one by one gives what a batch gives", want, export(t, store))
			for _, r := range all {
				if out := load(t, l, r); !out.Known {
					t.Errorf("%s: loading it twice changes something: %+v", r.Document.Source, out)
				}
			}
			holds(t, "loading twice changes nothing", want, export(t, store))
			unbroken(t, store)
			inAnyOrder(t, all, want)
			withoutAny(t, l, store, all, want)
			carriedOver(t, l, want)
			embedded(t, all, want)
		})
	}
}

// readAll reads a folder's documents, in order of their names, each twice.
func readAll(t *testing.T, folder string) []*claim.Reading {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var all []*claim.Reading
	for _, path := range paths {
		if _, err := source.For(path); err != nil {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := source.File{Name: path, Bytes: content}
		r, err := loader.Read(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Validate(); err != nil {
			t.Errorf("%s: what is read does not hold together", f.Name)
		}
		again, err := loader.Read(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, filepath.Base(path)+": reading twice gives the same", lines(t, r), lines(t, again))
		x, err := loader.Explain(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, filepath.Base(path)+": explaining reads the same", lines(t, r), lines(t, x.Reading))
		all = append(all, r)
	}
	return all
}

func lines(t *testing.T, r *claim.Reading) []string {
	t.Helper()
	return strings.Split(encoded(t, r), "\n")
}

// byKey are Readings as fresh wants them.
func byKey(all []*claim.Reading) map[string]*claim.Reading {
	out := map[string]*claim.Reading{}
	for _, r := range all {
		out[r.Document.SHA256+" "+r.Document.Source] = r
	}
	return out
}

// inAnyOrder loads the documents backwards, and in a few orders of chance.
func inAnyOrder(t *testing.T, all []*claim.Reading, want []string) {
	t.Helper()
	chance := rand.New(rand.NewPCG(1, 0))
	for n := range 4 {
		order := slices.Clone(all)
		slices.Reverse(order)
		if n > 0 {
			chance.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
		store := graphtest.NewNaive()
		for _, r := range order {
			load(t, loader.New(store), r)
		}
		holds(t, fmt.Sprintf("order %d gives the same", n), want, export(t, store))
	}
}

// withoutAny takes each document out and puts it back.
func withoutAny(t *testing.T, l *loader.Loader, store graph.Store, all []*claim.Reading, want []string) {
	t.Helper()
	for i, r := range all {
		if _, err := l.Unload(t.Context(), r.Document.SHA256); err != nil {
			t.Fatalf("unloading %s: %v", r.Document.Source, err)
		}
		others := slices.Delete(slices.Clone(all), i, i+1)
		holds(t, "unloading "+r.Document.Source+" leaves no trace", fresh(t, byKey(others)), export(t, store))
		load(t, l, r)
		holds(t, "loading "+r.Document.Source+" again brings all back", want, export(t, store))
	}
}

// carriedOver loads what a store holds into another one.
func carriedOver(t *testing.T, l *loader.Loader, want []string) {
	t.Helper()
	store := graphtest.NewNaive()
	for r, err := range l.Readings(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		load(t, loader.New(store), r)
	}
	holds(t, "claims carried over give the same", want, export(t, store))
}

// embedded loads the documents into a store in a file, takes every third out
// and puts it back.
func embedded(t *testing.T, all []*claim.Reading, want []string) {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "texts.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	l := loader.New(store)
	for i, r := range all {
		load(t, l, r)
		if i%3 == 0 {
			if _, err := l.Unload(t.Context(), r.Document.SHA256); err != nil {
				t.Fatalf("unloading %s: %v", r.Document.Source, err)
			}
		}
	}
	for _, r := range all {
		load(t, l, r)
	}
	holds(t, "the embedded store gives the same", want, export(t, store))
	for v, err := range store.Check(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		t.Errorf("the embedded store is broken: rule %s", v.Rule)
	}
}

// unbroken holds what must hold in any graph, and that it is what its claims give.
func unbroken(t *testing.T, store graph.Store) {
	t.Helper()
	for v, err := range invariant.Check(store.Scan(context.Background())) {
		if err != nil {
			t.Fatal(err)
		}
		t.Errorf("a graph is broken: rule %s", v.Rule)
	}
	for v, err := range loader.Verify(t.Context(), store) {
		if err != nil {
			t.Fatal(err)
		}
		t.Errorf("a graph is not what its claims give: rule %s", v.Rule)
	}
}

// holds compares lines of JSON and tells which kinds differ, not what they say.
func holds(t *testing.T, law string, want, got []string) {
	t.Helper()
	if slices.Equal(want, got) {
		return
	}
	differ := map[string]int{}
	for _, l := range want {
		differ[l]++
	}
	for _, l := range got {
		differ[l]--
	}
	kinds := map[string]int{}
	for line, n := range differ {
		if n != 0 {
			kinds[kindOf(line)]++
		}
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		out = append(out, fmt.Sprintf("%d %s", kinds[k], k))
	}
	t.Errorf("%s: got lines that differ: %s", law, strings.Join(out, ", "))
}

// kindOf is the label of a node, the type of a relationship, or the rule of a claim.
func kindOf(line string) string {
	var l struct {
		Node         *struct{ Label string }
		Relationship *struct{ Type string }
		Entity, Fact *struct{ Rule string }
	}
	switch err := json.Unmarshal([]byte(line), &l); {
	case err != nil:
		return "unknown"
	case l.Node != nil:
		return l.Node.Label
	case l.Relationship != nil:
		return l.Relationship.Type
	case l.Entity != nil:
		return "rule " + l.Entity.Rule
	case l.Fact != nil:
		return "rule " + l.Fact.Rule
	}
	return "document or passage"
}
