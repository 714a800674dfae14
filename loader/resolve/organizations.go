package resolve

import (
	"slices"

	"github.com/entente-graph/entente/loader/claim"
)

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
