package mention

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
	"github.com/entente-graph/entente/loader/spelling"
)

// people gathers the office-holders of a document.
type people struct {
	list    []Leader
	names   [][]string       // folded tokens of each one's fullest name
	known   []int            // index into lexicon.Leaders, or -1
	byToken map[string][]int // people by the sound of each word of their names
	slips   map[string]int   // who is meant by a family name spelled with one letter amiss
}

func newPeople() *people { return &people{byToken: map[string][]int{}, slips: map[string]int{}} }

// nameTokens are the folded words of a name, without hyphens and dots.
func nameTokens(s string) []string {
	var out []string
	for _, t := range Tokens(s) {
		if t.Word() {
			out = append(out, strings.Trim(t.Fold, ".'"))
		}
	}
	return out
}

// core is how a name sounds without particles, by which two spellings are compared.
func core(name []string) []string {
	var out []string
	for _, w := range name {
		switch w {
		case "al", "el", "bin", "ibn", "ben", "jr", "sr":
		default:
			out = append(out, spelling.Sound(w))
		}
	}
	if len(out) == 0 {
		return spelling.Sounds(name)
	}
	return out
}

// ofFather reports whether a name has its bearer's father's name in it, so that
// it may hold the father's whole.
func ofFather(name []string) bool {
	return slices.Contains(name, "bin") || slices.Contains(name, "ibn") || slices.Contains(name, "bint")
}

