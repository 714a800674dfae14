package execute_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/server/execute"
)

// embedded is the embedded store, in a file, that holds the fixture graph.
func embedded(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "entente.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if err := s.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestGoldenOnSQLite holds that a real store's answers are written alike.
func TestGoldenOnSQLite(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	store := embedded(t)
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			for _, f := range archive.Files {
				want[f.Name] = string(f.Data)
			}
			got := run(t, store, want["request.graphql"], want["variables.json"])
			if diff := cmp.Diff(want["answer.json"], got["answer.json"]); diff != "" {
				t.Errorf("got the right, want the left:\n%s", diff)
			}
		})
	}
}

// TestPagesOnSQLite walks connections by pages, forwards and backwards.
func TestPagesOnSQLite(t *testing.T) { walkAll(t, embedded(t)) }

// TestEmptyAndExtreme asks what lies at the edges of what can be asked: a real
// store and the plain one answer alike.
func TestEmptyAndExtreme(t *testing.T) {
	plain, real := fixture(t), embedded(t)
	for _, request := range []string{
		`{ search(text: "") { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
		`{ search(text: "fund", first: 0) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
		`{ nodes(ids: []) { id } subgraph(centers: []) { cut nodes { id } edges { id } } timeline(of: []) { totalCount nodes { id } } }`,
		`{ nodes(ids: ["az", "az", "nobody", "az"]) { id } }`,
		`{ timeline(of: ["az"], first: 0) { totalCount nodes { id } pageInfo { hasNextPage } } }`,
		`{ visits(first: 0) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
		`{ visits(last: 0) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
		`{ visits(where: {id: {in: []}}) { totalCount } a: visits(where: {not: {}}) { totalCount } b: visits(where: {or: [{}]}) { totalCount } }`,
		`{ a: visits(where: {leaders: {}}) { totalCount } b: visits(where: {leaders: {single: {}}}) { totalCount } c: visits(where: {hosts: {count: {eq: 0}}}) { totalCount } }`,
		`{ leaders { nodes { offices { totalCount edges { title cursor node { id officeHolders(first: 1, orderBy: {edgeFrom: DESC}) { edges { cursor title node { id } } } } } } } } }`,
		`{ a: subgraph(centers: ["az"], hops: 0) { cut nodes { id } edges { id } } b: subgraph(centers: ["az", "kg"], hops: 4, limit: 1) { cut nodes { id } edges { id } } }`,
		`{ subgraph(centers: ["document-railway-digest"], labels: [DOCUMENT, PASSAGE, CITATION], hops: 2) { cut nodes { id name } edges { id confidence spans evidence { id } } } }`,
		`{ trace(id: "visit-ilham-aliyev-kg-2022-10-11") { agreements { id visits { nodes { id } } } evidence { spans passage { id supports { id } } citations { id } } } }`,
		`{ agreements(orderBy: [{amount: DESC}, {partiesCount: DESC}], first: 3) { edges { cursor node { id amount } } pageInfo { endCursor } } }`,
		`{ states(where: {officeHolders: {some: {visits: {some: {to: {none: {id: {eq: "az"}}}}}}}}) { nodes { id } } }`,
	} {
		want, _ := execute.Run(t.Context(), plain, request, "", nil)
		got, failed := execute.Run(t.Context(), real, request, "", nil)
		if string(got) != string(want) || failed {
			t.Errorf("%s\ngot  %s\nwant %s", request, got, want)
		}
	}
}
