package main

import (
	"math"
	"sort"
)

// example is what holds of one case, and whether it is right.
type example struct {
	features []string
	right    bool
	weight   float64
}

// steps are enough for weights to settle well below what rounding keeps.
const steps = 3000

// fit finds the weights of a logistic regression, in logits, pulled towards
// nothing by ridge, but for that of the feature that all have. It is
// deterministic: full gradients, a fixed number of steps.
func fit(examples []example, ridge float64, common string) map[string]float64 {
	index := map[string]int{}
	var names []string
	for _, e := range examples {
		for _, f := range e.features {
			if _, ok := index[f]; !ok {
				index[f] = 0
				names = append(names, f)
			}
		}
	}
	sort.Strings(names)
	for i, n := range names {
		index[n] = i
	}
	rows := make([][]int, len(examples))
	for i, e := range examples {
		for _, f := range e.features {
			rows[i] = append(rows[i], index[f])
		}
	}
	w, slope, squares := make([]float64, len(names)), make([]float64, len(names)), make([]float64, len(names))
	for range steps {
		for j := range w {
			slope[j] = ridge * w[j]
		}
		slope[index[common]] = 0
		for i, row := range rows {
			sum := 0.0
			for _, j := range row {
				sum += w[j]
			}
			d := 1 / (1 + math.Exp(-sum))
			if examples[i].right {
				d--
			}
			for _, j := range row {
				slope[j] += d * examples[i].weight
			}
		}
		for j := range w { // each weight at a pace of its own, after its slopes so far
			squares[j] += slope[j] * slope[j]
			if squares[j] > 0 {
				w[j] -= 0.5 * slope[j] / math.Sqrt(squares[j])
			}
		}
	}
	out := map[string]float64{}
	for i, n := range names {
		out[n] = w[i]
	}
	return out
}
