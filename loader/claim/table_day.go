package claim

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// daysAlone matches a cell of days without a month: "6", "6–8", "13 and 14".
var daysAlone = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:–|-|—|/|to|and|&)\s*(\d{1,2})(?:st|nd|rd|th)?)?$`)

// rowDays are the days of a cell that names no month, which then is that of the
// table or of the document; nil where the cell holds anything else.
func (r *reader) rowDays(s *sentence, cell [2]int) *mention.Period {
	if cell[0] >= cell[1] {
		return nil
	}
	m := daysAlone.FindStringSubmatch(strings.TrimSpace(s.text[s.slots[cell[0]].start:s.slots[cell[1]-1].end]))
	month := r.tableMonth(s.passage)
	if m == nil || month == "" {
		return nil
	}
	d := &mention.Period{From: dayIn(month, m[1])}
	if m[2] != "" {
		d.To = dayIn(month, m[2])
	}
	if d.From == "" || d.To != "" && d.To < d.From {
		return nil
	}
	return d
}

// dayIn is a day of a month, "" where it is none.
func dayIn(month, day string) string {
	n, err := strconv.Atoi(day)
	if err != nil || n < 1 || n > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d", month, n)
}

// tableMonth is the month that the nearest heading or caption above a row
// names, or the only one that the document's first lines do.
func (r *reader) tableMonth(row int) string {
	for i := row - 1; i >= 0; i-- {
		p := &r.page.Document.Passages[i]
		if p.Kind != text.Heading && p.Kind != text.Caption && i > 2 {
			continue
		}
		for _, m := range r.page.Mentions[i] {
			if m.Kind == mention.When && m.Period != nil && len(m.Period.From) == 7 && m.Period.To == "" {
				return m.Period.From
			}
		}
	}
	return ""
}
