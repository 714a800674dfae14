package resolve

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"github.com/entente-graph/entente/schema"
)

// What a document says of nodes, once it is known which: a pure function of
// its Reading and the clusters of its entities.

// Fields of votes that are no properties.
const (
	idField    = "="      // the id that the claim alone would give
	whoField   = "=who"   // names of a visit's leaders
	whereField = "=where" // names of a visit's states
	dayField   = "=day"   // a visit's one day, where no more is told of when it began and ended
)

// ballot names what is voted for: a value of a field of a cluster. The value
// is JSON, so that its type is kept.
type ballot struct{ cluster, field, value string }

// vote is how a document supports a ballot.
type vote struct {
	confidence float64
	passages   map[string]bool
}

// votes are all that a document casts, each ballot once.
type votes map[ballot]*vote

// outlet is who speaks: the publisher, else the document itself. Two documents
// of one outlet are no two witnesses.
func (s *said) outlet() string {
	if s.Document.Publisher != "" {
		return folded(s.Document.Publisher)
	}
	return s.identity
}

// documentCluster is the cluster of a document.
func (s *said) documentCluster() string { return "document:" + hash(s.identity) }

// votes lists what the document says of each node's properties and id.
func (s *said) votes() votes {
	out := votes{}
	s.voteDocument(out)
	for i := range s.Entities {
		e := &s.Entities[i]
		s.voteEntity(out, e)
	}
	return out
}

func (v votes) cast(cluster, field string, value any, confidence float64, passages []string) {
	b, err := json.Marshal(value)
	if err != nil {
		return // a number that JSON does not have: Validate refuses it
	}
	k := ballot{cluster, field, string(b)}
	if v[k] == nil {
		v[k] = &vote{passages: map[string]bool{}}
	}
	v[k].confidence = max(v[k].confidence, confidence)
	for _, p := range passages {
		v[k].passages[p] = true
	}
}

func (s *said) voteDocument(out votes) {
	d, c := &s.Document, s.documentCluster()
	cast := func(field, value string) {
		if value != "" {
			out.cast(c, field, value, 1, nil)
		}
	}
	cast("title", d.Title)
	cast("publisher", d.Publisher)
	cast("author", d.Author)
	cast("publishedOn", d.PublishedOn)
	if d.PublishedOn != "" {
		cast("publishedOnBasis", d.PublishedBasis)
	}
	cast("url", d.URL)
	cast("source", d.Source)
	cast("sha256", d.SHA256)
	cast("language", d.Language)
	id := d.Title
	if graph.Slug(id) == "" {
		id = d.Source
	}
	if graph.Slug(id) == "" {
		id = d.SHA256
	}
	cast(idField, graph.NewID("Document", id))
}

func (s *said) voteEntity(out votes, e *claim.Entity) {
	c := s.clusters[e.Ref]
	passages := make([]string, len(e.Evidence))
	for i, ev := range e.Evidence {
		passages[i] = s.passageID(ev.Passage)
	}
	cast := func(field string, value any) { out.cast(c, field, value, e.Confidence, passages) }
	label, _ := schema.LabelOf(e.Label)
	for _, p := range label.Properties {
		v, ok := e.Properties[p.Name]
		if !ok || derived(e.Label, p.Name) {
			continue
		}
		if list, ok := v.([]string); ok {
			for _, one := range list {
				cast(p.Name, one)
			}
			continue
		}
		if p.Name == "amount" { // the currency goes with it
			cast(p.Name, money{v, text(e, "currency")})
			continue
		}
		if p.Name == "currency" && e.Properties["amount"] != nil {
			continue
		}
		if p.Name == "startDate" && e.Properties["endDate"] == nil && precision(text(e, p.Name)) == 3 {
			cast(dayField, v)
			continue
		}
		cast(p.Name, v)
	}
	if e.Label == "Visit" {
		cast(whoField, strings.Join(s.names(e.Ref, "MADE", false), ", "))
		cast(whereField, strings.Join(s.names(e.Ref, "TO", true), ", "))
	}
	cast(idField, s.ownID(e))
}

