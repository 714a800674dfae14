package neo4j

import (
	"context"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// tries is how often a statement is sent while writers tear its answers,
// before it asks them to wait.
const tries = 4

// Query implements graph.Store. Neo4j's reads are no snapshots: where the
// generation differs between a statement's beginning and its end, the answer
// may hold half of a change, and the statement is sent again, the last time
// with writers locked out.
func (s *Store) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	p, err := compile(q)
	if err != nil {
		return nil, err
	}
	if len(q.Roots) == 0 {
		return &graph.Answer{}, ctx.Err()
	}
	row, err := s.whole(ctx, p.text, p.params)
	if err != nil {
		return nil, s.failure(ctx, "asking a query", err)
	}
	answer := &graph.Answer{Results: make([]graph.Result, len(p.decode))}
	for i, decode := range p.decode {
		decode(row[i+2], &answer.Results[i])
	}
	return answer, nil
}

// whole sends a statement that gives one row, whose first two values are the
// generation before and after, until the row is of one moment.
func (s *Store) whole(ctx context.Context, statement string, params map[string]any) ([]any, error) {
	lost := false
	for range tries {
		rows, err := s.read(ctx, statement, params)
		switch {
		case err != nil && isGone(err):
			continue
		case err != nil && neo4j.IsConnectivityError(err) && !lost && ctx.Err() == nil:
			lost = true // a connection that died while it lay idle
			continue
		case err != nil:
			return nil, err
		}
		row, err := single(rows)
		if err != nil {
			return nil, err
		}
		if row[0] == row[1] {
			return row, nil
		}
	}
	return s.locked(ctx, statement, params)
}

func single(rows []*neo4j.Record) ([]any, error) {
	if len(rows) != 1 || len(rows[0].Values) < 2 {
		return nil, fmt.Errorf("%w: the store has been emptied by another hand: open it again", graph.ErrConflict)
	}
	return rows[0].Values, nil
}

// errRead ends a transaction that has read what it was for, and rolls it back.
var errRead = errors.New("read")

// locked sends a statement while it holds the lock that writers take, in a
// transaction that is rolled back. As a writer's, it begins anew where the
// connection is lost or another was in its way.
func (s *Store) locked(ctx context.Context, statement string, params map[string]any) ([]any, error) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer letGo(ctx, session)
	var row []any
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		var rows []*neo4j.Record
		for _, text := range []string{lockStatement, statement} {
			s.trace(text)
			result, err := tx.Run(ctx, text, params)
			if err != nil {
				return nil, err
			}
			if rows, err = result.Collect(ctx); err != nil {
				return nil, err
			}
		}
		var err error
		if row, err = single(rows); err != nil {
			return nil, err
		}
		return nil, errRead
	}, neo4j.WithTxTimeout(s.timeout))
	if errors.Is(err, errRead) {
		return row, nil
	}
	return nil, err
}

// lockStatement takes the lock of the one node that every writer changes.
const lockStatement = "MATCH (m:_Meta {id: 'store'}) SET m._lock = true RETURN 1"
