package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"hash/fnv"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// rule finds what breaks an invariant of the tables, by a statement of rows of
// two texts: the id of what is broken, and what is wrong with it.
type rule struct {
	name, text string
}

// rules are those that SQL can look into by itself.
func rules() []rule {
	return []rule{
		{"file", "SELECT '', integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
		{"file", `SELECT '', "table" || ' has a row that belongs to nothing in ' || parent FROM pragma_foreign_key_check`},
		{"ends", "SELECT r.id, 'an end of it is missing' FROM relationship r" +
			" WHERE NOT EXISTS (SELECT 1 FROM node n WHERE n.key = r.src) OR NOT EXISTS (SELECT 1 FROM node n WHERE n.key = r.dst)"},
		{"evidence", "SELECT r.id, 'passage ' || e.passage || ' is not in the store' FROM evidence e JOIN relationship r ON r.key = e.relationship" +
			" WHERE NOT EXISTS (SELECT 1 FROM node n WHERE n.id = e.passage)"},
		{"counts", countedText("node", "label")},
		{"counts", countedText("relationship", "type")},
		{"former ids", "SELECT f.id, 'it is the former id of a node that is missing' FROM former_id f" +
			" WHERE NOT EXISTS (SELECT 1 FROM node n WHERE n.key = f.node)"},
	}
}

// countedText compares what is counted with what there is.
func countedText(table, column string) string {
	return "SELECT t.name, t.count || ' are counted, ' || coalesce(c.n, 0) || ' are there' FROM tally t LEFT JOIN" +
		" (SELECT " + column + " AS name, count(*) AS n FROM " + table + " GROUP BY " + column + ") c ON c.name = t.name" +
		" WHERE t.of = '" + table + "' AND t.count <> coalesce(c.n, 0)"
}

// Check implements graph.Store: it looks at one snapshot.
func (s *Store) Check(ctx context.Context) iter.Seq2[graph.Violation, error] {
	return func(yield func(graph.Violation, error) bool) {
		if err := s.check(ctx, func(v graph.Violation) bool { return yield(v, nil) }); err != nil {
			yield(graph.Violation{}, translate(err, "checking "+s.path))
		}
	}
}

func (s *Store) check(ctx context.Context, yield func(graph.Violation) bool) error {
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing was written
	for _, r := range rules() {
		if more, err := s.checkRule(ctx, tx, r, yield); err != nil || !more {
			return err
		}
	}
	return s.checkIndex(ctx, tx, yield)
}

func (s *Store) checkRule(ctx context.Context, tx *sql.Tx, r rule, yield func(graph.Violation) bool) (more bool, err error) {
	s.trace(r.text)
	rows, err := tx.QueryContext(ctx, r.text)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		v := graph.Violation{Rule: r.name}
		if err := rows.Scan(&v.ID, &v.What); err != nil {
			return false, err
		}
		if !yield(v) {
			return false, nil
		}
	}
	return true, rows.Err()
}

// checkIndex looks whether full-text search holds the words that the nodes
// have, each in the row that is theirs, and no others. The index keeps no
// texts, and shows its words by word: those of a row are held against the
// node's as a sum of hashes.
func (s *Store) checkIndex(ctx context.Context, tx *sql.Tx, yield func(graph.Violation) bool) error {
	held, err := s.heldWords(ctx, tx)
	if err != nil {
		return err
	}
	c := &compiler{}
	text := "SELECT n.key, " + c.object("n", nil, everything()) + " FROM node n ORDER BY n.id"
	s.trace(text)
	rows, err := tx.QueryContext(ctx, text)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		var row string
		if err := rows.Scan(&key, &row); err != nil {
			return err
		}
		v, err := parse(row)
		if err != nil {
			return err
		}
		d := &decoder{}
		node := readNode(d, v).Node
		if d.err != nil {
			return d.err
		}
		if held[key] != sumWords(strings.Fields(indexed(node))) &&
			!yield(graph.Violation{Rule: "search index", ID: node.ID, What: "it is not found by the words that it has"}) {
			return nil
		}
		delete(held, key)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(held)) {
		if !yield(graph.Violation{Rule: "search index", What: fmt.Sprintf("it holds row %d, which belongs to no node", key)}) {
			return nil
		}
	}
	return nil
}

// heldWords sums the words that the index holds of each row.
func (s *Store) heldWords(ctx context.Context, tx *sql.Tx) (map[int64]uint64, error) {
	const text = "SELECT doc, term FROM search_word"
	s.trace(text)
	rows, err := tx.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sums := map[int64]uint64{}
	for rows.Next() {
		var key int64
		var word string
		if err := rows.Scan(&key, &word); err != nil {
			return nil, err
		}
		sums[key] += hashWord(word)
	}
	return sums, rows.Err()
}

// sumWords is the sum for a set of words.
func sumWords(words []string) uint64 {
	var sum uint64
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		sum += hashWord(w)
	}
	return sum
}

func hashWord(w string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(w)) // never fails
	return h.Sum64()
}
