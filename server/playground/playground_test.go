package playground_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/entente-graph/entente/server/playground"
)

func TestThePageIsThereOrSaysHowToBuildIt(t *testing.T) {
	page := playground.New()
	s := httptest.NewServer(page)
	defer s.Close()
	response, err := http.Get(s.URL + "/playground")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	status, want := http.StatusNotFound, "make playground"
	if page.Built() {
		status, want = http.StatusOK, `src="/playground/playground.js"`
	}
	if response.StatusCode != status || !strings.Contains(string(body), want) {
		t.Errorf("got %d %s, want %d and %q", response.StatusCode, body, status, want)
	}
}

func TestFilesAreSentAsTheBrowserTakesThem(t *testing.T) {
	page := playground.New()
	if !page.Built() {
		t.Skip("the page is not built: make playground")
	}
	get := func(encoding, tag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/playground/playground.js", nil)
		r.Header.Set("Accept-Encoding", encoding)
		r.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		page.ServeHTTP(w, r)
		return w
	}
	zipped, plain := get("br, gzip", ""), get("", "")
	if zipped.Header().Get("Content-Encoding") != "gzip" || plain.Header().Get("Content-Encoding") != "" {
		t.Errorf("got encodings %q and %q, want gzip and none", zipped.Header().Get("Content-Encoding"), plain.Header().Get("Content-Encoding"))
	}
	if zipped.Body.Len() >= plain.Body.Len() {
		t.Errorf("got %d bytes zipped and %d plain, want fewer", zipped.Body.Len(), plain.Body.Len())
	}
	if got := get("gzip", zipped.Header().Get("ETag")); got.Code != http.StatusNotModified || got.Body.Len() != 0 {
		t.Errorf("what the browser has: got %d and %d bytes, want 304 and none", got.Code, got.Body.Len())
	}
}
