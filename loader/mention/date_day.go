package mention

import "time"

// dayOfMonth reads a day by its ordinal alone: "on the 14th", "the 22nd to the
// 24th", "on the 30th of that month".
func (p *dateParser) dayOfMonth(i int) int {
	if !p.ordinal(i) {
		return i
	}
	j, last := i+1, i
	if p.isJoint(j) || p.fold(j) == "and" || p.fold(j) == "until" {
		k := j + 1
		if p.fold(k) == "the" {
			k++
		}
		if p.ordinal(k) && p.day(k) > p.day(i) {
			last, j = k, k+1
		}
	}
	month, next := p.monthOf(j)
	if next == j && (!p.leadsToDay(i-2) || !endsPhrase(p, j) || p.fold(i-2) != "on" && j < len(p.ts) && p.ts[j].Capital()) {
		return i // "for the 17th Summit" is no day, "On the 17th President …" is
	}
	if month.m == 0 {
		when := p.tense(p.ts[i].Start, p.ts[j-1].End)
		if p.fold(i-2) == "for" { // "convened us for the 25th"
			when = comes
		}
		month = p.monthAt(p.day(last), when)
	}
	from := part{month.y, month.m, p.day(i)}
	if month.m == 0 || !from.valid() {
		return i
	}
	period := &Period{From: from.String(), Relative: true, Weak: "anchor"}
	if to := (part{month.y, month.m, p.day(last)}); last > i && to.valid() {
		period.To = to.String()
	}
	p.note(i, next, period)
	return next
}

// ordinal reports whether token i is a day's number as an ordinal behind "the".
func (p *dateParser) ordinal(i int) bool {
	s := p.fold(i)
	return p.fold(i-1) == "the" && len(s) > 2 && s[0] >= '1' && s[0] <= '9' && p.day(i) > 0 && (s[len(s)-1] == 'h' || s[len(s)-1] == 't' || s[len(s)-1] == 'd')
}

// leadsToDay reports whether a word may stand before "the 14th" of a month.
func (p *dateParser) leadsToDay(i int) bool {
	switch p.fold(i) {
	case "on", "from", "until", "till", "by", "between", "since", "spent", "spends", "to", "and", "for", "of", ",":
		return true
	}
	return false
}

// monthOf reads the month that an ordinal is said to be of: "of this month",
// "of that month". It is zero where none is, and next then is i.
func (p *dateParser) monthOf(i int) (month part, next int) {
	if p.fold(i) != "of" {
		return part{}, i
	}
	k := i + 1
	if p.fold(k) == "the" && p.fold(k+1) == "same" {
		k++
	}
	if p.fold(k+1) != "month" {
		return part{}, i
	}
	at := ""
	switch p.fold(k) {
	case "this", "current":
		at = p.anchor.Published
	case "last", "previous":
		at = p.shifted(p.anchor.Published, 0, -1, 0)
	case "next":
		at = p.shifted(p.anchor.Published, 0, 1, 0)
	case "that", "same":
		at = p.monthInMind()
	}
	if len(at) < 7 {
		return part{}, i
	}
	return partOf(at[:7]), k + 2
}

// monthInMind is the month last named: in the text so far, else before it.
func (p *dateParser) monthInMind() string {
	if m := p.monthNamed(); m != "" {
		return m
	}
	return p.anchor.Month
}

// aside reports whether what begins at a byte of the text tells in passing of
// what was before: "X, who had been in Oslo on 3 May, received her on the 10th".
func (p *dateParser) aside(at int) bool {
	had := false
	for i := len(p.ts) - 1; i >= 0; i-- {
		if p.ts[i].Start >= at {
			continue
		}
		switch p.fold(i) {
		case "had":
			had = true
		case ",", ";", ".", ":":
			return false
		case "who", "which", "whom", "where":
			return had
		}
	}
	return false
}

// monthNamed is the month last named in the text so far, or "".
func (p *dateParser) monthNamed() string {
	for k := len(p.out) - 1; k >= 0; k-- {
		if d := p.out[k].Period; d != nil && len(d.From) >= 7 && !p.aside(p.out[k].Start) {
			return d.From
		}
	}
	return ""
}

// monthAt is the month in which a day known by its number lies: that of a day
// named shortly before publication, or else the one nearest to publication on
// the side that the sentence looks to.
func (p *dateParser) monthAt(day int, when tense) part {
	if m := partOf(p.monthNamed()); m.m > 0 { // "in May and, on the 14th"
		return part{m.y, m.m, 0}
	}
	pub := partOf(p.anchor.Published)
	if pub.d == 0 {
		return part{}
	}
	if m := partOf(p.monthInMind()); m.m > 0 && when != comes { // a chronicle tells in the present
		m.d = 1
		if n := daysAfter(pub, m); n > 0 && n < 120 {
			return m
		}
	}
	m, ahead := part{pub.y, pub.m, 1}, when >= wished
	shift := 0
	switch {
	case ahead && day < pub.d:
		shift = 1
	case !ahead && day > pub.d:
		shift = -1
	}
	t := m.time().AddDate(0, shift, 0)
	return part{t.Year(), int(t.Month()), 0}
}

// numberedDay reads a weekday with the number of its day, "Monday 10": the one
// nearest to publication.
func (p *dateParser) numberedDay(i, wd int) int {
	j := i + 1
	if p.fold(j) == "." || p.fold(j) == "," {
		j++
	}
	if p.fold(j) == "the" {
		j++
	}
	day, pub := p.day(j), partOf(p.anchor.Published)
	if day == 0 || pub.d == 0 || j+1 < len(p.ts) && p.ts[j+1].Word() && !follows(p.fold(j+1)) {
		return i
	}
	for n := 0; n < 46; n++ {
		for _, d := range []int{n, -n} {
			if t := pub.time().AddDate(0, 0, d); t.Day() == day && t.Weekday() == time.Weekday(wd) {
				return p.numberedRun(i, j+1, dayOf(t))
			}
		}
	}
	return i
}

// numberedRun notes the day that ends before token j, to the one that a second
// weekday behind a dash gives: "THU 25 – FRI 26 JAN".
func (p *dateParser) numberedRun(i, j int, from part) int {
	k := j + 1
	if !p.isJoint(j) || shortWeekday(p.fold(k)) < 0 && weekdayNumber(p.fold(k)) < 0 {
		return p.hang(i, j, from.String())
	}
	if p.fold(k+1) == "." || p.fold(k+1) == "," {
		k++
	}
	d := p.day(k + 1)
	t := from.time()
	for n := 1; n < 8; n++ {
		if to := t.AddDate(0, 0, n); to.Day() == d {
			end := k + 2
			if m, next := p.month(end); m == int(to.Month()) {
				end = next
			}
			p.note(i, end, &Period{From: from.String(), To: dayOf(to).String(), Relative: true, Weak: "anchor"})
			return end
		}
	}
	return p.hang(i, j, from.String())
}

// shortWeekday is the number of an abbreviated weekday, which is one only with
// a day's number behind it; -1 for others.
func shortWeekday(fold string) int {
	switch fold {
	case "sun":
		return 0
	case "mon":
		return 1
	case "tue", "tues":
		return 2
	case "wed":
		return 3
	case "thu", "thur", "thurs":
		return 4
	case "fri":
		return 5
	case "sat":
		return 6
	}
	return -1
}
