package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// failure turns an error of the driver into one of the graph's, with what was
// being done. ctx's own error goes through as it is.
func (s *Store) failure(ctx context.Context, doing string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%s: %w", doing, ctx.Err())
	}
	if ours(err) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	kind := graph.ErrUnavailable
	var server *neo4j.Neo4jError
	switch {
	case !errors.As(err, &server):
		if !isLost(err) {
			return fmt.Errorf("%s at %s: %w", doing, s.address, err)
		}
	case strings.HasPrefix(server.Code, "Neo.ClientError.Schema.ConstraintValidation"):
		kind = graph.ErrConflict
	case strings.HasPrefix(server.Code, "Neo.ClientError.Security."),
		strings.HasPrefix(server.Code, "Neo.ClientError.Database."):
		kind = graph.ErrInvalid
	case server.Code == "Neo.ClientError.Statement.AccessMode":
		kind = graph.ErrInvalid
	case strings.HasPrefix(server.Code, "Neo.TransientError."),
		strings.HasPrefix(server.Code, "Neo.DatabaseError.Transaction."),
		strings.HasPrefix(server.Code, "Neo.ClientError.Cluster."),
		strings.HasPrefix(server.Code, "Neo.ClientError.Transaction.TransactionTimedOut"),
		strings.HasPrefix(server.Code, "Neo.ClientError.Transaction.Terminated"):
	default:
		return fmt.Errorf("%s at %s: %s", doing, s.address, oneLine(err))
	}
	return fmt.Errorf("%s at %s: %w: %s", doing, s.address, kind, oneLine(err))
}

// ours tells whether an error is one of the graph's four already.
func ours(err error) bool {
	for _, one := range []error{graph.ErrNotFound, graph.ErrInvalid, graph.ErrConflict, graph.ErrUnavailable} {
		if errors.Is(err, one) {
			return true
		}
	}
	return false
}

// isLost tells whether the server could not be reached or was lost, or took
// longer than we waited.
func isLost(err error) bool {
	var limit *neo4j.TransactionExecutionLimit
	return neo4j.IsConnectivityError(err) || neo4j.IsTransactionExecutionLimit(err) || errors.As(err, &limit) ||
		errors.Is(err, context.DeadlineExceeded) || neo4j.IsRetryable(err)
}

// isGone tells whether a statement met what another had taken away meanwhile.
func isGone(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Statement.EntityNotFound"
}

// isBeingMade tells whether a constraint or an index could not be made because
// another is at it.
func isBeingMade(err error) bool {
	var server *neo4j.Neo4jError
	if !errors.As(err, &server) {
		return false
	}
	name, ok := strings.CutPrefix(server.Code, "Neo.ClientError.Schema.")
	return ok && strings.HasSuffix(name, "AlreadyExists")
}

// oneLine is an error's text without line ends, cut where it is long.
func oneLine(err error) string {
	return graph.Truncate(strings.Join(strings.Fields(err.Error()), " "), 300, true)
}

// unreachable says in words why a first connection failed.
func (s *Store) unreachable(ctx context.Context, err error) error {
	if ctx.Err() != nil && !errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return fmt.Errorf("opening the store at %s: %w", s.address, ctx.Err())
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		switch {
		case server.Code == "Neo.ClientError.Security.AuthenticationRateLimit":
			return fmt.Errorf("opening the store at %s: %w: too many wrong passwords, wait a few seconds", s.address, graph.ErrInvalid)
		case server.Code == "Neo.ClientError.Security.CredentialsExpired":
			return fmt.Errorf("opening the store at %s: %w: the password has to be changed first", s.address, graph.ErrInvalid)
		case strings.HasPrefix(server.Code, "Neo.ClientError.Security."):
			return fmt.Errorf("opening the store at %s: %w: wrong user or password", s.address, graph.ErrInvalid)
		case strings.HasPrefix(server.Code, "Neo.ClientError.Database."):
			return fmt.Errorf("opening the store at %s: %w: there is no database %q", s.address, graph.ErrInvalid, s.database)
		}
		return s.failure(ctx, "opening the store", err)
	}
	hint := "is it running, and are host and port right?"
	if strings.Contains(s.address, "+s") {
		hint = "is it running, and does it speak TLS? Without TLS write " + strings.Split(s.address, "+")[0] + "://"
	}
	return fmt.Errorf("opening the store at %s: %w: Neo4j does not answer there: %s", s.address, graph.ErrUnavailable, hint)
}
