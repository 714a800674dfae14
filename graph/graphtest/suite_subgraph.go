package graphtest

import (
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

func subgraph(t *testing.T, s graph.Store, q graph.Walkabout) *graph.Walked {
	t.Helper()
	if q.Labels == nil {
		q.Labels = schema.Facts()
	}
	walked := ask(t, s, graph.Root{Subgraph: &q})[0].Walked
	if walked == nil {
		t.Fatalf("got nothing for a subgraph of %v, want nodes and links, if none", q.Centers)
	}
	return walked
}

func subgraphPromises() []promise {
	return []promise{
		{"subgraph keeps what lies within its hops", withinHops},
		{"subgraph keeps the nearer, then the better connected, then the smaller id", keepingOrder},
		{"subgraph counts connections to nodes of its labels alone", labelledDegree},
		{"subgraph of several centers", severalCenters},
		{"subgraph walks passages and documents where asked", passageSubgraph},
		{"subgraph carries what was asked for", subgraphSelection},
		{"subgraph reports ambiguous centers", ambiguousCenters},
	}
}

func withinHops(t *testing.T, s graph.Store) {
	withFixture(t, s)
	got := subgraph(t, s, graph.Walkabout{Centers: []string{"cn"}, Hops: 0, Limit: 100, Cut: true})
	same(t, "no hops", got, &graph.Walked{Nodes: []*graph.Object{{Node: graph.Node{Label: "State", ID: "cn"}}}})
	got = subgraph(t, s, graph.Walkabout{Centers: []string{"cn"}, Hops: 1, Limit: 100, Cut: true})
	same(t, "one hop", objectIDs(got.Nodes), []string{"agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06", "cn", "project-china-kyrgyzstan-uzbekistan-railway", "visit-xi-jinping-uz"})
	same(t, "all relationships among them", linkIDs(got.Links), []string{
		"from/visit-xi-jinping-uz/cn", "participates_in/cn/project-china-kyrgyzstan-uzbekistan-railway", "party_to/cn/agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06",
		"under/project-china-kyrgyzstan-uzbekistan-railway/agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06"})
	got = subgraph(t, s, graph.Walkabout{Centers: []string{"kz"}, Hops: 4, Limit: 100, Cut: true})
	same(t, "of what stands alone", objectIDs(got.Nodes), []string{"kz"})
}

func keepingOrder(t *testing.T, s graph.Store) {
	star(t, s)
	order := []string{"center", "visit-c", "visit-a", "visit-b", "visit-d", "leader-z", "leader-x", "leader-y", "leader-w"}
	for limit := 0; limit <= len(order)+1; limit++ {
		got := subgraph(t, s, graph.Walkabout{Centers: []string{"center"}, Hops: 2, Limit: limit, Cut: true})
		kept := min(limit, len(order))
		sameSet(t, "kept", objectIDs(got.Nodes), order[:kept])
		if got.Cut != len(order)-kept {
			t.Errorf("limit %d: got %d cut, want %d", limit, got.Cut, len(order)-kept)
		}
	}
	got := subgraph(t, s, graph.Walkabout{Centers: []string{"center"}, Hops: 1, Limit: 2})
	if got.Cut != 0 {
		t.Errorf("got cut %d unasked, want 0", got.Cut)
	}
}

func labelledDegree(t *testing.T, s graph.Store) {
	star(t, s)
	got := subgraph(t, s, graph.Walkabout{Centers: []string{"center"}, Hops: 1, Limit: 2, Labels: []string{"State", "Visit"}})
	same(t, "without leaders", objectIDs(got.Nodes), []string{"center", "visit-a"})
}

func severalCenters(t *testing.T, s graph.Store) {
	withFixture(t, s)
	got := subgraph(t, s, graph.Walkabout{Centers: []string{"kz", "leader-japarov", "nobody", "kz", "document-baku-notes"}, Hops: 1, Limit: 100, Labels: []string{"State", "Leader", "Agreement"}})
	same(t, "ids", objectIDs(got.Nodes), []string{"agreement-declaration-on-strategic-partnership-az-kg-2022-04", "kg", "kz", japarov})
	same(t, "links", linkIDs(got.Links), []string{"holds_office/leader-sadyr-japarov/kg/president/2021-01-28",
		"party_to/kg/agreement-declaration-on-strategic-partnership-az-kg-2022-04", "signed/leader-sadyr-japarov/agreement-declaration-on-strategic-partnership-az-kg-2022-04"})
	got = subgraph(t, s, graph.Walkabout{Centers: []string{"kz", "az", "cn"}, Hops: 1, Limit: 2, Labels: []string{"State"}, Cut: true})
	same(t, "more centers than the limit", objectIDs(got.Nodes), []string{"az", "cn"})
	if got.Cut != 1 {
		t.Errorf("got cut %d, want 1", got.Cut)
	}
	got = subgraph(t, s, graph.Walkabout{Centers: []string{"nobody"}, Hops: 2, Limit: 10, Cut: true})
	same(t, "of nothing", got, &graph.Walked{})
}

func passageSubgraph(t *testing.T, s graph.Store) {
	withFixture(t, s)
	got := subgraph(t, s, graph.Walkabout{Centers: []string{"document-railway-digest"}, Hops: 2, Limit: 100, Labels: []string{"Document", "Passage", "State"}})
	same(t, "ids", objectIDs(got.Nodes), []string{"cn", "document-railway-digest", "passage-railway-digest-0", "passage-railway-digest-1", "passage-railway-digest-2", "passage-railway-digest-3", "uz"})
	if len(got.Links) != 6 {
		t.Errorf("got %v, want 4 PART_OF and 2 MENTIONS", linkIDs(got.Links))
	}
}

func subgraphSelection(t *testing.T, s graph.Store) {
	withFixture(t, s)
	got := subgraph(t, s, graph.Walkabout{Centers: []string{union}, Hops: 1, Limit: 100, Labels: []string{"Organization", "Leader"},
		Node: graph.Selection{Properties: []string{"name"}}, Link: graph.LinkSelection{Evidence: &graph.Selection{Properties: []string{"index"}}}})
	same(t, "names", []any{got.Nodes[0].Properties["name"], got.Nodes[1].Properties["name"]}, []any{"Ursula von der Leyen", "European Union"})
	same(t, "evidence", got.Links[0].Passages, []*graph.Object{{Node: graph.Node{Label: "Passage", ID: "passage-union-brief-1", Properties: graph.Properties{"index": int64(1)}}}})
}

func ambiguousCenters(t *testing.T, s graph.Store) {
	withFixture(t, s)
	r := ask(t, s, graph.Root{Subgraph: &graph.Walkabout{Centers: []string{"visit-sadyr-japarov-az", "kz"}, Hops: 1, Limit: 5, Labels: schema.Facts()}})[0]
	same(t, "ids", objectIDs(r.Walked.Nodes), []string{"kz"})
	same(t, "ambiguous", r.Ambiguous, map[string][]string{"visit-sadyr-japarov-az": {"visit-sadyr-japarov-az-2022-04-20", "visit-sadyr-japarov-az-2024-04"}})
}

// star makes a state with four visits: c was made by three leaders, of whom
// one hosted b too and all hold an office, a by one leader, d by none known.
func star(t *testing.T, s graph.Store) {
	t.Helper()
	c := &graph.Changes{PutNodes: []graph.Node{state("center", "Center"), state("far", "Far"), passage("p", "All came.")}}
	fact := func(kind, fromLabel, from, toLabel, to string) {
		c.PutRelationships = append(c.PutRelationships, put(graph.Relationship{Type: kind, From: graph.Ref{Label: fromLabel, ID: from}, To: graph.Ref{Label: toLabel, ID: to},
			Evidence: []string{"p"}, Spans: []string{"0-3"}, Confidence: 0.8})...)
	}
	for _, visit := range []string{"visit-a", "visit-b", "visit-c", "visit-d"} {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Visit", ID: visit})
		fact("TO", "Visit", visit, "State", "center")
	}
	for _, l := range []string{"leader-w", "leader-x", "leader-y", "leader-z"} {
		c.PutNodes = append(c.PutNodes, leader(l, l))
	}
	for _, l := range []string{"leader-x", "leader-y", "leader-z"} {
		fact("MADE", "Leader", l, "Visit", "visit-c")
		fact("HOLDS_OFFICE", "Leader", l, "State", "far")
	}
	fact("MADE", "Leader", "leader-w", "Visit", "visit-a")
	fact("HOSTED", "Leader", "leader-z", "Visit", "visit-b")
	mustApply(t, s, c)
}
