package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
	"github.com/spf13/cobra"
)

// chain is what is asked of each thing traced.
const chain = `fragment Chain on Trace {
  agreement { id title signedOn parties { nodes { ... on State { name } ... on Organization { name } } } }
  visit { id name startDate endDate place }
  leaders { id name }
  agreements { id title signedOn }
  evidence {
    passage { id text index start end }
    document { id title publisher publishedOn source }
    citations { outlet publishedOn }
    spans
  }
}`

// tracedByID asks for one thing, and what the words find in case it is none.
const tracedByID = `query ($id: ID!, $words: String!, $first: Int!) {
  trace(id: $id) { ...Chain }
  node(id: $id) { id label name }
  search(text: $words, labels: [AGREEMENT, VISIT], first: $first) { totalCount nodes { id label name } }
}
` + chain

func (a *app) trace() *cobra.Command {
	var asJSON bool
	var first int
	c := &cobra.Command{
		Use:   "trace ID-OR-WORDS",
		Short: "Follow an agreement or a visit back to sentences and sources",
		Long: `Follow an agreement back to the visit it came from, the sentence that says so, its
place in the document, and the source that the sentence cites. Words are looked
for among agreements and visits.`,
		Example: `  entente trace strategic partnership
  entente trace agreement-declaration-on-strategic-partnership
  entente trace --first 3 joint statement`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if first < 1 || first > 100 {
				return usage("--first is %d, must lie within 1 and 100", first)
			}
			return a.with(c.Context(), toRead, func(store graph.Store) error {
				return a.traceWords(c.Context(), store, strings.Join(args, " "), first, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVar(&first, "first", 1, "how many of the things that the words fit are followed")
	return c
}

// traced is the API's Trace.
type traced struct {
	Agreement  *tracedAgreement
	Visit      *tracedVisit
	Leaders    []struct{ ID, Name string }
	Agreements []tracedAgreement
	Evidence   []tracedEvidence
}

type tracedAgreement struct {
	ID, Title, SignedOn string
	Parties             struct{ Nodes []struct{ Name string } }
}

type tracedVisit struct{ ID, Name, StartDate, EndDate, Place string }

type tracedEvidence struct {
	Passage struct {
		ID, Text          string
		Index, Start, End int
	}
	Document  struct{ ID, Title, Publisher, PublishedOn, Source string }
	Citations []struct{ Outlet, PublishedOn string }
	Spans     []string
}

type named struct{ ID, Label, Name string }

func (a *app) traceWords(ctx context.Context, store graph.Store, words string, first int, asJSON bool) error {
	var found struct {
		Trace  json.RawMessage
		Node   *named
		Search struct {
			TotalCount int
			Nodes      []named
		}
	}
	if err := ask(ctx, store, tracedByID, map[string]any{"id": words, "words": words, "first": first}, &found); err != nil {
		return err
	}
	if isSet(found.Trace) {
		return a.printTraces([]json.RawMessage{found.Trace}, asJSON)
	}
	if len(found.Search.Nodes) == 0 {
		if found.Node != nil {
			return fmt.Errorf("%s is a %s: only agreements and visits are traced; `entente query` shows the rest: %w",
				words, found.Node.Label, graph.ErrInvalid)
		}
		return fmt.Errorf("no agreement or visit goes by %q: try fewer words: %w", words, graph.ErrNotFound)
	}
	traces, err := traceAll(ctx, store, found.Search.Nodes)
	if err != nil {
		return err
	}
	if err := a.printTraces(traces, asJSON); err != nil {
		return err
	}
	if more := found.Search.TotalCount - len(found.Search.Nodes); more > 0 {
		a.say("%d more fit these words: see them with --first %d, or add words", more, min(found.Search.TotalCount, 100))
	}
	return nil
}

// traceAll follows several things back by one query.
func traceAll(ctx context.Context, store graph.Store, nodes []named) ([]json.RawMessage, error) {
	var query strings.Builder
	variables := map[string]any{}
	query.WriteString("query (")
	for i, n := range nodes {
		fmt.Fprintf(&query, "$id%d: ID! ", i)
		variables[fmt.Sprintf("id%d", i)] = n.ID
	}
	query.WriteString(") {\n")
	for i := range nodes {
		fmt.Fprintf(&query, "  t%d: trace(id: $id%d) { ...Chain }\n", i, i)
	}
	query.WriteString("}\n" + chain)
	var answers map[string]json.RawMessage
	if err := ask(ctx, store, query.String(), variables, &answers); err != nil {
		return nil, err
	}
	traces := make([]json.RawMessage, len(nodes))
	for i := range nodes {
		traces[i] = answers[fmt.Sprintf("t%d", i)]
	}
	return traces, nil
}

// ask runs a query of our own and reads its data.
func ask(ctx context.Context, store graph.Store, query string, variables map[string]any, data any) error {
	text, failed := execute.Run(ctx, store, query, "", variables)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return fmt.Errorf("reading the answer: %w", err)
	}
	if failed && len(answer.Errors) > 0 {
		return errors.New(answer.Errors[0].Message)
	}
	if err := json.Unmarshal(answer.Data, data); err != nil {
		return fmt.Errorf("reading the answer: %w", err)
	}
	return nil
}

func isSet(raw json.RawMessage) bool { return len(raw) > 0 && string(raw) != "null" }
