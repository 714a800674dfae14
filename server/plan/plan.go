// Package plan compiles a GraphQL operation, whole, into one graph.Query and
// the shape that its answer is written in.
//
// It knows the API's schema and the ontology. It must not know a store, HTTP
// or the clock: the same operation and variables give the same plan. Fragments,
// aliases, @skip and @include are resolved here, defaults and limits applied,
// cursors opened and conditions checked, so that a store meets only questions
// that are well formed. No string of a request becomes a key or a name in the
// Query; they stand in it as values alone.
//
//	q, err := plan.Compile(`{ leader(id: "leader-x") { name visits { totalCount } } }`, nil)
//	// q.Roots[0].Lookup.Node.Connections[0].Count == true
package plan

import (
	"errors"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"github.com/entente-graph/entente/graph"
)

// Operation is a compiled operation. Its Query has no roots where the
// operation asks nothing of the store (introspection, __typename).
type Operation struct {
	Query *graph.Query
	// Fields are those of the response's data, in order.
	Fields []*Field
}

// Compile parses, validates and plans a request that has one operation. The
// error is a gqlerror.List; each error has a code in its extensions.
func Compile(query string, variables map[string]any) (*graph.Query, error) {
	op, errs := Request(query, "", variables)
	if len(errs) > 0 {
		return nil, errs
	}
	return op.Query, nil
}

// Request parses, validates and plans a request. The name may be empty where
// there is one operation. The caller's variables are left as they are.
func Request(query, operationName string, variables map[string]any) (*Operation, gqlerror.List) {
	doc, errs := Parse(query)
	if len(errs) > 0 {
		return nil, errs
	}
	op := doc.Operations.ForName(operationName)
	if op == nil {
		return nil, coded(gqlerror.List{gqlerror.Errorf("there is no operation %q", operationName)}, ValidationFailed)
	}
	values, err := validator.VariableValues(Schema(), op, cloneValues(variables))
	if err != nil {
		return nil, coded(list(err), ValidationFailed)
	}
	return New(doc, op, values)
}

// Parse parses and validates a request within MaxTokens.
func Parse(query string) (*ast.QueryDocument, gqlerror.List) {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, MaxTokens)
	if err != nil {
		return nil, coded(list(err), ParseFailed)
	}
	if len(doc.Operations) == 0 {
		return nil, coded(gqlerror.List{gqlerror.Errorf("no operation provided")}, ValidationFailed)
	}
	if errs := validator.ValidateWithRules(Schema(), doc, Rules()); len(errs) > 0 {
		return nil, coded(errs, ValidationFailed)
	}
	return doc, nil
}

// New plans a validated operation with coerced variables. Everything that is
// wrong with the first root field at fault is reported; there is no plan then.
func New(doc *ast.QueryDocument, op *ast.OperationDefinition, variables map[string]any) (*Operation, gqlerror.List) {
	p := &planner{schema: Schema(), doc: doc, variables: variables, query: &graph.Query{Roots: []graph.Root{}}}
	fields, err := p.roots(op)
	if err != nil {
		return nil, list(err)
	}
	return &Operation{Query: p.query, Fields: fields}, nil
}

// planner holds what one compilation gathers.
type planner struct {
	schema    *ast.Schema
	doc       *ast.QueryDocument
	variables map[string]any
	query     *graph.Query

	fields      int // planned so far
	connections int
	conditions  int
}

func list(err error) gqlerror.List {
	var many gqlerror.List
	if errors.As(err, &many) {
		return many
	}
	var one *gqlerror.Error
	if errors.As(err, &one) {
		return gqlerror.List{one}
	}
	return gqlerror.List{gqlerror.Wrap(err)}
}

// cloneValues copies variables, since coercion writes into them.
func cloneValues(v map[string]any) map[string]any {
	out := make(map[string]any, len(v))
	for k, e := range v {
		out[k] = cloneValue(e)
	}
	return out
}

func cloneValue(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return cloneValues(v)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = cloneValue(e)
		}
		return out
	}
	return v
}
