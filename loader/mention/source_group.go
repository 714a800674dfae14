package mention

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/lexicon"
)

// host is a name that is an internet host: "Inform.kz".
var host = regexp.MustCompile(`^(?:[\pL\d-]+\.)+(?:[a-z]{2}|com|org|net|info|news|media|press|online|int|gov|biz|tv|asia|today)$`)

// lead is what may stand before the first outlet of a bracket.
var lead = regexp.MustCompile(`(?i)^\s*(?:see(?:\s+also)?|also\s+see|cf\.?|e\.g\.,?|for (?:example|more),?\s*(?:see)?|source(?:s)?\s*:|as\s+reported\s+by|reported\s+by|quoted\s+by|cited\s+(?:by|in)|according\s+to|via|per|accessed\s+(?:on|at))\s*:?\s*(?:also\s+)?`)

// pointing is a first clause of a note that leads to what it cites.
var pointing = regexp.MustCompile(`^\s*(?:On|For|As to|About|Of|Concerning) [^,.;:“"]{3,80}?,? see(?: also)?:? (?:the )?`)

// citationReader reads the inside of a bracket.
type citationReader struct {
	text string
	p    *dateParser
	see  bool
	// dated is set where some group of the bracket has a date.
	dated bool
	from  int // byte after what leads in
}

// outletSpan is a possible outlet: bytes within the bracket.
type outletSpan struct {
	text       string
	start, end int
}

// dateSpan is a date: bytes within the bracket.
type dateSpan struct {
	date       part
	start, end int
}

// group is a run of outlets and the dates that follow them. carried is set
// where the outlets are those of the group before ("; March 6").
type group struct {
	outlets []outletSpan
	dates   []dateSpan
	carried bool
	url     string
}

func newCitationReader(s string) *citationReader {
	r := &citationReader{text: s}
	if m := pointing.FindString(s); m != "" { // "On the base see X, …"
		r.from = len(m)
		r.see = true
	} else if m := lead.FindString(s); m != "" {
		r.from = len(m)
		r.see = true
	}
	r.p = &dateParser{text: s, ts: Tokens(s)}
	return r
}

// short reports whether the bracket is no more than names.
func (r *citationReader) short() bool { return len(strings.Fields(r.text)) <= 5 }

// known reports whether an outlet is in the lexicon or is an internet host.
func (r *citationReader) known(o outletSpan) bool {
	_, ok := lexicon.OutletOf(o.text)
	return ok || host.MatchString(o.text)
}

// beside reports whether an outlet that no lexicon knows is named beside those
// that it knows: "(Kupfer Media, TASS, March 13)". It is neither a title in
// quotation marks nor what says where the other was found.
func (r *citationReader) beside(o outletSpan) bool {
	before, _ := utf8.DecodeLastRuneInString(r.text[:o.start])
	if strings.ContainsRune("“\"‘«*_", before) || official.MatchString(o.text) {
		return false
	}
	return len(strings.Fields(o.text)) <= 4
}

// groups cuts the bracket up. Years reach back over dates without one within
// their group; after ";" the outlets carry over where none is named.
func (r *citationReader) groups() []group {
	var out []group
	var g group
	close := func() {
		if len(g.dates) > 0 || len(g.outlets) > 0 && !g.carried {
			reachBack(g.dates)
			out = append(out, g)
		}
	}
	ts := r.p.ts
	for i := 0; i < len(ts); {
		t := &ts[i]
		if t.Start < r.from {
			i++
			continue
		}
		if ds, next := r.date(i); next > i {
			g.dates = append(g.dates, ds...)
			i = next
			continue
		}
		if address, next := r.address(i); next > i {
			if g.url == "" {
				g.url = address
			}
			i = next
			continue
		}
		switch {
		case t.Text == ";":
			close()
			g = group{outlets: g.outlets, carried: true}
			i++
			continue
		case t.Text == "," || t.Text == "." || t.Text == ":" || t.Fold == "and" || t.Text == "&" || t.Text == "/":
			i++
			continue
		}
		o, next := r.outlet(i)
		if len(g.dates) > 0 || g.carried {
			if len(g.dates) > 0 {
				close()
			}
			g = group{}
		}
		g.outlets = append(g.outlets, o)
		i = next
	}
	close()
	return out
}

// address reads an internet address at token i, which is no outlet.
func (r *citationReader) address(i int) (address string, next int) {
	ts := r.p.ts
	if f := ts[i].Fold; f != "http" && f != "https" && f != "www" || i+1 >= len(ts) || !ts[i+1].Glued {
		return "", i
	}
	j := i + 1
	for j < len(ts) && ts[j].Glued {
		j++
	}
	return strings.TrimRight(r.text[ts[i].Start:ts[j-1].End], ".,;)"), j
}

