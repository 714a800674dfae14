package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// Stop says what a full stop after an abbreviation means.
type Stop string

// The meanings of a stop after an abbreviation.
const (
	StopTitle  Stop = "title"  // "Gen. Mark": never the end of a sentence
	StopNumber Stop = "number" // "No. 5": not the end before a number
	StopRarely Stop = "rarely" // "U.S. officials": the end only before a word that opens sentences
	StopTime   Stop = "time"   // "3 p.m.": the end before such a word or a name
)

//go:embed data/abbreviations.txt
var abbreviationData string

type stops struct {
	abbreviations map[string]Stop
	openers       map[string]bool
}

var loadStops = sync.OnceValue(func() stops {
	s := stops{map[string]Stop{}, map[string]bool{}}
	for _, line := range strings.Split(abbreviationData, "\n") {
		words := strings.Fields(line)
		if len(words) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range words[1:] {
			if words[0] == "opener" {
				s.openers[w] = true
			} else {
				s.abbreviations[w] = Stop(words[0])
			}
		}
	}
	return s
})

// Abbreviation says what a stop after the word (given without it) means; ok is
// false where the word is no abbreviation. Case counts: "No" is one, "no" not.
func Abbreviation(word string) (stop Stop, ok bool) {
	stop, ok = loadStops().abbreviations[word]
	return stop, ok
}

// Opener reports whether a word with a capital is one that opens sentences
// ("The", "However") rather than one that is always written so.
func Opener(word string) bool { return loadStops().openers[word] }
