package plan

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// arguments are a field's, by name, defaults applied. One that is null is left
// out like one that was not given.
type arguments struct {
	at     place
	values map[string]any
}

func (p *planner) arguments(at place, f *ast.Field) (arguments, error) {
	a := arguments{at: at, values: map[string]any{}}
	for _, def := range f.Definition.Arguments {
		value := def.DefaultValue
		if arg := f.Arguments.ForName(def.Name); arg != nil {
			_, given := p.variables[arg.Value.Raw]
			if arg.Value.Kind != ast.Variable || given || def.DefaultValue == nil {
				value = arg.Value
			}
		}
		if value == nil {
			continue
		}
		v, err := value.Value(p.variables)
		if err != nil {
			return a, at.fault(BadUserInput, "%s: %s is out of range", def.Name, short(value.Raw))
		}
		if v != nil {
			a.values[def.Name] = v
		}
	}
	return a, nil
}

// has tells whether an argument was given a value.
func (a arguments) has(name string) bool { return a.values[name] != nil }

// text reads a String argument.
func (a arguments) text(name string) (string, error) {
	s, ok := a.values[name].(string)
	if !ok {
		return "", a.at.fault(BadUserInput, "%s must be a text", name)
	}
	return s, nil
}

// id reads an ID argument, which may be written as a number.
func (a arguments) id(name string) (string, error) {
	s, err := idOf(a.values[name])
	if err != nil {
		return "", a.at.fault(BadUserInput, "%s %v", name, err)
	}
	return s, nil
}

// ids reads a list of ids; a single one is a list of one.
func (a arguments) ids(name string) ([]string, error) {
	values := listOf(a.values[name])
	if len(values) > MaxValues {
		return nil, a.at.fault(BadUserInput, "%s holds %d ids, at most %d are taken", name, len(values), MaxValues)
	}
	out := make([]string, len(values))
	for i, v := range values {
		s, err := idOf(v)
		if err != nil {
			return nil, a.at.fault(BadUserInput, "%s %v", name, err)
		}
		out[i] = s
	}
	return out, nil
}

// whole reads an Int argument within bounds.
func (a arguments) whole(name string, least, most, missing int) (int, error) {
	v, ok := a.values[name]
	if !ok {
		return missing, nil
	}
	f, err := numberOf(v)
	if err != nil || f != math.Trunc(f) {
		return 0, a.at.fault(BadUserInput, "%s must be a whole number", name)
	}
	if f < float64(least) || f > float64(most) {
		return 0, a.at.fault(BadUserInput, "%s is %v, but must lie within %d and %d", name, f, least, most)
	}
	return int(f), nil
}

// date reads a Date argument, "" where there is none.
func (a arguments) date(name string) (string, error) {
	v, ok := a.values[name]
	if !ok {
		return "", nil
	}
	d, err := dateOf(v)
	if err != nil {
		return "", a.at.fault(BadUserInput, "%s: %v", name, err)
	}
	return d, nil
}

// labels reads a list of labels into names of labels, in ontology order.
func (a arguments) labels() ([]string, error) {
	v, ok := a.values["labels"]
	if !ok {
		return schema.Facts(), nil
	}
	asked := map[string]bool{}
	for _, e := range listOf(v) {
		asked[strings.ToUpper(fmt.Sprint(e))] = true
	}
	if len(asked) == 0 {
		return nil, a.at.fault(BadUserInput, "labels names no label: leave it out for all")
	}
	var out []string
	for _, l := range schema.Labels() {
		if asked[l.Enum] {
			out = append(out, l.Name)
		}
	}
	return out, nil
}

// listOf gives the values of a list; a single value is a list of one, as
// GraphQL has it.
func listOf(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Slice {
		return []any{v}
	}
	out := make([]any, r.Len()) // a variable's single value, made a list of its own type
	for i := range out {
		out[i] = r.Index(i).Interface()
	}
	return out
}

func idOf(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case int:
		return strconv.Itoa(v), nil
	case json.Number:
		return v.String(), nil
	}
	return "", fmt.Errorf("must be an id")
}

// numberOf reads a finite number.
func numberOf(v any) (float64, error) {
	var f float64
	switch v := v.(type) {
	case int:
		f = float64(v)
	case int64:
		f = float64(v)
	case float64:
		f = v
	case json.Number:
		return numberOf(v.String())
	case string: // a variable may be written as a text
		parsed, err := strconv.ParseFloat(v, 64)
		if err != nil {
			return 0, fmt.Errorf("%s is not a number", short(v))
		}
		f = parsed
	default:
		return 0, fmt.Errorf("must be a number")
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, fmt.Errorf("must be a finite number")
	}
	return f, nil
}

func dateOf(v any) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("must be a date: write \"2024\", \"2024-04\" or \"2024-04-24\"")
	}
	if _, _, err := graph.Days(s); err != nil {
		return "", fmt.Errorf("%s is not a date: write 2024, 2024-04 or 2024-04-24", short(s))
	}
	return s, nil
}

// short quotes a value of the request, cut where it is long.
func short(s string) string { return strconv.Quote(graph.Truncate(s, 60, true)) }
