// Package server answers over HTTP: GraphQL, the playground, a first page,
// exports, and whether it is well. It knows routes, limits, media types and
// statuses; it knows no label, no store's language and nothing of documents.
// What an operation asks is worked out in plan, answered in execute.
//
//	s := server.New(server.Options{Store: store, Log: log})
//	http.Serve(listener, s)
package server

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server/explorer"
	"github.com/entente-graph/entente/server/playground"
)

// Options say what is served and to whom.
type Options struct {
	Store graph.Store
	Log   *slog.Logger // one line a request; nil: none

	// Hosts are the names, beyond those of this machine, that a request may be
	// addressed to.
	Hosts []string
	// Addresses allows requests to be addressed to any IP address, which a
	// server that listens beyond loopback wants. A web page elsewhere can
	// make a browser resolve its own name to ours, but not an address.
	Addresses bool

	// Timeout is how long a request may take, 10 s where it is 0. Exports may
	// take as long as they need.
	Timeout time.Duration
	// Running and Waiting are how many requests are answered at once, and how
	// many wait for that; 64 and 256 where they are 0.
	Running, Waiting int
}

// Server answers requests.
type Server struct {
	options Options
	handler http.Handler
	ready   *readiness
}

// New makes a Server.
func New(o Options) *Server {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Timeout == 0 {
		o.Timeout = 10 * time.Second
	}
	if o.Running == 0 {
		o.Running = 64
	}
	if o.Waiting == 0 {
		o.Waiting = 256
	}
	s := &Server{options: o, ready: &readiness{store: o.Store}}
	gate := newGate(o.Running, o.Waiting)

	mux := http.NewServeMux()
	graphQL := gate.within(o.Timeout, newGraphQL(o.Store))
	mux.Handle("GET /graphql", graphQL)
	mux.Handle("POST /graphql", graphQL)
	mux.Handle("GET /export", gate.within(0, export{o.Store}))
	pages := playground.New()
	mux.Handle("GET /playground", pages)
	mux.Handle("GET /playground/", pages)
	first := gate.within(o.Timeout, explorer.New(o.Store, func(err error) int { return statusOf(codeOf(err)) }))
	mux.Handle("GET /{$}", first)
	mux.Handle("GET /explorer.css", first)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /healthz", healthy)
	mux.Handle("GET /readyz", s.ready)

	var h http.Handler = mux
	h = http.NewCrossOriginProtection().Handler(h)
	h = newHosts(o.Hosts, o.Addresses).only(h)
	h = secure(h)
	s.handler = logged(o.Log, h)
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Drain makes /readyz say that the server is about to stop.
func (s *Server) Drain() { s.ready.draining.Store(true) }
