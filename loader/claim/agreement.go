package claim

import (
	"slices"
	"strings"
)

// party is a state or a body that an agreement binds.
type party struct{ state, body string }

func (p party) none() bool { return p == party{} }

// name is the party's code or the body's name.
func (p party) name() string { return p.state + p.body }

// agreement is a text, or a package of texts, as far as it has been told.
type agreement struct {
	title    string
	kind     string
	status   string
	signed   string // date
	ratified string // date
	starts   string
	ends     string
	count    int
	amount   float64
	money    string
	head     []string // folded words that tell it apart, sorted
	parties  []party
	bound    map[party]told
	signers  map[int]told
	visit    *visit
	link     told
	vague    bool   // an uncounted plural
	hint     *visit // that a telling of it seems to speak of
	context  string // date that its surroundings set, where no visit gives one
	told
}

// signing is a statement that texts were signed: its verb, its subject and the
// stretch of slots that names the texts.
type signing struct {
	rule     string
	verb     int
	from, to int // slots of the subject
	objects  [2]int
	status   string
}

// readAgreements finds the texts that a sentence says were signed; vs are the
// visits of the same sentence.
func (r *reader) readAgreements(s *sentence, vs []*visit) {
	seen := map[int]bool{} // slots of nouns read already
	for _, g := range s.signings() {
		var first *agreement
		for _, np := range s.texts(g.objects[0], g.objects[1]) {
			if seen[np.head] {
				continue
			}
			seen[np.head] = true
			if np.refers() {
				r.resume(s, &g, &np, vs)
				continue
			}
			a := r.agreement(s, &g, &np)
			if a == nil {
				continue
			}
			if first != nil && len(a.parties) == 0 {
				a.parties = first.parties
			}
			r.parties(s, &g, &np, a, vs, first)
			r.when(s, &g, &np, a, vs)
			r.hear(s, &g, a, vs)
			if !a.sound() {
				continue
			}
			a = r.keepAgreement(s, &g, &np, a)
			if first == nil {
				first = a
			}
		}
		if first != nil {
			r.focus.included = first
		}
	}
}

// duringVisit reports whether the sentence speaks of a visit without telling
// whose and where.
func (s *sentence) duringVisit() bool {
	for k := 2; k < len(s.slots); k++ {
		if s.slots[k].kind == slotVisit {
			for j := k - 1; j >= 0 && j >= k-4 && s.slots[j].word != "'s"; j-- {
				if w := s.slots[j].word; w == "during" || w == "on" {
					return true
				}
			}
		}
	}
	return false
}

// sound reports whether enough is known to state an agreement at all.
func (a *agreement) sound() bool {
	switch {
	case len(a.parties) == 0:
		return false
	case len(a.parties) == 1:
		return a.parties[0].body != "" && a.status != "signed" && !a.vague
	}
	return true
}

// agreement makes an agreement of a noun phrase.
func (r *reader) agreement(s *sentence, g *signing, np *textPhrase) *agreement {
	a := &agreement{
		title: np.title(s), kind: np.kind, status: g.status, count: np.count,
		amount: np.amount, money: np.currency, starts: np.starts, ends: np.ends,
		vague: np.plural && np.count == 0,
		told:  told{rule: "agreement." + g.rule},
	}
	a.head = headWords(a.title)
	if a.vague && strings.HasSuffix(strings.TrimSpace(s.text), ":") {
		return nil // "The following documents were signed:" only opens a list
	}
	if a.title == "" || a.kind == "package" && np.count == 0 && !np.plural {
		return nil
	}
	return a
}

// generic are words that any agreement's title may have.
var generic = strings.Fields("agreement agreements treaty treaties memorandum memoranda memorandums understanding declaration declarations joint statement statements document documents program programme programs protocol protocols contract contracts deal deals accord accords pact pacts on of the a an and in for to between with other new more several various bilateral signed around about over additional number series package cooperation mou mous roadmap plan two both countries sides parties its their including intergovernmental")

