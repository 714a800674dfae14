package main_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/server/execute"
)

// The contract's two samples.
const (
	sampleAgreement = `query ($id: ID!) { agreement(id: $id) { title signedOn
  visits { edges { confidence evidence { text document { title } citations { nodes { outlet publishedOn } } }
    node { name startDate leaders { nodes { name offices { nodes { ... on State { name } } } } } } } } } }`
	sampleAgreements = `query { agreements(where: {signedOn: {gte: "2022", lte: "2023"}, parties: {some: {id: {eq: "az"}}}},
  orderBy: [{signedOn: DESC}, {id: ASC}], first: 20) { totalCount nodes { title parties { nodes { id name } } } } }`
)

// asked is a request and what it must cost.
type asked struct {
	name, query string
	variables   map[string]any
	statements  int
	says        string // stands in the answer
}

func requests(agreement, visit string) []asked {
	id := func(id string) map[string]any { return map[string]any{"id": id} }
	return []asked{
		{"subgraph", `{ subgraph(centers: ["az"], hops: 2) { cut nodes { id label name } edges { id type source target spans confidence evidence { id text } } } }`, nil, 1, `"STATE"`},
		{"the sample of one agreement", sampleAgreement, id(agreement), 1, `"confidence"`},
		{"the sample of a list", sampleAgreements, nil, 1, `"az"`},
		{"four levels", `{ states(first: 20, orderBy: [{name: ASC}]) { totalCount pageInfo { hasNextPage endCursor } nodes { name
  visitsReceived(first: 5) { totalCount nodes { name leaders { nodes { name offices { edges { title node { id label } } } } }
    agreements { edges { cursor confidence node { title parties { nodes { id name } } } } } } } } } }`, nil, 1, `"cursor"`},
		{"trace of an agreement", traced, id(agreement), 1, `"passage"`},
		{"trace of a visit", traced, id(visit), 1, `"passage"`},
		{"aliases and fragments", `query ($id: ID!) { a: agreement(id: $id) { ...A } b: agreement(id: $id) { ...A late: visits(first: 1) { totalCount } }
  stats { nodes { label count } relationships { type count } } path(from: "az", to: "kg") { length }
  timeline(of: ["az"], first: 5) { totalCount edges { date node { id } } } nodes(ids: ["az", "kg", "nobody"]) { id name } }
fragment A on Agreement { id visits { nodes { id to { nodes { id } } } } }`, id(agreement), 1, `"late"`},
		{"nothing", `{ agreement(id: "nobody") { id } }`, nil, 1, `null`},
		{"introspection", `{ __schema { queryType { name } types { name } } __type(name: "Visit") { name } __typename }`, nil, 0, `"Visit"`},
		{"what is no request", `{ agreements { nothing } }`, nil, 0, `errors`},
	}
}

const traced = `query ($id: ID!) { trace(id: $id) { agreement { id title signedOn } visit { id name } leaders { id name } agreements { id title }
  evidence { passage { id text start end } document { id title source } citations { id outlet publishedOn } spans } } }`

// counted is a store that counts what is sent to it.
type counted struct {
	graph.Store
	sent func() int
}

// filled gives both stores with the documents loaded by the program. Neo4j's
// statements are counted twice: as the store tells, and on the wire.
func filled(t *testing.T) map[string]counted {
	t.Helper()
	docs := documents(t)
	stores := map[string]counted{}

	var told atomic.Int64
	trace := func(string) { told.Add(1) }
	p := embedded(t)
	p.run(t, load(docs...)...)
	s, err := sqlite.Open(t.Context(), strings.TrimPrefix(p.url, "sqlite:"), sqlite.Options{ReadOnly: true, Trace: trace})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	stores["SQLite"] = counted{s, func() int { return int(told.Load()) }}

	server(t).run(t, load(docs...)...)
	o := neo4jOptions(t)
	w := listenIn(t, o.URL)
	var toldNeo4j atomic.Int64
	o.URL, o.Trace = "bolt://"+w.address, func(string) { toldNeo4j.Add(1) }
	n, err := neo4j.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = n.Close() })
	before := w.count(run) - int(toldNeo4j.Load())
	stores["Neo4j"] = counted{n, func() int {
		onTheWire, told := w.count(run)-before, int(toldNeo4j.Load())
		if onTheWire != told {
			t.Errorf("got %d statements on the wire, want the %d that the store told of", onTheWire, told)
		}
		return told
	}}
	return stores
}

