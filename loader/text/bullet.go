package text

import "strings"

// shortBullet is the length in bytes below which what stands between bullets
// is no item of a list: "Oslo • 3 May • Wire".
const shortBullet = 24

// bulleted are the items of a list whose bullets stand within one line ("• the
// first • the second"), behind what opens it; the block itself where it is none.
func bulleted(content string, b Block) []Block {
	const mark = "•"
	s := content[b.Start:b.End]
	if b.Kind != Sentence && b.Kind != Item || strings.Count(s, mark) < 2 {
		return []Block{b}
	}
	var at []int
	for i := 0; ; {
		n := strings.Index(s[i:], mark)
		if n < 0 {
			break
		}
		at = append(at, i+n)
		i += n + len(mark)
	}
	var out []Block
	if strings.TrimSpace(s[:at[0]]) != "" {
		lead := b
		lead.End = b.Start + at[0]
		out = append(out, lead)
	}
	for i, from := range at {
		to := len(s)
		if i+1 < len(at) {
			to = at[i+1]
		}
		if to-from < shortBullet {
			return []Block{b}
		}
		out = append(out, Block{Start: b.Start + from, End: b.Start + to, Kind: Item, Marker: mark, Links: b.Links, Quote: b.Quote})
	}
	return out
}
