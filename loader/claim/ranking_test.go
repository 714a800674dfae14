package claim

import (
	"slices"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// TestStaysWithoutAnEnd holds that a text signed shortly behind the only day told
// of a stay may come from it, and one signed long after may not.
func TestStaysWithoutAnEnd(t *testing.T) {
	for _, c := range []struct {
		start, end, date string
		want             bool
	}{
		{"2024-05-03", "", "2024-05-05", true},
		{"2024-05-03", "2024-05-03", "2024-05-05", true},
		{"2024-05-03", "2024-05-04", "2024-05-05", false},
		{"2024-05-03", "", "2024-05-02", false},
		{"2024-05-03", "", "2024-05-20", false},
		{"2024-05", "", "2024-05-20", true},
		{"2024-05-31", "", "2024-06-02", true},
	} {
		v := RankedVisit{Start: c.start, End: c.end}
		if got := v.covers(c.date); got != c.want {
			t.Errorf("%s to %q, a text of %s: got %v, want %v", c.start, c.end, c.date, got, c.want)
		}
	}
}

// TestFeatures holds what is said of an agreement and the visits of a page.
func TestFeatures(t *testing.T) {
	doc := &text.Document{Content: cast + "Moro visited Norway on 3 May 2021. The harvest was good. Rain fell.\n\nMoro visited Norway on 5 June 2023. The two sides signed a treaty on tea."}
	doc.Passages = text.Split(doc.Content, nil)
	k := Study(mention.NewPage(doc, "2024-06-10"), Document{SHA256: "test"})
	if len(k.Visits) != 2 || len(k.Agreements) != 1 {
		t.Fatalf("got %d visits and %d agreements, want 2 and 1", len(k.Visits), len(k.Agreements))
	}
	for v, want := range []string{"first-but-another-nearer", "one-before"} {
		if got := k.Features(0, v); !slices.Contains(got, want) {
			t.Errorf("visit %d: got %v, want %s among them", v, got, want)
		}
	}
	if got := k.Features(0, 1); slices.Contains(got, "long-past") {
		t.Errorf("told in the sentence before: got %v, want no long-past", got)
	}
	k.Agreements[0].Recalled = true
	if got := k.Features(0, 1); !slices.Contains(got, "recalled") {
		t.Errorf("only mentioned: got %v, want recalled among them", got)
	}
	if got := k.Features(0, 0); got != nil {
		t.Errorf("only mentioned, far from the visit: got %v, want none", got)
	}
}

// TestSummits holds that what a summit adopts is told from what comes of a visit.
func TestSummits(t *testing.T) {
	doc := &text.Document{Content: cast + "Moro visited Norway on 3 May 2023. Kenya and Norway adopted a declaration on tea at the Oslo summit."}
	doc.Passages = text.Split(doc.Content, nil)
	k := Study(mention.NewPage(doc, "2024-06-10"), Document{SHA256: "test"})
	if len(k.Visits) != 1 || len(k.Agreements) != 1 {
		t.Fatalf("got %d visits and %d agreements, want one of each", len(k.Visits), len(k.Agreements))
	}
	if got := k.Features(0, 0); !slices.Contains(got, "at-summit") {
		t.Errorf("got %v, want at-summit among them", got)
	}
}
