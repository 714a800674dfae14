package lexicon_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/lexicon"
)

func TestStates(t *testing.T) {
	states := lexicon.States()
	if len(states) < 200 {
		t.Errorf("got %d states, want at least 200", len(states))
	}
	code := regexp.MustCompile(`^[a-z]{2}$`)
	forms, codes := map[string]string{}, map[string]bool{}
	for _, s := range states {
		if !code.MatchString(s.Code) || codes[s.Code] {
			t.Errorf("got code %q, want two lower-case letters, once", s.Code)
		}
		codes[s.Code] = true
		if s.Name == "" || s.Official == "" || s.Capital == "" {
			t.Errorf("%s: got %q, %q, %q, want a name, an official name and a capital", s.Code, s.Name, s.Official, s.Capital)
		}
		for _, f := range append([]string{s.Name}, s.Forms...) {
			if other, ok := forms[f]; ok && other != s.Code {
				t.Errorf("got %q for both %s and %s, want one", f, other, s.Code)
			}
			forms[f] = s.Code
		}
	}
	demonyms := map[string]string{}
	for _, s := range states {
		for _, d := range s.Demonyms {
			if other, ok := demonyms[d]; ok {
				t.Errorf("got demonym %q for both %s and %s, want one", d, other, s.Code)
			}
			demonyms[d] = s.Code
			if forms[d] != "" && forms[d] != s.Code {
				t.Errorf("got %q as a people of %s and a name of %s", d, s.Code, forms[d])
			}
		}
	}
	for _, want := range [][2]string{{"French", "fr"}, {"Indian", "in"}, {"American", "us"}, {"Nigerien", "ne"}, {"Nigerian", "ng"}, {"Korean", "kr"}, {"Dominican", "do"}} {
		if got := demonyms[want[0]]; got != want[1] {
			t.Errorf("%s: got %s, want %s", want[0], got, want[1])
		}
	}
}

func TestStateOf(t *testing.T) {
	s, ok := lexicon.StateOf("kg")
	if !ok || s.Name != "Kyrgyzstan" || s.Capital != "Bishkek" || !s.Acts {
		t.Errorf("kg: got %+v, want Kyrgyzstan of Bishkek", s)
	}
	if _, ok := lexicon.StateOf("zz"); ok {
		t.Error("zz: got a state, want none")
	}
	for _, code := range []string{"lu", "sg", "pa", "be"} {
		if s, _ := lexicon.StateOf(code); s.Acts {
			t.Errorf("%s: got a capital that stands for the government, want none", code)
		}
	}
}

func TestOrganizations(t *testing.T) {
	if n := len(lexicon.Organizations()); n < 300 {
		t.Errorf("got %d bodies, want at least 300", n)
	}
	seen := map[string]string{}
	for _, o := range lexicon.Organizations() {
		for _, f := range append([]string{o.Name, o.Acronym}, o.Forms...) {
			if f == "" {
				continue
			}
			if other, ok := seen[f]; ok && other != o.Name {
				t.Errorf("got %q for both %s and %s, want one", f, other, o.Name)
			}
			seen[f] = o.Name
		}
		if o.Whole != "" {
			if _, ok := lexicon.OrganizationOf(o.Whole); !ok {
				t.Errorf("%s: got whole %q, want a body of the table", o.Name, o.Whole)
			}
		}
	}
	if o, _ := lexicon.OrganizationOf("European Union"); o.Metonym != "Brussels" || o.Acronym != "EU" {
		t.Errorf("European Union: got %+v", o)
	}
}

func TestOffices(t *testing.T) {
	forms := map[string]string{}
	for _, o := range lexicon.Offices() {
		if o.Rank < 1 || o.Rank > 9 || len(o.Forms) == 0 {
			t.Errorf("%s: got rank %d and forms %v", o.Title, o.Rank, o.Forms)
		}
		for _, f := range o.Forms {
			if forms[f] != "" || f != strings.ToLower(f) {
				t.Errorf("%s: got form %q of %s too, want each once, folded", o.Title, f, forms[f])
			}
			forms[f] = o.Title
		}
	}
}

func TestCitiesAndWords(t *testing.T) {
	named := map[string]bool{}
	for _, s := range lexicon.States() {
		for _, f := range append(append([]string{s.Name, s.Capital}, s.Forms...), s.Capitals...) {
			named[strings.ToLower(f)] = true
		}
	}
	for _, c := range lexicon.Cities() {
		for _, f := range append([]string{c.Name}, c.Forms...) {
			if named[strings.ToLower(f)] {
				t.Errorf("%s: got %q, want no state's or capital's name, and each city once", c.Name, f)
			}
			named[strings.ToLower(f)] = true
		}
		if _, ok := lexicon.StateOf(c.State); !ok {
			t.Errorf("%s: got state %q, want one of states.tsv", c.Name, c.State)
		}
	}
	kinds := map[string]bool{"treaty": true, "declaration": true, "memorandum": true, "program": true, "protocol": true, "fund": true, "contract": true, "package": true, "other": true}
	for _, w := range lexicon.Words() {
		if w.Form == "" || w.Form != strings.ToLower(w.Form) {
			t.Errorf("%s: got form %q, want it folded", w.Class, w.Form)
		}
		if w.Class == "agreement" && !kinds[w.Value] {
			t.Errorf("%s: got kind %q, want one of the ontology", w.Form, w.Value)
		}
	}
	for _, s := range lexicon.Shares() {
		for _, code := range s.States {
			if _, ok := lexicon.StateOf(code); !ok || len(s.States) < 2 {
				t.Errorf("%s: got states %v, want several of states.tsv", s.Name, s.States)
			}
		}
	}
	bodies, guards := map[string]bool{}, map[string]bool{}
	for _, o := range lexicon.Organizations() {
		for _, f := range append([]string{o.Name}, o.Forms...) {
			bodies[strings.ToLower(f)] = true
		}
	}
	for _, g := range lexicon.Guards() {
		if bodies[g] || guards[g] {
			t.Errorf("got guard %q, want no body's name, and each once", g)
		}
		guards[g] = true
		if g != strings.ToLower(g) {
			t.Errorf("got guard %q, want it folded", g)
		}
	}
}
