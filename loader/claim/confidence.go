package claim

import (
	_ "embed"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed confidence.tsv
var confidenceTable string

// Weights are what features are worth, in hundredths of a logit.
type Weights map[string]int

// Probability is that of something with these features.
func (w Weights) Probability(features []string) float64 {
	sum := 0
	for _, f := range features {
		sum += w[f]
	}
	return likelihood(float64(sum) / 100)
}

// surest is the probability above which nothing is; nothing read is certain.
const surest = 0.98

// likelihood is the probability of a logit, in two decimals.
func likelihood(logit float64) float64 {
	return math.Round(min(1/(1+math.Exp(-logit)), surest)*100) / 100
}

// weightsIn reads a table of weights: name, weight, and what else a reader of
// the table may want to know.
func weightsIn(table string) Weights {
	w := Weights{}
	for _, line := range strings.Split(table, "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			continue
		}
		w[cells[0]], _ = strconv.Atoi(cells[1])
	}
	return w
}

var measures = sync.OnceValue(func() Weights { return weightsIn(confidenceTable) })

// unmeasured is the logit of what a rule is worth whose family the table does
// not know: three of four are right.
const unmeasured = 110

// supportOf says by which rule and weak steps a claim was read; its confidence
// comes from the table. A rule "visit.visited" adds to its family "visit".
func supportOf(rule string, weak ...string) Support {
	s := Support{Rule: rule}
	for _, w := range weak {
		if w != "" && !slices.Contains(s.Weak, w) {
			s.Weak = append(s.Weak, w)
		}
	}
	sort.Strings(s.Weak)
	w := measures()
	family, _, _ := strings.Cut(rule, ".")
	sum := w["claim"]
	if _, ok := w[family]; !ok {
		sum = unmeasured
	}
	for _, f := range s.features() {
		sum += w[f]
	}
	s.Confidence = likelihood(float64(sum) / 100)
	return s
}

// features are the names under which the table has a rule and its weak steps.
func (s *Support) features() []string {
	family, _, further := strings.Cut(s.Rule, ".")
	out := []string{family}
	if further {
		out = append(out, s.Rule)
	}
	for _, w := range s.Weak {
		out = append(out, "weak:"+w)
	}
	return out
}
