package claim

import (
	_ "embed"
	"slices"
	"sync"
	"time"

	"github.com/entente-graph/entente/loader/mention"
)

// Ranking chooses, for each agreement of a document, the visit during which it
// was signed, or none: by the features that a pair of them has, and what each
// feature is worth (links.tsv, which `make learn` writes). It knows nothing of
// the rules that read visits and agreements.
type Ranking struct {
	Visits     []RankedVisit
	Agreements []RankedAgreement

	page      *mention.Page
	sentences map[int]*sentence // of agreements, rewritten when first asked for
}

// RankedVisit is what ranking knows of a visit.
type RankedVisit struct {
	People     []int    // visitors, as indexes into the page's people
	Hosts      []int    // likewise
	From       []string // states and bodies that the visitors act for
	To         string   // ISO code
	Start, End string
	Status     string
	Told       []Evidence // sorted by passage, never empty
}

// RankedAgreement is what ranking knows of an agreement.
type RankedAgreement struct {
	Parties []string // ISO codes, names of bodies
	Title   string
	Kind    string
	Status  string
	Count   int
	Date    string // of signing or ratification, where it is told
	// Recalled is set where no word tells that it was made: what is only
	// mentioned comes from no visit but one told near it.
	Recalled bool
	Told     []Evidence // sorted by passage, never empty
}

// NewRanking makes a Ranking of a page's visits and agreements.
func NewRanking(page *mention.Page, visits []RankedVisit, agreements []RankedAgreement) *Ranking {
	return &Ranking{Visits: visits, Agreements: agreements, page: page, sentences: map[int]*sentence{}}
}

// Study reads a page as Read does and gives what its links are chosen from.
func Study(page *mention.Page, d Document) *Ranking { return gather(page, d, nil).ranking() }

// enough is the probability from which a link is stated. A wrong one is worse
// than a missing one: from here on, nine in ten are right where each document is
// judged by what the others taught (`make learn` prints it).
const enough = 0.4

// Choose is the visit that an agreement comes from and how likely, -1 where
// none is likely enough.
func (k *Ranking) Choose(agreement int, w Weights) (visit int, probability float64) {
	if visit, probability = k.Likeliest(agreement, w); probability < enough {
		return -1, probability
	}
	return visit, probability
}

// Likeliest is the likeliest visit of an agreement and its probability, -1
// where there is none that could be its.
func (k *Ranking) Likeliest(agreement int, w Weights) (visit int, probability float64) {
	visit = -1
	for i := range k.Visits {
		if fs := k.Features(agreement, i); len(fs) > 0 {
			if p := w.Probability(fs); p > probability {
				visit, probability = i, p
			}
		}
	}
	return visit, probability
}

//go:embed links.tsv
var linkTable string

// LinkWeights are those of links.tsv.
var LinkWeights = sync.OnceValue(func() Weights { return weightsIn(linkTable) })

// Features are the names of what holds of an agreement and a visit, in a fixed
// order; none where the two cannot belong together.
func (k *Ranking) Features(agreement, visit int) []string {
	a, v := &k.Agreements[agreement], &k.Visits[visit]
	if k.bars(a, v) != "" {
		return nil
	}
	p := k.pair(a, v)
	out := []string{"bias"}
	for _, f := range [][]string{p.sides(), p.dates(), p.statuses(), p.distance(), p.rivals(visit), p.words(), p.part(visit)} {
		out = append(out, f...)
	}
	return out
}

// bars is why an agreement cannot come from a visit at all: the visit did not
// take place and is not to, a date speaks against it, or neither of its sides
// is bound. It is empty where the agreement can.
func (k *Ranking) bars(a *RankedAgreement, v *RankedVisit) miss {
	switch {
	case v.Status == "cancelled" || v.Status == "denied":
		return missStay
	case !v.covers(a.Date):
		return missDays
	case a.Status == "signed" && v.Status == "planned" && (v.Start == "" || v.Start > k.page.Published):
		return missFuture
	case a.Recalled && !a.toldNear(v):
		return missRecalled
	}
	if host, guest := v.binds(a); !host && !guest {
		return missBound
	}
	return ""
}

// toldNear reports whether both are told within two passages.
func (a *RankedAgreement) toldNear(v *RankedVisit) bool {
	for _, x := range a.Told {
		for _, y := range v.Told {
			if d := x.Passage - y.Passage; d >= 0 && d <= 2 {
				return true
			}
		}
	}
	return false
}

// covers reports whether a date can lie within the stay, or shortly behind its
// first day, where no last one is told.
func (v *RankedVisit) covers(date string) bool {
	o := visit{start: v.Start, end: v.End}
	return o.within(date) || v.soonAfter(date)
}

// soonAfter reports whether a day follows the only one told of a stay so soon
// that the stay may have lasted.
func (v *RankedVisit) soonAfter(date string) bool {
	if len(v.Start) != 10 || len(date) != 10 || date <= v.Start || v.End != "" && v.End != v.Start {
		return false
	}
	from, errFrom := time.Parse(time.DateOnly, v.Start)
	day, errDay := time.Parse(time.DateOnly, date)
	return errFrom == nil && errDay == nil && day.Sub(from) <= 5*24*time.Hour
}

// binds reports whether an agreement binds the visit's destination, or the
// institutions there, and whom its visitors act for.
func (v *RankedVisit) binds(a *RankedAgreement) (host, guest bool) {
	host = slices.Contains(a.Parties, v.To) || v.To == "be" && slices.Contains(a.Parties, "European Union")
	for _, f := range v.From {
		guest = guest || slices.Contains(a.Parties, f)
	}
	return host, guest
}

// fits reports whether parties and dates allow that the agreement is the visit's.
func (k *Ranking) fits(a *RankedAgreement, v *RankedVisit) bool {
	host, guest := v.binds(a)
	return host && guest && k.bars(a, v) == ""
}

func (k *Ranking) sentence(passage int) *sentence {
	s := k.sentences[passage]
	if s == nil {
		s = newSentence(k.page, passage)
		k.sentences[passage] = s
	}
	return s
}
