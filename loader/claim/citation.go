package claim

import (
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// citations claims each source that the page cites, once an outlet and date,
// with the passages that cite it. `raw` is kept where it stands in all of
// these; a source cited by the number of a note stands in none but the note.
func citations(page *mention.Page, b *Builder) {
	for i := range page.Mentions {
		for _, m := range page.Mentions[i] {
			if m.Kind == mention.Source && m.Citation != nil {
				cite(page, b, i, m)
			}
		}
	}
}

func cite(page *mention.Page, b *Builder, passage int, m mention.Mention) {
	c := m.Citation
	if n := noted(page, passage, c.Outlet); n != nil && (c.Date == "" || c.Date == n.Date) {
		c = n
	}
	properties := graph.Properties{"outlet": c.Outlet}
	if c.Date != "" && c.Date[0] != '-' {
		properties["publishedOn"] = c.Date
	}
	if c.URL != "" {
		properties["url"] = c.URL
	}
	refs := noteReferences(page, passage)
	if c.Raw != "" && len(refs) == 0 {
		properties["raw"] = c.Raw
	}
	at := evidenceOf(page, passage, m.Start, m.End)
	key := graph.Fold(c.Outlet) + "\x00" + c.Date
	ref := b.Add(key, Entity{Label: "Citation", Properties: properties, Evidence: []Evidence{at}, Support: supportOf("citation")})
	e := b.Entity(ref)
	settleRaw(page, e, c.Raw)
	b.Mention(Mention{Passage: passage, Start: at.Start, End: at.End, Surface: m.Surface, Of: ref})
	for _, r := range refs {
		e := b.Entity(ref)
		at := evidenceOf(page, r.Passage, r.Start, r.End)
		e.Evidence = mergeEvidence(e.Evidence, []Evidence{at})
		delete(e.Properties, "raw")
		b.Mention(Mention{Passage: r.Passage, Start: at.Start, End: at.End, Surface: r.Surface, Of: ref})
	}
}

// noted is the citation of an outlet in a note that the passage points to, or
// in the text's list of sources: "Reuters reported …[3]" is no source beside
// note 3.
func noted(page *mention.Page, passage int, outlet string) *mention.Citation {
	t := page.Document.Passages[passage].Text
	for i := range page.Mentions {
		p := &page.Document.Passages[i]
		pointed := p.Kind == text.Note && p.Marker != "" && strings.Contains(t, "["+p.Marker+"]")
		listed := strings.HasPrefix(p.Text, "Sources:") || strings.HasPrefix(p.Text, "SOURCES:")
		if i == passage || !pointed && !listed {
			continue
		}
		for _, m := range page.Mentions[i] {
			if m.Kind == mention.Source && m.Citation != nil && sameOutlet(graph.Fold(m.Citation.Outlet), graph.Fold(outlet)) {
				return m.Citation
			}
		}
	}
	return nil
}

// settleRaw keeps the citation's raw where it stands in all passages that cite
// the source, else takes the later printing, or the outlet's name, where that does, else none.
func settleRaw(page *mention.Page, e *Entity, later string) {
	raw, ok := e.Properties["raw"].(string)
	if !ok {
		return
	}
	outlet, _ := e.Properties["outlet"].(string)
	for _, try := range []string{raw, later, outlet} {
		everywhere := true
		for _, ev := range e.Evidence {
			everywhere = everywhere && strings.Contains(page.Document.Passages[ev.Passage].Text, try)
		}
		if everywhere {
			e.Properties["raw"] = try
			return
		}
	}
	delete(e.Properties, "raw")
}

// noteReferences are the places in the text that point to the note that a
// passage is: "[3]".
func noteReferences(page *mention.Page, passage int) []mention.Mention {
	note := &page.Document.Passages[passage]
	if note.Kind != text.Note || note.Marker == "" {
		return nil
	}
	var out []mention.Mention
	for _, mark := range []string{"[" + note.Marker + "]", superscript(note.Marker)} {
		for i := range page.Document.Passages {
			p := &page.Document.Passages[i]
			if p.Kind == text.Note || mark == "" {
				continue
			}
			if k := strings.Index(p.Text, mark); k >= 0 {
				out = append(out, mention.Mention{Passage: i, Start: k, End: k + len(mark), Surface: mark})
			}
		}
	}
	return out
}

// superscript writes the digits of a note's number raised.
func superscript(s string) string {
	raised := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	var b strings.Builder
	for _, r := range s {
		if r < '0' || r > '9' {
			return "" // already raised, or no number
		}
		b.WriteRune(raised[r-'0'])
	}
	return b.String()
}

// sameOutlet reports whether two folded names are one outlet's, the one maybe
// in full: "semafor" and "semafor africa".
func sameOutlet(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}
