package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

var update = flag.Bool("update", false, "write the store of this version into testdata")

// small is what every version's store in testdata holds.
func small() *graph.Changes {
	return &graph.Changes{
		PutNodes: []graph.Node{
			{Label: "State", ID: "is", Properties: graph.Properties{"name": "Iceland", "capital": "Reykjavík"}},
			{Label: "Leader", ID: "leader-vigdis", FormerIDs: []string{"leader-v"}, Properties: graph.Properties{"name": "Vigdís", "aliases": []string{"V."}},
				Disagreements: []graph.Disagreement{{Field: "name", Value: "Vigdis", Evidence: []string{"passage-1"}}}},
			{Label: "Passage", ID: "passage-1", Properties: graph.Properties{"text": "Vigdís was president of Iceland.", "index": int64(0), "start": int64(0), "end": int64(32)}},
		},
		PutRelationships: []graph.PutRelationship{{Relationship: graph.Relationship{
			Type: "HOLDS_OFFICE", From: graph.Ref{Label: "Leader", ID: "leader-vigdis"}, To: graph.Ref{Label: "State", ID: "is"},
			Properties: graph.Properties{"title": "president", "from": "1980"},
			Evidence:   []string{"passage-1"}, Spans: []string{"0-31"}, Confidence: 0.91,
		}}},
		Memory: []graph.Memory{{Key: "leader vigdis", Value: "{}", Delta: 2}},
	}
}

func records(t *testing.T, s graph.Store) []graph.Record {
	t.Helper()
	var out []graph.Record
	for r, err := range s.Scan(t.Context()) {
		if err != nil {
			t.Fatalf("scanning: got %v, want nil", err)
		}
		out = append(out, r)
	}
	return out
}

func sound(t *testing.T, s graph.Store) {
	t.Helper()
	for v, err := range s.Check(t.Context()) {
		t.Errorf("checking: got %v, %v, want nothing", v, err)
	}
}

