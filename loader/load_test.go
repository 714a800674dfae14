package loader_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/google/go-cmp/cmp"
)

// document is a Reading that says little.
func document(source, title, url, modified string) *claim.Reading {
	return sealed(&claim.Reading{
		Document: claim.Document{Source: source, Title: title, URL: url, ModifiedOn: modified}, Passages: passages[:2],
		Entities: []claim.Entity{{Ref: "state:kg", Label: "State", Properties: graph.Properties{"name": "Kyrgyzstan"},
			Evidence: []claim.Evidence{{Passage: 0, Start: 0, End: 8}}, Support: claim.Support{Rule: "drawn", Confidence: 0.9}}},
	})
}

func load(t *testing.T, l *loader.Loader, r *claim.Reading) loader.Outcome {
	t.Helper()
	out, err := l.Load(t.Context(), r)
	if err != nil {
		t.Fatalf("loading %s: %v", r.Document.Source, err)
	}
	return out
}

// titles lists the titles of the store's documents.
func titlesOf(t *testing.T, store graph.Store) []string {
	t.Helper()
	var out []string
	for rec, err := range store.Scan(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if rec.Node != nil && rec.Node.Label == "Document" {
			out = append(out, rec.Node.Properties["title"].(string))
		}
	}
	return out
}

func wantTitles(t *testing.T, store graph.Store, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, titlesOf(t, store)); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
}

func TestVersions(t *testing.T) {
	store := graphtest.NewNaive()
	l := loader.New(store)
	const url = "https://example.org/a"
	newer, older := document("new.txt", "Newer", url, "2024-06-01"), document("old.txt", "Older", url, "2024-05-01")
	if out := load(t, l, newer); out.Document != "document-newer" || out.Added != 6 {
		t.Errorf("first version: got %+v, want document-newer and 6 added", out)
	}
	if out := load(t, l, newer); !out.Known || out.Document != "document-newer" {
		t.Errorf("the same again: got %+v, want it known as document-newer", out)
	}
	if out := load(t, l, older); out.Document != "" {
		t.Errorf("an older version: got %+v, want no document of the graph", out)
	}
	wantTitles(t, store, "Newer")
	if _, err := l.Unload(t.Context(), newer.Document.SHA256); err != nil {
		t.Fatal(err)
	}
	wantTitles(t, store, "Older")
	load(t, l, newer)
	if out, err := l.Unload(t.Context(), url); err != nil || out.Document == "" {
		t.Errorf("unloading by address: got %+v, %v, want all versions gone", out, err)
	}
	wantTitles(t, store)
}

func TestReplace(t *testing.T) {
	store := graphtest.NewNaive()
	l := loader.New(store)
	load(t, l, document("a.txt", "First", "", ""))
	out, err := l.Replace(t.Context(), document("a2.txt", "Second", "", ""), "document-first")
	if err != nil || out.Document != "document-second" {
		t.Errorf("replacing: got %+v, %v, want document-second", out, err)
	}
	wantTitles(t, store, "Second")
	if _, err := l.Replace(t.Context(), document("a3.txt", "Third", "", ""), "document-first"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("replacing what is gone: got %v, want ErrNotFound", err)
	}
}

func TestUnloadByName(t *testing.T) {
	store := graphtest.NewNaive()
	l := loader.New(store)
	load(t, l, document("a.txt", "First", "", ""))
	load(t, l, document("a.txt", "Second", "", ""))
	if _, err := l.Unload(t.Context(), "a.txt"); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("unloading a name of two: got %v, want ErrConflict", err)
	}
	if _, err := l.Unload(t.Context(), "b.txt"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unloading what is not there: got %v, want ErrNotFound", err)
	}
	if _, err := l.Unload(t.Context(), "document-first"); err != nil {
		t.Error(err)
	}
	if _, err := l.Unload(t.Context(), "a.txt"); err != nil {
		t.Error(err)
	}
	for rec := range store.Scan(t.Context()) {
		t.Errorf("after unloading everything: got %+v, want nothing", rec)
	}
}

func TestSameTitle(t *testing.T) {
	store := graphtest.NewNaive()
	l := loader.New(store)
	load(t, l, document("a.txt", "News", "", ""))
	first := load(t, l, document("b.txt", "News!", "", "")).Document
	if !strings.HasPrefix(first, "document-news-") {
		t.Errorf("second document of a title: got %s, want a mark", first)
	}
	if _, err := l.Unload(t.Context(), first); err != nil {
		t.Error(err)
	}
	wantTitles(t, store, "News")
	if _, err := l.Unload(t.Context(), "document-news"); err != nil {
		t.Errorf("the other has its own id again: got %v", err)
	}
}

// TestReadings carries what is stored over into another store.
func TestReadings(t *testing.T) {
	from, to := graphtest.NewNaive(), graphtest.NewNaive()
	l := loader.New(from)
	for n := range uint64(12) {
		load(t, l, reading(n))
	}
	var lines bytes.Buffer
	for r, err := range l.Readings(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if err := claim.Encode(&lines, r); err != nil {
			t.Fatal(err)
		}
	}
	for r, err := range claim.Decode(&lines) {
		if err != nil {
			t.Fatal(err)
		}
		load(t, loader.New(to), r)
	}
	if diff := cmp.Diff(scan(t, from), scan(t, to)); diff != "" {
		t.Errorf("a store of exported claims (-from +to):\n%s", diff)
	}
}

func scan(t *testing.T, store graph.Store) []graph.Record {
	t.Helper()
	var out []graph.Record
	for rec, err := range store.Scan(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, rec)
	}
	return out
}

func TestVerify(t *testing.T) {
	store := graphtest.NewNaive()
	l := loader.New(store)
	for n := range uint64(6) {
		load(t, l, reading(n))
	}
	for v, err := range loader.Verify(t.Context(), store) {
		t.Errorf("of a sound store: got %+v, %v, want nothing", v, err)
	}
	kg := graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "Nowhere"}}
	made := graph.Node{Label: "State", ID: "xx"}
	if err := store.Apply(t.Context(), &graph.Changes{PutNodes: []graph.Node{kg, made}, DropNodes: []string{"az"}}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for v, err := range loader.Verify(t.Context(), store) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, v.ID)
	}
	for _, id := range []string{"kg", "xx", "az"} {
		if !slices.Contains(got, id) {
			t.Errorf("of a store with a wrong %s: got violations %v", id, got)
		}
	}
}

// TestTogether loads from many sides at once.
func TestTogether(t *testing.T) {
	store, alone := graphtest.NewNaive(), graphtest.NewNaive()
	var all sync.WaitGroup
	for n := range uint64(8) {
		load(t, loader.New(alone), reading(n))
		all.Go(func() {
			if _, err := loader.New(store).Load(context.Background(), reading(n)); err != nil {
				t.Errorf("loading at the same time as others: %v", err)
			}
		})
	}
	all.Wait()
	if diff := cmp.Diff(scan(t, alone), scan(t, store)); diff != "" {
		t.Errorf("loaded together (-one by one +together):\n%s", diff)
	}
}

func TestRefusals(t *testing.T) {
	l := loader.New(graphtest.NewNaive())
	broken := document("a.txt", "News", "", "")
	broken.Entities[0].Evidence = nil
	if _, err := l.Load(t.Context(), broken); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a claim without evidence: got %v, want ErrInvalid", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := l.Load(ctx, document("a.txt", "News", "", "")); !errors.Is(err, context.Canceled) {
		t.Errorf("a load that was stopped: got %v, want context.Canceled", err)
	}
}
