package claim

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/loader/mention"
	"github.com/entente-graph/entente/loader/text"
)

// TestExplainTellsWhy holds what is told of the last sentence of a text.
func TestExplainTellsWhy(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Moro travelled to Oslo on 3 May 2023.", "visit.went visit:1 Ada Moro to no, 2023-05-03, completed"},
		{"Moro travelled to Oslo on 3 May 2023. In Oslo, Moro met Holm.", "visit.met again visit:1 Ada Moro to no, completed, host Bo Holm"},
		{"Moro did not go to Norway.", "visit.went: it is negated (Ada Moro to no)"},
		{"Moro may visit Norway.", "visit.visited: “may” leaves it open (Ada Moro to no)"},
		{"Moro invited Holm to visit Kenya.", "visit.visited: “invited” leaves it open (Bo Holm to ke)"},
		{"If Moro visited Norway, Holm was glad.", "visit.visited: it is only supposed (Ada Moro to no)"},
		{"Moro met Holm.", "visit.met: no destination is found (Ada Moro, Bo Holm)"},
		{"The delegation flew to Norway.", "visit.went: no visitor is found"},
		{"Moro visited Nairobi.", "visit.visited: the people are at home there (Ada Moro to ke)"},
		{"Holm went to war in Kenya.", "visit.went: the motion is no journey (Bo Holm to ke)"},
		{"In Oslo, Moro and Holm met by video link.", "visit.met: they met by telephone or video (Ada Moro, Bo Holm to no)"},
		{"Kenya and Norway signed a treaty on tea.", "agreement.signed agreement:1 treaty on tea of ke, no, signed"},
		{"Kenya and Norway did not sign a treaty on tea.", "agreement: it is said not to be made"},
		{"Kenya praised a treaty on tea.", "agreement: no word tells what became of it"},
		{"The treaty on tea was signed.", "agreement.passive: its parties are not told"},
		{"Kenya signed a treaty on tea.", "agreement.signed: only one party is told (ke)"},
		{"Kenya and Norway met in agreement.", "agreement: the noun means no text here"},
		{"Norway plans to build a power cable.", "project.described: fewer than two states take part"},
		{"“Our ties are strong.”", "statement: no speaker is found"},
		{"“Strong ties,” said Moro.", "statement: it is shorter than four words"},
	} {
		doc := &text.Document{Content: cast + c.text}
		doc.Passages = text.Split(doc.Content, nil)
		x := Explain(mention.NewPage(doc, "2024-06-10"), Document{SHA256: "test"})
		p := x.Passages[len(x.Passages)-1]
		var got []string
		for _, g := range p.Gave {
			again := ""
			if g.Again {
				again = "again "
			}
			got = append(got, g.Rule+" "+again+string(g.Ref)+" "+g.What)
		}
		for _, m := range p.Missed {
			got = append(got, strings.TrimSuffix(m.Rule+": "+m.Why+" ("+m.What+")", " ()"))
		}
		if len(got) == 0 || got[0] != c.want {
			t.Errorf("%s\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestExplainRanksVisits holds which visits an agreement may have come from.
func TestExplainRanksVisits(t *testing.T) {
	doc := &text.Document{Content: cast + "Moro visited Norway on 3 May 2023. Holm visited Kenya on 5 June 2023 and signed a treaty on tea with Moro."}
	doc.Passages = text.Split(doc.Content, nil)
	x := Explain(mention.NewPage(doc, "2024-06-10"), Document{SHA256: "test"})
	if len(x.Links) != 1 {
		t.Fatalf("got %d links, want 1: %v", len(x.Links), x.Links)
	}
	l := x.Links[0]
	if l.Agreement != "agreement:1" || l.Chosen != "visit:2" || len(l.Candidates) != 1 || l.Confidence == 0 {
		t.Errorf("got %+v, want agreement:1 tied to visit:2", l)
	}
	if len(l.Barred) != 1 || l.Barred[0].Visit != "visit:1" || l.Barred[0].Why != string(missDays) {
		t.Errorf("got %+v barred, want visit:1 for its days", l.Barred)
	}
	if fs := l.Candidates[0].Features; len(fs) < 4 || fs[1].Weight == 0 || fs[0].Weight*fs[0].Weight < fs[1].Weight*fs[1].Weight {
		t.Errorf("got the features %v, want the strongest first", fs)
	}
}
