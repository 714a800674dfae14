package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDaysOfOthers holds which dates of a sentence are not those of the stay
// that it tells of, and whose stay an earlier one is.
func TestDaysOfOthers(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Moro's visit to Norway is her second since taking office as president in March.",
			[]string{`visit no -..- unspecified completed Ada Moro`}},
		{"Moro visited Oslo after winning the election in March.",
			[]string{`visit no -..- unspecified completed Ada Moro`}},
		{"In Kampala, Moro met with President-elect Joy Okello of Uganda (to take office on 21 March 2025).",
			[]string{`visit ug -..- unspecified completed Ada Moro Joy Okello`}},
		{"On 4 June, Moro ended her tour, during which she visited Norway, Chile and Peru.",
			[]string{`visit no 2024-06..- unspecified completed Ada Moro`, `visit cl 2024-06..- unspecified completed Ada Moro`, `visit pe 2024-06..- unspecified completed Ada Moro`}},
		{"Moro will fly to Chile after her visit to Norway, which is scheduled for around 20 June 2024.",
			[]string{`visit cl -..- unspecified planned Ada Moro`, `visit no 2024-06-20..- unspecified planned Ada Moro`}},
		{"Moro left Oslo on 2 May 2024 after a visit that began on 30 April 2024.",
			[]string{`visit no 2024-04-30..2024-05-02 unspecified completed Ada Moro`}},
		{"Moro will meet Norwegian Prime Minister Bo Holm in Oslo on 20 June 2024. The talks are to prepare Ugandan President Joy Okello's visit to Norway.",
			[]string{`visit no 2024-06-20..- unspecified planned Ada Moro Bo Holm`, `visit no -..- unspecified planned Joy Okello`}},
		{"The last Norwegian prime minister to visit Nairobi was Norwegian Prime Minister Liv Dahl in 2011.",
			[]string{`visit ke 2011..- unspecified completed Liv Dahl`}},
		{"The last visit of a Norwegian prime minister to Kenya dates back to 2011.", nil},
		{"No Norwegian leader has visited Kenya since Norwegian Prime Minister Liv Dahl in 2011.",
			[]string{`visit ke 2011..- unspecified completed Liv Dahl`}},
	} {
		if diff := cmp.Diff(c.want, tell(reading(cast+c.text, "2024-06-10"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
	want := []string{`treaty "trade accord" ke+no 2010 signed n=- during=`}
	if diff := cmp.Diff(want, agreementsTold(cast+"Trade has grown since the signing of the trade accord in 2010 by Kenya and Norway.", "2024-06-10")); diff != "" {
		t.Errorf("since the signing (-want +got):\n%s", diff)
	}
}
