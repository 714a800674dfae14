package mention

import (
	"slices"
	"sort"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/text"
)

// NewPage finds everything that a document names. Published is the date of
// publication that relative and yearless dates hang on, or empty.
func NewPage(doc *text.Document, published string) *Page {
	n := len(doc.Passages)
	p := &Page{Document: doc, Published: published, Mentions: make([][]Mention, n), Tokens: make([][]Token, n)}
	c := &composer{page: p, people: newPeople(), finders: make([]*finder, n), titled: make([][]titled, n), styled: map[int]map[string]bool{}, order: &namedStates{last: map[string]int{}}}
	sources := make([][]Mention, n)
	for _, s := range Sources(doc, published) {
		sources[s.Passage] = append(sources[s.Passage], s)
	}
	p.Quotations = Quotations(doc)
	sort.SliceStable(p.Quotations, func(i, j int) bool {
		a, b := p.Quotations[i], p.Quotations[j]
		return a.Passage < b.Passage || a.Passage == b.Passage && a.Start < b.Start
	})
	section := ""
	for i := range doc.Passages {
		if i > 0 && doc.Passages[i].Kind == text.Heading {
			section = sectionYear(doc.Passages[i].Text, section)
		}
		if i == 0 || doc.Passages[i].Paragraph != doc.Passages[i-1].Paragraph && doc.Passages[i].Lead < 0 {
			c.anchor = Anchor{Published: published, Year: section, Last: c.anchor.Last, Under: c.anchor.Under}
			c.anchor.underDay()
		}
		c.plain(i, sources[i])
		c.setDay(i)
	}
	c.counterparts()
	c.named()
	c.namesakes()
	for i := range doc.Passages {
		c.places(i)
		c.persons(i)
		p.Mentions[i] = ordered(p.Mentions[i])
	}
	c.people.finish()
	p.People = c.people.list
	c.cities()
	c.predicated()
	c.whoseBeside()
	c.whose()
	p.Home, _ = c.writesFrom()
	c.refer()
	c.whoseByRole()
	c.tied()
	return p
}

// composer puts a Page together.
type composer struct {
	page    *Page
	people  *people
	finders []*finder
	titled  [][]titled // by passage
	anchor  Anchor     // of the paragraph so far
	styled  map[int]map[string]bool
	untold  []untold       // titles that stand with a name and no state
	bears   map[string]int // style, as "majesty" → who was last named with it
	order   *namedStates   // so far
	// counted is how often somebody was meant so far in the section, subjects
	// twice; subjectAt is the paragraph of the last subject.
	counted   map[int]int
	subjectAt int
	ages      map[string]int // who is said to be of which age
	subject   int            // of the sentence before, -1 where none is
	// predicates are titles without a name that are said of somebody.
	predicates []untold
}

// blanked is a passage with its sources overwritten by spaces, so that their
// dates are not taken for those of events.
func blanked(s string, sources []Mention) string {
	if len(sources) == 0 {
		return s
	}
	b := []byte(s)
	for _, m := range sources {
		for k := m.Start; k < m.End; k++ {
			b[k] = ' '
		}
	}
	return string(b)
}

// barred is the text of a passage with bars for the tabs that part a row's cells,
// so that no name or clause runs over two of them.
func barred(p *text.Passage) string {
	if p.Kind != text.Row {
		return p.Text
	}
	return strings.ReplaceAll(p.Text, "\t", "|")
}

// plain takes sources, dates and quantities, and finds the gazetteer's names
// outside of sources and dates.
func (c *composer) plain(i int, sources []Mention) {
	p, s := c.page, barred(&c.page.Document.Passages[i])
	ts := Tokens(s)
	p.Tokens[i] = ts
	ms := append([]Mention(nil), sources...)
	open := blanked(s, sources)
	ots := ts
	if open != s {
		ots = Tokens(open)
	}
	dates := dates(open, ots, c.anchor)
	c.anchor.Carry(dates)
	for _, d := range append(dates, Quantities(open)...) {
		d.Passage, d.Entity = i, -1
		if d.Start < d.End && !overlaps(ms, d) {
			ms = append(ms, d)
		}
	}
	taken := make([]bool, len(ts))
	for _, m := range ms {
		if m.Kind == Quantity {
			continue // "18 Azerbaijani companies": names may stand within
		}
		k := sort.Search(len(ts), func(k int) bool { return ts[k].End > m.Start })
		for ; k < len(ts) && ts[k].Start < m.End; k++ {
			taken[k] = true
		}
	}
	p.Mentions[i] = ms
	c.finders[i] = newFinder(i, ts, taken, c.order)
	c.titled[i] = c.finders[i].titles()
}

