package mention

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/lexicon"
)

// Quantities finds the amounts that a text names, in order: money, measures,
// percentages and counts, in figures or written out. A span covers the number,
// the sign or word of its currency and its unit of measure; of a count ("18
// documents") the number alone, whose noun is Amount.Unit. Numbers that are
// dates, ordinals, times of day or names ("No. 5", "G20") are none.
func Quantities(text string) []Mention {
	whole := Tokens(text)
	ts := apart(text, whole)
	if !slices.ContainsFunc(ts, numeric) {
		return nil
	}
	q := &quantities{text: text, ts: ts, dated: make([]bool, len(ts))}
	for _, d := range dates(text, whole, Anchor{}) {
		for i := range ts {
			if ts[i].Start >= d.Start && ts[i].End <= d.End {
				q.dated[i] = true
			}
		}
	}
	for i := 0; i < len(ts); {
		i = max(i+1, q.at(i))
	}
	return q.out
}

// numeric reports whether a token can begin a number or be part of one.
func numeric(t Token) bool {
	if c := t.Text[0]; c >= '0' && c <= '9' {
		return true
	}
	switch t.Fold {
	case "half", "quarter", "million", "billion", "trillion", "thousand", "hundred":
		return true
	}
	return lexicon.Number(strings.TrimSuffix(t.Fold, "fold")) > 0
}

type quantities struct {
	text  string
	ts    []Token
	dated []bool
	out   []Mention

	// the currency of a range's first number, for its second at token carryAt
	carry   string
	carryAt int
}

func (q *quantities) fold(i int) string {
	if i < 0 || i >= len(q.ts) {
		return ""
	}
	return q.ts[i].Fold
}

func (q *quantities) glued(i int) bool { return i >= 0 && i < len(q.ts) && q.ts[i].Glued }

// at reads the quantity whose number begins at token i and returns the token
// after it, or i.
func (q *quantities) at(i int) int {
	if q.dated[i] {
		return i
	}
	n, ok := q.number(i)
	if !ok || q.names(i, n) {
		return i
	}
	amount := &Amount{Value: n.value}
	first := i
	if code, from := q.sign(i); code != "" && (n.value >= 1000 || !brief(q.between(from, i))) {
		amount.Currency, first = code, from
	} else if code, from := q.wordBefore(i); code != "" && n.scale >= 1e6 {
		amount.Currency, first = code, from
	}
	j := n.next
	if to, second, ok := q.upper(j, n); ok {
		// "5 to 7 billion": the first takes what the second has
		amount.Value = n.value * to.scale / n.scale
		if amount.Currency == "" {
			amount.Currency, _ = q.currencyWord(to.next)
		}
		if amount.Currency == "" {
			amount.Unit, _, _ = q.unit(to.next)
		}
		q.note(first, j, amount)
		q.carry, q.carryAt = amount.Currency, second
		return second
	}
	if amount.Currency == "" {
		if code, next := q.currencyWord(j); code != "" {
			amount.Currency, j = code, next
		}
	} else if code, next := q.currencyWord(j); code != "" && (code == amount.Currency || amount.Currency == "USD") {
		amount.Currency, j = code, next // "$5 million US dollars"
	}
	if amount.Currency == "" && i == q.carryAt {
		amount.Currency = q.carry
	}
	if amount.Currency == "" {
		unit, next, measure := q.unit(j)
		amount.Value *= unitScale(q.fold(j))
		if unit == "" && n.ofLetter {
			return i
		}
		amount.Unit = unit
		if measure {
			j = next
		}
	}
	q.note(first, j, amount)
	return j
}

// between is what is written from token i to before token j.
func (q *quantities) between(i, j int) string { return q.text[q.ts[i].Start:q.ts[j-1].End] }

// unitScale is the magnitude that the abbreviation of a measure holds: "bcm".
func unitScale(fold string) float64 {
	if u, ok := lexicon.UnitOf(fold); ok {
		return u.Scale
	}
	return 1
}

// note adds the amount of tokens i to j.
func (q *quantities) note(i, j int, a *Amount) {
	a.Approx = q.approx(i)
	a.Value = tidy(a.Value)
	start, end := q.ts[i].Start, q.ts[j-1].End
	q.out = append(q.out, Mention{Start: start, End: end, Kind: Quantity, Surface: q.text[start:end], Entity: -1, Amount: a})
}

// tidy takes off what multiplying in binary adds: 7.7 × 1e9.
func tidy(v float64) float64 {
	if r := math.Round(v); math.Abs(v-r) < 1e-6*math.Max(1, math.Abs(v)) && math.Abs(v) >= 1 && math.Abs(v-r) < 1e-3 {
		return r
	}
	s, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return s
}

