package text

import (
	"regexp"
	"strings"
)

// dayLine is a line that is nothing but a weekday and its date, or two of them:
// "MON 22 JAN", "Monday, 22 January 2024:", "THU 25 – FRI 26 JAN".
var dayLine = regexp.MustCompile(`^(?i:` + weekdayAndDay + `(?:\s*(?:[–—-]|to|and)\s*` + weekdayAndDay + `)?\s*[:.]?)$`)

const weekdayAndDay = `(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?\pL{3,9}\.?)?|\pL{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?)(?:,?\s+\d{4})?`

// aheadLine is a line that heads what is still to come.
var aheadLine = regexp.MustCompile(`^(?i:coming up|coming next|(?:looking )?ahead|up next|next week|next month|(?:the )?(?:week|weeks|days|month) ahead|upcoming(?: (?:visits|events|dates|meetings))?|what's next|on the (?:calendar|agenda|horizon)|diary dates|dates for the diary)\s*[:.]?$`)

// Ahead reports whether a heading announces what is still to come: "Coming up".
func Ahead(heading string) bool { return aheadLine.MatchString(strings.TrimSpace(heading)) }

// Day reports whether a heading is nothing but a weekday and its date.
func Day(heading string) bool { return dayLine.MatchString(strings.TrimSpace(heading)) }

// diary makes headings of the lines of a day-by-day text that are nothing but
// days, and of those that head what is still to come, though the entries follow
// without a blank line between.
func diary(lines []line) {
	days := 0
	for i := range lines {
		if Day(lines[i].text) {
			days++
		}
	}
	if days < 2 {
		return
	}
	for i := range lines {
		if l := &lines[i]; l.kind == Sentence && (Day(l.text) || Ahead(l.text)) {
			l.kind = Heading
		}
	}
}

// entryMark parts the entries that a diary runs together in one line.
const entryMark = " || "

// parted are the entries of a paragraph that stand with bars between them. The
// bars part them as a rule between paragraphs would, which is a heading.
func parted(content string, b Block) []Block {
	if b.Kind != Sentence && b.Kind != Item {
		return []Block{b}
	}
	var out []Block
	for {
		n := strings.Index(content[b.Start:b.End], entryMark)
		if n < 0 {
			return append(out, b)
		}
		part, bars := b, b
		part.End = b.Start + n
		bars.Start, bars.End, bars.Kind, bars.Marker = part.End, part.End+len(entryMark), Heading, ""
		out = append(out, part, bars)
		b.Start, b.Marker = bars.End, ""
	}
}
