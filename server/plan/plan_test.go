package plan_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

func compile(t *testing.T, request string, variables map[string]any) *graph.Query {
	t.Helper()
	q, err := plan.Compile(request, variables)
	if err != nil {
		t.Fatalf("%s\n%v", request, err)
	}
	if err := q.Validate(); err != nil {
		t.Fatalf("%s\ngot a query that is not well formed: %v", request, err)
	}
	return q
}

// code is the code of the first error of a request.
func code(t *testing.T, request string, variables map[string]any) (string, *gqlerror.Error) {
	t.Helper()
	q, err := plan.Compile(request, variables)
	var errs gqlerror.List
	if !errors.As(err, &errs) || len(errs) == 0 {
		t.Fatalf("%s\ngot %+v, want an error", request, q)
	}
	c, _ := errs[0].Extensions["code"].(string)
	return c, errs[0]
}

// sample is a literal of an argument's type.
func sample(name string, typ *ast.Type, other bool) string {
	switch typ.Name() {
	case "Int":
		return map[bool]string{false: "3", true: "4"}[other]
	case "ID", "String":
		if typ.Elem != nil {
			return map[bool]string{false: `["a"]`, true: `["b"]`}[other]
		}
		return map[bool]string{false: `"a"`, true: `"b"`}[other]
	case "Date":
		return map[bool]string{false: `"2022"`, true: `"2023"`}[other]
	case "Label":
		return map[bool]string{false: "[VISIT]", true: "[LEADER]"}[other]
	}
	switch name {
	case "where":
		return map[bool]string{false: `{id: {eq: "a"}}`, true: `{id: {eq: "b"}}`}[other]
	case "edge":
		if typ.Name() == "MentionEdgeFilter" {
			return map[bool]string{false: `{start: {gte: 0}}`, true: `{start: {gte: 1}}`}[other]
		}
		return map[bool]string{false: `{confidence: {gte: 0.5}}`, true: `{confidence: {gte: 0.7}}`}[other]
	case "orderBy":
		return map[bool]string{false: `[{id: DESC}]`, true: `[{id: ASC}]`}[other]
	}
	return ""
}

// TestTwoAliases asks every field with arguments under two names with other
// arguments, one argument at a time: both questions reach the query.
func TestTwoAliases(t *testing.T) {
	s := plan.Schema()
	tried := 0
	for _, d := range s.Types {
		if d.BuiltIn || d.Kind != ast.Object {
			continue
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			for _, a := range f.Arguments {
				if a.Name == "after" || a.Name == "before" { // a cursor is no literal
					continue
				}
				tried++
				t.Run(d.Name+"."+f.Name+"."+a.Name, func(t *testing.T) { twoAliases(t, d, f, a) })
			}
		}
	}
	if tried < 250 {
		t.Errorf("got %d arguments, want all of the schema's", tried)
	}
}

func twoAliases(t *testing.T, d *ast.Definition, f *ast.FieldDefinition, varied *ast.ArgumentDefinition) {
	field := func(alias string, other bool) string {
		var args []string
		for _, a := range f.Arguments {
			if a == varied || a.Type.NonNull {
				args = append(args, a.Name+": "+sample(a.Name, a.Type, other && a == varied))
			}
		}
		return fmt.Sprintf("%s: %s(%s) { %s }", alias, f.Name, strings.Join(args, ", "), below(f))
	}
	request := "{ " + field("a", false) + " " + field("b", true) + " }"
	if d.Name != "Query" {
		request = "{ nodes(ids: [\"x\"]) { ... on " + d.Name + request + " } }"
	}
	q := compile(t, request, nil)
	var one, two any
	if d.Name == "Query" {
		if len(q.Roots) != 2 {
			t.Fatalf("got %d roots, want 2", len(q.Roots))
		}
		one, two = q.Roots[0], q.Roots[1]
	} else {
		c := q.Roots[0].Lookup.Node.Connections
		if len(c) != 2 || c[0].Key == c[1].Key {
			t.Fatalf("got connections %+v, want two with a key each", c)
		}
		c[0].Key, c[1].Key = "", ""
		one, two = c[0], c[1]
	}
	if cmp.Equal(one, two) {
		t.Errorf("%s\ngot two equal questions %+v", request, one)
	}
}

// below is a selection that every type of a field's value has.
func below(f *ast.FieldDefinition) string {
	name := f.Type.Name()
	switch {
	case strings.HasSuffix(name, "Connection"):
		return "nodes { id } pageInfo { endCursor }"
	case name == "Path" || name == "Subgraph":
		return "nodes { id }"
	case name == "Trace":
		return "agreements { id }"
	}
	return "id"
}

// TestShapeNotNames holds that neither names nor values of a request change
// what a statement is made from: only the shape does.
func TestShapeNotNames(t *testing.T) {
	a := compile(t, `{ x: leader(id: "a") { p: visits(first: 1) { q: nodes { r: name } } } }`, nil)
	b := compile(t, `{ leader(id: "a") { visits(first: 1) { nodes { name } } } }`, nil)
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("got queries that differ by aliases:\n%s", diff)
	}
}

