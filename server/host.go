package server

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// hosts are the names that requests may be addressed to. Without such a list
// any web page could have a browser here read what is served on loopback: it
// need only let its own name lead to 127.0.0.1 (DNS rebinding).
type hosts struct {
	names     map[string]bool
	addresses bool
}

func newHosts(names []string, addresses bool) hosts {
	h := hosts{names: map[string]bool{"localhost": true}, addresses: addresses}
	for _, n := range names {
		h.names[canonical(n)] = true
	}
	return h
}

func (h hosts) only(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !h.allow(r.Host) {
			refuse(w, codeHost, "this server does not answer to that name; name it in --allow-host")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// allow tells whether a Host header names us, with or without a port.
func (h hosts) allow(host string) bool {
	name := host
	if n, _, err := net.SplitHostPort(host); err == nil {
		name = n
	}
	name = canonical(name)
	if h.names[name] || strings.HasSuffix(name, ".localhost") {
		return true
	}
	address, err := netip.ParseAddr(strings.Trim(name, "[]"))
	return err == nil && (h.addresses || address.Unmap().IsLoopback())
}

func canonical(name string) string { return strings.ToLower(strings.TrimSuffix(name, ".")) }
