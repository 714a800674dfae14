package claim

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// tableRow is a row of a table with what its label and the table's head say
// about its numbers.
type tableRow struct {
	label   string
	caption string   // what the table as a whole is about
	cells   [][2]int // bytes within the passage
	head    []string // texts of the first row's cells, nil for the first row itself
	texts   []string
}

// rowOf reads the row that a passage is.
func rowOf(page *mention.Page, passage int) *tableRow {
	ps := page.Document.Passages
	r := &tableRow{}
	r.cells, r.texts = cellsOf(ps[passage].Text)
	if len(r.texts) > 1 {
		r.label = r.texts[0]
	}
	first := ps[passage].Head
	if first < passage {
		_, r.head = cellsOf(ps[first].Text)
	}
	if first > 0 && ps[first-1].Kind != text.Note {
		r.caption = ps[first-1].Text
	}
	return r
}

// entry is a line that gives one number under a label: "Visitors: 44,000".
var entry = regexp.MustCompile(`^(\W{0,4}\p{L}[^:.;|]{2,60}):\s+[^\s\p{L}]*\d[^:;]{0,30}$`)

// entryOf reads a line of a label and a number as a row of two cells, nil where
// it is none.
func entryOf(t string) *tableRow {
	m := entry.FindStringSubmatchIndex(t)
	if m == nil {
		return nil
	}
	label := strings.TrimLeft(t[:m[3]], "•*-–— \t")
	return &tableRow{label: label, cells: [][2]int{{0, m[3]}, {m[3] + 1, len(t)}}, texts: []string{label, strings.TrimSpace(t[m[3]+1:])}}
}

// cellsOf cuts a row into cells at bars and tabs.
func cellsOf(t string) (spans [][2]int, texts []string) {
	at := 0
	for at <= len(t) {
		end, width := len(t), 1
		if k := strings.Index(t[at:], " | "); k >= 0 {
			end, width = at+k, 3
		}
		if k := strings.IndexByte(t[at:], '\t'); k >= 0 && at+k < end {
			end, width = at+k, 1
		}
		spans = append(spans, [2]int{at, end})
		texts = append(texts, strings.Join(strings.Fields(t[at:end]), " "))
		at = end + width
	}
	return spans, texts
}

// column is the number of the cell that a mention stands in, or -1.
func (r *tableRow) column(m *mention.Mention) int {
	for i, c := range r.cells {
		if c[0] <= m.Start && m.End <= c[1] {
			return i
		}
	}
	return -1
}

// measured is the amount of a number in the row: a bare number takes the
// magnitude, currency or unit of its column's head or of the row's label
// ("Trade, million euros"), else the noun in the plural that these open with
// ("Visitors from N | 44,000").
func (r *tableRow) measured(m *mention.Mention) *mention.Amount {
	a := *m.Amount
	column := r.column(m)
	if a.Currency != "" || a.Unit != "" || column < 1 {
		return &a
	}
	about := []string{r.label}
	if column < len(r.head) {
		about = append(about, r.head[column])
	}
	for _, label := range append(about, r.caption) {
		if u := measureOf(label); u != nil && (a.Value < sum || u.Value == 1) {
			a.Value *= u.Value
			a.Currency, a.Unit = u.Currency, u.Unit
			break
		}
	}
	if a.Currency != "" {
		return &a
	}
	for k := len(about) - 1; k >= 0 && a.Unit == ""; k-- {
		a.Unit = counted(about[k])
	}
	return &a
}

// counted is the noun in the plural that a label opens with, without "number
// of", or empty.
func counted(label string) string {
	rest := strings.ToLower(label)
	for _, lead := range []string{"total ", "the ", "number of ", "no. of ", "total "} {
		rest = strings.TrimPrefix(rest, lead)
	}
	ms := mention.Quantities("20 " + rest)
	if len(ms) == 0 || ms[0].Start != 0 || ms[0].Amount.Currency != "" {
		return ""
	}
	return ms[0].Amount.Unit
}

// name is what a number in the row is about: the row's label, the head of its
// column where that says more than the label, or both in a table of several
// columns of numbers.
func (r *tableRow) name(m *mention.Mention) string {
	column := r.column(m)
	if column < 1 || column >= len(r.head) || len(r.cells) < 3 {
		return r.label
	}
	head := r.head[column]
	switch {
	case !strings.ContainsFunc(head, unicode.IsLetter):
		return r.label
	case !strings.ContainsFunc(r.label, unicode.IsLetter):
		return head
	}
	return head + ", " + r.label
}

// period is the year or month that heads the column of a number.
func (r *tableRow) period(m *mention.Mention) string {
	column := r.column(m)
	if column < 1 || column >= len(r.head) {
		return ""
	}
	for _, d := range mention.Dates(r.head[column], mention.Anchor{}) {
		if d.Period.From != "" && !d.Period.Yearless {
			if d.Period.To != "" {
				return d.Period.From + "/" + d.Period.To
			}
			return d.Period.From
		}
	}
	return ""
}
