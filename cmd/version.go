package cmd

import (
	"runtime"
	"runtime/debug"

	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/spf13/cobra"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print version, commit and the version of the store's schema",
		Example: "  entente version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			version, commit := a.identity()
			return a.print("entente %s\ncommit %s\nstore schema %d\n%s %s/%s\n",
				version, commit, sqlite.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		},
	}
}

// identity is what the linker was told, else what Go noted when it built.
func (a *app) identity() (version, commit string) {
	version, commit = a.Version, a.Commit
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return orUnknown(version), orUnknown(commit)
	}
	if version == "" && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && commit == "" {
			commit = s.Value
		}
	}
	return orUnknown(version), orUnknown(commit)
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}
