package mention

import (
	"time"
)

// relative reads what hangs on the date of publication or on the day named
// before: "yesterday", "Monday", "last October", "this week", "two years ago",
// "the next day". It notes what it finds and returns the token after, or i.
func (p *dateParser) relative(i int) int {
	f := p.fold(i)
	switch f {
	case "yesterday", "today", "tomorrow", "tonight":
		shift := map[string]int{"yesterday": -1, "tomorrow": 1}[f]
		return p.hang(i, i+1, p.shifted(p.anchor.Published, 0, 0, shift))
	case "last", "next", "this", "past", "previous", "coming":
		if n := p.lastNextThis(i); n > i {
			return n
		}
	case "earlier", "later":
		if p.fold(i+1) == "in" && p.fold(i+2) == "the" {
			if n, ok := p.spanOf(i+3, 0); ok {
				return n
			}
		}
	case "fiscal", "financial", "fy":
		return p.fiscal(i)
	}
	for _, form := range []func(int) int{p.weekend, p.season, p.within, p.feast, p.dayOfStay} {
		if n := form(i); n > i {
			return n
		}
	}
	if n := p.sameDay(i); n > i {
		return n
	}
	if n := p.dayOfMonth(i); n > i {
		return n
	}
	if wd := weekdayNumber(f); wd >= 0 && p.ts[i].Capital() {
		return p.weekday(i, wd)
	}
	if wd := shortWeekday(f); wd >= 0 && p.ts[i].Capital() {
		return p.numberedDay(i, wd)
	}
	if n := smallNumber(f); n > 0 {
		if tens := smallNumber(p.fold(i - 2)); n < 10 && p.fold(i-1) == "-" && tens >= 20 && tens%10 == 0 { // "sixty-five years ago"
			n += tens
		}
		return p.ago(i, n)
	}
	return i
}

// hang notes a relative date; one that nothing is known to hang on stays empty.
func (p *dateParser) hang(i, j int, at string) int {
	weak := "anchor"
	p.note(i, j, &Period{From: at, Relative: true, Weak: weak})
	return j
}

// shifted moves a date by years, months or days, to the precision of the unit
// moved; "" where the anchor is not as precise.
func (p *dateParser) shifted(anchor string, years, months, days int) string {
	a := partOf(anchor)
	switch {
	case years != 0:
		if a.y == 0 {
			return ""
		}
		return part{y: a.y + years}.String()
	case months != 0:
		if a.m == 0 {
			return ""
		}
		t := part{a.y, a.m, 1}.time().AddDate(0, months, 0)
		return part{t.Year(), int(t.Month()), 0}.String()
	}
	if a.d == 0 {
		return ""
	}
	return dayOf(a.time().AddDate(0, 0, days)).String()
}

// fromLast is the day that lies so many days after the one named last, or the
// month where it was one of several.
func (p *dateParser) fromLast(days int) string {
	if len(p.last) != 10 {
		return p.last[:min(len(p.last), 7)]
	}
	return p.shifted(p.last, 0, 0, days)
}

// lastNextThis reads "last October", "last year", "this month", "next Monday",
// "this week". A week is as precise as the month that it lies in.
func (p *dateParser) lastNextThis(i int) int {
	step := map[string]int{"last": -1, "past": -1, "previous": -1, "next": 1}[p.fold(i)]
	if m, j := p.month(i + 1); m > 0 {
		if p.day(j) > 0 {
			return i
		}
		return p.hang(i, j, p.monthAround(m, step))
	}
	if wd := weekdayNumber(p.fold(i + 1)); wd >= 0 {
		return p.hang(i, i+2, p.weekdayAround(wd, step, true))
	}
	if n, ok := p.spanOf(i+1, step); ok {
		return n
	}
	switch p.fold(i + 1) {
	case "day":
		if p.fold(i) == "next" && p.last != "" {
			return p.hang(i, i+2, p.fromLast(1))
		}
		if p.fold(i) == "previous" && p.last != "" {
			return p.hang(i, i+2, p.fromLast(-1))
		}
	case "morning", "afternoon", "evening", "night":
		if p.fold(i) == "next" && p.last != "" {
			return p.hang(i, i+2, p.fromLast(1))
		}
		if p.fold(i) == "last" || p.fold(i) == "this" {
			return p.hang(i, i+2, p.shifted(p.anchor.Published, 0, 0, step))
		}
	}
	return i
}

