package resolve

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/spelling"
)

// leader is a member: the fullest form of the name that the document has, whom
// the lexicon knows by that spelling, and the offices that the document gives,
// by cluster of the state or organization.
type leader struct {
	Name    string   `json:"n"`           // folded words
	Known   string   `json:"k,omitempty"` // folded words of the lexicon's name
	Offices []office `json:"o,omitempty"` // sorted, each once
}

type office struct {
	Of    string `json:"f"`
	Title string `json:"t,omitempty"` // folded words
}

func leaderMember(s *said, e *claim.Entity) string {
	l := leader{Name: folded(text(e, "name")), Known: folded(strings.Join(e.Head, " "))}
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

// leaderKeys: each word of the name, and whom the lexicon knows by it, at each
// state or organization of an office; and the full name by itself.
func leaderKeys(l *leader) []string {
	names := strings.Fields(l.Name)
	keys := []string{"name " + l.Name}
	if l.Known != "" {
		keys = append(keys, "name "+l.Known)
	}
	for _, o := range l.Offices {
		for _, n := range names {
			keys = append(keys, "office "+o.Of+" "+spelling.Sound(n))
		}
		if l.Known != "" {
			keys = append(keys, "known "+o.Of+" "+l.Known)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// partitionLeaders joins, in this order:
//
//   - the same name for the same state or organization, a single word there
//     only under the same title, and two spellings that the lexicon has of one
//     person who served it; another spelling only where the titles there do not
//     contradict each other;
//   - a full name without office, or with that of an organization alone, and
//     the one person of that name who holds office for a state (or, failing
//     that, at all); a single word only where the lexicon knows whose it is;
//   - a shorter form ("Japarov", "Tayyip Erdogan") and the one person at the
//     same state or organization whose name holds all its words; a single word
//     only where the titles do not contradict each other. Where several do, one
//     who bears the same title may be the one; else it stays alone.
//
// So two full names never become one through a bare one, and never by likeness.
// Whom the lexicon tells apart are two.
func partitionLeaders(members []string, all []*leader) map[string]string {
	p := &people{members: members, all: all}
	p.u = newUnion(len(members))
	for _, l := range p.all {
		p.names = append(p.names, spelling.Sounds(strings.Fields(l.Name)))
	}
	p.joinSame()
	p.joinSpelled()
	p.joinFull()
	p.joinShort()
	return p.u.assign(members, p.better)
}

type people struct {
	members []string
	all     []*leader
	names   [][]string // sounds of the words of the names
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

// joinSame joins members of one name, or of one person of the lexicon, at one
// state or organization; single words only under one title.
func (p *people) joinSame() {
	for i, a := range p.all {
		for j, b := range p.all[:i] {
			titles := anyTitle
			if a.Known == "" && len(p.names[i]) == 1 {
				titles = oneTitle
			}
			known := a.Known != "" && a.Known == b.Known
			same := a.Name == b.Name && a.Known == b.Known
			if same && len(a.Offices) == 0 && len(b.Offices) == 0 || (same || known) && p.shareOffice(i, j, titles) {
				p.u.join(i, j)
			}
		}
	}
}

// joinSpelled joins members of one name in two spellings whom the lexicon does
// not know, and each class of a full name that so came to be with the one class
// of the lexicon's that it fits.
func (p *people) joinSpelled() {
	for i, a := range p.all {
		for j, b := range p.all[:i] {
			if a.Known == "" && b.Known == "" && p.spelledAlike(i, j) {
				p.u.join(i, j)
			}
		}
	}
	classes := p.u.sets()
	for _, class := range classes {
		if p.known(class) != "" || len(p.names[class[0]]) == 1 {
			continue
		}
		var found [][]int
		for _, other := range classes {
			if p.known(other) != "" && p.anyPair(class, other, p.spelledAlike) {
				found = append(found, other)
			}
		}
		if len(found) == 1 {
			p.u.join(class[0], found[0][0])
		}
	}
}

// spelledAlike reports whether two members have one name, in whatever spelling,
// and titles at one state or organization that can be one person's: of single
// words, the same.
func (p *people) spelledAlike(i, j int) bool {
	switch {
	case !slices.Equal(p.names[i], p.names[j]):
		return false
	case len(p.names[i]) == 1:
		return p.shareOffice(i, j, oneTitle)
	case p.all[i].Name == p.all[j].Name:
		return p.shareOffice(i, j, anyTitle)
	}
	return p.shareOffice(i, j, titlesFit)
}

// known is whom the lexicon knows a class by, "" where it does not.
func (p *people) known(class []int) string {
	for _, i := range class {
		if k := p.all[i].Known; k != "" {
			return k
		}
	}
	return ""
}

func (p *people) anyPair(c, d []int, is func(i, j int) bool) bool {
	for _, i := range c {
		if slices.ContainsFunc(d, func(j int) bool { return is(i, j) }) {
			return true
		}
	}
	return false
}

// How titles at one state or organization may compare.
func anyTitle(_, _ string) bool { return true }
func oneTitle(a, b string) bool { return a == b }

// titlesFit reports whether two titles can be one office's: a title left out
// contradicts nothing, "leader" no other, "minister" no minister's.
func titlesFit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	switch {
	case a == "" || a == b || a == "leader" || b == "leader":
		return true
	case a == "minister":
		return strings.HasSuffix(b, " minister") && b != "prime minister" && !strings.HasPrefix(b, "deputy ")
	}
	return false
}

// shareOffice reports whether two members serve one state or organization, and
// there under titles that compare so.
func (p *people) shareOffice(i, j int, titles func(a, b string) bool) bool {
	for _, a := range p.all[i].Offices {
		for _, b := range p.all[j].Offices {
			if a.Of == b.Of && titles(a.Title, b.Title) {
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
			names := []string{p.all[i].Name, p.all[i].Known}
			if len(p.names[i]) < 2 {
				names = names[1:] // by whom the lexicon knows alone
			}
			for _, n := range names {
				if n != "" && !seen[n] {
					seen[n] = true
					byName[n] = append(byName[n], class)
				}
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
