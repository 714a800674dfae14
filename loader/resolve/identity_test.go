package resolve_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/resolve"
	"github.com/google/go-cmp/cmp"
)

// said builds a Reading of short notes, one an entity or fact:
//
//	leader 1 Sadyr Japarov | president kg | minister kg
//	visit 1 1,2 az 2024-04-24..2024-04-25 planned
//	agreement 1 az,kg 2022-04 treaty strategic partnership | 10 | visit 1
//	figure 1 az,kg 5e9 2024 trade turnover
//	spoken 1 az,kg
//	published 1 2024-05-13
func said(t *testing.T, number int, notes ...string) *claim.Reading {
	t.Helper()
	r := &claim.Reading{
		Document: claim.Document{SHA256: fmt.Sprintf("%012x%052x", number, number), Title: fmt.Sprintf("Report %d", number)},
		Passages: []claim.Passage{{Text: "It was said.", Start: 0, End: 12}},
	}
	n := notepad{r}
	for _, note := range notes {
		kind, rest, _ := strings.Cut(note, " ")
		id, rest, _ := strings.Cut(rest, " ")
		parts := strings.Split(rest, " | ")
		ref := claim.Ref(kind + ":" + id)
		switch kind {
		case "leader":
			n.leader(ref, parts)
		case "visit":
			n.visit(ref, strings.Fields(rest))
		case "agreement":
			n.agreement(ref, parts)
		case "published":
			r.Document.PublishedOn = rest
		case "spoken":
			for code := range strings.SplitSeq(rest, ",") {
				r.Mentions = append(r.Mentions, claim.Mention{Passage: 0, Start: 0, End: 2, Surface: "It", Of: n.state(code)})
			}
		case "figure":
			n.figure(ref, strings.Fields(rest))
		case "organization":
			ps := graph.Properties{"name": parts[0]}
			if len(parts) > 1 {
				ps["acronym"] = parts[1]
			}
			n.entity(ref, "Organization", ps)
		case "project":
			n.entity(ref, "Project", graph.Properties{"name": parts[1]})
			for code := range strings.SplitSeq(parts[0], ",") {
				n.fact("PARTICIPATES_IN", n.state(code), ref, nil)
			}
		}
	}
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	return r
}

type notepad struct{ *claim.Reading }

var (
	evidence = []claim.Evidence{{Passage: 0, Start: 0, End: 12}}
	support  = claim.Support{Rule: "noted", Confidence: 0.9}
)

func (n notepad) entity(ref claim.Ref, label string, ps graph.Properties) claim.Ref {
	n.Entities = append(n.Entities, claim.Entity{Ref: ref, Label: label, Properties: ps, Evidence: evidence, Support: support})
	return ref
}

func (n notepad) fact(kind string, from, to claim.Ref, ps graph.Properties) {
	n.Facts = append(n.Facts, claim.Fact{Type: kind, From: from, To: to, Properties: ps, Evidence: evidence, Support: support})
}

func (n notepad) state(code string) claim.Ref {
	ref := claim.Ref("state:" + code)
	if !slices.ContainsFunc(n.Entities, func(e claim.Entity) bool { return e.Ref == ref }) {
		n.entity(ref, "State", graph.Properties{"name": strings.ToUpper(code)})
	}
	return ref
}

func (n notepad) leader(ref claim.Ref, parts []string) {
	n.entity(ref, "Leader", graph.Properties{"name": parts[0]})
	for _, office := range parts[1:] {
		if name, ok := strings.CutPrefix(office, "known "); ok { // by the lexicon
			n.Entities[slices.IndexFunc(n.Entities, func(e claim.Entity) bool { return e.Ref == ref })].Head = strings.Fields(name)
			continue
		}
		at := strings.LastIndexByte(office, ' ')
		title, of := office[:at], office[at+1:]
		to := claim.Ref("organization:" + of)
		if len(of) == 2 {
			to = n.state(of)
		}
		ps := graph.Properties{"title": title}
		if title == "-" {
			ps = nil
		}
		n.fact("HOLDS_OFFICE", ref, to, ps)
	}
}

func (n notepad) visit(ref claim.Ref, words []string) {
	ps := graph.Properties{}
	for _, w := range words[2:] {
		if start, end, both := strings.Cut(w, ".."); w[0] == '2' {
			ps["startDate"] = start
			if both {
				ps["endDate"] = end
			}
		} else {
			ps["status"] = w
		}
	}
	n.entity(ref, "Visit", ps)
	for leader := range strings.SplitSeq(words[0], ",") {
		n.fact("MADE", claim.Ref("leader:"+leader), ref, nil)
	}
	n.fact("TO", ref, n.state(words[1]), nil)
}

