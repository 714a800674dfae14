package exchange

import (
	"context"
	"crypto/sha256"
	"fmt"
	"iter"

	"github.com/entente-graph/entente/graph"
)

// Imported says what an import did.
type Imported struct {
	Nodes, Relationships int // that were new
	Known                int // nodes and relationships that were there already, and the same
}

// Remember looks at a store before an import.
type Remember func(context.Context, graph.Store) ([]graph.Memory, error)

// Import puts records into a store, all in one change or none. One that is
// there already and the same is passed over, so importing twice changes
// nothing; one that differs is ErrConflict, and names it. Ends and evidence
// must be among the records or in the store, else ErrInvalid. remember says
// what the store is to keep of the import in the same change, or refuses the
// import; nil keeps nothing.
func Import(ctx context.Context, store graph.Store, records iter.Seq2[graph.Record, error], remember Remember) (Imported, error) {
	groups, err := store.Groups(ctx, nil)
	if err != nil {
		return Imported{}, fmt.Errorf("importing: %w", err)
	}
	var memory []graph.Memory
	if remember != nil {
		if memory, err = remember(ctx, store); err != nil {
			return Imported{}, err
		}
	}
	there, err := fingerprints(store.Scan(ctx))
	if err != nil {
		return Imported{}, fmt.Errorf("importing: %w", err)
	}
	changes := graph.Changes{Base: groups.Generation, Memory: memory}
	var done Imported
	for record, err := range records {
		if err != nil {
			return Imported{}, err
		}
		isNew, err := there.add(record)
		switch {
		case err != nil:
			return Imported{}, err
		case !isNew:
			done.Known++
		case record.Node != nil:
			done.Nodes++
			changes.PutNodes = append(changes.PutNodes, *record.Node)
		default:
			done.Relationships++
			changes.PutRelationships = append(changes.PutRelationships, graph.PutRelationship{Relationship: *record.Relationship})
		}
	}
	for i := range changes.PutRelationships {
		if err := there.hasAll(&changes.PutRelationships[i].Relationship); err != nil {
			return Imported{}, err
		}
	}
	if done.Nodes+done.Relationships+len(memory) == 0 {
		return done, nil
	}
	if err := store.Apply(ctx, &changes); err != nil {
		return Imported{}, fmt.Errorf("importing: %w", err)
	}
	return done, nil
}

// known holds a fingerprint of each record by sort key, so that a store much
// larger than memory's share of it can be compared with a file.
type known map[string]fingerprint

type fingerprint struct {
	sum   [sha256.Size]byte
	label string // of a node
}

func fingerprints(records iter.Seq2[graph.Record, error]) (known, error) {
	there := known{}
	for record, err := range records {
		if err != nil {
			return nil, err
		}
		if _, err := there.add(record); err != nil {
			return nil, err
		}
	}
	return there, nil
}

// add tells whether the record is new; one of the same id that differs is a conflict.
func (k known) add(r graph.Record) (isNew bool, err error) {
	key, err := sortKey(r)
	if err != nil {
		return false, err
	}
	line, err := AppendJSONL(nil, r)
	if err != nil {
		return false, err
	}
	print := fingerprint{sum: sha256.Sum256(line)}
	if r.Node != nil {
		print.label = r.Node.Label
	}
	old, ok := k[key]
	if ok && old != print {
		return false, fmt.Errorf("importing %s: it is there already and differs: %w", key[1:], graph.ErrConflict)
	}
	k[key] = print
	return !ok, nil
}

// hasAll checks that a relationship leads nowhere unknown.
func (k known) hasAll(r *graph.Relationship) error {
	for _, end := range []graph.Ref{r.From, r.To} {
		if k["0"+end.ID].label != end.Label {
			return fmt.Errorf("importing %s: there is no %s %s: %w", r.ID(), end.Label, end.ID, graph.ErrInvalid)
		}
	}
	for _, passage := range r.Evidence {
		if k["0"+passage].label != "Passage" {
			return fmt.Errorf("importing %s: its evidence %s is not there: %w", r.ID(), passage, graph.ErrInvalid)
		}
	}
	return nil
}
