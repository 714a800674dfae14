package neo4j_test

import (
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

const secret = "hunter2-is-secret"

// silent listens and never answers.
func silent(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l.Addr().String()
}

// closed is an address that nobody listens on.
func closed(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	return l.Addr().String()
}

// refused wants Open to fail with an error of a kind that says something, on
// one line, without the password.
func refused(t *testing.T, o neo4j.Options, want error, says string) {
	t.Helper()
	begin := time.Now()
	s, err := neo4j.Open(t.Context(), o)
	if err == nil {
		s.Close()
	}
	if !errors.Is(err, want) {
		t.Errorf("opening %s: got %v, want an error that is %q", o.URL, err, want)
		return
	}
	if text := err.Error(); !strings.Contains(text, says) || strings.Contains(text, "\n") || strings.Contains(text, secret) {
		t.Errorf("opening a store: got %q, want one line that says %q and no password", text, says)
	}
	if took := time.Since(begin); took > 25*time.Second {
		t.Errorf("opening %s: got an error after %v, want one within 30 s", o.URL, took)
	}
}

func TestOpenWithoutServer(t *testing.T) {
	for _, c := range []struct {
		url  string
		want error
		says string
	}{
		{"", graph.ErrInvalid, "neo4j://"},
		{"http://localhost:7474", graph.ErrInvalid, "neo4j://"},
		{"neo4j://", graph.ErrInvalid, "host"},
		{"neo4j://neo4j:" + secret + "@localhost", graph.ErrInvalid, "password"},
		{"neo4j://neo4j:" + secret + "@local host:x", graph.ErrInvalid, "cannot be read"},
		{"bolt://localhost/one/two", graph.ErrInvalid, "one database"},
		{"bolt://" + closed(t), graph.ErrUnavailable, "is it running"},
		{"neo4j://" + closed(t) + "/neo4j", graph.ErrUnavailable, "is it running"},
		{"bolt://" + silent(t), graph.ErrUnavailable, "does not answer"},
		{"neo4j+s://" + silent(t), graph.ErrUnavailable, "TLS"},
	} {
		refused(t, neo4j.Options{URL: c.url, User: "neo4j", Password: secret}, c.want, c.says)
	}
}

func TestOpenRefuses(t *testing.T) {
	o := neo4jtest.Fresh(t)

	wrong := o
	wrong.Password = secret
	refused(t, wrong, graph.ErrInvalid, "wrong user or password")

	other := o
	other.Database = "nowhere"
	refused(t, other, graph.ErrInvalid, `no database "nowhere"`)

	routed := other
	routed.URL = strings.Replace(o.URL, "bolt://", "neo4j://", 1)
	refused(t, routed, graph.ErrInvalid, `no database "nowhere"`)

	secure := o
	secure.URL = strings.Replace(o.URL, "bolt://", "bolt+s://", 1)
	refused(t, secure, graph.ErrUnavailable, "TLS")

	tamper(t, o, "CREATE (:Thing)")
	refused(t, o, graph.ErrConflict, "not ours")

	o = neo4jtest.Fresh(t)
	open(t)
	tamper(t, o, "MATCH (m:_Meta) SET m.version = 99")
	refused(t, o, graph.ErrConflict, "version 99")
}

func TestOpenByRouting(t *testing.T) {
	o := neo4jtest.Fresh(t)
	o.URL = strings.Replace(o.URL, "bolt://", "neo4j://", 1) + "/" + o.Database
	o.Database = ""
	s, err := neo4j.Open(t.Context(), o)
	if err != nil {
		t.Fatalf("opening by routing: got %v, want a store", err)
	}
	defer s.Close()
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("asking by routing: got %v, want an answer", err)
	}
	s.Close()
	if err := s.Ping(t.Context()); err == nil {
		t.Errorf("asking a closed store: got an answer, want an error")
	}
}
