package server

import (
	"context"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-graph/entente/graph"
)

const (
	readyFor    = time.Second     // how long an answer of the store is good for
	pingTimeout = 5 * time.Second // how long the store may take to answer
)

// healthy says that the process turns. It never asks the store: a store that
// is down is no reason to start every process anew.
func healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = io.WriteString(w, "ok\n")
}

// readiness says whether requests can be answered. The store is asked once a
// second at most, however many ask.
type readiness struct {
	store    graph.Store
	draining atomic.Bool

	mu    sync.Mutex
	asked time.Time
	err   error
}

func (r *readiness) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	switch {
	case r.draining.Load():
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, "not ready: stopping\n")
	case r.ping() != nil:
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, "not ready: the store does not answer\n")
	default:
		_, _ = io.WriteString(w, "ready\n")
	}
}

func (r *readiness) ping() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if time.Since(r.asked) < readyFor {
		return r.err
	}
	// Not the request's context: the answer is for those who come after, too.
	ctx, cancel := context.WithTimeout(context.Background(), pingTimeout)
	defer cancel()
	r.err = r.store.Ping(ctx)
	r.asked = time.Now()
	return r.err
}
