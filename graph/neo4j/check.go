package neo4j

import (
	"context"
	"iter"

	"github.com/entente-graph/entente/graph"
)

// Check implements graph.Store.
func (s *Store) Check(ctx context.Context) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) {}
}
