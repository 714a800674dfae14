package sqlite

import (
	"database/sql"
	"errors"
	"reflect"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

func (a *applying) dropRelationship(id string) error {
	old := newRecord(len(relationshipColumns()) + 5)
	if err := a.row(a.s.readLink, id).Scan(old.into()...); errors.Is(err, sql.ErrNoRows) {
		return nil
	} else if err != nil {
		return err
	}
	return a.dropLink(old.key)
}

func (a *applying) dropLink(key int64) error {
	if err := a.exec(a.s.dropEvidence, key); err != nil {
		return err
	}
	var kind string
	if err := a.row(a.s.dropLink, key).Scan(&kind); err != nil {
		return err
	}
	a.tally[tallied{"relationship", kind}]--
	return nil
}

func (a *applying) putRelationship(p *graph.PutRelationship) error {
	values := []any{p.ID(), p.Type}
	for _, ref := range []graph.Ref{p.From, p.To} {
		e, err := a.find(ref.ID)
		if err != nil {
			return err
		}
		if e.key == 0 || e.label != ref.Label {
			return invalid("no %s has the id %s", ref.Label, ref.ID)
		}
		values = append(values, e.key)
	}
	values = append(values, confidence(&p.Relationship))
	for _, c := range relationshipColumns() {
		v, err := stored(p.Properties[c.Name])
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	old := newRecord(len(values))
	err := a.row(a.s.readLink, values[0]).Scan(old.into()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if err := a.row(a.s.insertLink, values...).Scan(&old.key); err != nil {
			return err
		}
		a.tally[tallied{"relationship", p.Type}]++
	case err != nil:
		return err
	case !reflect.DeepEqual(old.values, values):
		if err := a.exec(a.s.updateLink, append(values, old.key)...); err != nil {
			return err
		}
	}
	for _, passage := range p.Without {
		if err := a.exec(a.s.dropOneEvidence, old.key, passage); err != nil {
			return err
		}
	}
	for i, passage := range p.Evidence {
		if err := a.exec(a.s.putEvidence, old.key, passage, p.Spans[i]); err != nil {
			return err
		}
	}
	return nil
}

// confidence is that of a fact, nil of what is none.
func confidence(r *graph.Relationship) any {
	if kind, ok := schema.RelationshipOf(r.Type); !ok || !kind.Fact {
		return nil
	}
	return r.Confidence
}
