package graphtest

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/graph"
)

// RandomShapes draws n well-formed queries over RandomGraph(seed, 4). The same
// seed gives the same queries.
func RandomShapes(seed uint64, n int) []*graph.Query {
	d := newDice(seed)
	d.graph(4)
	var out []*graph.Query
	for range n {
		out = append(out, d.query())
	}
	return out
}

// RandomQueries applies one random graph to all stores, which are empty, and
// asks them n random queries: every answer must be Naive's. Where several
// answers are right (which of equally short paths, scores and snippets of a
// search) what is promised is compared. A query that fails is made as small as
// it can be and still fail, and printed as JSON with the seed, which gives the
// same graph and queries again.
func RandomQueries(t *testing.T, n int, seed uint64, stores map[string]graph.Store) {
	changes := RandomGraph(seed, 4)
	oracle := NewNaive()
	mustApply(t, oracle, changes)
	for _, name := range slices.Sorted(maps.Keys(stores)) {
		mustApply(t, stores[name], changes)
		same(t, name+" after the graph of seed "+fmt.Sprint(seed), scan(t, stores[name]), scan(t, oracle))
	}
	failed := 0
	for i, q := range RandomShapes(seed, n) {
		if err := q.Validate(); err != nil {
			t.Fatalf("seed %d, query %d: the generator made a query that is not well formed: %v", seed, i, err)
		}
		for _, name := range slices.Sorted(maps.Keys(stores)) {
			if difference(t.Context(), oracle, stores[name], q) == "" {
				continue
			}
			small := shrink(q, 200, func(q *graph.Query) bool { return difference(t.Context(), oracle, stores[name], q) != "" })
			text, _ := json.Marshal(small)
			failed++
			t.Errorf("seed %d, query %d on %s:\n%s\n%s", seed, i, name, text, difference(t.Context(), oracle, stores[name], small))
		}
		if failed == 10 {
			t.Fatalf("stopping at query %d of %d: enough to look at", i, n)
		}
	}
}

// difference says how a store's answer is another than the oracle's, "" where
// it is not.
func difference(ctx context.Context, oracle *Naive, s graph.Store, q *graph.Query) string {
	want, err := oracle.Query(ctx, q)
	if err != nil {
		return "the oracle fails: " + err.Error()
	}
	got, err := s.Query(ctx, q)
	if err != nil {
		return "error: " + err.Error()
	}
	if len(got.Results) != len(q.Roots) {
		return fmt.Sprintf("got %d results, want %d", len(got.Results), len(q.Roots))
	}
	g := oracle.snapshot()
	for i := range q.Roots {
		switch root := &q.Roots[i]; {
		case root.Search != nil && got.Results[i].Page != nil:
			if problem := settleSearch(g, root.Search, got.Results[i].Page); problem != "" {
				return problem
			}
			_ = settleSearch(g, root.Search, want.Results[i].Page)
		case root.Path != nil && got.Results[i].Walked != nil && want.Results[i].Walked != nil:
			if problem := settlePath(g, root.Path, got.Results[i].Walked, want.Results[i].Walked); problem != "" {
				return problem
			}
		}
	}
	if diff := cmp.Diff(want, got, equal()); diff != "" {
		return "got other than wanted (-want +got):\n" + diff
	}
	return ""
}

// settleSearch takes from the hits what is a store's own, once it is seen to
// be sound: the order by score, and snippets.
func settleSearch(g moment, q *graph.Search, page *graph.Page) string {
	for i := range page.Rows {
		r := &page.Rows[i]
		if i > 0 && r.Score > page.Rows[i-1].Score {
			return "the hits are not in order of score"
		}
		if text := searchText(g.nodes[r.Node.ID]); utf8.RuneCountInString(r.Snippet) > 160 || !strings.Contains(text, r.Snippet) || r.Snippet == "" {
			return fmt.Sprintf("got snippet %q of %q", r.Snippet, text)
		}
	}
	for i := range page.Rows {
		page.Rows[i].Score, page.Rows[i].Snippet = 0, ""
	}
	slices.SortFunc(page.Rows, func(a, b graph.Row) int { return compareValues(a.Node.ID, b.Node.ID) })
	return ""
}

// settlePath puts the oracle's account of the path that was got in the place of
// the one it would have taken, if the one is as right as the other.
func settlePath(g moment, q *graph.PathQuery, got, want *graph.Walked) string {
	if len(got.Links) != len(want.Links) {
		return fmt.Sprintf("got a path of %d, want one of %d", len(got.Links), len(want.Links))
	}
	ends := objectIDs(want.Nodes)
	if problem := brokenPath(got, ends[0], ends[len(ends)-1], q.Labels); problem != "" {
		return "got a broken path: " + problem
	}
	*want = graph.Walked{}
	for _, n := range got.Nodes {
		want.Nodes = append(want.Nodes, g.object(n.ID, &q.Node))
	}
	for _, l := range got.Links {
		want.Links = append(want.Links, g.link(l.ID(), &q.Link))
	}
	return ""
}

// shrink drops parts of a query for as long as it still fails, trying at most
// so many times.
func shrink(q *graph.Query, tries int, fails func(*graph.Query) bool) *graph.Query {
	for smaller := true; smaller; {
		smaller = false
		for _, candidate := range withoutOnePart(q) {
			if tries--; tries < 0 {
				return q
			}
			if candidate.Validate() == nil && fails(candidate) {
				q, smaller = candidate, true
				break
			}
		}
	}
	return q
}

// withoutOnePart lists the queries that a query becomes where one field or
// element of its JSON is left out, the greatest parts first.
func withoutOnePart(q *graph.Query) []*graph.Query {
	text, err := json.Marshal(q)
	if err != nil {
		return nil
	}
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		return nil
	}
	var found []string
	visit(tree, func(part any) any { return part }, func(whole any) {
		if b, err := json.Marshal(whole); err == nil {
			found = append(found, string(b))
		}
	})
	slices.SortStableFunc(found, func(a, b string) int { return len(a) - len(b) })
	var out []*graph.Query
	for _, text := range found {
		var smaller graph.Query
		if json.Unmarshal([]byte(text), &smaller) == nil {
			out = append(out, &smaller)
		}
	}
	return out
}

// visit yields the whole tree once for each part of it, without that part;
// whole puts what became of the subtree back into the tree.
func visit(tree any, whole func(any) any, yield func(any)) {
	switch tree := tree.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(tree)) {
			less := maps.Clone(tree)
			delete(less, key)
			yield(whole(less))
			visit(tree[key], func(part any) any {
				changed := maps.Clone(tree)
				changed[key] = part
				return whole(changed)
			}, yield)
		}
	case []any:
		for i := range tree {
			yield(whole(slices.Delete(slices.Clone(tree), i, i+1)))
			visit(tree[i], func(part any) any {
				changed := slices.Clone(tree)
				changed[i] = part
				return whole(changed)
			}, yield)
		}
	}
}
