package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/server"
)

// FuzzGraphQL: whatever is sent, the answer is JSON and never our fault.
func FuzzGraphQL(f *testing.F) {
	store, err := sqlite.Open(context.Background(), filepath.Join(f.TempDir(), "entente.db"), sqlite.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = store.Close() })
	s := server.New(server.Options{Store: store})
	for _, body := range []string{
		`{"query":"{states(first: 1){totalCount nodes{name}}}"}`, `{"query":"query($id: ID!){node(id:$id){id}}","variables":{"id":"kg"}}`,
		`{"query":"{__schema{types{name}}}","operationName":null,"extensions":{}}`, `[]`, `{`, `null`, `{"query":1}`, `{"query":"{","variables":{"a":1e400}}`,
		`{"query":"{search(text:\"\\u0000\"){totalCount}}"}`, `{"query":"mutation{x}"}`,
	} {
		f.Add(body, "application/json", false)
		f.Add(body, "application/graphql-response+json;q=0.5, */*", true)
	}
	f.Fuzz(func(t *testing.T, body, accept string, get bool) {
		r := httptest.NewRequest(http.MethodPost, "http://localhost/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		if get {
			r = httptest.NewRequest(http.MethodGet, "http://localhost/graphql", nil)
			q := r.URL.Query()
			q.Set("query", body)
			q.Set("variables", body)
			r.URL.RawQuery = q.Encode()
		}
		r.Header["Accept"] = []string{accept}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code >= 500 || !json.Valid(w.Body.Bytes()) {
			t.Errorf("got %d %s, want JSON below 500", w.Code, w.Body)
		}
	})
}
