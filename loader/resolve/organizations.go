package resolve

import (
	"encoding/json"
	"slices"

	"github.com/entente-graph/entente/loader/claim"
)

// A member as JSON: what was written can always be read again.
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

func stateMember(_ *said, e *claim.Entity) string { return string(e.Ref)[len("state:"):] }

// organization is a member: its folded name and acronym.
type organization struct {
	Name    string `json:"n"`
	Acronym string `json:"a,omitempty"`
}

func organizationMember(_ *said, e *claim.Entity) string {
	o := organization{folded(text(e, "name")), folded(text(e, "acronym"))}
	if o.Name == "" {
		o.Name = o.Acronym
	}
	if o.Acronym == o.Name {
		o.Acronym = ""
	}
	return pack(o)
}

func organizationKeys(o *organization) []string {
	if o.Acronym == "" {
		return []string{o.Name}
	}
	return []string{o.Name, o.Acronym}
}

// partitionOrganizations joins those of one name. A name that is the acronym
// of exactly one other joins that one: "OTS" alone, where there is an
// Organization of Turkic States (OTS).
func partitionOrganizations(members []string, orgs []*organization) map[string]string {
	named := map[string][]int{} // by name
	for i, o := range orgs {
		named[o.Name] = append(named[o.Name], i)
	}
	owners := map[string]map[string]bool{} // acronym → names
	for _, o := range orgs {
		if o.Acronym != "" {
			if owners[o.Acronym] == nil {
				owners[o.Acronym] = map[string]bool{}
			}
			owners[o.Acronym][o.Name] = true
		}
	}
	u := newUnion(len(members))
	for name, same := range named {
		for _, i := range same[1:] {
			u.join(same[0], i)
		}
		spelled := slices.ContainsFunc(same, func(i int) bool { return orgs[i].Acronym != "" })
		if len(owners[name]) == 1 && !spelled {
			for full := range owners[name] {
				u.join(same[0], named[full][0])
			}
		}
	}
	return u.assign(members, func(a, b int) bool {
		if x, y := len(orgs[a].Name), len(orgs[b].Name); x != y {
			return x > y
		}
		return members[a] < members[b]
	})
}

// assign puts every member under the best of its set.
func (u union) assign(members []string, better func(a, b int) bool) map[string]string {
	out := make(map[string]string, len(members))
	for _, set := range u.sets() {
		best := set[0]
		for _, i := range set[1:] {
			if better(i, best) {
				best = i
			}
		}
		for _, i := range set {
			out[members[i]] = members[best]
		}
	}
	return out
}
