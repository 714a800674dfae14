package cmd

import (
	"context"
	"iter"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/invariant"
	"github.com/entente-graph/entente/loader"
	"github.com/spf13/cobra"
)

func (a *app) check() *cobra.Command {
	var againstClaims bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Check every invariant of the store",
		Long: `Check every invariant of the store, changing nothing, and print a line for each
that is broken: the rule, the id, what is wrong. Exits 1 if there is any.

The ends and labels of relationships, evidence and spans, slices of texts, sorted
lists, dates and their precision, the search index, and that the graph is what
resolving the stored claims gives. An imported store has no claims.`,
		Example: `  entente check
  entente check --against-claims=false --store neo4j://localhost`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), toRead, func(store graph.Store) error {
				return a.checkStore(c.Context(), store, againstClaims)
			})
		},
	}
	c.Flags().BoolVar(&againstClaims, "against-claims", true, "resolve the stored claims again and compare")
	return c
}

func (a *app) checkStore(ctx context.Context, store graph.Store, againstClaims bool) error {
	imported, err := loader.IsImported(ctx, store)
	if err != nil {
		return err
	}
	checks := []iter.Seq2[graph.Violation, error]{invariant.Check(store.Scan(ctx)), store.Check(ctx)}
	if againstClaims && !imported {
		checks = append(checks, loader.Verify(ctx, store))
	}
	broken := 0
	for _, check := range checks {
		for violation, err := range check {
			if err != nil {
				return err
			}
			broken++
			if err := a.print("%s %s: %s\n", violation.Rule, violation.ID, oneLine(violation.What)); err != nil {
				return err
			}
		}
	}
	if broken > 0 {
		a.say("%d broken", broken)
		return errReported
	}
	a.say("%s: nothing is broken", a.settings.store)
	return nil
}
