package loader_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/resolve"
	"github.com/entente-graph/entente/schema"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestLaws draws documents, loads, reloads, copies and unloads them, and after
// every step holds the store's export against a fresh batch of what is loaded.
func TestLaws(t *testing.T) {
	runs, moving := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		if laws(t, graphtest.NewNaive()) {
			moving++
		}
	})
	if !t.Failed() && 2*moving < runs {
		t.Errorf("got merges or splits in %d of %d runs, want them in most", moving, runs)
	}
	t.Logf("merges or splits in %d of %d runs", moving, runs)
}

// laws walks through one life of a store. It reports whether things merged or
// split: loading took a node's id away, or unloading brought one.
func laws(t *rapid.T, store graph.Store) (moved bool) {
	ctx, l := context.Background(), loader.New(store)
	loaded := map[string]*claim.Reading{} // by SHA-256 and file name
	put := func(r *claim.Reading) {
		first, err := l.Load(ctx, r)
		if err != nil {
			t.Fatalf("loading %s: %v", r.Document.SHA256, err)
		}
		k := r.Document.SHA256 + " " + r.Document.Source
		if _, known := loaded[k]; known != first.Known {
			t.Fatalf("loading %s: got Known %v, want %v", k, first.Known, known)
		}
		loaded[k] = r
	}
	var ids map[string]bool
	for range rapid.IntRange(5, 10).Draw(t, "steps") {
		unloading := false
		keys := slices.Sorted(maps.Keys(loaded))
		switch step := rapid.IntRange(0, 8).Draw(t, "step"); {
		case step == 6 && len(keys) > 0:
			put(loaded[rapid.SampledFrom(keys).Draw(t, "again")])
		case step == 7 && len(keys) > 0:
			twin := *loaded[rapid.SampledFrom(keys).Draw(t, "copied")]
			twin.Document.Source = rapid.SampledFrom([]string{"a.txt", "b.txt", "c.txt"}).Draw(t, "source")
			put(&twin)
		case step >= 8 && len(keys) > 0:
			unloading = true
			sha, _, _ := strings.Cut(rapid.SampledFrom(keys).Draw(t, "unloaded"), " ")
			if _, err := l.Unload(ctx, sha); err != nil {
				t.Fatalf("unloading %s: %v", sha, err)
			}
			maps.DeleteFunc(loaded, func(k string, _ *claim.Reading) bool { return strings.HasPrefix(k, sha) })
		default:
			put(drawReading(t))
		}
		got := export(t, store)
		if diff := cmp.Diff(fresh(t, loaded), got); diff != "" {
			t.Fatalf("the store differs from a fresh batch (-want +got):\n%s", diff)
		}
		now := wellFormed(t, store)
		for id := range ids {
			moved = moved || !unloading && !now[id]
		}
		for id := range now {
			moved = moved || unloading && !ids[id]
		}
		ids = now
	}
	return moved
}

// fresh is the export of a new store that is given everything at once.
func fresh(t rapid.TB, loaded map[string]*claim.Reading) []string {
	var all []*claim.Reading
	for _, k := range slices.Sorted(maps.Keys(loaded)) {
		all = append(all, loaded[k])
	}
	slices.Reverse(all)
	result, err := resolve.Update(resolve.NewView(resolve.Nothing), resolve.Step{Put: all})
	if err != nil {
		t.Fatalf("resolving afresh: %v", err)
	}
	store := graphtest.NewNaive()
	if err := store.Apply(context.Background(), &result.Changes); err != nil {
		t.Fatalf("applying a fresh batch: %v", err)
	}
	return export(t, store)
}

func export(t rapid.TB, store graph.Store) []string {
	var out []string
	for rec, err := range store.Scan(context.Background()) {
		if err != nil {
			t.Fatalf("scanning: %v", err)
		}
		line, err := json.Marshal(rec)
		if err != nil {
			t.Fatalf("writing: %v", err)
		}
		out = append(out, string(line))
	}
	return out
}

// wellFormed checks what must hold in any graph. It lists the ids of all things
// but documents and passages.
func wellFormed(t *rapid.T, store graph.Store) map[string]bool {
	labels := map[string]string{}
	for rec, err := range store.Scan(context.Background()) {
		if err != nil {
			t.Fatalf("scanning: %v", err)
		}
		if err := sound(rec, labels); err != nil {
			t.Fatal(err)
		}
	}
	ids := map[string]bool{}
	for id, label := range labels {
		if label != "Document" && label != "Passage" {
			ids[id] = true
		}
	}
	return ids
}

func sound(rec graph.Record, labels map[string]string) error {
	if n := rec.Node; n != nil {
		if labels[n.ID] != "" {
			return fmt.Errorf("id %s is there twice", n.ID)
		}
		labels[n.ID] = n.Label
		if slices.Contains(n.FormerIDs, n.ID) || !slices.IsSorted(n.FormerIDs) {
			return fmt.Errorf("%s has the former ids %v", n.ID, n.FormerIDs)
		}
		for _, d := range n.Disagreements {
			if len(d.Evidence) == 0 {
				return fmt.Errorf("%s: a disagreement about %s without evidence", n.ID, d.Field)
			}
		}
		return nil
	}
	r := rec.Relationship
	rel, ok := schema.RelationshipOf(r.Type)
	if !ok || !slices.Contains(rel.From, labels[r.From.ID]) || !slices.Contains(rel.To, labels[r.To.ID]) {
		return fmt.Errorf("%s does not obey the ontology", r.ID())
	}
	if rel.Fact && (len(r.Evidence) == 0 || len(r.Evidence) != len(r.Spans) || r.Confidence <= 0 || r.Confidence > 1) {
		return fmt.Errorf("%s has evidence %v, spans %v, confidence %v", r.ID(), r.Evidence, r.Spans, r.Confidence)
	}
	for _, p := range r.Evidence {
		if labels[p] != "Passage" {
			return fmt.Errorf("%s: evidence %s is no passage", r.ID(), p)
		}
	}
	return nil
}

// TestOrder loads the same documents one by one in two orders.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []*claim.Reading
		for range rapid.IntRange(2, 6).Draw(t, "documents") {
			all = append(all, drawReading(t))
		}
		one := loadAll(t, all)
		other := loadAll(t, rapid.Permutation(all).Draw(t, "order"))
		if diff := cmp.Diff(one, other); diff != "" {
			t.Fatalf("another order gives another graph (-first +second):\n%s", diff)
		}
	})
}

func loadAll(t *rapid.T, all []*claim.Reading) []string {
	store := graphtest.NewNaive()
	l := loader.New(store)
	for _, r := range all {
		if _, err := l.Load(context.Background(), r); err != nil {
			t.Fatalf("loading: %v", err)
		}
	}
	return export(t, store)
}

// TestImportedStoreRefuses shows that a store without claims takes none.
func TestImportedStoreRefuses(t *testing.T) {
	ctx, store := context.Background(), graphtest.NewNaive()
	if err := loader.MarkImported(ctx, store); err != nil {
		t.Fatal(err)
	}
	r := sealed(&claim.Reading{Document: claim.Document{Source: "a.txt"}, Passages: passages})
	_, err := loader.New(store).Load(ctx, r)
	if !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), "export --claims") {
		t.Errorf("loading into an imported store: got %v, want a conflict that names export --claims", err)
	}
	if _, err := loader.New(store).Unload(ctx, "a.txt"); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("unloading from an imported store: got %v, want a conflict", err)
	}
}
