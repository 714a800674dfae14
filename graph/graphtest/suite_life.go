package graphtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func lifePromises() []promise {
	return []promise{
		{"an ended context ends every method", cancelled},
		{"a store answers a ping", func(t *testing.T, s graph.Store) {
			if err := s.Ping(t.Context()); err != nil {
				t.Errorf("got error %v, want none", err)
			}
		}},
		{"a store may be closed twice", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			for range 2 {
				if err := s.Close(); err != nil {
					t.Errorf("got error %v, want none", err)
				}
			}
		}},
		{"changes are seen as soon as they are made", func(t *testing.T, s graph.Store) {
			for i := range 10 {
				id := fmt.Sprintf("leader-%d", i)
				mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{leader(id, id)}})
				same(t, "objects", objectIDs(lookup(t, s, graph.Lookup{IDs: []string{id}}).Objects), []string{id})
			}
		}},
		{"readers never see half of a change", func(t *testing.T, s graph.Store) { Torn(t, s) }},
		{"of writers with one base one wins", racingWriters},
		{"writers without a base all succeed", func(t *testing.T, s graph.Store) {
			const n = 8
			errs := make([]error, n)
			var wait sync.WaitGroup
			for i := range n {
				wait.Go(func() {
					errs[i] = s.Apply(t.Context(), &graph.Changes{PutNodes: []graph.Node{leader("leader-same", "Same"), leader(fmt.Sprintf("leader-%d", i), "Own")},
						Memory: []graph.Memory{{Key: "k", Value: "v", Delta: 1}}})
				})
			}
			wait.Wait()
			if err := errors.Join(errs...); err != nil {
				t.Fatalf("got error %v, want none", err)
			}
			same(t, "memory", mustGroups(t, s, "k"), &graph.Groups{Generation: n + 1, ByKey: map[string][]graph.Remembered{"k": {{Value: "v", Count: n}}}})
			if got := len(scan(t, s).Nodes); got != n+1 {
				t.Errorf("got %d nodes, want %d", got, n+1)
			}
		}},
	}
}

func cancelled(t *testing.T, s graph.Store) {
	withFixture(t, s)
	before := scan(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, query := s.Query(ctx, &graph.Query{Roots: []graph.Root{{Stats: true}}})
	_, groups := s.Groups(ctx, []string{"k"})
	apply := s.Apply(ctx, &graph.Changes{PutNodes: []graph.Node{leader("leader-new", "New")}})
	for what, err := range map[string]error{"Query": query, "Groups": groups, "Apply": apply, "Ping": s.Ping(ctx)} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got error %v, want context.Canceled", what, err)
		}
	}
	same(t, "content", scan(t, s), before)
	same(t, "objects", objectIDs(lookup(t, s, graph.Lookup{IDs: []string{"az"}}).Objects), []string{"az"})
}

func racingWriters(t *testing.T, s graph.Store) {
	const n = 6
	for round := range 3 {
		base := generation(t, s)
		errs := make([]error, n)
		var wait sync.WaitGroup
		for i := range n {
			wait.Go(func() {
				errs[i] = s.Apply(t.Context(), &graph.Changes{Base: base, PutNodes: []graph.Node{leader(fmt.Sprintf("leader-%d-%d", round, i), "Winner")}})
			})
		}
		wait.Wait()
		won := 0
		for _, err := range errs {
			switch {
			case err == nil:
				won++
			case !errors.Is(err, graph.ErrConflict):
				t.Errorf("got error %v, want ErrConflict", err)
			}
		}
		if won != 1 {
			t.Errorf("got %d winners, want 1", won)
		}
		if got := generation(t, s); got != base+1 {
			t.Errorf("got generation %d, want %d", got, base+1)
		}
	}
	if got := len(scan(t, s).Nodes); got != 3 {
		t.Errorf("got %d nodes, want one a round", got)
	}
}
