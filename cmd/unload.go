package cmd

import (
	"context"
	"errors"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader"
	"github.com/spf13/cobra"
)

func (a *app) unload() *cobra.Command {
	return &cobra.Command{
		Use:   "unload DOCUMENT...",
		Short: "Take documents out, with all that only they said",
		Long: `Take documents out, with all that only they said. What stays is the graph that
would be there had they never been loaded.

DOCUMENT is the id of its node, its address, its SHA-256 or the name of its file.`,
		Example: `  entente unload document-a-title
  entente unload article.txt`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(c.Context(), toWrite, func(store graph.Store) error {
				return a.unloadAll(c.Context(), store, args)
			})
		},
	}
}

// unloadAll takes documents out one after the other. One that is not there is
// named, and the others go all the same.
func (a *app) unloadAll(ctx context.Context, store graph.Store, ids []string) error {
	l := loader.New(store)
	missing := false
	for _, id := range ids {
		outcome, err := l.Unload(ctx, id)
		if errors.Is(err, graph.ErrNotFound) {
			missing = true
			a.warn(printable(id) + ": there is no such document: list them with `entente query '{documents{nodes{id source}}}'`")
			continue
		}
		if err != nil {
			return err
		}
		a.say("%s: %d removed, %d changed, %d added", outcome.Document, outcome.Removed, outcome.Changed, outcome.Added)
	}
	if missing {
		return errReported
	}
	return nil
}
