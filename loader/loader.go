// Package loader turns documents into facts: it reads files (Read), keeps what
// each says (a claim.Reading) in the store's memory, and keeps the graph equal
// to what resolving all of the kept Readings gives.
//
// It knows the order of the steps and that there is a store; it knows no
// grammar (claim), no rule of identity (resolve), no SQL, Cypher or GraphQL.
//
//	l := loader.New(store)
//	outcome, err := l.Load(ctx, reading) // one atomic change; twice is once
//	outcome, err = l.Unload(ctx, "document-a-title")
package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/resolve"
)

// attempts is how often a change is worked out anew when others write at the
// same time, before it is given up.
const attempts = 20

// Loader loads and unloads documents. It may be used by many goroutines;
// within one Loader changes go one after the other.
type Loader struct {
	store graph.Store
	mu    sync.Mutex
}

// New makes a Loader of a store.
func New(store graph.Store) *Loader { return &Loader{store: store} }

// Outcome says what a change did to the graph.
type Outcome struct {
	// Document is the node id of the document; of an unloaded one, what it was.
	// It is empty where a newer version of the document hides this one.
	Document string
	// Added, Changed and Removed count nodes and relationships.
	Added, Changed, Removed int
	// Known is set where nothing changed.
	Known bool
	// Facts counts the new relationships that state facts, by type.
	Facts map[string]int
}

// Load stores what a document says and brings the graph up to date, in one
// atomic change. A Reading of the same bytes and file name takes the place of
// the earlier one, so that loading twice changes nothing. It gives ErrInvalid
// for a Reading that is not well formed, and ErrConflict in an imported store.
func (l *Loader) Load(ctx context.Context, r *claim.Reading) (Outcome, error) {
	return l.change(ctx, "load "+name(r), func(*resolve.View) (resolve.Step, error) {
		return resolve.Step{Put: []*claim.Reading{r}}, nil
	})
}

// Replace loads a document in the place of another, all of whose versions go:
// id is its node id, address, SHA-256 or file name, as for Unload.
func (l *Loader) Replace(ctx context.Context, r *claim.Reading, id string) (Outcome, error) {
	return l.change(ctx, fmt.Sprintf("load %s in the place of %q", name(r), id), func(v *resolve.View) (resolve.Step, error) {
		drop, err := v.Find(id)
		return resolve.Step{Drop: drop, Put: []*claim.Reading{r}}, err
	})
}

func name(r *claim.Reading) string {
	if r.Document.Source != "" {
		return fmt.Sprintf("%q", r.Document.Source)
	}
	return fmt.Sprintf("%q", r.Document.SHA256)
}

// change works a step out against the store as it stands and applies it;
// where somebody else wrote in between, it starts over.
func (l *Loader) change(ctx context.Context, what string, step func(*resolve.View) (resolve.Step, error)) (Outcome, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var err error
	for range attempts {
		var out Outcome
		out, err = l.attempt(ctx, step)
		if err == nil {
			return out, nil
		}
		if !errors.Is(err, errMoved) || ctx.Err() != nil {
			break
		}
	}
	return Outcome{}, fmt.Errorf("%s: %w", what, err)
}

// errMoved: the store was written to while a change was worked out.
var errMoved = fmt.Errorf("%w: the store was written to meanwhile", graph.ErrConflict)

// attempt works a step out against one generation of the store and applies it.
func (l *Loader) attempt(ctx context.Context, step func(*resolve.View) (resolve.Step, error)) (Outcome, error) {
	m := memory{ctx: ctx, store: l.store}
	view := resolve.NewView(m.recall)
	s, err := step(view)
	if err != nil {
		return Outcome{}, err
	}
	for _, r := range s.Put {
		if err := r.Validate(); err != nil {
			return Outcome{}, err
		}
	}
	result, err := resolve.Update(view, s)
	if err != nil {
		return Outcome{}, err
	}
	out := outcome(result, s)
	if out.Known {
		return out, nil
	}
	result.Changes.Base = m.generation
	err = l.store.Apply(ctx, &result.Changes)
	if errors.Is(err, graph.ErrConflict) {
		return Outcome{}, fmt.Errorf("%w: %w", errMoved, err)
	}
	return out, err
}

func outcome(r *resolve.Result, s resolve.Step) Outcome {
	out := Outcome{Added: r.Added, Changed: r.Changed, Removed: r.Removed, Facts: r.Facts}
	out.Known = len(r.Changes.Memory) == 0 && r.Added+r.Changed+r.Removed == 0
	for _, reading := range s.Put {
		out.Document = r.Documents[reading.Document.SHA256]
	}
	for _, sha := range s.Drop {
		if out.Document == "" {
			out.Document = r.Documents[sha]
		}
	}
	return out
}

// memory reads one generation of a store's memory.
type memory struct {
	ctx        context.Context
	store      graph.Store
	generation uint64
}

// recall is a resolve.Recall. The first one looks whether the store is one
// that can be changed by it at all.
func (m *memory) recall(keys []string) (map[string][]graph.Remembered, error) {
	first := m.generation == 0
	if first {
		keys = append(slices.Clone(keys), imported)
	}
	g, err := m.store.Groups(m.ctx, keys)
	if err != nil {
		return nil, err
	}
	if first && len(g.ByKey[imported]) > 0 {
		return nil, fmt.Errorf("%w: the store was filled by import and holds no claims; "+
			"carry documents over with `entente export --claims` and load that into a new store", graph.ErrConflict)
	}
	if m.generation != 0 && g.Generation != m.generation {
		return nil, errMoved
	}
	m.generation = g.Generation
	return g.ByKey, nil
}
