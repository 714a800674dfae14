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
	if raw, ok := e.Properties["raw"].(string); ok && !strings.Contains(page.Document.Passages[passage].Text, raw) {
		shorten(page, e, c)
	}
	b.Mention(Mention{Passage: passage, Start: at.Start, End: at.End, Surface: m.Surface, Of: ref})
	for _, r := range refs {
		e := b.Entity(ref)
		at := evidenceOf(page, r.Passage, r.Start, r.End)
		e.Evidence = mergeEvidence(e.Evidence, []Evidence{at})
		delete(e.Properties, "raw")
		b.Mention(Mention{Passage: r.Passage, Start: at.Start, End: at.End, Surface: r.Surface, Of: ref})
	}
}

// shorten makes do with the later printing where it stands in all passages
// that cite the source, else with none.
func shorten(page *mention.Page, e *Entity, c *mention.Citation) {
	for _, ev := range e.Evidence {
		if !strings.Contains(page.Document.Passages[ev.Passage].Text, c.Raw) {
			delete(e.Properties, "raw")
			return
		}
	}
	e.Properties["raw"] = c.Raw
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
