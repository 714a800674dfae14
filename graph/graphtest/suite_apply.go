package graphtest

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func applyPromises() []promise {
	return []promise{
		{"apply keeps nodes and relationships whole", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			same(t, "content", scan(t, s), contentOf(Fixture()))
		}},
		{"apply twice is apply once", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			withFixture(t, s)
			same(t, "content", scan(t, s), contentOf(Fixture()))
		}},
		{"apply replaces a node whole and keeps its relationships", replaceNode},
		{"apply drops a node with its relationships", dropNode},
		{"apply may drop what is not there", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			mustApply(t, s, &graph.Changes{DropNodes: []string{"leader-nobody"}, DropRelationships: []string{"made/leader-nobody/visit-none"}})
			same(t, "content", scan(t, s), contentOf(Fixture()))
		}},
		{"apply drops before it puts", dropBeforePut},
		{"apply is all or nothing", allOrNothing},
		{"apply refuses a missing end", missingEnd},
		{"apply refuses changes that are not well formed", illFormed},
		{"apply raises the generation and refuses an old base", base},
		{"apply takes thousands of changes at once", thousands},
		{"apply keeps two offices of one leader in one state apart", twoOffices},
	}
}

func replaceNode(t *testing.T, s graph.Store) {
	withFixture(t, s)
	old := graph.Node{Label: "State", ID: "az", Properties: graph.Properties{"name": "Azerbaijan", "capital": "Bakı"}, FormerIDs: []string{"state-azerbaijan"}}
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{old}})
	want := contentOf(Fixture())
	for i, n := range want.Nodes {
		if n.ID == "az" {
			want.Nodes[i] = old
		}
	}
	same(t, "content", scan(t, s), want)
	found := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{"state-azerbaijan"}}})[0].Objects
	same(t, "by its new former id", objectIDs(found), []string{"az"})

	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan")}})
	found = ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{"state-azerbaijan"}}})[0].Objects
	same(t, "by a former id that it has no more", objectIDs(found), []string{""})
}

func dropNode(t *testing.T, s graph.Store) {
	withFixture(t, s)
	visit := "visit-sadyr-japarov-az-2022-04-20"
	mustApply(t, s, &graph.Changes{DropNodes: []string{visit}})
	var want content
	for _, n := range contentOf(Fixture()).Nodes {
		if n.ID != visit {
			want.Nodes = append(want.Nodes, n)
		}
	}
	for _, r := range contentOf(Fixture()).Relationships {
		if r.From.ID != visit && r.To.ID != visit {
			want.Relationships = append(want.Relationships, r)
		}
	}
	same(t, "content", scan(t, s), want)
	same(t, "search for it", ids(find(t, s, "april 2022", "Visit")), []string{})

	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{{Label: "Visit", ID: visit}}})
	page := below(t, s, visit, graph.Connection{Key: "to", Walk: walk("TO", "OUT", "State"), First: 5})
	same(t, "relationships of a node made anew", ids(page), []string{})
}

func dropBeforePut(t *testing.T, s graph.Store) {
	withFixture(t, s)
	// The dropped visit's state is kept, and a new visit takes its relationship.
	visit := graph.Node{Label: "Visit", ID: "visit-new"}
	mustApply(t, s, &graph.Changes{
		DropNodes: []string{"visit-xi-jinping-uz"},
		PutNodes:  []graph.Node{visit},
		PutRelationships: put(
			visitTo("visit-new", "uz", "passage-railway-digest-3", "0-9")),
	})
	page := below(t, s, "uz", graph.Connection{Key: "v", Walk: walk("TO", "IN", "Visit"), First: 5})
	same(t, "visits to uz", ids(page), []string{"visit-new", "visit-recep-tayyip-erdoğan-uz-2024-11"})

	before := scan(t, s)
	err := s.Apply(t.Context(), &graph.Changes{
		DropNodes:        []string{"visit-new"},
		PutRelationships: put(visitTo("visit-new", "uz", "passage-railway-digest-3", "0-9")),
	})
	wantErr(t, err, graph.ErrInvalid)
	same(t, "content", scan(t, s), before)
}

