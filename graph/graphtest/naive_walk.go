package graphtest

import (
	"cmp"
	"slices"

	"github.com/entente-graph/entente/graph"
)

// neighbours lists the relationships of a node to nodes of the labels, in
// either direction and by id, with the node at the other end.
func (g moment) neighbours(node string, labels []string) []step {
	var out []step
	for _, id := range g.linkIDs() {
		r := g.links[id]
		switch {
		case r.From.ID == node && slices.Contains(labels, r.To.Label):
			out = append(out, step{link: id, node: r.To.ID})
		case r.To.ID == node && slices.Contains(labels, r.From.Label):
			out = append(out, step{link: id, node: r.From.ID})
		}
	}
	return out
}

// path looks for a shortest path breadth first; the smallest ids win ties.
func (g moment) path(q *graph.PathQuery, note *graph.Result) *graph.Walked {
	from, to := g.find(q.From, q.Labels, note), g.find(q.To, q.Labels, note)
	if from == "" || to == "" {
		return nil
	}
	came := map[string]step{from: {}} // how a node was first reached: the relationship, and from which node
	ring := []string{from}
	for hops := 0; hops < q.MaxHops && len(ring) > 0; hops++ {
		var next []string
		for _, node := range ring {
			for _, s := range g.neighbours(node, q.Labels) {
				if _, seen := came[s.node]; !seen {
					came[s.node] = step{link: s.link, node: node}
					next = append(next, s.node)
				}
			}
		}
		ring = next
	}
	if _, reached := came[to]; !reached {
		return nil
	}
	walked := &graph.Walked{Nodes: []*graph.Object{g.object(to, &q.Node)}, Links: []*graph.Link{}}
	for at := to; at != from; at = came[at].node {
		walked.Links = append(walked.Links, g.link(came[at].link, &q.Link))
		walked.Nodes = append(walked.Nodes, g.object(came[at].node, &q.Node))
	}
	slices.Reverse(walked.Nodes)
	slices.Reverse(walked.Links)
	return walked
}

func (g moment) subgraph(q *graph.Walkabout, note *graph.Result) *graph.Walked {
	hop := map[string]int{}
	ring := g.findAll(q.Centers, q.Labels, note)
	for hops := 0; len(ring) > 0; hops++ {
		for _, node := range ring {
			hop[node] = hops
		}
		if hops == q.Hops {
			break
		}
		var next []string
		for _, node := range ring {
			for _, s := range g.neighbours(node, q.Labels) {
				if _, seen := hop[s.node]; !seen && !slices.Contains(next, s.node) {
					next = append(next, s.node)
				}
			}
		}
		ring = next
	}
	reached := make([]string, 0, len(hop))
	connected := map[string]int{}
	for node := range hop {
		reached = append(reached, node)
		connected[node] = len(g.neighbours(node, q.Labels))
	}
	slices.SortFunc(reached, func(a, b string) int {
		return cmp.Or(cmp.Compare(hop[a], hop[b]), cmp.Compare(connected[b], connected[a]), cmp.Compare(a, b))
	})
	kept := slices.Clone(reached[:min(q.Limit, len(reached))])
	slices.Sort(kept)

	walked := &graph.Walked{Nodes: []*graph.Object{}, Links: []*graph.Link{}}
	for _, node := range kept {
		walked.Nodes = append(walked.Nodes, g.object(node, &q.Node))
	}
	for _, id := range g.linkIDs() {
		if r := g.links[id]; slices.Contains(kept, r.From.ID) && slices.Contains(kept, r.To.ID) {
			walked.Links = append(walked.Links, g.link(id, &q.Link))
		}
	}
	if q.Cut {
		walked.Cut = len(reached) - len(kept)
	}
	return walked
}
