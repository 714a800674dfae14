package claim

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tell lists a Reading's visits and agreements in a short form that tests can
// compare: "visit no 2021-05..2021-05-03 state completed Ada Moro host Liv Dahl".
func tell(r *Reading) []string {
	name := map[Ref]string{}
	for _, e := range r.Entities {
		switch e.Label {
		case "Leader", "Organization":
			name[e.Ref] = e.Properties["name"].(string)
		case "State":
			name[e.Ref] = strings.TrimPrefix(string(e.Ref), "state:")
		case "Visit":
			name[e.Ref] = strings.TrimPrefix(string(e.Ref), "visit:")
		}
	}
	ends := func(e Entity, kind string, out bool) string {
		var ns []string
		for _, f := range r.Facts {
			if f.Type == kind && out && f.From == e.Ref {
				ns = append(ns, name[f.To])
			}
			if f.Type == kind && !out && f.To == e.Ref {
				ns = append(ns, name[f.From])
			}
		}
		sort.Strings(ns)
		return strings.Join(ns, "+")
	}
	var out []string
	for _, e := range r.Entities {
		p := func(k string) string {
			if v, ok := e.Properties[k]; ok {
				return fmt.Sprint(v)
			}
			return "-"
		}
		switch e.Label {
		case "Visit":
			out = append(out, strings.TrimSpace(fmt.Sprintf("visit %s %s..%s %s %s %s %s", ends(e, "TO", true), p("startDate"), p("endDate"), p("kind"), p("status"), ends(e, "MADE", false), ends(e, "HOSTED", false))))
		case "Agreement":
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %q %s %s %s n=%s during=%s", p("kind"), p("title"), ends(e, "PARTY_TO", false), p("signedOn"), p("status"), p("documentCount"), ends(e, "SIGNED_DURING", true))))
		case "Project":
			out = append(out, fmt.Sprintf("project %q %s", p("name"), ends(e, "PARTICIPATES_IN", false)))
		}
	}
	return out
}

// Two invented leaders of two states, so that no lexicon knows them.
const cast = "Kenyan President Ada Moro leads Kenya. Norwegian Prime Minister Bo Holm leads Norway.\n\n"

