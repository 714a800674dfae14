package execute_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/server/execute"
	"github.com/entente-graph/entente/server/plan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fixture is a store that holds the fixture graph.
func fixture(t testing.TB) graph.Store {
	t.Helper()
	s := graphtest.NewNaive()
	if err := s.Apply(context.Background(), graphtest.Fixture()); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestGolden holds, for each request, the query that it becomes and the
// response. A file's variables.json may be left out.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got no golden files: %v", err)
	}
	store := fixture(t)
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			for _, f := range archive.Files {
				want[f.Name] = string(f.Data)
			}
			got := run(t, store, want["request.graphql"], want["variables.json"])
			if *update {
				rewrite(t, path, archive, got)
				return
			}
			for _, name := range []string{"query.json", "answer.json"} {
				if diff := cmp.Diff(want[name], got[name]); diff != "" {
					t.Errorf("%s: got the right, want the left (-update rewrites it):\n%s", name, diff)
				}
			}
		})
	}
}

func run(t *testing.T, store graph.Store, request, variables string) map[string]string {
	t.Helper()
	var values map[string]any
	if variables != "" {
		if err := json.Unmarshal([]byte(variables), &values); err != nil {
			t.Fatal(err)
		}
	}
	out := map[string]string{"query.json": ""}
	if q, err := plan.Compile(request, values); err == nil {
		text, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		out["query.json"] = indent(t, text)
	}
	response, _ := execute.Run(context.Background(), store, request, "", values)
	out["answer.json"] = indent(t, response)
	return out
}

func indent(t *testing.T, text []byte) string {
	t.Helper()
	var buf bytes.Buffer
	if err := json.Indent(&buf, text, "", " "); err != nil {
		t.Fatalf("got %s, want JSON: %v", text, err)
	}
	return buf.String() + "\n"
}

func rewrite(t *testing.T, path string, a *txtar.Archive, got map[string]string) {
	t.Helper()
	kept := a.Files[:0:0]
	for _, f := range a.Files {
		if _, ours := got[f.Name]; !ours {
			kept = append(kept, f)
		}
	}
	for _, name := range []string{"query.json", "answer.json"} {
		kept = append(kept, txtar.File{Name: name, Data: []byte(got[name])})
	}
	a.Files = kept
	if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
