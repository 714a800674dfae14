// Package neo4j keeps a graph in Neo4j 5 and answers graph.Query with one
// Cypher statement.
//
// It knows Cypher, Bolt and the ontology's tables, and neither GraphQL nor
// what documents say; no other package imports the driver. Nodes carry their
// label and their properties, relationships their type and theirs, so that
// the graph can be read with any of Neo4j's own tools. What the store needs
// beside them (evidence, memory, folded copies of texts) has names that begin
// with "_"; no query or scan shows it.
//
//	store, err := neo4j.Open(ctx, neo4j.Options{URL: "neo4j://localhost:7687", User: "neo4j", Password: secret})
//	answer, err := store.Query(ctx, &graph.Query{Roots: []graph.Root{{Stats: true}}})
package neo4j

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/entente-graph/entente/graph"
)

// Options say where the store is.
type Options struct {
	// URL is neo4j://host:7687, neo4j+s://… or bolt://…, without user and
	// password; it may end in "/" and the name of the database.
	URL string
	// User and Password are those of a Neo4j user who may write and make indexes.
	User, Password string
	// Database is the name of the database; empty means the URL's, else the server's default.
	Database string
	// Timeout is the longest that a statement may take; 0 means 30 s.
	Timeout time.Duration
	// Trace, where set, is called with every statement that is sent.
	Trace func(statement string)
}

// How long things may take. The driver's own patience is that of a batch job.
const (
	openTimeout      = 10 * time.Second // all of Open before the indexes are made
	makingTimeout    = time.Minute      // of indexes that another makes as well
	connectTimeout   = 5 * time.Second
	acquireTimeout   = 10 * time.Second // a connection from the pool
	statementTimeout = 30 * time.Second // unless Options say otherwise
	writeTimeout     = 10 * time.Minute // one transaction of changes
	retryTimeout     = 2 * time.Minute  // of changes, as long as a restart takes
	settleTimeout    = 5 * time.Second  // of saying that a commit is over
	pingTimeout      = 3 * time.Second
)

// Store is a graph in Neo4j. It is made by Open.
type Store struct {
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager // lets a reader see what its writer wrote, in a cluster too
	database  string
	address   string // for messages: scheme and host
	timeout   time.Duration
	trace     func(string)
	turn      chan struct{} // holds one: who has the store's lock or waits for it
	close     sync.Once
}

var _ graph.Store = (*Store)(nil)

// Open connects to the store, once: it fails soon where the address, the
// password or the database is wrong, and says which. It makes what indexes
// and constraints are missing and waits until they are filled. ErrUnavailable
// is a server that does not answer, ErrInvalid a wrong address, user, password
// or database, ErrConflict a store of a newer version or of something else.
func Open(ctx context.Context, o Options) (*Store, error) {
	target, address, database, err := parseURL(o.URL)
	if err != nil {
		return nil, err
	}
	if o.Database != "" {
		database = o.Database
	}
	driver, err := neo4j.NewDriverWithContext(target, neo4j.BasicAuth(o.User, o.Password, ""), configure)
	if err != nil {
		return nil, fmt.Errorf("opening the store at %s: %w: the address cannot be used", address, graph.ErrInvalid)
	}
	s := &Store{
		driver: driver, database: database, address: address,
		bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{}),
		timeout:   o.Timeout, trace: o.Trace, turn: make(chan struct{}, 1),
	}
	if s.timeout <= 0 {
		s.timeout = statementTimeout
	}
	if s.trace == nil {
		s.trace = func(string) {}
	}
	if err := s.prepare(ctx); err != nil {
		_ = s.Close() // err says more
		return nil, err
	}
	return s, nil
}

// parseURL takes an address apart: what the driver needs, what messages may
// show, and the database. No error shows the address whole, since people put
// passwords there.
func parseURL(address string) (target, shown, database string, err error) {
	schemes := []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return "", "", "", fmt.Errorf("opening a Neo4j store: %w: its address cannot be read, write neo4j://host:7687/database", graph.ErrInvalid)
	case !slices.Contains(schemes, u.Scheme):
		return "", "", "", fmt.Errorf("opening a Neo4j store: %w: its address begins with one of %s://", graph.ErrInvalid, strings.Join(schemes, "://, "))
	case u.Hostname() == "":
		return "", "", "", fmt.Errorf("opening a Neo4j store: %w: its address names no host, write %s://host:7687", graph.ErrInvalid, u.Scheme)
	case u.User != nil:
		return "", "", "", fmt.Errorf("opening a Neo4j store: %w: user and password do not belong into the address, give them apart", graph.ErrInvalid)
	}
	database = strings.Trim(u.Path, "/")
	if strings.Contains(database, "/") {
		return "", "", "", fmt.Errorf("opening a Neo4j store: %w: after the host stands the name of one database at most", graph.ErrInvalid)
	}
	u.Path, u.Fragment = "", ""
	shown = u.Scheme + "://" + u.Host
	return u.String(), shown, database, nil
}

func configure(c *config.Config) {
	c.UserAgent = "entente"
	c.SocketConnectTimeout = connectTimeout
	c.ConnectionAcquisitionTimeout = acquireTimeout
	c.MaxConnectionPoolSize = 100
	c.MaxConnectionLifetime = time.Hour
	c.ConnectionLivenessCheckTimeout = time.Minute
	c.MaxTransactionRetryTime = retryTimeout
	c.FetchSize = neo4j.FetchAll
	c.TelemetryDisabled = true
}

// session opens a session of an access mode. The caller closes it.
func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmarks, FetchSize: neo4j.FetchAll,
	})
}

// letGo ends a session or rolls a transaction back, also where ctx has ended.
// What goes wrong there has shown before, and a lost connection is thrown away.
func letGo(ctx context.Context, held interface{ Close(context.Context) error }) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
	defer cancel()
	_ = held.Close(ctx)
}

// read sends one statement as a transaction of its own, for reading, and
// gives all rows.
func (s *Store) read(ctx context.Context, statement string, params map[string]any) ([]*neo4j.Record, error) {
	return s.send(ctx, neo4j.AccessModeRead, s.timeout, statement, params)
}

func (s *Store) send(ctx context.Context, mode neo4j.AccessMode, timeout time.Duration, statement string, params map[string]any) ([]*neo4j.Record, error) {
	session := s.session(ctx, mode)
	defer letGo(ctx, session)
	s.trace(statement)
	result, err := session.Run(ctx, statement, params, neo4j.WithTxTimeout(timeout))
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// Ping tells whether the store answers, within three seconds.
func (s *Store) Ping(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, pingTimeout)
	defer cancel()
	if _, err := s.read(limited, "RETURN 1", nil); err != nil {
		return s.failure(ctx, "asking whether the store answers", err)
	}
	return nil
}

// Close lets go of all connections. It may be called twice.
func (s *Store) Close() error {
	var err error
	s.close.Do(func() { err = s.driver.Close(context.Background()) })
	if err != nil {
		return fmt.Errorf("closing the store at %s: %w", s.address, err)
	}
	return nil
}
