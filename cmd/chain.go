package cmd

import (
	"encoding/json"
	"fmt"
	"strings"
)

// printTraces prints chains, a blank line between them.
func (a *app) printTraces(traces []json.RawMessage, asJSON bool) error {
	for i, raw := range traces {
		if asJSON {
			if err := a.printAnswer(raw); err != nil {
				return err
			}
			continue
		}
		var t traced
		if err := json.Unmarshal(raw, &t); err != nil {
			return fmt.Errorf("reading the answer: %w", err)
		}
		var text strings.Builder
		if i > 0 {
			text.WriteByte('\n')
		}
		t.print(&text)
		if err := a.print("%s", text.String()); err != nil {
			return err
		}
	}
	return nil
}

// print writes the chain, each link under the one that it leads back from.
func (t *traced) print(w *strings.Builder) {
	switch {
	case t.Agreement != nil:
		printAgreement(w, t.Agreement)
	case len(t.Agreements) == 0:
		fmt.Fprintln(w, "no agreement is known to have been signed during it")
	default:
		for i := range t.Agreements {
			printAgreement(w, &t.Agreements[i])
		}
	}
	if t.Visit != nil {
		fmt.Fprintf(w, "  ← %s", t.Visit.Name)
		if when := joined(t.Visit.Place, stay(t.Visit)); when != "" {
			fmt.Fprintf(w, " (%s)", when)
		}
		fmt.Fprintln(w)
		names := make([]string, len(t.Leaders))
		for i, l := range t.Leaders {
			names[i] = l.Name
		}
		fmt.Fprintf(w, "      by %s  [%s]\n", orNobody(names), t.Visit.ID)
	} else {
		fmt.Fprintln(w, "  ← no visit is known that it came from")
	}
	for _, e := range t.Evidence {
		e.print(w)
	}
}

func printAgreement(w *strings.Builder, a *tracedAgreement) {
	names := make([]string, len(a.Parties.Nodes))
	for i, p := range a.Parties.Nodes {
		names[i] = p.Name
	}
	fmt.Fprintf(w, "%s\n", joined(a.Title, a.SignedOn))
	if len(names) > 0 {
		fmt.Fprintf(w, "    between %s  [%s]\n", listed(names), a.ID)
	} else {
		fmt.Fprintf(w, "    [%s]\n", a.ID)
	}
}

// print writes the sentence, its place, and the sources that it cites.
func (e *tracedEvidence) print(w *strings.Builder) {
	fmt.Fprintf(w, "  ← “%s”\n", strings.Join(strings.Fields(e.Passage.Text), " "))
	title := e.Document.Title
	if title == "" {
		title = e.Document.Source
	}
	fmt.Fprintf(w, "      %s; sentence %d, code points %d–%d\n",
		joined(title, e.Document.Publisher, e.Document.PublishedOn), e.Passage.Index+1, e.Passage.Start, e.Passage.End)
	for _, c := range e.Citations {
		fmt.Fprintf(w, "      ← %s\n", joined(c.Outlet, c.PublishedOn))
	}
}

func stay(v *tracedVisit) string {
	if v.EndDate == "" || v.EndDate == v.StartDate {
		return v.StartDate
	}
	return v.StartDate + " to " + v.EndDate
}

// joined joins what is there with commas.
func joined(parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, ", ")
}

// listed is "a, b and c".
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func orNobody(names []string) string {
	if len(names) == 0 {
		return "somebody unnamed"
	}
	return listed(names)
}
