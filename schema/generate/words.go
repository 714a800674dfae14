package main

import "strings"

// propertyDescription describes a property that the ontology does not: only
// the precision of a date goes without saying there.
func propertyDescription(p property) string {
	if p.Description != "" {
		return p.Description
	}
	if date, ok := strings.CutSuffix(p.Name, "Precision"); ok {
		return "How much of `" + date + "` is known."
	}
	return upperFirst(lower(p.Name)) + "."
}

// fieldDescription describes the walks that every label has alike.
func fieldDescription(f field) string {
	switch {
	case f.Description != "":
		return f.Description
	case f.Type == "MENTIONS":
		return "Passages that name it."
	}
	return upperFirst(things(f.Target)) + " about it."
}

// displayName says what `name` is of a label that has no property of the name.
func displayName(l *label) string {
	if len(l.NameFrom) == 1 && l.NameFrom[0] == "text" {
		return "The first 80 code points of the text."
	}
	return "Display name: " + strings.Join(l.NameFrom, " and ") + "."
}

// things names nodes of a type in the plural.
func things(target string) string {
	switch target {
	case "Party":
		return "parties"
	default:
		return lower(target) + "s"
	}
}

// lower turns a camel-case name into words.
func lower(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func isParty(label string) bool { return label == "State" || label == "Organization" }

func hasProperty(list []property, name string) bool {
	return hasWhere(list, func(p property) bool { return p.Name == name })
}
