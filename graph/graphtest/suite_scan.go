package graphtest

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func scanPromises() []promise {
	return []promise{
		{"scan of an empty store yields nothing", func(t *testing.T, s graph.Store) {
			same(t, "content", scan(t, s), content{})
		}},
		{"scan goes by id in code point order", scanOrder},
		{"scan yields texts as they were put", scanTexts},
		{"scan keeps integers and real numbers apart", scanNumbers},
		{"scan yields former ids, disagreements and lists", scanLists},
		{"scan may be left early and begun again", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			for range 3 {
				n := 0
				for _, err := range s.Scan(t.Context()) {
					if err != nil {
						t.Fatalf("scanning: %v", err)
					}
					if n++; n == 2 {
						break
					}
				}
			}
			mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan")}}) // nothing holds the store
		}},
		{"scan ends with its context", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			var last error
			for _, err := range s.Scan(ctx) {
				last = err
			}
			if !errors.Is(last, context.Canceled) {
				t.Errorf("got error %v, want context.Canceled", last)
			}
		}},
		{"check finds nothing wrong with what was applied", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			mustApply(t, s, &graph.Changes{DropNodes: []string{"kg", "visit-xi-jinping-uz"}, PutNodes: []graph.Node{state("az", "Renamed")}})
			for violation, err := range s.Check(t.Context()) {
				if err != nil {
					t.Fatalf("checking: %v", err)
				}
				t.Errorf("got %+v, want nothing wrong", violation)
			}
		}},
	}
}

// oddTexts are those that stores have been seen to change.
func oddTexts() []string {
	return []string{
		"", " ", "  two  ", "line\nfeed\r\nand\ttab", `quote " and ' and \ and ` + "`", "O'Neil -- ; DROP", "$p {x} [y] :z ?1 %s",
		"null", "true", "0", "007", "1e5", "Xı İstanbul ß ŞƏ", "é", "e\u0301", "ﬁ", "\u200b\ufeff", "مرحبا", "中文", "हिन्दी", "😀👩‍👩‍👧", "\uffee", "\U00010330",
		"{\"json\":[1]}", "[]", "2024-04", "a\u2028b\u2029c", "\u0001\u001f\u007f",
	}
}

func scanTexts(t *testing.T, s graph.Store) {
	c := &graph.Changes{}
	for i, text := range oddTexts() {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Leader", ID: "leader-" + string(rune('A'+i)), Properties: graph.Properties{"name": text, "aliases": []string{text, text + "z"}}})
	}
	mustApply(t, s, c)
	same(t, "content", scan(t, s), contentOf(c))
	for i, text := range oddTexts() {
		object := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{"leader-" + string(rune('A'+i))}, Node: graph.Selection{Properties: []string{"aliases", "name"}}}})[0].Objects[0]
		same(t, "by lookup", object.Properties, graph.Properties{"name": text, "aliases": []string{text, text + "z"}})
	}
}

// risingIDs are in order of code points, which is neither that of UTF-16, nor
// that of any language, nor case-blind.
func risingIDs() []string {
	return []string{"leader-", "leader--a", "leader-1", "leader-Z", "leader-a", "leader-a-b", "leader-ab", "leader-z", "leader-é", "leader-ə", "leader-я", "leader-中", "leader-\uffee", "leader-\U00010330", "leader-😀"}
}

func scanOrder(t *testing.T, s graph.Store) {
	rising := risingIDs()
	c := &graph.Changes{PutNodes: []graph.Node{{Label: "Visit", ID: "visit-1"}, state("az", "Azerbaijan"), passage("passage-1", "They came.")}}
	for i := range rising {
		id := rising[(i*7)%len(rising)]
		c.PutNodes = append(c.PutNodes, leader(id, "Same"))
		c.PutRelationships = append(c.PutRelationships, put(graph.Relationship{Type: "MADE", From: graph.Ref{Label: "Leader", ID: id}, To: graph.Ref{Label: "Visit", ID: "visit-1"},
			Evidence: []string{"passage-1"}, Spans: []string{"0-4"}, Confidence: 0.8})...)
	}
	mustApply(t, s, c)
	same(t, "content", scan(t, s), contentOf(c))
	same(t, "a page of all", ids(nodes(t, s, graph.Connection{Labels: []string{"Leader"}, First: 100})), rising)
	same(t, "a nested page", ids(below(t, s, "visit-1", graph.Connection{Key: "l", Walk: walk("MADE", "IN", "Leader"), First: 100})), rising)
}

func scanNumbers(t *testing.T, s graph.Store) {
	c := &graph.Changes{}
	for i, pair := range []struct {
		count  int64
		amount float64
	}{
		{0, 0}, {5, 5}, {-1, -1.5}, {1<<53 + 1, 0.1}, {math.MaxInt64, 1e21}, {math.MinInt64, 5e-324}, {12, 4.7e9}, {3, math.MaxFloat64}, {7, 1.0 / 3}, {8, 500000000},
	} {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Agreement", ID: "agreement-" + string(rune('a'+i)), Properties: graph.Properties{"documentCount": pair.count, "amount": pair.amount}})
	}
	mustApply(t, s, c)
	same(t, "content", scan(t, s), contentOf(c))
	page := nodes(t, s, graph.Connection{Labels: []string{"Agreement"}, First: 100, Node: graph.Selection{Properties: []string{"amount", "documentCount"}}})
	for i, row := range page.Rows {
		same(t, row.Node.ID+" by query", row.Node.Properties, c.PutNodes[i].Properties)
	}
}

func scanLists(t *testing.T, s graph.Store) {
	c := &graph.Changes{PutNodes: []graph.Node{
		{Label: "Agreement", ID: "agreement-1", FormerIDs: []string{"agreement-0", "agreement-é \"quoted\""}, Disagreements: []graph.Disagreement{
			{Field: "amount", Value: "100000000", Evidence: []string{"passage-1", "passage-2"}},
			{Field: "title", Value: "a \"title\", with ; and | and \\ and \n", Evidence: []string{"passage-1"}},
		}},
		{Label: "Leader", ID: "leader-1", Properties: graph.Properties{"aliases": []string{"A, B", "C;D", "E|F", "[\"G\"]"}}},
		{Label: "Leader", ID: "leader-2"},
	}}
	mustApply(t, s, c)
	same(t, "content", scan(t, s), contentOf(c))
	objects := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{"agreement-1", "leader-1", "leader-2"}, Node: graph.Selection{Properties: []string{"aliases"}, FormerIDs: true, Disagreements: true}}})[0].Objects
	for i, object := range objects {
		same(t, "by query", object.Node, c.PutNodes[i])
	}
}
