package mention

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// month reads a month's name at token i; next is the token after it and its
// stop. "may" and "march" without a capital are no months.
func (p *dateParser) month(i int) (m, next int) {
	if i < 0 || i >= len(p.ts) || !p.ts[i].Capital() {
		return 0, i
	}
	m, short := monthNumber(p.ts[i].Fold)
	if m == 0 {
		return 0, i
	}
	next = i + 1
	if short && p.fold(next) == "." && p.glued(next) && next+1 < len(p.ts) {
		next++
	}
	return m, next
}

// day reads the number of a day, "24" or "24th", at token i; 0 where none is.
func (p *dateParser) day(i int) int {
	s := p.fold(i)
	if len(s) > 2 {
		switch s[len(s)-2:] {
		case "st", "nd", "rd", "th":
			s = s[:len(s)-2]
		}
	}
	if len(s) > 2 || s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 || p.fold(i+1) == "%" {
		return 0
	}
	return n
}

// yearAt reads a year of four digits at token i; 0 where none is.
func (p *dateParser) yearAt(i int) int {
	s := p.fold(i)
	if len(s) != 4 {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1500 || n > 2199 {
		return 0
	}
	return n
}

// yearAfter reads a year after a day or month: ", 2024", "2024", "of 2024",
// "of last year". next is the token after it; y is 0 where none follows.
func (p *dateParser) yearAfter(i int) (y, next int) {
	j := i
	if p.fold(j) == "," || p.fold(j) == "of" {
		j++
	}
	if y := p.yearAt(j); y > 0 && !p.counts(j) {
		return y, j + 1
	}
	if pub := partOf(p.anchor.Published).y; pub > 0 && p.fold(j+1) == "year" {
		switch p.fold(j) {
		case "last":
			return pub - 1, j + 2
		case "this":
			return pub, j + 2
		case "next":
			return pub + 1, j + 2
		}
	}
	return p.sameYear(i, j)
}

// sameYear reads a year that points to the one named before: "of the same
// year", "of that year".
func (p *dateParser) sameYear(i, j int) (y, next int) {
	if p.fold(j) == "the" && p.fold(j+1) == "same" || p.fold(j) == "that" && p.fold(j+1) == "same" {
		j++
	}
	if p.fold(j) != "same" && p.fold(j) != "that" || p.fold(j+1) != "year" {
		return 0, i
	}
	if known := p.yearInMind(); known > 0 {
		return known, j + 2
	}
	return 0, i
}

// counts reports whether the number at token i counts something, rather than
// being a year: "2000 people".
func (p *dateParser) counts(i int) bool {
	switch p.fold(i + 1) {
	case "people", "troops", "tons", "tonnes", "percent", "%", "km", "kilometers", "kilometres", "miles", "meters", "metres", "mw",
		"megawatts", "hectares", "million", "billion", "thousand", "soldiers", "students", "workers", "companies", "citizens", "dollars",
		"euros", "barrels", "trucks", "vehicles", "cars", "hours", "houses", "units", "refugees", "jobs", "men", "women", "children", "square", "cubic":
		return true
	}
	switch p.fold(i - 1) {
	case "$", "€", "£", "¥", "no", "number", "resolution", "than", "over", "nearly", "almost":
		return true
	}
	return false
}

// numeric reads 2024-04-24, 2024-04, 24.04.2024 and 24/04/2024. Where the
// order of day and month is open, only the year is taken.
func (p *dateParser) numeric(i int) (found, bool) {
	s := p.fold(i)
	if a := strings.Split(s, "."); len(a) == 3 && len(a[2]) == 4 {
		d, err1 := strconv.Atoi(a[0])
		m, err2 := strconv.Atoi(a[1])
		y, err3 := strconv.Atoi(a[2])
		f := found{i: i, j: i + 1, from: part{y, m, d}}
		return f, err1 == nil && err2 == nil && err3 == nil && d > 0 && m > 0 && y > 1500 && f.from.valid()
	}
	y := p.yearAt(i)
	if y == 0 {
		return p.slashed(i)
	}
	if !p.glued(i+1) || !p.glued(i+2) || !p.isDash(i+1) && p.fold(i+1) != "/" || len(p.fold(i+2)) != 2 {
		return found{}, false
	}
	m, err := strconv.Atoi(p.fold(i + 2))
	if err != nil || m < 1 || m > 12 {
		return found{}, false
	}
	if p.glued(i+3) && p.fold(i+3) == p.fold(i+1) && p.glued(i+4) {
		// "2024-04-24T10:00" is cut into "24T10"
		if d, err := strconv.Atoi(strings.SplitN(p.fold(i+4), "t", 2)[0]); err == nil && d > 0 {
			f := found{i: i, j: i + 5, from: part{y, m, d}}
			return f, f.from.valid()
		}
	}
	f := found{i: i, j: i + 3, from: part{y, m, 0}}
	return f, p.fold(i+1) == "-" && m <= y%100 && y%100 > 12
}

func (p *dateParser) slashed(i int) (found, bool) {
	y := p.yearAt(i + 4)
	if y == 0 || p.fold(i+1) != "/" && p.fold(i+1) != "-" || p.fold(i+3) != p.fold(i+1) || !p.glued(i+2) || !p.glued(i+3) || !p.glued(i+1) || !p.glued(i+4) {
		return found{}, false
	}
	a, b := p.day(i), p.day(i+2)
	f := found{i: i, j: i + 5, from: part{y: y}}
	switch {
	case a > 12 && b > 0 && b <= 12:
		f.from = part{y, b, a}
	case b > 12 && a > 0 && a <= 12:
		f.from = part{y, a, b}
	}
	return f, a > 0 && b > 0 && f.from.valid()
}

// dayFirst reads "24 April 2024", "24-25 April", "the 24th of April", "24, 25
// and 26 April", "30 April–1 May".
func (p *dateParser) dayFirst(i int) (found, bool) {
	d := p.day(i)
	if d == 0 || p.fold(i-1) == "." && p.glued(i) {
		return found{}, false
	}
	days, j := []int{i}, i+1
	for p.joinsDay(j) {
		n := j + 1
		if p.fold(j) == "," && p.fold(n) == "and" {
			n++
		}
		if p.fold(n) == "the" && p.ordinal(n+1) {
			n++
		}
		if p.day(n) == 0 {
			break
		}
		days, j = append(days, n), n+1
	}
	if p.fold(j) == "day" && p.fold(j+1) == "of" { // "on the 27th day of May"
		j++
	}
	if p.fold(j) == "of" || p.fold(j) == "-" && p.glued(j) {
		j++
	}
	m, next := p.month(j)
	if m == 0 || m == 5 && p.ts[j].Text != "May" && p.ts[j].Text != "MAY" {
		return found{}, false
	}
	if p.fold(next) == "-" && p.glued(next) && p.glued(next+1) && p.yearAt(next+1) > 0 {
		next++ // "6-May-2025"
	}
	y, next := p.yearAfter(next)
	f := found{i: i, j: next, from: part{y, m, d}}
	if len(days) > 1 {
		f.to = part{y, m, p.day(days[len(days)-1])}
		return p.several(f, days)
	}
	if to, n, ok := p.secondDayFirst(next); ok {
		f.to, f.j = to, n
		if to.y > 0 && f.from.y == 0 {
			f.from.y = to.y
			if to.m < m {
				f.from.y--
			}
		}
	}
	return f, f.from.valid() && f.to.valid()
}

// secondDayFirst reads the other end of "30 April – 1 May 2024".
func (p *dateParser) secondDayFirst(i int) (to part, next int, ok bool) {
	if !p.isJoint(i) {
		return part{}, 0, false
	}
	d := p.day(i + 1)
	m, j := p.month(i + 2)
	if d == 0 || m == 0 {
		return part{}, 0, false
	}
	y, j := p.yearAfter(j)
	return part{y, m, d}, j, true
}

// joinsDay reports whether token j may stand between two days of one month.
func (p *dateParser) joinsDay(j int) bool {
	return p.isJoint(j) || p.fold(j) == "and" || p.fold(j) == "," || p.fold(j) == "or" || p.fold(j) == "&"
}

// several settles a list of days, given by their tokens: consecutive ones and
// "to" are an interval; others are dates of their own, the last of which is
// returned.
func (p *dateParser) several(f found, days []int) (found, bool) {
	rising, consecutive := true, true
	for k := 1; k < len(days); k++ {
		step := p.day(days[k]) - p.day(days[k-1])
		rising, consecutive = rising && step > 0, consecutive && step == 1
	}
	if !rising || !f.from.valid() || !f.to.valid() {
		return found{}, false
	}
	joint := p.isJoint(days[0]+1) || p.fold(days[0]+1) == "and" && p.fold(f.i-1) == "between"
	if consecutive || len(days) == 2 && joint {
		return f, true
	}
	last := len(days) - 1
	for k, at := range days[:last] {
		d := found{i: at, j: at + 1, from: part{f.from.y, f.from.m, p.day(at)}}
		if k == 0 {
			d.i = f.i
		}
		p.emit(d)
	}
	return found{i: days[last], j: f.j, from: f.to}, true
}

// monthFirst reads "April 24, 2024", "March 11–12", "April 24 and 25", "April
// 30 to May 2", "April 2022", "April–June 2022" and, where the words before
// bear it out, "April".
func (p *dateParser) monthFirst(i int) (found, bool) {
	m, j := p.month(i)
	if m == 0 {
		return found{}, false
	}
	if d := p.day(j); d > 0 && !p.clock(j) {
		return p.monthDay(i, j, m)
	}
	f := found{i: i, from: part{m: m}}
	if p.isJoint(j) || p.fold(j) == "and" {
		if m2, j2 := p.month(j + 1); m2 > 0 && p.day(j2) == 0 {
			if y, next := p.yearAfter(j2); y > 0 && p.isJoint(j) {
				f.from.y, f.to, f.j = y, part{y, m2, 0}, next
				if m2 < m {
					f.from.y--
				}
				return f, true
			} else if y > 0 {
				f.from.y, f.j = y, j
				return f, true
			}
		}
	}
	f.from.y, f.j = p.yearAfter(j)
	if f.from.y > 0 {
		return f, true
	}
	return f, p.bareMonth(i, j)
}

// clock reports whether the number at token i is a time of day.
func (p *dateParser) clock(i int) bool {
	return p.fold(i+1) == ":" && p.glued(i+1) || p.fold(i+1) == "p.m" || p.fold(i+1) == "a.m"
}

// bareMonth reports whether a month's name at token i, without day or year, is
// a month: "in May", "the April summit"; not "Theresa May".
func (p *dateParser) bareMonth(i, next int) bool {
	if _, short := monthNumber(p.fold(i)); short {
		return false
	}
	switch p.fold(i - 1) {
	case "", "(": // "August was busier"
		switch p.fold(next) {
		case "was", "saw", "brought", "is", "will", "has", "began", "ended", "opened", "had", "went", "belonged":
			return i == 0 && p.fold(i) != "may" && p.fold(i) != "april" && p.fold(i) != "june"
		}
		return false
	case "in", "of", "since", "by", "until", "till", "late", "early", "from", "through", "before", "during", "mid", "and", "-", "–", "to", "after", "for":
		if b := p.fold(i - 1); b == "and" || b == "-" || b == "–" || b == "to" || b == "for" || b == "after" {
			m, _ := p.month(i - 2)
			return m > 0 || p.fold(i-2) == "mid" || (b == "after" || b == "for") && p.fold(i) != "may" && p.fold(i) != "april" && p.fold(i) != "june"
		}
		return true
	case "the", "his", "her", "their", "its", "a", "an", "this", "last", "next", "that":
		if p.fold(i-1) == "last" || p.fold(i-1) == "next" || p.fold(i-1) == "this" {
			return false // relative
		}
		r, _ := utf8.DecodeRuneInString(p.fold(next))
		return next < len(p.ts) && p.ts[next].Word() && !p.ts[next].Capital() && r != utf8.RuneError
	}
	return false
}

// monthDay reads the days after a month's name.
func (p *dateParser) monthDay(i, j, m int) (found, bool) {
	d := p.day(j)
	days := []int{j}
	j++
	for p.joinsDay(j) {
		n := j + 1
		if p.fold(j) == "," && p.fold(n) == "and" {
			n++
		}
		d2 := p.day(n)
		if d2 == 0 || p.counts(n) || p.clock(n) {
			break
		}
		if m2, _ := p.month(n + 1); m2 > 0 {
			break // "April 24 and 25 May"
		}
		if w := p.fold(n + 1); n+1 < len(p.ts) && p.ts[n+1].Word() && (p.fold(j) == "," || p.fold(j) == "and") && w != "and" && !follows(w) {
			break // "on April 24 and 25 agreements"
		}
		days, j = append(days, n), n+1
	}
	f := found{i: i}
	if len(days) == 1 && p.isJoint(j) {
		if m2, j2 := p.month(j + 1); m2 > 0 && p.day(j2) > 0 {
			y, next := p.yearAfter(j2 + 1)
			f.from, f.to, f.j = part{y, m, d}, part{y, m2, p.day(j2)}, next
			if m2 < m && y > 0 {
				f.from.y--
			}
			return f, f.from.valid() && f.to.valid()
		}
	}
	y, next := p.yearAfter(j)
	if y == 0 && len(days) == 1 {
		y, next = p.yearBehind(j)
	}
	f.from, f.j = part{y, m, d}, next
	if len(days) > 1 {
		f.to = part{y, m, p.day(days[len(days)-1])}
		return p.several(f, days)
	}
	return f, f.from.valid()
}

// yearBehind finds the year of "April 20" in "April 20 and July 31, 2023"; next
// stays the token after the day.
func (p *dateParser) yearBehind(i int) (y, next int) {
	if p.fold(i) != "and" && p.fold(i) != "," {
		return 0, i
	}
	if _, j := p.month(i + 1); j > i+1 && p.day(j) > 0 {
		y, _ = p.yearAfter(j + 1)
	}
	return y, i
}

// follows reports whether a word may follow a list of days, so that its last
// number is a day.
func follows(w string) bool {
	switch w {
	case "in", "at", "to", "for", "with", "on", "by", "as", "when", "where", "during", "after", "before", "of", "from", "respectively", "he", "she",
		"they", "the", "was", "were", "is", "are", "that", "which", "who", "while", "but", "under", "amid", "following", "would", "will":
		return true
	}
	return false
}
