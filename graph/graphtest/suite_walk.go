package graphtest

import (
	"slices"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

func sameSet(t *testing.T, what string, got, want []string) {
	t.Helper()
	same(t, what, slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want)))
}

func path(t *testing.T, s graph.Store, q graph.PathQuery) *graph.Walked {
	t.Helper()
	if q.Labels == nil {
		q.Labels = schema.Facts()
	}
	return ask(t, s, graph.Root{Path: &q})[0].Walked
}

// wantPath wants a path of so many steps, each along a relationship that is
// there, over nodes of the labels.
func wantPath(t *testing.T, s graph.Store, q graph.PathQuery, from, to string, length int) {
	t.Helper()
	walked := path(t, s, q)
	if walked == nil {
		t.Errorf("from %s to %s: got no path, want one of %d", q.From, q.To, length)
		return
	}
	if problem := brokenPath(walked, from, to, q.Labels); problem != "" || len(walked.Links) != length {
		t.Errorf("from %s to %s: got %v along %v, want a path of %d (%s)", q.From, q.To, objectIDs(walked.Nodes), linkIDs(walked.Links), length, problem)
	}
}

// brokenPath says what is wrong with a path, "" where nothing is.
func brokenPath(walked *graph.Walked, from, to string, labels []string) string {
	visited := objectIDs(walked.Nodes)
	switch {
	case len(visited) != len(walked.Links)+1:
		return "not one node more than links"
	case visited[0] != from || visited[len(visited)-1] != to:
		return "other ends"
	}
	for i, link := range walked.Links {
		a, b := visited[i], visited[i+1]
		if !(link.From.ID == a && link.To.ID == b) && !(link.From.ID == b && link.To.ID == a) {
			return link.ID() + " does not join " + a + " and " + b
		}
	}
	for _, n := range walked.Nodes {
		if len(labels) > 0 && !slices.Contains(labels, n.Label) {
			return n.ID + " is of another label"
		}
	}
	return ""
}

func pathPromises() []promise {
	return []promise{
		{"path is a shortest one, in either direction", shortestPaths},
		{"path of a node to itself has length 0", pathToItself},
		{"path is none beyond its hops, labels and ids", noPaths},
		{"path keeps to its labels", labelledPaths},
		{"path carries what was asked for", pathSelection},
		{"path reports ambiguous ids", ambiguousEnds},
	}
}

func shortestPaths(t *testing.T, s graph.Store) {
	withFixture(t, s)
	wantPath(t, s, graph.PathQuery{From: "kg", To: japarov, MaxHops: 6}, "kg", japarov, 1)
	wantPath(t, s, graph.PathQuery{From: japarov, To: "kg", MaxHops: 6}, japarov, "kg", 1)
	wantPath(t, s, graph.PathQuery{From: "az", To: "cn", MaxHops: 6}, "az", "cn", 4)
	wantPath(t, s, graph.PathQuery{From: union, To: xi, MaxHops: 10}, union, xi, 8)
}

func pathToItself(t *testing.T, s graph.Store) {
	withFixture(t, s)
	for _, hops := range []int{0, 6} {
		wantPath(t, s, graph.PathQuery{From: "kg", To: "kg", MaxHops: hops}, "kg", "kg", 0)
	}
	wantPath(t, s, graph.PathQuery{From: "leader-japarov", To: japarov, MaxHops: 3}, japarov, japarov, 0)
	wantPath(t, s, graph.PathQuery{From: "kz", To: "kz", MaxHops: 3}, "kz", "kz", 0)
}

func noPaths(t *testing.T, s graph.Store) {
	withFixture(t, s)
	for what, q := range map[string]graph.PathQuery{
		"too few hops":           {From: "az", To: "cn", MaxHops: 3},
		"no hops":                {From: "kg", To: japarov, MaxHops: 0},
		"no way":                 {From: "kz", To: "az", MaxHops: 10},
		"labels not on the way":  {From: "az", To: "kg", MaxHops: 6, Labels: []string{"State", "Project"}},
		"an end of other label":  {From: "az", To: japarov, MaxHops: 6, Labels: []string{"State", "Agreement"}},
		"a start of other label": {From: "az", To: japarov, MaxHops: 6, Labels: []string{"Leader", "Visit"}},
		"itself of other label":  {From: "az", To: "az", MaxHops: 6, Labels: []string{"Leader"}},
		"an id of nothing":       {From: "az", To: "nobody", MaxHops: 6},
		"nothing to itself":      {From: "nobody", To: "nobody", MaxHops: 6},
	} {
		if walked := path(t, s, q); walked != nil {
			t.Errorf("%s: got %v, want no path", what, objectIDs(walked.Nodes))
		}
	}
}

func labelledPaths(t *testing.T, s graph.Store) {
	withFixture(t, s)
	wantPath(t, s, graph.PathQuery{From: "cn", To: "uz", MaxHops: 6, Labels: []string{"State", "Visit"}}, "cn", "uz", 2)
	wantPath(t, s, graph.PathQuery{From: "cn", To: "uz", MaxHops: 6, Labels: []string{"Agreement", "State"}}, "cn", "uz", 2)
	wantPath(t, s, graph.PathQuery{From: "az", To: "uz", MaxHops: 6, Labels: []string{"Leader", "State", "Visit"}}, "az", "uz", 6)
	wantPath(t, s, graph.PathQuery{From: "document-baku-notes", To: "document-bishkek-wire", MaxHops: 6, Labels: []string{"Document", "Passage", "State"}}, "document-baku-notes", "document-bishkek-wire", 4)
}

func pathSelection(t *testing.T, s graph.Store) {
	const treaty = "agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06"
	withFixture(t, s)
	walked := path(t, s, graph.PathQuery{From: treaty, To: "cn", MaxHops: 1, Node: graph.Selection{Properties: []string{"name", "title"}}, Link: graph.LinkSelection{Evidence: &graph.Selection{Properties: []string{"index"}}}})
	if walked == nil || len(walked.Links) != 1 {
		t.Fatalf("got %+v, want a path of 1", walked)
	}
	same(t, "nodes", []any{walked.Nodes[0].Properties, walked.Nodes[1].Properties}, []any{graph.Properties{"title": "agreement on their railway"}, graph.Properties{"name": "China"}})
	same(t, "direction of the relationship", walked.Links[0].ID(), "party_to/cn/"+treaty)
	same(t, "evidence", walked.Links[0].Passages, []*graph.Object{{Node: graph.Node{Label: "Passage", ID: "passage-railway-digest-1", Properties: graph.Properties{"index": int64(1)}}}})
}

func ambiguousEnds(t *testing.T, s graph.Store) {
	withFixture(t, s)
	r := ask(t, s, graph.Root{Path: &graph.PathQuery{From: "az", To: "visit-sadyr-japarov-az", MaxHops: 3, Labels: schema.Facts()}})[0]
	if r.Walked != nil {
		t.Errorf("got %v, want no path", objectIDs(r.Walked.Nodes))
	}
	same(t, "ambiguous", r.Ambiguous, map[string][]string{"visit-sadyr-japarov-az": {"visit-sadyr-japarov-az-2022-04-20", "visit-sadyr-japarov-az-2024-04"}})
}
