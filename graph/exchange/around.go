package exchange

import (
	"context"
	"fmt"
	"iter"
	"sort"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// Around gives the part of a graph that lies within a number of hops of a
// node, in the order of Scan, whole: no limit leaves anything out. Hops lead
// along every relationship, in either direction, between nodes that facts are
// about. With them come the passages that are evidence of what is kept, their
// documents and the sources that they cite, so that the part can be followed
// back, and imported, like the whole.
//
// center is an id or a former id; one that leads to nothing is ErrNotFound,
// one that fits several nodes ErrConflict.
func Around(ctx context.Context, store graph.Store, center string, hops int) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		keep, err := choose(store.Scan(ctx), center, hops)
		if err != nil {
			yield(graph.Record{}, fmt.Errorf("taking what is around %q: %w", center, err))
			return
		}
		for record, err := range store.Scan(ctx) {
			if err == nil && !keep.has(record) {
				continue
			}
			if !yield(record, err) || err != nil {
				return
			}
		}
	}
}

// kept are the ids of nodes of a part.
type kept map[string]bool

// has keeps a relationship if both its ends are kept.
func (k kept) has(r graph.Record) bool {
	if r.Node != nil {
		return k[r.Node.ID]
	}
	return k[r.Relationship.From.ID] && k[r.Relationship.To.ID]
}

// web is what choosing needs to know of a graph.
type web struct {
	labels   map[string]string
	former   map[string][]string // former id → ids
	beside   map[string][]string // along relationships between nodes that facts are about
	evidence []supported
	sources  map[string][]string // passage or document → what it stands in or cites
}

// supported is a relationship (or, where both ends are one, a disagreement
// about a node) with the passages that say so.
type supported struct {
	from, to string
	by       []string
}

func choose(records iter.Seq2[graph.Record, error], center string, hops int) (kept, error) {
	w := web{
		labels: map[string]string{}, former: map[string][]string{},
		beside: map[string][]string{}, sources: map[string][]string{},
	}
	facts := map[string]bool{}
	for _, label := range schema.Facts() {
		facts[label] = true
	}
	for r, err := range records {
		if err != nil {
			return nil, err
		}
		w.add(r, facts, center)
	}
	start, err := w.find(center)
	if err != nil {
		return nil, err
	}
	keep := w.within(start, hops)
	w.follow(keep)
	return keep, nil
}

func (w *web) add(r graph.Record, facts map[string]bool, center string) {
	if n := r.Node; n != nil {
		w.labels[n.ID] = n.Label
		for _, f := range n.FormerIDs {
			if f == center {
				w.former[f] = append(w.former[f], n.ID)
			}
		}
		for _, d := range n.Disagreements {
			w.evidence = append(w.evidence, supported{n.ID, n.ID, d.Evidence})
		}
		return
	}
	rel := r.Relationship
	from, to := rel.From, rel.To
	isCenter := from.ID == center || to.ID == center
	if facts[from.Label] && facts[to.Label] || isCenter {
		w.beside[from.ID] = append(w.beside[from.ID], to.ID)
		w.beside[to.ID] = append(w.beside[to.ID], from.ID)
	}
	if len(rel.Evidence) > 0 {
		w.evidence = append(w.evidence, supported{from.ID, to.ID, rel.Evidence})
	}
	if !facts[from.Label] && !facts[to.Label] {
		w.sources[from.ID] = append(w.sources[from.ID], to.ID)
	}
}

func (w *web) find(center string) (string, error) {
	if _, ok := w.labels[center]; ok {
		return center, nil
	}
	switch ids := w.former[center]; len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		return "", graph.ErrNotFound
	default:
		sort.Strings(ids)
		return "", fmt.Errorf("it was an id of %s: %w", strings.Join(ids, " and of "), graph.ErrConflict)
	}
}

func (w *web) within(start string, hops int) kept {
	keep := kept{start: true}
	edge := []string{start}
	for ; hops > 0 && len(edge) > 0; hops-- {
		var next []string
		for _, id := range edge {
			for _, n := range w.beside[id] {
				if !keep[n] {
					keep[n] = true
					next = append(next, n)
				}
			}
		}
		edge = next
	}
	return keep
}

// follow adds the passages that are evidence of what is kept, and what
// these stand in and cite.
func (w *web) follow(keep kept) {
	var passages []string
	for _, s := range w.evidence {
		if keep[s.from] && keep[s.to] {
			passages = append(passages, s.by...)
		}
	}
	for _, p := range passages {
		keep[p] = true
		for _, source := range w.sources[p] {
			keep[source] = true
		}
	}
}