func overlaps(ms []Mention, m Mention) bool {
	return slices.ContainsFunc(ms, func(o Mention) bool { return m.Start < o.End && o.Start < m.End })
}

// named registers the people whom the document names, full names first, so
// that bare ones find them.
func (c *composer) named() {
	for _, full := range []bool{true, false} {
		for i, f := range c.finders {
			s := c.page.Document.Passages[i].Text
			if full {
				for _, h := range f.hits {
					if h.kind == nameLeader {
						l := lexicon.Leaders()[h.leader].At(c.page.Published)
						c.people.add(f.text(s, h.from, f.suffixEnd(h.to)), l.State, l.Organization, h.leader)
					}
				}
			}
			for k := range c.titled[i] {
				t := &c.titled[i][k]
				if t.nameTo > t.nameFrom && (t.nameTo-t.nameFrom > 1) == full {
					c.register(f, s, t)
				}
			}
		}
	}
	c.bare()
}

// counterparts gives "his Kenyan counterpart X" the office of the person named
// before, where the passage itself names none.
func (c *composer) counterparts() {
	last := titled{office: -1}
	for i := range c.titled {
		for k := range c.titled[i] {
			t := &c.titled[i][k]
			if t.plain {
				continue
			}
			if t.title() == "" || t.couple {
				t.office, t.post, t.public = last.office, last.post, last.public
			}
			if (t.named() || t.definite && !t.partner) && (t.post != "" || t.office >= 0 && lexicon.Offices()[t.office].Rank < 5) {
				last = *t
			}
		}
	}
}

// register adds the person of a title, unless the title is one that needs a
// state or body and has none.
func (c *composer) register(f *finder, s string, t *titled) {
	surface := f.text(s, t.nameFrom, t.nameTo)
	known := -1
	if h := f.hit(t.nameFrom); h != nil && h.kind == nameLeader {
		known = h.leader
	}
	if t.bare && known < 0 && len(c.people.find(nameTokens(surface), "", "")) == 0 {
		t.nameTo = t.nameFrom
		return
	}
	if known < 0 && t.untold() {
		if t.lone() || f.strange(t.from-1) && !strings.Contains(t.title(), "minister") {
			if len(c.people.find(nameTokens(surface), "", "")) == 0 {
				t.nameTo = t.nameFrom
				return
			}
		}
	}
	if known < 0 && t.nameTo-t.nameFrom == 1 {
		if k, ok := distinctiveNames()[f.ts[t.nameFrom].Fold]; ok && agrees(lexicon.Leaders()[k], t) {
			known = k
		} else if k, ok := shortNames()[f.ts[t.nameFrom].Fold+" "+t.title()]; ok && agrees(lexicon.Leaders()[k], t) && len(c.people.byToken[f.ts[t.nameFrom].Fold]) == 0 {
			known = k
		}
	}
	state, body := t.state, t.body
	if known >= 0 {
		state, body = "", "" // a person's own state, not that of a second office
	}
	i := c.people.crowned(t, surface, f.text(s, max(t.nameFrom-1, 0), t.nameTo))
	if name := nameTokens(surface); i < 0 && known < 0 && len(c.people.find(name, "", "")) == 0 {
		if i = c.people.slip(name, t); i >= 0 {
			c.people.enrich(i, surface, name, state, body, -1)
		}
	}
	if i < 0 {
		i = c.people.add(surface, state, body, known)
	}
	if l := &c.people.list[i]; l.State == "" && l.Organization == "" {
		l.State, l.Organization = t.state, t.body
	}
	c.office(f, t, i)
}

