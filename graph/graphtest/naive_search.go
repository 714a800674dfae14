package graphtest

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// search finds the nodes that hold all terms. Its score is the share of the
// text's words that are terms: as good as any, since order is each store's own.
func (g moment) search(q *graph.Search) *graph.Page {
	var rows []keyed
	for _, id := range g.nodeIDs() {
		n := g.nodes[id]
		if !slices.Contains(q.Labels, n.Label) {
			continue
		}
		if score := score(graph.Terms(searchText(n)), q.Terms); score > 0 {
			rows = append(rows, keyed{step: step{node: id}, keys: []any{score, id}})
		}
	}
	page := g.run(rows, []bool{true}, q.After, q.First, q.Count)
	for i, r := range page.kept {
		page.Rows[i].Node = g.object(r.node, &q.Node)
		page.Rows[i].Score = r.keys[0].(float64)
		page.Rows[i].Snippet = graph.Snippet(searchText(g.nodes[r.node]), q.Terms)
	}
	return page.Page
}

// score is 0 where words do not hold all of terms, and there are any.
func score(words, terms []string) float64 {
	hits := 0
	for _, term := range terms {
		n := 0
		for _, w := range words {
			if w == term {
				n++
			}
		}
		if n == 0 {
			return 0
		}
		hits += n
	}
	if hits == 0 {
		return 0
	}
	return float64(hits) / float64(len(words))
}

// searchText is what full-text search covers of a node.
func searchText(n graph.Node) string {
	label, _ := schema.LabelOf(n.Label)
	var texts []string
	for _, p := range label.Properties {
		if s, ok := n.Properties[p.Name].(string); ok && p.Search {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, " ")
}

// run sorts rows and cuts a forward page out of them: Rows stand empty beside
// what they were made from.
func (g moment) run(rows []keyed, desc []bool, after []any, first int, count bool) (out struct {
	*graph.Page
	kept []keyed
}) {
	slices.SortFunc(rows, func(a, b keyed) int { return compareKeys(a.keys, b.keys, desc) })
	begin := 0
	if after != nil {
		begin = countRows(rows, func(r keyed) bool { return compareKeys(r.keys, after, desc) <= 0 })
	}
	end := min(len(rows), begin+first)
	out.kept = rows[begin:end]
	out.Page = &graph.Page{Rows: make([]graph.Row, end-begin), HasPrevious: after != nil, HasNext: end < len(rows)}
	if count {
		out.Total = len(rows)
	}
	return out
}

// eventDate names the date that places a node of a label in a timeline; "" for
// a label that timelines do not have.
func eventDate(label string) string {
	for _, e := range schema.Events() {
		if e.Label == label {
			return e.Date
		}
	}
	return ""
}

func (g moment) timeline(q *graph.Timeline, note *graph.Result) *graph.Page {
	of := g.findAll(q.Of, nil, note)
	joined := map[string]bool{}
	for _, r := range g.links {
		if !isFact(r.Type) {
			continue
		}
		if slices.Contains(of, r.From.ID) {
			joined[r.To.ID] = true
		}
		if slices.Contains(of, r.To.ID) {
			joined[r.From.ID] = true
		}
	}
	var rows []keyed
	for id := range joined {
		property := eventDate(g.nodes[id].Label)
		if property == "" {
			continue
		}
		date, dated := g.nodes[id].Properties[property].(string)
		if q.From != "" && !(dated && graph.DateFits(graph.OpGte, date, q.From)) {
			continue
		}
		if q.To != "" && !(dated && graph.DateFits(graph.OpLte, date, q.To)) {
			continue
		}
		row := keyed{step: step{node: id}, keys: []any{nil, id}}
		if dated {
			row.keys[0] = date
		}
		rows = append(rows, row)
	}
	page := g.run(rows, nil, q.After, q.First, q.Count)
	for i, r := range page.kept {
		page.Rows[i].Node = g.object(r.node, &q.Node)
		page.Rows[i].Date, _ = r.keys[0].(string)
	}
	return page.Page
}
