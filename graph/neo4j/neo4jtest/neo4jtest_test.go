package neo4jtest_test

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

func TestStart(t *testing.T) {
	first := neo4jtest.Start(t)
	if second := neo4jtest.Start(t); second != first {
		t.Errorf("a second start: got another server %v, want the same %v", second, first)
	}
	if o := neo4jtest.Fresh(t); o.URL != first.URL || !strings.HasPrefix(o.URL, "bolt://") {
		t.Errorf("address: got %q, want %q", o.URL, first.URL)
	}
}
