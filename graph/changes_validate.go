package graph

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/entente-graph/entente/schema"
)

// Validate gives ErrInvalid, and why, where changes are not well formed: a
// label, type or property that the ontology does not have, a value of another
// kind, a fact's spans that are not as long as its evidence, one id twice.
// Every store asks it first, so that all refuse the same. What only a store
// can know (missing ends, memory below zero) it does not look at.
func (c *Changes) Validate() error {
	nodes, links := map[string]bool{}, map[string]bool{}
	for i := range c.PutNodes {
		n := &c.PutNodes[i]
		if nodes[n.ID] {
			return fmt.Errorf("node %s stands twice in the changes: %w", n.ID, ErrInvalid)
		}
		nodes[n.ID] = true
		if err := n.validate(); err != nil {
			return fmt.Errorf("node %s: %w", n.ID, err)
		}
	}
	for _, id := range c.DropNodes {
		if nodes[id] {
			return fmt.Errorf("node %s is both put and dropped: %w", id, ErrInvalid)
		}
	}
	for i := range c.PutRelationships {
		r := &c.PutRelationships[i].Relationship
		id := r.ID()
		if links[id] {
			return fmt.Errorf("relationship %s stands twice in the changes: %w", id, ErrInvalid)
		}
		links[id] = true
		if err := r.validate(); err != nil {
			return fmt.Errorf("relationship %s: %w", id, err)
		}
	}
	for _, id := range c.DropRelationships {
		if links[id] {
			return fmt.Errorf("relationship %s is both put and dropped: %w", id, ErrInvalid)
		}
	}
	for _, m := range c.Memory {
		if len(m.Key) > 500 {
			return fmt.Errorf("memory under %.20q…: a key has at most 500 bytes: %w", m.Key, ErrInvalid)
		}
		if !utf8.ValidString(m.Key) || !utf8.ValidString(m.Value) {
			return fmt.Errorf("memory under %q is not UTF-8: %w", m.Key, ErrInvalid)
		}
	}
	return nil
}

func (n *Node) validate() error {
	l, ok := schema.LabelOf(n.Label)
	if !ok {
		return fmt.Errorf("%w: no label %q", ErrInvalid, n.Label)
	}
	if n.ID == "" || !utf8.ValidString(n.ID) {
		return fmt.Errorf("%w: an id is a text in UTF-8, not empty", ErrInvalid)
	}
	return n.Properties.validate(func(name string) *schema.Property {
		if name == "id" {
			return nil // it stands in ID
		}
		return l.Property(name)
	})
}

func (r *Relationship) validate() error {
	rel, ok := schema.RelationshipOf(r.Type)
	if !ok {
		return fmt.Errorf("%w: no relationship %q", ErrInvalid, r.Type)
	}
	if !slices.Contains(rel.From, r.From.Label) || !slices.Contains(rel.To, r.To.Label) {
		return fmt.Errorf("%w: %s does not go from %s to %s", ErrInvalid, r.Type, r.From.Label, r.To.Label)
	}
	if len(r.Evidence) != len(r.Spans) {
		return fmt.Errorf("%w: %d passages of evidence with %d spans", ErrInvalid, len(r.Evidence), len(r.Spans))
	}
	if !rel.Fact && (len(r.Evidence) > 0 || r.Confidence != 0) {
		return fmt.Errorf("%w: %s is no fact and has no evidence or confidence", ErrInvalid, r.Type)
	}
	if !(r.Confidence >= 0 && r.Confidence <= 1) {
		return fmt.Errorf("%w: a confidence of %v does not lie within 0 and 1", ErrInvalid, r.Confidence)
	}
	seen := map[string]bool{}
	for _, passage := range r.Evidence {
		if seen[passage] {
			return fmt.Errorf("%w: passage %s stands twice in its evidence", ErrInvalid, passage)
		}
		seen[passage] = true
	}
	return r.Properties.validate(rel.Property)
}

func (ps Properties) validate(of func(name string) *schema.Property) error {
	for name, value := range ps {
		p := of(name)
		if p == nil {
			return fmt.Errorf("%w: no property %q", ErrInvalid, name)
		}
		if !fitsKind(p.Kind, value) {
			return fmt.Errorf("%w: property %s is a %s and cannot be %#v", ErrInvalid, name, p.Kind, value)
		}
	}
	return nil
}

func fitsKind(kind schema.Kind, value any) bool {
	switch v := value.(type) {
	case string:
		return utf8.ValidString(v) && (kind == schema.Text || kind == schema.Date || kind == schema.Enum)
	case []string:
		return len(v) > 0 && kind == schema.TextList && !slices.ContainsFunc(v, func(s string) bool { return !utf8.ValidString(s) })
	case int64:
		return kind == schema.Int
	case float64:
		return kind == schema.Float && !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	return false
}
