package graph_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
)

// roundTrip writes a value as JSON, reads it back and compares; an empty list
// or map is none, save where the list itself says something.
func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("writing %+v: %v", v, err)
	}
	var back T
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatalf("reading %s: %v", text, err)
	}
	if diff := cmp.Diff(v, back, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("got other than was written as %s (-want +got):\n%s", text, diff)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(text) {
		t.Errorf("got %s, %v when written again, want %s", again, err, text)
	}
}

// TestQueriesAndAnswersAsJSON: queries go through JSON unchanged, and so do
// their answers, integers as integers, real numbers as such.
func TestQueriesAndAnswersAsJSON(t *testing.T) {
	store := graphtest.NewNaive()
	if err := store.Apply(t.Context(), graphtest.RandomGraph(5, 4)); err != nil {
		t.Fatalf("applying a random graph: %v", err)
	}
	for _, q := range graphtest.RandomShapes(5, 300) {
		roundTrip(t, q)
		answer, err := store.Query(t.Context(), q)
		if err != nil {
			t.Fatalf("asking a random query: %v", err)
		}
		roundTrip(t, answer)
	}
}

func TestPropertiesAsJSON(t *testing.T) {
	roundTrip(t, graph.Properties{"name": "2024", "aliases": []string{"a", "b"}, "amount": 5.0, "documentCount": int64(1<<53 + 1), "signedOn": "2024-04", "start": int64(0), "value": 1e300})
	var ps graph.Properties
	for _, text := range []string{`{"documentCount":1.5}`, `{"documentCount":"1"}`, `{"aliases":"a"}`, `[]`} {
		if err := json.Unmarshal([]byte(text), &ps); err == nil {
			t.Errorf("got %v from %s, want an error", ps, text)
		}
	}
}

// TestEmptyOrIsKept: or of nothing holds for nothing, no or for everything, so
// that the one must not become the other.
func TestEmptyOrIsKept(t *testing.T) {
	text, err := json.Marshal(graph.Filter{Or: &[]graph.Filter{}})
	if err != nil || string(text) != `{"or":[]}` {
		t.Fatalf("got %s, %v, want an empty or", text, err)
	}
	var f graph.Filter
	if err := json.Unmarshal(text, &f); err != nil || f.Or == nil {
		t.Errorf("got %+v, %v, want an empty or", f, err)
	}
}

func FuzzQuery(f *testing.F) {
	for _, q := range graphtest.RandomShapes(3, 40) {
		text, err := json.Marshal(q)
		if err != nil {
			f.Fatalf("writing a query: %v", err)
		}
		f.Add(text)
	}
	store := graphtest.NewNaive()
	if err := store.Apply(f.Context(), graphtest.RandomGraph(3, 2)); err != nil {
		f.Fatalf("applying a random graph: %v", err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var q graph.Query
		if json.Unmarshal(text, &q) != nil {
			return
		}
		answer, err := store.Query(t.Context(), &q)
		switch valid := q.Validate(); {
		case (valid == nil) != (err == nil):
			t.Fatalf("got error %v from the store and %v from Validate, want both or none", err, valid)
		case err != nil && !errors.Is(err, graph.ErrInvalid):
			t.Fatalf("got error %v, want ErrInvalid", err)
		case err == nil && len(answer.Results) != len(q.Roots):
			t.Fatalf("got %d results, want %d", len(answer.Results), len(q.Roots))
		}
	})
}
