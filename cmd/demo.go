package cmd

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/source"
	"github.com/entente-graph/entente/seeds"
	"github.com/spf13/cobra"
)

func (a *app) demo() *cobra.Command {
	var loadOnly bool
	c := &cobra.Command{
		Use:   "demo",
		Short: "Load the seed documents and serve them",
		Long: `Load documents about real visits and agreements, which come with the program, into
the store (./entente.db unless --store says otherwise) and serve it. Try it again:
loading twice changes nothing.`,
		Example: `  entente demo
  entente demo --store sqlite:demo.db --listen 127.0.0.1:9000`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), toWrite, func(store graph.Store) error {
				if err := a.loadSeeds(c.Context(), store, seeds.Documents); err != nil || loadOnly {
					return err
				}
				return a.serveStore(c.Context(), store, nil, a.introduce)
			})
		},
	}
	c.Flags().BoolVar(&loadOnly, "load-only", false, "load, and do not serve")
	return c
}

// loadSeeds loads all documents of a file system.
func (a *app) loadSeeds(ctx context.Context, store graph.Store, files fs.FS) error {
	names, err := fs.Glob(files, "*.*")
	if err != nil {
		return fmt.Errorf("listing the seed documents: %w", err)
	}
	return a.loadAll(ctx, store, embedded(ctx, files, names), len(names), loadOptions{})
}

func embedded(ctx context.Context, files fs.FS, names []string) iter.Seq[document] {
	return func(yield func(document) bool) {
		for _, name := range names {
			d := document{path: name}
			data, err := fs.ReadFile(files, name)
			if err == nil {
				d.reading, err = loader.Read(ctx, source.File{Name: name, Bytes: data})
			}
			d.fault = err
			if !yield(d) {
				return
			}
		}
	}
}

// demoQueries are three to try, each with what it asks.
func demoQueries() [3][2]string {
	return [3][2]string{
		{"Which visit did each agreement come from, and which sentence says so?",
			`{ agreements(first: 5) { nodes { title signedOn
      visits { edges { evidence { text document { title } } node { name startDate } } } } } }`},
		{"Which states were visited, by whom and when?",
			`{ states(where: {visitsReceived: {count: {gte: 1}}}) { nodes { name
      visitsReceived { nodes { name startDate } } } } }`},
		{"What lies within two steps of a state?",
			`{ subgraph(centers: ["kz"], hops: 2) { nodes { label name } edges { type source target } } }`},
	}
}

// introduce says what can be done now.
func (a *app) introduce(address string) error {
	var text strings.Builder
	fmt.Fprintf(&text, "\nEntente serves %s. Ctrl-C stops it. Three things to try, at %[1]s/playground:\n", address)
	for _, q := range demoQueries() {
		fmt.Fprintf(&text, "\n  # %s\n  %s\n", q[0], q[1])
	}
	fmt.Fprintf(&text, "\nOr in another terminal:  entente trace strategic partnership%s\n\n", a.storeFlag())
	return a.print("%s", text.String())
}

// storeFlag is what other commands need to see the same store.
func (a *app) storeFlag() string {
	if a.settings.store.String() == "sqlite:entente.db" {
		return ""
	}
	return " --store " + a.settings.store.String()
}
