package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed" // the migrations
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// applicationID marks a SQLite file as a store of ours: "Entt".
const applicationID = 0x456e7474

// first.sql makes the tables of version 1, save the columns that the ontology
// gives, which addColumns makes.
//
//go:embed migrations/first.sql
var first string

// migrations bring a store forward, the n-th to version n+1. One that was
// released is never changed.
func migrations() []string { return []string{first} }

// Version is the version of the stores that this package writes.
func Version() int { return len(migrations()) }

// inspect looks at a file without changing it, and reports whether it is to
// become a new store. It refuses what is no store of ours, or a newer one.
func inspect(ctx context.Context, path string, readOnly bool) (fresh bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && readOnly:
		return false, fmt.Errorf("opening %s: %w: there is no store: load documents into it first", path, graph.ErrNotFound)
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, fmt.Errorf("opening %s: %w: %w", path, graph.ErrUnavailable, err)
	case info.IsDir():
		return false, fmt.Errorf("opening %s: %w: it is a folder: name a file in it", path, graph.ErrInvalid)
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("opening %s: %w: it is not a regular file: name another", path, graph.ErrInvalid)
	case info.Size() == 0 && !hasLog(path):
		return true, emptyToRead(path, readOnly)
	}
	if err := inspectHeader(path, info.Size()); err != nil {
		return false, err
	}
	fresh, err = inspectVersion(ctx, path, "mode=ro")
	if isReadOnly(err) && !readOnly {
		// A program that was killed left a journal, and only who may write may roll it back.
		fresh, err = inspectVersion(ctx, path, "mode=rw")
	}
	if err != nil {
		return false, translate(err, "opening "+path)
	}
	if fresh {
		return true, emptyToRead(path, readOnly)
	}
	return false, nil
}

// emptyToRead refuses to read a store that holds nothing, not even its tables:
// one whose making was killed, or not yet done.
func emptyToRead(path string, readOnly bool) error {
	if readOnly {
		return fmt.Errorf("opening %s: %w: the store is empty: load documents into it first", path, graph.ErrNotFound)
	}
	return nil
}

// hasLog reports whether a write-ahead log with something in it lies beside the file.
func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// inspectHeader tells a SQLite file from another, and from the beginning of one.
func inspectHeader(path string, size int64) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening %s: %w: it cannot be read: look at its permissions: %w", path, graph.ErrUnavailable, err)
	}
	defer f.Close()
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	if n == 0 && hasLog(path) {
		return nil // all of it is still in the log
	}
	if err != nil || !bytes.HasPrefix(header, []byte("SQLite format 3\x00")) {
		return fmt.Errorf("opening %s: %w: it is not a store: name another file, or one that is not there yet", path, graph.ErrInvalid)
	}
	pageSize := int64(binary.BigEndian.Uint16(header[16:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	pages := int64(binary.BigEndian.Uint32(header[28:]))
	counted := bytes.Equal(header[24:28], header[92:96]) // the number of pages is valid
	if counted && !hasLog(path) && size < pages*pageSize {
		return fmt.Errorf("opening %s: %w: the file was cut short (%d of %d bytes): restore it from a backup", path, graph.ErrInvalid, size, pages*pageSize)
	}
	return nil
}

// inspectVersion reads by the database itself, which knows what its log holds.
// A file without tables is what is left of a store that was not made to the end.
func inspectVersion(ctx context.Context, path, mode string) (fresh bool, err error) {
	db, err := dial(path, mode)
	if err != nil {
		return false, err
	}
	defer db.Close()
	application, version, err := versions(ctx, db)
	if err != nil {
		return false, err
	}
	var tables int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return false, err
	}
	switch {
	case application == 0 && version == 0 && tables == 0:
		return true, nil
	case application != applicationID:
		return false, fmt.Errorf("%w: it belongs to another program: name another file", graph.ErrInvalid)
	}
	return false, refuseNewer(version)
}

// refuseNewer refuses a version that this program does not know.
func refuseNewer(version int) error {
	if version > Version() {
		return fmt.Errorf("%w: the store has version %d, this program knows %d: use a newer program", graph.ErrConflict, version, Version())
	}
	return nil
}

func versions(ctx context.Context, db querier) (application, version int, err error) {
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
		return 0, 0, err
	}
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return application, version, err
}