func allOrNothing(t *testing.T, s graph.Store) {
	withFixture(t, s)
	before, was := scan(t, s), generation(t, s)
	err := s.Apply(t.Context(), &graph.Changes{
		PutNodes:          []graph.Node{state("az", "Elsewhere"), leader("leader-new", "New")},
		DropNodes:         []string{"kg"},
		DropRelationships: []string{before.Relationships[0].ID()},
		PutRelationships:  put(visitTo("visit-sadyr-japarov-az-2022-04-20", "nowhere", "passage-baku-notes-1", "0-3")),
		Memory:            []graph.Memory{{Key: "k", Value: "v", Delta: 1}},
	})
	wantErr(t, err, graph.ErrInvalid)
	same(t, "content", scan(t, s), before)
	if got := generation(t, s); got != was {
		t.Errorf("got generation %d, want %d as before", got, was)
	}
	if groups := mustGroups(t, s, "k"); len(groups.ByKey) != 0 {
		t.Errorf("got memory %v, want none", groups.ByKey)
	}
	same(t, "search for what was not put", ids(find(t, s, "elsewhere", "State")), []string{})
}

func missingEnd(t *testing.T, s graph.Store) {
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan"), {Label: "Visit", ID: "visit-1"}, {Label: "Organization", ID: "organization-1"}, {Label: "Agreement", ID: "agreement-1"}}})
	before := scan(t, s)
	otherLabel := graph.Relationship{Type: "PARTY_TO", From: graph.Ref{Label: "State", ID: "organization-1"}, To: graph.Ref{Label: "Agreement", ID: "agreement-1"},
		Evidence: []string{"p"}, Spans: []string{"0-1"}, Confidence: 0.5}
	for what, r := range map[string]graph.Relationship{
		"no start":            visitTo("visit-2", "az", "p", "0-1"),
		"no end":              visitTo("visit-1", "kg", "p", "0-1"),
		"start of other kind": otherLabel,
	} {
		t.Run(what, func(t *testing.T) {
			wantErr(t, s.Apply(t.Context(), &graph.Changes{PutRelationships: put(r)}), graph.ErrInvalid)
			same(t, "content", scan(t, s), before)
		})
	}
}

func illFormed(t *testing.T, s graph.Store) {
	withProperty := func(label, name string, value any) *graph.Changes {
		return &graph.Changes{PutNodes: []graph.Node{{Label: label, ID: "x", Properties: graph.Properties{name: value}}}}
	}
	both := visitTo("visit-1", "az", "p", "0-1")
	unpaired, bold := both, both
	unpaired.Spans = nil
	bold.Confidence = 1.5
	turned := both
	turned.From, turned.To = both.To, both.From
	for what, c := range map[string]*graph.Changes{
		"a label that is not":          {PutNodes: []graph.Node{{Label: "Planet", ID: "planet-mars"}}},
		"no id":                        {PutNodes: []graph.Node{{Label: "State"}}},
		"a property that is not":       withProperty("State", "moons", "two"),
		"an integer for a real number": withProperty("Agreement", "amount", int64(1)),
		"a real number for an integer": withProperty("Agreement", "documentCount", 1.0),
		"no number":                    withProperty("Agreement", "amount", math.NaN()),
		"nil":                          withProperty("State", "name", nil),
		"a text that is not UTF-8":     withProperty("State", "name", "\xff"),
		"one node twice":               {PutNodes: []graph.Node{state("az", "A"), state("az", "B")}},
		"put and dropped":              {PutNodes: []graph.Node{state("az", "A")}, DropNodes: []string{"az"}},
		"evidence without spans":       {PutNodes: []graph.Node{state("az", "A"), {Label: "Visit", ID: "visit-1"}}, PutRelationships: put(unpaired)},
		"a confidence above 1":         {PutNodes: []graph.Node{state("az", "A"), {Label: "Visit", ID: "visit-1"}}, PutRelationships: put(bold)},
		"a relationship turned round":  {PutNodes: []graph.Node{state("az", "A"), {Label: "Visit", ID: "visit-1"}}, PutRelationships: put(turned)},
		"a key of more than 500 bytes": {Memory: []graph.Memory{{Key: strings.Repeat("k", 501), Value: "v", Delta: 1}}},
		"a relationship put twice":     {PutNodes: []graph.Node{state("az", "A"), {Label: "Visit", ID: "visit-1"}}, PutRelationships: put(both, both)},
		"a relationship put and dropped": {PutNodes: []graph.Node{state("az", "A"), {Label: "Visit", ID: "visit-1"}},
			PutRelationships: put(both), DropRelationships: []string{both.ID()}},
	} {
		if err := s.Apply(t.Context(), c); err == nil {
			t.Errorf("%s: got no error, want ErrInvalid", what)
		} else {
			wantErr(t, err, graph.ErrInvalid)
		}
	}
	same(t, "content", scan(t, s), content{})
}

