// Package explorer is the first page: how many things of each kind are known,
// a few of them to begin with, and the ways on. A template makes it; there is
// no script.
//
// It knows the ontology and how to ask for a page of it; it knows no store.
//
//	mux.Handle("GET /{$}", explorer.New(store, status))
package explorer

import (
	"bytes"
	_ "embed" // the page
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"sort"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/schema"
)

//go:embed page.html
var page string

//go:embed explorer.css
var style []byte

// samplesOf is how many things of a label are shown.
const samplesOf = 8

// sample is a label of which a few things are shown, and which come first.
type sample struct {
	label, title string
	order        graph.Order
}

func samples() []sample {
	return []sample{
		{"Agreement", "Latest agreements", graph.Order{Property: "signedOn", Desc: true}},
		{"Visit", "Latest visits", graph.Order{Property: "startDate", Desc: true}},
		{"Leader", "Leaders most spoken of", graph.Order{Count: walk("Leader", "mentionedIn"), Desc: true}},
	}
}

func walk(label, field string) *graph.Walk {
	l, ok := schema.LabelOf(label)
	if !ok || l.Field(field) == nil {
		return nil
	}
	f := l.Field(field)
	return &graph.Walk{Type: f.Type, Direction: string(f.Direction), Labels: f.Targets}
}

// Page is the handler of the page and its style sheet.
type Page struct {
	store    graph.Store
	template *template.Template
	status   func(error) int
}

// New makes a Page. status says which HTTP status a store's error is.
func New(store graph.Store, status func(error) int) *Page {
	return &Page{store: store, template: template.Must(template.New("page").Parse(page)), status: status}
}

// content is what the template shows.
type content struct {
	Failed bool
	Total  int
	Facts  int
	Labels []count
	Groups []group
}

type count struct {
	Name, Plural string
	Number       int
	Link         string // to a query for them
}

type group struct {
	Title string
	Items []item
}

type item struct{ Name, Link string }

// ServeHTTP implements http.Handler.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/explorer.css" {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		_, _ = w.Write(style)
		return
	}
	status := http.StatusOK
	shown, err := p.read(r)
	if err != nil {
		shown, status = content{Failed: true}, p.status(err)
	}
	var out bytes.Buffer
	if err := p.template.Execute(&out, shown); err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes())
}

// read asks the store once for all that the page shows.
func (p *Page) read(r *http.Request) (content, error) {
	sampled := samples()
	q := &graph.Query{Roots: []graph.Root{{Stats: true}}}
	for _, s := range sampled {
		label, _ := schema.LabelOf(s.label)
		names := append([]string(nil), label.NameFrom...)
		sort.Strings(names)
		q.Roots = append(q.Roots, graph.Root{Nodes: &graph.Connection{
			Labels: []string{s.label}, Order: []graph.Order{s.order}, First: samplesOf,
			Node: graph.Selection{Properties: names},
		}})
	}
	answer, err := p.store.Query(r.Context(), q)
	if err != nil {
		return content{}, fmt.Errorf("asking for the first page: %w", err)
	}
	c := counted(answer.Results[0].Counts)
	for i, s := range sampled {
		label, _ := schema.LabelOf(s.label)
		g := group{Title: s.title}
		for _, row := range answer.Results[i+1].Page.Rows {
			g.Items = append(g.Items, item{row.Node.Name(), "/playground?" + about(label, row.Node.ID).Encode()})
		}
		if len(g.Items) > 0 {
			c.Groups = append(c.Groups, g)
		}
	}
	return c, nil
}

func counted(counts *graph.Counts) content {
	var c content
	for _, l := range schema.Labels() {
		n := counts.Nodes[l.Name]
		c.Total += n
		query := url.Values{"query": {fmt.Sprintf("{\n  %s(first: 20) {\n    totalCount\n    nodes { id name }\n  }\n}\n", l.Plural)}}
		c.Labels = append(c.Labels, count{l.Name, l.Plural, n, "/playground?" + query.Encode()})
	}
	for _, r := range schema.Relationships() {
		if r.Fact {
			c.Facts += counts.Relationships[r.Type]
		}
	}
	return c
}

// about is the playground's address of a query that follows a thing back to
// the sentences that say so.
func about(l *schema.Label, id string) url.Values {
	variables, err := json.Marshal(map[string]string{"id": id})
	if err != nil { // a text always is JSON
		variables = nil
	}
	query := `query Trace($id: ID!) {
  trace(id: $id) {
    agreement { id title signedOn }
    visit { id name startDate }
    leaders { name }
    evidence {
      passage { text }
      document { title }
      citations { outlet publishedOn }
    }
  }
}
`
	if l.Name == "Leader" {
		query = `query Timeline($id: ID!) {
  leader(id: $id) {
    name
    offices { edges { title node { id } evidence { text } } }
  }
  timeline(of: [$id], first: 50) {
    edges { date node { id label name } }
  }
}
`
	}
	return url.Values{"query": {query}, "variables": {string(variables)}}
}
