package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"sort"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
)

// ridge pulls weights towards nothing, but for that of what all examples have;
// how far was chosen by leaving documents out.
func ridge(name string) float64 {
	if name == "bias" {
		return 0
	}
	return 0.5
}

// learnLinks writes the weights of links, and says how well they do on
// documents that they were not learned from.
func learnLinks(paths []string, to string) error {
	var all []*scene
	for _, p := range paths {
		g, err := readGold(p)
		if err != nil {
			return err
		}
		s, err := scenes(g)
		if err != nil {
			return err
		}
		all = append(all, s...)
	}
	outcomes := map[bool]*outcome{true: {}, false: {}}
	for _, doc := range documents(all) {
		w := weigh(train(all, doc))
		for _, s := range all {
			if s.doc == doc {
				outcomes[s.perfect].judge(s, w)
			}
		}
	}
	fmt.Println("visits and agreements as if all had been read:")
	outcomes[true].print()
	fmt.Println("visits and agreements as read:")
	outcomes[false].print()
	examples := train(all, "")
	return writeWeights(to, weigh(examples), examples, len(paths))
}

// outcome is how links do on documents that they were not learned from.
type outcome struct {
	ranked, base tally
	from         [10]tally // with every link at n tenths or more
}

func (o *outcome) judge(s *scene, w claim.Weights) {
	o.ranked.judge(s, func(a int) (int, float64) { return s.ranking.Choose(a, w) })
	o.base.judge(s, s.byDatesAlone)
	for n := range o.from {
		o.from[n].judge(s, func(a int) (int, float64) {
			v, p := s.ranking.Likeliest(a, w)
			if p < float64(n)/10 {
				return -1, p
			}
			return v, p
		})
	}
}

func (o *outcome) print() {
	fmt.Printf("  by parties and dates alone %s\n  ranked %s\n", o.base, o.ranked)
	for n := 3; n < 10; n++ {
		fmt.Printf("    from %.1f: %s\n", float64(n)/10, o.from[n])
	}
	fmt.Println("  links: " + trusted(o.ranked.sure))
	for _, l := range o.ranked.log {
		fmt.Println("    " + l)
	}
}

func documents(all []*scene) []string {
	var out []string
	for _, s := range all {
		if !slices.Contains(out, s.doc) {
			out = append(out, s.doc)
		}
	}
	return out
}

// label tells whether an agreement comes from a visit; known is false where
// gold leaves it open, or one of the two is no gold fact.
func (s *scene) label(a, v int) (right, known bool) {
	g := s.agreements[a]
	if g == nil || len(s.visits[v]) == 0 {
		return false, false
	}
	for _, k := range s.visits[v] {
		if k == g.Visit {
			return true, true
		}
		if slices.Contains(g.OptionalVisit, k) {
			return false, false
		}
	}
	return false, true
}

// train are the pairs of all documents but one.
func train(all []*scene, without string) []example {
	var out []example
	for _, s := range all {
		if s.doc == without {
			continue
		}
		for a := range s.ranking.Agreements {
			for v := range s.ranking.Visits {
				right, known := s.label(a, v)
				fs := s.ranking.Features(a, v)
				if known && len(fs) > 0 {
					out = append(out, example{features: fs, right: right, weight: 1})
				}
			}
		}
	}
	return out
}

// weigh fits weights and rounds them as they are kept.
func weigh(examples []example) claim.Weights {
	w := claim.Weights{}
	for n, x := range fit(examples, ridge) {
		w[n] = int(math.Round(x * 100))
	}
	return w
}

// tally counts links: right, wrong, missed.
type tally struct {
	right, wrong, missed int
	sure                 []sureness
	log                  []string
}

// sureness is a probability that was given, and what came true.
type sureness struct {
	p      float64
	right  bool
	weight float64
}

