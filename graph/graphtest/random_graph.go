package graphtest

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// dice draws random graphs and queries from small pools, so that values meet.
type dice struct {
	*rand.Rand
	ids   map[string][]string // of nodes, by label
	links map[string][]string // ids of relationships, by type
}

func newDice(seed uint64) *dice {
	return &dice{Rand: rand.New(rand.NewPCG(seed, 42)), ids: map[string][]string{}, links: map[string][]string{}}
}

// chance is true so often.
func (d *dice) chance(p float64) bool { return d.Float64() < p }

func pick[T any](d *dice, from []T) T { return from[d.IntN(len(from))] }

// some draws from 1 to most elements, each at most once, in order of from.
func some[T any](d *dice, from []T, most int) []T {
	order := d.Perm(len(from))[:1+d.IntN(min(most, len(from)))]
	slices.Sort(order)
	var out []T
	for _, i := range order {
		out = append(out, from[i])
	}
	return out
}

func texts() []string {
	return []string{"", "Treaty", "treaty", "TRÊATY of friendship", "İlham Əliyev", "Ilham Eliyev", "O'Neil", "100% _under*", "Straße 5", "strasse",
		"Жапаров", "中文 name", "a\"b\\c", "visit to Baku", "Baku", "baku summit", "é", "e\u0301", "😀 smile", "\uffee"}
}

func dates() []string {
	return []string{"2021", "2022", "2022-04", "2022-04-20", "2022-04-30", "2022-12-31", "2023", "2023-01", "2023-01-01", "2024-02", "2024-02-29", "2024-11-05"}
}

func ints() []int64 { return []int64{0, 1, 2, 3, 12, -1, 1 << 40} }

func floats() []float64 { return []float64{0, 0.1, 1, 2.5, 25e6, 4.7e9, -3, 1e21} }

// value draws a value of a property, of its kind.
func (d *dice) value(p schema.Property) any {
	switch p.Kind {
	case schema.TextList:
		return slices.Compact(slices.Sorted(slices.Values(some(d, texts(), 3))))
	case schema.Date:
		return pick(d, dates())
	case schema.Int:
		return pick(d, ints())
	case schema.Float:
		return pick(d, floats())
	case schema.Enum:
		return strings.ToLower(pick(d, schema.EnumValues(p.Enum)))
	}
	return pick(d, texts())
}

func (d *dice) properties(of []schema.Property, missing float64) graph.Properties {
	ps := graph.Properties{}
	for _, p := range of {
		if p.Kind != schema.ID && !d.chance(missing) {
			ps[p.Name] = d.value(p)
		}
	}
	return ps
}

// RandomGraph is a graph that obeys the ontology, with about so many nodes of
// each label: equal names, missing values, dates of every precision, former
// ids of one and of several nodes, several offices of one leader in one state.
// The same seed and size give the same graph.
func RandomGraph(seed uint64, size int) *graph.Changes { return newDice(seed).graph(size) }

func (d *dice) graph(size int) *graph.Changes {
	c := &graph.Changes{}
	for _, l := range schema.Labels() {
		for i := range 1 + d.IntN(2*size) {
			id := graph.NewID(l.Name, pick(d, texts()), strconv.Itoa(i))
			n := graph.Node{Label: l.Name, ID: id, Properties: d.properties(l.Properties, 0.35)}
			if d.chance(0.3) {
				n.FormerIDs = []string{graph.NewID(l.Name, "former", strconv.Itoa(d.IntN(4)))}
			}
			d.ids[l.Name] = append(d.ids[l.Name], id)
			c.PutNodes = append(c.PutNodes, n)
		}
	}
	for i := range c.PutNodes {
		if d.chance(0.2) {
			c.PutNodes[i].Disagreements = []graph.Disagreement{{Field: "name", Value: pick(d, texts()), Evidence: slices.Sorted(slices.Values(some(d, d.ids["Passage"], 2)))}}
		}
	}
	seen := map[string]bool{}
	for _, rel := range schema.Relationships() {
		for range 2 + d.IntN(5*size) {
			r := d.relationship(rel)
			if id := r.ID(); !seen[id] && r.From.ID != r.To.ID {
				seen[id] = true
				d.links[rel.Type] = append(d.links[rel.Type], id)
				c.PutRelationships = append(c.PutRelationships, graph.PutRelationship{Relationship: r})
			}
		}
	}
	return c
}

func (d *dice) relationship(rel schema.Relationship) graph.Relationship {
	end := func(labels []string) graph.Ref {
		label := pick(d, labels)
		return graph.Ref{Label: label, ID: pick(d, d.ids[label])}
	}
	r := graph.Relationship{Type: rel.Type, From: end(rel.From), To: end(rel.To), Properties: d.properties(rel.Properties, 0.3)}
	if rel.Type == "MENTIONS" {
		r.Properties = graph.Properties{"start": int64(d.IntN(3)), "end": int64(3 + d.IntN(3)), "surface": pick(d, texts())}
	}
	if rel.Fact {
		for _, p := range some(d, d.ids["Passage"], 3) {
			r.Evidence = append(r.Evidence, p)
			r.Spans = append(r.Spans, strconv.Itoa(d.IntN(5))+"-"+strconv.Itoa(5+d.IntN(5)))
		}
		r.SortEvidence()
		r.Confidence = float64(5+d.IntN(96)) / 100
	}
	return r
}
