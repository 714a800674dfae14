package cmd

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/seeds"
	"github.com/entente-graph/entente/server/execute"
)

func TestDemoQueriesAreAnswered(t *testing.T) {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "entente.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	l := loader.New(store)
	for d := range embedded(ctx, seeds.Documents, []string{"caspian-partners.txt", "scholz-central-asia.md"}) {
		if d.fault != nil {
			t.Fatal(d.fault)
		}
		if _, err := l.Load(ctx, d.reading); err != nil {
			t.Fatal(err)
		}
	}
	for _, q := range demoQueries() {
		answer, failed := execute.Run(ctx, store, q[1], "", nil)
		if failed || strings.Contains(string(answer), `"nodes":[]}}`) || len(answer) < 100 {
			t.Errorf("%s: got %s, want an answer with something in it", q[0], answer)
		}
	}
}
