package main_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

var (
	kills      = flag.Int("kills", 50, "how often a load into SQLite is killed")
	killsNeo4j = flag.Int("kills-neo4j", 3, "how often a load into Neo4j is killed")
	cuts       = flag.Int("cuts", 5, "how often the connections of a load into Neo4j are cut")
	makings    = flag.Int("makings", 1, "how often a load is killed while it makes Neo4j's constraints")
	interrupts = flag.Int("interrupts", 4, "how often a load into each store is asked to end")
)

// program builds ./entente once for all end-to-end tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "entente-endtoend")
	if err != nil {
		return "", err
	}
	if err := os.Chmod(dir, 0o755); err != nil { // some tests run it as another user
		return "", err
	}
	path := filepath.Join(dir, "entente")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", &buildError{string(out), err}
	}
	return path, nil
})

type buildError struct {
	out string
	err error
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + e.out }

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := program(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// place is a store as the command line names it.
type place struct {
	url string
	env []string
}

func embedded(t *testing.T) place {
	return place{url: "sqlite:" + filepath.Join(t.TempDir(), "entente.db")}
}

func server(t *testing.T) place {
	o := neo4jtest.Fresh(t)
	return place{url: o.URL, env: []string{"ENTENTE_STORE_USER=" + o.User, "ENTENTE_STORE_PASSWORD=" + o.Password}}
}

func (p place) command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, append(args, "--store", p.url)...)
	c.Env = append(os.Environ(), p.env...)
	c.Dir = t.TempDir()
	return c
}

func (p place) run(t *testing.T, args ...string) string {
	t.Helper()
	c := p.command(t, args...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("entente %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return out.String()
}

// documents are the seeds, and the article that lies beside the repository
// where it does: its text is not ours to keep.
func documents(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"seeds/*.txt", "seeds/*.md", "seeds/*.html", "../shared/seeds/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			abs, err := filepath.Abs(f)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, abs)
		}
	}
	if len(all) < 8 {
		t.Fatalf("got %d documents, want the seeds", len(all))
	}
	return all
}

func load(docs ...string) []string { return append([]string{"load", "--quiet"}, docs...) }

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: the exports differ (-want +got):\n%s", what, cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")))
	}
}

func TestTheSameClaimsGiveTheSameBytes(t *testing.T) {
	docs := documents(t)
	first := embedded(t)
	first.run(t, load(docs...)...)
	want := first.run(t, "export")
	if strings.Count(want, "\n") < 500 {
		t.Fatalf("got an export of %d lines, want a graph", strings.Count(want, "\n"))
	}

	t.Run("twice", func(t *testing.T) {
		first.run(t, load(docs...)...)
		same(t, "loaded twice", first.run(t, "export"), want)
	})
	t.Run("any order", func(t *testing.T) {
		for seed := range uint64(3) {
			p, order := embedded(t), append([]string(nil), docs...)
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, d := range order {
				p.run(t, load(d)...)
			}
			same(t, "another order", p.run(t, "export"), want)
		}
	})
	t.Run("unload", func(t *testing.T) {
		for i, d := range docs {
			if testing.Short() && i > 1 {
				break
			}
			p, never := embedded(t), embedded(t)
			p.run(t, load(docs...)...)
			p.run(t, "unload", "--quiet", filepath.Base(d))
			never.run(t, load(append(append([]string(nil), docs[:i]...), docs[i+1:]...)...)...)
			same(t, "without "+filepath.Base(d), p.run(t, "export"), never.run(t, "export"))
		}
	})
	t.Run("import", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "graph.jsonl")
		first.run(t, "export", "-o", file)
		p := embedded(t)
		for range 2 {
			p.run(t, "import", "--quiet", file)
			same(t, "imported", p.run(t, "export"), want)
		}
	})
	t.Run("claims", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "claims.jsonl")
		first.run(t, "export", "--claims", "-o", file)
		p := embedded(t)
		p.run(t, load(file)...)
		same(t, "loaded from claims", p.run(t, "export"), want)
	})
	t.Run("check", func(t *testing.T) {
		if got := first.run(t, "check", "--quiet"); got != "" {
			t.Errorf("check: got %s, want nothing", got)
		}
	})
	t.Run("Neo4j", func(t *testing.T) {
		p := server(t)
		p.run(t, load(docs...)...)
		same(t, "Neo4j", p.run(t, "export"), want)
		p.run(t, load(docs...)...)
		same(t, "Neo4j, loaded twice", p.run(t, "export"), want)
		if got := p.run(t, "check", "--quiet"); got != "" {
			t.Errorf("check: got %s, want nothing", got)
		}
	})
}

// TestKilledLoadsLoseNothing kills a load at random moments, loads again, and
// wants what an undisturbed load gives.
func TestKilledLoadsLoseNothing(t *testing.T) {
	docs := documents(t)
	undisturbed := embedded(t)
	undisturbed.run(t, load(docs...)...)
	want := undisturbed.run(t, "export")

	for _, c := range []struct {
		name   string
		store  func(*testing.T) place
		rounds int
	}{{"SQLite", embedded, *kills}, {"Neo4j", server, *killsNeo4j}} {
		t.Run(c.name, func(t *testing.T) {
			rounds := c.rounds
			if testing.Short() {
				rounds = min(rounds, 3)
			}
			p := c.store(t)
			begin := time.Now()
			p.run(t, load(docs...)...)
			whole := time.Since(begin)
			for range rounds {
				p := c.store(t)
				killed := p.command(t, load(docs...)...)
				if err := killed.Start(); err != nil {
					t.Fatal(err)
				}
				at := time.Duration(rand.Int64N(int64(whole)))
				time.Sleep(at)
				killed.Process.Signal(syscall.SIGKILL)
				killed.Wait()
				p.run(t, load(docs...)...)
				same(t, "killed after "+at.String(), p.run(t, "export"), want)
			}
		})
	}
}
