package loader_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/entente-graph/entente/graph/sqlite"
	"pgregory.net/rapid"
)

// TestLawsOnSQLite walks through fewer lives, of stores in files.
func TestLawsOnSQLite(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short runs")
	}
	folder, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		if n++; n > 15 {
			return // a file a life is dear
		}
		store, err := sqlite.Open(t.Context(), filepath.Join(folder, strconv.Itoa(n)), sqlite.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		defer func() {
			if err := store.Close(); err != nil {
				rt.Error(err)
			}
		}()
		laws(rt, store)
	})
}
