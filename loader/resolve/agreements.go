package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
)

// agreement is a member: between whom, of what, when.
type agreement struct {
	Parties []string `json:"p,omitempty"` // clusters, sorted
	Head    string   `json:"h,omitempty"` // head words, sorted; none of a bare "declaration"
	Kind    string   `json:"k,omitempty"`
	Signed  string   `json:"s,omitempty"`
	Count   int64    `json:"n,omitempty"` // documents in a package
	Amount  float64  `json:"m,omitempty"`
	Coin    string   `json:"c,omitempty"` // currency of the amount
	Visits  []string `json:"v,omitempty"` // clusters, sorted
	Days    []string `json:"d,omitempty"` // first and last of the visit, as the document has it
	Due     bool     `json:"u,omitempty"` // planned
	Told    string   `json:"o,omitempty"` // where no month is known: that of the document's publication
	Beside  []label  `json:"b,omitempty"` // other texts of the document that might be taken for it, sorted
	Alone   string   `json:"a,omitempty"` // where parties, or all that could tell it apart, are missing: the document

	head []string
}

// many reports whether the parties tell whose the text is: two of them, or a body
// that adopted what has a title.
func (a *agreement) many() bool {
	return len(a.Parties) > 1 || len(a.Parties) == 1 && a.Head != "" && strings.HasPrefix(a.Parties[0], "organization:")
}

// label is how a document names a text among its neighbours.
type label struct {
	Head  string `json:"h,omitempty"`
	Count int64  `json:"n,omitempty"`

	head []string
}

// prepare splits what is compared often.
func (a *agreement) prepare() {
	a.head = strings.Fields(a.Head)
	for i := range a.Beside {
		a.Beside[i].head = strings.Fields(a.Beside[i].Head)
	}
}

// few is how many parties may make groups by pairs.
const few = 4

func agreementMember(s *said, e *claim.Entity) string {
	a := *s.agreement(e)
	for i := range s.Entities {
		o := &s.Entities[i]
		if o.Label != "Agreement" || o.Ref == e.Ref {
			continue
		}
		if b := s.agreement(o); mistakable(&a, b) {
			a.Beside = append(a.Beside, b.label())
		}
	}
	slices.SortFunc(a.Beside, compareLabels)
	a.Beside = slices.CompactFunc(a.Beside, func(x, y label) bool { return compareLabels(x, y) == 0 })
	return pack(a)
}

// agreement is what a document says of a text, taken by itself; it is worked out
// once, when all that it names is known.
func (s *said) agreement(e *claim.Entity) *agreement {
	if a := s.texts[e.Ref]; a != nil {
		return a
	}
	a := &agreement{
		Kind: text(e, "kind"), Signed: text(e, "signedOn"), Head: headWords(e, "title"),
		Parties: s.related(e.Ref, "PARTY_TO", false), Visits: s.related(e.Ref, "SIGNED_DURING", true), Days: s.daysOfVisit(e),
	}
	a.Count, _ = e.Properties["documentCount"].(int64)
	if a.Kind == "other" {
		a.Kind = ""
	}
	if a.Amount, _ = e.Properties["amount"].(float64); a.Amount != 0 {
		a.Coin = text(e, "currency")
	}
	if !a.many() || a.Head == "" && len(a.Visits) == 0 && precision(a.Signed) < 2 {
		a.Alone = s.sha
	}
	a.Due = text(e, "status") == "planned"
	if precision(a.Signed) < 2 {
		fate := tookPlace
		if a.Due {
			fate = onlyPlanned
		}
		if a.Told = s.toldIn(fate); a.Signed != "" && !strings.HasPrefix(a.Told, a.Signed) {
			a.Told = "" // another year: whenever it is told
		}
	}
	a.prepare()
	s.texts[e.Ref] = a
	return a
}

// daysOfVisit are the first and last day of the one visit of a text, where the
// document gives them.
func (s *said) daysOfVisit(e *claim.Entity) []string {
	var days []string
	for _, f := range s.from[e.Ref] {
		if f.Type != "SIGNED_DURING" {
			continue
		}
		start, end := text(s.entities[f.To], "startDate"), text(s.entities[f.To], "endDate")
		if end == "" {
			end = start
		}
		if days != nil || precision(start) < 3 || precision(end) < 3 || end < start {
			return nil
		}
		days = []string{start, end}
	}
	return days
}

