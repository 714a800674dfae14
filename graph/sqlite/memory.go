package sqlite

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/entente-graph/entente/graph"
)

// groupsText reads the generation and the memory of one moment. A row without
// a key stands for the generation, where nothing is remembered under the keys.
const groupsText = `SELECT g.generation, m.key, m.value, m.count FROM meta g
 LEFT JOIN memory m ON m.key IN (SELECT value FROM json_each(?1))`

// Groups implements graph.Store. Where the store can be written to, the
// connection that writes reads too: what it has in its cache stays good from
// one change to the next, and a change begins with what the last one touched.
func (s *Store) Groups(ctx context.Context, keys []string) (*graph.Groups, error) {
	if keys == nil {
		keys = []string{}
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, fmt.Errorf("reading the memory of %s: %w", s.path, err)
	}
	groups, err := s.groups(ctx, string(list))
	return groups, translate(err, "reading the memory of "+s.path)
}

func (s *Store) groups(ctx context.Context, keys string) (*graph.Groups, error) {
	s.trace(groupsText)
	if s.writer != nil {
		s.write.Lock()
		defer s.write.Unlock()
		return readGroups(ctx, s.apply.groups, keys)
	}
	stmt, release, err := s.statements.get(ctx, groupsText)
	if err != nil {
		return nil, err
	}
	defer release()
	return readGroups(ctx, stmt, keys)
}

func readGroups(ctx context.Context, stmt *sql.Stmt, keys string) (*graph.Groups, error) {
	rows, err := stmt.QueryContext(ctx, keys)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := &graph.Groups{ByKey: map[string][]graph.Remembered{}}
	for rows.Next() {
		var key, value *string
		var count *int
		if err := rows.Scan(&out.Generation, &key, &value, &count); err != nil {
			return nil, err
		}
		if key != nil {
			out.ByKey[*key] = append(out.ByKey[*key], graph.Remembered{Value: *value, Count: *count})
		}
	}
	for _, values := range out.ByKey {
		slices.SortFunc(values, func(a, b graph.Remembered) int { return cmp.Compare(a.Value, b.Value) })
	}
	return out, rows.Err()
}

// remember adds to the memory. Values are found by their hash, since they may
// be long.
func (a *applying) remember(memory []graph.Memory) error {
	type place struct{ key, value string }
	sums, order := map[place]int{}, []place{}
	for _, m := range memory {
		p := place{m.Key, m.Value}
		if _, seen := sums[p]; !seen {
			order = append(order, p)
		}
		sums[p] += m.Delta
	}
	for _, p := range order {
		if sums[p] == 0 {
			continue
		}
		hash := sha256.Sum256([]byte(p.value))
		var count int
		if err := a.row(a.s.remember, p.key, hash[:16], p.value, sums[p]).Scan(&count); err != nil {
			return err
		}
		if count < 0 {
			return invalid("forgetting what was not remembered under %q", p.key)
		}
		if count == 0 {
			if err := a.exec(a.s.forget, p.key, hash[:16]); err != nil {
				return err
			}
		}
	}
	return nil
}
