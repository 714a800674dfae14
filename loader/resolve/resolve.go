// Package resolve decides which things of which documents are one thing, and
// what the graph says of it: a pure function of the set of loaded Readings.
//
// It works in steps. A Step puts Readings in and takes documents out; Update
// gives the graph.Changes that make the graph what resolving all Readings
// afresh would give. It reads what was remembered (multisets of short texts)
// through a View and touches only the groups that the step's claims touch. A
// fresh resolution is a step that puts everything into an empty View: there is
// no second way.
//
//	entity → member (strata.go: only what identity needs) → cluster, by a pure
//	function of the connected group (leaders.go, visits.go …) → votes
//	(contribution.go) → node (fold.go) and id (names.go) → relationships
//	(edges.go)
//
// It knows the ontology's labels and what tells things apart. It knows no
// store, no clock, and no grammar: what a document says comes ready from claim.
package resolve

import (
	"fmt"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
)

// Rules is the version of what is remembered, and of how Readings are turned
// into it. A store that was filled by other Rules has to be filled anew.
const Rules = "2"

// Step is a change of the set of loaded documents: first Drop, then Put.
type Step struct {
	Put  []*claim.Reading // valid, by claim's Validate
	Drop []string         // SHA-256 of documents, with all their file names
}

// Result is what a step comes to.
type Result struct {
	Changes graph.Changes
	// Documents are the node ids of the documents that the step touched: as
	// they are now, or, of those that went, as they were; by SHA-256.
	Documents map[string]string
	// Added, Changed and Removed count nodes and relationships; Facts the
	// added relationships that state facts, by type.
	Added, Changed, Removed int
	Facts                   map[string]int
}

// Update works out what a step changes. The View must not be used again.
func Update(v *View, step Step) (*Result, error) {
	w := &world{view: v, docs: map[string]*doc{}, finals: map[string][2]string{}, keys: map[string][]string{}, live: map[string]string{}, strata: newStrata()}
	if err := w.stageDocuments(step); err != nil {
		return nil, err
	}
	if err := w.settle(); err != nil {
		return nil, err
	}
	if err := w.vote(); err != nil {
		return nil, err
	}
	if err := w.rename(); err != nil {
		return nil, err
	}
	return w.assemble()
}

// world is one step being worked out.
type world struct {
	view   *View
	docs   map[string]*doc      // by SHA-256: those whose claims change, or count otherwise
	finals map[string][2]string // cluster → node id, before and after; "" where there is none
	// tallies are the clusters whose nodes may change.
	tallies map[string]*[2]*tally
	touched []string          // SHA-256 of the documents that the step is about
	live    map[string]string // SHA-256 → cluster of those that count or counted
	strata  []stratum
	keys    map[string][]string // of the groups of each label's members, kept while it works
}

// The two sides of a step.
const (
	before = 0
	after  = 1
)

// doc is a document as it counts before and after the step.
type doc struct {
	sha   string
	sides [2]*said // nil where it does not count
}

// said is a Reading with the identity of its entities.
type said struct {
	*stored
	sha      string
	identity string // URL, else SHA-256
	entities map[claim.Ref]*claim.Entity
	from, to map[claim.Ref][]*claim.Fact
	members  map[claim.Ref]string
	clusters map[claim.Ref]string
	texts    map[claim.Ref]*agreement
	spoken   [][]string // clusters of the states that each passage speaks of
}

func newSaid(r *stored) *said {
	s := &said{
		stored: r, sha: r.Document.SHA256, identity: identityOf(&r.Document),
		entities: make(map[claim.Ref]*claim.Entity, len(r.Entities)),
		from:     map[claim.Ref][]*claim.Fact{}, to: map[claim.Ref][]*claim.Fact{},
		members: map[claim.Ref]string{}, clusters: map[claim.Ref]string{}, texts: map[claim.Ref]*agreement{},
	}
	for i := range r.Entities {
		s.entities[r.Entities[i].Ref] = &r.Entities[i]
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		s.from[f.From] = append(s.from[f.From], f)
		s.to[f.To] = append(s.to[f.To], f)
	}
	return s
}

// text is a string property of an entity, "" where there is none.
func text(e *claim.Entity, property string) string {
	s, _ := e.Properties[property].(string)
	return s
}

func doing(what string, err error) error { return fmt.Errorf("%s: %w", what, err) }
