package neo4j

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// scanned is how many nodes or relationships a page of a scan holds.
const scanned = 1000

// Scan implements graph.Store. It reads pages, each off an index that keeps
// the order, and ends with ErrUnavailable where a writer has changed the store
// meanwhile, since Neo4j has no snapshots.
func (s *Store) Scan(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		p := &scanner{store: s, yield: yield}
		statement, decode := scanNodes()
		goOn := p.pages(ctx, statement, func(row any) (graph.Record, string) {
			n := decode(row)
			return graph.Record{Node: &n.Node}, n.ID
		})
		for _, kind := range scanTypes() {
			if !goOn {
				return
			}
			statement, decode := scanRelationships(kind)
			goOn = p.pages(ctx, statement, func(row any) (graph.Record, string) {
				l := decode(row)
				return graph.Record{Relationship: &l.Relationship}, l.ID()
			})
		}
	}
}

// scanTypes are the types in the order in which their relationships' ids
// come, which begin with the type and "/".
func scanTypes() []string {
	var out []string
	for _, r := range schema.Relationships() {
		out = append(out, r.Type)
	}
	slices.SortFunc(out, func(a, b string) int {
		return strings.Compare(strings.ToLower(a)+"/", strings.ToLower(b)+"/")
	})
	return out
}

// scanner is a scan under way.
type scanner struct {
	store  *Store
	yield  func(graph.Record, error) bool
	commit any // the last before the first page
}

// pages yields all that a statement gives, page by page; false ends the scan.
func (p *scanner) pages(ctx context.Context, statement string, decode func(any) (graph.Record, string)) bool {
	after := ""
	for {
		row, err := p.store.whole(ctx, neo4j.AccessModeRead, statement, map[string]any{"p": map[string]any{"after": after, "limit": int64(scanned)}})
		if err != nil {
			p.yield(graph.Record{}, p.store.failure(ctx, "reading the whole store", err))
			return false
		}
		if p.commit == nil {
			p.commit = row[1]
		}
		if row[1] != p.commit {
			p.yield(graph.Record{}, fmt.Errorf("reading the whole store: %w: it was changed meanwhile, try again", graph.ErrUnavailable))
			return false
		}
		rows := list(row[2])
		for _, one := range rows {
			var record graph.Record
			record, after = decode(one)
			if !p.yield(record, nil) {
				return false
			}
		}
		if len(rows) < scanned {
			return true
		}
	}
}

// scanNodes compiles a page of whole nodes. Each label's properties are read
// apart, so that no node is asked for what it cannot have.
func scanNodes() (string, func(any) *graph.Object) {
	c := &compiler{}
	var cases strings.Builder
	decode := map[string]func(any) *graph.Object{}
	for i, l := range schema.Labels() {
		want := graph.Selection{FormerIDs: true, Disagreements: true}
		for _, p := range l.Properties {
			want.Properties = append(want.Properties, p.Name)
		}
		row, read := c.object("n", []string{l.Name}, &want)
		fmt.Fprintf(&cases, "WHEN n:%s THEN [%d, %s]\n", l.Name, i, row)
		decode[l.Name] = read
	}
	statement := assemble([]string{"COLLECT { MATCH (n:_Node) WHERE n.id > $p.after WITH n ORDER BY n.id LIMIT $p.limit RETURN CASE\n" +
		cases.String() + "END } AS a0"})
	return statement, func(v any) *graph.Object {
		got := reader{list(v)}
		label := schema.Labels()[number(got.next())].Name
		return decode[label](got.next())
	}
}

// scanRelationships compiles a page of whole relationships of a type.
func scanRelationships(kind string) (string, func(any) *graph.Link) {
	c := &compiler{}
	r, _ := schema.RelationshipOf(kind)
	row, decode := c.link(linkOf{r: "r", from: "a", to: "b", types: []string{kind}, fromLabels: r.From, toLabels: r.To}, &graph.LinkSelection{})
	statement := assemble([]string{fmt.Sprintf(
		"COLLECT { MATCH (a)-[r:%s]->(b) WHERE r._id > $p.after WITH a, r, b ORDER BY r._id LIMIT $p.limit RETURN %s } AS a0", kind, row)})
	return statement, decode
}
