package resolve

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/schema"
)

// What is remembered of relationships:
//
//	link/<id> → confidence, properties: as many as documents say so
//
// The evidence itself stands in the graph and goes there as what is added and
// what is taken away, so that it is not read again.

// link is a relationship as one document has it.
type link struct {
	graph.Relationship                   // without evidence
	spans              map[string]string // passage → span
}

// links lists the relationships that a document gives, by id.
func (w *world) links(s *said, side int) map[string]*link {
	out := map[string]*link{}
	end := func(ref claim.Ref) graph.Ref {
		return graph.Ref{Label: s.entities[ref].Label, ID: w.idOf(s.clusters[ref], side)}
	}
	document := graph.Ref{Label: "Document", ID: w.idOf(s.documentCluster(), side)}
	passage := func(i int) graph.Ref { return graph.Ref{Label: "Passage", ID: s.passageID(i)} }
	plain := func(kind string, from, to graph.Ref, ps graph.Properties) {
		l := &link{Relationship: graph.Relationship{Type: kind, From: from, To: to, Properties: ps}}
		out[l.ID()] = l
	}
	for i := range s.Passages {
		plain("PART_OF", passage(i), document, nil)
	}
	for _, m := range s.Mentions {
		if s.entities[m.Of].Label == "Citation" {
			plain("CITES", passage(m.Passage), end(m.Of), nil)
			continue
		}
		plain("MENTIONS", passage(m.Passage), end(m.Of),
			graph.Properties{"start": int64(m.Start), "end": int64(m.End), "surface": m.Surface})
	}
	for i := range s.Entities {
		e := &s.Entities[i]
		if e.Label != "Citation" {
			continue
		}
		plain("CITES", document, end(e.Ref), nil)
		for _, ev := range e.Evidence {
			plain("CITES", passage(ev.Passage), end(e.Ref), nil)
		}
	}
	for i := range s.Facts {
		f := &s.Facts[i]
		from, to := end(f.From), end(f.To)
		if from == to {
			continue // what was two became one
		}
		s.addFact(out, f, from, to)
	}
	return out
}

// addFact adds a fact to a document's relationships. Where two facts became
// one, the surer gives confidence and properties, and each passage the lesser
// of its spans.
func (s *said) addFact(out map[string]*link, f *claim.Fact, from, to graph.Ref) {
	l := &link{spans: map[string]string{}, Relationship: graph.Relationship{
		Type: f.Type, From: from, To: to, Properties: f.Properties, Confidence: hundredth(f.Confidence)}}
	id := l.ID()
	if old := out[id]; old != nil {
		l.spans = old.spans
		if old.line() < l.line() {
			l.Properties, l.Confidence = old.Properties, old.Confidence
		}
	}
	for _, e := range f.Evidence {
		p, span := s.passageID(e.Passage), fmt.Sprintf("%d-%d", e.Start, e.End)
		if had, ok := l.spans[p]; !ok || graph.SpanLess(span, had) {
			l.spans[p] = span
		}
	}
	out[id] = l
}

// line is what is remembered of a document's say. Of two, the surer is the
// smaller text, since its doubt is.
func (l *link) line() string {
	properties := "{}"
	if len(l.Properties) > 0 {
		properties = pack(l.Properties)
	}
	return fmt.Sprintf("%03d\t%s", 100-int(l.Confidence*100+0.5), properties)
}

func isFact(kind string) bool {
	rel, ok := schema.RelationshipOf(kind)
	return ok && rel.Fact
}

// settled is a relationship folded from all documents' lines.
type settled struct {
	properties graph.Properties
	confidence float64
}

// telling is what some documents say of a relationship's properties.
type telling struct {
	properties       graph.Properties
	tells, documents int
	first            string // the surest line
}

// foldLink makes one of what documents say of a relationship: the properties
// of the line that tells most, then that of most documents, then the surest,
// then the smaller; and the confidence of all together.
func foldLink(lines map[string]int) settled {
	var confidences []float64
	told := map[string]*telling{}
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		doubt, properties, _ := strings.Cut(line, "\t")
		d, _ := strconv.Atoi(doubt)
		for range min(lines[line], enough) {
			confidences = append(confidences, float64(100-d)/100)
		}
		t := told[properties]
		if t == nil {
			t = &telling{first: line}
			_ = json.Unmarshal([]byte(properties), &t.properties) // texts, as pack wrote them
			t.tells = len(t.properties)
			told[properties] = t
		}
		t.documents += lines[line]
	}
	best := slices.MinFunc(slices.Collect(maps.Keys(told)), func(a, b string) int {
		x, y := told[a], told[b]
		return cmp.Or(cmp.Compare(y.tells, x.tells), cmp.Compare(y.documents, x.documents), cmp.Compare(x.first, y.first))
	})
	ps := told[best].properties
	if len(ps) == 0 {
		ps = nil
	}
	return settled{ps, together(confidences)}
}

// enough is how many documents of one confidence count: more change nothing
// that two decimals show.
const enough = 64

// together is the confidence of a fact that several documents state, each with
// a confidence of its own: the surest counts whole, every other one half,
// since documents copy from each other and are misread alike:
//
//	1 − (1 − c₁) · (1 − c₂/2) · (1 − c₃/2) …, at most 0.99, or c₁ where that is more
//
// in two decimals. One document's fact keeps its own confidence.
func together(confidences []float64) float64 {
	slices.SortFunc(confidences, func(a, b float64) int { return cmp.Compare(b, a) })
	doubt := 1 - confidences[0]
	for _, c := range confidences[1:] {
		doubt *= 1 - c/2
	}
	return hundredth(max(confidences[0], min(1-doubt, 0.99)))
}
