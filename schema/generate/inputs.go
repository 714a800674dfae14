package main

import "strings"

// filter writes the conditions on nodes of a type.
func (w *writer) filter(name, about string, properties []property, fields []field) {
	input := name + "Filter"
	w.describe("Conditions on " + lowerFirst(about) + " All that are given must hold.")
	w.linef("input %s {", input)
	w.logic(input)
	for _, p := range properties {
		w.field("On `"+p.Name+"`.", p.Name+": "+operators(p))
	}
	for _, f := range fields {
		w.field("Through `"+f.Name+"`.", f.Name+": "+w.connectionOf(f).Name+"RelationFilter")
	}
	w.linef("}")
}

func (w *writer) logic(input string) {
	w.field("All of these hold.", "and: ["+input+"!]")
	w.field("At least one of these holds.", "or: ["+input+"!]")
	w.field("This does not hold.", "not: "+input)
}

// relationFilter writes the conditions through relationships.
func (w *writer) relationFilter(c connection) {
	w.describe("Conditions through relationships to " + things(c.Target) + ". All that are given must hold.")
	w.linef("input %sRelationFilter {", c.Name)
	w.field("It holds of at least one.", "some: "+c.Target+"Filter")
	w.field("It holds of each, or there is none.", "every: "+c.Target+"Filter")
	w.field("It holds of none.", "none: "+c.Target+"Filter")
	w.field("It holds of exactly one.", "single: "+c.Target+"Filter")
	w.field("On how many there are.", "count: CountFilter")
	if edge := c.edgeFilter(); edge != "" {
		w.field("Narrows the relationships that the others speak of.", "edge: "+edge)
	}
	w.linef("}")
}

// edgeFilters writes the conditions on relationships: of facts without
// properties one for all, of others one each.
func (w *writer) edgeFilters() {
	w.edgeFilter("FactEdgeFilter", "a relationship that states a fact", nil, true)
	for _, r := range w.ontology.Relationships {
		if r.Edge != "" {
			w.edgeFilter(r.Edge+"EdgeFilter", "such a relationship: "+lowerFirst(strings.TrimSuffix(r.Description, ".")), r.Properties, r.Fact)
		}
	}
}

func (w *writer) edgeFilter(name, about string, properties []property, fact bool) {
	w.describe("Conditions on " + about + ". All that are given must hold.")
	w.linef("input %s {", name)
	w.logic(name)
	for _, p := range properties {
		w.field("On `"+p.Name+"`.", p.Name+": "+operators(p))
	}
	if fact {
		w.field("On how sure it is.", "confidence: FloatFilter")
	}
	w.linef("}")
}

// order writes what nodes of a type can be sorted by; c is nil at the root,
// where no relationship leads to them.
func (w *writer) order(name string, properties []property, fields []field, c *connection) {
	w.describe("What to sort by: exactly one field.")
	w.linef("input %sOrder @oneOf {", name)
	for _, p := range properties {
		if p.Kind != "text_list" {
			w.field("By `"+p.Name+"`, missing values last.", p.Name+": OrderDirection")
		}
	}
	for _, f := range fields {
		if !f.One {
			w.field("By how many `"+f.Name+"` there are.", f.Name+"Count: OrderDirection")
		}
	}
	if c != nil && c.Relationship != nil {
		for _, p := range c.Relationship.Properties {
			w.field("By `"+p.Name+"` of the relationship, missing values last.", "edge"+upperFirst(p.Name)+": OrderDirection")
		}
	}
	if c != nil && c.Fact {
		w.field("By how sure the relationship is.", "edgeConfidence: OrderDirection")
	}
	w.linef("}")
}

// operators names the input that a property is filtered by. An enum has its own.
func operators(p property) string {
	switch p.Kind {
	case "id":
		return "IDFilter"
	case "text_list":
		return "TextListFilter"
	case "enum":
		return p.Enum + "Filter"
	}
	return upperFirst(p.Kind) + "Filter"
}

// propertyType is a property's type in answers.
func propertyType(p property) string {
	switch p.Kind {
	case "id":
		return "ID!"
	case "text":
		if p.Name == "name" {
			return "String!" // the display name is never missing
		}
		return "String"
	case "text_list":
		return "[String!]!"
	case "enum":
		return p.Enum
	}
	return upperFirst(p.Kind)
}
