package mention

import (
	"regexp"
	"strings"
)

// honorific matches a style that stands for the person who bears it.
var honorific = regexp.MustCompile(`\b(?:His|Her|Their|his|her|their)\s+(?:(?:Royal|Serene|Imperial|Britannic)\s+)?(Majesty|Highness|Excellency)\b`)

// stylePlace is how many bytes before a name its style stands: "His Majesty
// the Sultan X".
const stylePlace = 60

// honorifics notes styles without a name ("His Majesty left"), and whom each
// means: the person last named with it.
func (c *composer) honorifics() {
	bears := map[string]int{} // style → person
	for i := range c.page.Mentions {
		t := c.page.Document.Passages[i].Text
		ms := c.page.Mentions[i]
		added := false
		for _, at := range honorific.FindAllStringSubmatchIndex(t, -1) {
			style := t[at[2]:at[3]]
			if who := bearer(t, ms, at[1]); who >= 0 {
				bears[style] = who
				continue
			}
			who, known := bears[style]
			m := Mention{Passage: i, Start: at[0], End: at[1], Kind: Role, Surface: t[at[0]:at[1]], Entity: who, Whole: [2]int{at[0], at[1]}}
			if known && !overlaps(ms, m) && !goesOn(t[at[1]:]) {
				ms, added = append(ms, m), true
			}
		}
		if added {
			c.page.Mentions[i] = ordered(ms)
		}
	}
}

// bearer is the person whose name the style that ends at a byte leads to, with
// nothing but titles between, or -1.
func bearer(t string, ms []Mention, end int) int {
	for k := range ms {
		m := &ms[k]
		if m.Kind != Person || m.Entity < 0 || m.Start < end || m.Start > end+stylePlace {
			continue
		}
		if strings.ContainsAny(t[end:m.Start], ".;:()") || strings.Contains(t[end:m.Start], " and ") {
			return -1
		}
		for _, w := range strings.Fields(t[end:m.Start]) {
			if c := strings.Trim(w, ","); c != "the" && c != "of" && c != "bin" && (c == "" || c[0] < 'A' || c[0] > 'Z') {
				return -1
			}
		}
		return m.Entity
	}
	return -1
}

// goesOn reports whether a name or title follows a style, which then does not
// stand alone.
func goesOn(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
}