// headWords are the words by which a claim tells a text or project from others,
// else those of its name.
func headWords(e *claim.Entity, name string) string {
	head := e.Head
	if len(head) == 0 {
		head = claim.HeadWords(text(e, name))
	}
	var out []string
	for _, h := range head {
		out = append(out, words(h)...)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// agreementKeys: title and count, at each pair of the parties; and each occasion
// of the same parties and kind, with what a text of it may be taken for there.
func agreementKeys(a *agreement) []string {
	return a.keyed([]string{" bare"}, []string{" titled"}, " first ", " word ")
}

// agreementReach: whatever has the same title or count; of one occasion, a bare
// text all others, one with a title the bare ones and those whose titles have
// more or fewer words, and a package all packages. So texts with titles of
// their own are not read for each other.
func agreementReach(a *agreement) []string {
	return a.keyed([]string{" bare", " titled"}, []string{" bare"}, " word ", " first ")
}

// keyed are an agreement's names, and for each occasion what is given for a bare
// text or for one with a title, whose first word and whose words stand behind
// the last two.
func (a *agreement) keyed(bare, titled []string, first, each string) []string {
	if a.Alone != "" {
		return []string{"alone " + a.Alone + " " + a.Head}
	}
	about := bare
	switch {
	case a.Kind == "package":
		about = []string{" package"}
	case a.Head != "":
		about = append(slices.Clone(titled), first+a.head[0])
		for _, w := range a.head {
			about = append(about, each+w)
		}
	}
	keys := a.names()
	for _, at := range a.occasions() {
		for _, x := range about {
			keys = append(keys, at+x)
		}
	}
	return keys
}

// names are what shows by itself that two tellings may be of one text.
func (a *agreement) names() []string {
	pairs := []string{strings.Join(a.Parties, " ")}
	var keys []string
	if n := len(a.Parties); 1 < n && n <= few {
		pairs = pairs[:0]
		for i, p := range a.Parties {
			for _, q := range a.Parties[i+1:] {
				pairs = append(pairs, p+" "+q)
			}
		}
	} else if n > few && a.Head != "" {
		keys = append(keys, "head "+a.Head)
	}
	for _, pair := range pairs {
		if a.Head != "" {
			keys = append(keys, pair+" head "+a.Head)
		}
		if a.Count != 0 {
			keys = append(keys, pair+" count "+strconv.FormatInt(a.Count, 10))
		}
	}
	return keys
}

// occasions are the visits and days at which the parties may have signed.
func (a *agreement) occasions() []string {
	if a.Kind == "" {
		return nil
	}
	about := strings.Join(a.Parties, " ") + " " + a.Kind + " "
	var out []string
	for _, v := range a.Visits {
		out = append(out, about+v)
	}
	first, last := a.span()
	for n := 0; n < longest && first != "" && first <= last; n++ {
		out = append(out, about+first)
		first = nextDay(first)
	}
	return out
}

// longest is how many days of a visit may each be the day of a signing.
const longest = 7

// span is the day of signing, else the days of the visit; "" where neither is
// known.
func (a *agreement) span() (first, last string) {
	switch {
	case precision(a.Signed) == 3:
		return a.Signed, a.Signed
	case len(a.Days) == 2:
		return a.Days[0], a.Days[1]
	}
	return "", ""
}

// partitionAgreements places what tells more before what tells less: texts with
// a title and counted packages before a bare "declaration", longer titles before
// shorter ones, greater counts before lesser, the more precise date, the definite
// kind. Alike are those of one date, kind and count with the same head words, and
// bare ones of one occasion. The others join the one agreement that fits them, if
// it is one.
func partitionAgreements(members []string, all []*agreement) map[string]string {
	p := placing{n: len(all)}
	p.level = func(i int) int { return all[i].vagueness() }
	p.alike = func(i, j int) bool { return alike(all[i], all[j]) }
	p.clash = func(i, j int) bool { return !compatible(all[i], all[j]) }
	p.fits = func(i int, placed []int) bool {
		found := false
		for _, j := range placed {
			if !compatible(all[i], all[j]) {
				return false
			}
			found = found || bound(all[i], all[j])
		}
		return found
	}
	return p.run().assign(members, func(a, b int) bool {
		if x, y := all[a].vagueness(), all[b].vagueness(); x != y {
			return x < y
		}
		return members[a] < members[b]
	})
}

// vagueness orders agreements: what is told more of has the lesser number.
func (a *agreement) vagueness() int {
	n := 0
	switch {
	case !a.bare():
	case len(a.Beside) > 0: // the one of its document that has no title
		n = 1
	default:
		n = 2
	}
	n = n*100 + 99 - min(len(a.head), 99)
	n = n*10000 + 9999 - int(min(max(a.Count, 0), 9999))
	n = n*4 + 3 - precision(a.Signed)
	switch a.Kind {
	case "":
		return n*3 + 2
	case "treaty": // any text is also called an agreement
		return n*3 + 1
	}
	return n * 3
}

// bare reports whether nothing tells the text from another of its kind and day.
func (a *agreement) bare() bool { return a.Head == "" && a.Count == 0 }
