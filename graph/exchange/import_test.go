package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/entente-graph/entente/graph/sqlite"
)

func empty(t *testing.T) graph.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "entente.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

func lines(t *testing.T, store graph.Store) string {
	t.Helper()
	var out bytes.Buffer
	if err := exchange.WriteJSONL(&out, store.Scan(context.Background())); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestImportTwiceIsOnceAndGivesTheSameBytes(t *testing.T) {
	ctx, store := context.Background(), empty(t)
	var want bytes.Buffer
	if err := exchange.WriteJSONL(&want, seq(sample())); err != nil {
		t.Fatal(err)
	}
	got, err := exchange.Import(ctx, store, seq(sample()), nil)
	if want := (exchange.Imported{Nodes: 6, Relationships: 3}); err != nil || got != want {
		t.Fatalf("got %+v, %v, want %+v", got, err, want)
	}
	if diff := cmp.Diff(want.String(), lines(t, store)); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
	before, err := store.Groups(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := exchange.Import(ctx, store, seq(sample()), nil); err != nil || got != (exchange.Imported{Known: 9}) {
		t.Errorf("again: got %+v, %v, want 9 known", got, err)
	}
	after, err := store.Groups(ctx, nil)
	if err != nil || after.Generation != before.Generation {
		t.Errorf("again: got generation %d, %v, want still %d", after.Generation, err, before.Generation)
	}
}

func TestImportIsAllOrNothing(t *testing.T) {
	ctx := context.Background()
	other := graph.Record{Node: &graph.Node{Label: "State", ID: "az"}}
	refused := errors.New("refused")
	for name, c := range map[string]struct {
		records  []graph.Record
		remember exchange.Remember
		want     error
	}{
		"a node that differs": {records: []graph.Record{other, {Node: &graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "Kirghizia"}}}}, want: graph.ErrConflict},
		"twice, and differs":  {records: []graph.Record{other, {Node: &graph.Node{Label: "State", ID: "az", Properties: graph.Properties{"name": "A"}}}}, want: graph.ErrConflict},
		"no such end": {records: []graph.Record{other, {Relationship: &graph.Relationship{Type: "MADE", From: graph.Ref{Label: "Leader", ID: "leader-x"},
			To: graph.Ref{Label: "Visit", ID: "visit-0"}, Evidence: []string{"passage-1"}, Spans: []string{"0-1"}}}}, want: graph.ErrInvalid},
		"no such evidence": {records: []graph.Record{other, {Relationship: &graph.Relationship{Type: "PARTY_TO", From: graph.Ref{Label: "State", ID: "kg"},
			To: graph.Ref{Label: "Agreement", ID: "agreement-1"}, Evidence: []string{"passage-0"}, Spans: []string{"0-1"}}}}, want: graph.ErrInvalid},
		"the caller refuses": {records: []graph.Record{other}, want: refused,
			remember: func(context.Context, graph.Store) ([]graph.Memory, error) { return nil, refused }},
	} {
		t.Run(name, func(t *testing.T) {
			store := empty(t)
			if _, err := exchange.Import(ctx, store, seq(sample()), nil); err != nil {
				t.Fatal(err)
			}
			before := lines(t, store)
			if _, err := exchange.Import(ctx, store, seq(c.records), c.remember); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if diff := cmp.Diff(before, lines(t, store)); diff != "" {
				t.Errorf("want nothing written (-), got (+):\n%s", diff)
			}
		})
	}
}

func TestImportRemembersInTheSameChange(t *testing.T) {
	ctx, store := context.Background(), empty(t)
	mark := func(context.Context, graph.Store) ([]graph.Memory, error) {
		return []graph.Memory{{Key: "mark", Value: "x", Delta: 1}}, nil
	}
	if _, err := exchange.Import(ctx, store, seq(sample()), mark); err != nil {
		t.Fatal(err)
	}
	got, err := store.Groups(ctx, []string{"mark"})
	if err != nil || len(got.ByKey["mark"]) != 1 || got.Generation != 2 {
		t.Errorf("got %+v, %v, want the mark, by one change", got, err)
	}
}

func TestAround(t *testing.T) {
	ctx, store := context.Background(), empty(t)
	if _, err := exchange.Import(ctx, store, seq(sample()), nil); err != nil {
		t.Fatal(err)
	}
	part := func(center string, hops int) string {
		var ids []string
		for _, r := range collect(t, exchange.Around(ctx, store, center, hops)) {
			if r.Node != nil {
				ids = append(ids, r.Node.ID)
			} else {
				ids = append(ids, r.Relationship.ID())
			}
		}
		return strings.Join(ids, " ")
	}
	for name, c := range map[string]struct {
		center string
		hops   int
		want   string
	}{
		"itself":                        {"kg", 0, "kg"},
		"a hop, with what says so":      {"kg", 1, "document-1 kg leader-x passage-1 holds_office/leader-x/kg/prime-minister/2021 mentions/passage-1/leader-x/3-5 part_of/passage-1/document-1"},
		"by a former id":                {"leader-y", 0, "leader-x"},
		"with what says it otherwise":   {"agreement-1", 3, "agreement-1 document-1 passage-1 part_of/passage-1/document-1"},
		"what a document leads to":      {"document-1", 1, "document-1 passage-1 part_of/passage-1/document-1"},
		"a thing that stands by itself": {"figure-1", 5, "figure-1"},
	} {
		if got := part(c.center, c.hops); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	for _, err := range exchange.Around(ctx, store, "nobody", 1) {
		if !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("nobody: got %v, want %v", err, graph.ErrNotFound)
		}
	}
}
