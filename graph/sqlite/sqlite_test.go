package sqlite_test

import (
	"testing"

	"github.com/entente-graph/entente/graph/sqlite"
)

func open(t testing.TB, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, o)
	if err != nil {
		t.Fatalf("opening %s: got %v, want a store", path, err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("closing %s: got %v, want nil", path, err)
		}
	})
	return s
}
