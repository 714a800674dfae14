package claim

import (
	"slices"
	"time"

	"github.com/entente-graph/entente/loader/text"
)

// pair is an agreement and a visit, with the places where both are told that
// lie nearest to each other.
type pair struct {
	k      *Ranking
	a      *RankedAgreement
	v      *RankedVisit
	at     Evidence // where the agreement is told
	told   Evidence // where the visit is
	behind int      // passages from the visit's to the agreement's; negative where the visit is told later
}

func (k *Ranking) pair(a *RankedAgreement, v *RankedVisit) *pair {
	p := &pair{k: k, a: a, v: v}
	best := -1
	for _, x := range a.Told {
		for _, y := range v.Told {
			d := x.Passage - y.Passage
			far := 2 * d
			if d < 0 { // of two equally near the one told before is meant
				far = -2*d + 1
			}
			if best < 0 || far < best {
				best, p.at, p.told, p.behind = far, x, y, d
			}
		}
	}
	return p
}

// sides tells how the parties and the two sides of the visit agree.
func (p *pair) sides() []string {
	host, guest := p.v.binds(p.a)
	more := 0
	for _, x := range p.a.Parties {
		if x != p.v.To && !slices.Contains(p.v.From, x) {
			more++
		}
	}
	switch {
	case host && guest && more == 0:
		return []string{"sides"}
	case host && guest:
		return []string{"sides-and-more"}
	case len(p.a.Parties) < 2:
		return []string{"one-side-alone"}
	case host:
		return []string{"host-with-others"}
	}
	return []string{"guest-with-others"}
}

// dates tells how precisely the date lies within the stay.
func (p *pair) dates() []string {
	a, v := p.a.Date, p.v.Start
	switch {
	case a == "" && v == "":
		return []string{"both-undated"}
	case a == "":
		return []string{"agreement-undated"}
	case v == "":
		return []string{"visit-undated"}
	case p.v.soonAfter(a):
		return []string{"soon-after"}
	case len(a) == 10 && len(v) == 10:
		return []string{"day-in-stay"}
	case len(a) >= 7 && len(v) >= 7:
		return []string{"month-fits"}
	}
	return []string{"year-fits"}
}

// statuses tells how what became of both goes together.
func (p *pair) statuses() []string {
	planned := p.v.Status == "planned"
	switch p.a.Status {
	case "planned":
		if planned {
			return []string{"both-planned"}
		}
		return []string{"agreement-planned"}
	case "signed":
		if planned {
			return []string{"visit-planned"}
		}
		return nil
	}
	return []string{p.a.Status}
}

// distance tells how far the two are told from each other.
func (p *pair) distance() []string {
	var out []string
	switch d := p.behind; {
	case d == 0:
		return []string{"same-sentence"}
	case d == -1:
		out = []string{"visit-next"}
	case d < 0:
		out = []string{"visit-later"}
	case d == 1:
		out = []string{"one-before"}
	case d == 2:
		out = []string{"two-before"}
	case d <= 5:
		out = []string{"few-before"}
	case d <= 12:
		out = []string{"some-before"}
	default:
		out = []string{"far-before"}
	}
	if p.sameParagraph() {
		out = append(out, "same-paragraph")
	}
	return out
}

func (p *pair) sameParagraph() bool {
	ps := p.k.page.Document.Passages
	return ps[p.at.Passage].Paragraph == ps[p.told.Passage].Paragraph
}

// rivals tells how the visit stands among the others that the agreement could
// come from.
func (p *pair) rivals(visit int) []string {
	var out []string
	fitting, nearer, since, here, closer, just := 0, false, false, false, false, false
	for i := range p.k.Visits {
		o := &p.k.Visits[i]
		if i == visit {
			continue
		}
		q := p.k.pair(p.a, o)
		near := q.behind >= 0 && (p.behind < 0 || q.behind < p.behind)
		since = since || near
		here = here || q.behind == 0
		if p.k.fits(p.a, o) {
			fitting++
			nearer = nearer || near
			just = just || q.behind >= 0 && q.behind <= 1 && q.sameParagraph()
			closer = closer || len(o.Start) == 10 && len(p.a.Date) == 10 && len(p.v.Start) < 10
		}
	}
	fits := p.k.fits(p.a, p.v)
	if fits && fitting == 0 {
		out = append(out, "only-one-that-fits")
	}
	if fits && !nearer && p.behind >= 0 {
		out = append(out, "last-told-that-fits")
	}
	if !since && p.behind >= 0 {
		out = append(out, "last-told")
	}
	if fits && p.behind == 0 {
		out = append(out, "fits-and-here")
	}
	if fits && !since && p.behind > 0 && (p.behind <= 2 || p.sameParagraph()) {
		out = append(out, "fits-and-just-told")
	}
	if just && (p.behind > 1 || p.behind < 0) {
		out = append(out, "another-just-told")
	}
	if fits && p.behind == 1 && p.sameParagraph() {
		out = append(out, "fits-and-next")
	}
	if closer {
		out = append(out, "another-fits-to-the-day")
	}
	if here && p.behind != 0 {
		out = append(out, "another-in-sentence")
	}
	return out
}

// words tells what the agreement's sentence says of its occasion.
func (p *pair) words() []string {
	var out []string
	s := p.k.sentence(p.at.Passage)
	if p.pointsBack() && p.behind != 0 {
		out = append(out, "points-back")
	}
	if s.saysForum() {
		out = append(out, "forum")
	} else if p.atSummit() {
		out = append(out, "at-summit")
	}
	switch same, other := s.placed(p.v.To); {
	case same:
		out = append(out, "place-there")
	case other:
		out = append(out, "place-elsewhere")
	}
	if p.behind != 0 {
		switch mine, others := s.names(p.v); {
		case mine:
			out = append(out, "visitor-named")
		case others:
			out = append(out, "others-named")
		}
	}
	if len(p.a.Parties) > 2 {
		out = append(out, "many-parties")
	}
	if p.a.Recalled {
		out = append(out, "recalled")
	}
	return out
}

