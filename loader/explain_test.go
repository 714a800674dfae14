package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
	"github.com/google/go-cmp/cmp"
)

// TestExplainSeeds holds explanations of the seeds against what is read of them.
func TestExplainSeeds(t *testing.T) {
	paths, err := filepath.Glob("../seeds/*.*")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := source.File{Name: path, Bytes: content}
		if _, err := source.For(path); err != nil {
			continue
		}
		read++
		want, err := loader.Read(context.Background(), f)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		got, err := loader.Explain(context.Background(), f)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if diff := cmp.Diff(want, got.Reading); diff != "" {
			t.Errorf("%s: explaining reads something else (-want +got):\n%s", path, diff)
		}
		checkExplained(t, path, got)
	}
	if read == 0 {
		t.Error("got no seeds, want some")
	}
}

// checkExplained holds that runs are exact slices, that what rules gave is
// there, with evidence in the passage, and that links are those chosen.
func checkExplained(t *testing.T, name string, x *claim.Explanation) {
	t.Helper()
	entities := map[claim.Ref]*claim.Entity{}
	for i := range x.Reading.Entities {
		entities[x.Reading.Entities[i].Ref] = &x.Reading.Entities[i]
	}
	if len(x.Passages) != len(x.Reading.Passages) {
		t.Fatalf("%s: got %d passages explained, want %d", name, len(x.Passages), len(x.Reading.Passages))
	}
	for i, p := range x.Passages {
		if p.Text != x.Reading.Passages[i].Text {
			t.Fatalf("%s, passage %d: got %q, want %q", name, i, p.Text, x.Reading.Passages[i].Text)
		}
		for _, run := range slices.Concat(p.Slots, p.Verbs) {
			if got := string([]rune(p.Text)[run.Start:run.End]); got != run.Surface {
				t.Errorf("%s, passage %d: got %s %q, want the slice %q", name, i, run.Kind, run.Surface, got)
			}
		}
		for _, g := range p.Gave {
			e := entities[g.Ref]
			if e == nil {
				t.Errorf("%s, passage %d: %s gave %q, which is not there", name, i, g.Rule, g.Ref)
			} else if g.Word != "" && g.Rule != "agreement.resumed" && !slices.ContainsFunc(e.Evidence, func(x claim.Evidence) bool { return x.Passage == i }) {
				t.Errorf("%s, passage %d: %s gave %s, whose evidence is %v", name, i, g.Rule, g.Ref, e.Evidence)
			}
		}
	}
	chosen := map[[2]claim.Ref]bool{}
	for _, l := range x.Links {
		if l.Chosen != "" {
			chosen[[2]claim.Ref{l.Agreement, l.Chosen}] = true
		}
		if (l.Chosen != "") != (len(l.Candidates) > 0 && l.Candidates[0].Probability >= l.Enough) || l.Chosen != "" && l.Chosen != l.Candidates[0].Visit {
			t.Errorf("%s: of %s got %q chosen among %v, want the likeliest", name, l.What, l.Chosen, l.Candidates)
		}
	}
	for _, f := range x.Reading.Facts {
		if f.Type == "SIGNED_DURING" {
			if !chosen[[2]claim.Ref{f.From, f.To}] {
				t.Errorf("%s: %s is tied to %s, which no link explains", name, f.From, f.To)
			}
			delete(chosen, [2]claim.Ref{f.From, f.To})
		}
	}
	if len(chosen) > 0 {
		t.Errorf("%s: got links explained that were not stated: %v", name, chosen)
	}
}
