package claim

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// miss is why a rule that was triggered gave nothing; empty where it did.
type miss string

// The reasons of visits.
const (
	missOpen      miss = "it is denied or only possible"
	missRemote    miss = "they met by telephone or video"
	missFigure    miss = "the motion is no journey"
	missThat      miss = "“that” stands for no visit"
	missVisitor   miss = "no visitor is found"
	missCrowd     miss = "too many people are named"
	missCompanion miss = "no visit was told just before that they could share"
	missPlace     miss = "no destination is found"
	missSettled   miss = "the place need not be where it happened"
	missAbroad    miss = "the people are at home there"
	missSeveral   miss = "it tells of several stays at once"
	missDate      miss = "it has no date of its own"
	missTold      miss = "the text tells of it anyway"
	missRow       miss = "the row lacks a place, a visitor or a date"
)

// The reasons of texts.
const (
	missWord    miss = "no word tells what became of it"
	missDenied  miss = "it is said not to be made"
	missNew     miss = "the phrase does not bring a new text forward"
	missWhole   miss = "no package was told before that it could be of"
	missPointed miss = "it points to no text told just before"
	missTitle   miss = "it has no title and no number"
	missParties miss = "its parties are not told"
	missParty   miss = "only one party is told"
	missLead    miss = "it only opens a list"
	missUnknown miss = "one side ratifies a text that was not told before"
	missVague   miss = "it is an uncounted plural without a visit or a date"
	missNoText  miss = "the noun means no text here"
	missWithin  miss = "it is part of another noun or title"
)

// The reasons of undertakings, quotations and numbers.
const (
	missPointer  miss = "it points to one told before"
	missPlural   miss = "it is a plural"
	missDoer     miss = "it has no name, and nobody builds or plans it"
	missName     miss = "nothing tells it from others"
	missSides    miss = "fewer than two states take part"
	missSpeaker  miss = "no speaker is found"
	missShort    miss = "it is shorter than four words"
	missTitled   miss = "it is a title"
	missAgain    miss = "it was told before, or stands in a heading"
	missNoFigure miss = "it is no figure of its own"
)

// The reasons for which an agreement cannot come from a visit.
const (
	missStay     miss = "there was no such stay, or several"
	missDays     miss = "the agreement's date lies outside"
	missFuture   miss = "nothing has been signed at what is to come"
	missBound    miss = "the agreement binds neither side of it"
	missRecalled miss = "it is only mentioned, and not near it"
)

// trace keeps which rules were tried and what came of it, where Explain wants
// to know. A nil one keeps nothing, and costs nothing.
type trace struct {
	tries   []try
	ranking *Ranking
	ranked  []*agreement // as the ranking numbers them
}

// try is one rule that was triggered.
type try struct {
	passage int
	rule    string
	word    string // that triggered it
	what    string // it found, as far as it came
	why     miss   // nothing came of it; empty where of tells what did
	of      any    // *visit, *agreement or *project that it told of
	again   bool   // one told before
	weak    []string
}

// missed notes that a rule gave nothing.
func (t *trace) missed(passage int, rule, word string, why miss) {
	if t != nil {
		t.tries = append(t.tries, try{passage: passage, rule: rule, word: word, why: why})
	}
}

// missedFigure notes that a number is no figure, where it is more than a few.
func (t *trace) missedFigure(m *mention.Mention, why miss) {
	if t != nil && (m.Amount.Currency != "" || m.Amount.Value >= fewest) {
		t.missed(m.Passage, "figure", m.Surface, why)
	}
}

// missedVisit notes that a frame of visits gave nothing, and how far it came.
// What is done or said anywhere ("said", "praised") misses nothing without a
// place; other words that need not tell of a journey nothing without either.
func (t *trace) missedVisit(r *reader, s *sentence, h *hit, why miss) {
	if t == nil {
		return
	}
	anywhere := h.frame.words[0] == "*" || h.frame.sense == "speech"
	if anywhere && (why == missVisitor || why == missPlace || why == missOpen) {
		return
	}
	if why == missOpen {
		why = s.leftOpen(h)
	}
	who, _ := r.who(s, h)
	what := r.names(who)
	if h.frame.sense != "join" { // which goes where the visit in mind does
		if legs, _ := r.whereOf(s, h, who); len(legs) > 0 {
			what = strings.TrimSpace(what + " to " + legs[0].state)
		}
	}
	if what == "" && !s.journey(h.slot) {
		return
	}
	t.tries = append(t.tries, try{passage: s.passage, rule: "visit." + h.frame.name, word: s.wordAt(h.slot), what: what, why: why})
}

// journey reports whether a slot's word tells of a journey by itself.
func (s *sentence) journey(k int) bool { return s.classed(k, []string{"go", "visit", "host"}) }

