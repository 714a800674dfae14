package resolve

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
)

// leader is a member: the fullest form of the name that the document has, and
// the offices that it gives, by cluster of the state or organization.
type leader struct {
	Name    string   `json:"n"`           // folded words
	Offices []office `json:"o,omitempty"` // sorted, each once
}

type office struct {
	Of    string `json:"f"`
	Title string `json:"t,omitempty"` // folded words
}

func leaderMember(s *said, e *claim.Entity) string {
	l := leader{Name: folded(text(e, "name"))}
	for _, f := range s.from[e.Ref] {
		if f.Type == "HOLDS_OFFICE" {
			title, _ := f.Properties["title"].(string)
			l.Offices = append(l.Offices, office{s.clusters[f.To], folded(title)})
		}
	}
	slices.SortFunc(l.Offices, func(a, b office) int {
		return strings.Compare(a.Of+"\x00"+a.Title, b.Of+"\x00"+b.Title)
	})
	l.Offices = slices.Compact(l.Offices)
	return pack(l)
}

// leaderKeys: each word of the name at each state or organization of an
// office, and the full name by itself.
func leaderKeys(l *leader) []string {
	names := strings.Fields(l.Name)
	keys := []string{"name " + l.Name}
	for _, o := range l.Offices {
		for _, n := range names {
			keys = append(keys, "office "+o.Of+" "+skeleton(n))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// partitionLeaders joins, in this order:
//
//   - the same name for the same state or organization; another spelling of it
//     only for the same office there;
//   - a full name without office, or with that of an organization alone, and
//     the one person of that name who holds office for a state (or, failing
//     that, at all);
//   - a shorter form ("Japarov", "Tayyip Erdogan") and the one person at the
//     same state or organization whose name holds all its words. Where several
//     do, one who bears the same title may be the one; else it stays alone.
//
// So two full names never become one through a bare one, and never by likeness.
func partitionLeaders(members []string, all []*leader) map[string]string {
	p := &people{members: members, all: all}
	p.u = newUnion(len(members))
	for _, l := range p.all {
		names := strings.Fields(l.Name)
		spelled := make([]string, len(names))
		for i, n := range names {
			spelled[i] = skeleton(n)
		}
		p.names = append(p.names, spelled)
	}
	p.joinSame()
	p.joinFull()
	p.joinShort()
	return p.u.assign(members, p.better)
}

type people struct {
	members []string
	all     []*leader
	names   [][]string // skeletons of the words of the names
	u       union
}

func (p *people) better(a, b int) bool {
	if x, y := len(p.names[a]), len(p.names[b]); x != y {
		return x > y
	}
	if x, y := len(p.all[a].Offices) > 0, len(p.all[b].Offices) > 0; x != y {
		return x
	}
	return p.members[a] < p.members[b]
}

func (p *people) joinSame() {
	for i := range p.all {
		for j := range i {
			switch {
			case p.all[i].Name == p.all[j].Name && p.shareOffice(i, j, false),
				p.all[i].Name == p.all[j].Name && len(p.all[i].Offices) == 0 && len(p.all[j].Offices) == 0,
				slices.Equal(p.names[i], p.names[j]) && p.shareOffice(i, j, true):
				p.u.join(i, j)
			}
		}
	}
}

// shareOffice reports whether two members serve one state or organization, and
// there under one title if that is asked for.
func (p *people) shareOffice(i, j int, title bool) bool {
	for _, a := range p.all[i].Offices {
		for _, b := range p.all[j].Offices {
			if a.Of == b.Of && (!title || a.Title == b.Title) {
				return true
			}
		}
	}
	return false
}

// joinFull joins each class of a full name that is without a state's office to
// the only class of that name that has one.
func (p *people) joinFull() {
	byName := map[string][][]int{} // classes
	for _, class := range p.u.sets() {
		seen := map[string]bool{}
		for _, i := range class {
			if n := p.all[i].Name; len(p.names[i]) > 1 && !seen[n] {
				seen[n] = true
				byName[n] = append(byName[n], class)
			}
		}
	}
	for _, classes := range byName {
		slices.SortFunc(classes, func(a, b []int) int { return a[0] - b[0] })
		var ranks [3][][]int // nothing, an organization's office, a state's
		for _, c := range classes {
			r := p.rank(c)
			ranks[r] = append(ranks[r], c)
		}
		home := ranks[2]
		if len(home) == 0 {
			home = ranks[1]
		}
		if len(home) != 1 {
			continue
		}
		for _, c := range append(ranks[0], ranks[1]...) {
			p.u.join(home[0][0], c[0])
		}
	}
}

func (p *people) rank(class []int) int {
	r := 0
	for _, i := range class {
		for _, o := range p.all[i].Offices {
			if strings.HasPrefix(o.Of, "=") {
				return 2
			}
			r = 1
		}
	}
	return r
}

// joinShort joins shorter forms to the one fuller name that they can mean.
func (p *people) joinShort() {
	classes := p.u.sets()
	full := make([]bool, len(classes))
	fits := make([][]int, len(classes))
	for c := range classes {
		for d := range classes {
			if c != d && p.shorter(classes[c], classes[d]) {
				fits[c] = append(fits[c], d)
			}
		}
		full[c] = len(fits[c]) == 0
	}
	for c, candidates := range fits {
		candidates = slices.DeleteFunc(slices.Clone(candidates), func(d int) bool { return !full[d] })
		if len(candidates) > 1 {
			candidates = slices.DeleteFunc(candidates, func(d int) bool { return !p.classesShare(classes[c], classes[d], true) })
		}
		if len(candidates) == 1 {
			p.u.join(classes[c][0], classes[candidates[0]][0])
		}
	}
}

// shorter reports whether every name of class c is a part of a name of class d
// and the two serve one state or organization.
func (p *people) shorter(c, d []int) bool {
	if !p.classesShare(c, d, false) {
		return false
	}
	for _, i := range c {
		if !slices.ContainsFunc(d, func(j int) bool { return part(p.names[i], p.names[j]) }) {
			return false
		}
	}
	return true
}

func (p *people) classesShare(c, d []int, title bool) bool {
	for _, i := range c {
		for _, j := range d {
			if p.shareOffice(i, j, title) {
				return true
			}
		}
	}
	return false
}

// part reports whether a name's words are some but not all of another's, where
// what is left out is no "junior" or "the second".
func part(short, long []string) bool {
	if len(short) == 0 || len(short) >= len(long) {
		return false
	}
	rest := slices.Clone(long)
	for _, w := range short {
		i := slices.Index(rest, w)
		if i < 0 {
			return false
		}
		rest = slices.Delete(rest, i, i+1)
	}
	for _, w := range rest {
		switch w {
		case "jr", "sr", "junior", "senior", "i", "y", "yi", "iv", "v":
			// Of a bare surname it may still be the bearer.
			if len(short) > 1 {
				return false
			}
		}
	}
	return true
}
