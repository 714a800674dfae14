// Package neo4jtest starts a real Neo4j for tests, without Docker: Java runs
// the jars that fetch.sh copies with Maven into .cache/neo4j/lib.
//
// One server serves all tests of a process. It listens on free ports of the
// loopback with authentication on, lives in a temporary folder, and goes when
// the process ends, however it ends. ENTENTE_TEST_NEO4J=bolt://user:pass@host:port
// names one that runs already; test processes then take turns, since each
// empties the store. It knows nothing of what is kept there.
//
//	store, err := neo4j.Open(ctx, neo4jtest.Fresh(t))
package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph/neo4j"
)

// Variable names the server to use instead of starting one.
const Variable = "ENTENTE_TEST_NEO4J"

// Server is a running Neo4j.
type Server struct {
	URL            string // bolt://127.0.0.1:port
	User, Password string
	Database       string
	// Process is the server's process id where it was started here, else 0.
	Process int
}

// Start returns the process's server, starting it at the first call. Where
// Java, Maven or the jars are missing the test is skipped, or fails if CI is
// set to true.
func Start(tb testing.TB) *Server {
	tb.Helper()
	s, err := shared()
	var missing *missingError
	switch {
	case err == nil:
		return s
	case errors.As(err, &missing) && os.Getenv("CI") != "true":
		tb.Skip(err)
	default:
		tb.Fatal(err)
	}
	return nil
}

// Fresh returns how to open the server's store, emptied. Tests that call it
// must not run in parallel.
func Fresh(tb testing.TB) neo4j.Options {
	tb.Helper()
	s := Start(tb)
	if err := s.wipe(tb.Context()); err != nil {
		tb.Fatalf("emptying the test's Neo4j: %v", err)
	}
	return neo4j.Options{URL: s.URL, User: s.User, Password: s.Password, Database: s.Database}
}

// missingError says what has to be there before a server can be started.
type missingError struct{ what string }

func (e *missingError) Error() string {
	return "no Neo4j for this test: " + e.what + "; or set " + Variable + "=bolt://user:password@host:port"
}

var shared = sync.OnceValues(func() (*Server, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	if given := os.Getenv(Variable); given != "" {
		return use(ctx, given)
	}
	java, err := exec.LookPath("java")
	if err != nil {
		return nil, &missingError{"install Java 17 or later"}
	}
	root := repository()
	if err := jars(ctx, root); err != nil {
		return nil, err
	}
	return launch(ctx, java, filepath.Join(root, ".cache", "neo4j", "lib"))
})

// use takes a server that runs already, once no other test process has it.
func use(ctx context.Context, given string) (*Server, error) {
	u, err := url.Parse(given)
	if err != nil || u.Host == "" || u.User == nil {
		return nil, fmt.Errorf("%s must look like bolt://user:password@host:port", Variable)
	}
	password, _ := u.User.Password()
	s := &Server{
		URL:  u.Scheme + "://" + u.Host,
		User: u.User.Username(), Password: password,
		Database: "neo4j",
	}
	if name := strings.Trim(u.Path, "/"); name != "" {
		s.Database = name
	}
	lock := filepath.Join(os.TempDir(), "entente-neo4j-"+strings.ReplaceAll(u.Host, ":", "-")+".lock")
	if err := takeTurn(lock); err != nil {
		return nil, fmt.Errorf("waiting for other tests to be done with %s: %w", s.URL, err)
	}
	return s, s.await(ctx)
}

// repository is the root of the working tree that this file was built from.
func repository() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Clean(filepath.Join(filepath.Dir(file), "..", "..", ".."))
}

// jars copies the server's jars with fetch.sh, unless they are there.
func jars(ctx context.Context, root string) error {
	script := filepath.Join(root, "graph", "neo4j", "neo4jtest", "fetch.sh")
	done, err := filepath.Glob(filepath.Join(root, ".cache", "neo4j", "lib", ".complete-*"))
	if _, look := exec.LookPath("mvn"); look != nil {
		if err == nil && len(done) > 0 {
			return nil
		}
		return &missingError{"install Maven, or run " + script + " where it is"}
	}
	out, err := exec.CommandContext(ctx, "sh", script).CombinedOutput()
	if err != nil {
		return &missingError{fmt.Sprintf("%s failed (%v): %s", script, err, tail(string(out)))}
	}
	return nil
}

// await waits until the server answers a statement over Bolt.
func (s *Server) await(ctx context.Context) error {
	driver, err := s.driver()
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	for {
		err := s.run(ctx, driver, "RETURN 1")
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("Neo4j at %s does not answer: %w", s.URL, err)
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// wipe deletes all data; constraints and indexes stay.
func (s *Server) wipe(ctx context.Context) error {
	driver, err := s.driver()
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	return s.run(ctx, driver,
		"MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
}

func (s *Server) driver() (bolt.DriverWithContext, error) {
	return bolt.NewDriverWithContext(s.URL, bolt.BasicAuth(s.User, s.Password, ""))
}

func (s *Server) run(ctx context.Context, driver bolt.DriverWithContext, statement string) error {
	session := driver.NewSession(ctx, bolt.SessionConfig{DatabaseName: s.Database})
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	result, err := session.Run(ctx, statement, nil)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// tail is the last lines of a log.
func tail(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-8):], "\n")
}
