package graphtest

import (
	"testing"

	"github.com/entente-graph/entente/graph"
)

func orderPromises() []promise {
	return []promise{
		{"order puts missing values last whichever way", missingLast},
		{"order goes by code point", codePointOrder},
		{"order compares numbers as numbers", numberOrder},
		{"order by number of relationships", countOrder},
		{"order by property of the relationship", edgeOrder},
	}
}

func codePointOrder(t *testing.T, s graph.Store) {
	names := []string{"", " ", "1", "10", "2", "Z", "a", "ab", "b", "é", "ə", "я", "中", "\uffee", "\U00010330", "😀"}
	c := &graph.Changes{}
	for i, name := range names {
		c.PutNodes = append(c.PutNodes, leader("leader-"+string(rune('z'-i)), name))
	}
	mustApply(t, s, c)
	for _, desc := range []bool{false, true} {
		page := nodes(t, s, graph.Connection{Labels: []string{"Leader"}, First: 100, Keys: true, Order: []graph.Order{{Property: "name", Desc: desc}}})
		for i, row := range page.Rows {
			want := names[i]
			if desc {
				want = names[len(names)-1-i]
			}
			if row.Keys[0] != want {
				t.Errorf("got name %q as number %d (desc %v), want %q", row.Keys[0], i, desc, want)
			}
		}
	}
}

func numberOrder(t *testing.T, s graph.Store) {
	c := &graph.Changes{}
	for i, n := range []int64{9, 10, -1, 100, 0} {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Agreement", ID: "agreement-" + string(rune('a'+i)), Properties: graph.Properties{"documentCount": n, "amount": float64(n) / 4}})
	}
	mustApply(t, s, c)
	for _, property := range []string{"documentCount", "amount"} {
		page := nodes(t, s, graph.Connection{Labels: []string{"Agreement"}, First: 100, Keys: true, Order: []graph.Order{{Property: property}}})
		same(t, property, ids(page), []string{"agreement-c", "agreement-e", "agreement-a", "agreement-b", "agreement-d"})
		if _, ok := page.Rows[0].Keys[0].(float64); !ok {
			t.Errorf("got key %#v, want a float64", page.Rows[0].Keys[0])
		}
	}
}

func countOrder(t *testing.T, s graph.Store) {
	withFixture(t, s)
	page := nodes(t, s, graph.Connection{Labels: []string{"State", "Organization"}, First: 3, Keys: true, Order: []graph.Order{{Count: walk("PARTY_TO", "OUT", "Agreement"), Desc: true}}})
	same(t, "ids", ids(page), []string{"az", "kg", "cn"})
	same(t, "keys", page.Rows[1].Keys, []any{4.0, "kg"})
	page = nodes(t, s, graph.Connection{Labels: []string{"State"}, First: 2, Keys: true, Order: []graph.Order{{Count: walk("HOLDS_OFFICE", "IN", "Leader")}}})
	same(t, "those of none", ids(page), []string{"cn", "kz"})
	same(t, "keys", page.Rows[0].Keys, []any{0.0, "cn"})
	page = nodes(t, s, graph.Connection{Labels: []string{"State"}, First: 1, Keys: true, Order: []graph.Order{{Count: walk("HOLDS_OFFICE", "IN", "Leader"), Desc: true}}})
	same(t, "two offices count twice", page.Rows[0].Keys, []any{2.0, "uz"})
}

func edgeOrder(t *testing.T, s graph.Store) {
	withFixture(t, s)
	participants := graph.Connection{Key: "p", Walk: walk("PARTICIPATES_IN", "IN", "State", "Organization"), First: 10, Keys: true, Order: []graph.Order{{Edge: "confidence", Desc: true}}}
	project := "project-china-kyrgyzstan-uzbekistan-railway"
	page := below(t, s, project, participants)
	same(t, "by confidence", ids(page), []string{"cn", "uz", "kg", turkic})
	same(t, "keys", page.Rows[2].Keys, []any{0.8, "kg"})
	participants.Order = []graph.Order{{Edge: "role"}}
	page = below(t, s, project, participants)
	same(t, "by role", ids(page), []string{"cn", turkic, "uz", "kg"})
	same(t, "keys", page.Rows[3].Keys, []any{nil, "kg"})
	mentions := graph.Connection{Key: "m", Walk: walk("MENTIONS", "IN", "Passage"), First: 10, Keys: true, Order: []graph.Order{{Edge: "start", Desc: true}, {Edge: "confidence"}}}
	page = below(t, s, japarov, mentions)
	same(t, "by start", ids(page), []string{"passage-baku-notes-1", "passage-baku-notes-3", "passage-bishkek-wire-3"})
	same(t, "keys", page.Rows[0].Keys[:3], []any{24.0, nil, "passage-baku-notes-1"})
}

func missingLast(t *testing.T, s graph.Store) {
	withFixture(t, s)
	undated := "visit-xi-jinping-uz"
	rising := []string{"visit-sadyr-japarov-az-2022-04-20", "visit-ursula-von-der-leyen-az-2022-07", "visit-ilham-aliyev-kg-2022-10-11", "visit-sadyr-japarov-az-2024-04", "visit-recep-tayyip-erdoğan-uz-2024-11", "visit-recep-tayyip-erdoğan-kg-2024-11-05", undated}
	page := nodes(t, s, graph.Connection{Labels: []string{"Visit"}, First: 100, Order: []graph.Order{{Property: "startDate"}}})
	same(t, "upwards", ids(page), rising)
	page = nodes(t, s, graph.Connection{Labels: []string{"Visit"}, First: 2, Order: []graph.Order{{Property: "startDate", Desc: true}}})
	same(t, "downwards", ids(page), []string{rising[5], rising[4]})
	page = nodes(t, s, graph.Connection{Labels: []string{"Visit"}, First: 1, Backward: true, Order: []graph.Order{{Property: "startDate", Desc: true}}})
	same(t, "last downwards", ids(page), []string{undated})
	page = nodes(t, s, graph.Connection{Labels: []string{"State", "Visit"}, First: 8, Keys: true, Order: []graph.Order{{Property: "startDate", Desc: true}, {Property: "capital", Desc: true}}})
	same(t, "where a label lacks the property", page.Rows[6].Keys, []any{nil, "Tashkent", "uz"})
}
