package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
)

// firstlook is a visit, agreement or link, and whether it was right.
type firstlook struct {
	doc      string
	kind     string
	features []string // as claim.Look has them
	right    bool
	alike    float64 // looks of the document with the same features: items of a list are right or wrong together
}

// manner is how hard weights are pulled towards nothing.
type manner struct {
	shrinkage float64 // of what families, steps and marks add
	rules     float64 // how much harder it is of a rule: most were seen a few times
}

func (m manner) ridge(name string) float64 {
	switch {
	case name == "claim": // what all looks have
		return 0
	case strings.Contains(name, "."):
		return m.rules * m.shrinkage
	}
	return m.shrinkage
}

// manners are those that are tried.
func manners() []manner {
	var out []manner
	for _, s := range []float64{0.5, 1, 2, 4, 8} {
		for _, r := range []float64{1, 4, 16} {
			out = append(out, manner{s, r})
		}
	}
	return out
}

// rewritten is the first commit whose looks measure the rules as they are now;
// what was looked at before measures a reader that is no more.
const rewritten = "8c87769"

// readLooks reads firstlooks.tsv.
func readLooks(path string) ([]firstlook, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: run from the root of the repository", err)
	}
	return looksIn(string(data)), nil
}

// looksIn are the rows of a table by rules that are still at work.
func looksIn(table string) []firstlook {
	var out []firstlook
	now := false
	for _, line := range strings.Split(table, "\n") {
		cells := strings.Split(line, "\t")
		now = now || len(cells) > 1 && cells[1] == rewritten
		if !now || len(cells) < 7 {
			continue
		}
		out = append(out, firstlook{doc: cells[0], kind: cells[2], right: cells[5] == "1", features: strings.Fields(cells[6])})
	}
	alike := map[string]float64{}
	for _, l := range out {
		alike[l.doc+strings.Join(l.features, " ")]++
	}
	for i := range out {
		out[i].alike = alike[out[i].doc+strings.Join(out[i].features, " ")]
	}
	return out
}

// weighed are the weights of visits and agreements by looks.
func weighed(looks []firstlook, m manner) claim.Weights {
	var es []example
	for _, l := range looks {
		if l.kind != "link" {
			es = append(es, example{features: l.features, right: l.right, weight: 1 / l.alike})
		}
	}
	w := claim.Weights{}
	for n, x := range fit(es, m.ridge) {
		w[n] = int(math.Round(x * 100))
	}
	return w
}

// ranked is the logit of a link by its rank and its ends.
func (l *firstlook) ranked(w claim.Weights) (logit float64, ok bool) {
	rank := 0.0
	var ends [2][]string
	for _, f := range l.features {
		for i, prefix := range []string{"agreement/", "visit/"} {
			if x, is := strings.CutPrefix(f, prefix); is {
				ends[i] = append(ends[i], x)
			}
		}
		if x, is := strings.CutPrefix(f, "rank:"); is {
			n, _ := strconv.Atoi(x)
			rank = float64(n) / 100
		}
	}
	if rank == 0 {
		return 0, false
	}
	return claim.LinkLogit(w.Probability(ends[0]), w.Probability(ends[1]), rank), true
}

// calibrate adds to weights how the logits of links are to be read: what they
// say by themselves, shifted and stretched as far as looks of links show.
func calibrate(looks []firstlook, w claim.Weights) {
	shift, slope := 0.0, 1.0
	for range steps {
		dShift, dSlope := 0.5*shift, 4*(slope-1)
		hShift, hSlope := 0.5, 4.0
		for _, l := range looks {
			if x, ok := l.ranked(w); ok && l.kind == "link" {
				p := 1 / (1 + math.Exp(-shift-slope*x))
				y := 0.0
				if l.right {
					y = 1
				}
				dShift += (p - y) / l.alike
				dSlope += (p - y) / l.alike * x
				hShift += p * (1 - p) / l.alike
				hSlope += p * (1 - p) / l.alike * x * x
			}
		}
		shift -= 0.5 * dShift / hShift
		slope -= 0.5 * dSlope / hSlope
	}
	w["link"], w["link-slope"] = int(math.Round(shift*100)), int(math.Round(slope*100))
}

// learnConfidence writes the table of confidences, and says how well it does
// on documents that it was not made from.
func learnConfidence(path, scores, to string) error {
	looks, err := readLooks(path)
	if err != nil {
		return err
	}
	var docs []string
	for _, l := range looks {
		if !slices.Contains(docs, l.doc) {
			docs = append(docs, l.doc)
		}
	}
	best, out := boldest(looks, docs)
	fmt.Printf("shrunk by %g, rules %g times as much; first looks at each document by all others:\n", best.shrinkage, best.rules)
	out.print()
	w := weighed(looks, best)
	calibrate(looks, w)
	counts, err := scored(scores)
	if err != nil {
		return err
	}
	return writeConfidence(to, w, counts, looks)
}

