package graph_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entente-graph/entente/graph"
)

func TestName(t *testing.T) {
	long := strings.Repeat("é", 100)
	for _, test := range []struct {
		node graph.Node
		want string
	}{
		{graph.Node{Label: "State", ID: "kg", Properties: graph.Properties{"name": "Kyrgyzstan"}}, "Kyrgyzstan"},
		{graph.Node{Label: "Agreement", ID: "a", Properties: graph.Properties{"title": long}}, long},
		{graph.Node{Label: "Citation", ID: "c", Properties: graph.Properties{"outlet": "Report.az", "publishedOn": "2022-04-26"}}, "Report.az, 2022-04-26"},
		{graph.Node{Label: "Citation", ID: "c", Properties: graph.Properties{"outlet": "Report.az"}}, "Report.az"},
		{graph.Node{Label: "Passage", ID: "p", Properties: graph.Properties{"text": long}}, strings.Repeat("é", 80)},
		{graph.Node{Label: "Statement", ID: "s", Properties: graph.Properties{"text": "Short."}}, "Short."},
		{graph.Node{Label: "Leader", ID: "leader-x"}, "leader-x"},
		{graph.Node{Label: "Planet", ID: "mars"}, "mars"},
	} {
		if got := test.node.Name(); got != test.want {
			t.Errorf("got name %q of %s, want %q", got, test.node.ID, test.want)
		}
	}
}

func TestTruncate(t *testing.T) {
	for _, test := range []struct {
		text string
		n    int
		only bool
		want string
	}{
		{"éèà", 2, true, "éè"}, {"éèà", 3, true, "éèà"}, {"éèà", 9, true, "éèà"}, {"éèà", 0, true, ""}, {"éèà", 1, false, "éèà"},
	} {
		if got := graph.Truncate(test.text, test.n, test.only); got != test.want {
			t.Errorf("Truncate(%q, %d, %v): got %q, want %q", test.text, test.n, test.only, got, test.want)
		}
	}
}

func TestRelationshipID(t *testing.T) {
	between := func(kind, from, to string, ps graph.Properties) graph.Relationship {
		return graph.Relationship{Type: kind, From: graph.Ref{ID: from}, To: graph.Ref{ID: to}, Properties: ps}
	}
	for want, r := range map[string]graph.Relationship{
		"to/visit-x/kg":                            between("TO", "visit-x", "kg", nil),
		"signed_during/a/v":                        between("SIGNED_DURING", "a", "v", nil),
		"participates_in/kg/p":                     between("PARTICIPATES_IN", "kg", "p", graph.Properties{"role": "builder"}),
		"holds_office/l/kg/prime-minister/2021-01": between("HOLDS_OFFICE", "l", "kg", graph.Properties{"title": "Prime Minister", "from": "2021-01", "to": "2022"}),
		"holds_office/l/kg/president/":             between("HOLDS_OFFICE", "l", "kg", graph.Properties{"title": "president"}),
		"holds_office/l/kg//2021":                  between("HOLDS_OFFICE", "l", "kg", graph.Properties{"from": "2021"}),
		"holds_office/l/kg//":                      between("HOLDS_OFFICE", "l", "kg", nil),
		"mentions/p/kg/3-9":                        between("MENTIONS", "p", "kg", graph.Properties{"start": int64(3), "end": int64(9), "surface": "Bishkek"}),
		"likes/a/b":                                between("LIKES", "a", "b", nil),
	} {
		if got := r.ID(); got != want {
			t.Errorf("got id %q, want %q", got, want)
		}
	}
}

func TestSortEvidence(t *testing.T) {
	r := graph.Relationship{Evidence: []string{"p-2", "p-1", "p-2", "p-10", "p-2"}, Spans: []string{"10-12", "0-4", "9-30", "1-2", "9-20"}}
	r.SortEvidence()
	if diff := cmp.Diff(graph.Relationship{Evidence: []string{"p-1", "p-10", "p-2"}, Spans: []string{"0-4", "1-2", "9-20"}}, r); diff != "" {
		t.Errorf("got other than wanted (-want +got):\n%s", diff)
	}
	var none graph.Relationship
	none.SortEvidence()
	if len(none.Evidence)+len(none.Spans) > 0 {
		t.Errorf("got %v of no evidence, want none", none)
	}
}

