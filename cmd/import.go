package cmd

import (
	"errors"
	"fmt"
	"iter"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/entente-graph/entente/loader"
	"github.com/spf13/cobra"
)

func (a *app) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE...",
		Short: "Read exported graphs back",
		Long: `Read jsonl exports into an empty store, or one filled by imports, all of them or
nothing. Importing again changes nothing. A node that differs from the one that is
there is a conflict, and nothing is written.

Such a store holds no claims, so nothing can be loaded into it or unloaded. To
carry documents over, use entente export --claims and entente load.`,
		Example: `  entente import graph.jsonl --store sqlite:copy.db
  entente export | entente import - --store neo4j://localhost`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			inputs := expand(args)
			for _, i := range inputs {
				if i.fault != nil {
					return fmt.Errorf("%s: %w", printable(i.path), i.fault)
				}
			}
			return a.with(c.Context(), toWrite, func(store graph.Store) error {
				done, err := exchange.Import(c.Context(), store, a.records(inputs), loader.ImportMark)
				if err != nil {
					return err
				}
				a.say("%d nodes and %d relationships imported, %d known already", done.Nodes, done.Relationships, done.Known)
				return nil
			})
		},
	}
}

// records yields what files hold, one after the other.
func (a *app) records(inputs []input) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, i := range inputs {
			if !a.recordsOf(i, yield) {
				return
			}
		}
	}
}

func (a *app) recordsOf(i input, yield func(graph.Record, error) bool) bool {
	in, err := a.openInput(i)
	if err != nil {
		return yield(graph.Record{}, fmt.Errorf("%s: %w", printable(i.path), err))
	}
	defer closed(in)
	for record, err := range exchange.ReadJSONL(in) {
		if errors.Is(err, graph.ErrInvalid) {
			err = fmt.Errorf("%s: %w", printable(i.path), err)
		}
		if !yield(record, err) {
			return false
		}
	}
	return true
}
