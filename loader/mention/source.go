package mention

import (
	"regexp"
	"sort"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/text"
)

// Sources finds the sources that a document cites: in brackets and notes with
// outlet and date, in running text ("Reuters reported on 23 May"), and behind
// links. Those of a passage are sorted and do not overlap.
//
// A date without a year takes the latest year that does not put it after
// publication, unless the sentence speaks of the same month of an earlier one.
// Where published is empty, such a date is given as "--04-24".
func Sources(doc *text.Document, published string) []Mention {
	s := &sources{doc: doc, published: published, names: acronyms(doc), anchor: Anchor{Published: published}}
	var out []Mention
	for i := range doc.Passages {
		p := &doc.Passages[i]
		s.found = nil
		switch p.Kind {
		case text.Heading, text.Caption, text.Dateline:
			continue
		case text.Note:
			s.note(i)
		default:
			if m := listing.FindString(p.Text); m != "" {
				s.cited(i, len(m), len(p.Text), true)
			}
			s.brackets(i)
			s.running(i)
			s.links(i)
		}
		sort.SliceStable(s.found, func(a, b int) bool { return s.found[a].Start < s.found[b].Start })
		out = append(out, s.found...)
	}
	return out
}

// listing opens a line that lists the sources of a text.
var listing = regexp.MustCompile(`^(?i:(?:sources?|references?|based on)\s*:|with (?:information|material|reporting|additional reporting|files|input) from(?: the)? )\s*`)

type sources struct {
	doc       *text.Document
	published string
	names     map[string]string // acronym → outlet, as the document says
	anchor    Anchor
	found     []Mention // of the passage being read
}

// add notes a source at a span of a passage, unless one stands there.
func (s *sources) add(passage, start, end int, c Citation) *Mention {
	for i := range s.found {
		if f := &s.found[i]; start < f.End && f.Start < end {
			return f
		}
	}
	if full, ok := s.names[c.Outlet]; ok {
		c.Outlet = full
	}
	t := s.doc.Passages[passage].Text
	s.found = append(s.found, Mention{
		Passage: passage, Start: start, End: end, Kind: Source, Surface: t[start:end], Entity: -1, Citation: &c,
	})
	return &s.found[len(s.found)-1]
}

// acronyms are the outlets that the document itself abbreviates: its own
// publisher by its initials, and names followed by their initials in brackets.
func acronyms(doc *text.Document) map[string]string {
	out := map[string]string{}
	if a := initials(doc.Meta.Publisher); len(a) > 1 {
		out[a] = doc.Meta.Publisher
	}
	for i := range doc.Passages {
		t := doc.Passages[i].Text
		for at := 0; ; {
			n := strings.IndexByte(t[at:], '(')
			if n < 0 {
				break
			}
			open := at + n
			at = open + 1
			end := strings.IndexByte(t[open:], ')')
			if end < 3 || end > 8 {
				continue
			}
			short := t[open+1 : open+end]
			words := strings.Fields(t[:open])
			for k := max(0, len(words)-len(short)); k <= len(words)-2; k++ {
				full := strings.Join(words[k:], " ")
				if _, known := lexicon.OutletOf(full); known && initials(full) == short {
					out[short] = full
					break
				}
			}
		}
	}
	return out
}

// initials are the first letters of a name's capitalised words.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r := []rune(w)[0]; r >= 'A' && r <= 'Z' && w != "The" {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// brackets reads the citations in round and square brackets.
func (s *sources) brackets(passage int) {
	t := s.doc.Passages[passage].Text
	for at := 0; at < len(t); {
		n := strings.IndexAny(t[at:], "([")
		if n < 0 {
			return
		}
		open := at + n
		closing := byte(')')
		if t[open] == '[' {
			closing = ']'
		}
		end := strings.IndexByte(t[open:], closing)
		if end < 0 {
			end = len(t) - open
		}
		at = open + 1
		if end > 4 && end < 600 && !strings.ContainsAny(t[open+1:open+end], "([") {
			if !s.credit(passage, open, open+end+1) {
				s.cited(passage, open+1, open+end, false)
			}
			at = open + end
		}
	}
}

// credit reports whether a bracket at the very end of the text, after its last
// stop, names the agency that the document itself comes from: "… he left. (AP)"
func (s *sources) credit(passage, open, end int) bool {
	t := s.doc.Passages[passage].Text
	if passage < len(s.doc.Passages)-2 || strings.TrimSpace(t[min(end, len(t)):]) != "" || strings.ContainsAny(t[open:min(end, len(t))], ",;0123456789") {
		return false
	}
	before := strings.TrimSpace(t[:open])
	return before == "" || strings.ContainsRune(".!?”\"", rune(before[len(before)-1]))
}

// note reads a footnote or endnote, which is a list of citations as a whole.
func (s *sources) note(passage int) {
	p := &s.doc.Passages[passage]
	start := 0
	if m := strings.IndexAny(p.Text, " \t"); p.Marker != "" && m > 0 && m < 8 && strings.Contains(p.Text[:m], p.Marker) {
		start = m
	}
	s.cited(passage, start, len(p.Text), true)
	if len(s.found) == 0 {
		s.running(passage)
	}
	s.links(passage)
}

