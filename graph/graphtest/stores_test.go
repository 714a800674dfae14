package graphtest_test

import (
	"flag"
	"path/filepath"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

var (
	shapes = flag.Int("shapes", 200, "how many random queries the stores are asked")
	seed   = flag.Uint64("seed", 0, "seed of the random graph and queries; 0 takes the day's")

	documents = flag.Int("documents", 200, "how many documents the benchmarks' stores hold")
)

func openSQLite(tb testing.TB) (graph.Store, *graphtest.Trace) {
	tb.Helper()
	trace := &graphtest.Trace{}
	store, err := sqlite.Open(tb.Context(), filepath.Join(tb.TempDir(), "test.db"), sqlite.Options{Trace: trace.Record})
	if err != nil {
		tb.Fatalf("opening a store: %v", err)
	}
	tb.Cleanup(func() { _ = store.Close() })
	return graphtest.Traced(store, trace), trace
}

func openNeo4j(tb testing.TB) (graph.Store, *graphtest.Trace) {
	tb.Helper()
	trace := &graphtest.Trace{}
	options := neo4jtest.Fresh(tb)
	options.Trace = trace.Record
	store, err := neo4j.Open(tb.Context(), options)
	if err != nil {
		tb.Fatalf("opening a store: %v", err)
	}
	tb.Cleanup(func() { _ = store.Close() })
	return graphtest.Traced(store, trace), trace
}

// chosenSeed is the flag's, else another one each day, printed when a test fails.
func chosenSeed() uint64 {
	if *seed != 0 {
		return *seed
	}
	return uint64(time.Now().Unix() / 86400)
}

func TestRandomQueriesSQLite(t *testing.T) {
	store, _ := openSQLite(t)
	graphtest.RandomQueries(t, *shapes, chosenSeed(), map[string]graph.Store{"sqlite": store})
}

func TestRandomQueriesNeo4j(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a Neo4j and has it plan many statements")
	}
	store, _ := openNeo4j(t)
	graphtest.RandomQueries(t, *shapes, chosenSeed(), map[string]graph.Store{"neo4j": store})
}
func BenchmarkSQLite(b *testing.B) {
	graphtest.Bench(b, *documents, func(b *testing.B) graph.Store { s, _ := openSQLite(b); return s })
}

func BenchmarkNeo4j(b *testing.B) {
	graphtest.Bench(b, *documents, func(b *testing.B) graph.Store { s, _ := openNeo4j(b); return s })
}