// TestConditionsInOrderOfSchema holds that how a request writes its conditions
// does not change the query.
func TestConditionsInOrderOfSchema(t *testing.T) {
	a := compile(t, `{ visits(where: {place: {eq: "x"}, kind: {eq: STATE}}) { totalCount } }`, nil)
	b := compile(t, `query ($w: VisitFilter) { visits(where: $w) { totalCount } }`,
		map[string]any{"w": map[string]any{"kind": map[string]any{"eq": "STATE"}, "place": map[string]any{"eq": "x"}}})
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("got queries that differ:\n%s", diff)
	}
}

// TestOnlyWhatIsAsked holds that a count, ends and keys are asked for only
// where the response shows them.
func TestOnlyWhatIsAsked(t *testing.T) {
	for _, c := range []struct {
		below             string
		count, keys, ends bool
		first             int
	}{
		{"totalCount", true, false, false, 0},
		{"nodes { id }", false, false, false, 100},
		{"edges { cursor }", false, true, false, 100},
		{"pageInfo { hasNextPage }", false, false, true, 100},
		{"pageInfo { startCursor }", false, true, false, 100},
		{"nodes { id } totalCount @skip(if: true)", false, false, false, 100},
		{"... @include(if: false) { totalCount } edges { node { id } }", false, false, false, 100},
	} {
		q := compile(t, "{ visits { "+c.below+" } }", nil).Roots[0].Nodes
		if q.Count != c.count || q.Keys != c.keys || q.Ends != c.ends || q.First != c.first {
			t.Errorf("%s: got count %v, keys %v, ends %v, first %d, want %+v", c.below, q.Count, q.Keys, q.Ends, q.First, c)
		}
	}
}

func TestVariablesAreLeftAlone(t *testing.T) {
	variables := map[string]any{"ids": "az", "w": map[string]any{"or": map[string]any{"id": map[string]any{"in": "x"}}}}
	before, _ := json.Marshal(variables)
	compile(t, `query ($ids: [ID!]!, $w: VisitFilter) { nodes(ids: $ids) { id } visits(where: $w) { totalCount } }`, variables)
	after, _ := json.Marshal(variables)
	if string(before) != string(after) {
		t.Errorf("got variables %s, want %s", after, before)
	}
}

func TestInputErrors(t *testing.T) {
	for _, c := range []struct {
		request, code, says string
		path                string
	}{
		{`{ visits(first: 1001) { totalCount } }`, plan.BadUserInput, "first is 1001", "visits"},
		{`{ a: visits(last: -1) { totalCount } }`, plan.BadUserInput, "last is -1", "a"},
		{`{ leader(id: "x") { v: visits(first: 1, last: 1) { totalCount } } }`, plan.BadUserInput, "both", "leader.v"},
		{`{ visits(where: {startDate: {gte: "2022-13"}}) { totalCount } }`, plan.BadUserInput, "where.startDate.gte", "visits"},
		{`{ visits(where: {startDate: {gte: "soon"}}) { totalCount } }`, plan.BadUserInput, "not a date", "visits"},
		{`{ visits(where: {name: {eq: null}}) { totalCount } }`, plan.BadUserInput, "exists: false", "visits"},
		{`{ visits(where: {name: null}) { totalCount } }`, plan.BadUserInput, "null", "visits"},
		{`{ visits(where: {leaders: {edge: {confidence: {gte: null}}, some: {}}}) { totalCount } }`, plan.BadUserInput, "where.leaders.edge.confidence.gte", "visits"},
		{`{ visits(after: "nonsense!") { totalCount } }`, plan.BadCursor, "after", "visits"},
		{`{ subgraph(centers: ["a"], hops: 99) { cut } }`, plan.BadUserInput, "hops", "subgraph"},
		{`{ subgraph(centers: ["a"], labels: []) { cut } }`, plan.BadUserInput, "labels", "subgraph"},
		{`{ path(from: "a", to: "b", maxHops: 11) { length } }`, plan.BadUserInput, "maxHops", "path"},
		{`{ timeline(of: ["a"], from: "x") { totalCount } }`, plan.BadUserInput, "from", "timeline"},
		{`{ search(text: "` + strings.Repeat("a ", 33) + `") { totalCount } }`, plan.BadUserInput, "33 words", "search"},
		{`{ visits(orderBy: [{id: ASC, name: DESC}]) { totalCount } }`, plan.ValidationFailed, "exactly one key", ""},
		{`{ visits(where: {amount: {eq: 1}}) { totalCount } }`, plan.ValidationFailed, "amount", ""},
		{`{ nothing }`, plan.ValidationFailed, "nothing", ""},
		{`{ visits(`, plan.ParseFailed, "", ""},
		{`fragment f on Visit { id }`, plan.ValidationFailed, "no operation", ""},
	} {
		got, err := code(t, c.request, nil)
		if got != c.code || !strings.Contains(err.Message, c.says) || err.Path.String() != c.path {
			t.Errorf("%s\ngot %s at %q: %s, want %s at %q with %q", c.request, got, err.Path, err.Message, c.code, c.path, c.says)
		}
	}
}

