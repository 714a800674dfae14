package claim

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// maxLine is how long a line of jsonl may be, in bytes.
const maxLine = 16 << 20

// Encode writes a Reading as jsonl, one Line a line: the document, then
// passages, entities, facts and mentions. Equal Readings give equal bytes.
func Encode(w io.Writer, r *Reading) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	lines := make([]Line, 0, 1+len(r.Passages)+len(r.Entities)+len(r.Facts)+len(r.Mentions))
	lines = append(lines, Line{Document: &r.Document})
	for i := range r.Passages {
		lines = append(lines, Line{Passage: &r.Passages[i]})
	}
	for i := range r.Entities {
		lines = append(lines, Line{Entity: &r.Entities[i]})
	}
	for i := range r.Facts {
		lines = append(lines, Line{Fact: &r.Facts[i]})
	}
	for i := range r.Mentions {
		lines = append(lines, Line{Mention: &r.Mentions[i]})
	}
	for i := range lines {
		if err := enc.Encode(&lines[i]); err != nil {
			return fmt.Errorf("writing the claims of %s: %w", r.Document.SHA256, err)
		}
	}
	return out.Flush()
}

// Decode reads Readings from jsonl, as Encode writes it. It is strict, since
// claims may come from anywhere: an unknown field, a reference to nothing, a
// label or type that the ontology does not have, a span outside its passage
// gives ErrInvalid with the number of the line, and ends the sequence.
func Decode(r io.Reader) iter.Seq2[*Reading, error] {
	return func(yield func(*Reading, error) bool) {
		d := decoder{in: bufio.NewScanner(r)}
		d.in.Buffer(make([]byte, 0, 64<<10), maxLine)
		for {
			reading, err := d.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if !yield(reading, err) || err != nil {
				return
			}
		}
	}
}

// decoder reads line by line; a document's line that belongs to the next
// Reading waits in opened.
type decoder struct {
	in     *bufio.Scanner
	line   int
	opened *Document
	at     int // line of opened
}

func (d *decoder) next() (*Reading, error) {
	r, first := (*Reading)(nil), 0
	if d.opened != nil {
		r, first = &Reading{Document: *d.opened}, d.at
		d.opened = nil
	}
	for d.in.Scan() {
		d.line++
		raw := bytes.TrimSpace(d.in.Bytes())
		if len(raw) == 0 {
			continue
		}
		line, err := parseLine(raw)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", d.line, err)
		}
		if line.Document != nil {
			if r != nil {
				d.opened, d.at = line.Document, d.line
				return checked(r, first)
			}
			r, first = &Reading{Document: *line.Document}, d.line
			continue
		}
		if r == nil {
			return nil, fmt.Errorf("line %d: %w: claims begin with a document line", d.line, graph.ErrInvalid)
		}
		if err := r.add(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", d.line, err)
		}
	}
	if err := d.in.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w: %w", d.line+1, graph.ErrInvalid, err)
	}
	if r == nil {
		return nil, io.EOF
	}
	return checked(r, first)
}

func checked(r *Reading, line int) (*Reading, error) {
	if err := r.Validate(); err != nil {
		return nil, fmt.Errorf("document of line %d: %w", line, err)
	}
	return r, nil
}

func parseLine(raw []byte) (*Line, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	dec.UseNumber()
	var l Line
	if err := dec.Decode(&l); err != nil {
		return nil, fmt.Errorf("%w: %w", graph.ErrInvalid, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: more than one value on the line", graph.ErrInvalid)
	}
	n := 0
	for _, set := range []bool{l.Document != nil, l.Passage != nil, l.Entity != nil, l.Fact != nil, l.Mention != nil} {
		if set {
			n++
		}
	}
	if n != 1 {
		return nil, fmt.Errorf("%w: a line holds one of document, passage, entity, fact, mention, this one %d", graph.ErrInvalid, n)
	}
	return &l, nil
}

// add puts what a line says into the Reading, its values in the types that the
// ontology gives them.
func (r *Reading) add(l *Line) error {
	switch {
	case l.Passage != nil:
		r.Passages = append(r.Passages, *l.Passage)
	case l.Entity != nil:
		label, ok := schema.LabelOf(l.Entity.Label)
		if !ok {
			return fmt.Errorf("%w: there is no label %q", graph.ErrInvalid, l.Entity.Label)
		}
		if err := typed(l.Entity.Properties, label.Property); err != nil {
			return err
		}
		r.Entities = append(r.Entities, *l.Entity)
	case l.Fact != nil:
		rel, ok := schema.RelationshipOf(l.Fact.Type)
		if !ok {
			return fmt.Errorf("%w: there is no relationship %q", graph.ErrInvalid, l.Fact.Type)
		}
		if err := typed(l.Fact.Properties, rel.Property); err != nil {
			return err
		}
		r.Facts = append(r.Facts, *l.Fact)
	case l.Mention != nil:
		r.Mentions = append(r.Mentions, *l.Mention)
	}
	return nil
}

// typed gives the values that came out of JSON the types of graph.Properties.
// What does not fit stays as it is, for Validate to name.
func typed(ps graph.Properties, property func(string) *schema.Property) error {
	for name, v := range ps {
		p := property(name)
		if p == nil {
			return fmt.Errorf("%w: there is no property %q", graph.ErrInvalid, name)
		}
		switch v := v.(type) {
		case json.Number:
			var err error
			if p.Kind == schema.Int {
				ps[name], err = v.Int64()
			} else {
				ps[name], err = v.Float64()
			}
			if err != nil {
				return fmt.Errorf("%w: %s %s: %w", graph.ErrInvalid, name, v, err)
			}
		case []any:
			list := make([]string, len(v))
			for i := range v {
				s, ok := v[i].(string)
				if !ok {
					return fmt.Errorf("%w: %s holds %v, which is no text", graph.ErrInvalid, name, v[i])
				}
				list[i] = s
			}
			ps[name] = list
		}
	}
	return nil
}
