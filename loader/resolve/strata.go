package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/loader/claim"
)

// A stratum decides the identity of the entities of one label, once that of
// the strata above it is decided.
type stratum struct {
	label string
	// member says of an entity what its identity depends on, and no more: few
	// distinct members for however many documents. It names other entities by
	// their clusters.
	member func(s *said, e *claim.Entity) string
	// keys are the groups that a member belongs to. Members that share a key,
	// over however many steps, are looked at together. Without keys a member is
	// a cluster of its own.
	keys func(member string) []string
	// reach, where it is set, are the groups whose members a member is looked at
	// together with, where these are not its own: of two members that can be one
	// thing, each must reach a group of the other's.
	reach func(member string) []string
	// partition puts each of the connected members under one of them, the
	// cluster's representative. It depends on the set alone, not on its order.
	partition func(members []string) map[string]string
	// last, where it is set, decides members that depend on clusters which they
	// share no key with: it is given the clusters of both sides and mends them.
	last func(w *world, clusters *[2]map[string]string) error
}

// newStrata are in order: each may name the clusters of those before it.
func newStrata() []stratum {
	stays := newPacked((*visit).prepare)
	visits := grouped("Visit", visitMember, visitKeys, partitionVisits, stays)
	visits.last = newUndated(stays).place
	texts := newPacked((*agreement).prepare)
	agreements := grouped("Agreement", agreementMember, agreementKeys, partitionAgreements, texts)
	agreements.reach = func(m string) []string { return agreementReach(texts.one(m)) }
	return []stratum{
		{label: "State", member: stateMember},
		grouped("Organization", organizationMember, organizationKeys, partitionOrganizations, newPacked[organization](nil)),
		grouped("Leader", leaderMember, leaderKeys, partitionLeaders, newPacked[leader](nil)),
		visits,
		agreements,
		grouped("Project", projectMember, projectKeys, partitionProjects, newPacked[project](nil)),
		{label: "Citation", member: citationMember},
		{label: "Statement", member: statementMember},
		grouped("Figure", figureMember, figureKeys, partitionFigures, newPacked((*figure).prepare)),
	}
}

// grouped is a stratum whose members read as values of one type.
func grouped[T any](label string, member func(*said, *claim.Entity) string, keys func(*T) []string,
	partition func([]string, []*T) map[string]string, values *packed[T]) stratum {
	return stratum{
		label: label, member: member,
		keys:      func(m string) []string { return keys(values.one(m)) },
		partition: func(members []string) map[string]string { return partition(members, values.all(members)) },
	}
}

// What is remembered of identity:
//
//	group/<label, key> → members, as often as entities have them
//	uses/<label, member> → SHA-256 of the documents that have it

// settle decides the identity of every entity of the documents at hand, before
// and after the step, stratum by stratum. Where a member moves to another
// cluster, the documents that have it are taken in: what they say counts for
// other nodes now, and in the next strata their members may be others.
func (w *world) settle() error {
	all := w.strata
	at := slices.Sorted(maps.Keys(w.docs))
	for i := range all {
		more := at
		for s := []stratum{all[i]}; len(more) > 0; s = all[:i+1] {
			moved, err := w.settleStrata(s, more)
			if err != nil {
				return err
			}
			if more, err = w.takeIn(moved); err != nil {
				return err
			}
			at = append(at, more...)
		}
	}
	return nil
}

func (w *world) settleStrata(all []stratum, shas []string) ([]string, error) {
	moved := map[string]bool{}
	for i := range all {
		keys, err := w.settleStratum(&all[i], shas)
		if err != nil {
			return nil, doing("telling apart: "+all[i].label, err)
		}
		for _, k := range keys {
			moved[k] = true
		}
	}
	return slices.Sorted(maps.Keys(moved)), nil
}

// takeIn adds the documents that are remembered under keys, and lists those
// that were not there yet.
func (w *world) takeIn(keys []string) ([]string, error) {
	if err := w.view.fetch(keys...); err != nil {
		return nil, err
	}
	fresh := map[string]bool{}
	for _, k := range keys {
		for sha := range w.view.read(k, before) {
			if w.docs[sha] == nil {
				fresh[sha] = true
			}
		}
	}
	shas := slices.Sorted(maps.Keys(fresh))
	readings := make([]string, len(shas))
	for i, sha := range shas {
		readings[i] = ReadingKey(sha)
	}
	if err := w.view.fetch(readings...); err != nil {
		return nil, err
	}
	for _, sha := range shas {
		r, err := w.stored(sha, before)
		if err != nil {
			return nil, err
		}
		w.docs[sha] = &doc{sha: sha, sides: [2]*said{newSaid(r), newSaid(r)}}
	}
	return shas, nil
}

