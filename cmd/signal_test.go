package cmd_test

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// started is the program while it runs.
type started struct {
	*exec.Cmd
	in  io.WriteCloser
	err *bufio.Reader
	all *bytes.Buffer // of what it wrote to stderr
}

func start(t *testing.T, dir string, args ...string) *started {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), asProgram+"=1")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	all := &bytes.Buffer{}
	return &started{Cmd: c, in: in, err: bufio.NewReader(io.TeeReader(stderr, all)), all: all}
}

// until reads what it says until a line fits, and returns its submatches.
func (s *started) until(t *testing.T, pattern string) []string {
	t.Helper()
	p := regexp.MustCompile(pattern)
	for {
		line, err := s.err.ReadString('\n')
		if found := p.FindStringSubmatch(line); found != nil {
			return found
		}
		if err != nil {
			t.Fatalf("got %s, want a line like %s", s.all, pattern)
		}
	}
}

// end waits for the program and returns its exit code.
func (s *started) end(t *testing.T) int {
	t.Helper()
	_, _ = io.Copy(io.Discard, s.err)
	_ = s.Wait() // its exit code is what is asked
	return s.ProcessState.ExitCode()
}

func (s *started) signal(t *testing.T) {
	t.Helper()
	if err := s.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
}

// feed writes more to standard input than a pipe holds, and so returns only
// once the program is reading it.
func (s *started) feed(t *testing.T) {
	t.Helper()
	if _, err := io.WriteString(s.in, text+strings.Repeat("\n", 1<<18)); err != nil {
		t.Fatal(err)
	}
}

func document(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const text = "President Sadyr Japarov paid an official visit to Azerbaijan on April 24, 2024.\n"

// TestCtrlCStopsAfterTheCurrentDocument asks for an end while the second of
// three documents is being read, from standard input, which is still open.
func TestCtrlCStopsAfterTheCurrentDocument(t *testing.T) {
	dir := t.TempDir()
	document(t, dir, "a.txt", text)
	document(t, dir, "c.txt", text+"Third.\n")
	p := start(t, dir, "load", "a.txt", "-", "c.txt")
	p.until(t, `^1/3 a.txt: `)
	p.feed(t)
	p.signal(t)
	p.until(t, `^stopping after this document`)
	p.in.Close()
	p.until(t, `^2/3 -: `)
	p.until(t, `^2 documents: 2 loaded.*stopped early`)
	if got := p.end(t); got != 1 {
		t.Errorf("got exit code %d, want 1", got)
	}
	if strings.Contains(p.all.String(), "c.txt") {
		t.Errorf("got %s, want nothing of c.txt", p.all)
	}
	again := start(t, dir, "load", "a.txt", "c.txt")
	again.until(t, `^1/2 a.txt: known already`)
	if got := again.end(t); got != 0 {
		t.Errorf("the load again: got exit code %d, want 0", got)
	}
}

func TestASecondCtrlCStopsAtOnce(t *testing.T) {
	dir := t.TempDir()
	document(t, dir, "a.txt", text)
	p := start(t, dir, "load", "a.txt", "-")
	p.until(t, `^1/2 a.txt: `)
	p.feed(t)
	p.signal(t)
	p.until(t, `^stopping after this document`)
	p.signal(t)
	if got := p.end(t); got != 1 { // standard input is still open
		t.Errorf("got exit code %d, want 1", got)
	}
	check := start(t, dir, "check")
	if got := check.end(t); got != 0 {
		t.Errorf("check: got exit code %d and %s, want 0", got, check.all)
	}
}

func TestServeUntilCtrlC(t *testing.T) {
	dir := t.TempDir()
	document(t, dir, "a.txt", text)
	if got := start(t, dir, "load", "a.txt").end(t); got != 0 {
		t.Fatalf("load: got exit code %d, want 0", got)
	}
	p := start(t, dir, "serve", "--listen", "127.0.0.1:0")
	address := p.until(t, `address=http://(\S+)`)[1]
	response, err := http.Get("http://" + address + "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("readyz: got %d, want 200", response.StatusCode)
	}
	taken := start(t, dir, "serve", "--listen", address)
	if got := taken.end(t); got != 1 || !strings.Contains(taken.all.String(), "is in use: ") || strings.Count(taken.all.String(), "\n") != 1 {
		t.Errorf("a port in use: got exit code %d and %s, want 1 and one line that says so", got, taken.all)
	}
	p.signal(t)
	p.until(t, `msg=stopping`)
	if got := p.end(t); got != 0 {
		t.Errorf("got exit code %d, want 0", got)
	}
}

func TestDemoServesAndSaysWhatToTry(t *testing.T) {
	p := start(t, t.TempDir(), "demo", "--listen", "127.0.0.1:0")
	address := p.until(t, `address=(http://\S+)`)[1]
	response, err := http.Get(address + "/graphql?query={agreements{totalCount}}")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || response.StatusCode != http.StatusOK || !strings.Contains(string(body), "totalCount") {
		t.Errorf("got %d %s (%v), want an answer", response.StatusCode, body, err)
	}
	p.signal(t)
	if got := p.end(t); got != 0 {
		t.Errorf("got exit code %d, want 0", got)
	}
}
