package neo4j_test

import (
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

func open(tb testing.TB) *neo4j.Store {
	tb.Helper()
	return openWith(tb, neo4jtest.Fresh(tb))
}

func openWith(tb testing.TB, o neo4j.Options) *neo4j.Store {
	tb.Helper()
	s, err := neo4j.Open(tb.Context(), o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	return s
}

func TestStore(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store {
		trace := &graphtest.Trace{}
		o := neo4jtest.Fresh(t)
		o.Trace = trace.Record
		return graphtest.Traced(openWith(t, o), trace)
	})
}

func BenchmarkStore(b *testing.B) {
	graphtest.Bench(b, 200, func(b *testing.B) graph.Store { return open(b) })
}
