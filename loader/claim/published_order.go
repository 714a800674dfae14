package claim

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

var (
	numbers  = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	british  = regexp.MustCompile(`(?i)\b(?:defence|centre|programme|labour|neighbour\w*|honour\w*|favour\w*|metres|kilometres|organis\w+)\b`)
	american = regexp.MustCompile(`(?i)\b(?:defense|center|labor|neighbor\w*|honor\w*|favor\w*|meters|kilometers)\b`)
	// dayFirst is the end of an address in a country whose days come before the
	// month; those that the world over take for something else are not here.
	dayFirst = regexp.MustCompile(`\.(?:ac|ae|am|ar|at|au|az|be|bg|br|by|ch|cl|cy|cz|de|dk|dz|ec|ee|eg|es|fi|fj|fr|ge|gh|gr|hr|hu|id|ie|il|in|iq|is|it|jo|ke|kg|kz|lb|lk|lt|lu|lv|ma|md|mk|mt|mu|mx|my|na|ng|nl|no|nz|om|pe|pk|pl|pt|py|qa|ro|rs|ru|rw|sa|se|sg|si|sk|sn|th|tn|tr|tt|tz|ua|ug|uk|uy|uz|ve|vn|za|zm|zw)$`)
)

// openOrder reads a day of a header line that does not say which number is its
// month: the day that the text names, or lies near, while it does not name the
// other; else the one in the month that it names; else as it, its country or its
// spelling writes days. Where none tells, only the year is known.
func openOrder(doc *text.Document, line string) string {
	m := numbers.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[2])
	if a < 1 || a > 12 || b < 1 || b > 12 {
		return ""
	}
	european, us := fmt.Sprintf("%s-%02d-%02d", m[3], b, a), fmt.Sprintf("%s-%02d-%02d", m[3], a, b)
	if a == b {
		return us
	}
	nearEuropean, nearUS, inEuropean, inUS := 0, 0, 0, 0
	for _, d := range mention.Dates(doc.Content, mention.Anchor{Year: m[3]}) {
		from := d.Period.From
		if len(from) < 7 || from[:4] != m[3] || d.Period.Relative {
			continue
		}
		inEuropean, inUS = inEuropean+oneIf(from[:7] == european[:7]), inUS+oneIf(from[:7] == us[:7])
		if len(from) == 10 {
			nearEuropean, nearUS = nearEuropean+oneIf(apartBy(from, european) < 4), nearUS+oneIf(apartBy(from, us) < 4)
		}
	}
	dayHabit, monthHabit := habits(doc)
	for _, c := range [][2]int{{nearEuropean, nearUS}, {inEuropean, inUS}} {
		switch {
		case c[0] > 0 && c[1] == 0:
			return european
		case c[1] > 0 && c[0] == 0:
			return us
		}
	}
	switch {
	case dayHabit > monthHabit:
		return european
	case monthHabit > dayHabit:
		return us
	}
	return m[3]
}

// habits counts what tells that a text writes its days before their months, or
// behind them: first other days that can be read in one way only, then its
// country, then its spelling.
func habits(doc *text.Document) (dayHabit, monthHabit int) {
	for _, m := range numbers.FindAllStringSubmatch(doc.Content, -1) {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		dayHabit, monthHabit = dayHabit+oneIf(a > 12 && b <= 12), monthHabit+oneIf(b > 12 && a <= 12)
	}
	if dayHabit != monthHabit {
		return dayHabit, monthHabit
	}
	if one, other := twoOpen(doc.Content); one != other { // "10/06/2024, updated 10/05/2024"
		return one, other
	}
	if u, err := url.Parse(doc.Meta.URL); err == nil && dayFirst.MatchString(strings.ToLower(u.Hostname())) {
		return 1, 0
	}
	return len(british.FindAllString(doc.Content, -1)), len(american.FindAllString(doc.Content, -1))
}

// twoOpen compares the first two different days that a text prints in open
// order: they lie near each other in the order in which they are meant.
func twoOpen(content string) (dayHabit, monthHabit int) {
	ms := numbers.FindAllStringSubmatch(content, -1)
	for _, m := range ms {
		if m[0] == ms[0][0] || m[3] != ms[0][3] {
			continue
		}
		order := func(a, b int) int {
			return apartBy(fmt.Sprintf("%s-%02d-%02d", m[3], yearOf(m[a]), yearOf(m[b])), fmt.Sprintf("%s-%02d-%02d", m[3], yearOf(ms[0][a]), yearOf(ms[0][b])))
		}
		european, us := order(2, 1), order(1, 2) // 0 where one is no day
		return oneIf(european > 0 && european < min(us, 4)), oneIf(us > 0 && us < min(european, 4))
	}
	return 0, 0
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// apartBy is how many days lie between two.
func apartBy(a, b string) int {
	if b < a {
		a, b = b, a
	}
	return daysBetween(a, b)
}
