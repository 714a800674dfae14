//go:build !unix

package neo4jtest

import "syscall"

func apart() *syscall.SysProcAttr { return nil }

func takeTurn(string) error { return nil }
