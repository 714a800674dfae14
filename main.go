// Command entente reads texts about diplomacy and keeps what they say as a
// graph in which every line can be followed back to the sentence that says so.
package main

import (
	"os"

	"github.com/entente-graph/entente/cmd"
)

// Set by the build with -ldflags "-X main.version=… -X main.commit=…".
var version, commit string

func main() {
	os.Exit(cmd.Main(cmd.Build{Version: version, Commit: commit}, cmd.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Args[1:]))
}