// names reports whether the number at token i is part of a name, an ordinal, a
// time or a mark of a list or note.
func (q *quantities) names(i int, n numeral) bool {
	before := q.fold(i - 1)
	switch before {
	case "no", "nos", "number", "article", "articles", "resolution", "volume", "vol", "issue", "chapter", "page", "pages", "phase", "section", "annex", "clause",
		"item", "point", "paragraph", "line", "flight", "agenda", "table", "figure", "part", "grade", "covid", "block", "unit":
		return true
	case ".", ":":
		switch q.fold(i - 2) {
		case "no", "nos", "vol", "art", "volume", "issue", "p", "pp", "para":
			return true
		}
		if before == ":" && q.glued(i) && q.glued(i-1) {
			return true // 10:30
		}
	case "[", "+":
		return true
	case "-", "–":
		if q.glued(i) && q.glued(i-1) && i > 1 && q.ts[i-2].Word() {
			return true // Su-35
		}
	case "(":
		if q.fold(i+1) == ")" {
			return true
		}
	}
	if i == 0 && n.next < len(q.ts) && (q.fold(n.next) == "." || q.fold(n.next) == ")") && len(q.ts) > n.next+1 && n.value < 200 {
		return true
	}
	if q.model(i, n) {
		return true
	}
	switch q.fold(n.next) {
	case "pm", "am", "o":
		return true
	case "p", "a":
		return q.fold(n.next+1) == "." && q.fold(n.next+2) == "m"
	case ":":
		return q.glued(n.next) && q.glued(n.next+1)
	case "/", "+":
		return q.glued(n.next) && q.glued(n.next+1)
	}
	return false
}

// model reports whether a bare number stands behind a name that it is part of:
// "Boeing 737 aircraft".
func (q *quantities) model(i int, n numeral) bool {
	if i < 2 || n.spelled || n.scale != 1 || n.next != i+1 || len(q.ts[i].Text) > 3 || !q.ts[i-1].Word() || !q.ts[i-1].Capital() || !q.ts[i-2].Word() {
		return false
	}
	if m, _ := monthNumber(q.ts[i-1].Fold); m > 0 || lexicon.Opener(q.ts[i-1].Text) || placeOrPerson(q.ts[i-1].Text) {
		return false
	}
	_, sign := lexicon.CurrencySign(q.ts[i-1].Text)
	return !sign
}

// approx reports whether the words before token i make the number a rough one.
func (q *quantities) approx(i int) bool {
	switch q.fold(i - 1) {
	case "around", "about", "some", "nearly", "almost", "over", "approximately", "roughly", "exceeding", "exceeded", "above", "below", "under", "~", "circa":
		return true
	case "than":
		return true
	case "to":
		return q.fold(i-2) == "up" || q.fold(i-2) == "close"
	case "least", "most":
		return q.fold(i-2) == "at"
	case "of":
		return q.fold(i-2) == "excess"
	}
	return false
}

// sign finds a currency's sign or code before the number at token i: the code,
// and the token that it begins at.
func (q *quantities) sign(i int) (code string, from int) {
	if i == 0 {
		return "", i
	}
	t := q.ts[i-1]
	if i > 1 && t.Glued && q.ts[i-2].Text != "" {
		if c, ok := lexicon.CurrencySign(q.ts[i-2].Text + t.Text); ok && !isWordText(t.Text) {
			return c, i - 2
		}
	}
	if i > 1 && t.Text == "$" && (q.ts[i-2].Text == "US" || q.ts[i-2].Text == "U.S.") {
		return "USD", i - 2
	}
	c, ok := lexicon.CurrencySign(t.Text)
	if !ok {
		return "", i
	}
	return c, i - 1
}

// wordBefore finds a currency's name before the number at token i: "US dollars
// 5 million".
func (q *quantities) wordBefore(i int) (code string, from int) {
	for n := min(3, i); n > 0; n-- {
		if form := q.phrase(i-n, n); form != "" {
			if c, ok := lexicon.CurrencyWord(form); ok {
				return c, i - n
			}
		}
	}
	return "", i
}

func isWordText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// currencyWord finds a currency's name at token j: the code, and the token
// after it.
func (q *quantities) currencyWord(j int) (code string, next int) {
	if q.fold(j) == "-" && q.glued(j) {
		j++ // "a 10-billion-dollar plan"
	}
	if q.fold(j) == "of" && q.magnitude(j-1) == 0 {
		return "", j
	}
	for n := 3; n > 0; n-- {
		if form := q.phrase(j, n); form != "" {
			if c, ok := lexicon.CurrencyWord(form); ok && (form != "won" || q.magnitude(j-1) >= 1000) {
				return c, j + n
			}
		}
	}
	return "", j
}

// phrase joins the folds of n words from token j, "" where they are not n words.
func (q *quantities) phrase(j, n int) string {
	if j+n > len(q.ts) {
		return ""
	}
	parts := make([]string, n)
	for k := range parts {
		t := &q.ts[j+k]
		if !t.Word() && t.Text != "%" {
			return ""
		}
		parts[k] = t.Fold
	}
	return strings.Join(parts, " ")
}

// upper finds the second number of a range "5 to 7 billion" or "5–7 billion"
// whose magnitude or unit the first one lacks; next is the token of the second.
func (q *quantities) upper(j int, n numeral) (to numeral, second int, ok bool) {
	if n.scale != 1 || n.spelled {
		return numeral{}, 0, false
	}
	switch q.fold(j) {
	case "to", "-", "–", "—":
	default:
		return numeral{}, 0, false
	}
	k := j + 1
	if _, isSign := lexicon.CurrencySign(q.fold(k)); isSign {
		k++
	}
	to, ok = q.number(k)
	if !ok || to.spelled || to.value <= n.value*1 && to.scale == 1 {
		return numeral{}, 0, false
	}
	to.scale = max(to.scale, 1)
	return to, k, true
}
