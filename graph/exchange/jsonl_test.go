package exchange_test

import (
	"bytes"
	"errors"
	"flag"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite golden files")

// sample is a small graph that has something of everything.
func sample() []graph.Record {
	records := []graph.Record{
		{Node: &graph.Node{Label: "Document", ID: "document-1", Properties: graph.Properties{
			"title": "A \"quoted\"\ttitle\u2028 with \\ and \u0001", "publishedOn": "2024-05", "publishedOnPrecision": "month", "publishedOnBasis": "inferred"}}},
		{Node: &graph.Node{Label: "Passage", ID: "passage-1", Properties: graph.Properties{
			"text": "Mr Ə. went <there> & back.", "index": int64(0), "start": int64(0), "end": int64(26)}}},
		{Node: &graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "Kyrgyzstan"}}},
		{Node: &graph.Node{Label: "Leader", ID: "leader-x", Properties: graph.Properties{"name": "X", "aliases": []string{"A", "B"}},
			FormerIDs: []string{"leader-y"}}},
		{Node: &graph.Node{Label: "Agreement", ID: "agreement-1", Properties: graph.Properties{
			"title": "T", "kind": "fund", "amount": 5e8, "documentCount": int64(12)},
			Disagreements: []graph.Disagreement{{Field: "amount", Value: "600000000", Evidence: []string{"passage-1"}}}}},
		{Node: &graph.Node{Label: "Figure", ID: "figure-1", Properties: graph.Properties{"value": 0.1}}},
		{Relationship: &graph.Relationship{Type: "HOLDS_OFFICE", From: graph.Ref{Label: "Leader", ID: "leader-x"}, To: graph.Ref{Label: "State", ID: "kg"},
			Properties: graph.Properties{"title": "Prime Minister", "from": "2021"}, Evidence: []string{"passage-1"}, Spans: []string{"0-26"}, Confidence: 0.9}},
		{Relationship: &graph.Relationship{Type: "PART_OF", From: graph.Ref{Label: "Passage", ID: "passage-1"}, To: graph.Ref{Label: "Document", ID: "document-1"}}},
		{Relationship: &graph.Relationship{Type: "MENTIONS", From: graph.Ref{Label: "Passage", ID: "passage-1"}, To: graph.Ref{Label: "Leader", ID: "leader-x"},
			Properties: graph.Properties{"start": int64(3), "end": int64(5), "surface": "Ə."}}},
	}
	exchange.Sort(records)
	return records
}

func seq(records []graph.Record) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func collect(t interface{ Fatalf(string, ...any) }, records iter.Seq2[graph.Record, error]) []graph.Record {
	var out []graph.Record
	for r, err := range records {
		if err != nil {
			t.Fatalf("reading: got %v, want no error", err)
		}
		out = append(out, r)
	}
	return out
}

func TestWriteJSONLIsTheContractsForm(t *testing.T) {
	var got bytes.Buffer
	if err := exchange.WriteJSONL(&got, seq(sample())); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "sample.jsonl")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

func TestNumbers(t *testing.T) {
	for value, want := range map[float64]string{
		5e8: "500000000", 0.1: "0.1", 7.7e9: "7700000000", 1e20: "100000000000000000000",
		1e21: "1e+21", 0.0000001: "0.0000001", -2.5: "-2.5", 0: "0",
	} {
		line, err := exchange.AppendJSONL(nil, graph.Record{Node: &graph.Node{Label: "Figure", ID: "f", Properties: graph.Properties{"value": value}}})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(line), `"value":`+want+`}`) {
			t.Errorf("%v: got %s, want value %s", value, line, want)
		}
	}
}

func TestWriteJSONLRefusesDisorderAndTheUnknown(t *testing.T) {
	records := sample()
	records[0], records[1] = records[1], records[0]
	for name, bad := range map[string][]graph.Record{
		"disorder":         records,
		"unknown label":    {{Node: &graph.Node{Label: "Spaceship", ID: "s"}}},
		"unknown property": {{Node: &graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"moon": "x"}}}},
		"not UTF-8":        {{Node: &graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "\xff"}}}},
		"neither":          {{}},
	} {
		if err := exchange.WriteJSONL(&bytes.Buffer{}, seq(bad)); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: got %v, want %v", name, err, graph.ErrInvalid)
		}
	}
}

func TestReadOfWriteIsIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawRecords(t)
		var file bytes.Buffer
		if err := exchange.WriteJSONL(&file, seq(want)); err != nil {
			t.Fatalf("got %v, want no error", err)
		}
		if diff := cmp.Diff(want, collect(t, exchange.ReadJSONL(bytes.NewReader(file.Bytes())))); diff != "" {
			t.Fatalf("want -, got +:\n%s", diff)
		}
	})
}

func TestReadJSONLTakesApocsOwnExport(t *testing.T) {
	file := `{"id":"4","type":"node","labels":["Entente","State"],"properties":{"name":"Kyrgyzstan","id":"kg","neo4jImportId":"4"}}
{"type":"node","id":"9","labels":["Visit"],"properties":{"id":"visit-1"}}
{"properties":{"confidence":0.5,"spans":["0-3"],"evidence":["passage-1"]},"type":"relationship","id":"7","label":"TO","start":{"id":"9","labels":["Visit"]},"end":{"id":"4","labels":["State"],"properties":{"id":"kg","name":"Kyrgyzstan"}}}
`
	got := collect(t, exchange.ReadJSONL(strings.NewReader(file)))
	want := []graph.Record{
		{Node: &graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "Kyrgyzstan"}}},
		{Node: &graph.Node{Label: "Visit", ID: "visit-1"}},
		{Relationship: &graph.Relationship{Type: "TO", From: graph.Ref{Label: "Visit", ID: "visit-1"}, To: graph.Ref{Label: "State", ID: "kg"},
			Evidence: []string{"passage-1"}, Spans: []string{"0-3"}, Confidence: 0.5}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

func TestReadJSONLNamesTheLineAndWhatIsWrong(t *testing.T) {
	good := `{"type":"node","id":"kg","labels":["State"],"properties":{"id":"kg"}}` + "\n"
	for _, c := range []struct{ line, want string }{
		{`{"type":"node"`, "not a line of an export"},
		{`{"type":"thing"}`, `type is "thing"`},
		{`{"type":"node","id":"x","labels":["Moon"]}`, "no known label"},
		{`{"type":"node","labels":["State"]}`, "without id"},
		{`{"type":"node","id":"x","labels":["State"],"properties":{"moon":1}}`, `no property "moon"`},
		{`{"type":"node","id":"x","labels":["Visit"],"properties":{"startDate":"soon"}}`, `"soon" is not a date`},
		{`{"type":"node","id":"x","labels":["Visit"],"properties":{"kind":"secret"}}`, "must be one of state, official"},
		{`{"type":"node","id":"x","labels":["Figure"],"properties":{"value":"much"}}`, "must be a float"},
		{`{"type":"relationship","label":"LOVES"}`, `no relationship "LOVES"`},
		{`{"type":"relationship","label":"PART_OF","start":{"id":"a","labels":["State"]},"end":{"id":"b","labels":["State"]}}`, "does not join State to State"},
		{`{"type":"relationship","label":"TO","start":{"id":"a","labels":["Visit"]},"end":{"id":"b","labels":["State"]}}`, "evidence of a TO: 0 passages"},
		{`{"type":"relationship","label":"TO","start":{"id":"a","labels":["Visit"]},"end":{"id":"b","labels":["State"]},"properties":{"evidence":["p"]}}`, "0 spans for 1"},
		{"\xff", "not UTF-8"},
	} {
		var err error
		for _, e := range exchange.ReadJSONL(strings.NewReader(good + c.line)) {
			err = e
		}
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "line 2: ") {
			t.Errorf("%s: got %v, want line 2 and %q", c.line, err, c.want)
		}
	}
}

// FuzzReadJSONL: whatever can be read is written and read back the same.
func FuzzReadJSONL(f *testing.F) {
	var file bytes.Buffer
	if err := exchange.WriteJSONL(&file, seq(sample())); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte(`{"type":"node","id":"kg","labels":["State"],"properties":{"id":"kg"}}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		for r, err := range exchange.ReadJSONL(bytes.NewReader(in)) {
			if err != nil {
				return
			}
			line, err := exchange.AppendJSONL(nil, r)
			if err != nil {
				t.Fatalf("got %v of what was read, want a line", err)
			}
			again, err := exchange.AppendJSONL(nil, collect(t, exchange.ReadJSONL(bytes.NewReader(line)))[0])
			if err != nil || !bytes.Equal(line, again) {
				t.Fatalf("got %s (%v), want %s", again, err, line)
			}
		}
	})
}
