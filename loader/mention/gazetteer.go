package mention

import (
	"strings"
	"sync"

	"github.com/entente-graph/entente/loader/lexicon"
)

// nameKind is what a phrase of the gazetteer names.
type nameKind int

const (
	nameState nameKind = iota
	nameDemonym
	nameCapital
	nameCity
	nameBody
	nameOffice
	nameLeader
	nameNothing // a guard: it holds a name and names nothing
)

// name is a phrase of the gazetteer.
type name struct {
	words  []string // folded tokens
	kind   nameKind
	code   string   // of a state; of a state's demonym, capital, city
	shared []string // codes of the states that a name may mean, where several bear it
	body   string   // canonical, of a body
	office int      // index into lexicon.Offices
	leader int      // index into lexicon.Leaders
	lower  bool     // may be written in lower case
	upper  bool     // must be written in capitals throughout (acronyms)
}

// gazetteer leads from a first folded token to the phrases that begin with it,
// longest first.
type gazetteer map[string][]name

func (g gazetteer) add(phrase string, n name) {
	for _, t := range Tokens(phrase) {
		n.words = append(n.words, t.Fold)
	}
	if len(n.words) == 0 {
		return
	}
	head := n.words[0]
	list := g[head]
	i := 0
	for i < len(list) && len(list[i].words) >= len(n.words) {
		if strings.Join(list[i].words, " ") == strings.Join(n.words, " ") && list[i].kind == n.kind && list[i].upper == n.upper {
			return // the first row of a phrase keeps it
		}
		i++
	}
	list = append(list, name{})
	copy(list[i+1:], list[i:])
	list[i] = n
	g[head] = list
}

var gazetteers = sync.OnceValue(func() gazetteer {
	g := gazetteer{}
	addStates(g)
	addBodies(g)
	for i, o := range lexicon.Offices() {
		for _, f := range o.Forms {
			if len(f) < 3 { // "PM"; in lower case an hour
				g.add(f, name{kind: nameOffice, office: i, upper: true})
				continue
			}
			g.add(f, name{kind: nameOffice, office: i, lower: true})
			if plural := plural(f); plural != f {
				g.add(plural, name{kind: nameOffice, office: i, lower: true})
			}
		}
	}
	for i, l := range lexicon.Leaders() {
		for _, s := range append([]string{l.Name}, l.Spellings...) {
			g.add(s, name{kind: nameLeader, leader: i, code: l.State, body: l.Organization})
		}
	}
	return g
})

func addStates(g gazetteer) {
	for _, phrase := range lexicon.Guards() {
		if !strings.HasPrefix(phrase, "* ") {
			g.add(phrase, name{kind: nameNothing})
		}
	}
	for _, s := range lexicon.Shares() {
		for _, f := range []string{s.Name, plural(s.Name)} {
			g.add(f, name{kind: map[bool]nameKind{true: nameDemonym, false: nameState}[s.Demonym], code: s.States[0], shared: s.States})
		}
	}
	for _, s := range lexicon.States() {
		for _, f := range append([]string{s.Name, s.Official}, s.Forms...) {
			acronym := f == strings.ToUpper(f)
			g.add(f, name{kind: nameState, code: s.Code, upper: acronym})
		}
		for _, d := range s.Demonyms {
			for _, f := range []string{d, plural(d)} {
				g.add(f, name{kind: nameDemonym, code: s.Code})
			}
		}
		for _, c := range append([]string{s.Capital}, s.Capitals...) {
			if c != s.Name {
				g.add(c, name{kind: nameCapital, code: s.Code})
			}
		}
	}
	for _, c := range lexicon.Cities() {
		for _, f := range append([]string{c.Name}, c.Forms...) {
			g.add(f, name{kind: nameCity, code: c.State})
		}
	}
}

func addBodies(g gazetteer) {
	for _, o := range lexicon.Organizations() {
		g.add(o.Name, name{kind: nameBody, body: o.Name})
		for _, f := range append([]string{o.Acronym}, o.Forms...) {
			g.add(f, name{kind: nameBody, body: o.Name, upper: f == strings.ToUpper(f)})
		}
	}
}

// plural is the regular plural of a noun, or the word itself where it has none.
func plural(s string) string {
	switch {
	case s == "" || strings.HasSuffix(s, "ese") || strings.HasSuffix(s, "sh") || strings.HasSuffix(s, "ch") || strings.HasSuffix(s, "s"):
		return s
	case strings.HasSuffix(s, "man") && strings.HasSuffix(Fold(s), "chairman"):
		return s[:len(s)-3] + "men"
	case strings.HasPrefix(s, "minister ") || strings.HasPrefix(s, "secretary "):
		head, rest, _ := strings.Cut(s, " ")
		return plural(head) + " " + rest
	case strings.HasSuffix(s, "y") && !strings.HasSuffix(s, "ey"):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

// match returns the longest phrase that begins at token i, and its length in
// tokens; nil where none does.
func (g gazetteer) match(ts []Token, i int) *name {
	list := g[ts[i].Fold]
	for k := range list {
		n := &list[k]
		if len(n.words) > len(ts)-i || !n.written(ts[i:i+len(n.words)]) {
			continue
		}
		return n
	}
	return nil
}

// written reports whether the tokens are the phrase, in the case it asks for.
func (n *name) written(ts []Token) bool {
	for k, w := range n.words {
		if ts[k].Fold != w {
			return false
		}
	}
	switch {
	case n.kind == nameNothing || n.lower:
		return true
	case n.upper:
		for _, t := range ts {
			if t.Word() && t.Text != strings.ToUpper(t.Text) {
				return false
			}
		}
		return true
	}
	return ts[0].Capital() || ts[len(ts)-1].Capital() && len(ts) > 1
}
