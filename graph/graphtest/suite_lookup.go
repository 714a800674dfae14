package graphtest

import (
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

func walk(kind, direction string, labels ...string) *graph.Walk {
	return &graph.Walk{Type: kind, Direction: direction, Labels: labels}
}

func lookup(t *testing.T, s graph.Store, l graph.Lookup) graph.Result {
	t.Helper()
	return ask(t, s, graph.Root{Lookup: &l})[0]
}

func lookupPromises() []promise {
	return []promise{
		{"lookup gives nodes in the order asked", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			r := lookup(t, s, graph.Lookup{IDs: []string{"kg", "nowhere", "az", "kg", "", "AZ"}})
			same(t, "objects", objectIDs(r.Objects), []string{"kg", "", "az", "kg", "", ""})
			same(t, "ambiguous", r.Ambiguous, map[string][]string(nil))
			same(t, "label", r.Objects[0].Label, "State")
		}},
		{"lookup of nothing gives nothing", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			same(t, "objects", lookup(t, s, graph.Lookup{}).Objects, []*graph.Object{})
		}},
		{"lookup restricts labels", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			r := lookup(t, s, graph.Lookup{IDs: []string{"kg", japarov, "leader-japarov"}, Labels: []string{"Leader", "Visit"}})
			same(t, "objects", objectIDs(r.Objects), []string{"", japarov, japarov})
			r = lookup(t, s, graph.Lookup{IDs: []string{"kg", japarov, "leader-japarov"}, Labels: []string{"State"}})
			same(t, "objects", objectIDs(r.Objects), []string{"kg", "", ""})
		}},
		{"lookup follows former ids", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			r := lookup(t, s, graph.Lookup{IDs: []string{"visit-sadyr-japarov-az-2022-04", "leader-japarov"}})
			same(t, "objects", objectIDs(r.Objects), []string{"visit-sadyr-japarov-az-2022-04-20", japarov})
		}},
		{"lookup reports a former id of several", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			r := lookup(t, s, graph.Lookup{IDs: []string{"az", "visit-sadyr-japarov-az"}})
			same(t, "objects", objectIDs(r.Objects), []string{"az", ""})
			same(t, "ambiguous", r.Ambiguous, map[string][]string{"visit-sadyr-japarov-az": {"visit-sadyr-japarov-az-2022-04-20", "visit-sadyr-japarov-az-2024-04"}})
		}},
		{"lookup answers each id, asked once or again", askedAgain},
		{"lookup prefers a node's own id to a former one", func(t *testing.T, s graph.Store) {
			other := leader("leader-b", "B")
			other.FormerIDs = []string{"leader-a"}
			third := leader("leader-c", "C")
			third.FormerIDs = []string{"leader-a"}
			mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{leader("leader-a", "A"), other, third}})
			r := lookup(t, s, graph.Lookup{IDs: []string{"leader-a"}})
			same(t, "objects", objectIDs(r.Objects), []string{"leader-a"})
			same(t, "ambiguous", r.Ambiguous, map[string][]string(nil))
		}},
		{"stats count by label and type", func(t *testing.T, s graph.Store) {
			want := &graph.Counts{Nodes: map[string]int{}, Relationships: map[string]int{}}
			same(t, "of an empty store", ask(t, s, graph.Root{Stats: true})[0].Counts, want)
			withFixture(t, s)
			all := contentOf(Fixture())
			for _, n := range all.Nodes {
				want.Nodes[n.Label]++
			}
			for _, r := range all.Relationships {
				want.Relationships[r.Type]++
			}
			same(t, "of the fixture", ask(t, s, graph.Root{Stats: true})[0].Counts, want)
		}},
	}
}

func askedAgain(t *testing.T, s graph.Store) {
	withFixture(t, s)
	former, several := "visit-sadyr-japarov-az-2022-04", "visit-sadyr-japarov-az"
	r := lookup(t, s, graph.Lookup{IDs: []string{former, several, former, "az", several, "az"}})
	same(t, "objects", objectIDs(r.Objects), []string{former + "-20", "", former + "-20", "az", "", "az"})
	both := map[string][]string{several: {former + "-20", "visit-sadyr-japarov-az-2024-04"}}
	same(t, "ambiguous", r.Ambiguous, both)
	r = ask(t, s, graph.Root{Subgraph: &graph.Walkabout{Centers: []string{former, several, former, several}, Limit: 9, Labels: schema.Facts()}})[0]
	same(t, "centers", objectIDs(r.Walked.Nodes), []string{former + "-20"})
	same(t, "ambiguous", r.Ambiguous, both)
	r = ask(t, s, graph.Root{Timeline: &graph.Timeline{Of: []string{former, several, former, several}, First: 9}})[0]
	same(t, "events", ids(r.Page), []string{strategicPartnership})
	same(t, "ambiguous", r.Ambiguous, both)
	r = ask(t, s, graph.Root{Path: &graph.PathQuery{From: several, To: several, MaxHops: 2, Labels: schema.Facts()}})[0]
	if r.Walked != nil {
		t.Errorf("got %v, want no path", objectIDs(r.Walked.Nodes))
	}
	same(t, "ambiguous", r.Ambiguous, both)
}

