// Package spelling says which ways of writing a name in Latin letters can stand
// for one name: "Zhaparov" and "Japarov", "Toqaev" and "Tokayev".
//
// It compares words by how they sound and knows no names: who is who is decided
// by those who ask, since likeness of names alone makes nobody the same.
package spelling

import "strings"

// transliterated undoes what ways of writing a name in Latin letters do
// differently. What is longer comes first.
var transliterated = strings.NewReplacer(
	"dzh", "j", "zh", "j", "kh", "h", "gh", "g", "ph", "f", "x", "ks", "q", "k", "w", "v", "ck", "k", "tz", "ts", "'", "", "`", "",
)

// glides undoes what is written differently between vowels and behind them:
// "Aliyev" and "Aliev", "Dmitriy" and "Dmitry".
var glides = strings.NewReplacer("iye", "ie", "aye", "ae", "oye", "oe", "iya", "ia", "iy", "i", "ii", "i", "yy", "i")

// Sound is the form of a folded word of a name by which spellings are
// compared: "Zhaparov" and "Japarov", "Toqaev" and "Tokayev", "Husain" and
// "Hussein", "Rajapaksa" and "Rajapakse" sound alike. Words of fewer than three
// consonants are spelled as they are, glides aside: "Li" is not "Lee", "Said"
// not "Saud".
func Sound(word string) string {
	if len(word) < 4 {
		return word
	}
	word = glides.Replace(word)
	var b strings.Builder
	s := transliterated.Replace(word)
	vowel, last, consonants := false, byte(0), 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		v := vowelClass(c)
		if c == 'y' && i == 0 { // "Yerlan", "Yusuf": a consonant, and mute before e
			if len(s) > 1 && s[1] == 'e' {
				continue
			}
			v = 0
		}
		switch {
		case v == 0 && c != last:
			b.WriteByte(c)
			consonants++
		case v != 0 && i == len(s)-1 && !vowel: // a last vowel is heard, but not which
			b.WriteByte('*')
		case v != 0 && !vowel:
			b.WriteByte(v)
		}
		vowel, last = v != 0, c
	}
	if consonants < 3 {
		return word
	}
	return b.String()
}

// vowelClass gathers vowels that are written for one another, 0 for consonants.
func vowelClass(c byte) byte {
	switch c {
	case 'a', 'e':
		return 'a'
	case 'o', 'u':
		return 'o'
	case 'i', 'y':
		return 'i'
	}
	return 0
}

// Sounds are the forms of a name's words by which spellings are compared.
func Sounds(name []string) []string {
	out := make([]string, len(name))
	for i, w := range name {
		out[i] = Sound(w)
	}
	return out
}
