// Package schema is the ontology: which labels, properties, relationships and
// walks there are, and what may join what.
//
// It is said once, in ontology.graphql; `go generate ./schema` derives the
// tables in generated/, which this package reads at start. It knows nothing of
// documents, stores or requests. The rules that need a label by name live
// here or in loader/claim, nowhere else.
//
//	visit, _ := schema.LabelOf("Visit")
//	visit.Property("startDate").Kind // schema.Date
//	visit.Field("agreements").Type   // "SIGNED_DURING"
package schema

import (
	_ "embed" // the generated tables
	"encoding/json"
	"fmt"
	"sort"
)

//go:generate go run ./generate

//go:embed generated/ontology.json
var tables []byte

// SDL is the API's schema, in GraphQL's schema definition language.
//
//go:embed generated/api.graphql
var SDL string

// Kind is what a property's values are, and so how they are compared.
type Kind string

// The kinds of property. Enum values are stored in lower case.
const (
	ID       Kind = "id"        // compared exactly
	Text     Kind = "text"      // compared folded: case and accents
	TextList Kind = "text_list" // a sorted set of texts
	Date     Kind = "date"      // ISO 8601, as long as it is precise
	Int      Kind = "int"
	Float    Kind = "float"
	Enum     Kind = "enum"
)

// Direction is which way a relationship is walked from the node at hand.
type Direction string

// The two directions.
const (
	Out Direction = "OUT"
	In  Direction = "IN"
)

// Property is one property of a label or of a relationship.
type Property struct {
	Name        string `json:"name"`
	Kind        Kind   `json:"kind"`
	Enum        string `json:"enum,omitempty"` // the GraphQL enum, where Kind is Enum
	Search      bool   `json:"search,omitempty"`
	Description string `json:"description,omitempty"`
}

// Field is a way of walking a relationship from a label.
type Field struct {
	Name        string    `json:"name"`
	Type        string    `json:"type"` // of the relationship
	Direction   Direction `json:"direction"`
	Target      string    `json:"target"`  // the GraphQL type: a label, or an interface
	Targets     []string  `json:"targets"` // the labels that it leads to, in ontology order
	One         bool      `json:"one,omitempty"`
	Description string    `json:"description,omitempty"`
}

// Label is a kind of node.
type Label struct {
	Name        string     `json:"name"`   // "Visit"
	Enum        string     `json:"enum"`   // "VISIT"
	Plural      string     `json:"plural"` // "visits"
	NameFrom    []string   `json:"nameFrom"`
	Properties  []Property `json:"properties"` // in export order, id first
	Fields      []Field    `json:"fields"`
	Description string     `json:"description"`
}

// Relationship is a kind of relationship.
type Relationship struct {
	Type        string     `json:"type"`
	From        []string   `json:"from"`
	To          []string   `json:"to"`
	Fact        bool       `json:"fact"`           // carries evidence, spans, confidence
	Edge        string     `json:"edge,omitempty"` // name of its API edge without "Edge", where it has properties
	Key         []string   `json:"key,omitempty"`  // properties that are part of its identity
	Properties  []Property `json:"properties,omitempty"`
	Description string     `json:"description"`
}

// Ontology is the whole of it, in the order in which it is said.
type Ontology struct {
	Labels        []Label             `json:"labels"`
	Relationships []Relationship      `json:"relationships"`
	Enums         map[string][]string `json:"enums"` // values as in the API, upper case
}

var ontology = mustRead()

func mustRead() *Ontology {
	var o Ontology
	if err := json.Unmarshal(tables, &o); err != nil {
		panic(fmt.Sprintf("schema: generated/ontology.json is broken, run go generate ./schema: %v", err))
	}
	return &o
}

// Labels lists every label in ontology order. The slice is shared: do not change it.
func Labels() []Label { return ontology.Labels }

// Relationships lists every relationship in ontology order. The slice is shared: do not change it.
func Relationships() []Relationship { return ontology.Relationships }

// EnumValues lists the values of a GraphQL enum as the API spells them, nil where there is none.
func EnumValues(name string) []string { return ontology.Enums[name] }

// LabelOf returns a label by name, as nodes carry it ("Visit").
func LabelOf(name string) (*Label, bool) {
	for i := range ontology.Labels {
		if ontology.Labels[i].Name == name {
			return &ontology.Labels[i], true
		}
	}
	return nil, false
}

// RelationshipOf returns a relationship by type ("SIGNED_DURING").
func RelationshipOf(kind string) (*Relationship, bool) {
	for i := range ontology.Relationships {
		if ontology.Relationships[i].Type == kind {
			return &ontology.Relationships[i], true
		}
	}
	return nil, false
}

// Property returns a property of the label by name, nil where there is none.
func (l *Label) Property(name string) *Property { return property(l.Properties, name) }

// Property returns a property of the relationship by name, nil where there is none.
func (r *Relationship) Property(name string) *Property { return property(r.Properties, name) }

func property(ps []Property, name string) *Property {
	for i := range ps {
		if ps[i].Name == name {
			return &ps[i]
		}
	}
	return nil
}

// Field returns a walk of the label by name, nil where there is none.
func (l *Label) Field(name string) *Field {
	for i := range l.Fields {
		if l.Fields[i].Name == name {
			return &l.Fields[i]
		}
	}
	return nil
}

// Columns lists every distinct property name of all labels, sorted. One name is
// stored alike wherever it stands (`status` is an enum here and a text there,
// both strings), which the generator checks.
func Columns() []Property {
	seen := map[string]Property{}
	for _, l := range ontology.Labels {
		for _, p := range l.Properties {
			seen[p.Name] = p
		}
	}
	out := make([]Property, 0, len(seen))
	for _, p := range seen {
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// Facts lists the labels that facts are about: all but Document, Passage and
// Citation. It is what walks and searches cover where nothing else is asked.
func Facts() []string {
	var out []string
	for _, l := range ontology.Labels {
		if l.Name != "Document" && l.Name != "Passage" && l.Name != "Citation" {
			out = append(out, l.Name)
		}
	}
	return out
}

// Event is a label of which nodes happen at a date.
type Event struct {
	Label string
	Date  string // the property that says when
}

// Events lists what a timeline shows, in ontology order.
func Events() []Event {
	return []Event{{"Visit", "startDate"}, {"Agreement", "signedOn"}, {"Statement", "saidOn"}}
}
