package graphtest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// find searches for the words of a text and gives the page, hits by id.
func find(t *testing.T, s graph.Store, text string, labels ...string) *graph.Page {
	t.Helper()
	page := ask(t, s, graph.Root{Search: &graph.Search{Terms: graph.Terms(text), Labels: labels, First: 100, Count: true}})[0].Page
	if page == nil {
		t.Fatalf("got no page for the search for %q", text)
	}
	slices.SortFunc(page.Rows, func(a, b graph.Row) int { return compareValues(a.Node.ID, b.Node.ID) })
	return page
}

func searchPromises() []promise {
	return []promise{
		{"search finds all the words, whole and folded", searchWords},
		{"search covers text, name and title of each label", searchLabels},
		{"search takes no syntax", searchSyntax},
		{"search follows changes", searchChanges},
		{"search pages by score and id", searchPages},
		{"search gives snippets", searchSnippets},
		{"search of no words finds nothing", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			page := ask(t, s, graph.Root{Search: &graph.Search{Labels: schema.Facts(), First: 10, Count: true}})[0].Page
			same(t, "page", page, &graph.Page{Rows: []graph.Row{}})
		}},
		{"search counts and cuts", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			page := ask(t, s, graph.Root{Search: &graph.Search{Terms: []string{"japarov"}, Labels: []string{"Passage", "Visit", "Leader"}, First: 0, Count: true}})[0].Page
			same(t, "no rows", page, &graph.Page{Rows: []graph.Row{}, Total: 7, HasNext: true})
		}},
	}
}

func searchWords(t *testing.T, s graph.Store) {
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{
		passage("accents", "Prezident Recep Tayyip Erdoğan İstanbul’da ŞƏKİ"), passage("code", "Decree No. 2024/17-A, item 3.5"),
		passage("empty", ""), passage("long", strings.Repeat("word ", 3000)+"needle"), passage("plain", "The strategic partnership of two states"),
		passage("quote", "O'Neil's and the states' e-mail"), passage("script", "Садыр Жапаров 中文 हिन्दी"), {Label: "Passage", ID: "without"},
	}})
	for text, want := range map[string][]string{
		"strategic":             {"plain"},
		"STRATEGIC Partnership": {"plain"},
		"partnership strategic": {"plain"},
		"strategic alliance":    {},
		"partner":               {},
		"states":                {"plain", "quote"},
		"the two":               {"plain"},
		"the":                   {"plain", "quote"},
		"erdogan":               {"accents"},
		"ERDOĞAN istanbul":      {"accents"},
		"seki":                  {"accents"},
		"Жапаров":               {"script"},
		"жапаров садыр":         {"script"},
		"中文":                    {"script"},
		"हिन्दी":                {"script"},
		"o neil":                {"quote"},
		"O'Neil":                {"quote"},
		"mail":                  {"quote"},
		"2024":                  {"code"},
		"3 5":                   {"code"},
		"17 a":                  {"code"},
		"needle word":           {"long"},
		"and or not":            {},
		"states states":         {"plain", "quote"},
	} {
		page := find(t, s, text, "Passage")
		same(t, "hits of "+text, ids(page), want)
		if page.Total != len(want) {
			t.Errorf("%s: got total %d, want %d", text, page.Total, len(want))
		}
	}
}

func searchLabels(t *testing.T, s graph.Store) {
	c := &graph.Changes{}
	all := []string{}
	for _, l := range schema.Labels() {
		all = append(all, l.Name)
		n := graph.Node{Label: l.Name, ID: l.Name, Properties: graph.Properties{}}
		for _, p := range l.Properties {
			switch {
			case p.Search:
				n.Properties[p.Name] = "seekme"
			case p.Kind == schema.Text:
				n.Properties[p.Name] = "ignoreme"
			}
		}
		c.PutNodes = append(c.PutNodes, n)
	}
	mustApply(t, s, c)
	found := find(t, s, "seekme", all...)
	for _, l := range schema.Labels() {
		searched := slices.ContainsFunc(l.Properties, func(p schema.Property) bool { return p.Search })
		if got := slices.Contains(ids(found), l.Name); got != searched {
			t.Errorf("got %s found %v, want %v", l.Name, got, searched)
		}
	}
	same(t, "what is not searched", ids(find(t, s, "ignoreme", all...)), []string{})
	same(t, "two labels", ids(find(t, s, "seekme", "Visit", "State")), []string{"State", "Visit"})
}

