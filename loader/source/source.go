// Package source turns the bytes of a file into a Page: one clean text, its
// blocks (paragraphs, headings, items, rows, captions, notes) with the links
// in them, and what the file's own metadata say.
//
// It knows file formats and the conventions of headers; it knows no sentence,
// no leader and no state, opens no file and reads no clock. A Page goes through
// JSON unchanged, so that a reader may run in a process of its own.
//
// What the text is: of .txt, the decoded file without its byte-order mark,
// line ends untouched; of .md and .html, the rendered main text, one block a
// line, blank lines between paragraphs, cells joined by " | ", without the
// marks of the format. Offsets count in that text.
//
//	page, err := source.Read(ctx, source.File{Name: "visit.md", Bytes: b})
//	doc := page.Document() // *text.Document, split into passages
package source

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/text"
)

// Limit is the greatest size of a file in bytes.
const Limit = 32 << 20

// File is a file as it was found.
type File struct {
	Name  string // path or base name; the ending tells the format
	Bytes []byte
}

// Page is what a reader makes of a file.
type Page struct {
	Content string       `json:"content"`
	Blocks  []text.Block `json:"blocks,omitempty"`
	Meta    text.Meta    `json:"meta"`
}

// Reader reads files of one format. It fills Content, Blocks and what the
// file's metadata say; Read adds the name and the hash.
type Reader interface {
	// Read gives an error that wraps graph.ErrInvalid where the file is not
	// what the reader reads.
	Read(ctx context.Context, f File) (*Page, error)
}

// Document splits the page into passages.
func (p *Page) Document() *text.Document {
	return &text.Document{Content: p.Content, Passages: text.Split(p.Content, p.Blocks), Meta: p.Meta}
}

// For gives the reader of a file name's format. The error wraps
// graph.ErrInvalid and says which formats there are.
func For(name string) (Reader, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text":
		return Plain{}, nil
	case ".md", ".markdown":
		return Markdown{}, nil
	case ".html", ".htm", ".xhtml":
		return HTML{}, nil
	case "":
		return nil, fmt.Errorf("%w: no file ending tells the format: name it .txt, .md or .html", graph.ErrInvalid)
	}
	return nil, fmt.Errorf("%w: files ending in %s are not read: save it as .txt, .md or .html", graph.ErrInvalid, path.Ext(name))
}

// Read reads a file by the reader of its format. Errors are one line, name the
// file, say what to do, and wrap graph.ErrInvalid.
func Read(ctx context.Context, f File) (*Page, error) {
	page, err := read(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", base(f.Name), err)
	}
	sum := sha256.Sum256(f.Bytes)
	page.Meta.SHA256, page.Meta.Source = hex.EncodeToString(sum[:]), base(f.Name)
	return page, nil
}

func read(ctx context.Context, f File) (*Page, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(f.Bytes) > Limit {
		return nil, fmt.Errorf("%w: %d MB is more than the %d MB that are read: split the file", graph.ErrInvalid, len(f.Bytes)>>20, Limit>>20)
	}
	if len(bytes.TrimSpace(f.Bytes)) == 0 {
		return nil, fmt.Errorf("%w: the file is empty: give one with text", graph.ErrInvalid)
	}
	r, err := For(f.Name)
	if err != nil {
		return nil, err
	}
	page, err := r.Read(ctx, f)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(page.Content) == "" {
		return nil, fmt.Errorf("%w: no text was found in the file: save the article itself as .txt", graph.ErrInvalid)
	}
	return page, nil
}

// base is the last element of a path of either system.
func base(name string) string {
	return path.Base(strings.ReplaceAll(name, "\\", "/"))
}
