package main_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "modernc.org/sqlite" // to damage stores with
)

// planted is a password that must show nowhere.
const planted = "pl4nted-secret"

// deadline is how long a store that does not answer may keep anybody waiting.
const deadline = 30 * time.Second

// ended is how a run of the program ended.
type ended struct {
	code     int
	out, err string
}

// end runs a command to its end, which must come within the deadline.
func end(t *testing.T, c *exec.Cmd) ended {
	t.Helper()
	return disturbed(t, c, func() {})
}

// disturbed is end with something done to the command as soon as it runs.
func disturbed(t *testing.T, c *exec.Cmd, meanwhile func()) ended {
	t.Helper()
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	go meanwhile()
	late := time.AfterFunc(deadline, func() { _ = c.Process.Kill() })
	defer late.Stop()
	err := c.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	e := ended{c.ProcessState.ExitCode(), out.String(), errs.String()}
	if strings.Contains(e.out+e.err, planted) {
		t.Errorf("%s: got %s%s, want no password in it", c, e.out, e.err)
	}
	return e
}

// fails wants an exit code and one line on stderr that says so, and nothing else.
func (e ended) fails(t *testing.T, what string, code int, says ...string) {
	t.Helper()
	if e.code != code || e.out != "" || strings.Count(e.err, "\n") != 1 || !strings.HasSuffix(e.err, "\n") {
		t.Errorf("%s: got exit code %d, %q on stdout, and %q, want %d and one line", what, e.code, e.out, e.err, code)
	}
	for _, s := range says {
		if !strings.Contains(e.err, s) {
			t.Errorf("%s: got %q, want %q in it", what, e.err, s)
		}
	}
}

// open makes a folder that everybody may read and search; t.TempDir's is not.
func open(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "entente-open") //nolint:usetesting // its parents must be open too
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o700)
		_ = os.RemoveAll(dir)
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// nobody is a user without rights, on all systems that have one.
const nobody = 65534

// unprivileged makes a command of root's one of nobody's: root may read and
// write whatever there is. The test is skipped where that user cannot run the
// program at all.
func unprivileged(t *testing.T, c *exec.Cmd) *exec.Cmd {
	t.Helper()
	c.Dir = "/"
	if os.Geteuid() != 0 {
		return c
	}
	as := &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	probe := exec.Command(c.Path, "version")
	probe.Dir, probe.SysProcAttr = "/", as
	if out, err := probe.CombinedOutput(); err != nil {
		t.Skipf("another user cannot run the program: %v %s", err, out)
	}
	c.SysProcAttr = as
	return c
}

func write(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil { // whatever the umask
		t.Fatal(err)
	}
}

