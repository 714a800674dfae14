package exchange

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// object writes JSON objects in a form that is the same everywhere: no spaces,
// only what must be escaped is, numbers as short as they can be. It keeps the
// first error and the id of what is being written, to name it.
type object struct {
	bytes []byte
	of    string
	err   error
}

func (o *object) open() { o.bytes = append(o.bytes, '{') }

func (o *object) close() { o.bytes = append(o.bytes, '}') }

// key begins a member.
func (o *object) key(name string) {
	if n := len(o.bytes); n > 0 && o.bytes[n-1] != '{' {
		o.bytes = append(o.bytes, ',')
	}
	o.quote(name)
	o.bytes = append(o.bytes, ':')
}

func (o *object) text(name, value string) {
	o.key(name)
	o.quote(value)
}

// texts writes a list; an empty one is left out.
func (o *object) texts(name string, values []string) {
	if len(values) == 0 {
		return
	}
	o.key(name)
	o.bytes = append(o.bytes, '[')
	for i, v := range values {
		if i > 0 {
			o.bytes = append(o.bytes, ',')
		}
		o.quote(v)
	}
	o.bytes = append(o.bytes, ']')
}

// properties writes values in the order of the ontology's table. One that the
// table does not have cannot be written, and must not be lost either.
func (o *object) properties(table []schema.Property, values graph.Properties) {
	written := 0
	for _, p := range table {
		v, ok := values[p.Name]
		if !ok {
			continue
		}
		written++
		if p.Name != "id" {
			o.value(p.Name, v)
		}
	}
	if written == len(values) {
		return
	}
	for name := range values {
		known := false
		for _, p := range table {
			known = known || p.Name == name
		}
		if !known {
			o.fail("there is no property %q", name)
		}
	}
}

func (o *object) value(name string, value any) {
	switch v := value.(type) {
	case string:
		o.text(name, v)
	case []string:
		o.texts(name, v)
	case int64:
		o.key(name)
		o.bytes = strconv.AppendInt(o.bytes, v, 10)
	case float64:
		o.key(name)
		o.number(v)
	case bool:
		o.key(name)
		o.bytes = strconv.AppendBool(o.bytes, v)
	default:
		o.fail("%s is a %T", name, value)
	}
}

// confidence has at most two decimals.
func (o *object) confidence(c float64) {
	o.key("confidence")
	o.number(math.Round(c*100) / 100)
}

func (o *object) number(f float64) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		o.fail("%v is not a number of JSON", f)
		return
	}
	if f == 0 { // nor a negative zero
		o.bytes = append(o.bytes, '0')
		return
	}
	format := byte('f')
	if math.Abs(f) >= 1e21 {
		format = 'e'
	}
	o.bytes = strconv.AppendFloat(o.bytes, f, format, -1, 64)
}

const hexDigits = "0123456789abcdef"

// quote escapes `"`, `\` and controls, and nothing else.
func (o *object) quote(s string) {
	if !utf8.ValidString(s) {
		o.fail("%q is not UTF-8", s)
		return
	}
	o.bytes = append(o.bytes, '"')
	b := o.bytes
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	b = append(b, s[start:]...)
	b = append(b, '"')
	o.bytes = b
}

func (o *object) fail(format string, args ...any) {
	if o.err == nil {
		o.err = fmt.Errorf("writing %s: %s: %w", o.of, fmt.Sprintf(format, args...), graph.ErrInvalid)
	}
}
