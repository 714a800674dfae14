package graph

// Answer holds a Result for each Root, in order.
type Answer struct {
	Results []Result `json:"results"`
}

// Result answers one Root. Which fields are set follows from the question.
type Result struct {
	// Objects answer a Lookup: parallel to its IDs, nil where there is none.
	Objects []*Object `json:"objects,omitempty"`
	// Page answers Nodes, Search and Timeline.
	Page *Page `json:"page,omitempty"`
	// Walked answers Path (in order of the path) and Subgraph (by id); nil
	// where there is no path, never for Subgraph.
	Walked *Walked `json:"walked,omitempty"`
	// Counts answer Stats.
	Counts *Counts `json:"counts,omitempty"`
	// Ambiguous are former ids that were asked for and fit several nodes, with
	// the sorted ids of these. Such an id leads to none.
	Ambiguous map[string][]string `json:"ambiguous,omitempty"`
}

// Object is a node as far as it was asked for.
type Object struct {
	Node
	Pages    map[string]*Page `json:"pages,omitempty"` // by Connection.Key
	Supports []*Link          `json:"supports,omitempty"`
}

// Page is a run of rows of a Connection.
type Page struct {
	Rows []Row `json:"rows"` // never nil
	// Total is how many rows there are in all, where it was asked for.
	Total int `json:"total,omitempty"`
	// HasPrevious and HasNext are exact, where they were asked for; Search and
	// Timeline always say HasNext, and HasPrevious wherever After is set.
	HasPrevious bool `json:"hasPrevious,omitempty"`
	HasNext     bool `json:"hasNext,omitempty"`
}

// Row is a node of a page, with the relationship that led to it.
type Row struct {
	Node *Object `json:"node"`
	Link *Link   `json:"link,omitempty"`
	// Keys are the row's sort keys, as Connection.After takes them (numbers as
	// float64). Search and Timeline give none: Score or Date, and the id, do.
	Keys []any `json:"keys,omitempty"`
	// Score and Snippet are set by Search (the snippet: a slice of the text
	// around the first hit, at most 160 code points, see Snippet); Date by
	// Timeline, empty where undated.
	Score   float64 `json:"score,omitempty"`
	Snippet string  `json:"snippet,omitempty"`
	Date    string  `json:"date,omitempty"`
}

// Link is a relationship as far as it was asked for.
type Link struct {
	Relationship
	// Passages of its evidence, in order, where they were asked for; one that
	// is not in the store is left out.
	Passages []*Object `json:"passages,omitempty"`
}

// Walked is the answer to a walk.
type Walked struct {
	Nodes []*Object `json:"nodes"`
	Links []*Link   `json:"links"` // of a subgraph by id, of a path one a step
	Cut   int       `json:"cut,omitempty"`
}

// Counts are numbers of nodes by label and of relationships by type; what
// there is none of is left out.
type Counts struct {
	Nodes         map[string]int `json:"nodes"`
	Relationships map[string]int `json:"relationships"`
}