// money is an amount with its currency: one value.
type money struct {
	Amount   any    `json:"amount"`
	Currency string `json:"currency,omitempty"`
}

// derived reports whether a property is made by resolution.
func derived(label, property string) bool {
	return strings.HasSuffix(property, "Precision") || label == "Visit" && property == "name"
}

// names lists the names that this document has for the other ends of an
// entity's facts of a type, sorted.
func (s *said) names(ref claim.Ref, kind string, out bool) []string {
	facts := s.to[ref]
	if out {
		facts = s.from[ref]
	}
	var list []string
	for _, f := range facts {
		other := f.From
		if out {
			other = f.To
		}
		if f.Type == kind {
			list = append(list, nameOf(s.entities[other]))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func nameOf(e *claim.Entity) string {
	if name := text(e, "name"); name != "" {
		return name
	}
	_, rest, _ := strings.Cut(string(e.Ref), ":")
	return rest
}

// titleLength is how much of a title or text goes into an id, in code points,
// so that what follows it is not cut off.
const titleLength = 44

func brief(s string) string { return graph.Truncate(graph.Slug(s), titleLength, true) }

// ownID is the id that an entity would have if its document were the only one.
func (s *said) ownID(e *claim.Entity) string {
	switch e.Label {
	case "State":
		return s.clusters[e.Ref][1:]
	case "Visit":
		who := brief(strings.Join(s.names(e.Ref, "MADE", false), " "))
		return s.safeID(e, who, "to", s.codes(e.Ref, "TO", true), text(e, "startDate"))
	case "Agreement":
		return s.safeID(e, brief(text(e, "title")), s.codes(e.Ref, "PARTY_TO", false), text(e, "signedOn"))
	case "Citation":
		name := text(e, "outlet")
		if name == "" {
			name = text(e, "url") + text(e, "raw")
		}
		return s.safeID(e, brief(name), text(e, "publishedOn"))
	case "Statement":
		return s.safeID(e, brief(strings.Join(s.names(e.Ref, "SAID", false), " ")), text(e, "text"))
	case "Figure":
		value, _ := e.Properties["value"].(float64)
		number := ""
		if e.Properties["value"] != nil {
			number = strconv.FormatFloat(value, 'f', -1, 64)
		}
		return s.safeID(e, brief(text(e, "name")), number, text(e, "unit"), text(e, "period"))
	}
	return s.safeID(e, text(e, "name"))
}

// codes lists the other ends as short as they are known: the codes of states,
// the names of others.
func (s *said) codes(ref claim.Ref, kind string, out bool) string {
	facts := s.to[ref]
	if out {
		facts = s.from[ref]
	}
	var list []string
	for _, f := range facts {
		other := s.entities[f.From]
		if out {
			other = s.entities[f.To]
		}
		if f.Type != kind {
			continue
		}
		name := text(other, "acronym")
		if name == "" {
			name = nameOf(other)
		}
		if other.Label == "State" {
			name = string(other.Ref)[len("state:"):]
		}
		list = append(list, brief(name))
	}
	slices.Sort(list)
	if list = slices.Compact(list); len(list) > few {
		return ""
	}
	return strings.Join(list, " ")
}

// safeID makes an id that no made-up one can equal: what ends like the mark
// that graph.Distinct sets gets a mark itself.
func (s *said) safeID(e *claim.Entity, parts ...string) string {
	id := graph.NewID(e.Label, parts...)
	if i := strings.LastIndexByte(id, '-'); i >= 0 {
		end := id[i+1:]
		if len(end) == 6 && strings.Trim(end, "0123456789abcdef") == "" && strings.ContainsAny(end, "0123456789") {
			return graph.Distinct(id, id)
		}
	}
	return id
}

// passageID is the id of a passage: the document's first twelve digits, and
// its number.
func (s *said) passageID(i int) string { return fmt.Sprintf("passage-%s-%04d", s.sha[:12], i) }

// hundredth rounds a confidence to two decimals, within 0 and 1.
func hundredth(c float64) float64 { return math.Round(min(max(c, 0), 1)*100) / 100 }
