// Command learn makes the tables of numbers that reading goes by, from gold
// facts: what the features of a link are worth (links), and how often each rule
// is right (confidence).
//
//	go run ./loader/learn links [GOLD.json...]
//	go run ./loader/learn confidence
//	go run ./loader/learn looks FILE...	(for scripts/firstlook)
//
// It is deterministic, and reads only documents that may be learned from.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("say what to learn: links or confidence")
	}
	switch args[0] {
	case "links":
		paths, err := learnable("loader/SCORES.md", args[1:])
		if err != nil {
			return err
		}
		return learnLinks(paths, "loader/claim/links.tsv")
	case "confidence":
		return learnConfidence("loader/claim/firstlooks.tsv", "loader/SCORES.md", "loader/claim/confidence.tsv")
	case "looks":
		return printLooks(args[1:])
	}
	return fmt.Errorf("%s is nothing to learn: say links or confidence", args[0])
}
