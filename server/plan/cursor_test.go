package plan_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/server/execute"
	"github.com/entente-graph/entente/server/plan"
)

// cursorOf is the cursor of the first row of a connection of a small graph.
func cursorOf(t *testing.T, connection string) string {
	t.Helper()
	s := graphtest.NewNaive()
	if err := s.Apply(t.Context(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	response, failed := execute.Run(t.Context(), s, "{ "+connection+" { pageInfo { startCursor } } }", "", nil)
	_, rest, _ := strings.Cut(string(response), `"startCursor":"`)
	cursor, _, ok := strings.Cut(rest, `"`)
	if failed || !ok {
		t.Fatalf("%s: got %s, want a cursor", connection, response)
	}
	return cursor
}

func TestCursorsBelongToAnOrdering(t *testing.T) {
	byDate := cursorOf(t, "visits(orderBy: [{startDate: DESC}])")
	byID := cursorOf(t, "visits")
	found := cursorOf(t, `search(text: "fund")`)
	request := "{ %s { nodes { id } } }"
	for _, c := range []struct {
		connection string
		good       bool
	}{
		{fmt.Sprintf("visits(orderBy: [{startDate: DESC}], after: %q)", byDate), true},
		{fmt.Sprintf("visits(orderBy: [{startDate: DESC}, {id: ASC}], before: %q)", byDate), true},
		{fmt.Sprintf("visits(orderBy: [{startDate: ASC}], after: %q)", byDate), false},
		{fmt.Sprintf("visits(orderBy: [{endDate: DESC}], after: %q)", byDate), false},
		{fmt.Sprintf("visits(after: %q)", byDate), false},
		{fmt.Sprintf("visits(after: %q)", byID), true},
		{fmt.Sprintf("visits(after: %q)", byID[:len(byID)-3]), false},
		{fmt.Sprintf("visits(after: %q)", byID+"AA"), false},
		{fmt.Sprintf("visits(after: %q)", found), false},
		{fmt.Sprintf("search(text: \"fund\", after: %q)", found), true},
		{fmt.Sprintf("search(text: \"fund\", after: %q)", byID), false},
		{`visits(after: "")`, false},
	} {
		text := fmt.Sprintf(request, c.connection)
		if c.good {
			compile(t, text, nil)
		} else if got, _ := code(t, text, nil); got != plan.BadCursor {
			t.Errorf("%s: got %s, want %s", text, got, plan.BadCursor)
		}
	}
}

// TestForgedCursors holds that keys of a wrong kind or number are refused.
func TestForgedCursors(t *testing.T) {
	raw, err := base64.RawURLEncoding.DecodeString(cursorOf(t, "visits(orderBy: [{startDate: DESC}])"))
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(raw), `"k":`)
	for _, keys := range []string{`[]`, `["2022"]`, `[1,"id"]`, `[{},"id"]`, `["2022",5]`, `["2022",null]`, `["2022","id","id"]`, `"x"`, `null`, `["2022","id"],"x":1`, `["2022","id"]}{`} {
		forged := base64.RawURLEncoding.EncodeToString([]byte(head + `"k":` + keys + "}"))
		if got, _ := code(t, fmt.Sprintf("{ visits(orderBy: [{startDate: DESC}], after: %q) { nodes { id } } }", forged), nil); got != plan.BadCursor {
			t.Errorf("%s: got %s, want %s", keys, got, plan.BadCursor)
		}
	}
	for _, keys := range []string{`["2022","id"]`, `[null,"id"]`} {
		own := base64.RawURLEncoding.EncodeToString([]byte(head + `"k":` + keys + "}"))
		compile(t, fmt.Sprintf("{ visits(orderBy: [{startDate: DESC}], after: %q) { nodes { id } } }", own), nil)
	}
}

// TestCursorLaw: what is encoded comes back as it was.
func TestCursorLaw(t *testing.T) {
	const order = "visits(orderBy: [{name: ASC}, {leadersCount: DESC}], %s)"
	raw, err := base64.RawURLEncoding.DecodeString(cursorOf(t, fmt.Sprintf(order, "first: 1")))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(raw), `"o":"`)
	fingerprint, _, _ := strings.Cut(rest, `"`)
	rapid.Check(t, func(r *rapid.T) {
		keys := []any{nil, float64(rapid.IntRange(0, 1<<40).Draw(r, "count")), rapid.String().Draw(r, "id")}
		if rapid.Bool().Draw(r, "named") {
			keys[0] = rapid.String().Draw(r, "name")
		}
		q, err := plan.Compile("{ "+fmt.Sprintf(order, fmt.Sprintf("after: %q", plan.EncodeCursor(fingerprint, keys)))+" { nodes { id } } }", nil)
		if err != nil {
			r.Fatalf("got %v, want a query", err)
		}
		if diff := cmp.Diff(keys, q.Roots[0].Nodes.After); diff != "" {
			r.Errorf("got the right, want the left:\n%s", diff)
		}
	})
}

func FuzzCursor(f *testing.F) {
	f.Add("")
	f.Add(plan.EncodeCursor("00000000", []any{nil, "x"}))
	f.Add(base64.RawURLEncoding.EncodeToString([]byte(`{"v":1,"o":"","k":["\ud800",1e400]}`)))
	f.Fuzz(func(t *testing.T, cursor string) {
		q, err := plan.Compile(`query ($c: String) { visits(after: $c, orderBy: {startDate: ASC}) { nodes { id } } }`, map[string]any{"c": cursor})
		if err == nil {
			if err := q.Validate(); err != nil {
				t.Errorf("%q: got a query that is not well formed: %v", cursor, err)
			}
		}
	})
}
