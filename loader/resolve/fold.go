package resolve

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

// A fold makes one node of a tally: a pure function of what is said of it, of
// which of its names others claim too, and of the passages of the values that
// were not kept.
type fold struct {
	*tally
	contested func(want string) bool                      // others want the name too
	why       func(cluster, field, value string) []string // passages, sorted
	node      graph.Node
	lost      []graph.Disagreement
}

// run gives the node.
func (f *fold) run() *graph.Node {
	label, _ := schema.LabelOf(f.label)
	f.node = graph.Node{Label: f.label, ID: f.finalID(f.contested), Properties: graph.Properties{}}
	for i := range label.Properties {
		p := &label.Properties[i]
		switch {
		case p.Kind == schema.ID || derived(f.label, p.Name):
		case p.Name == "aliases":
			f.aliases()
		case p.Name == "amount":
			f.amount()
		case p.Name == "startDate":
			f.startDate(p)
		case p.Name == "endDate":
			f.endDate(p)
		default:
			f.property(p)
		}
	}
	f.derive(label)
	f.formerIDs()
	f.disagreements()
	return &f.node
}

// property keeps one of the values of a field and notes the others.
func (f *fold) property(p *schema.Property) {
	ranked := f.ranked(p.Name)
	if len(ranked) == 0 {
		return
	}
	kept := value(p.Kind, ranked[0])
	if f.node.Properties[p.Name] == nil {
		f.node.Properties[p.Name] = kept
	}
	for _, other := range ranked[1:] {
		if f.disagree(p, ranked[0], other) {
			f.lose(p.Name, textOf(other), p.Name, other)
		}
	}
}

func (f *fold) lose(field, text, ballotField, ballot string) {
	f.lost = append(f.lost, graph.Disagreement{Field: field, Value: text, Evidence: f.why(f.cluster, ballotField, ballot)})
}

// ranked lists the values of a field, the one to keep first: the more precise,
// then that of more outlets, then of higher confidence, then the smaller. A
// status goes by time.
func (f *fold) ranked(field string) []string {
	counts := f.fields[field]
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		x, y := counts[a], counts[b]
		if field == "status" {
			return cmp.Or(cmp.Compare(y.latest, x.latest), cmp.Compare(progress(f.label, b), progress(f.label, a)), smaller(a, b))
		}
		return cmp.Or(
			cmp.Compare(precise(f.label, field, b), precise(f.label, field, a)),
			cmp.Compare(y.outlets, x.outlets), cmp.Compare(y.confidence, x.confidence), smaller(a, b))
	})
}

// progress orders statuses of one date: the further has the greater number.
func progress(label, ballot string) int {
	order := []string{"planned", "denied", "cancelled", "completed"}
	if label == "Agreement" {
		order = []string{"reported", "planned", "signed", "ratified", "in_force", "ended"}
	}
	return slices.Index(order, textOf(ballot))
}

// precise says how much a value tells: dates by their length, kinds that say
// something above those that do not, names by their words.
func precise(label, field, ballot string) int {
	s := textOf(ballot)
	switch field {
	case "kind":
		if s == "unspecified" || s == "other" || s == "indirect" {
			return 0
		}
		return 1
	case idField:
		return strings.Count(s, "-")
	case "value":
		f, _ := strconv.ParseFloat(ballot, 64)
		return significant(f)
	case "amount":
		return significant(sumOf(ballot).Amount)
	case "name", "title", whoField:
		if label == "Figure" {
			return 0
		}
		return min(spelledOut(s), 8)
	}
	if strings.HasSuffix(field, "On") || strings.HasSuffix(field, "Date") {
		return len(s)
	}
	return 0
}

// spelledOut is how many words of a name are more than initials.
func spelledOut(name string) int {
	n := 0
	for _, w := range words(name) {
		if len(w) > 1 {
			n++
		}
	}
	return n
}

