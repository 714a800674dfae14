package mention

// weekdays notes "Monday and Tuesday", "Monday to Wednesday" at token i: from
// a day to the next one of the name last. Where that comes to lie after
// publication though what is told is past, both are of the week before.
func (p *dateParser) weekdays(i int, from string, last, step int) int {
	if len(from) != 10 {
		return p.hang(i, i+3, "")
	}
	first := partOf(from).time()
	days := (last - int(first.Weekday()) + 7) % 7
	if pub := partOf(p.anchor.Published).time(); step < 0 && first.AddDate(0, 0, days).After(pub) {
		first = first.AddDate(0, 0, -7)
	}
	p.note(i, i+3, &Period{From: dayOf(first).String(), To: dayOf(first.AddDate(0, 0, days)).String(), Relative: true, Weak: "anchor"})
	return i + 3
}

// ago reads "three days ago", "two years earlier" of publication, and "a day
// later", "a week afterward" of the day named before. A count of weeks is as
// precise as the month, since nobody counts their days.
func (p *dateParser) ago(i, n int) int {
	unit, after := p.fold(i+1), p.fold(i+2)
	years, months, days, length := 0, 0, 0, 10
	switch unit {
	case "year", "years":
		years = n
	case "month", "months":
		months = n
	case "week", "weeks":
		days, length = 7*n, 7
	case "fortnight", "fortnights":
		days, length = 14*n, 7
	case "day", "days":
		days = n
	default:
		return i
	}
	switch after {
	case "ago":
		if to := p.fold(i + 4); years > 0 && p.fold(i+3) == "this" && (to == "month" || to == "week") { // "fifty years ago this month"
			if pub := partOf(p.anchor.Published); pub.m > 0 {
				return p.hang(i, i+5, part{y: pub.y - years, m: pub.m}.String())
			}
		}
		d := p.shifted(p.anchor.Published, -years, -months, -days)
		return p.hang(i, i+3, d[:min(len(d), length)])
	case "later", "afterward", "afterwards", "on":
		if after == "on" && (i+3 < len(p.ts) && p.ts[i+3].Word() || p.fold(i-1) == "for") {
			return i
		}
	case "earlier", "before", "previously", "beforehand":
		if after == "before" && i+3 < len(p.ts) && p.ts[i+3].Word() {
			return i // "two days before the summit"
		}
		years, months, days = -years, -months, -days
	default:
		return i
	}
	if n := len(p.out); days == 0 && n > 0 {
		if from := p.out[n-1].Period.From; len(from) == 4 || len(from) == 7 { // "in May 2014 …, four years later"
			if months == 0 {
				from = from[:4]
			}
			return p.hang(i, i+3, p.shifted(from, years, months, 0))
		}
	}
	if p.last == "" {
		return i
	}
	if len(p.last) > 10 && days != 0 {
		return p.hang(i, i+3, p.fromLast(days))
	}
	d := p.shifted(p.last[:10], years, months, days)
	return p.hang(i, i+3, d[:min(len(d), length)])
}

// sameDay reads what points to the day, month or year named before: "the same
// day", "that evening", "the following morning", "the day before", "later that
// month", "May of that year".
func (p *dateParser) sameDay(i int) int {
	if m, j := p.month(i + 1); p.fold(i) == "following" && m > 0 && p.day(j) == 0 {
		return p.hang(i, j, p.monthAfter(m))
	}
	if p.last == "" {
		return p.sameMonth(i)
	}
	shift := 0
	switch p.fold(i) {
	case "same", "that":
	case "following":
		shift = 1
	case "year", "month":
		if p.fold(i-1) == "the" && p.fold(i+1) == "before" && (i+2 == len(p.ts) || !p.ts[i+2].Word()) {
			if p.fold(i) == "year" {
				return p.hang(i, i+2, p.shifted(p.last[:4], -1, 0, 0))
			}
			return p.hang(i, i+2, p.shifted(p.last[:7], 0, -1, 0))
		}
		return i
	case "day", "evening", "night", "afternoon", "morning":
		if w := p.fold(i + 1); p.fold(i-1) == "the" && (w == "after" || w == "before") && (i+2 == len(p.ts) || !p.ts[i+2].Word()) {
			if shift = 1; w == "before" {
				shift = -1
			}
			return p.hang(i, i+2, p.fromLast(shift))
		}
		return i
	default:
		return i
	}
	j := i + 1
	if p.fold(i) == "that" && p.fold(j) == "same" {
		j++
	}
	if p.fold(i) == "that" && !endsPhrase(p, j+1) {
		return i // "that day trips", "that month-long"
	}
	switch p.fold(j) {
	case "day", "morning", "afternoon", "evening", "night":
		return p.hang(i, j+1, p.fromLast(shift))
	case "month":
		if shift == 0 {
			return p.hang(i, j+1, p.inMind())
		}
		return p.hang(i, j+1, p.shifted(p.last[:7], 0, 1, 0))
	case "year":
		if shift == 0 {
			return p.hang(i, j+1, part{y: p.yearInMind()}.String())
		}
		return p.hang(i, j+1, p.shifted(p.last[:4], shift, 0, 0))
	}
	return i
}

// monthAfter is the first month of a name that follows the one named last.
func (p *dateParser) monthAfter(m int) string {
	from := p.last
	if n := len(p.out); n > 0 && p.out[n-1].Period.From != "" {
		from = p.out[n-1].Period.From
	} else if p.anchor.Month != "" { // of what the paragraph named last, days or not
		from = p.anchor.Month
	}
	at := partOf(from[:min(len(from), 7)])
	switch {
	case at.y == 0:
		return ""
	case at.m > 0 && m > at.m:
		return part{at.y, m, 0}.String()
	}
	return part{at.y + 1, m, 0}.String()
}

// endsPhrase reports whether the phrase before token i is over: a mark, the
// end, or a word that may follow a date.
func endsPhrase(p *dateParser, i int) bool {
	if i >= len(p.ts) || !p.ts[i].Word() {
		return p.fold(i) != "-"
	}
	return follows(p.fold(i)) || p.ts[i].Capital()
}

// dayOfStay reads "the second day", "the first day", "the final day" of the
// days named together before.
func (p *dateParser) dayOfStay(i int) int {
	if len(p.last) != 21 || p.fold(i+1) != "day" {
		return i
	}
	n := map[string]int{"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1, "closing": -1, "concluding": -1}[p.fold(i)]
	from, to := p.last[:10], p.last[11:]
	at := p.shifted(from, 0, 0, n-1)
	switch {
	case n == 0:
		return i
	case n < 0:
		at = to
	case n == 1:
		at = from
	case at > to:
		return i
	}
	stay := p.last
	n = p.hang(i, i+2, at)
	p.last = stay
	return n
}

// fiscal reads a year of accounts, "fiscal year 2023/24", "FY2024", which is
// no date of an event: it is noted without one.
func (p *dateParser) fiscal(i int) int {
	j := i + 1
	if p.fold(j) == "year" {
		j++
	}
	f, ok := p.years(j)
	if !ok {
		return i
	}
	p.note(i, f.j, &Period{})
	return f.j
}

// sameMonth reads "the same month" where only a month has been named before.
func (p *dateParser) sameMonth(i int) int {
	if m := p.inMind(); m != "" && p.fold(i) == "same" && p.fold(i+1) == "month" {
		return p.hang(i, i+2, m)
	}
	return i
}

// inMind is the month that "the same month" means: the one named last, with its
// day or without, or "".
func (p *dateParser) inMind() string {
	if m := p.monthInMind(); m != "" {
		return m[:7]
	}
	return p.last[:min(len(p.last), 7)]
}
