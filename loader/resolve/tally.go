package resolve

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// What is remembered of nodes:
//
//	votes/<cluster>   → field, value, confidence, of a status the year: as many as documents say so
//	when/<cluster, value, year> → days on which documents that give a status were published
//	outlets/<cluster> → field, value: as many as outlets say so
//	outlet/<cluster, field, value, outlet> → "": as many as documents of the outlet say so
//	why/<cluster, field, value> → passages
//	in/<cluster>      → SHA-256 of documents
//
// So a node of ten thousand documents is known from a handful of lines: the
// distinct values with their distinct confidences. The passages are read of
// those values alone that were not kept.

// tally is what was said of one node, on one side of a step.
type tally struct {
	cluster string
	label   string
	fields  map[string]map[string]*count // field → value (JSON)
}

// count is the support of a value.
type count struct {
	confidence float64 // the greatest
	outlets    int
	latest     string // last day of the latest publication that says so; its year until dateStatuses
}

// cast is a vote that is there on one side of the step and not on the other.
type cast struct {
	ballot
	vote   *vote
	sayer  *said
	outlet string
	side   int
}

// vote compares what the documents at hand say before and after, and remembers
// the difference.
func (w *world) vote() error {
	var all []cast
	for _, sha := range slices.Sorted(maps.Keys(w.docs)) {
		all = append(all, w.docs[sha].changedVotes()...)
		for side, s := range w.docs[sha].sides {
			if s != nil {
				w.remember(s, side)
			}
		}
	}
	touched := map[string]bool{}
	var keys []string
	for _, c := range all {
		w.count(&c)
		if weighed(c.ballot) {
			keys = append(keys, outletKey(c.ballot, c.outlet))
		}
		if !touched[c.cluster] {
			touched[c.cluster] = true
			keys = append(keys, "votes/"+c.cluster, "outlets/"+c.cluster)
		}
	}
	if err := w.view.fetch(keys...); err != nil {
		return err
	}
	w.countOutlets(all)
	w.tallies = map[string]*[2]*tally{}
	for c := range touched {
		w.tallyUp(c)
	}
	return nil
}

// changedVotes lists the votes of a document that are not alike on both sides.
func (d *doc) changedVotes() []cast {
	var both [2]votes
	for side, s := range d.sides {
		if s != nil {
			both[side] = s.votes()
		}
	}
	var out []cast
	for side, s := range d.sides {
		for b, v := range both[side] {
			if same := both[1-side][b]; same != nil && d.sides[1-side].sameWitness(s) && same.equal(v) {
				continue
			}
			out = append(out, cast{b, v, s, s.outlet(), side})
		}
	}
	return out
}

// count remembers a vote, or forgets it; that of an outlet is countOutlets'.
func (w *world) count(c *cast) {
	n := 2*c.side - 1
	w.view.add("votes/"+c.cluster, ballotLine(c.ballot, c.vote, c.sayer), n)
	if day := c.sayer.publishedBy(); c.field == "status" && day != "" {
		w.view.add(whenKey(c.cluster, c.value, yearOf(day)), day, n)
	}
	if contradicts(c.ballot) {
		for p := range c.vote.passages {
			w.view.add(whyKey(c.cluster, c.field, c.value), p, n)
		}
	}
}

// countOutlets counts an outlet once for each ballot, however many of its
// documents say so.
func (w *world) countOutlets(all []cast) {
	ballots := map[string]ballot{} // by key
	for _, c := range all {
		if weighed(c.ballot) {
			k := outletKey(c.ballot, c.outlet)
			ballots[k] = c.ballot
			w.view.add(k, "", 2*c.side-1)
		}
	}
	for k, b := range ballots {
		n := 0
		if w.view.count(k, "", after) > 0 {
			n++
		}
		if w.view.count(k, "", before) > 0 {
			n--
		}
		w.view.add("outlets/"+b.cluster, b.field+"\t"+b.value, n)
	}
}

// remember notes which clusters a document speaks of.
func (w *world) remember(s *said, side int) {
	seen := map[string]bool{}
	for _, c := range s.clusters {
		if !seen[c] && !strings.HasPrefix(c, "=") {
			seen[c] = true
			w.view.add("in/"+c, s.sha, 2*side-1)
		}
	}
	w.view.add("in/"+s.documentCluster(), s.sha, 2*side-1)
}

func (s *said) sameWitness(o *said) bool {
	return s != nil && s.outlet() == o.outlet() && s.Document.PublishedOn == o.Document.PublishedOn
}

func (v *vote) equal(o *vote) bool {
	return v.confidence == o.confidence && maps.Equal(v.passages, o.passages)
}

func whyKey(cluster, field, value string) string { return key("why", cluster, field, value) }

