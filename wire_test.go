package main_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// The signatures of Bolt's messages that are counted.
const (
	run   = 0x10 // a statement
	logon = 0x6a // user and password
)

// wire stands between the program and Neo4j and counts what the program sends:
// what no tracing of our own could overlook.
type wire struct {
	address string

	mu   sync.Mutex
	sent map[byte]int // messages by signature
	held map[net.Conn]bool
	down bool // connections are closed as soon as they come
}

// listenIn puts a wire before the server at a bolt:// address.
func listenIn(t *testing.T, server string) *wire {
	t.Helper()
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	w := &wire{address: l.Addr().String(), sent: map[byte]int{}, held: map[net.Conn]bool{}}
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go w.relay(client, u.Host)
		}
	}()
	return w
}

func (w *wire) count(signature byte) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.sent[signature]
}

// cut closes all connections, and those to come until it is mended.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.down = true
	for c := range w.held {
		_ = c.Close()
	}
}

func (w *wire) mend() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.down = false
}

// hold takes a connection into what cut closes; false where it is cut.
func (w *wire) hold(c net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.held[c] = true
	return !w.down
}

func (w *wire) drop(c net.Conn) {
	_ = c.Close()
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.held, c)
}

func (w *wire) relay(client net.Conn, host string) {
	defer w.drop(client)
	if !w.hold(client) {
		return
	}
	server, err := net.Dial("tcp", host)
	if err != nil {
		return
	}
	go func() {
		defer server.Close()
		_ = w.forward(client, server)
	}()
	_, _ = io.Copy(client, server)
}

// forward reads the client's side: a magic number, four proposals of versions,
// then messages in chunks. The proposal to speak of versions at length (the
// manifest) is taken out, so that messages follow at once.
func (w *wire) forward(client io.Reader, server io.Writer) error {
	hello := make([]byte, 20)
	if _, err := io.ReadFull(client, hello); err != nil {
		return err
	}
	hello = bytes.ReplaceAll(hello, []byte{0, 0, 1, 0xff}, []byte{0, 0, 0, 0})
	if _, err := server.Write(hello); err != nil {
		return err
	}
	from := io.TeeReader(client, server)
	begins := true
	for {
		var size uint16
		if err := binary.Read(from, binary.BigEndian, &size); err != nil {
			return err
		}
		if size == 0 { // the message's end
			begins = true
			continue
		}
		chunk := make([]byte, size)
		if _, err := io.ReadFull(from, chunk); err != nil {
			return err
		}
		if begins && size > 1 {
			w.mu.Lock()
			w.sent[chunk[1]]++
			w.mu.Unlock()
		}
		begins = false
	}
}

// tamper runs a statement on the test's Neo4j behind the program's back, and
// returns the first value of each row.
func tamper(t *testing.T, statement string) (firsts []any) {
	t.Helper()
	s := neo4jtest.Start(t)
	driver, err := bolt.NewDriverWithContext(s.URL, bolt.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	result, err := bolt.ExecuteQuery(t.Context(), driver, statement, nil, bolt.EagerResultTransformer, bolt.ExecuteQueryWithDatabase(s.Database))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range result.Records {
		firsts = append(firsts, r.Values[0])
	}
	return firsts
}
