package graphtest_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/server/execute"
	"github.com/entente-graph/entente/server/plan"
)

var update = flag.Bool("update", false, "rewrite what became of the requests of the corpus")

// TestCorpusPlans shows what each request becomes, and how Naive answers it.
func TestCorpusPlans(t *testing.T) {
	store := graphtest.NewNaive()
	if err := store.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatalf("applying the fixture: %v", err)
	}
	for _, c := range graphtest.Corpus(t) {
		t.Run(c.Name, func(t *testing.T) {
			q, err := plan.Compile(string(c.Section(graphtest.Request)), c.Variables(t))
			if err != nil {
				t.Fatalf("planning the request: %v", err)
			}
			c.Compare(t, graphtest.Plan, graphtest.Indented(t, q), *update)
			if err := c.Query(t).Validate(); err != nil {
				t.Errorf("got a query that is not well formed: %v", err)
			}
			answers(t, c, store, *update)
		})
	}
}

// TestCorpusSQLite shows the statement of each request, and that SQLite
// answers as Naive does.
func TestCorpusSQLite(t *testing.T) {
	store, trace := openSQLite(t)
	statements(t, store, trace, graphtest.SQL)
}

// TestCorpusNeo4j shows the statement of each request, and that Neo4j answers
// as Naive does.
func TestCorpusNeo4j(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a Neo4j")
	}
	store, trace := openNeo4j(t)
	statements(t, store, trace, graphtest.Cypher)
}

func statements(t *testing.T, store graph.Store, trace *graphtest.Trace, section string) {
	if err := store.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatalf("applying the fixture: %v", err)
	}
	for _, c := range graphtest.Corpus(t) {
		t.Run(c.Name, func(t *testing.T) {
			before := len(trace.Texts())
			if _, err := store.Query(t.Context(), c.Query(t)); err != nil {
				t.Fatalf("asking the query: %v", err)
			}
			sent := trace.Texts()[before:]
			if len(sent) != 1 {
				t.Fatalf("got %d statements, want 1:\n%s", len(sent), strings.Join(sent, "\n"))
			}
			c.Compare(t, section, []byte(sent[0]), *update)
			answers(t, c, store, false)
		})
	}
}

// answers holds a store's answer and the response made of it against the case's.
func answers(t *testing.T, c *graphtest.Case, store graph.Store, update bool) {
	t.Helper()
	q := c.Query(t)
	answer, err := store.Query(t.Context(), q)
	if err != nil {
		t.Fatalf("asking the query: %v", err)
	}
	c.Compare(t, graphtest.Told, graphtest.Canonical(t, q, answer), update)
	response, _ := execute.Run(t.Context(), store, string(c.Section(graphtest.Request)), "", c.Variables(t))
	var indented bytes.Buffer
	if err := json.Indent(&indented, response, "", " "); err != nil {
		t.Fatalf("reading the response %s: %v", response, err)
	}
	c.Compare(t, graphtest.Response, indented.Bytes(), update)
}
