package main

import (
	"context"
	"os"
	"slices"
	"sort"
	"strings"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/source"
)

// scene is a ranking of a document with the gold facts that its visits and
// agreements are: by what was read, or as if all had been read.
type scene struct {
	doc        string
	perfect    bool
	ranking    *claim.Ranking
	visits     [][]string       // gold keys of each visit
	agreements []*goldAgreement // of each agreement, nil where it is none
}

// scenes are those of a gold file: perfect and read.
func scenes(g *gold) ([]*scene, error) {
	var out []*scene
	for _, f := range g.files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		page, d, err := loader.Page(context.Background(), source.File{Name: f, Bytes: data})
		if err != nil {
			return nil, err
		}
		out = append(out, perfect(g, page), read(g, page, d))
	}
	return out, nil
}

// perfect is a ranking of gold's own visits and agreements.
func perfect(g *gold, page *mention.Page) *scene {
	s := &scene{doc: g.name, perfect: true}
	var vs []claim.RankedVisit
	for i := range g.Visits {
		v := &g.Visits[i]
		at, ok := find(page, v.Evidence)
		if !ok {
			continue
		}
		x := claim.RankedVisit{To: v.To, Start: v.Start, End: v.End, Status: v.Status, Told: []claim.Evidence{{Passage: at}}}
		for _, n := range v.Leaders {
			l := g.leader(n)
			x.From = append(x.From, l.State+l.Organization)
			for p := range page.People {
				if l.is(&page.People[p]) {
					x.People = append(x.People, p)
				}
			}
		}
		vs, s.visits = append(vs, x), append(s.visits, []string{v.Key})
	}
	var as []claim.RankedAgreement
	for i := range g.Agreements {
		a := &g.Agreements[i]
		at, ok := find(page, a.Evidence)
		if !ok {
			continue
		}
		told := []claim.Evidence{{Passage: at}}
		if lead := page.Document.Passages[at].Lead; lead >= 0 {
			told = []claim.Evidence{{Passage: lead}, {Passage: at}}
		}
		as = append(as, claim.RankedAgreement{Parties: a.Parties, Title: strings.Join(a.Words, " "), Kind: a.Kind, Status: a.Status, Date: dateTold(page, a, told), Told: told})
		s.agreements = append(s.agreements, a)
	}
	s.ranking = claim.NewRanking(page, vs, as)
	return s
}

// dateTold is gold's date of an agreement where its own sentence tells it;
// elsewhere gold's comes from the visit, which is what is sought.
func dateTold(page *mention.Page, a *goldAgreement, told []claim.Evidence) string {
	for _, e := range told {
		for _, m := range page.Mentions[e.Passage] {
			if m.Kind == mention.When && m.Period != nil && m.Period.From != "" && agree(m.Period.From, a.Date) {
				return a.Date
			}
		}
	}
	return ""
}

// find is the passage that begins with some words, a label aside.
func find(page *mention.Page, evidence string) (int, bool) {
	want := squash(evidence)
	for i, p := range page.Document.Passages {
		if at := strings.Index(squash(p.Text), want); at >= 0 && at <= 60 && want != "" {
			return i, true
		}
	}
	return 0, false
}

// read is a ranking of what was read, matched with gold.
func read(g *gold, page *mention.Page, d claim.Document) *scene {
	k := claim.Study(page, d)
	s := &scene{doc: g.name, ranking: k, visits: make([][]string, len(k.Visits)), agreements: make([]*goldAgreement, len(k.Agreements))}
	assign(len(g.Visits), len(k.Visits), func(i, j int) float64 { return g.visitFits(page, &g.Visits[i], &k.Visits[j]) },
		func(i, j int) { s.visits[j] = append(s.visits[j], g.Visits[i].Key) })
	assign(len(g.Agreements), len(k.Agreements), func(i, j int) float64 { return agreementFits(page, &g.Agreements[i], &k.Agreements[j]) },
		func(i, j int) { s.agreements[j] = &g.Agreements[i] })
	return s
}

// visitFits tells how well a visit read is a gold one; 0 where it is none of it.
func (g *gold) visitFits(page *mention.Page, v *goldVisit, x *claim.RankedVisit) float64 {
	if v.To != x.To || !agree(v.Start, x.Start) && !(v.End != "" && v.Start <= x.Start && x.Start <= v.End) || off(v.Status) != off(x.Status) {
		return 0
	}
	for _, n := range v.Leaders {
		for _, p := range x.People {
			if g.leader(n).is(&page.People[p]) {
				if v.Start != "" && x.Start != "" {
					return 2
				}
				return 1
			}
		}
	}
	return 0
}

func off(status string) bool { return status == "cancelled" || status == "denied" }

// agree reports whether two dates can be one.
func agree(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] == b[:n]
}

// agreementFits tells how well an agreement read is a gold one; 0 where it is
// none of it.
func agreementFits(page *mention.Page, a *goldAgreement, x *claim.RankedAgreement) float64 {
	both, all := 0, len(a.Parties)
	for _, p := range x.Parties {
		if slices.ContainsFunc(a.Parties, func(q string) bool { return squash(p) == squash(q) }) {
			both++
		} else {
			all++
		}
	}
	if 2*both < all || !agree(a.Date, x.Date) || a.DocumentCount > 0 && x.Count > 1 && a.DocumentCount != x.Count {
		return 0
	}
	best := 0.0
	title := " " + squash(x.Title)
	var text strings.Builder
	for _, e := range x.Told {
		text.WriteString(" " + squash(page.Document.Passages[e.Passage].Text))
	}
	said := false
	for _, ws := range append([][]string{a.Words}, a.Alt...) {
		n := 0
		for _, w := range ws {
			if strings.Contains(title, squash(w)) {
				n++
			}
		}
		best = max(best, float64(n)/float64(len(ws)))
		said = said || !slices.ContainsFunc(ws, func(w string) bool { return !strings.Contains(text.String(), squash(w)) })
	}
	sameCount := a.DocumentCount > 0 && a.DocumentCount == x.Count
	if best < 0.5 && !sameCount && !(said && a.Kind == x.Kind) {
		return 0
	}
	score := 3*best + 2*float64(both)/float64(all)
	if sameCount {
		score += 2
	}
	if a.Kind == x.Kind {
		score++
	}
	return score
}

// assign pairs gold with what was read, one to one, by falling fitness.
func assign(gold, read int, fit func(i, j int) float64, pair func(i, j int)) {
	type candidate struct {
		fit  float64
		i, j int
	}
	var all []candidate
	for i := range gold {
		for j := range read {
			if f := fit(i, j); f > 0 {
				all = append(all, candidate{f, i, j})
			}
		}
	}
	sort.SliceStable(all, func(x, y int) bool { return all[x].fit > all[y].fit })
	is, js := map[int]bool{}, map[int]bool{}
	for _, c := range all {
		if !is[c.i] && !js[c.j] {
			is[c.i], js[c.j] = true, true
			pair(c.i, c.j)
		}
	}
}
