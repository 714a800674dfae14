package source

import (
	"regexp"
	"strings"

	"github.com/entente-graph/entente/loader/text"
)

var frontField = regexp.MustCompile(`^([A-Za-z][\w.-]*)\s*[:=]\s*(.*)$`)

// frontMatter cuts the metadata between `---` (or `+++`) lines off the top of
// a Markdown text. Lines that are no simple field are passed over.
func frontMatter(s string, m *text.Meta) (rest string) {
	fence := ""
	for _, f := range []string{"---", "+++"} {
		if strings.HasPrefix(s, f+"\n") || strings.HasPrefix(s, f+"\r\n") {
			fence = f
		}
	}
	if fence == "" {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	at := len(lines[0])
	fields := map[string]string{}
	for _, l := range lines[1:] {
		at += len(l)
		t := strings.TrimSpace(l)
		if t == fence || t == "..." {
			fromFields(fields, m)
			return s[at:]
		}
		if f := frontField.FindStringSubmatch(t); f != nil {
			fields[strings.ToLower(f[1])] = unquote(f[2])
		}
	}
	return s // never closed: a rule and no metadata
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	if len(s) > 1 && s[0] == '[' && s[len(s)-1] == ']' {
		parts := strings.Split(s[1:len(s)-1], ",")
		for i := range parts {
			parts[i] = unquote(parts[i])
		}
		return strings.Join(parts, ", ")
	}
	return s
}

func fromFields(f map[string]string, m *text.Meta) {
	first := func(names ...string) string {
		for _, n := range names {
			if v := f[n]; v != "" {
				return v
			}
		}
		return ""
	}
	m.Title = first("title", "headline")
	m.Publisher = first("publisher", "publication", "outlet", "site", "site_name", "source")
	m.Author = first("author", "authors", "byline", "by")
	m.PublishedOn = metaDate(first("date", "published", "publishedon", "datepublished", "date_published", "publish_date", "pubdate", "published_on", "published_at"))
	m.ModifiedOn = metaDate(first("modified", "updated", "lastmod", "datemodified", "date_modified", "updated_at"))
	if u := first("canonical", "canonical_url", "url", "link"); strings.HasPrefix(u, "http") {
		m.URL = u
	}
	m.Language = languageCode(first("lang", "language", "locale"))
}

// languageCode is the ISO 639-1 part of a language tag, or "".
func languageCode(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(strings.ReplaceAll(s, "_", "-"))), "-")
	if len(s) != 2 {
		return ""
	}
	return s
}