func seed(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("seeds", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// bad lists documents that cannot be read, with what is said of each.
var bad = map[string]string{
	"binary.txt":  "not text",
	"broken.docx": "save it as .txt",
	"broken.pdf":  "save it as .txt",
	"empty.txt":   "empty: give",
	"locked.txt":  "give yourself permission",
	"loop":        "loop of links",
	"pdf.txt":     "save",
	"ring":        "link to a folder that it lies in",
}

// badFolder makes a folder of all that is bad, with two good documents
// among it, which it returns as well.
func badFolder(t *testing.T) (dir string, good []string) {
	t.Helper()
	dir = open(t)
	write(t, filepath.Join(dir, "binary.txt"), "\x7fELF\x02\x01\x01\x00\x00\x00\xff\xfe", 0o644)
	write(t, filepath.Join(dir, "broken.docx"), "PK\x03\x04broken", 0o644)
	write(t, filepath.Join(dir, "broken.pdf"), "%PDF-1.7 broken", 0o644)
	write(t, filepath.Join(dir, "pdf.txt"), "%PDF-1.7 broken", 0o644)
	write(t, filepath.Join(dir, "empty.txt"), "", 0o644)
	write(t, filepath.Join(dir, "locked.txt"), "Locked away.", 0)
	for link, to := range map[string]string{"loop": "loop", "ring": "."} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"caspian-partners.txt", "modi-moscow-wire.txt"} {
		path := filepath.Join(dir, name)
		write(t, path, seed(t, name), 0o644)
		good = append(good, path)
	}
	return dir, good
}

func TestBadDocumentsArePassedOver(t *testing.T) {
	docs, good := badFolder(t)
	alone := embedded(t)
	alone.run(t, load(good...)...)
	want := alone.run(t, "export")

	for name, store := range map[string]func(*testing.T) place{"SQLite": embedded, "Neo4j": server} {
		t.Run(name, func(t *testing.T) {
			p := store(t)
			if path, ok := strings.CutPrefix(p.url, "sqlite:"); ok {
				home := open(t)
				if err := os.Chmod(home, 0o777); err != nil {
					t.Fatal(err)
				}
				p.url = "sqlite:" + filepath.Join(home, filepath.Base(path))
			}
			e := end(t, unprivileged(t, p.command(t, load(docs)...)))
			lines := strings.Split(strings.TrimSuffix(e.err, "\n"), "\n")
			if e.code != 0 || e.out != "" || len(lines) != len(bad) {
				t.Errorf("got exit code %d, %q and %d lines, want 0, nothing and %d:\n%s", e.code, e.out, len(lines), len(bad), e.err)
			}
			for name, says := range bad {
				if !slices.ContainsFunc(lines, func(l string) bool {
					return strings.HasPrefix(l, filepath.Join(docs, name)+": ") && strings.Contains(l, says)
				}) {
					t.Errorf("got\n%s\nwant a line of %s that says %q", e.err, name, says)
				}
			}
			same(t, "the good among the bad", p.run(t, "export"), want)
			if got := end(t, unprivileged(t, p.command(t, append(load(docs), "--strict")...))).code; got != 1 {
				t.Errorf("--strict: got exit code %d, want 1", got)
			}
		})
	}
	p := embedded(t)
	end(t, p.command(t, load(filepath.Join(docs, "missing.txt"))...)).fails(t, "a missing file", 1, "missing.txt: there is no such file")
}

func TestNewerStores(t *testing.T) {
	newer := func(t *testing.T, p place) {
		t.Helper()
		for _, args := range append(readers(), writers(t)...) {
			end(t, p.command(t, args...)).fails(t, args[0], 1, "version 99", "use a newer program")
		}
	}
	t.Run("SQLite", func(t *testing.T) {
		p := embedded(t)
		p.run(t, "demo", "--load-only", "--quiet")
		path := strings.TrimPrefix(p.url, "sqlite:")
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("PRAGMA user_version = 99"); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		newer(t, p)
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("got another file (%v), want it untouched", err)
		}
	})
	t.Run("Neo4j", func(t *testing.T) {
		p := server(t)
		p.run(t, "demo", "--load-only", "--quiet")
		tamper(t, "MATCH (m:_Meta) SET m.version = 99")
		newer(t, p)
	})
}

func TestReadOnlyStore(t *testing.T) {
	dir := open(t)
	path := filepath.Join(dir, "entente.db")
	p := place{url: "sqlite:" + path}
	p.run(t, "demo", "--load-only", "--quiet")
	want := p.run(t, "export")
	lock := func(file, folder os.FileMode) {
		t.Helper()
		if err := errors.Join(os.Chmod(path, file), os.Chmod(dir, folder)); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) ended { return end(t, unprivileged(t, p.command(t, args...))) }

	new := writers(t)[0]
	new[len(new)-1] = filepath.Join(open(t), "new.txt")
	write(t, new[len(new)-1], "President Sadyr Japarov visited Baku on April 24, 2023.\n", 0o644)

	lock(0o444, 0o777)
	run(new...).fails(t, "a file that may only be read", 1, "may not be written to", "change")
	if e := run("export"); e.code != 0 || e.out != want {
		t.Errorf("reading it: got exit code %d and %s, want the graph", e.code, e.err)
	}
	for _, left := range []string{"-wal", "-shm"} {
		_ = os.Remove(path + left)
	}
	lock(0o444, 0o555)
	run(new...).fails(t, "a folder that may only be read", 1, "may not be written to", "copy")
	if e := run("export"); e.code != 0 || e.out != want {
		e.fails(t, "reading in it", 1, "may not be written to", "copy")
	}
	lock(0o000, 0o777)
	run(new...).fails(t, "a file that may not be read", 1, "permission")
	run("export").fails(t, "a file that may not be read", 1, "permission")
	lock(0o644, 0o755)
	same(t, "after all that", p.run(t, "export"), want)
}

