package claim_test

import (
	"context"
	"testing"

	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
)

func TestPublished(t *testing.T) {
	for _, c := range []struct{ name, file, content, date, basis string }{
		{"front matter", "a.md", "---\ndate: 2024-05-03\n---\n# Talks\n\nThe ministers met in Bern on 2 May 2024. They left.\n", "2024-05-03", "metadata"},
		{"line under the title", "a.txt", "Ministers meet\n\nMay 3, 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"published line", "a.txt", "Ministers meet\n\nPublished: 3 May 2024, 14:05\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"place and day", "a.txt", "Joint statement\n\nSamarkand, 3 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-03", "stated"},
		{"dateline", "a.txt", "Ministers meet\n\nBERN, May 3, 2024 (Alpine Wire) - The ministers met. They left.\n", "2024-05-03", "stated"},
		{"dateline, year from the text", "a.txt", "Ministers meet\n\nBERN, May 3 (Alpine Wire) - The ministers met on 2 May 2024. They left.\n", "2024-05-03", "stated"},
		{"span in the title", "a.txt", "Diplomatic digest, 22 April - 10 May 2024\n\nThe ministers met in Bern. They left.\n", "2024-05-10", "stated"},
		{"last line", "a.txt", "Ministers meet\n\nThe ministers met in Bern for talks on trade, roads and the river that both of their countries share. They left.\n\n3 May 2024\n", "2024-05-03", "stated"},
		{"latest source without a year", "a.txt", "Ministers meet\n\nThe ministers met in 2023 (Alpine Review, October 5, 2023). They met again in Bern, and again in Oslo (TASS, May 2; Alpine Review, April 9).\n", "2024-05", "inferred"},
		{"a source of the year before, by its sentence", "a.txt", "Ministers meet\n\nThe ministers met (Alpine Review, October 5, 2023). A pact was signed in August 2022 (Alpine Review, August 9). They met in Oslo (TASS, May 2).\n", "2024-05", "inferred"},
		{"latest source with a year", "a.txt", "Ministers meet\n\nThe ministers met in Bern (Alpine Review, October 5, 2023). They left for home soon.\n", "2023-10", "inferred"},
		{"year of the text", "a.txt", "Ministers meet\n\nIn 2023 trade grew. The ministers will meet again in 2030, as they agreed when they last met in Bern.\n", "2023", "inferred"},
		{"nothing", "a.txt", "Ministers meet\n\nThe ministers met in Bern on Monday. They left.\n", "", ""},
		{"a source's date is no publication", "a.html", "<html><body><article><h1>Ministers meet</h1><p>The ministers met in Bern (Alpine Review, April 26, 2022) and talked at length about trade, roads and the river.</p></article></body></html>", "2022-04", "inferred"},
	} {
		page, err := source.Read(context.Background(), source.File{Name: c.file, Bytes: []byte(c.content)})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if date, basis := claim.Published(page.Document()); date != c.date || basis != c.basis {
			t.Errorf("%s: got %q, %q, want %q, %q", c.name, date, basis, c.date, c.basis)
		}
	}
}
