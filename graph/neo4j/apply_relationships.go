package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// putRelationshipsStatement has a part for each type and counts what each
// made, so that a missing end is noticed.
func putRelationshipsStatement() string {
	var b strings.Builder
	var counts []string
	for _, r := range schema.Relationships() {
		fmt.Fprintf(&b, "CALL () { UNWIND $p.%[1]s AS row MATCH %[2]s MATCH %[3]s "+
			"MERGE (a)-[r:%[1]s {_id: row.id}]->(b) SET r = row.properties RETURN count(*) AS n%[1]s }\n",
			r.Type, end("a", "from", r.From), end("b", "to", r.To))
		counts = append(counts, "n"+r.Type)
	}
	b.WriteString("RETURN " + strings.Join(counts, ", "))
	return b.String()
}

// end seeks an end by its id under the label given.
func end(variable, side string, labels []string) string {
	if len(labels) == 1 {
		return fmt.Sprintf("(%s:%s {id: row.%s})", variable, labels[0], side)
	}
	return fmt.Sprintf("(%[1]s:_Node {id: row.%[2]s}) WHERE row.%[2]sLabel IN labels(%[1]s)", variable, side)
}

func (w *writer) putRelationships(ctx context.Context, tx neo4j.ManagedTransaction) error {
	type identified struct {
		id  string
		row *graph.Relationship
	}
	sorted := make([]any, len(w.changes.PutRelationships))
	for i := range w.changes.PutRelationships {
		r := &w.changes.PutRelationships[i].Relationship
		sorted[i] = identified{r.ID(), r}
	}
	slices.SortFunc(sorted, func(a, b any) int { return cmp.Compare(a.(identified).id, b.(identified).id) })
	return w.in(ctx, tx, putRelationshipsStatement(), sorted, func(part []any) map[string]any {
		p := map[string]any{}
		for _, r := range schema.Relationships() {
			p[r.Type] = []any{}
		}
		for _, one := range part {
			r := one.(identified)
			p[r.row.Type] = append(p[r.row.Type].([]any), relationshipRow(r.id, r.row))
		}
		return p
	}, func(made *neo4j.Record, p map[string]any) error { return w.madeAll(ctx, tx, made, p) })
}

func relationshipRow(id string, r *graph.Relationship) map[string]any {
	properties := withFolded(r.Properties)
	properties["_id"] = id
	if rel, ok := schema.RelationshipOf(r.Type); ok && rel.Fact {
		properties["confidence"] = r.Confidence
	}
	return map[string]any{
		"id": id, "properties": properties,
		"from": r.From.ID, "fromLabel": r.From.Label, "to": r.To.ID, "toLabel": r.To.Label,
	}
}

// madeAll looks for the end that is missing where fewer relationships were
// made than asked for.
func (w *writer) madeAll(ctx context.Context, tx neo4j.ManagedTransaction, made *neo4j.Record, p map[string]any) error {
	for i, r := range schema.Relationships() {
		rows := p[r.Type].([]any)
		if number(made.Values[i]) == len(rows) {
			continue
		}
		missing, err := w.store.run(ctx, tx, "UNWIND $p.rows AS row "+
			"UNWIND [[row.fromLabel, row.from], [row.toLabel, row.to]] AS end "+
			"OPTIONAL MATCH (n:_Node {id: end[1]}) WHERE end[0] IN labels(n) "+
			"WITH row, end, n WHERE n IS NULL RETURN row.id, end[0], end[1] LIMIT 1", map[string]any{"rows": rows})
		if err != nil {
			return err
		}
		if len(missing) > 0 {
			m := missing[0].Values
			return fmt.Errorf("putting relationship %s: no %s has the id %s: %w", text(m[0]), text(m[1]), text(m[2]), graph.ErrInvalid)
		}
	}
	return nil
}

// evidence is kept as private nodes, one for a relationship and a passage, so
// that one more is one more, however many there are.
const (
	withoutStatement = `UNWIND $p.rows AS row
MATCH (e:_Evidence) WHERE e.rel = row.rel AND e.passage = row.passage
DELETE e`
	evidenceStatement = `UNWIND $p.rows AS row
MERGE (e:_Evidence {rel: row.rel, passage: row.passage})
SET e.span = row.span`
)

func (w *writer) putEvidence(ctx context.Context, tx neo4j.ManagedTransaction) error {
	var without, with []any
	for i := range w.changes.PutRelationships {
		put := &w.changes.PutRelationships[i]
		if len(put.Without) == 0 && len(put.Evidence) == 0 {
			continue
		}
		id := put.ID()
		for _, passage := range put.Without {
			without = append(without, map[string]any{"rel": id, "passage": passage})
		}
		for i, passage := range put.Evidence {
			with = append(with, map[string]any{"rel": id, "passage": passage, "span": put.Spans[i]})
		}
	}
	slices.SortStableFunc(with, func(a, b any) int {
		one, other := a.(map[string]any), b.(map[string]any)
		return cmp.Or(cmp.Compare(text(one["rel"]), text(other["rel"])), cmp.Compare(text(one["passage"]), text(other["passage"])))
	})
	rows := func(part []any) map[string]any { return map[string]any{"rows": part} }
	if err := w.in(ctx, tx, withoutStatement, without, rows, nil); err != nil {
		return err
	}
	return w.in(ctx, tx, evidenceStatement, with, rows, nil)
}