// TestSortEvidenceLaw: passages are sorted, each once with its least span,
// whatever the order before; sorting again changes nothing.
func TestSortEvidenceLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 8).Draw(t, "n")
		var r graph.Relationship
		for range n {
			r.Evidence = append(r.Evidence, "p-"+strconv.Itoa(rapid.IntRange(0, 4).Draw(t, "passage")))
			r.Spans = append(r.Spans, strconv.Itoa(rapid.IntRange(0, 12).Draw(t, "start"))+"-"+strconv.Itoa(rapid.IntRange(12, 20).Draw(t, "end")))
		}
		before := map[string][]string{}
		for i, p := range r.Evidence {
			before[p] = append(before[p], r.Spans[i])
		}
		order := rapid.Permutation(indexes(n)).Draw(t, "order")
		var other graph.Relationship
		for _, i := range order {
			other.Evidence, other.Spans = append(other.Evidence, r.Evidence[i]), append(other.Spans, r.Spans[i])
		}
		r.SortEvidence()
		other.SortEvidence()
		if diff := cmp.Diff(r, other); diff != "" {
			t.Fatalf("got other evidence from another order:\n%s", diff)
		}
		if len(r.Evidence) != len(before) || len(r.Spans) != len(before) || !slices.IsSorted(r.Evidence) {
			t.Fatalf("got %v with %v, want the %d passages sorted", r.Evidence, r.Spans, len(before))
		}
		for i, p := range r.Evidence {
			if least := slices.MinFunc(before[p], compareSpans); r.Spans[i] != least {
				t.Fatalf("got span %s of %s, want %s", r.Spans[i], p, least)
			}
		}
	})
}

func indexes(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func compareSpans(a, b string) int {
	switch {
	case graph.SpanLess(a, b):
		return -1
	case graph.SpanLess(b, a):
		return 1
	}
	return 0
}

func TestParseSpan(t *testing.T) {
	for span, want := range map[string][2]int{"3-14": {3, 14}, "0-0": {0, 0}, "": {0, 0}, "3": {0, 0}, "a-4": {0, 0}, "4-b": {0, 0}, "3-14-15": {0, 0}} {
		if start, end := graph.ParseSpan(span); start != want[0] || end != want[1] {
			t.Errorf("ParseSpan(%q): got %d, %d, want %v", span, start, end, want)
		}
	}
}

func FuzzParseSpan(f *testing.F) {
	for _, span := range []string{"3-14", "-1-2", "3--14", "999999999999999999999-1", "+1-2"} {
		f.Add(span, 3, 14)
	}
	f.Fuzz(func(t *testing.T, span string, start, end int) {
		graph.ParseSpan(span)
		if start < 0 || end < 0 {
			return
		}
		if a, b := graph.ParseSpan(strconv.Itoa(start) + "-" + strconv.Itoa(end)); a != start || b != end {
			t.Fatalf("got %d-%d, want %d-%d", a, b, start, end)
		}
	})
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("one two three ", 30)
	for _, test := range []struct{ name, text, terms, begins, holds string }{
		{"short", "A short text.", "text", "A short", "text."},
		{"no hit", long, "four", "one two three", "three"},
		{"hit at the beginning", "Needle " + long, "needle", "Needle one", "two"},
		{"hit far on", long + "Şəki NEEDLE " + long, "seki", "", "Şəki NEEDLE"},
		{"hit at the end", long + "needle", "needle", "", "needle"},
		{"no spaces", strings.Repeat("語", 300), "x", "語", "語"},
		{"empty", "", "x", "", ""},
	} {
		got := graph.Snippet(test.text, strings.Fields(test.terms))
		if !strings.HasPrefix(got, test.begins) || !strings.Contains(got, test.holds) || !strings.Contains(test.text, got) || utf8.RuneCountInString(got) > 160 {
			t.Errorf("%s: got %q, want a slice of at most 160 code points that begins with %q and holds %q", test.name, got, test.begins, test.holds)
		}
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add(strings.Repeat("word ", 60)+"needle", "needle")
	f.Add(strings.Repeat("é", 200), "")
	f.Add("İ ŉ "+strings.Repeat("\u0301", 170), "n")
	f.Fuzz(func(t *testing.T, text, asked string) {
		if !utf8.ValidString(text) {
			return
		}
		got := graph.Snippet(text, graph.Terms(asked))
		if !strings.Contains(text, got) || utf8.RuneCountInString(got) > 160 || (text != "" && got == "") {
			t.Fatalf("got %q of %q, want a slice of at most 160 code points", got, text)
		}
	})
}
