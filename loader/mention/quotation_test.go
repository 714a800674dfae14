package mention_test

import (
	"testing"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/google/go-cmp/cmp"
)

func TestQuotations(t *testing.T) {
	for text, want := range map[string][]string{
		"He said, “We agree.”":                             {"We agree."},
		"He said, \"We agree.\"":                           {"We agree."},
		"«We agree,» he said.":                             {"We agree,"},
		"„Wir“ and ‘us’, not the state’s":                  {"Wir", "us"},
		"“We,” he said, “agree.”":                          {"We,", "agree."},
		"“We agree. We shall sign.” He left.":              {"We agree.", "We shall sign."},
		"He said, “We agree.\n\n“We shall sign.” He left.": {"We agree.", "We shall sign."},
		"“We agree,’’ he said. “No.”":                      {"We agree,", "No."},
		"It is 5\" wide. Nothing more.":                    nil,
		"The ‘90s and the leaders’ talks":                  nil,
		"“He said ‘no’ to us,” she said.":                  {"He said ‘no’ to us,"},
	} {
		doc := document(text)
		var got []string
		for _, m := range mention.Quotations(doc) {
			p := doc.Passages[m.Passage].Text
			got = append(got, p[m.Inner[0]:m.Inner[1]])
			if p[m.Start:m.End] != m.Surface {
				t.Errorf("%q: got surface %q", text, m.Surface)
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", text, d)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	f.Add("“A. B” ‘c’ \"d\n\n“e” «f")
	f.Fuzz(func(t *testing.T, s string) {
		doc := document(s)
		for _, m := range mention.Quotations(doc) {
			p := doc.Passages[m.Passage].Text
			if m.Start >= m.End || m.End > len(p) || m.Inner[0] < m.Start || m.Inner[1] > m.End || m.Inner[0] > m.Inner[1] {
				t.Fatalf("got span %d-%d, inner %v of %q", m.Start, m.End, m.Inner, p)
			}
		}
	})
}
