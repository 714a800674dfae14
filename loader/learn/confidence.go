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

// firstlook is a visit, agreement or link of a document that nobody had read,
// and whether it was right.
type firstlook struct {
	doc      string
	kind     string
	features []string // as claim.Look has them
	right    bool
	weight   float64
}

// old halves the weight of a look for each so many documents that were looked
// at after it, since rules have changed in between; half measured best.
const old = 100

// readLooks reads firstlooks.tsv. Rows from before features were kept have rule
// and weak steps alone.
func readLooks(path string) ([]firstlook, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []firstlook
	var docs []string
	for _, line := range strings.Split(string(data), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 6 {
			continue
		}
		l := firstlook{doc: cells[0], kind: cells[2], right: cells[5] == "1"}
		if len(cells) > 6 {
			l.features = strings.Fields(cells[6])
		} else if l.kind != "link" {
			l.features = []string{"claim", l.kind, cells[3]}
			for _, w := range strings.Fields(cells[4]) {
				l.features = append(l.features, "weak:"+w)
			}
		}
		if !slices.Contains(docs, l.doc) {
			docs = append(docs, l.doc)
		}
		out = append(out, l)
	}
	for i := range out {
		later := len(docs) - 1 - slices.Index(docs, out[i].doc)
		out[i].weight = math.Pow(0.5, float64(later)/old)
	}
	return out, nil
}

// shrinkage pulls what rules, steps and marks add towards nothing.
const shrinkage = 8

// trusted are the weights of visits and agreements by looks.
func trusted(looks []firstlook) claim.Weights {
	var es []example
	for _, l := range looks {
		if l.kind != "link" {
			es = append(es, example{doc: l.doc, features: l.features, right: l.right, weight: l.weight})
		}
	}
	w := claim.Weights{}
	for n, x := range fit(es, shrinkage, "claim") {
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
				dShift += l.weight * (p - y)
				dSlope += l.weight * (p - y) * x
				hShift += l.weight * p * (1 - p)
				hSlope += l.weight * p * (1 - p) * x * x
			}
		}
		shift -= 0.5 * dShift / hShift
		slope -= 0.5 * dSlope / hSlope
	}
	w["link"], w["link-slope"] = int(math.Round(shift*100)), int(math.Round(slope*100))
}

// learnConfidence writes the table of confidences, and says how well it does
// on documents that it was not made from.
func learnConfidence(looksPath, scores, to string) error {
	looks, err := readLooks(looksPath)
	if err != nil {
		return err
	}
	var out, later trustTally
	var docs []string
	for _, l := range looks {
		if !slices.Contains(docs, l.doc) {
			docs = append(docs, l.doc)
		}
	}
	for i, d := range docs {
		out.judge(looks, d, docs)
		if i >= 4 {
			later.judge(looks, d, docs[:i+1])
		}
	}
	fmt.Println("each document by all others:")
	out.print()
	fmt.Println("each document by those looked at before it:")
	later.print()
	w := trusted(looks)
	calibrate(looks, w)
	counts, err := scored(scores)
	if err != nil {
		return err
	}
	return writeConfidence(to, w, counts, looks)
}

// trustTally is how far confidences hold, by kind.
type trustTally struct{ sure map[string][]sureness }

// judge weighs a document's looks by those of the other documents named.
func (t *trustTally) judge(looks []firstlook, doc string, among []string) {
	var others []firstlook
	for _, l := range looks {
		if l.doc != doc && slices.Contains(among, l.doc) {
			others = append(others, l)
		}
	}
	w := trusted(others)
	calibrate(others, w)
	if t.sure == nil {
		t.sure = map[string][]sureness{}
	}
	for _, l := range looks {
		if l.doc != doc {
			continue
		}
		if l.kind != "link" {
			t.sure["visits and agreements"] = append(t.sure["visits and agreements"], sureness{w.Probability(l.features), l.right})
		} else if x, ok := l.ranked(w); ok {
			t.sure["links"] = append(t.sure["links"], sureness{claim.LinkProbability(w, x), l.right})
		}
	}
}

func (t *trustTally) print() {
	for _, kind := range []string{"visits and agreements", "links"} {
		n, right, all, brier := 0, 0.0, 0.0, 0.0
		for _, s := range t.sure[kind] {
			y := 0.0
			if s.right {
				y = 1
			}
			if s.p >= 0.9 {
				n++
				right += y
			}
			all += y
			brier += (s.p - y) * (s.p - y)
		}
		if m := float64(len(t.sure[kind])); m > 0 {
			flat := all / m * (1 - all/m)
			fmt.Printf("  %s: %.0f of %.0f right; %d at 0.9 or more, %.0f of these right; Brier score %.3f, of a constant %.3f, so skill %.2f\n", kind, all, m, n, right, brier/m, flat, 1-brier/m/flat)
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
# how often what has the name was right. Written by `+"`make confidence`"+`.
# Of visits, agreements and links: a logistic regression over first looks
# (firstlooks.tsv, %d documents that nobody had read when they were scored), so
# that rules and weak steps that were seldom seen add little; a link has the
# lesser of its ends' and what ranking gives it (links.tsv), shifted by "link"
# and stretched by "link-slope". Other kinds have (right+1)/(seen+2) of the same
# first looks, as the scorer counts them (loader/SCORES.md).
`, len(docs))
	for _, n := range names {
		fmt.Fprintf(&b, "%s\t%d\t%g\t%g\n", n, w[n], seen[n].right, seen[n].fired)
	}
	return os.WriteFile(to, []byte(b.String()), 0o644)
}