// nobody notes the frames of journeys in a sentence that names nobody.
func (t *trace) nobody(s *sentence) {
	if t == nil {
		return
	}
	for _, h := range s.hits() {
		if h.frame.sense == "visit" && s.journey(h.slot) {
			t.missed(s.passage, "visit."+h.frame.name, s.wordAt(h.slot), missVisitor)
		}
	}
}

// missedText notes that nothing came of a text; g is what is said of it, and a
// what was read, if anything.
func (t *trace) missedText(s *sentence, n *textPhrase, g *signing, a *agreement, why miss) {
	if t == nil {
		return
	}
	x := try{passage: s.passage, rule: "agreement", word: n.title(s), why: why}
	if g != nil {
		x.rule = g.rule
	}
	if a != nil {
		x.what = partyNames(a.parties)
	}
	t.tries = append(t.tries, x)
}

// passedOver notes the nouns for texts that stand in none of a sentence's texts.
func (t *trace) passedOver(s *sentence, texts []textPhrase) {
	if t == nil {
		return
	}
	for k := range s.slots {
		if s.slots[k].kind != slotAgreement || slices.ContainsFunc(texts, func(n textPhrase) bool { return n.head == k }) {
			continue
		}
		why := missWithin
		if s.notText(k) {
			why = missNoText
		}
		t.missed(s.passage, "agreement", s.wordAt(k), why)
	}
}

// keptVisit notes a telling of a visit, which is now part of known.
func (t *trace) keptVisit(r *reader, s *sentence, slot int, v, known *visit) {
	if t != nil {
		t.tries = append(t.tries, try{passage: s.passage, rule: v.rule, word: s.wordAt(slot), what: r.tellVisit(v), of: known, again: v != known, weak: v.weak})
	}
}

// keptAgreement notes a telling of a text, which is now part of known.
func (t *trace) keptAgreement(s *sentence, slot int, a, known *agreement) {
	if t != nil {
		t.tries = append(t.tries, try{passage: s.passage, rule: a.rule, word: s.wordAt(slot), what: tellAgreement(a), of: known, again: a != known, weak: a.weak})
	}
}

// keptProject notes a telling of an undertaking, which is now part of known.
func (t *trace) keptProject(s *sentence, slot int, p, known *project) {
	if t != nil {
		t.tries = append(t.tries, try{passage: s.passage, rule: p.rule, word: s.wordAt(slot), what: strings.TrimSuffix(p.name+" of "+partyNames(p.states), " of "), of: known, again: p != known, weak: p.weak})
	}
}

// chose keeps what the choice of visits was made from.
func (t *trace) chose(r *reader, k *Ranking) {
	if t != nil {
		t.ranking, t.ranked = k, slices.Clone(r.agreements)
	}
}

// wordAt is a slot as it is written.
func (s *sentence) wordAt(k int) string {
	if k < 0 || k >= len(s.slots) {
		return ""
	}
	return s.text[s.slots[k].start:s.slots[k].end]
}

// leftOpen is what leaves open whether a trigger's event was or will be.
func (s *sentence) leftOpen(h *hit) miss {
	sh := s.shape()
	for i, steps := h.verb, 0; i >= 0 && steps < 6; steps++ {
		v := &sh.Verbs[i]
		switch {
		case v.Negated:
			return "it is negated"
		case s.supposed(v):
			return "it is only supposed"
		case v.Modal != "":
			return miss("“" + v.Modal + "” leaves it open")
		case v.Governor >= 0 && h.frame.kind != "noun":
			if status, decided := s.governed(i); decided && status == "" {
				return miss("“" + s.slots[sh.Verbs[v.Governor].Head].word + "” leaves it open")
			}
		}
		i = v.Governor
	}
	return missOpen
}

// names are those of people of the page, listed.
func (r *reader) names(who []int) string {
	var out []string
	for _, l := range who {
		out = append(out, r.page.People[l].Name)
	}
	return strings.Join(out, ", ")
}

func partyNames(ps []party) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.name())
	}
	return strings.Join(out, ", ")
}

// tellVisit says in short what is told of a visit: "Ada Moro to no,
// 2023-05-03, state, planned".
func (r *reader) tellVisit(v *visit) string {
	out := []string{r.names(v.leaders) + " to " + v.to}
	if v.start != "" {
		out = append(out, strings.TrimSuffix(v.start+" to "+v.end, " to "))
	}
	if v.kind != "" {
		out = append(out, v.kind)
	}
	out = append(out, v.status)
	if len(v.hosts) > 0 {
		out = append(out, "host "+r.names(v.hosts))
	}
	return strings.Join(out, ", ")
}

// tellAgreement says in short what is told of a text: "treaty on fisheries of
// ke, no, 2023-05, signed".
func tellAgreement(a *agreement) string {
	out := []string{strings.TrimSuffix(a.title+" of "+partyNames(a.parties), " of ")}
	if a.signed != "" {
		out = append(out, a.signed)
	}
	if a.count > 1 {
		out = append(out, strconv.Itoa(a.count)+" documents")
	}
	return strings.Join(append(out, a.status), ", ")
}
