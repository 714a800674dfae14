// Package exchange writes graphs to files and reads them back, one file a
// format. It knows the formats and the ontology's tables; it knows no store's
// language and no request. What it writes follows from the graph alone, so
// two stores that hold the same graph give the same bytes.
//
// JSON lines are those of Neo4j's APOC export: one object a line, nodes
// before relationships, each by id.
//
//	err := exchange.WriteJSONL(w, store.Scan(ctx))
//	for record, err := range exchange.ReadJSONL(r) { … }
package exchange

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"sort"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// WriteJSONL writes records, one a line. They must come as Store.Scan gives
// them: nodes by id, then relationships by id; others are ErrInvalid, since
// the file would differ from one written of the same graph elsewhere.
func WriteJSONL(w io.Writer, records iter.Seq2[graph.Record, error]) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var line []byte
	var last string // sort key of the record before
	for record, err := range records {
		if err != nil {
			return err
		}
		key, err := sortKey(record)
		if err != nil {
			return err
		}
		if last != "" && key <= last {
			return fmt.Errorf("writing jsonl: %q comes after %q: %w", key[1:], last[1:], graph.ErrInvalid)
		}
		last = key
		line, err = AppendJSONL(line[:0], record)
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return fmt.Errorf("writing jsonl: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing jsonl: %w", err)
	}
	return nil
}

// Sort puts records in the order of a file: nodes, then relationships, each by id.
func Sort(records []graph.Record) {
	sort.SliceStable(records, func(i, j int) bool {
		a, _ := sortKey(records[i])
		b, _ := sortKey(records[j])
		return a < b
	})
}

// sortKey is the record's id after a digit that puts nodes first.
func sortKey(r graph.Record) (string, error) {
	switch {
	case r.Node != nil && r.Relationship == nil:
		return "0" + r.Node.ID, nil
	case r.Relationship != nil && r.Node == nil:
		return "1" + r.Relationship.ID(), nil
	}
	return "", fmt.Errorf("writing jsonl: a record is neither a node nor a relationship: %w", graph.ErrInvalid)
}

// AppendJSONL appends the record's line, without the line's end. Equal records
// give equal lines, so lines are also how records are compared.
func AppendJSONL(b []byte, r graph.Record) ([]byte, error) {
	if _, err := sortKey(r); err != nil {
		return b, err
	}
	if r.Node != nil {
		return appendNode(b, r.Node)
	}
	return appendRelationship(b, r.Relationship)
}

func appendNode(b []byte, n *graph.Node) ([]byte, error) {
	label, ok := schema.LabelOf(n.Label)
	if !ok {
		return b, fmt.Errorf("writing %s: there is no label %q: %w", n.ID, n.Label, graph.ErrInvalid)
	}
	o := object{bytes: b, of: n.ID}
	o.open()
	o.text("type", "node")
	o.text("id", n.ID)
	o.texts("labels", []string{n.Label})
	o.key("properties")
	o.open()
	o.text("id", n.ID)
	o.properties(label.Properties, n.Properties)
	o.texts("formerIds", n.FormerIDs)
	o.texts("disagreements", disagreements(n.Disagreements))
	o.close()
	o.close()
	return o.bytes, o.err
}

func appendRelationship(b []byte, r *graph.Relationship) ([]byte, error) {
	rel, ok := schema.RelationshipOf(r.Type)
	if !ok {
		return b, fmt.Errorf("writing %s: there is no relationship %q: %w", r.ID(), r.Type, graph.ErrInvalid)
	}
	o := object{bytes: b, of: r.ID()}
	o.open()
	o.text("type", "relationship")
	o.text("id", r.ID())
	o.text("label", r.Type)
	for _, end := range []struct {
		key string
		ref graph.Ref
	}{{"start", r.From}, {"end", r.To}} {
		o.key(end.key)
		o.open()
		o.text("id", end.ref.ID)
		o.texts("labels", []string{end.ref.Label})
		o.close()
	}
	o.key("properties")
	o.open()
	o.properties(rel.Properties, r.Properties)
	o.texts("evidence", r.Evidence)
	o.texts("spans", r.Spans)
	if rel.Fact {
		o.confidence(r.Confidence)
	}
	o.close()
	o.close()
	return o.bytes, o.err
}

// disagreements are the JSON texts that stand for them, sorted.
func disagreements(ds []graph.Disagreement) []string {
	out := make([]string, len(ds))
	for i, d := range ds {
		o := object{}
		o.open()
		o.text("field", d.Field)
		o.text("value", d.Value)
		o.texts("evidence", d.Evidence)
		o.close()
		out[i] = string(o.bytes)
	}
	sort.Strings(out)
	return out
}