// agrees reports whether a title may be the leader's: no other state is named.
func agrees(l lexicon.Leader, t *titled) bool {
	if t.state == "" && t.body == "" {
		return true
	}
	_, ok := l.Of(t.state, t.body)
	return ok
}

// strange reports whether token i is a capitalized word of something unknown
// ("Boeing president"), which the office may belong to.
func (f *finder) strange(i int) bool {
	if i <= 0 || i >= len(f.ts) {
		return false
	}
	t := &f.ts[i]
	return t.Capital() && f.at[i] < 0 && !words("notname").has(t.Fold) && !words("style").has(t.Fold) && !words("adjective").has(t.Fold) && !words("former").has(t.Fold) && !f.taken[i]
}

// needsWhom reports whether a title says nothing of a state unless one stands by.
func needsWhom(title string) bool {
	switch title {
	case "secretary-general", "leader", "chairman", "governor", "mayor", "adviser", "spokesperson", "ambassador", "director-general", "commissioner", "special envoy", "speaker", "prince", "princess", "general secretary", "regent", "secretary", "member of parliament":
		return true
	}
	return false
}

// office notes that the document gives a person an office.
func (c *composer) office(f *finder, t *titled, person int) {
	if t.untold() || t.title() == "" && !t.plain {
		return
	}
	l := &c.people.list[person]
	o := Office{
		Title: t.title(), State: t.state, Organization: t.body, Former: t.former,
		Passage: f.passage, Start: f.ts[t.from].Start, End: f.ts[t.to-1].End,
	}
	if o.Title == "leader" && slices.ContainsFunc(l.Offices, func(x Office) bool { return x.State == o.State }) {
		return // "the Russian leader" is no office beside that of president
	}
	l.Offices = append(l.Offices, o)
}

// bare registers well-known leaders whom the document names by family name alone.
func (c *composer) bare() {
	for _, f := range c.finders {
		for k := range f.ts {
			i, ok := distinctiveNames()[f.ts[k].Fold]
			if !ok || f.taken[k] || !f.ts[k].Capital() || !f.standsAlone(k, k+1) {
				continue
			}
			if len(c.people.alone(f.ts[k].Fold)) == 0 {
				l := lexicon.Leaders()[i].At(c.page.Published)
				c.people.add(f.ts[k].Text, l.State, l.Organization, i)
			}
		}
	}
}

// standsAlone reports whether the tokens are not part of a longer name.
func (f *finder) standsAlone(from, to int) bool {
	if h := f.hit(from); h != nil && h.kind != nameLeader {
		return false
	}
	if to < len(f.ts) && f.ts[to].Capital() && f.at[to] < 0 && !f.taken[to] && !words("notname").has(f.ts[to].Fold) && f.ts[to].Fold != "'s" {
		return false
	}
	if to+1 < len(f.ts) && dash(f.ts[to].Text) && f.ts[to].Glued && f.ts[to+1].Glued && f.ts[to+1].Capital() && f.ts[to].Text == "-" {
		return false
	}
	if from == 0 {
		return true
	}
	prev := &f.ts[from-1]
	if f.hangs(from) {
		return false
	}
	if dash(prev.Text) && prev.Glued && f.ts[from].Glued && from > 1 && f.ts[from-2].Capital() {
		return prev.Text != "-"
	}
	if !prev.Capital() || f.at[from-1] >= 0 || f.taken[from-1] {
		return true
	}
	return words("notname").has(prev.Fold) || words("style").has(prev.Fold) || words("adjective").has(prev.Fold) || strings.HasSuffix(prev.Text, ".") || f.fronted(from-1)
}

// fronted reports whether token i is a place of one word with which the
// sentence opens: "From Bergen Holm flew to Rome."
func (f *finder) fronted(i int) bool {
	if i != 1 {
		return false
	}
	switch f.fold(0) {
	case "from", "in", "at", "near", "outside":
		return true
	}
	return false
}
