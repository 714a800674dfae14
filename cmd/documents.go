package cmd

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/source"
)

// document is what one document says, or why it says nothing.
type document struct {
	path    string
	reading *claim.Reading
	fault   error
	missing bool // the path does not exist
}

// documents yields each document of the inputs in order, one after the other. A
// file of claims holds any number.
func (a *app) documents(ctx context.Context, inputs []input) iter.Seq[document] {
	return func(yield func(document) bool) {
		for _, i := range inputs {
			if !a.documentsOf(ctx, i, yield) {
				return
			}
		}
	}
}

// documentsOf yields what an input says; false ends the walk.
func (a *app) documentsOf(ctx context.Context, i input, yield func(document) bool) bool {
	opened, err := a.openInput(i)
	if err != nil {
		return yield(document{path: i.path, fault: err, missing: i.missing})
	}
	defer closed(opened)
	in := bufio.NewReaderSize(opened, headLength)
	head, _ := in.Peek(headLength) // what is wrong shows when it is read
	if isClaims(i.path, head) {
		return claims(i.path, head, in, yield)
	}
	data, err := readAll(in)
	if err != nil {
		return yield(document{path: i.path, fault: err})
	}
	r, err := loader.Read(ctx, file(i.path, data))
	return yield(document{path: i.path, reading: r, fault: err})
}

// headLength is how much of a file is looked at to tell what it is, in bytes.
const headLength = 64 << 10

// claims yields the documents of a file of claims as far as they can be read.
func claims(path string, head []byte, in io.Reader, yield func(document) bool) bool {
	for r, err := range claim.Decode(in) {
		if err != nil && isGraph(head) {
			err = errors.New("is an export of a graph, not claims: use `entente import`, or load what `entente export --claims` writes")
		}
		if !yield(document{path: path, reading: r, fault: err}) {
			return false
		}
		if err != nil {
			break
		}
	}
	return true
}

func isClaims(path string, head []byte) bool {
	if path == "-" {
		return bytes.HasPrefix(bytes.TrimSpace(head), []byte(`{"document":`))
	}
	return strings.EqualFold(filepath.Ext(path), ".jsonl")
}

// isGraph tells an export from claims by its first line.
func isGraph(head []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	return bytes.Contains(line, []byte(`"type":"node"`)) && bytes.Contains(line, []byte(`"labels"`))
}

// file names a document by its base name; standard input has none, so what
// it looks like says how it is read.
func file(path string, data []byte) source.File {
	if path != "-" {
		return source.File{Name: filepath.Base(path), Bytes: data}
	}
	head := strings.ToLower(string(bytes.TrimSpace(data[:min(len(data), 1024)])))
	name := "stdin.txt"
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		name = "stdin.html"
	}
	return source.File{Name: name, Bytes: data}
}

// report says what is wrong with a document, in one line. The path stands
// before it, so the loader's own naming of the file goes.
func (a *app) report(d document) string {
	text := oneLine(d.fault.Error())
	for _, prefix := range []string{"reading " + filepath.Base(d.path) + ": ", graph.ErrInvalid.Error() + ": "} {
		text = strings.TrimPrefix(text, prefix)
	}
	return printable(d.path) + ": " + a.settings.redact(text)
}

// printable keeps control characters of a file's name from reaching a terminal.
func printable(path string) string {
	if strings.ContainsFunc(path, func(r rune) bool { return r < 0x20 || r == 0x7f || r == '\ufffd' }) {
		return fmt.Sprintf("%q", path)
	}
	return path
}
