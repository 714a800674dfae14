package resolve

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
)

// What is remembered of documents:
//
//	documents         → every SHA-256
//	reading/<sha>     → a Reading as jsonl, one a file name
//	version/<identity> → a version that claims the identity
//	find/<text>       → the SHA-256 of what goes by an address, file name or SHA-256
//	at/<node id>      → the identity of a Document
//	passages/<digits> → the SHA-256 that passages are named after

// AllDocuments is the key under which every stored SHA-256 is remembered.
const AllDocuments = "documents"

// ReadingKey is the key under which the Readings of a SHA-256 are remembered,
// as jsonl, one for each file name.
func ReadingKey(sha string) string { return "reading/" + sha }

func versionKey(identity string) string { return key("version", identity) }

func identityOf(d *claim.Document) string {
	if d.URL != "" {
		return d.URL
	}
	return d.SHA256
}

// version is what tells two documents with one identity apart.
type version struct {
	Modified  string `json:"m,omitempty"`
	Published string `json:"p,omitempty"`
	SHA       string `json:"s"`
}

// best picks, of the Readings of one document from several files, the one that
// counts: that of the least file name. It is nil where there are none.
func (v *View) best(values map[string]int) (*stored, error) {
	var best *stored
	for value := range values {
		s, err := v.parse(value)
		if err != nil {
			return nil, err
		}
		if best == nil || cmp.Or(cmp.Compare(s.Document.Source, best.Document.Source), cmp.Compare(s.line, best.line)) < 0 {
			best = s
		}
	}
	return best, nil
}

// stored is a Reading with the jsonl that it is remembered as.
type stored struct {
	*claim.Reading
	line string
}

// parse reads a Reading back; each is read once.
func (v *View) parse(line string) (*stored, error) {
	if s := v.parsed[line]; s != nil {
		return s, nil
	}
	for r, err := range claim.Decode(strings.NewReader(line)) {
		if err != nil {
			return nil, doing("reading stored claims", err)
		}
		v.parsed[line] = &stored{r, line}
	}
	return v.parsed[line], nil
}

func parseVersion(s string) version {
	var v version
	_ = json.Unmarshal([]byte(s), &v) // what we wrote ourselves
	return v
}

// newer orders versions of one identity; the greatest counts.
func newer(a, b version) int {
	if c := strings.Compare(a.Modified, b.Modified); c != 0 {
		return c
	}
	if c := strings.Compare(a.Published, b.Published); c != 0 {
		return c
	}
	return strings.Compare(a.SHA, b.SHA)
}

