package neo4j

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// memoryID tells a key and a value apart from all others at a length that an
// index takes.
func memoryID(key, value string) string {
	sum := sha256.Sum256([]byte(key + "\x00" + value))
	return hex.EncodeToString(sum[:])
}

// sumMemory adds up what is added to each value and leaves out what comes to
// nothing; rows are in order of their ids, so that writers lock alike.
func sumMemory(memory []graph.Memory) ([]map[string]any, error) {
	sums := map[graph.Memory]int{}
	for _, m := range memory {
		sums[graph.Memory{Key: m.Key, Value: m.Value}] += m.Delta
	}
	rows := make([]map[string]any, 0, len(sums))
	for m, delta := range sums {
		if delta != 0 {
			rows = append(rows, map[string]any{
				"id": memoryID(m.Key, m.Value), "key": m.Key, "value": m.Value, "delta": int64(delta),
			})
		}
	}
	slices.SortFunc(rows, func(a, b map[string]any) int { return cmp.Compare(text(a["id"]), text(b["id"])) })
	return rows, nil
}

const rememberStatement = `UNWIND $p.rows AS row
MERGE (m:_Memory {id: row.id})
ON CREATE SET m.key = row.key, m.value = row.value, m.count = row.delta
ON MATCH SET m.count = m.count + row.delta
WITH m, m.count AS count, m.key AS key WHERE count <= 0
DELETE m
RETURN collect(CASE WHEN count < 0 THEN key END) AS below`

func (w *writer) remember(ctx context.Context, tx neo4j.ManagedTransaction) error {
	rows := make([]any, len(w.memory))
	for i, row := range w.memory {
		rows[i] = row
	}
	return w.in(ctx, tx, rememberStatement, rows, func(part []any) map[string]any {
		return map[string]any{"rows": part}
	}, func(made *neo4j.Record, _ map[string]any) error {
		if below := list(made.Values[0]); len(below) > 0 {
			return fmt.Errorf("forgetting what was not remembered under %q: %w", text(below[0]), graph.ErrInvalid)
		}
		return nil
	})
}

const groupsStatement = `MATCH (c:_Meta {id: 'commits'})
WITH c.settled AS before
MATCH (s:_Meta {id: 'store'})
WITH before, s.generation AS generation, COLLECT { UNWIND $p.keys AS key MATCH (m:_Memory) WHERE m.key = key RETURN [key, m.value, m.count] } AS rows
MATCH (c:_Meta {id: 'commits'})
RETURN before, c.announced AS after, generation, rows`

// Groups implements graph.Store. It asks the server that writers write to, since
// changes will be worked out from the answer, and waits as long as a writer does
// where the connection is lost.
func (s *Store) Groups(ctx context.Context, keys []string) (*graph.Groups, error) {
	unique := slices.Compact(slices.Sorted(slices.Values(keys)))
	params := map[string]any{"p": map[string]any{"keys": texts(unique)}}
	row, err := s.whole(ctx, neo4j.AccessModeWrite, groupsStatement, params)
	if err != nil && ctx.Err() == nil && neo4j.IsConnectivityError(err) {
		row, err = s.locked(ctx, groupsStatement, params)
	}
	if err != nil {
		return nil, s.failure(ctx, "reading what is remembered", err)
	}
	out := &graph.Groups{Generation: uint64(number(row[2])), ByKey: map[string][]graph.Remembered{}}
	for _, one := range list(row[3]) {
		got := reader{list(one)}
		key := text(got.next())
		out.ByKey[key] = append(out.ByKey[key], graph.Remembered{Value: text(got.next()), Count: number(got.next())})
	}
	for _, values := range out.ByKey {
		slices.SortFunc(values, func(a, b graph.Remembered) int { return cmp.Compare(a.Value, b.Value) })
	}
	return out, nil
}
