package graph

// Op compares a property with values.
type Op string

// The operators of the contract. Which fit which kind of property:
//
//	id, enum:        eq in exists
//	text, text list: eq in contains startsWith endsWith exists (folded; of a list, one element)
//	int, float:      eq in lt lte gt gte exists
//	date:            eq in lt lte gt gte overlaps exists (on days, see NewDateRange)
const (
	OpEq         Op = "eq"
	OpIn         Op = "in"
	OpContains   Op = "contains"
	OpStartsWith Op = "startsWith"
	OpEndsWith   Op = "endsWith"
	OpLt         Op = "lt"
	OpLte        Op = "lte"
	OpGt         Op = "gt"
	OpGte        Op = "gte"
	OpOverlaps   Op = "overlaps"
	OpExists     Op = "exists"
)

// Filter is a condition on a node, or on a relationship where it stands as an
// edge. Exactly one of its fields is set; the zero Filter holds for everything.
// And of nothing holds, Or of nothing does not.
type Filter struct {
	And     []Filter  `json:"and,omitempty"`
	Or      *[]Filter `json:"or,omitempty"`
	Not     *Filter   `json:"not,omitempty"`
	Compare *Compare  `json:"compare,omitempty"`
	Related *Related  `json:"related,omitempty"`
}

// Compare holds a property against values. A missing property makes every
// operator false but `exists: false`.
type Compare struct {
	// Property of the node ("id" too); of an edge, a property of the
	// relationship or "confidence" (missing where it is no fact). A property
	// that the label does not have is missing.
	Property string `json:"property"`
	Kind     string `json:"kind"` // a schema.Kind: that of the property on all labels at hand that have it
	Op       Op     `json:"op"`
	// Values are one value, or any number for OpIn (none: nothing fits):
	// string, float64 (integers too) or bool (OpExists). Texts are as asked,
	// not yet folded; enums in lower case.
	Values []any `json:"values"`
}

// Quantifier says of how many related nodes a condition must hold.
type Quantifier string

// The quantifiers. What is counted are relationships, so that two offices of
// one leader in one state count twice. Single holds where exactly one
// relationship leads to a node that satisfies the condition. Every of nothing
// is true.
const (
	Some   Quantifier = "some"
	Every  Quantifier = "every"
	None   Quantifier = "none"
	Single Quantifier = "single"
)

// Related is a condition through relationships: of those of one walk that
// satisfy Edge, all of Conditions and Counts must hold.
type Related struct {
	Walk       Walk        `json:"walk"`
	Edge       *Filter     `json:"edge,omitempty"` // narrows the relationships that the others speak of
	Conditions []Condition `json:"conditions,omitempty"`
	Counts     []Compare   `json:"counts,omitempty"` // Property is "count", Kind "int"
}

// Condition is a quantified condition on related nodes.
type Condition struct {
	Quantifier Quantifier `json:"quantifier"`
	Where      Filter     `json:"where"`
}

// Walk goes along relationships of one type in one direction to nodes of the
// given labels (never empty).
type Walk struct {
	Type      string   `json:"type"`
	Direction string   `json:"direction"` // a schema.Direction
	Labels    []string `json:"labels"`
}

// Order sorts nodes by one value; texts and dates by code point, missing
// values last whichever way, ties by id. Exactly one of Property, Count and
// Edge is set; a text list has no order.
type Order struct {
	Property string `json:"property,omitempty"` // of the node, "id" too
	Count    *Walk  `json:"count,omitempty"`    // number of relationships of the walk
	Edge     string `json:"edge,omitempty"`     // of the relationship, "confidence" too
	Desc     bool   `json:"desc,omitempty"`
}
