package mention

// Anchor is what dates without a year, and dates such as "yesterday", hang on.
type Anchor struct {
	// Published is the date of publication, ISO 8601, as long as it is known.
	Published string
	// Year is the year that the text before spoke of, where it set a scene
	// ("In 2022, …"); it goes before the year of publication. Usually empty.
	Year string
	// Last is the last day named before, for "the next day"; "2024-04-24/2024-04-25"
	// where several days were named together, for "the second day".
	Last string
	// Month is the month last named before, for "the 30th of that month".
	Month string
	// Named is the year of the date last named before, however it was told, for
	// "that year", "that August".
	Named string
	// Under is the day of the heading above, in a text that is told day by day.
	Under string
}

// Carry takes over from the dates of a passage what those of the next hang on:
// the year that set the scene and the day last named.
func (a *Anchor) Carry(dates []Mention) {
	for _, d := range dates {
		if d.Period == nil || d.Period.From == "" {
			continue
		}
		a.Named = d.Period.From[:4]
		if d.Period.Scene && (a.Published == "" || d.Period.From[:4] <= a.Published[:4]) {
			a.Year = d.Period.From[:4]
		}
		if last := lastDay(d.Period); last != "" {
			a.Last = last
		}
		if len(d.Period.From) >= 7 {
			a.Month = d.Period.From[:7]
		}
	}
}

// lastDay is the day of a period, or its two ends.
func lastDay(p *Period) string {
	switch {
	case len(p.From) != 10:
		return ""
	case p.To == "":
		return p.From
	}
	return p.From + "/" + p.To
}

// Dates finds the times that a text names, in order. Where a date cannot be
// placed (no year, and nothing to infer it from), Period.From is empty: a date
// is never made up. Citations in brackets should be blanked by the caller, so
// that their dates are not taken for those of events.
func Dates(text string, a Anchor) []Mention {
	return dates(text, Tokens(text), a)
}

func dates(s string, ts []Token, a Anchor) []Mention {
	if !mayHoldDate(ts) {
		return nil
	}
	p := &dateParser{text: s, ts: ts, anchor: a, last: a.Last}
	for i := 0; i < len(ts); {
		n := p.at(i)
		if n <= i {
			i++
			continue
		}
		i = n
	}
	return p.out
}

// mayHoldDate is a cheap look for what every date has.
func mayHoldDate(ts []Token) bool {
	for i := range ts {
		if c := ts[i].Text[0]; c >= '0' && c <= '9' || calendarWord(ts[i].Fold) {
			return true
		}
	}
	return false
}

type dateParser struct {
	text   string
	ts     []Token
	anchor Anchor
	tenses []tenseWord // words of tense, once looked for
	looked bool
	year   int    // that the text set the scene with so far
	last   string // last day named so far
	out    []Mention
}

// found is a date form: tokens i to j, from one day to another.
type found struct {
	i, j     int
	from, to part
}

// at tries every form at token i and returns the token after the one that
// fits, or i.
func (p *dateParser) at(i int) int {
	for _, form := range []func(int) (found, bool){
		p.numeric, p.dayFirst, p.monthFirst, p.years,
	} {
		if f, ok := form(i); ok {
			if w := p.fold(f.j); w == "fiscal" || w == "financial" {
				p.note(f.i, f.j, &Period{}) // "the 2023-24 fiscal year" is no date of an event
				return f.j
			}
			p.emit(f)
			return f.j
		}
	}
	if n := p.relative(i); n > i {
		return n
	}
	return i
}

// emit notes a date that hangs on nothing but its year.
func (p *dateParser) emit(f found) {
	period := &Period{}
	if f.to.y == 0 && f.from.y != 0 {
		f.to.y = f.from.y
	}
	if f.from.y == 0 && f.to.y != 0 {
		f.from.y = f.to.y
		if !f.to.zero() && f.to.m < f.from.m {
			f.from.y--
		}
	}
	if f.from.y == 0 {
		period.Yearless, period.Weak = true, "year"
		y := p.inferYear(f)
		f.from.y = y
		if f.to.m != 0 {
			f.to.y = y
			if y != 0 && f.to.m < f.from.m {
				f.to.y++
			}
		}
	} else if p.setsScene(f) {
		p.year, period.Scene = f.from.y, !p.inRelative(f.i) && (f.from.m == 0 || f.i < sceneOpens)
	}
	if f.from.y != 0 {
		period.From = f.from.String()
		if !f.to.zero() && (f.to.m != 0 || f.to.y != f.from.y) {
			period.To = f.to.String()
		}
		if period.To == period.From {
			period.To = ""
		}
	}
	p.note(f.i, f.j, period)
}

// note adds a mention of tokens i to j.
func (p *dateParser) note(i, j int, period *Period) {
	start, end := p.ts[i].Start, p.ts[j-1].End
	p.out = append(p.out, Mention{Start: start, End: end, Kind: When, Surface: p.text[start:end], Entity: -1, Period: period})
	if d := lastDay(period); d != "" && !p.aside(start) {
		p.last = d
	}
}

// sceneOpens is how many words from the beginning of a sentence a day or month
// may stand to set the year of those behind: "On 3 May 2022, …". One told later
// is told in passing, and has its year because it is not that of the text.
const sceneOpens = 4

// setsScene reports whether a date with a year gives its year to later ones
// of the sentence: not "since 2013" or "by 2030".
func (p *dateParser) setsScene(f found) bool {
	switch p.fold(f.i - 1) {
	case "since", "by", "until", "till", "before", "after", "to", "through", "than", "the", "between":
		return false
	}
	if pub := partOf(p.anchor.Published).y; pub > 0 && f.from.y > pub {
		return false
	}
	if f.from.m == 0 && (p.fold(f.i-1) == "of" || p.compared(f.i)) {
		return false // "the accord of 2002", "the first since Moro in 2011"
	}
	return f.to.zero() || f.to.y == f.from.y
}

// compared reports whether "since" stands before token i in its clause, so that
// the year is one that something is only measured against.
func (p *dateParser) compared(i int) bool {
	for k := i - 1; k >= 0 && k >= i-10; k-- {
		switch p.fold(k) {
		case "since", "than":
			return true
		case ",", ";", ".", ":", "and":
			return false
		}
	}
	return false
}

// inRelative reports whether a relative clause of its sentence holds token i: a
// year told there in passing is that of no sentence behind.
func (p *dateParser) inRelative(i int) bool {
	for k := i - 1; k >= 0 && k >= i-40; k-- {
		switch p.fold(k) {
		case "which", "who", "whose", "whom", "that":
			return true
		case ";", ".", ":":
			return false
		}
	}
	return false
}

func (p *dateParser) fold(i int) string {
	if i < 0 || i >= len(p.ts) {
		return ""
	}
	return p.ts[i].Fold
}

func (p *dateParser) glued(i int) bool { return i >= 0 && i < len(p.ts) && p.ts[i].Glued }

// isDash reports whether token i is a dash or hyphen.
func (p *dateParser) isDash(i int) bool {
	switch p.fold(i) {
	case "-", "–", "—", "‐", "‑", "−", "‒":
		return true
	}
	return false
}

// isJoint reports whether token i joins the two ends of an interval.
func (p *dateParser) isJoint(i int) bool {
	switch p.fold(i) {
	case "to", "through", "till", "until", "/":
		return true
	}
	return p.isDash(i)
}
