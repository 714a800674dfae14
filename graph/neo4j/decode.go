package neo4j

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// object compiles what is wanted of a node to a list, and how to read it:
// its label where it may have several, its id, then the rest in order. A node
// that is null reads as nil.
func (c *compiler) object(n string, labels []string, want *graph.Selection) (string, func(any) *graph.Object) {
	labels = known(labels)
	cells, readLabel := labelOf(n, labels)
	cells = append(cells, n+".id")
	properties := c.properties(labels, want.Properties)
	for _, p := range properties {
		cells = append(cells, n+"."+p)
	}
	if want.FormerIDs {
		cells = append(cells, n+".formerIds")
	}
	if want.Disagreements {
		cells = append(cells, n+".disagreements")
	}
	pages := make([]func(any) *graph.Page, len(want.Connections))
	for i := range want.Connections {
		var cell string
		cell, pages[i] = c.hanging(n, labels, &want.Connections[i])
		cells = append(cells, cell)
	}
	var supports func(any) []*graph.Link
	if want.Supports != nil {
		var cell string
		cell, supports = c.supports(n, want.Supports)
		cells = append(cells, cell)
	}
	return "[" + strings.Join(cells, ", ") + "]", func(v any) *graph.Object {
		got := reader{list(v)}
		out := &graph.Object{}
		out.Label = readLabel(&got)
		if out.ID = text(got.next()); out.ID == "" {
			return nil
		}
		out.Properties = readProperties(&got, properties)
		if want.FormerIDs {
			out.FormerIDs = strs(got.next())
		}
		if want.Disagreements {
			out.Disagreements = disagreements(got.next())
		}
		for i := range want.Connections {
			if cell := got.next(); cell != nil {
				if out.Pages == nil {
					out.Pages = map[string]*graph.Page{}
				}
				out.Pages[want.Connections[i].Key] = pages[i](cell)
			}
		}
		if supports != nil {
			out.Supports = supports(got.next())
		}
		return out
	}
}

