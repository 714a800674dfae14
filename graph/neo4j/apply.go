package neo4j

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// batch is how many rows a statement takes at most, so that a large change
// comes in pieces that memory bears, still in one transaction.
const batch = 2000

// Apply implements graph.Store. The transaction leaves a token on the store's
// node: where an answer to the commit is lost, the token tells whether the
// changes are there, and they are not made twice. Whether all of such a commit
// can be seen yet it does not tell: that is left to who next has the lock.
func (s *Store) Apply(ctx context.Context, c *graph.Changes) error {
	if err := c.Validate(); err != nil {
		return fmt.Errorf("applying changes: %w", err)
	}
	memory, err := sumMemory(c.Memory)
	if err != nil {
		return err
	}
	done, err := s.takeTurn(ctx)
	if err != nil {
		return s.failure(ctx, "applying changes", err)
	}
	defer done()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer letGo(ctx, session)
	w := &writer{store: s, changes: c, memory: memory, token: rand.Text()}
	_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, w.write(ctx, tx)
	}, neo4j.WithTxTimeout(writeTimeout))
	switch {
	case err == nil, errors.Is(err, errApplied):
		s.settle(ctx, w.commit)
		return nil
	case !ours(err) && ctx.Err() == nil && s.applied(ctx, w.token):
		return nil
	}
	return s.failure(ctx, "applying changes", err)
}

// applied tells whether the transaction of a token was committed.
func (s *Store) applied(ctx context.Context, token string) bool {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer letGo(ctx, session)
	there, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		rows, err := s.run(ctx, tx, "MATCH (m:_Meta {id: 'store'}) RETURN $p.token IN m.applied", map[string]any{"token": token})
		if err != nil || len(rows) == 0 {
			return false, err
		}
		return truth(rows[0].Values[0]), nil
	}, neo4j.WithTxTimeout(s.timeout))
	return err == nil && there == true
}

// errApplied rolls a repeated transaction back whose first commit had succeeded.
var errApplied = errors.New("the changes are there already")

// writer makes one change within a transaction.
type writer struct {
	store   *Store
	changes *graph.Changes
	memory  []map[string]any
	token   string
	commit  any // the number of the last commit that was announced
}

// begin takes the lock that every writer takes, raises the generation and
// leaves the token.
const begin = `MATCH (m:_Meta {id: 'store'})
SET m._lock = true
WITH m, m.applied AS applied
SET m.generation = m.generation + 1, m.applied = ([$p.token] + applied)[..16]
RETURN m.generation - 1 AS base, $p.token IN applied AS again`

func (w *writer) write(ctx context.Context, tx neo4j.ManagedTransaction) error {
	rows, err := w.store.run(ctx, tx, begin, map[string]any{"token": w.token})
	if err != nil {
		return err
	}
	if len(rows) != 1 {
		return errEmptied
	}
	if truth(rows[0].Values[1]) {
		return errApplied
	}
	base := uint64(number(rows[0].Values[0]))
	if w.changes.Base != 0 && w.changes.Base != base {
		return fmt.Errorf("%w: the changes are for generation %d, the store is at %d", graph.ErrConflict, w.changes.Base, base)
	}
	for _, step := range []func(context.Context, neo4j.ManagedTransaction) error{
		w.dropRelationships, w.dropNodes, w.putNodes, w.putRelationships, w.putEvidence, w.remember,
	} {
		if err := step(ctx, tx); err != nil {
			return err
		}
	}
	w.commit, err = w.store.announce(ctx)
	return err
}

