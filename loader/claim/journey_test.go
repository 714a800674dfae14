package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJourneys(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"stops with days", "A tour took Moro to Oslo (3 May 2023), Copenhagen (the following day) and finally Stockholm.", []string{`visit no 2023-05-03..- unspecified completed Ada Moro`, `visit dk 2023-05-04..- unspecified completed Ada Moro`, `visit se 2023-05..- unspecified completed Ada Moro`}},
		{"stops parted by what happened", "Moro was in Oslo on 3 May 2023 and in Copenhagen on 5 May 2023.", []string{`visit no 2023-05-03..- unspecified completed Ada Moro`, `visit dk 2023-05-05..- unspecified completed Ada Moro`}},
		{"days of stops below", "In May 2023 Moro visited Denmark and Norway.\n\nCopenhagen, 3-4 May 2023\n\nThe queen met her.\n\nOslo, 5 May 2023\n\nHolm met her.", []string{`visit dk 2023-05-03..2023-05-04 unspecified completed Ada Moro`, `visit no 2023-05-05..- unspecified completed Ada Moro`}},
		{"a plan's year", "Holm, who was in Nairobi on 3 May 2023, will fly to Nairobi again in March.", []string{`visit ke 2023-05-03..- unspecified completed Bo Holm`, `visit ke 2024-03..- unspecified planned Bo Holm`}},
		{"companions on every stop", "Moro flew to Denmark and Sweden in May 2023. She was accompanied by Kenyan Foreign Minister Ida Otieno.", []string{`visit dk 2023-05..- unspecified completed Ada Moro+Ida Otieno`, `visit se 2023-05..- unspecified completed Ada Moro+Ida Otieno`}},
		{"whoever went before", "Moro came to Oslo in May 2023. She was the first Kenyan to do so since Kenyan President Tom Ouma in 2011.", []string{`visit no 2023-05..- unspecified completed Ada Moro`, `visit no 2011..- unspecified completed Tom Ouma`}},
		{"those present", "A summit was held in Kampala on 3 May 2023. The following were in attendance:\n\nNorway: Mr. Bo Holm, Prime Minister\n\nKenya: Ms. Ada Moro, President", []string{`visit ug 2023-05-03..- unspecified completed Bo Holm`, `visit ug 2023-05-03..- unspecified completed Ada Moro`}},
		{"an invitation accepted", "Holm invited Moro to come to Oslo. The invitation was accepted with thanks.", []string{`visit no -..- unspecified planned Ada Moro`}},
		{"given up", "Moro, who was expected in Oslo this week for talks, has cancelled.", []string{`visit no 2024-01..- unspecified cancelled Ada Moro`}},
		{"never made", "Moro was to have gone to Oslo in May 2023. Holm has yet to be seen in Nairobi.", []string{`visit no 2023-05..- unspecified cancelled Ada Moro`}},
	} {
		if diff := cmp.Diff(c.want, tell(reading(cast+c.text, "2024-01-10"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
