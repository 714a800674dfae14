package neo4j

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// tries is how often a statement is sent while writers commit, before it asks
// them to wait; patience is how long it lets them first, longer each time.
const (
	tries    = 4
	patience = 2 * time.Millisecond
)

// Query implements graph.Store. Neo4j's reads are no snapshots: where a commit
// was under way while a statement ran, the answer may hold half of a change,
// and the statement is sent again, the last time with writers locked out.
func (s *Store) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	p, err := compile(q)
	if err != nil {
		return nil, err
	}
	if len(q.Roots) == 0 {
		return &graph.Answer{}, ctx.Err()
	}
	row, err := s.whole(ctx, neo4j.AccessModeRead, p.text, p.params)
	if err != nil {
		return nil, s.failure(ctx, "asking a query", err)
	}
	answer := &graph.Answer{Results: make([]graph.Result, len(p.decode))}
	for i, decode := range p.decode {
		decode(row[i+2], &answer.Results[i])
	}
	return answer, nil
}

// whole sends a statement that gives one row, which begins with what commits
// were over before and which had been announced after, until these are the same:
// then none was under way meanwhile, and the row is of one moment.
func (s *Store) whole(ctx context.Context, mode neo4j.AccessMode, statement string, params map[string]any) ([]any, error) {
	lost := false
	for i := range tries {
		rows, err := s.send(ctx, mode, s.timeout, statement, params)
		switch {
		case err != nil && isGone(err):
		case err != nil && neo4j.IsConnectivityError(err) && !lost && ctx.Err() == nil:
			lost = true // a connection that died while it lay idle
			continue
		case err != nil:
			return nil, err
		default:
			row, err := single(rows)
			if err != nil || row[0] == row[1] {
				return row, err
			}
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(patience << i):
		}
	}
	return s.locked(ctx, statement, params)
}

var errEmptied = fmt.Errorf("%w: the store has been emptied by another hand: open it again", graph.ErrConflict)

func single(rows []*neo4j.Record) ([]any, error) {
	if len(rows) != 1 || len(rows[0].Values) < 2 {
		return nil, errEmptied
	}
	return rows[0].Values, nil
}

// locked sends a statement while it holds the lock that writers take: every
// commit that was announced is over then, and is called so where its writer died
// before it could. As a writer's, its transaction begins anew where the
// connection is lost or another was in its way.
func (s *Store) locked(ctx context.Context, statement string, params map[string]any) ([]any, error) {
	limited, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	done, err := s.takeTurn(limited)
	if err != nil {
		return nil, err
	}
	defer done()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer letGo(ctx, session)
	var row []any
	_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
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
		if row, err = single(rows); err != nil || row[0] == row[1] {
			return nil, err
		}
		_, err = s.run(ctx, tx, settleStatement, map[string]any{"commit": row[1]})
		return nil, err
	}, neo4j.WithTxTimeout(s.timeout))
	return row, err
}

// lockStatement takes the lock of the one node that every writer changes.
const lockStatement = "MATCH (m:_Meta {id: 'store'}) SET m._lock = true RETURN 1"
