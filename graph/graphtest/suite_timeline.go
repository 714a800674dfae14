package graphtest

import (
	"testing"

	"github.com/entente-graph/entente/graph"
)

func timeline(t *testing.T, s graph.Store, q graph.Timeline) *graph.Page {
	t.Helper()
	page := ask(t, s, graph.Root{Timeline: &q})[0].Page
	if page == nil {
		t.Fatal("got no page for a timeline")
	}
	return page
}

// Events of the fixture.
const (
	visit22, visit24     = "visit-sadyr-japarov-az-2022-04-20", "visit-sadyr-japarov-az-2024-04"
	visitBishkek         = "visit-ilham-aliyev-kg-2022-10-11"
	strategicPartnership = "agreement-declaration-on-strategic-partnership-az-kg-2022-04"
	newPage              = "statement-sadyr-japarov-we-begin-a-new-page"
	jointFund            = "agreement-joint-development-fund-az-kg-2022-10"
	twelvePapers         = "agreement-12-papers-az-kg-2024-04"
)

func timelinePromises() []promise {
	return []promise{
		{"timeline orders visits, agreements and statements by date", timelineOrder},
		{"timeline of several takes each event once, undated last", severalTimelines},
		{"timeline joins events to events", eventsOfEvents},
		{"timeline leaves mentions out", noMentions},
		{"timeline within dates", timelineWithin},
		{"timeline pages by date and id", timelinePages},
		{"timeline takes former ids and reports ambiguous ones", timelineFormerIDs},
	}
}

func timelineOrder(t *testing.T, s graph.Store) {
	withFixture(t, s)
	got := timeline(t, s, graph.Timeline{Of: []string{japarov}, First: 100, Count: true, Node: graph.Selection{Properties: []string{"saidOn"}}})
	same(t, "ids", ids(got), []string{newPage, strategicPartnership, visit22, visitBishkek, visit24})
	same(t, "first", got.Rows[0], graph.Row{Date: "2022-04", Node: &graph.Object{Node: graph.Node{Label: "Statement", ID: newPage, Properties: graph.Properties{"saidOn": "2022-04"}}}})
	if got.Total != 5 || got.HasNext || got.HasPrevious {
		t.Errorf("got total %d, next %v, previous %v, want 5 and no more", got.Total, got.HasNext, got.HasPrevious)
	}
}

func severalTimelines(t *testing.T, s graph.Store) {
	withFixture(t, s)
	got := timeline(t, s, graph.Timeline{Of: []string{"uz", xi, "uz", "nobody", mirziyoyev}, First: 100})
	same(t, "ids", ids(got), []string{"agreement-agreement-on-their-railway-cn-kg-uz-2024-06-06", "visit-recep-tayyip-erdoğan-uz-2024-11",
		"statement-shavkat-mirziyoyev-the-line-must-not-wait", "visit-xi-jinping-uz"})
	same(t, "date of the undated", got.Rows[3].Date, "")
	same(t, "of nothing", ids(timeline(t, s, graph.Timeline{First: 10})), []string{})
}

func eventsOfEvents(t *testing.T, s graph.Store) {
	withFixture(t, s)
	same(t, "of a visit", ids(timeline(t, s, graph.Timeline{Of: []string{visit22}, First: 100})), []string{strategicPartnership})
	same(t, "of an agreement", ids(timeline(t, s, graph.Timeline{Of: []string{strategicPartnership}, First: 100})), []string{newPage, visit22})
	same(t, "of both", ids(timeline(t, s, graph.Timeline{Of: []string{strategicPartnership, visit22}, First: 100})), []string{newPage, strategicPartnership, visit22})
}

func noMentions(t *testing.T, s graph.Store) {
	withFixture(t, s)
	same(t, "of a passage", ids(timeline(t, s, graph.Timeline{Of: []string{"passage-baku-notes-1", "document-baku-notes"}, First: 100})), []string{})
}

func timelineWithin(t *testing.T, s graph.Store) {
	withFixture(t, s)
	for _, test := range []struct {
		from, to string
		want     []string
	}{
		{"2022-04-20", "", []string{strategicPartnership, visit22, visitBishkek, jointFund, visit24, twelvePapers}},
		{"", "2022-04-30", []string{newPage, strategicPartnership, visit22}},
		{"", "2022-04-29", []string{strategicPartnership, visit22}},
		{"2022-05", "2024-03", []string{visitBishkek, jointFund}},
		{"2024", "2024", []string{twelvePapers, visit24}},
		{"2025", "", []string{}},
		{"2024", "2023", []string{}},
	} {
		got := timeline(t, s, graph.Timeline{Of: []string{japarov, "az"}, From: test.from, To: test.to, First: 100, Count: true})
		var want []string // but for the memorandum of the European Union
		for _, id := range ids(got) {
			if id != "agreement-memorandum-on-energy-az-european-union-2022-07" && id != "visit-ursula-von-der-leyen-az-2022-07" {
				want = append(want, id)
			}
		}
		sameSet(t, test.from+" to "+test.to, want, test.want)
	}
	got := timeline(t, s, graph.Timeline{Of: []string{mirziyoyev}, From: "0001", First: 100})
	same(t, "the undated", ids(got), []string{})
}

func timelinePages(t *testing.T, s graph.Store) {
	withFixture(t, s)
	q := graph.Timeline{Of: []string{"uz", mirziyoyev, japarov}, First: 100}
	all := timeline(t, s, q)
	q.First, q.Count = 2, true
	var met []string
	for len(met) < len(all.Rows) {
		got := timeline(t, s, q)
		if len(got.Rows) == 0 {
			t.Fatalf("got no rows after %v", met)
		}
		met = append(met, ids(got)...)
		if got.HasNext != (len(met) < len(all.Rows)) || got.HasPrevious != (q.After != nil) || got.Total != len(all.Rows) {
			t.Errorf("got next %v, previous %v, total %d after %d of %d", got.HasNext, got.HasPrevious, got.Total, len(met), len(all.Rows))
		}
		last := got.Rows[len(got.Rows)-1]
		q.After = []any{nil, last.Node.ID}
		if last.Date != "" {
			q.After[0] = last.Date
		}
	}
	same(t, "each once", met, ids(all))
}

func timelineFormerIDs(t *testing.T, s graph.Store) {
	withFixture(t, s)
	q := graph.Timeline{Of: []string{"leader-japarov", "visit-sadyr-japarov-az"}, First: 1}
	r := ask(t, s, graph.Root{Timeline: &q})[0]
	same(t, "ids", ids(r.Page), []string{newPage})
	same(t, "ambiguous", r.Ambiguous, map[string][]string{"visit-sadyr-japarov-az": {visit22, visit24}})
}
