package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
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
	whole    *agreement // the package that it is a member of
	visit    *visit
	link     told
	vague    bool   // an uncounted plural
	lead     int    // the passage that opens the list it stands in, and one; 0 where it stands in none
	points   bool   // "the deal": it may only repeat one told before
	another  bool   // "another agreement"
	gathered bool   // a body's meeting adopted it
	recalled bool   // no word tells that it was made now: it is only mentioned, or binds
	hint     *visit // that a telling of it seems to speak of
	context  string // date that its surroundings set, where no visit gives one
	told
}

// readAgreements finds the texts that a sentence says were signed; vs are the
// visits of the same sentence.
func (r *reader) readAgreements(s *sentence, vs []*visit) {
	r.goesOn(s)
	s.theme = r.theme
	texts := s.texts()
	if it, ok := r.pronounText(s); ok {
		texts = append([]textPhrase{it}, texts...)
	}
	r.trace.passedOver(s, texts)
	r.instruments(s, texts)
	var first *agreement
	for i, g := range s.signings(texts) {
		if g.why != "" {
			r.trace.missedText(s, &texts[i], g.signing, nil, g.why)
			r.note(s, &texts[i])
			continue
		}
		a, why := r.readText(s, g.signing, &texts[i], vs, first)
		if why != "" {
			r.trace.missedText(s, &texts[i], g.signing, a, why)
		}
		if first == nil && (why == "" || why == missLead) {
			first = a
		}
	}
	if first != nil {
		if first.whole != nil { // a list goes on over several lines
			first = first.whole
		}
		r.focus.included, r.focus.listed = first, s.passage
	}
}

// goesOn keeps the package in mind that a sentence opens a list of: "They
// include:".
func (r *reader) goesOn(s *sentence) {
	if r.focus.included == nil || s.passage-r.focus.listed > 1 || !strings.HasSuffix(strings.TrimSpace(s.text), ":") || s.has["A"] {
		return
	}
	if s.has["include"] || s.has["are"] || s.has["among"] || s.has["included"] || s.has["were"] {
		r.focus.listed = s.passage
	}
}

// readText reads what is said of one text, and keeps it, or says why it did
// not. First is the text of the same sentence before it.
func (r *reader) readText(s *sentence, g *signing, np *textPhrase, vs []*visit, first *agreement) (*agreement, miss) {
	parent := first
	if g.member && parent == nil {
		if parent = r.focus.included; parent == nil || s.passage-r.focus.listed > 2 || g.alone && parent.count < 2 && !parent.vague {
			if g.status == "" {
				return nil, missWhole
			}
			alone := *g // of texts that only this sentence tells of
			alone.member, parent, g = false, nil, &alone
		}
	}
	if np.refers() {
		if g.member {
			return nil, missPointed
		}
		if a := r.resume(s, g, np, vs); a != nil {
			return a, ""
		}
		if !np.clause && np.kind != "declaration" && !r.meansNoted(s, np) {
			return nil, missPointed
		}
	}
	a := r.agreement(s, g, np)
	if a == nil {
		return nil, missTitle
	}
	if g.member && parent != nil && (g.rule == "agreement.include" || g.status == parent.status) {
		r.belong(a, parent)
		if g.rule == "agreement.include" {
			a.hint, a.context = parent.hint, parent.context
		}
	}
	r.parties(s, g, np, a, vs, first)
	r.dateText(s, g, np, a)
	if g.mentions() && a.points && a.shorthand() && a.signed == "" || // "Kenya's new pact with Norway" is told more fully elsewhere
		np.refers() && len(a.parties) < 2 && !a.gathered && !r.meansNoted(s, np) {
		return a, missPointed
	}
	r.settleDate(s, g, np, a, vs)
	r.hear(s, g, a, vs)
	opens := strings.HasSuffix(strings.TrimSpace(s.text), ":")
	why := a.unsound()
	if opens && (a.vague || why != "") { // "The following documents were signed:" only opens a list
		a.add(r.evidence(s, g.verb, g.verb+1))
		return a, missLead
	}
	if why != "" {
		return a, why
	}
	if known := r.keepAgreement(s, g, np, a); known != nil {
		return known, ""
	}
	return a, missUnknown
}

// dateText dates a text by its clause, or by its own year where that lies
// before: "the accord of 2002, which they praised in May". A text that has been
// signed has no date to come, one that has yet to be none that is past.
func (r *reader) dateText(s *sentence, g *signing, np *textPhrase, a *agreement) {
	d, weak := s.dateOfSigning(g, np)
	if own, w := s.dateOfTitle(np); own != "" && w == "" && d != "" && own < d[:min(4, len(d))] {
		d, weak = own, w
	}
	if d != "" && g.rule != "agreement.include" {
		a.signed = d
		a.weaken(weak)
	}
	n := min(len(a.signed), len(r.page.Published))
	if at, now := a.signed[:n], r.page.Published[:n]; a.status == "signed" && at > now || a.status == "planned" && at < now {
		a.signed = ""
	}
}

