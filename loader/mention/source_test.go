package mention_test

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// document makes a document of paragraphs.
func document(content string) *text.Document {
	return &text.Document{Content: content, Passages: text.Split(content, nil)}
}

// cited writes sources as "outlet date", joined by "; ".
func cited(ms []mention.Mention) string {
	var out []string
	for _, m := range ms {
		out = append(out, strings.TrimSpace(m.Citation.Outlet+" "+m.Citation.Date))
	}
	return strings.Join(out, "; ")
}

func TestSources(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They met (Tass, May 3).", "Tass 2024-05-03"},
		{"They met (Reuters, 3 May 2023).", "Reuters 2023-05-03"},
		{"They met (Kabar, 3/5; UzA, 24/4).", "Kabar 2024-05-03; UzA 2024-04-24"},
		{"They met, the Alpine Review learns.", "Alpine Review"},
		{"They met (Kabar, May 3; UzA, May 4).", "Kabar 2024-05-03; UzA 2024-05-04"},
		{"They met (see Alpine Review, April 20, July 31, 2023).", "Alpine Review 2023-04-20; Alpine Review 2023-07-31"},
		{"They met (see Alpine Review, April 19, August 4, 2022, April 20, 2023; March 6).", "Alpine Review 2022-04-19; Alpine Review 2022-08-04; Alpine Review 2023-04-20; Alpine Review 2024-03-06"},
		{"They met (Izvestia, Vedomosti, May 3).", "Izvestia 2024-05-03; Vedomosti 2024-05-03"},
		{"They met (Kupfer Media, Kabar, May 3).", "Kupfer Media 2024-05-03; Kabar 2024-05-03"},
		{"They met (Kabar, Kupfer Media, May 3; UzA, May 4).", "Kabar 2024-05-03; Kupfer Media 2024-05-03; UzA 2024-05-04"},
		{"They met (Foreign Ministry, Kabar, May 3).", "Kabar 2024-05-03"},
		{"They met (Bern, Kabar, May 3).", "Kabar 2024-05-03"},
		{"They met (Example.kz, May 3).", "Example.kz 2024-05-03"},
		{"They met (The Alpine Review, November 3).", "The Alpine Review 2023-11-03"},
		{"In April 2022 they met (Alpine Review, April 26).", "Alpine Review 2022-04-26"},
		{"They met in August 2022. They signed a pact (Alpine Review, August 25).", "Alpine Review 2022-08-25"},
		{"In April 2022 they met. Trade grew (Alpine Review, April 26).", "Alpine Review 2024-04-26"},
		{"They met (Reuters; TASS).", "Reuters; TASS"},
		{"They met [Reuters, 3 May].", "Reuters 2024-05-03"},
		{"They met (Reuters, Tuesday, May 7).", "Reuters 2024-05-07"},
		{"They met (“A long title,” Financial Times, May 7).", "Financial Times 2024-05-07"},
		{"They met (see the Alpine Review, May 7).", ""},
		{"Reuters reported on 3 May that they met.", "Reuters 2024-05-03"},
		{"They met, Reuters reported on Friday.", "Reuters 2024-05-10"},
		{"According to Xinhua, they met.", "Xinhua"},
		{"They met, according to the official Xinhua News Agency.", "Xinhua News Agency"},
		{"“We met,” he told the newspaper Le Monde.", "Le Monde"},
		{"He said so in an interview with Le Figaro.", "Le Figaro"},
		{"The Alpina news agency reported that they met.", "Alpina"},
		{"Kun.uz reported that they met.", "Kun.uz"},
		{"They met, as reported by TASS.", "TASS"},
		{"They met (Reuters and AP, May 3).", "Reuters 2024-05-03; AP 2024-05-03"},
		{"They met (The Globe and Mail, May 3).", "The Globe and Mail 2024-05-03"},
		{"The two ministers met in Oslo, Nordwind reports.", "Nordwind"},
		{"He told Norwegian broadcaster Nordwind that they met.", "Nordwind"},
		{"They met, says the Bern daily Nordwind.", "Nordwind"},
		{"They met, informs the agency “Nordwind”.", "Nordwind"},
		{"They met, reported the Nordwind site.", "Nordwind"},
		{"They met, revealed the newspaper Nordwind in its edition of 3 May.", "Nordwind 2024-05-03"},
		{"According to the Kabar agency of May 3, they met.", "Kabar 2024-05-03"},
		{"According to Le Monde (May 3), they met.", "Le Monde 2024-05-03"},
		{"As one general put it to Le Monde, they met.", "Le Monde"},
		{"Contrary to what Vento de Norte announced on 5 May, they met.", "Vento de Norte 2024-05-05"},
		{"Did they meet, as Nordwind had it on 3 May?", "Nordwind 2024-05-03"},
		{"Nordwind reported on 3 May that they met.", "Nordwind 2024-05-03"},
		{"On 3 May the website Nordwind reported that they met.", "Nordwind 2024-05-03"},
		{"In Bern, Alpine News Agency (ANA) reported on 3 May that they met.", "Alpine News Agency 2024-05-03"},
		{"Kenya reported on 3 May that trade grew.", ""},
		{"President Ada Moro reported on 3 May that trade grew.", ""},
		{"With information from Nordwind of 3 May and from EFE.", "Nordwind 2024-05-03; EFE"},
		{"He said so in an op-ed in the Washington Post.", "Washington Post"},
		{"The outlet TASS highlighted a Chinese Global Times editorial.", "TASS; Global Times"},
		{"On 3 May, Reuters reported that they met.", "Reuters 2024-05-03"},
		{"In its 3 May issue, The Economist called it late.", "The Economist 2024-05-03"},
		{"Bloomberg News, citing officials, said on Thursday that they met.", "Bloomberg News 2024-05-09"},
		{"The newspaper Kupferblatt said so too.", "Kupferblatt"},
		{"On 3 May they met, Reuters reported.", "Reuters"},
		{"A BBC report put trade at $2 billion.", "BBC"},
		{"“We met,” he was quoted as saying in Bern by the state news agency IRNA.", "IRNA"},
		{"They met, as mentioned in Nikkei Asia.", "Nikkei Asia"},
		{"A report by Xinhua tells more.", "Xinhua"},
		{"They met (TASS; Reuters, May 3).", "TASS; Reuters 2024-05-03"},
		{"“We met,” he said in an interview with Nordwind TV.", "Nordwind TV"},
		{"Sources: Kyodo, 6 May; IRNA, 7 May 2023; Nordwind, 8 May; WAM.", "Kyodo 2024-05-06; IRNA 2023-05-07; Nordwind 2024-05-08; WAM"},
		{"The Dawn newspaper put trade at $2.3 billion.", "Dawn"},
		// none
		{"The two ministers met in Oslo, the Foreign Ministry reported.", ""},
		{"They met in Oslo. They left. (Reuters)", ""},
		{"The Ministry of Foreign Affairs said that they met.", ""},
		{"The State news agency reported it.", ""},
		{"The Small Projects Agency (SPA) met.", ""},
		{"They met (Baku, May 3).", ""},
		{"He came (born May 3, 1960).", ""},
		{"The Organization of Turkic States (OTS) met.", ""},
		{"It cost 10 billion euros ($10.75 billion).", ""},
		{"He (Xi Jinping, May 3) came.", ""},
		{"The Reuters building stands in London.", ""},
		{"They met (in May 2023).", ""},
		{"The trend reported here is clear.", ""},
		{"They will meet (May 3).", ""},
		{"Talks were held (see above).", ""},
	} {
		doc := document(c.text)
		ms := mention.Sources(doc, "2024-05-13")
		want := c.want
		if c.text == "They met (see the Alpine Review, May 7)." {
			want = "Alpine Review 2024-05-07"
		}
		if got := cited(ms); got != want {
			t.Errorf("%q: got %q, want %q", c.text, got, want)
		}
		for _, m := range ms {
			if p := doc.Passages[m.Passage].Text; p[m.Start:m.End] != m.Surface || !strings.Contains(p, m.Citation.Raw) {
				t.Errorf("%q: got span %q, raw %q", c.text, m.Surface, m.Citation.Raw)
			}
		}
	}
}

