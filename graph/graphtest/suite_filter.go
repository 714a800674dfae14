package graphtest

import (
	"testing"

	"github.com/entente-graph/entente/graph"
)

// compare is a filter on a property.
func compare(property, kind string, op graph.Op, values ...any) graph.Filter {
	if values == nil {
		values = []any{}
	}
	return graph.Filter{Compare: &graph.Compare{Property: property, Kind: kind, Op: op, Values: values}}
}

func not(f graph.Filter) graph.Filter { return graph.Filter{Not: &f} }

func and(fs ...graph.Filter) graph.Filter { return graph.Filter{And: fs} }

func or(fs ...graph.Filter) graph.Filter {
	all := append([]graph.Filter{}, fs...)
	return graph.Filter{Or: &all}
}

// filterCase is a filter and, in a word each, what it lets through.
type filterCase struct {
	name  string
	where graph.Filter
	want  []string
}

// filtered holds a store to cases on one graph of nodes of a label, whose ids
// are the words wanted.
func filtered(label string, nodesOf []graph.Node, cases []filterCase) func(*testing.T, graph.Store) {
	return func(t *testing.T, s graph.Store) {
		mustApply(t, s, &graph.Changes{PutNodes: nodesOf})
		for _, c := range cases {
			page := nodes(t, s, graph.Connection{Labels: []string{label}, Where: &c.where, First: 100, Count: true})
			same(t, c.name, ids(page), c.want)
			if page.Total != len(c.want) {
				t.Errorf("%s: got total %d, want %d", c.name, page.Total, len(c.want))
			}
		}
	}
}

func filterPromises() []promise {
	return []promise{
		{"filters fold texts", filtered("Leader", textNodes(), textCases())},
		{"filters take texts as they are", filtered("Leader", oddNodes(), oddCases())},
		{"filters fit one element of a list", filtered("Leader", listNodes(), listCases())},
		{"filters compare ids and enums exactly", filtered("Visit", enumNodes(), enumCases())},
		{"filters compare numbers", filtered("Agreement", numberNodes(), numberCases())},
		{"filters compare dates by their days", dateFilters},
		{"a missing value is false, and its not is true", filtered("Visit", enumNodes(), missingCases())},
		{"and of nothing holds, or of nothing does not", filtered("Visit", enumNodes(), emptyCases())},
		{"filters nest", filtered("Agreement", numberNodes(), []filterCase{
			{"deep not", not(not(not(compare("documentCount", "int", graph.OpGt, 2.0)))), []string{"none", "one", "two"}},
			{"deep and or", and(or(compare("documentCount", "int", graph.OpEq, 1.0), compare("documentCount", "int", graph.OpEq, 12.0)), or(compare("amount", "float", graph.OpLt, 1.0), not(or()))), []string{"one", "twelve"}},
		})},
	}
}

func textNodes() []graph.Node {
	return []graph.Node{leader("aliyev", "İlham Əliyev"), leader("empty", ""), leader("erdogan", "Recep Tayyip ERDOĞAN"), leader("strasse", "Straße"), {Label: "Leader", ID: "unnamed"}, leader("zelensky", "Zelenskyj")}
}

func textCases() []filterCase {
	name := func(op graph.Op, values ...any) graph.Filter { return compare("name", "text", op, values...) }
	return []filterCase{
		{"eq folds", name(graph.OpEq, "recep tayyip erdogan"), []string{"erdogan"}},
		{"eq folds what is asked", name(graph.OpEq, "ILHAM ƏLİYEV"), []string{"aliyev"}},
		{"eq is whole", name(graph.OpEq, "erdogan"), []string{}},
		{"eq empty", name(graph.OpEq, ""), []string{"empty"}},
		{"in", name(graph.OpIn, "ZELENSKYJ", "strasse", "nobody"), []string{"strasse", "zelensky"}},
		{"in none", name(graph.OpIn), []string{}},
		{"contains", name(graph.OpContains, "DOG"), []string{"erdogan"}},
		{"contains across a fold", name(graph.OpContains, "ss"), []string{"strasse"}},
		{"contains empty", name(graph.OpContains, ""), []string{"aliyev", "empty", "erdogan", "strasse", "zelensky"}},
		{"startsWith", name(graph.OpStartsWith, "ILHAM"), []string{"aliyev"}},
		{"endsWith", name(graph.OpEndsWith, "eliyev"), []string{"aliyev"}},
		{"exists", name(graph.OpExists, true), []string{"aliyev", "empty", "erdogan", "strasse", "zelensky"}},
		{"exists false", name(graph.OpExists, false), []string{"unnamed"}},
		{"not eq", not(name(graph.OpContains, "e")), []string{"empty", "unnamed"}},
	}
}

func oddNodes() []graph.Node {
	return []graph.Node{leader("backslash", `a\b`), leader("brace", "a{b}"), leader("percent", "100%"), leader("quote", "O'Neil"), leader("star", "a*b"), leader("thousand", "1000"), leader("under", "a_b"), leader("x", "aXb")}
}

