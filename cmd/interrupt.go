package cmd

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"
)

// patience is how long a second Ctrl-C waits for an orderly end.
const patience = 2 * time.Second

// interrupts turn Ctrl-C and SIGTERM into an end: of a gentle command after
// what it is doing, at the second at once; of any other at once.
type interrupts struct {
	signals chan os.Signal
	asked   chan struct{} // closed at the first
	gentle  atomic.Bool
}

// listen begins to listen. cancel ends what is being done; noted says that the
// first Ctrl-C of a gentle command was heard.
func listen(cancel, noted func()) *interrupts {
	i := &interrupts{signals: make(chan os.Signal, 2), asked: make(chan struct{})}
	signal.Notify(i.signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-i.signals; !ok {
			return
		}
		close(i.asked)
		if i.gentle.Load() {
			noted()
			if _, ok := <-i.signals; !ok {
				return
			}
		}
		cancel()
		if i.gentle.Load() {
			time.AfterFunc(patience, func() { os.Exit(exitFailed) })
		}
	}()
	return i
}

// ignore ends the listening.
func (i *interrupts) ignore() {
	signal.Stop(i.signals)
	close(i.signals)
}

// pending tells whether an end was asked for.
func (i *interrupts) pending() bool {
	select {
	case <-i.asked:
		return true
	default:
		return false
	}
}
