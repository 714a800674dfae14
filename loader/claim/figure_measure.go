package claim

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
)

// The parts of a label that may say what its numbers are counted in: what
// stands in brackets, behind the last comma, behind "in", or the whole of it.
var (
	inBrackets  = regexp.MustCompile(`\(([^()]+)\)\W*$`)
	behindComma = regexp.MustCompile(`,\s*([^,()]+)$`)
	behindIn    = regexp.MustCompile(`(?i)\bin ([^,()]+)$`)
	allOfIt     = regexp.MustCompile(`^(.{1,24})$`)
)

// measureOf is what a label says that its numbers are counted in, with the
// magnitude as the value ("Trade, million euros"); nil where it says nothing.
func measureOf(label string) *mention.Amount {
	label = strings.TrimRight(strings.TrimSpace(label), ":")
	for _, part := range []*regexp.Regexp{inBrackets, behindComma, behindIn, allOfIt} {
		if m := part.FindStringSubmatch(label); m != nil {
			if a := readMeasure(m[1]); a != nil {
				return a
			}
		}
	}
	return nil
}

// readMeasure reads a magnitude, a currency and a unit, in any order, and
// nothing else.
func readMeasure(s string) *mention.Amount {
	a := &mention.Amount{Value: 1}
	var rest []string
	ts := mention.Tokens(s)
	for i := 0; i < len(ts); i++ {
		t := ts[i].Text
		if i+1 < len(ts) && ts[i+1].Text == "$" && ts[i+1].Glued {
			t += "$"
			i++
		}
		if code, ok := lexicon.CurrencySign(t); ok && a.Currency == "" {
			a.Currency = code
			continue
		}
		if m := magnitudeOf(ts[i].Fold); m > 1 {
			a.Value *= m
			continue
		}
		switch ts[i].Fold {
		case "in", "of", "the", "current", "nominal", ".", "'", "’", "/":
			continue
		}
		rest = append(rest, ts[i].Fold)
	}
	if phrase := strings.Join(rest, " "); phrase != "" {
		if code, ok := lexicon.CurrencyWord(phrase); ok && a.Currency == "" {
			a.Currency = code
		} else if u, ok := lexicon.UnitOf(phrase); ok && a.Currency == "" {
			a.Unit = u.Name
		} else {
			return nil
		}
	}
	if a.Currency == "" && a.Unit == "" && a.Value == 1 {
		return nil
	}
	return a
}

// magnitudeOf is the number that a folded word of a label multiplies by, or 1.
func magnitudeOf(w string) float64 {
	switch w {
	case "000", "000s", "thousand", "thousands":
		return 1e3
	case "lakh":
		return 1e5
	case "m", "mn", "mln", "million", "millions":
		return 1e6
	case "crore":
		return 1e7
	case "b", "bn", "bln", "billion", "billions":
		return 1e9
	case "trillion", "trillions", "tn", "trln":
		return 1e12
	}
	return 1
}
