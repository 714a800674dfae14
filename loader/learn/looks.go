package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
)

// printLooks prints the measured facts of some files, one a line, for
// scripts/firstlook to say which are right.
func printLooks(files []string) (err error) {
	out := bufio.NewWriter(os.Stdout)
	defer func() { err = errors.Join(err, out.Flush()) }()
	to := json.NewEncoder(out)
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		page, d, err := loader.Page(context.Background(), source.File{Name: f, Bytes: data})
		if err != nil {
			return err
		}
		for _, l := range claim.Looks(page, d) {
			if err := to.Encode(struct {
				Document string
				claim.Look
			}{d.SHA256, l}); err != nil {
				return err
			}
		}
	}
	return nil
}
