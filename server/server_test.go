package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/exchange"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/server"
)

// filled is an embedded store that holds testdata/graph.jsonl.
func filled(t *testing.T) graph.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "entente.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	file, err := os.Open(filepath.Join("testdata", "graph.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := exchange.Import(context.Background(), store, exchange.ReadJSONL(file), nil); err != nil {
		t.Fatal(err)
	}
	return store
}

func serve(t *testing.T, o server.Options) *httptest.Server {
	t.Helper()
	if o.Store == nil {
		o.Store = filled(t)
	}
	s := httptest.NewServer(server.New(o))
	t.Cleanup(s.Close)
	return s
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   string
}

func do(t *testing.T, method, url string, header map[string]string, body string) answer {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range header {
		if k == "Host" {
			request.Host = v
		}
		request.Header.Set(k, v)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, string(text)}
}

func post(t *testing.T, s *httptest.Server, accept, body string) answer {
	t.Helper()
	return do(t, http.MethodPost, s.URL+"/graphql", map[string]string{"Content-Type": "application/json", "Accept": accept}, body)
}

const modern, legacy = "application/graphql-response+json", "application/json"

func TestGraphQLAnswers(t *testing.T) {
	s := serve(t, server.Options{})
	got := post(t, s, modern, `{"query":"query($id: ID!) { state(id: $id) { name } }","variables":{"id":"kg"}}`)
	if want := `{"data":{"state":{"name":"Kyrgyzstan"}}}`; got.status != 200 || got.body != want {
		t.Errorf("got %d %s, want 200 %s", got.status, got.body, want)
	}
	if want := modern + "; charset=utf-8"; got.header.Get("Content-Type") != want {
		t.Errorf("got %q, want %q", got.header.Get("Content-Type"), want)
	}
	got = do(t, http.MethodGet, s.URL+"/graphql?query={state(id:%22az%22){name}}", nil, "")
	if want := `{"data":{"state":{"name":"Azerbaijan"}}}`; got.status != 200 || got.body != want {
		t.Errorf("by GET: got %d %s, want 200 %s", got.status, got.body, want)
	}
}

// TestGraphQLStatuses is the table of statuses as clients see it.
func TestGraphQLStatuses(t *testing.T) {
	s := serve(t, server.Options{})
	for name, c := range map[string]struct {
		body           string
		modern, legacy int
		code           string
	}{
		"bad JSON":          {`{`, 400, 400, "BAD_REQUEST"},
		"a batch":           {`[{"query":"{__typename}"}]`, 400, 400, "BAD_REQUEST"},
		"no query":          {`{}`, 400, 400, "BAD_REQUEST"},
		"variables a list":  {`{"query":"{__typename}","variables":[]}`, 400, 400, "BAD_REQUEST"},
		"bad syntax":        {`{"query":"{"}`, 400, 200, "GRAPHQL_PARSE_FAILED"},
		"too many tokens":   {`{"query":"{` + strings.Repeat(" __typename", 2100) + `}"}`, 400, 200, "GRAPHQL_PARSE_FAILED"},
		"not valid":         {`{"query":"{moon}"}`, 400, 200, "GRAPHQL_VALIDATION_FAILED"},
		"bad variable":      {`{"query":"query($id: ID!){state(id:$id){name}}","variables":{"id":null}}`, 400, 200, "GRAPHQL_VALIDATION_FAILED"},
		"bad input":         {`{"query":"{states(first: -1){totalCount}}"}`, 400, 200, "BAD_USER_INPUT"},
		"no such operation": {`{"query":"query A{__typename}","operationName":"B"}`, 400, 200, "GRAPHQL_VALIDATION_FAILED"},
	} {
		for media, want := range map[string]int{modern: c.modern, legacy: c.legacy} {
			got := post(t, s, media, c.body)
			if got.status != want || !strings.Contains(got.body, `"code":"`+c.code+`"`) || strings.Contains(got.body, `"data"`) {
				t.Errorf("%s, %s: got %d %s, want %d, code %s and no data", name, media, got.status, got.body, want, c.code)
			}
		}
	}
}

