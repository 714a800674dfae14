package loader_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/loader/resolve"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// remembered is a multiset memory, key → value → count.
type remembered map[string]map[string]int

func (m remembered) recall(keys []string) (map[string][]graph.Remembered, error) {
	out := map[string][]graph.Remembered{}
	for _, k := range keys {
		for _, v := range slices.Sorted(maps.Keys(m[k])) {
			out[k] = append(out[k], graph.Remembered{Value: v, Count: m[k][v]})
		}
	}
	return out, nil
}

func (m remembered) add(t *rapid.T, all []graph.Memory) {
	for _, a := range all {
		if m[a.Key] == nil {
			m[a.Key] = map[string]int{}
		}
		switch m[a.Key][a.Value] += a.Delta; {
		case m[a.Key][a.Value] < 0:
			t.Fatalf("%s under %s is remembered %d times", a.Value, a.Key, m[a.Key][a.Value])
		case m[a.Key][a.Value] == 0:
			delete(m[a.Key], a.Value)
		}
		if len(m[a.Key]) == 0 {
			delete(m, a.Key)
		}
	}
}

// TestMemory shows that what is remembered follows from the loaded documents
// too: nothing is left behind that a later load could stumble over.
func TestMemory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		memory, loaded := remembered{}, map[string]*claim.Reading{}
		for range rapid.IntRange(4, 8).Draw(t, "steps") {
			var step resolve.Step
			shas := slices.Sorted(maps.Keys(loaded))
			if len(shas) > 0 && rapid.IntRange(0, 3).Draw(t, "unload") == 3 {
				step.Drop = []string{rapid.SampledFrom(shas).Draw(t, "unloaded")}
				delete(loaded, step.Drop[0])
			} else {
				r := drawReading(t)
				step.Put = []*claim.Reading{r}
				loaded[r.Document.SHA256] = r
			}
			result, err := resolve.Update(resolve.NewView(memory.recall), step)
			if err != nil {
				t.Fatal(err)
			}
			memory.add(t, result.Changes.Memory)
			whole, err := resolve.Update(resolve.NewView(resolve.Nothing), resolve.Step{Put: slices.Collect(maps.Values(loaded))})
			if err != nil {
				t.Fatal(err)
			}
			want := remembered{}
			want.add(t, whole.Changes.Memory)
			if diff := cmp.Diff(want, memory); diff != "" {
				t.Fatalf("memory differs from that of a fresh batch (-want +got):\n%s", diff)
			}
		}
	})
}
