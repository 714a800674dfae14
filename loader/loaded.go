package loader

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/resolve"
)

// imported is the key under which a store remembers that `import` filled it.
const imported = "imported"

// MarkImported notes that a store was filled by import: it holds a graph
// without claims. It gives ErrConflict where there are claims.
func MarkImported(ctx context.Context, store graph.Store) error {
	g, err := store.Groups(ctx, nil)
	if err != nil {
		return fmt.Errorf("marking the store as imported: %w", err)
	}
	mark, err := ImportMark(ctx, store)
	if err != nil || len(mark) == 0 {
		return err
	}
	if err := store.Apply(ctx, &graph.Changes{Base: g.Generation, Memory: mark}); err != nil {
		return fmt.Errorf("marking the store as imported: %w", err)
	}
	return nil
}

// ImportMark gives what MarkImported would make the store remember, for an
// import that makes it part of its own change: nothing where it is remembered
// already. It gives ErrConflict where there are claims.
func ImportMark(ctx context.Context, store graph.Store) ([]graph.Memory, error) {
	g, err := store.Groups(ctx, []string{imported, resolve.AllDocuments})
	if err != nil {
		return nil, fmt.Errorf("marking the store as imported: %w", err)
	}
	if n := len(g.ByKey[resolve.AllDocuments]); n > 0 {
		return nil, fmt.Errorf("importing: %w: the store holds the claims of %d documents; import into an empty one", graph.ErrConflict, n)
	}
	if len(g.ByKey[imported]) > 0 {
		return nil, nil
	}
	return []graph.Memory{{Key: imported, Value: "graph", Delta: 1}}, nil
}

// IsImported reports whether a store was filled by import.
func IsImported(ctx context.Context, store graph.Store) (bool, error) {
	g, err := store.Groups(ctx, []string{imported})
	if err != nil {
		return false, fmt.Errorf("asking whether the store was imported: %w", err)
	}
	return len(g.ByKey[imported]) > 0, nil
}

// Readings yields what the loaded documents say, by SHA-256 and file name,
// hidden versions too: what `load` needs to make the same store elsewhere.
func (l *Loader) Readings(ctx context.Context) iter.Seq2[*claim.Reading, error] {
	return readings(ctx, l.store)
}

// batch is how many documents are read at once.
const batch = 100

func readings(ctx context.Context, store graph.Store) iter.Seq2[*claim.Reading, error] {
	return func(yield func(*claim.Reading, error) bool) {
		fail := func(err error) { yield(nil, fmt.Errorf("reading the stored claims: %w", err)) }
		g, err := store.Groups(ctx, []string{resolve.AllDocuments})
		if err != nil {
			fail(err)
			return
		}
		for some := range slices.Chunk(g.ByKey[resolve.AllDocuments], batch) {
			keys := make([]string, len(some))
			for i, r := range some {
				keys[i] = resolve.ReadingKey(r.Value)
			}
			g, err := store.Groups(ctx, keys)
			if err != nil {
				fail(err)
				return
			}
			for _, k := range keys {
				list, err := decode(g.ByKey[k])
				if err != nil {
					fail(err)
					return
				}
				for _, r := range list {
					if !yield(r, nil) {
						return
					}
				}
			}
		}
	}
}

func decode(values []graph.Remembered) ([]*claim.Reading, error) {
	var list []*claim.Reading
	for _, v := range values {
		for r, err := range claim.Decode(strings.NewReader(v.Value)) {
			if err != nil {
				return nil, err
			}
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b *claim.Reading) int {
		return strings.Compare(a.Document.Source, b.Document.Source)
	})
	return list, nil
}

// Verify yields a violation for each node and relationship that differs from
// what resolving the stored claims afresh gives. Of an imported store, which
// has no claims, it yields nothing.
func Verify(ctx context.Context, store graph.Store) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) {
		if is, err := IsImported(ctx, store); err != nil || is {
			if err != nil {
				yield(graph.Violation{}, err)
			}
			return
		}
		var all []*claim.Reading
		for r, err := range readings(ctx, store) {
			if err != nil {
				yield(graph.Violation{}, err)
				return
			}
			all = append(all, r)
		}
		fresh, err := resolve.Update(resolve.NewView(resolve.Nothing), resolve.Step{Put: all})
		if err != nil {
			yield(graph.Violation{}, fmt.Errorf("resolving the stored claims afresh: %w", err))
			return
		}
		compare(store.Scan(ctx), &fresh.Changes, yield)
	}
}

// rule is what Verify calls what it finds.
const rule = "claims"

func compare(stored iter.Seq2[graph.Record, error], fresh *graph.Changes, yield func(graph.Violation, error) bool) {
	nodes, links := map[string]*graph.Node{}, map[string]*graph.Relationship{}
	for i := range fresh.PutNodes {
		nodes[fresh.PutNodes[i].ID] = &fresh.PutNodes[i]
	}
	for i := range fresh.PutRelationships {
		r := &fresh.PutRelationships[i].Relationship
		links[r.ID()] = r
	}
	for rec, err := range stored {
		if err != nil {
			yield(graph.Violation{}, err)
			return
		}
		var id string
		var known, same bool
		if n := rec.Node; n != nil {
			id, known, same = n.ID, nodes[n.ID] != nil, equal(nodes[n.ID], n)
			delete(nodes, id)
		} else {
			r := rec.Relationship
			id = r.ID()
			known, same = links[id] != nil, equal(links[id], r)
			delete(links, id)
		}
		v := graph.Violation{Rule: rule, ID: id, What: "the claims do not give it"}
		if known {
			v.What = "the claims give it otherwise"
		}
		if !same && !yield(v, nil) {
			return
		}
	}
	for _, id := range append(slices.Sorted(maps.Keys(nodes)), slices.Sorted(maps.Keys(links))...) {
		if !yield(graph.Violation{Rule: rule, ID: id, What: "the claims give it, the graph does not have it"}, nil) {
			return
		}
	}
}

// equal compares what a node or relationship says, whatever Go made of the
// empty parts.
func equal(a, b any) bool {
	x, err := json.Marshal(a)
	if err != nil {
		return false
	}
	y, err := json.Marshal(b)
	return err == nil && bytes.Equal(x, y)
}
