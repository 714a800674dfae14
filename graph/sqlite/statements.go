package sqlite

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

// keptStatements is how many statements stay prepared: shapes of queries are
// few, but whoever asks can make up new ones.
const keptStatements = 200

// statements keeps the statements used last prepared, since preparing a large
// one costs more than running it.
type statements struct {
	db *sql.DB

	mu     sync.Mutex
	byText map[string]*list.Element // of *statement
	recent *list.List               // the last used first
}

type statement struct {
	text  string
	stmt  *sql.Stmt
	users int
	gone  bool // no longer kept: to be closed by its last user
}

func newStatements(db *sql.DB) *statements {
	return &statements{db: db, byText: map[string]*list.Element{}, recent: list.New()}
}

// get returns the prepared statement of a text; release must be called once it
// is no longer used.
func (s *statements) get(ctx context.Context, text string) (stmt *sql.Stmt, release func(), err error) {
	if st := s.find(text); st != nil {
		return st.stmt, func() { s.release(st) }, nil
	}
	stmt, err = s.db.PrepareContext(ctx, text)
	if err != nil {
		return nil, nil, err
	}
	st := s.keep(&statement{text: text, stmt: stmt, users: 1})
	return st.stmt, func() { s.release(st) }, nil
}

func (s *statements) find(text string) *statement {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.byText[text]
	if !ok {
		return nil
	}
	s.recent.MoveToFront(e)
	st := e.Value.(*statement)
	st.users++
	return st
}

// keep adds a statement, unless another request has just added the same.
func (s *statements) keep(st *statement) *statement {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.byText[st.text]; ok {
		st.gone = true
		return st
	}
	s.byText[st.text] = s.recent.PushFront(st)
	for s.recent.Len() > keptStatements {
		s.drop(s.recent.Back())
	}
	return st
}

// drop forgets a statement. s.mu is held.
func (s *statements) drop(e *list.Element) {
	st := s.recent.Remove(e).(*statement)
	delete(s.byText, st.text)
	st.gone = true
	if st.users == 0 {
		st.stmt.Close()
	}
}

func (s *statements) release(st *statement) {
	s.mu.Lock()
	defer s.mu.Unlock()
	st.users--
	if st.gone && st.users == 0 {
		st.stmt.Close()
	}
}

func (s *statements) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.recent.Len() > 0 {
		s.drop(s.recent.Back())
	}
}
