package server

import (
	"context"
	"net/http"
	"time"
)

// maxBody is how long a request's body may be, in bytes.
const maxBody = 128 << 10

// gate lets a number of requests through at once; some more wait, and the rest
// are told to come back.
type gate struct {
	running chan struct{}
	waiting chan struct{}
}

func newGate(running, waiting int) *gate {
	return &gate{running: make(chan struct{}, running), waiting: make(chan struct{}, running+waiting)}
}

// within lets requests through the gate and gives each a deadline, none where
// timeout is 0. Waiting counts.
func (g *gate) within(timeout time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if timeout > 0 {
			var cancel func()
			ctx, cancel = context.WithTimeout(ctx, timeout)
			defer cancel()
		}
		select {
		case g.waiting <- struct{}{}:
			defer func() { <-g.waiting }()
		default:
			refuse(w, codeBusy, "too many requests are waiting; try again")
			return
		}
		select {
		case g.running <- struct{}{}:
			defer func() { <-g.running }()
		case <-ctx.Done():
			refuse(w, codeBusy, "too many requests are being answered; try again")
			return
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
