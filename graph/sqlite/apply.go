package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/entente-graph/entente/graph"
)

// Apply implements graph.Store.
func (s *Store) Apply(ctx context.Context, c *graph.Changes) error {
	doing := "changing " + s.path
	if err := c.Validate(); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if s.writer == nil {
		return fmt.Errorf("%s: %w: it was opened for reading only", doing, graph.ErrInvalid)
	}
	s.write.Lock()
	defer s.write.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	s.trace("BEGIN IMMEDIATE")
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return translate(err, doing)
	}
	a := &applying{ctx: ctx, tx: tx, s: s.apply, trace: s.trace, keys: map[string]end{}, bound: map[*sql.Stmt]*sql.Stmt{}, words: map[int64]string{}, tally: map[tallied]int{}}
	if err := a.all(c); err != nil {
		return errors.Join(translate(err, doing), rollback(tx))
	}
	s.trace("COMMIT")
	return translate(tx.Commit(), doing)
}

// rollback undoes a transaction; one whose context ended is undone already.
func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return translate(err, "undoing a change")
	}
	return nil
}

// applying is one call of Apply.
type applying struct {
	ctx   context.Context
	tx    *sql.Tx
	s     *applyStatements
	trace func(string)
	keys  map[string]end // nodes whose key is known, by id
	bound map[*sql.Stmt]*sql.Stmt
	words map[int64]string // what is to be indexed, at the end
	tally map[tallied]int  // what there is more or less of, by the end
}

// tallied is what is counted: nodes of a label, relationships of a type.
type tallied struct{ of, name string }

// end is what is known of a node that a relationship ends at.
type end struct {
	key   int64
	label string
}

func (a *applying) stmt(s *sql.Stmt) *sql.Stmt {
	a.trace(a.s.texts[s])
	bound, ok := a.bound[s]
	if !ok {
		bound = a.tx.StmtContext(a.ctx, s)
		a.bound[s] = bound
	}
	return bound
}

func (a *applying) exec(s *sql.Stmt, args ...any) error {
	_, err := a.stmt(s).ExecContext(a.ctx, args...)
	return err
}

func (a *applying) row(s *sql.Stmt, args ...any) *sql.Row {
	return a.stmt(s).QueryRowContext(a.ctx, args...)
}

func (a *applying) all(c *graph.Changes) error {
	var generation uint64
	if err := a.row(a.s.generation).Scan(&generation); err != nil {
		return err
	}
	if c.Base != 0 && c.Base != generation {
		return fmt.Errorf("%w: the store has gone on from generation %d to %d: work the changes out again", graph.ErrConflict, c.Base, generation)
	}
	for _, id := range c.DropRelationships {
		if err := a.dropRelationship(id); err != nil {
			return fmt.Errorf("dropping relationship %s: %w", id, err)
		}
	}
	for _, id := range c.DropNodes {
		if err := a.dropNode(id); err != nil {
			return fmt.Errorf("dropping node %s: %w", id, err)
		}
	}
	for i := range c.PutNodes {
		if err := a.putNode(&c.PutNodes[i]); err != nil {
			return fmt.Errorf("putting node %s: %w", c.PutNodes[i].ID, err)
		}
	}
	for i := range c.PutRelationships {
		if err := a.putRelationship(&c.PutRelationships[i]); err != nil {
			return fmt.Errorf("putting relationship %s: %w", c.PutRelationships[i].ID(), err)
		}
	}
	if err := a.putIndex(); err != nil {
		return fmt.Errorf("indexing: %w", err)
	}
	for what, more := range a.tally {
		if err := a.exec(a.s.count, what.of, what.name, more); err != nil {
			return fmt.Errorf("counting: %w", err)
		}
	}
	if err := a.remember(c.Memory); err != nil {
		return fmt.Errorf("remembering: %w", err)
	}
	return a.exec(a.s.raise)
}

// find gives a node's key and label, the zero end where there is none.
func (a *applying) find(id string) (end, error) {
	if e, ok := a.keys[id]; ok {
		return e, nil
	}
	var e end
	if err := a.row(a.s.findNode, id).Scan(&e.key, &e.label); errors.Is(err, sql.ErrNoRows) {
		return end{}, nil
	} else if err != nil {
		return end{}, err
	}
	a.keys[id] = e
	return e, nil
}

