package claim

import (
	"slices"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
)

// reader goes through a page once and gathers visits, agreements and projects
// before it makes claims of them, because what a later sentence adds to one
// told before belongs to the same.
type reader struct {
	page  *mention.Page
	b     *Builder
	trace *trace // where somebody asks what is tried; else nil

	we         []int // who speak as "we" in a joint statement
	visits     []*visit
	agreements []*agreement
	projects   []*project
	rowWho     []int // travellers of the row before, for "the same"

	focus   focus
	theme   []party // two states whose relations the document is about
	daily   bool    // headings are days, as in a digest
	journal bool    // headings are places with their days, as of a journey
	late    bool    // the body has been read: what a headline repeats is known
}

// focus is what the text has in mind: what "the visit" and "the two sides" mean.
type focus struct {
	visit     *visit
	at        int   // passage in which that visit was last told
	place     place // last named
	invited   invitation
	trip      *visit   // several stays told of at once, which are no visit
	pair      []string // states last named as two sides
	leaders   []int    // people last named side by side
	named     int      // passage in which they were
	recent    []int    // people of the last sentence that named any
	venue     place    // of the summit or conference last told, with its days
	venueFrom string
	venueTo   string
	met       int        // passage in which it was
	meetings  []meeting  // of bodies, to which somebody was told to go
	body      party      // whose meeting was last told
	bodyAt    int        // passage in which it was
	bodies    []party    // all named so far
	day       string     // of the section or paragraph, where its head is a day
	dayEnd    string     // its last, where the head is several days
	entry     bool       // the day is the paragraph's
	ahead     bool       // the section tells what is to come
	spot      place      // in which a section or paragraph is set, where its head is a place
	spotOf    int        // the paragraph that it is of, -1 for the section
	spotDay   bool       // the section's day stands beside its place
	year      string     // "In 2023, …", of the paragraph
	register  register   // the list of visits in which the text is
	included  *agreement // the package last told, whose members may follow
	listed    int        // passage in which it was told or its list opened
	noted     *agreement // text last named of which nothing was told
	notedAt   int        // passage in which it was
}

// told is a claim's support within the document: where, by which rule, by
// which weak steps.
type told struct {
	evidence []Evidence
	rule     string
	weak     []string
	sure     float64 // probability by ranking; 0 where the table of confidences tells
}

func (t *told) add(e Evidence) { t.evidence = mergeEvidence(t.evidence, []Evidence{e}) }

// lastTold is the passage that tells of it last.
func (t *told) lastTold() int { return t.evidence[len(t.evidence)-1].Passage }

func (t *told) weaken(step string) {
	if step != "" && !slices.Contains(t.weak, step) {
		t.weak = append(t.weak, step)
	}
}

func (t *told) support() Support {
	s := supportOf(t.rule, t.weak...)
	if t.sure > 0 {
		s.Confidence = t.sure
	}
	return s
}

// leaderState is the state that a person of the page acts for, empty where it
// is unknown or an organization.
func (r *reader) leaderState(person int) string {
	if person < 0 || person >= len(r.page.People) {
		return ""
	}
	return r.page.People[person].State
}

// inferred reports whether only the lexicon, not the document, tells whom a
// person acts for.
func (r *reader) inferred(person int) bool { return len(r.page.People[person].Offices) == 0 }

// side is the state or body that a person acts for, as a party.
func (r *reader) side(person int) party {
	if person < 0 || person >= len(r.page.People) {
		return party{}
	}
	p := &r.page.People[person]
	return party{state: p.State, body: lexicon.Whole(p.Organization)}
}

// people are the persons of a range of slots, and the weak step of finding
// them, if any.
func (r *reader) people(s *sentence, from, to int) (out []int, weak string) {
	for k := from; k < to; k++ {
		sl := &s.slots[k]
		switch sl.kind {
		case slotLeader, slotOwner:
			if k > 0 && s.slots[k-1].word == "no" || sl.kind == slotLeader && sl.m.Kind == mention.Role && s.anyHolder(k) {
				continue // "no Kenyan president has come", "the last visit of a Kenyan president"
			}
			if sl.m.Entity >= 0 && !slices.Contains(out, sl.m.Entity) {
				out = append(out, sl.m.Entity)
				if sl.m.Kind == mention.Pronoun {
					weak = "pronoun"
				} else if sl.m.Kind == mention.Role {
					weak = "role"
				}
			}
		case slotBoth:
			if s.foldAt(k+1) == "from" { // "the leaders from Kenya and Norway" are others
				continue
			}
			if g := s.groupBefore(k); sl.word == "they" && g[0] < g[1] {
				out, _ = r.people(s, g[0], g[1])
				weak = "pronoun"
				continue
			}
			if pair := s.pairBefore(k); sl.word == "they" && len(pair) == 2 {
				out, weak = append(out, pair...), "pronoun"
				continue
			}
			if v := r.focus.visit; v != nil && len(v.leaders) > 1 && (sl.word == "guests" || sl.word == "visitors") {
				out, weak = append(out, v.leaders...), "pronoun"
				continue
			}
			if both := r.holders(s, k); len(both) == 2 {
				out, weak = append(out, both...), "pronoun"
				continue
			}
			if r.otherOffice(sl.word) {
				continue
			}
			if peopleWord(sl.word) && len(r.focus.leaders) > 1 && s.passage-r.focus.named <= 3 {
				out, weak = append(out, r.focus.leaders...), "pronoun"
			}
		}
	}
	return out, weak
}

// evidence makes evidence of the slots from one to another.
func (r *reader) evidence(s *sentence, from, to int) Evidence {
	if len(s.slots) == 0 {
		return evidenceOf(r.page, s.passage, 0, 0)
	}
	to = min(max(to, from+1), len(s.slots))
	from = min(from, to-1)
	return evidenceOf(r.page, s.passage, s.slots[from].start, s.slots[to-1].end)
}

// groupBefore is the last list of two people or more before a slot, whom
// "they" means.
func (s *sentence) groupBefore(k int) [2]int {
	for j := k - 1; j > 0; j-- {
		if s.slots[j].kind == slotLeader {
			if from, to := s.groupEnding(j); to-from > 1 {
				return [2]int{from, to}
			}
		}
	}
	return [2]int{}
}

// peopleWord reports whether "the two …" or "they" means people.
func peopleWord(w string) bool {
	switch w {
	case "leaders", "presidents", "ministers", "premiers", "generals", "statesmen", "men", "women", "they", "both", "pair", "duo", "two", "three", "same":
		return true
	}
	return false
}
