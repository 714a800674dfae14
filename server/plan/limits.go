package plan

// The limits that a request is planned within. Each has an error of its own.
const (
	// MaxTokens is how many tokens a request may have: what validation costs
	// grows with their square.
	MaxTokens = 2000
	// MaxDepth is how deep fields may be nested.
	MaxDepth = 15
	// MaxFields is how many fields a request may have once its fragments are
	// put in their places, which can be exponentially many.
	MaxFields = 5000
	// MaxConnections is how many connections it may ask for: each is a
	// subquery that a store must plan.
	MaxConnections = 100
	// MaxRoots is how many root fields it may ask of the store.
	MaxRoots = 20
	// MaxConditions is how many comparisons and relationship filters it may make.
	MaxConditions = 200
	// MaxFilterDepth is how deep `where` may be nested.
	MaxFilterDepth = 10
	// MaxValues is how many values a list argument may hold.
	MaxValues = 1000

	// DefaultFirst and MaxFirst are how many rows a page has.
	DefaultFirst = 100
	MaxFirst     = 1000

	maxHopsOfPath     = 10
	maxHopsOfSubgraph = 4
	maxLimit          = 5000 // of a subgraph's nodes
	maxTerms          = 32   // of a search
)
