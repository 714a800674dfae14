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

// rule finds what breaks an invariant, as rows of an id and what is wrong with it.
type rule struct{ name, text string }

// rules are those that Cypher can look into by itself.
func rules() []rule {
	var labels, folded []string
	for _, l := range schema.Labels() {
		labels = append(labels, "CASE WHEN n:"+l.Name+" THEN 1 ELSE 0 END")
		for _, p := range l.Properties {
			if p.Kind == schema.Text || p.Kind == schema.TextList {
				folded = append(folded, fmt.Sprintf("(n.%[1]s IS NULL) <> (n._%[1]s IS NULL)", p.Name))
			}
		}
	}
	slices.Sort(folded)
	folded = slices.Compact(folded)
	out := []rule{
		{"labels", "MATCH (n:_Node) WHERE " + strings.Join(labels, " + ") +
			" <> 1 RETURN n.id AS id, 'it has not exactly one label' AS what"},
		{"folded copies", "MATCH (n:_Node) WHERE (" + strings.Join(folded, " OR ") +
			") RETURN n.id AS id, 'a text has no folded copy, or a copy no text' AS what"},
		{"evidence", "MATCH (e:_Evidence) WHERE e.passage IS NOT NULL AND NOT EXISTS { MATCH (:Passage {id: e.passage}) }" +
			" RETURN e.rel AS id, 'passage ' + e.passage + ' is not in the store' AS what"},
		{"evidence", "MATCH (e:_Evidence) WHERE e.passage IS NOT NULL WITH e, split(e.rel, '/') AS ends" +
			" WHERE NOT EXISTS { MATCH (:_Node {id: ends[1]})-[r:" + strings.Join(factTypes(), "|") + "]->(:_Node {id: ends[2]}) WHERE r._id = e.rel }" +
			" RETURN e.rel AS id, 'passage ' + e.passage + ' is evidence of what is not in the store' AS what"},
		{"former ids", "MATCH (f:_Former) WHERE NOT EXISTS { (f)-[:_FORMER]->(:_Node) }" +
			" RETURN f.id AS id, 'it is the former id of a node that is missing' AS what"},
		{"former ids", "MATCH (n:_Node) WHERE coalesce(size(n.formerIds), 0) <> COUNT { (n)<-[:_FORMER]-(:_Former) }" +
			" RETURN n.id AS id, 'it cannot be found by its former ids' AS what"},
	}
	for _, r := range schema.Relationships() {
		out = append(out, rule{"ends", fmt.Sprintf("MATCH (a)-[r:%s]->(b) WHERE "+
			"(NOT (a:%s) OR NOT (b:%s) OR NOT r._id STARTS WITH '%s/' + a.id + '/' + b.id)"+
			" RETURN r._id AS id, 'it does not join what its id says' AS what",
			r.Type, strings.Join(r.From, "|"), strings.Join(r.To, "|"), strings.ToLower(r.Type))})
	}
	return out
}

// Check implements graph.Store. A store that writers change meanwhile may be
// said to be wrong where it was only between two states.
func (s *Store) Check(ctx context.Context) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) {
		c := &checker{store: s, yield: yield}
		if !c.definitions(ctx) {
			return
		}
		for _, r := range rules() {
			if !c.rule(ctx, r) {
				return
			}
		}
		c.searchIndex(ctx)
	}
}

// checker is a check under way. Its methods give false where it is to end.
type checker struct {
	store *Store
	yield func(graph.Violation, error) bool
}

func (c *checker) fail(ctx context.Context, err error) bool {
	c.yield(graph.Violation{}, c.store.failure(ctx, "checking the store", err))
	return false
}

// definitions looks whether all constraints and indexes are there and in use.
func (c *checker) definitions(ctx context.Context) bool {
	missing, err := c.store.missing(ctx)
	if err != nil {
		return c.fail(ctx, err)
	}
	for _, d := range missing {
		if !c.yield(graph.Violation{Rule: "indexes", ID: d.name, What: "it is missing or not in use"}, nil) {
			return false
		}
	}
	return true
}

func (c *checker) rule(ctx context.Context, r rule) bool {
	rows, err := c.store.send(ctx, neo4j.AccessModeRead, writeTimeout, r.text+" ORDER BY id", nil)
	if err != nil {
		return c.fail(ctx, err)
	}
	for _, row := range rows {
		if !c.yield(graph.Violation{Rule: r.name, ID: text(row.Values[0]), What: text(row.Values[1])}, nil) {
			return false
		}
	}
	return true
}

// searchIndex looks whether the words kept of each node are those of its
// texts, and whether the index holds as many nodes as have words.
func (c *checker) searchIndex(ctx context.Context) {
	searched := searchedProperties(nil)
	statement := "MATCH (n:_Node) WHERE n.id > $p.after WITH n ORDER BY n.id LIMIT $p.limit " +
		"RETURN n.id, labels(n), n._search, n." + strings.Join(searched, ", n.")
	after := ""
	for {
		rows, err := c.store.read(ctx, statement, map[string]any{"p": map[string]any{"after": after, "limit": int64(scanned)}})
		if err != nil {
			c.fail(ctx, err)
			return
		}
		for _, row := range rows {
			after = text(row.Values[0])
			properties := readProperties(&reader{row.Values[3:]}, searched)
			if words := searchWords(public(row.Values[1]), properties); words != text(row.Values[2]) &&
				!c.yield(graph.Violation{Rule: "search index", ID: after, What: "it is not found by the words that it has"}, nil) {
				return
			}
		}
		if len(rows) < scanned {
			break
		}
	}
	rows, err := c.store.read(ctx, "RETURN size(COLLECT { CALL db.index.fulltext.queryNodes('"+searchIndex+"', '*:*') YIELD node RETURN 1 }), "+
		"COUNT { MATCH (n:_Node) WHERE n._search IS NOT NULL }", nil)
	if err != nil {
		c.fail(ctx, err)
		return
	}
	if held, nodes := number(rows[0].Values[0]), number(rows[0].Values[1]); held != nodes {
		c.yield(graph.Violation{Rule: "search index", ID: searchIndex, What: fmt.Sprintf("it holds %d nodes of %d", held, nodes)}, nil)
	}
}
