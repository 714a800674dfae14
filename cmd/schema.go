package cmd

import (
	"io"

	"github.com/entente-graph/entente/schema"
	"github.com/spf13/cobra"
)

func (a *app) schema() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the API's schema in GraphQL's schema definition language",
		Example: "  entente schema > entente.graphql",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.Out, schema.SDL)
			return err
		},
	}
}
