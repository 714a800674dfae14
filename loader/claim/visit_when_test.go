package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDays holds the ways in which the day of a stay is told elsewhere than
// beside it.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The farm ministers gathered in Nairobi on 3 May 2024. Holm was received by Moro at the palace.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm Ada Moro`}},
		{"Kenya and Norway agreed in Nairobi at the session of the farm council, held on 3 May 2024. Moro welcomed Holm at the station.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm Ada Moro`}},
		{"A race was run at the farm fair in Nairobi on 3 May 2024, where Holm was received by Moro.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm Ada Moro`}},
		{"Moro promised to come to Oslo before the end of the year.",
			[]string{`visit no 2024..- unspecified planned Ada Moro`}},
		{"Moro will come to Oslo in the second half of 2025.",
			[]string{`visit no 2025..- unspecified planned Ada Moro`}},
		{"Holm flew to Nairobi on 3 May 2024. A day before his arrival, Moro had been received in Kampala by Ugandan President Joy Okello.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm`, `visit ug 2024-05-02..- unspecified completed Ada Moro Joy Okello`}},
		{"The bridge was named on 1 April 2022, during the one-day visit of Holm to Nairobi.",
			[]string{`visit ke 2022-04-01..- unspecified completed Bo Holm`}},
		{"Moro left for Norway on 3 May 2024 on a four-day visit.",
			[]string{`visit no 2024-05-03..2024-05-06 unspecified completed Ada Moro`}},
		{"Moro came back on 3 May 2024 from Oslo, where she had spent three days as the guest of Holm.",
			[]string{`visit no 2024-05-01..2024-05-03 unspecified completed Ada Moro`}},
		{"Holm said that Moro had accepted an invitation to Oslo, though no date was set. Moro was last in Oslo in May 2022.",
			[]string{`visit no -..- unspecified planned Ada Moro`, `visit no 2022-05..- unspecified completed Ada Moro`}},
		{"Norwegian Foreign Minister Per Lund, who had been due to travel to Nairobi, stayed in Bergen.",
			[]string{`visit ke -..- unspecified cancelled Per Lund`}},
	} {
		if diff := cmp.Diff(c.want, tell(reading(cast+c.text, "2024-06-10"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