func outletKey(b ballot, outlet string) string {
	return key("outlet", b.cluster, b.field, b.value, outlet)
}

// weighed reports whether values of a field are weighed by who gives them. A
// document, a state, a citation or a figure is known by what it says; values
// of these differ in letters at most.
func weighed(b ballot) bool {
	switch labelOf(b.cluster) {
	case "State", "Document", "Citation", "Figure":
		return false
	}
	return b.field != "aliases" && b.field != whereField
}

// contradicts reports whether two values of a field can stand against each
// other in a disagreement, so that the passages that give them are remembered.
func contradicts(b ballot) bool {
	switch {
	case !weighed(b), b.field == idField, b.field == whoField:
		return false
	case b.field == "name":
		return labelOf(b.cluster) != "Leader" // other names are aliases
	}
	return true
}

func ballotLine(b ballot, v *vote, s *said) string {
	line := b.field + "\t" + b.value + "\t" + strconv.FormatFloat(hundredth(v.confidence), 'f', -1, 64)
	if b.field == "status" {
		line += "\t" + yearOf(s.publishedBy())
	}
	return line
}

// publishedBy is the last day on which a document can have been published, ""
// where nothing is known.
func (s *said) publishedBy() string {
	_, last, err := graph.Days(s.Document.PublishedOn)
	if err != nil {
		return ""
	}
	return last
}

func yearOf(day string) string { return day[:min(len(day), 4)] }

func whenKey(cluster, value, year string) string { return key("when", cluster, value, year) }

// whenKeys are the keys of the days that tell which status is the latest: of
// each, those of its last year.
func (w *world) whenKeys(cluster string) []string {
	var keys []string
	for _, t := range w.tallies[cluster] {
		if t == nil {
			continue
		}
		for value, c := range t.fields["status"] {
			if c.latest != "" {
				keys = append(keys, whenKey(cluster, value, c.latest))
			}
		}
	}
	return keys
}

// dateStatuses sets the days, once their keys are fetched.
func (w *world) dateStatuses(cluster string) {
	for side, t := range w.tallies[cluster] {
		if t == nil {
			continue
		}
		for value, c := range t.fields["status"] {
			for day := range w.view.read(whenKey(cluster, value, yearOf(c.latest)), side) {
				c.latest = max(c.latest, day)
			}
		}
	}
}

// tallyUp reads what is said of a cluster, whose votes were fetched.
func (w *world) tallyUp(cluster string) *[2]*tally {
	var t [2]*tally
	for side := before; side <= after; side++ {
		t[side] = newTally(cluster, w.view.read("votes/"+cluster, side), w.view.read("outlets/"+cluster, side))
	}
	w.tallies[cluster] = &t
	return &t
}

// newTally is nil where nobody says anything.
func newTally(cluster string, votes, outlets map[string]int) *tally {
	if len(votes) == 0 {
		return nil
	}
	t := &tally{cluster: cluster, label: labelOf(cluster), fields: map[string]map[string]*count{}}
	for line := range votes {
		parts := strings.Split(line, "\t")
		field, value := parts[0], parts[1]
		if t.fields[field] == nil {
			t.fields[field] = map[string]*count{}
		}
		c := t.fields[field][value]
		if c == nil {
			c = &count{outlets: outlets[field+"\t"+value]}
			t.fields[field][value] = c
		}
		confidence, _ := strconv.ParseFloat(parts[2], 64)
		c.confidence = max(c.confidence, confidence)
		if len(parts) > 3 {
			c.latest = max(c.latest, parts[3])
		}
	}
	return t
}

// labelOf is the label of a cluster's node: clusterOf put it there.
func labelOf(cluster string) string {
	if strings.HasPrefix(cluster, "=") {
		return "State"
	}
	kind, _, _ := strings.Cut(cluster, ":")
	return strings.ToUpper(kind[:1]) + kind[1:]
}

// value reads a ballot's value back, as a property of the kind has it.
func value(kind schema.Kind, ballot string) any {
	switch kind {
	case schema.Int:
		n, _ := strconv.ParseInt(ballot, 10, 64)
		return n
	case schema.Float:
		f, _ := strconv.ParseFloat(ballot, 64)
		return f
	}
	return textOf(ballot)
}

// textOf is a ballot's value as text; numbers in shortest form.
func textOf(ballot string) string {
	var s string
	if json.Unmarshal([]byte(ballot), &s) == nil {
		return s
	}
	if f, err := strconv.ParseFloat(ballot, 64); err == nil {
		return number(f)
	}
	return ballot
}

// number writes a number in shortest form, without exponent below 1e21.
func number(f float64) string {
	if f < 1e21 && f > -1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}