// atSummit reports whether a passage that tells of the agreement says that it
// was made at a summit or the like, and does not tell of the visit.
func (p *pair) atSummit() bool {
	for _, e := range p.a.Told {
		if slices.ContainsFunc(p.v.Told, func(x Evidence) bool { return x.Passage == e.Passage }) {
			return false
		}
	}
	for _, e := range p.a.Told {
		s := p.k.sentence(e.Passage)
		for k := range s.slots {
			switch s.slots[k].word {
			case "summit", "forum", "conference":
				if s.behindPreposition(k) {
					return true
				}
			}
		}
	}
	return false
}

// behindPreposition reports whether "at", "during" or the like opens the phrase
// that ends with slot k.
func (s *sentence) behindPreposition(k int) bool {
	for j := k - 1; j >= 0 && j >= k-5; j-- {
		switch s.slots[j].word {
		case "at", "during", "sidelines", "margins":
			return true
		}
	}
	return false
}

// part tells which part the visit, and the agreement, play in the document.
func (p *pair) part(visit int) []string {
	var out []string
	first, most, latest := true, true, p.v.Status == "completed" && p.v.Start != ""
	for i := range p.k.Visits {
		o := &p.k.Visits[i]
		if i == visit {
			continue
		}
		first = first && o.Told[0].Passage >= p.v.Told[0].Passage
		most = most && len(o.Told) < len(p.v.Told)
		latest = latest && !(o.Status == "completed" && o.Start > p.v.Start)
	}
	switch nearer := p.fitsNearer(visit); {
	case first && nearer:
		out = append(out, "first-but-another-nearer")
	case first:
		out = append(out, "first-visit-told")
	}
	if most {
		out = append(out, "most-told")
	}
	if latest {
		out = append(out, "latest")
	}
	if n := monthsBetween(p.v.Start, p.k.page.Published); n >= 3 && p.a.Date == "" && p.behind != 0 && (!p.justTold() || p.pointsBack()) {
		out = append(out, "long-past")
	}
	if p.k.page.Document.Passages[p.a.Told[0].Passage].Kind == text.Heading {
		out = append(out, "title")
		if first && p.k.fits(p.a, p.v) {
			out = append(out, "title-and-first")
		}
	}
	return out
}

// justTold reports whether the visit is the one that fits and stands in the
// sentence before, in the same paragraph.
func (p *pair) justTold() bool {
	return p.behind >= 0 && p.behind <= 1 && p.sameParagraph() && p.k.fits(p.a, p.v)
}

// fitsNearer reports whether another visit fits that is told nearer before the
// agreement.
func (p *pair) fitsNearer(visit int) bool {
	for i := range p.k.Visits {
		if i == visit || !p.k.fits(p.a, &p.k.Visits[i]) {
			continue
		}
		if q := p.k.pair(p.a, &p.k.Visits[i]); q.behind >= 0 && (p.behind < 0 || q.behind < p.behind) {
			return true
		}
	}
	return false
}

// monthsBetween is how many months of the calendar lie between two dates, -1
// where one of them is not known to the month.
func monthsBetween(from, to string) int {
	if len(from) < 7 || len(to) < 7 {
		return -1
	}
	a, errA := time.Parse("2006-01", from[:7])
	b, errB := time.Parse("2006-01", to[:7])
	if errA != nil || errB != nil {
		return -1
	}
	return 12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month())
}

// pointsBack reports whether the agreement's sentence speaks of its occasion as
// told before.
func (p *pair) pointsBack() bool {
	s := p.k.sentence(p.at.Passage)
	for k := range s.slots {
		if s.pointsBack(k) {
			return true
		}
	}
	return false
}

// pointsBack reports whether a slot is a noun for what was told before: "during
// the visit", "after their talks", "in the presence of the two".
func (s *sentence) pointsBack(k int) bool {
	switch w := s.slots[k].word; {
	case w == "presence":
		return true
	case s.slots[k].kind == slotVisit, w == "talks", w == "negotiations", w == "meeting":
	default:
		return false
	}
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s.slots[j].word {
		case "the", "this", "that", "his", "her", "their", "same", "'s":
			return true
		}
	}
	return false
}

// placed reports whether the sentence sets what it tells in a city of a state,
// or in a city elsewhere.
func (s *sentence) placed(state string) (there, elsewhere bool) {
	for k := 1; k < len(s.slots); k++ {
		if s.slots[k].kind != slotCapital || s.slots[k-1].word != "in" && s.slots[k-1].word != "at" && s.slots[k-1].word != "to" {
			continue
		}
		if s.slots[k].m.State == state {
			there = true
		} else {
			elsewhere = true
		}
	}
	return there, elsewhere
}

// names reports whether the sentence names a visitor or host, or only others.
func (s *sentence) names(v *RankedVisit) (mine, others bool) {
	for k := range s.slots {
		if s.slots[k].kind != slotLeader && s.slots[k].kind != slotOwner || s.slots[k].m.Entity < 0 {
			continue
		}
		if e := s.slots[k].m.Entity; slices.Contains(v.People, e) || slices.Contains(v.Hosts, e) {
			mine = true
		} else {
			others = true
		}
	}
	return mine, others
}
