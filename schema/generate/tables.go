package main

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// The types below mirror those of package schema, which cannot be imported
// here: it embeds what this command writes.

type property struct {
	Name        string `json:"name"`
	Kind        string `json:"kind"`
	Enum        string `json:"enum,omitempty"`
	Search      bool   `json:"search,omitempty"`
	Description string `json:"description,omitempty"`
}

type field struct {
	Name        string   `json:"name"`
	Type        string   `json:"type"`
	Direction   string   `json:"direction"`
	Target      string   `json:"target"`
	Targets     []string `json:"targets"`
	One         bool     `json:"one,omitempty"`
	Description string   `json:"description,omitempty"`
}

type label struct {
	Name        string     `json:"name"`
	Enum        string     `json:"enum"`
	Plural      string     `json:"plural"`
	NameFrom    []string   `json:"nameFrom"`
	Properties  []property `json:"properties"`
	Fields      []field    `json:"fields"`
	Description string     `json:"description"`
}

type relationship struct {
	Type        string     `json:"type"`
	From        []string   `json:"from"`
	To          []string   `json:"to"`
	Fact        bool       `json:"fact"`
	Edge        string     `json:"edge,omitempty"`
	Key         []string   `json:"key,omitempty"`
	Properties  []property `json:"properties,omitempty"`
	Description string     `json:"description"`
}

type ontology struct {
	Labels        []label             `json:"labels"`
	Relationships []relationship      `json:"relationships"`
	Enums         map[string][]string `json:"enums"`
}

// tables reads the ontology's types into tables and checks that they agree:
// every walk starts and ends where its relationship does, and a property name
// is stored alike wherever it stands.
func tables(doc *ast.SchemaDocument) (*ontology, error) {
	o := &ontology{Enums: map[string][]string{}}
	for _, d := range doc.Definitions {
		if d.Kind == ast.Enum {
			for _, v := range d.EnumValues {
				o.Enums[d.Name] = append(o.Enums[d.Name], v.Name)
			}
		}
	}
	names := labelNames(doc)
	for _, d := range doc.Definitions {
		if r := d.Directives.ForName("relationship"); r != nil {
			rel, err := readRelationship(d, r, names, o.Enums)
			if err != nil {
				return nil, err
			}
			o.Relationships = append(o.Relationships, rel)
		}
	}
	for _, d := range doc.Definitions {
		if n := d.Directives.ForName("node"); n != nil {
			l, err := readLabel(d, n, o, names)
			if err != nil {
				return nil, err
			}
			o.Labels = append(o.Labels, l)
		}
	}
	return o, checkStorage(o)
}

// labelNames maps the value of the enum Label to the name of the type.
func labelNames(doc *ast.SchemaDocument) map[string]string {
	names := map[string]string{}
	for _, d := range doc.Definitions {
		if d.Directives.ForName("node") != nil {
			names[strings.ToUpper(d.Name)] = d.Name
		}
	}
	return names
}

func readRelationship(d *ast.Definition, dir *ast.Directive, names map[string]string, enums map[string][]string) (relationship, error) {
	r := relationship{
		Type: one(dir, "type"), Fact: one(dir, "fact") != "false", Edge: one(dir, "edge"),
		Key: many(dir, "key"), Description: d.Description,
	}
	for _, v := range many(dir, "from") {
		r.From = append(r.From, names[v])
	}
	for _, v := range many(dir, "to") {
		r.To = append(r.To, names[v])
	}
	for _, f := range d.Fields {
		if f.Name == "_" { // GraphQL has no empty type
			continue
		}
		p, err := readProperty(f, enums)
		if err != nil {
			return r, fmt.Errorf("%s.%s: %w", d.Name, f.Name, err)
		}
		r.Properties = append(r.Properties, p)
	}
	return r, nil
}

func readLabel(d *ast.Definition, dir *ast.Directive, o *ontology, names map[string]string) (label, error) {
	l := label{
		Name: d.Name, Enum: strings.ToUpper(d.Name), Plural: one(dir, "plural"),
		NameFrom: many(dir, "name"), Description: d.Description,
	}
	for _, f := range d.Fields {
		if rel := f.Directives.ForName("rel"); rel != nil {
			w, err := readField(d.Name, f, rel, o)
			if err != nil {
				return l, fmt.Errorf("%s.%s: %w", d.Name, f.Name, err)
			}
			l.Fields = append(l.Fields, w)
			continue
		}
		p, err := readProperty(f, o.Enums)
		if err != nil {
			return l, fmt.Errorf("%s.%s: %w", d.Name, f.Name, err)
		}
		l.Properties = append(l.Properties, p)
	}
	return l, nil
}

func readField(on string, f *ast.FieldDefinition, dir *ast.Directive, o *ontology) (field, error) {
	w := field{
		Name: f.Name, Type: one(dir, "type"), Direction: one(dir, "direction"),
		Target: f.Type.Name(), One: one(dir, "one") == "true", Description: f.Description,
	}
	for _, r := range o.Relationships {
		if r.Type != w.Type {
			continue
		}
		here, there := r.From, r.To
		if w.Direction == "IN" {
			here, there = r.To, r.From
		}
		if !has(here, on) {
			return w, fmt.Errorf("%s does not touch %s in direction %s", w.Type, on, w.Direction)
		}
		switch w.Target {
		case "Node", "Party":
			w.Targets = there
		default: // MENTIONS and CITES and ABOUT have several ends: a field picks one
			if !has(there, w.Target) {
				return w, fmt.Errorf("%s does not lead to %s", w.Type, w.Target)
			}
			w.Targets = []string{w.Target}
		}
		return w, nil
	}
	return w, fmt.Errorf("no relationship %s", w.Type)
}

func readProperty(f *ast.FieldDefinition, enums map[string][]string) (property, error) {
	p := property{Name: f.Name, Description: f.Description, Search: f.Directives.ForName("search") != nil}
	switch t := f.Type.Name(); {
	case f.Type.Elem != nil && t == "String":
		p.Kind = "text_list"
	case t == "ID":
		p.Kind = "id"
	case t == "String":
		p.Kind = "text"
	case t == "Date":
		p.Kind = "date"
	case t == "Int":
		p.Kind = "int"
	case t == "Float":
		p.Kind = "float"
	case enums[t] != nil:
		p.Kind, p.Enum = "enum", t
	default:
		return p, fmt.Errorf("no kind of property for type %s", f.Type)
	}
	return p, nil
}

// checkStorage holds that a property name is stored alike in every label, so
// that a store may keep one column a name.
func checkStorage(o *ontology) error {
	class := map[string]string{"id": "text", "text": "text", "date": "text", "enum": "text"}
	seen := map[string]string{}
	for _, l := range o.Labels {
		for _, p := range l.Properties {
			c := p.Kind
			if s := class[c]; s != "" {
				c = s
			}
			if was := seen[p.Name]; was != "" && was != c {
				return fmt.Errorf("%s.%s is stored as %s, elsewhere as %s", l.Name, p.Name, c, was)
			}
			seen[p.Name] = c
		}
	}
	return nil
}

func one(d *ast.Directive, arg string) string {
	if a := d.Arguments.ForName(arg); a != nil {
		return a.Value.Raw
	}
	return ""
}

func many(d *ast.Directive, arg string) []string {
	a := d.Arguments.ForName(arg)
	if a == nil {
		return nil
	}
	var out []string
	for _, c := range a.Value.Children {
		out = append(out, c.Value.Raw)
	}
	return out
}

func has(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}
