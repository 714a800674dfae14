package cmd

import (
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
			store, err := a.open(c.Context(), toWrite)
			if err != nil {
				return err
			}
			defer store.Close()
			l := loader.New(store)
			missing := false
			for _, id := range args {
				outcome, err := l.Unload(c.Context(), id)
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
		},
	}
}
