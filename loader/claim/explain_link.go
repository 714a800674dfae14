package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Choice is how the visit was chosen that an agreement came from.
type Choice struct {
	Agreement  Ref         `json:"agreement,omitempty"` // none where the agreement was dropped for want of a visit
	What       string      `json:"what"`
	Chosen     Ref         `json:"chosen,omitempty"`
	Confidence float64     `json:"confidence,omitempty"` // of the link that was stated
	Enough     float64     `json:"enough"`               // probability from which a visit is chosen
	Candidates []Candidate `json:"candidates,omitempty"` // the likeliest first
	Barred     []Barred    `json:"barred,omitempty"`     // visits that it cannot have come from
}

// Candidate is a visit that an agreement may have come from.
type Candidate struct {
	Visit       Ref       `json:"visit"`
	What        string    `json:"what"`
	Probability float64   `json:"probability"`
	Features    []Feature `json:"features"` // the strongest first
}

// Feature is something that holds of an agreement and a visit, and what it is
// worth, in logits.
type Feature struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
}

// Barred is a visit that an agreement cannot have come from.
type Barred struct {
	Visit Ref    `json:"visit"`
	What  string `json:"what"`
	Why   string `json:"why"`
}

// links tells of each agreement from which visits it may have come.
func (x *explainer) links() {
	for i, a := range x.trace.ranked {
		c := Choice{What: tellAgreement(a), Enough: enough}
		for j := range x.trace.ranking.Visits {
			x.candidate(&c, i, j)
		}
		slices.SortStableFunc(c.Candidates, func(a, b Candidate) int { return cmp.Compare(b.Probability, a.Probability) })
		if v, _ := x.trace.ranking.Choose(i, LinkWeights()); v >= 0 {
			c.Chosen = visitRef(v)
		}
		if at := slices.Index(x.agreements, a); at >= 0 {
			c.Agreement = agreementRef(at)
		}
		for k := range x.out.Reading.Facts {
			if f := &x.out.Reading.Facts[k]; f.Type == "SIGNED_DURING" && f.From == c.Agreement {
				c.Confidence = f.Confidence
			}
		}
		x.out.Links = append(x.out.Links, c)
	}
}

// candidate adds a visit to those that an agreement may, or cannot, have come from.
func (x *explainer) candidate(c *Choice, agreement, visit int) {
	k, w := x.trace.ranking, LinkWeights()
	what := x.tellVisit(x.visits[visit])
	if why := k.bars(&k.Agreements[agreement], &k.Visits[visit]); why != "" {
		c.Barred = append(c.Barred, Barred{Visit: visitRef(visit), What: what, Why: string(why)})
		return
	}
	features := k.Features(agreement, visit)
	out := Candidate{Visit: visitRef(visit), What: what, Probability: w.Probability(features)}
	for _, f := range features {
		out.Features = append(out.Features, Feature{Name: f, Weight: float64(w[f]) / 100})
	}
	slices.SortFunc(out.Features, func(a, b Feature) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), strings.Compare(a.Name, b.Name))
	})
	c.Candidates = append(c.Candidates, out)
}

// visitRef and agreementRef are how the entities are called that emit makes of
// the visits and agreements of a reader.
func visitRef(i int) Ref     { return Ref("visit:" + itoa(i+1)) }
func agreementRef(i int) Ref { return Ref("agreement:" + itoa(i+1)) }
