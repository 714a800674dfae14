package cmd

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/entente-graph/entente/loader"
)

// summary adds up what a load did.
type summary struct {
	began         time.Time
	loaded, known int
	facts         map[string]int
	faults        []string // a line each
	missing       int      // paths that do not exist
	interrupted   bool
}

func newSummary() *summary { return &summary{began: time.Now(), facts: map[string]int{}} }

func (s *summary) add(o loader.Outcome) {
	if o.Known {
		s.known++
		return
	}
	s.loaded++
	for kind, n := range o.Facts {
		s.facts[kind] += n
	}
}

func (s *summary) skip(line string, missing bool) {
	s.faults = append(s.faults, line)
	if missing {
		s.missing++
	}
}

// empty tells whether nothing was done at all.
func (s *summary) empty() bool { return s.loaded+s.known+len(s.faults) == 0 }

// String is what stands at the end of a load.
func (s *summary) String() string {
	var b strings.Builder
	documents := s.loaded + s.known + len(s.faults)
	fmt.Fprintf(&b, "%s: %d loaded, %d known already, %d passed over; %.1f seconds",
		numberOfDocuments(documents), s.loaded, s.known, len(s.faults), time.Since(s.began).Seconds())
	if s.interrupted {
		b.WriteString("; stopped early, what was loaded is whole")
	}
	if len(s.facts) > 0 {
		b.WriteString("\nnew facts: " + counts(s.facts))
	}
	for i, f := range s.faults {
		if i == 0 {
			b.WriteString("\npassed over:")
		}
		b.WriteString("\n  " + f)
	}
	return b.String()
}

// counts lists numbers by name, the greatest first.
func counts(of map[string]int) string {
	names := make([]string, 0, len(of))
	for name := range of {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		if of[names[i]] != of[names[j]] {
			return of[names[i]] > of[names[j]]
		}
		return names[i] < names[j]
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%d %s", of[name], name)
	}
	return strings.Join(names, ", ")
}

func numberOfDocuments(n int) string {
	if n == 1 {
		return "1 document"
	}
	return fmt.Sprintf("%d documents", n)
}