// headWords are the folded words of a title that tell it from its neighbours, sorted.
func headWords(title string) []string {
	var out []string
	for _, w := range wordsOf(title) {
		if len(w) > 2 && !slices.Contains(generic, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// keepAgreement merges an agreement into the one it is, or keeps it as new.
func (r *reader) keepAgreement(s *sentence, g *signing, np *textPhrase, a *agreement) *agreement {
	e := r.evidence(s, min(g.verb, np.from), max(g.verb+1, np.to))
	a.add(e)
	evidence := []Evidence{e}
	if lead := r.page.Document.Passages[s.passage].Lead; lead >= 0 && strings.HasSuffix(g.rule, "item") {
		evidence = append(evidence, evidenceOf(r.page, lead, 0, 0))
		a.add(evidence[1])
	}
	known := r.knownAgreement(a)
	if known == nil {
		a.bound, a.signers = map[party]told{}, map[int]told{}
		r.agreements = append(r.agreements, a)
		known = a
	} else {
		known.merge(a)
	}
	for _, p := range a.parties {
		t := known.bound[p]
		if t.rule == "" {
			t.rule, t.weak = a.rule, a.weak
		}
		for _, x := range evidence {
			t.add(x)
		}
		known.bound[p] = t
	}
	if known.status == "signed" || known.status == "ratified" {
		for _, l := range r.signers(s, g) {
			t := told{rule: "agreement.signer"}
			t.add(e)
			if _, ok := known.signers[l]; !ok {
				known.signers[l] = t
			}
		}
	}
	return known
}

// signers are the people who are the subject of an active verb of signing.
func (r *reader) signers(s *sentence, g *signing) []int {
	switch s.slots[g.verb].word {
	case "signed", "signs", "sign", "inked", "inks", "initialled", "initialed", "signing":
	default:
		return nil
	}
	if g.rule != "signed" {
		return nil
	}
	who, _ := r.people(s, g.from, g.to)
	return who
}

// knownAgreement is the agreement told before that this one is: same parties,
// dates that can be one, and the same count or head words.
func (r *reader) knownAgreement(a *agreement) *agreement {
	for i := len(r.agreements) - 1; i >= 0; i-- {
		o := r.agreements[i]
		if !sharesParties(a.parties, o.parties) || a.signed != "" && o.signed != "" && !datesFit(a.signed, o.signed) {
			continue
		}
		if a.hint != nil && o.hint != nil && a.hint != o.hint {
			continue
		}
		switch {
		case a.count > 1 && o.count > 1:
			if a.count == o.count {
				return o
			}
		case a.count > 1 || o.count > 1:
		case a.kind != o.kind && !(a.kind == "treaty" && o.kind == "other"):
		case a.vague != o.vague:
		case a.hint != nil && a.hint == o.hint && (a.shorthand() || o.shorthand()):
			return o
		case subset(a.head, o.head) && (len(a.head) > 0 || i == len(r.agreements)-1 || len(o.head) == 0):
			return o
		case subset(o.head, a.head) && (len(o.head) > 0 || len(a.head) == 0):
			return o
		}
	}
	return nil
}

// shorthand reports whether the title is a headline's word for a text that is
// named more fully elsewhere: "defence pact", "the deal".
func (a *agreement) shorthand() bool {
	ws := wordsOf(a.title)
	if len(ws) == 0 || len(ws) > 4 {
		return false
	}
	switch ws[len(ws)-1] {
	case "pact", "deal", "accord":
		return true
	}
	return false
}

// sharesParties reports whether all parties of the smaller set are in the other.
func sharesParties(a, b []party) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, p := range a {
		if !slices.Contains(b, p) {
			return false
		}
	}
	return true
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// merge adds what another telling knows better.
func (a *agreement) merge(o *agreement) {
	for _, p := range o.parties {
		if !slices.Contains(a.parties, p) {
			a.parties = append(a.parties, p)
		}
	}
	if len(o.signed) > len(a.signed) {
		a.signed = o.signed
	}
	if len(o.head) > len(a.head) {
		a.head, a.title = o.head, o.title
	} else if a.shorthand() && !o.shorthand() {
		a.head, a.title = o.head, o.title
	}
	if a.amount == 0 {
		a.amount, a.money = o.amount, o.money
	}
	if a.starts == "" {
		a.starts, a.ends = o.starts, o.ends
	}
	if a.hint == nil {
		a.hint = o.hint
	}
	if a.context == "" {
		a.context = o.context
	}
	if rank := map[string]int{"planned": 1, "reported": 0, "signed": 2, "ratified": 3}; rank[o.status] > rank[a.status] {
		a.status = o.status
	}
	for _, e := range o.evidence {
		a.add(e)
	}
}

// resume takes what a later sentence tells of texts named before ("The
// agreements were signed on May 4 during the visit of X") for those texts.
func (r *reader) resume(s *sentence, g *signing, np *textPhrase, vs []*visit) {
	for i := len(r.agreements) - 1; i >= 0; i-- {
		o := r.agreements[i]
		if s.passage-o.evidence[len(o.evidence)-1].Passage > 3 {
			return
		}
		if (o.count > 1) != np.plural || o.kind != np.kind && !np.plural {
			continue
		}
		a := &agreement{title: o.title, kind: o.kind, status: g.status, signed: "", parties: o.parties, told: told{rule: "agreement.resumed"}}
		r.when(s, g, np, a, vs)
		if a.signed != "" && o.signed != "" && !datesFit(a.signed, o.signed) {
			return
		}
		r.hear(s, g, a, vs)
		if a.signed == "" && a.hint == nil {
			return
		}
		a.add(r.evidence(s, min(g.verb, np.from), max(g.verb+1, np.to)))
		o.merge(a)
		return
	}
}
