package sqlite_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// TestCheck breaks a store by other means, and wants each break found.
func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		statement  string
		rule, what string
	}{
		"nothing": {"SELECT 1", "", ""},
		"a word changed": {"UPDATE node SET name = 'Elsewhere' WHERE id = 'az'",
			"search index", "not found by the words"},
		"a row of the index too many": {"INSERT INTO search (rowid, terms) VALUES (999999, 'more')",
			"search index", "belongs to no node"},
		"a row of the index missing": {"DELETE FROM search WHERE rowid = (SELECT key FROM node WHERE id = 'az')",
			"search index", "not found by the words"},
		"an end missing": {"DELETE FROM node WHERE id = 'kz'; UPDATE relationship SET dst = 999999 WHERE key = 3",
			"ends", "an end of it is missing"},
		"evidence missing": {"DELETE FROM search WHERE rowid = (SELECT key FROM node WHERE id = 'passage-baku-notes-3');" +
			" DELETE FROM relationship WHERE src = (SELECT key FROM node WHERE id = 'passage-baku-notes-3');" +
			" DELETE FROM node WHERE id = 'passage-baku-notes-3'", "evidence", "passage-baku-notes-3 is not in the store"},
		"a count changed": {"UPDATE tally SET count = count + 1 WHERE name = 'State'", "counts", "are counted"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph.db")
			s := open(t, path, sqlite.Options{})
			if err := s.Apply(t.Context(), graphtest.Fixture()); err != nil {
				t.Fatal(err)
			}
			raw(t, path, c.statement)
			found := []graph.Violation{}
			for v, err := range s.Check(t.Context()) {
				if err != nil {
					t.Fatalf("checking: got %v, want nil", err)
				}
				found = append(found, v)
			}
			if c.rule == "" && len(found) == 0 {
				return
			}
			for _, v := range found {
				if c.rule != "" && v.Rule == c.rule && strings.Contains(v.What, c.what) {
					return
				}
			}
			t.Errorf("got %v, want a violation of %q that says %q", found, c.rule, c.what)
		})
	}
}