func (a *applying) dropNode(id string) error {
	e, err := a.find(id)
	if err != nil || e.key == 0 {
		return err
	}
	var list string
	if err := a.row(a.s.linksOf, e.key).Scan(&list); err != nil {
		return err
	}
	var links []int64
	if err := json.Unmarshal([]byte(list), &links); err != nil {
		return err
	}
	for _, key := range links {
		if err := a.dropLink(key); err != nil {
			return err
		}
	}
	delete(a.keys, id)
	a.tally[tallied{"node", e.label}]--
	for _, s := range []*sql.Stmt{a.s.dropFormerIDs, a.s.unindex, a.s.dropNode} {
		if err := a.exec(s, e.key); err != nil {
			return err
		}
	}
	return nil
}

// record is a row of a table as it is stored: what is already there is not
// written again.
type record struct {
	key    int64
	values []any
}

func newRecord(n int) *record { return &record{values: make([]any, n)} }

func (r *record) into() []any {
	out := []any{&r.key}
	for i := range r.values {
		out = append(out, &r.values[i])
	}
	return out
}

func (a *applying) putNode(n *graph.Node) error {
	disagreements, err := listText(len(n.Disagreements), n.Disagreements)
	if err != nil {
		return err
	}
	values := []any{n.ID, n.Label, disagreements}
	for _, p := range nodeColumns() {
		v, err := stored(n.Properties[p.Name])
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	old := newRecord(len(values))
	err = a.row(a.s.readNode, n.ID).Scan(old.into()...)
	fresh := errors.Is(err, sql.ErrNoRows)
	switch {
	case fresh:
		if err := a.row(a.s.insertNode, values...).Scan(&old.key); err != nil {
			return err
		}
		a.tally[tallied{"node", n.Label}]++
	case err != nil:
		return err
	case old.values[1] != n.Label:
		return invalid("it is a %s and cannot become a %s", old.values[1], n.Label)
	case !reflect.DeepEqual(old.values, values):
		if err := a.exec(a.s.updateNode, append(values, old.key)...); err != nil {
			return err
		}
	}
	a.keys[n.ID] = end{old.key, n.Label}
	a.noteWords(n, old, fresh)
	return a.putFormerIDs(n, old.key, fresh)
}

// noteWords keeps for later what full-text search is to hold of a node, where
// that has changed.
func (a *applying) noteWords(n *graph.Node, old *record, fresh bool) {
	words, was := indexed(n), ""
	if !fresh {
		before := graph.Node{Label: n.Label, Properties: graph.Properties{}}
		for i, p := range nodeColumns() {
			before.Properties[p.Name] = old.values[3+i]
		}
		was = indexed(&before)
	}
	if words != was {
		a.words[old.key] = words
	}
}

// putIndex brings full-text search up to date, all at once: other statements
// in between would make it write what little it has each time.
func (a *applying) putIndex() error {
	for _, key := range slices.Sorted(maps.Keys(a.words)) {
		var err error
		if words := a.words[key]; words == "" {
			err = a.exec(a.s.unindex, key)
		} else {
			err = a.exec(a.s.index, key, words)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *applying) putFormerIDs(n *graph.Node, key int64, fresh bool) error {
	if !fresh {
		was := ""
		if err := a.row(a.s.formerIDs, key).Scan(&was); err != nil {
			return err
		}
		now, err := json.Marshal(append([]string{}, n.FormerIDs...))
		if err != nil || was == string(now) {
			return err
		}
		if err := a.exec(a.s.dropFormerIDs, key); err != nil {
			return err
		}
	}
	for _, id := range n.FormerIDs {
		if err := a.exec(a.s.addFormerID, id, key); err != nil {
			return err
		}
	}
	return nil
}

// stored is a property's value as its column holds it.
func stored(v any) (any, error) {
	if list, ok := v.([]string); ok {
		return listText(len(list), list)
	}
	return v, nil
}

// listText writes a list as JSON, nil where it is empty.
func listText(n int, list any) (any, error) {
	if n == 0 {
		return nil, nil
	}
	text, err := json.Marshal(list)
	return string(text), err
}
