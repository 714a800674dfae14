package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"sort"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// maxLine is the longest line that is read, in bytes.
const maxLine = 64 << 20

// jsonLine is a line as it stands in the file.
type jsonLine struct {
	Type       string                     `json:"type"`
	ID         string                     `json:"id"`
	Labels     []string                   `json:"labels"`
	Label      string                     `json:"label"`
	Start      jsonEnd                    `json:"start"`
	End        jsonEnd                    `json:"end"`
	Properties map[string]json.RawMessage `json:"properties"`
}

type jsonEnd struct {
	ID         string   `json:"id"`
	Labels     []string `json:"labels"`
	Properties struct {
		ID string `json:"id"`
	} `json:"properties"`
}

// ReadJSONL reads what WriteJSONL wrote, and what Neo4j's APOC export makes of
// the same graph (whose own ids are internal numbers: properties.id counts).
// Members may stand in any order. It ends at the first line that is wrong with
// an error that names the line, and wraps ErrInvalid.
func ReadJSONL(r io.Reader) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		reader := lineReader{in: bufio.NewReaderSize(r, 1<<16), ids: map[string]string{}}
		for {
			record, err := reader.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(graph.Record{}, fmt.Errorf("reading jsonl: line %d: %w", reader.line, err))
				return
			}
			if !yield(record, nil) {
				return
			}
		}
	}
}

type lineReader struct {
	in   *bufio.Reader
	line int
	// ids leads from a line's own id to the node's, where the two differ.
	ids map[string]string
}

// next reads a record, skipping empty lines.
func (l *lineReader) next() (graph.Record, error) {
	for {
		text, err := l.read()
		if err != nil {
			return graph.Record{}, err
		}
		if text = bytes.TrimSpace(text); len(text) > 0 {
			return l.record(text)
		}
	}
}

// read gives the next line, io.EOF after the last.
func (l *lineReader) read() ([]byte, error) {
	l.line++
	var text []byte
	for {
		part, err := l.in.ReadSlice('\n')
		text = append(text, part...)
		switch {
		case err == nil:
			return text, nil
		case errors.Is(err, io.EOF) && len(text) > 0:
			return text, nil
		case errors.Is(err, bufio.ErrBufferFull) && len(text) < maxLine:
			continue
		case errors.Is(err, bufio.ErrBufferFull):
			return nil, fmt.Errorf("longer than %d MiB: %w", maxLine>>20, graph.ErrInvalid)
		}
		return nil, err
	}
}

func (l *lineReader) record(text []byte) (graph.Record, error) {
	if !utf8.Valid(text) {
		return graph.Record{}, fmt.Errorf("not UTF-8: %w", graph.ErrInvalid)
	}
	var line jsonLine
	if err := json.Unmarshal(text, &line); err != nil {
		return graph.Record{}, fmt.Errorf("not a line of an export (%w): %w", err, graph.ErrInvalid)
	}
	switch line.Type {
	case "node":
		n, err := l.node(&line)
		return graph.Record{Node: n}, err
	case "relationship":
		r, err := l.relationship(&line)
		return graph.Record{Relationship: r}, err
	}
	return graph.Record{}, fmt.Errorf("type is %q, must be node or relationship: %w", line.Type, graph.ErrInvalid)
}

func (l *lineReader) node(line *jsonLine) (*graph.Node, error) {
	label, err := knownLabel(line.Labels)
	if err != nil {
		return nil, err
	}
	n := &graph.Node{Label: label.Name, ID: line.ID}
	if raw, ok := line.Properties["id"]; ok {
		if err := json.Unmarshal(raw, &n.ID); err != nil {
			return nil, fmt.Errorf("properties.id is not a text: %w", graph.ErrInvalid)
		}
	}
	if n.ID == "" {
		return nil, fmt.Errorf("a node without id: %w", graph.ErrInvalid)
	}
	if line.ID != n.ID {
		l.ids[line.ID] = n.ID
	}
	rest := take(line.Properties, "id", "neo4jImportId")
	if n.FormerIDs, err = rest.texts("formerIds"); err != nil {
		return nil, fmt.Errorf("%s: %w", n.ID, err)
	}
	sort.Strings(n.FormerIDs)
	if n.Disagreements, err = rest.disagreements(); err != nil {
		return nil, fmt.Errorf("%s: %w", n.ID, err)
	}
	if n.Properties, err = rest.properties(label.Properties); err != nil {
		return nil, fmt.Errorf("%s: %w", n.ID, err)
	}
	return n, nil
}

func (l *lineReader) relationship(line *jsonLine) (*graph.Relationship, error) {
	rel, ok := schema.RelationshipOf(line.Label)
	if !ok {
		return nil, fmt.Errorf("there is no relationship %q: %w", line.Label, graph.ErrInvalid)
	}
	from, err := l.end(line.Start)
	if err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	to, err := l.end(line.End)
	if err != nil {
		return nil, fmt.Errorf("end: %w", err)
	}
	r := &graph.Relationship{Type: rel.Type, From: from, To: to}
	rest := take(line.Properties)
	if err := readSupport(r, rel, rest); err != nil {
		return nil, err
	}
	if r.Properties, err = rest.properties(rel.Properties); err != nil {
		return nil, fmt.Errorf("%s: %w", line.ID, err)
	}
	if !contains(rel.From, from.Label) || !contains(rel.To, to.Label) {
		return nil, fmt.Errorf("%s does not join %s to %s: %w", rel.Type, from.Label, to.Label, graph.ErrInvalid)
	}
	return r, nil
}

// readSupport reads evidence, spans and confidence.
func readSupport(r *graph.Relationship, rel *schema.Relationship, rest rawProperties) (err error) {
	if r.Evidence, err = rest.texts("evidence"); err != nil {
		return err
	}
	if r.Spans, err = rest.texts("spans"); err != nil {
		return err
	}
	if len(r.Spans) != len(r.Evidence) {
		return fmt.Errorf("%d spans for %d passages of evidence: %w", len(r.Spans), len(r.Evidence), graph.ErrInvalid)
	}
	if rel.Fact != (len(r.Evidence) > 0) {
		return fmt.Errorf("evidence of a %s: %d passages: %w", rel.Type, len(r.Evidence), graph.ErrInvalid)
	}
	if len(r.Evidence) > 0 {
		r.SortEvidence()
	}
	raw, ok := rest["confidence"]
	if !ok {
		return nil
	}
	delete(rest, "confidence")
	if err := json.Unmarshal(raw, &r.Confidence); err != nil || r.Confidence < 0 || r.Confidence > 1 {
		return fmt.Errorf("confidence is %.40s, must lie within 0 and 1: %w", raw, graph.ErrInvalid)
	}
	return nil
}

func (l *lineReader) end(e jsonEnd) (graph.Ref, error) {
	label, err := knownLabel(e.Labels)
	if err != nil {
		return graph.Ref{}, err
	}
	id := e.ID
	if e.Properties.ID != "" {
		id = e.Properties.ID
	} else if known, ok := l.ids[id]; ok {
		id = known
	}
	if id == "" {
		return graph.Ref{}, fmt.Errorf("no id: %w", graph.ErrInvalid)
	}
	return graph.Ref{Label: label.Name, ID: id}, nil
}

// knownLabel finds the one label of the ontology among a node's.
func knownLabel(labels []string) (*schema.Label, error) {
	for _, name := range labels {
		if l, ok := schema.LabelOf(name); ok {
			return l, nil
		}
	}
	return nil, fmt.Errorf("no known label among %q: %w", labels, graph.ErrInvalid)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
