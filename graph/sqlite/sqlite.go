package sqlite

import (
	"context"
	"fmt"
	"iter"

	"github.com/entente-graph/entente/graph"
)

// Options say how a store is opened.
type Options struct {
	// ReadOnly opens a store that is there, and refuses to change it.
	ReadOnly bool
	// Trace, where it is set, is called with every statement that is sent.
	Trace func(statement string)
}

// Store is a graph in one SQLite file.
type Store struct{}

var _ graph.Store = (*Store)(nil)

// Open opens the store at path, and makes it where there is none.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	return nil, fmt.Errorf("opening %s: %w", path, graph.ErrUnavailable)
}

// Query implements graph.Store.
func (s *Store) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	return nil, graph.ErrUnavailable
}

// Apply implements graph.Store.
func (s *Store) Apply(ctx context.Context, c *graph.Changes) error { return graph.ErrUnavailable }

// Groups implements graph.Store.
func (s *Store) Groups(ctx context.Context, keys []string) (*graph.Groups, error) {
	return nil, graph.ErrUnavailable
}

// Scan implements graph.Store.
func (s *Store) Scan(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) { yield(graph.Record{}, graph.ErrUnavailable) }
}

// Check implements graph.Store.
func (s *Store) Check(ctx context.Context) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) { yield(graph.Violation{}, graph.ErrUnavailable) }
}

// Ping implements graph.Store.
func (s *Store) Ping(ctx context.Context) error { return graph.ErrUnavailable }

// Close implements graph.Store.
func (s *Store) Close() error { return nil }

// Compile turns a query into the one statement that answers it.
func Compile(q *graph.Query) (text string, args []any, err error) {
	return "", nil, graph.ErrUnavailable
}
