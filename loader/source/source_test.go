package source_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/source"
	"github.com/entente-graph/entente/loader/text"
	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, name, content string) *source.Page {
	t.Helper()
	p, err := source.Read(context.Background(), source.File{Name: name, Bytes: []byte(content)})
	if err != nil {
		t.Fatalf("reading %s: got error %v", name, err)
	}
	return p
}

// lines writes each passage as "kind marker| text".
func lines(p *source.Page) []string {
	var out []string
	for _, q := range p.Document().Passages {
		out = append(out, strings.TrimSpace(string(q.Kind)+" "+q.Marker)+"| "+q.Text)
	}
	return out
}

func TestErrors(t *testing.T) {
	for name, f := range map[string]source.File{
		"empty":       {Name: "a.txt"},
		"blank":       {Name: "a.txt", Bytes: []byte(" \n\t")},
		"binary":      {Name: "a.txt", Bytes: []byte("a\x00b")},
		"a PDF":       {Name: "a.txt", Bytes: []byte("%PDF-1.7 x")},
		"ending .xyz": {Name: "dir/a.xyz", Bytes: []byte("x")},
		"file ending": {Name: "README", Bytes: []byte("x")},
		"32 MB":       {Name: "a.txt", Bytes: make([]byte, source.Limit+1)},
		"no text":     {Name: "a.html", Bytes: []byte("<html><body><nav>Home</nav></body></html>")},
	} {
		_, err := source.Read(context.Background(), f)
		if !errors.Is(err, graph.ErrInvalid) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got error %v, want one line of ErrInvalid", name, err)
		}
	}
}

