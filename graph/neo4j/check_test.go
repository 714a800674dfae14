package neo4j_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// tamper sends a statement past the store.
func tamper(t *testing.T, o neo4j.Options, statement string) {
	t.Helper()
	driver, err := bolt.NewDriverWithContext(o.URL, bolt.BasicAuth(o.User, o.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(context.Background())
	if _, err := bolt.ExecuteQuery(t.Context(), driver, statement, nil, bolt.EagerResultTransformer, bolt.ExecuteQueryWithDatabase(o.Database)); err != nil {
		t.Fatalf("tampering by %s: %v", statement, err)
	}
}

func violated(t *testing.T, s graph.Store) []string {
	t.Helper()
	var rules []string
	for v, err := range s.Check(t.Context()) {
		if err != nil {
			t.Fatalf("checking: %v", err)
		}
		rules = append(rules, v.Rule+": "+v.ID+": "+v.What)
	}
	return rules
}

func TestCheck(t *testing.T) {
	o := neo4jtest.Fresh(t)
	s := openWith(t, o)
	if err := s.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	before := violated(t, s)
	for _, line := range before {
		// The fixture names passages that it does not have; nothing else is amiss.
		if !strings.HasPrefix(line, "evidence: ") {
			t.Errorf("a sound store: got %q, want nothing", line)
		}
	}
	for _, c := range []struct{ rule, statement string }{
		{"search index", "MATCH (n:Leader) WITH n ORDER BY n.id LIMIT 1 SET n._search = 'other'"},
		{"folded copies", "MATCH (n:Leader) WITH n ORDER BY n.id LIMIT 1 REMOVE n._name"},
		{"labels", "MATCH (n:Leader) WITH n ORDER BY n.id LIMIT 1 SET n:Visit"},
		{"ends", "MATCH ()-[r:MADE]->() WITH r ORDER BY r._id LIMIT 1 SET r._id = 'made/other/thing'"},
		{"evidence", "CREATE (:_Evidence {rel: 'made/nobody/nothing', passage: 'nowhere', span: '0-1'})"},
		{"former ids", "CREATE (:_Former {id: 'lost'})"},
		{"indexes", "DROP INDEX entente_former"},
	} {
		tamper(t, o, c.statement)
		after := violated(t, s)
		if !slices.ContainsFunc(after, func(line string) bool {
			return strings.HasPrefix(line, c.rule+": ") && !slices.Contains(before, line)
		}) {
			t.Errorf("after %s: got %q, want a violation of %q", c.statement, after, c.rule)
		}
	}
}
