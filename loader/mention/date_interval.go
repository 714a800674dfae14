package mention

import (
	"strconv"
	"strings"
)

// years reads "2022–2026", "2024–29", "2022", "the 1990s", and "from 2022 to
// 2026"; "2022 people" is none.
func (p *dateParser) years(i int) (found, bool) {
	if s := p.fold(i); len(s) == 5 && s[4] == 's' {
		if y, err := strconv.Atoi(s[:4]); err == nil && y%10 == 0 && y > 1500 && y < 2100 {
			return found{i: i, j: i + 1, from: part{y: y}, to: part{y: y + 9}}, true
		}
	}
	y := p.yearAt(i)
	if y == 0 || p.counts(i) || p.fold(i-1) == "-" && p.glued(i) && p.fold(i-2) != "mid" {
		return found{}, false
	}
	f := found{i: i, j: i + 1, from: part{y: y}}
	between := p.fold(i+1) == "and" && p.fold(i-1) == "between"
	if p.isDash(i+1) || p.fold(i+1) == "/" && p.glued(i+1) || p.fold(i+1) == "to" || p.fold(i+1) == "through" || between {
		y2 := p.yearAt(i + 2)
		if n := p.fold(i + 2); y2 == 0 && len(n) == 2 && p.glued(i+2) {
			if k, err := strconv.Atoi(n); err == nil && k > y%100 {
				y2 = y/100*100 + k
			}
		}
		if y2 > y && !p.counts(i+2) {
			f.to, f.j = part{y: y2}, i+3
			return f, true
		}
	}
	return f, p.isYear(i)
}

// isYear reports whether a bare number of four digits is a year, by the words
// around it.
func (p *dateParser) isYear(i int) bool {
	switch p.fold(i - 1) {
	case "in", "a", "since", "by", "from", "until", "till", "of", "during", "through", "after", "before", "early", "mid", "late", "for", "to",
		"and", "or", "between", "–", "(", "the", "year", "fiscal", "spring", "summer", "autumn", "winter", "fall", "end", "beginning", "-", "throughout", "circa":
		return true
	}
	if i+1 == len(p.ts) || !p.ts[i+1].Word() {
		return p.fold(i+1) != "%" && p.fold(i+1) != "-" && p.fold(i-1) != ":" || i == 0
	}
	w := p.ts[i+1]
	return !strings.HasSuffix(w.Fold, "s") || follows(w.Fold)
}
