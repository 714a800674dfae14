package resolve

import "encoding/json"

// pack writes a member as JSON: equal members are equal texts.
func pack(v any) string {
	b, _ := json.Marshal(v) // plain structs of texts and numbers
	return string(b)
}

// packed reads members of one label back, each once.
type packed[T any] struct {
	read    map[string]*T
	prepare func(*T) // where set: works out what is asked for often
}

func newPacked[T any](prepare func(*T)) *packed[T] {
	return &packed[T]{map[string]*T{}, prepare}
}

func (p *packed[T]) one(member string) *T {
	v := p.read[member]
	if v == nil {
		v = new(T)
		_ = json.Unmarshal([]byte(member), v) // what pack wrote
		if p.prepare != nil {
			p.prepare(v)
		}
		p.read[member] = v
	}
	return v
}

func (p *packed[T]) all(members []string) []*T {
	out := make([]*T, len(members))
	for i, m := range members {
		out[i] = p.one(m)
	}
	return out
}
