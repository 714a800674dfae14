package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/entente-graph/entente/loader/text"
	"github.com/google/go-cmp/cmp"
)

func texts(ps []text.Passage) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Text)
	}
	return out
}

// Sentences are written with | where a boundary belongs.
func TestSentences(t *testing.T) {
	for _, c := range []string{
		"He left on Monday.| She stayed.",
		"The head of the Joint Chiefs, Gen. Mark Milley, flew to Oslo.| He met nobody.",
		"The plane landed at 3 p.m. Tokayev was not aboard.",
		"The plane landed at 3 p.m. Moscow time.| Nobody came.",
		"They met at 11 a.m. Tuesday in Bern.",
		"He studied in the U.S.| The talks went on.",
		"The U.S. President spoke.| In the U.K. the mood is low.",
		"The decree No. 5 was signed.| Article No. 12 fell.",
		"Is that so?| No. He denied it.",
		"George W. Bush met A. B. Yehoshua.| They spoke of J. R. R. Tolkien.",
		"“We want peace. We shall have it.” He sat down.",
		"“Our ties are strong,” he said.| “They will stay so.”",
		"“Why now?” Putin asked.| Nobody knew.",
		"He asked, “Why now?”| Nobody knew.",
		"The talks dragged on ...| Then they ended.",
		"The talks … were long.| They ended.",
		"The visit was short. (Report.az, April 26, 2022.)| The next was long.",
		"The visit was short (Report.az, April 26, 2022).| The next was long.",
		"He signed nothing. (See EDM, May 7)| The next day he left.",
		"Trade rose to 3.5 million tons.| In 2023 it fell by 2.1 percent.",
		"See kun.uz for more.| It is well known.",
		"It fell.[1]| It rose.[2] [3]| It fell again.¹| So it goes.",
		"The firm Gazprom Neft Inc. and others came.| Acme Corp. The rest left.",
		"He came in Jan. 2022 and left in Dec. 2022.| Then he wrote.",
		"He called it a war!| And left.",
		"The fee is high.| $5 million was paid.",
		"St. Petersburg hosted it.| Dr. Kim came.",
		"(He said so. He meant it.) The rest left.",
		"Prices, wages, etc. The rest is known.",
		"Maj.-Gen. Ivan Orlov and Yu. Ivanov came.| They left.",
		"H.E. Mr. Kim met H.H. Sheikh Tamim.| They dined.",
		"It was Plan B. The other failed.",
		"He lives in Washington, D.C. His wife does too.",
	} {
		want := strings.Split(c, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		// cases where a boundary is written by hand
		switch {
		case strings.HasPrefix(c, "The plane landed at 3 p.m. Tok"):
			want = []string{"The plane landed at 3 p.m.", "Tokayev was not aboard."}
		case strings.HasPrefix(c, "“We want peace"):
			want = []string{"“We want peace.", "We shall have it.”", "He sat down."}
		case strings.HasPrefix(c, "It fell.[1]"):
			want = []string{"It fell.[1]", "It rose.[2] [3]", "It fell again.¹", "So it goes."}
		case strings.HasPrefix(c, "(He said"):
			want = []string{"(He said so. He meant it.)", "The rest left."}
		case strings.HasPrefix(c, "Prices"):
			want = []string{"Prices, wages, etc.", "The rest is known."}
		case strings.HasPrefix(c, "It was Plan"):
			want = []string{"It was Plan B.", "The other failed."}
		case strings.HasPrefix(c, "He lives"):
			want = []string{"He lives in Washington, D.C.", "His wife does too."}
		case strings.HasPrefix(c, "The firm"):
			want = []string{"The firm Gazprom Neft Inc. and others came.", "Acme Corp.", "The rest left."}
		case strings.HasPrefix(c, "Is that so"):
			want = []string{"Is that so?", "No.", "He denied it."}
		}
		content := strings.ReplaceAll(c, "|", "")
		got := texts(text.Split(content, []text.Block{{End: len(content), Kind: text.Sentence}}))
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c, d)
		}
	}
}

