package claim

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/lexicon"
)

// emit makes claims of what was gathered.
func (r *reader) emit() {
	refs := map[*visit]Ref{}
	for i, v := range r.visits {
		refs[v] = r.emitVisit(i, v)
	}
	agreements := map[*agreement]Ref{}
	for i, a := range r.agreements {
		agreements[a] = r.emitAgreement(i, a)
		if a.visit != nil {
			if to, ok := refs[a.visit]; ok {
				r.b.Fact(Fact{Type: "SIGNED_DURING", From: agreements[a], To: to, Evidence: a.link.evidence, Support: a.link.support()})
			}
		}
	}
	for i, p := range r.projects {
		r.emitProject(i, p, agreements)
	}
}

func dated(p graph.Properties, field, date string) {
	if date != "" {
		p[field], p[field+"Precision"] = date, graph.Precision(date)
	}
}

func (r *reader) emitVisit(i int, v *visit) Ref {
	state, _ := lexicon.StateOf(v.to)
	p := graph.Properties{"name": r.visitName(v, state.Name), "kind": "unspecified", "status": v.status}
	if v.kind != "" {
		p["kind"] = v.kind
	}
	dated(p, "startDate", v.start)
	dated(p, "endDate", v.end)
	if v.place != "" {
		p["place"] = v.place
	}
	if v.occasion != "" {
		p["occasion"] = v.occasion
	}
	ref := r.b.Add("visit/"+itoa(i), Entity{Label: "Visit", Properties: p, Evidence: v.evidence, Support: v.support()})
	r.b.Fact(Fact{Type: "TO", From: ref, To: stateRef(r.b, v.to, v.evidence[0]), Evidence: v.evidence, Support: v.support()})
	for _, l := range v.leaders {
		t := v.made[l]
		if len(t.evidence) == 0 {
			t = v.told
		}
		at := t.evidence[0]
		r.b.Fact(Fact{Type: "MADE", From: leaderRef(r.page, r.b, l, at), To: ref, Evidence: t.evidence, Support: t.support()})
		if st := r.statedState(l); st != "" {
			r.b.Fact(Fact{Type: "FROM", From: ref, To: stateRef(r.b, st, at), Evidence: t.evidence, Support: t.support()})
		}
	}
	for _, h := range v.hosts {
		t := v.hosted[h]
		if len(t.evidence) > 0 && !slices.Contains(v.leaders, h) {
			r.b.Fact(Fact{Type: "HOSTED", From: leaderRef(r.page, r.b, h, t.evidence[0]), To: ref, Evidence: t.evidence, Support: t.support()})
		}
	}
	return ref
}

// statedState is the state whose office the document itself gives to a person.
func (r *reader) statedState(person int) string {
	for _, o := range r.page.People[person].Offices {
		if o.State != "" && !o.Former {
			return o.State
		}
	}
	return ""
}

func (r *reader) visitName(v *visit, state string) string {
	var names []string
	for _, l := range v.leaders {
		names = append(names, r.page.People[l].Name)
	}
	name := strings.Join(names, ", ") + " to " + state
	if v.start != "" {
		name += ", " + v.start
	}
	return name
}

func (r *reader) emitAgreement(i int, a *agreement) Ref {
	p := graph.Properties{"title": a.title, "kind": a.kind, "status": a.status}
	dated(p, "signedOn", a.signed)
	if a.ratified != "" {
		p["ratifiedOn"] = a.ratified
	}
	if a.starts != "" {
		p["startsOn"] = a.starts
	}
	if a.ends != "" {
		p["endsOn"] = a.ends
	}
	if a.count > 1 {
		p["documentCount"] = int64(a.count)
	}
	if a.amount > 0 {
		p["amount"], p["currency"] = a.amount, a.money
	}
	ref := r.b.Add("agreement/"+itoa(i), Entity{Label: "Agreement", Properties: p, Head: a.head, Evidence: a.evidence, Support: a.support()})
	for _, x := range a.parties {
		t, ok := a.bound[x]
		if !ok {
			t = a.told
		}
		r.b.Fact(Fact{Type: "PARTY_TO", From: r.partyRef(x, t.evidence[0]), To: ref, Evidence: t.evidence, Support: t.support()})
	}
	for l := range r.page.People {
		if t, ok := a.signers[l]; ok {
			r.b.Fact(Fact{Type: "SIGNED", From: leaderRef(r.page, r.b, l, t.evidence[0]), To: ref, Evidence: t.evidence, Support: t.support()})
		}
	}
	return ref
}

func (r *reader) partyRef(p party, at Evidence) Ref {
	if p.state != "" {
		return stateRef(r.b, p.state, at)
	}
	return organizationRef(r.b, p.body, at)
}
