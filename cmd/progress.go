package cmd

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far a command has come: a bar on a terminal, lines
// elsewhere, nothing where it is to be quiet.
type progress struct {
	out   io.Writer
	bar   *progressbar.ProgressBar // nil where there is no terminal
	quiet bool
	total int
	done  int
}

func (a *app) progress(total int, what string) *progress {
	p := &progress{out: a.Err, quiet: a.settings.quiet, total: total}
	if f, ok := a.Err.(*os.File); ok && !p.quiet && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(a.Err),
			progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionSetPredictTime(false),
			progressbar.OptionEnableColorCodes(false),
		)
	}
	return p
}

// step is one document further, with what to print of it where lines are printed.
func (p *progress) step(format string, args ...any) {
	p.done++
	switch {
	case p.bar != nil:
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	case !p.quiet:
		_, _ = fmt.Fprintf(p.out, "%d/%d %s\n", p.done, max(p.done, p.total), fmt.Sprintf(format, args...))
	}
}

// line prints a line that must be seen, whatever else is shown.
func (p *progress) line(text string) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	_, _ = fmt.Fprintln(p.out, text)
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
