package claim

import "github.com/entente-graph/entente/loader/mention"

// Read takes from a page all that it says. The document's own properties
// (title, date of publication) are the caller's to give.
func Read(page *mention.Page, d Document) *Reading {
	passages := make([]Passage, len(page.Document.Passages))
	for i, p := range page.Document.Passages {
		passages[i] = Passage{Text: p.Text, Start: p.Start, End: p.End}
	}
	b := NewBuilder(d, passages)
	return b.Reading()
}
