package loader_test

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
	"github.com/google/go-cmp/cmp"
)

// readText reads a text of 13 May 2024.
func readText(t *testing.T, body string) *claim.Reading {
	t.Helper()
	r, err := loader.Read(context.Background(), source.File{Name: "a.txt", Bytes: []byte("Ministers meet\n\nMay 13, 2024\n\n" + body + "\n")})
	if err != nil {
		t.Fatalf("reading %q: %v", body, err)
	}
	if err := r.Validate(); err != nil {
		t.Fatalf("reading %q: %v", body, err)
	}
	return r
}

// said writes direct statements as "speaker: words".
func said(r *claim.Reading) []string {
	names, texts := map[claim.Ref]string{}, map[claim.Ref]string{}
	for _, e := range r.Entities {
		if e.Label == "Leader" {
			names[e.Ref], _ = e.Properties["name"].(string)
		}
		if e.Label == "Statement" && e.Properties["kind"] == "direct" {
			texts[e.Ref], _ = e.Properties["text"].(string)
		}
	}
	var out []string
	for _, f := range r.Facts {
		if words, ok := texts[f.To]; ok && f.Type == "SAID" {
			out = append(out, names[f.From]+": "+words)
		}
	}
	return out
}

func TestStatements(t *testing.T) {
	const who = "French President Emmanuel Macron came to Berlin and met German Chancellor Olaf Scholz. "
	for _, c := range []struct {
		text string
		want []string
	}{
		{"“Our ties are very strong,” Macron said.", []string{"Emmanuel Macron: Our ties are very strong"}},
		{"“Our ties are very strong,” said Macron.", []string{"Emmanuel Macron: Our ties are very strong"}},
		{"Macron said, “Our ties are very strong.”", []string{"Emmanuel Macron: Our ties are very strong."}},
		{"Macron told Scholz: “Our ties are very strong.”", []string{"Emmanuel Macron: Our ties are very strong."}},
		{"“Our ties are very strong,” Macron told Scholz.", []string{"Emmanuel Macron: Our ties are very strong"}},
		{"“Our ties,” Macron said, “are very strong.”", []string{"Emmanuel Macron: Our ties, … are very strong."}},
		{"“Our ties are very strong,” Macron said. “They will stay so.”", []string{"Emmanuel Macron: Our ties are very strong, … They will stay so."}},
		{"Macron stated, “Our ties are very strong. They will stay so.”", []string{"Emmanuel Macron: Our ties are very strong. They will stay so."}},
		{"According to Scholz, “our ties are very strong.”", []string{"Olaf Scholz: our ties are very strong."}},
		{"Scholz called the treaty “the strongest ever treaty” of the two.", []string{"Olaf Scholz: the strongest ever treaty"}},
		{"Speaking in Bern, Macron stressed that “our ties are very strong” (Reuters, May 12).", []string{"Emmanuel Macron: our ties are very strong"}},
		{"Scholz: “Our ties are very strong.”", []string{"Olaf Scholz: Our ties are very strong."}},
		{"Scholz told Macron that he was glad, Reuters reported. “Our ties are very strong.”", []string{"Olaf Scholz: Our ties are very strong."}},
		{"“Our ties are very strong,” E. Macron noted.", []string{"Emmanuel Macron: Our ties are very strong"}},
		{"“Our ties are very strong,” Mr. Scholz responded.", []string{"Olaf Scholz: Our ties are very strong"}},
		// none
		{"Macron spoke of “strong ties” again.", nil},
		{"The “so called strong ties of old” are gone.", nil},
		{"“Our ties are very strong,” the ministry said.", nil},
		{"Macron said the “Belt and Road Forum for Cooperation” was long.", nil},
	} {
		if d := cmp.Diff(c.want, said(readText(t, who+"\n\n"+c.text))); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"In 2023, bilateral trade volume rose to $85 million.", []string{"bilateral trade volume 8.5e+07 USD 2023"}},
		{"The plant makes 30,000 cars a year.", []string{"30,000 cars 30000 cars "}},
		{"France sent 1.5 million tons of oil in 2022.", []string{"1.5 million tons of oil 1.5e+06 tons 2022"}},
		{"France pledged 10 billion euros ($10.75 billion) for the corridor.", []string{"corridor 1e+10 EUR "}},
		{"Trade was $5 million. Trade of $5 million is little.", []string{"Trade 5e+06 USD "}},
		{"There are 238 joint ventures in France.", []string{"238 joint ventures 238 joint ventures "}},
		{"They will build a 300-kilometer railway.", []string{"300-kilometer railway 300 kilometers "}},
		{"The line will be 450–500 km long.", []string{"450–500 km long 450 kilometers "}},
		{"Item\t2022\t2023\nTrade, million euros\t42,000\t45,700\nGrain (thousand tons)\t12\t13", []string{
			"Trade, million euros 4.2e+10 EUR 2022", "Trade, million euros 4.57e+10 EUR 2023", "Grain (thousand tons) 12000 tons 2022", "Grain (thousand tons) 13000 tons 2023"}},
		// none
		{"They signed 18 documents and held 12 meetings.", nil},
		{"Trade grew by 5 percent in 10 years.", nil},
		{"They signed an agreement on a fund worth $500 million.", nil},
		{"The summit of 27 member states heard 30 leaders.", nil},
		{"Two plants and three bridges stand there.", nil},
	} {
		var got []string
		for _, e := range readText(t, c.text).Entities {
			if e.Label == "Figure" {
				period, _ := e.Properties["period"].(string)
				got = append(got, fmt.Sprintf("%s %v %s %s", e.Properties["name"], e.Properties["value"], e.Properties["unit"], period))
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

func TestCitations(t *testing.T) {
	r := readText(t, "They met (Alpine Review, May 3).[1] They met again (Alpine Review, May 3; TASS, May 2). Reuters reported more.[1]\n\nNotes\n\n1. Reuters, 4 May 2024")
	var got []string
	for _, e := range r.Entities {
		if e.Label != "Citation" {
			continue
		}
		at := map[int]bool{}
		for _, m := range r.Mentions {
			if m.Of == e.Ref {
				at[m.Passage] = true
			}
		}
		got = append(got, fmt.Sprintf("%s %s %v in %d passages", e.Properties["outlet"], e.Properties["publishedOn"], e.Properties["raw"], len(at)))
	}
	sort.Strings(got)
	want := []string{
		"Alpine Review 2024-05-03 Alpine Review, May 3 in 2 passages",
		"Reuters 2024-05-04 <nil> in 3 passages",
		"TASS 2024-05-02 TASS, May 2 in 1 passages",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// Of a text in another language only states and sources are read.
func TestReadForeignText(t *testing.T) {
	r, err := loader.Read(context.Background(), source.File{Name: "a.txt", Bytes: []byte("Le président de la République s’est rendu à Berlin pour rencontrer le chancelier de l’Allemagne (Le Monde, 3 May 2024). " +
		strings.Repeat("Les deux dirigeants ont parlé de la coopération entre leurs pays et de la situation au Japan. ", 5))})
	if err != nil {
		t.Fatal(err)
	}
	if r.Document.Language != "fr" {
		t.Errorf("got language %q, want fr", r.Document.Language)
	}
	labels := map[string]bool{}
	for _, e := range r.Entities {
		labels[e.Label] = true
	}
	if d := cmp.Diff(map[string]bool{"State": true, "Citation": true}, labels); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestTextIsWhatSpansCountIn(t *testing.T) {
	f := source.File{Name: "a.md", Bytes: []byte("# A title\n\nThey *met* in Bern. They left.\n\n- one\n- two\n")}
	r, err := loader.Read(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	s, err := loader.Text(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range r.Passages {
		if got := string([]rune(s)[p.Start:p.End]); got != p.Text {
			t.Errorf("passage %d: got slice %q, want %q", i, got, p.Text)
		}
	}
}
