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
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// applyStatements are prepared once, on the connection that writes.
type applyStatements struct {
	generation, raise *sql.Stmt

	findNode, readNode, insertNode, updateNode, dropNode *sql.Stmt
	formerIDs, addFormerID, dropFormerIDs                *sql.Stmt
	index, unindex                                       *sql.Stmt

	linksOf, readLink, insertLink, updateLink, dropLink *sql.Stmt
	putEvidence, dropOneEvidence, dropEvidence          *sql.Stmt

	remember, forget *sql.Stmt

	texts map[*sql.Stmt]string // for tracing
}

func prepareApply(ctx context.Context, db *sql.DB) (*applyStatements, error) {
	nodes := columnNames([]string{"id", "label", "disagreements"}, nodeColumns())
	links := columnNames([]string{"id", "type", "src", "dst", "confidence"}, relationshipColumns())
	a := &applyStatements{texts: map[*sql.Stmt]string{}}
	for _, p := range []struct {
		into **sql.Stmt
		text string
	}{
		{&a.generation, "SELECT generation FROM meta"},
		{&a.raise, "UPDATE meta SET generation = generation + 1"},
		{&a.findNode, "SELECT key, label FROM node WHERE id = ?"},
		{&a.readNode, "SELECT key, " + strings.Join(nodes, ", ") + " FROM node WHERE id = ?"},
		{&a.insertNode, insertText("node", nodes)},
		{&a.updateNode, updateText("node", nodes)},
		{&a.dropNode, "DELETE FROM node WHERE key = ?"},
		{&a.formerIDs, "SELECT json_group_array(id ORDER BY id) FROM former_id WHERE node = ?"},
		{&a.addFormerID, "INSERT INTO former_id (id, node) VALUES (?, ?)"},
		{&a.dropFormerIDs, "DELETE FROM former_id WHERE node = ?"},
		{&a.index, "INSERT OR REPLACE INTO search (rowid, terms) VALUES (?, ?)"},
		{&a.unindex, "DELETE FROM search WHERE rowid = ?"},
		{&a.linksOf, "SELECT json_group_array(key) FROM (SELECT key FROM relationship WHERE src = ?1 UNION SELECT key FROM relationship WHERE dst = ?1)"},
		{&a.readLink, "SELECT key, " + strings.Join(links, ", ") + " FROM relationship WHERE id = ?"},
		{&a.insertLink, insertText("relationship", links)},
		{&a.updateLink, updateText("relationship", links)},
		{&a.dropLink, "DELETE FROM relationship WHERE key = ?"},
		{&a.putEvidence, "INSERT INTO evidence (relationship, passage, span) VALUES (?, ?, ?)" +
			" ON CONFLICT DO UPDATE SET span = excluded.span WHERE span <> excluded.span"},
		{&a.dropOneEvidence, "DELETE FROM evidence WHERE relationship = ? AND passage = ?"},
		{&a.dropEvidence, "DELETE FROM evidence WHERE relationship = ?"},
		{&a.remember, "INSERT INTO memory (key, hash, value, count) VALUES (?, ?, ?, ?)" +
			" ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count"},
		{&a.forget, "DELETE FROM memory WHERE key = ? AND hash = ?"},
	} {
		stmt, err := db.PrepareContext(ctx, p.text)
		if err != nil {
			return nil, err
		}
		*p.into, a.texts[stmt] = stmt, p.text
	}
	return a, nil
}

func columnNames(first []string, properties []schema.Property) []string {
	for _, p := range properties {
		first = append(first, quote(p.Name))
	}
	return first
}

func insertText(table string, columns []string) string {
	return "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(columns)-1) + ") RETURNING key"
}

func updateText(table string, columns []string) string {
	return "UPDATE " + table + " SET " + strings.Join(columns, " = ?, ") + " = ? WHERE key = ?"
}

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
	a := &applying{ctx: ctx, tx: tx, s: s.apply, trace: s.trace, keys: map[string]end{}, bound: map[*sql.Stmt]*sql.Stmt{}, words: map[int64]string{}}
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
}

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
	for _, s := range []*sql.Stmt{a.s.dropFormerIDs, a.s.unindex, a.s.dropNode} {
		if err := a.exec(s, e.key); err != nil {
			return err
		}
	}
	return nil
}

func (a *applying) dropRelationship(id string) error {
	old := newRecord(len(relationshipColumns()) + 5)
	if err := a.row(a.s.readLink, id).Scan(old.into()...); errors.Is(err, sql.ErrNoRows) {
		return nil
	} else if err != nil {
		return err
	}
	return a.dropLink(old.key)
}

func (a *applying) dropLink(key int64) error {
	if err := a.exec(a.s.dropEvidence, key); err != nil {
		return err
	}
	return a.exec(a.s.dropLink, key)
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

func (a *applying) putRelationship(p *graph.PutRelationship) error {
	values := []any{p.ID(), p.Type}
	for _, ref := range []graph.Ref{p.From, p.To} {
		e, err := a.find(ref.ID)
		if err != nil {
			return err
		}
		if e.key == 0 || e.label != ref.Label {
			return invalid("no %s has the id %s", ref.Label, ref.ID)
		}
		values = append(values, e.key)
	}
	values = append(values, confidence(&p.Relationship))
	for _, c := range relationshipColumns() {
		v, err := stored(p.Properties[c.Name])
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	old := newRecord(len(values))
	err := a.row(a.s.readLink, values[0]).Scan(old.into()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if err := a.row(a.s.insertLink, values...).Scan(&old.key); err != nil {
			return err
		}
	case err != nil:
		return err
	case !reflect.DeepEqual(old.values, values):
		if err := a.exec(a.s.updateLink, append(values, old.key)...); err != nil {
			return err
		}
	}
	for _, passage := range p.Without {
		if err := a.exec(a.s.dropOneEvidence, old.key, passage); err != nil {
			return err
		}
	}
	for i, passage := range p.Evidence {
		if err := a.exec(a.s.putEvidence, old.key, passage, p.Spans[i]); err != nil {
			return err
		}
	}
	return nil
}

// confidence is that of a fact, nil of what is none.
func confidence(r *graph.Relationship) any {
	if kind, ok := schema.RelationshipOf(r.Type); !ok || !kind.Fact {
		return nil
	}
	return r.Confidence
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
