package exchange

import (
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// rawProperties are the properties of a line that are not read yet.
type rawProperties map[string]json.RawMessage

// take copies properties without those named, and without nulls.
func take(from map[string]json.RawMessage, without ...string) rawProperties {
	rest := make(rawProperties, len(from))
	for k, v := range from {
		if !contains(without, k) && string(v) != "null" {
			rest[k] = v
		}
	}
	return rest
}

// texts reads a list and strikes it off.
func (r rawProperties) texts(name string) ([]string, error) {
	raw, ok := r[name]
	if !ok {
		return nil, nil
	}
	delete(r, name)
	var out []string
	if err := json.Unmarshal(raw, &out); err != nil {
		return nil, fmt.Errorf("%s is not a list of texts: %w", name, graph.ErrInvalid)
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, nil
}

func (r rawProperties) disagreements() ([]graph.Disagreement, error) {
	texts, err := r.texts("disagreements")
	if err != nil || len(texts) == 0 {
		return nil, err
	}
	out := make([]graph.Disagreement, len(texts))
	for i, t := range texts {
		if err := json.Unmarshal([]byte(t), &out[i]); err != nil {
			return nil, fmt.Errorf("disagreement %.80q: %w", t, graph.ErrInvalid)
		}
		if len(out[i].Evidence) == 0 {
			out[i].Evidence = nil
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		return disagreements(out[i : i+1])[0] < disagreements(out[j : j+1])[0]
	})
	return out, nil
}

// properties reads what is left, by the ontology's table.
func (r rawProperties) properties(table []schema.Property) (graph.Properties, error) {
	var out graph.Properties
	for _, p := range table {
		raw, ok := r[p.Name]
		if !ok || p.Name == "id" {
			continue
		}
		delete(r, p.Name)
		v, err := readValue(p, raw)
		if err != nil {
			return nil, err
		}
		if list, is := v.([]string); is && len(list) == 0 {
			continue
		}
		if out == nil {
			out = graph.Properties{}
		}
		out[p.Name] = v
	}
	for name := range r {
		return nil, fmt.Errorf("there is no property %q: %w", name, graph.ErrInvalid)
	}
	return out, nil
}

func readValue(p schema.Property, raw json.RawMessage) (any, error) {
	switch p.Kind {
	case schema.TextList:
		var list []string
		if err := json.Unmarshal(raw, &list); err != nil {
			return nil, wrongValue(p, raw)
		}
		sort.Strings(list)
		return list, nil
	case schema.Int:
		return readInt(p, raw)
	case schema.Float:
		var f float64
		if err := json.Unmarshal(raw, &f); err != nil {
			return nil, wrongValue(p, raw)
		}
		return f, nil
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, wrongValue(p, raw)
	}
	switch p.Kind {
	case schema.Date:
		if _, _, err := graph.Days(s); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
	case schema.Enum:
		if values := schema.EnumValues(p.Enum); !contains(values, strings.ToUpper(s)) || s != strings.ToLower(s) {
			return nil, fmt.Errorf("%s is %q, must be one of %s: %w",
				p.Name, s, strings.ToLower(strings.Join(values, ", ")), graph.ErrInvalid)
		}
	}
	return s, nil
}

// readInt takes a whole number, however it is written.
func readInt(p schema.Property, raw json.RawMessage) (any, error) {
	if n, err := strconv.ParseInt(string(raw), 10, 64); err == nil {
		return n, nil
	}
	f, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		return nil, wrongValue(p, raw)
	}
	return int64(f), nil
}

func wrongValue(p schema.Property, raw json.RawMessage) error {
	return fmt.Errorf("%s is %.40s, must be a %s: %w", p.Name, raw, strings.ReplaceAll(string(p.Kind), "_", " "), graph.ErrInvalid)
}
