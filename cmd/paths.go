package cmd

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"

	"github.com/entente-graph/entente/loader/source"
)

// input is a file to read, or why there is none to read.
type input struct {
	path    string // as given, or below a folder that was given; "-" for standard input
	fault   error  // what is wrong with the path; nil where the file is to be read
	missing bool   // the path does not exist
}

// readable are the endings of files that a folder is searched for. What a
// person names is read whatever its ending.
var readable = [...]string{".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".pdf", ".docx", ".eml"}

// expand turns what was typed into files: folders into what is below them, in
// order of their paths, globs (which a quoted argument or some shells leave
// alone) into what fits them, "-" into standard input. A file that is reached
// twice is read once. Links to folders are followed; a loop of links is named
// and passed over.
func expand(args []string) []input {
	var out []input
	seen := map[string]bool{}
	add := func(i input) {
		if i.fault == nil && seen[i.path] {
			return
		}
		seen[i.path] = true
		out = append(out, i)
	}
	for _, arg := range args {
		expandOne(arg, add)
	}
	return out
}

func expandOne(arg string, add func(input)) {
	if arg == "-" {
		add(input{path: "-"})
		return
	}
	info, err := os.Stat(arg)
	if err == nil {
		if info.IsDir() {
			walk(arg, nil, add)
		} else {
			add(input{path: arg})
		}
		return
	}
	if errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[") {
		found, globErr := filepath.Glob(arg)
		if globErr == nil && len(found) > 0 {
			sort.Strings(found)
			for _, f := range found {
				expandOne(f, add)
			}
			return
		}
	}
	add(input{path: arg, fault: plainFault(err), missing: errors.Is(err, fs.ErrNotExist)})
}

// walk goes through a folder in order of names. above are the folders that it
// lies in, by what they really are, so that a loop of links is seen.
func walk(dir string, above []os.FileInfo, add func(input)) {
	info, err := os.Stat(dir)
	if err != nil {
		add(input{path: dir, fault: plainFault(err)})
		return
	}
	for _, a := range above {
		if os.SameFile(a, info) {
			add(input{path: dir, fault: errors.New("is a link to a folder that it lies in, so it was not followed")})
			return
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		add(input{path: dir, fault: plainFault(err)})
		return
	}
	above = append(above[:len(above):len(above)], info)
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		target, err := os.Stat(path) // through links
		switch {
		case err != nil:
			add(input{path: path, fault: plainFault(err)})
		case target.IsDir():
			walk(path, above, add)
		case isReadable(path):
			add(input{path: path})
		}
	}
}

func isReadable(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	for _, r := range readable {
		if ending == r {
			return true
		}
	}
	return false
}

// openInput opens an input for reading.
func (a *app) openInput(i input) (io.ReadCloser, error) {
	if i.fault != nil {
		return nil, i.fault
	}
	if i.path == "-" {
		return io.NopCloser(a.In), nil
	}
	// Opening must not wait for the other end of a pipe, and what was opened
	// is what is looked at, whatever becomes of the name.
	f, err := os.OpenFile(i.path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, plainFault(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("is not a regular file, so it was not read")
	}
	if err != nil {
		return nil, errors.Join(plainFault(err), f.Close())
	}
	return f, nil
}

// closed lets go of what was read. What can go wrong then has no bearing on
// what was read.
func closed(c io.Closer) { _ = c.Close() }

// readAll reads a document whole. One that is too long is cut just beyond the
// limit, which the loader then names.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, source.Limit+1))
	if err != nil {
		return nil, plainFault(err)
	}
	return data, nil
}

// plainFault says what is wrong with a path in words that say what to do.
func plainFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read: give yourself permission (chmod u+r)")
	case errors.Is(err, syscall.ELOOP):
		return errors.New("is a loop of links, so it was not followed")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
