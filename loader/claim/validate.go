package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Validate reports the first thing that is wrong with a Reading, as
// ErrInvalid: what is not of the ontology, a reference to nothing, evidence
// that is missing or lies outside its passage, a mention that is not the slice
// that it says it is.
func (r *Reading) Validate() error {
	if err := r.Document.validate(); err != nil {
		return err
	}
	if err := r.validatePassages(); err != nil {
		return err
	}
	labels := map[Ref]string{}
	for i := range r.Entities {
		e := &r.Entities[i]
		if _, twice := labels[e.Ref]; twice {
			return invalid("entity %q is there twice", e.Ref)
		}
		if err := r.validateEntity(e); err != nil {
			return fmt.Errorf("entity %q: %w", e.Ref, err)
		}
		labels[e.Ref] = e.Label
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		if err := r.validateFact(f, labels); err != nil {
			return fmt.Errorf("%s from %q to %q: %w", f.Type, f.From, f.To, err)
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if err := r.validateMention(m, labels); err != nil {
			return fmt.Errorf("mention of %q: %w", m.Of, err)
		}
	}
	return nil
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", graph.ErrInvalid, fmt.Sprintf(format, args...))
}

func (d *Document) validate() error {
	if len(d.SHA256) != 64 || strings.Trim(d.SHA256, "0123456789abcdef") != "" {
		return invalid("sha256 %q is not 64 lower-case hexadecimal digits", d.SHA256)
	}
	label, _ := schema.LabelOf("Document")
	ps := graph.Properties{}
	for name, v := range map[string]string{"publishedOn": d.PublishedOn, "publishedOnBasis": d.PublishedBasis} {
		if v != "" {
			ps[name] = v
		}
	}
	if err := validateProperties(ps, label.Property); err != nil {
		return fmt.Errorf("document: %w", err)
	}
	for _, s := range []string{d.URL, d.Source, d.Title, d.Publisher, d.Author, d.Language, d.ModifiedOn} {
		if !utf8.ValidString(s) {
			return invalid("document: %q is not UTF-8", s)
		}
	}
	return nil
}

func (r *Reading) validatePassages() error {
	at := 0
	for i, p := range r.Passages {
		switch n := utf8.RuneCountInString(p.Text); {
		case !utf8.ValidString(p.Text):
			return invalid("passage %d is not UTF-8", i)
		case p.Start < at || n == 0:
			return invalid("passage %d is empty or begins before the end of the one before", i)
		case p.End-p.Start != n:
			return invalid("passage %d is %d to %d, its text has %d code points", i, p.Start, p.End, n)
		}
		at = p.End
	}
	return nil
}

func (r *Reading) validateEntity(e *Entity) error {
	label, ok := schema.LabelOf(e.Label)
	if !ok || e.Label == "Document" || e.Label == "Passage" {
		return invalid("claims do not make a %q", e.Label)
	}
	kind, rest, ok := strings.Cut(string(e.Ref), ":")
	if !ok || kind != strings.ToLower(e.Label) || rest == "" {
		return invalid("a %s is called %q and a number or code", e.Label, strings.ToLower(e.Label)+":")
	}
	if e.Label == "State" && (len(rest) != 2 || strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz") != "") {
		return invalid("%q is no code of a state", rest)
	}
	for _, h := range e.Head {
		if !utf8.ValidString(h) {
			return invalid("%q is not UTF-8", h)
		}
	}
	if err := validateProperties(e.Properties, label.Property); err != nil {
		return err
	}
	return r.validateSupport(e.Evidence, &e.Support)
}

func (r *Reading) validateFact(f *Fact, labels map[Ref]string) error {
	rel, ok := schema.RelationshipOf(f.Type)
	if !ok || !rel.Fact {
		return invalid("claims do not state %q", f.Type)
	}
	from, to := labels[f.From], labels[f.To]
	if !slices.Contains(rel.From, from) || !slices.Contains(rel.To, to) {
		return invalid("it does not lead from %q to %q", from, to)
	}
	if err := validateProperties(f.Properties, rel.Property); err != nil {
		return err
	}
	return r.validateSupport(f.Evidence, &f.Support)
}

func (r *Reading) validateMention(m *Mention, labels map[Ref]string) error {
	if labels[m.Of] == "" {
		return invalid("there is no such entity")
	}
	if err := r.validateSpan(m.Passage, m.Start, m.End); err != nil {
		return err
	}
	if got := codePoints(r.Passages[m.Passage].Text, m.Start, m.End); got != m.Surface {
		return invalid("%q is not the slice %d-%d of passage %d, which is %q", m.Surface, m.Start, m.End, m.Passage, got)
	}
	return nil
}

func (r *Reading) validateSupport(ev []Evidence, s *Support) error {
	if len(ev) == 0 {
		return invalid("no evidence")
	}
	for _, e := range ev {
		if err := r.validateSpan(e.Passage, e.Start, e.End); err != nil {
			return err
		}
	}
	if math.IsNaN(s.Confidence) || s.Confidence < 0 || s.Confidence > 1 {
		return invalid("confidence %v", s.Confidence)
	}
	return nil
}

func (r *Reading) validateSpan(passage, start, end int) error {
	if passage < 0 || passage >= len(r.Passages) {
		return invalid("there is no passage %d", passage)
	}
	if p := r.Passages[passage]; start < 0 || start >= end || end > p.End-p.Start {
		return invalid("span %d-%d does not lie within passage %d", start, end, passage)
	}
	return nil
}

func validateProperties(ps graph.Properties, property func(string) *schema.Property) error {
	for name, v := range ps {
		p := property(name)
		if p == nil || p.Kind == schema.ID {
			return invalid("there is no property %q", name)
		}
		if !validValue(p, v) {
			return invalid("%v (%T) is no value of %q", v, v, name)
		}
	}
	return nil
}

// validValue reports whether a value is one that the property may have.
func validValue(p *schema.Property, v any) bool {
	switch v := v.(type) {
	case string:
		switch p.Kind {
		case schema.Date:
			_, _, err := graph.Days(v)
			return err == nil
		case schema.Enum:
			return v == strings.ToLower(v) && slices.Contains(schema.EnumValues(p.Enum), strings.ToUpper(v))
		case schema.Text:
			return v != "" && utf8.ValidString(v)
		}
	case []string:
		for _, s := range v {
			if s == "" || !utf8.ValidString(s) {
				return false
			}
		}
		return p.Kind == schema.TextList
	case int64:
		return p.Kind == schema.Int
	case float64:
		return p.Kind == schema.Float && !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	return false
}

// codePoints is text[start:end] in code points; the span lies within it.
func codePoints(text string, start, end int) string {
	from, to, n := len(text), len(text), 0
	for i := range text {
		if n == start {
			from = i
		}
		if n == end {
			to = i
			break
		}
		n++
	}
	return text[from:to]
}
