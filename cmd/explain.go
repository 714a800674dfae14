package cmd

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/entente-graph/entente/loader"
	"github.com/entente-graph/entente/loader/claim"
)

// explained is a JSON line of an explanation; one field is set.
type explained struct {
	Document *claim.Document  `json:"document,omitempty"`
	Passage  *claim.Explained `json:"passage,omitempty"`
	Link     *claim.Choice    `json:"link,omitempty"`
}

// explain writes why each passage gave what it gave, as text or as JSON lines.
func (a *app) explain(asJSON bool) giver {
	if asJSON {
		return eachOf(a, a.explanationOf, explanationLines)
	}
	return eachOf(a, a.explanationOf, explanation)
}

func (a *app) explanationOf(ctx context.Context, i input) (*claim.Explanation, error) {
	data, err := a.bytesOf(i)
	if err != nil {
		return nil, err
	}
	return loader.Explain(ctx, file(i.path, data))
}

// explanationLines writes an explanation as JSON lines: the document, its
// passages, its links.
func explanationLines(out io.Writer, x *claim.Explanation) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	lines := []explained{{Document: &x.Reading.Document}}
	for i := range x.Passages {
		lines = append(lines, explained{Passage: &x.Passages[i]})
	}
	for i := range x.Links {
		lines = append(lines, explained{Link: &x.Links[i]})
	}
	for _, l := range lines {
		if err := e.Encode(l); err != nil {
			return fmt.Errorf("writing the explanation: %w", err)
		}
	}
	return nil
}

// explanation writes an explanation for people.
func explanation(out io.Writer, x *claim.Explanation) error {
	var b strings.Builder
	d := &x.Reading.Document
	b.WriteString(printable(d.Source))
	if d.PublishedOn != "" {
		fmt.Fprintf(&b, ", published %s (%s)", d.PublishedOn, d.PublishedBasis)
	}
	if d.Language != "" && d.Language != "en" {
		fmt.Fprintf(&b, ", in %q: only states and sources are read", d.Language)
	}
	b.WriteString("\n")
	for i := range x.Passages {
		explainPassage(&b, &x.Passages[i])
	}
	for i := range x.Links {
		explainLink(&b, &x.Links[i])
	}
	b.WriteString("\n")
	_, err := io.WriteString(out, b.String())
	return err
}

func explainPassage(b *strings.Builder, p *claim.Explained) {
	fmt.Fprintf(b, "\n[%d] %s: %s\n", p.Passage, p.Kind, oneLine(p.Text))
	var slots []string
	for _, s := range p.Slots {
		slots = append(slots, explainSlot(&s))
	}
	list(b, "named", slots)
	var verbs []string
	for _, v := range p.Verbs {
		verbs = append(verbs, explainVerb(&v))
	}
	list(b, "verbs", verbs)
	for _, g := range p.Gave {
		row(b, "gave", g.Rule, g.Word, " → "+explainGave(&g))
	}
	for _, m := range p.Missed {
		row(b, "missed", m.Rule, m.Word, ": "+m.Why+bracket(m.What))
	}
}

func explainSlot(s *claim.ExplainedRun) string {
	text := s.Kind + " " + oneLine(s.Surface)
	if s.Of == s.Surface {
		return text + bracket(s.State)
	}
	return text + bracket(s.Of, s.State)
}

func explainVerb(v *claim.ExplainedRun) string {
	text := oneLine(v.Surface)
	if len(v.Subjects) > 0 {
		text += " ← " + oneLine(strings.Join(v.Subjects, " + "))
	}
	return text + bracket(v.Marks...)
}

func explainGave(g *claim.Gave) string {
	text := g.What
	if g.Ref != "" {
		text = string(g.Ref) + " " + text
	}
	var more []string
	if g.Again {
		more = append(more, "told before")
	}
	if len(g.Weak) > 0 {
		more = append(more, "weak: "+strings.Join(g.Weak, ", "))
	}
	if g.Confidence > 0 {
		more = append(more, fmt.Sprintf("%.2f", g.Confidence))
	}
	return oneLine(text) + bracket(more...)
}

// shown is how many visits, and how many features of each, are shown of a link.
const shown = 4

func explainLink(b *strings.Builder, c *claim.Choice) {
	name := string(c.Agreement)
	if name == "" {
		name = "dropped"
	}
	fmt.Fprintf(b, "\n%s: %s\n", name, oneLine(c.What))
	for i, v := range c.Candidates[:min(len(c.Candidates), shown)] {
		mark := " "
		if v.Visit == c.Chosen {
			mark = "→"
		}
		var features []string
		for _, f := range v.Features {
			if f.Name != "bias" && len(features) < shown { // which all of them have
				features = append(features, fmt.Sprintf("%s %+.2f", f.Name, f.Weight))
			}
		}
		fmt.Fprintf(b, "  %s %.2f  %s: %s\n      %s\n", mark, v.Probability, v.Visit, oneLine(v.What), strings.Join(features, ", "))
		if i+1 == shown && len(c.Candidates) > shown {
			fmt.Fprintf(b, "    and %d less likely\n", len(c.Candidates)-shown)
		}
	}
	for i, v := range c.Barred {
		if i == shown {
			fmt.Fprintf(b, "    and %d more that it cannot come from\n", len(c.Barred)-shown)
			break
		}
		fmt.Fprintf(b, "    none  %s: %s%s\n", v.Visit, oneLine(v.What), bracket(v.Why))
	}
	switch {
	case c.Chosen != "":
		fmt.Fprintf(b, "  signed during %s, confidence %.2f\n", c.Chosen, c.Confidence)
	case len(c.Candidates) > 0:
		fmt.Fprintf(b, "  none is likely enough: a visit is chosen from %.2f on\n", c.Enough)
	default:
		b.WriteString("  no visit that it could come from is told\n")
	}
}

// list writes what a passage holds, on one line.
func list(b *strings.Builder, head string, items []string) {
	if len(items) > 0 {
		fmt.Fprintf(b, "    %-7s %s\n", head, strings.Join(items, " · "))
	}
}

// row writes what came of a rule.
func row(b *strings.Builder, head, rule, word, text string) {
	if word != "" {
		rule += " “" + oneLine(word) + "”"
	}
	fmt.Fprintf(b, "    %-7s %s%s\n", head, rule, text)
}

// bracket sets what is known of a thing behind it.
func bracket(known ...string) string {
	var out []string
	for _, k := range known {
		if k != "" {
			out = append(out, oneLine(k))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, ", ") + ")"
}
