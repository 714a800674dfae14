package execute_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
)

// failing is a real store whose queries end in an error.
type failing struct {
	graph.Store
	err error
}

func (f failing) Query(context.Context, *graph.Query) (*graph.Answer, error) { return nil, f.err }

func TestStoreErrors(t *testing.T) {
	for _, c := range []struct {
		err        error
		code, says string
	}{
		{fmt.Errorf("looking for x: %w", graph.ErrNotFound), "NOT_FOUND", "looking for x"},
		{fmt.Errorf("asking: %w", graph.ErrInvalid), "BAD_USER_INPUT", "asking"},
		{fmt.Errorf("reading: %w", graph.ErrConflict), "CONFLICT", "reading"},
		{fmt.Errorf("reaching neo4j://user:secret@host: %w", graph.ErrUnavailable), "STORE_UNAVAILABLE", "the store"},
		{context.DeadlineExceeded, "TIMEOUT", "too long"},
		{errors.New("SELECT secret"), "INTERNAL", "internal error"},
	} {
		response, failed := execute.Run(context.Background(), failing{fixture(t), c.err}, "{ stats { nodes { count } } }", "", nil)
		text := string(response)
		if !failed || !strings.Contains(text, `"code":"`+c.code+`"`) || !strings.Contains(text, c.says) {
			t.Errorf("%v: got %s, want code %s", c.err, text, c.code)
		}
		if strings.Contains(text, "secret") {
			t.Errorf("%v: got %s, want no details", c.err, text)
		}
	}
}

// counting is a real store that counts its queries.
type counting struct {
	graph.Store
	asked *int
}

func (c counting) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	*c.asked++
	return c.Store.Query(ctx, q)
}

func TestOneQueryAnOperation(t *testing.T) {
	for _, c := range []struct {
		request string
		asked   int
	}{
		{"{ __typename __schema { queryType { name } } }", 0},
		{"{ visits(first: 1001) { totalCount } }", 0},
		{"{ visits { totalCount } }", 1},
		{"{ a: visits { nodes { leaders { nodes { visits { nodes { to { nodes { name } } } } } } } } b: leaders { totalCount } c: stats { nodes { count } } search(text: \"a\") { totalCount } }", 1},
	} {
		asked := 0
		execute.Run(context.Background(), counting{fixture(t), &asked}, c.request, "", nil)
		if asked != c.asked {
			t.Errorf("%s: got %d queries, want %d", c.request, asked, c.asked)
		}
	}
}
