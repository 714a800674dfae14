package neo4j

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// version is that of the store's layout. A store of a newer one is refused; one
// of an older one is made into this: 2 has the node that counts commits, which a
// program of version 1 would not announce.
const version = 2

// searchIndex is the name of the full-text index.
const searchIndex = "entente_search"

// object of the schema: a constraint or an index, by name.
type definition struct{ name, statement string }

// definitions lists the constraints and indexes that the store needs. Texts
// have no range index, since Neo4j refuses to write a value beyond 8 kB into one.
func definitions() []definition {
	var out []definition
	add := func(name, format string, args ...any) {
		out = append(out, definition{name, fmt.Sprintf(format, args...)})
	}
	unique := func(label, property string) {
		name := "entente_" + strings.ToLower(strings.TrimPrefix(label, "_")) + "_" + property
		add(name, "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.%s IS UNIQUE", name, label, property)
	}
	unique("_Meta", "id")
	unique("_Node", "id")
	unique("_Memory", "id")
	for _, l := range schema.Labels() {
		unique(l.Name, "id")
		for _, p := range l.Properties {
			if p.Kind == schema.Date {
				name := "entente_" + strings.ToLower(l.Name+"_"+p.Name)
				add(name, "CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)", name, l.Name, p.Name)
			}
		}
	}
	for _, r := range schema.Relationships() {
		name := "entente_rel_" + strings.ToLower(r.Type)
		add(name, "CREATE CONSTRAINT %s IF NOT EXISTS FOR ()-[r:%s]-() REQUIRE r._id IS UNIQUE", name, r.Type)
	}
	add("entente_evidence", "CREATE CONSTRAINT entente_evidence IF NOT EXISTS FOR (e:_Evidence) REQUIRE (e.rel, e.passage) IS UNIQUE")
	add("entente_evidence_passage", "CREATE INDEX entente_evidence_passage IF NOT EXISTS FOR (e:_Evidence) ON (e.passage)")
	add("entente_former", "CREATE INDEX entente_former IF NOT EXISTS FOR (f:_Former) ON (f.id)")
	add("entente_memory_key", "CREATE INDEX entente_memory_key IF NOT EXISTS FOR (m:_Memory) ON (m.key)")
	add(searchIndex, "CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:_Node) ON EACH [n._search] "+
		"OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}", searchIndex)
	return out
}

// prepare makes the first connection, looks at what is there, and makes what
// is missing. A store that is complete is only read.
func (s *Store) prepare(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, openTimeout)
	defer cancel()
	info, err := s.driver.GetServerInfo(limited)
	if err != nil {
		return s.unreachable(ctx, err)
	}
	if err := supported(info.Agent()); err != nil {
		return fmt.Errorf("opening the store at %s: %w", s.address, err)
	}
	there, err := s.version(limited)
	if err != nil {
		return err
	}
	if there > version {
		return fmt.Errorf("opening the store at %s: %w: it is of version %d, this program knows %d: use a newer program", s.address, graph.ErrConflict, there, version)
	}
	missing, err := s.missing(limited)
	if err != nil {
		return err
	}
	if there == version && len(missing) == 0 {
		return nil
	}
	return s.complete(ctx, missing)
}

// supported refuses servers that do not know the Cypher that we write.
func supported(agent string) error {
	number, _ := strings.CutPrefix(agent, "Neo4j/")
	parts := strings.SplitN(number, ".", 3)
	major, minor := 0, 0
	if len(parts) > 1 {
		// What is no number is not Neo4j's own; its answers will tell.
		major, _ = strconv.Atoi(parts[0])
		minor, _ = strconv.Atoi(parts[1])
	}
	if major > 0 && (major < 5 || major == 5 && minor < 23) {
		return fmt.Errorf("%w: Neo4j %s is too old, use 5.26 or newer", graph.ErrInvalid, number)
	}
	return nil
}

