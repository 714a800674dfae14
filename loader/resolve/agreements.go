package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
)

// agreement is a member: between whom, of what, when.
type agreement struct {
	Parties []string `json:"p,omitempty"` // clusters, sorted
	Head    string   `json:"h,omitempty"` // head words, sorted
	Title   string   `json:"t,omitempty"` // hash of the folded title, where counts tell packages apart
	Kind    string   `json:"k,omitempty"`
	Signed  string   `json:"s,omitempty"`
	Count   int64    `json:"n,omitempty"` // documents in a package
	Visits  []string `json:"v,omitempty"` // clusters, sorted
	Alone   string   `json:"a,omitempty"` // of fewer than two parties: the document
}

// few is how many parties may make groups by pairs; above, head words alone do.
const few = 4

func agreementMember(s *said, e *claim.Entity) string {
	a := agreement{Kind: text(e, "kind"), Signed: text(e, "signedOn"), Head: headWords(e, "title")}
	a.Count, _ = e.Properties["documentCount"].(int64)
	a.Parties = s.related(e.Ref, "PARTY_TO", false)
	a.Visits = s.related(e.Ref, "SIGNED_DURING", true)
	if a.Kind == "other" {
		a.Kind = ""
	}
	if a.Count != 0 {
		a.Title = hash(folded(text(e, "title")))
	}
	if len(a.Parties) < 2 {
		a.Alone = s.sha
	}
	return pack(a)
}

// headWords are what a claim says they are, else the words of the title.
func headWords(e *claim.Entity, title string) string {
	head := e.Head
	if len(head) == 0 {
		head = words(text(e, title))
	}
	var out []string
	for _, h := range head {
		out = append(out, words(h)...)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

func agreementKeys(a *agreement) []string {
	if a.Alone != "" {
		return []string{"alone " + a.Alone + " " + a.Head}
	}
	var keys []string
	if len(a.Parties) > few {
		return []string{"head " + a.Head}
	}
	for i, p := range a.Parties {
		for _, q := range a.Parties[i+1:] {
			pair := p + " " + q + " "
			keys = append(keys, pair+"head "+a.Head)
			if a.Count != 0 {
				keys = append(keys, pair+"count "+strconv.FormatInt(a.Count, 10))
			}
			for _, v := range a.Visits {
				if a.Kind == "package" {
					keys = append(keys, pair+"visit "+v)
				}
			}
		}
	}
	return keys
}

// partitionAgreements places the members in order: the more precise date, the
// definite kind, the known count first. Alike are those of one date, kind and
// count with the same head words, or, of packages, the same count, or the same
// visit. The others join the one agreement that fits them, if it is one.
func partitionAgreements(members []string, all []*agreement) map[string]string {
	p := placing{n: len(all)}
	p.level = func(i int) int { return all[i].vagueness() }
	p.alike = func(i, j int) bool {
		a, b := all[i], all[j]
		return a.Kind == b.Kind && bound(a, b) && (a.Signed == b.Signed || sameOccasion(a, b))
	}
	p.fits = func(i int, placed []int) bool {
		near := false
		for _, j := range placed {
			a, b := all[i], all[j]
			if !compatible(a, b) {
				return false
			}
			near = near || bound(a, b) && a.Alone == b.Alone
		}
		return near
	}
	return p.run().assign(members, func(a, b int) bool {
		if x, y := all[a].vagueness(), all[b].vagueness(); x != y {
			return x < y
		}
		return members[a] < members[b]
	})
}

func (a *agreement) vagueness() int {
	n := (3 - precision(a.Signed)) * 4
	if a.Kind == "" {
		n += 2
	}
	if a.Count == 0 {
		n++
	}
	return n
}

// bound reports whether head words, count or visit hold two members together,
// and no count holds them apart.
func bound(a, b *agreement) bool {
	if a.Alone != b.Alone || a.Alone == "" && shared(a.Parties, b.Parties) < 2 {
		return false
	}
	packages := a.Kind == "package" && b.Kind == "package"
	visit := shareAny(a.Visits, b.Visits)
	if a.Count != 0 && b.Count != 0 && a.Count != b.Count {
		// Two counts of one package: only the same visit or title says so.
		return packages && visit && a.Head == b.Head || a.Head == b.Head && a.Title == b.Title
	}
	return a.Head == b.Head || a.Count != 0 && a.Count == b.Count || packages && visit
}

// sameOccasion: at one visit a text is signed once, whatever day is told.
func sameOccasion(a, b *agreement) bool {
	return a.Head == b.Head && shareAny(a.Visits, b.Visits)
}

// compatible reports whether kind and date allow two members to be one.
func compatible(a, b *agreement) bool {
	if a.Kind != "" && b.Kind != "" && a.Kind != b.Kind {
		return false
	}
	if a.Count != 0 && b.Count != 0 && a.Count != b.Count && !bound(a, b) {
		return false
	}
	return a.Signed == "" || b.Signed == "" || sameOccasion(a, b) || graph.DateFits(graph.OpOverlaps, a.Signed, b.Signed)
}

func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}
