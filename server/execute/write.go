package execute

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

// writer writes a response's data, field by field in the order of the request.
type writer struct {
	out        []byte
	errs       gqlerror.List
	hideSchema bool // introspection is off
}

// data writes the root fields.
func (w *writer) data(fields []*plan.Field, a *graph.Answer) {
	object(w, fields, func(f *plan.Field) {
		if f.Root < 0 {
			w.unasked(f)
			return
		}
		r := &a.Results[f.Root]
		w.errs = append(w.errs, ambiguous(f.Alias, r.Ambiguous)...)
		w.root(f, r)
	})
}

// root writes a field that the store answered.
func (w *writer) root(f *plan.Field, r *graph.Result) {
	switch {
	case f.Traces != nil:
		w.trace(f, first(r.Objects))
	case f.Name == "path", f.Name == "subgraph":
		w.walked(f, r.Walked)
	case f.Name == "stats":
		w.stats(f, r.Counts)
	case f.NodeFields != nil && f.One:
		w.node(first(r.Objects), f.NodeFields)
	case f.NodeFields != nil:
		list(w, r.Objects, func(o *graph.Object) { w.node(o, f.NodeFields) })
	default:
		w.page(f, r.Page)
	}
}

func first(objects []*graph.Object) *graph.Object {
	if len(objects) == 0 {
		return nil
	}
	return objects[0]
}

// object writes an object of the fields, each value by the function.
func object(w *writer, fields []*plan.Field, value func(*plan.Field)) {
	w.out = append(w.out, '{')
	for i, f := range fields {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.out = append(w.out, '"')
		w.out = append(w.out, f.Alias...) // a GraphQL name needs no escapes
		w.out = append(w.out, '"', ':')
		value(f)
	}
	w.out = append(w.out, '}')
}

// list writes a list, each element by the function.
func list[T any](w *writer, values []T, element func(T)) {
	w.out = append(w.out, '[')
	for i, v := range values {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		element(v)
	}
	w.out = append(w.out, ']')
}

func (w *writer) null() { w.out = append(w.out, "null"...) }

func (w *writer) bool(b bool) { w.out = strconv.AppendBool(w.out, b) }

func (w *writer) int(n int) { w.out = strconv.AppendInt(w.out, int64(n), 10) }

func (w *writer) strings(texts []string) { list(w, texts, w.string) }

// number writes a number in shortest form, without an exponent below 1e21 and
// without a fraction where it is whole; null where it is none.
func (w *writer) number(v any) {
	switch v := v.(type) {
	case int64:
		w.out = strconv.AppendInt(w.out, v, 10)
	case int:
		w.int(v)
	case json.Number:
		if f, err := v.Float64(); err == nil {
			w.number(f)
			return
		}
		w.null()
	case float64:
		switch {
		case math.IsNaN(v) || math.IsInf(v, 0):
			w.null()
		case v == 0:
			w.out = append(w.out, '0') // not -0
		case math.Abs(v) < 1e21:
			w.out = strconv.AppendFloat(w.out, v, 'f', -1, 64)
		default:
			w.out = strconv.AppendFloat(w.out, v, 'e', -1, 64)
		}
	default:
		w.null()
	}
}

const hexDigits = "0123456789abcdef"

// string writes a text. Only quotes, backslashes and controls are escaped;
// bytes that are no UTF-8 become the replacement character.
func (w *writer) string(s string) {
	w.out = append(w.out, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 0x20 && c != '"' && c != '\\' && c != 0x7f {
				i++
				continue
			}
			w.out = append(w.out, s[from:i]...)
			w.escape(c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			w.out = append(w.out, s[from:i]...)
			w.out = append(w.out, "\ufffd"...)
			from = i + size
		}
		i += size
	}
	w.out = append(append(w.out, s[from:]...), '"')
}

func (w *writer) escape(c byte) {
	switch c {
	case '"', '\\':
		w.out = append(w.out, '\\', c)
	case '\n':
		w.out = append(w.out, '\\', 'n')
	case '\r':
		w.out = append(w.out, '\\', 'r')
	case '\t':
		w.out = append(w.out, '\\', 't')
	default:
		w.out = append(w.out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
	}
}
