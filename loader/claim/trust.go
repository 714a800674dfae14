package claim

import (
	"math"
	"slices"
	"strconv"

	"github.com/entente-graph/entente/loader/mention"
)

// Look is a fact whose confidence is measured: that a visit was made, that a
// party is bound, that an agreement was signed during a visit.
type Look struct {
	Kind     string // visit, agreement, link
	Of       string // name or title of the visit or agreement
	Rule     string
	Weak     []string
	Features []string // under which the table of confidences has it; of a link, its rank and those of its ends
	Evidence []Evidence
}

// Looks reads a page as Read does and gives its measured facts.
func Looks(page *mention.Page, d Document) []Look {
	t := newTrust(events(page, d, nil).b.reading)
	var out []Look
	for i := range t.reading.Facts {
		f := &t.reading.Facts[i]
		l := Look{Rule: f.Rule, Weak: f.Weak, Features: t.features(f), Evidence: f.Evidence}
		switch f.Type {
		case "MADE":
			l.Kind = "visit"
		case "PARTY_TO":
			l.Kind = "agreement"
		case "SIGNED_DURING":
			l.Kind = "link"
		default:
			continue
		}
		l.Of = t.name(t.about(f))
		out = append(out, l)
	}
	return out
}

// trust knows of the visits and agreements of a Reading what tells, beside
// rule and weak steps, how far they can be relied on.
type trust struct {
	reading  *Reading
	entities map[Ref]*Entity // visits and agreements
	marks    map[Ref][]string
}

func newTrust(r *Reading) *trust {
	t := &trust{reading: r, entities: map[Ref]*Entity{}, marks: map[Ref][]string{}}
	ends, around := endsOf(r), newSurroundings(r)
	for i := range r.Entities {
		e := &r.Entities[i]
		switch e.Label {
		case "Visit":
			t.entities[e.Ref], t.marks[e.Ref] = e, slices.Concat(visitMarks(e, ends[e.Ref]), around.visit(e.Ref), documentMarks(&r.Document))
		case "Agreement":
			t.entities[e.Ref], t.marks[e.Ref] = e, slices.Concat(agreementMarks(e, ends[e.Ref]), around.agreement(e), documentMarks(&r.Document))
		}
	}
	return t
}

// endsOf counts the facts of each type at each entity.
func endsOf(r *Reading) map[Ref]map[string]int {
	ends := map[Ref]map[string]int{}
	for _, f := range r.Facts {
		for _, e := range []Ref{f.From, f.To} {
			if ends[e] == nil {
				ends[e] = map[string]int{}
			}
			ends[e][f.Type]++
		}
	}
	return ends
}

// commonMarks are those of visits and agreements alike.
func commonMarks(e *Entity, date string) []string {
	out := []string{"undated"}
	if p, ok := e.Properties[date+"Precision"].(string); ok {
		out[0] = "to-the-" + p
	}
	switch n := len(e.Evidence); {
	case n == 1:
		out = append(out, "told-once")
	case n > 2:
		out = append(out, "told-often")
	}
	if e.Properties["status"] == "planned" {
		out = append(out, "planned")
	}
	return out
}

// documentMarks tell how far the dates that a document gives can be placed.
func documentMarks(d *Document) []string {
	switch {
	case d.PublishedOn == "":
		return []string{"page-undated"}
	case d.PublishedBasis == "inferred" || len(d.PublishedOn) < 10:
		return []string{"page-date-inferred"}
	}
	return nil
}

func visitMarks(e *Entity, ends map[string]int) []string {
	out := commonMarks(e, "startDate")
	if e.Properties["kind"] != "unspecified" {
		out = append(out, "visit-styled")
	}
	if e.Properties["place"] != nil {
		out = append(out, "visit-placed")
	}
	if ends["HOSTED"] > 0 {
		out = append(out, "visit-hosted")
	}
	if ends["SIGNED_DURING"] > 0 {
		out = append(out, "visit-with-texts")
	}
	return out
}

func agreementMarks(e *Entity, ends map[string]int) []string {
	out := commonMarks(e, "signedOn")
	switch n := ends["PARTY_TO"]; {
	case n < 2:
		out = append(out, "one-party")
	case n > 2:
		out = append(out, "many-parties")
	}
	if ends["SIGNED_DURING"] > 0 {
		out = append(out, "tied-to-visit")
	}
	if ends["SIGNED"] > 0 {
		out = append(out, "signers-told")
	}
	switch _, counted := e.Properties["documentCount"]; {
	case counted:
		out = append(out, "counted")
	case len(e.Head) == 0:
		out = append(out, "unnamed")
	case len(e.Head) > 3:
		out = append(out, "long-named")
	}
	return out
}

// features are those of a fact, with the marks of its visit or agreement; of a
// link, those of both ends, and what ranking gives it.
func (t *trust) features(f *Fact) []string {
	out := []string{"claim"}
	if f.Type == "SIGNED_DURING" {
		out = []string{"rank:" + strconv.Itoa(int(math.Round(f.Confidence*100)))}
		for _, x := range t.endFeatures(f.From) {
			out = append(out, "agreement/"+x)
		}
		for _, x := range t.endFeatures(f.To) {
			out = append(out, "visit/"+x)
		}
		return out
	}
	both := Support{Rule: f.Rule, Weak: f.Weak}
	about := t.about(f)
	if e := t.entities[about]; e != nil {
		both = supportOf(f.Rule, append(slices.Clone(f.Weak), e.Weak...)...)
	}
	return slices.Concat(out, both.features(), both.strides(), t.marks[about])
}

// about is the visit or agreement that a fact is one of.
func (t *trust) about(f *Fact) Ref {
	if t.entities[f.From] != nil {
		return f.From
	}
	return f.To
}

// name is what a visit or agreement is called.
func (t *trust) name(ref Ref) string {
	e := t.entities[ref]
	if e == nil {
		return ""
	}
	field := "name"
	if e.Label == "Agreement" {
		field = "title"
	}
	name, _ := e.Properties[field].(string)
	return name
}

// endFeatures are those of a visit or agreement itself.
func (t *trust) endFeatures(ref Ref) []string {
	out := []string{"claim"}
	if e := t.entities[ref]; e != nil {
		return slices.Concat(out, e.features(), e.strides(), t.marks[ref])
	}
	return out
}

// LinkLogit is the logit of a link by itself: what ranking gives it, if both
// its ends are right, of which the less likely counts.
func LinkLogit(agreement, visit, rank float64) float64 {
	p := min(agreement, visit) * rank
	return math.Log(p / (1 - p))
}

// LinkProbability is what the table makes of a link's logit.
func LinkProbability(w Weights, logit float64) float64 {
	return likelihood(float64(w["link"])/100 + float64(w["link-slope"])/100*logit)
}

// settle gives visits, agreements, their facts and links the confidence that
// first looks of others like them have earned.
func (t *trust) settle() {
	w := measures()
	sure := map[Ref]float64{}
	for ref, e := range t.entities {
		e.Confidence = w.Probability(t.endFeatures(ref))
		sure[ref] = e.Confidence
	}
	for i := range t.reading.Facts {
		switch f := &t.reading.Facts[i]; f.Type {
		case "SIGNED_DURING":
			f.Confidence = LinkProbability(w, LinkLogit(sure[f.From], sure[f.To], f.Confidence))
		case "MADE", "TO", "FROM", "HOSTED", "PARTY_TO", "SIGNED":
			f.Confidence = w.Probability(t.features(f))
		}
	}
}
