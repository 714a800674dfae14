package graphtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
)

func memoryPromises() []promise {
	return []promise{
		{"memory counts values under keys", countValues},
		{"memory below zero is refused with all else", belowZero},
		{"memory is judged once all of it is added", func(t *testing.T, s graph.Store) {
			remembered(t, s, graph.Memory{Key: "k", Value: "v", Delta: -1}, graph.Memory{Key: "k", Value: "v", Delta: 3}, graph.Memory{Key: "k", Value: "v", Delta: -1})
			same(t, "memory", mustGroups(t, s, "k").ByKey, map[string][]graph.Remembered{"k": {{Value: "v", Count: 1}}})
		}},
		{"memory keeps any text", anyText},
		{"memory is read under many keys", manyKeys},
		{"memory is no part of the graph", privateMemory},
	}
}

func mustGroups(t *testing.T, s graph.Store, keys ...string) *graph.Groups {
	t.Helper()
	groups, err := s.Groups(t.Context(), keys)
	if err != nil {
		t.Fatalf("reading groups %q: %v", keys, err)
	}
	return groups
}

func remembered(t *testing.T, s graph.Store, m ...graph.Memory) {
	t.Helper()
	mustApply(t, s, &graph.Changes{Memory: m})
}

func countValues(t *testing.T, s graph.Store) {
	remembered(t, s, graph.Memory{Key: "a", Value: "two", Delta: 2}, graph.Memory{Key: "a", Value: "one", Delta: 1}, graph.Memory{Key: "b", Value: "two", Delta: 5})
	remembered(t, s, graph.Memory{Key: "a", Value: "two", Delta: 1}, graph.Memory{Key: "a", Value: "none", Delta: 0})
	got := mustGroups(t, s, "a", "b", "c")
	same(t, "memory", got, &graph.Groups{Generation: 3, ByKey: map[string][]graph.Remembered{
		"a": {{Value: "one", Count: 1}, {Value: "two", Count: 3}},
		"b": {{Value: "two", Count: 5}},
	}})
	remembered(t, s, graph.Memory{Key: "a", Value: "two", Delta: -3}, graph.Memory{Key: "b", Value: "two", Delta: -5})
	got = mustGroups(t, s, "a", "b")
	same(t, "memory", got, &graph.Groups{Generation: 4, ByKey: map[string][]graph.Remembered{"a": {{Value: "one", Count: 1}}}})
	if _, there := got.ByKey["b"]; there {
		t.Errorf("got key b with nothing under it, want it left out")
	}
}

func belowZero(t *testing.T, s graph.Store) {
	remembered(t, s, graph.Memory{Key: "k", Value: "v", Delta: 1})
	for _, m := range []graph.Memory{{Key: "k", Value: "v", Delta: -2}, {Key: "k", Value: "w", Delta: -1}, {Key: "l", Value: "v", Delta: -1}} {
		err := s.Apply(t.Context(), &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan")},
			Memory: []graph.Memory{{Key: "new", Value: "v", Delta: 1}, m}})
		wantErr(t, err, graph.ErrInvalid)
	}
	same(t, "memory", mustGroups(t, s, "k", "l", "new"), &graph.Groups{Generation: 2, ByKey: map[string][]graph.Remembered{"k": {{Value: "v", Count: 1}}}})
	same(t, "content", scan(t, s), content{})
}

func anyText(t *testing.T, s graph.Store) {
	long := strings.Repeat("Ə long claim. ", 20_000)
	key := strings.Repeat("é", 250) // 500 bytes
	values := []string{"", " ", long, long + "!", `{"a":"'\"\\"}`, "\n", "a", "A", "é", "e\u0301", "😀", "\uffee"}
	var m []graph.Memory
	for _, v := range values {
		m = append(m, graph.Memory{Key: key, Value: v, Delta: 1})
	}
	remembered(t, s, m...)
	got := mustGroups(t, s, key).ByKey[key]
	var want []graph.Remembered
	for _, v := range []string{"", "\n", " ", "A", "a", "e\u0301", `{"a":"'\"\\"}`, "é", long, long + "!", "\uffee", "😀"} {
		want = append(want, graph.Remembered{Value: v, Count: 1})
	}
	same(t, "values by code point", got, want)
	remembered(t, s, graph.Memory{Key: key, Value: long, Delta: -1})
	if got := len(mustGroups(t, s, key).ByKey[key]); got != len(values)-1 {
		t.Errorf("got %d values, want %d", got, len(values)-1)
	}
}

func manyKeys(t *testing.T, s graph.Store) {
	var m []graph.Memory
	var keys []string
	for i := range 1500 {
		key := fmt.Sprintf("pair/%d", i)
		keys = append(keys, key, "not/"+key)
		m = append(m, graph.Memory{Key: key, Value: "v", Delta: i + 1})
	}
	remembered(t, s, m...)
	got := mustGroups(t, s, keys...)
	if len(got.ByKey) != len(m) {
		t.Fatalf("got %d keys, want %d", len(got.ByKey), len(m))
	}
	for i, memory := range m {
		same(t, memory.Key, got.ByKey[memory.Key], []graph.Remembered{{Value: "v", Count: i + 1}})
	}
}

func privateMemory(t *testing.T, s graph.Store) {
	remembered(t, s, graph.Memory{Key: "leader-claim", Value: "Azerbaijan claims", Delta: 1})
	mustApply(t, s, &graph.Changes{PutNodes: []graph.Node{state("az", "Azerbaijan")}})
	same(t, "content", scan(t, s), content{Nodes: []graph.Node{state("az", "Azerbaijan")}})
	same(t, "stats", ask(t, s, graph.Root{Stats: true})[0].Counts, &graph.Counts{Nodes: map[string]int{"State": 1}, Relationships: map[string]int{}})
	found := ask(t, s, graph.Root{Lookup: &graph.Lookup{IDs: []string{"leader-claim", "Azerbaijan claims"}}})[0].Objects
	same(t, "by key and value", objectIDs(found), []string{"", ""})
	same(t, "search", ids(find(t, s, "azerbaijan", "State", "Leader")), []string{"az"})
	same(t, "search", ids(find(t, s, "claims", "State", "Leader")), []string{})
}