func TestGraphQLRefusesWhatIsNoRequest(t *testing.T) {
	s := serve(t, server.Options{})
	url := s.URL + "/graphql"
	query := `{"query":"{__typename}"}`
	for name, c := range map[string]struct {
		method string
		header map[string]string
		body   string
		want   int
	}{
		"no content type":      {http.MethodPost, nil, query, 415},
		"a form":               {http.MethodPost, map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, "query={__typename}", 415},
		"text":                 {http.MethodPost, map[string]string{"Content-Type": "text/plain"}, query, 415},
		"another charset":      {http.MethodPost, map[string]string{"Content-Type": "application/json; charset=latin1"}, query, 415},
		"compressed":           {http.MethodPost, map[string]string{"Content-Type": "application/json", "Content-Encoding": "gzip"}, query, 415},
		"wants HTML":           {http.MethodPost, map[string]string{"Content-Type": "application/json", "Accept": "text/html"}, query, 406},
		"too long":             {http.MethodPost, map[string]string{"Content-Type": "application/json"}, `{"query":"` + strings.Repeat(" ", 200<<10) + `"}`, 413},
		"another method":       {http.MethodPut, map[string]string{"Content-Type": "application/json"}, query, 405},
		"from another origin":  {http.MethodPost, map[string]string{"Content-Type": "application/json", "Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}, query, 403},
		"to another name":      {http.MethodPost, map[string]string{"Content-Type": "application/json", "Host": "evil.example:8080"}, query, 421},
		"to the local name":    {http.MethodPost, map[string]string{"Content-Type": "application/json", "Host": "LOCALHOST.:1"}, query, 200},
		"to a mapped loopback": {http.MethodPost, map[string]string{"Content-Type": "application/json", "Host": "[::ffff:127.0.0.1]:8080"}, query, 200},
		"to an address":        {http.MethodPost, map[string]string{"Content-Type": "application/json", "Host": "192.0.2.1:8080"}, query, 421},
	} {
		if got := do(t, c.method, url, c.header, c.body); got.status != c.want {
			t.Errorf("%s: got %d %s, want %d", name, got.status, got.body, c.want)
		}
	}
}

func TestHostsBeyondLoopback(t *testing.T) {
	s := serve(t, server.Options{Hosts: []string{"graph.example.org"}, Addresses: true})
	for host, want := range map[string]int{"graph.example.org": 200, "192.0.2.1:8080": 200, "evil.example": 421, "": 200} {
		if got := do(t, http.MethodGet, s.URL+"/healthz", map[string]string{"Host": host}, ""); got.status != want {
			t.Errorf("%q: got %d, want %d", host, got.status, want)
		}
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	s := serve(t, server.Options{})
	for _, path := range []string{"/", "/playground", "/playground/nothing", "/graphql", "/healthz", "/nowhere"} {
		h := do(t, http.MethodGet, s.URL+path, nil, "").header
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "frame-ancestors 'none'"} {
			if !strings.Contains(h.Get(name), want) {
				t.Errorf("%s: got %s %q, want %q", path, name, h.Get(name), want)
			}
		}
		if !strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'self'") {
			t.Errorf("%s: got %q, want default-src 'self'", path, h.Get("Content-Security-Policy"))
		}
	}
}

func TestHealth(t *testing.T) {
	store := filled(t)
	handler := server.New(server.Options{Store: store})
	s := httptest.NewServer(handler)
	defer s.Close()
	if got := do(t, http.MethodGet, s.URL+"/readyz", nil, ""); got.status != 200 {
		t.Errorf("readyz: got %d %s, want 200", got.status, got.body)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(1100 * time.Millisecond) // the answer is good for a second
	if got := do(t, http.MethodGet, s.URL+"/readyz", nil, ""); got.status != 503 {
		t.Errorf("readyz without a store: got %d %s, want 503", got.status, got.body)
	}
	if got := do(t, http.MethodGet, s.URL+"/healthz", nil, ""); got.status != 200 {
		t.Errorf("healthz without a store: got %d, want 200", got.status)
	}
	handler.Drain()
	if got := do(t, http.MethodGet, s.URL+"/readyz", nil, ""); !strings.Contains(got.body, "stopping") {
		t.Errorf("readyz when draining: got %q, want it to say so", got.body)
	}
}

func TestExport(t *testing.T) {
	s := serve(t, server.Options{})
	want, err := os.ReadFile(filepath.Join("testdata", "graph.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if got := do(t, http.MethodGet, s.URL+"/export?format=jsonl", nil, ""); got.status != 200 || got.body != string(want) {
		t.Errorf("got %d %s, want 200 and %s", got.status, got.body, want)
	}
	part := do(t, http.MethodGet, s.URL+"/export?center=leader-sadyr-japarov&hops=1", nil, "")
	if part.status != 200 || !strings.Contains(part.body, `"id":"visit-`) || strings.Contains(part.body, `"id":"agreement-`) ||
		!strings.Contains(part.body, `"id":"passage-1"`) {
		t.Errorf("around a leader: got %d %s, want the visit and its evidence, not the agreement", part.status, part.body)
	}
	for query, want := range map[string]int{"format=pdf": 400, "center=kg&hops=99": 400, "center=kg&hops=x": 400, "center=nobody": 404} {
		got := do(t, http.MethodGet, s.URL+"/export?"+query, nil, "")
		if got.status != want || got.header.Get("Content-Disposition") != "" {
			t.Errorf("%s: got %d, want %d and no file", query, got.status, want)
		}
	}
}

func TestFirstPageCountsAndLeadsOn(t *testing.T) {
	s := serve(t, server.Options{})
	got := do(t, http.MethodGet, s.URL+"/", nil, "")
	for _, want := range []string{"9 things", "7 facts", "Declaration on strategic partnership", "Sadyr Japarov", `href="/playground?`} {
		if got.status != 200 || !strings.Contains(got.body, want) {
			t.Errorf("got %d %s, want %q in it", got.status, got.body, want)
		}
	}
}

func TestEachRequestIsALineWithoutItsWords(t *testing.T) {
	var log bytes.Buffer
	s := serve(t, server.Options{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	got := do(t, http.MethodGet, s.URL+"/graphql?query={state(id:%22az%22){name}}", nil, "")
	s.Close()
	var line map[string]any
	if err := json.Unmarshal(log.Bytes(), &line); err != nil {
		t.Fatalf("got %q, want one JSON line", log.String())
	}
	if line["path"] != "/graphql" || line["status"] != 200.0 || line["id"] != got.header.Get("X-Request-Id") {
		t.Errorf("got %v, want path, status and the answer's id", line)
	}
	if strings.Contains(log.String(), "az") && strings.Contains(log.String(), "state(") {
		t.Errorf("got %s, want no query in it", log.String())
	}
}

func TestTooManyRequestsAreToldToComeBack(t *testing.T) {
	store := slow{Store: filled(t), wait: make(chan struct{}), entered: make(chan struct{}, 3)}
	s := serve(t, server.Options{Store: store, Running: 1, Waiting: 1, Timeout: time.Minute})
	answers := make(chan answer, 3)
	for range 3 {
		go func() { answers <- post(t, s, modern, `{"query":"{stats{nodes{count}}}"}`) }()
	}
	// One runs, one waits, and one can do neither.
	if got := <-answers; got.status != 503 || got.header.Get("Retry-After") == "" {
		t.Errorf("got %d %s, want 503 and Retry-After", got.status, got.body)
	}
	close(store.wait)
	for range 2 {
		if got := <-answers; got.status != 200 {
			t.Errorf("once there is room: got %d %s, want 200", got.status, got.body)
		}
	}
}

func TestRequestsHaveADeadline(t *testing.T) {
	store := slow{Store: filled(t), wait: make(chan struct{}), entered: make(chan struct{}, 1)}
	s := serve(t, server.Options{Store: store, Timeout: 50 * time.Millisecond})
	got := post(t, s, modern, `{"query":"{stats{nodes{count}}}"}`)
	if got.status != 504 || !strings.Contains(got.body, "TIMEOUT") {
		t.Errorf("got %d %s, want 504 and TIMEOUT", got.status, got.body)
	}
}

// slow is a real store whose queries wait until their time is over.
type slow struct {
	graph.Store
	wait    chan struct{}
	entered chan struct{}
}

func (s slow) Query(ctx context.Context, q *graph.Query) (*graph.Answer, error) {
	select {
	case s.entered <- struct{}{}:
	default:
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-s.wait:
		return s.Store.Query(ctx, q)
	}
}
