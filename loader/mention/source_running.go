package mention

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// outletAt is an outlet named in running text: bytes within the passage.
type outletAt struct {
	name       string
	start, end int // with "news agency" and the like
	from, to   int // tokens
}

// running reads outlets that a sentence reports by: "Reuters reported on 23
// May", "according to Xinhua", "told the newspaper Le Monde".
func (s *sources) running(passage int) {
	t := s.doc.Passages[passage].Text
	ts := Tokens(t)
	for i := 0; i < len(ts); i++ {
		o, ok := s.outletName(t, ts, i)
		if !ok {
			continue
		}
		i = o.to - 1
		if ofOffice(ts, o.from) {
			continue
		}
		before, after := cueBefore(ts, o.from), cueAfter(ts, o.to)
		after = after || before && claims(ts, o.from)
		if !before && !after || o.name == s.doc.Meta.Publisher {
			continue
		}
		start, end := o.start, o.end
		date := ""
		if d, from, to, ok := s.dateNear(t, ts, o, after); ok {
			date = d
			if from >= end {
				end = to
			}
		}
		s.add(passage, start, end, Citation{Outlet: o.name, Date: date, Raw: t[start:end]})
	}
}

// outletName reads an outlet at token i: one of the lexicon, an internet host,
// or a name beside "news agency" or "newspaper".
func (s *sources) outletName(t string, ts []Token, i int) (outletAt, bool) {
	if !ts[i].Word() && !(ts[i].Text[0] >= '0' && ts[i].Text[0] <= '9') {
		return outletAt{}, false
	}
	if o, ok := hostAt(t, ts, i); ok {
		return o, true
	}
	if !ts[i].Capital() && ts[i].Text != "dpa" && ts[i].Text != "swissinfo" && ts[i].Text != "teleSUR" {
		return outletAt{}, false
	}
	end := strings.IndexByte(t[ts[i].Start:], ' ')
	first := t[ts[i].Start:]
	if end > 0 {
		first = first[:end]
	}
	first = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(first, "’s"), "'s"), ",.;:)”\"")
	most := max(lexicon.OutletWords(first), len(s.names))
	for j := min(len(ts), i+most*2+3); j > i && most > 0; j-- {
		name := t[ts[i].Start:ts[j-1].End]
		_, known := lexicon.OutletOf(name)
		if _, own := s.names[name]; own {
			known = true
		}
		if !known || j < len(ts) && ts[j].Glued && (ts[j].Text == "-" || ts[j].Text == "/") {
			continue
		}
		to := kindAfter(ts, j)
		return outletAt{name: name, start: ts[i].Start, end: ts[j-1].End, from: i, to: to}, true
	}
	// a name that is called an agency or a paper
	j := i
	for j < len(ts) && j < i+5 && ts[j].Capital() && ts[j].Word() {
		j++
	}
	if to := kindAfter(ts, j); j > i && to > j && !notOutlet(t[ts[i].Start:ts[j-1].End]) && ts[i].Fold != "the" && !lexicon.Opener(ts[i].Text) {
		return outletAt{name: t[ts[i].Start:ts[j-1].End], start: ts[i].Start, end: ts[j-1].End, from: i, to: to}, true
	}
	if j > i+1 && (periodical(ts[j-1].Fold) || agency(ts, j-1)) && !outletWithin(t, ts, i+1, j) && !lexicon.Opener(ts[i].Text) && !placeOrPerson(t[ts[i].Start:ts[j-1].End]) {
		return outletAt{name: t[ts[i].Start:ts[j-1].End], start: ts[i].Start, end: ts[j-1].End, from: i, to: j}, true
	}
	if o, ok := called(t, ts, i); ok {
		return o, true
	}
	if o, ok := reporting(t, ts, i); ok {
		return o, true
	}
	return tagged(t, ts, i)
}

