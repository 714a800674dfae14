package server_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/server"
)

// TestGraphQLOverHTTPAudits runs the audits of npm's graphql-http, of which
// all must pass without a warning.
func TestGraphQLOverHTTPAudits(t *testing.T) {
	script := filepath.Join("playground", "audits.mjs")
	_, missing := os.Stat(filepath.Join("playground", "node_modules", "graphql-http"))
	node, err := exec.LookPath("node")
	if err != nil || missing != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no node, or graphql-http is not installed: make playground")
		}
		t.Skip("needs node and graphql-http: make playground")
	}
	s := serve(t, server.Options{})
	out, err := exec.Command(node, script, s.URL+"/graphql").CombinedOutput()
	if err != nil {
		t.Errorf("got %v, want all audits passed:\n%s", err, out)
	}
}
