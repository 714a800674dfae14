package resolve

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// Find lists the SHA-256 of the documents that a node id, an address, a
// SHA-256 or a file name leads to. A SHA-256 means that version alone, anything
// else all versions. It gives ErrNotFound, or ErrConflict where several
// documents go by the name.
func (v *View) Find(name string) ([]string, error) {
	if err := v.fetch(key("at", name), key("find", name)); err != nil {
		return nil, err
	}
	if v.count(key("find", name), name, before) > 0 {
		return []string{name}, nil
	}
	identities := slices.Collect(maps.Keys(v.read(key("at", name), before)))
	if len(identities) == 0 {
		var err error
		if identities, err = v.identities(slices.Sorted(maps.Keys(v.read(key("find", name), before)))); err != nil {
			return nil, err
		}
	}
	switch len(identities) {
	case 0:
		return nil, fmt.Errorf("%w: no document goes by %q", graph.ErrNotFound, name)
	case 1:
	default:
		slices.Sort(identities)
		return nil, fmt.Errorf("%w: %d documents go by %q: %s", graph.ErrConflict, len(identities), name, strings.Join(identities, ", "))
	}
	if err := v.fetch(versionKey(identities[0])); err != nil {
		return nil, err
	}
	var shas []string
	for value := range v.read(versionKey(identities[0]), before) {
		shas = append(shas, parseVersion(value).SHA)
	}
	slices.Sort(shas)
	return shas, nil
}

// identities lists the distinct identities of stored documents.
func (v *View) identities(shas []string) ([]string, error) {
	var keys []string
	for _, sha := range shas {
		keys = append(keys, ReadingKey(sha))
	}
	if err := v.fetch(keys...); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, k := range keys {
		r, err := v.best(v.read(k, before))
		if err != nil {
			return nil, err
		}
		if r != nil {
			seen[identityOf(&r.Document)] = true
		}
	}
	return slices.Sorted(maps.Keys(seen)), nil
}
