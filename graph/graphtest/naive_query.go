package graphtest

import (
	"context"
	"fmt"
	"slices"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

var _ graph.Store = (*Naive)(nil)

// Query implements graph.Store, on a snapshot.
func (n *Naive) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	if err := q.Validate(); err != nil {
		return nil, fmt.Errorf("asking a query: %w", err)
	}
	g := n.snapshot()
	answer := &graph.Answer{}
	for i := range q.Roots {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		answer.Results = append(answer.Results, g.root(&q.Roots[i]))
	}
	return answer, ctx.Err()
}

func (g moment) root(r *graph.Root) graph.Result {
	var result graph.Result
	switch {
	case r.Lookup != nil:
		for _, id := range r.Lookup.IDs {
			node := g.find(id, r.Lookup.Labels, &result)
			result.Objects = append(result.Objects, g.object(node, &r.Lookup.Node))
		}
	case r.Nodes != nil:
		result.Page = g.page("", r.Nodes)
	case r.Search != nil:
		result.Page = g.search(r.Search)
	case r.Path != nil:
		result.Walked = g.path(r.Path, &result)
	case r.Subgraph != nil:
		result.Walked = g.subgraph(r.Subgraph, &result)
	case r.Timeline != nil:
		result.Page = g.timeline(r.Timeline, &result)
	case r.Stats:
		result.Counts = g.stats()
	}
	return result
}

// find gives the id of the node of the labels that an id or former id leads
// to, "" where there is none; what fits several it notes in the result.
func (g moment) find(id string, labels []string, note *graph.Result) string {
	allowed := func(label string) bool { return len(labels) == 0 || slices.Contains(labels, label) }
	if n, ok := g.nodes[id]; ok && allowed(n.Label) {
		return id
	}
	var candidates []string
	for _, other := range g.nodeIDs() {
		if n := g.nodes[other]; allowed(n.Label) && slices.Contains(n.FormerIDs, id) {
			candidates = append(candidates, other)
		}
	}
	switch len(candidates) {
	case 0:
		return ""
	case 1:
		return candidates[0]
	}
	if note.Ambiguous == nil {
		note.Ambiguous = map[string][]string{}
	}
	note.Ambiguous[id] = candidates
	return ""
}

// findAll is find for a list: the ids found, sorted, each once.
func (g moment) findAll(ids, labels []string, note *graph.Result) []string {
	var found []string
	for _, id := range ids {
		if node := g.find(id, labels, note); node != "" {
			found = append(found, node)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// object is the node as far as it is wanted, nil for the id "".
func (g moment) object(id string, want *graph.Selection) *graph.Object {
	if id == "" {
		return nil
	}
	node := cloneNode(g.nodes[id])
	out := &graph.Object{Node: graph.Node{Label: node.Label, ID: id}}
	for _, name := range want.Properties {
		if value, ok := node.Properties[name]; ok {
			if out.Properties == nil {
				out.Properties = graph.Properties{}
			}
			out.Properties[name] = value
		}
	}
	if want.FormerIDs {
		out.FormerIDs = node.FormerIDs
	}
	if want.Disagreements {
		out.Disagreements = node.Disagreements
	}
	for i := range want.Connections {
		c := &want.Connections[i]
		if !hangsFrom(c, node.Label) {
			continue
		}
		if out.Pages == nil {
			out.Pages = map[string]*graph.Page{}
		}
		out.Pages[c.Key] = g.page(id, c)
	}
	if want.Supports != nil && node.Label == "Passage" {
		for _, link := range g.linkIDs() {
			if slices.Contains(g.links[link].Evidence, id) {
				out.Supports = append(out.Supports, g.link(link, want.Supports))
			}
		}
	}
	return out
}

// hangsFrom tells whether nodes of a label have the connection.
func hangsFrom(c *graph.Connection, label string) bool {
	return (len(c.On) == 0 || slices.Contains(c.On, label)) && hasWalk(c.Walk, label)
}

// hasWalk tells whether the ontology lets nodes of a label have relationships of the walk.
func hasWalk(w *graph.Walk, label string) bool {
	rel, ok := schema.RelationshipOf(w.Type)
	if !ok {
		return false
	}
	if w.Direction == string(schema.Out) {
		return slices.Contains(rel.From, label)
	}
	return slices.Contains(rel.To, label)
}

// link is the relationship as far as it is wanted.
func (g moment) link(id string, want *graph.LinkSelection) *graph.Link {
	if want == nil {
		return nil
	}
	out := &graph.Link{Relationship: cloneLink(g.links[id])}
	if want.Evidence != nil {
		for _, passage := range out.Evidence {
			if _, ok := g.nodes[passage]; ok {
				out.Passages = append(out.Passages, g.object(passage, want.Evidence))
			}
		}
	}
	return out
}

func (g moment) stats() *graph.Counts {
	counts := &graph.Counts{Nodes: map[string]int{}, Relationships: map[string]int{}}
	for _, n := range g.nodes {
		counts.Nodes[n.Label]++
	}
	for _, r := range g.links {
		counts.Relationships[r.Type]++
	}
	return counts
}
