package invariant

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

func (c *checker) relationship(r *graph.Relationship) {
	id := r.ID()
	rel, ok := schema.RelationshipOf(r.Type)
	if !ok {
		c.broken("label", id, "there is no relationship %q", r.Type)
		return
	}
	c.end(id, "start", r.From, rel.From)
	c.end(id, "end", r.To, rel.To)
	c.properties(id, rel.Properties, r.Properties)
	if rel.Fact {
		c.support(id, r)
	} else if len(r.Evidence) > 0 || r.Confidence != 0 {
		c.broken("evidence", id, "states no fact, and has evidence or confidence")
	}
	switch r.Type {
	case "MENTIONS":
		c.mention(id, r)
	case "PART_OF":
		if p, ok := c.spans[r.From.ID]; ok {
			c.passages[r.To.ID] = append(c.passages[r.To.ID], p)
			delete(c.spans, r.From.ID)
		} else if c.nodes[r.From.ID].label == "Passage" {
			c.broken("passage", r.From.ID, "stands in two documents")
		}
	}
}

func (c *checker) end(id, which string, ref graph.Ref, allowed []string) {
	there, ok := c.nodes[ref.ID]
	switch {
	case !ok:
		c.broken("ends", id, "its %s %s is not there", which, ref.ID)
	case there.label != ref.Label:
		c.broken("ends", id, "its %s is a %s, not a %s", which, there.label, ref.Label)
	case !slices.Contains(allowed, ref.Label):
		c.broken("ends", id, "its %s is a %s, must be one of %s", which, ref.Label, strings.Join(allowed, ", "))
	}
}

// support checks what a fact rests on.
func (c *checker) support(id string, r *graph.Relationship) {
	if len(r.Evidence) == 0 {
		c.broken("evidence", id, "has none")
	}
	if len(r.Spans) != len(r.Evidence) {
		c.broken("evidence", id, "has %d passages and %d spans", len(r.Evidence), len(r.Spans))
		return
	}
	c.sorted(id, "evidence", r.Evidence)
	for i, p := range r.Evidence {
		there, ok := c.nodes[p]
		if !ok || there.label != "Passage" {
			c.broken("evidence", id, "%s is no passage", p)
			continue
		}
		start, end := graph.ParseSpan(r.Spans[i])
		if start < 0 || end <= start || end > utf8.RuneCountInString(there.text) {
			c.broken("span", id, "%q does not lie within %s", r.Spans[i], p)
		}
	}
	if !(r.Confidence >= 0 && r.Confidence <= 1) || math.Abs(r.Confidence*100-math.Round(r.Confidence*100)) > 1e-9 {
		c.broken("confidence", id, "is %v, must lie within 0 and 1 and have two decimals", r.Confidence)
	}
}

// mention checks that the words are the slice that they say they are.
func (c *checker) mention(id string, r *graph.Relationship) {
	start, hasStart := r.Properties["start"].(int64)
	end, hasEnd := r.Properties["end"].(int64)
	surface, _ := r.Properties["surface"].(string)
	if !hasStart || !hasEnd {
		c.broken("mention", id, "has no start or end")
		return
	}
	text := []rune(c.nodes[r.From.ID].text)
	if start < 0 || end <= start || end > int64(len(text)) || string(text[start:end]) != surface {
		c.broken("mention", id, "%q is not what stands there", surface)
	}
}

// properties checks values against the ontology's table.
func (c *checker) properties(id string, table []schema.Property, values graph.Properties) {
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		i := slices.IndexFunc(table, func(p schema.Property) bool { return p.Name == name })
		if i < 0 || name == "id" {
			c.broken("property", id, "there is no %q", name)
			continue
		}
		c.value(id, table[i], values[name])
		if date, ok := strings.CutSuffix(name, "Precision"); ok {
			if d, _ := values[date].(string); graph.Precision(d) != values[name] {
				c.broken("date", id, "%s is %q, %s says %v", date, d, name, values[name])
			}
		}
	}
	for _, p := range table {
		d, ok := values[p.Name].(string)
		precise := slices.ContainsFunc(table, func(q schema.Property) bool { return q.Name == p.Name+"Precision" })
		if ok && p.Kind == schema.Date && precise && values[p.Name+"Precision"] == nil {
			c.broken("date", id, "%s is %q, without its precision", p.Name, d)
		}
	}
}

// value checks that a value is of its property's kind.
func (c *checker) value(id string, p schema.Property, value any) {
	ok := false
	switch v := value.(type) {
	case string:
		ok = v != "" && p.Kind != schema.Int && p.Kind != schema.Float && p.Kind != schema.TextList
		if p.Kind == schema.Date {
			_, _, err := graph.Days(v)
			ok = err == nil
		}
		if p.Kind == schema.Enum {
			ok = v == strings.ToLower(v) && slices.Contains(schema.EnumValues(p.Enum), strings.ToUpper(v))
		}
	case int64:
		ok = p.Kind == schema.Int
	case float64:
		ok = p.Kind == schema.Float && !math.IsNaN(v) && !math.IsInf(v, 0)
	case []string:
		ok = p.Kind == schema.TextList && len(v) > 0
		c.sorted(id, p.Name, v)
	}
	if !ok {
		c.broken("property", id, "%s is %v, must be a %s", p.Name, value, p.Kind)
	}
}

func (c *checker) sorted(id, what string, list []string) {
	for i := 1; i < len(list); i++ {
		if list[i] <= list[i-1] {
			c.broken("order", id, "%s: %q comes after %q", what, list[i], list[i-1])
			return
		}
	}
}
