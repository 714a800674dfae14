package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/execute"
	"github.com/spf13/cobra"
)

// mostTraced is how many things are followed back at once: each is a root
// field, of which a request has no more.
const mostTraced = 20

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

// sentences is how many sentences that hold the words are looked at, where no
// title or name does.
const sentences = 100

// tracedByID asks for one thing, and for what the words find in case it is none:
// agreements and visits, else what the sentences that hold them speak of.
const tracedByID = `query ($id: ID!, $words: String!, $first: Int!, $sentences: Int!) {
  trace(id: $id) { ...Chain }
  node(id: $id) { id label }
  named: search(text: $words, labels: [AGREEMENT, VISIT], first: $first) { totalCount nodes { id } }
  told: search(text: $words, labels: [PASSAGE], first: $sentences) { nodes { ... on Passage { supports { source target } } } }
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
for among agreements and visits, then among the sentences that tell of them.`,
		Example: `  entente trace strategic partnership
  entente trace agreement-declaration-on-strategic-partnership
  entente trace --first 3 joint statement`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if first < 1 || first > mostTraced {
				return usage("--first is %d, must lie within 1 and %d", first, mostTraced)
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

// found is the answer to tracedByID.
type found struct {
	Trace json.RawMessage
	Node  *struct{ ID, Label string }
	Named struct {
		TotalCount int
		Nodes      []struct{ ID string }
	}
	Told struct {
		Nodes []struct {
			Supports []struct{ Source, Target string }
		}
	}
}

// ids lists what the words led to, and how many there are in all.
func (f *found) ids(first int) (ids []string, total int) {
	for _, n := range f.Named.Nodes {
		ids = append(ids, n.ID)
	}
	if len(ids) > 0 {
		return ids, f.Named.TotalCount
	}
	for _, prefix := range [...]string{"agreement-", "visit-"} {
		for _, n := range f.Told.Nodes {
			for _, s := range n.Supports {
				for _, id := range [...]string{s.Source, s.Target} {
					if strings.HasPrefix(id, prefix) && !slices.Contains(ids, id) {
						ids = append(ids, id)
					}
				}
			}
		}
		if len(ids) > 0 {
			break
		}
	}
	return ids[:min(first, len(ids))], len(ids)
}

func (a *app) traceWords(ctx context.Context, store graph.Store, words string, first int, asJSON bool) error {
	var f found
	variables := map[string]any{"id": words, "words": words, "first": first, "sentences": sentences}
	if err := ask(ctx, store, tracedByID, variables, &f); err != nil {
		return err
	}
	if isSet(f.Trace) {
		return a.printTraces([]json.RawMessage{f.Trace}, asJSON)
	}
	if f.Node != nil {
		return fmt.Errorf("%s is a %s: only agreements and visits are traced; `entente query` shows the rest: %w",
			words, f.Node.Label, graph.ErrInvalid)
	}
	ids, total := f.ids(first)
	if len(ids) == 0 {
		return fmt.Errorf("no agreement or visit goes by %q: try fewer words: %w", words, graph.ErrNotFound)
	}
	traces, err := traceAll(ctx, store, ids)
	if err != nil {
		return err
	}
	if err := a.printTraces(traces, asJSON); err != nil {
		return err
	}
	if more := total - len(ids); more > 0 {
		a.say("%d more fit these words: see them with --first %d, or add words", more, min(total, mostTraced))
	}
	return nil
}

// traceAll follows several things back by one query.
func traceAll(ctx context.Context, store graph.Store, ids []string) ([]json.RawMessage, error) {
	var query strings.Builder
	variables := map[string]any{}
	query.WriteString("query (")
	for i, id := range ids {
		fmt.Fprintf(&query, "$id%d: ID! ", i)
		variables[fmt.Sprintf("id%d", i)] = id
	}
	query.WriteString(") {\n")
	for i := range ids {
		fmt.Fprintf(&query, "  t%d: trace(id: $id%d) { ...Chain }\n", i, i)
	}
	query.WriteString("}\n" + chain)
	var answers map[string]json.RawMessage
	if err := ask(ctx, store, query.String(), variables, &answers); err != nil {
		return nil, err
	}
	traces := make([]json.RawMessage, len(ids))
	for i := range ids {
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
