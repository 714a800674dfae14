package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"github.com/entente-graph/entente/graph"
)

// Scan implements graph.Store, all from one snapshot.
func (s *Store) Scan(ctx context.Context) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		if err := s.scan(ctx, func(r graph.Record) bool { return yield(r, nil) }); err != nil {
			yield(graph.Record{}, translate(err, "reading all of "+s.path))
		}
	}
}

func (s *Store) scan(ctx context.Context, yield func(graph.Record) bool) error {
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing was written
	more := true
	for _, part := range []struct {
		text string
		read func(*decoder, any) graph.Record
	}{
		{scanNodesText(), readNode},
		{scanLinksText(), readLink},
	} {
		if !more {
			return nil
		}
		if more, err = s.scanPart(ctx, tx, part.text, part.read, yield); err != nil {
			return err
		}
	}
	return nil
}

// scanPart reads rows of one JSON text each; more is false once yield wants none.
func (s *Store) scanPart(ctx context.Context, tx *sql.Tx, text string, read func(*decoder, any) graph.Record, yield func(graph.Record) bool) (more bool, err error) {
	s.trace(text)
	rows, err := tx.QueryContext(ctx, text)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		var row string
		if err := rows.Scan(&row); err != nil {
			return false, err
		}
		v, err := parse(row)
		if err != nil {
			return false, err
		}
		d := &decoder{}
		record := read(d, v)
		if d.err != nil {
			return false, d.err
		}
		if !yield(record) {
			return false, nil
		}
	}
	return true, rows.Err()
}

// everything selects all of a node.
func everything() *graph.Selection {
	sel := &graph.Selection{FormerIDs: true, Disagreements: true}
	for _, p := range nodeColumns() {
		sel.Properties = append(sel.Properties, p.Name)
	}
	return sel
}

func scanNodesText() string {
	c := &compiler{}
	return "SELECT " + c.object("n", nil, everything()) + " FROM node n ORDER BY n.id"
}

func readNode(d *decoder, v any) graph.Record {
	o := d.object(everything(), v)
	return graph.Record{Node: &o.Node}
}

func scanLinksText() string {
	c := &compiler{}
	return "SELECT " + c.link("r", nil, "s", "t", &graph.LinkSelection{}) + " FROM relationship r" +
		" CROSS JOIN node s ON s.key = r.src CROSS JOIN node t ON t.key = r.dst ORDER BY r.id"
}

func readLink(d *decoder, v any) graph.Record {
	return graph.Record{Relationship: &d.link(&graph.LinkSelection{}, nil, v).Relationship}
}
