package source

import (
	"context"
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/text"
)

// Plain reads .txt: the text is the decoded file, and its header lines give
// the metadata.
type Plain struct{}

// Read implements Reader.
func (Plain) Read(_ context.Context, f File) (*Page, error) {
	content, err := decode(f.Bytes, "text/plain")
	if err != nil {
		return nil, err
	}
	p := &Page{Content: content, Blocks: text.Blocks(content)}
	header(p)
	return p, nil
}

var (
	field = regexp.MustCompile(`(?i)^(title|headline|publication|publisher|published in|published by|outlet|source|author|by|byline|url|link|language)\s*:\s*(\S.*)$`)
	// issue is what follows a periodical's name: "Volume: 21 Issue: 71", "Vol. 3, No. 2".
	issue  = regexp.MustCompile(`(?i)[\s,;–-]*\b(?:volume|vol|issue|no|number)\b\.?\s*:?\s*\d.*$`)
	byline = regexp.MustCompile(`^(?i:by)\s+(\p{Lu}[^.!?]{2,100}|the\s+(?:editors|staff|editorial board|correspondents?|newsroom)\s[^.!?]{2,80})$`)
	desk   = regexp.MustCompile(`(?i)^(?:the\s+)?(?:editors|staff|editorial board|correspondents?|newsroom)\s+of\s+(.+)$`)
)

// general matches a heading that says what sort of text follows, not which.
var general = regexp.MustCompile(`(?i)^(?:press (?:release|note|statement|communiqu[ée])|news release|for immediate release|media (?:note|release|advisory))(?:\s+no\.?\s*\d.*)?$`)

// headerBlocks is how many blocks from the top may be header lines.
const headerBlocks = 12

// header reads title, publication and byline from the lines before the first
// paragraph. A date that stands there is the text's own statement, not
// metadata: it is left to whoever reads dates.
func header(p *Page) {
	for i, b := range p.Blocks {
		if i >= headerBlocks || b.Kind == text.Sentence && b.End-b.Start > 160 || b.Kind == text.Item {
			return
		}
		s := p.Content[b.Start:b.End]
		if m := field.FindStringSubmatch(s); m != nil {
			fill(p, strings.ToLower(m[1]), strings.TrimSpace(m[2]))
			continue
		}
		if m := byline.FindStringSubmatch(s); m != nil {
			setByline(&p.Meta, m[1])
			continue
		}
		if o, ok := lexicon.OutletOf(s); ok && p.Meta.Publisher == "" && b.Kind == text.Heading {
			p.Meta.Publisher = o.Name // a masthead
			continue
		}
		if b.Kind == text.Heading && p.Meta.Title == "" && !(general.MatchString(s) && i+1 < len(p.Blocks)) {
			p.Meta.Title = strings.TrimSpace(strings.TrimLeft(s, "#"))
		}
	}
}

func fill(p *Page, name, value string) {
	m := &p.Meta
	switch name {
	case "title", "headline":
		m.Title = value
	case "publication", "publisher", "published in", "published by", "outlet":
		m.Publisher = strings.TrimSpace(issue.ReplaceAllString(value, ""))
	case "author", "by", "byline":
		setByline(m, value)
	case "url", "link":
		if strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://") {
			m.URL = value
		}
	}
}

// setByline takes an author from a byline, or the publication from one such as
// "By the editors of the Alpine Review".
func setByline(m *text.Meta, by string) {
	if d := desk.FindStringSubmatch(by); d != nil {
		if m.Publisher == "" {
			m.Publisher = strings.TrimPrefix(strings.TrimPrefix(d[1], "the "), "The ")
		}
		return
	}
	name, outlet, two := strings.Cut(strings.ReplaceAll(strings.TrimRight(by, ": "), "—", "–"), "–")
	if two {
		// "By Ann Other – Trend:"
		by = strings.TrimSpace(name)
		if m.Publisher == "" {
			m.Publisher = strings.TrimSpace(outlet)
		}
	}
	if m.Author == "" {
		m.Author = by
	}
}
