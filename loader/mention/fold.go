package mention

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// special are letters that Unicode does not take apart.
func special(r rune) string {
	switch r {
	case 'æ':
		return "ae"
	case 'ə':
		return "a"
	case 'ı':
		return "i"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ß':
		return "ss"
	case 'œ':
		return "oe"
	case '’', 'ʼ', 'ʻ', '‘', '`':
		return "'"
	}
	return ""
}

func foldRune(b *strings.Builder, r rune) {
	r = unicode.ToLower(r)
	if r < 0x80 {
		b.WriteByte(byte(r))
		return
	}
	if s := special(r); s != "" {
		b.WriteString(s)
		return
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, d) {
			if s := special(d); s != "" {
				b.WriteString(s)
			} else {
				b.WriteRune(d)
			}
		}
	}
}
