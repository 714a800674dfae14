// Package sqlite keeps a graph in one SQLite file and answers questions from
// it, each by one statement.
//
// It knows SQL, the driver (of which it is the only importer) and the
// ontology's tables, from which it derives its columns; it knows no label or
// property by name, no GraphQL and nothing of documents.
//
//	store, err := sqlite.Open(ctx, "entente.db", sqlite.Options{})
//	…
//	defer store.Close()
//	answer, err := store.Query(ctx, query)
package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"

	"github.com/entente-graph/entente/graph"
)

// busyTimeout is how long is waited for another program that holds the file.
const busyTimeout = 5 * time.Second

// Options say how a store is opened.
type Options struct {
	// ReadOnly opens a store that is there, and refuses to change it.
	ReadOnly bool
	// Trace, where it is set, is called with the text of every statement that
	// is sent to the database once the store is open, from any goroutine.
	Trace func(statement string)
}

// Store is a graph in one SQLite file: one connection that writes, and a few
// that read, each request from a snapshot of its own.
type Store struct {
	path     string
	readOnly bool
	trace    func(string)

	readers    *sql.DB
	statements *statements // prepared on readers

	write  sync.Mutex // one transaction at a time waits here, not on the file's lock
	writer *sql.DB    // nil where the store is read-only
	apply  *applyStatements

	closing sync.Once
	closed  error
}

var _ graph.Store = (*Store)(nil)

// Open opens the store at path, and makes one where there is no file or an
// empty one. A store of an older version is brought forward. It gives
// graph.ErrConflict for a store of a newer version, graph.ErrInvalid for what
// is no store of ours, graph.ErrNotFound for a missing one that is to be read
// only; the message says what to do.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, readOnly: o.ReadOnly, trace: o.Trace}
	if s.trace == nil {
		s.trace = func(string) {}
	}
	fresh, err := inspect(ctx, path, o.ReadOnly)
	if err != nil {
		return nil, err
	}
	if err := s.connect(ctx, fresh); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Store) connect(ctx context.Context, fresh bool) error {
	if !s.readOnly {
		db, err := dial(s.path, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)",
			"_pragma=foreign_keys(1)", "_pragma=journal_size_limit(67108864)", "_pragma=cache_size(-32000)")
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(1)
		s.writer = db
		if err := migrate(ctx, db, s.path, fresh); err != nil {
			return err
		}
		if s.apply, err = prepareApply(ctx, db); err != nil {
			return translate(err, "preparing "+s.path)
		}
	}
	mode := "mode=rw"
	if s.readOnly {
		mode = "mode=ro"
	}
	db, err := dial(s.path, mode, "_pragma=query_only(1)", "_pragma=cache_size(-32000)", "_pragma=mmap_size(1073741824)")
	if err != nil {
		return err
	}
	size := max(4, runtime.NumCPU())
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	s.readers, s.statements = db, newStatements(db)
	return s.Ping(ctx)
}

// dial makes a pool of connections to the file, with the functions that our
// statements use and the settings that all connections share.
func dial(path string, settings ...string) (*sql.DB, error) {
	d := &sqlite.Driver{}
	for name, f := range functions() {
		if err := d.RegisterDeterministicScalarFunction(name, 1, f); err != nil {
			return nil, fmt.Errorf("preparing to open %s: %w", path, err)
		}
	}
	settings = append([]string{fmt.Sprintf("_pragma=busy_timeout(%d)", busyTimeout.Milliseconds()), "_pragma=trusted_schema(0)"}, settings...)
	return sql.OpenDB(connector{d, uri(path) + "?" + strings.Join(settings, "&")}), nil
}

// uri names a file in SQLite's URI form, whatever characters its path has.
func uri(path string) string { return "file:" + (&url.URL{Path: path}).EscapedPath() }

// connector opens connections by a driver of our own, so that its functions
// are not registered for the whole program.
type connector struct {
	driver *sqlite.Driver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// function is a scalar function of one argument, callable from SQL.
type function = func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error)

// functions lists what our statements call: fold is graph.Fold, shortest
// writes a number in the fewest digits that read back as the same number
// (SQLite's own JSON drops some). Both keep NULL.
func functions() map[string]function {
	return map[string]function{
		"fold": func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if s, ok := args[0].(string); ok {
				return graph.Fold(s), nil
			}
			return args[0], nil
		},
		"shortest": func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if f, ok := args[0].(float64); ok {
				return strconv.FormatFloat(f, 'g', -1, 64), nil
			}
			return args[0], nil
		},
	}
}

// Ping implements graph.Store.
func (s *Store) Ping(ctx context.Context) error {
	const text = "SELECT generation FROM meta"
	s.trace(text)
	var generation uint64
	if err := s.readers.QueryRowContext(ctx, text).Scan(&generation); err != nil {
		return translate(err, "reading "+s.path)
	}
	return nil
}

// Close implements graph.Store.
func (s *Store) Close() error {
	s.closing.Do(func() {
		var errs []error
		if s.readers != nil {
			s.statements.close()
			errs = append(errs, s.readers.Close())
		}
		if s.writer != nil {
			s.write.Lock()
			defer s.write.Unlock()
			errs = append(errs, s.writer.Close())
		}
		if err := errors.Join(errs...); err != nil {
			s.closed = translate(err, "closing "+s.path)
		}
	})
	return s.closed
}