func objectPromises() []promise {
	return []promise{
		{"an object has what was asked for", askedFor},
		{"connections hang from the labels that have them", hanging},
		{"edges carry what a relationship has", edges},
		{"evidence leads on to documents and citations", evidence},
		{"passages support facts", supports},
		{"a query has many roots and is one statement", manyRoots},
		{"an empty query sends nothing", func(t *testing.T, s graph.Store) {
			withFixture(t, s)
			wantStatements(t, s, 0, func() { same(t, "results", ask(t, s), []graph.Result{}) })
		}},
		{"ill-formed queries are refused", illQueries},
	}
}

func askedFor(t *testing.T, s graph.Store) {
	withFixture(t, s)
	fund := "agreement-joint-development-fund-az-kg-2022-10"
	r := lookup(t, s, graph.Lookup{IDs: []string{fund, "kz"}, Node: graph.Selection{Properties: []string{"amount", "capital", "documentCount", "signedOn", "title"}}})
	same(t, "some properties", r.Objects, []*graph.Object{
		{Node: graph.Node{Label: "Agreement", ID: fund, Properties: graph.Properties{"amount": 25e6, "signedOn": "2022-10-11", "title": "joint development fund"}}},
		{Node: graph.Node{Label: "State", ID: "kz"}},
	})
	r = lookup(t, s, graph.Lookup{IDs: []string{fund}, Node: graph.Selection{Disagreements: true, FormerIDs: true}})
	same(t, "disagreements", r.Objects[0].Node, graph.Node{Label: "Agreement", ID: fund,
		Disagreements: []graph.Disagreement{{Field: "amount", Value: "100000000", Evidence: []string{"passage-bishkek-wire-3"}}}})
	r = lookup(t, s, graph.Lookup{IDs: []string{japarov}, Node: graph.Selection{FormerIDs: true, Properties: []string{"aliases"}}})
	same(t, "former ids", r.Objects[0].Node, graph.Node{Label: "Leader", ID: japarov, FormerIDs: []string{"leader-japarov"},
		Properties: graph.Properties{"aliases": []string{"Japarov", "President Japarov", "Жапаров"}}})
}

func hanging(t *testing.T, s graph.Store) {
	withFixture(t, s)
	want := graph.Selection{Connections: []graph.Connection{
		{Key: "visitsReceived", Walk: walk("TO", "IN", "Visit"), First: 9},
		{Key: "agreements", On: []string{"State"}, Walk: walk("PARTY_TO", "OUT", "Agreement"), First: 1},
		{Key: "pacts", On: []string{"Organization"}, Walk: walk("PARTY_TO", "OUT", "Agreement"), First: 9},
		{Key: "about", Walk: walk("ABOUT", "IN", "Figure"), First: 9},
	}}
	objects := lookup(t, s, graph.Lookup{IDs: []string{"az", union, japarov, "document-baku-notes"}, Node: want}).Objects
	keys := func(o *graph.Object) map[string][]string {
		out := map[string][]string{}
		for key, page := range o.Pages {
			out[key] = ids(page)
		}
		return out
	}
	same(t, "of a state", keys(objects[0]), map[string][]string{
		"visitsReceived": {"visit-sadyr-japarov-az-2022-04-20", "visit-sadyr-japarov-az-2024-04", "visit-ursula-von-der-leyen-az-2022-07"},
		"agreements":     {"agreement-12-papers-az-kg-2024-04"},
		"about":          {},
	})
	same(t, "of an organization", keys(objects[1]), map[string][]string{"pacts": {"agreement-memorandum-on-energy-az-european-union-2022-07"}, "about": {}})
	same(t, "of a leader", keys(objects[2]), map[string][]string{"about": {}})
	same(t, "of a document", keys(objects[3]), map[string][]string{})
}