// called reads the name behind a word that says what it is: "the newspaper
// Kupferblatt".
func called(t string, ts []Token, i int) (outletAt, bool) {
	if i < 2 || !ts[i].Capital() {
		return outletAt{}, false
	}
	switch ts[i-1].Fold {
	case "newspaper", "daily", "weekly", "broadcaster", "portal", "website", "magazine", "agency", "tabloid", "paper", "station", "site":
	case "\"", "“", "«":
		if w := ts[i-2].Fold; w != "agency" && w != "newspaper" && w != "daily" && w != "portal" && w != "site" && w != "weekly" {
			return outletAt{}, false
		}
	default:
		return outletAt{}, false
	}
	j := i
	for j < len(ts) && j < i+4 && ts[j].Word() && ts[j].Capital() {
		j++
	}
	name := t[ts[i].Start:ts[j-1].End]
	if notOutlet(name) || official.MatchString(name) || lexicon.Opener(ts[i].Text) {
		return outletAt{}, false
	}
	return outletAt{name: name, start: ts[i].Start, end: ts[j-1].End, from: i, to: j}, true
}

// outletWithin reports whether the tokens from i to j are a known outlet by
// themselves: of "Chinese Global Times", the last two.
func outletWithin(t string, ts []Token, i, j int) bool {
	_, ok := lexicon.OutletOf(t[ts[i].Start:ts[j-1].End])
	return ok
}

// periodical reports whether a folded word ends the names of outlets: "Phoenix
// TV".
func periodical(w string) bool {
	switch w {
	case "tv", "television", "news", "radio", "times", "post", "daily", "herald", "tribune", "gazette", "journal", "review", "press", "chronicle", "observer", "weekly", "magazine", "online":
		return true
	}
	return false
}

// agency reports whether token i ends the name of a news agency by itself:
// "Alpine News Agency".
func agency(ts []Token, i int) bool {
	if ts[i].Fold != "agency" || i == 0 {
		return false
	}
	switch ts[i-1].Fold {
	case "news", "press", "information", "telegraph", "telegraphic":
		return true
	}
	return false
}

// reporting reads a name that no lexicon has and that reports as outlets do:
// "Nordwind reported on 3 May that …", "what Nordwind announced".
func reporting(t string, ts []Token, i int) (outletAt, bool) {
	if !ts[i].Capital() || lexicon.Opener(ts[i].Text) {
		return outletAt{}, false
	}
	j := i
	for j < len(ts) && j < i+4 && ts[j].Word() && (ts[j].Capital() || j > i && nameJoint(ts[j].Fold) && j+1 < len(ts) && ts[j+1].Capital()) {
		j++
	}
	if j+1 >= len(ts) || i > 0 && ts[i-1].Capital() {
		return outletAt{}, false
	}
	led := i > 0 && (ts[i-1].Fold == "what" || ts[i-1].Fold == "as") && claims(ts, i)
	plain := (ts[j].Fold == "reported" || ts[j].Fold == "wrote") && (ts[j+1].Fold == "that" || ts[j+1].Fold == "on" || ts[j+1].Fold == "yesterday" || ts[j+1].Fold == "last")
	name := t[ts[i].Start:ts[j-1].End]
	if !led && !plain || notOutlet(name) || !plausible(name) || official.MatchString(name) || namesSomeone(ts, i, j) {
		return outletAt{}, false
	}
	return outletAt{name: name, start: ts[i].Start, end: ts[j-1].End, from: i, to: j}, true
}

// namesSomeone reports whether the tokens hold a place, an office or a leader
// of the lexicon, so that they are no outlet's name.
func namesSomeone(ts []Token, from, to int) bool {
	for k := from; k < to; k++ {
		if n := gazetteers().match(ts, k); n != nil && n.kind != nameNothing {
			return true
		}
		if known(ts[k].Fold) || words("notname").has(ts[k].Fold) && ts[k].Capital() || words("style").has(ts[k].Fold) {
			return true
		}
	}
	return false
}

