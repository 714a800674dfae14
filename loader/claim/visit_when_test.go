package claim

import (
	"slices"
	"strings"
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

// TestCompany holds the ways in which people are told to be where others are.
func TestCompany(t *testing.T) {
	const summit = "The farm summit was held in Nairobi on 3 May 2024. "
	for _, c := range []struct {
		text string
		want []string
	}{
		{summit + "Those who attended included Norwegian Foreign Minister Per Lund, Danish Prime Minister Eva Krag and Kenyan Foreign Minister Ida Otieno.",
			[]string{`visit ke 2024-05-03..- unspecified completed Eva Krag+Per Lund`}},
		{summit + "Heads of Government in attendance were the Prime Minister of Denmark, Eva Krag; the Prime Minister of Norway, Bo Holm; and the President of Uganda, Joy Okello.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm+Eva Krag+Joy Okello`}},
		{summit + "The Conference welcomed as special guests the Prime Minister of Denmark, Eva Krag, and the President of Uganda, Joy Okello.",
			[]string{`visit ke 2024-05-03..- unspecified completed Eva Krag+Joy Okello`}},
		{summit + "Norway was represented by Norwegian Foreign Minister Per Lund.",
			[]string{`visit ke 2024-05-03..- unspecified completed Per Lund`}},
		{"Holm flew to Nairobi on 3 May 2024. Taking part on the Norwegian side were Norwegian Foreign Minister Per Lund and Norwegian Trade Minister Ane Moe.",
			[]string{`visit ke 2024-05-03..- unspecified completed Ane Moe+Bo Holm+Per Lund`}},
		{"Holm was in Nairobi on 3 May 2024, as was Danish Prime Minister Eva Krag.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm+Eva Krag`}},
		{"Holm flew to Nairobi on 3 May 2024. Norwegian Foreign Minister Per Lund, who accompanied Holm, flew on to Kampala on 5 May 2024.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm+Per Lund`, `visit ug 2024-05-05..- unspecified completed Per Lund`}},
		{"We, the President of Kenya, Ada Moro, and the Prime Minister of Norway, Bo Holm, met in Nairobi on 3 May 2024. We have accepted the invitation of Danish Prime Minister Eva Krag to meet in Copenhagen in March 2025.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm Ada Moro`, `visit dk 2025-03..- unspecified planned Ada Moro+Bo Holm Eva Krag`}},
		{"The farm leaders met in Nairobi on 3 May 2024 for their second summit. Holm, who had flown in a day earlier, and Danish Prime Minister Eva Krag, who came for the day, were welcomed by Moro.",
			[]string{`visit ke 2024-05-02..- unspecified completed Bo Holm`, `visit ke 2024-05-03..- unspecified completed Eva Krag Ada Moro`}},
		{"Holm flew to Nairobi on 3 May 2024. From there he went on to Kampala.",
			[]string{`visit ke 2024-05-03..- unspecified completed Bo Holm`, `visit ug 2024-05..- unspecified completed Bo Holm`}},
		{"A visit to Nairobi by Holm is \"not on the agenda\", his office said.", []string{`visit ke -..- unspecified denied Bo Holm`}},
		{"The trip of Holm to Nairobi, foreseen for July, has been rescheduled.", []string{`visit ke -..- unspecified cancelled Bo Holm`}},
		{"Some asked why Holm was not in Nairobi last week.", nil},
		{"In Nairobi Holm is to meet Moro.", []string{`visit ke -..- unspecified planned Bo Holm Ada Moro`}},
		{"Moro and Holm spoke. They recalled the visit to Kampala in May 2024 of a number of ministers.", nil},
		{"The two sides are expected to sign a pact on a road from Oslo in Norway to Lillehammer. Moro and Holm are expected to sign a memorandum on a link to Bergen in Norway.", nil},
	} {
		got := tell(reading(cast+c.text, "2024-06-10"))
		got = slices.DeleteFunc(got, func(s string) bool { return !strings.HasPrefix(s, "visit") })
		if len(got) == 0 {
			got = nil
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
