package loader

import (
	"context"
	"fmt"
	"strings"

	"github.com/abadojack/whatlanggo"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/source"
)

// Read takes from a file all that it says: source → text → mention → claim. It
// needs no store. Of a text that is not in English only the states named and
// the sources cited are read; Reading.Document.Language tells. Errors are one
// line that says what to do, and wrap graph.ErrInvalid.
func Read(ctx context.Context, f source.File) (*claim.Reading, error) {
	named, d, err := Page(ctx, f)
	if err != nil {
		return nil, err
	}
	if !english(d.Language) {
		return claim.ReadNames(named, d), nil
	}
	return claim.Read(named, d), nil
}

// Explain reads a file as Read does, and tells of each passage why it gave what
// it gave. Errors are those of Read.
func Explain(ctx context.Context, f source.File) (*claim.Explanation, error) {
	named, d, err := Page(ctx, f)
	if err != nil {
		return nil, err
	}
	if !english(d.Language) {
		return claim.ExplainNames(named, d), nil
	}
	return claim.Explain(named, d), nil
}

// Page is a file's text with all that it names, and what is known of the
// document as a whole: what claims are read from.
func Page(ctx context.Context, f source.File) (*mention.Page, claim.Document, error) {
	page, err := source.Read(ctx, f)
	if err != nil {
		return nil, claim.Document{}, err
	}
	doc := page.Document()
	if err := ctx.Err(); err != nil {
		return nil, claim.Document{}, fmt.Errorf("reading %s: %w", page.Meta.Source, err)
	}
	m := &doc.Meta
	m.Language = language(page.Content, m.Language)
	date, basis := claim.Published(doc)
	d := claim.Document{
		SHA256: m.SHA256, URL: m.URL, Source: m.Source, Title: m.Title, Publisher: m.Publisher, Author: m.Author, Language: m.Language,
		PublishedOn: date, PublishedBasis: basis, ModifiedOn: m.ModifiedOn,
	}
	return mention.NewPage(doc, date), d, nil
}

// Text is the text that the spans of a file's claims count in.
func Text(ctx context.Context, f source.File) (string, error) {
	page, err := source.Read(ctx, f)
	if err != nil {
		return "", err
	}
	return page.Content, nil
}

func english(language string) bool { return language == "" || language == "en" }

// fewestLetters is the length of text from which its language is guessed.
const fewestLetters = 200

// language is the ISO 639-1 code of a text's language: as guessed from the
// text's beginning where that is sure, else as its metadata say.
func language(content, stated string) string {
	if len(content) < fewestLetters {
		return stated
	}
	if plainlyEnglish(content) {
		return "en"
	}
	info := whatlanggo.Detect(content[:min(len(content), 6000)])
	if code := info.Lang.Iso6391(); code != "" && info.IsReliable() {
		return code
	}
	return stated
}

// plainlyEnglish reports whether the commonest words of English make up a sixth
// of a text's first words, which they do in no other language; the guess by
// letters costs as much as all other reading.
func plainlyEnglish(content string) bool {
	all, english := 0, 0
	for word := range strings.FieldsSeq(content[:min(len(content), 6000)]) {
		all++
		switch word {
		case "the", "of", "and", "to", "The", "was", "with", "that", "for", "by", "is":
			english++
		}
	}
	return english*6 > all
}
