package mention

import "regexp"

// soon is how many days after publication a date without a year may lie
// without any word that says it is still to come; slip how many it may where a
// word says that it is past, or before publication where one says that it is
// to come.
const (
	soon = 60
	slip = 7
)

// inferYear is the year of a day or month that is told without one: the year
// that set the scene, else the one in which it lies before or after
// publication as the words around it tell, else the one that puts it nearest,
// in the past unless it comes soon; 0 where nothing is known.
func (p *dateParser) inferYear(f found) int {
	pub := partOf(p.anchor.Published)
	if y := p.yearAround(f, pub); y > 0 {
		return y
	}
	if y := p.yearPointedTo(f); y > 0 {
		return y
	}
	if y := p.scene(); y > 0 && (y >= pub.y || !p.will(f)) && !(y == pub.y && p.tooLate(f, pub)) {
		return y
	}
	if pub.y == 0 {
		return 0
	}
	if pub.m == 0 {
		return pub.y
	}
	d := f.from
	d.y = pub.y
	after := daysAfter(d, pub)
	time := p.tense(p.ts[f.i].Start, p.ts[f.j-1].End)
	if p.attributive(f) && time != comes {
		time = timeless // "the April summit"
	}
	switch {
	case after > soon && time < wished, after > slip && time == gone:
		return pub.y - 1
	case after > 0:
		return pub.y
	case time == comes && after < -slip && !p.attributive(f),
		time >= wished && after < -120, time <= told && after < -335:
		return pub.y + 1
	}
	return pub.y
}

// yearAround is the year of a day that only tells more closely a date right
// before it ("a month later, on 20 February"), or that lies in the month of an
// earlier year that the paragraph has just named; 0 where it does neither.
func (p *dateParser) yearAround(f found, pub part) int {
	if f.from.d == 0 {
		return 0
	}
	if n := len(p.out); n > 0 && f.i > 2 && p.fold(f.i-1) == "on" && p.fold(f.i-2) == "," && p.out[n-1].End == p.ts[f.i-3].End {
		if o := p.out[n-1].Period; o != nil && o.From != "" && o.To == "" {
			if d := partOf(o.From); d.m == 0 || d.m == f.from.m {
				return d.y
			}
		}
	}
	if m := partOf(p.anchor.Month); m.m == f.from.m && (m.m != pub.m || pub.d == 0) && m.y > 0 && m.y < pub.y-1 {
		return m.y
	}
	return 0
}

// yearPointedTo is the year of a month or day that points to a date told before:
// "that August" lies in the year named last, and a day of the month just named
// with its year ("at the end of August 1991. On 29 August …") in that of the month.
func (p *dateParser) yearPointedTo(f found) int {
	if p.fold(f.i-1) == "that" && f.from.d == 0 && f.to.zero() {
		return p.yearInMind()
	}
	if m := partOf(p.monthInMind()[:min(len(p.monthInMind()), 7)]); f.from.d > 0 && m.m == f.from.m && m.y < partOf(p.anchor.Published).y-yearsBack && !p.will(f) {
		return m.y
	}
	return 0
}

// yearInMind is the year that "that year" means: the one that the sentence set,
// else that of the date last named, 0 where none is known.
func (p *dateParser) yearInMind() int {
	if p.year > 0 {
		return p.year
	}
	if n := len(p.out); n > 0 && p.out[n-1].Period.From != "" {
		return partOf(p.out[n-1].Period.From[:4]).y
	}
	for _, known := range []string{p.anchor.Named, p.last, p.anchor.Year} {
		if y := partOf(known).y; y > 0 {
			return y
		}
	}
	return 0
}

// yearsBack is how many years before publication a month must lie that gives its
// year to a day of its name: the days of this year's May are told beside a May not
// long ago.
const yearsBack = 2

// tooLate reports whether a date that is past by the words around it would lie
// well after publication in the year of that.
func (p *dateParser) tooLate(f found, pub part) bool {
	d := f.from
	d.y = pub.y
	return pub.m > 0 && daysAfter(d, pub) > soon && p.tense(p.ts[f.i].Start, p.ts[f.j-1].End) == gone
}

// attributive reports whether a date stands before the noun that it belongs
// to: "the May 9 parade".
func (p *dateParser) attributive(f found) bool {
	switch p.fold(f.i - 1) {
	case "the", "his", "her", "their", "its", "a", "that", "this":
		return f.j < len(p.ts) && p.ts[f.j].Word() && !follows(p.fold(f.j))
	}
	return false
}

// daysAfter is how many days d lies after pub, as the coarser of the two
// allows: months are compared where either has no day.
func daysAfter(d, pub part) int {
	if d.d == 0 || pub.d == 0 {
		return (d.y-pub.y)*365 + (d.m-pub.m)*30
	}
	return int(d.time().Sub(pub.time()).Hours() / 24)
}

// longestYearHeading is how many words a heading may have that stands for its
// year: "Visits in 2024".
const longestYearHeading = 4

// sectionYear is the year of the section that a heading opens, where the
// section before it was of the year given: "2024" sets it, "November" keeps
// it, any other heading ends it.
func sectionYear(heading, before string) string {
	p := &dateParser{text: heading, ts: Tokens(heading)}
	year, months, words := 0, 0, 0
	for i := range p.ts {
		if y := p.yearAt(i); y > 0 {
			if year > 0 && year != y {
				return ""
			}
			year = y
		}
		if m, _ := p.month(i); m > 0 {
			months++
		}
		if p.ts[i].Word() {
			words++
		}
	}
	switch {
	case year > 0 && words <= longestYearHeading:
		return part{y: year}.String()
	case year == 0 && months > 0 && words == months:
		return before
	}
	return ""
}

// future matches the words that put a clause after publication, whatever year
// the text spoke of before.
var future = regexp.MustCompile(`(?i)\b(?:will|shall|(?:is|are) (?:due|expected|scheduled|slated|set|to))\b[^.;:]{0,120}$`)

// will reports whether the clause before a date is of what is still to come.
func (p *dateParser) will(f found) bool {
	start := p.ts[f.i].Start
	return future.MatchString(p.text[max(0, start-140):start])
}