// boldest is the manner that shrinks least of those that do as well as the best,
// give or take two hundredths of its Brier score: within what chance
// makes of it, confidences that differ say more than such as are all alike.
func boldest(looks []firstlook, docs []string) (manner, trustTally) {
	tallies := map[manner]trustTally{}
	least := math.Inf(1)
	for _, m := range manners() {
		var t trustTally
		for _, d := range docs {
			t.judge(looks, d, m)
		}
		tallies[m] = t
		least = min(least, t.brier())
	}
	var best manner
	for _, m := range manners() {
		t, b := tallies[m], tallies[best]
		if t.brier() <= 1.02*least && (best == (manner{}) || m.shrinkage == best.shrinkage && t.brier() < b.brier()) {
			best = m
		}
	}
	return best, tallies[best]
}

// trustTally is how far confidences hold, by kind.
type trustTally struct{ sure map[string][]sureness }

// judge weighs the first looks at a document, by rules still at work, by the
// looks at other documents.
func (t *trustTally) judge(looks []firstlook, doc string, m manner) {
	var others []firstlook
	for _, l := range looks {
		if l.doc != doc {
			others = append(others, l)
		}
	}
	w := weighed(others, m)
	calibrate(others, w)
	if t.sure == nil {
		t.sure = map[string][]sureness{}
	}
	for _, l := range looks {
		if l.doc != doc {
			continue
		}
		if l.kind != "link" {
			t.sure["visits and agreements"] = append(t.sure["visits and agreements"], sureness{w.Probability(l.features), l.right, 1 / l.alike})
		} else if x, ok := l.ranked(w); ok {
			t.sure["links"] = append(t.sure["links"], sureness{claim.LinkProbability(w, x), l.right, 1 / l.alike})
		}
	}
}

// brier is the Brier score of visits and agreements.
func (t *trustTally) brier() float64 {
	sum, weight := 0.0, 0.0
	for _, s := range t.sure["visits and agreements"] {
		sum += s.weight * s.brier()
		weight += s.weight
	}
	return sum / weight
}

func (t *trustTally) print() {
	for _, kind := range []string{"visits and agreements", "links"} {
		if len(t.sure[kind]) > 0 {
			fmt.Println("  " + kind + ": " + trusted(t.sure[kind]))
		}
	}
}

// count is how often a fact of a kind was right at first looks.
type count struct{ right, fired float64 }

// families are the kinds of fact that the scorer counts, as the table names them.
var families = [][2]string{{"states", "state"}, {"organizations", "organization"}, {"leaders", "leader"}, {"offices", "office"}, {"projects", "project"},
	{"citations", "citation"}, {"statements", "statement"}, {"figures", "figure"}}

// scored sums up the rows of SCORES.md by kind.
func scored(path string) (map[string]count, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]count{}
	var head []string
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if head == nil {
			for _, c := range cells {
				head = append(head, strings.TrimSpace(c))
			}
			continue
		}
		for i, c := range cells {
			ns := strings.Fields(c)
			if i >= len(head) || len(ns) != 3 {
				continue
			}
			right, _ := strconv.ParseFloat(ns[0], 64)
			spurious, _ := strconv.ParseFloat(ns[1], 64)
			for _, f := range families {
				if f[0] == head[i] {
					out[f[1]] = count{out[f[1]].right + right, out[f[1]].fired + right + spurious}
				}
			}
		}
	}
	return out, nil
}

// writeConfidence writes the table that claim embeds.
func writeConfidence(to string, w claim.Weights, counts map[string]count, looks []firstlook) error {
	seen := map[string]count{}
	docs := map[string]bool{}
	for _, l := range looks {
		docs[l.doc] = true
		fs := l.features
		if l.kind == "link" {
			fs = []string{"link"}
		}
		for _, f := range fs {
			c := seen[f]
			c.fired++
			if l.right {
				c.right++
			}
			seen[f] = c
		}
	}
	for k, c := range counts {
		w[k] = int(math.Round(100 * math.Log((c.right+1)/(c.fired-c.right+1))))
		seen[k] = c
	}
	var names []string
	for n := range w {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	fmt.Fprintf(&b, `# name	weight	right	seen
# What is added up, in hundredths of a logit, to the confidence of a claim, and
# how often what has the name was right at first looks by the rules there are
# now. Written by `+"`make confidence`"+`.
# Of visits, agreements and links: a logistic regression, so that rules and weak
# steps that were seldom seen add little, over first looks (firstlooks.tsv): %d
# documents that nobody had read when they were scored. Looks of before commit
# %s measure rules that have been rewritten since, and are left out.
# A link has the lesser of its ends' and what ranking gives it (links.tsv),
# shifted by "link" and stretched by "link-slope". Other kinds have
# (right+1)/(seen+2) of first looks, as the scorer counts them (loader/SCORES.md).
`, len(docs), rewritten)
	for _, n := range names {
		fmt.Fprintf(&b, "%s\t%d\t%g\t%g\n", n, w[n], seen[n].right, seen[n].fired)
	}
	return os.WriteFile(to, []byte(b.String()), 0o644)
}
