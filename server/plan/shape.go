package plan

import (
	"sync"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/entente-graph/entente/schema"
)

// Field is a field of the response: what to call it and where its value
// stands in the answer. What Name means depends on what it is a field of.
type Field struct {
	Alias string // its key in the response
	Name  string // its name in the schema
	Type  string // the GraphQL type that it is a field of, where that is an object

	// Root is the index of the answer's result, of a root field; -1 where the
	// store is not asked.
	Root int
	// Property is set on a property of a node or a relationship.
	Property *schema.Property
	// Key is where a node's pages hold a connection, or, where One is set, the
	// one node that the field leads to.
	Key string
	One bool
	// Order is the fingerprint that a connection's cursors carry.
	Order string
	// Traces are the two ways that a trace is written, by the label of its node.
	Traces map[string]*Trace

	// Fields are those of an object, NodeFields of a node, by its label.
	Fields     []*Field
	NodeFields map[string][]*Field

	// Limit is how many agreements and passages a trace shows at most.
	Limit int
	// Meta are the arguments of a field of introspection; nil elsewhere.
	Meta map[string]any
}

// Trace is where the parts of a trace stand.
type Trace struct {
	// Keys of pages: Visits and Parties of an agreement, Leaders, To and
	// Agreements of a visit; "" where it was not asked for.
	Visits, Parties, Leaders, To, Agreements string
	// Fields are the trace's, with what is below them.
	Fields []*Field
}

// Schema is the API's schema, validated. It is shared: do not change it.
var Schema = sync.OnceValue(func() *ast.Schema {
	return gqlparser.MustLoadSchema(&ast.Source{Name: "api.graphql", Input: schema.SDL})
})