// spanOf reads the "year", "month", "week" or season at token i that lies step
// away from that of publication, and notes it with the word before.
func (p *dateParser) spanOf(i, step int) (next int, ok bool) {
	pub := partOf(p.anchor.Published)
	at := ""
	switch p.fold(i) {
	case "year":
		if pub.y > 0 {
			at = part{y: pub.y + step}.String()
		}
	case "month":
		if pub.m > 0 {
			at = part{pub.y, pub.m, 0}.String()
			if step != 0 {
				at = p.shifted(p.anchor.Published, 0, step, 0)
			}
		}
	case "week":
		at = p.week(step)
	case "spring", "summer", "autumn", "winter", "fall":
		at = p.seasonAround(p.fold(i), step)
	default:
		return i, false
	}
	return p.hang(i-1, i+1, at), true
}

// week is the month of the week that lies step weeks away, or the year where
// the week lies in two months, or "".
func (p *dateParser) week(step int) string {
	pub := partOf(p.anchor.Published)
	if pub.d == 0 {
		return ""
	}
	t := pub.time()
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7+7*step)
	first, last := dayOf(monday), dayOf(monday.AddDate(0, 0, 6))
	switch {
	case first.m == last.m:
		return part{first.y, first.m, 0}.String()
	case first.y == last.y:
		return part{y: first.y}.String()
	}
	return ""
}

// monthAround is the last (next) month of a name before (after) publication;
// for "this", the one of the year of publication.
func (p *dateParser) monthAround(m, step int) string {
	pub := partOf(p.anchor.Published)
	if pub.y == 0 || step != 0 && pub.m == 0 {
		return ""
	}
	y := pub.y
	if step < 0 && m >= pub.m {
		y--
	}
	if step > 0 && m <= pub.m {
		y++
	}
	return part{y, m, 0}.String()
}

// weekdayAround is the nearest day of a name before publication for step < 0,
// after it for step > 0, or on its day unless strict; for step 0, that of the
// week of publication.
func (p *dateParser) weekdayAround(wd, step int, strict bool) string {
	pub := partOf(p.anchor.Published)
	if pub.d == 0 {
		return ""
	}
	t := pub.time()
	back := (int(t.Weekday()) - wd + 7) % 7
	switch {
	case back == 0 && strict && step != 0:
		return dayOf(t.AddDate(0, 0, 7*step)).String()
	case step > 0:
		return dayOf(t.AddDate(0, 0, (7-back)%7)).String()
	case step == 0:
		monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
		return dayOf(monday.AddDate(0, 0, (wd+6)%7)).String()
	}
	return dayOf(t.AddDate(0, 0, -back)).String()
}

// weekday reads "Monday" and "Monday, 24 April"; a weekday before a date is
// part of it.
func (p *dateParser) weekday(i, wd int) int {
	j := i + 1
	if p.fold(j) == "," || p.fold(j) == "(" {
		j++
	}
	if p.fold(j) == "the" {
		j++
	}
	for _, form := range []func(int) (found, bool){p.dayFirst, p.monthFirst} {
		if j >= len(p.ts) {
			break
		}
		if f, ok := form(j); ok && f.from.d > 0 && f.to.zero() {
			f.i = i
			if y := p.yearOfWeekday(f.from, wd); f.from.y == 0 && y > 0 {
				f.from.y = y
			}
			p.emit(f)
			return f.j
		}
	}
	if p.fold(i-1) == "every" || p.fold(i-1) == "each" {
		return i
	}
	if n := p.numberedDay(i, wd); n > i {
		return n
	}
	step := -1
	if p.looksAhead(p.ts[i].Start, p.ts[i].End) {
		step = 1
	}
	from := p.weekdayAround(wd, step, false) // today's, where it is that day
	if d := p.underWeekday(wd); d != "" {
		from = d
	}
	if p.fold(i+1) == "and" || p.isJoint(i+1) {
		if last := weekdayNumber(p.fold(i + 2)); last == (wd+1)%7 || last >= 0 && last != wd && p.isJoint(i+1) {
			return p.weekdays(i, from, last, step)
		}
	}
	return p.hang(i, p.pastHour(i+1), from)
}

// pastHour is the token behind "afternoon" and the like at token i, or i.
func (p *dateParser) pastHour(i int) int {
	switch p.fold(i) {
	case "morning", "afternoon", "evening", "night":
		return i + 1
	}
	return i
}

// yearOfWeekday is the year within one of publication in which a day of a
// month falls on the weekday told, or 0.
func (p *dateParser) yearOfWeekday(d part, wd int) int {
	pub := partOf(p.anchor.Published).y
	if pub == 0 {
		return 0
	}
	for _, y := range []int{pub, pub - 1, pub + 1} {
		d.y = y
		if d.valid() && d.time().Weekday() == time.Weekday(wd) {
			return y
		}
	}
	return 0
}
