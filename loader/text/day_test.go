package text_test

import (
	"testing"

	"github.com/entente-graph/entente/loader/text"
	"github.com/google/go-cmp/cmp"
)

// Lines that are days head the entries below them where there are several, and
// bars part entries of one line.
func TestDiaryLines(t *testing.T) {
	type passage struct {
		Kind text.Kind
		Text string
	}
	for _, c := range []struct {
		text string
		want []passage
	}{
		{"The week\n\nMON 22 JAN\nOslo is busy. || Bern is not.\nThu 25 – Fri 26 Jan:\nNothing.\nComing up\nA fair.", []passage{
			{text.Heading, "The week"}, {text.Heading, "MON 22 JAN"}, {text.Sentence, "Oslo is busy."}, {text.Heading, "||"}, {text.Sentence, "Bern is not."},
			{text.Heading, "Thu 25 – Fri 26 Jan:"}, {text.Sentence, "Nothing."}, {text.Heading, "Coming up"}, {text.Sentence, "A fair."}}},
		{"The week\n\nMonday, 22 January 2024\nOslo is busy.", []passage{{text.Heading, "The week"}, {text.Sentence, "Monday, 22 January 2024"}, {text.Sentence, "Oslo is busy."}}},
	} {
		var got []passage
		for _, p := range text.Split(c.text, nil) {
			got = append(got, passage{p.Kind, p.Text})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
