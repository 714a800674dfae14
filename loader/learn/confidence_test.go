package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/loader/claim"
)

// TestLooksIn holds that looks by rules that are no more are left out, and that
// items alike count as one.
func TestLooksIn(t *testing.T) {
	got := looksIn("# a comment\n" +
		"a1\t1111111\tvisit\tvisit.visited\tyear\t1\tclaim visit\n" +
		"a2\t" + rewritten + "\tvisit\tvisit.went\t\t1\tclaim visit visit.went\n" +
		"a3\t2222222\tagreement\tagreement.item\t\t0\tclaim agreement\n" +
		"a3\t2222222\tagreement\tagreement.item\t\t0\tclaim agreement\n")
	want := []firstlook{
		{doc: "a2", kind: "visit", features: []string{"claim", "visit", "visit.went"}, right: true, alike: 1},
		{doc: "a3", kind: "agreement", features: []string{"claim", "agreement"}, alike: 2},
		{doc: "a3", kind: "agreement", features: []string{"claim", "agreement"}, alike: 2},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(firstlook{})); d != "" {
		t.Errorf("looks (-want +got):\n%s", d)
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
	w := weighed(looks, manner{shrinkage: 0.5, rules: 1})
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
