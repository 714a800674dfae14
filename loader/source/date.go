package source

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var isoDate = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T ])`)

// metaDate is a metadata field's date in ISO 8601, as long as precise, or ""
// where it is none. The day is the one printed, in whatever time zone.
func metaDate(s string) string {
	s = strings.Trim(strings.TrimSpace(s), `"'`)
	if m := isoDate.FindStringSubmatch(s); m != nil {
		for n, layout := range map[int]string{10: "2006-01-02", 7: "2006-01", 4: "2006"} {
			if part := strings.TrimRight(m[0], "T "); len(part) == n {
				if _, err := time.Parse(layout, part); err != nil || part < "1000" {
					return ""
				}
				return part
			}
		}
	}
	for _, layout := range []string{
		"January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", "2006/01/02", "20060102",
		"Monday, January 2, 2006", "Monday, 2 January 2006", time.RFC1123, time.RFC1123Z, time.RFC850, "Mon, 2 Jan 2006 15:04:05 -0700",
		"January 2, 2006 15:04", "2 January 2006 15:04", "January 2, 2006 3:04 PM", "02 Jan 2006 15:04",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02")
		}
	}
	for _, layout := range []string{"January 2006", "Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01")
		}
	}
	return ""
}

// printed matches a day as lines under a heading print it, each order of its
// parts.
var printed = regexp.MustCompile(`(?i)\b(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?(?: |-)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(?: |-)\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}/\d{2}/\d{2}|\d{1,2}/\d{1,2}/\d{4})\b`)

// dateWithin is the first date in a short line that is not that of a later
// state of the page, else the first, in ISO 8601; "" where there is none, or
// where it is open which number is the month.
func dateWithin(s string) string {
	out := ""
	for _, at := range printed.FindAllStringIndex(s, -1) {
		d := dayOf(s[at[0]:at[1]])
		if d == "" {
			continue
		}
		if !laterWords.MatchString(s[:at[0]]) {
			return d
		}
		if out == "" {
			out = d
		}
	}
	return out
}

var (
	ordinal  = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b`)
	dayParts = regexp.MustCompile(`[ ,./-]+`)
)

// dayOf reads a printed day.
func dayOf(s string) string {
	p := dayParts.Split(strings.TrimSpace(ordinal.ReplaceAllString(s, "$1")), -1)
	if len(p) != 3 {
		return ""
	}
	for i, w := range p {
		if r := rune(w[0]); r > '9' && len(w) >= 3 {
			p[i] = strings.ToUpper(w[:1]) + strings.ToLower(w[1:3])
		}
	}
	joined := strings.Join(p, " ")
	var layouts []string
	switch a, b := p[0], p[1]; {
	case len(a) == 4:
		layouts = []string{"2006 1 2"}
	case a[0] > '9':
		layouts = []string{"Jan 2 2006"}
	case b[0] > '9':
		layouts = []string{"2 Jan 2006"}
	case strings.Contains(s, "."), number(a) > 12:
		layouts = []string{"2 1 2006"}
	case number(b) > 12 || a == b:
		layouts = []string{"1 2 2006"}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, joined); err == nil {
			return t.Format("2006-01-02")
		}
	}
	return ""
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
