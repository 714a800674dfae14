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

// TestPatternExamples runs the example that stands beside every pattern.
func TestPatternExamples(t *testing.T) {
	for _, p := range patternsOf("visits") {
		if p.example == "" || p.expect == "" {
			t.Errorf("%s: got no example, want one", p.name)
			continue
		}
		if !fires(&p, p.example) {
			t.Errorf("%s: %s: got no match of the pattern itself, want one", p.name, p.example)
		}
		want := strings.Split(p.expect, ";")
		sort.Strings(want)
		if got := visitsOf(reading(p.example, "2024-06-10")); strings.Join(got, ";") != strings.Join(want, ";") {
			t.Errorf("%s: %s\ngot %v, want %v", p.name, p.example, got, want)
		}
	}
}

// fires reports whether a pattern fits a sentence of the text.
func fires(p *pattern, s string) bool {
	doc := &text.Document{Content: s, Passages: text.Split(s, nil)}
	page := mention.NewPage(doc, "2024-06-10")
	for i := range doc.Passages {
		if len(p.find(newSentence(page, i))) > 0 {
			return true
		}
	}
	return false
}

func TestElements(t *testing.T) {
	p := newPattern([]string{"x", "who:L+ _3 visit|tour {go} to:P? ~9 D", "", "", ""})
	if len(p.elements) != 7 {
		t.Fatalf("got %d elements, want 7", len(p.elements))
	}
	if e := p.elements[0]; e.name != "who" || e.kind != "L" || !e.list {
		t.Errorf("who:L+: got %+v", e)
	}
	if e := p.elements[1]; e.gap != 3 || e.wide {
		t.Errorf("_3: got %+v", e)
	}
	if e := p.elements[2]; len(e.words) != 2 {
		t.Errorf("visit|tour: got %+v", e)
	}
	if e := p.elements[4]; !e.optional || e.kind != "P" {
		t.Errorf("to:P?: got %+v", e)
	}
	if e := p.elements[6]; e.kind != "D" {
		t.Errorf("D: got %+v", e)
	}
}
