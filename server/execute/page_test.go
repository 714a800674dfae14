package execute_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
)

// connection is a page as a client reads it.
type connection struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       string
	}
	Edges []struct {
		Cursor string
		Node   struct{ ID string }
	}
}

func ask(t *testing.T, s graph.Store, field string) connection {
	t.Helper()
	query := "{ c: " + field + " { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } }"
	if owner, below, ok := strings.Cut(field, " / "); ok {
		query = "{ o: " + owner + " { c: " + below + " { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } } }"
	}
	response, failed := execute.Run(context.Background(), s, query, "", nil)
	if failed {
		t.Fatalf("%s\ngot %s, want no error", query, response)
	}
	var r struct {
		Data struct {
			C connection
			O struct{ C connection }
		}
	}
	if err := json.Unmarshal(response, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Data.O.C.Edges) > 0 || strings.Contains(field, " / ") {
		return r.Data.O.C
	}
	return r.Data.C
}

func ids(c connection) []string {
	out := make([]string, len(c.Edges))
	for i, e := range c.Edges {
		out[i] = e.Node.ID
	}
	return out
}

// TestPages walks connections by pages of every size, forwards and backwards,
// and finds all rows once and in order.
func TestPages(t *testing.T) { walkAll(t, fixture(t)) }

func walkAll(t *testing.T, store graph.Store) {
	t.Helper()
	for _, field := range []string{
		"visits(%s)",
		"visits(%s, orderBy: [{startDate: DESC}, {leadersCount: ASC}])",
		"agreements(%s, orderBy: {documentCount: DESC})",
		"agreements(%s, orderBy: [{id: DESC}])",
		"state(id: \"kg\") / mentionedIn(%s, orderBy: [{edgeSurface: DESC}])",
		"state(id: \"uz\") / officeHolders(%s, orderBy: [{edgeConfidence: DESC}])",
		"state(id: \"uz\") / officeHolders(%s)",
	} {
		all := ids(ask(t, store, fmt.Sprintf(field, "first: 1000")))
		if len(all) == 0 {
			t.Fatalf("got no rows of %s", field)
		}
		for size := 1; size <= 3; size++ {
			if got := walkPages(t, store, field, size); !slices.Equal(got, all) {
				t.Errorf("%s by %d: got %v, want %v", field, size, got, all)
			}
			if got := walkBack(t, store, field, size); !slices.Equal(got, all) {
				t.Errorf("%s back by %d: got %v, want %v", field, size, got, all)
			}
		}
	}
}

func walkPages(t *testing.T, store graph.Store, field string, size int) []string {
	t.Helper()
	var got []string
	after := ""
	for {
		c := ask(t, store, fmt.Sprintf(field, fmt.Sprintf("first: %d%s", size, after)))
		got = append(got, ids(c)...)
		if c.PageInfo.HasPreviousPage != (after != "") {
			t.Fatalf("%s: got hasPreviousPage %v after %q", field, c.PageInfo.HasPreviousPage, after)
		}
		if !c.PageInfo.HasNextPage {
			return got
		}
		if c.PageInfo.EndCursor != c.Edges[len(c.Edges)-1].Cursor {
			t.Fatalf("%s: got endCursor %s, want the last edge's", field, c.PageInfo.EndCursor)
		}
		after = fmt.Sprintf(", after: %q", c.PageInfo.EndCursor)
	}
}

func walkBack(t *testing.T, store graph.Store, field string, size int) []string {
	t.Helper()
	var got []string
	before := ""
	for {
		c := ask(t, store, fmt.Sprintf(field, fmt.Sprintf("last: %d%s", size, before)))
		got = append(ids(c), got...)
		if !c.PageInfo.HasPreviousPage {
			return got
		}
		before = fmt.Sprintf(", before: %q", c.PageInfo.StartCursor)
	}
}

// TestPagesOfSearchAndTimeline walks those whose order is the store's own.
func TestPagesOfSearchAndTimeline(t *testing.T) {
	store := fixture(t)
	for _, field := range []string{
		`search(text: "the", labels: [PASSAGE], %s)`,
		`timeline(of: ["az", "kg", "uz"], %s)`,
	} {
		all := ask(t, store, fmt.Sprintf(field, "first: 1000"))
		if got := walkPages(t, store, field, 2); !slices.Equal(got, ids(all)) || len(got) != all.TotalCount || len(got) < 3 {
			t.Errorf("%s: got %v, want %v", field, got, ids(all))
		}
	}
}
