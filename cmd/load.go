package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader"
	"github.com/spf13/cobra"
)

// loadOptions are the flags of load.
type loadOptions struct {
	strict  bool
	json    bool
	replace string
}

func (a *app) load() *cobra.Command {
	var o loadOptions
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read documents and load what they say",
		Long: `Read documents and load what they say into the store. Loading a document again
changes nothing; a newer version of it takes the place of the older one.

PATH is a file, a folder (all documents below it, by the endings of their names), a
glob, or - for standard input. Read are .txt, .md, .html, and claims (.jsonl) from
extract or from export --claims. What cannot be read is named and passed over.

The first Ctrl-C stops after the current document, the second at once; what was
loaded stays whole either way.`,
		Example: `  entente load article.txt
  entente load --strict articles/ 'wire/*.html'
  curl -s https://example.org/story | entente load -
  entente load --replace document-old-title new.txt
  entente extract articles/ > claims.jsonl && entente load claims.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			inputs := expand(args)
			if o.replace != "" && len(inputs) != 1 {
				return usage("--replace takes one document, not %d", len(inputs))
			}
			return a.with(c.Context(), toWrite, func(store graph.Store) error {
				return a.loadAll(c.Context(), store, a.documents(c.Context(), inputs), len(inputs), o)
			})
		},
	}
	c.Flags().BoolVar(&o.strict, "strict", false, "exit 1 if any document was passed over")
	c.Flags().BoolVar(&o.json, "json", false, "print a JSON line for each document: what was added, changed, removed")
	c.Flags().StringVar(&o.replace, "replace", "", "load the document in the place of that with this `ID`, address, SHA-256 or file name")
	return c
}

// loadAll loads documents one after the other. It ends early where the store
// fails, or when it is asked to; the summary is printed in any case.
func (a *app) loadAll(ctx context.Context, store graph.Store, documents iter.Seq[document], total int, o loadOptions) error {
	a.interrupts.gentle.Store(true)
	defer a.interrupts.gentle.Store(false)
	shown := a.progress(total, "loading")
	sum := newSummary()
	l := loader.New(store)
	var fatal error
	for d := range documents {
		fatal = a.loadOne(ctx, l, d, o, sum, shown)
		if fatal != nil {
			break
		}
		if a.interrupts.pending() {
			sum.interrupted = true
			break
		}
	}
	shown.end()
	if !o.json && (fatal == nil || !sum.empty()) {
		a.say("%s", sum)
	}
	switch {
	case fatal != nil:
		return fatal
	case sum.interrupted, sum.missing > 0, o.strict && len(sum.faults) > 0:
		return errReported
	}
	return nil
}

// loadOne loads a document. What is wrong with the document is reported and
// counted; what is wrong with the store is returned.
func (a *app) loadOne(ctx context.Context, l *loader.Loader, d document, o loadOptions, sum *summary, shown *progress) error {
	var outcome loader.Outcome
	if d.fault == nil {
		var err error
		if o.replace != "" {
			outcome, err = l.Replace(ctx, d.reading, o.replace)
		} else {
			outcome, err = l.Load(ctx, d.reading)
		}
		if err != nil && !errors.Is(err, graph.ErrInvalid) {
			return err
		}
		d.fault = err
	}
	if d.fault != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		line := a.report(d)
		sum.skip(line, d.missing)
		shown.line(line)
		return a.json(o, loadLine{Path: d.path, Error: oneLine(d.fault.Error())})
	}
	sum.add(outcome)
	shown.step("%s: %s", printable(d.path), describe(outcome))
	return a.json(o, loadLine{Path: d.path, Document: outcome.Document, Known: outcome.Known,
		Added: outcome.Added, Changed: outcome.Changed, Removed: outcome.Removed, Facts: outcome.Facts})
}

// loadLine is what --json prints of a document.
type loadLine struct {
	Path     string         `json:"path"`
	Document string         `json:"document,omitempty"` // id of its node
	Known    bool           `json:"known,omitempty"`    // nothing changed
	Added    int            `json:"added"`              // nodes and relationships
	Changed  int            `json:"changed"`
	Removed  int            `json:"removed"`
	Facts    map[string]int `json:"facts,omitempty"` // new ones, by type of relationship
	Error    string         `json:"error,omitempty"`
}

func (a *app) json(o loadOptions, line any) error {
	if !o.json {
		return nil
	}
	return printJSON(a.Out, line)
}

func printJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("printing JSON: %w", err)
	}
	return nil
}

// describe says what a change did, in a few words.
func describe(o loader.Outcome) string {
	if o.Known {
		return "known already"
	}
	facts := 0
	for _, n := range o.Facts {
		facts += n
	}
	text := fmt.Sprintf("%d new facts; %d added, %d changed, %d removed", facts, o.Added, o.Changed, o.Removed)
	if o.Document == "" {
		text += "; a newer version of it is loaded"
	}
	return text
}