// reachBack gives dates without a year that of the next date that has one.
func reachBack(ds []dateSpan) {
	y := 0
	for i := len(ds) - 1; i >= 0; i-- {
		if ds[i].date.y != 0 {
			y = ds[i].date.y
		} else {
			ds[i].date.y = y
		}
	}
}

// date reads a date at token i; the two ends of a run of days are two dates.
func (r *citationReader) date(i int) ([]dateSpan, int) {
	start := r.p.ts[i].Start
	if weekdayNumber(r.p.fold(i)) >= 0 {
		i++
		if r.p.fold(i) == "," {
			i++
		}
		if i >= len(r.p.ts) {
			return nil, 0
		}
	}
	for _, form := range []func(int) (found, bool){r.p.numeric, r.p.dayFirst, r.p.monthFirst, r.p.dayAndMonth, r.p.years} {
		f, ok := form(i)
		if !ok {
			continue
		}
		end := r.p.ts[f.j-1].End
		out := []dateSpan{{f.from, start, end}}
		if !f.to.zero() && f.to.d > 0 {
			out = append(out, dateSpan{f.to, end, end})
		}
		return out, f.j
	}
	return nil, 0
}

// outlet reads words up to the next comma, semicolon or date.
func (r *citationReader) outlet(i int) (outletSpan, int) {
	ts := r.p.ts
	j := i + 1
	for j < len(ts) {
		t := &ts[j]
		if t.Text == ";" || t.Text == "," || t.Text == ":" || t.Text == "." && !(t.Glued && j+1 < len(ts) && ts[j+1].Glued) {
			break
		}
		if _, next := r.date(j); next > j {
			break
		}
		if _, next := r.address(j); next > j {
			break
		}
		if t.Fold == "and" || t.Text == "&" || t.Text == "/" {
			// "Reuters and AP", not "The Globe and Mail"
			if r.known(outletSpan{text: trimOutlet(r.text[ts[i].Start:ts[j-1].End])}) {
				break
			}
		}
		j++
	}
	o := outletSpan{start: ts[i].Start, end: ts[j-1].End}
	raw := r.text[o.start:o.end]
	o.text = trimOutlet(raw)
	if k := strings.Index(raw, o.text); k >= 0 && o.text != "" {
		o.start += k
		o.end = o.start + len(o.text)
	}
	return o, j
}

var outletTail = regexp.MustCompile(`(?i)\s+(?:on|of|from|in|dated|reported|report|website|newspaper)$`)

// trimOutlet takes what is not its name off an outlet.
func trimOutlet(s string) string {
	s = strings.Trim(s, " \t\n\"“”‘’'«»*_–—-")
	s = lead.ReplaceAllString(s, "")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "from "), "the ")
	return outletTail.ReplaceAllString(s, "")
}

// plausible reports whether words can be an outlet's name: a host, or at most
// seven words that begin with a capital, without a verb, and no place, person
// or month.
func plausible(s string) bool {
	if host.MatchString(s) {
		return true
	}
	if _, ok := lexicon.OutletOf(s); ok {
		return true
	}
	words := strings.Fields(s)
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || len(words) > 7 || !unicode.IsUpper(r) && !unicode.IsDigit(r) || len(s) < 2 {
		return false
	}
	if unicode.IsDigit(r) && !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	if m, _ := monthNumber(Fold(words[0])); m > 0 {
		return false
	}
	if n, next := (&quantities{text: s, ts: Tokens(s)}).number(0); next && n.value > 0 {
		return false
	}
	for _, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(c) {
			switch Fold(w) {
			case "of", "the", "and", "for", "de", "la", "le", "du", "des", "der", "die", "das", "di", "del", "e", "y", "in", "on", "al", "el", "und", "news", "agency":
			default:
				return false
			}
		}
		if strings.ContainsAny(w, "=%$€£+<>") {
			return false
		}
	}
	return !placeOrPerson(s)
}

// placeOrPerson reports whether the gazetteer knows the whole phrase as
// something that publishes nothing.
func placeOrPerson(s string) bool {
	ts := Tokens(s)
	if len(ts) == 0 {
		return true
	}
	for _, n := range gazetteers()[ts[0].Fold] {
		if len(n.words) != len(ts) {
			continue
		}
		same := true
		for k := range ts {
			same = same && ts[k].Fold == n.words[k]
		}
		if same && n.kind != nameBody && n.kind != nameNothing {
			return true
		}
	}
	return false
}
