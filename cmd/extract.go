package cmd

import (
	"bufio"
	"context"
	"io"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/spf13/cobra"
)

func (a *app) extract() *cobra.Command {
	var text, explain, asJSON, strict bool
	c := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Print what documents say as claims, without a store",
		Long: `Print what documents say as claims, one JSON object a line, without a store.
entente load takes them, on this machine or another.

--text prints the text instead, in which spans count code points.
--explain prints instead, of each sentence, what is named in it, which rules gave
what, and which were tried and gave nothing, and why; then, of each agreement,
the visits that it may come from with their probability and what speaks for each
the most. With --json it is JSON lines: the document, its passages, its links.`,
		Example: `  entente extract article.txt > claims.jsonl
  entente extract --text page.html
  entente extract --explain article.txt | less
  entente extract --explain --json article.txt | jq 'select(.passage.missed)'
  cat article.txt | entente extract - | entente load -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			give := a.extractClaims
			switch {
			case text && explain:
				return usage("--text and --explain print different things: give one of them")
			case asJSON && !explain:
				return usage("--json goes with --explain: claims are JSON lines already")
			case text:
				give = eachOf(a, a.textOf, writeText)
			case explain:
				give = a.explain(asJSON)
			}
			out := bufio.NewWriter(a.Out)
			failed, missing, err := give(c.Context(), out, expand(args))
			if err := out.Flush(); err != nil {
				return err
			}
			if err == nil && (missing || strict && failed) {
				return errReported
			}
			return err
		},
	}
	c.Flags().BoolVar(&text, "text", false, "print the text that spans count in")
	c.Flags().BoolVar(&explain, "explain", false, "print why each sentence gave what it gave")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON lines, with --explain")
	c.Flags().BoolVar(&strict, "strict", false, "exit 1 if any document was passed over")
	return c
}

// extractClaims writes claims, and says whether any document failed or was missing.
func (a *app) extractClaims(ctx context.Context, out io.Writer, inputs []input) (failed, missing bool, err error) {
	for d := range a.documents(ctx, inputs) {
		if ctx.Err() != nil {
			return failed, missing, ctx.Err()
		}
		if d.fault != nil {
			failed, missing = true, missing || d.missing
			a.warn(a.report(d))
			continue
		}
		if err := claim.Encode(out, d.reading); err != nil {
			return failed, missing, err
		}
	}
	return failed, missing, nil
}

// giver writes what is read of inputs, and says whether any failed or was missing.
type giver func(ctx context.Context, out io.Writer, inputs []input) (failed, missing bool, err error)

// eachOf writes what read makes of each input, nothing between them.
func eachOf[T any](a *app, read func(context.Context, input) (T, error), write func(io.Writer, T) error) giver {
	return func(ctx context.Context, out io.Writer, inputs []input) (failed, missing bool, err error) {
		for _, i := range inputs {
			x, fault := read(ctx, i)
			if ctx.Err() != nil {
				return failed, missing, ctx.Err()
			}
			if fault != nil {
				failed, missing = true, missing || i.missing
				a.warn(a.report(document{path: i.path, fault: fault}))
				continue
			}
			if err := write(out, x); err != nil {
				return failed, missing, err
			}
		}
		return failed, missing, nil
	}
}

func writeText(out io.Writer, content string) error {
	_, err := io.WriteString(out, content)
	return err
}

func (a *app) textOf(ctx context.Context, i input) (string, error) {
	data, err := a.bytesOf(i)
	if err != nil {
		return "", err
	}
	return loader.Text(ctx, file(i.path, data))
}

func (a *app) bytesOf(i input) ([]byte, error) {
	opened, err := a.openInput(i)
	if err != nil {
		return nil, err
	}
	defer closed(opened)
	return readAll(opened)
}
