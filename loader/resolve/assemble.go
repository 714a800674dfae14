package resolve

import (
	"maps"
	"reflect"
	"slices"

	"github.com/entente-graph/entente/graph"
)

// assemble turns what is known of both sides into changes.
func (w *world) assemble() (*Result, error) {
	r := &Result{Documents: map[string]string{}, Facts: map[string]int{}}
	links := w.joinAll()
	keys := w.whyKeys()
	for _, side := range links {
		for id, j := range side {
			if isFact(j.link.Type) {
				keys = append(keys, key("link", id))
			}
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return nil, doing("reading what is folded", err)
	}
	w.assembleNodes(r)
	w.assembleLinks(r, links)
	if err := w.nameDocuments(r); err != nil {
		return nil, err
	}
	r.Changes.Memory = w.view.memory()
	return r, nil
}

// nameDocuments gives the ids of the step's documents; a version that another
// one hides has none.
func (w *world) nameDocuments(r *Result) error {
	var keys []string
	for _, sha := range w.touched {
		if c := w.live[sha]; c != "" && w.docs[sha] == nil {
			keys = append(keys, "node/"+c)
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	for _, sha := range w.touched {
		if c := w.live[sha]; c != "" {
			side := after
			if d := w.docs[sha]; d != nil && d.sides[after] == nil {
				side = before
			}
			r.Documents[sha] = w.idOf(c, side)
		}
	}
	return nil
}

func (w *world) assembleNodes(r *Result) {
	var nodes [2]map[string]*graph.Node
	for side := range nodes {
		nodes[side] = map[string]*graph.Node{}
		for _, t := range w.tallies {
			if t[side] != nil {
				n := w.fold(t[side], side, w.whys(side)).run()
				nodes[side][n.ID] = n
			}
		}
		for _, d := range w.docs {
			if d.sides[side] != nil {
				d.sides[side].passageNodes(nodes[side])
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(nodes[after])) {
		n, old := nodes[after][id], nodes[before][id]
		switch {
		case old == nil:
			r.Added++
		case reflect.DeepEqual(n, old):
			continue
		default:
			r.Changed++
		}
		r.Changes.PutNodes = append(r.Changes.PutNodes, *n)
	}
	for _, id := range slices.Sorted(maps.Keys(nodes[before])) {
		if nodes[after][id] == nil {
			r.Removed++
			r.Changes.DropNodes = append(r.Changes.DropNodes, id)
		}
	}
}

func (w *world) fold(t *tally, side int, why func(cluster, field, value string) []string) *fold {
	return &fold{tally: t, contested: w.contested(side), why: why}
}

func (w *world) whys(side int) func(cluster, field, value string) []string {
	return func(cluster, field, value string) []string {
		return slices.Sorted(maps.Keys(w.view.read(whyKey(cluster, field, value), side)))
	}
}

// whyKeys are the keys of the passages of the values that are not kept.
func (w *world) whyKeys() []string {
	var keys []string
	for _, t := range w.tallies {
		for side := range t {
			if t[side] != nil {
				w.fold(t[side], side, func(cluster, field, value string) []string {
					keys = append(keys, whyKey(cluster, field, value))
					return nil
				}).run()
			}
		}
	}
	return keys
}

func (s *said) passageNodes(nodes map[string]*graph.Node) {
	for i, p := range s.Passages {
		id := s.passageID(i)
		nodes[id] = &graph.Node{Label: "Passage", ID: id, Properties: graph.Properties{
			"text": p.Text, "index": int64(i), "start": int64(p.Start), "end": int64(p.End)}}
	}
}

// joint is a relationship as the documents at hand have it, on one side.
type joint struct {
	link  *link
	spans map[string]string // all of theirs
}

// joinAll lists the relationships of the documents at hand, by id.
func (w *world) joinAll() (sides [2]map[string]*joint) {
	shas := slices.Sorted(maps.Keys(w.docs))
	for side := range sides {
		sides[side] = map[string]*joint{}
		for _, sha := range shas {
			if s := w.docs[sha].sides[side]; s != nil {
				w.joinLinks(sides[side], w.links(s, side), side)
			}
		}
	}
	return sides
}

func (w *world) assembleLinks(r *Result, sides [2]map[string]*joint) {
	ids := map[string]bool{}
	for _, side := range sides {
		for id := range side {
			ids[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		w.changeLink(r, id, sides[before][id], sides[after][id])
	}
}

func (w *world) joinLinks(all map[string]*joint, links map[string]*link, side int) {
	for id, l := range links {
		j := all[id]
		if j == nil {
			j = &joint{link: l, spans: map[string]string{}}
			all[id] = j
		}
		maps.Copy(j.spans, l.spans)
		if isFact(l.Type) {
			w.view.add(key("link", id), l.line(), 2*side-1)
		}
	}
}

// changeLink adds what became of a relationship to the changes.
func (w *world) changeLink(r *Result, id string, was, is *joint) {
	at := is
	if at == nil {
		at = was
	}
	put := graph.PutRelationship{Relationship: at.link.Relationship}
	if !isFact(put.Type) {
		switch {
		case is == nil:
			r.drop(id)
		case was == nil:
			r.Added++
			r.Changes.PutRelationships = append(r.Changes.PutRelationships, put)
		case !reflect.DeepEqual(was.link.Properties, is.link.Properties):
			r.Changed++
			r.Changes.PutRelationships = append(r.Changes.PutRelationships, put)
		}
		return
	}
	k := key("link", id)
	linesBefore, linesAfter := w.view.read(k, before), w.view.read(k, after)
	if len(linesAfter) == 0 {
		r.drop(id)
		return
	}
	now := foldLink(linesAfter)
	put.Properties, put.Confidence = now.properties, now.confidence
	put.Evidence, put.Spans, put.Without = evidenceChange(was, is)
	switch {
	case len(linesBefore) == 0:
		r.Added++
		r.Facts[put.Type]++
	case len(put.Evidence)+len(put.Without) == 0 && reflect.DeepEqual(foldLink(linesBefore), now):
		return
	default:
		r.Changed++
	}
	r.Changes.PutRelationships = append(r.Changes.PutRelationships, put)
}

func (r *Result) drop(id string) {
	r.Removed++
	r.Changes.DropRelationships = append(r.Changes.DropRelationships, id)
}

// evidenceChange lists the passages that are new or have another span, and
// those that went.
func evidenceChange(was, is *joint) (evidence, spans, without []string) {
	var a, b map[string]string
	if was != nil {
		a = was.spans
	}
	if is != nil {
		b = is.spans
	}
	for _, p := range slices.Sorted(maps.Keys(b)) {
		if a[p] != b[p] {
			evidence, spans = append(evidence, p), append(spans, b[p])
		}
	}
	for _, p := range slices.Sorted(maps.Keys(a)) {
		if _, ok := b[p]; !ok {
			without = append(without, p)
		}
	}
	return evidence, spans, without
}
