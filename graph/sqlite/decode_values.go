package sqlite

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/entente-graph/entente/graph"
)

func (d *decoder) ambiguous(v any) map[string][]string {
	var out map[string][]string
	for _, pair := range d.list(v) {
		one := d.list(pair)
		if out == nil {
			out = map[string][]string{}
		}
		id := d.text(get(one, 0))
		out[id] = append(out[id], d.text(get(one, 1)))
	}
	for id, candidates := range out {
		slices.Sort(candidates)
		out[id] = slices.Compact(candidates) // the id may have been asked for twice
	}
	return out
}

func (d *decoder) counts(v any) map[string]int {
	out := map[string]int{}
	for _, pair := range d.list(v) {
		one := d.list(pair)
		out[d.text(get(one, 0))] = d.integer(get(one, 1))
	}
	return out
}

func (d *decoder) disagreements(v any) []graph.Disagreement {
	var out []graph.Disagreement
	for _, one := range d.list(v) {
		m, _ := one.(map[string]any)
		out = append(out, graph.Disagreement{Field: d.text(m["field"]), Value: d.text(m["value"]), Evidence: d.texts(m["evidence"])})
	}
	return out
}

// reader takes the values of an array one after another.
type reader struct {
	d      *decoder
	values []any
}

// parts opens an array of n values, and undoes what array did to a long one.
func (d *decoder) parts(v any, n int) *reader {
	values := d.list(v)
	for n > arrayLimit {
		var flat []any
		for _, part := range values {
			flat = append(flat, d.list(part)...)
		}
		values, n = flat, (n+arrayLimit-1)/arrayLimit
	}
	return &reader{d, values}
}

// peek is the value that comes next.
func (r *reader) peek() any { return get(r.values, 0) }

func (r *reader) skip(n int) { r.values = r.values[min(n, len(r.values)):] }

func (r *reader) next() any {
	if len(r.values) == 0 {
		r.d.wrong("too short an array")
		return nil
	}
	v := r.values[0]
	r.values = r.values[1:]
	return v
}

func (d *decoder) wrong(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("the database answered %s", what)
	}
}

// list reads an array; NULL is an empty one.
func (d *decoder) list(v any) []any {
	if v == nil {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		d.wrong(fmt.Sprintf("%v for a list", v))
	}
	return list
}

func (d *decoder) text(v any) string {
	s, ok := v.(string)
	if !ok {
		d.wrong(fmt.Sprintf("%v for a text", v))
	}
	return s
}

func (d *decoder) texts(v any) []string {
	var out []string
	for _, one := range d.list(v) {
		out = append(out, d.text(one))
	}
	return out
}

// number reads a number, or one that was written as a text by `shortest`.
func (d *decoder) number(v any) float64 {
	text := ""
	switch v := v.(type) {
	case json.Number:
		text = v.String()
	case string:
		text = v
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		d.wrong(fmt.Sprintf("%v for a number", v))
	}
	return f
}

func (d *decoder) integer(v any) int {
	n, ok := v.(json.Number)
	i, err := strconv.ParseInt(n.String(), 10, 64)
	if !ok || err != nil {
		d.wrong(fmt.Sprintf("%v for an integer", v))
	}
	return int(i)
}

// get is the i-th value, nil where the array is shorter.
func get(values []any, i int) any {
	if i < len(values) {
		return values[i]
	}
	return nil
}

func flag(is bool) int {
	if is {
		return 1
	}
	return 0
}
