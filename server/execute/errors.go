package execute

import (
	"context"
	"errors"
	"sort"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/plan"
)

// The codes of what can go wrong once a request is planned; plan has the others.
const (
	NotFound         = "NOT_FOUND"
	Conflict         = "CONFLICT"
	StoreUnavailable = "STORE_UNAVAILABLE"
	Timeout          = "TIMEOUT"
	Internal         = "INTERNAL"
)

// Code gives the code of a store's error: one for each of the graph's four, one
// for a request whose time is over, Internal for anything else.
func Code(err error) string {
	switch {
	case errors.Is(err, graph.ErrNotFound):
		return NotFound
	case errors.Is(err, graph.ErrInvalid):
		return plan.BadUserInput
	case errors.Is(err, graph.ErrConflict):
		return Conflict
	case errors.Is(err, graph.ErrUnavailable):
		return StoreUnavailable
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return Timeout
	}
	return Internal
}

// Present turns a store's error into what the client is told. What is no
// matter of the client's (addresses, statements) is not in it.
func Present(err error) *gqlerror.Error {
	switch code := Code(err); code {
	case StoreUnavailable:
		return failure(code, "the store cannot be reached or is busy; try again")
	case Timeout:
		return failure(code, "the request took too long and was stopped")
	case Internal:
		return failure(code, "internal error")
	default:
		return failure(code, err.Error())
	}
}

func failure(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}

// ambiguous reports ids that lead to none because they fit several.
func ambiguous(alias string, ids map[string][]string) gqlerror.List {
	sorted := make([]string, 0, len(ids))
	for id := range ids {
		sorted = append(sorted, id)
	}
	sort.Strings(sorted)
	var errs gqlerror.List
	for _, id := range sorted {
		e := failure(plan.AmbiguousID, "the former id "+id+" fits several: "+strings.Join(ids[id], ", "))
		e.Path = ast.Path{ast.PathName(alias)}
		e.Extensions["id"], e.Extensions["candidates"] = id, ids[id]
		errs = append(errs, e)
	}
	return errs
}
