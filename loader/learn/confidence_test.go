package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/loader/claim"
)

// TestLooksIn holds what a look counts: in full by rules there are now, little by
// rules rewritten since or at a document read before, and items alike as one.
func TestLooksIn(t *testing.T) {
	first := "# a comment\n" +
		"a1\t1111111\tvisit\tvisit.visited\tyear\t1\n" +
		"a1\t1111111\tagreement\tagreement.item\t\t0\tclaim agreement\n" +
		"a1\t1111111\tagreement\tagreement.item\t\t0\tclaim agreement\n" +
		"a2\t" + rewritten()["visit"] + "\tvisit\tvisit.went\t\t1\tclaim visit visit.went\n" +
		"a3\t2222222\tvisit\tvisit.went\t\t0\tclaim visit visit.went\n"
	m := manner{shrinkage: 1, again: 0.25, former: 0.1}
	var got []float64
	for _, l := range append(looksIn(first, false), looksIn("a1\t3333333\tvisit\tvisit.went\t\t1\tclaim visit\n", true)...) {
		got = append(got, l.weight(m))
	}
	if d := cmp.Diff([]float64{0.1, 0.05, 0.05, 1, 1, 0.25}, got); d != "" {
		t.Errorf("weights of looks (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"claim", "visit", "visit.visited", "weak:year"}, looksIn(first, false)[0].features); d != "" {
		t.Errorf("features of a row that has none (-want +got):\n%s", d)
	}
}

// TestWeighed holds that what was right more often is trusted more, and what was
// never seen adds nothing.
func TestWeighed(t *testing.T) {
	var looks []firstlook
	for i := range 20 {
		looks = append(looks,
			firstlook{kind: "visit", features: []string{"claim", "visit"}, right: i > 0, alike: 1},
			firstlook{kind: "visit", features: []string{"claim", "visit", "weak:role"}, right: i > 12, alike: 1})
	}
	w := weighed(looks, manner{shrinkage: 0.5})
	plain, weak := w.Probability([]string{"claim", "visit"}), w.Probability([]string{"claim", "visit", "weak:role"})
	if plain < 0.85 || weak > 0.5 {
		t.Errorf("19 of 20 plain ones right give %.2f, 7 of 20 weak ones %.2f", plain, weak)
	}
	if got := w.Probability([]string{"claim", "visit", "unseen"}); got != plain {
		t.Errorf("a feature never seen makes %.2f of %.2f", got, plain)
	}
}

// TestRanked holds that a link is no likelier than the lesser of its ends.
func TestRanked(t *testing.T) {
	w := claim.Weights{"sure": 300, "unsure": 0}
	l := firstlook{features: []string{"rank:90", "agreement/sure", "visit/unsure"}}
	x, ok := l.ranked(w)
	if want := claim.LinkLogit(0.95, 0.5, 0.9); !ok || x != want {
		t.Errorf("logit %v, %v; want %v", x, ok, want)
	}
	if _, ok := (&firstlook{features: []string{"agreement/sure"}}).ranked(w); ok {
		t.Error("a link that ranking knows nothing of has a logit")
	}
}
