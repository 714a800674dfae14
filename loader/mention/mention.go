// Package mention finds the spans of a passage that name something: people,
// roles, states, organizations, dates, money, numbers, quotations, citations,
// and says which of them are the same person.
//
// It knows words and lexicons; it knows nothing of what happened between the
// things named: that is claim's. Offsets are bytes within a passage's text
// until a claim is made of them.
package mention

// Kind is what a mention names.
type Kind string

// The kinds of mention.
const (
	Person       Kind = "person"       // a name, with or without its title
	Role         Kind = "role"         // "the Kazakh president", "his host"
	Pronoun      Kind = "pronoun"      // he, she, they, his …
	State        Kind = "state"        // by name or short form
	Demonym      Kind = "demonym"      // "Kazakh"
	Capital      Kind = "capital"      // "Baku", whether it acts or is a place
	Organization Kind = "organization" // an intergovernmental body
	When         Kind = "date"         // a date, an interval, a period
	Quantity     Kind = "quantity"     // a number with its unit, money too
	Quotation    Kind = "quotation"    // words in quotation marks
	Source       Kind = "source"       // a citation: outlet and date
)

// Mention is a span of a passage that names something.
type Mention struct {
	Passage    int // index into text.Document.Passages
	Start, End int // bytes within the passage's text
	Kind       Kind
	Surface    string

	State    string    // ISO code, of State, Demonym, Capital; of Role: whose
	Name     string    // canonical: of Organization; of Person: as written here, without titles
	Title    string    // office named with a Person or Role: "president"
	Former   bool      // "former", "ex-", "then"
	Entity   int       // number of the person in Page.People, -1 where unknown
	Whole    [2]int    // of Person and Role: bytes with titles and state, "Kazakh President X"
	City     bool      // of Capital: a city that is no capital
	Period   *Period   // of When
	Amount   *Amount   // of Quantity
	Citation *Citation // of Source
	Inner    [2]int    // of Quotation: the words without the marks, bytes within the passage
}

// Period is a time as precise as it is told. Dates are ISO 8601, as long as
// they are precise: 2024, 2024-04, 2024-04-24.
type Period struct {
	From string
	To   string // where it is an interval, else empty
	// Yearless is set where the text gives no year and it was inferred.
	Yearless bool
	// Relative is set where the date hangs on the date of publication ("last October").
	Relative bool
	// Weak names what was guessed: "year", "anchor"; empty where nothing was.
	Weak string
	// Scene is set where dates after it that have no year are of its year: "In
	// 2022, …", not "since 2013".
	Scene bool
}

// Amount is a number with what it counts.
type Amount struct {
	Value    float64
	Currency string // ISO 4217, where it is money
	Unit     string // "tons", "kilometers", "documents"; empty where the noun is not clear
	Approx   bool   // "around", "more than"
}

// Citation is a source that the text cites.
type Citation struct {
	Outlet string
	Date   string // ISO 8601, as long as precise; empty where none is given
	URL    string
	Raw    string // as printed
}