// trusted tells how far some probabilities hold.
func trusted(sure []sureness) string {
	n, sureRight, right, brier := 0, 0, 0.0, 0.0
	for _, s := range sure {
		if s.right {
			right++
		}
		if s.p >= 0.9 {
			n++
			if s.right {
				sureRight++
			}
		}
		brier += s.brier()
	}
	all := float64(len(sure))
	flat := right / all * (1 - right/all)
	return fmt.Sprintf("%.0f of %.0f right; %d at 0.9 or more, %d of these right; Brier score %.3f, of a constant %.3f, so skill %.2f", right, all, n, sureRight, brier/all, flat, 1-brier/all/flat)
}

func (s sureness) brier() float64 {
	if s.right {
		return (1 - s.p) * (1 - s.p)
	}
	return s.p * s.p
}

func (t tally) String() string {
	p, r := float64(t.right)/float64(t.right+t.wrong), float64(t.right)/float64(t.right+t.missed)
	return fmt.Sprintf("P %.2f R %.2f F1 %.2f (%d right, %d wrong, %d missed)", p, r, 2*p*r/(p+r), t.right, t.wrong, t.missed)
}

func (t *tally) judge(s *scene, choose func(a int) (int, float64)) {
	for a, g := range s.agreements {
		v, p := choose(a)
		there := g != nil && !g.Optional && slices.ContainsFunc(s.visits, func(ks []string) bool { return slices.Contains(ks, g.Visit) })
		if v < 0 {
			if there {
				t.missed++
				t.log = append(t.log, fmt.Sprintf("missed %s %v %s", s.doc, g.Words, g.Visit))
			}
			continue
		}
		switch right, known := s.label(a, v); {
		case right:
			t.right++
			t.sure = append(t.sure, sureness{p, true, 1})
		case known:
			t.wrong++
			t.sure = append(t.sure, sureness{p, false, 1})
			t.log = append(t.log, fmt.Sprintf("wrong %s %v %s: %v %.2f", s.doc, g.Words, g.Visit, s.visits[v], p))
			fallthrough
		default:
			if there {
				t.missed++
			}
		}
	}
}

// byDatesAlone chooses the one visit whose parties and dates fit best, which is
// what ranking has to beat.
func (s *scene) byDatesAlone(a int) (int, float64) {
	best, at, ties := 0, -1, 0
	for v := range s.ranking.Visits {
		fs := s.ranking.Features(a, v)
		if !slices.Contains(fs, "sides") && !slices.Contains(fs, "sides-and-more") {
			continue
		}
		rank := 1
		switch {
		case slices.Contains(fs, "day-in-stay"):
			rank = 4
		case slices.Contains(fs, "month-fits"):
			rank = 3
		case slices.Contains(fs, "year-fits"):
			rank = 2
		}
		if rank == best {
			ties++
		}
		if rank > best {
			best, at, ties = rank, v, 0
		}
	}
	if ties > 0 {
		return -1, 0
	}
	return at, 1
}

// writeWeights writes the table that claim embeds.
func writeWeights(to string, w claim.Weights, examples []example, documents int) error {
	held, right := map[string]int{}, map[string]int{}
	for _, e := range examples {
		for _, f := range e.features {
			held[f]++
			if e.right {
				right[f]++
			}
		}
	}
	var names []string
	for n := range w {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		if a, b := w[names[i]], w[names[j]]; a != b {
			return a > b
		}
		return names[i] < names[j]
	})
	var b strings.Builder
	fmt.Fprintf(&b, `# feature	weight	right	held
# What each feature is worth when an agreement is tied to a visit, in hundredths
# of a logit, and of how many pairs it held, and how many of these belong
# together. Written by `+"`make learn`"+` from the gold facts of %d documents, as read and
# as if all had been read.
`, documents)
	for _, n := range names {
		fmt.Fprintf(&b, "%s\t%d\t%d\t%d\n", n, w[n], right[n], held[n])
	}
	return os.WriteFile(to, []byte(b.String()), 0o644)
}
