package mention

import "github.com/entente-graph/entente/loader/lexicon"

// spelled reads a number in words: "eighteen", "twenty-six", "two hundred and
// fifty thousand", "half a billion", "a million", "a dozen".
func (q *quantities) spelled(i int) (numeral, bool) {
	j, half := i, 1.0
	if share, next := q.share(i); share > 0 {
		half, j = share, next
	}
	if f := q.fold(j); f == "a" || f == "an" {
		m := q.magnitude(j + 1)
		if m == 0 && q.fold(j+1) == "dozen" {
			return numeral{value: 12 * half, scale: 1, next: j + 2, spelled: true}, true
		}
		if m < 1000 && half == 1 && m != 100 || m == 0 {
			return numeral{}, false
		}
		return numeral{value: m * half, scale: m, next: j + 2, spelled: true}, true
	}
	total, current, last := 0.0, 0.0, 0.0
	seen := 0
	for ; j < len(q.ts); j++ {
		f := q.fold(j)
		if v := lexicon.Number(f); v > 0 {
			if last > 0 && !(last >= 20 && last < 100 && v < 10 || last >= 100) {
				break
			}
			current += float64(v)
			last = float64(v)
		} else if f == "and" && seen > 0 && q.fold(j+1) == "a" && q.fold(j+2) == "half" && q.magnitude(j+3) >= 1000 {
			current, last, j = current+0.5, 100, j+2 // "two and a half million"
		} else if m := q.magnitude(j); m == 100 && seen > 0 {
			current, last = current*100, 100
		} else if m >= 1000 && seen > 0 {
			total, current, last = total+current*m, 0, m
		} else if seen > 0 && (f == "-" && q.glued(j) && lexicon.Number(q.fold(j+1)) > 0 && lexicon.Number(q.fold(j+1)) < 10 && last >= 20 || f == "and" && last >= 100 && lexicon.Number(q.fold(j+1)) > 0) {
			continue
		} else {
			break
		}
		seen++
	}
	if seen == 0 {
		return numeral{}, false
	}
	n := numeral{value: total + current, scale: max(last, 1), next: j, spelled: true}
	n.ofLetter = n.value == 1
	return n, true
}

// share reads "half", "a quarter of" or "three quarters of" before "a million".
func (q *quantities) share(i int) (share float64, next int) {
	of := func(j int) int {
		if q.fold(j) == "of" {
			j++
		}
		if q.fold(j) == "a" || q.fold(j) == "an" {
			return j
		}
		return 0
	}
	switch q.fold(i) {
	case "half":
		share, next = 0.5, of(i+1)
	case "quarter":
		share, next = 0.25, of(i+1)
	case "three":
		if q.fold(i+1) == "-" {
			i++
		}
		if q.fold(i+1) == "quarters" {
			share, next = 0.75, of(i+2)
		}
	}
	if next == 0 || q.magnitude(next+1) < 1000 {
		return 0, i
	}
	return share, next
}
