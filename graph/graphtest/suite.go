package graphtest

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/entente-graph/entente/graph"
)

// promise is one thing that every store does.
type promise struct {
	name string
	hold func(t *testing.T, s graph.Store)
}

// Run holds a store to its promises, a subtest each. open gives an empty
// store, fresh for every call, and lets go of it by t.Cleanup. Where the store
// is a Counter (see Traced) it is shown that a query is one statement.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	for _, p := range slices.Concat(
		applyPromises(), evidencePromises(), memoryPromises(), scanPromises(), lookupPromises(), objectPromises(),
		pagePromises(), orderPromises(), filterPromises(), relatedPromises(), furtherPromises(), searchPromises(),
		timelinePromises(), pathPromises(), subgraphPromises(), statementPromises(), lifePromises(),
	) {
		t.Run(p.name, func(t *testing.T) { p.hold(t, open(t)) })
	}
}

// equal compares values of package graph; an empty list or map is none.
func equal() cmp.Options {
	return cmp.Options{cmpopts.EquateEmpty()}
}

func mustApply(t *testing.T, s graph.Store, c *graph.Changes) {
	t.Helper()
	if err := s.Apply(t.Context(), c); err != nil {
		t.Fatalf("applying changes: %v", err)
	}
}

// withFixture applies Fixture to the store.
func withFixture(t *testing.T, s graph.Store) {
	t.Helper()
	mustApply(t, s, Fixture())
}

// wantErr wants one of the four errors.
func wantErr(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("got error %v, want one that is %q", err, want)
	}
}

func ask(t *testing.T, s graph.Store, roots ...graph.Root) []graph.Result {
	t.Helper()
	q := &graph.Query{Roots: roots}
	answer, err := s.Query(t.Context(), q)
	if err != nil {
		text, _ := json.Marshal(q)
		t.Fatalf("asking %s: %v", text, err)
	}
	if len(answer.Results) != len(roots) {
		t.Fatalf("got %d results, want %d", len(answer.Results), len(roots))
	}
	return answer.Results
}

// nodes asks for a connection at the root and gives its page, never nil.
func nodes(t *testing.T, s graph.Store, c graph.Connection) *graph.Page {
	t.Helper()
	page := ask(t, s, graph.Root{Nodes: &c})[0].Page
	if page == nil || page.Rows == nil {
		t.Fatalf("got no page, or no rows, for a connection at the root: %+v", page)
	}
	return page
}

// below asks for a connection of one node and gives its page.
func below(t *testing.T, s graph.Store, id string, c graph.Connection) *graph.Page {
	t.Helper()
	objects := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{id}, Node: graph.Selection{Connections: []graph.Connection{c}}}})[0].Objects
	if len(objects) != 1 || objects[0] == nil || objects[0].Pages[c.Key] == nil {
		t.Fatalf("got %+v for connection %q of %s, want a page", objects, c.Key, id)
	}
	return objects[0].Pages[c.Key]
}

// ids lists the nodes of a page.
func ids(p *graph.Page) []string {
	out := []string{}
	for _, r := range p.Rows {
		out = append(out, r.Node.ID)
	}
	return out
}

func objectIDs(objects []*graph.Object) []string {
	out := []string{}
	for _, o := range objects {
		if o == nil {
			out = append(out, "")
			continue
		}
		out = append(out, o.ID)
	}
	return out
}

func linkIDs(links []*graph.Link) []string {
	out := []string{}
	for _, l := range links {
		out = append(out, l.ID())
	}
	return out
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, equal()); diff != "" {
		t.Errorf("%s: got other than wanted (-want +got):\n%s", what, diff)
	}
}

// content is all that a store holds, as Scan yields it.
type content struct {
	Nodes         []graph.Node
	Relationships []graph.Relationship
}

func scan(t *testing.T, s graph.Store) content {
	t.Helper()
	var c content
	for record, err := range s.Scan(t.Context()) {
		if err != nil {
			t.Fatalf("scanning: %v", err)
		}
		switch {
		case record.Node != nil && record.Relationship == nil && c.Relationships == nil:
			c.Nodes = append(c.Nodes, *record.Node)
		case record.Relationship != nil && record.Node == nil:
			c.Relationships = append(c.Relationships, *record.Relationship)
		default:
			t.Fatalf("got record %+v, want a node, or after all nodes a relationship", record)
		}
	}
	return c
}

// contentOf is what an empty store holds after the changes.
func contentOf(c *graph.Changes) content {
	var out content
	for _, n := range c.PutNodes {
		out.Nodes = append(out.Nodes, cloneNode(n))
	}
	for _, r := range c.PutRelationships {
		link := cloneLink(r.Relationship)
		link.SortEvidence()
		out.Relationships = append(out.Relationships, link)
	}
	slices.SortFunc(out.Nodes, func(a, b graph.Node) int { return compareValues(a.ID, b.ID) })
	slices.SortFunc(out.Relationships, func(a, b graph.Relationship) int { return compareValues(a.ID(), b.ID()) })
	return out
}

func generation(t *testing.T, s graph.Store) uint64 {
	t.Helper()
	groups, err := s.Groups(context.WithoutCancel(t.Context()), nil)
	if err != nil {
		t.Fatalf("reading the generation: %v", err)
	}
	return groups.Generation
}

func state(id, name string) graph.Node {
	return graph.Node{Label: "State", ID: id, Properties: graph.Properties{"name": name}}
}

func leader(id, name string) graph.Node {
	return graph.Node{Label: "Leader", ID: id, Properties: graph.Properties{"name": name}}
}

func passage(id, text string) graph.Node {
	return graph.Node{Label: "Passage", ID: id, Properties: graph.Properties{"text": text}}
}

// visitTo is a visit with a relationship TO that passage p states.
func visitTo(visit, to, p, span string) graph.Relationship {
	return graph.Relationship{Type: "TO", From: graph.Ref{Label: "Visit", ID: visit}, To: graph.Ref{Label: "State", ID: to},
		Evidence: []string{p}, Spans: []string{span}, Confidence: 0.9}
}

func put(links ...graph.Relationship) []graph.PutRelationship {
	var out []graph.PutRelationship
	for _, l := range links {
		out = append(out, graph.PutRelationship{Relationship: l})
	}
	return out
}
