package graphtest

import (
	"slices"
	"sync"

	"github.com/entente-graph/entente/graph"
)

// Counter is a store that tells how many statements it has sent since it was
// opened. Run shows by it that a query is one statement at most.
type Counter interface {
	Statements() int64
}

// Trace remembers the statements that a store sends: give its Record to the
// store's options. The zero Trace is ready.
type Trace struct {
	mu    sync.Mutex
	texts []string
}

// Record takes a statement; it may be called from any goroutine.
func (t *Trace) Record(statement string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.texts = append(t.texts, statement)
}

// Texts lists the statements so far, in order of sending.
func (t *Trace) Texts() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.texts)
}

// Statements implements Counter.
func (t *Trace) Statements() int64 { return int64(len(t.Texts())) }

// traced is a store with the trace of its statements.
type traced struct {
	graph.Store
	*Trace
}

// Traced makes a store whose options record into the trace a Counter.
func Traced(s graph.Store, t *Trace) graph.Store { return traced{s, t} }