// searchSyntax asks with what FTS5 and Lucene take for operators, wildcards,
// fields, phrases, ranges and escapes.
func searchSyntax(t *testing.T, s graph.Store) {
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{passage("a", "and or not near to text name title"), passage("b", "something else")}})
	search := func(terms []string) (*graph.Answer, error) {
		return s.Query(t.Context(), &graph.Query{Roots: []graph.Root{{Search: &graph.Search{Terms: terms, Labels: []string{"Passage"}, First: 10, Count: true}}}})
	}
	for _, text := range []string{
		"AND", "OR", "NOT", "NEAR", "a AND b", "* OR *", "*", "*:*", "some*", "[a TO z]", "{a TO z}", "text:something", "name : else", `"`, `""`, `"something else`,
		"a/b", "/.*/", "something~", "something^9", "(", "))", "+something -else", "!else", "&& ||", `\`, `\"`, "something\x00else", "^something", "NEAR(a b)", "'; DROP TABLE passage; --", "?", "s?mething", "-", "col:", "{text}:a", "#", "$x", "${x}",
	} {
		terms := graph.Terms(text)
		answer, err := search(terms)
		switch {
		case err != nil:
			t.Errorf("searching for the words of %q: got error %v, want none", text, err)
		case len(terms) == 0 && len(answer.Results[0].Page.Rows) > 0:
			t.Errorf("searching for %q: got %v, want nothing", text, ids(answer.Results[0].Page))
		}
		if len(terms) != 1 || terms[0] != text {
			_, err := search([]string{text})
			wantErr(t, err, graph.ErrInvalid) // a term that Terms does not give
		}
	}
	for text, want := range map[string][]string{"AND": {"a"}, "NOT": {"a"}, "some*": {}, "text:something": {}, `"something else"`: {"b"}, "a OR b": {}, "NEAR TO": {"a"}} {
		same(t, "hits of "+text, ids(find(t, s, text, "Passage")), want)
	}
	many := strings.Fields(strings.Repeat("something else ", 16))
	page := ask(t, s, graph.Root{Search: &graph.Search{Terms: many, Labels: []string{"Passage"}, First: 10}})[0].Page
	same(t, "32 words", ids(page), []string{"b"})
}

func searchChanges(t *testing.T, s graph.Store) {
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{passage("a", "old words"), passage("b", "old words")}})
	same(t, "before", ids(find(t, s, "old", "Passage")), []string{"a", "b"})
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{passage("a", "new words")}, DropNodes: []string{"b"}})
	same(t, "old after", ids(find(t, s, "old", "Passage")), []string{})
	same(t, "new after", ids(find(t, s, "new", "Passage")), []string{"a"})
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{{Label: "Passage", ID: "a"}}})
	same(t, "without a text", ids(find(t, s, "words", "Passage")), []string{})
}

func searchPages(t *testing.T, s graph.Store) {
	c := &graph.Changes{}
	want := []string{}
	for i := range 12 {
		id := "passage-" + string(rune('a'+i))
		want = append(want, id)
		c.PutNodes = append(c.PutNodes, passage(id, strings.Repeat("treaty ", i%3+1)+strings.Repeat("filler ", i%4)))
	}
	mustApply(t, s, c)
	q := graph.Search{Terms: []string{"treaty"}, Labels: []string{"Passage"}, First: 5, Count: true}
	met := []string{}
	last := graph.Row{Score: -1}
	for {
		page := ask(t, s, graph.Root{Search: &q})[0].Page
		for _, r := range page.Rows {
			if last.Score >= 0 && (r.Score > last.Score || r.Score == last.Score && r.Node.ID < last.Node.ID) {
				t.Errorf("got score %v of %s after %v of %s, want it before", r.Score, r.Node.ID, last.Score, last.Node.ID)
			}
			last = r
		}
		met = append(met, ids(page)...)
		if page.Total != len(want) || page.HasNext != (len(met) < len(want)) || page.HasPrevious != (q.After != nil) {
			t.Errorf("got total %d, previous %v, next %v after %d rows", page.Total, page.HasPrevious, page.HasNext, len(met))
		}
		if len(page.Rows) == 0 || !page.HasNext {
			break
		}
		q.After = []any{last.Score, last.Node.ID}
	}
	slices.Sort(met)
	same(t, "each hit once", met, want)
}

func searchSnippets(t *testing.T, s graph.Store) {
	long := strings.Repeat("before ", 60) + "the Şəki needle " + strings.Repeat("after ", 60)
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{passage("long", long), passage("short", "A NEEDLE, short.")}})
	page := find(t, s, "needle seki", "Passage")
	same(t, "hits", ids(page), []string{"long"})
	snippet := page.Rows[0].Snippet
	if n := utf8.RuneCountInString(snippet); n > 160 || !strings.Contains(long, snippet) || !strings.Contains(snippet, "Şəki needle") {
		t.Errorf("got snippet %q of %d code points, want a slice around the hit of at most 160", snippet, n)
	}
	page = find(t, s, "needle", "Passage")
	same(t, "a short text", page.Rows[1].Snippet, "A NEEDLE, short.")
}
