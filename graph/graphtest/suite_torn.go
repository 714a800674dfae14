package graphtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/entente-graph/entente/graph"
)

// Two writers take turns at the store, each with things of its own; more would
// only wait for each other.
const (
	tearers = 2
	tears   = 20 // changes of each
)

// tear is a writer's change number i: it replaces two nodes and what is
// remembered, makes a node, and drops the one that the change before it made.
// All has one name, so that half of it shows.
func tear(writer, i int) *graph.Changes {
	id := func(last string) string { return fmt.Sprintf("leader-%d-%s", writer, last) }
	name := func(i int) string { return fmt.Sprintf("%d name %d", writer, i) }
	c := &graph.Changes{
		PutNodes: []graph.Node{leader(id("a"), name(i)), leader(id(fmt.Sprint(i)), name(i)), leader(id("z"), name(i))},
		Memory:   []graph.Memory{{Key: id("k"), Value: name(i), Delta: 1}},
	}
	if i > 0 {
		c.DropNodes = []string{id(fmt.Sprint(i - 1))}
		c.Memory = append(c.Memory, graph.Memory{Key: id("k"), Value: name(i - 1), Delta: -1})
	}
	return c
}

// Torn has readers look at what writers change, in every way there is to look at
// more than one thing: none may see half of a change. The stores, which they
// take by turns, are one, opened as often as processes would.
func Torn(t *testing.T, stores ...graph.Store) {
	for w := range tearers {
		mustApply(t, stores[0], tear(w, 0))
	}
	var readers, writers sync.WaitGroup
	done := make(chan struct{})
	for n, look := range []func(context.Context, graph.Store) error{lookByQuery, lookByQuery, lookByScan, lookByGroups} {
		s := stores[n%len(stores)]
		readers.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-done:
					if n > 0 {
						return
					}
				default:
				}
				if err := look(t.Context(), s); err != nil {
					t.Errorf("reading beside writers: %v", err)
					return
				}
			}
		})
	}
	for w := range tearers {
		s := stores[w%len(stores)]
		writers.Go(func() {
			for i := range tears {
				if err := s.Apply(t.Context(), tear(w, i+1)); err != nil {
					t.Errorf("writing beside readers: %v", err)
					return
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
}

// oneMoment looks whether nodes are all that the writers' changes leave.
func oneMoment(nodes []graph.Node) error {
	names := map[any]int{}
	for _, n := range nodes {
		names[n.Properties["name"]]++
	}
	if len(names) != tearers || len(nodes) != 3*tearers {
		return fmt.Errorf("got names and how many nodes have them %v, want %d names of three nodes each", names, tearers)
	}
	return nil
}

func lookByQuery(ctx context.Context, s graph.Store) error {
	name := graph.Selection{Properties: []string{"name"}}
	answer, err := s.Query(ctx, &graph.Query{Roots: []graph.Root{
		{Lookup: &graph.Lookup{IDs: []string{"leader-0-a"}, Node: name}},
		{Nodes: &graph.Connection{Labels: []string{"Leader"}, First: 10, Count: true, Node: name}},
	}})
	if err != nil {
		return err
	}
	one, page := answer.Results[0].Objects[0], answer.Results[1].Page
	var nodes []graph.Node
	for _, row := range page.Rows {
		if row.Node == nil {
			return errors.New("got a row without a node, want one moment")
		}
		nodes = append(nodes, row.Node.Node)
	}
	if page.Total != len(nodes) {
		return fmt.Errorf("got %d nodes and a total of %d in one answer, want one moment", len(nodes), page.Total)
	}
	if err := oneMoment(nodes); err != nil {
		return err
	}
	if !slices.ContainsFunc(nodes, func(n graph.Node) bool {
		return one != nil && n.ID == one.ID && n.Properties["name"] == one.Properties["name"]
	}) {
		return fmt.Errorf("got %v by its id and %v in a list in one answer, want one moment", one, nodes)
	}
	return nil
}

// lookByScan allows that a store without snapshots ends a scan; what it has
// yielded by then is of one moment.
func lookByScan(ctx context.Context, s graph.Store) error {
	var nodes []graph.Node
	for record, err := range s.Scan(ctx) {
		switch {
		case errors.Is(err, graph.ErrUnavailable) && nodes != nil:
			return oneMoment(nodes)
		case err != nil:
			return err
		case record.Node != nil:
			nodes = append(nodes, *record.Node)
		}
	}
	return oneMoment(nodes)
}

func lookByGroups(ctx context.Context, s graph.Store) error {
	var keys []string
	for w := range tearers {
		keys = append(keys, fmt.Sprintf("leader-%d-k", w))
	}
	groups, err := s.Groups(ctx, keys)
	if err != nil {
		return err
	}
	made := 1 + tearers // the generation after the writers' first changes
	for w, key := range keys {
		i := 0
		if got := groups.ByKey[key]; len(got) != 1 || got[0].Count != 1 {
			return fmt.Errorf("got %v remembered, want one text once", got)
		} else if _, err := fmt.Sscanf(got[0].Value, fmt.Sprintf("%d name %%d", w), &i); err != nil {
			return fmt.Errorf("reading %q: %w", got[0].Value, err)
		}
		made += i
	}
	if groups.Generation != uint64(made) {
		return fmt.Errorf("got generation %d with what was remembered at %d", groups.Generation, made)
	}
	return nil
}
