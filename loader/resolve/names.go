package resolve

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// What is remembered of names:
//
//	want/<name>    → the clusters that claim it: an id, or a word of a leader's name
//	heed/<name>    → the clusters to which it matters whether several claim it
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

// heeds lists the names of which it matters to a node whether several claim
// them: its id, and its bare aliases.
func (t *tally) heeds() []string {
	if t == nil || strings.HasPrefix(t.cluster, "=") {
		return nil
	}
	f := fold{tally: t}
	heeds := map[string]bool{idWant(f.kept(idField)): true}
	if t.label == "Leader" {
		for _, field := range []string{"name", "aliases"} {
			for ballot := range t.fields[field] {
				if w := words(textOf(ballot)); len(w) == 1 {
					heeds[nameWant(w[0])] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(heeds))
}

// finalID is the id of the node: that of its best claim, marked where another
// node's best claim gives the same.
func (t *tally) finalID(contested func(string) bool) string {
	f := fold{tally: t}
	id := f.kept(idField)
	if id != "" && contested(idWant(id)) {
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
				if ids[side] = t[side].finalID(w.contested(side)); ids[side] == "" {
					return fmt.Errorf("%w: what is remembered of %s does not fit together: load the documents into a new store", graph.ErrConflict, c)
				}
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
	if _, err := w.settleStrata(w.strata, more); err != nil {
		return err
	}
	return w.fetchIDs()
}

// claimNames remembers what the touched nodes claim and heed, and lists the
// other clusters that heed a name which becomes contested, or is no longer.
func (w *world) claimNames() ([]string, error) {
	claimed := map[string]bool{}
	var keys []string
	touched := slices.Sorted(maps.Keys(w.tallies))
	for _, c := range touched {
		keys = append(keys, w.whenKeys(c)...)
		for side, t := range w.tallies[c] {
			for _, name := range t.wants() {
				w.view.add(key("want", name), c, 2*side-1)
				claimed[name] = true
			}
			for _, name := range t.heeds() {
				w.view.add(key("heed", name), c, 2*side-1)
				keys = append(keys, key("want", name))
			}
		}
	}
	for name := range claimed {
		if k := key("want", name); len(w.view.delta[k]) > 0 {
			keys = append(keys, k, key("heed", name))
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return nil, err
	}
	for _, c := range touched {
		w.dateStatuses(c)
	}
	others := map[string]bool{}
	for name := range claimed {
		k := key("want", name)
		if len(w.view.delta[k]) == 0 || w.contested(before)(name) == w.contested(after)(name) {
			continue
		}
		for c := range w.view.read(key("heed", name), before) {
			if w.tallies[c] == nil {
				others[c] = true
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
		for _, name := range w.tallyUp(c)[before].heeds() {
			keys = append(keys, key("want", name))
		}
		keys = append(keys, w.whenKeys(c)...)
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	for _, c := range clusters {
		w.dateStatuses(c)
	}
	return nil
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
