package graphtest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func pagePromises() []promise {
	return []promise{
		{"pages forward meet each row once", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			for _, size := range []int{1, 2, 3, 100} {
				for name, c := range pagedConnections() {
					pageThrough(t, s, fmt.Sprintf("%s by %d", name, size), c, size, false)
				}
			}
		}},
		{"pages backward meet each row once", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			for _, size := range []int{1, 2, 3, 100} {
				for name, c := range pagedConnections() {
					pageThrough(t, s, fmt.Sprintf("%s by %d", name, size), c, size, true)
				}
			}
		}},
		{"pages of no rows have exact ends", emptyPages},
		{"pages lie strictly between after and before", between},
		{"pages stand still while others insert and delete", underInserts},
		{"totals count all rows that satisfy the filters", totals},
		{"nested pages are cut for each parent", perParent},
		{"pages of two relationships to one node", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			for _, backward := range []bool{false, true} {
				seen := map[string]bool{}
				c := graph.Connection{Key: "o", Walk: walk("HOLDS_OFFICE", "IN", "Leader"), First: 1, Backward: backward, Keys: true, Ends: true, Link: &graph.LinkSelection{}}
				for range 2 {
					page := below(t, s, "uz", c)
					if len(page.Rows) != 1 {
						t.Fatalf("got %d rows, want 1", len(page.Rows))
					}
					seen[page.Rows[0].Link.ID()] = true
					c.After, c.Before = page.Rows[0].Keys, nil
					if backward {
						c.After, c.Before = nil, page.Rows[0].Keys
					}
				}
				if len(seen) != 2 {
					t.Errorf("got %v, want two offices", seen)
				}
			}
		}},
	}
}

// pagedConnections are root connections of every kind of order.
func pagedConnections() map[string]graph.Connection {
	visits := []string{"Visit"}
	return map[string]graph.Connection{
		"by id":             {Labels: visits},
		"by id downwards":   {Labels: visits, Order: []graph.Order{{Property: "id", Desc: true}}},
		"by date":           {Labels: visits, Order: []graph.Order{{Property: "startDate"}}},
		"by date downwards": {Labels: visits, Order: []graph.Order{{Property: "startDate", Desc: true}, {Property: "id"}}},
		"by place, kind":    {Labels: visits, Order: []graph.Order{{Property: "place"}, {Property: "kind", Desc: true}}},
		"by missing":        {Labels: visits, Order: []graph.Order{{Property: "occasion", Desc: true}, {Property: "endDate"}}},
		"by number":         {Labels: []string{"Agreement", "Project"}, Order: []graph.Order{{Property: "amount", Desc: true}}},
		"by integer":        {Labels: []string{"Agreement"}, Order: []graph.Order{{Property: "documentCount"}}},
		"by count":          {Labels: visits, Order: []graph.Order{{Count: walk("SIGNED_DURING", "IN", "Agreement"), Desc: true}, {Property: "startDate"}}},
		"filtered": {Labels: visits, Order: []graph.Order{{Property: "name"}},
			Where: &graph.Filter{Compare: &graph.Compare{Property: "status", Kind: "enum", Op: graph.OpEq, Values: []any{"completed"}}}},
	}
}

// pageThrough goes through a connection page by page, by keys, and compares
// with all of it at once.
func pageThrough(t *testing.T, s graph.Store, name string, c graph.Connection, size int, backward bool) {
	t.Helper()
	c.First, c.Keys, c.Ends, c.Count = 1000, true, true, true
	all := nodes(t, s, c)
	if all.HasPrevious || all.HasNext || all.Total != len(all.Rows) {
		t.Errorf("%s: got previous %v, next %v, total %d of all %d rows", name, all.HasPrevious, all.HasNext, all.Total, len(all.Rows))
	}
	var met []string
	c.First, c.Backward = size, backward
	for len(met) < len(all.Rows) {
		page := nodes(t, s, c)
		if len(page.Rows) == 0 {
			t.Fatalf("%s: got no rows after %v, want more", name, met)
		}
		first, last := page.Rows[0].Keys, page.Rows[len(page.Rows)-1].Keys
		before, after := len(met) > 0, len(met)+len(page.Rows) < len(all.Rows)
		if backward {
			met = append(slices.Clone(ids(page)), met...)
			before, after = after, before
			c.Before = first
		} else {
			met = append(met, ids(page)...)
			c.After = last
		}
		if page.HasPrevious != before || page.HasNext != after {
			t.Errorf("%s: got previous %v and next %v of page %v, want %v and %v", name, page.HasPrevious, page.HasNext, ids(page), before, after)
		}
		if page.Total != len(all.Rows) {
			t.Errorf("%s: got total %d, want %d", name, page.Total, len(all.Rows))
		}
	}
	same(t, name, met, ids(all))
}