// cited reads the citations of a span: outlets and dates in turn. In a note
// whatever stands first may be an outlet, also without a date.
func (s *sources) cited(passage, start, end int, note bool) {
	t := s.doc.Passages[passage].Text
	r := newCitationReader(t[start:end])
	groups := r.groups()
	for _, g := range groups {
		r.dated = r.dated || len(g.dates) > 0
	}
	for _, g := range groups {
		s.group(passage, start, g, r, note)
	}
}

// group adds the citations of one group: each outlet with each date.
func (s *sources) group(passage, base int, g group, r *citationReader, note bool) {
	outlets := g.outlets[:0:0]
	known := false
	for _, o := range g.outlets {
		if r.known(o) || s.names[o.text] != "" {
			known = true
		}
	}
	for _, o := range g.outlets {
		if !plausible(o.text) || known && !r.known(o) && s.names[o.text] == "" && (note || len(g.dates) == 0 || !r.beside(o)) {
			continue
		}
		outlets = append(outlets, o)
	}
	if len(outlets) == 0 {
		return
	}
	if note && !known && len(outlets) > 1 {
		outlets = outlets[len(outlets)-1:]
	}
	precise := false
	for _, d := range g.dates {
		precise = precise || d.date.d > 0
	}
	if len(g.dates) == 0 && !known || len(g.dates) > 0 && !precise && !known && !r.see && !note {
		return
	}
	t := s.doc.Passages[passage].Text
	if len(g.dates) == 0 {
		for _, o := range outlets {
			if r.see || note || r.dated || r.short() && !defines(t[:base], o.text) {
				s.add(passage, base+o.start, base+o.end, Citation{Outlet: o.text, URL: g.link(), Raw: t[base+o.start : base+o.end]})
			}
		}
		return
	}
	rawStart := base + outlets[0].start
	rawEnd := base + g.dates[len(g.dates)-1].end
	for k, o := range outlets {
		for n, d := range g.dates {
			c := Citation{Outlet: o.text, Date: s.dated(passage, d.date), URL: g.link(), Raw: t[rawStart:rawEnd]}
			// the first span takes the outlet in, the others the date alone
			from, to := base+d.start, base+d.end
			switch {
			case n == 0 && k == len(outlets)-1 && !g.carried:
				from = base + o.start
			case n == 0 && !g.carried:
				from, to = base+o.start, base+o.end
			case k < len(outlets)-1:
				continue
			}
			if from < to {
				s.add(passage, from, to, c)
			}
		}
	}
}

// link is the address of a group that has one outlet and at most one date.
func (g *group) link() string {
	if len(g.outlets) > 1 && len(g.dates) > 1 || !strings.HasPrefix(g.url, "http") {
		return ""
	}
	return g.url
}

// defines reports whether a bracket only gives the acronym of the words before
// it: "Stabilisation Process Agency (SPA)".
func defines(before, acronym string) bool {
	if acronym != strings.ToUpper(acronym) || strings.Contains(acronym, " ") {
		return false
	}
	words := strings.Fields(strings.TrimRight(before, "( "))
	for k := max(0, len(words)-len(acronym)-2); k < len(words); k++ {
		if initials(strings.Join(words[k:], " ")) == acronym {
			return true
		}
	}
	return false
}

// dated is a citation's date with its year, where one is known or follows.
func (s *sources) dated(passage int, d part) string {
	if d.y != 0 || d.zero() {
		return d.String()
	}
	pub := partOf(s.published)
	if pub.y == 0 {
		return "-" + part{m: d.m, d: d.d, y: 1}.String()[4:]
	}
	d.y = pub.y
	if pub.m != 0 && (d.m > pub.m || d.m == pub.m && pub.d != 0 && d.d > pub.d) {
		d.y--
	}
	if p := &s.doc.Passages[passage]; p.Kind == text.Note || listing.MatchString(p.Text) {
		return d.String() // the other dates in it are those of other sources
	}
	if y := s.spokenOf(passage, d, pub); y != 0 {
		d.y = y
	}
	return d.String()
}

// spokenOf is the earlier year whose month d the sentence speaks of; where the
// date cannot be of the year of publication, the sentence before counts too.
func (s *sources) spokenOf(passage int, d, pub part) int {
	years := func(i int) (year int) {
		for _, m := range dates(s.open(i), Tokens(s.open(i)), Anchor{}) {
			if p := partOf(m.Period.From); !m.Period.Yearless && p.m == d.m && p.y < d.y && m.Period.To == "" || !m.Period.Yearless && p.m == d.m && p.y < d.y && partOf(m.Period.To).m == d.m {
				if year != 0 && year != p.y {
					return 0
				}
				year = p.y
			}
		}
		return year
	}
	if y := years(passage); y != 0 {
		return y
	}
	ps := s.doc.Passages
	if d.y < pub.y && passage > 0 && ps[passage-1].Paragraph == ps[passage].Paragraph {
		return years(passage - 1)
	}
	return 0
}

// open is a passage's text with its brackets blanked.
func (s *sources) open(i int) string {
	b := []byte(s.doc.Passages[i].Text)
	depth := 0
	for k, c := range b {
		switch {
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
			b[k] = ' '
		}
		if depth > 0 {
			b[k] = ' '
		}
	}
	return string(b)
}
