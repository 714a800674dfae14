// Package execute answers GraphQL operations: it has each planned whole, asks
// the store once, and writes the response straight from the answer.
//
// It knows plans and answers. It must not know a store, HTTP or what is asked
// for in particular: limits and names are the plan's. It stands behind gqlgen's
// three-method seam, so that gqlgen's transports and extensions work with it.
//
//	srv := handler.New(execute.New(store))
//	srv.SetParserTokenLimit(execute.MaxTokens)
//	srv.SetValidationRulesFn(execute.Rules)
//
//	json, failed := execute.Run(ctx, store, `{ stats { nodes { label count } } }`, "", nil)
package execute

import (
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

// MaxTokens is how many tokens a request may have; a server sets it as its
// parser's limit.
const MaxTokens = plan.MaxTokens

// Rules are the rules of validation, one of them within a budget; a server
// sets them as its own.
func Rules() *rules.Rules { return plan.Rules() }

// New makes gqlgen's seam over a store: it gives the API's schema and executes
// operations that gqlgen has validated.
func New(store graph.Store) graphql.ExecutableSchema { return &executable{store: store} }

type executable struct{ store graph.Store }

// Schema implements graphql.ExecutableSchema.
func (e *executable) Schema() *ast.Schema { return plan.Schema() }

// Complexity implements graphql.ExecutableSchema. Plans have limits of their
// own, which are linear in what a request asks for; gqlgen's are not.
func (e *executable) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

// Exec implements graphql.ExecutableSchema. The handler answers once.
func (e *executable) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	done := false
	return func(ctx context.Context) *graphql.Response {
		if done {
			return nil
		}
		done = true
		planned, errs := plan.New(op.Doc, op.Operation, op.Variables)
		if len(errs) > 0 {
			return &graphql.Response{Errors: errs}
		}
		data, errs := answer(ctx, e.store, planned, op.DisableIntrospection)
		return &graphql.Response{Data: data, Errors: errs}
	}
}

// Run answers one request. The result is the whole response as JSON, `data`
// left out where the request could not be executed at all; failed tells
// whether it has errors. The variables are as JSON has them.
func Run(ctx context.Context, store graph.Store, query, operationName string, variables map[string]any) (response []byte, failed bool) {
	planned, errs := plan.Request(query, operationName, variables)
	if len(errs) > 0 {
		return respond(nil, errs, false), true
	}
	data, errs := answer(ctx, store, planned, false)
	return respond(data, errs, true), len(errs) > 0
}

// respond writes a response; executed tells whether there is `data`, be it null.
func respond(data []byte, errs gqlerror.List, executed bool) []byte {
	out := []byte{'{'}
	if len(errs) > 0 {
		text, err := json.Marshal(errs)
		if err != nil { // extensions are plain values
			text = []byte(`[{"message":"internal error","extensions":{"code":"INTERNAL"}}]`)
		}
		out = append(append(out, `"errors":`...), text...)
		if executed {
			out = append(out, ',')
		}
	}
	if executed {
		if data == nil {
			data = []byte("null")
		}
		out = append(append(out, `"data":`...), data...)
	}
	return append(out, '}')
}

// answer asks the store what a plan asks for and writes the response's data.
// A store that fails leaves no data.
func answer(ctx context.Context, store graph.Store, op *plan.Operation, hideSchema bool) ([]byte, gqlerror.List) {
	result := &graph.Answer{}
	if len(op.Query.Roots) > 0 {
		var err error
		if result, err = store.Query(ctx, op.Query); err != nil {
			return nil, gqlerror.List{Present(err)}
		}
		if len(result.Results) != len(op.Query.Roots) {
			return nil, gqlerror.List{failure(Internal, "internal error")}
		}
	}
	w := &writer{hideSchema: hideSchema}
	w.data(op.Fields, result)
	return w.out, w.errs
}
