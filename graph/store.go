package graph

import (
	"context"
	"iter"
)

// Store keeps a graph. Every method may be called from many goroutines at
// once, ends early with ctx's error when ctx ends, and otherwise gives one of
// the four errors, wrapped with what was being done.
type Store interface {
	// Query answers q with at most one statement to the store, none for an
	// empty query. All of the answer is of one moment. An id that leads to
	// nothing gives a nil object, not an error; a query that is not well
	// formed gives ErrInvalid.
	Query(ctx context.Context, q *Query) (*Answer, error)

	// Apply makes all of the changes or none, in one transaction, and raises
	// the store's generation by one, or gives ErrConflict where
	// Changes.Base is set and is not the store's generation. Applying the
	// same changes twice leaves the same graph (Memory aside, which adds:
	// set Base).
	Apply(ctx context.Context, c *Changes) error

	// Groups reads what was remembered under keys. A key that holds nothing is
	// left out.
	Groups(ctx context.Context, keys []string) (*Groups, error)

	// Scan yields every node by id in code point order, then every
	// relationship by id, whole, of one moment where the store has snapshots.
	// It ends at the first error.
	Scan(ctx context.Context) iter.Seq2[Record, error]

	// Check yields a line for each thing that the store alone can know to be
	// wrong: its index does not hold what its table holds, an end is missing.
	Check(ctx context.Context) iter.Seq2[Violation, error]

	// Ping tells whether the store answers.
	Ping(ctx context.Context) error

	// Close lets go of the store. It may be called twice.
	Close() error
}

// Record is a node or a relationship; exactly one is set.
type Record struct {
	Node         *Node
	Relationship *Relationship
}

// Violation is a broken invariant.
type Violation struct {
	Rule string // "evidence", "ends", "search index"
	ID   string // of the node or relationship
	What string // in words
}

// Changes are made together or not at all: what is dropped first, then what is
// put. Within one Changes an id stands once in PutNodes or in DropNodes, and
// likewise for relationships. Validate says what else they must be.
type Changes struct {
	// Base, where it is not 0, is the generation that the changes were worked
	// out from: Apply refuses them if the store has moved on.
	Base uint64

	// PutNodes replace the nodes of the same ids whole, or make them. A node's
	// label never changes.
	PutNodes []Node
	// DropNodes are ids of nodes that go, with whatever relationships are
	// left to them. One that is not there is no error.
	DropNodes []string

	// PutRelationships make relationships, or replace type, ends, properties
	// and confidence of those of the same ids, and add evidence to them. Their
	// ends must exist, under the labels given, once the changes are made, else
	// ErrInvalid. Their evidence may come in any order, each passage once; what
	// is kept is sorted.
	PutRelationships []PutRelationship
	// DropRelationships are ids of relationships that go with their evidence.
	DropRelationships []string

	// Memory adds to what is remembered.
	Memory []Memory
}

// PutRelationship is a relationship whose Evidence and Spans are added to what
// is there (a passage that is already evidence takes the new span), after the
// passages in Without are taken from it. So one more document need not read
// the evidence of ten thousand.
type PutRelationship struct {
	Relationship
	Without []string
}

// Memory is a multiset of texts under keys, which the loader keeps in the
// store beside the graph: claims, what resolution needs of each group, and
// which documents depend on it. The store does not look inside. Memory is not
// part of the graph: no query or export shows it.
type Memory struct {
	Key   string // at most 500 bytes
	Value string // any length
	Delta int    // added to the count of Value under Key; at 0 it is gone; below, once all is added, is ErrInvalid
}

// Groups is what was read of the memory.
type Groups struct {
	// Generation is the store's at the time: 1 in an empty store.
	Generation uint64
	// ByKey lists the values and their counts (above 0), by value.
	ByKey map[string][]Remembered
}

// Remembered is a value and how often it was added.
type Remembered struct {
	Value string
	Count int
}