// querier is what *sql.DB, *sql.Conn and *sql.Tx share.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// migrate brings the store to this version in one transaction, or leaves it as
// it is. Another program may have done so since the file was inspected.
func migrate(ctx context.Context, db *sql.DB, path string, fresh bool) error {
	doing := "bringing " + path + " to this version"
	if fresh {
		doing = "making " + path
	}
	done, err := isCurrent(ctx, db)
	for start := time.Now(); isBusy(err) && time.Since(start) < busyTimeout && ctx.Err() == nil; {
		// A connection turns the file to WAL as it opens. While another one does
		// the same SQLite refuses at once, whatever the busy timeout.
		time.Sleep(busyTimeout / 500)
		done, err = isCurrent(ctx, db)
	}
	if err != nil {
		return translate(err, doing)
	}
	if done {
		return nil
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return translate(err, doing)
	}
	defer tx.Rollback()
	_, version, err := versions(ctx, tx)
	if err == nil {
		err = refuseNewer(version)
	}
	if err != nil {
		return translate(err, doing)
	}
	for v := version; v < Version(); v++ {
		if _, err := tx.ExecContext(ctx, migrations()[v]); err != nil {
			return translate(err, fmt.Sprintf("%s: step %d", doing, v+1))
		}
	}
	for _, t := range tables() {
		if err := addColumns(ctx, tx, t); err != nil {
			return translate(err, doing)
		}
	}
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, Version())
	if _, err := tx.ExecContext(ctx, marks); err != nil {
		return translate(err, doing)
	}
	return translate(tx.Commit(), doing)
}

// isCurrent reports whether there is nothing to do, without taking the file's lock.
func isCurrent(ctx context.Context, db *sql.DB) (bool, error) {
	application, version, err := versions(ctx, db)
	if err != nil || application != applicationID || version != Version() {
		return false, err
	}
	for _, t := range tables() {
		missing, err := missingColumns(ctx, db, t)
		if err != nil || len(missing) > 0 {
			return false, err
		}
	}
	return true, nil
}

// table is one of the two whose columns the ontology gives.
type table struct {
	name       string
	properties []schema.Property
}

func tables() []table {
	return []table{{"node", nodeColumns()}, {"relationship", relationshipColumns()}}
}

// nodeColumns lists the properties of all labels without id, which every node has.
var nodeColumns = sync.OnceValue(func() []schema.Property {
	var out []schema.Property
	for _, p := range schema.Columns() {
		if p.Name != "id" {
			out = append(out, p)
		}
	}
	return out
})

// nodeProperties is nodeColumns by name.
var nodeProperties = sync.OnceValue(func() map[string]schema.Property {
	out := map[string]schema.Property{}
	for _, p := range nodeColumns() {
		out[p.Name] = p
	}
	return out
})

// relationshipColumns lists the properties of all relationships, each once, in
// order of the ontology.
var relationshipColumns = sync.OnceValue(func() []schema.Property {
	var out []schema.Property
	seen := map[string]bool{}
	for _, r := range schema.Relationships() {
		for _, p := range r.Properties {
			if !seen[p.Name] {
				seen[p.Name] = true
				out = append(out, p)
			}
		}
	}
	return out
})

func missingColumns(ctx context.Context, db querier, t table) ([]schema.Property, error) {
	rows, err := db.QueryContext(ctx, "SELECT name FROM pragma_table_info(?)", t.name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	there := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		there[name] = true
	}
	var missing []schema.Property
	for _, p := range t.properties {
		if !there[p.Name] {
			missing = append(missing, p)
		}
	}
	return missing, rows.Err()
}

// addColumns makes a column for each property that has none, and an index for
// each date of nodes: dates are what nodes are most often narrowed by.
func addColumns(ctx context.Context, db querier, t table) error {
	missing, err := missingColumns(ctx, db, t)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, p := range missing {
		fmt.Fprintf(&b, "ALTER TABLE %s ADD COLUMN %s %s;\n", t.name, quote(p.Name), affinity(p.Kind))
		if p.Kind == schema.Date && t.name == "node" {
			fmt.Fprintf(&b, "CREATE INDEX %s ON node(%s, label) WHERE %[2]s IS NOT NULL;\n", quote("node_"+p.Name), quote(p.Name))
		}
	}
	if b.Len() == 0 {
		return nil
	}
	_, err = db.ExecContext(ctx, b.String())
	return err
}

func affinity(k schema.Kind) string {
	switch k {
	case schema.Int:
		return "INTEGER"
	case schema.Float:
		return "REAL"
	}
	return "TEXT" // a list is a JSON array
}

// quote makes a name of the schema an SQL identifier.
func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