// settleStratum decides one label's identity in the given documents. It
// returns the keys of the documents that have members which moved.
func (w *world) settleStratum(st *stratum, shas []string) ([]string, error) {
	roots := w.describe(st, shas)
	if st.keys == nil {
		w.assign(st, shas, [2]map[string]string{})
		return nil, nil
	}
	var clusters [2]map[string]string
	var reached [2]map[string]bool
	for side := before; side <= after; side++ {
		var err error
		if reached[side], err = w.explore(st, roots, side); err != nil {
			return nil, err
		}
	}
	clusters[before] = w.partition(st, reached[before])
	if maps.Equal(reached[before], reached[after]) {
		clusters[after] = clusters[before]
	} else {
		clusters[after] = w.partition(st, reached[after])
	}
	if st.last != nil {
		if err := st.last(w, &clusters); err != nil {
			return nil, err
		}
	}
	w.assign(st, shas, clusters)
	var moved []string
	for m, c := range clusters[before] {
		if now, ok := clusters[after][m]; ok && now != c {
			moved = append(moved, key("uses", st.label, m))
		}
	}
	return moved, nil
}

// describe works out the members of the documents' entities and remembers what
// changes. It returns all of them, of both sides.
func (w *world) describe(st *stratum, shas []string) map[string]bool {
	roots := map[string]bool{}
	for _, sha := range shas {
		for side, s := range w.docs[sha].sides {
			if s == nil {
				continue
			}
			for i := range s.Entities {
				e := &s.Entities[i]
				if e.Label != st.label {
					continue
				}
				m := st.member(s, e)
				s.members[e.Ref] = m
				if st.keys == nil {
					continue
				}
				roots[m] = true
				keys := w.groups(st, m)
				for _, k := range keys {
					w.view.add(k, m, 2*side-1)
				}
				if len(keys) > 0 {
					w.view.add(key("uses", st.label, m), sha, 2*side-1)
				}
			}
		}
	}
	return roots
}

// explore gives the members that are connected with the roots on one side.
func (w *world) explore(st *stratum, roots map[string]bool, side int) (map[string]bool, error) {
	seen, reached := map[string]bool{}, map[string]bool{}
	next := slices.Collect(maps.Keys(roots))
	for len(next) > 0 {
		var keys []string
		for _, m := range next {
			for _, k := range w.reach(st, m) {
				if !seen[k] {
					seen[k] = true
					keys = append(keys, k)
				}
			}
		}
		if err := w.view.fetch(keys...); err != nil {
			return nil, err
		}
		next = next[:0:0]
		for _, k := range keys {
			for m := range w.view.read(k, side) {
				if !reached[m] {
					reached[m] = true
					next = append(next, m)
				}
			}
		}
	}
	return reached, nil
}

// groups are the keys of memory of a member's groups.
func (w *world) groups(st *stratum, member string) []string {
	return w.keysOf(st, "in", member, st.keys)
}

// reach are the keys of memory of the groups that a member reaches.
func (w *world) reach(st *stratum, member string) []string {
	if st.reach == nil {
		return w.groups(st, member)
	}
	return w.keysOf(st, "to", member, st.reach)
}

func (w *world) keysOf(st *stratum, which, member string, of func(string) []string) []string {
	at := which + st.label + member
	keys, ok := w.keys[at]
	if !ok {
		for _, k := range of(member) {
			keys = append(keys, key("group", st.label, k))
		}
		w.keys[at] = keys
	}
	return keys
}

// partition decides each connected group by itself.
func (w *world) partition(st *stratum, members map[string]bool) map[string]string {
	sorted := slices.Sorted(maps.Keys(members))
	groups := newUnion(len(sorted))
	first := map[string]int{} // of the members of a group
	for i, m := range sorted {
		for _, k := range w.groups(st, m) {
			if _, ok := first[k]; !ok {
				first[k] = i
			}
		}
	}
	reached := map[string]bool{}
	for i, m := range sorted {
		for _, k := range w.reach(st, m) {
			if j, ok := first[k]; ok {
				groups.join(i, j)
				reached[k] = true
			}
		}
	}
	for i, m := range sorted {
		for _, k := range w.groups(st, m) {
			if reached[k] {
				groups.join(i, first[k])
			}
		}
	}
	out := make(map[string]string, len(sorted))
	for _, group := range groups.sets() {
		connected := make([]string, len(group))
		for i, j := range group {
			connected[i] = sorted[j]
		}
		maps.Copy(out, st.partition(connected))
	}
	return out
}

// assign notes the cluster of each entity.
func (w *world) assign(st *stratum, shas []string, clusters [2]map[string]string) {
	for _, sha := range shas {
		for side, s := range w.docs[sha].sides {
			if s == nil {
				continue
			}
			for i := range s.Entities {
				e := &s.Entities[i]
				if e.Label != st.label {
					continue
				}
				m := s.members[e.Ref]
				if rep, ok := clusters[side][m]; ok {
					m = rep
				}
				s.clusters[e.Ref] = clusterOf(st.label, m)
			}
		}
	}
}

// clusterOf names a cluster after its representative: "visit:4f1a…". That of a
// State says its node's id at once: "=kg".
func clusterOf(label, representative string) string {
	if label == "State" {
		return "=" + representative
	}
	return strings.ToLower(label) + ":" + hash(representative)
}
