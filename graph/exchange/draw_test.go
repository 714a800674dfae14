package exchange_test

import (
	"fmt"
	"sort"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/entente-graph/entente/schema"
	"pgregory.net/rapid"
)

// drawRecords draws a graph that the ontology allows, in order.
func drawRecords(t *rapid.T) []graph.Record {
	byID := map[string]graph.Record{}
	byLabel := map[string][]string{}
	for i := range rapid.IntRange(1, 12).Draw(t, "nodes") {
		label := rapid.SampledFrom(schema.Labels()).Draw(t, "label")
		n := graph.Node{Label: label.Name, ID: fmt.Sprintf("%s-%d", strings.ToLower(label.Name), i)}
		n.Properties = drawProperties(t, label.Properties)
		n.FormerIDs = drawSet(t)
		n.Disagreements = drawDisagreements(t)
		byID["0"+n.ID] = graph.Record{Node: &n}
		byLabel[label.Name] = append(byLabel[label.Name], n.ID)
	}
	for range rapid.IntRange(0, 12).Draw(t, "relationships") {
		rel := rapid.SampledFrom(schema.Relationships()).Draw(t, "type")
		from := rapid.SampledFrom(rel.From).Draw(t, "from")
		to := rapid.SampledFrom(rel.To).Draw(t, "to")
		if len(byLabel[from]) == 0 || len(byLabel[to]) == 0 {
			continue
		}
		r := graph.Relationship{Type: rel.Type,
			From: graph.Ref{Label: from, ID: rapid.SampledFrom(byLabel[from]).Draw(t, "start")},
			To:   graph.Ref{Label: to, ID: rapid.SampledFrom(byLabel[to]).Draw(t, "end")}}
		r.Properties = drawProperties(t, rel.Properties)
		if rel.Fact {
			r.Evidence = append(drawSet(t), "~passage")
			for range r.Evidence {
				start := rapid.IntRange(0, 50).Draw(t, "span")
				r.Spans = append(r.Spans, fmt.Sprintf("%d-%d", start, start+1))
			}
			r.Confidence = float64(rapid.IntRange(0, 100).Draw(t, "confidence")) / 100
		}
		byID["1"+r.ID()] = graph.Record{Relationship: &r}
	}
	records := make([]graph.Record, 0, len(byID))
	for _, r := range byID {
		records = append(records, r)
	}
	exchange.Sort(records)
	return records
}

func drawProperties(t *rapid.T, table []schema.Property) graph.Properties {
	var out graph.Properties
	for _, p := range table {
		if p.Name == "id" || rapid.Bool().Draw(t, "leave out") {
			continue
		}
		var v any
		switch p.Kind {
		case schema.Int:
			v = rapid.Int64().Draw(t, p.Name)
		case schema.Float:
			v = rapid.Float64().Filter(func(f float64) bool { return f != 0 }).Draw(t, p.Name)
		case schema.Date:
			v = rapid.SampledFrom([]string{"2024", "2024-02", "2024-02-29"}).Draw(t, p.Name)
		case schema.Enum:
			v = strings.ToLower(rapid.SampledFrom(schema.EnumValues(p.Enum)).Draw(t, p.Name))
		case schema.TextList:
			list := drawSet(t)
			if list == nil {
				continue
			}
			v = list
		default:
			v = rapid.String().Draw(t, p.Name)
		}
		if out == nil {
			out = graph.Properties{}
		}
		out[p.Name] = v
	}
	return out
}

// drawSet draws a sorted set of texts, nil where it is empty.
func drawSet(t *rapid.T) []string {
	list := rapid.SliceOfNDistinct(rapid.StringN(1, 8, -1), 0, 3, rapid.ID[string]).Draw(t, "set")
	var out []string
	for _, s := range list {
		if s < "~" {
			out = append(out, s)
		}
	}
	sort.Strings(out)
	return out
}

func drawDisagreements(t *rapid.T) []graph.Disagreement {
	var out []graph.Disagreement
	for i := range rapid.IntRange(0, 2).Draw(t, "disagreements") {
		out = append(out, graph.Disagreement{
			Field: fmt.Sprintf("field%d", i), Value: rapid.String().Draw(t, "value"), Evidence: drawSet(t)})
	}
	return out
}
