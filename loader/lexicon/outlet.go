package lexicon

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
)

// Outlet is a publisher of news that texts cite.
type Outlet struct {
	Name  string   // as it is mostly printed
	Forms []string // other forms
	Hosts []string // internet hosts, without "www."
}

//go:embed data/outlets.tsv
var outletData string

type outlets struct {
	byName map[string]*Outlet
	byHost map[string]*Outlet
	first  map[string]int // first word of a name → most words of a name that begins so
}

var loadOutlets = sync.OnceValue(func() outlets {
	o := outlets{map[string]*Outlet{}, map[string]*Outlet{}, map[string]int{}}
	for _, cells := range rowsOf(outletData, 3) {
		out := &Outlet{Name: cells[0], Hosts: strings.Fields(cells[2])}
		if cells[1] != "" {
			out.Forms = strings.Split(cells[1], "|")
		}
		for _, form := range append([]string{out.Name}, out.Forms...) {
			if _, taken := o.byName[form]; !taken {
				o.byName[form] = out
			}
			words := strings.Fields(form)
			o.first[words[0]] = max(o.first[words[0]], len(words))
		}
		for _, h := range out.Hosts {
			o.byHost[h] = out
		}
	}
	return o
})

// OutletOf gives the outlet of a name as written.
func OutletOf(name string) (Outlet, bool) {
	o, ok := loadOutlets().byName[name]
	if !ok {
		return Outlet{}, false
	}
	return *o, true
}

// OutletAt gives the outlet of an internet host, or of one that it lies under.
func OutletAt(host string) (Outlet, bool) {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for host != "" {
		if o, ok := loadOutlets().byHost[host]; ok {
			return *o, true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return Outlet{}, false
}

// OutletWords is the most words that an outlet's name beginning with the word
// has, 0 where none begins so.
func OutletWords(first string) int { return loadOutlets().first[first] }

// OutletNames are all names and forms of outlets.
var OutletNames = sync.OnceValue(func() []string {
	var out []string
	for form := range loadOutlets().byName {
		out = append(out, form)
	}
	sort.Strings(out)
	return out
})
