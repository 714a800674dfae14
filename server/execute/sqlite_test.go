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