// raw opens a file as any program can that knows no stores.
func raw(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// made is the path of a closed store that holds small.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a store #1?.db")
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Apply(t.Context(), small()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestEveryVersionOpens(t *testing.T) {
	if *update {
		path := made(t)
		raw(t, "file:"+strings.NewReplacer("#", "%23", "?", "%3f").Replace(path), "PRAGMA journal_mode = DELETE", "VACUUM")
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fmt.Sprintf("testdata/version-%d.db", sqlite.Version()), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := open(t, filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	if err := want.Apply(t.Context(), small()); err != nil {
		t.Fatal(err)
	}
	for v := 1; v <= sqlite.Version(); v++ {
		t.Run(fmt.Sprint(v), func(t *testing.T) {
			file, err := os.ReadFile(fmt.Sprintf("testdata/version-%d.db", v))
			if err != nil {
				t.Fatalf("got no store of version %d: write it by -update: %v", v, err)
			}
			path := filepath.Join(t.TempDir(), "graph.db")
			if err := os.WriteFile(path, file, 0o644); err != nil {
				t.Fatal(err)
			}
			got := open(t, path, sqlite.Options{})
			if diff := cmp.Diff(records(t, want), records(t, got)); diff != "" {
				t.Errorf("got other than wanted (-want +got):\n%s", diff)
			}
			sound(t, got)
			groups, err := got.Groups(t.Context(), []string{"leader vigdis"})
			if err != nil || groups.Generation != 2 || len(groups.ByKey) != 1 {
				t.Errorf("got memory %+v, %v, want one key at generation 2", groups, err)
			}
			if err := got.Apply(t.Context(), small()); err != nil {
				t.Errorf("changing it: got %v, want nil", err)
			}
		})
	}
}

// TestNewProperty opens a store that was made when the ontology had a property less.
func TestNewProperty(t *testing.T) {
	path := made(t)
	raw(t, "file:"+strings.NewReplacer("#", "%23", "?", "%3f").Replace(path), `DROP INDEX "node_signedOn"`, `ALTER TABLE node DROP COLUMN "signedOn"`)
	s := open(t, path, sqlite.Options{})
	agreement := graph.Node{Label: "Agreement", ID: "agreement-a", Properties: graph.Properties{"title": "a", "signedOn": "2024"}}
	if err := s.Apply(t.Context(), &graph.Changes{PutNodes: []graph.Node{agreement}}); err != nil {
		t.Fatalf("using the property: got %v, want nil", err)
	}
	if got := *records(t, s)[0].Node; !cmp.Equal(got, agreement) {
		t.Errorf("got %v, want %v", got, agreement)
	}
}

func TestRefusals(t *testing.T) {
	file := func(t *testing.T, content []byte) string {
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	changed := func(t *testing.T, statement string) string {
		content, err := os.ReadFile(made(t))
		if err != nil {
			t.Fatal(err)
		}
		path := file(t, content)
		raw(t, path, statement, "PRAGMA journal_mode = DELETE")
		return path
	}
	for name, c := range map[string]struct {
		path func(t *testing.T) string
		want error
		says string
	}{
		"a newer version":   {func(t *testing.T) string { return changed(t, "PRAGMA user_version = 99") }, graph.ErrConflict, "version 99"},
		"another program's": {func(t *testing.T) string { p := file(t, nil); raw(t, p, "CREATE TABLE a (b)"); return p }, graph.ErrInvalid, "another program"},
		"a folder":          {func(t *testing.T) string { return t.TempDir() }, graph.ErrInvalid, "folder"},
		"a text":            {func(t *testing.T) string { return file(t, []byte(strings.Repeat("no store ", 100))) }, graph.ErrInvalid, "not a store"},
		"a short text":      {func(t *testing.T) string { return file(t, []byte("x")) }, graph.ErrInvalid, "not a store"},
		"a store cut short": {func(t *testing.T) string {
			content, err := os.ReadFile(made(t))
			if err != nil {
				t.Fatal(err)
			}
			return file(t, content[:len(content)/2])
		}, graph.ErrInvalid, "cut short"},
		"a folder that is not there": {func(t *testing.T) string { return filepath.Join(t.TempDir(), "no", "x.db") }, graph.ErrUnavailable, "folder"},
	} {
		t.Run(name, func(t *testing.T) {
			path := c.path(t)
			before, _ := os.ReadFile(path)
			for _, readOnly := range []bool{true, false} {
				if readOnly && name == "a folder that is not there" {
					continue
				}
				s, err := sqlite.Open(t.Context(), path, sqlite.Options{ReadOnly: readOnly})
				if err == nil {
					s.Close()
				}
				if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.says) || strings.Contains(fmt.Sprint(err), "\n") {
					t.Errorf("opening %s: got %v, want a line that is %v and says %q", path, err, c.want, c.says)
				}
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("got a changed file, want it as it was")
			}
		})
	}
}

func TestNoBytesAreANewStore(t *testing.T) {
	for name, content := range map[string][]byte{"no bytes": {}, "no tables": nil} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph.db")
			if content == nil {
				raw(t, path, "PRAGMA journal_mode = WAL")
			} else if err := os.WriteFile(path, content, 0o644); err != nil {
				t.Fatal(err)
			}
			s := open(t, path, sqlite.Options{})
			if err := s.Apply(t.Context(), small()); err != nil {
				t.Errorf("got %v, want nil", err)
			}
		})
	}
}

func TestReadOnly(t *testing.T) {
	if _, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), sqlite.Options{ReadOnly: true}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("opening nothing: got %v, want %v", err, graph.ErrNotFound)
	}
	s := open(t, made(t), sqlite.Options{ReadOnly: true})
	if got := len(records(t, s)); got != 4 {
		t.Errorf("got %d records, want 4", got)
	}
	if err := s.Apply(t.Context(), small()); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("changing it: got %v, want %v", err, graph.ErrInvalid)
	}
	sound(t, s)
}

// TestManyAtOnce makes one store from many sides at once.
func TestManyAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	var wait sync.WaitGroup
	for i := range 6 {
		wait.Go(func() {
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
			if err != nil {
				t.Errorf("opening: got %v, want nil", err)
				return
			}
			defer s.Close()
			for j := range 5 {
				node := graph.Node{Label: "State", ID: fmt.Sprintf("s%d-%d", i, j)}
				if err := s.Apply(t.Context(), &graph.Changes{PutNodes: []graph.Node{node}}); err != nil {
					t.Errorf("changing: got %v, want nil", err)
				}
			}
		})
	}
	wait.Wait()
	s := open(t, path, sqlite.Options{})
	if got := len(records(t, s)); got != 30 {
		t.Errorf("got %d nodes, want 30", got)
	}
	groups, err := s.Groups(t.Context(), nil)
	if err != nil || groups.Generation != 31 {
		t.Errorf("got %+v, %v, want generation 31", groups, err)
	}
}