// properties leaves out what none of the labels has.
func (c *compiler) properties(labels, wanted []string) []string {
	var out []string
	for _, name := range wanted {
		has := slices.ContainsFunc(labels, func(label string) bool {
			l, ok := schema.LabelOf(label)
			return ok && l.Property(name) != nil
		})
		if has && name != "id" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// known spells out that no labels are any.
func known(labels []string) []string {
	if len(labels) > 0 {
		return labels
	}
	var all []string
	for _, l := range schema.Labels() {
		all = append(all, l.Name)
	}
	return all
}

// labelOf reads a node's label, from nowhere where it is the only one possible.
func labelOf(n string, labels []string) ([]string, func(*reader) string) {
	if len(labels) == 1 {
		return nil, func(*reader) string { return labels[0] }
	}
	return []string{"labels(" + n + ")"}, func(r *reader) string { return public(r.next()) }
}

// public is the one label of a node that is the ontology's.
func public(labels any) string {
	for _, l := range list(labels) {
		if name := text(l); !strings.HasPrefix(name, "_") {
			return name
		}
	}
	return ""
}

// reader takes the cells of a list one by one; beyond its end all are nil.
type reader struct{ cells []any }

func (r *reader) next() any {
	if len(r.cells) == 0 {
		return nil
	}
	cell := r.cells[0]
	r.cells = r.cells[1:]
	return cell
}

func list(v any) []any    { l, _ := v.([]any); return l }
func text(v any) string   { s, _ := v.(string); return s }
func number(v any) int    { n, _ := v.(int64); return int(n) }
func truth(v any) bool    { b, _ := v.(bool); return b }
func float(v any) float64 { f, _ := key(v).(float64); return f }

func strs(v any) []string {
	cells := list(v)
	if len(cells) == 0 {
		return nil
	}
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = text(cell)
	}
	return out
}

// key reads a sort key: a number of either kind is a float64.
func key(v any) any {
	if n, ok := v.(int64); ok {
		return float64(n)
	}
	return v
}

// value reads a property; lists are lists of texts.
func value(v any) any {
	if _, ok := v.([]any); ok {
		return strs(v)
	}
	return v
}

func readProperties(r *reader, names []string) graph.Properties {
	var out graph.Properties
	for _, name := range names {
		if v := value(r.next()); v != nil {
			if out == nil {
				out = make(graph.Properties, len(names))
			}
			out[name] = v
		}
	}
	return out
}

// disagreements are kept as a list of JSON texts. A text that is none, which
// only another hand than ours can have written, reads as nothing.
func disagreements(v any) []graph.Disagreement {
	var out []graph.Disagreement
	for _, s := range strs(v) {
		var d graph.Disagreement
		if err := json.Unmarshal([]byte(s), &d); err == nil {
			out = append(out, d)
		}
	}
	return out
}

// link compiles what is wanted of a relationship. Its type and its ends'
// labels are read where there is a choice.
func (c *compiler) link(l linkOf, want *graph.LinkSelection) (string, func(any) *graph.Link) {
	var cells []string
	if len(l.types) > 1 {
		cells = append(cells, "type("+l.r+")")
	}
	fromLabel, readFrom := labelOf(l.from, known(l.fromLabels))
	toLabel, readTo := labelOf(l.to, known(l.toLabels))
	cells = append(append(cells, fromLabel...), l.from+".id")
	cells = append(append(cells, toLabel...), l.to+".id")
	properties, facts := propertiesOf(l.types)
	for _, p := range properties {
		cells = append(cells, l.r+"."+p)
	}
	var readEvidence func(any, *graph.Link)
	if facts {
		var evidence string
		evidence, readEvidence = c.evidence(l.r, want)
		cells = append(cells, l.r+".confidence", evidence)
	}
	return "[" + strings.Join(cells, ", ") + "]", func(v any) *graph.Link {
		got := reader{list(v)}
		out := &graph.Link{}
		out.Type = l.types[0]
		if len(l.types) > 1 {
			out.Type = text(got.next())
		}
		out.From.Label = readFrom(&got)
		out.From.ID = text(got.next())
		out.To.Label = readTo(&got)
		out.To.ID = text(got.next())
		out.Properties = readProperties(&got, properties)
		if facts {
			out.Confidence = float(got.next())
			readEvidence(got.next(), out)
		}
		return out
	}
}

// linkOf names a relationship's variables and what they can be.
type linkOf struct {
	r, from, to          string // variables
	types                []string
	fromLabels, toLabels []string
}

// propertiesOf lists the properties that relationships of the types have, and
// whether any is a fact.
func propertiesOf(types []string) (names []string, facts bool) {
	for _, t := range types {
		r, ok := schema.RelationshipOf(t)
		if !ok {
			continue
		}
		facts = facts || r.Fact
		for _, p := range r.Properties {
			if !slices.Contains(names, p.Name) {
				names = append(names, p.Name)
			}
		}
	}
	return names, facts
}

// evidence reads the private evidence nodes of a relationship by their index,
// and with them the passages, where they are wanted.
func (c *compiler) evidence(r string, want *graph.LinkSelection) (string, func(any, *graph.Link)) {
	e := c.fresh("e")
	match := fmt.Sprintf("MATCH (%[1]s:_Evidence) WHERE %[1]s.rel = %[2]s._id AND %[1]s.passage IS NOT NULL ", e, r)
	object, decode := "", func(any) *graph.Object { return nil }
	if want.Evidence != nil {
		p := c.fresh("p")
		match += fmt.Sprintf("OPTIONAL MATCH (%[1]s:Passage {id: %[2]s.passage}) ", p, e)
		object, decode = c.object(p, []string{"Passage"}, want.Evidence)
		object = ", " + object
	}
	expression := fmt.Sprintf("COLLECT { %[1]sRETURN [%[2]s.passage, %[2]s.span%[3]s] }", match, e, object)
	return expression, func(v any, to *graph.Link) {
		rows := list(v)
		slices.SortFunc(rows, func(a, b any) int { return strings.Compare(text(list(a)[0]), text(list(b)[0])) })
		for _, row := range rows {
			got := reader{list(row)}
			to.Evidence = append(to.Evidence, text(got.next()))
			to.Spans = append(to.Spans, text(got.next()))
			if passage := decode(got.next()); passage != nil {
				to.Passages = append(to.Passages, passage)
			}
		}
	}
}

// supports finds the facts that a passage is evidence of: its evidence nodes
// name the relationship, whose id names its ends.
func (c *compiler) supports(n string, want *graph.LinkSelection) (string, func(any) []*graph.Link) {
	e, a, b, r := c.fresh("e"), c.fresh("a"), c.fresh("b"), c.fresh("r")
	types := factTypes()
	row, decode := c.link(linkOf{r: r, from: a, to: b, types: types}, want)
	expression := fmt.Sprintf("COLLECT { MATCH (%[1]s:_Evidence) WHERE %[1]s.passage = %[2]s.id "+
		"WITH %[1]s, split(%[1]s.rel, '/') AS ends%[1]s "+
		"MATCH (%[3]s:_Node {id: ends%[1]s[1]}) MATCH (%[4]s:_Node {id: ends%[1]s[2]}) "+
		"MATCH (%[3]s)-[%[5]s:%[6]s]->(%[4]s) WHERE %[5]s._id = %[1]s.rel RETURN %[7]s }",
		e, n, a, b, r, strings.Join(types, "|"), row)
	return expression, func(v any) []*graph.Link { return sortedLinks(v, decode) }
}

// sortedLinks reads links and puts them in order of their ids.
func sortedLinks(v any, decode func(any) *graph.Link) []*graph.Link {
	var out []*graph.Link
	for _, row := range list(v) {
		out = append(out, decode(row))
	}
	slices.SortFunc(out, func(a, b *graph.Link) int { return strings.Compare(a.ID(), b.ID()) })
	return out
}

func factTypes() []string {
	var out []string
	for _, r := range schema.Relationships() {
		if r.Fact {
			out = append(out, r.Type)
		}
	}
	return out
}