func (n notepad) agreement(ref claim.Ref, parts []string) {
	words := strings.Fields(parts[0])
	ps := graph.Properties{"signedOn": words[1], "kind": words[2], "title": strings.Join(words[3:], " ")}
	if words[1] == "-" {
		delete(ps, "signedOn")
	}
	n.entity(ref, "Agreement", ps)
	for code := range strings.SplitSeq(words[0], ",") {
		if len(code) == 2 {
			n.fact("PARTY_TO", n.state(code), ref, nil)
		} else {
			n.fact("PARTY_TO", claim.Ref("organization:"+code), ref, nil)
		}
	}
	for _, p := range parts[1:] {
		e := slices.IndexFunc(n.Entities, func(e claim.Entity) bool { return e.Ref == ref })
		if v, ok := strings.CutPrefix(p, "visit "); ok {
			n.fact("SIGNED_DURING", ref, claim.Ref("visit:"+v), nil)
		} else if m, ok := strings.CutPrefix(p, "$"); ok {
			n.Entities[e].Properties["amount"], _ = strconv.ParseFloat(m, 64)
			n.Entities[e].Properties["currency"] = "USD"
		} else {
			var count int64
			fmt.Sscan(p, &count)
			n.Entities[e].Properties["documentCount"] = count
		}
	}
}

func (n notepad) figure(ref claim.Ref, words []string) {
	value, _ := strconv.ParseFloat(words[1], 64)
	ps := graph.Properties{"value": value, "unit": "USD", "currency": "USD", "name": strings.Join(words[3:], " ")}
	if words[2] != "-" {
		ps["period"] = words[2]
	}
	n.entity(ref, "Figure", ps)
	for code := range strings.SplitSeq(words[0], ",") {
		if code != "-" {
			n.fact("ABOUT", ref, n.state(code), nil)
		}
	}
}

// ids resolves Readings and lists the ids of the nodes of a label.
func ids(t *testing.T, label string, all ...*claim.Reading) []string {
	t.Helper()
	return slices.Sorted(maps.Keys(nodes(t, label, all...)))
}

func nodes(t *testing.T, label string, all ...*claim.Reading) map[string]graph.Node {
	t.Helper()
	r, err := resolve.Update(resolve.NewView(resolve.Nothing), resolve.Step{Put: all})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Changes.Validate(); err != nil {
		t.Fatal(err)
	}
	out := map[string]graph.Node{}
	for _, n := range r.Changes.PutNodes {
		if n.Label == label {
			out[n.ID] = n
		}
	}
	return out
}

// documents makes a Reading of each list of notes, parted by "--".
func documents(t *testing.T, notes ...string) []*claim.Reading {
	t.Helper()
	var out []*claim.Reading
	for len(notes) > 0 {
		end := slices.Index(notes, "--")
		if end < 0 {
			end = len(notes)
		}
		out = append(out, said(t, len(out)+1, notes[:end]...))
		notes = notes[min(end+1, len(notes)):]
	}
	return out
}

// told is a case of things that documents tell in other ways.
type told struct {
	name  string
	notes []string
	want  int
}

func count(t *testing.T, label string, cases []told) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(t, label, documents(t, c.notes...)...); len(got) != c.want {
				t.Errorf("got %v, want %d", got, c.want)
			}
		})
	}
}