// neo4jOptions are how to open the test's Neo4j as it stands.
func neo4jOptions(t *testing.T) neo4j.Options {
	t.Helper()
	s := neo4jtest.Start(t)
	return neo4j.Options{URL: s.URL, User: s.User, Password: s.Password, Database: s.Database}
}

// TestEachRequestIsOneStatement asks both stores the same, through all that
// lies between a request and its answer: one statement each, however deep, and
// the same bytes of both.
func TestEachRequestIsOneStatement(t *testing.T) {
	stores := filled(t)
	agreement, visit := traceable(t, stores["SQLite"])
	for _, r := range requests(agreement, visit) {
		t.Run(r.name, func(t *testing.T) {
			answers := map[string]string{}
			for name, s := range stores {
				for again := range 2 {
					before := s.sent()
					answer, failed := execute.Run(t.Context(), s, r.query, "", r.variables)
					if got := s.sent() - before; got != r.statements {
						t.Errorf("%s, time %d: got %d statements, want %d", name, again+1, got, r.statements)
					}
					if failed != (r.says == "errors") || !strings.Contains(string(answer), r.says) {
						t.Errorf("%s: got %s, want an answer with %s in it", name, answer, r.says)
					}
					answers[name] = string(answer)
				}
			}
			if diff := cmp.Diff(answers["SQLite"], answers["Neo4j"]); diff != "" {
				t.Errorf("the stores answer differently (-SQLite +Neo4j):\n%s", diff)
			}
		})
	}
}

// traceable finds an agreement that came from a visit, with a source cited, and
// that visit.
func traceable(t *testing.T, store graph.Store) (agreement, visit string) {
	t.Helper()
	answer, failed := execute.Run(t.Context(), store,
		`{ agreements(where: {visits: {count: {gte: 1}}, parties: {some: {id: {eq: "az"}}}}, first: 1) { nodes { id visits { nodes { id } } } } }`, "", nil)
	var found struct {
		Data struct {
			Agreements struct {
				Nodes []struct {
					ID     string
					Visits struct{ Nodes []struct{ ID string } }
				}
			}
		}
	}
	if err := json.Unmarshal(answer, &found); err != nil || failed || len(found.Data.Agreements.Nodes) == 0 {
		t.Fatalf("got %s (%v), want an agreement that came from a visit", answer, err)
	}
	one := found.Data.Agreements.Nodes[0]
	return one.ID, one.Visits.Nodes[0].ID
}

// TestStatementsDoNotFollowLimits holds that ten times as much is still one
// statement, and one and the same text.
func TestStatementsDoNotFollowLimits(t *testing.T) {
	docs := documents(t)
	p := embedded(t)
	p.run(t, load(docs...)...)
	texts := map[string]bool{}
	s, err := sqlite.Open(t.Context(), strings.TrimPrefix(p.url, "sqlite:"), sqlite.Options{ReadOnly: true, Trace: func(text string) {
		if !strings.Contains(text, "generation FROM meta") {
			texts[text] = true
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, first := range []int{1, 10, 1000} {
		for _, state := range []string{"az", "kg", `'; DROP TABLE node; --`} {
			query := fmt.Sprintf(`query ($id: ID!) { state(id: $id) { visitsReceived(first: %d) { nodes { id } } } }`, first)
			if answer, failed := execute.Run(t.Context(), s, query, "", map[string]any{"id": state}); failed {
				t.Errorf("got %s, want an answer", answer)
			}
		}
	}
	if len(texts) != 1 {
		t.Errorf("got %d texts of statements, want 1", len(texts))
	}
}
