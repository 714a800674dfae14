package mention_test

import (
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

func page(s string) *mention.Page {
	return mention.NewPage(&text.Document{Content: s, Passages: text.Split(s, nil)}, "2024-06-10")
}

// statesOf lists the codes that a text names, sorted.
func statesOf(s string) string {
	seen := map[string]bool{}
	for _, ms := range page(s).Mentions {
		for _, m := range ms {
			if m.Kind == mention.State || m.Kind == mention.Demonym || m.Kind == mention.Capital {
				seen[m.State] = true
			}
		}
	}
	var out []string
	for c := range seen {
		out = append(out, c)
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func TestStatesAndLookAlikes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The U.S. and the UK spoke to us.", "gb us"},
		{"He told US officials.", "us"},
		{"Talks in Latin America and the South China Sea.", ""},
		{"The Indian Ocean and an Indian minister.", "in"},
		{"Equatorial Guinea, Guinea-Bissau and Papua New Guinea met Guinea.", "gn gq gw pg"},
		{"North Korea and the Korean Peninsula.", "kp"},
		{"South Sudan and the Democratic Republic of the Congo.", "cd ss"},
		{"Michael Jordan met Chad Smith.", ""},
		{"Jordan and Chad agreed.", "jo td"},
		{"They ate turkey in Turkey.", "tr"},
		{"Russian-language schools and the Russian language.", "ru"},
		{"Côte d’Ivoire and Côte d'Ivoire", "ci"},
		{"Nigerien troops and Nigerian troops.", "ne ng"},
		{"The Washington Post reported.", ""},
		{"Washington agreed with Beijing.", "cn us"},
		{"They met in Samarkand.", ""},
		{"Prime Minister Luís Montenegro of Portugal spoke. Montenegro promised a road.", "pt"},
		{"Prime Minister Luís Montenegro of Portugal went to Montenegro.", "me pt"},
		{"They met in Samarkand, the Uzbek city.", "uz"},
	} {
		if got := statesOf(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestBrussels(t *testing.T) {
	for _, c := range []struct {
		text string
		want mention.Kind
	}{
		{"Brussels promised to invest in the road.", mention.Organization},
		{"Brussels, for its part, will pay for the road.", mention.Organization},
		{"He flew to Brussels.", mention.Capital},
		{"They met in Brussels on May 3.", mention.Capital},
	} {
		var got mention.Kind
		for _, m := range page(c.text).Mentions[0] {
			if m.Surface == "Brussels" {
				got = m.Kind
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestPeople(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // names in order of first mention
	}{
		{"Kenyan President Ada Moro spoke. Moro left.", []string{"Ada Moro"}},
		{"French and Norwegian foreign ministers Luc Arnaud and Bo Holm met.", []string{"Luc Arnaud", "Bo Holm"}},
		{"His Kenyan counterpart, Ada Moro, spoke with Norwegian Minister of Trade and Industry Bo von der Holm.", []string{"Ada Moro", "Bo von der Holm"}},
		{"Chinese President Xi Jinping spoke. Xi left.", []string{"Xi Jinping"}},
		{"Putin spoke.", []string{"Putin"}},
		{"Opposition leader Ada Moro and Acme chairman Bo Holm spoke.", nil},
		{"Kenyan President-elect Ada Moro spoke.", []string{"Ada Moro"}},
	} {
		var got []string
		for _, p := range page(c.text).People {
			got = append(got, p.Name)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestOwnStates(t *testing.T) {
	p := page("French and Norwegian foreign ministers Luc Arnaud and Bo Holm met Kenyan and Ugandan ministers.")
	if len(p.People) != 2 || p.People[0].State != "fr" || p.People[1].State != "no" {
		t.Errorf("got %+v, want Arnaud of fr and Holm of no", p.People)
	}
}

func TestPronounsAndRoles(t *testing.T) {
	p := page("Kenyan President Ada Moro met Norwegian Prime Minister Bo Holm. He praised the Kenyan president. The prime minister left.")
	who := func(surface string) string {
		for _, ms := range p.Mentions {
			for _, m := range ms {
				if strings.EqualFold(m.Surface, surface) && m.Kind != mention.Person {
					if m.Entity < 0 {
						return ""
					}
					return p.People[m.Entity].Name
				}
			}
		}
		return "no mention"
	}
	if got := who("president"); got != "Ada Moro" {
		t.Errorf("the Kenyan president: got %q, want Ada Moro", got)
	}
	if got := who("prime minister"); got != "Bo Holm" {
		t.Errorf("the prime minister: got %q, want Bo Holm", got)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kassym-Jomart’s U.S. visit", "Kassym|-|Jomart|’s|U.S.|visit"},
		{"$1.5 million, O'Brien's", "$|1.5|million|,|O'Brien|'s"},
		{"Baku–Tbilisi", "Baku|–|Tbilisi"},
	} {
		var got []string
		for _, x := range mention.Tokens(c.text) {
			got = append(got, x.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %s, want %s", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range [][2]string{{"Erdoğan", "erdogan"}, {"Türkiye", "turkiye"}, {"Əliyev", "aliyev"}, {"Łódź", "lodz"}, {"plain", "plain"}, {"Côte d’Ivoire", "cote d'ivoire"}} {
		if got := mention.Fold(c[0]); got != c[1] {
			t.Errorf("%s: got %s, want %s", c[0], got, c[1])
		}
	}
}

// FuzzPage holds that mentions are exact slices, in order and not overlapping,
// and that tokens are, too.
func FuzzPage(f *testing.F) {
	f.Add("Kenyan President Ada Moro, the U.S. and “Brussels” (Daily Nation, May 3).")
	f.Add("Presidents of Kenya’s, Côte d’Ivoire and- Minister of the of Kim Jong-un's")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		end := 0
		for _, x := range mention.Tokens(s) {
			if x.Start < end || x.End <= x.Start || s[x.Start:x.End] != x.Text {
				t.Fatalf("got token %+v after %d", x, end)
			}
			end = x.End
		}
		p := page(s)
		for i, ms := range p.Mentions {
			at := 0
			for _, m := range ms {
				body := p.Document.Passages[i].Text
				if m.Start < at || m.End <= m.Start || m.End > len(body) || !utf8.ValidString(body[m.Start:m.End]) {
					t.Fatalf("got mention %+v after %d in %q", m, at, body)
				}
				if m.Entity >= len(p.People) {
					t.Fatalf("got person %d of %d", m.Entity, len(p.People))
				}
				at = m.End
			}
		}
	})
}
