// Package graph is what Entente believes, as plain values: nodes,
// relationships, questions (Query), answers (Answer), changes (Changes), and
// the contract (Store) of whatever keeps them.
//
// It knows the ontology's tables, and neither SQL, Cypher, GraphQL nor a word
// of English. Values print, compare and go through JSON and back unchanged,
// so that they can be golden data, log lines and fuzz seeds.
package graph

import (
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/schema"
)

// Properties are a node's or a relationship's values by name. A value is a
// string (texts, dates, enums in lower case), an int64, a float64, a bool or a
// []string (sorted). A property without a value is left out, never nil.
type Properties map[string]any

// UnmarshalJSON reads what encoding/json wrote, each value as the kind that
// the ontology gives its property everywhere: so an integer stays one, and a
// real number without a fraction does too.
func (ps *Properties) UnmarshalJSON(text []byte) error {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(text, &values); err != nil {
		return err
	}
	*ps = make(Properties, len(values))
	for name, raw := range values {
		value, err := readValue(propertyKind(name), raw)
		if err != nil {
			return fmt.Errorf("property %s: %w", name, err)
		}
		(*ps)[name] = value
	}
	return nil
}

func readValue(kind schema.Kind, raw json.RawMessage) (any, error) {
	switch kind {
	case schema.Int:
		var n int64
		err := json.Unmarshal(raw, &n)
		return n, err
	case schema.TextList:
		var list []string
		err := json.Unmarshal(raw, &list)
		return list, err
	}
	var v any
	err := json.Unmarshal(raw, &v)
	return v, err
}

// propertyKind is the kind of all properties of a name, of nodes or of
// relationships, "" where there is none.
func propertyKind(name string) schema.Kind {
	for _, l := range schema.Labels() {
		if p := l.Property(name); p != nil {
			return p.Kind
		}
	}
	for _, r := range schema.Relationships() {
		if p := r.Property(name); p != nil {
			return p.Kind
		}
	}
	return ""
}

// Node is one thing. Its id is unique among all nodes, whatever their label.
type Node struct {
	Label      string     `json:"label"`
	ID         string     `json:"id"`
	Properties Properties `json:"properties,omitempty"` // without id

	// FormerIDs are the ids that its other claims alone would have given, sorted.
	FormerIDs []string `json:"formerIds,omitempty"`
	// Disagreements are values that documents give otherwise, sorted by their JSON text.
	Disagreements []Disagreement `json:"disagreements,omitempty"`
}

// Disagreement is a value of a node's field that some documents give instead
// of the one that is kept.
type Disagreement struct {
	Field    string   `json:"field"`
	Value    string   `json:"value"`    // numbers in shortest form
	Evidence []string `json:"evidence"` // ids of passages, sorted
}

// Name is the node's display name: the name or title where there is one, the
// outlet and date of a citation, the first 80 code points of a text.
func (n *Node) Name() string {
	l, ok := schema.LabelOf(n.Label)
	if !ok {
		return n.ID
	}
	var parts []string
	for _, p := range l.NameFrom {
		if s, ok := n.Properties[p].(string); ok {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return n.ID
	}
	return Truncate(strings.Join(parts, ", "), 80, len(l.NameFrom) == 1 && l.NameFrom[0] == "text")
}

// Truncate returns the first n code points of s where only is set, else s whole.
func Truncate(s string, n int, only bool) string {
	if !only {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Ref names an end of a relationship.
type Ref struct {
	Label string `json:"label"`
	ID    string `json:"id"`
}

// Relationship joins two nodes. Of each type there is one between two nodes,
// save where the ontology names key properties (HOLDS_OFFICE, MENTIONS).
type Relationship struct {
	Type       string     `json:"type"`
	From       Ref        `json:"from"`
	To         Ref        `json:"to"`
	Properties Properties `json:"properties,omitempty"`

	// Evidence are the ids of the passages that say so, sorted, never empty for a fact.
	Evidence []string `json:"evidence,omitempty"`
	// Spans are as long as Evidence: "start-end" in code points within the passage.
	Spans []string `json:"spans,omitempty"`
	// Confidence lies within 0 and 1 and has two decimals; it is left out of what is no fact.
	Confidence float64 `json:"confidence,omitempty"`
}

// ID is the relationship's id: its type in lower case, the ends' ids, and
// what else tells it apart, joined by "/".
func (r *Relationship) ID() string {
	id := strings.ToLower(r.Type) + "/" + r.From.ID + "/" + r.To.ID
	rel, ok := schema.RelationshipOf(r.Type)
	if !ok || len(rel.Key) == 0 {
		return id
	}
	parts := make([]string, len(rel.Key))
	numbers := true
	for i, k := range rel.Key {
		switch v := r.Properties[k].(type) {
		case int64:
			parts[i] = strconv.FormatInt(v, 10)
		case string:
			parts[i], numbers = Slug(v), false
		default:
			numbers = false
		}
	}
	if numbers { // MENTIONS: /start-end
		return id + "/" + strings.Join(parts, "-")
	}
	return id + "/" + strings.Join(parts, "/") // HOLDS_OFFICE: /title/from
}

// SortEvidence puts evidence in order of passage ids, spans with it. A passage
// named twice keeps the lesser span.
func (r *Relationship) SortEvidence() {
	type pair struct{ passage, span string }
	pairs := make([]pair, len(r.Evidence))
	for i := range r.Evidence {
		pairs[i] = pair{r.Evidence[i], r.Spans[i]}
	}
	sort.Slice(pairs, func(i, j int) bool {
		if pairs[i].passage != pairs[j].passage {
			return pairs[i].passage < pairs[j].passage
		}
		return SpanLess(pairs[i].span, pairs[j].span)
	})
	r.Evidence, r.Spans = r.Evidence[:0:0], r.Spans[:0:0]
	for i, p := range pairs {
		if i > 0 && p.passage == pairs[i-1].passage {
			continue
		}
		r.Evidence, r.Spans = append(r.Evidence, p.passage), append(r.Spans, p.span)
	}
}

// SpanLess orders spans by start, then end.
func SpanLess(a, b string) bool {
	as, ae := ParseSpan(a)
	bs, be := ParseSpan(b)
	if as != bs {
		return as < bs
	}
	return ae < be
}

// ParseSpan reads "start-end"; a broken span gives 0, 0.
func ParseSpan(s string) (start, end int) {
	a, b, ok := strings.Cut(s, "-")
	if !ok {
		return 0, 0
	}
	start, err := strconv.Atoi(a)
	if err != nil {
		return 0, 0
	}
	end, err = strconv.Atoi(b)
	if err != nil {
		return 0, 0
	}
	return start, end
}
