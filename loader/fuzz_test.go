package loader_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
	"github.com/google/go-cmp/cmp"
)

// A reading that takes longer than this is taken for one without end: a
// thousand times what prose takes.
const (
	longest     = 10 * time.Second
	longestByte = time.Millisecond
)

// FuzzExtract holds that whatever the file, what is read of it holds together:
// there is no panic and an end, every span is an exact slice of the text, what
// a citation has raw stands where it was cited, claims go through jsonl
// unchanged, and reading twice gives the same.
func FuzzExtract(f *testing.F) {
	seedExtract(f)
	f.Fuzz(func(t *testing.T, format uint8, content []byte) {
		file := source.File{Name: []string{"a.txt", "a.md", "a.html"}[format%3], Bytes: content}
		end := time.AfterFunc(longest+time.Duration(len(content))*longestByte, func() { panic("loader: reading does not end") })
		defer end.Stop()
		r, err := loader.Read(context.Background(), file)
		if err != nil {
			return
		}
		if err := r.Validate(); err != nil {
			t.Fatalf("reading %q: %v", content, err)
		}
		if err := sliced(file, r); err != nil {
			t.Fatalf("reading %q: %v", content, err)
		}
		again, err := loader.Read(context.Background(), file)
		if err != nil {
			t.Fatalf("reading %q again: %v", content, err)
		}
		x, err := loader.Explain(context.Background(), file)
		if err != nil {
			t.Fatalf("explaining %q: %v", content, err)
		}
		first := encoded(t, r)
		if diff := cmp.Diff(first, encoded(t, x.Reading)); diff != "" {
			t.Fatalf("explaining %q reads something else (-want +got):\n%s", content, diff)
		}
		checkExplained(t, "fuzz", x)
		if diff := cmp.Diff(first, encoded(t, again)); diff != "" {
			t.Fatalf("reading %q again gives something else (-first +again):\n%s", content, diff)
		}
		for back, err := range claim.Decode(strings.NewReader(first)) {
			if err != nil {
				t.Fatalf("reading the claims of %q back: %v", content, err)
			}
			if diff := cmp.Diff(first, encoded(t, back)); diff != "" {
				t.Fatalf("the claims of %q do not go through jsonl (-want +got):\n%s", content, diff)
			}
		}
	})
}

// seedExtract gives a fuzz target texts of every construction: the seeds, the
// examples beside the patterns, and a few that hold what is seldom.
func seedExtract(f *testing.F) {
	f.Add(uint8(0), []byte("Talks in Bern\n\nBERN, May 3, 2024 (Alpine Wire) - French President Emmanuel Macron visited Germany on 3 May and signed 18 documents worth $5 million (TASS, May 3; see Kabar, April 2).[1] “Our ties are very strong,” he told “Le Monde.\n\nNotes\n\n1. Reuters, 3 May 2024"))
	f.Add(uint8(1), []byte("# A\n\n- one: “two three four five,” Xi said\n\n|a|b|\n|-|-|\n|Trade, million euros|5|\n"))
	f.Add(uint8(2), []byte("<p>On <a href='https://reuters.com/2024/05/03/'>Friday</a> Xi Jinping said: “We are all good friends.”<ul><li>x</ul>"))
	f.Add(uint8(0), []byte("\xff\xfeM\x00o\x00r\x00o\x00 \x00v\x00i\x00s\x00i\x00t\x00e\x00d\x00 \x00O\x00s\x00l\x00o\x00"))
	f.Add(uint8(0), []byte("Kenyan President Ada Moro\u00a0’s visit to–Oslo; she and\tNorwegian Prime Minister Bo Holm \ufffd signed e\u0301 “seven documents” (K\u0131z\u0131l, \u0130stanbul, 3–4 May 2024) worth ½ billion €.\r\n\r\n"))
	f.Add(uint8(2), []byte("<table><tr><th>Date<th>Leader<th>Country<tr><td>3 May 2024<td>Ada Moro, President of Kenya<td>Norway</table><p>She was accompanied by Bo Holm.<p>The agreements were signed that day."))
	seeds, err := filepath.Glob("../seeds/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range seeds {
		format, known := map[string]uint8{".txt": 0, ".md": 1, ".html": 2}[filepath.Ext(path)]
		if b, err := os.ReadFile(path); err == nil && known {
			f.Add(format, b)
		}
	}
	for _, file := range []string{"visits", "agreements"} {
		rows, err := os.ReadFile("claim/patterns/" + file + ".tsv")
		if err != nil {
			f.Fatal(err)
		}
		for row := range strings.SplitSeq(string(rows), "\n") {
			if cells := strings.Split(row, "\t"); len(cells) == 7 {
				f.Add(uint8(0), []byte("June 10, 2024\n\n"+cells[5]))
			}
		}
	}
}

// encoded are a Reading's claims as extract prints them.
func encoded(t *testing.T, r *claim.Reading) string {
	t.Helper()
	var b bytes.Buffer
	if err := claim.Encode(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sliced reports the first passage that is no exact slice of the file's text,
// and the first citation whose raw words do not stand where they were read.
// That evidence and mentions lie within their passages is Validate's to see.
func sliced(f source.File, r *claim.Reading) error {
	content, err := loader.Text(context.Background(), f)
	if err != nil {
		return err
	}
	runes := []rune(content)
	for i, p := range r.Passages {
		if p.Start < 0 || p.End > len(runes) || p.Start > p.End || string(runes[p.Start:p.End]) != p.Text {
			return fmt.Errorf("passage %d, %d-%d, is no slice of the text: %q", i, p.Start, p.End, p.Text)
		}
	}
	for _, e := range r.Entities {
		raw, _ := e.Properties["raw"].(string)
		for _, ev := range e.Evidence {
			if !strings.Contains(r.Passages[ev.Passage].Text, raw) {
				return fmt.Errorf("%q does not stand in passage %q", raw, r.Passages[ev.Passage].Text)
			}
		}
	}
	return nil
}
