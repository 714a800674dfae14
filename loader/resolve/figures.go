package resolve

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
)

// figure is a member: a number, what it counts, and what binds it to others:
// the states and organizations that it is about, and the visits that its
// document tells of.
type figure struct {
	Value    float64  `json:"v"`
	Unit     string   `json:"u,omitempty"`
	Currency string   `json:"c,omitempty"`
	Period   string   `json:"p,omitempty"`
	Name     string   `json:"n,omitempty"`
	About    []string `json:"a,omitempty"` // clusters, sorted
	Visits   []string `json:"s,omitempty"` // clusters of dated ones, sorted
	Between  string   `json:"b,omitempty"` // the two states that are spoken of there

	digits int
	topic  []string
}

// digest is how many visits a document may tell of for them to say what its
// figures are about.
const digest = 3

func figureMember(s *said, e *claim.Entity) string {
	m := figure{Unit: folded(text(e, "unit")), Currency: text(e, "currency"), Period: text(e, "period"), Name: folded(text(e, "name"))}
	m.Value, _ = e.Properties["value"].(float64)
	for _, f := range s.from[e.Ref] {
		if to := s.entities[f.To]; f.Type == "ABOUT" && (to.Label == "State" || to.Label == "Organization") {
			m.About = append(m.About, s.clusters[f.To])
		}
	}
	for i := range s.Entities {
		if v := &s.Entities[i]; v.Label == "Visit" && precision(text(v, "startDate")) >= 2 {
			m.Visits = append(m.Visits, s.clusters[v.Ref])
		}
	}
	if len(e.Evidence) > 0 {
		m.Between = s.between(e.Evidence[0].Passage)
	}
	slices.Sort(m.About)
	slices.Sort(m.Visits)
	m.About, m.Visits = slices.Compact(m.About), slices.Compact(m.Visits)
	if len(m.Visits) > digest {
		m.Visits = nil
	}
	return pack(m)
}

// reach is how many passages before a figure may name the states that it is told of.
const reach = 6

// between are the two states that a document speaks of in a passage and, as far
// as it names fewer, in those before: by name, or by who acts for them. It is ""
// where it speaks of more.
func (s *said) between(passage int) string {
	if s.spoken == nil {
		s.spoken = make([][]string, len(s.Passages))
		for _, m := range s.Mentions {
			s.spoken[m.Passage] = append(s.spoken[m.Passage], s.statesOf(m.Of)...)
		}
	}
	var found []string
	for p := passage; p >= 0 && p > passage-reach && len(found) < 2; p-- {
		found = append(found, s.spoken[p]...)
		slices.Sort(found)
		found = slices.Compact(found)
	}
	if len(found) != 2 {
		return ""
	}
	return strings.Join(found, " ")
}

// statesOf is the state that is named, or that the person named acts for.
func (s *said) statesOf(ref claim.Ref) []string {
	e := s.entities[ref]
	if e.Label == "State" {
		return []string{s.clusters[ref]}
	}
	var out []string
	if e.Label == "Leader" {
		for _, f := range s.from[ref] {
			if f.Type == "HOLDS_OFFICE" && s.entities[f.To].Label == "State" {
				out = append(out, s.clusters[f.To])
			}
		}
	}
	return out
}

// contexts are what a figure may be told of.
func (f *figure) contexts() []string {
	out := slices.Concat(f.About, f.Visits)
	switch {
	case f.Between != "":
		out = append(out, f.Between)
	case len(f.About) == 2:
		out = append(out, strings.Join(f.About, " "))
	}
	return out
}

func (f *figure) prepare() {
	f.digits = significant(f.Value)
	for _, w := range words(f.Name) {
		switch w {
		case "trade", "turnover", "commerce", "commercial", "exchange", "exchanges", "volume":
			w = "trade"
		case "aid", "assistance":
			w = "aid"
		case "price", "cost", "costs":
			w = "cost"
		case "billion", "million", "trillion", "thousand", "dollars", "euros", "year", "two", "way", "bilateral", "total", "last", "current", "mutual", "the", "of", "and":
			continue
		}
		if len(w) > 2 && w[0] > '9' && !slices.Contains(f.topic, w) {
			f.topic = append(f.topic, w)
		}
	}
}

