package source

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/text"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	gtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// Markdown reads .md: front matter gives the metadata, the blocks are
// CommonMark's with tables and footnotes, and the text is what they render to.
type Markdown struct{}

// Read implements Reader.
func (Markdown) Read(_ context.Context, f File) (*Page, error) {
	s, err := decode(f.Bytes, "text/markdown")
	if err != nil {
		return nil, err
	}
	var meta text.Meta
	src := []byte(frontMatter(s, &meta))
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Strikethrough, extension.TaskList)).
		Parser().Parse(gtext.NewReader(src))
	m := &markdown{src: src, w: newWriter()}
	m.children(root, text.Sentence, "")
	p := m.w.page()
	p.Meta = meta
	header(p)
	if meta.Title != "" {
		p.Meta.Title = meta.Title
	}
	return p, nil
}

type markdown struct {
	src []byte
	w   *writer
}

// children writes the blocks below a node; kind and marker are those of the
// item or note that the node is, if any.
func (m *markdown) children(n ast.Node, kind text.Kind, marker string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, kind, marker)
		if c.Kind() == ast.KindParagraph || c.Kind() == ast.KindTextBlock {
			marker = ""
		}
	}
}

func (m *markdown) block(n ast.Node, kind text.Kind, marker string) {
	switch n := n.(type) {
	case *ast.Heading:
		m.inline(n)
		m.w.end(text.Heading, "")
	case *ast.Paragraph, *ast.TextBlock:
		if img := onlyImage(n); img != nil {
			m.inline(img)
			m.w.end(text.Caption, "")
			return
		}
		m.inline(n)
		if mark := m.numbered(kind); mark != "" {
			m.w.end(text.Note, mark)
			return
		}
		m.w.end(m.shape(kind), marker)
	case *ast.List:
		m.list(n)
	case *extast.Table:
		for r := n.FirstChild(); r != nil; r = r.NextSibling() {
			m.row(r)
		}
	case *extast.FootnoteList:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if note, ok := c.(*extast.Footnote); ok {
				mark := strconv.Itoa(note.Index)
				m.w.text("[" + mark + "] ")
				m.children(note, text.Note, mark)
			}
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		for i := range n.Lines().Len() {
			l := n.Lines().At(i)
			m.w.text(string(l.Value(m.src)))
			m.w.end(text.Sentence, "")
		}
	case *ast.HTMLBlock:
		m.html(n)
	case *ast.Blockquote:
		m.w.quotes++
		m.children(n, kind, marker)
		m.w.quotes--
	case *ast.ThematicBreak:
	default:
		m.children(n, kind, marker)
	}
}

// noteParagraph opens a paragraph that is a note by its number: "[1] Reuters, …".
var noteParagraph = regexp.MustCompile(`^\[(\d{1,3})\] \S`)

// numbered is the number of the note that a paragraph is, or "".
func (m *markdown) numbered(kind text.Kind) string {
	if kind != text.Sentence || m.w.start < 0 {
		return ""
	}
	if n := noteParagraph.FindStringSubmatch(m.w.b.String()[m.w.start:]); n != nil {
		return n[1]
	}
	return ""
}

// shape recognises a photo credit among paragraphs.
func (m *markdown) shape(kind text.Kind) text.Kind {
	if kind == text.Sentence && m.w.start >= 0 && isCredit(m.w.b.String()[m.w.start:]) {
		return text.Caption
	}
	return kind
}

func (m *markdown) list(n *ast.List) {
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		mark := "•"
		if n.IsOrdered() {
			mark = strconv.Itoa(number)
			number++
		}
		m.children(c, text.Item, mark)
	}
}

func (m *markdown) row(r ast.Node) {
	for c := r.FirstChild(); c != nil; c = c.NextSibling() {
		if c != r.FirstChild() {
			m.w.text(" | ")
		}
		m.inline(c)
	}
	m.w.end(text.Row, "")
}

// onlyImage is the image that a paragraph consists of, or nil.
func onlyImage(n ast.Node) ast.Node {
	c := n.FirstChild()
	if c == nil || c.NextSibling() != nil || c.Kind() != ast.KindImage {
		return nil
	}
	return c
}

// inline writes the words below a node.
func (m *markdown) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			m.w.text(unescape(string(c.Segment.Value(m.src))))
			if c.SoftLineBreak() || c.HardLineBreak() {
				m.w.text(" ")
			}
		case *ast.String:
			m.w.text(string(c.Value))
		case *ast.Link:
			m.w.open(string(c.Destination))
			m.inline(c)
			m.w.close()
		case *ast.AutoLink:
			m.w.open(string(c.URL(m.src)))
			m.w.text(string(c.Label(m.src)))
			m.w.close()
		case *extast.FootnoteLink:
			m.w.text("[" + strconv.Itoa(c.Index) + "]")
		case *ast.Image, *ast.RawHTML, *extast.FootnoteBacklink, *extast.TaskCheckBox:
		default:
			m.inline(c)
		}
	}
}

// unescape resolves what CommonMark writes with a backslash or as an entity.
func unescape(s string) string {
	if strings.Contains(s, `\`) {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
				i++
			}
			b.WriteByte(s[i])
		}
		s = b.String()
	}
	return html.UnescapeString(s)
}

// html writes the text of an HTML block.
func (m *markdown) html(n *ast.HTMLBlock) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		l := n.Lines().At(i)
		b.Write(l.Value(m.src))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(m.src))
	}
	if root, err := html.Parse(strings.NewReader(b.String())); err == nil {
		renderer{w: m.w}.children(root)
		m.w.end(text.Sentence, "")
	}
}
