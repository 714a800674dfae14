package sqlite

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// Query implements graph.Store.
func (s *Store) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(q.Roots) == 0 {
		return &graph.Answer{}, nil
	}
	text, args, err := Compile(q)
	if err != nil {
		return nil, err
	}
	columns, err := s.ask(ctx, text, args, len(q.Roots))
	if err != nil {
		return nil, translate(err, "asking "+s.path)
	}
	return decode(q, columns)
}

// ask sends a statement that answers one row of texts.
func (s *Store) ask(ctx context.Context, text string, args []any, n int) ([]string, error) {
	s.trace(text)
	stmt, release, err := s.statements.get(ctx, text)
	if isRefused(err) {
		return nil, invalid("the query is nested too deep for one statement: ask for less at once (%v)", err)
	} else if err != nil {
		return nil, err
	}
	defer release()
	columns := make([]string, n)
	into := make([]any, n)
	for i := range columns {
		into[i] = &columns[i]
	}
	if err := stmt.QueryRowContext(ctx, args...).Scan(into...); err != nil {
		return nil, err
	}
	return columns, nil
}

// parse reads JSON, numbers as they are written.
func parse(text string) (any, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	err := d.Decode(&v)
	return v, err
}
