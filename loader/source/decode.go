package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// decode gives the text of bytes in UTF-8, UTF-16 or, failing these, the
// encoding that contentType or the text itself names (windows-1252 without
// any), without a byte-order mark. Bytes of no text are an error.
func decode(b []byte, contentType string) (string, error) {
	if kind := magic(b); kind != "" {
		return "", fmt.Errorf("%w: the file is %s, not text: save its text as .txt", graph.ErrInvalid, kind)
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(b[3:]), "\ufffd"), nil
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b)
		if err != nil {
			return "", fmt.Errorf("%w: the file is broken UTF-16: save it as UTF-8", graph.ErrInvalid)
		}
		return notBinary(string(out))
	case utf8.Valid(b):
		return notBinary(string(b))
	}
	if controls(b) {
		return "", fmt.Errorf("%w: the file is binary, not text: save its text as .txt in UTF-8", graph.ErrInvalid)
	}
	encoding, _, _ := charset.DetermineEncoding(b, contentType)
	out, err := encoding.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("%w: the file's encoding is not known: save it as UTF-8", graph.ErrInvalid)
	}
	return notBinary(strings.TrimPrefix(string(out), "\ufeff"))
}

func notBinary(s string) (string, error) {
	if controls([]byte(s)) {
		return "", fmt.Errorf("%w: the file is binary, not text: save its text as .txt in UTF-8", graph.ErrInvalid)
	}
	return strings.ToValidUTF8(s, "\ufffd"), nil
}

// controls reports whether bytes hold what no text does: a NUL, or more than
// one control character in two hundred.
func controls(b []byte) bool {
	n := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v':
			n++
		}
	}
	return n*200 > len(b)
}

// magic names the format of well-known binary files by their first bytes.
func magic(b []byte) string {
	for _, m := range []struct{ head, name string }{
		{"%PDF-", "a PDF"}, {"PK\x03\x04", "a zip or office file"}, {"\xd0\xcf\x11\xe0", "an old office file"},
		{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"\x1f\x8b", "compressed"},
		{"{\\rtf", "a rich text file"}, {"\x7fELF", "a program"}, {"SQLite format 3", "a database"},
	} {
		if bytes.HasPrefix(b, []byte(m.head)) {
			return m.name
		}
	}
	return ""
}
