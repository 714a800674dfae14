package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRegisters holds lists of visits whose heading says whereto or where from.
func TestRegisters(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Visits from Norway to Kenya\n\n- Prime Minister Liv Dahl, 3-5 May 2012\n- Visit by Foreign Minister Bo Holm, March 2015; Trade Minister Ida Lund, June 2016\n",
			[]string{`visit ke 2012-05-03..2012-05-05 unspecified completed Liv Dahl`, `visit ke 2015-03..- unspecified completed Bo Holm`, `visit ke 2016-06..- unspecified completed Ida Lund`}},
		{"Kenyan visits to Norway:\n\n- 2017: Defence Minister Sam Kibet\n- Minister of Tourism Joan Ouma met Minister Lund in 2019.\n- The Agriculture Minister Tom Otieno's visit (January 2009)\n",
			[]string{`visit no 2017..- unspecified completed Sam Kibet`, `visit no 2009-01..- unspecified completed Tom Otieno`}},
		{"Important visits from Kenya\n\n• Visit by President Ada Moro in 2012 • Defence Minister Sam Kibet visited in May 2013 • Agriculture Minister Tom Otieno, July 2014\n",
			[]string{`visit no 2012..- unspecified completed Ada Moro`, `visit no 2013-05..- unspecified completed Sam Kibet`, `visit no 2014-07..- unspecified completed Tom Otieno`}},
		{"Agreements\n\n- Prime Minister Liv Dahl, 3-5 May 2012\n", nil},
	} {
		if diff := cmp.Diff(c.want, visitsTold("Kenya–Norway Relations\n\n"+c.text, "2023-05-20")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