func TestConstructions(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"MINISTER MORO: Welcome to Nairobi.\n\nMINISTER HOLM: I thank my host. I was in Kampala on 3 May 2023.\n\nMINISTER MORO: I came to Oslo in May 2022.",
			[]string{`visit ug 2023-05-03..- unspecified completed Bo Holm`, `visit no 2022-05..- unspecified completed Ada Moro`}},
		{"Moro, who had met Holm in Oslo on 3 May 2023, flies to Kampala for the talks.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro Bo Holm`, `visit ug -..- unspecified completed Ada Moro`}},
		{"Moro said that no date was set, dismissing reports that Holm had been in Nairobi.",
			[]string{`visit ke -..- unspecified denied Bo Holm`}},
		{"In Nairobi, Moro received Holm on 3 May 2023. Norwegian Foreign Minister Per Lund and Kenyan Foreign Minister Ida Otieno signed a treaty on fisheries.",
			[]string{`visit ke 2023-05-03..- unspecified completed Bo Holm+Per Lund Ada Moro+Ida Otieno`, `treaty "treaty on fisheries" ke+no 2023-05 signed n=- during=1`}},
		{"Moro travelled to Oslo on 3 May 2023 and signed a treaty on fisheries with Holm.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro Bo Holm`, `treaty "treaty on fisheries" ke+no 2023-05 signed n=- during=1`}},
		{"Holm hosted Moro on 3 and 4 May 2023. During the visit, the two sides signed seven documents, including a memorandum on wind power.",
			[]string{`visit no 2023-05-03..2023-05-04 unspecified completed Ada Moro Bo Holm`, `package "seven documents" ke+no 2023-05 signed n=7 during=1`, `memorandum "memorandum on wind power" ke+no 2023-05 signed n=- during=1`}},
		{"Moro will pay a state visit to Norway in July 2024. The two countries are expected to sign an agreement on double taxation.",
			[]string{`visit no 2024-07..- state planned Ada Moro`, `treaty "agreement on double taxation" ke+no - planned n=- during=1`}},
		{"Holm cancelled a visit to Kenya.", []string{`visit ke -..- unspecified cancelled Bo Holm`}},
		{"Moro spoke with Holm by telephone on 5 May 2024.", nil},
		{"Moro did not visit Norway.", nil},
		{"Moro invited Holm to visit Kenya.", nil},
		{"Moro may visit Norway.", nil},
		{"Norway and Kenya signed a memorandum of understanding on fisheries and a protocol on customs on 2 March 2023.",
			[]string{`memorandum "memorandum of understanding on fisheries" ke+no 2023-03-02 signed n=- during=`, `protocol "protocol on customs" ke+no 2023-03-02 signed n=- during=`}},
		{"An agreement between Norway and Kenya on trade was signed in Oslo on 2 March 2023.",
			[]string{`treaty "agreement between Norway and Kenya on trade" ke+no 2023-03-02 signed n=- during=`}},
		{"In their presence in Oslo 20 documents were signed by Norway and Kenya on 2 March 2023. After talks three protocols were signed.",
			[]string{`package "20 documents" ke+no 2023-03-02 signed n=20 during=`, `package "three protocols" ke+no - signed n=3 during=`}},
		{"The two sides signed no agreement.", nil},
		{"Holm said Norway and Kenya would sign around 20 agreements in August 2024.",
			[]string{`package "around 20 agreements" ke+no 2024-08 planned n=20 during=`}},
		{"Norway and Kenya plan a power cable along the coast.", []string{`project "power cable along the coast" ke+no`}},
		{"The European Union and Kenya adopted a joint statement on 4 May 2023.",
			[]string{`declaration "joint statement" European Union+ke 2023-05-04 signed n=- during=`}},
		{"On 6 June 2023 in Nairobi, Holm and Moro inked a five-year action plan.",
			[]string{`visit ke 2023-06-06..- unspecified completed Bo Holm Ada Moro`, `program "five-year action plan" ke+no 2023-06-06 signed n=- during=1`}},
		{"Holm flew to Nairobi on 4 June 2023. On 6 June 2023 in Nairobi, Holm and Moro signed a pact on tea.",
			[]string{`visit ke 2023-06-04..- unspecified completed Bo Holm Ada Moro`, `treaty "pact on tea" ke+no 2023-06-06 signed n=- during=1`}},
	} {
		if diff := cmp.Diff(c.want, tell(reading(cast+c.text, "2024-06-10"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestLists(t *testing.T) {
	r := reading("Kenyan President Ada Moro visited Oslo on 3 May 2023. The following documents were signed with Norway:\n\n- Agreement on fisheries\n- Memorandum of Understanding on wind power\n", "2023-05-04")
	want := []string{
		`visit no 2023-05-03..- unspecified completed Ada Moro`,
		`treaty "Agreement on fisheries" ke+no 2023-05-03 signed n=- during=1`,
		`memorandum "Memorandum of Understanding on wind power" ke+no 2023-05-03 signed n=- during=1`,
	}
	if diff := cmp.Diff(want, tell(r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, e := range r.Entities {
		if e.Label == "Agreement" && len(e.Evidence) != 2 {
			t.Errorf("%s: got %d pieces of evidence, want the item and its lead-in", e.Properties["title"], len(e.Evidence))
		}
	}
}

func TestJointStatement(t *testing.T) {
	r := reading("Joint Statement of Kenya and Norway\n\nAt the invitation of Norwegian Prime Minister Bo Holm, Kenyan President Ada Moro paid an official visit to Norway on 3 and 4 May 2023.\n\nThe two leaders discussed trade.\n", "2023-05-05")
	want := []string{
		`visit no 2023-05-03..2023-05-04 official completed Ada Moro Bo Holm`,
		`declaration "Joint Statement of Kenya and Norway" ke+no 2023-05 signed n=- during=1`,
	}
	if diff := cmp.Diff(want, tell(r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, c := range []struct{ title, want string }{
		{"JOINT STATEMENT\non the Founding of a Strategic Partnership between Kenya and Norway", "JOINT STATEMENT on the Founding of a Strategic Partnership between Kenya and Norway"},
		{"Full text of Kenya – Norway joint statement", "Full text of Kenya – Norway joint statement"},
		{"Joint statement by Kenya and Norway on cod.", "Joint statement by Kenya and Norway on cod"},
		{"Joint Statement Following Meeting of Ministers of Kenya and Norway", "Joint Statement Following Meeting of Ministers of Kenya and Norway"},
	} {
		want := []string{fmt.Sprintf("declaration %q ke+no - signed n=- during=", c.want)}
		if diff := cmp.Diff(want, tell(reading(c.title+"\n\nTrade was discussed.\n", "2023-05-05"))); diff != "" {
			t.Errorf("%s: -want +got:\n%s", c.title, diff)
		}
	}
	if got := tell(reading("Kenya and Norway sign joint statement\n\nNothing else is told.\n", "2023-05-05")); got != nil {
		t.Errorf("headline: got %v, want nothing", got)
	}
}

func TestOffices(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kenyan President Ada Moro spoke.", "Ada Moro president ke"},
		{"Ada Moro, the President of Kenya, spoke.", "Ada Moro president ke"},
		{"The Prime Minister of Norway, Bo Holm, spoke.", "Bo Holm prime minister no"},
		{"Norway's foreign minister Bo Holm spoke.", "Bo Holm foreign minister no"},
		{"Former Norwegian Prime Minister Bo Holm spoke.", "Bo Holm prime minister no"},
		{"Minister of Energy and Water Resources of Kenya Ada Moro spoke.", "Ada Moro energy minister ke"},
		{"UN Secretary-General Ada Moro spoke.", "Ada Moro secretary-general United Nations"},
		{"President Ada Moro spoke.", ""},
		{"Acme President Ada Moro spoke.", ""},
		{"Vladimir Putin spoke.", ""},
	} {
		r := reading(c.text, "2024-06-10")
		var got []string
		for _, f := range r.Facts {
			if f.Type != "HOLDS_OFFICE" {
				continue
			}
			who, whom := "", strings.TrimPrefix(string(f.To), "state:")
			for _, e := range r.Entities {
				if e.Ref == f.From {
					who = e.Properties["name"].(string)
				}
				if e.Ref == f.To && e.Label == "Organization" {
					whom = e.Properties["name"].(string)
				}
			}
			got = append(got, who+" "+f.Properties["title"].(string)+" "+whom)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

// FuzzRead holds that whatever the text, a Reading is made without a panic and
// every span it names is a slice of its passage that is not empty.
func FuzzRead(f *testing.F) {
	f.Add(cast+"Holm hosted Moro on May 3. They signed “ten documents” (Daily Nation, May 4).", "2024-06-10")
	f.Add("- Agreement\n- Memorandum\n\n’s visit to , and the two", "")
	f.Add("Putin’s\u00a0visit to–Minsk; Xi 'visited' Astana, Kazakhstan on 3–4 May 2024 and\tBaku", "2024")
	f.Fuzz(func(t *testing.T, s, published string) {
		if len(published) > 10 || published != "" && (len(published) < 4 || strings.Trim(published, "0123456789-") != "") {
			published = ""
		}
		r := reading(strings.ToValidUTF8(s, "\uFFFD"), published)
		slice := func(e Evidence) {
			if e.Passage < 0 || e.Passage >= len(r.Passages) {
				t.Fatalf("got evidence in passage %d of %d", e.Passage, len(r.Passages))
			}
			if n := len([]rune(r.Passages[e.Passage].Text)); e.Start < 0 || e.Start >= e.End || e.End > n {
				t.Fatalf("got span %d-%d of %d", e.Start, e.End, n)
			}
		}
		for _, e := range r.Entities {
			if len(e.Evidence) == 0 {
				t.Fatalf("%s: got no evidence", e.Ref)
			}
			for _, x := range e.Evidence {
				slice(x)
			}
		}
		for _, x := range r.Facts {
			if len(x.Evidence) == 0 {
				t.Fatalf("%s %s %s: got no evidence", x.From, x.Type, x.To)
			}
			for _, e := range x.Evidence {
				slice(e)
			}
		}
		for _, m := range r.Mentions {
			slice(Evidence{Passage: m.Passage, Start: m.Start, End: m.End})
			if got := string([]rune(r.Passages[m.Passage].Text)[m.Start:m.End]); got != m.Surface {
				t.Fatalf("got surface %q, want the slice %q", m.Surface, got)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat(cast+"Holm hosted Moro on 3 and 4 May 2023. During the visit, the two sides signed seven documents, including a memorandum on wind power (Daily Nation, May 4, 2023). Trade between the two countries reached $300 million in 2022, and most of it was tea, coffee and cut flowers that growers in the highlands send to market every night of the year.\n\n", 40)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		reading(s, "2024-06-10")
	}
}