func TestBlocks(t *testing.T) {
	content := "Ministers meet in Bern\n\nPublication: Alpine Review\n\n(Photo: Keystone)\n\nBERN, May 3 (Alpine Wire) - The ministers met. They signed:\n\n• a memorandum\n• a treaty. It is long.\n\n1. First\n(a) second\n\nCountry\tTrade\nPeru\t5\n\nNotes\n\n1. Reuters, 3 May 2024\n[2] TASS\n"
	type row struct {
		Kind   text.Kind
		Text   string
		Marker string
		Lead   int
	}
	var got []row
	for _, p := range text.Split(content, nil) {
		got = append(got, row{p.Kind, p.Text, p.Marker, p.Lead})
	}
	want := []row{
		{text.Heading, "Ministers meet in Bern", "", -1},
		{text.Heading, "Publication: Alpine Review", "", -1},
		{text.Caption, "(Photo: Keystone)", "", -1},
		{text.Dateline, "BERN, May 3 (Alpine Wire) -", "", -1},
		{text.Sentence, "The ministers met.", "", -1},
		{text.Sentence, "They signed:", "", -1},
		{text.Item, "• a memorandum", "•", 5},
		{text.Item, "• a treaty. It is long.", "•", 5},
		{text.Item, "1. First", "1", 5},
		{text.Item, "(a) second", "a", 5},
		{text.Row, "Country\tTrade", "", -1},
		{text.Row, "Peru\t5", "", 10},
		{text.Heading, "Notes", "", -1},
		{text.Note, "1. Reuters, 3 May 2024", "1", -1},
		{text.Note, "[2] TASS", "2", -1},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestWrappedLines(t *testing.T) {
	content := "The president of the first republic flew to the capital of the second\nrepublic on Monday and met his host there. They signed a treaty about the\nriver that both share, which had been in the making for a dozen years or\nso.\n\n- an item that is so long that it has to go on in the line that comes after\n  this one\n"
	got := texts(text.Split(content, nil))
	want := []string{
		"The president of the first republic flew to the capital of the second\nrepublic on Monday and met his host there.",
		"They signed a treaty about the\nriver that both share, which had been in the making for a dozen years or\nso.",
		"- an item that is so long that it has to go on in the line that comes after\n  this one",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestDatelines(t *testing.T) {
	for line, want := range map[string]string{
		"MOSCOW, July 9, 2024 (Entente Wire) - Modi came.":       "MOSCOW, July 9, 2024 (Entente Wire) -",
		"TASHKENT — The president came.":                         "TASHKENT —",
		"Astana. May 6. KazTAG - The president came.":            "",
		"BAKU, Azerbaijan, April 4. The president came.":         "BAKU, Azerbaijan, April 4.",
		"ASTANA. May 6 /Kazinform/. The president came.":         "ASTANA. May 6 /Kazinform/.",
		"U.S. and China signed. The president came.":             "",
		"BAKU, Azerbaijan (AP) — The president came.":            "BAKU, Azerbaijan (AP) —",
		"State House, Lusaka, Monday 5 May 2024 – Moro came.":    "State House, Lusaka, Monday 5 May 2024 –",
		"Seoul, 5 May 2024 – The president came.":                "Seoul, 5 May 2024 –",
		"Turkish President Erdogan - who came - left.":           "",
		"The visit (the first in years) - it was short - ended.": "",
	} {
		ps := text.Split(line, nil)
		got := ""
		if len(ps) > 0 && ps[0].Kind == text.Dateline {
			got = ps[0].Text
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// check says what is broken among the promises that Split makes.
func check(t *testing.T, content string, ps []text.Passage) {
	t.Helper()
	runes := []rune(content)
	at := 0
	for i, p := range ps {
		if p.Start < at || p.End > len(runes) || p.Start >= p.End {
			t.Fatalf("passage %d: got span %d-%d after %d", i, p.Start, p.End, at)
		}
		if got := string(runes[p.Start:p.End]); got != p.Text && utf8.ValidString(content) {
			t.Fatalf("passage %d: got slice %q, want %q", i, got, p.Text)
		}
		if gap := strings.TrimSpace(string(runes[at:p.Start])); gap != "" {
			t.Fatalf("before passage %d: got %q left out, want only white space", i, gap)
		}
		if p.Lead >= i {
			t.Fatalf("passage %d: got lead %d, want one before", i, p.Lead)
		}
		at = p.End
	}
	if gap := strings.TrimSpace(string(runes[at:])); gap != "" {
		t.Fatalf("after the last passage: got %q left out", gap)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("He left. (Agency, May 3.)\n\n• one\n• two: U.S. The end…\r\n“Why?” he said.", 3, 20)
	f.Add("1. a\n\n2. b\tc\n(Photo: x)\n[1] y", 0, 5)
	f.Fuzz(func(t *testing.T, content string, a, b int) {
		check(t, content, text.Split(content, nil))
		if a < 0 || b < 0 || a > len(content) || b > len(content) || !utf8.ValidString(content) {
			return
		}
		if a < len(content) && !utf8.RuneStart(content[a]) || b < len(content) && !utf8.RuneStart(content[b]) {
			return
		}
		check(t, content, text.Split(content, []text.Block{{Start: a, End: b, Kind: text.Item}, {Start: b / 2, End: b / 2, Kind: text.Row}}))
	})
}

func BenchmarkSplit(b *testing.B) {
	content := strings.Repeat("In April 2022, the president visited Bern and signed a treaty (Report, April 26, 2022). It was the U.S. Secretary, Mr. Kim, who came at 3 p.m. on Monday.\n\n• an item of a list\n\n", 2000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		text.Split(content, nil)
	}
}

// A line of several bullets is a list; short words between them are not.
func TestBulletsWithinALine(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Kenya\n\nThe visits: • the president of Kenya, in 2012 • the king of Norway, in May 2013.", []string{"Kenya", "The visits:", "• the president of Kenya, in 2012", "• the king of Norway, in May 2013."}},
		{"Oslo • 3 May 2023 • Wire", []string{"Oslo • 3 May 2023 • Wire"}},
	} {
		if diff := cmp.Diff(c.want, texts(text.Split(c.text, nil))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
