// Package playground is the page at /playground: GraphiQL, whole, with sample
// queries in tabs, which asks nothing of any other host. Its parts come from
// npm when it is built (`make playground`) and are embedded; where it was not
// built, the page says how to build it.
//
// It knows files and media types, and nothing of the API that the page asks.
//
//	mux.Handle("GET /playground", playground.New())
package playground

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

// dist is what the build made. A fresh clone has only a note there.
//
//go:embed all:dist
var dist embed.FS

// policy loosens the site's: the editor makes its style sheets as it goes. No
// script may come from elsewhere, and none may be written into the page.
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
	"worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const notBuilt = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Playground · Entente</title></head>
<body>
<h1>The playground is not built</h1>
<p>This program was built without it. With Node 20 or later, run <code>make playground</code>, then build the program again.</p>
<p>The API answers all the same: send queries to <code>/graphql</code>, or ask by <code>entente query</code>.</p>
</body>
</html>
`

// file is a file as it is sent.
type file struct {
	content []byte
	zipped  bool
	media   string
	tag     string // changes with the content
}

// Page is the handler of the page and its files.
type Page struct{ files map[string]file }

// New makes a Page of what was built.
func New() *Page {
	root, err := fs.Sub(dist, "dist")
	if err != nil { // a constant, valid path
		root = dist
	}
	return newPage(root)
}

func newPage(root fs.FS) *Page {
	p := &Page{files: map[string]file{}}
	entries, err := fs.ReadDir(root, ".")
	if err != nil {
		return p
	}
	for _, e := range entries {
		content, err := fs.ReadFile(root, e.Name())
		if err != nil || e.Name() == "README" {
			continue
		}
		name, zipped := strings.CutSuffix(e.Name(), ".gz")
		sum := sha256.Sum256(content)
		p.files[name] = file{content, zipped, mediaOf(name), `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return p
}

// Built tells whether the page is there.
func (p *Page) Built() bool {
	_, ok := p.files["index.html"]
	return ok
}

func mediaOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	case ".ttf":
		return "font/ttf"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// ServeHTTP implements http.Handler for /playground and what is below it.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, "/playground"), "/")
	if name == "" {
		name = "index.html"
	}
	w.Header().Set("Content-Security-Policy", policy)
	f, ok := p.files[name]
	switch {
	case ok:
		f.send(w, r)
	case name == "index.html":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, notBuilt)
	default:
		http.NotFound(w, r)
	}
}

// send answers with the file, or with nothing where the browser has it.
func (f file) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("ETag", f.tag)
	h.Set("Cache-Control", "no-cache") // ask whether it changed
	h.Set("Vary", "Accept-Encoding")
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", f.media)
	content := io.Reader(bytes.NewReader(f.content))
	if f.zipped {
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
		} else if plain, err := gzip.NewReader(content); err == nil {
			content = plain
		}
	}
	_, _ = io.Copy(w, content) // a browser that is gone needs no answer
}
