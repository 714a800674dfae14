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

func unpack[T any](members []string) []T {
	out := make([]T, len(members))
	for i, m := range members {
		_ = json.Unmarshal([]byte(m), &out[i]) // what pack wrote
	}
	return out
}

func one[T any](member string) T { return unpack[T]([]string{member})[0] }

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

func organizationKeys(m string) []string {
	o := one[organization](m)
	if o.Acronym == "" {
		return []string{o.Name}
	}
	return []string{o.Name, o.Acronym}
}

// partitionOrganizations joins those of one name. A name that is the acronym
// of exactly one other joins that one: "OTS" alone, where there is an
// Organization of Turkic States (OTS).
func partitionOrganizations(members []string) map[string]string {
	orgs := unpack[organization](members)
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
