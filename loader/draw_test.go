package loader_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loader/claim"
	"pgregory.net/rapid"
)

// The words that Readings are drawn from: so few that things of different
// documents are often one, nearly one, or stop being one.
var (
	surnames = []string{"Japarov", "Zhaparov", "Aliyev", "Marcos"}
	forms    = []string{"%s", "%s", "Sadyr %s", "Sadyr %s", "Ilham %s", "Sadyr Ilham %s", "Sadyr %s Jr."}
	states   = []string{"az", "az", "kg", "kg", "uz"}
	bodies   = [][2]string{{"Organization of Turkic States", "OTS"}, {"OTS", ""}, {"Organization of Turkic States", ""}, {"Office of Trade Standards", "OTS"}}
	dates    = []string{"2024-04-24", "2024-04-25", "2024-05-02", "2023-12-31", "2024-04", "2024", ""}
	titles   = []string{"Declaration on Strategic Partnership", "Declaration on Partnership", "Documents on the Economy", "Program"}
	heads    = [][]string{{"partnership", "strategic"}, {"partnership"}, {"economy"}, nil}
	known    = [][]string{nil, nil, nil, {"sadyr", "japarov"}, {"ilham", "aliyev"}} // by the lexicon
	outlets  = []string{"", "Report.az", "Kabar"}
)

// text is what every drawn document says, in five passages.
var passages = func() []claim.Passage {
	var out []claim.Passage
	at := 0
	for i := range 5 {
		t := fmt.Sprintf("Sentence %d says that this and that came to pass.", i)
		out = append(out, claim.Passage{Text: t, Start: at, End: at + len(t)})
		at += len(t) + 1
	}
	return out
}()

type drawing struct {
	*rand.Rand
	r *claim.Reading
	n map[string]int
}

// drawReading draws what one document says. Its number alone is drawn by
// rapid, which prefers small choices: these would make empty documents.
func drawReading(t *rapid.T) *claim.Reading {
	return reading(rapid.Uint64().Draw(t, "document"))
}

// reading is the document of a number.
func reading(number uint64) *claim.Reading {
	d := &drawing{Rand: rand.New(rand.NewPCG(number, 0)), n: map[string]int{}, r: &claim.Reading{Passages: passages}}
	d.r.Document = claim.Document{
		URL:         pick(d, []string{"", "", "https://example.org/a"}),
		Source:      pick(d, []string{"a.txt", "b.txt"}),
		Title:       pick(d, []string{"", "News", "Visits", "News!"}),
		Publisher:   pick(d, outlets),
		PublishedOn: pick(d, []string{"", "2024-05-13", "2024-06", "2025"}),
		ModifiedOn:  pick(d, []string{"", "2024-06-01"}),
	}
	var parties, leaders, visits, agreements []claim.Ref
	for range d.up(2) + 1 {
		parties = append(parties, d.state())
	}
	if d.up(2) == 0 {
		b := pick(d, bodies)
		ps := graph.Properties{"name": b[0]}
		if b[1] != "" {
			ps["acronym"] = b[1]
		}
		parties = append(parties, d.entity("Organization", ps))
	}
	for range d.up(2) + 1 {
		leaders = append(leaders, d.leader(parties))
	}
	for range d.up(2) {
		visits = append(visits, d.visit(leaders))
	}
	for range d.up(2) {
		agreements = append(agreements, d.agreement(parties, leaders, visits))
	}
	d.others(parties, leaders, agreements)
	d.mentions()
	return sealed(d.r)
}

// sealed gives a Reading the SHA-256 that follows from all but its file name.
func sealed(r *claim.Reading) *claim.Reading {
	named := r.Document.Source
	r.Document.SHA256, r.Document.Source = strings.Repeat("0", 64), ""
	var b bytes.Buffer
	if err := claim.Encode(&b, r); err != nil {
		panic(err)
	}
	sum := sha256.Sum256(b.Bytes())
	r.Document.SHA256, r.Document.Source = hex.EncodeToString(sum[:]), named
	return r
}

func pick[T any](d *drawing, from []T) T {
	return from[d.IntN(len(from))]
}

// up is a number from 0 to n.
func (d *drawing) up(n int) int { return d.IntN(n + 1) }

func (d *drawing) evidence() []claim.Evidence {
	i := d.up(4)
	return []claim.Evidence{{Passage: i, Start: d.up(3), End: 8 + d.up(3)}}
}

func (d *drawing) support() claim.Support {
	return claim.Support{Rule: "drawn", Confidence: pick(d, []float64{0.6, 0.85, 0.9})}
}

func (d *drawing) entity(label string, ps graph.Properties) claim.Ref {
	kind := strings.ToLower(label)
	d.n[kind]++
	ref := claim.Ref(fmt.Sprintf("%s:%d", kind, d.n[kind]))
	d.r.Entities = append(d.r.Entities, claim.Entity{Ref: ref, Label: label, Properties: ps, Evidence: d.evidence(), Support: d.support()})
	return ref
}

func (d *drawing) state() claim.Ref {
	code := pick(d, states)
	ref := claim.Ref("state:" + code)
	if !slices.ContainsFunc(d.r.Entities, func(e claim.Entity) bool { return e.Ref == ref }) {
		d.r.Entities = append(d.r.Entities, claim.Entity{Ref: ref, Label: "State",
			Properties: graph.Properties{"name": strings.ToUpper(code)}, Evidence: d.evidence(), Support: d.support()})
	}
	return ref
}

