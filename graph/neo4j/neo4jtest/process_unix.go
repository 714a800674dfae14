//go:build unix

package neo4jtest

import (
	"os"
	"syscall"
)

// apart puts the server into a process group of its own, so that an interrupt
// from the terminal reaches the tests alone and the watch can clean up.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// takeTurn holds a lock until the process ends.
func takeTurn(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	// The descriptor stays open on purpose: closing it would end the turn.
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		return err
	}
	syscall.CloseOnExec(fd)
	return syscall.Flock(fd, syscall.LOCK_EX)
}
