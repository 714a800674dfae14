package graphtest

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"

	"github.com/entente-graph/entente/graph"
)

// Naive is a graph.Store of maps and loops, kept in memory: slow and plainly
// right. It is the oracle that the real stores are held against, and a store
// for tests that are not about stores.
type Naive struct {
	mu         sync.RWMutex
	generation uint64
	nodes      map[string]graph.Node
	links      map[string]graph.Relationship
	memory     map[string]map[string]int
}

// NewNaive returns an empty store.
func NewNaive() *Naive {
	return &Naive{
		generation: 1,
		nodes:      map[string]graph.Node{},
		links:      map[string]graph.Relationship{},
		memory:     map[string]map[string]int{},
	}
}

// Apply implements graph.Store: it works on copies and keeps them if nothing failed.
func (n *Naive) Apply(ctx context.Context, c *graph.Changes) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := c.Validate(); err != nil {
		return fmt.Errorf("applying changes: %w", err)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if c.Base != 0 && c.Base != n.generation {
		return fmt.Errorf("applying changes of generation %d to a store of generation %d: %w", c.Base, n.generation, graph.ErrConflict)
	}
	nodes, links := maps.Clone(n.nodes), maps.Clone(n.links)
	for _, id := range c.DropRelationships {
		delete(links, id)
	}
	for _, id := range c.DropNodes {
		delete(nodes, id)
		maps.DeleteFunc(links, func(_ string, r graph.Relationship) bool { return r.From.ID == id || r.To.ID == id })
	}
	for _, node := range c.PutNodes {
		nodes[node.ID] = cloneNode(node)
	}
	for _, put := range c.PutRelationships {
		if err := putLink(nodes, links, put); err != nil {
			return err
		}
	}
	memory, err := remember(n.memory, c.Memory)
	if err != nil {
		return err
	}
	n.nodes, n.links, n.memory = nodes, links, memory
	n.generation++
	return nil
}

func putLink(nodes map[string]graph.Node, links map[string]graph.Relationship, put graph.PutRelationship) error {
	r := cloneLink(put.Relationship)
	for _, end := range []graph.Ref{r.From, r.To} {
		if nodes[end.ID].Label != end.Label {
			return fmt.Errorf("putting relationship %s: no %s has the id %s: %w", r.ID(), end.Label, end.ID, graph.ErrInvalid)
		}
	}
	spans := map[string]string{}
	old := links[r.ID()]
	for i, passage := range old.Evidence {
		spans[passage] = old.Spans[i]
	}
	for _, passage := range put.Without {
		delete(spans, passage)
	}
	for i, passage := range r.Evidence {
		spans[passage] = r.Spans[i]
	}
	r.Evidence, r.Spans = nil, nil
	for _, passage := range slices.Sorted(maps.Keys(spans)) {
		r.Evidence, r.Spans = append(r.Evidence, passage), append(r.Spans, spans[passage])
	}
	links[r.ID()] = r
	return nil
}

// remember returns a copy of memory with what is to be added.
func remember(memory map[string]map[string]int, add []graph.Memory) (map[string]map[string]int, error) {
	out := make(map[string]map[string]int, len(memory))
	maps.Copy(out, memory)
	for _, m := range add {
		values := maps.Clone(out[m.Key])
		if values == nil {
			values = map[string]int{}
		}
		values[m.Value] += m.Delta
		out[m.Key] = values
	}
	for _, m := range add {
		switch count, there := out[m.Key][m.Value]; {
		case count < 0:
			return nil, fmt.Errorf("forgetting what was not remembered under %q: %w", m.Key, graph.ErrInvalid)
		case there && count == 0:
			delete(out[m.Key], m.Value)
		}
		if len(out[m.Key]) == 0 {
			delete(out, m.Key)
		}
	}
	return out, nil
}

// Groups implements graph.Store.
func (n *Naive) Groups(ctx context.Context, keys []string) (*graph.Groups, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n.mu.RLock()
	defer n.mu.RUnlock()
	out := &graph.Groups{Generation: n.generation, ByKey: map[string][]graph.Remembered{}}
	for _, key := range keys {
		var values []graph.Remembered
		for _, value := range slices.Sorted(maps.Keys(n.memory[key])) {
			values = append(values, graph.Remembered{Value: value, Count: n.memory[key][value]})
		}
		if values != nil {
			out.ByKey[key] = values
		}
	}
	return out, nil
}

// Scan implements graph.Store, on a snapshot.
func (n *Naive) Scan(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		g := n.snapshot()
		for _, id := range g.nodeIDs() {
			if err := ctx.Err(); err != nil {
				yield(graph.Record{}, err)
				return
			}
			node := cloneNode(g.nodes[id])
			if !yield(graph.Record{Node: &node}, nil) {
				return
			}
		}
		for _, id := range g.linkIDs() {
			if err := ctx.Err(); err != nil {
				yield(graph.Record{}, err)
				return
			}
			link := cloneLink(g.links[id])
			if !yield(graph.Record{Relationship: &link}, nil) {
				return
			}
		}
	}
}

// Check implements graph.Store. Apply lets nothing in that it could find.
func (n *Naive) Check(ctx context.Context) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) {
		if err := ctx.Err(); err != nil {
			yield(graph.Violation{}, err)
		}
	}
}

// Ping implements graph.Store.
func (n *Naive) Ping(ctx context.Context) error { return ctx.Err() }

// Close implements graph.Store.
func (n *Naive) Close() error { return nil }

// moment is the graph as it stood when it was taken. Apply never changes a map
// that a moment holds.
type moment struct {
	nodes map[string]graph.Node
	links map[string]graph.Relationship
}

func (n *Naive) snapshot() moment {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return moment{nodes: n.nodes, links: n.links}
}

func (g moment) nodeIDs() []string { return slices.Sorted(maps.Keys(g.nodes)) }

func (g moment) linkIDs() []string { return slices.Sorted(maps.Keys(g.links)) }

func cloneNode(n graph.Node) graph.Node {
	n.Properties = cloneProperties(n.Properties)
	n.FormerIDs = cloneList(n.FormerIDs)
	disagreements := n.Disagreements
	n.Disagreements = nil
	for _, d := range disagreements {
		d.Evidence = cloneList(d.Evidence)
		n.Disagreements = append(n.Disagreements, d)
	}
	return n
}

func cloneLink(r graph.Relationship) graph.Relationship {
	r.Properties = cloneProperties(r.Properties)
	r.Evidence, r.Spans = cloneList(r.Evidence), cloneList(r.Spans)
	return r
}

func cloneProperties(from graph.Properties) graph.Properties {
	if len(from) == 0 {
		return nil
	}
	to := make(graph.Properties, len(from))
	for name, value := range from {
		if list, ok := value.([]string); ok {
			value = cloneList(list)
		}
		to[name] = value
	}
	return to
}

// cloneList copies a list; an empty one is none.
func cloneList(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}