func base(t *testing.T, s graph.Store) {
	if got := generation(t, s); got != 1 {
		t.Errorf("got generation %d of an empty store, want 1", got)
	}
	mustApply(t, s, &graph.Changes{Base: 1, PutNodes: []graph.Node{state("az", "Azerbaijan")}})
	mustApply(t, s, &graph.Changes{})
	if got := generation(t, s); got != 3 {
		t.Errorf("got generation %d after two changes, want 3", got)
	}
	before := scan(t, s)
	for _, old := range []uint64{1, 2, 4} {
		wantErr(t, s.Apply(t.Context(), &graph.Changes{Base: old, PutNodes: []graph.Node{state("kg", "Kyrgyzstan")}}), graph.ErrConflict)
	}
	same(t, "content", scan(t, s), before)
	mustApply(t, s, &graph.Changes{Base: 3, PutNodes: []graph.Node{state("kg", "Kyrgyzstan")}})
	if got := generation(t, s); got != 4 {
		t.Errorf("got generation %d, want 4", got)
	}
}

func thousands(t *testing.T, s graph.Store) {
	const n = 2500
	c := &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan"), passage("passage-1", "All of them.")}}
	for i := range n {
		id := fmt.Sprintf("visit-%04d", i)
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Visit", ID: id, Properties: graph.Properties{"name": id, "startDate": "2024"}})
		c.PutRelationships = append(c.PutRelationships, put(visitTo(id, "az", "passage-1", "0-3"))...)
		c.Memory = append(c.Memory, graph.Memory{Key: "visits", Value: id, Delta: 1})
	}
	mustApply(t, s, c)
	page := below(t, s, "az", graph.Connection{Key: "v", Walk: walk("TO", "IN", "Visit"), First: 1, Count: true, Ends: true})
	if page.Total != n || !page.HasNext {
		t.Errorf("got total %d and next %v, want %d and true", page.Total, page.HasNext, n)
	}
	if got := len(mustGroups(t, s, "visits").ByKey["visits"]); got != n {
		t.Errorf("got %d values remembered, want %d", got, n)
	}
	drop := &graph.Changes{}
	for i := range n {
		drop.DropNodes = append(drop.DropNodes, fmt.Sprintf("visit-%04d", i))
	}
	mustApply(t, s, drop)
	if left := scan(t, s); len(left.Nodes) != 2 || len(left.Relationships) != 0 {
		t.Errorf("got %d nodes and %d relationships left, want 2 and 0", len(left.Nodes), len(left.Relationships))
	}
}

func twoOffices(t *testing.T, s graph.Store) {
	withFixture(t, s)
	c := graph.Connection{Key: "o", Walk: walk("HOLDS_OFFICE", "OUT", "State"), First: 5, Count: true, Link: &graph.LinkSelection{}}
	page := below(t, s, mirziyoyev, c)
	if page.Total != 2 || len(page.Rows) != 2 {
		t.Fatalf("got %d rows of %d, want 2 of 2", len(page.Rows), page.Total)
	}
	same(t, "titles in order of relationship ids", []any{page.Rows[0].Link.Properties["title"], page.Rows[1].Link.Properties["title"]},
		[]any{"president", "prime minister"})
	mustApply(t, s, &graph.Changes{DropRelationships: []string{page.Rows[0].Link.ID()}})
	left := below(t, s, mirziyoyev, c)
	if left.Total != 1 || left.Rows[0].Link.Properties["title"] != "prime minister" {
		t.Errorf("got %+v left, want the other office", left)
	}
}
