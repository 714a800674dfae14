package resolve

import (
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// What is remembered of names:
//
//	want/<name>    → the clusters that claim it: an id, or a word of a leader's name
//	node/<cluster> → the id of its node

func idWant(id string) string     { return "id " + id }
func nameWant(word string) string { return "name " + word }

// wants lists the names that a node claims: its id, and of a leader with a
// full name every word of the names, since a bare name is an alias only of one.
func (t *tally) wants() []string {
	if t == nil || strings.HasPrefix(t.cluster, "=") {
		return nil
	}
	f := fold{tally: t}
	wants := map[string]bool{idWant(f.kept(idField)): true}
	if t.label == "Leader" && len(words(f.kept("name"))) > 1 {
		for _, field := range []string{"name", "aliases"} {
			for ballot := range t.fields[field] {
				for _, w := range words(textOf(ballot)) {
					wants[nameWant(w)] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(wants))
}

// finalID is the id of the node: that of its best claim, marked where another
// node's best claim gives the same.
func (t *tally) finalID(contested func(string) bool) string {
	f := fold{tally: t}
	id := f.kept(idField)
	if contested(idWant(id)) {
		return graph.Distinct(id, t.cluster)
	}
	return id
}

func (w *world) contested(side int) func(string) bool {
	return func(want string) bool { return len(w.view.read(key("want", want), side)) > 1 }
}

// rename finds the ids of all nodes that the step concerns, takes in the nodes
// that share a claimed name with them, and the documents that speak of nodes
// whose id changes.
func (w *world) rename() error {
	bystanders, err := w.claimNames()
	if err != nil {
		return err
	}
	if err := w.takeInNodes(bystanders); err != nil {
		return err
	}
	var keys []string
	for c, t := range w.tallies {
		var ids [2]string
		for side := range ids {
			if t[side] != nil {
				ids[side] = t[side].finalID(w.contested(side))
			}
		}
		w.finals[c] = ids
		if strings.HasPrefix(c, "=") || ids[before] == ids[after] {
			continue
		}
		for side, id := range ids {
			if id != "" {
				w.view.add("node/"+c, id, 2*side-1)
			}
		}
		if ids[before] != "" {
			keys = append(keys, "in/"+c)
		}
	}
	slices.Sort(keys)
	more, err := w.takeIn(keys)
	if err != nil {
		return err
	}
	if _, err := w.settleStrata(strata(), more); err != nil {
		return err
	}
	return w.fetchIDs()
}

// claimNames remembers what the touched nodes claim, and lists the other
// clusters for which a name becomes contested, or is no longer.
func (w *world) claimNames() ([]string, error) {
	var keys []string
	var changed []string
	for _, c := range slices.Sorted(maps.Keys(w.tallies)) {
		for side, t := range w.tallies[c] {
			for _, want := range t.wants() {
				k := key("want", want)
				w.view.add(k, c, 2*side-1)
				keys = append(keys, k)
			}
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return nil, err
	}
	for _, k := range keys {
		if len(w.view.delta[k]) > 0 {
			changed = append(changed, k)
		}
	}
	others := map[string]bool{}
	for _, k := range changed {
		was, is := w.view.read(k, before), w.view.read(k, after)
		if (len(was) > 1) == (len(is) > 1) {
			continue
		}
		for _, group := range []map[string]int{was, is} {
			for c := range group {
				if w.tallies[c] == nil {
					others[c] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(others)), nil
}

// takeInNodes reads what is said of clusters of which nothing new is said.
func (w *world) takeInNodes(clusters []string) error {
	var keys []string
	for _, c := range clusters {
		keys = append(keys, "votes/"+c, "outlets/"+c)
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	keys = keys[:0]
	for _, c := range clusters {
		t := w.tallyUp(c)
		for _, want := range t[before].wants() {
			keys = append(keys, key("want", want))
		}
	}
	return w.view.fetch(keys...)
}

// fetchIDs reads the ids of all nodes that the documents at hand speak of.
func (w *world) fetchIDs() error {
	var keys []string
	need := func(c string) {
		if _, known := w.finals[c]; !known && !strings.HasPrefix(c, "=") {
			keys = append(keys, "node/"+c)
		}
	}
	for _, d := range w.docs {
		for _, s := range d.sides {
			if s == nil {
				continue
			}
			need(s.documentCluster())
			for _, c := range s.clusters {
				need(c)
			}
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	for _, sha := range slices.Sorted(maps.Keys(w.docs)) {
		for side, s := range w.docs[sha].sides {
			if s != nil {
				w.view.add(key("at", w.idOf(s.documentCluster(), side)), s.identity, 2*side-1)
			}
		}
	}
	return nil
}

// idOf is the node id of a cluster.
func (w *world) idOf(cluster string, side int) string {
	if id, ok := strings.CutPrefix(cluster, "="); ok {
		return id
	}
	if ids, ok := w.finals[cluster]; ok {
		return ids[side]
	}
	for id := range w.view.read("node/"+cluster, before) {
		return id
	}
	return ""
}
