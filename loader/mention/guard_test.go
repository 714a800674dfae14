package mention_test

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// TestGuards runs a sentence with each phrase of guards.tsv.
func TestGuards(t *testing.T) {
	for _, phrase := range lexicon.Guards() {
		words := strings.Fields(strings.Replace(phrase, "*", "Kenyan", 1))
		for i, w := range words {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
		if s := "They spoke of the " + strings.Join(words, " ") + "."; statesOf(s) != "" {
			t.Errorf("%s: got %q, want no state", s, statesOf(s))
		}
	}
}

func TestGuarded(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He answered in Russian.", ""},
		{"He answered in Russian to the guests.", ""},
		{"She speaks Kazakh and Uzbek.", ""},
		{"The book was translated from French into Spanish.", ""},
		{"Signs are in Kazakh, Russian and English.", ""},
		{"They met in Russian waters.", "ru"},
		{"They invested in Kazakh and Uzbek cities.", "kz uz"},
		{"He heard it from French officials.", "fr"},
		{"The Kazakh language and Kazakh officials.", "kz"},
		{"China Harbour Bridge Corporation won the bid.", ""},
		{"China and the Dahl Bridge Corporation agreed.", "cn"},
		{"China signed with Dahl Corporation.", "cn"},
		{"Kenya Airways and Ethiopian Airlines fly there.", ""},
		{"He lives in Baku Street, near the Tashkent Hotel.", ""},
		{"He told Sputnik Kyrgyzstan so.", ""},
		{"He told China Daily and the Times of India so.", ""},
		{"China daily buys more oil.", "cn"},
		{"Male workers left.", ""},
		{"He flew to Malé.", "mv"},
		{"Atlanta, Georgia, is warm.", ""},
		{"Savannah and Tbilisi, Georgia.", "ge"},
		{"Lima, Ohio, and Lebanon, New Hampshire, are small.", ""},
		{"He met them in Lima, Bo Dahl said.", "pe"},
		{"Congo sent troops.", "cd"},
		{"Brazzaville agreed. The Congolese minister spoke.", "cg"},
		{"Brazzaville agreed. Kinshasa did not. The Congolese minister spoke.", "cd cg"},
		{"The Dominican minister spoke.", "do"},
		{"Roseau agreed. The Dominican minister spoke.", "dm"},
	} {
		if got := statesOf(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNamedAfterLeaders(t *testing.T) {
	for text, want := range map[string]int{
		"They landed at Robert Mugabe International Airport.": 0,
		"She studied at the Nelson Dahl University.":          0,
		"He spoke at the Vladimir Putin Museum.":              0,
		"Vladimir Putin spoke.":                               1,
		"Vladimir Putin Visits Museum":                        1,
	} {
		n := 0
		for _, ms := range page(text).Mentions {
			for _, m := range ms {
				if m.Kind == mention.Person {
					n++
				}
			}
		}
		if n != want {
			t.Errorf("%s: got %d people, want %d", text, n, want)
		}
	}
}

// TestTermsByDate sees that a person of several offices is of the state or body
// that they served when the text was published.
func TestTermsByDate(t *testing.T) {
	for published, want := range map[string]string{"2015-06-10": "nl", "2025-06-10": ""} {
		s := "Mark Rutte spoke."
		p := mention.NewPage(&text.Document{Content: s, Passages: text.Split(s, nil)}, published)
		if len(p.People) != 1 || p.People[0].State != want {
			t.Errorf("%s: got %v, want one of state %q", published, p.People, want)
		}
	}
}

// TestGivenNames sees that a city's name in a person's is not the city.
func TestGivenNames(t *testing.T) {
	for text, want := range map[string]int{
		"Yemen heard of it from Secretary Aden Dahl.":  0,
		"He flew from Yemen's port of Aden.":           1,
		"Australia hosted them in Sydney, he said.":    1,
		"Australia hosted Minister Sydney Dahl there.": 0,
	} {
		n := 0
		for _, m := range page(text).Mentions[0] {
			if m.City {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: got %d cities, want %d", text, n, want)
		}
	}
}
