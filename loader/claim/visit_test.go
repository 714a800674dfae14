package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// visitsTold lists the visits of a reading in the form of tell.
func visitsTold(text, published string) []string {
	var out []string
	for _, line := range tell(reading(text, published)) {
		if len(line) > 6 && line[:6] == "visit " {
			out = append(out, line)
		}
	}
	return out
}

// TestVisitConstructions holds ways of telling of a visit that no frame's
// example shows.
func TestVisitConstructions(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Journeys of May 2023\n\nDates | Traveller | Destination\n6-8 | Ada Moro, President of Kenya | Oslo, Norway\n11 | The same | Kampala, Uganda\n",
			[]string{`visit no 2023-05-06..2023-05-08 unspecified completed Ada Moro`, `visit ug 2023-05-11..- unspecified completed Ada Moro`}},
		{cast + "Oslo hosts the farm summit on 3 May 2023. Moro is at the table.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro`}},
		{cast + "Moro was to have been in Oslo on 3 May 2023.",
			[]string{`visit no 2023-05-03..- unspecified cancelled Ada Moro`}},
		{cast + "Did Moro fly to Oslo on 3 May 2023?", nil},
		{cast + "Holm denied that Moro would stop in Oslo.",
			[]string{`visit no -..- unspecified denied Ada Moro`}},
		{cast + "A visit to Oslo by Moro, planned for May 2023, has been put off.",
			[]string{`visit no -..- unspecified cancelled Ada Moro`}},
		{cast + "Moro met Holm in Oslo on the 14th.",
			[]string{`visit no 2023-05-14..- unspecified completed Ada Moro Bo Holm`}},
		{cast + "It was in Oslo that, on 3 May 2023, Moro and Holm met.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro Bo Holm`}},
		{cast + "Holm, whose delegation included Norwegian Foreign Minister Per Lund, arrived in Nairobi on 3 May 2023.",
			[]string{`visit ke 2023-05-03..- unspecified completed Bo Holm+Per Lund`}},
		{cast + "Holm came to Nairobi in April 2023; in May 2023 he accompanied Norwegian Foreign Minister Per Lund.",
			[]string{`visit ke 2023-04..- unspecified completed Bo Holm`, `visit ke 2023-05..- unspecified completed Bo Holm+Per Lund`}},
	} {
		if diff := cmp.Diff(c.want, visitsTold(c.text, "2023-05-20")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