// tagged reads a name that a sentence closes with as its source: "…, Akorda
// reports."
func tagged(t string, ts []Token, i int) (outletAt, bool) {
	if i < 4 || ts[i-1].Text != "," {
		return outletAt{}, false
	}
	j := i
	for j < len(ts) && j < i+4 && ts[j].Word() && ts[j].Capital() {
		j++
	}
	if j == i || j+1 >= len(ts) || ts[j].Fold != "reports" && ts[j].Fold != "reported" {
		return outletAt{}, false
	}
	switch ts[j+1].Fold {
	case ".", ",", "citing", "with", "quoting":
	default:
		return outletAt{}, false
	}
	name := t[ts[i].Start:ts[j-1].End]
	if placeOrPerson(name) || !plausible(name) || official.MatchString(name) {
		return outletAt{}, false
	}
	return outletAt{name: name, start: ts[i].Start, end: ts[j-1].End, from: i, to: j}, true
}

// official matches the names of authorities, whose word is no publication.
var official = regexp.MustCompile(`\b(?:Ministry|Department|Office|Government|President|Minister|Committee|Service|Commission|Council|Police|Parliament|Embassy|Bank|Fund|He|She|They)\b`)

// hostAt reads an internet host such as "Kun.uz".
func hostAt(t string, ts []Token, i int) (outletAt, bool) {
	j := i + 1
	for j+1 < len(ts) && ts[j].Glued && ts[j+1].Glued && (ts[j].Text == "." || ts[j].Text == "-") {
		j += 2
	}
	name := t[ts[i].Start:ts[j-1].End]
	if !strings.Contains(name, ".") || !host.MatchString(name) || strings.Count(name, ".") == 1 && len(name) < 5 {
		return outletAt{}, false
	}
	return outletAt{name: name, start: ts[i].Start, end: ts[j-1].End, from: i, to: kindAfter(ts, j)}, true
}

// kindAfter goes on over words that say what an outlet is.
func kindAfter(ts []Token, j int) int {
	k := j
	for k < len(ts) {
		switch ts[k].Fold {
		case "site", "news", "agency", "newspaper", "daily", "website", "portal", "outlet", "magazine", "broadcaster", "tv", "television", "channel", "weekly":
			k++
			continue
		}
		break
	}
	if k == j+1 && ts[j].Fold == "news" || k == j+1 && ts[j].Fold == "daily" {
		return j
	}
	return k
}

var dayInPath = regexp.MustCompile(`[/-](20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)

// links gives citations the address behind their words, and makes citations of
// links to outlets that the words do not name.
func (s *sources) links(passage int) {
	p := &s.doc.Passages[passage]
	own := hostOf(s.doc.Meta.URL)
	for _, l := range p.Links {
		h := hostOf(l.URL)
		if h == "" || h == own {
			continue
		}
		o, known := lexicon.OutletAt(h)
		if self, ok := lexicon.OutletAt(own); ok && self.Name == o.Name || known && sameOutlet(s.doc.Meta.Publisher, o) {
			continue
		}
		beside := false
		for i := range s.found {
			f := &s.found[i]
			if f.Start < l.End && l.Start < f.End || known && f.Citation.URL == "" && sameOutlet(f.Citation.Outlet, o) {
				if f.Citation.URL == "" {
					f.Citation.URL = l.URL
				}
				if f.Citation.Date == "" && known {
					f.Citation.Date = DayInAddress(l.URL)
				}
				beside = true
			}
		}
		if beside || !known {
			continue
		}
		s.add(passage, l.Start, l.End, Citation{Outlet: o.Name, Date: DayInAddress(l.URL), URL: l.URL, Raw: p.Text[l.Start:l.End]})
	}
}

// DayInAddress is the day that an address has in its path, or "".
func DayInAddress(address string) string {
	if m := dayInPath.FindStringSubmatch(address); m != nil {
		return metaDay(m[1], m[2], m[3])
	}
	return ""
}

func metaDay(y, m, d string) string {
	if len(m) == 1 {
		m = "0" + m
	}
	if len(d) == 1 {
		d = "0" + d
	}
	if p := partOf(y + "-" + m + "-" + d); p.m > 0 && p.d > 0 && p.valid() {
		return p.String()
	}
	return ""
}

func sameOutlet(name string, o lexicon.Outlet) bool {
	if name == o.Name {
		return true
	}
	for _, f := range o.Forms {
		if f == name {
			return true
		}
	}
	return false
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
