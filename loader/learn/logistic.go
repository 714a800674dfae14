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

// steps are enough for Newton's method to settle far below what rounding keeps.
const steps = 20

// fit finds the weights of a logistic regression, in logits, each pulled
// towards nothing by its ridge. It is deterministic: Newton's method, from
// nothing, a fixed number of steps.
func fit(examples []example, ridge func(name string) float64) map[string]float64 {
	names, rows := numbered(examples)
	w := make([]float64, len(names))
	for range steps {
		slope, curve := make([]float64, len(w)), make([][]float64, len(w))
		for j := range w {
			curve[j] = make([]float64, len(w))
			r := ridge(names[j])
			slope[j], curve[j][j] = r*w[j], r
		}
		for i, row := range rows {
			sum := 0.0
			for _, j := range row {
				sum += w[j]
			}
			p := 1 / (1 + math.Exp(-sum))
			d := p
			if examples[i].right {
				d--
			}
			for _, j := range row {
				slope[j] += d * examples[i].weight
				for _, k := range row {
					curve[j][k] += p * (1 - p) * examples[i].weight
				}
			}
		}
		for j, x := range solve(curve, slope) {
			w[j] -= x
		}
	}
	out := map[string]float64{}
	for i, n := range names {
		out[n] = w[i]
	}
	return out
}

// numbered are the names of all features, sorted, and for each example the
// numbers of those it has.
func numbered(examples []example) (names []string, rows [][]int) {
	index := map[string]int{}
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
	rows = make([][]int, len(examples))
	for i, e := range examples {
		for _, f := range e.features {
			rows[i] = append(rows[i], index[f])
		}
	}
	return names, rows
}

// solve gives x where a x = b, for a symmetric and positive definite, by
// Cholesky's method; a is overwritten.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for j := range n {
		for i := j; i < n; i++ {
			sum := a[i][j]
			for k := range j {
				sum -= a[i][k] * a[j][k]
			}
			if i == j {
				a[j][j] = math.Sqrt(max(sum, 1e-9))
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	x := append([]float64(nil), b...)
	for i := range n {
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}