// TestFullDisk fills a small disk in memory, makes room, and loads again.
func TestFullDisk(t *testing.T) {
	docs := documents(t)
	undisturbed := embedded(t)
	undisturbed.run(t, load(docs...)...)
	want := undisturbed.run(t, "export")

	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=500k", "entente", disk).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted here: %v %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", disk).Run() })
	p := place{url: "sqlite:" + filepath.Join(disk, "entente.db")}
	end(t, p.command(t, load(docs...)...)).fails(t, "a full disk", 1, "the disk is full", "make space")
	end(t, p.command(t, "export", "-o", filepath.Join(disk, "graph.jsonl"))) // there may be room for it
	if out, err := exec.Command("mount", "-o", "remount,size=64m", disk).CombinedOutput(); err != nil {
		t.Fatalf("making the disk larger: %v %s", err, out)
	}
	if got := p.run(t, "check", "--quiet"); got != "" {
		t.Errorf("check: got %s, want nothing", got)
	}
	p.run(t, load(docs...)...)
	same(t, "after a full disk", p.run(t, "export"), want)
}

// TestFilesDeletedWhileServed takes the store from under a server, which must
// go on to answer, or say in the answer that the store is gone.
func TestFilesDeletedWhileServed(t *testing.T) {
	p := embedded(t)
	p.run(t, "demo", "--load-only", "--quiet")
	address, stop := serve(t, p)
	ask := func() (int, string) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), deadline)
		defer cancel()
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", strings.NewReader(`{"query":"{agreements{totalCount}}"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response.StatusCode, string(body)
	}
	_, want := ask()
	path := strings.TrimPrefix(p.url, "sqlite:")
	for _, f := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Remove(f); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	for range 5 {
		code, body := ask()
		switch {
		case code == http.StatusOK && body == want:
		case code == http.StatusServiceUnavailable && strings.Contains(body, "STORE_UNAVAILABLE") && !strings.Contains(body, path):
		default:
			t.Errorf("got %d %s, want the answer as before, or 503 without the file's name", code, body)
		}
	}
	if got := stop(syscall.SIGTERM); got != 0 {
		t.Errorf("SIGTERM: got exit code %d, want 0", got)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got a new file (%v), want none", err)
	}
}

// TestExportsThatCannotBeWritten also holds that what is no file is written
// into, and never replaced by one.
func TestExportsThatCannotBeWritten(t *testing.T) {
	p := embedded(t)
	p.run(t, "demo", "--load-only", "--quiet")
	want := p.run(t, "export")
	for to, says := range map[string]string{
		t.TempDir(): "it is a folder",
		filepath.Join(t.TempDir(), "none", "file"): "no such file or folder",
		"/dev/full": "the disk is full",
	} {
		if to == "/dev/full" {
			if _, err := os.Stat(to); err != nil {
				continue
			}
		}
		end(t, p.command(t, "export", "-o", to)).fails(t, to, 1, says)
	}
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	got := make(chan string)
	go func() {
		data, err := os.ReadFile(pipe)
		if err != nil {
			t.Error(err)
		}
		got <- string(data)
	}()
	end(t, p.command(t, "export", "-o", pipe))
	if info, err := os.Lstat(pipe); err != nil || info.Mode().IsRegular() {
		t.Fatalf("got %v (%v), want the pipe still there", info, err)
	}
	same(t, "through a pipe", <-got, want)
}