// version reads the store's version: 0 where there is none yet. It looks for
// any node before it looks for ours, since a statement is no snapshot: what
// another program, making this very store, wrote in between, is ours too. Where
// it finds only others it looks again: ours may just be coming into sight.
func (s *Store) version(ctx context.Context) (int, error) {
	for range tries {
		rows, err := s.read(ctx, "WITH EXISTS { (n) } AS filled OPTIONAL MATCH (m:_Meta {id: 'store'}) "+
			"RETURN m.version AS version, filled AND m IS NULL AS foreign", nil)
		if err != nil {
			return 0, s.unreachable(ctx, err)
		}
		if foreign, _ := rows[0].Get("foreign"); !truth(foreign) {
			v, _ := rows[0].Get("version")
			return number(v), nil
		}
		time.Sleep(10 * patience)
	}
	return 0, fmt.Errorf("opening the store at %s: %w: the database holds a graph that is not ours: give an empty one", s.address, graph.ErrConflict)
}

// missing lists what is not there, or was never finished.
func (s *Store) missing(ctx context.Context) ([]definition, error) {
	rows, err := s.read(ctx, "SHOW INDEXES YIELD name, state, owningConstraint WHERE state = 'ONLINE' RETURN name, owningConstraint", nil)
	if err != nil {
		return nil, s.failure(ctx, "reading the store's indexes", err)
	}
	online, owned := map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		online[text(row.Values[0])] = true
		owned[text(row.Values[1])] = true
	}
	var out []definition
	for _, d := range definitions() {
		constraint := strings.HasPrefix(d.statement, "CREATE CONSTRAINT")
		if !online[d.name] || constraint && !owned[d.name] {
			out = append(out, d)
		}
	}
	return out, nil
}

const markStatement = `MERGE (m:_Meta {id: 'store'}) ON CREATE SET m.generation = 1, m.applied = []
MERGE (c:_Meta {id: 'commits'}) ON CREATE SET c.announced = 0, c.settled = 0
SET m.version = $p.version`

// complete makes the schema, then the node that says so. The two cannot share
// a transaction; each step can be done again.
func (s *Store) complete(ctx context.Context, missing []definition) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer letGo(ctx, session)
	if err := s.define(ctx, session, missing); err != nil {
		return s.failure(ctx, "making the store's indexes", err)
	}
	if _, err := s.read(ctx, "CALL db.awaitIndexes(600)", nil); err != nil {
		return s.failure(ctx, "waiting for the store's indexes", err)
	}
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return s.run(ctx, tx, markStatement, map[string]any{"version": int64(version)})
	}, neo4j.WithTxTimeout(s.timeout))
	if err != nil {
		return s.failure(ctx, "marking the store's version", err)
	}
	return nil
}

// define makes what is missing. Neo4j makes the index of a constraint apart and
// under no lock that a second maker would wait for: while another program makes
// the same, or the server winds up what a killed one began, it refuses, and
// what is missing then is looked at again.
func (s *Store) define(ctx context.Context, session neo4j.SessionWithContext, missing []definition) error {
	late := time.Now().Add(makingTimeout)
	for pause := 100 * time.Millisecond; len(missing) > 0; pause = min(2*pause, 2*time.Second) {
		_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
			for _, d := range missing {
				if _, err := s.run(ctx, tx, d.statement, nil); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}, neo4j.WithTxTimeout(writeTimeout))
		if err == nil || !isBeingMade(err) || time.Now().After(late) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		if missing, err = s.missing(ctx); err != nil {
			return err
		}
		if pause > time.Second { // nobody needs so long who is still at it
			s.clear(ctx, missing)
		}
	}
	return nil
}

// clear drops what is left of constraints whose making was killed: an index
// that never belonged to any, and that Neo4j itself does not take away. What
// cannot be dropped shows when it is made again.
func (s *Store) clear(ctx context.Context, missing []definition) {
	for _, d := range missing {
		if strings.HasPrefix(d.statement, "CREATE CONSTRAINT") {
			_, _ = s.send(ctx, neo4j.AccessModeWrite, s.timeout, "DROP INDEX "+d.name+" IF EXISTS", nil)
		}
	}
}

// run sends a statement within a transaction and gives all rows. The values
// stand in one map, for the reason that Compile gives.
func (s *Store) run(ctx context.Context, tx neo4j.ManagedTransaction, statement string, p map[string]any) ([]*neo4j.Record, error) {
	s.trace(statement)
	result, err := tx.Run(ctx, statement, map[string]any{"p": p})
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}
