package graph

import "errors"

// The four errors that a store gives, wrapped with what was being done to
// what. Anything else is a fault of ours.
var (
	// ErrNotFound: what was asked for is not there.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: the question or the change is not one that can be asked.
	ErrInvalid = errors.New("invalid")
	// ErrConflict: what is there speaks against it (a changed generation, a
	// newer version of the store, an imported store, a node that differs).
	ErrConflict = errors.New("conflict")
	// ErrUnavailable: the store cannot be reached, is busy or lost.
	ErrUnavailable = errors.New("unavailable")
)
