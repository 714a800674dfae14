package server

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/entente-graph/entente/server/execute"
)

// secure sets the headers that every answer has. A page that needs more than
// its own files loosens Content-Security-Policy itself.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// logged writes a line for each request: no query, no body, no address of the store.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		id := requestID()
		w.Header().Set("X-Request-Id", id)
		counted := &countedWriter{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			fault := recover()
			if fault != nil && fault != http.ErrAbortHandler { //nolint:errorlint // the very value is the signal
				log.Error("a request failed in a way that is our fault", "id", id, "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
				if !counted.begun {
					refuse(counted, execute.Internal, internalMessage)
				}
			}
			log.LogAttrs(r.Context(), slog.LevelInfo, "request",
				slog.String("id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
				slog.Int("status", counted.status), slog.Int64("bytes", counted.bytes),
				slog.Float64("ms", float64(time.Since(began).Microseconds())/1000))
			if fault != nil && counted.begun && counted.status == http.StatusOK {
				panic(http.ErrAbortHandler) // what was sent is not whole
			}
		}()
		next.ServeHTTP(counted, r)
	})
}

func requestID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// countedWriter notes what was answered.
type countedWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
	begun  bool
}

func (w *countedWriter) WriteHeader(status int) {
	if !w.begun {
		w.status, w.begun = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *countedWriter) Write(b []byte) (int, error) {
	w.begun = true
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *countedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
