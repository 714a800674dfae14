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
		{cast + "When Air Force One touched down in Oslo on 3 May 2023, Moro became the first to set foot there.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro`}},
		{cast + "On 3 May 2023, Moro and Holm witnessed the signing in the Ugandan capital of a memorandum on the revival of a mill.",
			[]string{`visit ug 2023-05-03..- unspecified completed Ada Moro+Bo Holm`}},
		{cast + "Oslo hosts the farm summit on 3 May 2023. Moro is at the table.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro`}},
		{cast + "Moro was to have been in Oslo on 3 May 2023.",
			[]string{`visit no 2023-05-03..- unspecified cancelled Ada Moro`}},
		{cast + "The farm summit was held in Kampala on 3 May 2023. Also present at the signing were Moro, the mother of three, Holm and the mayor.",
			[]string{`visit ug 2023-05-03..- unspecified completed Ada Moro+Bo Holm`}},
		{cast + "The farm summit was held in Kampala on 3 May 2023. Moro was at the airport when it began.", nil},
		{cast + "The farm summit was held in Kampala on 3 May 2023. Moro was replaced by Holm.", nil},
		{cast + "The farm summit was held in Kampala on 3 May 2023. It was the last summit for Moro, elected on 5 June 2016, and the host, Holm.",
			[]string{`visit ug 2023-05-03..- unspecified completed Ada Moro`}},
		{"Travels of Kenyan President Ada Moro\n\nCountry\tPlace\tRemarks\tDate\nNorway\tOslo\tMet with Prime Minister Holm. Also met with Danish Prime Minister Ida Bruun.\t6-8 May 2023\nUganda\tKampala\tMet with farmers.\t11 May 2023\n",
			[]string{`visit no 2023-05-06..2023-05-08 unspecified completed Ada Moro`, `visit no 2023-05..- unspecified completed Ida Bruun`, `visit ug 2023-05-11..- unspecified completed Ada Moro`}},
		{cast + "On 3 May 2023 Moro was in Kampala for a farm meeting. She met with Holm, Danish Prime Minister Ida Bruun, and many officials.",
			[]string{`visit ug 2023-05-03..- unspecified completed Ada Moro+Bo Holm+Ida Bruun`}},
		{cast + "At a Kampala ceremony on 3 May 2023, farmers danced. Among those at the ceremony was Moro.",
			[]string{`visit ug 2023-05-03..- unspecified completed Ada Moro`}},
		{"State House, Kampala, Uganda, Monday 15 May 2023 – The pact was signed in the presence of the two Presidents, Ada Moro, President of Kenya, and Ben Okello, President of Uganda.",
			[]string{`visit ug -..- unspecified completed Ada Moro Ben Okello`}},
		{cast + "The farm summit was held in Kampala on 3 May 2023. Moro has been at the embassy for years.", nil},
		{cast + "The farm summit was held in Kampala on 3 May 2023. In June 2022 Moro held bilateral talks with Holm during a forum in the South American country.", nil},
		{cast + "Did Moro fly to Oslo on 3 May 2023?", nil},
		{cast + "Moro and Holm signed a treaty of friendship on farms in Singapore on 3 May 2023.",
			[]string{`visit sg 2023-05-03..- unspecified completed Ada Moro+Bo Holm`}},
		{cast + "On 3 May 2023 Moro and Holm signed a loan for a desalination plant in Oslo.", nil},
		{cast + "A treaty was signed in the Kenyan capital on 3 May 2023, when Holm called on Moro.",
			[]string{`visit ke 2023-05-03..- unspecified completed Bo Holm`}},
		{cast + "Farmers were held in Nairobi when Holm called on Moro to free them.", nil},
		{cast + "Moro and Holm discussed in May 2023 the farms in Norway.", nil},
		{cast + "On 3 May 2023 Moro called on Holm in Oslo, where they signed a treaty.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro Bo Holm`}},
		{cast + "On 3 May 2023 farmers praised the first summit of the two. Holm was the host. Moro, who had come with a flag, and Danish Prime Minister Ida Bruun attended.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro+Ida Bruun`}},
		{cast + "Holm flew to Kampala in April 2023 to meet Norwegian Foreign Minister Per Lund, who recalled his visit to Kenya in March 2023.",
			[]string{`visit ug 2023-04..- unspecified completed Bo Holm`, `visit ke 2023-03..- unspecified completed Per Lund`}},
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
		{cast + "Holm embarks on a tour of Kenya, Uganda and Rwanda.",
			[]string{`visit ke -..- unspecified planned Bo Holm`, `visit ug -..- unspecified planned Bo Holm`, `visit rw -..- unspecified planned Bo Holm`}},
		{cast + "Holm left on 19 May 2023 for a visit to Kenya and Uganda.",
			[]string{`visit ke 2023-05-19..- unspecified completed Bo Holm`, `visit ug 2023-05..- unspecified planned Bo Holm`}},
		{cast + "Holm left for Kampala on 18 May 2023. A tour of Africa that starts in Kampala and also takes him to Kigali has been long planned.",
			[]string{`visit ug 2023-05-18..- unspecified completed Bo Holm`, `visit rw -..- unspecified planned Bo Holm`}},
		{cast + "Plans call for Moro to visit Norway in June 2023.",
			[]string{`visit no 2023-06..- unspecified planned Ada Moro`}},
		{cast + "In Lusaka, Holm met President Per Okello (to leave office on 21 May 2025).",
			[]string{`visit zm -..- unspecified completed Bo Holm`}},
		{cast + "Holm met Moro at State House, Nairobi, on 3 May 2023.",
			[]string{`visit ke 2023-05-03..- unspecified completed Bo Holm Ada Moro`}},
		{cast + "Moro (left) and Holm (second from right) give a press conference after their talks in Oslo on 3 May 2023.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro Bo Holm`}},
		{cast + "Moro will visit Oslo in June 2023, and then flies home. Her trip begins in Oslo with a dinner.",
			[]string{`visit no 2023-06..- unspecified planned Ada Moro`}},
		{cast + "Moro flew home. From 4 to 7 June 2023 she'll be in Oslo.",
			[]string{`visit no 2023-06-04..2023-06-07 unspecified planned Ada Moro`}},
		{cast + "On 3 May 2023 Holm arrived in Kigali. With him was the Norwegian ambassador to Rwanda, Ida Lund.",
			[]string{`visit rw 2023-05-03..- unspecified completed Bo Holm`}},
		{cast + "The ministers met in Lusaka on 3 May 2023 for the farm summit. Among those who came: Moro, who flew in late; and Holm.",
			[]string{`visit zm 2023-05-03..- unspecified completed Ada Moro+Bo Holm`}},
		{cast + "Moro visited Peru in February 2006. Before that tour came a trip in February 2005 to Gabon and Senegal; and one in June 2004 to Benin.",
			[]string{`visit pe 2006-02..- unspecified completed Ada Moro`, `visit ga 2005-02..- unspecified completed Ada Moro`, `visit sn 2005-02..- unspecified completed Ada Moro`, `visit bj 2004-06..- unspecified completed Ada Moro`}},
		{cast + "In April 2013 Moro visited three countries—Vietnam, Malaysia and Cambodia—and met farmers.",
			[]string{`visit vn 2013-04..- unspecified completed Ada Moro`, `visit my 2013-04..- unspecified completed Ada Moro`, `visit kh 2013-04..- unspecified completed Ada Moro`}},
		{cast + "Moro reached Peru on 3 May 2023, the first stage of a tour that will further take her to Chile.",
			[]string{`visit pe 2023-05-03..- unspecified completed Ada Moro`, `visit cl -..- unspecified planned Ada Moro`}},
		{cast + "Moro flew to Peru on 3 May 2023. With the Kenyan President were the Trade Minister Mr. Tom Otieno, the Minister of Energy Mr. Sam Kibet, and other officials.",
			[]string{`visit pe 2023-05-03..- unspecified completed Ada Moro+Sam Kibet+Tom Otieno`}},
		{cast + "Moro met Holm, Danish Prime Minister Per Okello and other ministers in Lusaka on 3 May 2023.",
			[]string{`visit zm 2023-05-03..- unspecified completed Ada Moro+Bo Holm+Per Okello`}},
		{cast + "Holm and Moro had met twice: on the margins of the farm summit in Peru in April 2022 and again at the trade gathering in Lusaka the following May.",
			[]string{`visit pe 2022-04..- unspecified completed Ada Moro+Bo Holm`, `visit zm 2022-05..- unspecified completed Ada Moro+Bo Holm`}},
		{cast + "In Lusaka, Zambia, Moro was elected chairwoman of the Farm Union on 3 May 2023. Holm also attended the summit.",
			[]string{`visit zm 2023-05-03..- unspecified completed Ada Moro`, `visit zm 2023-05-03..- unspecified completed Bo Holm`}},
		{cast + "Last March the Norwegian prime minister went to Lusaka.",
			[]string{`visit zm 2023-03..- unspecified completed Bo Holm`}},
		{cast + "Peru came next: Moro was there on 3 May 2023.",
			[]string{`visit pe 2023-05-03..- unspecified completed Ada Moro`}},
		{cast + "Holm came to Lusaka in March 2023. In May 2023 a visit of Holm to Qwertiv is to follow.",
			[]string{`visit zm 2023-03..- unspecified completed Bo Holm`}},
		{cast + "Moro was in Lusaka on 3 May 2023 for the farm summit. She met with Holm, Danish Prime Minister Per Okello and many others.",
			[]string{`visit zm 2023-05-03..- unspecified completed Ada Moro+Bo Holm+Per Okello`}},
		{cast + "Moro landed in Lusaka on 18 May 2023 for a NATO meeting. It rained. Farmers came. On the sidelines of the NATO meeting, Moro is to meet Holm.",
			[]string{`visit zm 2023-05-18..- unspecified completed Ada Moro`, `visit zm 2023-05..- unspecified planned Bo Holm`}},
		{cast + "Moro arrived in Lusaka on 3 May 2023 after visiting Peru. She will later depart for Chile.",
			[]string{`visit zm 2023-05-03..- unspecified completed Ada Moro`, `visit pe 2023-05..- unspecified completed Ada Moro`, `visit cl 2023-05..- unspecified planned Ada Moro`}},
		{cast + "Ahead of the stop in Lusaka, Moro had been to Peru in April 2023.",
			[]string{`visit pe 2023-04..- unspecified completed Ada Moro`, `visit zm -..- unspecified completed Ada Moro`}},
		{cast + "Between 5 and 10 May 2023 Moro visited Peru, Chile and Zambia.",
			[]string{`visit pe 2023-05-05..- unspecified completed Ada Moro`, `visit cl 2023-05..- unspecified completed Ada Moro`, `visit zm 2023-05..2023-05-10 unspecified completed Ada Moro`}},
		{cast + "The farm summit was held in Lusaka on 3 May 2023. Also at the summit were Moro and Holm.",
			[]string{`visit zm 2023-05-03..- unspecified completed Ada Moro+Bo Holm`}},
		{cast + "A sum was paid by Moro to Norway in May 2023.", nil},
		{cast + "Moro will be with Kenyan Trade Minister Tom Otieno in Peru.",
			[]string{`visit pe -..- unspecified planned Ada Moro+Tom Otieno`}},
	} {
		if diff := cmp.Diff(c.want, visitsTold(c.text, "2023-05-20")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
