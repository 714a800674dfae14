package graph

// Query is one operation: questions that a store answers together, by one
// statement at most. The text of that statement may depend only on the
// query's shape, never on its values or limits.
type Query struct {
	Roots []Root `json:"roots"`
}

// Root is one question. Exactly one of its fields is set.
type Root struct {
	Lookup   *Lookup     `json:"lookup,omitempty"`
	Nodes    *Connection `json:"nodes,omitempty"` // Walk is nil, Labels say which nodes
	Search   *Search     `json:"search,omitempty"`
	Path     *PathQuery  `json:"path,omitempty"`
	Subgraph *Walkabout  `json:"subgraph,omitempty"`
	Timeline *Timeline   `json:"timeline,omitempty"`
	Stats    bool        `json:"stats,omitempty"`
}

// Selection is what is wanted of a node. Its label and id always come; a
// property or connection that its label does not have is left out.
type Selection struct {
	Properties    []string     `json:"properties,omitempty"` // sorted
	FormerIDs     bool         `json:"formerIds,omitempty"`
	Disagreements bool         `json:"disagreements,omitempty"`
	Connections   []Connection `json:"connections,omitempty"`
	// Supports asks, of a passage, for the facts that it is evidence of.
	Supports *LinkSelection `json:"supports,omitempty"`
}

// Connection asks for related nodes (or, as a root, for nodes of labels), a
// page at a time.
type Connection struct {
	// Key is where the answer puts it: unique within its Selection.
	Key string `json:"key,omitempty"`
	// On are the labels of the nodes that it hangs from; empty means any that
	// have the walk.
	On []string `json:"on,omitempty"`
	// Walk leads to the nodes; nil at the root, where Labels say which.
	Walk   *Walk    `json:"walk,omitempty"`
	Labels []string `json:"labels,omitempty"`

	Where *Filter `json:"where,omitempty"`
	Edge  *Filter `json:"edge,omitempty"` // on the relationship of Walk
	Order []Order `json:"order,omitempty"`

	// First (or Last, where Backward) is how many rows, at least 0.
	First    int  `json:"first"`
	Backward bool `json:"backward,omitempty"` // the last First rows before Before, still in order
	// After and Before are the sort keys of a row, one a term of Order, then
	// the node's id, then the relationship's id where Walk's type has key
	// properties in the ontology (HOLDS_OFFICE, MENTIONS: two may lead to one
	// node). The page lies strictly between; ties go by these ids, upwards. A
	// missing value is nil, any number a float64. The row itself may be gone.
	After  []any `json:"after,omitempty"`
	Before []any `json:"before,omitempty"`

	Count bool `json:"count,omitempty"` // Total is wanted
	Keys  bool `json:"keys,omitempty"`  // Row.Keys are wanted, for cursors
	// Ends: HasPrevious and HasNext are wanted, whether there are rows before
	// the page's first and after its last among all that satisfy Where and
	// Edge. An empty page stands just after After, or at the very beginning;
	// where Backward, just before Before, or at the very end.
	Ends bool `json:"ends,omitempty"`

	Node Selection      `json:"node"`
	Link *LinkSelection `json:"link,omitempty"` // nil: nothing of the relationship is wanted
}

// LinkSelection is what is wanted of a relationship. Its type, ends,
// properties, spans and confidence always come.
type LinkSelection struct {
	// Evidence asks for the passages that say so; nil: only their ids.
	Evidence *Selection `json:"evidence,omitempty"`
}

// Lookup asks for nodes by id or former id. Here and wherever ids are asked
// for, a node's own id leads to it; only an id that no node has is looked for
// among former ids. Where Labels restrict, other nodes are as if not there.
type Lookup struct {
	IDs []string `json:"ids"`
	// Labels restrict what is found; empty means any.
	Labels []string  `json:"labels,omitempty"`
	Node   Selection `json:"node"`
}

// Search asks for nodes whose text, name or title holds all of the terms, best
// score first, then by id. Its page always says HasNext, and HasPrevious where
// After is set.
type Search struct {
	// Terms come from graph.Terms, 1 to 32 of them; no terms find nothing.
	Terms  []string  `json:"terms"`
	Labels []string  `json:"labels"`
	First  int       `json:"first"`
	After  []any     `json:"after,omitempty"` // score (float64) and id of a row
	Node   Selection `json:"node"`
	Count  bool      `json:"count,omitempty"`
}

// PathQuery asks for a shortest path along relationships of any type, in
// either direction, over nodes of the given labels, the ends among them.
type PathQuery struct {
	From    string        `json:"from"` // id or former id
	To      string        `json:"to"`
	MaxHops int           `json:"maxHops"` // 0 to 10
	Labels  []string      `json:"labels"`
	Node    Selection     `json:"node"`
	Link    LinkSelection `json:"link"`
}

// Walkabout asks for what lies within Hops of the centers, over nodes of the
// given labels: at most Limit nodes, the centers counted, the nearer first,
// then those with more relationships to nodes of the labels (near or far),
// then by id; and all relationships among those kept. Centers that lead to
// nothing are passed over.
type Walkabout struct {
	Centers []string      `json:"centers"` // ids or former ids
	Hops    int           `json:"hops"`    // 0 to 4
	Labels  []string      `json:"labels"`
	Limit   int           `json:"limit"`
	Node    Selection     `json:"node"`
	Link    LinkSelection `json:"link"`
	Cut     bool          `json:"cut,omitempty"` // how many nodes were left out is wanted
}

// Timeline asks for visits, agreements and statements joined to any of the
// given nodes by a fact (not by a mention), in order of date (startDate,
// signedOn, saidOn), undated last, then id. Each comes once, also one of the
// given if it is joined to another of them. The nodes given may have any
// label. Its page says HasNext and HasPrevious as Search does.
type Timeline struct {
	Of    []string  `json:"of"` // ids or former ids
	From  string    `json:"from,omitempty"`
	To    string    `json:"to,omitempty"` // dates, as OpGte and OpLte; either leaves out the undated
	First int       `json:"first"`
	After []any     `json:"after,omitempty"` // date (nil where undated) and id of a row
	Count bool      `json:"count,omitempty"`
	Node  Selection `json:"node"`
}
