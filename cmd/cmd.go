// Package cmd is the command line: one file a command, and flags, paths,
// progress and exit codes beside them. It is the only room that knows all the
// others, and the only one that knows which store an address means. It knows
// no grammar, no SQL, no Cypher and no GraphQL but the queries that `trace`
// and the demo print.
//
//	os.Exit(cmd.Main(cmd.Build{}, cmd.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Args[1:]))
package cmd

import (
	"context"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// Build says which program this is.
type Build struct {
	Version, Commit string // as the linker was told; empty where it was not
}

// Streams are what a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Main runs the command that args name and returns the exit code.
func Main(build Build, streams Streams, args []string) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a := &app{Build: build, Streams: streams}
	a.interrupts = listen(cancel, func() { a.say("\nstopping after this document; Ctrl-C again stops at once") })
	defer a.interrupts.ignore()
	root := a.root()
	root.SetArgs(args)
	command, err := root.ExecuteContextC(ctx)
	return a.finish(command, err)
}

// app is what commands share.
type app struct {
	Build
	Streams
	settings   settings
	interrupts *interrupts
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Follow every fact of diplomacy back to its sentence",
		Long: `Entente reads texts about diplomacy and keeps what they say as a graph: leaders,
states, visits, agreements, projects and the sources cited, in one SQLite file or
in Neo4j. Every fact can be followed back to the sentence that says so.`,
		Example: `  entente demo                                  # load the seed documents and serve them
  entente load articles/                        # read a folder into ./entente.db
  entente trace strategic partnership           # which visit, which sentence, which source
  entente serve                                 # GraphQL and its playground`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return c.Help()
		},
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			return a.settings.complete(c.Flags(), os.LookupEnv)
		},
	}
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%v", err) })
	a.settings.register(root.PersistentFlags())
	root.AddCommand(
		a.demo(), a.load(), a.extract(), a.unload(), a.serve(), a.query(), a.export(),
		a.importCommand(), a.trace(), a.check(), a.version(), a.schema(),
	)
	for _, c := range root.Commands() {
		if args := c.Args; args != nil {
			c.Args = func(c *cobra.Command, given []string) error {
				if err := args(c, given); err != nil {
					return usage("%v", err)
				}
				return nil
			}
		}
	}
	return root
}

// logger writes what happens while serving.
func (a *app) logger() *slog.Logger {
	level := slog.LevelInfo
	if a.settings.quiet {
		level = slog.LevelWarn
	}
	options := &slog.HandlerOptions{Level: level}
	if a.settings.logFormat == "json" {
		return slog.New(slog.NewJSONHandler(a.Err, options))
	}
	return slog.New(slog.NewTextHandler(a.Err, options))
}

// oneLine makes a text of several lines one, so that an error is one line.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
}