func emptyPages(t *testing.T, s graph.Store) {
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{leader("a", "A"), leader("b", "B"), leader("c", "C")}})
	for _, test := range []struct {
		name           string
		first          int
		after, before  string
		backward       bool
		previous, next bool
	}{
		{"none from the beginning", 0, "", "", false, false, true},
		{"none from the end", 0, "", "", true, true, false},
		{"none after the first", 0, "a", "", false, true, true},
		{"after the last", 5, "c", "", false, true, false},
		{"before the first", 5, "", "a", true, false, true},
		{"before the first, forward", 5, "", "a", false, false, true},
		{"after the last, backward", 5, "c", "", true, true, false},
		{"between neighbours", 5, "a", "b", false, true, true},
		{"after a row that is gone", 5, "bb", "", false, true, false},
	} {
		c := graph.Connection{Labels: []string{"Leader"}, First: test.first, Backward: test.backward, Ends: true}
		if test.after != "" {
			c.After = []any{test.after}
		}
		if test.before != "" {
			c.Before = []any{test.before}
		}
		page := nodes(t, s, c)
		if test.name == "after a row that is gone" {
			same(t, test.name, ids(page), []string{"c"})
		} else if len(page.Rows) != 0 {
			t.Errorf("%s: got %v, want no rows", test.name, ids(page))
		}
		if page.HasPrevious != test.previous || page.HasNext != test.next {
			t.Errorf("%s: got previous %v and next %v, want %v and %v", test.name, page.HasPrevious, page.HasNext, test.previous, test.next)
		}
	}
	empty := nodes(t, s, graph.Connection{Labels: []string{"Visit"}, First: 5, Ends: true, Count: true})
	same(t, "no rows at all", empty, &graph.Page{Rows: []graph.Row{}})
}

func between(t *testing.T, s graph.Store) {
	withFixture(t, s)
	c := graph.Connection{Labels: []string{"Visit"}, Order: []graph.Order{{Property: "startDate", Desc: true}}, First: 1000, Keys: true}
	all := nodes(t, s, c).Rows
	for i := range all {
		for j := range all {
			c.After, c.Before = all[i].Keys, all[j].Keys
			want := []string{}
			for k := i + 1; k < j; k++ {
				want = append(want, all[k].Node.ID)
			}
			if got := ids(nodes(t, s, c)); !slices.Equal(got, want) {
				t.Errorf("got %v between rows %d and %d, want %v", got, i, j, want)
			}
		}
	}
}

func underInserts(t *testing.T, s graph.Store) {
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{leader("b", "B"), leader("d", "D"), leader("f", "F"), leader("h", "H")}})
	c := graph.Connection{Labels: []string{"Leader"}, Order: []graph.Order{{Property: "name"}}, First: 2, Keys: true, Ends: true}
	page := nodes(t, s, c)
	same(t, "first page", ids(page), []string{"b", "d"})
	c.After = page.Rows[1].Keys
	mustApply(t, s, &graph.Changes{DropNodes: []string{"d"}, PutNodes: []graph.Node{leader("a", "A"), leader("c", "C"), leader("g", "G")}})
	page = nodes(t, s, c)
	same(t, "second page", ids(page), []string{"f", "g"})
	if !page.HasPrevious || !page.HasNext {
		t.Errorf("got previous %v and next %v, want both", page.HasPrevious, page.HasNext)
	}
	c.After = page.Rows[1].Keys
	page = nodes(t, s, c)
	same(t, "last page", ids(page), []string{"h"})
	if page.HasNext {
		t.Errorf("got a next page, want none")
	}
}

func totals(t *testing.T, s graph.Store) {
	withFixture(t, s)
	confident := &graph.Filter{Compare: &graph.Compare{Property: "confidence", Kind: "float", Op: graph.OpGte, Values: []any{0.9}}}
	state := &graph.Filter{Compare: &graph.Compare{Property: "kind", Kind: "enum", Op: graph.OpEq, Values: []any{"state"}}}
	for _, test := range []struct {
		name string
		c    graph.Connection
		want int
	}{
		{"all", graph.Connection{}, 3},
		{"by node", graph.Connection{Where: state}, 1},
		{"by edge", graph.Connection{Edge: confident}, 2},
		{"by both", graph.Connection{Edge: confident, Where: &graph.Filter{Not: state}}, 1},
	} {
		for _, first := range []int{0, 1, 10} {
			test.c.Key, test.c.Walk, test.c.First, test.c.Count, test.c.Ends = "v", walk("TO", "IN", "Visit"), first, true, true
			page := below(t, s, "az", test.c)
			if page.Total != test.want || len(page.Rows) != min(first, test.want) || page.HasNext != (first < test.want) {
				t.Errorf("%s, first %d: got %d of %d rows, next %v, want total %d", test.name, first, len(page.Rows), page.Total, page.HasNext, test.want)
			}
		}
	}
}

func perParent(t *testing.T, s graph.Store) {
	withFixture(t, s)
	visits := graph.Connection{Key: "visits", Walk: walk("MADE", "OUT", "Visit"), First: 1, Backward: true, Count: true, Ends: true, Keys: true, Order: []graph.Order{{Property: "startDate"}}}
	page := nodes(t, s, graph.Connection{Labels: []string{"Leader"}, First: 10, Node: graph.Selection{Connections: []graph.Connection{visits}}})
	got := map[string][]any{}
	for _, r := range page.Rows {
		p := r.Node.Pages["visits"]
		for _, v := range p.Rows {
			got[r.Node.ID] = append(append([]any{}, v.Keys...), p.Total, p.HasPrevious, p.HasNext)
		}
	}
	same(t, "last visit of each leader", got, map[string][]any{
		japarov: {"2024-04", "visit-sadyr-japarov-az-2024-04", 2, true, false},
		aliyev:  {"2022-10-11", "visit-ilham-aliyev-kg-2022-10-11", 1, false, false},
		erdogan: {"2024-11-05", "visit-recep-tayyip-erdoğan-kg-2024-11-05", 2, true, false},
		xi:      {nil, "visit-xi-jinping-uz", 1, false, false},
		leyen:   {"2022-07", "visit-ursula-von-der-leyen-az-2022-07", 1, false, false},
	})
}
