package graphtest

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Fixture is a small graph that has something of every label, relationship and
// property: visits and agreements of 2022–2024 that were in the public news,
// told in four short documents of our own. In it two offices join one leader
// and one state, values are missing, equal, partial dates and disagreed on, one
// former id leads to one node and one to two.
func Fixture() *graph.Changes {
	w := &world{}
	w.parties()
	w.leaders()
	w.baku()
	w.bishkek()
	w.railway()
	w.brief()
	return &w.changes
}

// world gathers the changes of a fixture.
type world struct {
	changes  graph.Changes
	texts    map[string]string // of passages by id
	document string            // the id of the one being told
	at       int               // code points of it so far
	passages int
}

// node adds a node; properties are names and values in turn.
func (w *world) node(label, id string, properties ...any) *graph.Node {
	n := graph.Node{Label: label, ID: id, Properties: graph.Properties{}}
	for i := 0; i+1 < len(properties); i += 2 {
		name := properties[i].(string)
		n.Properties[name] = properties[i+1]
		if date, ok := properties[i+1].(string); ok && hasPrecision(label, name) {
			n.Properties[name+"Precision"] = graph.Precision(date)
		}
	}
	w.changes.PutNodes = append(w.changes.PutNodes, n)
	return &w.changes.PutNodes[len(w.changes.PutNodes)-1]
}

// hasPrecision tells whether a date of a label has its precision beside it.
func hasPrecision(label, property string) bool {
	l, ok := schema.LabelOf(label)
	return ok && l.Property(property+"Precision") != nil
}

// tell begins a document.
func (w *world) tell(id, title, publisher, publishedOn, basis string, more ...any) {
	sum := strings.Repeat(strconv.FormatInt(int64(utf8.RuneCountInString(title)%16), 16), 64)
	w.node("Document", id, append([]any{"title", title, "publisher", publisher, "publishedOn", publishedOn,
		"publishedOnBasis", basis, "source", strings.TrimPrefix(id, "document-") + ".txt", "sha256", sum, "language", "en"}, more...)...)
	w.document, w.at, w.passages = id, 0, 0
}

// say adds a passage to the document and gives its id.
func (w *world) say(text string) string {
	id := "passage-" + strings.TrimPrefix(w.document, "document-") + "-" + strconv.Itoa(w.passages)
	end := w.at + utf8.RuneCountInString(text)
	w.node("Passage", id, "text", text, "index", int64(w.passages), "start", int64(w.at), "end", int64(end))
	w.relate("PART_OF", "Passage", id, "Document", w.document, nil)
	if w.texts == nil {
		w.texts = map[string]string{}
	}
	w.texts[id] = text
	w.at, w.passages = end+1, w.passages+1
	return id
}

func (w *world) relate(kind, fromLabel, from, toLabel, to string, properties graph.Properties) *graph.PutRelationship {
	w.changes.PutRelationships = append(w.changes.PutRelationships, graph.PutRelationship{Relationship: graph.Relationship{
		Type: kind, From: graph.Ref{Label: fromLabel, ID: from}, To: graph.Ref{Label: toLabel, ID: to}, Properties: properties,
	}})
	return &w.changes.PutRelationships[len(w.changes.PutRelationships)-1]
}

// fact adds a relationship that a passage states in the given words; said
// again of another passage, it adds to its evidence.
func (w *world) fact(kind, from, to, passage, words string, confidence float64, properties ...any) {
	var ps graph.Properties
	for i := 0; i+1 < len(properties); i += 2 {
		if ps == nil {
			ps = graph.Properties{}
		}
		ps[properties[i].(string)] = properties[i+1]
	}
	r := graph.Relationship{Type: kind, From: w.ref(from), To: w.ref(to), Properties: ps}
	id := r.ID()
	var put *graph.PutRelationship
	for i := range w.changes.PutRelationships {
		if w.changes.PutRelationships[i].ID() == id {
			put = &w.changes.PutRelationships[i]
		}
	}
	if put == nil {
		put = w.relate(kind, r.From.Label, from, r.To.Label, to, ps)
	}
	start, end := w.span(passage, words)
	put.Evidence = append(put.Evidence, passage)
	put.Spans = append(put.Spans, strconv.Itoa(start)+"-"+strconv.Itoa(end))
	put.Confidence = max(put.Confidence, confidence)
	put.SortEvidence()
}

// mention says that a passage names a thing in the given words.
func (w *world) mention(passage, thing, words string) {
	start, end := w.span(passage, words)
	w.relate("MENTIONS", "Passage", passage, w.ref(thing).Label, thing,
		graph.Properties{"start": int64(start), "end": int64(end), "surface": words})
}

// cite says that a passage, and so its document, cites a source.
func (w *world) cite(passage, outlet, publishedOn, raw string, more ...any) {
	id := graph.NewID("Citation", outlet, publishedOn)
	if w.ref(id).Label == "" {
		w.node("Citation", id, append([]any{"outlet", outlet, "publishedOn", publishedOn, "raw", raw}, more...)...)
	}
	w.relate("CITES", "Passage", passage, "Citation", id, nil)
	w.relate("CITES", "Document", w.document, "Citation", id, nil)
}

// ref finds the label of a node that was added.
func (w *world) ref(id string) graph.Ref {
	for i := range w.changes.PutNodes {
		if w.changes.PutNodes[i].ID == id {
			return graph.Ref{Label: w.changes.PutNodes[i].Label, ID: id}
		}
	}
	return graph.Ref{ID: id}
}

// span is where the words stand in a passage, in code points.
func (w *world) span(passage, words string) (start, end int) {
	before, _, _ := strings.Cut(w.texts[passage], words)
	start = utf8.RuneCountInString(before)
	return start, start + utf8.RuneCountInString(words)
}
