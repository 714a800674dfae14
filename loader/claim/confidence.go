package claim

import (
	_ "embed"
	"math"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed confidence.tsv
var confidenceTable string

// measured is the share of right facts by rule ("visit.visited") and, apart,
// by weak step ("pronoun"), as confidence.tsv has it; see there how far it can
// be trusted.
type measured struct{ rules, steps map[string]float64 }

var measures = sync.OnceValue(func() measured {
	m := measured{rules: map[string]float64{}, steps: map[string]float64{}}
	for _, line := range strings.Split(confidenceTable, "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 4 {
			continue
		}
		right, _ := strconv.ParseFloat(cells[2], 64)
		fired, _ := strconv.ParseFloat(cells[3], 64)
		share := (right + 1) / (fired + 2) // smoothed, so that few firings are never certain
		if cells[1] == "" {
			m.rules[cells[0]] = share
		} else {
			m.steps[cells[1]] = share
		}
	}
	return m
})

// unmeasured is what a rule or step is worth that the table does not know.
const unmeasured = 0.75

// supportOf says by which rule and weak steps a claim was read; its confidence
// comes from the table. A rule "visit.visited" falls back on "visit".
func supportOf(rule string, weak ...string) Support {
	m := measures()
	share, ok := m.rules[rule]
	if !ok {
		family, _, _ := strings.Cut(rule, ".")
		if share, ok = m.rules[family]; !ok {
			share = unmeasured
		}
	}
	steps := map[string]bool{}
	for _, w := range weak {
		if w != "" {
			steps[w] = true
		}
	}
	s := Support{Rule: rule}
	for w := range steps {
		s.Weak = append(s.Weak, w)
	}
	sort.Strings(s.Weak)
	for _, w := range s.Weak {
		if k, ok := m.steps[w]; ok {
			share *= k
		} else {
			share *= 0.9
		}
	}
	s.Confidence = math.Round(share*100) / 100
	return s
}