func edges(t *testing.T, s graph.Store) {
	withFixture(t, s)
	office := below(t, s, union, graph.Connection{Key: "o", Walk: walk("HOLDS_OFFICE", "IN", "Leader"), First: 1, Link: &graph.LinkSelection{}}).Rows[0].Link
	same(t, "an office", office.Relationship, graph.Relationship{Type: "HOLDS_OFFICE", From: graph.Ref{Label: "Leader", ID: leyen}, To: graph.Ref{Label: "Organization", ID: union},
		Properties: graph.Properties{"title": "president of the European Commission"}, Evidence: []string{"passage-union-brief-1"}, Spans: []string{"35-71"}, Confidence: 0.88})
	mention := below(t, s, "passage-railway-digest-1", graph.Connection{Key: "m", Walk: walk("MENTIONS", "OUT", "State"), First: 1, Link: &graph.LinkSelection{}}).Rows[0].Link
	same(t, "a mention", mention.Relationship, graph.Relationship{Type: "MENTIONS", From: graph.Ref{Label: "Passage", ID: "passage-railway-digest-1"}, To: graph.Ref{Label: "State", ID: "cn"},
		Properties: graph.Properties{"start": int64(15), "end": int64(20), "surface": "China"}})
	plain := below(t, s, "az", graph.Connection{Key: "v", Walk: walk("TO", "IN", "Visit"), First: 1}).Rows[0]
	if plain.Link != nil || plain.Keys != nil {
		t.Errorf("got link %v and keys %v, want none unasked", plain.Link, plain.Keys)
	}
}

func evidence(t *testing.T, s graph.Store) {
	withFixture(t, s)
	want := &graph.LinkSelection{Evidence: &graph.Selection{Properties: []string{"text"}, Connections: []graph.Connection{
		{Key: "document", Walk: walk("PART_OF", "OUT", "Document"), First: 1, Node: graph.Selection{Properties: []string{"title"}}},
		{Key: "citations", Walk: walk("CITES", "OUT", "Citation"), First: 5, Node: graph.Selection{Properties: []string{"outlet", "publishedOn"}}},
	}}}
	fund := below(t, s, "agreement-joint-development-fund-az-kg-2022-10", graph.Connection{Key: "p", Walk: walk("PARTY_TO", "IN", "State", "Organization"), First: 1, Link: want}).Rows[0].Link
	same(t, "spans", fund.Spans, []string{"14-48", "45-90"})
	same(t, "passages", objectIDs(fund.Passages), fund.Evidence)
	first := fund.Passages[0]
	same(t, "text", first.Properties, graph.Properties{"text": "The two sides agreed on a joint development fund with a capital of 25 million dollars."})
	same(t, "document", first.Pages["document"].Rows[0].Node.Node, graph.Node{Label: "Document", ID: "document-bishkek-wire", Properties: graph.Properties{"title": "Fund set up in Bishkek"}})
	same(t, "citations", first.Pages["citations"].Rows[0].Node.Node, graph.Node{Label: "Citation", ID: "citation-trend-2022-10", Properties: graph.Properties{"outlet": "Trend", "publishedOn": "2022-10"}})
	same(t, "citations of a passage without", ids(fund.Passages[1].Pages["citations"]), []string{})
}

func supports(t *testing.T, s graph.Store) {
	withFixture(t, s)
	want := graph.Selection{Supports: &graph.LinkSelection{Evidence: &graph.Selection{Properties: []string{"index"}}}}
	objects := lookup(t, s, graph.Lookup{IDs: []string{"passage-union-brief-2", "passage-union-brief-0", "az"}, Node: want}).Objects
	kg, uz := "visit-recep-tayyip-erdoğan-kg-2024-11-05", "visit-recep-tayyip-erdoğan-uz-2024-11"
	same(t, "facts by id", linkIDs(objects[0].Supports), []string{
		"from/" + kg + "/tr", "from/" + uz + "/tr", "made/" + erdogan + "/" + kg, "made/" + erdogan + "/" + uz,
		"participates_in/" + turkic + "/project-china-kyrgyzstan-uzbekistan-railway", "to/" + kg + "/kg", "to/" + uz + "/uz",
	})
	same(t, "evidence of a fact", objects[0].Supports[0].Passages, []*graph.Object{{Node: graph.Node{Label: "Passage", ID: "passage-union-brief-2", Properties: graph.Properties{"index": int64(2)}}}})
	same(t, "of a heading", linkIDs(objects[1].Supports), []string{})
	same(t, "of a state", linkIDs(objects[2].Supports), []string{})
}

// wantStatements wants exactly n statements from a store that counts them.
func wantStatements(t *testing.T, s graph.Store, n int64, do func()) {
	t.Helper()
	counter, ok := s.(Counter)
	if !ok {
		do()
		return
	}
	before := counter.Statements()
	do()
	if got := counter.Statements() - before; got != n {
		t.Errorf("got %d statements, want %d", got, n)
	}
}

