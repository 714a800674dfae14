package source

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	// dateClass names the elements that print when an article was published.
	dateClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|datetime|time|published|posted|pubdate|timestamp|dateline|by|byline|author|meta|postmeta|info|details)(?:$|[\s_-])`)
	// clockClass names those that print what day it is now.
	clockClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:current|today|now|clock|ticker|weather|copyright|event|upcoming)(?:$|[\s_-])`)
	// laterClass names those that print when it was changed.
	laterClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:updated|modified)(?:$|[\s_-])`)
	// laterWords lead to the date of a later state of the article.
	laterWords = regexp.MustCompile(`(?i)\b(?:updated?|modified|revised|accessed)\b[^\d]{0,24}$`)
)

// longestByline is how long, in bytes, a line may be that only tells authors
// and dates.
const longestByline = 160

// fromBody reads the heading, and a date that the page marks as the article's:
// the first below the heading, else the first above it.
func fromBody(root *html.Node, m *text.Meta) {
	var title, heading, above, below string
	each(root, func(n *html.Node) bool {
		switch {
		case n.DataAtom == atom.Nav || n.DataAtom == atom.Aside || n.DataAtom == atom.Footer:
			return false
		case n.DataAtom == atom.Title && title == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head:
			title = words(n)
		case n.DataAtom == atom.H1 && heading == "":
			heading = words(n)
		}
		if d := printedDate(n); d != "" && !elsewhere(n) {
			if heading == "" && above == "" {
				above = d
			}
			if heading != "" && below == "" {
				below = d
			}
		}
		return true
	})
	if m.PublishedOn == "" {
		if m.PublishedOn = below; below == "" {
			m.PublishedOn = above
		}
	}
	if m.Title == "" {
		m.Title = heading
	}
	if m.Title == "" {
		m.Title = title
	}
}

// printedDate is the date of an element that is there to print it, or "".
func printedDate(n *html.Node) string {
	name := attr(n, "class") + " " + attr(n, "id")
	if clockClass.MatchString(name) || laterClass.MatchString(name) && !strings.Contains(strings.ToLower(name), "publish") {
		return ""
	}
	marked := strings.EqualFold(attr(n, "itemprop"), "datePublished")
	if !marked && n.DataAtom != atom.Time && !dateClass.MatchString(name) || inProse(n) {
		return ""
	}
	if strings.EqualFold(attr(n, "itemprop"), "dateModified") {
		return ""
	}
	for _, v := range []string{attr(n, "datetime"), attr(n, "content")} {
		if d := metaDate(v); d != "" && (marked || n.DataAtom == atom.Time) {
			return d
		}
	}
	if s := words(n); len(s) < longestByline {
		return dateWithin(s)
	}
	return ""
}

// elsewhere reports whether a node stands in a part of the page that is not
// the document.
func elsewhere(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && isJunk(p) && !dateClass.MatchString(attr(p, "class")) {
			return true
		}
	}
	return false
}

// inProse reports whether a node stands among the words of a long paragraph.
func inProse(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Td:
			if below(p, atom.P) || below(p, atom.H1) {
				continue // a table that lays the page out
			}
			return len(words(p)) > 80
		case atom.P, atom.Li:
			return len(words(p)) > 80
		}
	}
	return false
}