// stageDocuments remembers the step's Readings and finds the documents whose
// claims count otherwise than before.
func (w *world) stageDocuments(step Step) error {
	shas := map[string]bool{}
	keys := []string{AllDocuments + "/rules"}
	for _, r := range step.Put {
		shas[r.Document.SHA256] = true
		keys = append(keys, versionKey(identityOf(&r.Document)))
	}
	for _, sha := range step.Drop {
		shas[sha] = true
	}
	w.touched = slices.Sorted(maps.Keys(shas))
	for _, sha := range w.touched {
		keys = append(keys, ReadingKey(sha), key("passages", sha[:12]))
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	if err := w.checkRules(); err != nil {
		return err
	}
	if err := w.storeReadings(step); err != nil {
		return err
	}
	identities, err := w.storeVersions()
	if err != nil {
		return err
	}
	return w.stageLive(identities)
}

func (w *world) checkRules() error {
	k := AllDocuments + "/rules"
	for value := range w.view.read(k, before) {
		if value != Rules {
			return fmt.Errorf("%w: the store was filled by rules %s, this program has rules %s: reload it", graph.ErrConflict, value, Rules)
		}
		return nil
	}
	w.view.add(k, Rules, 1)
	return nil
}

func (w *world) storeReadings(step Step) error {
	for _, sha := range step.Drop {
		for value := range w.view.read(ReadingKey(sha), before) {
			w.view.add(ReadingKey(sha), value, -1)
		}
	}
	for _, r := range step.Put {
		sha := r.Document.SHA256
		var b strings.Builder
		if err := claim.Encode(&b, r); err != nil {
			return err
		}
		w.view.parsed[b.String()] = &stored{r, b.String()}
		for value := range w.view.read(ReadingKey(sha), after) {
			old, err := w.view.parse(value)
			if err != nil {
				return err
			}
			if old.Document.Source == r.Document.Source && value != b.String() {
				w.view.add(ReadingKey(sha), value, -1)
			}
		}
		if w.view.read(ReadingKey(sha), after)[b.String()] == 0 {
			w.view.add(ReadingKey(sha), b.String(), 1)
		}
	}
	return nil
}

// storeVersions remembers what each of the step's documents is known by, and
// lists the identities that are concerned.
func (w *world) storeVersions() ([]string, error) {
	concerned := map[string]bool{}
	for _, sha := range w.touched {
		for side := before; side <= after; side++ {
			identity, err := w.storeVersion(sha, side)
			if err != nil {
				return nil, err
			}
			if identity != "" {
				concerned[identity] = true
			}
		}
	}
	for _, sha := range w.touched {
		// Passages are named after these digits: two documents never share them.
		if others := w.view.read(key("passages", sha[:12]), after); len(others) > 1 {
			return nil, fmt.Errorf("%w: two documents begin with the same twelve digits: %s", graph.ErrConflict,
				strings.Join(slices.Sorted(maps.Keys(others)), ", "))
		}
	}
	return slices.Sorted(maps.Keys(concerned)), nil
}

// storeVersion takes out, or puts in, what a document is known by; it gives
// the identity, "" where the document is not there.
func (w *world) storeVersion(sha string, side int) (string, error) {
	values := w.view.read(ReadingKey(sha), side)
	best, err := w.view.best(values)
	if err != nil || best == nil {
		return "", err
	}
	d, sign := &best.Document, 2*side-1
	names := map[string]bool{sha: true, d.URL: d.URL != ""}
	for line := range values {
		r, err := w.view.parse(line)
		if err != nil {
			return "", err
		}
		names[r.Document.Source] = r.Document.Source != ""
	}
	for name, is := range names {
		if is {
			w.view.add(key("find", name), sha, sign)
		}
	}
	line, err := json.Marshal(version{Modified: d.ModifiedOn, Published: d.PublishedOn, SHA: sha})
	if err != nil {
		return "", doing("writing a version", err)
	}
	w.view.add(AllDocuments, sha, sign)
	w.view.add(key("passages", sha[:12]), sha, sign)
	w.view.add(versionKey(identityOf(d)), string(line), sign)
	return identityOf(d), nil
}

// stageLive notes, for each identity, which version counted and which counts.
func (w *world) stageLive(identities []string) error {
	var keys []string
	for _, id := range identities {
		keys = append(keys, versionKey(id))
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	type live struct {
		sha  string
		side int
	}
	var lives []live
	for _, k := range keys {
		for side := before; side <= after; side++ {
			var best *version
			for value := range w.view.read(k, side) {
				v := parseVersion(value)
				if best == nil || newer(v, *best) > 0 {
					best = &v
				}
			}
			if best != nil {
				lives = append(lives, live{best.SHA, side})
			}
		}
	}
	keys = keys[:0]
	for _, l := range lives {
		keys = append(keys, ReadingKey(l.sha))
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	for _, l := range lives {
		r, err := w.stored(l.sha, l.side)
		if err != nil {
			return err
		}
		d := w.docs[l.sha]
		if d == nil {
			d = &doc{sha: l.sha}
			w.docs[l.sha] = d
		}
		d.sides[l.side] = newSaid(r)
		w.live[l.sha] = d.sides[l.side].documentCluster()
	}
	w.forgetUnchanged()
	return nil
}

// stored is the Reading that counts of a document that must be there; its key
// was fetched.
func (w *world) stored(sha string, side int) (*stored, error) {
	r, err := w.view.best(w.view.read(ReadingKey(sha), side))
	if err == nil && r == nil {
		err = fmt.Errorf("%w: the store remembers document %s and not what it says", graph.ErrConflict, sha)
	}
	return r, err
}

// forgetUnchanged leaves out documents that count as before.
func (w *world) forgetUnchanged() {
	for sha, d := range w.docs {
		if d.sides[before] != nil && d.sides[after] != nil && d.sides[before].line == d.sides[after].line {
			delete(w.docs, sha)
		}
	}
}
