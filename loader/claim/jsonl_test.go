package claim_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/google/go-cmp/cmp"
)

// lines is a small Reading as jsonl; each line can be spoilt on its own.
var lines = []string{
	`{"document":{"sha256":"` + strings.Repeat("a1", 32) + `","source":"a.txt","title":"Visits","publishedOn":"2024-05","publishedOnBasis":"stated"}}`,
	`{"passage":{"text":"Жапаров went to Baku with 10 documents.","start":0,"end":39}}`,
	`{"entity":{"ref":"leader:1","label":"Leader","properties":{"aliases":["Japarov"],"name":"Sadyr Japarov"},"evidence":[{"passage":0,"start":0,"end":7}],"rule":"name","confidence":0.9}}`,
	`{"entity":{"ref":"state:az","label":"State","properties":{"name":"Azerbaijan"},"evidence":[{"passage":0,"start":16,"end":20}],"rule":"capital","confidence":0.9}}`,
	`{"entity":{"ref":"visit:1","label":"Visit","properties":{"startDate":"2024-04","status":"completed"},"evidence":[{"passage":0,"start":0,"end":20}],"rule":"went","weak":["year"],"confidence":0.85}}`,
	`{"entity":{"ref":"agreement:1","label":"Agreement","properties":{"amount":500000000,"documentCount":10,"title":"10 documents"},"head":["documents"],"evidence":[{"passage":0,"start":26,"end":38}],"rule":"count","confidence":0.8}}`,
	`{"fact":{"type":"MADE","from":"leader:1","to":"visit:1","evidence":[{"passage":0,"start":0,"end":20}],"rule":"went","confidence":0.9}}`,
	`{"fact":{"type":"TO","from":"visit:1","to":"state:az","evidence":[{"passage":0,"start":0,"end":20}],"rule":"went","confidence":0.9}}`,
	`{"mention":{"passage":0,"start":0,"end":7,"surface":"Жапаров","of":"leader:1"}}`,
}

func decode(s string) ([]*claim.Reading, error) {
	var out []*claim.Reading
	for r, err := range claim.Decode(strings.NewReader(s)) {
		if err != nil {
			return out, err
		}
		out = append(out, r)
	}
	return out, nil
}

func TestJSONL(t *testing.T) {
	text := strings.Join(lines, "\n") + "\n"
	got, err := decode(text + text)
	if err != nil || len(got) != 2 {
		t.Fatalf("two Readings: got %d and %v, want 2", len(got), err)
	}
	if p := got[0].Entities[3].Properties; p["documentCount"] != int64(10) || p["amount"] != 5e8 {
		t.Errorf("numbers: got %T and %T, want int64 and float64", p["documentCount"], p["amount"])
	}
	if diff := cmp.Diff([]string{"Japarov"}, got[0].Entities[0].Properties["aliases"]); diff != "" {
		t.Errorf("aliases (-want +got):\n%s", diff)
	}
	var b bytes.Buffer
	if err := claim.Encode(&b, got[0]); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, b.String()); diff != "" {
		t.Errorf("there and back (-want +got):\n%s", diff)
	}
}

func TestJSONLRefuses(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"no document", lines[0] + "\n", "", "line 1: invalid: claims begin with a document line"},
		{"broken JSON", `{"passage":{`, `{"passage":`, "line 2"},
		{"an unknown field", `"rule":"name"`, `"rool":"name"`, "line 3"},
		{"two things on a line", lines[8], lines[8] + lines[8], "line 9"},
		{"an unknown label", `"label":"State"`, `"label":"Planet"`, "line 4"},
		{"an unknown property", `"startDate"`, `"begins"`, "line 5"},
		{"an unknown type", `"type":"MADE"`, `"type":"WENT"`, "line 7"},
		{"a passage as entity", `"label":"Leader"`, `"label":"Passage"`, "no property"},
		{"a fraction of a document", `"documentCount":10`, `"documentCount":1.5`, "line 6"},
		{"a reference to nothing", `"from":"leader:1"`, `"from":"leader:2"`, "document of line 1"},
		{"the wrong way", `"from":"leader:1","to":"visit:1"`, `"from":"visit:1","to":"leader:1"`, "does not lead"},
		{"a short passage", `"end":39`, `"end":38`, "code points"},
		{"a span outside", `"start":26,"end":38`, `"start":26,"end":40`, "does not lie within"},
		{"an empty span", `"start":26,"end":38`, `"start":26,"end":26`, "does not lie within"},
		{"no such passage", `{"passage":0,"start":26`, `{"passage":1,"start":26`, "no passage 1"},
		{"no evidence", `"evidence":[{"passage":0,"start":0,"end":7}]`, `"evidence":[]`, "no evidence"},
		{"another surface", `"surface":"Жапаров"`, `"surface":"Japarov"`, "is not the slice"},
		{"a date that is none", `"2024-04"`, `"2024-13"`, "no value"},
		{"a status that is none", `"completed"`, `"done"`, "no value"},
		{"too sure", `"rule":"count","confidence":0.8`, `"rule":"count","confidence":1.8`, "confidence"},
		{"twice the same", `"ref":"visit:1"`, `"ref":"state:az"`, "there twice"},
		{"another name than label", `"ref":"visit:1","label":"Visit"`, `"ref":"trip:1","label":"Visit"`, "is called"},
		{"no code", `state:az`, `state:a1`, "no code"},
		{"a short hash", "a1a1a1", "a1", "64"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Join(lines, "\n") + "\n"
			spoilt := strings.ReplaceAll(text, c.old, c.new)
			if spoilt == text {
				t.Fatal("nothing was spoilt")
			}
			_, err := decode(spoilt)
			if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want ErrInvalid that says %q", err, c.want)
			}
		})
	}
}

// FuzzDecode shows that whatever comes in, what is let through is sound and
// goes there and back.
func FuzzDecode(f *testing.F) {
	f.Add(strings.Join(lines, "\n"))
	for _, l := range lines {
		f.Add(lines[0] + "\n" + l)
	}
	f.Fuzz(func(t *testing.T, s string) {
		all, err := decode(s)
		if err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("got %v, want ErrInvalid", err)
		}
		var b bytes.Buffer
		for _, r := range all {
			if err := r.Validate(); err != nil {
				t.Errorf("let through: %v", err)
			}
			if err := claim.Encode(&b, r); err != nil {
				t.Fatal(err)
			}
		}
		again, err := decode(b.String())
		if err != nil {
			t.Fatalf("reading what was written: %v", err)
		}
		if diff := cmp.Diff(all, again); diff != "" {
			t.Errorf("there and back (-want +got):\n%s", diff)
		}
	})
}
