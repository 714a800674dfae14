package graphtest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/entente-graph/entente/graph"
)

// The sections of a case's file. What a request is answered from is Fixture.
const (
	Request   = "request.graphql" // the GraphQL request
	Variables = "variables.json"  // its variables; may be left out
	Plan      = "query.json"      // the graph.Query that it becomes
	SQL       = "query.sql"       // the statement that SQLite is sent
	Cypher    = "query.cypher"    // the statement that Neo4j is sent
	Told      = "answer.json"     // the graph.Answer that every store gives
	Response  = "response.json"   // the GraphQL response
)

// Case is one request of the corpus and all that becomes of it. Its file's
// first lines say what it shows.
type Case struct {
	Name    string
	path    string
	archive *txtar.Archive
	changed bool
}

// Corpus reads the cases of testdata, by name. What Compare changes in one is
// written when the test ends.
func Corpus(t *testing.T) []*Case {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(here), "testdata", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("got no cases beside %s: %v", here, err)
	}
	var cases []*Case
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatalf("reading a case: %v", err)
		}
		c := &Case{Name: strings.TrimSuffix(filepath.Base(path), ".txtar"), path: path, archive: archive}
		t.Cleanup(func() { c.write(t) })
		cases = append(cases, c)
	}
	return cases
}

// Section gives the text of a section, nil where the file has none.
func (c *Case) Section(name string) []byte {
	for _, f := range c.archive.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// Query reads the case's query.
func (c *Case) Query(t *testing.T) *graph.Query {
	t.Helper()
	var q graph.Query
	d := json.NewDecoder(bytes.NewReader(c.Section(Plan)))
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil {
		t.Fatalf("reading %s of case %s: %v", Plan, c.Name, err)
	}
	return &q
}

// Variables reads the case's variables, nil where it has none.
func (c *Case) Variables(t *testing.T) map[string]any {
	t.Helper()
	text := c.Section(Variables)
	if text == nil {
		return nil
	}
	var values map[string]any
	if err := json.Unmarshal(text, &values); err != nil {
		t.Fatalf("reading %s of case %s: %v", Variables, c.Name, err)
	}
	return values
}

// Compare holds what was got against a section, or makes it the section where
// update is set.
func (c *Case) Compare(t *testing.T, section string, got []byte, update bool) {
	t.Helper()
	if len(got) > 0 && got[len(got)-1] != '\n' {
		got = append(slices.Clone(got), '\n')
	}
	if update {
		c.set(section, got)
		return
	}
	if diff := cmp.Diff(string(c.Section(section)), string(got)); diff != "" {
		t.Errorf("%s of case %s: got other than wanted; -update rewrites it (-want +got):\n%s", section, c.Name, diff)
	}
}

// set keeps the sections in the order in which they are named above.
func (c *Case) set(section string, text []byte) {
	if bytes.Equal(c.Section(section), text) {
		return
	}
	order := []string{Request, Variables, Plan, SQL, Cypher, Told, Response}
	c.changed = true
	c.archive.Files = slices.DeleteFunc(c.archive.Files, func(f txtar.File) bool { return f.Name == section })
	c.archive.Files = append(c.archive.Files, txtar.File{Name: section, Data: text})
	slices.SortStableFunc(c.archive.Files, func(a, b txtar.File) int {
		return slices.Index(order, a.Name) - slices.Index(order, b.Name)
	})
}

func (c *Case) write(t *testing.T) {
	if !c.changed {
		return
	}
	if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
		t.Errorf("writing case %s: %v", c.Name, err)
	}
	c.changed = false
}

// Canonical is an answer as JSON, without what is each store's own: scores of a
// search, and so the order of its hits.
func Canonical(t *testing.T, q *graph.Query, a *graph.Answer) []byte {
	t.Helper()
	for i := range q.Roots {
		if q.Roots[i].Search == nil || i >= len(a.Results) || a.Results[i].Page == nil {
			continue
		}
		rows := a.Results[i].Page.Rows
		for j := range rows {
			rows[j].Score = 0
		}
		slices.SortFunc(rows, func(a, b graph.Row) int { return compareValues(a.Node.ID, b.Node.ID) })
	}
	return Indented(t, a)
}

// Indented is a value as JSON that is easy to read and to compare.
func Indented(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatalf("writing JSON: %v", err)
	}
	return b.Bytes()
}
