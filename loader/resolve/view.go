package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// Recall reads what is remembered under keys; a key that holds nothing may be
// left out. Within one View it must answer from one moment.
type Recall func(keys []string) (map[string][]graph.Remembered, error)

// View is what is remembered, with what a step adds to it.
type View struct {
	recall Recall
	old    map[string]map[string]int
	delta  map[string]map[string]int
	parsed map[string]*stored // Readings, by their jsonl
}

// NewView makes a View of what recall reads.
func NewView(recall Recall) *View {
	return &View{recall: recall, old: map[string]map[string]int{}, delta: map[string]map[string]int{}, parsed: map[string]*stored{}}
}

// Nothing is the Recall of an empty memory.
func Nothing([]string) (map[string][]graph.Remembered, error) { return nil, nil }

// fetch makes keys ready for read, with one recall for those that are not yet.
func (v *View) fetch(keys ...string) error {
	var missing []string
	for _, k := range keys {
		if _, ok := v.old[k]; !ok {
			v.old[k] = nil
			missing = append(missing, k)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	got, err := v.recall(missing)
	if err != nil {
		return err
	}
	for k, values := range got {
		group := make(map[string]int, len(values))
		for _, r := range values {
			group[r.Value] = r.Count
		}
		v.old[k] = group
	}
	return nil
}

// read gives the values under a fetched key and how often each is there, before
// the step or after what was added so far. The map is not to be changed.
func (v *View) read(key string, side int) map[string]int {
	if side == before || len(v.delta[key]) == 0 {
		return v.old[key]
	}
	group := maps.Clone(v.old[key])
	if group == nil {
		group = map[string]int{}
	}
	for value, n := range v.delta[key] {
		if group[value] += n; group[value] == 0 {
			delete(group, value)
		}
	}
	return group
}

// has reports whether a value is under a fetched key on a side.
func (v *View) count(key, value string, side int) int {
	n := v.old[key][value]
	if side == after {
		n += v.delta[key][value]
	}
	return n
}

// add remembers a value n times more under a key.
func (v *View) add(key, value string, n int) {
	if n == 0 {
		return
	}
	group := v.delta[key]
	if group == nil {
		group = map[string]int{}
		v.delta[key] = group
	}
	if group[value] += n; group[value] == 0 {
		delete(group, value)
	}
}

// memory lists what was added, by key and value.
func (v *View) memory() []graph.Memory {
	var out []graph.Memory
	for _, k := range slices.Sorted(maps.Keys(v.delta)) {
		for _, value := range slices.Sorted(maps.Keys(v.delta[k])) {
			out = append(out, graph.Memory{Key: k, Value: value, Delta: v.delta[k][value]})
		}
	}
	return out
}

// key makes a key of memory: what kind of thing it holds, and a hash of what
// it is about, so that no key grows long or holds what a document says.
func key(kind string, about ...string) string { return kind + "/" + hash(about...) }

// hash is 24 hexadecimal digits: 96 bits, which do not collide by chance.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:12])
}
