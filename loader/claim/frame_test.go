package claim

import (
	"sort"
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// reading reads a text as if it had been published on a day.
func reading(s, published string) *Reading {
	doc := &text.Document{Content: s, Passages: text.Split(s, nil)}
	return Read(mention.NewPage(doc, published), Document{SHA256: "test"})
}

// visitsOf lists who went where, "Name>state", sorted.
func visitsOf(r *Reading) []string {
	names := map[Ref]string{}
	to := map[Ref]string{}
	for _, e := range r.Entities {
		if e.Label == "Leader" {
			names[e.Ref] = e.Properties["name"].(string)
		}
	}
	var out []string
	for _, f := range r.Facts {
		if f.Type == "TO" {
			to[f.From] = strings.TrimPrefix(string(f.To), "state:")
		}
	}
	for _, f := range r.Facts {
		if f.Type == "MADE" {
			out = append(out, names[f.From]+">"+to[f.To])
		}
	}
	sort.Strings(out)
	return out
}

// agreementsOf lists what was agreed, "title|parties|status", sorted.
func agreementsOf(r *Reading) []string {
	parties := map[Ref][]string{}
	for _, f := range r.Facts {
		if f.Type == "PARTY_TO" {
			parties[f.To] = append(parties[f.To], strings.TrimPrefix(string(f.From), "state:"))
		}
	}
	var out []string
	for _, e := range r.Entities {
		if e.Label == "Agreement" {
			sort.Strings(parties[e.Ref])
			out = append(out, e.Properties["title"].(string)+"|"+strings.Join(parties[e.Ref], "+")+"|"+e.Properties["status"].(string))
		}
	}
	sort.Strings(out)
	return out
}

// TestSigningExamples runs the example that stands beside every frame of texts.
func TestSigningExamples(t *testing.T) {
	for _, f := range signingFrames() {
		if f.comment == "" || f.example == "" || f.expect == "" {
			t.Errorf("%s, %s: got no comment or example, want both", f.name, f.role)
			continue
		}
		want := strings.Split(f.expect, ";")
		sort.Strings(want)
		if got := agreementsOf(reading(f.example, "2024-06-10")); strings.Join(got, ";") != strings.Join(want, ";") {
			t.Errorf("%s, %s: %s\ngot  %v\nwant %v", f.name, f.role, f.example, got, want)
		}
	}
}

// TestVisitExamples runs the example that stands beside every frame of visits.
func TestVisitExamples(t *testing.T) {
	for _, p := range visitFrames() {
		if p.example == "" || p.expect == "" {
			t.Errorf("%s: got no example, want one", p.name)
			continue
		}
		want := strings.Split(p.expect, ";")
		sort.Strings(want)
		if got := visitsOf(reading(p.example, "2024-06-10")); strings.Join(got, ";") != strings.Join(want, ";") {
			t.Errorf("%s: %s\ngot %v, want %v", p.name, p.example, got, want)
		}
	}
}
