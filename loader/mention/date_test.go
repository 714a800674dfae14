package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
)

// told writes periods as "from" or "from/to", "?" where nothing is placed.
func told(ms []mention.Mention) string {
	var out []string
	for _, m := range ms {
		s := m.Period.From
		if s == "" {
			s = "?"
		}
		if m.Period.To != "" {
			s += "/" + m.Period.To
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestDates(t *testing.T) {
	// published on a Monday
	monday := mention.Anchor{Published: "2024-05-13"}
	for _, c := range []struct {
		text, want string
	}{
		{"On April 24 he came", "2024-04-24"},
		{"on 24 April 2024", "2024-04-24"},
		{"on April 24, 2022, he", "2022-04-24"},
		{"on the 24th of April 2022", "2022-04-24"},
		{"on April 24th", "2024-04-24"},
		{"on April 24 and 25.", "2024-04-24/2024-04-25"},
		{"on 24 and 25 April", "2024-04-24/2024-04-25"},
		{"on 13 and 14 February 2023", "2023-02-13/2023-02-14"},
		{"on March 11–12 he", "2024-03-11/2024-03-12"},
		{"on March 11-12, 2023", "2023-03-11/2023-03-12"},
		{"24-25 April", "2024-04-24/2024-04-25"},
		{"from 24 to 26 April", "2024-04-24/2024-04-26"},
		{"between 3 and 5 May", "2024-05-03/2024-05-05"},
		{"on 30 April–1 May", "2024-04-30/2024-05-01"},
		{"April 30 to May 2, 2023", "2023-04-30/2023-05-02"},
		{"29 December 2023 – 2 January 2024", "2023-12-29/2024-01-02"},
		{"28 December–2 January 2024", "2023-12-28/2024-01-02"},
		{"on May 7, 8 and 9", "2024-05-07/2024-05-09"},
		{"on March 3 and 17, 2023", "2023-03-03 2023-03-17"},
		{"on April 20 and July 31, 2023", "2023-04-20 2023-07-31"},
		{"in April 2022, he", "2022-04"},
		{"in April of 2022", "2022-04"},
		{"She came in May 2024. Her host, who had been in Oslo on 30 November 2023, received her on the 3rd", "2024-05 2023-11-30 2024-05-03"},
		{"She flew in in October and, on the 14th, they signed", "2023-10 2023-10-14"},
		{"They met in December. In the same month he left", "2023-12 2023-12"},
		{"April of last year", "2023-04"},
		{"in June", "2024-06"},
		{"in August", "2023-08"},
		{"last October", "2023-10"},
		{"last May", "2023-05"},
		{"this March", "2024-03"},
		{"next June", "2024-06"},
		{"in late March", "2024-03"},
		{"in mid-March", "2024-03"},
		{"by the end of 2022", "2022"},
		{"2022–2026", "2022/2026"},
		{"program for 2024–29", "2024/2029"},
		{"from 2022 to 2026", "2022/2026"},
		{"between 2022 and 2026", "2022/2026"},
		{"April–June 2022", "2022-04/2022-06"},
		{"in March and April 2022", "2022-03 2022-04"},
		{"on Monday he", "2024-05-13"},
		{"on Friday he", "2024-05-10"},
		{"will arrive on Friday", "2024-05-17"},
		{"on Sunday, 16 July 2023, during", "2023-07-16"},
		{"on Tuesday, April 23", "2024-04-23"},
		{"on Tuesday, May 16", "2023-05-16"},
		{"yesterday", "2024-05-12"},
		{"today and tomorrow", "2024-05-13 2024-05-14"},
		{"this week", "2024-05"},
		{"He was in Bern at the weekend.", "2024-05"},
		{"She will come this weekend.", "2024-05"},
		{"It was the first visit since that of 2012. They met in March.", "2012 2024-03"},
		{"In 2022 they met. She will come in June.", "2022 2024-06"},
		{"In 2022 they met. He came in June.", "2022 2022-06"},
		{"March was busier. He came on the 18th.", "2024-03 2024-03-18"},
		{"He came a fortnight ago.", "2024-04"},
		{"She will return in the autumn.", "2024"},
		{"He came in autumn.", "2023"},
		{"She will come in spring, he said.", "2024"},
		{"in spring-like weather", ""},
		{"last summer", "2023"},
		{"next summer", "?"},
		{"It should be signed before the end of the year.", "2024"},
		{"He came on 3 April. At the end of the month he left.", "2024-04-03 2024-04"},
		{"It is expected by the end of the month.", "2024-05"},
		{"asked in the current year", "2024"},
		{"She is due before the month is out.", "2024-05"},
		{"Signature is hoped for before Christmas.", "2024-12"},
		{"on New Year's Day 2023", "2023-01-01"},
		{"He left on 3 May. The evening before, he dined.", "2024-05-03 2024-05-02"},
		{"on the 27th day of April 2024", "2024-04-27"},
		{"last week", "2024-05"},
		{"last year", "2023"},
		{"next year", "2025"},
		{"last month", "2024-04"},
		{"two years ago", "2022"},
		{"Fifty years ago this month", "1974-05"},
		{"three days ago", "2024-05-10"},
		{"a month ago", "2024-04"},
		{"on 3 May in Bern, and a day later in Oslo", "2024-05-03 2024-05-04"},
		{"on 3 May in Bern, and the next day in Oslo", "2024-05-03 2024-05-04"},
		{"on May 3 and 4 in Bern; two days later he was in Oslo", "2024-05-03/2024-05-04 2024-05"},
		{"2024-04-24", "2024-04-24"},
		{"24.04.2024", "2024-04-24"},
		{"24/04/2024", "2024-04-24"},
		{"04/05/2024", "2024"},
		{"2024-04", "2024-04"},
		{"24-04-2024", "2024-04-24"},
		{"6-May-2023", "2023-05-06"},
		{"in spring 2023", "2023"},
		{"in the spring of 2023", "2023"},
		{"the 1990s", "1990/1999"},
		{"Sept. 5, 2023", "2023-09-05"},
		{"on 5 Sept. 2023", "2023-09-05"},
		{"on Dec. 5", "2023-12-05"},
		{"will visit on June 3", "2024-06-03"},
		{"will visit in November", "2024-11"},
		{"the 2022 declaration", "2022"},
		{"a 2010 customs accord", "2010"},
		{"In 2022, he went in June and in July.", "2022 2022-06 2022-07"},
		{"the first visit since 2013 ended on May 5", "2013 2024-05-05"},
		{"the first king since Moro in 2011 to come, he signed on May 5", "2011 2024-05-05"},
		{"it replaces the accord of 1993 and was signed on May 5", "1993 2024-05-05"},
		{"the April summit", "2024-04"},
		{"He returned in April last year to sign", "2023-04"},
		{"has accepted an invitation to come to Bern in March", "2025-03"},
		{"has accepted an invitation to come to Bern in July", "2024-07"},
		{"In September, the king will travel to Bern", "2024-09"},
		{"The next round will take place in Bern on 2 March", "2025-03-02"},
		{"He visited Bern on June 20", "2023-06-20"},
		{"They will ratify the pact that they signed on May 2", "2024-05-02"},
		{"They will attend the May 2 parade", "2024-05-02"},
		{"The text is to be signed in August", "2024-08"},
		{"arrives in Bern on Monday", "2024-05-13"},
		{"begins his visit on Wednesday", "2024-05-15"},
		{"was in Bern on Thursday and Friday", "2024-05-09/2024-05-10"},
		{"will be in Bern from Thursday to Saturday", "2024-05-16/2024-05-18"},
		{"is expected to travel to Bern in June, the agency said on Sunday", "2024-06 2024-05-12"},
		{"said on Sunday that he would travel to Bern in June", "2024-05-12 2024-06"},
		{"left this evening", "2024-05-13"},
		{"left last night", "2024-05-12"},
		{"earlier this month", "2024-05"},
		{"earlier in the year", "2024"},
		{"later this year", "2024"},
		{"next Tuesday", "2024-05-14"},
		{"this summer", "2024"},
		{"on the following day, after the talks of 3 May", "2024-05-03"},
		{"on 3 May in Bern, and the following day in Oslo", "2024-05-03 2024-05-04"},
		{"on 3 May in Bern; that same evening he left", "2024-05-03 2024-05-03"},
		{"on 3 May in Bern; the day before, he was in Oslo", "2024-05-03 2024-05-02"},
		{"on March 12 and 13 in Bern; the pact was signed on the second day", "2024-03-12/2024-03-13 2024-03-13"},
		{"from 5 to 7 May in Bern, and on the final day they met", "2024-05-05/2024-05-07 2024-05-07"},
		{"ratified it on March 19, and the lower house a week afterward", "2024-03-19 2024-03"},
		{"on 3 May 2023 in Bern, and a month later in Oslo", "2023-05-03 2023-06"},
		{"in Bern in May 2023 and, in June of the same year, in Oslo", "2023-05 2023-06"},
		{"On May 2,2023 she left", "2023-05-02"},
		{"two weeks ago", "2024-04"},
		{"sixty-five years ago", "1959"},
		{"in Bern in September 2022 and in Oslo the following August", "2022-09 2023-08"},
		{"22–24 May", "2024-05-22/2024-05-24"},
		{"from 5 to 7 May 2025", "2025-05-05/2025-05-07"},
		{"between 3 and 6 June", "2024-06-03/2024-06-06"},
		{"Sept. 4", "2023-09-04"},
		{"the 14th of March", "2024-03-14"},
		{"in early May", "2024-05"},
		{"in 1H 2024", "2024"},
		{"in fiscal year 2023-24", "?"},
		{"the 2023/24 fiscal year", "?"},
		// none
		{"from July 5 to 8 for the 17th OPEC Summit", "2024-07-05/2024-07-08"},
		{"he may come", ""},
		{"They may go in 3 days", ""},
		{"Theresa May spoke", ""},
		{"a march of 20 people", ""},
		{"March on", ""},
		{"2000 people came", ""},
		{"1,900 tons", ""},
		{"resolution 2231 of the Council", ""},
		{"Volume: 21 Issue: 71", ""},
		{"32 May", ""},
		{"on 31 April 2024", "2024-04"},
		{"30 February", ""},
		{"3.5 million", ""},
		{"G20 and C5+1", ""},
		{"at 3 p.m.", ""},
	} {
		ms := mention.Dates(c.text, monday)
		if got := told(ms); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
		for _, m := range ms {
			if c.text[m.Start:m.End] != m.Surface {
				t.Errorf("%q: got surface %q of %d-%d", c.text, m.Surface, m.Start, m.End)
			}
		}
	}
}

func TestDatesWithoutAnchor(t *testing.T) {
	for text, want := range map[string]string{
		"on April 24":             "?",
		"yesterday":               "?",
		"last October":            "?",
		"on April 24, 2022":       "2022-04-24",
		"In 2021, he came in May": "2021 2021-05",
	} {
		if got := told(mention.Dates(text, mention.Anchor{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := told(mention.Dates("on April 24", mention.Anchor{Published: "2024-05"})); got != "2024-04-24" {
		t.Errorf("by the month: got %q", got)
	}
	for text, want := range map[string]string{
		"on 5 December that year":       "2021-12-05",
		"in the same year":              "2021",
		"on 2 August":                   "2021-08-02",
		"a month later, on 20 February": "2020-02 2020-02-20",
	} {
		if got := told(mention.Dates(text, mention.Anchor{Published: "2024-05-13", Last: "2020-01-19", Named: "2021", Month: "2021-08"})); got != want {
			t.Errorf("%q by what was named: got %q, want %q", text, got, want)
		}
	}
	if got := told(mention.Dates("in June", mention.Anchor{Published: "2024-05-13", Year: "2022"})); got != "2022-06" {
		t.Errorf("in a scene: got %q", got)
	}
}

func TestDatesThatSetAYear(t *testing.T) {
	for _, c := range []struct{ before, want string }{
		{"In 2022 the ministers met in Bern.", "2022-05-03"},
		{"In April 2022, the ministers met in Bern.", "2022-05-03"},
		{"The ministers met in Bern on 6 April 2022.", "2024-05-03"},
		{"The ministers met in Bern at the beginning of May 1991.", "1991-05-03"},
	} {
		a := mention.Anchor{Published: "2024-06-10"}
		a.Carry(mention.Dates(c.before, a))
		if got := mention.Dates("They met again on 3 May.", a)[0].Period.From; got != c.want {
			t.Errorf("%s: got %s, want %s", c.before, got, c.want)
		}
	}
}

func TestDatesThatPointToAYear(t *testing.T) {
	for _, c := range []struct{ before, text, want string }{
		{"The treaty was signed in Bern on 6 November 2021.", "She had spent part of that August in Oslo.", "2021-08"},
		{"The treaty of 3 May 2019 lapsed. Mr Holm went to Bern in March 2021.", "Ms Dahl did so on 5 December that year.", "2021-12-05"},
		{"Mr Holm went to Bern in June 2021.", "It entered into force the following April.", "2022-04"},
	} {
		a := mention.Anchor{Published: "2024-06-10"}
		a.Carry(mention.Dates(c.before, a))
		if got := told(mention.Dates(c.text, a)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestDatesOfASection(t *testing.T) {
	doc := document("Journeys\n\n2021\n\nHe was in Bern on 9 June.\n\nNovember\n\nHe was in Oslo on 3 November.\n\nPlans\n\nHe will be in Rome on 4 June.\n")
	var got []string
	for _, ms := range mention.NewPage(doc, "2024-05-13").Mentions {
		for _, m := range ms {
			if m.Kind == mention.When && len(m.Period.From) == 10 {
				got = append(got, m.Period.From)
			}
		}
	}
	if s := strings.Join(got, " "); s != "2021-06-09 2021-11-03 2024-06-04" {
		t.Errorf("got %s", s)
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"from 24 to 26 April 2024", "Monday, May 5–6, 2024-04-24 last week", "2024–29 24.04.2024 04/05/2024 a day later", "In 2022 Sept. 3 and 4, and 7"} {
		f.Add(s, "2024-05-13")
	}
	f.Fuzz(func(t *testing.T, s, published string) {
		end := 0
		for _, m := range mention.Dates(s, mention.Anchor{Published: published}) {
			if m.Start < 0 || m.End > len(s) || m.Start >= m.End || s[m.Start:m.End] != m.Surface {
				t.Fatalf("got span %d-%d %q", m.Start, m.End, m.Surface)
			}
			if m.Start < end {
				t.Fatalf("got span %d-%d that overlaps the one before, which ends at %d", m.Start, m.End, end)
			}
			end = m.End
			for _, d := range []string{m.Period.From, m.Period.To} {
				if n := len(d); n != 0 && n != 4 && n != 7 && n != 10 {
					t.Fatalf("got date %q", d)
				}
			}
		}
	})
}

func ExampleDates() {
	for _, m := range mention.Dates("He came on April 24 and 25.", mention.Anchor{Published: "2024-05-13"}) {
		fmt.Println(m.Surface, m.Period.From, m.Period.To)
	}
	// Output: April 24 and 25 2024-04-24 2024-04-25
}
