package neo4j_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// another commit was announced, whose writer is not heard of any more.
const died = "MATCH (c:_Meta {id: 'commits'}) SET c.announced = c.announced + 1"

// observed opens the store so that its statements are counted.
func observed(t *testing.T, o neo4j.Options) (*neo4j.Store, *graphtest.Trace) {
	t.Helper()
	trace := &graphtest.Trace{}
	o.Trace = trace.Record
	return openWith(t, o), trace
}

// told opens the store so that say is called before each statement that holds
// the words.
func told(t *testing.T, o neo4j.Options, words string, say func()) *neo4j.Store {
	t.Helper()
	o.Trace = func(statement string) {
		if strings.Contains(statement, words) {
			say()
		}
	}
	return openWith(t, o)
}

func named(name string) *graph.Changes {
	return &graph.Changes{
		PutNodes: []graph.Node{{Label: "State", ID: "az", Properties: graph.Properties{"name": name}}},
		Memory:   []graph.Memory{{Key: "k", Value: name, Delta: 1}},
	}
}

func write(t *testing.T, s *neo4j.Store, name string) {
	t.Helper()
	if err := s.Apply(t.Context(), named(name)); err != nil {
		t.Errorf("writing %s: %v", name, err)
	}
}

// looks are the ways to look at what named writes; each gives the last name.
var looks = map[string]func(context.Context, *neo4j.Store) (string, error){
	"Query": func(ctx context.Context, s *neo4j.Store) (string, error) {
		answer, err := s.Query(ctx, &graph.Query{Roots: []graph.Root{{Lookup: &graph.Lookup{IDs: []string{"az"}, Node: graph.Selection{Properties: []string{"name"}}}}}})
		if err != nil {
			return "", err
		}
		return fmt.Sprint(answer.Results[0].Objects[0].Properties["name"]), nil
	},
	"Groups": func(ctx context.Context, s *neo4j.Store) (string, error) {
		groups, err := s.Groups(ctx, []string{"k"})
		if err != nil {
			return "", err
		}
		all := groups.ByKey["k"]
		return all[len(all)-1].Value, nil
	},
	"Scan": func(ctx context.Context, s *neo4j.Store) (string, error) {
		name := ""
		for record, err := range s.Scan(ctx) {
			if err != nil {
				return "", err
			}
			name = fmt.Sprint(record.Node.Properties["name"])
		}
		return name, nil
	},
}

// plainly wants each way of looking to give a name, at as many statements as it
// takes where nobody writes.
func plainly(t *testing.T, s *neo4j.Store, trace *graphtest.Trace, want string) {
	t.Helper()
	for what, look := range looks {
		before := trace.Statements()
		got, err := look(t.Context(), s)
		if err != nil || got != want {
			t.Errorf("%s: got %q, %v, want %q", what, got, err, want)
		}
		if _, again := look(t.Context(), s); again != nil {
			t.Errorf("%s: got error %v, want none", what, again)
		}
		if n := trace.Statements() - before; what != "Scan" && n != 2 {
			t.Errorf("%s: got %d statements for two looks, want one each", what, n)
		}
	}
}

func TestReadersAndWritersOfManyProcesses(t *testing.T) {
	o := neo4jtest.Fresh(t)
	graphtest.Torn(t, openWith(t, o), openWith(t, o), openWith(t, o))
}

// TestWriterThatDied announces a commit that is never settled: whoever looks
// first asks writers to wait, once, and after that all is as it was.
func TestWriterThatDied(t *testing.T) {
	o := neo4jtest.Fresh(t)
	s, trace := observed(t, o)
	write(t, s, "a")
	plainly(t, s, trace, "a")
	for what, look := range looks {
		tamper(t, o, died)
		before := trace.Statements()
		if got, err := look(t.Context(), s); err != nil || got != "a" {
			t.Errorf("%s: got %q, %v, want a", what, got, err)
		}
		if n := trace.Statements() - before; n < 4 {
			t.Errorf("%s: got %d statements, want some more than one", what, n)
		}
		plainly(t, s, trace, "a")
	}
	tamper(t, o, died)
	write(t, s, "b")
	plainly(t, s, trace, "b")
}

// TestReadersOfAChange looks at the store at each moment of a change: as long as
// it is only made nobody is in its way or hindered by it, and once its commit
// is made it is seen, whether it is settled or not.
func TestReadersOfAChange(t *testing.T) {
	o := neo4jtest.Fresh(t)
	s, trace := observed(t, o)
	write(t, s, "a")
	write(t, told(t, o, "c.announced + 1", func() { plainly(t, s, trace, "a") }), "b")
	plainly(t, s, trace, "b")
	write(t, told(t, o, "c.settled = $p.commit", func() {
		for what, look := range looks {
			if got, err := look(t.Context(), s); err != nil || got != "c" {
				t.Errorf("%s: got %q, %v, want c", what, got, err)
			}
		}
	}), "c")
	plainly(t, s, trace, "c")
}

// TestRefusedChangesAreNotAnnounced holds that they cost readers nothing.
func TestRefusedChangesAreNotAnnounced(t *testing.T) {
	s, trace := observed(t, neo4jtest.Fresh(t))
	write(t, s, "a")
	for _, c := range []*graph.Changes{{Base: 1}, {Memory: []graph.Memory{{Key: "k", Value: "nothing", Delta: -1}}}} {
		if err := s.Apply(t.Context(), c); err == nil {
			t.Errorf("applying %+v: got no error, want one", c)
		}
		plainly(t, s, trace, "a")
	}
}

// TestManyWaitForTheLock has more readers ask for the lock than there are
// connections, while a writer that has it still needs one.
func TestManyWaitForTheLock(t *testing.T) {
	o := neo4jtest.Fresh(t)
	s := openWith(t, o)
	write(t, s, "a")
	var readers sync.WaitGroup
	var wrong atomic.Int32
	writer := make(chan *neo4j.Store, 1)
	s = told(t, o, "c.announced + 1", func() {
		tamper(t, o, died)
		s := <-writer
		for range 120 {
			readers.Go(func() {
				if _, err := looks["Query"](t.Context(), s); err != nil {
					wrong.Add(1)
				}
			})
		}
		time.Sleep(500 * time.Millisecond) // until they have tried in vain
	})
	writer <- s
	begin := time.Now()
	write(t, s, "b")
	if took := time.Since(begin); took > 8*time.Second {
		t.Errorf("writing took %v, want it not to wait for readers", took)
	}
	readers.Wait()
	if n := wrong.Load(); n > 0 {
		t.Errorf("got %d readers without an answer, want none", n)
	}
}

// TestOlderStore opens a store of the layout that counted no commits.
func TestOlderStore(t *testing.T) {
	o := neo4jtest.Fresh(t)
	write(t, openWith(t, o), "a")
	tamper(t, o, "MATCH (c:_Meta {id: 'commits'}) DELETE c")
	tamper(t, o, "MATCH (m:_Meta {id: 'store'}) SET m.version = 1")
	s, trace := observed(t, o)
	plainly(t, s, trace, "a")
	write(t, s, "b")
	plainly(t, s, trace, "b")
}
