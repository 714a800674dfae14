package source

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTML reads saved pages: the main text without menus, asides, related links
// and footers, and the metadata of JSON-LD, OpenGraph and meta elements.
type HTML struct{}

// Read implements Reader.
func (HTML) Read(ctx context.Context, f File) (*Page, error) {
	s, err := decode(f.Bytes, "text/html")
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil, fmt.Errorf("%w: the page cannot be parsed: save the article itself as .txt", graph.ErrInvalid)
	}
	meta := metadata(root)
	clean(root)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// readability rewrites the tree that it is given
	second, _ := html.Parse(strings.NewReader(s))
	clean(second)
	p := mainText(root, second, &meta)
	p.Meta = meta
	return p, nil
}

// mainText renders the article: what readability finds, unless that is much
// less than the page's own article element holds.
func mainText(root, second *html.Node, meta *text.Meta) *Page {
	own := container(root)
	page, _ := url.Parse(meta.URL)
	var found *html.Node
	if a, err := readability.FromDocument(second, page); err == nil {
		found = a.Node
		if found != nil {
			renamed(found)
		}
		fillFrom(a, meta)
	}
	best := found
	if own != nil && (found == nil || len(words(found))*10 < len(words(own))*6) {
		best = own
	}
	if best == nil {
		best = root
	}
	w := newWriter()
	if meta.Title != "" && !hasTitle(best, meta.Title) {
		w.text(meta.Title)
		w.end(text.Heading, "")
	}
	renderer{w: w}.children(best)
	w.end(text.Sentence, "")
	return w.page()
}

// renamed gives the nodes below n the atoms of their names, which readability
// leaves off where it makes paragraphs of divisions.
func renamed(n *html.Node) {
	each(n, func(c *html.Node) bool {
		c.DataAtom = atom.Lookup([]byte(c.Data))
		return true
	})
}

func fillFrom(a readability.Article, meta *text.Meta) {
	if meta.Title == "" {
		meta.Title = strings.Join(strings.Fields(a.Title()), " ")
	}
	if meta.Publisher == "" {
		meta.Publisher = a.SiteName()
	}
	if meta.Author == "" {
		meta.Author = strings.TrimPrefix(strings.Join(strings.Fields(a.Byline()), " "), "By ")
	}
}

// hasTitle reports whether the title is among the first headings below n.
func hasTitle(n *html.Node, title string) bool {
	found, want := false, squeeze(title)
	each(n, func(c *html.Node) bool {
		switch c.DataAtom {
		case atom.H1, atom.H2:
			s := squeeze(words(c))
			found = found || s != "" && (strings.Contains(want, s) || strings.Contains(s, want))
		}
		return !found
	})
	return found
}

func squeeze(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// container is the element that the page itself marks as its article: the
// single article or main element, or the body of the article; nil where it
// marks none.
func container(root *html.Node) *html.Node {
	var body, main *html.Node
	var articles []*html.Node
	each(root, func(n *html.Node) bool {
		switch {
		case strings.EqualFold(attr(n, "itemprop"), "articleBody"):
			body = n
		case n.DataAtom == atom.Article:
			articles = append(articles, n)
		case n.DataAtom == atom.Main || attr(n, "role") == "main":
			main = n
		}
		return true
	})
	switch {
	case body != nil:
		return body
	case len(articles) == 1:
		return articles[0]
	case len(articles) == 0:
		return main
	}
	return nil
}

// junk names the parts of a page that are not the document, by class or id.
var junk = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|related|most-?read|most-?popular|popular|trending|recommend(?:ed|ations)?|read-?more|see-?also|also-?read|more-?(?:news|stories|from|on)|latest-?news|sidebar|widget|share|sharing|social|follow-us|newsletter|subscribe|subscription|comments?|disqus|cookies?|consent|gdpr|advert(?:isement)?s?|ads?|sponsor(?:ed)?|promo|banner|footer|masthead|tags?|pagination|pager|author-bio|skip-link|copyright)(?:$|[\s_-])`)

var junkHeading = regexp.MustCompile(`(?i)^(?:related(?: (?:articles|news|stories|links|content|topics|posts))?|most (?:read|popular|viewed)|read (?:more|also|next)|see also|also read|more (?:news|stories|from .{1,30}|on this (?:topic|story))|latest news|popular|trending(?: now)?|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested.*)|share(?: this)?(?: article)?|comments|follow us.*|tags|subscribe.*)\s*:?$`)

// clean takes menus, asides, footers, related links and the like out of a page.
func clean(root *html.Node) {
	var drop []*html.Node
	each(root, func(n *html.Node) bool {
		if n.DataAtom == atom.Footer && n.Parent.DataAtom == atom.Blockquote {
			n.Data, n.DataAtom = "p", atom.P // it says whose words they are
		}
		if isJunk(n) {
			drop = append(drop, n)
			return false
		}
		if isHeadingNode(n) && junkHeading.MatchString(words(n)) {
			drop = append(drop, n)
			for s := n.NextSibling; s != nil && !isHeadingNode(s); s = s.NextSibling {
				if s.Type == html.ElementNode && (s.DataAtom == atom.Ul || s.DataAtom == atom.Ol || linkShare(s) > 0.5) {
					drop = append(drop, s)
				}
			}
		}
		return true
	})
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isHeadingNode(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func isJunk(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Button, atom.Dialog:
		return true
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Head, atom.Meta, atom.Link, atom.Title, atom.P:
		return false
	case atom.Header:
		return n.Parent != nil && n.Parent.DataAtom == atom.Body && !below(n, atom.H1)
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu":
		return !below(n, atom.Article)
	}
	if attr(n, "aria-hidden") == "true" || has(n, "hidden") || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none") {
		return true
	}
	name := attr(n, "class") + " " + attr(n, "id")
	return strings.TrimSpace(name) != "" && junk.MatchString(name) && !below(n, atom.Article) && !below(n, atom.H1) && len(words(n)) < 3000
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// below reports whether an element of the kind stands below n.
func below(n *html.Node, a atom.Atom) bool {
	found := false
	each(n, func(c *html.Node) bool {
		found = found || c.DataAtom == a
		return !found
	})
	return found
}

// linkShare is the share of a node's words that are links.
func linkShare(n *html.Node) float64 {
	all, linked := len(words(n)), 0
	if all == 0 {
		return 0
	}
	if n.DataAtom == atom.A {
		return 1
	}
	each(n, func(c *html.Node) bool {
		if c.DataAtom == atom.A {
			linked += len(words(c))
			return false
		}
		return true
	})
	return float64(linked) / float64(all)
}