// smaller orders numbers by value, all else by code point.
func smaller(a, b string) int {
	var x, y float64
	if json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil {
		if c := cmp.Compare(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(a, b)
}

// disagree reports whether a value that was not kept says otherwise than the
// one that was: not where it only says less, or the same in other letters.
func (f *fold) disagree(p *schema.Property, kept, other string) bool {
	if !contradicts(ballot{f.cluster, p.Name, other}) {
		return false
	}
	k, o := textOf(kept), textOf(other)
	switch {
	case p.Kind == schema.Date:
		return !strings.HasPrefix(k, o)
	case p.Name == "kind":
		return precise(f.label, p.Name, other) > 0
	case p.Name == "name" || p.Name == "title":
		known := words(k)
		if f.label == "Organization" {
			known = append(known, words(f.kept("acronym"))...)
		}
		return slices.ContainsFunc(words(o), func(w string) bool { return !slices.Contains(known, w) && !joins(w) })
	case p.Kind == schema.Text:
		return folded(k) != folded(o)
	}
	return true
}

// joins reports whether a word of a name only joins others.
func joins(w string) bool {
	switch w {
	case "a", "an", "the", "of", "on", "in", "for", "to", "and", "with", "between", "at", "by":
		return true
	}
	return false
}

// kept is the text of the value that is kept of a field, "" where there is none.
func (f *fold) kept(field string) string {
	if ranked := f.ranked(field); len(ranked) > 0 {
		return textOf(ranked[0])
	}
	return ""
}

// aliases are all other names, but for bare ones that another leader of a full
// name bears too.
func (f *fold) aliases() {
	name := f.kept("name")
	seen := map[string]bool{}
	for _, field := range []string{"name", "aliases"} {
		for ballot := range f.fields[field] {
			alias := textOf(ballot)
			if w := words(alias); alias == name || len(w) == 1 && f.contested(nameWant(w[0])) {
				continue
			}
			seen[alias] = true
		}
	}
	if len(seen) > 0 {
		f.node.Properties["aliases"] = slices.Sorted(maps.Keys(seen))
	}
}

// amount keeps a sum together with its currency.
func (f *fold) amount() {
	ranked := f.ranked("amount")
	if len(ranked) == 0 {
		return
	}
	kept := sumOf(ranked[0])
	f.node.Properties["amount"] = kept.Amount
	if kept.Currency != "" {
		f.node.Properties["currency"] = kept.Currency
	}
	for _, ballot := range ranked[1:] {
		other := sumOf(ballot)
		if !rounds(other.Amount, kept.Amount) {
			f.lose("amount", number(other.Amount), "amount", ballot)
		}
		if other.Currency != "" && kept.Currency != "" && other.Currency != kept.Currency {
			f.lose("currency", other.Currency, "amount", ballot)
		}
	}
}

// sum is an amount as cast wrote it.
type sum struct {
	Amount   float64 `json:"amount"`
	Currency string  `json:"currency"`
}

func sumOf(ballot string) sum {
	var s sum
	_ = json.Unmarshal([]byte(ballot), &s)
	return s
}

// startDate is that of a stay whose days are told, else the first of the single
// days. A single day within the stay says nothing else.
func (f *fold) startDate(p *schema.Property) {
	days := f.ranked(dayField)
	slices.Sort(days)
	starts := f.ranked(p.Name)
	if len(starts) == 0 || precision(textOf(starts[0])) < 3 {
		starts = append(slices.Clone(days[:min(len(days), 1)]), starts...)
	}
	if len(starts) == 0 {
		return
	}
	start, end := textOf(starts[0]), ""
	f.node.Properties[p.Name] = start
	for _, ballot := range f.ranked("endDate") {
		if end == "" && textOf(ballot) >= start {
			end = textOf(ballot)
		}
	}
	for _, other := range starts[1:] {
		if f.disagree(p, starts[0], other) {
			f.lose(p.Name, textOf(other), p.Name, other)
		}
	}
	for _, day := range days {
		if d := textOf(day); d < start || d > max(start, end) {
			f.lose(p.Name, d, dayField, day)
		}
	}
}

// endDate is not before the start that was kept.
func (f *fold) endDate(p *schema.Property) {
	start, _ := f.node.Properties["startDate"].(string)
	kept := ""
	for _, ballot := range f.ranked(p.Name) {
		end := textOf(ballot)
		switch {
		case kept == "" && (start == "" || !graph.DateFits(graph.OpLt, end, start)):
			kept = ballot
			f.node.Properties[p.Name] = end
		case kept == "" || f.disagree(p, kept, ballot):
			f.lose(p.Name, end, p.Name, ballot)
		}
	}
}

// derive fills in what follows from the rest.
func (f *fold) derive(label *schema.Label) {
	for _, p := range label.Properties {
		of, ok := strings.CutSuffix(p.Name, "Precision")
		if date, is := f.node.Properties[of].(string); ok && is {
			f.node.Properties[p.Name] = graph.Precision(date)
		}
	}
	if f.label == "Visit" {
		if name := f.visitName(); name != "" {
			f.node.Properties["name"] = name
		}
	}
}

// visitName is made of those who went, where, and when: "Sadyr Japarov to
// Azerbaijan, April 2022".
func (f *fold) visitName() string {
	name := f.kept(whoField)
	if where := f.kept(whereField); where != "" {
		name = strings.TrimSpace(name + " to " + where)
	}
	if start, ok := f.node.Properties["startDate"].(string); ok {
		name = strings.TrimPrefix(name+", "+inWords(start), ", ")
	}
	return name
}

func (f *fold) formerIDs() {
	for ballot := range f.fields[idField] {
		if id := textOf(ballot); id != f.node.ID {
			f.node.FormerIDs = append(f.node.FormerIDs, id)
		}
	}
	slices.Sort(f.node.FormerIDs)
}

// disagreements are sorted by their JSON texts, each once.
func (f *fold) disagreements() {
	key := func(d graph.Disagreement) string { return pack(d) }
	slices.SortFunc(f.lost, func(a, b graph.Disagreement) int { return cmp.Compare(key(a), key(b)) })
	for _, d := range f.lost {
		if n := len(f.node.Disagreements); n > 0 && f.node.Disagreements[n-1].Field == d.Field && f.node.Disagreements[n-1].Value == d.Value {
			last := &f.node.Disagreements[n-1]
			last.Evidence = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(last.Evidence), d.Evidence...))))
			continue
		}
		f.node.Disagreements = append(f.node.Disagreements, d)
	}
}
