package claim

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
)

// Explanation is why a document gave what it gave.
type Explanation struct {
	Reading  *Reading // what Read gives
	Passages []Explained
	Links    []Choice
}

// Explained is why a passage gave what it gave: what is named in it, as the
// grammar sees it, which rules were tried, and what came of each.
type Explained struct {
	Passage int            `json:"passage"`
	Kind    string         `json:"kind"` // sentence, heading, item, row, caption, note, dateline
	Text    string         `json:"text"`
	Slots   []ExplainedRun `json:"slots,omitempty"`
	Verbs   []ExplainedRun `json:"verbs,omitempty"` // where a rule was tried
	Gave    []Gave         `json:"gave,omitempty"`
	Missed  []Missed       `json:"missed,omitempty"`
}

// ExplainedRun is a typed slot or a verb of a passage.
type ExplainedRun struct {
	Kind    string `json:"kind"`  // leader, state, city, …; of a verb: finite, infinitive, gerund, participle
	Start   int    `json:"start"` // code points within the passage
	End     int    `json:"end"`
	Surface string `json:"surface"`
	Of      string `json:"of,omitempty"`    // a slot's: the person, the code, the date, the kind of text
	State   string `json:"state,omitempty"` // a leader's

	Subjects []string `json:"subjects,omitempty"` // a verb's
	Marks    []string `json:"marks,omitempty"`    // a verb's: passive, negated, will, "under agreed"
}

// Gave is what a rule gave.
type Gave struct {
	Rule       string   `json:"rule"` // as claims carry it
	Word       string   `json:"word,omitempty"`
	Ref        Ref      `json:"ref,omitempty"`
	What       string   `json:"what"`            // as it is told here
	Again      bool     `json:"again,omitempty"` // the entity was told of before
	Weak       []string `json:"weak,omitempty"`
	Confidence float64  `json:"confidence,omitempty"` // of the entity as a whole
}

// Missed is a rule that was triggered and gave nothing.
type Missed struct {
	Rule string `json:"rule"`
	Word string `json:"word,omitempty"`
	What string `json:"what,omitempty"` // was found
	Why  string `json:"why"`
}

// Explain reads a page as Read does, and tells why each passage gave what it gave.
func Explain(page *mention.Page, d Document) *Explanation {
	t := &trace{}
	r := read(page, d, t)
	x := &explainer{reader: r, out: &Explanation{Reading: r.b.Reading()}}
	x.passages()
	x.tries()
	x.others()
	x.links()
	return x.out
}

// ExplainNames reads a page as ReadNames does; no rule but those of states and
// sources is tried.
func ExplainNames(page *mention.Page, d Document) *Explanation {
	x := &explainer{reader: &reader{page: page}, out: &Explanation{Reading: ReadNames(page, d)}}
	x.passages()
	x.others()
	return x.out
}

// explainer puts together what a reader was told by its trace.
type explainer struct {
	*reader
	out *Explanation
}

// passages lists the passages with their slots.
func (x *explainer) passages() {
	for i := range x.page.Document.Passages {
		p := &x.page.Document.Passages[i]
		e := Explained{Passage: i, Kind: string(p.Kind), Text: p.Text}
		s := newSentence(x.page, i)
		for k := range s.slots {
			if run, ok := x.slot(s, k); ok {
				e.Slots = append(e.Slots, run)
			}
		}
		x.out.Passages = append(x.out.Passages, e)
	}
}

// tries files what was tried under its passage.
func (x *explainer) tries() {
	for i := range x.trace.tries {
		y := &x.trace.tries[i]
		p := &x.out.Passages[y.passage]
		ref, why := x.ref(y)
		if why != "" {
			p.Missed = append(p.Missed, Missed{Rule: y.rule, Word: y.word, What: y.what, Why: string(why)})
		} else {
			g := Gave{Rule: y.rule, Word: y.word, Ref: ref, What: y.what, Again: y.again, Weak: y.weak}
			if e := x.b.Entity(ref); e != nil {
				g.Confidence = e.Confidence
			}
			p.Gave = append(p.Gave, g)
		}
		if p.Verbs == nil && y.shaped() {
			p.Verbs = x.verbs(newSentence(x.page, y.passage))
		}
	}
}

// shaped reports whether a rule looks at the verbs of a sentence.
func (y *try) shaped() bool { return y.of != nil || y.rule != "statement" && y.rule != "figure" }

// ref is the entity that a try told of, or why there is none.
func (x *explainer) ref(y *try) (Ref, miss) {
	switch of := y.of.(type) {
	case *visit:
		return visitRef(slices.Index(x.visits, of)), y.why
	case *project:
		return Ref("project:" + itoa(slices.Index(x.projects, of)+1)), y.why
	case *agreement:
		if i := slices.Index(x.agreements, of); i >= 0 {
			return agreementRef(i), y.why
		}
		return "", missVague
	}
	return "", y.why
}

// others adds what is read of a passage without a trace: offices, signatories,
// statements, figures, sources, each where it is first told.
func (x *explainer) others() {
	names := map[Ref]string{}
	for i := range x.out.Reading.Entities {
		e := &x.out.Reading.Entities[i]
		names[e.Ref] = e.called()
		switch e.Label {
		case "Statement", "Figure", "Citation":
			x.gave(e.Evidence, Gave{Rule: e.Rule, Ref: e.Ref, What: e.called(), Weak: e.Weak, Confidence: e.Confidence})
		}
	}
	for i := range x.out.Reading.Facts {
		f := &x.out.Reading.Facts[i]
		g := Gave{Rule: f.Rule, Ref: f.From, Weak: f.Weak, Confidence: f.Confidence}
		switch f.Type {
		case "HOLDS_OFFICE":
			g.What = fmt.Sprintf("%s, %v of %s", names[f.From], f.Properties["title"], names[f.To])
			x.gave(f.Evidence, g)
		case "SIGNED":
			g.Ref, g.What = f.To, "signed by "+names[f.From]
			x.gave(f.Evidence, g)
		}
	}
}

func (x *explainer) gave(at []Evidence, g Gave) {
	p := &x.out.Passages[at[0].Passage]
	p.Gave = append(p.Gave, g)
}

// called is what an entity goes by.
func (e *Entity) called() string {
	told := func(field string) string {
		switch v := e.Properties[field].(type) {
		case nil:
			return ""
		case float64:
			return strconv.FormatFloat(v, 'f', -1, 64)
		default:
			return fmt.Sprint(v)
		}
	}
	var out []string
	switch e.Label {
	case "Statement":
		out = []string{"“" + told("text") + "”"}
	case "Figure":
		out = []string{told("name"), strings.TrimSpace(told("value") + " " + told("unit")), told("period")}
	case "Citation":
		out = []string{cmp.Or(told("outlet"), told("raw")), told("publishedOn")}
	default:
		out = []string{told("name")}
	}
	return strings.Join(slices.DeleteFunc(out, func(s string) bool { return s == "" }), ", ")
}