func TestLeaders(t *testing.T) {
	for _, c := range []struct {
		name  string
		notes []string
		want  []string
	}{
		{"a bare name joins the only full one there",
			[]string{"leader 1 Sadyr Japarov | president kg", "--", "leader 1 Japarov | president kg"},
			[]string{"leader-sadyr-japarov"}},
		{"a bare name that two could bear stays alone, and joins neither to the other",
			[]string{"leader 1 Ferdinand Marcos | president ph", "--", "leader 1 Imelda Marcos | president ph", "--", "leader 1 Marcos | president ph"},
			[]string{"leader-ferdinand-marcos", "leader-imelda-marcos", "leader-marcos"}},
		{"of two that could bear it, the one of the same office",
			[]string{"leader 1 Ferdinand Marcos | president ph", "--", "leader 1 Imelda Marcos | senator ph", "--", "leader 1 Marcos | senator ph"},
			[]string{"leader-ferdinand-marcos", "leader-imelda-marcos"}},
		{"father and son",
			[]string{"leader 1 Ferdinand Marcos | president ph", "--", "leader 1 Ferdinand Marcos Jr. | president ph"},
			[]string{"leader-ferdinand-marcos", "leader-ferdinand-marcos-jr"}},
		{"another spelling in the same office of the same state",
			[]string{"leader 1 Qasym-Zhomart Toqaev | president kz", "--", "leader 1 Kasym-Jomart Tokayev | president kz"},
			[]string{"leader-kasym-jomart-tokayev"}},
		{"another spelling in another state",
			[]string{"leader 1 Sadyr Zhaparov | president kg", "--", "leader 1 Sadyr Japarov | president kz"},
			[]string{"leader-sadyr-japarov", "leader-sadyr-zhaparov"}},
		{"likeness is nothing",
			[]string{"leader 1 Kim Jong Un | chairman kp", "--", "leader 1 Kim Jong Il | chairman kp"},
			[]string{"leader-kim-jong-il", "leader-kim-jong-un"}},
		{"without office: the only one of the full name",
			[]string{"leader 1 Emmanuel Macron | president fr", "--", "leader 1 Emmanuel Macron"},
			[]string{"leader-emmanuel-macron"}},
		{"without office, bare: nobody",
			[]string{"leader 1 Emmanuel Macron | president fr", "--", "leader 1 Macron"},
			[]string{"leader-emmanuel-macron", "leader-macron"}},
		{"an organization's chairman is the only president of the name",
			[]string{"leader 1 Ilham Aliyev | president az", "--", "organization 1 OTS", "leader 1 Ilham Aliyev | chairman 1"},
			[]string{"leader-ilham-aliyev"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, ids(t, "Leader", documents(t, c.notes...)...)); diff != "" {
				t.Errorf("leaders (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHomonyms(t *testing.T) {
	got := ids(t, "Leader", documents(t, "leader 1 Jose Silva | president pt", "--", "leader 1 Jose Silva | president br")...)
	if len(got) != 2 || !strings.HasPrefix(got[0], "leader-jose-silva-") || !strings.HasPrefix(got[1], "leader-jose-silva-") {
		t.Errorf("two of one name: got ids %v, want both marked", got)
	}
}

func TestVisits(t *testing.T) {
	const j, a = "leader 1 Sadyr Japarov | president kg", "leader 2 Ilham Aliyev | president az"
	for _, c := range []struct {
		name  string
		notes []string
		want  []string
	}{
		{"a month joins its only stay",
			[]string{j, "visit 1 1 az 2024-04-24..2024-04-25", "--", j, "visit 1 1 az 2024-04"},
			[]string{"visit-sadyr-japarov-to-az-2024-04-24"}},
		{"a year fits two stays and joins neither",
			[]string{j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az 2024-09", "--", j, "visit 1 1 az 2024"},
			[]string{"visit-sadyr-japarov-to-az-2024", "visit-sadyr-japarov-to-az-2024-04-24", "visit-sadyr-japarov-to-az-2024-09"}},
		{"a day within the stay",
			[]string{j, "visit 1 1 az 2024-04-24..2024-04-25", "--", j, "visit 1 1 az 2024-04-25"},
			[]string{"visit-sadyr-japarov-to-az-2024-04-24"}},
		{"an undated one joins the only stay",
			[]string{j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az"},
			[]string{"visit-sadyr-japarov-to-az-2024-04-24"}},
		{"an undated one fits stays of two years and joins neither",
			[]string{j, "visit 1 1 az 2023-04-24", "--", j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az"},
			[]string{"visit-sadyr-japarov-to-az", "visit-sadyr-japarov-to-az-2023-04-24", "visit-sadyr-japarov-to-az-2024-04-24"}},
		{"an undated one joins the only stay that took place",
			[]string{j, "visit 1 1 az 2023-04-24 cancelled", "--", j, "visit 1 1 az 2024-04-24", "--", j, "visit 1 1 az"},
			[]string{"visit-sadyr-japarov-to-az-2023-04-24", "visit-sadyr-japarov-to-az-2024-04-24"}},
		{"a year joins a stay that began in the year before",
			[]string{j, "visit 1 1 az 2023-12-31..2024-01-02", "--", j, "visit 1 1 az 2024", "--", j, "visit 1 1 az 2023"},
			[]string{"visit-sadyr-japarov-to-az-2023-12-31"}},
		{"what was planned took place",
			[]string{j, "visit 1 1 az 2024-04-24 planned", "--", j, "visit 1 1 az 2024-04-24 completed"},
			[]string{"visit-sadyr-japarov-to-az-2024-04-24"}},
		{"together with another",
			[]string{j, a, "visit 1 1,2 uz 2024-04-24", "--", j, "visit 1 1 uz 2024-04-24", "--", a, "visit 1 2 uz 2024-04"},
			[]string{"visit-ilham-aliyev-sadyr-japarov-to-uz-2024-04-24"}},
		{"all of them have been there is not one stay of one of them",
			[]string{j, a, "visit 1 1,2 uz", "--", j, "visit 1 1 uz 2024-04-24"},
			[]string{"visit-ilham-aliyev-sadyr-japarov-to-uz", "visit-sadyr-japarov-to-uz-2024-04-24"}},
		{"elsewhere",
			[]string{j, "visit 1 1 az 2024-04", "--", j, "visit 1 1 uz 2024-04"},
			[]string{"visit-sadyr-japarov-to-az-2024-04", "visit-sadyr-japarov-to-uz-2024-04"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, ids(t, "Visit", documents(t, c.notes...)...)); diff != "" {
				t.Errorf("visits (-want +got):\n%s", diff)
			}
		})
	}
	if got := ids(t, "Visit", documents(t, j, "visit 1 1 az 2024-04-24 cancelled", "--", j, "visit 1 1 az 2024-04-24")...); len(got) != 2 {
		t.Errorf("a cancelled visit and one that took place: got %v, want two", got)
	}
}

func TestAgreements(t *testing.T) {
	const j = "leader 1 Sadyr Japarov | president kg"
	const visit = "visit 1 1 az 2022-04-19"
	for _, c := range []struct {
		name  string
		notes []string
		want  int
	}{
		{"the same words, a coarser date", []string{"agreement 1 az,kg 2022-04-19 treaty strategic partnership", "--", "agreement 1 az,kg 2022-04 treaty Strategic Partnership"}, 1},
		{"another year", []string{"agreement 1 az,kg 2022-04 treaty strategic partnership", "--", "agreement 1 az,kg 2023 treaty strategic partnership"}, 2},
		{"another pair", []string{"agreement 1 az,kg 2022-04 treaty strategic partnership", "--", "agreement 1 az,uz 2022-04 treaty strategic partnership"}, 2},
		{"a third party is told", []string{"agreement 1 az,kg 2022-04 treaty strategic partnership", "--", "agreement 1 az,kg,uz 2022-04 treaty strategic partnership"}, 1},
		{"the same count", []string{"agreement 1 az,kg 2022-04 package ten documents | 10", "--", "agreement 1 az,kg 2022-04 package documents on the economy | 10"}, 1},
		{"another count", []string{"agreement 1 az,kg 2022-04 package ten documents | 10", "--", "agreement 1 az,kg 2022-04 package twelve documents | 12"}, 2},
		{"another count at the same visit", []string{j, visit, "agreement 1 az,kg 2022-04 package documents | 10 | visit 1", "--", j, visit, "agreement 1 az,kg 2022-04 package documents | 12 | visit 1"}, 1},
		{"an undefined kind", []string{"agreement 1 az,kg 2022-04 other strategic partnership", "--", "agreement 1 az,kg 2022-04 declaration strategic partnership"}, 1},
		{"an undefined kind between two", []string{"agreement 1 az,kg 2022-04 other strategic partnership", "--", "agreement 1 az,kg 2022-04 declaration strategic partnership", "--", "agreement 1 az,kg 2022-04 treaty strategic partnership"}, 3},
		{"one party told", []string{"agreement 1 az 2022-04 treaty strategic partnership", "--", "agreement 1 az 2022-04 treaty strategic partnership"}, 2},
		{"another day of one visit", []string{j, visit, "agreement 1 az,kg 2022-04-19 treaty strategic partnership | visit 1", "--", j, visit, "agreement 1 az,kg 2022-04-20 treaty strategic partnership | visit 1"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(t, "Agreement", documents(t, c.notes...)...); len(got) != c.want {
				t.Errorf("got %v, want %d", got, c.want)
			}
		})
	}
}

func TestProjectsAndOrganizations(t *testing.T) {
	if got := ids(t, "Project", documents(t, "project 1 cn,kg,uz | railway", "--", "project 1 cn,kg | railway", "--", "project 1 kg | railway")...); len(got) != 1 {
		t.Errorf("fewer of the participants: got %v, want one project", got)
	}
	if got := ids(t, "Project", documents(t, "project 1 cn,kg,uz | railway", "--", "project 1 cn,la | railway")...); len(got) != 2 {
		t.Errorf("one participant in common: got %v, want two projects", got)
	}
	const ots, office = "organization 1 Organization of Turkic States | OTS", "organization 1 Office of Trade Standards | OTS"
	if got := ids(t, "Organization", documents(t, ots, "--", "organization 1 OTS")...); len(got) != 1 {
		t.Errorf("a name and its acronym: got %v, want one organization", got)
	}
	if got := ids(t, "Organization", documents(t, ots, "--", office, "--", "organization 1 OTS")...); len(got) != 3 {
		t.Errorf("an acronym of two: got %v, want three organizations", got)
	}
}
