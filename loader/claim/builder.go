package claim

import (
	"sort"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// Builder puts a Reading together: it numbers entities and keeps each once.
type Builder struct {
	reading *Reading
	byKey   map[string]Ref
	at      map[Ref]int // index into reading.Entities
	count   map[string]int
	facts   map[factKey][]int // indexes into reading.Facts
}

type factKey struct {
	kind     string
	from, to Ref
}

// NewBuilder starts a Reading of a document.
func NewBuilder(d Document, passages []Passage) *Builder {
	return &Builder{
		reading: &Reading{Document: d, Passages: passages},
		byKey:   map[string]Ref{}, at: map[Ref]int{}, count: map[string]int{}, facts: map[factKey][]int{},
	}
}

// Add keeps an entity once per label and key: the first one gives its
// properties, later ones add those that are missing, and their evidence. A
// State's key is its code and its Ref "state:kg"; others are numbered.
func (b *Builder) Add(key string, e Entity) Ref {
	id := e.Label + "\x00" + key
	if ref, ok := b.byKey[id]; ok {
		old := &b.reading.Entities[b.at[ref]]
		for k, v := range e.Properties {
			if _, has := old.Properties[k]; !has {
				if old.Properties == nil {
					old.Properties = graph.Properties{}
				}
				old.Properties[k] = v
			}
		}
		old.Evidence = mergeEvidence(old.Evidence, e.Evidence)
		return ref
	}
	kind := strings.ToLower(e.Label)
	if e.Label == "State" {
		e.Ref = Ref(kind + ":" + key)
	} else {
		b.count[kind]++
		e.Ref = Ref(kind + ":" + strconv.Itoa(b.count[kind]))
	}
	b.byKey[id], b.at[e.Ref] = e.Ref, len(b.reading.Entities)
	b.reading.Entities = append(b.reading.Entities, e)
	return e.Ref
}

// Entity returns an entity for reading and amending, nil where there is none.
func (b *Builder) Entity(r Ref) *Entity {
	i, ok := b.at[r]
	if !ok {
		return nil
	}
	return &b.reading.Entities[i]
}

// Fact states a relationship. The same one told again adds its evidence and
// keeps the greater confidence's support.
func (b *Builder) Fact(f Fact) {
	key := factKey{f.Type, f.From, f.To}
	for _, i := range b.facts[key] {
		old := &b.reading.Facts[i]
		if sameProperties(old.Properties, f.Properties) {
			old.Evidence = mergeEvidence(old.Evidence, f.Evidence)
			if f.Confidence > old.Confidence {
				old.Support = f.Support
			}
			return
		}
	}
	b.facts[key] = append(b.facts[key], len(b.reading.Facts))
	b.reading.Facts = append(b.reading.Facts, f)
}

// Mention notes that a passage names an entity.
func (b *Builder) Mention(m Mention) { b.reading.Mentions = append(b.reading.Mentions, m) }

// Reading returns what was built, in the order that Reading promises.
func (b *Builder) Reading() *Reading {
	r := b.reading
	sort.SliceStable(r.Mentions, func(i, j int) bool {
		x, y := r.Mentions[i], r.Mentions[j]
		if x.Passage != y.Passage {
			return x.Passage < y.Passage
		}
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		return x.Of < y.Of
	})
	return r
}

// mergeEvidence is the union, one span a passage (the first told), by passage.
func mergeEvidence(a, b []Evidence) []Evidence {
	out := append([]Evidence(nil), a...)
	for _, e := range b {
		known := false
		for _, o := range out {
			known = known || o.Passage == e.Passage
		}
		if !known {
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Passage < out[j].Passage })
	return out
}

func sameProperties(a, b graph.Properties) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		w, ok := b[k].(string)
		s, is := v.(string)
		if !ok || !is || s != w {
			return false
		}
	}
	return true
}
