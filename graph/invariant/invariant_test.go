package invariant_test

import (
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/invariant"
)

// whole is a graph with nothing wrong, as fresh values.
func whole() []graph.Record {
	return []graph.Record{
		{Node: &graph.Node{Label: "Document", ID: "document-1", Properties: graph.Properties{"title": "T"}}},
		{Node: &graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "Kyrgyzstan"}}},
		{Node: &graph.Node{Label: "Passage", ID: "passage-1", Properties: graph.Properties{
			"text": "Əli went.", "index": int64(0), "start": int64(0), "end": int64(9)}}},
		{Node: &graph.Node{Label: "Passage", ID: "passage-2", Properties: graph.Properties{
			"text": "Back.", "index": int64(1), "start": int64(10), "end": int64(15)}}},
		{Node: &graph.Node{Label: "Visit", ID: "visit-1", Properties: graph.Properties{
			"name": "V", "kind": "state", "startDate": "2024-04", "startDatePrecision": "month"}}},
		{Relationship: &graph.Relationship{Type: "MENTIONS", From: graph.Ref{Label: "Passage", ID: "passage-1"}, To: graph.Ref{Label: "State", ID: "kg"},
			Properties: graph.Properties{"start": int64(0), "end": int64(3), "surface": "Əli"}}},
		{Relationship: &graph.Relationship{Type: "PART_OF", From: graph.Ref{Label: "Passage", ID: "passage-1"}, To: graph.Ref{Label: "Document", ID: "document-1"}}},
		{Relationship: &graph.Relationship{Type: "PART_OF", From: graph.Ref{Label: "Passage", ID: "passage-2"}, To: graph.Ref{Label: "Document", ID: "document-1"}}},
		{Relationship: &graph.Relationship{Type: "TO", From: graph.Ref{Label: "Visit", ID: "visit-1"}, To: graph.Ref{Label: "State", ID: "kg"},
			Evidence: []string{"passage-1", "passage-2"}, Spans: []string{"0-9", "0-4"}, Confidence: 0.9}},
	}
}

func check(t *testing.T, records []graph.Record) []string {
	t.Helper()
	var seq iter.Seq2[graph.Record, error] = func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
	var out []string
	for v, err := range invariant.Check(seq) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v.Rule+" "+v.ID+": "+v.What)
	}
	return out
}