func TestDecoding(t *testing.T) {
	for name, b := range map[string]string{
		"plain":  "Türkiye’s day",
		"mark":   "\xef\xbb\xbfTürkiye’s day",
		"1252":   "T\xfcrkiye\x92s day",
		"utf-16": "\xff\xfeT\x00\xfc\x00r\x00k\x00i\x00y\x00e\x00\x19\x20s\x00 \x00d\x00a\x00y\x00",
	} {
		if got := read(t, "a.txt", b).Content; got != "Türkiye’s day" {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := read(t, "a.txt", "one\r\ntwo\r\n").Content; got != "one\r\ntwo\r\n" {
		t.Errorf("line ends: got %q, want them untouched", got)
	}
}

func TestPlainHeader(t *testing.T) {
	p := read(t, "folder/a.txt", "Ministers Meet\n\nPublication: Alpine Review Volume: 2 Issue: 7\n\nBy: Ann Other\n\nMay 3, 2024\n\nThe ministers met in Bern. They left.\n")
	want := text.Meta{Source: "a.txt", SHA256: p.Meta.SHA256, Title: "Ministers Meet", Publisher: "Alpine Review", Author: "Ann Other"}
	if d := cmp.Diff(want, p.Meta); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	p = read(t, "b.txt", "A Title\n\nBy the staff of the Alpine Review\n\nIt rained. All day.\n")
	if p.Meta.Publisher != "Alpine Review" || p.Meta.Author != "" {
		t.Errorf("got publisher %q, author %q", p.Meta.Publisher, p.Meta.Author)
	}
}

func TestMarkdown(t *testing.T) {
	p := read(t, "a.md", "---\ntitle: \"A visit\"\npublisher: Alpine Review\ndate: 2024-05-03\nauthor: [Ann, Bob]\n---\n\n# A visit\n\nThe *president* came to [Bern](https://example.org/bern).[^x] He\nleft.\n\nSigned:\n\n- a **treaty**\n  - a part\n- a fund\n\n1. first\n2. second\n\n| State | Trade |\n|---|---|\n| Peru | 5 |\n\n![A lake](lake.jpg)\n\n(Photo: Ann)\n\n> Quoted\\. words &amp; more\n\n[^x]: Reuters, 3 May 2024\n")
	want := []string{
		"heading| A visit", "sentence| The president came to Bern.[1]", "sentence| He left.", "sentence| Signed:",
		"item •| a treaty", "item •| a part", "item •| a fund", "item 1| first", "item 2| second",
		"row| State | Trade", "row| Peru | 5", "caption| A lake", "caption| (Photo: Ann)", "sentence| Quoted. words & more", "note 1| [1] Reuters, 3 May 2024",
	}
	if d := cmp.Diff(want, lines(p)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if m := p.Meta; m.Title != "A visit" || m.PublishedOn != "2024-05-03" || m.Author != "Ann, Bob" || m.Publisher != "Alpine Review" {
		t.Errorf("got meta %+v", m)
	}
	doc := p.Document()
	l := doc.Passages[1].Links
	if len(l) != 1 || doc.Passages[1].Text[l[0].Start:l[0].End] != "Bern" || l[0].URL != "https://example.org/bern" {
		t.Errorf("got links %v", l)
	}
}

const page = `<!DOCTYPE html><html lang="en-GB"><head><title>A visit | Alpine Review</title>
<link rel="canonical" href="https://example.org/visit"><meta property="og:site_name" content="Alpine Review">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"A visit","datePublished":"2024-05-03T22:10:00+02:00","dateModified":"2024-05-04","author":[{"@type":"Person","name":"Ann Other"}]}]}</script></head>
<body><header><a href="/">Home</a></header><nav><ul><li>World</li></ul></nav><div class="content">
<h1>A visit</h1><p class="meta">3 May 2024</p>
<p>The president came to Bern on Friday, as <a href="https://www.reuters.com/a">Reuters reported</a>, and met his host for talks about trade, roads and the river.<sup><a href="#fn1">1</a></sup> He left in the evening.</p>
<p>The following was signed, in the presence of many guests from both countries, after long talks:</p><ul><li>a treaty</li><li>a fund</li></ul>
<table><caption>Trade</caption><tr><th>State</th><th>Trade</th></tr><tr><td>Peru</td><td><p>5</p></td></tr></table>
<figure><img src="x.jpg"><figcaption>The lake. Photo: Ann</figcaption></figure>
<p>“Our ties are old,” the president said, and he said it again when he was asked about it at the airport.<br>He flew home.</p>
<ol class="footnotes"><li id="fn1">Reuters, 3 May 2024 <a href="#r1">↩</a></li></ol>
<div class="related-articles"><h3>Related</h3><ul><li><a href="/x">Other news from Peru</a></li></ul></div>
<h3>Most read</h3><ul><li><a href="/y">Storm in Oslo</a></li></ul></div>
<aside><p>Newsletter</p></aside><footer>Alpine Review, Basel</footer></body></html>`

func TestHTML(t *testing.T) {
	p := read(t, "a.html", page)
	got := strings.Join(lines(p), "\n")
	for _, want := range []string{
		"heading| A visit", "about trade, roads and the river.[1]", "sentence| He left in the evening.", "item •| a treaty\nitem •| a fund", "caption| Trade",
		"row| State | Trade\nrow| Peru | 5", "caption| The lake. Photo: Ann", "sentence| He flew home.", "note 1| Reuters, 3 May 2024",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwithout %q", got, want)
		}
	}
	for _, not := range []string{"Home", "World", "Other news", "Storm", "Newsletter", "Basel", "Most read"} {
		if strings.Contains(got, not) {
			t.Errorf("got\n%s\nwith %q", got, not)
		}
	}
	want := text.Meta{Source: "a.html", SHA256: p.Meta.SHA256, URL: "https://example.org/visit", Title: "A visit", Publisher: "Alpine Review",
		Author: "Ann Other", Language: "en", PublishedOn: "2024-05-03", ModifiedOn: "2024-05-04"}
	if d := cmp.Diff(want, p.Meta); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestNotesBelowTheirHeading(t *testing.T) {
	want := "heading| A\nitem •| one\nheading| References\nnote 1| Reuters, 3 May 2024\nnote 2| TASS, 4 May 2024\nsentence| That is all.\nheading| More\nitem 1| two"
	if got := strings.Join(lines(read(t, "a.md", "# A\n\n- one\n\n## References\n\n1. Reuters, 3 May 2024\n2. TASS, 4 May 2024\n\nThat is all.\n\n## More\n\n1. two\n")), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	page := "<html><body><article><h1>A</h1><ul><li>one</li></ul><h2>References</h2><ol><li>Reuters, 3 May 2024</li><li>TASS, 4 May 2024</li></ol><p>That is all.</p><h2>More</h2><ol><li>two</li></ol></article></body></html>"
	if got := strings.Join(lines(read(t, "a.html", page)), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPrintedDates(t *testing.T) {
	const rest = `<p>The president came to Bern on 2 May 2023 and met his host for talks about trade, roads and the river that both share.</p><p>He left in the evening, after a dinner that the host gave in his honour, and flew home to the capital.</p></article></body></html>`
	for head, want := range map[string]string{
		`<h1>A visit</h1><p class="byline">By Ann Other &middot; May 3, 2024</p>`:                                  "2024-05-03",
		`<h1>A visit</h1><div class="by">Ann Other and Bo Holm | 03.05.2024 - Update : 04.05.2024</div>`:           "2024-05-03",
		`<h1>A visit</h1><div class="post-meta">Updated 4 May 2024, published 3 May 2024</div>`:                    "2024-05-03",
		`<div class="ticker">Saturday, May 4, 2024</div><h1>A visit</h1><span class="date">3rd May, 2024</span>`:   "2024-05-03",
		`<div class="current-date">May 4, 2024</div><h1>A visit</h1><time>2024-05-03 10:00</time>`:                 "2024-05-03",
		`<time class="updated" datetime="2024-05-04">x</time><h1>A visit</h1><div class="info">5/13/2024</div>`:    "2024-05-13",
		`<h1>A visit</h1><aside><span class="date">May 9, 2024</span></aside><span class="date">05/03/2024</span>`: "",
		`<div class="date">3 May 2024</div><h1>A visit</h1>`:                                                       "2024-05-03",
	} {
		p := read(t, "a.html", "<html><body><article>"+head+rest)
		if p.Meta.PublishedOn != want {
			t.Errorf("%s: got %q, want %q", head, p.Meta.PublishedOn, want)
		}
	}
}

// A page must be able to come from another process.
func TestPageIsJSON(t *testing.T) {
	p := read(t, "a.html", page)
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back source.Page
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(p, &back); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(uint8(2), []byte(page))
	f.Add(uint8(1), []byte("---\na: b\n---\n# x\n- y[^1]\n\n[^1]: z\n|a|b|\n|-|-|\n|1|2|\n<div>k</div>\n"))
	f.Add(uint8(0), []byte("\xff\xfea\x00\nTitle\n\nBy: x\n"))
	f.Fuzz(func(t *testing.T, format uint8, b []byte) {
		name := []string{"a.txt", "a.md", "a.html"}[format%3]
		p, err := source.Read(context.Background(), source.File{Name: name, Bytes: b})
		if err != nil {
			return
		}
		if !utf8.ValidString(p.Content) {
			t.Fatalf("got text that is no UTF-8: %q", p.Content)
		}
		runes, at := []rune(p.Content), 0
		for i, q := range p.Document().Passages {
			if q.Start < at || q.End > len(runes) || string(runes[q.Start:q.End]) != q.Text || strings.TrimSpace(string(runes[at:q.Start])) != "" {
				t.Fatalf("passage %d is no exact slice: %d-%d %q", i, q.Start, q.End, q.Text)
			}
			for _, l := range q.Links {
				if l.Start < 0 || l.End > len(q.Text) || l.Start >= l.End {
					t.Fatalf("passage %d: got link %v", i, l)
				}
			}
			at = q.End
		}
	})
}
