package mention

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
)

// hinted gives people whose state nothing tells that of whom they stand with
// or opposite to: in a list, as a host, as a traveller's partner.
func (c *composer) hinted(n *naming) {
	for _, u := range c.untold {
		if l := &c.page.People[u.person]; !c.without(u) || l.State != "" || l.Organization != "" {
			continue
		}
		if s := c.listedWith(u); s != "" && n.states[s] != nil && c.crowned(u, s) {
			c.imply(u, s, "", n.states[s])
			continue
		}
		if m := c.union(u, n); m != nil {
			c.imply(u, "", lexicon.Whole(m.Name), m)
			continue
		}
		s := c.hint(u, n)
		if other := c.untoldIn(u.passage, u.with); s == "" && other != nil {
			s = c.hint(*other, n)
		}
		if m := n.states[s]; s != "" && m != nil && !c.heldBy(u, s) && c.crowned(u, s) && !c.goesTo(u.person, s) {
			c.imply(u, s, "", m)
		}
	}
}

// union is where the document names the union that a commissioner for a field
// serves, nil where it names none.
func (c *composer) union(u untold, n *naming) *Mention {
	if !strings.HasSuffix(u.title, " commissioner") {
		return nil
	}
	for _, name := range []string{"European Union", "European Commission"} {
		if m := n.bodies[name]; m != nil {
			return m
		}
	}
	return nil
}

// hint is the state that the words around a title hint at, or "".
func (c *composer) hint(u untold, n *naming) string {
	for _, of := range []func(untold, *naming) string{c.owned, c.coupling, c.signing, c.sending, c.succeeding, c.inRow, c.headed, c.underHeading, c.attending, c.inviting, c.hosting, c.siding, c.facing} {
		if s := of(u, n); s != "" {
			return s
		}
	}
	return ""
}

// listedWith is the state of whom a title is joined with in a list.
func (c *composer) listedWith(u untold) string {
	if u.with < 0 {
		for _, v := range c.untold {
			if v.with == u.person && v.passage == u.passage {
				return c.page.People[v.person].State
			}
		}
		return ""
	}
	return c.page.People[u.with].State
}

// retinue matches the words that lead to those who travel with somebody.
var retinue = regexp.MustCompile(`(?i)accompanied\b[^.;:]{0,60}?\bby|\b(?:came|arrived|travell?ed|flew|landed|touched down)\b[^.;:]{0,60}?\bwith\b|in (?:his|her) (?:company|party|delegation|entourage|retinue) (?:were|was|are|is)\b|delegation,? (?:which )?(?:inclu|compris|consist|composed)`)

// alongside matches what says behind names that their bearers travel along.
var alongside = regexp.MustCompile(`^[^.;:]{0,80}\b(?:in (?:his|her) (?:company|party|delegation|entourage|retinue)|at (?:his|her) side|in tow)\b`)

// withCame opens a sentence that names a traveller before their companions:
// "With X came Foreign Minister Y".
var withCame = regexp.MustCompile(`^(?:Along w|Together w|W)ith\b[^.;:]{0,90}?\b(?:came|comes|travell?ed|travels|flew|were|are|was|is)\b`)

// attending is the state of whom the title's holder travels with: "X was
// accompanied by Foreign Minister Y", "a delegation, including Y, accompanies X".
func (c *composer) attending(u untold, n *naming) string {
	text := c.page.Document.Passages[u.passage].Text
	at := retinue.FindStringIndex(c.before(u))
	if with := withCame.FindStringIndex(c.before(u)); with != nil {
		at = []int{with[1], with[1]}
	}
	if at == nil && alongside.MatchString(text[u.end:]) {
		at = []int{u.start, u.start}
	}
	if at == nil {
		return c.member(u, n)
	}
	ms := c.page.Mentions[u.passage]
	for k := len(ms) - 1; k >= 0; k-- { // whoever stands before
		if m := &ms[k]; (m.Kind == Person || m.Kind == Role) && m.End <= at[0] {
			if m.Kind == Role && m.State != "" {
				return m.State
			}
			if m.Entity >= 0 {
				return c.page.People[m.Entity].State
			}
			break
		}
	}
	for k := range ms {
		if m := &ms[k]; m.Kind == Person && m.Entity >= 0 && m.Start > u.end && strings.Contains(text[max(u.end, m.Whole[0]-15):m.Whole[0]], "accompan") {
			return c.page.People[m.Entity].State
		}
	}
	return ""
}

// membership matches what says behind a name that its bearer travels along.
var membership = regexp.MustCompile(`^, (?:who is )?(?:an? |also )?(?:member|part) of (?:the|his|her|their) (?:\pL+ )?delegation`)