// significant is how many digits of a number tell something, at most six.
func significant(v float64) int {
	s := strconv.FormatFloat(math.Abs(v), 'e', 5, 64)
	mantissa, _, _ := strings.Cut(s, "e")
	return max(1, len(strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0")))
}

// counts reports whether two figures count the same: a currency, or things whose
// names share a word.
func (f *figure) counts(o *figure) bool {
	return f.Currency == o.Currency && (f.Currency != "" || f.Unit == o.Unit || shareAny(words(f.Unit), words(o.Unit)))
}

// identity is what two figures that need nothing else to be one have in common.
func (f *figure) identity() string {
	g := *f
	g.Visits, g.Between = nil, ""
	return pack(g)
}

// figureKeys: what is the same but for what the document else tells; the number
// itself, with each thing that it is about and each visit; and, where a rounder
// one could be seen to be the same, the round numbers next to it.
func figureKeys(f *figure) []string {
	keys := []string{"same " + f.identity()}
	if f.Value == 0 {
		return keys
	}
	for _, c := range f.contexts() {
		keys = append(keys, c+" "+f.Currency+" "+strconv.FormatFloat(f.Value, 'g', -1, 64))
	}
	if f.Period == "" {
		return keys
	}
	step := math.Pow(10, math.Floor(math.Log10(math.Abs(f.Value))))
	for _, v := range []float64{math.Floor(f.Value / step), math.Ceil(f.Value / step)} {
		round := f.Currency + " " + strconv.FormatFloat(v*step, 'e', 0, 64) + " " + f.Period
		for _, c := range f.contexts() {
			for _, w := range f.topic {
				keys = append(keys, c+" "+round+" "+w)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// partitionFigures places the numbers with more digits first, and those of a
// known period. Alike are those with one identity, and those that tell one
// number of one thing in one context; a rounder number joins the one that it
// rounds, and one without a period the one that fits it, if it is one.
func partitionFigures(members []string, all []*figure) map[string]string {
	ids := make([]string, len(all))
	for i, f := range all {
		ids[i] = f.identity()
	}
	p := placing{n: len(all)}
	p.level = func(i int) int {
		n := 2 * (6 - all[i].digits)
		if all[i].Period == "" {
			n++
		}
		return n
	}
	p.alike = func(i, j int) bool { return ids[i] == ids[j] || all[i].Period == all[j].Period && all[i].tells(all[j]) }
	p.clash = func(i, j int) bool { return !all[i].suits(all[j]) }
	p.fits = func(i int, placed []int) bool {
		found := false
		for _, j := range placed {
			if !all[i].suits(all[j]) {
				return false
			}
			found = found || all[i].tells(all[j])
		}
		return found
	}
	return p.run().assign(members, func(a, b int) bool {
		if x, y := p.level(a), p.level(b); x != y {
			return x < y
		}
		return members[a] < members[b]
	})
}

// suits reports whether nothing speaks against a figure being another, or that
// one rounded.
func (f *figure) suits(o *figure) bool {
	if f.digits > o.digits {
		f, o = o, f
	}
	return f.counts(o) && (f.Period == o.Period || f.Period == "" || o.Period == "") &&
		(len(f.About) == 0 || len(o.About) == 0 || within(f.About, o.About) || within(o.About, f.About)) && f.rounds(o)
}

// rounds reports whether a number is another one, with as many digits as it has.
func (f *figure) rounds(o *figure) bool {
	return f.digits == o.digits && f.Value == o.Value || f.digits < o.digits && rounds(f.Value, o.Value)
}

// rounds reports whether a number is a more exact one, rounded.
func rounds(v, exact float64) bool {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(exact, 'e', significant(v)-1, 64), 64)
	return err == nil && rounded == v
}

// tells reports whether a figure tells of what another one tells: of the same
// thing in the same context. What has no name must agree in period and in
// digits that are no chance.
func (f *figure) tells(o *figure) bool {
	if !f.suits(o) || !shareAny(f.contexts(), o.contexts()) {
		return false
	}
	known := f.Period == o.Period && f.Period != ""
	if f.Value != o.Value {
		return known && shareAny(f.topic, o.topic)
	}
	return shareAny(f.topic, o.topic) || known && f.digits > 2 && (len(f.topic) == 0 || len(o.topic) == 0)
}