func oddCases() []filterCase {
	var cases []filterCase
	for id, text := range map[string]string{"percent": "0%", "under": "_", "star": "*", "backslash": `\`, "quote": "'", "brace": "{"} {
		cases = append(cases, filterCase{"contains " + text, compare("name", "text", graph.OpContains, text), []string{id}})
	}
	return append(cases,
		filterCase{"starts with a wildcard", compare("name", "text", graph.OpStartsWith, "%"), []string{}},
		filterCase{"ends with a wildcard", compare("name", "text", graph.OpEndsWith, "_b"), []string{"under"}},
		filterCase{"eq of any character", compare("name", "text", graph.OpEq, "a_b"), []string{"under"}},
		filterCase{"eq of a pattern", compare("name", "text", graph.OpEq, ".*"), []string{}},
		filterCase{"a number as text", compare("name", "text", graph.OpEq, "1000"), []string{"thousand"}})
}

func listNodes() []graph.Node {
	with := func(id string, aliases ...string) graph.Node {
		return graph.Node{Label: "Leader", ID: id, Properties: graph.Properties{"aliases": aliases}}
	}
	return []graph.Node{with("one", "Жапаров"), {Label: "Leader", ID: "none"}, with("two", "Ilham", "Əliyev")}
}

func listCases() []filterCase {
	aliases := func(op graph.Op, values ...any) graph.Filter {
		return compare("aliases", "text_list", op, values...)
	}
	return []filterCase{
		{"eq one element", aliases(graph.OpEq, "eliyev"), []string{"two"}},
		{"eq no element across two", aliases(graph.OpEq, "ilham, eliyev"), []string{}},
		{"in", aliases(graph.OpIn, "ЖАПАРОВ", "ilham"), []string{"one", "two"}},
		{"contains", aliases(graph.OpContains, "LIY"), []string{"two"}},
		{"startsWith", aliases(graph.OpStartsWith, "жа"), []string{"one"}},
		{"endsWith", aliases(graph.OpEndsWith, "ham"), []string{"two"}},
		{"not", not(aliases(graph.OpEq, "ilham")), []string{"none", "one"}},
		{"exists", aliases(graph.OpExists, true), []string{"one", "two"}},
		{"exists false", aliases(graph.OpExists, false), []string{"none"}},
	}
}

func enumNodes() []graph.Node {
	visit := func(id string, ps graph.Properties) graph.Node {
		return graph.Node{Label: "Visit", ID: id, Properties: ps}
	}
	return []graph.Node{
		visit("bare", nil),
		visit("private", graph.Properties{"kind": "private", "startDate": "2023-05-01"}),
		visit("state", graph.Properties{"kind": "state", "status": "completed", "startDate": "2022"}),
		visit("éa", graph.Properties{"kind": "state", "status": "planned"}),
	}
}

func enumCases() []filterCase {
	return []filterCase{
		{"enum eq", compare("kind", "enum", graph.OpEq, "state"), []string{"state", "éa"}},
		{"enum eq is exact", compare("kind", "enum", graph.OpEq, "STATE"), []string{}},
		{"enum in", compare("status", "enum", graph.OpIn, "planned", "denied", "completed"), []string{"state", "éa"}},
		{"enum in none", compare("status", "enum", graph.OpIn), []string{}},
		{"enum exists", compare("status", "enum", graph.OpExists, false), []string{"bare", "private"}},
		{"id eq", compare("id", "id", graph.OpEq, "state"), []string{"state"}},
		{"id eq is exact", compare("id", "id", graph.OpEq, "ea"), []string{}},
		{"id in", compare("id", "id", graph.OpIn, "éa", "bare", "State"), []string{"bare", "éa"}},
		{"id exists", compare("id", "id", graph.OpExists, true), []string{"bare", "private", "state", "éa"}},
		{"id missing", compare("id", "id", graph.OpExists, false), []string{}},
	}
}

func missingCases() []filterCase {
	return []filterCase{
		{"not of eq", not(compare("status", "enum", graph.OpEq, "completed")), []string{"bare", "private", "éa"}},
		{"not of in none", not(compare("status", "enum", graph.OpIn)), []string{"bare", "private", "state", "éa"}},
		{"not of a date", not(compare("startDate", "date", graph.OpGte, "2022")), []string{"bare", "éa"}},
		{"not of exists", not(compare("kind", "enum", graph.OpExists, true)), []string{"bare"}},
		{"not of and", not(and(compare("kind", "enum", graph.OpEq, "state"), compare("status", "enum", graph.OpEq, "planned"))), []string{"bare", "private", "state"}},
		{"not of or", not(or(compare("kind", "enum", graph.OpEq, "private"), compare("status", "enum", graph.OpEq, "planned"))), []string{"bare", "state"}},
		{"a property of another label", compare("documentCount", "int", graph.OpExists, false), []string{"bare", "private", "state", "éa"}},
		{"not of one of another label", not(compare("capital", "text", graph.OpContains, "")), []string{"bare", "private", "state", "éa"}},
	}
}

func emptyCases() []filterCase {
	all := []string{"bare", "private", "state", "éa"}
	return []filterCase{
		{"nothing", graph.Filter{}, all},
		{"and of nothing", and(), all},
		{"or of nothing", or(), []string{}},
		{"not of nothing", not(graph.Filter{}), []string{}},
		{"not of or of nothing", not(or()), all},
		{"or with nothing", or(graph.Filter{}, compare("kind", "enum", graph.OpEq, "state")), all},
		{"and with nothing", and(graph.Filter{}, compare("kind", "enum", graph.OpEq, "private")), []string{"private"}},
	}
}

func numberNodes() []graph.Node {
	with := func(id string, count int64, amount float64) graph.Node {
		return graph.Node{Label: "Agreement", ID: id, Properties: graph.Properties{"documentCount": count, "amount": amount}}
	}
	return []graph.Node{{Label: "Agreement", ID: "none"}, with("one", 1, 0.1), with("twelve", 12, 4.7e9), with("two", 2, -3)}
}

func numberCases() []filterCase {
	count := func(op graph.Op, values ...any) graph.Filter { return compare("documentCount", "int", op, values...) }
	amount := func(op graph.Op, values ...any) graph.Filter { return compare("amount", "float", op, values...) }
	return []filterCase{
		{"int eq", count(graph.OpEq, 12.0), []string{"twelve"}},
		{"int eq between", count(graph.OpEq, 1.5), []string{}},
		{"int in", count(graph.OpIn, 1.0, 2.0, 3.0), []string{"one", "two"}},
		{"int lt is no text", count(graph.OpLt, 3.0), []string{"one", "two"}},
		{"int lte", count(graph.OpLte, 2.0), []string{"one", "two"}},
		{"int gt between", count(graph.OpGt, 1.5), []string{"twelve", "two"}},
		{"int gte", count(graph.OpGte, 12.0), []string{"twelve"}},
		{"int exists", count(graph.OpExists, true), []string{"one", "twelve", "two"}},
		{"float eq", amount(graph.OpEq, 0.1), []string{"one"}},
		{"float eq whole", amount(graph.OpEq, 4.7e9), []string{"twelve"}},
		{"float in", amount(graph.OpIn, -3.0, 0.1), []string{"one", "two"}},
		{"float lt", amount(graph.OpLt, 0.1), []string{"two"}},
		{"float gte", amount(graph.OpGte, 0.1), []string{"one", "twelve"}},
		{"not lt takes the missing", not(amount(graph.OpLt, 1e12)), []string{"none"}},
	}
}

// dateFilters holds every operator of dates, at every precision, against DateFits.
func dateFilters(t *testing.T, s graph.Store) {
	stored := []string{"2021", "2022", "2022-01", "2022-04", "2022-12", "2022-01-01", "2022-04-01", "2022-04-20", "2022-04-30", "2022-05-01", "2022-12-31", "2023", "2023-01-01", "2024-02", "2024-02-29", "0001", "9999-12-31"}
	c := &graph.Changes{PutNodes: []graph.Node{{Label: "Visit", ID: "undated"}}}
	for _, date := range stored {
		c.PutNodes = append(c.PutNodes, graph.Node{Label: "Visit", ID: date, Properties: graph.Properties{"startDate": date}})
	}
	mustApply(t, s, c)
	all := nodes(t, s, graph.Connection{Labels: []string{"Visit"}, First: 100})
	for _, op := range []graph.Op{graph.OpEq, graph.OpLt, graph.OpLte, graph.OpGt, graph.OpGte, graph.OpOverlaps} {
		for _, asked := range []string{"2022", "2022-04", "2022-04-20", "2024-02", "2022-12-31", "2023-01-01", "9999", "0001-01"} {
			where := compare("startDate", "date", op, asked)
			for _, negated := range []bool{false, true} {
				want := []string{}
				for _, id := range ids(all) {
					if (id != "undated" && graph.DateFits(op, id, asked)) != negated {
						want = append(want, id)
					}
				}
				if negated {
					where = not(where)
				}
				page := nodes(t, s, graph.Connection{Labels: []string{"Visit"}, Where: &where, First: 100})
				same(t, string(op)+" "+asked, ids(page), want)
			}
		}
	}
	where := compare("startDate", "date", graph.OpIn, "2022-04", "2023", "1999")
	same(t, "in", ids(nodes(t, s, graph.Connection{Labels: []string{"Visit"}, Where: &where, First: 100})), []string{"2022-04", "2022-04-01", "2022-04-20", "2022-04-30", "2023", "2023-01-01"})
	where = compare("startDate", "date", graph.OpExists, false)
	same(t, "exists", ids(nodes(t, s, graph.Connection{Labels: []string{"Visit"}, Where: &where, First: 100})), []string{"undated"})
}