func TestInputErrorsOfVariables(t *testing.T) {
	request := `query ($w: VisitFilter, $o: [VisitOrder!], $n: Int) { visits(where: $w, orderBy: $o, first: $n) { totalCount } }`
	type object = map[string]any
	for _, c := range []struct {
		variables object
		code      string
	}{
		{object{"w": object{"name": object{"eq": nil}}}, plan.BadUserInput},
		{object{"w": object{"startDate": object{"lt": 5}}}, plan.BadUserInput},
		{object{"w": object{"leaders": object{"count": object{"gte": 1.5}}}}, plan.ValidationFailed},
		{object{"o": []any{object{"id": "ASC", "name": "ASC"}}}, plan.BadUserInput},
		{object{"o": []any{object{}}}, plan.BadUserInput},
		{object{"o": []any{object{"id": nil}}}, plan.BadUserInput},
		{object{"n": 1e9}, plan.BadUserInput},
		{object{"n": "NaN"}, plan.ValidationFailed},
	} {
		if got, err := code(t, request, c.variables); got != c.code {
			t.Errorf("%v: got %s (%s), want %s", c.variables, got, err.Message, c.code)
		}
	}
}

func TestLimits(t *testing.T) {
	nest := func(n int) string {
		return strings.Repeat("visits { nodes { leaders { nodes { ", n) + "id" + strings.Repeat(" } } } }", n)
	}
	wide := func(n int, field string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: %s ", i, field)
		}
		return b.String()
	}
	var bomb strings.Builder
	bomb.WriteString("{ passages { nodes { ...f0 } } }")
	for i := range 6 {
		fmt.Fprintf(&bomb, " fragment f%d on Passage { ", i)
		for _, alias := range []string{"a", "b", "c", "d", "e"} {
			fmt.Fprintf(&bomb, "%s: supports { evidence { ...f%d } } ", alias, i+1)
		}
		bomb.WriteString("}")
	}
	bomb.WriteString(" fragment f6 on Passage { id }")
	for _, c := range []struct{ name, request, code string }{
		{"depth", "{ " + nest(4) + " }", plan.DepthLimit},
		{"fragments", bomb.String(), plan.CostLimit},
		{"connections", `{ leader(id: "x") { ` + wide(101, "visits { totalCount }") + "} }", plan.CostLimit},
		{"roots", "{ " + wide(21, "stats { nodes { count } }") + "}", plan.CostLimit},
		{"tokens", "{ " + wide(700, "__typename") + "}", plan.ParseFailed},
		{"same fields", "{" + strings.Repeat(" __typename", 1900) + "}", plan.CostLimit},
		{"same fields in fragments", "{" + strings.Repeat(" ... { ...f }", 180) + strings.Repeat(" ... { __typename }", 220) + "} fragment f on Query { __typename }", plan.CostLimit},
		{"conditions", "{ visits(where: {or: [" + strings.Repeat(`{name: {eq: "x"}} `, 201) + "]}) { totalCount } }", plan.CostLimit},
		{"nested conditions", "{ visits(where: " + strings.Repeat("{not: ", 11) + "{}" + strings.Repeat("}", 11) + ") { totalCount } }", plan.DepthLimit},
	} {
		if got, err := code(t, c.request, nil); got != c.code {
			t.Errorf("%s: got %s (%s), want %s", c.name, got, err.Message, c.code)
		}
	}
	compile(t, "{ "+nest(3)+" }", nil)
	compile(t, "{ stats { nodes { "+strings.Repeat(" count", 150)+" } } }", nil)
	if got, err := code(t, `{ a: leader(id: "x") { id } a: leader(id: "y") { id } }`, nil); got != plan.ValidationFailed {
		t.Errorf("got %s (%s) for two questions under one name, want %s", got, err.Message, plan.ValidationFailed)
	}
}

// TestSharedWalks holds that a field of an interface is asked for once of all
// labels that show it, and apart where they are asked otherwise.
func TestSharedWalks(t *testing.T) {
	q := compile(t, `{ agreements { nodes { parties { nodes {
		agreements { totalCount } ... on State { projects(first: 1) { totalCount } } ... on Organization { projects(first: 2) { totalCount } } } } } } }`, nil)
	type hung struct {
		Key string
		On  []string
	}
	var got []hung
	for _, c := range q.Roots[0].Nodes.Node.Connections[0].Node.Connections {
		got = append(got, hung{c.Key, c.On})
	}
	want := []hung{{"agreements", nil}, {"projects", []string{"State"}}, {"projects2", []string{"Organization"}}}
	if !slices.EqualFunc(got, want, func(a, b hung) bool { return cmp.Equal(a, b) }) {
		t.Errorf("got %v, want %v", got, want)
	}
}
