package claim

import "github.com/entente-graph/entente/loader/mention"

// ReadNames takes from a page only the states that it names and the sources
// that it cites: all that is read of a text in a language whose grammar is not
// known.
func ReadNames(page *mention.Page, d Document) *Reading {
	passages := make([]Passage, len(page.Document.Passages))
	for i, p := range page.Document.Passages {
		passages[i] = Passage{Text: p.Text, Start: p.Start, End: p.End}
	}
	b := NewBuilder(d, passages)
	for i := range page.Mentions {
		for _, m := range page.Mentions[i] {
			if m.Kind != mention.State && m.Kind != mention.Capital || m.State == "" {
				continue
			}
			at := evidenceOf(page, i, m.Start, m.End)
			b.Mention(Mention{Passage: i, Start: at.Start, End: at.End, Surface: m.Surface, Of: stateRef(b, m.State, at)})
		}
	}
	citations(page, b)
	return b.Reading()
}
