package cmd

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/server"
	"github.com/spf13/cobra"
)

// drain is how long requests that are being answered may take once the server
// is to stop.
const drain = 10 * time.Second

func (a *app) serve() *cobra.Command {
	var hosts []string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve GraphQL, its playground and a first page over HTTP",
		Long: `Serve over HTTP: /graphql, /playground, / (a first page), /export, /healthz, /readyz.

It listens on loopback unless --listen says otherwise, and answers only requests
that are addressed to this machine by a name of its own, so that no web page can
reach it through a browser. Nothing is changed in the store. Nobody is asked who
they are: beyond loopback, put something that asks in front of it.`,
		Example: `  entente serve
  entente serve --listen 127.0.0.1:9000 --store sqlite:archive.db
  entente serve --listen 0.0.0.0:8080 --allow-host graph.example.org`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), toRead, func(store graph.Store) error {
				return a.serveStore(c.Context(), store, hosts, func(string) error { return nil })
			})
		},
	}
	c.Flags().StringSliceVar(&hosts, "allow-host", nil, "`NAME`s, beyond this machine's own, that requests may be addressed to")
	return c
}

// serveStore serves until ctx ends, then lets what is being answered finish.
// started is called with the address once it listens.
func (a *app) serveStore(ctx context.Context, store graph.Store, hosts []string, started func(address string) error) error {
	listener, err := a.listen(ctx)
	if err != nil {
		return err
	}
	log := a.logger()
	handler := server.New(server.Options{Store: store, Log: log, Hosts: hosts, Addresses: !isLoopback(listener.Addr())})
	s := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	address := "http://" + shownAddress(listener.Addr())
	if err := started(address); err != nil {
		return errors.Join(err, listener.Close())
	}
	log.Info("serving", "address", address, "store", a.settings.store)
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving at %s: %w", address, err)
	case <-ctx.Done():
	}
	log.Info("stopping")
	handler.Drain()
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer cancel()
	if err := s.Shutdown(late); err != nil {
		return errors.Join(fmt.Errorf("stopping: %w", err), s.Close())
	}
	return nil
}

func (a *app) listen(ctx context.Context) (net.Listener, error) {
	address := a.settings.listen
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	var wrong *net.AddrError
	switch {
	case err == nil:
		return listener, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is in use: stop what listens there, or choose another with --listen", address)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s may not be listened at: choose a port above 1023 with --listen", address)
	case errors.As(err, &wrong):
		return nil, usage("--listen is %q, must be HOST:PORT, such as 127.0.0.1:8080", address)
	}
	return nil, fmt.Errorf("listening at %s: %w", address, err)
}

func isLoopback(a net.Addr) bool {
	address, err := netip.ParseAddrPort(a.String())
	return err == nil && address.Addr().Unmap().IsLoopback()
}

// shownAddress is an address that a browser can open.
func shownAddress(a net.Addr) string {
	text := a.String()
	for _, any := range [...]string{"0.0.0.0:", "[::]:"} {
		if port, ok := strings.CutPrefix(text, any); ok {
			return "localhost:" + port
		}
	}
	return text
}
