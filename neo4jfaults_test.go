package main_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// get asks a server and returns what it answers.
func get(t *testing.T, url string) (status int, body string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	all, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(all)
}

// TestNeo4jLostWhileServed cuts the server off from Neo4j: it says so, soon and
// without an address, and answers again once the way is mended.
func TestNeo4jLostWhileServed(t *testing.T) {
	p := server(t)
	p.run(t, "demo", "--load-only", "--quiet")
	w := listenIn(t, p.url)
	p.url = "bolt://" + w.address
	address, stop := serve(t, p)
	const question = "/graphql?query={agreements{totalCount}}"
	_, want := get(t, address+question)
	if !strings.Contains(want, "totalCount") {
		t.Fatalf("got %s, want an answer", want)
	}
	w.cut()
	for path, says := range map[string]string{question: "STORE_UNAVAILABLE", "/readyz": "the store does not answer"} {
		time.Sleep(time.Second) // readiness is asked once a second at most
		code, body := get(t, address+path)
		if code != http.StatusServiceUnavailable && path == "/readyz" || !strings.Contains(body, says) || strings.Contains(body, w.address) {
			t.Errorf("%s: got %d %s, want 503, %q and no address", path, code, body, says)
		}
	}
	if code, _ := get(t, address+"/healthz"); code != http.StatusOK {
		t.Errorf("healthz: got %d, want 200: nothing is wrong with the server", code)
	}
	w.mend()
	if _, got := get(t, address+question); got != want {
		t.Errorf("mended: got %s, want %s", got, want)
	}
	if got := stop(syscall.SIGTERM); got != 0 {
		t.Errorf("SIGTERM: got exit code %d, want 0", got)
	}
}

// TestConnectionsLostDuringALoad cuts every connection at random moments, before
// or after Neo4j has done what it was asked: no change is lost or made twice.
func TestConnectionsLostDuringALoad(t *testing.T) {
	docs := documents(t)
	undisturbed := embedded(t)
	undisturbed.run(t, load(docs...)...)
	want := undisturbed.run(t, "export")

	p := server(t)
	straight := p.url
	w := listenIn(t, p.url)
	p.url = "bolt://" + w.address
	c := p.command(t, load(docs...)...)
	done := make(chan struct{})
	e := disturbed(t, c, func() {
		time.Sleep(500 * time.Millisecond) // until the store is open
		for range *cuts {
			select {
			case <-done:
				return
			case <-time.After(rand.N(600 * time.Millisecond)):
			}
			w.cut()
			time.Sleep(20 * time.Millisecond)
			w.mend()
		}
	})
	close(done)
	w.mend()
	if e.code != 0 || e.err != "" {
		t.Errorf("got exit code %d and %q, want 0 and nothing", e.code, e.err)
	}
	p.url = straight
	p.run(t, load(docs...)...)
	same(t, "over a bad line", p.run(t, "export"), want)
	if got := p.run(t, "check", "--quiet"); got != "" {
		t.Errorf("check: got %s, want nothing", got)
	}
}

// TestKilledWhileNeo4jIsMadeReady kills the first load into a database without
// constraints while it makes them; Neo4j may be left with half of one. Two more
// loads at once then make the store whole.
func TestKilledWhileNeo4jIsMadeReady(t *testing.T) {
	undisturbed := embedded(t)
	undisturbed.run(t, "demo", "--load-only", "--quiet")
	want := undisturbed.run(t, "export")
	for range *makings {
		p := server(t)
		for _, name := range tamper(t, "SHOW CONSTRAINTS YIELD name") {
			tamper(t, fmt.Sprintf("DROP CONSTRAINT %s", name))
		}
		for _, name := range tamper(t, "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN name") {
			tamper(t, fmt.Sprintf("DROP INDEX %s IF EXISTS", name))
		}
		killed := p.command(t, "demo", "--load-only", "--quiet")
		disturbed(t, killed, func() {
			time.Sleep(rand.N(time.Second))
			_ = killed.Process.Kill()
		})
		var both sync.WaitGroup
		for range 2 {
			c := p.command(t, "demo", "--load-only", "--quiet")
			both.Go(func() {
				if out, err := c.CombinedOutput(); err != nil {
					t.Errorf("got %v and %s, want it to finish", err, out)
				}
			})
		}
		both.Wait()
		same(t, "killed at the beginning", p.run(t, "export"), want)
		made := tamper(t, "SHOW INDEXES YIELD name, state, owningConstraint WHERE name STARTS WITH 'entente_' AND name ENDS WITH '_id' AND (state <> 'ONLINE' OR owningConstraint IS NULL) RETURN name")
		if len(made) > 0 {
			t.Errorf("got constraints %v half made, want all whole", made)
		}
	}
}
