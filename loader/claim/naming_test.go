package claim

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKnownAs(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"Belarusian President Alyaksandr Lukashenka spoke.", "2024-05-09", "alexander lukashenko"},
		{"Belarusian President Lukashenka spoke.", "2024-05-09", "alexander lukashenko"},
		{"Belarusian Foreign Minister Lukashenka spoke.", "2024-05-09", ""}, // no office of his
		{"Kenyan President Alyaksandr Lukashenka spoke.", "2024-05-09", ""}, // a namesake
		{"Gabonese President Bongo spoke.", "2001-05-09", "omar bongo"},
		{"Gabonese President Bongo spoke.", "2021-05-09", "ali bongo"},
		{"Gabonese President Bongo spoke.", "2009-05-09", ""}, // either
		{"Gabonese President Bongo spoke.", "", ""},           // who knows when
		{"Lukashenka spoke.", "2024-05-09", "alexander lukashenko"},
		{"Lukashenka spoke.", "1990-05-09", ""},                // before his time
		{"Bongo spoke.", "2001-05-09", ""},                     // of two
		{"Kenyan President Ada Moro spoke.", "2024-05-09", ""}, // whom the lexicon does not know
	} {
		r := reading(c.text, c.published)
		got := ""
		for _, e := range r.Entities {
			if e.Label == "Leader" {
				got = strings.Join(e.Head, " ")
			}
		}
		if got != c.want {
			t.Errorf("%s (%s): got %q, want %q", c.text, c.published, got, c.want)
		}
	}
}

func TestHeadWords(t *testing.T) {
	for title, want := range map[string][]string{
		"joint declaration":                             nil,
		"about twenty documents":                        nil,
		"more than 22 legal instruments":                nil,
		"Memorandum on cooperation in border matters":   {"border", "matters"},
		"Declaration of the Fifth Session of the Board": {"board", "fifth", "session"},
	} {
		if diff := cmp.Diff(want, HeadWords(title)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", title, diff)
		}
	}
}

func TestProjectName(t *testing.T) {
	for name, want := range map[string][]string{
		"Ungor–Leova motorway bridge over the Prut": {"bridge", "leova", "prut", "ungor"},
		"Ungor bridge":             {"bridge", "ungor"},
		"gas pipeline":             {"pipeline"},
		"Trans-Ungor Gas Pipeline": {"pipeline", "trans", "ungor"},
		"Ungor dam power lines":    {"line", "ungor"},
	} {
		noun, names := ProjectName(name)
		if diff := cmp.Diff(want, append([]string{noun}, names...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
