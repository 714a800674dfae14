package lexicon_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/lexicon"
)

func titles() map[string]bool {
	out := map[string]bool{}
	for _, o := range lexicon.Offices() {
		out[o.Title] = true
	}
	return out
}

func TestLeaders(t *testing.T) {
	year, known := regexp.MustCompile(`^(19|20)\d{2}$`), titles()
	names, heads := map[string]bool{}, map[string]bool{}
	for _, l := range lexicon.Leaders() {
		if names[l.Name] {
			t.Errorf("%s: got rows apart from each other, want a person's together", l.Name)
		}
		names[l.Name] = true
		if l.Term != l.Terms[0] {
			t.Errorf("%s: got term %v, want the first, %v", l.Name, l.Term, l.Terms[0])
		}
		for _, term := range l.Terms {
			_, isState := lexicon.StateOf(term.State)
			_, isBody := lexicon.OrganizationOf(term.Organization)
			if isState == isBody {
				t.Errorf("%s: got state %q and body %q, want one of them known", l.Name, term.State, term.Organization)
			}
			if !known[term.Office] {
				t.Errorf("%s: got office %q, want one of offices.tsv", l.Name, term.Office)
			}
			if !year.MatchString(term.From) || term.To != "" && (!year.MatchString(term.To) || term.To < term.From) {
				t.Errorf("%s: got %q to %q, want years in order", l.Name, term.From, term.To)
			}
			heads[term.State] = true
		}
	}
	if len(names) < 3500 || len(heads) < 190 {
		t.Errorf("got %d people of %d states, want 3500 of 190", len(names), len(heads))
	}
}

// several says which offices more than one may hold at a time.
func several(office string) bool {
	switch office {
	case "vice president", "deputy prime minister", "commissioner", "special envoy", "chairman of the presidency", "speaker", "minister of state",
		"minister", "deputy foreign minister", "ambassador", "adviser", "state councillor", "spokesperson":
		return true
	}
	return false
}

func TestTerms(t *testing.T) {
	type held struct {
		lexicon.Term
		by string
	}
	type seat struct{ state, organization, office string }
	seats := map[seat][]held{}
	for _, l := range lexicon.Leaders() {
		for _, term := range l.Terms {
			s := seat{term.State, term.Organization, term.Office}
			seats[s] = append(seats[s], held{term, l.Name})
		}
	}
	for s, hs := range seats {
		if several(s.office) || s.state == "ci" && s.office == "president" { // two were sworn in after one election
			continue
		}
		slices.SortFunc(hs, func(a, b held) int {
			if c := strings.Compare(a.From, b.From); c != 0 {
				return c
			}
			return strings.Compare(a.To+"9", b.To+"9")
		})
		for i := 1; i < len(hs); i++ {
			before, after := hs[i-1], hs[i]
			if before.To == "" || before.To > after.From {
				t.Errorf("%s%s: got %s as %s %s to %s and %s from %s, want no two at a time",
					s.state, s.organization, before.by, s.office, before.From, before.To, after.by, after.From)
			}
		}
	}
}

func TestSpellings(t *testing.T) {
	whose := map[string]string{}
	for _, l := range lexicon.Leaders() {
		for _, s := range append([]string{l.Name}, l.Spellings...) {
			folded := strings.ToLower(s)
			if other, ok := whose[folded]; ok && other != l.Name {
				t.Errorf("got %q for both %s and %s, want one", s, other, l.Name)
			}
			whose[folded] = l.Name
			if strings.TrimSpace(s) != s || strings.Contains(s, "  ") {
				t.Errorf("%s: got %q, want no stray spaces", l.Name, s)
			}
		}
		plain := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, "-", " ")) }
		if !slices.ContainsFunc(append([]string{l.Name}, l.Spellings...), func(s string) bool { return strings.Contains(plain(s), plain(l.Family)) }) {
			t.Errorf("%s: got %q as what stands alone, want words of the name", l.Name, l.Family)
		}
	}
	for spelling, name := range map[string]string{
		"Sergey Lavrov": "Sergei Lavrov", "Shavkat Mirziyoev": "Shavkat Mirziyoyev", "Volodymyr Zelensky": "Volodymyr Zelenskyy",
		"Abdel Fattah al-Sisi": "Abdel Fattah el-Sisi", "Kishida Fumio": "Fumio Kishida", "Moon Jae In": "Moon Jae-in",
		"Kim Jong-un": "Kim Jong Un", "Mohammad bin Salman": "Mohammed bin Salman", "Orbán Viktor": "Viktor Orbán",
		"Sadyr Zhaparov": "Sadyr Japarov", "Yermek Kosherbaev": "Yermek Kosherbayev", "Raşit Meredow": "Rashid Meredov",
		"Nuri al-Maliki": "Nouri al-Maliki", "Nouri Maliki": "Nouri al-Maliki", "Andrey Belousov": "Andrei Belousov",
	} {
		if got := whose[strings.ToLower(spelling)]; got != name {
			t.Errorf("%s: got %q, want %s", spelling, got, name)
		}
	}
}

func TestLeaderAt(t *testing.T) {
	k := slices.IndexFunc(lexicon.Leaders(), func(l lexicon.Leader) bool { return l.Name == "Mark Rutte" })
	l := lexicon.Leaders()[k]
	for date, want := range map[string]string{"2015-03": "nl", "2025-06-24": "", "": "", "1995": ""} {
		if got := l.At(date); got.State != want {
			t.Errorf("%q: got %v, want one of state %q", date, got, want)
		}
	}
	if term, ok := l.Of("nl", ""); !ok || term.Office != "prime minister" {
		t.Errorf("got %v, %v, want that of prime minister", term, ok)
	}
	if _, ok := l.Of("be", ""); ok {
		t.Error("be: got a term, want none")
	}
}