func manyRoots(t *testing.T, s graph.Store) {
	withFixture(t, s)
	deep := graph.Selection{Properties: []string{"name"}, Connections: []graph.Connection{{Key: "visits", Walk: walk("MADE", "OUT", "Visit"), First: 5, Count: true, Link: &graph.LinkSelection{Evidence: &graph.Selection{}},
		Node: graph.Selection{Connections: []graph.Connection{{Key: "to", Walk: walk("TO", "OUT", "State"), First: 5,
			Node: graph.Selection{Connections: []graph.Connection{{Key: "office", Walk: walk("HOLDS_OFFICE", "IN", "Leader"), First: 5}}}}}}}}}
	labels := []string{"State", "Leader", "Visit", "Agreement"}
	roots := []graph.Root{
		{Stats: true},
		{Lookup: &graph.Lookup{IDs: []string{japarov}, Node: deep}},
		{Nodes: &graph.Connection{Labels: []string{"Leader"}, First: 2, Node: deep}},
		{Nodes: &graph.Connection{Labels: []string{"Leader"}, First: 2, Backward: true}},
		{Search: &graph.Search{Terms: []string{"strategic"}, Labels: labels, First: 5}},
		{Path: &graph.PathQuery{From: "az", To: japarov, MaxHops: 6, Labels: labels}},
		{Subgraph: &graph.Walkabout{Centers: []string{"uz"}, Hops: 1, Labels: labels, Limit: 10}},
		{Timeline: &graph.Timeline{Of: []string{"uz"}, First: 5}},
		{Lookup: &graph.Lookup{IDs: []string{"nobody"}, Labels: []string{"Leader"}}},
	}
	wantStatements(t, s, 1, func() {
		together := ask(t, s, roots...)
		same(t, "deep page", ids(together[1].Objects[0].Pages["visits"].Rows[0].Node.Pages["to"].Rows[0].Node.Pages["office"]), []string{aliyev})
		same(t, "last leaders", ids(together[3].Page), []string{leyen, xi})
		same(t, "nobody", objectIDs(together[8].Objects), []string{""})
	})
	together := ask(t, s, roots...)
	for i := range roots {
		alone := ask(t, s, roots[i])[0]
		if roots[i].Search != nil || roots[i].Path != nil {
			continue // their ties may fall otherwise
		}
		same(t, "a root alone", alone, together[i])
	}
}

func illQueries(t *testing.T, s graph.Store) {
	withFixture(t, s)
	text := func(op graph.Op, values ...any) *graph.Filter {
		return &graph.Filter{Compare: &graph.Compare{Property: "name", Kind: "text", Op: op, Values: values}}
	}
	for what, root := range map[string]graph.Root{
		"no question":               {},
		"two questions":             {Stats: true, Lookup: &graph.Lookup{}},
		"nodes of no label":         {Nodes: &graph.Connection{First: 1}},
		"a label that is not":       {Nodes: &graph.Connection{Labels: []string{"Planet"}, First: 1}},
		"fewer than no rows":        {Nodes: &graph.Connection{Labels: []string{"State"}, First: -1}},
		"keys of another order":     {Nodes: &graph.Connection{Labels: []string{"State"}, First: 1, After: []any{"a", "b"}}},
		"an edge at the root":       {Nodes: &graph.Connection{Labels: []string{"State"}, First: 1, Order: []graph.Order{{Edge: "confidence"}}}},
		"two operands":              {Nodes: &graph.Connection{Labels: []string{"State"}, First: 1, Where: text(graph.OpEq, "a", "b")}},
		"a number for a text":       {Nodes: &graph.Connection{Labels: []string{"State"}, First: 1, Where: text(graph.OpEq, 1.0)}},
		"no operator":               {Nodes: &graph.Connection{Labels: []string{"State"}, First: 1, Where: text("like", "a")}},
		"less than a text":          {Nodes: &graph.Connection{Labels: []string{"State"}, First: 1, Where: text(graph.OpLt, "a")}},
		"a relationship that isn't": {Lookup: &graph.Lookup{Node: graph.Selection{Connections: []graph.Connection{{Key: "x", First: 1, Walk: walk("LIKES", "OUT", "State")}}}}},
		"a broken date":             {Timeline: &graph.Timeline{Of: []string{"az"}, First: 1, From: "2024-13"}},
		"too long a path":           {Path: &graph.PathQuery{From: "az", To: "kg", MaxHops: 11, Labels: []string{"State"}}},
		"too wide a subgraph":       {Subgraph: &graph.Walkabout{Centers: []string{"az"}, Hops: 5, Labels: []string{"State"}, Limit: 1}},
		"too many terms":            {Search: &graph.Search{Terms: make([]string, 33), Labels: []string{"State"}, First: 1}},
	} {
		_, err := s.Query(t.Context(), &graph.Query{Roots: []graph.Root{root}})
		if err == nil {
			t.Errorf("%s: got no error, want ErrInvalid", what)
			continue
		}
		wantErr(t, err, graph.ErrInvalid)
	}
}