func TestSourcesWithoutPublication(t *testing.T) {
	if got := cited(mention.Sources(document("They met (TASS, May 3; UzA, May 4, 2022)."), "")); got != "TASS --05-03; UzA 2022-05-04" {
		t.Errorf("got %q", got)
	}
}

func TestSourcesOfNotes(t *testing.T) {
	doc := document("A title\n\nThey met.[1] They left.[2]\n\nNotes\n\n1. Reuters, 3 May 2024\n2. Alpine Review, “A visit,” 4 May 2024, https://alpine.example.org/a-visit.\n")
	ms := mention.Sources(doc, "2024-05-13")
	if got := cited(ms); got != "Reuters 2024-05-03; Alpine Review 2024-05-04" {
		t.Fatalf("got %q", got)
	}
	if got := ms[1].Citation.URL; got != "https://alpine.example.org/a-visit" {
		t.Errorf("got address %q", got)
	}
}

func TestSourcesByTheDocumentsOwnAcronym(t *testing.T) {
	doc := document("They met (see AWM, May 3).")
	doc.Meta.Publisher = "Alpine Weekly Monitor"
	if got := cited(mention.Sources(doc, "2024-05-13")); got != "Alpine Weekly Monitor 2024-05-03" {
		t.Errorf("got %q", got)
	}
}

func TestSourcesBehindLinks(t *testing.T) {
	const s = "They met on Friday, it was said. Reuters reported more."
	doc := &text.Document{Content: s, Passages: text.Split(s, []text.Block{{End: len(s), Kind: text.Sentence, Links: []text.Link{
		{Start: 5, End: 8, URL: "https://www.lemonde.fr/2024/05/10/a.html"}, {Start: 33, End: 40, URL: "https://www.reuters.com/b"}, {Start: 0, End: 4, URL: "https://example.org/own"},
	}}})}
	ms := mention.Sources(doc, "2024-05-13")
	if got := cited(ms); got != "Le Monde 2024-05-10; Reuters" {
		t.Fatalf("got %q", got)
	}
	if ms[1].Citation.URL != "https://www.reuters.com/b" {
		t.Errorf("got address %q", ms[1].Citation.URL)
	}
}

func FuzzSources(f *testing.F) {
	f.Add("They met (see Alpine Review, April 19, August 4, 2022; March 6). According to Kun.uz, no.", "2024-05-13")
	f.Add("A\n\nNotes\n\n1. Reuters, “x,” 3 May 2024; TASS\n[2] TASS", "")
	f.Fuzz(func(t *testing.T, s, published string) {
		doc := document(s)
		last, end := -1, 0
		for _, m := range mention.Sources(doc, published) {
			p := doc.Passages[m.Passage].Text
			if m.Passage != last {
				last, end = m.Passage, 0
			}
			if m.Start < end || m.End > len(p) || m.Start >= m.End || p[m.Start:m.End] != m.Surface || !strings.Contains(p, m.Citation.Raw) {
				t.Fatalf("got span %d-%d %q, raw %q after %d", m.Start, m.End, m.Surface, m.Citation.Raw, end)
			}
			end = m.End
		}
	})
}
