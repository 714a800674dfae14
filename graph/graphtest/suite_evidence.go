package graphtest

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func evidencePromises() []promise {
	return []promise{
		{"apply adds evidence in order of passages", addEvidence},
		{"apply takes evidence out", withoutEvidence},
		{"apply replaces a relationship's properties and confidence", replaceProperties},
		{"apply drops a relationship with its evidence", dropRelationship},
		{"evidence is kept when its ends are replaced", func(t *testing.T, s graph.Store) {
			withEvidence(t, s)
			mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan"), {Label: "Visit", ID: "visit-1"}, passage("passage-b", "Another text.")}})
			wantEvidence(t, s, "passage-b passage-d", "0-4 5-9", 0.9)
		}},
	}
}

// withEvidence makes one visit to one state, said by passages b and d of four.
func withEvidence(t *testing.T, s graph.Store) {
	t.Helper()
	c := &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan"), {Label: "Visit", ID: "visit-1"}}}
	for _, p := range []string{"a", "b", "c", "d"} {
		c.PutNodes = append(c.PutNodes, passage("passage-"+p, "Passage "+p+" speaks of Baku."))
	}
	r := visitTo("visit-1", "az", "passage-d", "5-9")
	r.Evidence, r.Spans = append(r.Evidence, "passage-b"), append(r.Spans, "0-4") // out of order
	c.PutRelationships = put(r)
	mustApply(t, s, c)
}

// wantEvidence looks at the one relationship by Scan, by a connection, and by
// what the passages support.
func wantEvidence(t *testing.T, s graph.Store, passages, spans string, confidence float64) {
	t.Helper()
	want := graph.Relationship{Type: "TO", From: graph.Ref{Label: "Visit", ID: "visit-1"}, To: graph.Ref{Label: "State", ID: "az"},
		Evidence: strings.Fields(passages), Spans: strings.Fields(spans), Confidence: confidence}
	same(t, "relationships", scan(t, s).Relationships, []graph.Relationship{want})

	page := below(t, s, "az", graph.Connection{Key: "v", Walk: walk("TO", "IN", "Visit"), First: 5, Link: &graph.LinkSelection{Evidence: &graph.Selection{}}})
	if len(page.Rows) != 1 {
		t.Fatalf("got %d rows, want 1", len(page.Rows))
	}
	same(t, "relationship of the row", page.Rows[0].Link.Relationship, want)
	same(t, "passages of its evidence", objectIDs(page.Rows[0].Link.Passages), want.Evidence)

	for _, p := range []string{"passage-a", "passage-b", "passage-c", "passage-d"} {
		supports := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{p}, Node: graph.Selection{Supports: &graph.LinkSelection{}}}})[0].Objects[0].Supports
		wanted := []string{}
		if strings.Contains(passages, p) {
			wanted = append(wanted, want.ID())
		}
		same(t, "what "+p+" supports", linkIDs(supports), wanted)
	}
}

func addEvidence(t *testing.T, s graph.Store) {
	withEvidence(t, s)
	wantEvidence(t, s, "passage-b passage-d", "0-4 5-9", 0.9)
	mustApply(t, s, &graph.Changes{PutRelationships: put(visitTo("visit-1", "az", "passage-c", "1-2"))})
	wantEvidence(t, s, "passage-b passage-c passage-d", "0-4 1-2 5-9", 0.9)
	mustApply(t, s, &graph.Changes{PutRelationships: put(visitTo("visit-1", "az", "passage-b", "3-7"))}) // takes the new span
	wantEvidence(t, s, "passage-b passage-c passage-d", "3-7 1-2 5-9", 0.9)
}

func withoutEvidence(t *testing.T, s graph.Store) {
	withEvidence(t, s)
	r := visitTo("visit-1", "az", "passage-a", "0-1")
	mustApply(t, s, &graph.Changes{PutRelationships: []graph.PutRelationship{{Relationship: r, Without: []string{"passage-d", "passage-c"}}}})
	wantEvidence(t, s, "passage-a passage-b", "0-1 0-4", 0.9)

	r.Evidence, r.Spans, r.Confidence = nil, nil, 0.45
	mustApply(t, s, &graph.Changes{PutRelationships: []graph.PutRelationship{{Relationship: r, Without: []string{"passage-a"}}}})
	wantEvidence(t, s, "passage-b", "0-4", 0.45)

	// What is both taken out and given is there, with the span given.
	r = visitTo("visit-1", "az", "passage-b", "8-9")
	mustApply(t, s, &graph.Changes{PutRelationships: []graph.PutRelationship{{Relationship: r, Without: []string{"passage-b"}}}})
	wantEvidence(t, s, "passage-b", "8-9", 0.9)
}

func replaceProperties(t *testing.T, s graph.Store) {
	withFixture(t, s)
	project := graph.Ref{Label: "Project", ID: "project-china-kyrgyzstan-uzbekistan-railway"}
	mustApply(t, s, &graph.Changes{PutRelationships: put(
		graph.Relationship{Type: "PARTICIPATES_IN", From: graph.Ref{Label: "State", ID: "uz"}, To: project, Confidence: 0.31},
		graph.Relationship{Type: "PARTICIPATES_IN", From: graph.Ref{Label: "State", ID: "kg"}, To: project, Confidence: 0.8, Properties: graph.Properties{"role": "funder"}},
	)})
	want := contentOf(Fixture())
	for i := range want.Relationships {
		r := &want.Relationships[i]
		switch r.ID() {
		case "participates_in/uz/" + project.ID:
			r.Properties, r.Confidence = nil, 0.31
		case "participates_in/kg/" + project.ID:
			r.Properties = graph.Properties{"role": "funder"}
		}
	}
	same(t, "content", scan(t, s), want)
}

func dropRelationship(t *testing.T, s graph.Store) {
	withEvidence(t, s)
	r := visitTo("visit-1", "az", "passage-c", "1-2")
	mustApply(t, s, &graph.Changes{DropRelationships: []string{r.ID()}})
	same(t, "relationships", scan(t, s).Relationships, []graph.Relationship{})
	supports := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{"passage-d"}, Node: graph.Selection{Supports: &graph.LinkSelection{}}}})[0].Objects[0].Supports
	same(t, "what a passage supports", linkIDs(supports), []string{})
	mustApply(t, s, &graph.Changes{PutRelationships: put(r)})
	wantEvidence(t, s, "passage-c", "1-2", 0.9)
}