// belong gives a member of a package what is told of the whole.
func (r *reader) belong(a, parent *agreement) {
	a.parties = slices.Clone(parent.parties)
	a.whole = parent
	a.status, a.signed = parent.status, parent.signed
	if a.status == "ratified" {
		a.status = "signed"
	}
	if a.signed != "" {
		a.weaken("inherited-date")
	}
}

// settleDate sets apart what the date of a clause tells: of a ratified text it
// is that of ratification, and on a stay of several days a text is dated by it.
func (r *reader) settleDate(s *sentence, g *signing, np *textPhrase, a *agreement, vs []*visit) {
	if a.status == "ratified" {
		a.ratified, a.signed = a.signed, ""
		if before := s.signedBefore(np, g); before != nil {
			a.signed, _ = s.dateOfSigning(before, np)
		}
		return
	}
	if g.rule == "agreement.force" {
		return
	}
	for _, v := range vs { // "visited X on 3 and 4 May and signed": the visit's days
		if last := v.rule == "visit.left" && v.end != v.start && a.signed == v.end; len(a.signed) == 10 && (a.signed == v.start || last) && !v.oneDay && !v.passing && !s.clear(g.verb, len(s.slots)) {
			a.signed = v.signing()
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

// unsound is why too little is known to state an agreement at all; empty where
// enough is.
func (a *agreement) unsound() miss {
	switch {
	case len(a.parties) == 0:
		return missParties
	case a.status == "ratified" && len(a.parties) == 1:
		return "" // one side's parliament: of a text told before
	case len(a.parties) == 1 && a.gathered:
		return ""
	case len(a.parties) == 1 && (a.parties[0].body == "" || a.status == "signed" || a.vague):
		return missParty
	}
	return ""
}

// agreement makes an agreement of a noun phrase.
func (r *reader) agreement(s *sentence, g *signing, np *textPhrase) *agreement {
	a := &agreement{
		title: np.title(s), kind: np.kind, status: g.status, count: np.count,
		amount: np.amount, money: np.currency, starts: np.starts, ends: np.ends,
		vague: np.plural && np.count == 0, points: np.definite, another: np.another,
		recalled: g.rule == "agreement.mentioned" || g.rule == "agreement.force",
		told:     told{rule: g.rule},
	}
	a.head = HeadWords(a.title)
	if o := r.focus.noted; np.refers() && r.meansNoted(s, np) {
		a.title, a.head, a.parties = o.title, o.head, o.parties
	}
	if a.status == "signed" && s.hasWord("draft", np.open, np.head) {
		a.status = "planned"
	}
	if a.title == "" || a.kind == "package" && np.count == 0 && !np.plural {
		return nil
	}
	return a
}

// generic are words that any agreement's title may have.
var generic = strings.Fields("agreement agreements treaty treaties memorandum memoranda memorandums understanding declaration declarations joint statement statements document documents program programme programs protocol protocols contract contracts deal deals accord accords pact pacts on of the a an and in for to between with other new more several various bilateral signed around about over additional number series package cooperation mou mous roadmap plan two both countries sides parties its their including intergovernmental convention conventions communique text texts paper papers instrument instruments legal than least nearly almost roughly approximately some total further different various lot raft batch set handful dozens worth billion million trillion dollar dollars euro euros")

// HeadWords are the folded words of a title that tell it from its neighbours,
// sorted: not how many texts it counts, which documents tell otherwise.
func HeadWords(title string) []string {
	var out []string
	for _, w := range wordsOf(title) {
		if len(w) > 2 && !slices.Contains(generic, w) && lexicon.Number(w) == 0 && !slices.Contains(out, w) {
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
	switch {
	case known != nil:
		known.merge(a)
	case len(a.parties) < 2 && a.status == "ratified":
		return nil
	default:
		a.bound, a.signers = map[party]told{}, map[int]told{}
		r.agreements = append(r.agreements, a)
		known = a
	}
	r.trace.keptAgreement(s, np.head, a, known)
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
	r.sign(s, g, known, e)
	return known
}

// sign keeps who is said to have signed a text.
func (r *reader) sign(s *sentence, g *signing, a *agreement, e Evidence) {
	if a.status != "signed" && a.status != "ratified" {
		return
	}
	for _, l := range r.signers(s, g) {
		t := told{rule: "agreement.signer"}
		t.add(e)
		if _, ok := a.signers[l]; !ok {
			a.signers[l] = t
		}
	}
}

// signers are the people who are said to have signed.
func (r *reader) signers(s *sentence, g *signing) []int {
	if g.rule == "agreement.row" || g.rule == "agreement.item" {
		return s.signersBeside(g.verb)
	}
	switch s.slots[g.verb].word {
	case "signed", "signs", "sign", "inked", "inks", "initialled", "initialed", "signing", "put", "puts", "set":
	default:
		return nil
	}
	if g.at < 0 || g.yields || g.rule != "agreement.signed" && !g.agents {
		return nil
	}
	var out []int
	for _, q := range g.subject {
		ph := &s.shape().Phrases[q]
		who, _ := r.people(s, ph.From, ph.Core)
		for _, l := range who {
			if !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}