// member is the state of the traveller whose delegation the title's holder is
// said to belong to, of the two that the document is about.
func (c *composer) member(u untold, n *naming) string {
	if !membership.MatchString(c.page.Document.Passages[u.passage].Text[u.end:]) {
		return ""
	}
	one := ""
	for _, s := range n.pair() {
		if c.anyGoes(s, n) {
			if one != "" {
				return ""
			}
			one = s
		}
	}
	return one
}

// siding matches what stands between a state and the people of its side.
var siding = regexp.MustCompile(`(?i)^(?:['’]s)? ?(?:\S+ )?(?:delegation|side|officials|team|ministers|leadership|representatives|government|authorities)\b`)

// siding is the state of the side that the words before a title speak of:
// "Kenyan officials, among them Prime Minister X".
func (c *composer) siding(u untold, _ *naming) string {
	ms, text, one := c.page.Mentions[u.passage], c.page.Document.Passages[u.passage].Text, ""
	for k := range ms {
		m := &ms[k]
		if m.Start > u.start || m.Kind != State && m.Kind != Demonym || m.State == one {
			continue
		}
		if one != "" {
			return ""
		}
		if siding.MatchString(text[m.End:u.start]) && u.start-m.End < 160 {
			one = m.State
		}
	}
	return one
}

// invited matches the words that lead to whoever invites.
var invited = regexp.MustCompile(`(?i)(?:invitation (?:of|from)|invited by|guests? of)(?: (?:the|his|her|h\.?e\.?|hon\.?|majesty|highness|excellency|mr\.?|mrs\.?|ms\.?|royal|counterpart,?))*\s*$`)

// inviting is the state that a sentence says somebody goes to at the invitation
// of the title's holder.
func (c *composer) inviting(u untold, _ *naming) string {
	if u.lone || !invited.MatchString(c.before(u)) {
		return ""
	}
	return c.destination(u.passage, u.person)
}

// destination is the only state that a passage has behind "to" or "visit", of
// which nobody but a host is said to come.
func (c *composer) destination(passage, host int) string {
	text, ms, one := c.page.Document.Passages[passage].Text, c.page.Mentions[passage], ""
	for k := range ms {
		m := &ms[k]
		if m.Kind == Person && m.Entity >= 0 && m.Entity != host && m.State == one {
			continue
		}
		if m.Kind != State && m.Kind != Capital || !leadsTo(text[:m.Start]) {
			continue
		}
		if one != "" && one != m.State {
			return ""
		}
		one = m.State
	}
	return one
}

