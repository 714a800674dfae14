package main_test

import (
	"bufio"
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// both are the two kinds of store, each made anew.
func both() map[string]func(*testing.T) place {
	return map[string]func(*testing.T) place{"SQLite": embedded, "Neo4j": server}
}

// serve starts a server and returns its address, and how to end it by a signal,
// which gives its exit code.
func serve(t *testing.T, p place) (address string, stop func(os.Signal) int) {
	t.Helper()
	c := p.command(t, "serve", "--listen", "127.0.0.1:0")
	stderr, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	lines, said := bufio.NewReader(stderr), regexp.MustCompile(`address=(http://\S+)`)
	for address == "" {
		line, err := lines.ReadString('\n')
		if m := said.FindStringSubmatch(line); m != nil {
			address = m[1]
		} else if err != nil {
			t.Fatalf("got %s, want an address", line)
		}
	}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		_, _ = io.Copy(io.Discard, lines)
	}()
	return address, func(s os.Signal) int {
		_ = c.Process.Signal(s)
		<-drained
		_ = c.Wait() // its exit code is what is asked
		return c.ProcessState.ExitCode()
	}
}

// TestTwoLoadsAtOnce starts processes that load the same documents into one
// store, which is not there yet: all finish, and the graph is that of one load.
func TestTwoLoadsAtOnce(t *testing.T) {
	docs := documents(t)
	undisturbed := embedded(t)
	undisturbed.run(t, load(docs...)...)
	want := undisturbed.run(t, "export")
	backwards := slices.Clone(docs)
	slices.Reverse(backwards)
	third := len(docs) / 3

	for name, store := range both() {
		t.Run(name, func(t *testing.T) {
			for what, halves := range map[string][][]string{
				"all, from both ends": {docs, backwards},
				"all, side by side":   {docs, docs},
				"overlapping parts":   {docs[:2*third], docs[third:]},
			} {
				p := store(t)
				var all sync.WaitGroup
				for _, half := range halves {
					c := p.command(t, load(half...)...)
					var said bytes.Buffer
					c.Stdout, c.Stderr = &said, &said
					all.Go(func() {
						if err := c.Run(); err != nil || said.Len() > 0 {
							t.Errorf("%s: got %v and %q, want it to finish and say nothing", what, err, &said)
						}
					})
				}
				all.Wait()
				same(t, what, p.run(t, "export"), want)
				if got := p.run(t, "check", "--quiet"); got != "" {
					t.Errorf("%s: check: got %s, want nothing", what, got)
				}
			}
		})
	}
}

// TestInterruptedLoadsAreWhole asks a load to end, once or twice, at random
// moments. It ends by itself, and what it leaves is whole.
func TestInterruptedLoadsAreWhole(t *testing.T) {
	docs := documents(t)
	undisturbed := embedded(t)
	begin := time.Now()
	undisturbed.run(t, load(docs...)...)
	whole := time.Since(begin)
	want := undisturbed.run(t, "export")

	for name, store := range both() {
		t.Run(name, func(t *testing.T) {
			for round := range *interrupts {
				p := store(t)
				signal := []os.Signal{syscall.SIGTERM, os.Interrupt}[round%2]
				interrupt(t, p.command(t, load(docs...)...), signal, 1+round/2%2, whole)
				if got := end(t, p.command(t, "check", "--quiet")); got.code != 0 && !strings.Contains(got.err, "there is no store") && !strings.Contains(got.err, "the store is empty") {
					t.Errorf("check: got exit code %d, %s%s, want nothing or no store", got.code, got.out, got.err)
				}
				p.run(t, load(docs...)...)
				same(t, "after "+signal.String(), p.run(t, "export"), want)
			}
		})
	}
}

// interrupt sends a signal some times from a random moment on.
func interrupt(t *testing.T, c *exec.Cmd, signal os.Signal, times int, whole time.Duration) {
	t.Helper()
	at := rand.N(whole)
	e := disturbed(t, c, func() {
		time.Sleep(at)
		for range times {
			_ = c.Process.Signal(signal) // it may have ended by then
			time.Sleep(time.Millisecond)
		}
	})
	if e.code != 0 && e.code != 1 || strings.Count(e.err, "\n") > 1 {
		// A signal that comes before the program listens ends it as the system does.
		if e.code == -1 && e.err == "" {
			return
		}
		t.Errorf("%s after %v: got exit code %d and %q, want 0 or 1 and a line at most", signal, at, e.code, e.err)
	}
}
