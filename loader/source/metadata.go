package source

import (
	"encoding/json"
	"strings"

	"github.com/entente-graph/entente/loader/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata reads what a page says of itself: JSON-LD first, then OpenGraph and
// meta elements, then the microdata and time elements of the article's head.
// The body's own words never give the date of publication.
func metadata(root *html.Node) text.Meta {
	m := text.Meta{}
	tags := map[string]string{}
	var ld []map[string]any
	each(root, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Html:
			m.Language = languageCode(attr(n, "lang"))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				tags["canonical"] = attr(n, "href")
			}
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				if k := strings.ToLower(attr(n, key)); k != "" && tags[k] == "" {
					tags[k] = strings.TrimSpace(attr(n, "content"))
				}
			}
		case atom.Script:
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				ld = append(ld, linkedData(n.FirstChild.Data)...)
			}
		}
		return true
	})
	for _, o := range ld {
		fromLinkedData(o, &m)
	}
	fromTags(tags, &m)
	fromBody(root, &m)
	return m
}

// linkedData lists the objects of a JSON-LD script that describe an article.
func linkedData(s string) []map[string]any {
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "<![CDATA["), "]]>")
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return nil
	}
	var out []map[string]any
	var walk func(any, int)
	walk = func(v any, depth int) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e, depth)
			}
		case map[string]any:
			if isArticle(v["@type"]) {
				out = append(out, v)
			}
			if g, ok := v["@graph"]; ok && depth < 3 {
				walk(g, depth+1)
			}
			if g, ok := v["mainEntity"]; ok && depth < 3 {
				walk(g, depth+1)
			}
		}
	}
	walk(v, 0)
	return out
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report" || k == "WebPage" || strings.HasSuffix(k, "NewsRelease")
	case []any:
		for _, e := range k {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func fromLinkedData(o map[string]any, m *text.Meta) {
	set := func(to *string, v string) {
		if *to == "" {
			*to = strings.Join(strings.Fields(html.UnescapeString(v)), " ")
		}
	}
	set(&m.Title, named(o["headline"]))
	set(&m.Publisher, named(o["publisher"]))
	set(&m.Author, named(o["author"]))
	set(&m.PublishedOn, metaDate(named(o["datePublished"])))
	set(&m.ModifiedOn, metaDate(named(o["dateModified"])))
	if l := languageCode(named(o["inLanguage"])); m.Language == "" {
		m.Language = l
	}
	for _, k := range []string{"url", "mainEntityOfPage", "@id"} {
		if u := named(o[k]); strings.HasPrefix(u, "http") && !strings.Contains(u, "#") {
			set(&m.URL, u)
		}
	}
}

// named is a JSON-LD value's text: itself, its name or its id; several are
// joined by commas.
func named(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, k := range []string{"name", "@id", "@value"} {
			if s, ok := v[k].(string); ok {
				return s
			}
		}
	case []any:
		var out []string
		for _, e := range v {
			if s := named(e); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
	return ""
}

func fromTags(tags map[string]string, m *text.Meta) {
	first := func(to *string, read func(string) string, names ...string) {
		for _, n := range names {
			if *to == "" {
				*to = read(tags[n])
			}
		}
	}
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	address := func(s string) string {
		if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			return s
		}
		return ""
	}
	if u := address(tags["canonical"]); u != "" {
		m.URL = u
	}
	first(&m.URL, address, "og:url", "twitter:url")
	first(&m.Title, plain, "og:title", "twitter:title", "dc.title", "citation_title")
	first(&m.Publisher, plain, "og:site_name", "application-name", "dc.publisher", "citation_journal_title")
	person := func(s string) string {
		if address(s) != "" {
			return ""
		}
		return plain(s)
	}
	first(&m.Author, person, "author", "article:author", "dc.creator", "parsely-author", "citation_author")
	first(&m.PublishedOn, metaDate, "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "citation_publication_date", "og:published_time", "last-published")
	first(&m.ModifiedOn, metaDate, "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
	first(&m.Language, languageCode, "og:locale", "language", "content-language", "dc.language")
}