func (d *drawing) fact(kind string, from, to claim.Ref, ps graph.Properties) {
	d.r.Facts = append(d.r.Facts, claim.Fact{Type: kind, From: from, To: to, Properties: ps, Evidence: d.evidence(), Support: d.support()})
}

func (d *drawing) leader(parties []claim.Ref) claim.Ref {
	ps := graph.Properties{"name": fmt.Sprintf(pick(d, forms), pick(d, surnames))}
	if d.up(2) == 0 {
		ps["aliases"] = []string{pick(d, surnames)}
	}
	ref := d.entity("Leader", ps)
	d.r.Entities[len(d.r.Entities)-1].Head = pick(d, known)
	for range d.up(2) {
		office := graph.Properties{"title": pick(d, []string{"president", "President", "minister", "leader"})}
		if d.up(2) == 0 {
			office["from"] = pick(d, []string{"2019", "2021"})
		}
		d.fact("HOLDS_OFFICE", ref, pick(d, parties), office)
	}
	return ref
}

func (d *drawing) dated(ps graph.Properties, field string) {
	if date := pick(d, dates); date != "" {
		ps[field] = date
	}
}

func (d *drawing) visit(leaders []claim.Ref) claim.Ref {
	ps := graph.Properties{"status": pick(d, []string{"completed", "completed", "planned", "cancelled"})}
	d.dated(ps, "startDate")
	if d.up(3) == 0 {
		ps["endDate"] = "2024-05-02"
	}
	if d.up(2) == 0 {
		ps["kind"] = pick(d, []string{"state", "unspecified"})
		ps["place"] = pick(d, []string{"Baku", "Bishkek"})
	}
	ref := d.entity("Visit", ps)
	for range d.up(2) {
		d.fact("MADE", pick(d, leaders), ref, nil)
	}
	if d.up(9) > 0 {
		d.fact("TO", ref, d.state(), nil)
	}
	return ref
}

func (d *drawing) agreement(parties, leaders, visits []claim.Ref) claim.Ref {
	i := d.up(len(titles) - 1)
	ps := graph.Properties{"title": titles[i], "status": pick(d, []string{"signed", "planned", "ratified"}),
		"kind": pick(d, []string{"package", "treaty", "program", "other"})}
	d.dated(ps, "signedOn")
	if n := pick(d, []int64{0, 0, 10, 12, 20}); n != 0 {
		ps["documentCount"] = n
	}
	if d.up(3) == 0 {
		ps["amount"], ps["currency"] = pick(d, []float64{5e8, 4.5e8}), pick(d, []string{"USD", "EUR"})
	}
	ref := d.entity("Agreement", ps)
	d.r.Entities[len(d.r.Entities)-1].Head = heads[i]
	for range d.up(3) {
		d.fact("PARTY_TO", pick(d, parties), ref, nil)
	}
	if len(visits) > 0 && d.up(1) == 0 {
		d.fact("SIGNED_DURING", ref, pick(d, visits), nil)
	}
	if d.up(2) == 0 {
		d.fact("SIGNED", pick(d, leaders), ref, nil)
	}
	return ref
}

func (d *drawing) others(parties, leaders, agreements []claim.Ref) {
	if d.up(2) == 0 {
		ref := d.entity("Project", graph.Properties{"name": pick(d, []string{"Railway", "Trans-Caspian Cable", "Caspian Cable"}), "sector": pick(d, []string{"transport", "energy"})})
		for range d.up(3) {
			d.fact("PARTICIPATES_IN", pick(d, parties), ref, graph.Properties{"role": pick(d, []string{"builder", "funder"})})
		}
		if len(agreements) > 0 {
			d.fact("UNDER", ref, pick(d, agreements), nil)
		}
	}
	if d.up(2) == 0 {
		ref := d.entity("Statement", graph.Properties{"text": pick(d, []string{"We are one family.", "we are one family", "No."}), "kind": "direct"})
		d.fact("SAID", pick(d, leaders), ref, nil)
		d.fact("ABOUT", ref, pick(d, parties), nil)
	}
	if d.up(2) == 0 {
		ref := d.entity("Figure", graph.Properties{"name": pick(d, []string{"trade", "turnover", "exports"}),
			"value": pick(d, []float64{1e9, 1.2e9, 2e9}), "unit": "USD"})
		if d.up(2) > 0 {
			d.r.Entities[len(d.r.Entities)-1].Properties["period"] = "2023"
		}
		d.fact("ABOUT", ref, pick(d, parties), nil)
	}
	if d.up(2) == 0 {
		ps := graph.Properties{"outlet": pick(d, []string{"Kabar", "Report.az"}), "raw": "(Kabar)"}
		d.dated(ps, "publishedOn")
		if d.up(2) == 0 {
			ps["url"] = "https://example.org/kabar"
		}
		d.entity("Citation", ps)
	}
}

func (d *drawing) mentions() {
	for range d.up(4) {
		i, start := d.up(len(passages)-1), d.up(3)
		of := pick(d, d.r.Entities).Ref
		d.r.Mentions = append(d.r.Mentions, claim.Mention{Passage: i, Start: start, End: start + 4,
			Surface: passages[i].Text[start : start+4], Of: of})
	}
}