// leadsTo reports whether words end in a way that leads to a place gone to.
func leadsTo(before string) bool {
	before = strings.ToLower(strings.TrimRight(before, " "))
	for _, article := range []string{" the", " the kingdom of", " the republic of"} {
		before = strings.TrimSuffix(before, article)
	}
	for _, w := range []string{" to", " visit", " visited", " visits", " visiting", " arrived in", " arrives in", " toured", " left for", " leaves for", " departed for"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// hosted matches the words that lead to whoever receives somebody.
var hosted = regexp.MustCompile(`(?i)(?:received|welcomed|greeted|hosted|seen off|met)(?: (?:today|yesterday|there|here|warmly|(?:up)?on (?:(?:his|her|their) )?arrival))?(?: (?:at|in) [^,;.]{3,60})? by(?: (?:the|his|her|h\.?e\.?|hon\.?|majesty|highness|excellency|mr\.?|mrs\.?|ms\.?|royal))*\s*$`)

// hosting is the state of the place that somebody was received in by the
// title's holder, as the sentence or the one before it names it.
func (c *composer) hosting(u untold, n *naming) string {
	if u.lone || !hosted.MatchString(c.before(u)) {
		return ""
	}
	for i := u.passage; i >= 0 && i >= u.passage-1; i-- {
		text, ms := c.page.Document.Passages[i].Text, c.page.Mentions[i]
		for k := len(ms) - 1; k >= 0; k-- {
			m := &ms[k]
			if i == u.passage && m.Start > u.start || m.Kind != State && m.Kind != Capital {
				continue
			}
			if before := strings.ToLower(text[:m.Start]); leadsTo(before) || strings.HasSuffix(before, " in ") || strings.HasSuffix(before, " left ") || before == "in " {
				return m.State
			}
		}
	}
	return ""
}

// meeting matches what people of two sides do with one another.
var meeting = regexp.MustCompile(`(?i)\b(?:met|meets|meet|receives?|received|hosts?|hosted|welcomes?|welcomed|greeted|called on|calls on|talks with|meeting with|meetings with|talks between|invited)\b`)

// facing is the state of the title's holder where somebody of another state
// meets them: the place that the sentence says the other goes to, or else the
// other of the two states that the document is about.
func (c *composer) facing(u untold, n *naming) string {
	pair := n.pair()
	if u.lone {
		return ""
	}
	text := c.page.Document.Passages[u.passage].Text
	for _, m := range c.page.Mentions[u.passage] {
		s := m.State
		if m.Kind == Person && m.Entity >= 0 && m.Entity != u.person {
			s = c.page.People[m.Entity].State
		} else if m.Kind != Role {
			continue
		}
		from := m.Whole[1]
		if u.partner {
			from = 0
		}
		if s == "" || !u.partner && (s == n.home || !faces(text, u, &m) && !c.jointly(text, u, &m)) {
			continue
		}
		if dest := c.goneTo(u, from); dest != "" && dest != s {
			return dest
		}
		if k := slices.Index(pair, s); k >= 0 {
			return pair[1-k]
		}
		if c.jointly(text, u, &m) {
			return c.otherIn(u.passage, s)
		}
	}
	return ""
}

// otherIn is the only state besides one that a passage names, or "".
func (c *composer) otherIn(passage int, state string) string {
	one := ""
	for k := range c.page.Mentions[passage] {
		switch m := &c.page.Mentions[passage][k]; m.Kind {
		case State, Demonym, Capital:
			if m.State == state || m.State == one {
				continue
			}
			if one != "" {
				return ""
			}
			one = m.State
		}
	}
	return one
}

// trip matches what a place stands before in "his Guyana visit".
var trip = regexp.MustCompile(`^ (?:visit|trip|tour|leg|stop)\b`)

// goneTo is the state last named between a byte and a title as one gone to:
// "embarked on a visit to Kenya, where he will meet President X".
func (c *composer) goneTo(u untold, from int) string {
	text, ms := c.page.Document.Passages[u.passage].Text, c.page.Mentions[u.passage]
	for k := len(ms) - 1; k >= 0; k-- {
		if m := &ms[k]; m.Start >= from && m.End <= u.start && (m.Kind == State || m.Kind == Capital) && (leadsTo(text[:m.Start]) || trip.MatchString(text[m.End:])) {
			return m.State
		}
	}
	return ""
}

// faces reports whether a verb of meeting, and nobody's clause end, stands
// between a title's holder and somebody else.
func faces(text string, u untold, m *Mention) bool {
	from, to := m.Whole[1], u.start
	if m.Whole[0] >= u.end {
		from, to = u.end, m.Whole[0]
	}
	if from >= to || to-from > 110 {
		return false
	}
	between := text[from:to]
	return meeting.MatchString(between) && !strings.ContainsAny(between, ";:") && !strings.Contains(between, " who ") && !strings.Contains(between, " his own ")
}

// joint matches what two do together behind their names.
var joint = regexp.MustCompile(`^ (?:also |today |later |on \pL+ )?(?:met|held|discussed|signed|exchanged|agreed|reviewed|witnessed|oversaw|talked|chaired|spoke)\b`)

// jointly reports whether the title's holder and somebody of like rank do
// something together: "President X and Prime Minister Y met".
func (c *composer) jointly(text string, u untold, m *Mention) bool {
	a, b := u.end, m.Whole[0]
	end := m.Whole[1]
	if m.Whole[1] <= u.start {
		a, b, end = m.Whole[1], u.start, u.end
	}
	return a < b && strings.TrimSpace(text[a:b]) == "and" && joint.MatchString(text[end:]) && heads(u.title) && heads(m.Title)
}

// heads reports whether a title is of a head of state or government.
func heads(title string) bool {
	return slices.ContainsFunc(lexicon.Offices(), func(o lexicon.Office) bool { return o.Title == title && o.Head })
}

// before is the words of the passage before a title.
func (c *composer) before(u untold) string {
	return c.page.Document.Passages[u.passage].Text[:u.start]
}

// pair is the two states that a document is about, as its title has it or for
// their being named most; nil where it is about one or several.
func (n *naming) pair() []string {
	if len(n.titled) == 2 {
		return n.titled
	}
	if len(n.main) < 2 || len(n.main) > 2 && n.times[n.main[2]]*2 > n.times[n.main[1]] {
		return nil
	}
	return n.main[:2]
}

// crowned reports whether a state may have the title as far as heads of state
// go: where somebody is president there is no king.
func (c *composer) crowned(u untold, state string) bool {
	if u.title == "pope" {
		return state == "va"
	}
	monarch := throne(u.title)
	if u.title == "pope" {
		return state == "va"
	}
	if !monarch && u.title != "president" {
		return true
	}
	for i := range c.page.People {
		for _, o := range c.page.People[i].Offices {
			if i != u.person && o.State == state && (monarch && o.Title == "president" || !monarch && throne(o.Title) && o.Title != "crown prince") {
				return false
			}
		}
	}
	return true
}

// throne reports whether a title is of a monarch or an heir.
func throne(title string) bool {
	switch title {
	case "king", "queen", "emperor", "sultan", "emir", "grand duke", "crown prince", "crown princess":
		return true
	}
	return false
}
