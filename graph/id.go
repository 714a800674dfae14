package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slugLength is the most code points that an id has.
const slugLength = 80

// Slug makes the readable part of an id: NFC, case-folded, letters and digits
// of any script kept, other runs to "-", at most 80 code points.
func Slug(s string) string {
	s = norm.NFC.String(foldCase(norm.NFC.String(s)))
	var b strings.Builder
	gap, n := false, 0
	for _, r := range s {
		// A mark belongs to its letter: scripts such as Devanagari need it.
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(unicode.IsMark(r) && n > 0 && !gap) {
			gap = true
			continue
		}
		if gap && n > 0 {
			b.WriteByte('-')
			n++
		}
		gap = false
		if n >= slugLength {
			break
		}
		b.WriteRune(r)
		n++
	}
	return strings.TrimRight(cut(b.String(), slugLength), "-")
}

// NewID makes a node's id from its label and what names it, in order:
// NewID("Visit", "sadyr japarov", "az", "2024-04-24"). A part that is empty
// is left out. The whole is at most 80 code points.
func NewID(label string, parts ...string) string {
	kept := make([]string, 0, len(parts)+1)
	kept = append(kept, label)
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return Slug(strings.Join(kept, " "))
}

// Distinct tells apart things that would share an id: the id with "-" and six
// hexadecimal digits of the hash of the thing's own identifying fields, still
// at most 80 code points.
func Distinct(id string, fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return strings.TrimRight(cut(id, slugLength-7), "-") + "-" + hex.EncodeToString(sum[:3])
}

func cut(s string, n int) string { return Truncate(s, n, true) }
