package mention

// seasonMonths are the first month of a season and its last. A winter lies in
// two years and is none that could be told.
func seasonMonths(fold string) (first, last int) {
	switch fold {
	case "spring":
		return 3, 5
	case "summer":
		return 6, 8
	case "autumn", "fall":
		return 9, 11
	}
	return 0, 0
}

// season reads "in spring", "until the autumn", "last summer" as their year:
// the one that the words around put it into.
func (p *dateParser) season(i int) int {
	j := i
	if p.fold(j) == "the" {
		j++
	}
	first, last := seasonMonths(p.fold(j))
	if first == 0 || p.ts[j].Capital() || !endsPhrase(p, j+1) || p.fold(j+1) == "of" || p.yearAt(j+1) > 0 {
		return i
	}
	switch p.fold(i - 1) {
	case "in", "until", "till", "by", "before", "during", "since", "for", "to", "from":
	default:
		return i
	}
	if p.fold(j) == "fall" && (j == i || p.fold(i-1) != "in") {
		return i
	}
	return p.hang(i, j+1, p.yearOfSeason(first, last, p.looksAhead(p.ts[i].Start, p.ts[j].End)))
}

// yearOfSeason is the year of the season of two months that lies ahead of, or
// behind, publication; that of the scene where one is set.
func (p *dateParser) yearOfSeason(first, last int, ahead bool) string {
	pub := partOf(p.anchor.Published)
	if y := p.scene(); y > 0 && (!ahead || y >= pub.y) {
		return part{y: y}.String()
	}
	switch {
	case pub.m == 0:
		return ""
	case ahead && last < pub.m:
		pub.y++
	case !ahead && first > pub.m:
		pub.y--
	}
	return part{y: pub.y}.String()
}

// seasonAround is the year of "last summer" and "next spring", "" where that is
// open.
func (p *dateParser) seasonAround(fold string, step int) string {
	pub := partOf(p.anchor.Published)
	first, last := seasonMonths(fold)
	switch {
	case pub.y > 0 && step == 0:
		return part{y: pub.y}.String()
	case pub.m == 0 || first == 0 || step < 0 && last < pub.m || step > 0 && first > pub.m:
		return ""
	}
	return part{y: pub.y + step}.String()
}

// scene is the year that the text before set, 0 where none.
func (p *dateParser) scene() int {
	if p.year > 0 {
		return p.year
	}
	return partOf(p.anchor.Year).y
}

// weekend reads "at the weekend", "this weekend" as the month in which it lies.
func (p *dateParser) weekend(i int) int {
	j, step := i+1, 0
	switch p.fold(i) {
	case "the", "this":
		if w := p.fold(j); w == "past" || w == "last" || w == "coming" || w == "following" {
			j++
		}
	case "last", "past":
		step = -1
	case "next", "coming":
		step = 1
	default:
		return i
	}
	if p.fold(j) != "weekend" || p.fold(i) == "the" && p.fold(i-1) != "at" && p.fold(i-1) != "over" && p.fold(i-1) != "on" {
		return i
	}
	pub := partOf(p.anchor.Published)
	if pub.d == 0 {
		return p.hang(i, j+1, "")
	}
	if step == 0 && p.looksAhead(p.ts[i].Start, p.ts[j].End) {
		step = 1
	}
	saturday := pub.time().AddDate(0, 0, -(int(pub.time().Weekday())+1)%7)
	if step > 0 {
		saturday = saturday.AddDate(0, 0, 7)
	}
	first, last := dayOf(saturday), dayOf(saturday.AddDate(0, 0, 1))
	if first.m != last.m {
		return p.hang(i, j+1, "")
	}
	return p.hang(i, j+1, part{first.y, first.m, 0}.String())
}

// within reads a stretch of the month or year that the text is in: "at the end
// of the month", "by the end of the year", "within the year", "in the current
// year", "before the month is out".
func (p *dateParser) within(i int) int {
	var j int
	switch p.fold(i) {
	case "end", "middle", "beginning", "start", "half", "quarter", "close", "course":
		if p.fold(i+1) != "of" || p.fold(i+2) != "the" && p.fold(i+2) != "this" && p.fold(i+2) != "that" {
			return i
		}
		j = i + 3
	case "the":
		if w := p.fold(i - 1); w != "within" && w != "before" && w != "in" && w != "of" || p.fold(i+1) != "current" && p.fold(i+2) != "is" && w != "within" {
			return i
		}
		j = i + 1
	default:
		return i
	}
	if p.fold(j) == "current" {
		j++
	}
	unit := p.fold(j)
	if unit != "month" && unit != "year" || !endsPhrase(p, j+1) {
		return i
	}
	at := p.anchor.Published
	if p.fold(j-1) != "current" && p.fold(j-1) != "this" && !p.looksAhead(p.ts[i].Start, p.ts[j].End) && !p.limits(i) {
		if m := p.monthInMind(); m != "" {
			at = m
		}
	}
	if unit == "year" {
		if y := p.scene(); y > 0 && at != p.anchor.Published {
			at = part{y: y}.String()
		}
		return p.hang(i, j+1, at[:min(4, len(at))])
	}
	if len(at) < 7 {
		at = ""
	}
	return p.hang(i, j+1, at[:min(7, len(at))])
}

// limits reports whether the words before token i set a term: "by the end".
func (p *dateParser) limits(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch p.fold(k) {
		case "by", "before", "until", "till", "within":
			return true
		}
	}
	return false
}

// feast reads "before Christmas" as its month, "New Year's Day" as its day.
func (p *dateParser) feast(i int) int {
	pub := partOf(p.anchor.Published)
	if p.fold(i) == "christmas" && p.ts[i].Capital() && endsPhrase(p, i+1) && pub.m > 0 {
		switch p.fold(i - 1) {
		case "before", "by", "until", "till", "at", "around", "after", "over":
			y := pub.y
			if pub.m < 12 && !p.looksAhead(p.ts[i].Start, p.ts[i].End) && !p.limits(i) && !p.hoped(i) {
				y--
			}
			return p.hang(i, i+1, part{y, 12, 0}.String())
		}
	}
	if p.fold(i) != "new" || p.fold(i+1) != "year" || p.fold(i+2) != "'s" && p.fold(i+2) != "’s" || p.fold(i+3) != "day" {
		return i
	}
	if y, next := p.yearAfter(i + 4); y > 0 {
		p.note(i, next, &Period{From: part{y, 1, 1}.String()})
		return next
	}
	if pub.y == 0 {
		return i
	}
	return p.hang(i, i+4, part{pub.y, 1, 1}.String())
}

// hoped reports whether the words right before token i speak of what is still
// to come: "is hoped for before Christmas".
func (p *dateParser) hoped(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch p.fold(k) {
		case "hoped", "wanted", "finished", "ready", "foreseen":
			return true
		}
	}
	return false
}

// dayAndMonth reads the day of what a bracket cites where it is no more than two
// numbers, "24/1" or "13/11"; a second number that is no month's is the day.
func (p *dateParser) dayAndMonth(i int) (found, bool) {
	if p.fold(i+1) != "/" || !p.glued(i+1) || !p.glued(i+2) || i > 0 && p.glued(i) || p.glued(i+3) && (p.fold(i+3) == "/" || p.fold(i+3) == "-") {
		return found{}, false
	}
	d, m := p.day(i), p.day(i+2)
	if m > 12 {
		d, m = m, d
	}
	f := found{i: i, j: i + 3, from: part{m: m, d: d}}
	return f, d > 0 && m > 0 && m <= 12
}
