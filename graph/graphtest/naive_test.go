package graphtest_test

import (
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
)

func TestNaive(t *testing.T) {
	graphtest.Run(t, func(*testing.T) graph.Store { return graphtest.NewNaive() })
}
