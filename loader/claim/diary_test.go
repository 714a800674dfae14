package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDiaries holds entries of texts that are told day by day.
func TestDiaries(t *testing.T) {
	const people = "Prime Minister Liv Dahl of Norway, President Ada Moro of Kenya and Tito Okello, president of Uganda, were busy.\n\n"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"MON 22 JAN\nLiv Dahl in Nairobi, her first stop outside Europe; Ada Moro and she announce a loan. || Tito Okello starts in Oslo. Itinerary: Norway, Denmark (22–23), Kenya (25).\n\nTHU 25 – FRI 26 JAN\nAda Moro in Kampala on the Friday.\n",
			[]string{`visit ke 2024-01-22..- unspecified completed Liv Dahl`, `visit no 2024-01-22..- unspecified completed Tito Okello`, `visit dk 2024-01-22..2024-01-23 unspecified completed Tito Okello`, `visit ke 2024-01-25..- unspecified completed Tito Okello`, `visit ug 2024-01-26..- unspecified completed Ada Moro`}},
		{"Monday, 22 January\nOslo: Tito Okello sees Liv Dahl. A week earlier it was Ada Moro who was in town.\nOslo: Liv Dahl telephones Ada Moro.\nOslo: Tito Okello is criticised by Liv Dahl.\nNairobi: Tito Okello is discussed by Ada Moro.\n\nTuesday, 23 January\nNairobi again: Tito Okello and Ada Moro.\n",
			[]string{`visit no 2024-01-22..- unspecified completed Tito Okello Liv Dahl`, `visit no 2024-01..- unspecified completed Ada Moro`, `visit ke 2024-01-23..- unspecified completed Tito Okello Ada Moro`}},
		{"MON 22 JAN\nOslo: farm summit. Tito Okello and Ada Moro are among ten heads of state.\n\nTUE 23 JAN\nNothing happens.\n\nCOMING UP\nTito Okello in Nairobi on 14 Feb. Liv Dahl to Kampala and Lima, 16–17 Feb. Ada Moro to Oslo.\n",
			[]string{`visit no 2024-01-22..- unspecified completed Ada Moro+Tito Okello`, `visit ke 2024-02-14..- unspecified planned Tito Okello`, `visit ug 2024-02-16..2024-02-17 unspecified planned Liv Dahl`, `visit pe 2024-02-16..2024-02-17 unspecified planned Liv Dahl`, `visit no -..- unspecified planned Ada Moro`}},
	} {
		if diff := cmp.Diff(c.want, visitsTold("The week of visits\n\n"+people+c.text, "2024-02-04")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
