package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"github.com/entente-graph/entente/graph"
)

// translate gives a driver's error one of graph's four, where it is one of
// them, and says what was being done. A context's error stays what it is.
func translate(err error, doing string) error {
	if err == nil {
		return nil
	}
	for _, known := range []error{
		context.Canceled, context.DeadlineExceeded,
		graph.ErrConflict, graph.ErrInvalid, graph.ErrNotFound, graph.ErrUnavailable,
	} {
		if errors.Is(err, known) {
			return fmt.Errorf("%s: %w", doing, err)
		}
	}
	var coded *sqlite.Error
	if !errors.As(err, &coded) {
		return fmt.Errorf("%s: %w: %w", doing, graph.ErrUnavailable, err)
	}
	switch coded.Code() & 0xff { // without the extension
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		return fmt.Errorf("%s: %w: another program has held the file for 5 seconds: wait for it to end, then try again", doing, graph.ErrUnavailable)
	case codes.SQLITE_INTERRUPT:
		return fmt.Errorf("%s: %w", doing, context.Canceled)
	case codes.SQLITE_FULL:
		return fmt.Errorf("%s: %w: the disk is full: make space, then try again", doing, graph.ErrUnavailable)
	case codes.SQLITE_READONLY, codes.SQLITE_PERM:
		return fmt.Errorf("%s: %w: the file or its folder may not be written to, which even reading can need: change their permissions, or copy the file into a folder of your own", doing, graph.ErrUnavailable)
	case codes.SQLITE_CANTOPEN:
		return fmt.Errorf("%s: %w: the file cannot be opened: look whether its folder is there and may be written to", doing, graph.ErrUnavailable)
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w: the file is damaged: restore it from a backup, or load the documents into a new one", doing, graph.ErrInvalid)
	case codes.SQLITE_IOERR:
		return fmt.Errorf("%s: %w: the disk failed: %w", doing, graph.ErrUnavailable, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// isReadOnly tells whether something would have to be written that may not be.
func isReadOnly(err error) bool {
	var coded *sqlite.Error
	return errors.As(err, &coded) && coded.Code()&0xff == codes.SQLITE_READONLY
}

// isBusy tells whether another program holds the file.
func isBusy(err error) bool {
	var coded *sqlite.Error
	return errors.As(err, &coded) && coded.Code()&0xff == codes.SQLITE_BUSY
}

// isRefused tells whether SQLite would not prepare a statement as it stands.
// What the compiler writes is well formed, so that one of SQLite's limits must
// have been met.
func isRefused(err error) bool {
	var coded *sqlite.Error
	return errors.As(err, &coded) && coded.Code() == codes.SQLITE_ERROR
}

// invalid says that a question or a change cannot be made.
func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", graph.ErrInvalid, fmt.Sprintf(format, args...))
}
