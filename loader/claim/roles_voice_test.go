package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestVoice holds who goes where in what somebody says in their own name.
func TestVoice(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"REMARKS\nby Kenyan President Ada Moro\n\nOslo, 3 May 2023\n\nI thank you for the welcome that Foreign Minister Bo Otieno of Kenya and I were given since we landed yesterday.\n\nUgandan President Ida Kato, Rwandan President Jo Manzi: thank you for coming to Oslo.",
			[]string{`visit no 2023-05-19..- unspecified completed Ada Moro+Bo Otieno`, `visit no -..- unspecified completed Ida Kato+Jo Manzi`}},
		{cast + "Moro then set off for Europe: Norway on 3 May 2023, Denmark on 5 May 2023.",
			[]string{`visit no 2023-05-03..- unspecified completed Ada Moro`, `visit dk 2023-05-05..- unspecified completed Ada Moro`}},
		{cast + "It ended on 3 May 2023, hours after Moro, the Kenyan president, had left Oslo.",
			[]string{`visit no 2023-05..2023-05-03 unspecified completed Ada Moro`}},
	} {
		if diff := cmp.Diff(c.want, visitsTold(c.text, "2023-05-20")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
