package cmd

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/spf13/cobra"
)

// exportOptions are the flags of export.
type exportOptions struct {
	format string
	file   string
	claims bool
	center string
	hops   int
}

func (a *app) export() *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the graph, or the part around a node, to a file",
		Long: `Write the graph to standard output or a file. The same graph gives the same bytes,
whatever the store and the order in which documents were loaded. A file appears
whole or not at all.

jsonl is the line format of Neo4j's APOC export, and what entente import reads.
--claims writes what the documents say instead, which entente load reads.
--center takes the part within some hops of a node, with the passages and
documents that its facts rest on.`,
		Example: `  entente export -o graph.jsonl
  entente export --center kg --hops 2
  entente export --claims -o claims.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.validate(c.Flags().Changed("hops")); err != nil {
				return err
			}
			return a.with(c.Context(), toRead, func(store graph.Store) error {
				if o.file == "" || o.file == "-" {
					return o.write(c.Context(), store, a.Out)
				}
				return whole(o.file, func(w io.Writer) error { return o.write(c.Context(), store, w) })
			})
		},
	}
	c.Flags().StringVar(&o.format, "format", "jsonl", "`FORM` of the file: jsonl")
	c.Flags().StringVarP(&o.file, "output", "o", "", "`FILE` to write, standard output where it is left out")
	c.Flags().BoolVar(&o.claims, "claims", false, "write what documents say, not the graph")
	c.Flags().StringVar(&o.center, "center", "", "`ID` of the node to take the part around")
	c.Flags().IntVar(&o.hops, "hops", 1, "how far the part reaches, with --center")
	return c
}

func (o *exportOptions) validate(hops bool) error {
	switch {
	case o.format != "jsonl":
		return usage("--format is %q, must be jsonl", o.format)
	case o.claims && o.center != "":
		return usage("--claims are whole: leave out --center")
	case hops && o.center == "":
		return usage("--hops needs --center")
	case o.hops < 0:
		return usage("--hops is %d, must be 0 or more", o.hops)
	}
	return nil
}

func (o *exportOptions) write(ctx context.Context, store graph.Store, w io.Writer) error {
	switch {
	case o.claims:
		return writeClaims(ctx, store, w)
	case o.center != "":
		return exchange.WriteJSONL(w, exchange.Around(ctx, store, o.center, o.hops))
	}
	return exchange.WriteJSONL(w, store.Scan(ctx))
}

func writeClaims(ctx context.Context, store graph.Store, w io.Writer) error {
	imported, err := loader.IsImported(ctx, store)
	if err != nil {
		return err
	}
	if imported {
		return fmt.Errorf("%w: the store was filled by import and holds no claims", graph.ErrConflict)
	}
	out := bufio.NewWriter(w)
	for r, err := range loader.New(store).Readings(ctx) {
		if err != nil {
			return err
		}
		if err := claim.Encode(out, r); err != nil {
			return err
		}
	}
	return out.Flush()
}

// whole writes a file so that it appears whole or not at all: beside its name
// first, then onto the disk, then under its name. What is there and is no file
// (a pipe, a device) is written into, never replaced.
func whole(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return into(name, write)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, unwritable(err))
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", name, unwritable(err)), os.Remove(f.Name()))
	}
	return nil
}

func into(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, unwritable(err))
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", name, unwritable(err))
	}
	return nil
}

// unwritable says what is wrong with a file or folder that is to be written to.
func unwritable(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return errors.New("the folder or the file may not be written to: name another with -o")
	case errors.Is(err, syscall.EISDIR):
		return errors.New("it is a folder: name a file in it with -o")
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("the disk is full: make space, or name a file elsewhere with -o")
	}
	return plainFault(err)
}
