// Package graphtest holds every store to the same promises: a conformance
// suite (Run), a store that is plainly right (Naive), random graphs and
// queries that all stores must answer as Naive does (RandomQueries),
// benchmarks (Bench), and a corpus of requests with their query, statements
// and answer (Corpus).
//
// It knows the ontology and the values of package graph. It must not know
// SQL, Cypher or GraphQL, and imports no store: a store's tests hand it one.
//
//	func TestStore(t *testing.T) {
//		graphtest.Run(t, func(t *testing.T) graph.Store { return openEmpty(t) })
//	}
package graphtest