// in sends a statement for each batch of rows, with one list a name.
func (w *writer) in(ctx context.Context, tx neo4j.ManagedTransaction, statement string, rows []any, params func(part []any) map[string]any, check func(*neo4j.Record, map[string]any) error) error {
	for part := range slices.Chunk(rows, batch) {
		p := params(part)
		records, err := w.store.run(ctx, tx, statement, p)
		if err != nil {
			return err
		}
		if check != nil && len(records) > 0 {
			if err := check(records[0], p); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropRelationshipsStatement seeks each id by the constraint of its type.
func dropRelationshipsStatement() string {
	var b strings.Builder
	for _, r := range schema.Relationships() {
		fmt.Fprintf(&b, "CALL () { UNWIND $p.%[1]s AS id MATCH ()-[r:%[1]s]->() WHERE r._id = id DELETE r }\n", r.Type)
	}
	b.WriteString("UNWIND $p.all AS id MATCH (e:_Evidence) WHERE e.rel = id AND e.passage IS NOT NULL DELETE e")
	return b.String()
}

func (w *writer) dropRelationships(ctx context.Context, tx neo4j.ManagedTransaction) error {
	ids := slices.Sorted(slices.Values(w.changes.DropRelationships))
	rows := make([]any, len(ids))
	for i, id := range ids {
		rows[i] = id
	}
	return w.in(ctx, tx, dropRelationshipsStatement(), rows, func(part []any) map[string]any {
		p := map[string]any{"all": part}
		for _, r := range schema.Relationships() {
			p[r.Type] = []any{}
		}
		for _, id := range part {
			kind, _, _ := strings.Cut(text(id), "/")
			if kind = strings.ToUpper(kind); p[kind] != nil {
				p[kind] = append(p[kind].([]any), id)
			}
		}
		return p
	}, nil)
}

// dropNodesStatement takes the private things that hang on a node along.
func dropNodesStatement() string {
	return fmt.Sprintf(`UNWIND $p.all AS id
MATCH (n:_Node {id: id})
CALL (n) { MATCH (n)-[r:%s]-() MATCH (e:_Evidence) WHERE e.rel = r._id AND e.passage IS NOT NULL DELETE e }
CALL (n) { MATCH (n)<-[:_FORMER]-(f:_Former) DETACH DELETE f }
DETACH DELETE n`, strings.Join(factTypes(), "|"))
}

func (w *writer) dropNodes(ctx context.Context, tx neo4j.ManagedTransaction) error {
	rows := make([]any, len(w.changes.DropNodes))
	for i, id := range slices.Sorted(slices.Values(w.changes.DropNodes)) {
		rows[i] = id
	}
	return w.in(ctx, tx, dropNodesStatement(), rows, func(part []any) map[string]any {
		return map[string]any{"all": part}
	}, nil)
}

// putNodesStatement has a part for each label, since a label cannot be a
// value. Former ids are made anew: nearly all nodes have none.
func putNodesStatement() string {
	var b strings.Builder
	b.WriteString("CALL () { UNWIND $p.all AS id MATCH (:_Node {id: id})<-[:_FORMER]-(f:_Former) DETACH DELETE f }\n")
	for _, l := range schema.Labels() {
		fmt.Fprintf(&b, "CALL () { UNWIND $p.%[1]s AS row MERGE (n:_Node {id: row.id}) SET n = row SET n:%[1]s }\n", l.Name)
	}
	b.WriteString("UNWIND $p.former AS row MATCH (n:_Node {id: row.id}) CREATE (:_Former {id: row.former})-[:_FORMER]->(n)")
	return b.String()
}

func (w *writer) putNodes(ctx context.Context, tx neo4j.ManagedTransaction) error {
	nodes := make([]any, len(w.changes.PutNodes))
	for i := range w.changes.PutNodes {
		nodes[i] = &w.changes.PutNodes[i]
	}
	slices.SortFunc(nodes, func(a, b any) int { return cmp.Compare(a.(*graph.Node).ID, b.(*graph.Node).ID) })
	return w.in(ctx, tx, putNodesStatement(), nodes, nodeRows, nil)
}

// nodeRows sorts nodes into a list a label.
func nodeRows(part []any) map[string]any {
	var all, former []any
	byLabel := map[string][]any{}
	for _, one := range part {
		n := one.(*graph.Node)
		all = append(all, n.ID)
		byLabel[n.Label] = append(byLabel[n.Label], nodeRow(n))
		for _, id := range n.FormerIDs {
			former = append(former, map[string]any{"id": n.ID, "former": id})
		}
	}
	p := map[string]any{"all": all, "former": some(former)}
	for _, l := range schema.Labels() {
		p[l.Name] = some(byLabel[l.Name])
	}
	return p
}

// some keeps an empty list from becoming null.
func some(l []any) []any {
	if l == nil {
		return []any{}
	}
	return l
}

// nodeRow is all that is kept of a node: its properties, folded copies of its
// texts, and the words that search finds it by.
func nodeRow(n *graph.Node) map[string]any {
	row := withFolded(n.Properties)
	row["id"] = n.ID
	if words := searchWords(n.Label, n.Properties); words != "" {
		row["_search"] = words
	}
	if len(n.FormerIDs) > 0 {
		row["formerIds"] = n.FormerIDs
	}
	if len(n.Disagreements) > 0 {
		texts := make([]string, len(n.Disagreements))
		for i, d := range n.Disagreements {
			// Strings alone: this cannot fail.
			encoded, _ := json.Marshal(d)
			texts[i] = string(encoded)
		}
		row["disagreements"] = texts
	}
	return row
}

// withFolded copies properties and puts beside each text its folded copy,
// under the same name after "_", which filters compare.
func withFolded(properties graph.Properties) map[string]any {
	row := make(map[string]any, 2*len(properties)+3)
	for name, v := range properties {
		row[name] = v
		switch v := v.(type) {
		case string:
			if isText(name) {
				row["_"+name] = graph.Fold(v)
			}
		case []string:
			folded := make([]string, len(v))
			for i := range v {
				folded[i] = graph.Fold(v[i])
			}
			row["_"+name] = folded
		}
	}
	return row
}

// isText tells whether a property is a text of any label or relationship; one
// name may be a text here and an enum there.
func isText(name string) bool {
	for _, l := range schema.Labels() {
		if p := l.Property(name); p != nil && p.Kind == schema.Text {
			return true
		}
	}
	for _, r := range schema.Relationships() {
		if p := r.Property(name); p != nil && p.Kind == schema.Text {
			return true
		}
	}
	return false
}

// searchWords are the words of a node's searched texts, apart by spaces.
func searchWords(label string, properties graph.Properties) string {
	var words []string
	for _, name := range searchedProperties([]string{label}) {
		words = append(words, graph.Terms(text(properties[name]))...)
	}
	return strings.Join(words, " ")
}
