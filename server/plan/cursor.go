package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// cursorVersion is raised when the meaning of a cursor's keys changes.
const cursorVersion = 1

// maxCursor is how long a cursor may be, in bytes: keys may be long titles.
const maxCursor = 16 << 10

// cursor is a row's place in an ordering. It is opaque to those who carry it.
type cursor struct {
	Version int    `json:"v"`
	Order   string `json:"o"` // fingerprint of the ordering
	Keys    []any  `json:"k"`
}

// EncodeCursor writes the place of a row, by its sort keys, in the ordering of
// a fingerprint.
func EncodeCursor(order string, keys []any) string {
	text, err := json.Marshal(cursor{Version: cursorVersion, Order: order, Keys: keys})
	if err != nil { // keys are texts, numbers and nil
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

var errCursor = errors.New("is not a cursor of this ordering: use one that the same field gave with the same orderBy")

// decodeCursor reads a cursor of an ordering, whose keys are of the kinds.
func decodeCursor(text, order string, kinds []schema.Kind) ([]any, error) {
	if len(text) > maxCursor {
		return nil, errCursor
	}
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, errCursor
	}
	var c cursor
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return nil, errCursor
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errCursor
	}
	if c.Version != cursorVersion || c.Order != order || len(c.Keys) != len(kinds) {
		return nil, errCursor
	}
	for i, k := range c.Keys {
		if !keyFits(k, kinds[i]) {
			return nil, errCursor
		}
	}
	return c.Keys, nil
}

// keyFits tells whether a sort key is of its kind; all but an id may be missing.
func keyFits(key any, kind schema.Kind) bool {
	switch key.(type) {
	case nil:
		return kind != schema.ID
	case string:
		return kind != schema.Int && kind != schema.Float
	case float64:
		return kind == schema.Int || kind == schema.Float
	}
	return false
}

// fingerprint tells orderings apart: what is sorted, by what, which way.
func fingerprint(what string, order []graph.Order) string {
	text, err := json.Marshal(order)
	if err != nil { // plain values
		return ""
	}
	sum := sha256.Sum256(append([]byte(what+" "), text...))
	return hex.EncodeToString(sum[:4])
}
