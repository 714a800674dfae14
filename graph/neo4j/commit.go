package neo4j

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A commit becomes visible record by record, and no record of its own can tell
// which of the others are there. So two small transactions stand around it: one
// says that it comes, one that it is over. Both count in a node apart from
// the one that writers lock, which the commit's own transaction holds:
//
//	announced  the number of the last commit that was announced
//	settled    the number up to which all are known to be over
//
// A writer announces while it holds the lock, as the last thing before its
// commit. So readers are in the way of no change that is only being made, and
// whoever has the lock knows that all that was announced is over, however its
// writer ended: the next commit that is settled, or the next reader who takes
// the lock, settles it as well.
const (
	announceStatement = `MATCH (c:_Meta {id: 'commits'})
SET c._lock = true
SET c.announced = c.announced + 1
RETURN c.announced`

	// It never counts backwards: another may have settled more meanwhile.
	settleStatement = `MATCH (c:_Meta {id: 'commits'})
SET c._lock = true
WITH c WHERE c.settled < $p.commit
SET c.settled = $p.commit`
)

// announce says that a commit comes and gives its number.
func (s *Store) announce(ctx context.Context) (any, error) {
	rows, err := s.send(ctx, neo4j.AccessModeWrite, s.timeout, announceStatement, nil)
	if err != nil {
		return nil, err
	}
	if len(rows) != 1 {
		return nil, errEmptied
	}
	return rows[0].Values[0], nil
}

// settle says that a commit is over. The changes are made by then: it tries for
// a moment, also where ctx has ended, and leaves the rest to whoever is next.
func (s *Store) settle(ctx context.Context, commit any) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settleTimeout)
	defer cancel()
	_, _ = s.send(ctx, neo4j.AccessModeWrite, settleTimeout, settleStatement, map[string]any{"p": map[string]any{"commit": commit}})
}

// takeTurn waits until nobody else in this process has the store's lock or waits
// for it, and gives what ends the turn. Else those who wait could take all
// connections, and the one who has the lock none to announce its commit by.
func (s *Store) takeTurn(ctx context.Context) (done func(), err error) {
	select {
	case s.turn <- struct{}{}:
		return func() { <-s.turn }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
