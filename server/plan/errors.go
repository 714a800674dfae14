package plan

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The codes of what can be wrong with a request, in an error's extensions.
const (
	ParseFailed      = "GRAPHQL_PARSE_FAILED"
	ValidationFailed = "GRAPHQL_VALIDATION_FAILED"
	BadUserInput     = "BAD_USER_INPUT"
	BadCursor        = "BAD_CURSOR"
	AmbiguousID      = "AMBIGUOUS_ID"
	DepthLimit       = "DEPTH_LIMIT"
	CostLimit        = "COST_LIMIT"
)

// coded gives each error the code, unless it has one.
func coded(errs gqlerror.List, code string) gqlerror.List {
	for _, e := range errs {
		if e.Extensions == nil {
			e.Extensions = map[string]any{}
		}
		if _, ok := e.Extensions["code"]; !ok {
			e.Extensions["code"] = code
		}
	}
	return errs
}

// fault is an error at a place of the request.
func (at place) fault(code, format string, args ...any) error {
	e := gqlerror.ErrorPathf(at.path, format, args...)
	e.Extensions = map[string]any{"code": code}
	if at.position != nil {
		e.Locations = []gqlerror.Location{{Line: at.position.Line, Column: at.position.Column}}
	}
	return e
}

// place is where in the request and in the response planning is.
type place struct {
	path     ast.Path
	position *ast.Position
}

// enter is the place of a field below.
func (at place) enter(g group) place {
	path := make(ast.Path, len(at.path), len(at.path)+1)
	copy(path, at.path)
	return place{path: append(path, ast.PathName(g.alias)), position: g.fields[0].Position}
}

// depth is how many fields deep the place is.
func (at place) depth() int { return len(at.path) }
