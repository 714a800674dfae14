package source

import (
	"regexp"
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