// within reports whether all words of a stand in b, initials for words too.
func within(a, b []string) bool {
	for _, w := range a {
		initial := len(w) == 1 && len(a) > 1 && slices.ContainsFunc(b, func(x string) bool { return strings.HasPrefix(x, w) })
		if !initial && !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// generation is what tells a name's bearer from father and son: "jr", "iii".
func generation(name []string) string {
	if len(name) == 0 {
		return ""
	}
	switch w := name[len(name)-1]; w {
	case "jr", "sr", "i", "ii", "iii", "iv", "v", "vi":
		return w
	}
	return ""
}

// same reports whether two names are one person's: equal cores, or one is the
// other shortened and both have the family name. The son of a man is not the
// man: "Salman bin Saad" is not "Faisal bin Salman bin Saad".
func same(a, b []string) bool {
	if x, y := generation(a), generation(b); x != y && x != "" && y != "" {
		return false
	}
	son := (ofFather(a) || ofFather(b)) && !ofFather(a[:min(1, len(a))]) && !ofFather(b[:min(1, len(b))]) // "bin Saad" alone is the son
	a, b = core(a), core(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || !within(a, b) || son && len(a) > 1 && a[0] != b[0] {
		return false
	}
	last := a[len(a)-1]
	return len(a) > 1 || last == b[len(b)-1] || last == b[0]
}

// find returns the people of a name, those first who fit the state or body.
func (p *people) find(name []string, state, body string) []int {
	var fit, other []int
	seen := map[int]bool{}
	for _, w := range name {
		for _, i := range p.byToken[spelling.Sound(w)] {
			if seen[i] || !same(name, p.names[i]) && !p.slipped(i, name) {
				continue
			}
			seen[i] = true
			l := &p.list[i]
			switch {
			case state == "" && body == "" || state != "" && l.State == state || body != "" && l.Organization == body:
				fit = append(fit, i)
			case l.State == "" && l.Organization == "":
				other = append(other, i)
			}
		}
	}
	sort.Ints(fit)
	sort.Ints(other)
	return append(fit, other...)
}

// add returns the person of a name, new where nobody fits. A bare name joins
// the one who bears it.
func (p *people) add(surface, state, body string, known int) int {
	name := nameTokens(surface)
	for _, i := range p.find(name, state, body) {
		if known >= 0 && p.known[i] >= 0 && p.known[i] != known {
			continue
		}
		p.enrich(i, surface, name, state, body, known)
		return i
	}
	i := len(p.list)
	p.list = append(p.list, Leader{Name: surface})
	p.names, p.known = append(p.names, nil), append(p.known, -1)
	p.enrich(i, surface, name, state, body, known)
	return i
}

// crowned returns the monarch whom a throne's title and one name stand for, new
// where none bears the name: a king goes by his first name, so that "Sultan
// Ibrahim" is not Prime Minister Anwar Ibrahim; where others bear his name, his
// title goes with it. It is -1 for all other titles and names.
func (p *people) crowned(t *titled, surface, styled string) int {
	name := nameTokens(surface)
	if !throne(t.title()) || len(name) != 1 {
		return -1
	}
	for _, i := range p.byToken[spelling.Sound(name[0])] {
		l := &p.list[i]
		if spelling.Sound(p.names[i][0]) == spelling.Sound(name[0]) && (t.state == "" || l.State == "" || l.State == t.state) {
			return i
		}
	}
	if len(p.byToken[spelling.Sound(name[0])]) > 0 { // others bear it too
		surface = styled
	}
	i := len(p.list)
	p.list = append(p.list, Leader{Name: surface})
	p.names, p.known = append(p.names, nil), append(p.known, -1)
	known := -1
	if k, ok := kings()[spelling.Sound(name[0])]; ok && (t.state == "" || t.state == lexicon.Leaders()[k].State) {
		known = k
	}
	p.enrich(i, surface, name, t.state, t.body, known)
	return i
}

// kings leads from the sound of a first name to the one on a throne who bears
// it, whoever still reigns before who does not.
var kings = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for i, l := range lexicon.Leaders() {
		if !throne(l.Office) || strings.HasPrefix(l.Office, "crown") {
			continue
		}
		first := spelling.Sound(nameTokens(l.Name)[0])
		if k, taken := out[first]; !taken || l.To == "" && lexicon.Leaders()[k].To != "" {
			out[first] = i
		}
	}
	return out
})

func (p *people) enrich(i int, surface string, name []string, state, body string, known int) {
	surface = strings.Join(strings.Fields(surface), " ")
	l := &p.list[i]
	if len(name) > len(p.names[i]) {
		p.names[i], l.Name = name, surface
	}
	for _, w := range name {
		if s := spelling.Sound(w); !slices.Contains(p.byToken[s], i) {
			p.byToken[s] = append(p.byToken[s], i)
		}
	}
	if l.State == "" && l.Organization == "" {
		l.State, l.Organization = state, body
	}
	if known >= 0 && p.known[i] < 0 {
		p.known[i] = known
		k := lexicon.Leaders()[known]
		l.Woman, l.Man = k.Woman, !k.Woman
		if l.State == "" && l.Organization == "" {
			l.State, l.Organization = k.State, k.Organization
		}
	}
	p.alias(i, surface)
}

// alias notes a form of the name.
func (p *people) alias(i int, surface string) {
	l := &p.list[i]
	surface = strings.Join(strings.Fields(surface), " ")
	if surface != l.Name && !slices.Contains(l.Aliases, surface) {
		l.Aliases = append(l.Aliases, surface)
	}
}

// finish sorts aliases and drops the name from among them.
func (p *people) finish() {
	for i := range p.list {
		l := &p.list[i]
		l.Aliases = slices.DeleteFunc(l.Aliases, func(a string) bool { return a == l.Name })
		sort.Strings(l.Aliases)
	}
}

// alone returns the people whom a single word names when it stands alone: the
// family name, or the form that the lexicon has.
func (p *people) alone(fold string) []int {
	var out []int
	sounds := spelling.Sound(fold)
	is := func(w string) bool { return spelling.Sound(w) == sounds }
	for _, i := range p.byToken[sounds] {
		name := p.names[i]
		whole := core(name)
		switch {
		case is(name[len(name)-1]), p.slipped(i, []string{fold}), p.familyFirst(i) && is(name[0]), len(name) > 2 && whole[len(whole)-1] == sounds:
		case p.known[i] >= 0 && is(lastWord(lexicon.Leaders()[p.known[i]].Family)):
		default:
			continue
		}
		out = append(out, i)
	}
	return out
}

func lastWord(s string) string {
	ws := nameTokens(s)
	if len(ws) == 0 {
		return ""
	}
	return ws[len(ws)-1]
}

// familyFirst reports whether the person's family name stands first.
func (p *people) familyFirst(i int) bool {
	switch p.list[i].State {
	case "cn", "kr", "kp", "vn", "kh", "tw", "sg":
		return true
	}
	return false
}
