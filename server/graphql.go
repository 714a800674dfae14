package server

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
)

// graphQL answers operations, by gqlgen's executor. The transport is our own:
// gqlgen's does not know the newer media type's statuses, puts `data` where no
// draft allows it, and repeats a whole body in its error.
type graphQL struct {
	executor *executor.Executor
}

func newGraphQL(store graph.Store) *graphQL {
	e := executor.New(execute.New(store))
	e.SetParserTokenLimit(execute.MaxTokens)
	e.SetDefaultRulesFn(execute.Rules)
	e.SetRecoverFunc(func(context.Context, any) error { return problem(execute.Internal, internalMessage) })
	return &graphQL{executor: e}
}

func (g *graphQL) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	media, ok := accepted(r.Header.Values("Accept"))
	if !ok {
		refuse(w, codeAcceptable, "answers are "+mediaGraphQL+" or "+mediaJSON)
		return
	}
	params, fault := readParams(w, r)
	if fault != nil {
		refuseParams(w, media, fault)
		return
	}
	ctx := graphql.StartOperationTrace(r.Context())
	op, errs := g.executor.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		writeErrors(w, media, statusFor(media, codeIn(errs)), errs)
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, codeMethod, "only queries are answered by GET")
		return
	}
	op.DisableIntrospection = false
	answers, ctx := g.executor.DispatchOperation(ctx, op)
	respond(w, media, answers(ctx))
}

// respond writes what was answered; nil means that the time was over.
func respond(w http.ResponseWriter, media string, answer *graphql.Response) {
	if answer == nil {
		answer = &graphql.Response{Errors: gqlerror.List{problem(execute.Timeout, "the request took too long and was stopped")}}
	}
	if answer.Data == nil && len(answer.Errors) > 0 {
		writeErrors(w, media, statusFor(media, codeIn(answer.Errors)), answer.Errors)
		return
	}
	body := []byte{'{'}
	if len(answer.Errors) > 0 {
		text, err := json.Marshal(answer.Errors[:min(len(answer.Errors), mostErrors)])
		if err != nil {
			writeErrors(w, media, http.StatusInternalServerError, gqlerror.List{problem(execute.Internal, internalMessage)})
			return
		}
		body = append(append(append(body, `"errors":`...), text...), ',')
	}
	body = append(append(append(body, `"data":`...), answer.Data...), '}')
	write(w, media, http.StatusOK, body)
}

// codeIn is the code of the first error that has one.
func codeIn(errs gqlerror.List) string {
	for _, e := range errs {
		if code, ok := e.Extensions["code"].(string); ok {
			return code
		}
	}
	return codeMalformed
}
