// Package neo4j keeps a graph in Neo4j 5 and answers graph.Query with one
// Cypher statement.
package neo4j

import (
	"context"
	"errors"
	"iter"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// Options say where the store is.
type Options struct {
	// URL is neo4j://host:7687, neo4j+s://… or bolt://…, without user and
	// password; it may end in "/" and the name of the database.
	URL string
	// User and Password are those of a Neo4j user who may write and make indexes.
	User, Password string
	// Database is the name of the database; empty means the URL's, else the server's default.
	Database string
	// Timeout is the longest that a statement may take; 0 means 30 s.
	Timeout time.Duration
	// Trace, where set, is called with every statement that is sent.
	Trace func(statement string)
}

// Store is a graph in Neo4j. It is made by Open.
type Store struct {
	driver neo4j.DriverWithContext
}

var _ graph.Store = (*Store)(nil)

var errUnfinished = errors.New("neo4j: not built yet")

// Open connects to the store.
func Open(ctx context.Context, o Options) (*Store, error) { return nil, errUnfinished }

// Query implements graph.Store.
func (s *Store) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	return nil, errUnfinished
}

// Apply implements graph.Store.
func (s *Store) Apply(ctx context.Context, c *graph.Changes) error { return errUnfinished }

// Groups implements graph.Store.
func (s *Store) Groups(ctx context.Context, keys []string) (*graph.Groups, error) {
	return nil, errUnfinished
}

// Scan implements graph.Store.
func (s *Store) Scan(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) { yield(graph.Record{}, errUnfinished) }
}

// Check implements graph.Store.
func (s *Store) Check(ctx context.Context) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) { yield(graph.Violation{}, errUnfinished) }
}

// Ping implements graph.Store.
func (s *Store) Ping(ctx context.Context) error { return errUnfinished }

// Close implements graph.Store.
func (s *Store) Close() error { return nil }
