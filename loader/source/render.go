package source

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	credit   = regexp.MustCompile(`(?i)^\(?(?:source|photos?|image|picture|credit|photograph|illustration)(?:\s+credit)?(?:\s*:|\s+by\s|/)\s*\S[^.]{0,90}(?:\.\w{2,6})?\)?\.?$`)
	noteName = regexp.MustCompile(`(?i)^(?:fn|footnote|cite_note|note|endnote|_ftn|edn)[-_:]?\d`)
	noteList = regexp.MustCompile(`(?i)\b(?:footnotes?|endnotes?|references|reflist)\b`)
	digits   = regexp.MustCompile(`^\[?\d{1,3}\]?$`)
)

func isCredit(s string) bool { return len(s) < 140 && credit.MatchString(s) }

// renderer writes the text below HTML nodes, block by block.
type renderer struct {
	w    *writer
	note bool // within a list of footnotes
	item string
}

func (r renderer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

// kind is that of a paragraph where the renderer stands.
func (r renderer) kind() text.Kind {
	switch {
	case r.note:
		return text.Note
	case r.item != "":
		return text.Item
	case r.w.start >= 0 && isCredit(r.w.b.String()[r.w.start:]):
		return text.Caption
	}
	return text.Sentence
}

func (r renderer) marker() string {
	if r.item == "" && !r.note {
		return ""
	}
	return r.item
}

func (r renderer) node(n *html.Node) {
	if n.Type == html.TextNode {
		r.w.text(n.Data)
		return
	}
	if n.Type != html.ElementNode || skipped(n) {
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt:
		r.w.end(r.kind(), r.marker())
		r.children(n)
		r.w.end(text.Heading, "")
	case atom.Ul, atom.Ol:
		r.list(n)
	case atom.Table:
		r.w.end(r.kind(), r.marker())
		r.table(n)
	case atom.Figcaption, atom.Caption:
		r.w.end(r.kind(), r.marker())
		r.children(n)
		r.w.end(text.Caption, "")
	case atom.Br:
		if r.item != "" {
			r.w.text(" ")
		} else {
			r.w.end(r.kind(), r.marker())
		}
	case atom.A:
		r.link(n)
	case atom.Q:
		r.w.text("“")
		r.children(n)
		r.w.space = false
		r.w.text("”")
	case atom.Sup:
		if s := strings.TrimSpace(words(n)); digits.MatchString(s) {
			r.w.text("[" + strings.Trim(s, "[]") + "]")
			return
		}
		r.children(n)
	default:
		r.other(n)
	}
}

// other writes an element of no meaning of its own: in line, or as a block.
func (r renderer) other(n *html.Node) {
	if !isBlock(n.DataAtom) {
		r.children(n)
		return
	}
	r.w.end(r.kind(), r.marker())
	if n.DataAtom == atom.Blockquote {
		r.w.quotes++
		defer func() { r.w.quotes-- }()
	}
	inner := r
	inner.note = r.note || noteName.MatchString(attr(n, "id"))
	inner.children(n)
	r.w.end(inner.kind(), inner.marker())
}

func (r renderer) link(n *html.Node) {
	href := attr(n, "href")
	s := strings.TrimSpace(words(n))
	if strings.HasPrefix(href, "#") && (digits.MatchString(s) || strings.Trim(s, "↑↩^ ") == "") {
		if digits.MatchString(s) && !r.note {
			r.w.text("[" + strings.Trim(s, "[]") + "]")
		}
		return
	}
	if !strings.HasPrefix(href, "http") {
		r.children(n)
		return
	}
	r.w.open(href)
	r.children(n)
	r.w.close()
}

func (r renderer) list(n *html.Node) {
	r.w.end(r.kind(), r.marker())
	number := 1
	if v, err := strconv.Atoi(attr(n, "start")); err == nil {
		number = v
	}
	notes := r.note || noteList.MatchString(attr(n, "class")+" "+attr(n, "id"))
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.DataAtom == atom.Li {
			in := r
			in.note = notes || noteName.MatchString(attr(c, "id"))
			in.item = "•"
			if n.DataAtom == atom.Ol {
				in.item = strconv.Itoa(number)
				number++
			}
			in.children(c)
			r.w.end(in.kind(), in.marker())
		} else {
			r.node(c)
		}
	}
}

// table writes the rows of a table of data, and a table that only lays the
// page out as the blocks in it.
func (r renderer) table(n *html.Node) {
	if !isData(n) {
		r.children(n)
		r.w.end(r.kind(), r.marker())
		return
	}
	each(n, func(c *html.Node) bool {
		switch c.DataAtom {
		case atom.Caption:
			r.node(c)
			return false
		case atom.Tr:
			cells := 0
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if d.Type == html.ElementNode && (d.DataAtom == atom.Td || d.DataAtom == atom.Th) {
					if cells++; cells > 1 {
						r.w.text(" | ")
					}
					r.w.text(words(d))
				}
			}
			r.w.end(text.Row, "")
			return false
		}
		return true
	})
}

// isData reports whether a table has rows of several short cells.
func isData(n *html.Node) bool {
	rows, cells, long := 0, 0, 0
	each(n, func(c *html.Node) bool {
		switch c.DataAtom {
		case atom.Tr:
			rows++
		case atom.Td, atom.Th:
			if cells++; len(words(c)) > 500 {
				long++
			}
		case atom.Table:
			if c != n {
				long += 100
			}
		}
		return true
	})
	return cells > rows && long*4 <= cells
}

// each visits the nodes below n, and not below those that it returns false for.
func each(n *html.Node, visit func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || visit(c) {
			each(c, visit)
		}
	}
}

// words is the text below a node on one line.
func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && (isBlock(n.DataAtom) || n.DataAtom == atom.Br) {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || !skipped(c) {
				walk(c)
			}
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// skipped reports whether an element holds no text of the article.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Button, atom.Select, atom.Input,
		atom.Textarea, atom.Iframe, atom.Object, atom.Video, atom.Audio, atom.Canvas:
		return true
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Blockquote, atom.Pre, atom.Figure,
		atom.Address, atom.Details, atom.Summary, atom.Dl, atom.Dd, atom.Li, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead,
		atom.Hr, atom.Form, atom.Fieldset, atom.Body, atom.Html, atom.Center, atom.Nav, atom.Aside:
		return true
	}
	return false
}
