package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/spf13/cobra"
)

// The exit codes of the contract.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// errUsage is wrapped by what a person has typed wrong.
var errUsage = errors.New("wrong usage")

// errReported ends a command whose faults are printed already.
var errReported = errors.New("reported")

// usageError is an error of usage; its text is what to do, and nothing else.
type usageError struct{ text string }

func (e usageError) Error() string        { return e.text }
func (e usageError) Is(target error) bool { return target == errUsage }

func usage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// exitCode is the one place that turns errors into exit codes.
func exitCode(err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errUsage):
		return exitUsage
	case errors.Is(err, graph.ErrNotFound), errors.Is(err, graph.ErrInvalid),
		errors.Is(err, graph.ErrConflict), errors.Is(err, graph.ErrUnavailable):
		return exitFailed
	}
	return exitFailed
}

// finish prints an error in one line and returns the exit code. Cobra reports
// an unknown command as a plain error, before any command of ours runs.
func (a *app) finish(command *cobra.Command, err error) int {
	if err == nil || errors.Is(err, errReported) {
		return exitCode(err)
	}
	name := "entente"
	if command != nil {
		name = command.CommandPath()
	}
	text := err.Error()
	if strings.HasPrefix(text, "unknown command") {
		err = usage("%s", text)
	}
	if errors.Is(err, context.Canceled) {
		text = "interrupted"
	}
	if errors.Is(err, errUsage) {
		text += fmt.Sprintf(" (see %s --help)", name)
	}
	_, _ = fmt.Fprintf(a.Err, "%s: %s\n", name, a.settings.redact(oneLine(text)))
	return exitCode(err)
}
