package main_test

import (
	"errors"
	"net"
	"net/http"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// readers and writers are the commands that open a store, to read and to write.
func readers() [][]string {
	return [][]string{
		{"serve", "--listen", "127.0.0.1:0"}, {"query", "{stats{nodes{count}}}"}, {"export"}, {"trace", "partnership"}, {"check", "--quiet"},
	}
}

func writers(t *testing.T) [][]string {
	t.Helper()
	path, err := filepath.Abs("seeds/modi-moscow-wire.txt")
	if err != nil {
		t.Fatal(err)
	}
	graph := filepath.Join(t.TempDir(), "graph.jsonl")
	write(t, graph, `{"type":"node","id":"kg","labels":["State"],"properties":{"id":"kg","name":"Kyrgyzstan"}}`+"\n", 0o644)
	return [][]string{load(path), {"unload", "x"}, {"import", graph}, {"demo", "--load-only"}}
}

func TestWrongAddresses(t *testing.T) {
	dead := nobodyListens(t)
	for _, c := range []struct {
		what, url string
		code      int
		says      string
	}{
		{"no such kind", "http://u:" + planted + "@127.0.0.1:1", 2, "sqlite:PATH"},
		{"no kind", "entente.db", 2, "sqlite:"},
		{"no host", "neo4j://u:" + planted + "@", 2, "HOST:7687"},
		{"no port", "bolt://u:" + planted + "@127.0.0.1:port", 2, "HOST:7687"},
		{"two databases", "bolt://u:" + planted + "@127.0.0.1:1/a/b", 2, "one database"},
		{"nobody listens", "bolt://u:" + planted + "@" + dead, 1, "is it running"},
		{"nobody listens, routed", "neo4j://u:" + planted + "@" + dead + "/neo4j", 1, "is it running"},
		{"no such host", "neo4j://u:" + planted + "@host.invalid:7687", 1, "host and port"},
		{"silence", "bolt://u:" + planted + "@" + silent(t), 1, "does not answer"},
		{"silence, routed", "neo4j://u:" + planted + "@" + silent(t), 1, "does not answer"},
		{"packets dropped", "bolt://u:" + planted + "@" + dropping(t), 1, "does not answer"},
		{"another's port", "bolt://u:" + planted + "@" + another(t), 1, "does not answer"},
		{"a folder", "sqlite:" + t.TempDir(), 1, "it is a folder"},
		{"no folder", "sqlite:" + filepath.Join(t.TempDir(), "none", "entente.db"), 1, ": "},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			for _, args := range [][]string{readers()[0], writers(t)[0]} {
				end(t, place{url: c.url}.command(t, args...)).fails(t, args[0], c.code, c.says)
			}
		})
	}
}

func nobodyListens(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	return l.Addr().String()
}

// silent is an address where connections are taken and never answered.
func silent(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l.Addr().String()
}

// another is an address where something else answers.
func another(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &http.Server{Handler: http.NotFoundHandler(), ReadHeaderTimeout: time.Second}
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { _ = s.Close() })
	return l.Addr().String()
}

// dropping is an address whose host throws packets away without a word, as a
// firewall does: Linux does so where a listener's queue is full.
func dropping(t *testing.T) string {
	t.Helper()
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Close(fd) })
	if err := errors.Join(syscall.Bind(fd, &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}), syscall.Listen(fd, 0)); err != nil {
		t.Fatal(err)
	}
	name, err := syscall.Getsockname(fd)
	if err != nil {
		t.Fatal(err)
	}
	address := (&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: name.(*syscall.SockaddrInet4).Port}).String()
	for range 20 {
		c, err := net.DialTimeout("tcp", address, 300*time.Millisecond)
		if err != nil {
			return address // the queue is full
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	t.Skip("this system answers though its queue is full")
	return ""
}

func TestPortInUse(t *testing.T) {
	p := embedded(t)
	p.run(t, "demo", "--load-only", "--quiet")
	for _, command := range []string{"serve", "demo"} {
		e := end(t, p.command(t, command, "--quiet", "--listen", silent(t)))
		e.fails(t, command, 1, "is in use", "--listen")
	}
	end(t, p.command(t, "serve", "--listen", "nonsense")).fails(t, "no port", 2, "HOST:PORT")
}

// TestWrongPassword also counts how often the password is tried: a server
// locks a user out who tries too often.
func TestWrongPassword(t *testing.T) {
	o := neo4jtest.Fresh(t)
	for _, scheme := range []string{"bolt", "neo4j"} {
		for _, args := range [][]string{readers()[0], writers(t)[0]} {
			w := listenIn(t, o.URL)
			p := place{url: scheme + "://" + w.address, env: []string{"ENTENTE_STORE_USER=" + o.User, "ENTENTE_STORE_PASSWORD=" + planted}}
			end(t, p.command(t, args...)).fails(t, args[0], 1, "wrong user or password")
			if got := w.count(logon); got != 1 {
				t.Errorf("%s at %s://: got %d tries of a wrong password, want 1", args[0], scheme, got)
			}
			// The right one takes back what the server counts against the user.
			p.env[1] = "ENTENTE_STORE_PASSWORD=" + o.Password
			p.url = o.URL
			p.run(t, "load", "--quiet", writers(t)[0][2])
		}
	}
	p := place{url: o.URL, env: []string{"ENTENTE_STORE_USER=" + o.User, "ENTENTE_STORE_PASSWORD_FILE=" + filepath.Join(t.TempDir(), "none")}}
	end(t, p.command(t, "export")).fails(t, "no file of the password", 1, "ENTENTE_STORE_PASSWORD_FILE")
}
