package sqlite

import (
	"context"
	"database/sql"
	"strings"

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

	count *sql.Stmt

	remember, forget, groups *sql.Stmt

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
		{&a.dropLink, "DELETE FROM relationship WHERE key = ? RETURNING type"},
		{&a.putEvidence, "INSERT INTO evidence (relationship, passage, span) VALUES (?, ?, ?)" +
			" ON CONFLICT DO UPDATE SET span = excluded.span WHERE span <> excluded.span"},
		{&a.dropOneEvidence, "DELETE FROM evidence WHERE relationship = ? AND passage = ?"},
		{&a.dropEvidence, "DELETE FROM evidence WHERE relationship = ?"},
		{&a.count, "INSERT INTO tally (of, name, count) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"},
		{&a.remember, "INSERT INTO memory (key, hash, value, count) VALUES (?, ?, ?, ?)" +
			" ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count"},
		{&a.groups, groupsText},
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
