package mention

import (
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// numeral is a number as read: its value with magnitude, the magnitude itself
// (1 where there is none), and the token after both.
type numeral struct {
	value    float64
	scale    float64
	next     int
	spelled  bool
	ofLetter bool // "one" or "a", which mostly are no numbers
}

// number reads a number at token i, in figures or words, with its magnitude.
func (q *quantities) number(i int) (numeral, bool) {
	if i < 0 || i >= len(q.ts) {
		return numeral{}, false
	}
	s := q.ts[i].Fold
	if s == "" {
		return numeral{}, false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return q.figures(i, s)
	}
	if n, ok := strings.CutSuffix(s, "fold"); ok && lexicon.Number(n) > 1 {
		return numeral{value: float64(lexicon.Number(n)), scale: 1, next: i + 1, spelled: true}, true
	}
	return q.spelled(i)
}

// figures reads "30,000", "1.5 million", "7.7bn", "100MW".
func (q *quantities) figures(i int, s string) (numeral, bool) {
	end := strings.IndexFunc(s, func(r rune) bool { return r != '.' && r != ',' && (r < '0' || r > '9') })
	suffix := ""
	if end > 0 {
		s, suffix = s[:end], s[end:]
	}
	v, ok := parseFigure(s)
	if !ok {
		return numeral{}, false
	}
	n := numeral{value: v, scale: 1, next: i + 1}
	switch suffix {
	case "":
		n.next = q.grouped(i, &n)
	case "st", "nd", "rd", "th", "s":
		return numeral{}, false
	default:
		m := suffixScale(suffix)
		if m == 0 {
			return n, false
		}
		n.scale = m
		n.value *= m
		return n, true
	}
	j := n.next
	if q.fold(j) == "-" && q.glued(j) && q.magnitude(j+1) > 0 {
		j++ // "a 10-billion-dollar plan"
	}
	if m := q.magnitude(j); m > 0 {
		n.scale, n.next = m, j+1
		n.value *= m
		if f := q.fold(j); q.fold(n.next) == "." && q.glued(n.next) && n.next+1 < len(q.ts) && !q.ts[n.next+1].Capital() && (f == "bln" || f == "mln" || f == "bn" || f == "mn" || f == "trln" || f == "tn") {
			n.next++ // "7.6 bln. euros"
		}
		if m2 := q.magnitude(n.next); m2 > m { // "5 thousand million"
			n.value, n.scale, n.next = n.value*m2, n.scale*m2, n.next+1
		}
	}
	return n, true
}

// grouped goes on over thousands set apart by spaces: "30 000".
func (q *quantities) grouped(i int, n *numeral) int {
	j := i + 1
	for n.value >= 1 && len(q.fold(i)) <= 3 && len(q.fold(j)) == 3 && j < len(q.ts) && !q.ts[j].Word() && !q.glued(j) && isDigits(q.fold(j)) && !strings.ContainsAny(q.fold(i), ".,") {
		k, _ := strconv.Atoi(q.fold(j))
		n.value = n.value*1000 + float64(k)
		j++
	}
	return j
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// parseFigure reads digits with thousands separators and a decimal point or
// comma: "1,234.5", "1.234,5", "3,6".
func parseFigure(s string) (float64, bool) {
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && dot >= 0 && comma > dot:
		s = strings.ReplaceAll(s, ".", "")
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0 && len(s)-comma == 4:
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && dot < 0 && strings.Count(s, ",") == 1:
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case strings.Count(s, ".") > 1:
		parts := strings.Split(s, ".")
		for _, p := range parts[1:] {
			if len(p) != 3 {
				return 0, false
			}
		}
		s = strings.Join(parts, "")
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// suffixScale is the magnitude glued to a number, or 0.
func suffixScale(s string) float64 {
	switch s {
	case "k":
		return 1e3
	case "m", "mn", "mln":
		return 1e6
	case "b", "bn", "bln":
		return 1e9
	case "t", "tn", "trn", "trln":
		return 1e12
	}
	return 0
}

// magnitude is that of the word at token i, or 0.
func (q *quantities) magnitude(i int) float64 {
	switch q.fold(i) {
	case "hundred":
		return 1e2
	case "thousand":
		return 1e3
	case "million", "mn", "mln", "millions":
		return 1e6
	case "billion", "bn", "bln", "billions":
		return 1e9
	case "trillion", "tn", "trln":
		return 1e12
	case "lakh":
		return 1e5
	case "crore":
		return 1e7
	case "m":
		if i > 1 {
			if c, _ := q.sign(i - 1); c != "" {
				return 1e6
			}
		}
	case "b":
		if i > 1 {
			if c, _ := q.sign(i - 1); c != "" {
				return 1e9
			}
		}
	}
	return 0
}