func TestNothingIsWrongWithAWholeGraph(t *testing.T) {
	if diff := cmp.Diff([]string(nil), check(t, whole())); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

// TestEachBreakIsNamed breaks one thing at a time.
func TestEachBreakIsNamed(t *testing.T) {
	const document, state, passage, second, visit, mention, part, _, to = 0, 1, 2, 3, 4, 5, 6, 7, 8
	for name, c := range map[string]struct {
		breaks func(r []graph.Record) []graph.Record
		want   string
	}{
		"order":         {func(r []graph.Record) []graph.Record { r[0], r[1] = r[1], r[0]; return r }, `order document-1: comes after "kg"`},
		"twice":         {func(r []graph.Record) []graph.Record { return append(r[:1], r...) }, "id document-1: stands there twice"},
		"label":         {func(r []graph.Record) []graph.Record { r[document].Node.Label = "Moon"; return r }, `label document-1: there is no label "Moon"`},
		"id":            {func(r []graph.Record) []graph.Record { r[state].Node.Label = "Leader"; return r }, `id kg: does not begin with its label "leader"`},
		"property":      {func(r []graph.Record) []graph.Record { r[visit].Node.Properties["moon"] = "x"; return r }, `property visit-1: there is no "moon"`},
		"kind of value": {func(r []graph.Record) []graph.Record { r[visit].Node.Properties["place"] = int64(1); return r }, "property visit-1: place is 1, must be a text"},
		"enum":          {func(r []graph.Record) []graph.Record { r[visit].Node.Properties["kind"] = "secret"; return r }, "property visit-1: kind is secret, must be a enum"},
		"precision": {func(r []graph.Record) []graph.Record {
			r[visit].Node.Properties["startDatePrecision"] = "day"
			return r
		}, `date visit-1: startDate is "2024-04", startDatePrecision says day`},
		"no precision": {func(r []graph.Record) []graph.Record {
			delete(r[visit].Node.Properties, "startDatePrecision")
			return r
		}, `date visit-1: startDate is "2024-04", without its precision`},
		"former ids": {func(r []graph.Record) []graph.Record { r[visit].Node.FormerIDs = []string{"b", "a"}; return r }, `order visit-1: formerIds: "a" comes after "b"`},
		"disagreement": {func(r []graph.Record) []graph.Record {
			r[visit].Node.Disagreements = []graph.Disagreement{{Field: "place", Value: "x", Evidence: []string{"nowhere"}}}
			return r
		}, "evidence visit-1: a disagreement names nowhere, which is no passage"},
		"passage's length": {func(r []graph.Record) []graph.Record { r[passage].Node.Properties["end"] = int64(10); return r }, "passage passage-1: its text has 9 code points, its place is 0-10"},
		"passage's place": {func(r []graph.Record) []graph.Record {
			r[second].Node.Properties["start"], r[second].Node.Properties["end"] = int64(8), int64(13)
			return r
		}, "passage passage-2: overlaps passage-1"},
		"passage's index": {func(r []graph.Record) []graph.Record { r[second].Node.Properties["index"] = int64(0); return r }, "passage passage-2: has index 0, comes after index 0 of document-1"},
		"passage alone":   {func(r []graph.Record) []graph.Record { return append(r[:part], r[part+1:]...) }, "passage passage-1: stands in no document"},
		"mention":         {func(r []graph.Record) []graph.Record { r[mention].Relationship.Properties["surface"] = "Eli"; return r }, `mention mentions/passage-1/kg/0-3: "Eli" is not what stands there`},
		"end":             {func(r []graph.Record) []graph.Record { r[to].Relationship.To.ID = "zz"; return r }, "ends to/visit-1/zz: its end zz is not there"},
		"end's label": {func(r []graph.Record) []graph.Record {
			r[to].Relationship.To = graph.Ref{Label: "Passage", ID: "passage-1"}
			return r
		}, "ends to/visit-1/passage-1: its end is a Passage, must be one of State"},
		"no evidence": {func(r []graph.Record) []graph.Record {
			r[to].Relationship.Evidence, r[to].Relationship.Spans = nil, nil
			return r
		}, "evidence to/visit-1/kg: has none"},
		"spans": {func(r []graph.Record) []graph.Record { r[to].Relationship.Spans = []string{"0-9"}; return r }, "evidence to/visit-1/kg: has 2 passages and 1 spans"},
		"span":  {func(r []graph.Record) []graph.Record { r[to].Relationship.Spans[1] = "0-6"; return r }, `span to/visit-1/kg: "0-6" does not lie within passage-2`},
		"evidence's order": {func(r []graph.Record) []graph.Record {
			e := r[to].Relationship.Evidence
			e[0], e[1] = e[1], e[0]
			return r
		}, `order to/visit-1/kg: evidence: "passage-1" comes after "passage-2"`},
		"confidence": {func(r []graph.Record) []graph.Record { r[to].Relationship.Confidence = 0.123; return r }, "confidence to/visit-1/kg: is 0.123, must lie within 0 and 1 and have two decimals"},
		"no fact":    {func(r []graph.Record) []graph.Record { r[part].Relationship.Confidence = 1; return r }, "evidence part_of/passage-1/document-1: states no fact, and has evidence or confidence"},
	} {
		t.Run(name, func(t *testing.T) {
			got := check(t, c.breaks(whole()))
			if !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("got %q, want %q among them", got, c.want)
			}
		})
	}
}
